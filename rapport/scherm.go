package rapport

import (
	"io"
	"strings"
)

// Scherm says how text is laid out for reading.
type Scherm struct {
	Breedte int  // columns; 0 for 80
	Kleur   bool // headings may be bold
	Kort    bool // the main points alone
}

const (
	gewoneBreedte   = 80
	kleinsteBreedte = 40
	grootsteAlinea  = 100 // longer lines are hard to read
	tussenruimte    = 2
	vet, gewoon     = "\x1b[1m", "\x1b[0m"
	streepje        = "- "
	inspringing     = "\n  "
)

// Schrijf writes the report as text in lines of at most s.Breedte columns.
func (s Scherm) Schrijf(w io.Writer, o Overzicht) error {
	breedte := max(s.Breedte, kleinsteBreedte)
	if s.Breedte <= 0 {
		breedte = gewoneBreedte
	}
	secties := alles()
	if s.Kort {
		secties = hoofdpunten()
	}
	d := maakDocument(o, secties)
	var b strings.Builder
	s.kop(&b, d.titel, breedte)
	for _, r := range breekAf(d.inleiding, min(breedte, grootsteAlinea)) {
		b.WriteString(r + "\n")
	}
	for _, deel := range d.secties {
		b.WriteString("\n")
		s.kop(&b, deel.kop, breedte)
		for i, blok := range deel.blokken {
			if i > 0 {
				b.WriteString("\n")
			}
			switch {
			case blok.tabel != nil:
				blok.tabel.scherm(&b, breedte)
			case len(blok.punten) > 0:
				for _, p := range blok.punten {
					regels := breekAf(p, min(breedte, grootsteAlinea)-len(streepje))
					b.WriteString(streepje + strings.Join(regels, inspringing) + "\n")
				}
			default:
				for _, r := range breekAf(blok.alinea, min(breedte, grootsteAlinea)) {
					b.WriteString(r + "\n")
				}
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s Scherm) kop(b *strings.Builder, tekst string, breedte int) {
	for _, r := range breekAf(tekst, breedte) {
		if s.Kleur {
			r = vet + r + gewoon
		}
		b.WriteString(r + "\n")
	}
}

func (t *tabel) scherm(b *strings.Builder, breedte int) {
	breed := t.verdeel(breedte)
	koppen := make([]string, len(t.kolommen))
	for i, k := range t.kolommen {
		koppen[i] = k.kop
	}
	for _, rij := range append([][]string{koppen}, t.rijen...) {
		cellen := make([][]string, len(rij))
		hoog := 0
		for i, cel := range rij {
			cellen[i] = breekAf(cel, breed[i])
			hoog = max(hoog, len(cellen[i]))
		}
		for n := range hoog {
			var regel strings.Builder
			for i, cel := range cellen {
				deel := ""
				if n < len(cel) {
					deel = cel[n]
				}
				regel.WriteString(vulOp(deel, breed[i], t.kolommen[i].rechts))
				regel.WriteString(strings.Repeat(" ", tussenruimte))
			}
			b.WriteString(strings.TrimRight(regel.String(), " ") + "\n")
		}
	}
}

// verdeel gives each column its width. What does not fit is taken from the
// widest column each time: first where no word breaks, numbers before text, and
// only then elsewhere.
func (t *tabel) verdeel(breedte int) []int {
	breed := make([]int, len(t.kolommen))
	heel := make([]int, len(t.kolommen)) // the width at which no word breaks
	over := breedte + tussenruimte
	for i, k := range t.kolommen {
		breed[i], heel[i] = tekstbreedte(k.kop), breedsteWoord(k.kop)
		for _, r := range t.rijen {
			breed[i] = max(breed[i], tekstbreedte(r[i]))
			heel[i] = max(heel[i], breedsteWoord(r[i]))
		}
		over -= breed[i] + tussenruimte
	}
	for _, mag := range []func(i int) bool{
		func(i int) bool { return t.kolommen[i].rechts && breed[i] > heel[i] },
		func(i int) bool { return breed[i] > heel[i] },
		func(i int) bool { return breed[i] > 12 },
		func(i int) bool { return breed[i] > 1 },
	} {
		for over < 0 {
			breedste := -1
			for i := range breed {
				if mag(i) && (breedste < 0 || breed[i] > breed[breedste]) {
					breedste = i
				}
			}
			if breedste < 0 {
				break
			}
			breed[breedste]--
			over++
		}
	}
	return breed
}

func breedsteWoord(s string) int {
	breed := 0
	for _, woord := range strings.Fields(s) {
		breed = max(breed, tekstbreedte(woord))
	}
	return breed
}

// breekAf breaks a line at its spaces into lines of at most breedte columns; a
// word that is wider is broken where it has to be. There is at least one line.
func breekAf(s string, breedte int) []string {
	var uit []string
	nu, breed := "", 0
	for _, woord := range strings.Fields(s) {
		if wb := tekstbreedte(woord); breed > 0 && breed+1+wb <= breedte {
			nu += " " + woord
			breed += 1 + wb
			continue
		}
		if breed > 0 {
			uit = append(uit, nu)
		}
		stukken := hakOp(woord, breedte)
		uit = append(uit, stukken[:len(stukken)-1]...)
		nu = stukken[len(stukken)-1]
		breed = tekstbreedte(nu)
	}
	return append(uit, nu)
}

// hakOp cuts a word into pieces of at most breedte columns. A character that is
// wider by itself is a piece of its own.
func hakOp(woord string, breedte int) []string {
	var uit []string
	begin := 0
	for i := range woord {
		if i > begin && tekstbreedte(woord[begin:eindTeken(woord, i)]) > breedte {
			uit = append(uit, woord[begin:i])
			begin = i
		}
	}
	return append(uit, woord[begin:])
}

// eindTeken gives the end of the character that begins at i.
func eindTeken(s string, i int) int {
	for n := range s[i:] {
		if n > 0 {
			return i + n
		}
	}
	return len(s)
}
