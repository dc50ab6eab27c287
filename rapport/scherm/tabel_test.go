package scherm

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var bijwerken = flag.Bool("bijwerken", false, "write what the screen shows now into the golden files")

// alsGolden compares with a file in testdata/scherm; -bijwerken writes it.
func alsGolden(t *testing.T, naam, kreeg string) {
	t.Helper()
	pad := filepath.Join("..", "..", "testdata", "scherm", naam+".golden")
	if *bijwerken {
		if err := os.MkdirAll(filepath.Dir(pad), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(pad, []byte(kreeg), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wil, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(wil), kreeg); d != "" {
		t.Errorf("%s (-want +got; -bijwerken accepts it):\n%s", pad, d)
	}
}

func voorbeeldtabel() ([]Kolom, [][]Cel) {
	kolommen := []Kolom{
		{Titel: "Nummer"}, {Titel: "Onderwerp", Rekt: true}, {Titel: "Wat"}, {Titel: "Uiterlijk"},
		{Titel: "Over", Rechts: true}, {Titel: "Behandelaar", Mist: true},
	}
	return kolommen, [][]Cel{
		{{Tekst: "K2026-0007"}, {Tekst: "Cursusmap kwam te laat en er ontbraken drie hoofdstukken"}, {Tekst: "bevestiging"},
			{Tekst: "vr 27 november 2026"}, {Tekst: "-3", Toon: Ernstig}, {Tekst: "Louise Ross"}},
		{{Tekst: "K2026-0011"}, {Tekst: "日本語のコースの教材が届かない、返事もない、そして電話もつながらない"}, {Tekst: "voorstel"},
			{Tekst: "ma 30 november 2026"}, {Tekst: "1", Toon: LetOp}, {Tekst: "Zoë de Vries"}},
		{{Tekst: "K2026-0012"}, {Tekst: "Cafe\u0301 was dicht 👩‍🏫 \x1b[31m\u202ekop\nkoffie"}, {Tekst: "voorstel"},
			{Tekst: "vr 18 december 2026"}, {Tekst: "12"}, {}},
		{{Tekst: "K2026-0013"}, {}, {}, {}, {}, {}},
	}
}

func TestTabel(t *testing.T) {
	for _, g := range []struct {
		naam     string
		terminal bool
		breedte  int
		kleur    bool
	}{
		{"tabel-pijp", false, 80, false},
		{"tabel-40", true, 40, false},
		{"tabel-80", true, 80, false},
		{"tabel-80-kleur", true, 80, true},
		{"tabel-200", true, 200, false},
	} {
		t.Run(g.naam, func(t *testing.T) {
			var uit strings.Builder
			breedte := 0
			if g.terminal {
				breedte = g.breedte
			}
			Nieuw(&uit, breedte, g.kleur).Tabel(voorbeeldtabel())
			alsGolden(t, g.naam, uit.String())
			for r := range strings.Lines(uit.String()) {
				if w := ansi.StringWidth(strings.TrimSuffix(r, "\n")); g.terminal && w > g.breedte {
					t.Errorf("a line of %d columns on a terminal of %d: %q", w, g.breedte, r)
				}
			}
		})
	}
}

func TestKleurlozeTabelIsDezelfde(t *testing.T) {
	tabel := func(kleur bool) string {
		var uit strings.Builder
		Nieuw(&uit, 80, kleur).Tabel(voorbeeldtabel())
		return uit.String()
	}
	if d := cmp.Diff(tabel(false), ansi.Strip(tabel(true))); d != "" {
		t.Errorf("colour changes the text (-without +with):\n%s", d)
	}
}

// Whatever is in a table, no line is wider than the terminal, none ends in a space, and there is one line per row, unless
// cells go on below.
func TestTabelPastAltijd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kolommen := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Kolom {
			return Kolom{
				Titel: rapid.StringMatching(`[A-Z][a-z]{0,12}`).Draw(t, "titel"), Rechts: rapid.Bool().Draw(t, "rechts"),
				Rekt: rapid.Bool().Draw(t, "rekt"), Mist: rapid.Bool().Draw(t, "mist"), Breekt: rapid.Bool().Draw(t, "breekt"),
			}
		}), 1, 9).Draw(t, "kolommen")
		rijen := make([][]Cel, rapid.IntRange(0, 4).Draw(t, "rijen"))
		for i := range rijen {
			for range kolommen {
				rijen[i] = append(rijen[i], Cel{Tekst: rapid.String().Draw(t, "cel")})
			}
		}
		breedte := rapid.IntRange(20, 120).Draw(t, "breedte")
		var uit strings.Builder
		Nieuw(&uit, breedte, false).Tabel(kolommen, rijen)
		regels := strings.SplitAfter(uit.String(), "\n")
		breekt := slices.ContainsFunc(kolommen, func(k Kolom) bool { return k.Breekt })
		if len(regels) < len(rijen)+2 || len(regels) != len(rijen)+2 && !breekt || regels[len(regels)-1] != "" {
			t.Fatalf("%d lines for a title and %d rows", len(regels)-1, len(rijen))
		}
		for _, r := range regels {
			r = strings.TrimSuffix(r, "\n")
			if ansi.StringWidth(r) > breedte || strings.HasSuffix(r, " ") {
				t.Fatalf("width %d: line of %d columns: %q", breedte, ansi.StringWidth(r), r)
			}
		}
	})
}

