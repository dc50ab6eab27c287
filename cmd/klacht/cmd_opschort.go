package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/werkdagen"
)

func opschortCommando(om omgeving) *cobra.Command {
	var tot werkdagen.Datum
	cmd := &cobra.Command{
		Use:   "opschort NR",
		Short: "Zet de termijn voor het voorstel stil terwijl op de klager gewacht wordt",
		Long: `Zet de termijn voor het voorstel stil terwijl op de klager gewacht wordt, van de dag na het verzoek tot en met de dag van ` +
			`het antwoord (klacht hervat), en ten langste tot en met --tot. De termijn voor de bevestiging loopt altijd door.`,
		Example: `  klacht opschort 7 --reden "Factuur opgevraagd bij de klager" --tot 11-12-2026`,
	}
	vlagDatum(cmd, om, &tot, "tot", "tot en met welke dag er gewacht wordt; verplicht")
	cmd = stapMetReden(om, cmd, func(reden string) dossier.Gebeurtenis {
		return dossier.Gebeurtenis{Wat: dossier.WatOpgeschort, Reden: reden, Tot: tot}
	})
	vast := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := om.vulDatumAan(&tot, "tot", "Tot en met welke dag wordt er gewacht"); err != nil {
			return err
		}
		return vast(cmd, args)
	}
	return cmd
}
