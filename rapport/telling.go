package rapport

import (
	"cmp"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

// telling counts what this period, the one compared with and each origin have
// in common.
type telling struct {
	ontvangen, afgehandeld, open int
	termijnen                    Termijntellingen
	doorlooptijden               []int // calendar days, of those closed in the period
}

// tel counts f in p as of the last day of p.
func (t *telling) tel(f *dossier.Feiten, p Periode) {
	if f.Ontvangen > p.Tot {
		return
	}
	s, gesloten := f.GeslotenOp(p.Tot)
	switch {
	case !gesloten:
		t.open++
	case p.bevat(s.Op):
		t.afgehandeld++
		t.doorlooptijden = append(t.doorlooptijden, int(s.Op-f.Ontvangen))
	}
	if p.bevat(f.Ontvangen) {
		t.ontvangen++
		t.termijnen.tel(f.Termijnen, p.Tot)
	}
}

// doorlooptijd sorts the lead times in place.
func (t *telling) doorlooptijd() Doorlooptijd {
	d := t.doorlooptijden
	if len(d) == 0 {
		return Doorlooptijd{}
	}
	slices.Sort(d)
	mediaan, p90, langste := kwantiel(d, 5), kwantiel(d, 9), d[len(d)-1]
	return Doorlooptijd{Aantal: len(d), Mediaan: &mediaan, P90: &p90, Max: &langste}
}

// tel counts the terms of the first round as of peildatum.
func (t *Termijntellingen) tel(termijnen []dossier.Termijnfeit, peildatum werkdagen.Datum) {
	for _, feit := range termijnen {
		teller := t.bij(feit.Naam)
		if feit.Ronde > 1 || teller == nil {
			continue
		}
		switch feit.Stand(peildatum) {
		case dossier.StandGehaald:
			teller.Binnen++
		case dossier.StandTeLaat:
			teller.TeLaat++
		case dossier.StandOpen:
			teller.Open++
		case dossier.StandVervallen:
			teller.Vervallen++
		case dossier.StandOnbekend:
			teller.Onbekend++
		}
	}
}

// bij gives the count of the term called naam, or nil.
func (t *Termijntellingen) bij(naam dossier.Termijnnaam) *Termijntelling {
	switch naam {
	case dossier.TermijnBevestiging:
		return &t.Bevestiging
	case dossier.TermijnVoorstel:
		return &t.Voorstel
	case dossier.TermijnAfhandeling:
		return &t.Afhandeling
	}
	return nil
}

func (t Termijntellingen) metPercentage() Termijntellingen {
	for _, naam := range dossier.Termijnnamen() {
		teller := t.bij(naam)
		teller.Percentage = percentage(teller.Binnen, teller.Binnen+teller.TeLaat)
	}
	return t
}

func (p *PerSoort) tel(s dossier.Soort) {
	switch s {
	case dossier.SoortKlacht:
		p.Klacht++
	case dossier.SoortOnvolkomenheid:
		p.Onvolkomenheid++
	}
}

func (u *Uitkomsten) tel(uitkomst dossier.Uitkomst) {
	switch uitkomst {
	case dossier.Gegrond:
		u.Gegrond++
	case dossier.DeelsGegrond:
		u.DeelsGegrond++
	case dossier.Ongegrond:
		u.Ongegrond++
	case dossier.Ingetrokken:
		u.Ingetrokken++
	case dossier.UitkomstOnbekend:
		u.Onbekend++
	}
}

func aantalIn(p Periode, dagen []werkdagen.Datum) int {
	n := 0
	for _, d := range dagen {
		if p.bevat(d) {
			n++
		}
	}
	return n
}

// aantallen is a count in this period and in the one compared with.
type aantallen struct{ Aantal, Vorige int }

// labels counts by category or by cause.
type labels map[string]*aantallen

func (l labels) bij(naam string) *aantallen {
	a, ok := l[naam]
	if !ok {
		a = &aantallen{}
		l[naam] = a
	}
	return a
}

func (l labels) nu(naam string)   { l.bij(naam).Aantal++ }
func (l labels) toen(naam string) { l.bij(naam).Vorige++ }

// neem takes naam out and gives its counts.
func (l labels) neem(naam string) aantallen {
	a := *l.bij(naam)
	delete(l, naam)
	return a
}

type label struct {
	naam string
	aantallen
}

// opVolgorde gives the labels by count, then as in vast, then by name.
func (l labels) opVolgorde(vast []string) []label {
	plaats := make(map[string]int, len(vast))
	for i, naam := range vast {
		if _, dubbel := plaats[naam]; !dubbel {
			plaats[naam] = i
		}
	}
	van := func(naam string) int {
		if i, ok := plaats[naam]; ok {
			return i
		}
		return len(vast)
	}
	rijen := make([]label, 0, len(l))
	for naam, a := range l {
		rijen = append(rijen, label{naam, *a})
	}
	slices.SortFunc(rijen, func(a, b label) int {
		return cmp.Or(
			cmp.Compare(b.Aantal, a.Aantal),
			cmp.Compare(van(a.naam), van(b.naam)),
			cmp.Compare(strings.ToLower(a.naam), strings.ToLower(b.naam)),
			cmp.Compare(a.naam, b.naam))
	})
	return rijen
}

// langstTeLaat orders by last day, then by number and term.
func langstTeLaat(a, b TeLaat) int {
	return cmp.Or(
		cmp.Compare(a.Uiterlijk, b.Uiterlijk),
		vergelijkNummers(a.Nummer, b.Nummer),
		cmp.Compare(slices.Index(dossier.Termijnnamen(), a.Termijn), slices.Index(dossier.Termijnnamen(), b.Termijn)),
		cmp.Compare(a.Ronde, b.Ronde))
}
