package dossier

import (
	"cmp"

	"klacht/werkdagen"
)

// Termijnversie says of a promise how often something was recorded since the
// receipt that may have moved, met or renamed it, and when that was last. Both
// only grow, for events are added and never taken away; one that was undone
// counts, as does the undoing.
func (d *Dossier) Termijnversie(naam Termijnnaam) (versie int, laatst Tijdstip) {
	for i := range d.Verloop {
		g := &d.Verloop[i]
		if g.Wat != WatOntvangen && !raaktTermijn(naam, g.Wat) {
			continue
		}
		if g.Wat != WatOntvangen {
			versie++
		}
		laatst = laatste(laatst, cmp.Or(g.Vastgelegd, g.Op))
	}
	return versie, laatst
}

// raaktTermijn says which events a promise of that name may not be the same
// after. A changed field may be the day of receipt, or the category.
func raaktTermijn(naam Termijnnaam, wat Wat) bool {
	switch wat {
	case WatOpgeschort, WatHervat, WatVerlengd:
		return naam != TermijnBevestiging
	case WatAfgehandeld, WatHeropend, WatGewijzigd, WatHernummerd, WatOngedaan:
		return true
	}
	return voldoet(naam, wat)
}

// Versie says the same of a measure: each of its events may change what is to
// be done by when.
func (s *Maatregelstand) Versie() (versie int, laatst Tijdstip) {
	for i := range s.Verloop {
		g := &s.Verloop[i]
		if g.Wat != MaatregelAangemaakt {
			versie++
		}
		laatst = laatste(laatst, cmp.Or(g.Vastgelegd, g.Op))
	}
	return versie, laatst
}

func laatste(a, b Tijdstip) Tijdstip {
	if b.VoorNa(a) > 0 {
		return b
	}
	return a
}

// AfgedaanOp is the day on which the promise was met, or lapsed; 0 while it
// stands open.
func (t Termijnstand) AfgedaanOp() werkdagen.Datum { return cmp.Or(t.VoldaanOp, t.vervallenOp) }

// WerkdagVoor gives the last working day before day dag by the calendar that
// was promised; 0 where that does not go so far back.
func (d *Dossier) WerkdagVoor(dag werkdagen.Datum) werkdagen.Datum {
	werkdag, err := d.kal.LaatsteWerkdag(dag - 1)
	if err != nil {
		return 0
	}
	return werkdag
}
