package rapport

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

// leest gives what a reader of a format sees as words, in reading order. The
// figures of json have a test of their own: the recount.
var leest = map[string]func(*testing.T, []byte) []string{
	"scherm": func(_ *testing.T, b []byte) []string { return strings.Fields(string(b)) },
	"md": func(_ *testing.T, b []byte) []string {
		return strings.Fields(strings.NewReplacer("|", " ", `\`, "").Replace(string(b)))
	},
	"html": func(t *testing.T, b []byte) []string {
		boom, err := html.Parse(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		var woorden []string
		for n := range boom.Descendants() {
			if n.Type == html.TextNode && n.Parent.Data != "style" {
				woorden = append(woorden, strings.Fields(n.Data)...)
			}
		}
		return woorden
	},
	"pdf": func(t *testing.T, b []byte) []string {
		return strings.Fields(strings.Join(slices.Concat(gezet(t, b)...), " "))
	},
	"xlsx": func(t *testing.T, b []byte) []string {
		f := openXLSX(t, b)
		var woorden []string
		for _, naam := range f.GetSheetList() {
			for _, rij := range leesVel(t, f, naam) {
				woorden = append(woorden, strings.Fields(strings.Join(rij, " "))...)
			}
		}
		return woorden
	},
	"json": nil,
}

// Every row of figures stands in every format, with the same figures behind each
// other.
func TestElkFormaatHeeftDezelfdeCijfers(t *testing.T) {
	for naam, o := range map[string]Overzicht{"voorbeeld": Bereken(voorbeeld(t)), "lopend": Bereken(lopend(t)), "namen": Bereken(metNamen(voorbeeld(t)))} {
		rijen := cijferrijen(o)
		if len(rijen) < 20 {
			t.Fatalf("%s: maar %d rijen met cijfers", naam, len(rijen))
		}
		for _, f := range Formaten(Scherm{Breedte: 300}) {
			lees, bekend := leest[f.Naam]
			if !bekend {
				t.Errorf("niemand leest %s", f.Naam)
			}
			if lees == nil {
				continue
			}
			woorden := lees(t, []byte(schrijf(t, f, o)))
			for _, rij := range rijen {
				if !bevatReeks(woorden, rij) {
					t.Errorf("%s heeft in %s niet %q", f.Naam, naam, rij)
				}
			}
		}
	}
}

// cijferrijen are the figures of every row of every table that has them side by
// side: two or more.
func cijferrijen(o Overzicht) (rijen [][]string) {
	for _, s := range maakDocument(o, alles()).secties {
		for _, b := range s.blokken {
			if b.tabel == nil {
				continue
			}
			for _, r := range b.tabel.rijen {
				if cijfers := r[1:]; len(cijfers) > 1 && !slices.ContainsFunc(cijfers, geenCijfer) {
					rijen = append(rijen, cijfers)
				}
			}
		}
	}
	return rijen
}

func geenCijfer(cel string) bool {
	return cel == "" || strings.ContainsFunc(cel, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(",.+-–%", r) })
}

func bevatReeks(woorden, reeks []string) bool {
	for i := range len(woorden) - len(reeks) + 1 {
		if slices.Equal(woorden[i:i+len(reeks)], reeks) {
			return true
		}
	}
	return false
}
