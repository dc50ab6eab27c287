package dossier

import (
	"fmt"

	"klacht/werkdagen"
)

// maatregelzetter is a field of a measure that can be changed afterwards. Its
// name is that of its key, of its flag and in JSON.
type maatregelzetter struct {
	naam string
	lees func(*Maatregel) string
	zet  func(*Maatregel, string) error // from how lees gives it
	// toets gives a value as it is kept; nil: any text.
	toets func(*Procedure, string) (string, error)
	// waarde gives it as it is written; nil: as text.
	waarde func(*Maatregel) waarde
}

func maatregelzetters() []maatregelzetter {
	tekst := func(naam string, veld func(*Maatregel) *string, toets func(*Procedure, string) (string, error)) maatregelzetter {
		return maatregelzetter{
			naam: naam, toets: toets,
			lees: func(m *Maatregel) string { return *veld(m) },
			zet:  func(m *Maatregel, s string) error { *veld(m) = s; return nil },
		}
	}
	return []maatregelzetter{
		tekst("omschrijving", func(m *Maatregel) *string { return &m.Omschrijving }, nietLeeg("omschrijving")),
		tekst("soort", func(m *Maatregel) *string { return (*string)(&m.Soort) }, eenVan("soort", Maatregelsoorten())),
		tekst("verantwoordelijke", func(m *Maatregel) *string { return &m.Verantwoordelijke }, nietLeeg("verantwoordelijke")),
		{
			naam:   "streefdatum",
			lees:   func(m *Maatregel) string { return m.Streefdatum.String() },
			waarde: func(m *Maatregel) waarde { return kaleWaarde(m.Streefdatum.String()) },
			zet: func(m *Maatregel, s string) (err error) {
				if m.Streefdatum, err = werkdagen.LeesDatum(s); err == nil {
					err = werkdagen.BinnenBereik(m.Streefdatum)
				}
				return err
			},
		},
		{
			naam:   "controle",
			lees:   func(m *Maatregel) string { return m.Controle.String() },
			waarde: func(m *Maatregel) waarde { return m.Controle.waarde() },
			zet: func(m *Maatregel, s string) (err error) {
				m.Controle, err = LeesControlemoment(s)
				return err
			},
		},
		tekst("categorie", func(m *Maatregel) *string { return &m.Categorie }, categorieOfGeen),
		tekst("oorzaak", func(m *Maatregel) *string { return &m.Oorzaak }, nil),
	}
}

func maatregelveld(naam string) (maatregelzetter, bool) {
	for _, v := range maatregelzetters() {
		if v.naam == naam {
			return v, true
		}
	}
	return maatregelzetter{}, false
}

// MaatregelWijzigbaar lists the fields that can be changed afterwards.
func MaatregelWijzigbaar() []string {
	var namen []string
	for _, v := range maatregelzetters() {
		namen = append(namen, v.naam)
	}
	return namen
}

func categorieOfGeen(p *Procedure, s string) (string, error) {
	if s == "" {
		return "", nil
	}
	return p.KiesCategorie(s)
}

// WijzigMaatregel decides what changing fields comes to: for each an event with
// the old and the new value.
func (r *Regels) WijzigMaatregel(m *Maatregel, velden []Veldwaarde, op Tijdstip, vandaag werkdagen.Datum) ([]Maatregelgebeurtenis, error) {
	if op.Dag > vandaag {
		return nil, toekomst(op.Dag)
	}
	if err := m.bestaatAl(op.Dag); err != nil {
		return nil, err
	}
	var events []Maatregelgebeurtenis
	na, plan := *m, false // plan: a day changes
	for _, w := range velden {
		v, ok := maatregelveld(w.Naam)
		if !ok {
			return nil, &Fout{Wat: fmt.Sprintf("%s kan niet gewijzigd worden", w.Naam), Aanroep: true}
		}
		naar := w.Waarde
		if v.toets != nil {
			var err error
			if naar, err = v.toets(r.Procedure, naar); err != nil {
				return nil, err
			}
		}
		if err := v.zet(&na, naar); err != nil {
			return nil, &Fout{Wat: fmt.Sprintf("%s: %s", w.Naam, err), Aanroep: true}
		}
		g := Maatregelgebeurtenis{Wat: MaatregelGewijzigd, Op: op, Veld: w.Naam, Van: v.lees(m), Naar: v.lees(&na)}
		if g.Naar == g.Van {
			return nil, &Fout{Wat: fmt.Sprintf("%s van %s is al %q", w.Naam, m.Nummer, g.Naar)}
		}
		for _, e := range m.Verloop {
			if e.Wat == MaatregelGewijzigd && e.Veld == g.Veld && e.Op.VoorNa(op) > 0 {
				return nil, alGewijzigd(g.Veld, m.Nummer, e.Op.Dag, op.Dag)
			}
		}
		events = append(events, g)
		plan = plan || v.waarde != nil
	}
	if plan {
		return events, r.toetsPlan(&na, vandaag)
	}
	return events, nil
}
