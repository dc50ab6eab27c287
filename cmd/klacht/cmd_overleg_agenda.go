package main

import (
	"errors"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func overlegAgendaCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var metNamen, alsJSON bool
	cmd := &cobra.Command{
		Use:   "agenda",
		Short: "Maakt de agenda, om in een mail te plakken",
		Long: `Maakt de agenda van het volgende overleg als Markdown, om in een mail te plakken: wat er sinds het vorige overleg binnenkwam en ` +
			`afgehandeld is, wat te laat is, geschillen bij de mediator, maatregelen die uitgevoerd of gecontroleerd moeten worden, signalen, en ` +
			`wat er van de vorige besluiten kwam. Was er nog geen overleg, dan gaat het over dit kalenderjaar. Namen van mensen en onderwerpen ` +
			`van klachten komen er alleen in met --met-namen.`,
		Example: `  klacht overleg agenda
  klacht overleg agenda --peildatum 26-11-2026 --met-namen`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	cmd.Flags().BoolVar(&metNamen, "met-namen", false, "noem onderwerp, klager en behandelaar van elk dossier, en wie verantwoordelijk is voor een maatregel")
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			agenda, fouten, err := om.agenda(cmd, m, om.ofVandaag(peildatum), metNamen)
			switch {
			case err != nil:
			case alsJSON:
				err = scherm.SchrijfJSON(om.uit, agenda)
			default:
				err = agenda.SchrijfMarkdown(om.uit)
			}
			return errors.Join(fouten, err)
		})
	}
	return cmd
}

// agenda is what a meeting on day dag has to discuss. What could not be read is in fouten.
func (om omgeving) agenda(cmd *cobra.Command, m *dossier.Map, dag werkdagen.Datum, metNamen bool) (a rapport.Agenda, fouten, err error) {
	overleggen, fouten := om.leesOverleggen(m, dag)
	periode, vorige, err := overlegperiode(overleggen, dag)
	if err != nil {
		return a, fouten, err
	}
	in, meer, err := om.rapportinvoer(cmd, m, rapport.Invoer{
		Periode: periode, Vorige: vorige, Peildatum: dag, MetNamen: metNamen,
		// The meeting of that very day, when it is on file already, is not the one before.
		Overleggen: dossier.OverleggenTot(overleggen, dag-1),
	})
	if fouten = errors.Join(fouten, meer); err != nil {
		return a, fouten, err
	}
	return rapport.MaakAgenda(bereken(in, fouten)), fouten, nil
}
