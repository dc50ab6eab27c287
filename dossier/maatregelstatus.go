package dossier

import (
	"slices"

	"klacht/werkdagen"
)

// The terms of a measure, as the status names them.
const (
	TermijnUitvoering = "uitvoering"
	TermijnControle   = "controle"
)

// statusregel gives the row of a measure that is not done: by when it must be
// carried out, and then checked. Of one that does not work and on which nothing
// follows, the row has no term. ok is false for one that is done.
func (s *Maatregelstand) statusregel(binnenkort int) (r Statusregel, ok bool) {
	volgende := s.Volgende()
	if volgende == nil {
		return r, false
	}
	r = Statusregel{
		Nummer: s.Nummer.String(), Onderwerp: s.Omschrijving, Categorie: s.Categorie, Toestand: string(s.Toestand),
		Stand: UrgentOpTijd, Behandelaar: s.Verantwoordelijke, Volgende: volgende.Opdracht,
	}
	naam, uiterlijk := s.termijn()
	if naam == "" {
		return r, true
	}
	r.Uiterlijk = uiterlijk
	over := s.kal.Over(s.Peildatum, r.Uiterlijk)
	r.Termijn, r.WerkdagenOver, r.LaatsteWerkdag = &naam, &over, r.Uiterlijk
	if d, err := s.kal.LaatsteWerkdag(r.Uiterlijk); err == nil {
		r.LaatsteWerkdag = d
	}
	r.Stand = urgentie(r.Uiterlijk, s.Peildatum, over, binnenkort)
	return r, true
}

// termijn gives what must be done next and by when; "" when there is no day for
// it.
func (s *Maatregelstand) termijn() (naam string, uiterlijk werkdagen.Datum) {
	switch s.Toestand {
	case Gepland:
		return TermijnUitvoering, s.Streefdatum
	case Uitgevoerd:
		return TermijnControle, s.ControleOp
	}
	return "", 0
}

// TeLaat reports whether it is past its target date, or past its check date.
func (s *Maatregelstand) TeLaat() bool {
	naam, uiterlijk := s.termijn()
	return naam != "" && s.Peildatum > uiterlijk
}

// maatregelregels gives the rows of all measures, most urgent first.
func maatregelregels(standen []*Maatregelstand, binnenkort int) []Statusregel {
	rijen := []Statusregel{}
	for _, s := range slices.SortedStableFunc(slices.Values(standen), func(a, b *Maatregelstand) int { return a.Nummer.Vergelijk(b.Nummer) }) {
		if r, ok := s.statusregel(binnenkort); ok {
			rijen = append(rijen, r)
		}
	}
	opUrgentie(rijen)
	return rijen
}
