package rapport

import (
	"cmp"
	"slices"
	"strings"

	"klacht/rapport/scherm"
)

const (
	celwit      = 5.0  // at either side of a cell
	rijwit      = 3.0  // above and below its text
	cijferbreed = 78.0 // of a column of figures, at least
	langsteRij  = 20   // lines of a row that is kept whole
	korteTabel  = 8    // rows of a table that is kept whole
)

// tabel sets a table as wide as the text. Its head is repeated on every page,
// and rows stay whole unless one is very long.
func (z *pdfzetter) tabel(t *tabel) {
	kolommen := make([]string, len(t.kolommen))
	for i, k := range t.kolommen {
		kolommen[i] = z.toonbaar(k.Titel)
	}
	rijen := make([][]string, len(t.rijen))
	for i, r := range t.rijen {
		for _, cel := range r {
			rijen[i] = append(rijen[i], z.toonbaar(cel))
		}
	}
	breedtes := z.kolombreedtes(t.kolommen, kolommen, rijen)

	kop := z.rij(t.kolommen, kolommen, breedtes, trapTabelkop())[0]
	kop.vormen = append([]inkt{vlakinkt(0, 0, zetBreed, kop.hoog, kleurVlak())}, kop.vormen...)
	boven := kop
	kop.wit, kop.plakt = witTabel, true
	z.zet(kop)
	for i, r := range rijen {
		delen := z.rij(t.kolommen, r, breedtes, trapTabel())
		laatste := &delen[len(delen)-1]
		laatste.vormen = append(laatste.vormen, lijninkt(0, zetBreed, laatste.hoog, 0.5, kleurLijn()))
		for j := range delen {
			delen[j].boven = &boven
		}
		// No row is alone at the start or the end of a page.
		laatste.plakt = i < len(rijen)-1 && (len(rijen) <= korteTabel || i == 0 || i == len(rijen)-2)
		for _, d := range delen {
			z.zet(d)
		}
	}
}

// rij makes a row: one piece, or one for each line where it is very long.
func (z *pdfzetter) rij(kolommen []scherm.Kolom, cellen []string, breedtes []float64, t trap) []stuk {
	regels := make([][]string, len(cellen))
	aantal := 1
	for i, cel := range cellen {
		regels[i] = z.letters.snit(t.vet).breek(cel, t.grootte, breedtes[i]-2*celwit)
		aantal = max(aantal, len(regels[i]))
	}
	delen := []stuk{{hoog: rijwit}}
	for n := range aantal {
		if aantal > langsteRij && n > 0 {
			delen = append(delen, stuk{})
		}
		s := &delen[len(delen)-1]
		x := 0.0
		for i, k := range kolommen {
			if n < len(regels[i]) && regels[i][n] != "" {
				op := x + celwit
				if k.Rechts {
					op = x + breedtes[i] - celwit - z.letters.snit(t.vet).breedte(regels[i][n], t.grootte)
				}
				s.vormen = append(s.vormen, t.inkt(regels[i][n], op, s.hoog))
			}
			x += breedtes[i]
		}
		s.hoog += t.regel
	}
	delen[len(delen)-1].hoog += rijwit
	return delen
}

// kolombreedtes divides the width of the page. Columns of figures get at least
// cijferbreed where there is room, and text the rest; where there is not enough,
// the widest columns give way.
func (z *pdfzetter) kolombreedtes(kolommen []scherm.Kolom, koppen []string, rijen [][]string) []float64 {
	nodig := make([]float64, len(kolommen))
	ruim := make([]float64, len(kolommen))
	teksten := 0
	for i, k := range kolommen {
		nodig[i] = z.letters.vet.breedte(koppen[i], trapTabelkop().grootte)
		if k.Rechts {
			nodig[i] = max(z.langsteWoord(koppen[i]), min(nodig[i], cijferbreed-2*celwit))
		} else {
			teksten++
		}
		for _, r := range rijen {
			nodig[i] = max(nodig[i], z.letters.gewoon.breedte(r[i], trapTabel().grootte))
		}
		nodig[i] += 2*celwit + speling
		ruim[i] = nodig[i]
		if k.Rechts {
			ruim[i] = max(nodig[i], cijferbreed)
		}
	}
	if som(ruim) > zetBreed {
		ruim = knijp(nodig, zetBreed)
	}
	rest := zetBreed - som(ruim)
	for i, k := range kolommen {
		switch {
		case teksten == 0:
			ruim[i] += rest / float64(len(kolommen))
		case !k.Rechts:
			ruim[i] += rest / float64(teksten)
		}
	}
	return ruim
}

func som(getallen []float64) float64 {
	uit := 0.0
	for _, g := range getallen {
		uit += g
	}
	return uit
}

// knijp makes the widest narrower until all together are at most breed.
func knijp(wens []float64, breed float64) []float64 {
	volgorde := make([]int, len(wens))
	for i := range volgorde {
		volgorde[i] = i
	}
	slices.SortStableFunc(volgorde, func(a, b int) int { return cmp.Compare(wens[a], wens[b]) })
	uit := make([]float64, len(wens))
	for n, i := range volgorde {
		uit[i] = min(wens[i], breed/float64(len(volgorde)-n))
		breed -= uit[i]
	}
	return uit
}

func (z *pdfzetter) langsteWoord(s string) float64 {
	langste := 0.0
	for woord := range strings.FieldsSeq(s) {
		langste = max(langste, z.letters.vet.breedte(woord, trapTabelkop().grootte))
	}
	return langste
}
