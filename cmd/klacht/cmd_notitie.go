package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func notitieCommando(om omgeving) *cobra.Command {
	s := &stap{om: om}
	cmd := &cobra.Command{
		Use:   "notitie NR TEKST…",
		Short: "Voegt een notitie toe",
		Long:  `Voegt een notitie toe aan het verloop. Met - in plaats van TEKST komt de tekst van de invoer. Een notitie staat geen stap in de weg en kan ook in een afgerond dossier.`,
		Example: `  klacht notitie 7 "Gebeld: klager stuurt de factuur na"
  klacht notitie 7 - < gesprek.txt`,
	}
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		tekst, err := om.ofInvoer(samen(args[1:]))
		if err != nil {
			return err
		}
		if tekst == "" {
			return verkeerd("de notitie is leeg")
		}
		return s.legVast(cmd, args[0], func(*dossier.Map, *dossier.Klacht) (dossier.Gebeurtenis, error) {
			return dossier.Gebeurtenis{Wat: dossier.WatNotitie, Tekst: tekst}, nil
		})
	}
	return cmd
}
