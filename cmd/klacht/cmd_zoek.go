package main

import (
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/werkdagen"
)

func zoekCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "zoek TEKST…",
		Short: "Zoekt in alle dossiers",
		Long: `Zoekt in nummer, onderwerp, omschrijving, klager, behandelaar, alle teksten van het verloop en de namen van bijlagen. ` +
			`Hoofdletters maken niet uit; van meer woorden moet elk ergens in het dossier staan.`,
		Example: `  klacht zoek factuur
  klacht zoek bakker creditnota`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		woorden := strings.Fields(nette(samen(args)))
		if len(woorden) == 0 {
			return verkeerd("er staat niet waarnaar gezocht moet worden")
		}
		return om.toonDossiers(cmd, om.ofVandaag(peildatum), alsJSON, func(d *dossier.Dossier) bool {
			tekst := d.Zoektekst()
			for _, w := range woorden {
				if !bevat(tekst, w) {
					return false
				}
			}
			return true
		}, func(*dossier.Procedure) {})
	}
	return cmd
}
