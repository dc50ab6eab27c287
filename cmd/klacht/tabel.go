package main

import (
	"cmp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"klacht/werkdagen"
)

// kolom is one column of a table.
type kolom struct {
	titel  string
	rechts bool // numbers
	rekt   bool // gives way first where the terminal is too narrow
	mist   bool // is left out where giving way is not enough; the last one first
	minst  int  // of a column that rekt: what it keeps before others are left out, 0 for kleinsteRek
}

// cel is one cell.
type cel struct {
	tekst string
	toon  toon
}

// rij makes a row of plain cells.
func rij(teksten ...string) []cel {
	cellen := make([]cel, len(teksten))
	for i, t := range teksten {
		cellen[i].tekst = t
	}
	return cellen
}

const (
	tussenruimte = 2
	kleinsteRek  = 12 // columns that a column that rekt keeps before others are left out
	kleinste     = 3
)

// tabel writes rows under their titles. On a terminal no line is longer than its width: what is cut off ends in "…".
// Every row has a cell for each column.
func (s *tekstscherm) tabel(kolommen []kolom, rijen [][]cel) {
	s.tabelInDelen(kolommen, deel{rijen: rijen})
}

// deel is a part of a table, under a heading of its own where it has one.
type deel struct {
	kop   string
	toon  toon
	rijen [][]cel
}

// tabelInDelen writes a table in parts, whose columns are below each other.
func (s *tekstscherm) tabelInDelen(kolommen []kolom, delen ...deel) {
	titels, nodig := make([]cel, len(kolommen)), make([]int, len(kolommen))
	for i, k := range kolommen {
		titels[i] = cel{k.titel, nadruk}
		nodig[i] = ansi.StringWidth(k.titel)
	}
	for _, d := range delen {
		for _, r := range d.rijen {
			for i, c := range r {
				nodig[i] = max(nodig[i], ansi.StringWidth(regel(c.tekst)))
			}
		}
	}
	breedten := verdeel(kolommen, nodig, s.breedte)
	var uit strings.Builder // written at once: a long list would cost a system call a line
	uit.WriteString(s.tabelregel(kolommen, breedten, titels) + "\n")
	for _, d := range delen {
		if d.kop != "" {
			uit.WriteString("\n" + s.kleur(d.toon, regel(d.kop)) + "\n")
		}
		for _, r := range d.rijen {
			uit.WriteString(s.tabelregel(kolommen, breedten, r) + "\n")
		}
	}
	s.schrijf(uit.String())
}

func (s *tekstscherm) tabelregel(kolommen []kolom, breedten []int, cellen []cel) string {
	var b strings.Builder
	for i, c := range cellen {
		if breedten[i] < 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(strings.Repeat(" ", tussenruimte))
		}
		tekst := ansi.Truncate(regel(c.tekst), breedten[i], "…")
		wit := strings.Repeat(" ", breedten[i]-ansi.StringWidth(tekst))
		if kolommen[i].rechts {
			b.WriteString(wit + s.kleur(c.toon, tekst))
		} else {
			b.WriteString(s.kleur(c.toon, tekst) + wit)
		}
	}
	r := strings.TrimRight(b.String(), " ")
	if s.breedte > 0 {
		r = ansi.Truncate(r, s.breedte, "…") // only where even the narrowest columns don't fit
	}
	return r
}

// verdeel gives each column its width within breedte (0: all that it needs), -1 for a column that is left out.
func verdeel(kolommen []kolom, nodig []int, breedte int) []int {
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
	rekt := func(i int) bool { return kolommen[i].rekt }
	gewenst := func(i int) int { return cmp.Or(kolommen[i].minst, kleinsteRek) }
	knijp(rekt, gewenst)
	for i := len(kolommen) - 1; i >= 0 && teveel() > 0; i-- {
		if !kolommen[i].mist {
			continue
		}
		for j, k := range kolommen { // with one column fewer, the others have their room back
			if k.rekt && uit[j] >= 0 {
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

// smal is the width below which a table writes its dates short.
const smal = 100

// datum writes a day in a table.
func (s *tekstscherm) datum(d werkdagen.Datum) string {
	if s.isSmal() {
		return d.Kort()
	}
	return d.Lang()
}

func (s *tekstscherm) isSmal() bool { return s.breedte > 0 && s.breedte < smal }

// uiterlijk writes a deadline in a table. Where that is a day off, the last working day stands behind it in brackets, or on a
// narrow terminal in a row below (onder).
func (s *tekstscherm) uiterlijk(dag, werkdag werkdagen.Datum) (tekst, onder string) {
	tekst = s.datum(dag)
	switch haakjes := "(" + s.datum(werkdag) + ")"; {
	case dag == werkdag:
		return tekst, ""
	case s.isSmal():
		return tekst, haakjes
	default:
		return tekst + " " + haakjes, ""
	}
}

// noot explains the brackets of uiterlijk.
const noot = "Tussen haakjes: de laatste werkdag, als de termijn op een vrije dag afloopt."
