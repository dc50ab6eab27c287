package dossier

import (
	"fmt"

	"klacht/werkdagen"
)

// How vernietigd.yaml has the facts of a dossier that the figures need: nothing
// of the complainant, no subject, no text.

// feiten reads what the figures need.
func (l *lezer) feiten(f *Feiten) veldlezers {
	dagen := func(naar *[]werkdagen.Datum) func(*knoop) {
		return func(k *knoop) {
			l.reeks(k, "een lijst van dagen", func(item *knoop) {
				var d werkdagen.Datum
				l.datum(&d)(item)
				*naar = append(*naar, d)
			})
		}
	}
	return veldlezers{
		"soort": keuze(l, &f.Soort, Soorten()), "herkomst": keuze(l, &f.Herkomst, Herkomsten()),
		"categorie": l.tekst(&f.Categorie), "oorzaak": l.tekst(&f.Oorzaak), "geanalyseerd_op": l.datum(&f.OorzaakOp),
		"ontvangen": l.datum(&f.Ontvangen),
		"termijnen": func(k *knoop) {
			l.reeks(k, "termijnen", func(item *knoop) {
				t := Termijnfeit{Ronde: 1}
				l.velden(item, "een termijn", veldlezers{
					"naam": keuze(l, &t.Naam, Termijnnamen()), "ronde": l.aantal(&t.Ronde, 1, 9999),
					"uiterlijk": l.datum(&t.Uiterlijk), "voldaan_op": l.datum(&t.VoldaanOp),
					"vervallen_op": l.datum(&t.VervallenOp), "onbekend": l.jaNee(&t.Onbekend),
				})
				f.Termijnen = append(f.Termijnen, t)
			})
		},
		"afgehandeld": func(k *knoop) {
			l.reeks(k, "afgehandeld", func(item *knoop) {
				s := Sluiting{}
				l.velden(item, "een afhandeling", veldlezers{"op": l.datum(&s.Op), "uitkomst": keuze(l, &s.Uitkomst, gelezenUitkomsten())})
				f.Sluitingen = append(f.Sluitingen, s)
			})
		},
		"heropend": dagen(&f.Heropend), "geschil": dagen(&f.Geschillen), "advies": dagen(&f.Adviezen),
	}
}

// velden gives as they are written what the figures need.
func (f Feiten) velden() []bladveld {
	dagen := func(alle []werkdagen.Datum) waarde {
		var uit []waarde
		for _, d := range alle {
			uit = append(uit, dagWaarde(d))
		}
		return lijstWaarde(uit...)
	}
	velden := []bladveld{
		{sleutel: "soort", waarde: tekstWaarde(string(f.Soort))},
		{sleutel: "herkomst", waarde: tekstWaarde(string(f.Herkomst))},
		{sleutel: "categorie", waarde: tekstWaarde(f.Categorie)},
	}
	if f.Oorzaak != "" {
		velden = append(velden, bladveld{sleutel: "oorzaak", waarde: tekstWaarde(f.Oorzaak)})
	}
	if f.OorzaakOp != 0 {
		velden = append(velden, bladveld{sleutel: "geanalyseerd_op", waarde: dagWaarde(f.OorzaakOp)})
	}
	velden = append(velden, bladveld{sleutel: "ontvangen", waarde: dagWaarde(f.Ontvangen)})
	var termijnen, sluitingen []waarde
	for _, t := range f.Termijnen {
		rij := []bladveld{{sleutel: "naam", waarde: tekstWaarde(string(t.Naam))}}
		if t.Ronde > 1 {
			rij = append(rij, bladveld{sleutel: "ronde", waarde: kaleWaarde(fmt.Sprint(t.Ronde))})
		}
		rij = append(rij, bladveld{sleutel: "uiterlijk", waarde: dagWaarde(t.Uiterlijk)})
		if t.VoldaanOp != 0 {
			rij = append(rij, bladveld{sleutel: "voldaan_op", waarde: dagWaarde(t.VoldaanOp)})
		}
		if t.VervallenOp != 0 {
			rij = append(rij, bladveld{sleutel: "vervallen_op", waarde: dagWaarde(t.VervallenOp)})
		}
		if t.Onbekend {
			rij = append(rij, bladveld{sleutel: "onbekend", waarde: kaleWaarde("ja")})
		}
		termijnen = append(termijnen, groepWaarde(rij...))
	}
	for _, s := range f.Sluitingen {
		sluitingen = append(sluitingen, groepWaarde(
			bladveld{sleutel: "op", waarde: dagWaarde(s.Op)},
			bladveld{sleutel: "uitkomst", waarde: tekstWaarde(string(s.Uitkomst))},
		))
	}
	for _, lijst := range []bladveld{
		{sleutel: "termijnen", waarde: lijstWaarde(termijnen...)},
		{sleutel: "afgehandeld", waarde: lijstWaarde(sluitingen...)},
		{sleutel: "heropend", waarde: dagen(f.Heropend)},
		{sleutel: "geschil", waarde: dagen(f.Geschillen)},
		{sleutel: "advies", waarde: dagen(f.Adviezen)},
	} {
		if !lijst.waarde.isHol() {
			velden = append(velden, lijst)
		}
	}
	if f.Bewaarplicht {
		velden = append(velden, bladveld{sleutel: "bewaarplicht", waarde: kaleWaarde("ja")})
	}
	return velden
}