func TestVerdeel(t *testing.T) {
	gewone, rekbare, misbare := Kolom{}, Kolom{Rekt: true}, Kolom{Mist: true}
	for _, g := range []struct {
		naam     string
		kolommen []Kolom
		nodig    []int
		breedte  int
		wil      []int
	}{
		{"no terminal", []Kolom{gewone, rekbare}, []int{10, 500}, 0, []int{10, 500}},
		{"fits", []Kolom{gewone, rekbare}, []int{10, 20}, 32, []int{10, 20}},
		{"one gives way", []Kolom{gewone, rekbare}, []int{10, 50}, 40, []int{10, 28}},
		{"the widest first", []Kolom{rekbare, rekbare}, []int{20, 50}, 42, []int{20, 20}},
		{"one is left out", []Kolom{gewone, rekbare, misbare}, []int{10, 30, 20}, 40, []int{10, 28, -1}},
		{"then all but the first", []Kolom{gewone, gewone, gewone}, []int{10, 30, 30}, 34, []int{10, 10, 10}},
		{"the first last", []Kolom{gewone, gewone}, []int{30, 30}, 20, []int{15, 3}},
	} {
		if d := cmp.Diff(g.wil, verdeel(g.kolommen, g.nodig, g.nodig, g.breedte)); d != "" {
			t.Errorf("%s (-want +got):\n%s", g.naam, d)
		}
	}
}

func TestCelGaatEronderVerder(t *testing.T) {
	var uit strings.Builder
	kolommen := []Kolom{{Titel: "Categorie", Breekt: true}, {Titel: "Deze periode", Rechts: true, Breekt: true}, {Titel: "Wat"}}
	Nieuw(&uit, 30, false).Tabel(kolommen, [][]Cel{Rij("financiële afwikkeling en nazorg", "12", "x"), Rij("Donaudampfschifffahrtsgesellschaft", "1", "y")})
	for r := range strings.Lines(uit.String()) {
		if w := ansi.StringWidth(strings.TrimSuffix(r, "\n")); w > 30 {
			t.Errorf("%d columns: %q", w, r)
		}
	}
	kaal := strings.Join(strings.Fields(uit.String()), " ")
	for _, woord := range []string{"financiële", "afwikkeling", "nazorg", "12", "Deze", "periode"} {
		if !strings.Contains(kaal, woord) {
			t.Errorf("%q was cut off:\n%s", woord, uit.String())
		}
	}
}

func TestTekstscherm(t *testing.T) {
	for _, breedte := range []int{0, 30, 80, 200} {
		var uit strings.Builder
		s := Nieuw(&uit, breedte, false)
		s.Kop("K2026-0007 Cursusmap kwam te laat")
		s.Wit()
		s.Alinea("De klant schreef dat de cursusmap te laat kwam, dat er drie hoofdstukken ontbraken en dat niemand de telefoon opnam.\n\n" +
			"  Een ingesprongen regel die zo lang is dat hij moet worden afgebroken en dan ingesprongen blijft.\n" +
			"/een/pad/dat/heel/lang/is/en/heel/blijft/zodat/het/te/kopieren/is/ook/op/een/smal/scherm/K2026-0007.yaml\x1b[2J")
		s.Wit()
		s.Gegevens(
			Paar{Naam: "Klager", Waarde: "Jan Jansen"},
			Paar{Naam: "Telefoon"},
			Paar{Naam: "Omschrijving", Waarde: "Eerste regel.\nTweede regel, die wat langer is dan de eerste en daarom op een smal scherm onder zichzelf doorloopt."},
			Paar{Naam: "Stand", Waarde: "te laat", Toon: Ernstig})
		alsGolden(t, fmt.Sprintf("tekst-%d", breedte), uit.String())
	}
}

func BenchmarkTabel(b *testing.B) {
	kolommen, een := voorbeeldtabel()
	var rijen [][]Cel
	for range 2500 {
		rijen = append(rijen, een...)
	}
	for b.Loop() {
		s := Nieuw(&bytes.Buffer{}, 80, false)
		s.Tabel(kolommen, rijen)
	}
}

func TestRegelOnderEenRij(t *testing.T) {
	kolommen := []Kolom{{Titel: "Nummer"}, {Titel: "Wat"}}
	deel := Deel{Kop: "OP TIJD", Rijen: [][]Cel{Rij("K2026-0007", "voorstel"), Rij("K2026-0008", "")}, Onder: []string{"Cursusmap kwam\x1b[2J te laat", ""}}
	for breedte, wil := range map[int]string{
		0:  "Nummer      Wat\n\nOP TIJD\nK2026-0007  voorstel\n            Cursusmap kwam[2J te laat\nK2026-0008\n",
		30: "Nummer      Wat\n\nOP TIJD\nK2026-0007  voorstel\n            Cursusmap kwam[2J\n            te laat\nK2026-0008\n",
	} {
		var uit strings.Builder
		Nieuw(&uit, breedte, false).TabelInDelen(kolommen, deel)
		if d := cmp.Diff(wil, uit.String()); d != "" {
			t.Errorf("%d columns (-want +got):\n%s", breedte, d)
		}
	}
}
