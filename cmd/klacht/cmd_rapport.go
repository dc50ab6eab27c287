package main

import (
	"errors"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/werkdagen"
)

func rapportCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var keuze rapport.Keuze
	var formaat string
	var metNamen, alsJSON bool
	cmd := &cobra.Command{
		Use:   "rapport",
		Short: "Maakt het klachtenrapport voor het MT",
		Long: `Maakt het klachtenrapport voor het MT: hoeveel klachten er kwamen en afgehandeld zijn, of dat op tijd was, waarover ze gingen ` +
			`en waardoor, en wat nu te laat is, vergeleken met de periode ervoor. Zonder opties gaat het over dit kalenderjaar tot en met ` +
			`vandaag. Namen van mensen en wat klagers schreven komen er alleen in met --met-namen.`,
		Example: `  klacht rapport
  klacht rapport --periode 2026-Q3 --formaat md
  klacht rapport --van 1-1-2026 --tot 30-6-2026`,
	}
	f := cmd.Flags()
	f.StringVar(&formaat, "formaat", "scherm", "`FORMAAT`: scherm, md (Markdown), json of xlsx (rekenblad)")
	f.StringVar(&keuze.Periode, "periode", "", "een `PERIODE`: een jaar (2026), kwartaal (2026-Q3) of maand (2026-10)")
	f.StringVar(&keuze.Van, "van", "", "de eerste dag, als `DATUM`")
	f.StringVar(&keuze.Tot, "tot", "", "de laatste dag, als `DATUM`; anders vandaag")
	f.BoolVar(&metNamen, "met-namen", false, "noem onderwerp, klager en behandelaar van wat te laat is")
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if alsJSON {
			if cmd.Flags().Changed("formaat") && formaat != "json" {
				return verkeerd("--json en --formaat %s kunnen niet samen", formaat)
			}
			formaat = "json"
		}
		gekozen, err := rapport.KiesFormaat(rapport.Formaten(om.rapportscherm()), formaat)
		if err != nil {
			return err
		}
		dag := om.ofVandaag(peildatum)
		periode, vorige, err := keuze.Lees(dag)
		if err != nil {
			return err
		}
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			return om.rapporteer(cmd, m, gekozen, rapport.Invoer{Periode: periode, Vorige: vorige, Peildatum: dag, MetNamen: metNamen})
		})
	}
	return cmd
}

// rapportscherm is the screen as the report lays itself out on it.
func (om omgeving) rapportscherm() rapport.Scherm {
	s := rapport.Scherm{Kleur: om.kleur}
	if om.terminal {
		s.Breedte = om.breedte
	}
	return s
}

// rapporteer reads the folder, adds its facts to what in asks for, and writes the report. What could not be read is said after.
func (om omgeving) rapporteer(cmd *cobra.Command, m *dossier.Map, formaat rapport.Formaat, in rapport.Invoer) error {
	in, fouten, err := om.rapportinvoer(cmd, m, in)
	if err != nil {
		return errors.Join(err, fouten)
	}
	return errors.Join(formaat.Schrijver(om.uit, rapport.Bereken(in)), fouten)
}
