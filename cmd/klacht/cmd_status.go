package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/werkdagen"
)

func statusCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var exitcode, alsJSON bool
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Toont wat te laat is, wat vandaag moet en wat eraan komt",
		Long: `Toont wat er te doen is, het dringendste eerst: wat te laat is, wat vandaag of binnenkort moet (procedure.yaml zegt wat ` +
			`binnenkort is, gewoonlijk drie werkdagen), en dan de rest. Met --exitcode eindigt klacht met 3 als er iets te laat is.`,
		Example: `  klacht status
  klacht status --peildatum 31-12-2025`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	cmd.Flags().BoolVar(&exitcode, "exitcode", false, "eindig met code 3 als er iets te laat is")
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return om.metMap(cmd, func(m *dossier.Map) error {
			dag := om.ofVandaag(peildatum)
			alle, fouten, err := om.leesAlle(cmd, m, dag)
			if err != nil {
				return err
			}
			status := dossier.Overzie(alle, dag, m.Procedure.Binnenkort)
			if alsJSON {
				err = schrijfJSON(om.uit, status)
			} else {
				toonStatus(om.scherm(), status)
			}
			if exitcode && status.TeLaat > 0 {
				err = errors.Join(err, errTeLaat)
			}
			return errors.Join(fouten, err)
		})
	}
	return cmd
}

func toonStatus(s *tekstscherm, status dossier.Status) {
	s.kop("Klachten op " + status.Peildatum.Lang())
	if status.Open == 0 {
		s.alinea("Alles is afgehandeld: er staat geen enkel dossier open.")
	} else {
		s.alinea(fmt.Sprintf("%d %s open, %s.", status.Open, meervoud(status.Open, "dossier staat", "dossiers staan"), teLaatZin(status.TeLaat)))
	}
	var delen []deel
	for _, u := range dossier.Urgenties() {
		d := deel{kop: strings.ToUpper(string(u)), toon: toonVanUrgentie(u)}
		for _, r := range status.Regels {
			if r.Stand == u {
				d.rijen = append(d.rijen, statusrijen(s, r)...)
			}
		}
		if len(d.rijen) > 0 {
			delen = append(delen, d)
		}
	}
	if len(delen) > 0 {
		s.wit()
		s.tabelInDelen([]kolom{
			{titel: "Nummer"},
			{titel: "Onderwerp", rekt: true, minst: 15},
			{titel: "Wat"},
			{titel: "Uiterlijk"},
			{titel: "Werkdagen", rechts: true},
			{titel: "Behandelaar", mist: true, rekt: true, minst: 8},
		}, delen...)
	}
	if slices.ContainsFunc(status.Regels, func(r dossier.Statusregel) bool { return r.LaatsteWerkdag != r.Uiterlijk }) {
		s.wit()
		s.gekleurd(zacht, noot)
	}
	if status.TeVernietigen > 0 {
		s.wit()
		s.alinea(fmt.Sprintf("%d %s bewaard dan mag. Bekijk ze met: klacht opschonen", status.TeVernietigen, meervoud(status.TeVernietigen, "dossier is langer", "dossiers zijn langer")))
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

func toonVanUrgentie(u dossier.Urgentie) toon {
	switch u {
	case dossier.UrgentTeLaat:
		return ernstig
	case dossier.UrgentVandaag, dossier.UrgentBinnenkort:
		return letop
	}
	return nadruk
}

// statusrijen is a row of the status, and one below it where the last working day needs its own.
func statusrijen(s *tekstscherm, r dossier.Statusregel) [][]cel {
	wat, uiterlijk, onder, over := wachtOp(r), "", "", ""
	if r.Termijn != nil {
		wat = string(*r.Termijn)
		uiterlijk, onder = s.uiterlijk(r.Uiterlijk, r.LaatsteWerkdag)
		over = overkort(r)
	}
	toonOver := gewoon
	if r.Stand != dossier.UrgentOpTijd {
		toonOver = toonVanUrgentie(r.Stand)
	}
	rijen := [][]cel{{
		{tekst: r.Nummer}, {tekst: r.Onderwerp}, {tekst: wat}, {tekst: uiterlijk},
		{tekst: over, toon: toonOver}, {tekst: r.Behandelaar},
	}}
	if onder != "" {
		rijen = append(rijen, rij("", "", "", onder, "", ""))
	}
	return rijen
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
