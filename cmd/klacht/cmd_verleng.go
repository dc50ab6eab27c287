package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/werkdagen"
)

func verlengCommando(om omgeving) *cobra.Command {
	var tot werkdagen.Datum
	var met werkdagen.Termijn
	cmd := &cobra.Command{
		Use:   "verleng NR",
		Short: "Verlengt de termijn voor het voorstel, met reden",
		Long: `Verlengt de termijn voor het voorstel, of bij een onvolkomenheid die voor de afhandeling: tot een datum, of met een termijn. ` +
			`Dat kan alleen zolang de oude termijn niet verstreken is. Laat het de klager weten. De oorspronkelijke termijn blijft zichtbaar.`,
		Example: `  klacht verleng 7 --tot 15-1-2027 --reden "De cursusleider is tot januari afwezig"
  klacht verleng 7 --met "2 weken" --reden "Extra onderzoek nodig"`,
	}
	vlagDatum(cmd, om, &tot, "tot", "de nieuwe laatste dag")
	vlagTermijn(cmd, &met, "met", "hoeveel erbij komt, zoals 2 weken")
	cmd = stapMetReden(om, cmd, func(reden string) dossier.Gebeurtenis {
		return dossier.Gebeurtenis{Wat: dossier.WatVerlengd, Reden: reden, Tot: tot, Met: met}
	})
	vast := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case tot == 0 && met.Aantal == 0 && om.vraagbaar:
			if err := om.vulDatumAan(&tot, "tot", "De nieuwe laatste dag"); err != nil {
				return err
			}
		case tot == 0 && met.Aantal == 0:
			return verkeerd("--tot of --met ontbreekt").metTip("geef --tot DATUM of --met TERMIJN")
		case tot != 0 && met.Aantal != 0:
			return verkeerd("--tot en --met kunnen niet samen").metTip("geef één van beide")
		}
		return vast(cmd, args)
	}
	return cmd
}
