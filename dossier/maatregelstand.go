package dossier

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"klacht/werkdagen"
)

// maatregelloop follows a measure through its events.
type maatregelloop struct {
	uitgevoerdOp werkdagen.Datum // 0: not yet
	vervallenOp  werkdagen.Datum // 0: not
	controle     *Maatregelgebeurtenis
}

// bezwaar says why g may not come next, as the second half of a sentence that
// opens with the number, and what can be done instead; "" when it may.
func (l *maatregelloop) bezwaar(g *Maatregelgebeurtenis, n Maatregelnummer) (waarom, raad string) {
	vervallen := "is vervallen op " + l.vervallenOp.Lang()
	switch g.Wat {
	case MaatregelUitgevoerd:
		switch {
		case l.vervallenOp != 0:
			return vervallen, "is hij toch nodig, maak dan een nieuwe met: klacht maatregel nieuw"
		case l.uitgevoerdOp != 0:
			return "is al uitgevoerd op " + l.uitgevoerdOp.Lang(), fmt.Sprintf("leg vast of hij werkt met: klacht maatregel controleer %s", n)
		}
	case MaatregelGecontroleerd:
		switch {
		case l.vervallenOp != 0:
			return vervallen, "hij is niet uitgevoerd, dus er is niets te controleren"
		case l.uitgevoerdOp == 0:
			return "was toen nog niet uitgevoerd", ""
		}
	case MaatregelVervallen:
		switch {
		case l.vervallenOp != 0:
			return "is al vervallen op " + l.vervallenOp.Lang(), ""
		case l.uitgevoerdOp != 0:
			return "is uitgevoerd op " + l.uitgevoerdOp.Lang() + ": vervallen kan alleen wat niet uitgevoerd is", fmt.Sprintf("werkt hij niet, leg dat dan vast met: klacht maatregel controleer %s", n)
		}
	}
	return "", ""
}

// neem takes an event into account against which nothing is said.
func (l *maatregelloop) neem(g *Maatregelgebeurtenis) {
	switch g.Wat {
	case MaatregelUitgevoerd:
		l.uitgevoerdOp = g.Op.Dag
	case MaatregelGecontroleerd:
		l.controle = g
	case MaatregelVervallen:
		l.vervallenOp = g.Op.Dag
	}
}

// volg follows events that are in order. What can't have gone so does not count,
// and is in bezwaren by the event's id.
func (l *maatregelloop) volg(n Maatregelnummer, verloop []Maatregelgebeurtenis) (bezwaren map[string]string) {
	bezwaren = map[string]string{}
	for i := range verloop {
		g := &verloop[i]
		if b, _ := l.bezwaar(g, n); b != "" {
			bezwaren[g.ID] = b
			continue
		}
		l.neem(g)
	}
	return bezwaren
}

// aangemaaktOp is the day on which it was made.
func (m *Maatregel) aangemaaktOp() werkdagen.Datum {
	i := slices.IndexFunc(m.Verloop, func(g Maatregelgebeurtenis) bool { return g.Wat == MaatregelAangemaakt })
	if i < 0 {
		return 0
	}
	return m.Verloop[i].Op.Dag
}

// alsOp gives the measure as it stood at the end of day d: later events left
// out, the rest in order, and the fields as they then were.
func (m *Maatregel) alsOp(d werkdagen.Datum) Maatregel {
	toen := *m
	alle := opVolgorde(m.Verloop)
	toen.Verloop = totEnMet(alle, d)
	wijzigingen := make([]Gebeurtenis, len(alle))
	for i, g := range alle {
		wijzigingen[i] = Gebeurtenis{ID: g.ID, Wat: Wat(g.Wat), Veld: g.Veld, Van: g.Van, Naar: g.Naar}
	}
	for _, v := range maatregelzetters() {
		if waarde := veldOp(wijzigingen, len(toen.Verloop), v.naam, v.lees(m)); waarde != v.lees(m) {
			_ = v.zet(&toen, waarde) // reading made sure that it can
		}
	}
	return toen
}

// Later gives the events that are dated after day vandaag: a slip of the pen,
// for what has not happened can't be recorded. They do not count yet.
func (m *Maatregel) Later(vandaag werkdagen.Datum) []Maatregelgebeurtenis {
	alle := opVolgorde(m.Verloop)
	return alle[len(totEnMet(alle, vandaag)):]
}

