package dossier

import "fmt"

// leesMaatregel reads the file of a measure strictly. Warnings are about what is
// kept but not understood.
func leesMaatregel(n Maatregelnummer, bestand string, tekst []byte) (*Maatregel, []*Leesfout, error) {
	b, err := leesBlad(bestand, tekst, grensRecord)
	if err != nil {
		return nil, nil, err
	}
	return maatregelUitBlad(n, b)
}

func maatregelUitBlad(n Maatregelnummer, b *blad) (*Maatregel, []*Leesfout, error) {
	l := &lezer{bestand: b.bestand}
	m := &Maatregel{Nummer: n}
	l.velden(b.wortel, "een maatregel", veldlezers{
		"dossierformaat":    l.formaat,
		"id":                l.zin(&m.ID),
		"omschrijving":      l.zin(&m.Omschrijving),
		"soort":             keuze(l, &m.Soort, Maatregelsoorten()),
		"verantwoordelijke": l.zin(&m.Verantwoordelijke),
		"streefdatum":       l.datum(&m.Streefdatum),
		"controle":          l.controle(&m.Controle),
		"categorie":         l.naam(&m.Categorie),
		"oorzaak":           l.zin(&m.Oorzaak),
		"dossiers":          labels(l, "dossiers", &m.Dossiers, LeesNummer, "dossiernummer; schrijf bijvoorbeeld K2026-0007"),
		"vervolg_op": func(k *knoop) {
			l.kaal(k, func(s string) error {
				nr, ok := LeesMaatregelnummer(s)
				switch {
				case !ok:
					return fmt.Errorf("%q is geen nummer van een maatregel; schrijf bijvoorbeeld M2026-003", s)
				case nr == n:
					return fmt.Errorf("%s kan geen vervolg op zichzelf zijn", nr)
				}
				m.VervolgOp = nr
				return nil
			})
		},
		sleutelVerloop: func(k *knoop) {
			l.reeks(k, sleutelVerloop, func(item *knoop) { m.Verloop = append(m.Verloop, l.maatregelgebeurtenis(item)) })
		},
	})
	l.eisID(b.wortel, m.ID)
	l.eis(b.wortel, "omschrijving", m.Omschrijving)
	l.eis(b.wortel, "soort", string(m.Soort))
	l.eis(b.wortel, "verantwoordelijke", m.Verantwoordelijke)
	l.eis(b.wortel, "streefdatum", m.Streefdatum.String())
	l.eis(b.wortel, "controle", m.Controle.String())
	l.maatregelverloop(b.wortel, m.Verloop)
	if err := l.err(); err != nil {
		return nil, l.meldingen, err
	}
	return m, l.meldingen, nil
}

// controle reads a day, or a term after which one checks.
func (l *lezer) controle(naar *Controlemoment) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) (err error) {
			*naar, err = LeesControlemoment(s)
			return err
		})
	}
}

func (l *lezer) maatregelgebeurtenis(k *knoop) Maatregelgebeurtenis {
	g := Maatregelgebeurtenis{}
	if g.Wat = maatregelvelden.leesSoort(l, k, MaatregelUitgevoerd); g.Wat == "" {
		return g
	}
	maatregelvelden.leesVelden(l, k, g.Wat, veldlezers{
		"id": l.tekst(&g.ID), "wat": func(*knoop) {}, "op": l.tijdstip(&g.Op), "vastgelegd": l.tijdstip(&g.Vastgelegd), "door": l.tekst(&g.Door),
	}, veldlezers{
		"oordeel": keuze(l, &g.Oordeel, Doeltreffendheden()), "toelichting": l.tekst(&g.Toelichting), "reden": l.tekst(&g.Reden),
		"veld": l.tekst(&g.Veld), "van": l.tekst(&g.Van), "naar": l.tekst(&g.Naar),
	})
	if v, ok := maatregelveld(g.Veld); ok && g.Wat == MaatregelGewijzigd {
		// As of an earlier day these are its values.
		for _, w := range []Veldwaarde{{"van", g.Van}, {"naar", g.Naar}} {
			if err := v.zet(&Maatregel{}, w.Waarde); err != nil {
				waar := k
				if f := k.veld(w.Naam); f != nil {
					waar = f
				}
				l.fout(waar, fmt.Sprintf("%s van %s kan niet: %s", w.Naam, v.naam, err), "")
			}
		}
	}
	return g
}

// maatregelverloop checks the events together: ids are unique, one is the making.
func (l *lezer) maatregelverloop(wortel *knoop, verloop []Maatregelgebeurtenis) {
	if l.err() != nil {
		return
	}
	lijst := wortel.veld(sleutelVerloop)
	l.gebeurtenisids(lijst, len(verloop), func(i int) *string { return &verloop[i].ID })
	aangemaakt := 0
	for i := range verloop {
		if verloop[i].Wat == MaatregelAangemaakt {
			aangemaakt++
		}
	}
	if aangemaakt != 1 {
		k := wortel
		if lijst != nil {
			k = lijst
		}
		l.fout(k, fmt.Sprintf("het verloop moet één keer aangemaakt bevatten, niet %d keer", aangemaakt), "voeg toe wanneer de maatregel bedacht is: wat: aangemaakt, met op: en de datum")
	}
}
