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
			`werkdagen na ontvangst. Een intern gemelde onvolkomenheid heeft geen ontvangst om te bevestigen. Met --verstuur verstuurt klacht de ` +
			`ontvangstbevestiging ook, na uw ja.`,
		Example: `  klacht bevestig K2026-0007
  klacht bevestig 7 --op gisteren
  klacht bevestig 7 --verstuur`,
	}, "wat er geschreven is", false, "ontvangstbevestiging")
}

// eenvoudigeStap makes the command for a step that has a text and nothing else; brief is the letter that does the step, "" for none.
func eenvoudigeStap(om omgeving, wat dossier.Wat, cmd *cobra.Command, uitleg string, verplicht bool, brief string) *cobra.Command {
	v := &verzendopdracht{stap: &stap{om: om}, wat: wat, briefvlaggen: briefvlaggen{sjabloon: brief}}
	verstuur := false
	vlagTekst(cmd, &v.tekst, "tekst", "TEKST", uitleg+"; met - komt de tekst van de invoer")
	if brief != "" {
		cmd.Flags().BoolVar(&verstuur, "verstuur", false, "verstuur de brief "+brief+" aan de klager, na uw ja")
		v.bijlagevlag(cmd)
		v.nogmaalsvlag(cmd)
	}
	v.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := v.past(verstuur); err != nil {
			return err
		}
		tekst, err := om.ofInvoer(v.tekst)
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
		if verstuur {
			v.nr, v.tekst = args[0], tekst
			return v.verstuur(cmd)
		}
		return v.legVast(cmd, args[0], func(*dossier.Map, *dossier.Klacht) (dossier.Gebeurtenis, error) {
			return dossier.Gebeurtenis{Wat: wat, Tekst: tekst}, nil
		})
	}
	return cmd
}

// past refuses flags that don't go together with sending, or without.
func (v *verzendopdracht) past(verstuur bool) error {
	switch {
	case verstuur && v.op != 0:
		return verkeerd("--op kan niet met --verstuur: de brief gaat nu weg").metTip("laat --op weg; wat eerder verstuurd is, legt u vast zonder --verstuur")
	case !verstuur && len(v.bijlagen) > 0:
		return verkeerd("--bijlage kan alleen met --verstuur").metTip("een bestand in het dossier zetten kan met klacht bijlage")
	case !verstuur && v.nogmaals:
		return verkeerd("--nogmaals kan alleen met --verstuur")
	}
	return nil
}
