package main

import (
	"errors"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// wachtend is a message that waits, in JSON.
type wachtend struct {
	Nummer        string           `json:"nummer"`
	Ontvangen     dossier.Tijdstip `json:"ontvangen"`
	Van           persoonJSON      `json:"van"`
	Klager        persoonJSON      `json:"klager"`
	Onderwerp     string           `json:"onderwerp"`
	Vraag         string           `json:"vraag"`
	Dossier       *string          `json:"dossier"`
	BevestigenTot werkdagen.Datum  `json:"bevestigen_tot"`
}

type persoonJSON struct {
	Naam  string `json:"naam"`
	Email string `json:"email"`
}

// watWacht gives the messages that wait, the earliest received first.
func (bd *beoordeling) watWacht() (uit []*dossier.Inkomend, fouten error) {
	alle, meldingen, fouten := bd.m.Inkomend()
	bd.om.meld(meldingen)
	for _, i := range alle {
		if i.Oordeel == "" {
			uit = append(uit, i)
		}
	}
	return uit, fouten
}

func (bd *beoordeling) toonLijst() error {
	alle, fouten := bd.watWacht()
	lijst := []wachtend{}
	var rijen [][]scherm.Cel
	for _, i := range alle {
		uiterlijk, err := bd.m.BevestigenVoor(i.Ontvangen.Dag)
		if err != nil {
			return err
		}
		w := wachtend{
			Nummer: i.Label, Ontvangen: i.Ontvangen, Van: persoonJSON{i.Van.Naam, i.Van.Email}, Klager: persoonJSON{i.Wie().Naam, i.Wie().Email},
			Onderwerp: i.Onderwerp, Vraag: i.Vraag, BevestigenTot: uiterlijk,
		}
		if s := i.Dossier.String(); i.Dossier != (dossier.Nummer{}) {
			w.Dossier = &s
		}
		lijst = append(lijst, w)
		toon := scherm.Gewoon
		if uiterlijk != 0 && uiterlijk < bd.wie.Nu.Dag {
			toon = scherm.Ernstig
		}
		rijen = append(rijen, []scherm.Cel{{Tekst: i.Label}, {Tekst: i.Ontvangen.Dag.Kort()}, {Tekst: dagOfStreep(uiterlijk), Toon: toon}, {Tekst: klagerzin(i.Wie())}, {Tekst: i.Onderwerp}, {Tekst: i.Vraag}})
	}
	if bd.alsJSON {
		return errors.Join(fouten, scherm.SchrijfJSON(bd.om.uit, struct {
			Berichten []wachtend `json:"berichten"`
		}{lijst}))
	}
	s := bd.om.scherm()
	if len(rijen) == 0 {
		s.Alinea("Er wacht geen bericht op een beoordeling.")
		return fouten
	}
	s.Tabel([]scherm.Kolom{
		{Titel: "Nr"}, {Titel: "Ontvangen"}, {Titel: "Bevestigen"}, {Titel: "Van", Rekt: true}, {Titel: "Onderwerp", Rekt: true}, {Titel: "Vraag", Rekt: true, Mist: true},
	}, rijen)
	return fouten
}

func dagOfStreep(d werkdagen.Datum) string {
	if d == 0 {
		return "–"
	}
	return d.Kort()
}
