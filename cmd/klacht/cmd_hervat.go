package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func hervatCommando(om omgeving) *cobra.Command {
	return eenvoudigeStap(om, dossier.WatHervat, &cobra.Command{
		Use:     "hervat NR",
		Short:   "Laat een opgeschorte termijn weer lopen",
		Long:    `Legt vast dat er weer verder gewerkt kan worden, bijvoorbeeld omdat het antwoord van de klager er is. De opschorting telt tot en met die dag.`,
		Example: `  klacht hervat 7 --op 2-12-2026`,
	}, "wat het antwoord was, of waarom het verder kan", false, "")
}
