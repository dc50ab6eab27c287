package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

// antwoord is what a complainant says to a proposal.
type antwoord string

func antwoorden() []antwoord {
	return []antwoord{antwoord(dossier.WatAkkoord), antwoord(dossier.WatNietAkkoord), dossier.ReactieGeen}
}

func reactieCommando(om omgeving) *cobra.Command {
	s := &stap{om: om}
	var tekst string
	cmd := &cobra.Command{
		Use:   "reactie NR akkoord|niet-akkoord|geen",
		Short: "Legt vast wat de klager van het voorstel vindt",
		Long: `Legt vast wat de klager van het voorstel vindt. Met geen staat in het dossier dat er niet gereageerd is. ` +
			`Wie niet akkoord is, kan naar de mediator.`,
		Example: `  klacht reactie 7 akkoord
  klacht reactie 7 niet-akkoord --tekst "Wil het hele bedrag terug"`,
	}
	vlagTekst(cmd, &tekst, "tekst", "TEKST", "wat de klager schreef of zei; met - komt de tekst van de invoer")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		gekozen, err := dossier.Kies("reactie", args[1], antwoorden())
		if err != nil {
			return err
		}
		tekst, err := om.ofInvoer(tekst)
		if err != nil {
			return err
		}
		g := dossier.Gebeurtenis{Wat: dossier.Wat(gekozen), Tekst: tekst}
		if gekozen == dossier.ReactieGeen {
			// There is no such event: nothing happened, which is worth a note.
			g.Wat, g.Reactie = dossier.WatNotitie, dossier.ReactieGeen
			if g.Tekst == "" {
				g.Tekst = "Geen reactie op het voorstel."
			}
		}
		return s.legVast(cmd, args[0], func(*dossier.Map, *dossier.Klacht) (dossier.Gebeurtenis, error) { return g, nil })
	}
	return cmd
}
