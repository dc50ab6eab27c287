package rapport

import (
	"fmt"

	"klacht/rapport/statistiek"
	"klacht/werkdagen"
)

const (
	meesteMaanden   = 24 // on the chart
	minsteMaanden   = 12 // for limits
	minsteGemiddeld = 1  // complaints a month, for limits: with fewer, any month with a few is outside
)

// regelkaart counts complaints per whole month up to peildatum. The month in
// which the record begins counts only when that was on its first day, and those
// before it do not: they are no months without complaints.
func (o *ontvangsten) regelkaart(peildatum werkdagen.Datum) Regelkaart {
	kaart := Regelkaart{Maanden: []Regelpunt{}}
	eind := eersteDag(peildatum + 1) // the day after the last whole month
	begin := eersteDag(o.begin)
	if begin < o.begin {
		begin = begin.PlusMaanden(1)
	}
	if begin = max(begin, eind.PlusMaanden(-meesteMaanden)); o.begin != 0 {
		for m := begin; m < eind; m = m.PlusMaanden(1) {
			kaart.Maanden = append(kaart.Maanden, Regelpunt{Maand: Maand(m)})
		}
	}
	for i := range o.rijen {
		if r := &o.rijen[i]; r.klacht && begin <= r.op && r.op < eind {
			kaart.Maanden[maandnummer(r.op)-maandnummer(begin)].Aantal++
		}
	}
	kaart.begrens()
	return kaart
}

// begrens sets the centre line and the limits, or says why there are none.
func (k *Regelkaart) begrens() {
	if len(k.Maanden) == 0 {
		k.Onvoldoende = "Er is nog geen hele maand geteld."
		return
	}
	aantallen := make([]int, len(k.Maanden))
	for i, m := range k.Maanden {
		aantallen[i] = m.Aantal
	}
	g := statistiek.CKaart(aantallen)
	k.Gemiddelde = &g.Midden
	switch {
	case len(k.Maanden) < minsteMaanden:
		k.Onvoldoende = fmt.Sprintf("Er %s nog maar %s geteld. Voor grenzen zijn er minstens %d nodig.",
			bij(len(k.Maanden), "is", "zijn"), aantal(len(k.Maanden), "hele maand", "hele maanden"), minsteMaanden)
	case g.Midden < minsteGemiddeld:
		k.Onvoldoende = fmt.Sprintf("Er komt gemiddeld minder dan %s per maand binnen. Dat is te weinig voor grenzen.", aantal(minsteGemiddeld, "klacht", "klachten"))
	default:
		k.Ondergrens, k.Bovengrens = &g.Onder, &g.Boven
		for i := range k.Maanden {
			k.Maanden[i].Buiten = g.Buiten(k.Maanden[i].Aantal)
		}
	}
}

// eersteDag gives the first day of the month of d.
func eersteDag(d werkdagen.Datum) werkdagen.Datum {
	_, _, dag := d.Delen()
	return d - werkdagen.Datum(dag-1)
}
