package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func heropenCommando(om omgeving) *cobra.Command {
	return stapMetReden(om, &cobra.Command{
		Use:     "heropen NR",
		Short:   "Heropent een afgerond dossier",
		Long:    `Heropent een afgerond dossier. Er loopt dan opnieuw een termijn voor een voorstel, gerekend vanaf vandaag of --op; de eerste termijnen blijven staan zoals ze waren.`,
		Example: `  klacht heropen 7 --reden "Terugbetaling is niet aangekomen"`,
	}, func(reden string) dossier.Gebeurtenis {
		return dossier.Gebeurtenis{Wat: dossier.WatHeropend, Reden: reden}
	})
}

// stapMetReden makes the command for a step that must have a reason. The command has declared its own flags.
func stapMetReden(om omgeving, cmd *cobra.Command, maak func(reden string) dossier.Gebeurtenis) *cobra.Command {
	s := &stap{om: om}
	var reden string
	vlagTekst(cmd, &reden, "reden", "TEKST", "waarom")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := om.vulAan(&reden, "reden", "TEKST", "Reden"); err != nil {
			return err
		}
		reden := nette(reden)
		if reden == "" {
			return ontbreekt("reden", "TEKST")
		}
		return s.legVast(cmd, args[0], func(*dossier.Map, *dossier.Klacht) (dossier.Gebeurtenis, error) { return maak(reden), nil })
	}
	return cmd
}
