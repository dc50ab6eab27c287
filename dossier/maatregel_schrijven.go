package dossier

import "fmt"

// tekst gives a new file of a measure. Later writes splice into it.
func (m *Maatregel) tekst() []byte {
	t := func(naam, s string) bladveld { return bladveld{sleutel: naam, waarde: tekstWaarde(s)} }
	velden := []bladveld{
		{sleutel: "dossierformaat", waarde: kaleWaarde(fmt.Sprint(Formaat)), toelichting: []string{
			"Maatregel: wat er verandert, wie dat doet, en het verloop. Hij blijft langer dan",
			"de dossiers waar hij uit voortkwam: zet hier niets in over klagers. Met de hand",
			"aanpassen mag; nieuwe gebeurtenissen komen onderaan.",
		}},
		t("id", m.ID),
		t("omschrijving", m.Omschrijving),
		t("soort", string(m.Soort)),
		t("verantwoordelijke", m.Verantwoordelijke),
		{sleutel: "streefdatum", waarde: kaleWaarde(m.Streefdatum.String())},
		{sleutel: "controle", waarde: m.Controle.waarde()},
	}
	for _, v := range []bladveld{t("categorie", m.Categorie), t("oorzaak", m.Oorzaak)} {
		if v.waarde.tekst != "" {
			velden = append(velden, v)
		}
	}
	if len(m.Dossiers) > 0 {
		var nummers []waarde
		for _, n := range m.Dossiers {
			nummers = append(nummers, kaleWaarde(n.String()))
		}
		velden = append(velden, bladveld{sleutel: "dossiers", waarde: lijstWaarde(nummers...)})
	}
	if m.VervolgOp != (Maatregelnummer{}) {
		velden = append(velden, bladveld{sleutel: "vervolg_op", waarde: kaleWaarde(m.VervolgOp.String())})
	}
	var verloop []waarde
	for i := range m.Verloop {
		verloop = append(verloop, m.Verloop[i].waarde())
	}
	return schrijfBlad(append(velden, bladveld{sleutel: sleutelVerloop, waarde: lijstWaarde(verloop...), witregel: true})...)
}

func (c Controlemoment) waarde() waarde {
	if c.Dag != 0 {
		return kaleWaarde(c.Dag.String())
	}
	return tekstWaarde(c.Na.String())
}

// waarde gives the event as it is written.
func (g *Maatregelgebeurtenis) waarde() waarde {
	return groepWaarde(append(gebeurtenisbegin(g.ID, string(g.Wat), g.Op, g.Vastgelegd, g.Door), bladvelden(g.velden())...)...)
}

// metMaatregelgebeurtenis gives the file with an event at its end, and a changed
// field with its new value.
func (b *blad) metMaatregelgebeurtenis(g *Maatregelgebeurtenis) (*blad, error) {
	if v, ok := maatregelveld(g.Veld); ok && g.Wat == MaatregelGewijzigd {
		w := tekstWaarde(g.Naar)
		if v.waarde != nil {
			na := &Maatregel{}
			if err := v.zet(na, g.Naar); err != nil {
				return nil, err
			}
			w = v.waarde(na)
		}
		var err error
		if b, err = b.zet([]string{v.naam}, w); err != nil {
			return nil, err
		}
	}
	return b.voegToe(sleutelVerloop, g.waarde())
}
