package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func geschilCommando(om omgeving) *cobra.Command {
	return eenvoudigeStap(om, dossier.WatGeschil, &cobra.Command{
		Use:     "geschil NR",
		Short:   "Legt vast dat de klager naar de mediator gaat",
		Long:    `Legt vast dat de klager het met het voorstel niet eens is en het geschil aan de mediator voorlegt. Het advies van de mediator is bindend.`,
		Example: `  klacht geschil 7 --op 12-11-2026`,
	}, "waar het geschil over gaat", false, "")
}
