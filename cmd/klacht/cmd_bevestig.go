package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func bevestigCommando(om omgeving) *cobra.Command {
	return eenvoudigeStap(om, dossier.WatBevestigd, &cobra.Command{
		Use:   "bevestig NR",
		Short: "Legt vast dat de ontvangst aan de klager bevestigd is",
		Long: `Legt vast dat de ontvangst aan de klager bevestigd is. Dat hoort binnen de beloofde termijn te gebeuren, gewoonlijk vijf ` +
			`werkdagen na ontvangst. Een intern gemelde onvolkomenheid heeft geen ontvangst om te bevestigen.`,
		Example: `  klacht bevestig K2026-0007
  klacht bevestig 7 --op gisteren`,
	}, "wat er geschreven is", false)
}

// eenvoudigeStap makes the command for a step that has a text and nothing else.
func eenvoudigeStap(om omgeving, wat dossier.Wat, cmd *cobra.Command, uitleg string, verplicht bool) *cobra.Command {
	s := &stap{om: om}
	var tekst string
	vlagTekst(cmd, &tekst, "tekst", "TEKST", uitleg+"; met - komt de tekst van de invoer")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		tekst, err := om.ofInvoer(tekst)
		if err != nil {
			return err
		}
		if verplicht && tekst == "" {
			if !om.vraagbaar {
				return ontbreekt("tekst", "TEKST").metTip("geef met --tekst %s", uitleg)
			}
			if err := om.vulAan(&tekst, "tekst", "TEKST", hoofdletter(uitleg)); err != nil {
				return err
			}
		}
		return s.legVast(cmd, args[0], func(*dossier.Map, *dossier.Klacht) (dossier.Gebeurtenis, error) {
			return dossier.Gebeurtenis{Wat: wat, Tekst: tekst}, nil
		})
	}
	return cmd
}
