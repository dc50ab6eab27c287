package dossier

import (
	"fmt"
	"slices"

	"klacht/werkdagen"
)

// Eerder is what the figures knew of a destroyed dossier up to and including
// day Tot, where what was recorded later tells something else of those days:
// another cause, a category that was changed, an event that was undone.
type Eerder struct {
	Tot werkdagen.Datum
	Feiten
}

// FeitenOp gives what the figures knew of a destroyed dossier at the end of day
// d, as they did while it existed.
func (r *Regels) FeitenOp(v Vernietiging, d werkdagen.Datum) (Feiten, error) {
	f := v.Feiten
	if i := slices.IndexFunc(v.Eerder, func(e Eerder) bool { return e.Tot >= d }); i >= 0 {
		f = v.Eerder[i].Feiten
	}
	f = f.totEnMet(d)
	var err error
	if f.BewarenTot, err = r.BewarenTot(f); err != nil {
		return f, fmt.Errorf("%s: %s: %w", bestandVernietigd, v.Nummer, err)
	}
	return f, nil
}

// eerder gives, oldest first, the facts of k that those of nu can't tell. Any
// day is told by the first that reaches to it, and by nu after them all.
func (r *Regels) eerder(k *Klacht, nu *Dossier) ([]Eerder, error) {
	var uit []Eerder
	later, na := nu.Feiten(), nu.Peildatum+1
	for i := len(nu.Verloop) - 1; i >= 0; i-- {
		begin := nu.Verloop[i].Op.Dag
		if begin == na {
			continue
		}
		tot := begin - 1
		na = begin
		d, err := r.Beoordeel(k, tot)
		if err != nil {
			return nil, err
		}
		f := later
		switch {
		case d != nil:
			f = d.Feiten()
		case later.Ontvangen <= tot:
			f.Ontvangen = begin // nothing was on record by then
		}
		if !f.zegtHetzelfde(later, tot) {
			uit = append(uit, Eerder{tot, f})
			later = f
		}
	}
	slices.Reverse(uit)
	return uit, nil
}

// totEnMet leaves out of f what came after day d.
func (f Feiten) totEnMet(d werkdagen.Datum) Feiten {
	dagen := func(alle []werkdagen.Datum) []werkdagen.Datum {
		return slices.DeleteFunc(slices.Clone(alle), func(dag werkdagen.Datum) bool { return dag > d })
	}
	if f.OorzaakOp > d {
		f.Oorzaak, f.OorzaakOp, f.Geanalyseerd = "", 0, false
	}
	f.Heropend, f.Geschillen, f.Adviezen = dagen(f.Heropend), dagen(f.Geschillen), dagen(f.Adviezen)
	f.Sluitingen = slices.DeleteFunc(slices.Clone(f.Sluitingen), func(s Sluiting) bool { return s.Op > d })
	// A round begins with a reopening.
	f.Termijnen = slices.DeleteFunc(slices.Clone(f.Termijnen), func(t Termijnfeit) bool { return t.Ronde > len(f.Heropend)+1 })
	for i := range f.Termijnen {
		t := &f.Termijnen[i]
		if t.VoldaanOp > d {
			t.VoldaanOp = 0
		}
		if t.VervallenOp > d {
			t.VervallenOp = 0
		}
	}
	return f
}

// zegtHetzelfde reports whether f and g count alike on day tot and, as both tell
// of the same events, on those before it. Where a last day lies does not matter
// before it is past.
func (f Feiten) zegtHetzelfde(g Feiten, tot werkdagen.Datum) bool {
	if f.Ontvangen > tot && g.Ontvangen > tot {
		return true
	}
	knoop := func(f Feiten) *knoop {
		f = f.totEnMet(tot)
		for i := range f.Termijnen {
			f.Termijnen[i].Uiterlijk = min(f.Termijnen[i].Uiterlijk, tot)
		}
		return groepWaarde(f.velden()...).knoop()
	}
	return gelijkeKnopen(knoop(f), knoop(g))
}
