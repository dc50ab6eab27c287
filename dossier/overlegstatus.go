package dossier

import "klacht/werkdagen"

// Overlegstatus is when the management team met and meets.
type Overlegstatus struct {
	Laatste  werkdagen.Datum `json:"laatste"`  // 0: never
	Volgende werkdagen.Datum `json:"volgende"` // 0: neither agreed nor due
	Stand    *string         `json:"stand"`    // an Urgentie, nil without Volgende

	LaatsteWerkdag werkdagen.Datum `json:"-"` // on or before Volgende
	WerkdagenOver  int             `json:"-"` // up to Volgende; past it, minus those since
}

// TeLaat reports whether the next meeting should have been.
func (s Overlegstatus) TeLaat() bool { return s.Stand != nil && *s.Stand == string(UrgentTeLaat) }

// Overlegstatus says, as of peildatum, when the last meeting was and when the
// next is: the day agreed on then, else as long after as procedure.yaml says.
// Before the first, that counts from the first day of BijgehoudenSinds of any
// dossier (0: there is none). Meetings are oldest first. An error means that a
// day is outside what the calendar knows.
func (r *Regels) Overlegstatus(overleggen []*Overleg, sinds, peildatum werkdagen.Datum) (Overlegstatus, error) {
	s := Overlegstatus{}
	vanaf := sinds
	if gehouden := OverleggenTot(overleggen, peildatum); len(gehouden) > 0 {
		laatste := gehouden[len(gehouden)-1]
		s.Laatste, s.Volgende, vanaf = laatste.Op, laatste.Volgende, laatste.Op
	}
	if s.Volgende == 0 && vanaf != 0 && vanaf <= peildatum && r.Procedure.Overleg.Aantal != 0 {
		s.Volgende = plus(vanaf, r.Procedure.Overleg)
	}
	if s.Volgende == 0 {
		return s, nil
	}
	kal, err := r.kalenders.voor(r.Procedure.Kalender)
	if err != nil {
		return s, err
	}
	if s.LaatsteWerkdag, err = kal.LaatsteWerkdag(s.Volgende); err != nil {
		return s, err
	}
	s.WerkdagenOver = kal.Over(peildatum, s.Volgende)
	stand := string(urgentie(s.Volgende, peildatum, s.WerkdagenOver, r.Procedure.Binnenkort))
	s.Stand = &stand
	return s, nil
}

// BijgehoudenSinds is the day from which klacht has had the dossier: that of
// receipt, or for one that was taken over from a register that of taking it over,
// for what was discussed before then this folder doesn't know.
func (d *Dossier) BijgehoudenSinds() werkdagen.Datum {
	return max(d.Ontvangst.Dag, d.overgenomenOp())
}

// BijgehoudenSinds is the same of one that was destroyed, of which f are the facts.
func (v Vernietiging) BijgehoudenSinds(f Feiten) werkdagen.Datum {
	return max(f.Ontvangen, v.OvergenomenOp)
}

// overgenomenOp is the day on which the record was taken over from a register, 0
// when it was not: nothing in it was recorded before.
func (k *Klacht) overgenomenOp() (op werkdagen.Datum) {
	if k.Overgenomen == (Overname{}) {
		return 0
	}
	for _, g := range k.Verloop {
		if d := g.Vastgelegd.Dag; d != 0 && (op == 0 || d < op) {
			op = d
		}
	}
	return op
}

// urgentie says how a day stands that is over working days away.
func urgentie(uiterlijk, peildatum werkdagen.Datum, over, binnenkort int) Urgentie {
	switch {
	case peildatum > uiterlijk:
		return UrgentTeLaat
	case peildatum == uiterlijk:
		return UrgentVandaag
	case over <= binnenkort:
		return UrgentBinnenkort
	}
	return UrgentOpTijd
}

// plus gives the day t after d, weekends and holidays like any other; 0 past
// the last year of the calendar. A meeting is no statutory term.
func plus(d werkdagen.Datum, t werkdagen.Termijn) werkdagen.Datum {
	switch t.Eenheid {
	case werkdagen.Dagen:
		d += werkdagen.Datum(t.Aantal)
	case werkdagen.Weken:
		d += werkdagen.Datum(7 * t.Aantal)
	case werkdagen.Maanden:
		d = d.PlusMaanden(t.Aantal)
	case werkdagen.Jaren:
		d = d.PlusJaren(t.Aantal)
	}
	if werkdagen.BinnenBereik(d) != nil {
		return 0
	}
	return d
}
