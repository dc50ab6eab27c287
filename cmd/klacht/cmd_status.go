package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func statusCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var exitcode, alsJSON bool
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Toont wat te laat is, wat vandaag moet en wat eraan komt",
		Long: `Toont wat er te doen is, het dringendste eerst: wat te laat is, wat vandaag of binnenkort moet (procedure.yaml zegt wat ` +
			`binnenkort is, gewoonlijk drie werkdagen), dan de rest, en wanneer het MT weer overlegt. Met --exitcode eindigt klacht met 3 als er iets te laat is.`,
		Example: `  klacht status
  klacht status --peildatum 31-12-2025`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	cmd.Flags().BoolVar(&exitcode, "exitcode", false, "eindig met code 3 als er iets te laat is")
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			dag := om.ofVandaag(peildatum)
			alle, fouten, err := om.leesAlle(cmd, m, dag)
			if err != nil {
				return err
			}
			status := dossier.Overzie(alle, dag, m.Procedure.Binnenkort)
			var mis error
			if status.Overleg, mis = om.overlegstatus(m, alle, dag); mis != nil {
				fouten = errors.Join(fouten, mis)
			}
			if alsJSON {
				err = scherm.SchrijfJSON(om.uit, status)
			} else {
				toonStatus(om.scherm(), status, volledig(fouten))
			}
			if exitcode && (status.TeLaat > 0 || status.Overleg.TeLaat()) {
				err = errors.Join(err, errTeLaat)
			}
			return errors.Join(fouten, err)
		})
	}
	return cmd
}

// toonStatus shows the status; of one that is not volledig it says so, for what could not be read may be late.
func toonStatus(s *scherm.Scherm, status dossier.Status, volledig bool) {
	s.Kop("Klachten op " + status.Peildatum.Lang())
	zin := "Alles is afgehandeld: er staat geen enkel dossier open."
	switch {
	case status.Open > 0:
		zin = fmt.Sprintf("%d %s open, %s.", status.Open, meervoud(status.Open, "dossier staat", "dossiers staan"), teLaatZin(status.TeLaat))
	case !volledig:
		zin = "In wat gelezen kon worden, staat geen dossier open."
	}
	if !volledig {
		zin += " Niet alles kon gelezen worden: zie de meldingen."
	}
	s.Alinea(zin)
	var delen []scherm.Deel
	for _, u := range dossier.Urgenties() {
		d := scherm.Deel{Kop: strings.ToUpper(string(u)), Toon: toonVanUrgentie(u)}
		for _, r := range status.Regels {
			if r.Stand != u {
				continue
			}
			rij, onder := statusrij(s, r)
			d.Rijen, d.Onder = append(d.Rijen, rij), append(d.Onder, onder)
		}
		if len(d.Rijen) > 0 {
			delen = append(delen, d)
		}
	}
	if len(delen) > 0 {
		s.Wit()
		kolommen := []scherm.Kolom{
			{Titel: "Nummer"},
			{Titel: "Onderwerp", Rekt: true},
			{Titel: "Wat"},
			{Titel: "Uiterlijk"},
			{Titel: "Werkdagen", Rechts: true},
			{Titel: "Behandelaar", Rekt: true, Mist: true},
		}
		if isSmal(s) {
			kolommen = slices.Delete(kolommen, 1, 2)
		}
		s.TabelInDelen(kolommen, delen...)
	}
	if !isSmal(s) && slices.ContainsFunc(status.Regels, func(r dossier.Statusregel) bool { return r.LaatsteWerkdag != r.Uiterlijk }) {
		s.Wit()
		s.Gekleurd(scherm.Zacht, noot)
	}
	toonOverlegstatus(s, status.Overleg)
	if status.TeVernietigen > 0 {
		s.Wit()
		s.Alinea(fmt.Sprintf("%d %s bewaard dan mag. Bekijk ze met: klacht opschonen", status.TeVernietigen, meervoud(status.TeVernietigen, "dossier is langer", "dossiers zijn langer")))
	}
}

func teLaatZin(n int) string {
	switch n {
	case 0:
		return "niets is te laat"
	case 1:
		return "waarvan 1 te laat"
	}
	return fmt.Sprintf("waarvan %d te laat", n)
}

func toonVanUrgentie(u dossier.Urgentie) scherm.Toon {
	switch u {
	case dossier.UrgentTeLaat:
		return scherm.Ernstig
	case dossier.UrgentVandaag, dossier.UrgentBinnenkort:
		return scherm.LetOp
	}
	return scherm.Nadruk
}

// statusrij is a row of the status. A narrow terminal has no room for the subject in it: there it stands below, with the last
// working day of a term that ends on a day off.
func statusrij(s *scherm.Scherm, r dossier.Statusregel) (rij []scherm.Cel, onder string) {
	wat, dag, over := wachtOp(r), "", ""
	onder = r.Onderwerp
	if r.Termijn != nil {
		wat, over = string(*r.Termijn), overkort(r)
		dag, _ = uiterlijkeDag(s, r.Uiterlijk, r.LaatsteWerkdag)
		if r.LaatsteWerkdag != r.Uiterlijk {
			onder += " – laatste werkdag " + r.LaatsteWerkdag.Kort()
		}
	}
	toonOver := scherm.Gewoon
	if r.Stand != dossier.UrgentOpTijd {
		toonOver = toonVanUrgentie(r.Stand)
	}
	rij = []scherm.Cel{
		{Tekst: r.Nummer}, {Tekst: r.Onderwerp}, {Tekst: wat}, {Tekst: dag}, {Tekst: over, Toon: toonOver}, {Tekst: r.Behandelaar},
	}
	if !isSmal(s) {
		return rij, ""
	}
	return slices.Delete(rij, 1, 2), onder
}

// wachtOp says what a dossier without an open promise waits for.
func wachtOp(r dossier.Statusregel) string {
	switch r.Toestand {
	case dossier.Voorgesteld:
		return "reactie"
	case dossier.InGeschil:
		return "mediator"
	}
	return string(r.Toestand)
}

func overkort(r dossier.Statusregel) string {
	over := *r.WerkdagenOver
	switch {
	case r.Stand == dossier.UrgentTeLaat && over == 0:
		return "te laat"
	case over < 0:
		return fmt.Sprintf("%d te laat", -over)
	case r.Stand == dossier.UrgentVandaag:
		return "vandaag"
	}
	return fmt.Sprintf("nog %d", over)
}
