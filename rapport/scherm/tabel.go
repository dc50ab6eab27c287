package scherm

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Kolom is one column of a table.
type Kolom struct {
	Titel  string
	Rechts bool // numbers
	Rekt   bool // gives way first where the terminal is too narrow
	Mist   bool // is left out where giving way is not enough; the last one first
	Breekt bool // what doesn't fit goes on in lines below rather than being cut off
	Minst  int  // of a column that rekt: what it keeps before others are left out, 0 for kleinsteRek
}

// Cel is one cell.
type Cel struct {
	Tekst string
	Toon  Toon
}

// Rij makes a row of plain cells.
func Rij(teksten ...string) []Cel {
	cellen := make([]Cel, len(teksten))
	for i, t := range teksten {
		cellen[i].Tekst = t
	}
	return cellen
}

const (
	tussenruimte = 2
	kleinsteRek  = 12 // columns that a column that rekt keeps before others are left out
	kleinste     = 3
)

// Tabel writes rows under their titles. On a terminal no line is longer than its width: what is cut off ends in "…".
// Every row has a cell for each column.
func (s *Scherm) Tabel(kolommen []Kolom, rijen [][]Cel) {
	s.TabelInDelen(kolommen, Deel{Rijen: rijen})
}

// Deel is a part of a table, under a heading of its own where it has one.
type Deel struct {
	Kop   string
	Toon  Toon
	Rijen [][]Cel
	Onder []string // what stands below each row, from the second column on; nil for nothing
}

// TabelInDelen writes a table in parts, whose columns are below each other.
func (s *Scherm) TabelInDelen(kolommen []Kolom, delen ...Deel) {
	titels := make([]Cel, len(kolommen))
	for i, k := range kolommen {
		titels[i] = Cel{k.Titel, Nadruk}
	}
	// nodig is what a column needs to show all, heel what it needs where only spaces break.
	nodig, heel := make([]int, len(kolommen)), make([]int, len(kolommen))
	meet := func(r []Cel) {
		for i, c := range r {
			tekst := Regel(c.Tekst)
			nodig[i] = max(nodig[i], ansi.StringWidth(tekst))
			if kolommen[i].Breekt {
				heel[i] = max(heel[i], breedsteWoord(tekst))
			}
		}
	}
	meet(titels)
	for _, d := range delen {
		for _, r := range d.Rijen {
			meet(r)
		}
	}
	breedten := verdeel(kolommen, nodig, heel, s.breedte)
	var uit strings.Builder // written at once: a long list would cost a system call a line
	uit.WriteString(s.tabelregel(kolommen, breedten, titels) + "\n")
	for _, d := range delen {
		if d.Kop != "" {
			uit.WriteString("\n" + s.kleur(d.Toon, Regel(d.Kop)) + "\n")
		}
		for i, r := range d.Rijen {
			uit.WriteString(s.tabelregel(kolommen, breedten, r) + "\n")
			if i < len(d.Onder) && d.Onder[i] != "" {
				uit.WriteString(s.onderRij(breedten[0]+tussenruimte, d.Onder[i]) + "\n")
			}
		}
	}
	s.schrijf(uit.String())
}

// onderRij is a text below a row, wrapped where it doesn't fit.
func (s *Scherm) onderRij(marge int, tekst string) string {
	wit := strings.Repeat(" ", marge)
	if s.breedte == 0 {
		return wit + Regel(tekst)
	}
	return wit + strings.Join(breekHard(Regel(tekst), max(s.breedte-marge, kleinsteRek)), "\n"+wit)
}

// tabelregel writes a row: one line, or as many as its longest cell that breaks takes.
func (s *Scherm) tabelregel(kolommen []Kolom, breedten []int, cellen []Cel) string {
	delen, hoog := make([][]string, len(cellen)), 1
	for i, c := range cellen {
		switch tekst := Regel(c.Tekst); {
		case breedten[i] < 0:
		case kolommen[i].Breekt && breedten[i] > 0:
			delen[i] = breekHard(tekst, breedten[i])
			hoog = max(hoog, len(delen[i]))
		default:
			delen[i] = []string{ansi.Truncate(tekst, breedten[i], "…")}
		}
	}
	regels := make([]string, hoog)
	for n := range regels {
		var b strings.Builder
		for i, deel := range delen {
			if breedten[i] < 0 {
				continue
			}
			if b.Len() > 0 {
				b.WriteString(strings.Repeat(" ", tussenruimte))
			}
			tekst := ""
			if n < len(deel) {
				tekst = deel[n]
			}
			wit := strings.Repeat(" ", max(0, breedten[i]-ansi.StringWidth(tekst)))
			if kolommen[i].Rechts {
				b.WriteString(wit + s.kleur(cellen[i].Toon, tekst))
			} else {
				b.WriteString(s.kleur(cellen[i].Toon, tekst) + wit)
			}
		}
		regels[n] = strings.TrimRight(b.String(), " ")
		if s.breedte > 0 {
			regels[n] = ansi.Truncate(regels[n], s.breedte, "…") // only where even the narrowest columns don't fit
		}
	}
	return strings.Join(regels, "\n")
}

// verdeel gives each column its width within breedte (0: all that it needs), -1 for a column that is left out. Of a column that
// breaks, heel is the width at which no word does.
func verdeel(kolommen []Kolom, nodig, heel []int, breedte int) []int {
	uit := append([]int(nil), nodig...)
	if breedte <= 0 {
		return uit
	}
	teveel := func() int {
		som := -tussenruimte
		for _, w := range uit {
			if w >= 0 {
				som += w + tussenruimte
			}
		}
		return som - breedte
	}
	// knijp takes what is too much from the widest of the columns that may give way, evenly where several are widest.
	knijp := func(mag func(i int) bool, minimum func(i int) int) {
		for n := teveel(); n > 0; n-- {
			breedste := -1
			for i := range kolommen {
				if mag(i) && uit[i] > minimum(i) && (breedste < 0 || uit[i] > uit[breedste]) {
					breedste = i
				}
			}
			if breedste < 0 {
				return
			}
			uit[breedste]--
		}
	}
	breekt := func(i int) bool { return kolommen[i].Breekt }
	knijp(func(i int) bool { return breekt(i) && kolommen[i].Rechts }, func(i int) int { return heel[i] }) // titles of numbers first
	knijp(breekt, func(i int) int { return heel[i] })
	knijp(breekt, func(int) int { return kleinsteRek }) // then inside the longest words
	rekt := func(i int) bool { return kolommen[i].Rekt }
	gewenst := func(i int) int { return cmp.Or(kolommen[i].Minst, kleinsteRek) }
	knijp(rekt, gewenst)
	for i := len(kolommen) - 1; i >= 0 && teveel() > 0; i-- {
		if !kolommen[i].Mist {
			continue
		}
		for j, k := range kolommen { // with one column fewer, the others have their room back
			if k.Rekt && uit[j] >= 0 {
				uit[j] = nodig[j]
			}
		}
		uit[i] = -1
		knijp(rekt, gewenst)
	}
	uiterst := func(int) int { return kleinste }
	knijp(func(i int) bool { return i > 0 }, uiterst) // the first column names what the row is about: it goes last
	knijp(func(int) bool { return true }, uiterst)
	return uit
}
