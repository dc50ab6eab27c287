package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

// richting is which way a letter or message went.
type richting string

const (
	richtingIn  richting = "in"
	richtingUit richting = "uit"
)

func bijlageCommando(om omgeving) *cobra.Command {
	s := &stap{om: om}
	var correspondentie richting
	cmd := &cobra.Command{
		Use:   "bijlage NR BESTAND…",
		Short: "Voegt bestanden toe",
		Long: `Kopieert bestanden naar het dossier, met hun grootte en SHA-256 in het verloop. Met --correspondentie is het een bericht of ` +
			`brief die binnenkwam (in) of verstuurd is (uit). Het oorspronkelijke bestand blijft staan waar het staat.`,
		Example: `  klacht bijlage 7 factuur.pdf foto.jpg
  klacht bijlage 7 --correspondentie uit brief.pdf`,
	}
	vlagKeuze(cmd, &correspondentie, "correspondentie", []richting{richtingIn, richtingUit}, "het is een bericht of brief die binnenkwam of verstuurd is")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		bestanden, err := om.bijlagen(args[1:])
		if err != nil {
			return err
		}
		for i := range bestanden {
			bestanden[i].Bericht = correspondentie != ""
		}
		wat := map[richting]dossier.Wat{"": dossier.WatBijlage, richtingIn: dossier.WatBerichtIn, richtingUit: dossier.WatBerichtUit}[correspondentie]
		return om.metMap(cmd, func(m *dossier.Map) error {
			n, err := m.Kies(args[0])
			if err != nil {
				return err
			}
			return s.leg(cmd, m, n, dossier.Vastlegging{
				Bestanden: bestanden,
				Beslis: func(*dossier.Klacht) ([]dossier.Gebeurtenis, error) {
					return []dossier.Gebeurtenis{{Wat: wat}}, nil
				},
			})
		})
	}
	return cmd
}
