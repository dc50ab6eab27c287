package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func analyseCommando(om omgeving) *cobra.Command {
	s := &stap{om: om}
	var oorzaak, bevinding string
	cmd := &cobra.Command{
		Use:   "analyse NR",
		Short: "Legt de oorzaak vast",
		Long: `Legt de oorzaak vast als een korte naam, die in het rapport geteld wordt, en wat er verder gevonden is. ` +
			`procedure.yaml noemt oorzaken die vaker voorkomen; een andere mag ook. Een latere analyse vervangt de oorzaak.`,
		Example: `  klacht analyse 7 --oorzaak planning --bevinding "Zaal was dubbel geboekt"`,
	}
	vlagTekst(cmd, &oorzaak, "oorzaak", "TEKST", "korte naam van de oorzaak, zonder namen van personen")
	vlagTekst(cmd, &bevinding, "bevinding", "TEKST", "wat er gevonden is; met - komt de tekst van de invoer")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if oorzaak == "" && om.vraagbaar {
			if err := om.metMap(cmd, func(m *dossier.Map) error {
				return om.vulAan(&oorzaak, "oorzaak", "TEKST", "Oorzaak, bijvoorbeeld "+dossier.Opsomming(m.Procedure.Oorzaken, "of"))
			}); err != nil {
				return err
			}
		}
		if oorzaak = opEenRegel(oorzaak); oorzaak == "" {
			return ontbreekt("oorzaak", "TEKST")
		}
		bevinding, err := om.ofInvoer(bevinding)
		if err != nil {
			return err
		}
		return s.legVast(cmd, args[0], func(*dossier.Map, *dossier.Klacht) (dossier.Gebeurtenis, error) {
			return dossier.Gebeurtenis{Wat: dossier.WatAnalyse, Oorzaak: oorzaak, Bevinding: bevinding}, nil
		})
	}
	return cmd
}