// BeoordeelMaatregel derives the measure as of the end of day peildatum, but for
// Vervolg, which takes all of them. It is nil before it was made. An error means
// that its dates are outside what the calendar knows.
func (r *Regels) BeoordeelMaatregel(m *Maatregel, peildatum werkdagen.Datum) (*Maatregelstand, error) {
	s := &Maatregelstand{Maatregel: m.alsOp(peildatum), Peildatum: peildatum, Toestand: Gepland, AangemaaktOp: m.aangemaaktOp()}
	if s.AangemaaktOp == 0 || s.AangemaaktOp > peildatum {
		return nil, nil
	}
	var l maatregelloop
	bezwaren := l.volg(m.Nummer, s.Verloop)
	for _, g := range s.Verloop {
		if b := bezwaren[g.ID]; b != "" {
			s.Opmerkingen = append(s.Opmerkingen, fmt.Sprintf("%s op %s telt niet: de maatregel %s", g.Wat, g.Op.Dag.Lang(), b))
		}
	}
	s.UitgevoerdOp, s.VervallenOp = l.uitgevoerdOp, l.vervallenOp
	switch {
	case l.vervallenOp != 0:
		s.Toestand = Vervallen
	case l.controle != nil:
		s.Toestand = Gecontroleerd
	case l.uitgevoerdOp != 0:
		s.Toestand = Uitgevoerd
	}
	if c := l.controle; c != nil {
		s.GecontroleerdOp, s.GecontroleerdDoor, s.Oordeel, s.Toelichting = c.Op.Dag, c.Door, c.Oordeel, c.Toelichting
		toen := m.alsOp(c.Op.Dag)
		s.ZelfGecontroleerd = ZelfdePersoon(c.Door, toen.Verantwoordelijke)
	}
	var err error
	if s.kal, err = r.kalenders.voor(r.Procedure.Kalender); err == nil {
		s.ControleOp, err = s.controleOp()
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", cmp.Or(m.Nummer.String(), "deze maatregel"), err)
	}
	return s, nil
}

func (s *Maatregelstand) controleOp() (werkdagen.Datum, error) {
	if s.Controle.Dag != 0 {
		return s.Controle.Dag, nil
	}
	vanaf := s.Streefdatum
	if s.UitgevoerdOp != 0 {
		vanaf = s.UitgevoerdOp
	}
	b, err := s.kal.Bereken(vanaf, s.Controle.Na)
	if err != nil {
		return 0, fmt.Errorf("de dag van de controle (%s na %s) is niet te berekenen: %w", s.Controle, vanaf.Lang(), err)
	}
	return b.Uiterlijk, nil
}

// BeoordeelMaatregelen derives all measures of a folder, by number, with who
// follows on whom. Those that can't be are in the error, joined; the rest is
// given all the same.
func (r *Regels) BeoordeelMaatregelen(alle []*Maatregel, peildatum werkdagen.Datum) ([]*Maatregelstand, error) {
	var standen []*Maatregelstand
	var fouten []error
	op := map[Maatregelnummer]*Maatregelstand{}
	for _, m := range slices.SortedStableFunc(slices.Values(alle), func(a, b *Maatregel) int { return a.Nummer.Vergelijk(b.Nummer) }) {
		s, err := r.BeoordeelMaatregel(m, peildatum)
		switch {
		case err != nil:
			fouten = append(fouten, err)
		case s != nil:
			standen = append(standen, s)
			op[s.Nummer] = s
		}
	}
	for _, s := range standen {
		if eerder := op[s.VervolgOp]; eerder != nil {
			eerder.Vervolg = append(eerder.Vervolg, s.Nummer)
		}
	}
	return standen, errors.Join(fouten...)
}

// VraagtVervolg reports whether it was found not to work, or not altogether, and
// nothing follows on it yet.
func (s *Maatregelstand) VraagtVervolg() bool {
	return s.Toestand == Gecontroleerd && s.Oordeel != Doeltreffend && len(s.Vervolg) == 0
}

// Volgende gives the next step, nil for a measure that is done.
func (s *Maatregelstand) Volgende() *Vervolg {
	stap := func(waarom, opdracht string) *Vervolg {
		return &Vervolg{Opdracht: fmt.Sprintf("klacht maatregel "+opdracht, s.Nummer), Waarom: waarom}
	}
	switch {
	case s.Toestand == Gepland:
		return stap("voer de maatregel uit, en leg dat vast", "uitgevoerd %s")
	case s.Toestand == Uitgevoerd:
		return stap("controleer of de maatregel werkt", "controleer %s doeltreffend|deels|'niet doeltreffend' --toelichting …")
	case s.VraagtVervolg():
		return stap("maak een vervolgmaatregel", "nieuw --vervolg-op %s --omschrijving …")
	}
	return nil
}

// ZelfdePersoon reports whether two names are the same but for capitals and
// white space; nobody is nobody.
func ZelfdePersoon(a, b string) bool {
	a, b = strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")
	return a != "" && strings.EqualFold(a, b)
}
