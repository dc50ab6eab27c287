package dossier

import (
	"fmt"
	"slices"

	"klacht/werkdagen"
)

// tekst gives a new klacht.yaml. Later writes splice into it.
func (k *Klacht) tekst() []byte {
	t := func(naam, s string) bladveld { return bladveld{sleutel: naam, waarde: tekstWaarde(s)} }
	velden := []bladveld{
		{sleutel: "dossierformaat", waarde: kaleWaarde(fmt.Sprint(Formaat)), toelichting: []string{
			"Klachtdossier: wie, wat en het verloop. Toestand en termijnen worden hieruit",
			"berekend. Met de hand aanpassen mag; nieuwe gebeurtenissen komen onderaan.",
		}},
		t("id", k.ID),
		t("soort", string(k.Soort)),
		t("herkomst", string(k.Herkomst)),
		t("onderwerp", k.Onderwerp),
		t("categorie", k.Categorie),
		t("ernst", string(k.Ernst)),
	}
	for _, v := range []bladveld{
		t("kanaal", k.Kanaal), t("behandelaar", k.Behandelaar), t("betreft", k.Betreft), t("cursus", k.Cursus),
	} {
		if v.waarde.tekst != "" {
			velden = append(velden, v)
		}
	}
	var klager []bladveld
	for _, v := range []bladveld{
		t("naam", k.Klager.Naam), t("email", k.Klager.Email), t("telefoon", k.Klager.Telefoon), t("organisatie", k.Klager.Organisatie),
	} {
		if v.waarde.tekst != "" {
			klager = append(klager, v)
		}
	}
	if len(klager) > 0 {
		velden = append(velden, bladveld{sleutel: "klager", waarde: groepWaarde(klager...)})
	}
	for _, v := range []bladveld{t("omschrijving", k.Omschrijving), t("gewenst", k.Gewenst)} {
		if v.waarde.tekst != "" {
			velden = append(velden, v)
		}
	}
	if o := k.Overgenomen; o != (Overname{}) {
		rij := []bladveld{t("bron", o.Bron)}
		if o.Nummer != "" {
			rij = append(rij, t("nummer", o.Nummer))
		}
		velden = append(velden, bladveld{sleutel: "overgenomen", waarde: groepWaarde(append(rij, t("kenmerk", o.Kenmerk))...)})
	}
	velden = append(velden, bladveld{sleutel: "beloofd", waarde: k.Beloofd.waarde(), witregel: true, toelichting: []string{
		"Wat bij ontvangst beloofd is; een latere wijziging van procedure.yaml verandert dit niet.",
	}})
	var verloop []waarde
	for i := range k.Verloop {
		verloop = append(verloop, k.Verloop[i].waarde())
	}
	velden = append(velden, bladveld{sleutel: "verloop", waarde: lijstWaarde(verloop...), witregel: true})
	return schrijfBlad(velden...)
}

// waarde gives what was promised as it is written.
func (b Belofte) waarde() waarde {
	var velden []bladveld
	for _, t := range b.Termijnen {
		velden = append(velden, bladveld{sleutel: string(t.Naam), waarde: tekstWaarde(t.Termijn.String())})
	}
	var week, gesloten, onbekend []waarde
	for _, d := range b.Opties.Werkweek {
		week = append(week, tekstWaarde(d.Kort()))
	}
	for _, s := range b.Opties.Gesloten {
		gesloten = append(gesloten, sluitingWaarde(s))
	}
	velden = append(velden,
		bladveld{sleutel: "kalender", waarde: tekstWaarde(string(b.Opties.Kalender))},
		bladveld{sleutel: "gelijkgesteld", waarde: tekstWaarde(string(b.Opties.Gelijkgesteld))},
		bladveld{sleutel: "verlenging", waarde: tekstWaarde(string(b.Opties.Verlenging))},
	)
	if !slices.Equal(b.Opties.Werkweek, gewoneWerkweek()) && b.Opties.Werkweek != nil {
		velden = append(velden, bladveld{sleutel: "werkweek", waarde: lijstWaarde(week...)})
	}
	if len(gesloten) > 0 {
		velden = append(velden, bladveld{sleutel: "gesloten", waarde: lijstWaarde(gesloten...)})
	}
	for _, naam := range b.Onbekend {
		onbekend = append(onbekend, tekstWaarde(string(naam)))
	}
	if len(onbekend) > 0 {
		velden = append(velden, bladveld{sleutel: "onbekend", waarde: lijstWaarde(onbekend...)})
	}
	return groepWaarde(velden...)
}

// gewoneWerkweek is what holds where a promise names no werkweek.
func gewoneWerkweek() []werkdagen.Weekdag {
	return []werkdagen.Weekdag{werkdagen.Maandag, werkdagen.Dinsdag, werkdagen.Woensdag, werkdagen.Donderdag, werkdagen.Vrijdag}
}

func sluitingWaarde(s werkdagen.Sluiting) waarde {
	velden := []bladveld{
		{sleutel: "van", waarde: kaleWaarde(s.Van.String())},
		{sleutel: "tot", waarde: kaleWaarde(s.Tot.String())},
	}
	if s.Omschrijving != "" {
		velden = append(velden, bladveld{sleutel: "omschrijving", waarde: tekstWaarde(s.Omschrijving)})
	}
	return groepWaarde(velden...)
}

// waarde gives the event as it is written.
func (g *Gebeurtenis) waarde() waarde {
	velden := gebeurtenisbegin(g.ID, string(g.Wat), g.Op, g.Vastgelegd, g.Door)
	if g.Toch {
		velden = append(velden, bladveld{sleutel: "toch", waarde: kaleWaarde("ja")})
	}
	velden = append(velden, bladvelden(g.velden())...)
	if len(g.Bestanden) > 0 {
		var bestanden []waarde
		for _, b := range g.Bestanden {
			rij := []bladveld{{sleutel: "bestand", waarde: tekstWaarde(b.Bestand)}}
			if b.Naam != "" {
				rij = append(rij, bladveld{sleutel: "naam", waarde: tekstWaarde(b.Naam)})
			}
			rij = append(rij,
				bladveld{sleutel: "bytes", waarde: kaleWaarde(fmt.Sprint(b.Bytes))},
				bladveld{sleutel: "sha256", waarde: tekstWaarde(b.SHA256)})
			bestanden = append(bestanden, groepWaarde(rij...))
		}
		velden = append(velden, bladveld{sleutel: "bestanden", waarde: lijstWaarde(bestanden...)})
	}
	return groepWaarde(velden...)
}
