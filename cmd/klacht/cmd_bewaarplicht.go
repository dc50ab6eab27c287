package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func bewaarplichtCommando(om omgeving) *cobra.Command {
	s := &stap{om: om}
	var reden string
	var opheffen bool
	cmd := &cobra.Command{
		Use:   "bewaarplicht NR",
		Short: "Houdt een dossier buiten de vernietiging, of heft dat op",
		Long: `Houdt een dossier buiten de vernietiging, bijvoorbeeld omdat er een rechtszaak loopt. Met --opheffen geldt weer de gewone ` +
			`bewaartermijn.`,
		Example: `  klacht bewaarplicht 7 --reden "Procedure bij de rechtbank"
  klacht bewaarplicht 7 --opheffen`,
	}
	vlagTekst(cmd, &reden, "reden", "TEKST", "waarom")
	cmd.Flags().BoolVar(&opheffen, "opheffen", false, "hef de bewaarplicht op")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		g := dossier.Gebeurtenis{Wat: dossier.WatBewaarplichtOpheven}
		if !opheffen {
			g.Wat = dossier.WatBewaarplicht
			if err := om.vulAan(&reden, "reden", "TEKST", "Reden"); err != nil {
				return err
			}
		}
		if g.Reden = nette(reden); g.Reden == "" && !opheffen {
			return ontbreekt("reden", "TEKST")
		}
		return s.legVast(cmd, args[0], func(*dossier.Map, *dossier.Klacht) (dossier.Gebeurtenis, error) { return g, nil })
	}
	return cmd
}
