package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

func mediatorCommando(om omgeving) *cobra.Command {
	s := &stap{om: om}
	var alleenTonen bool
	cmd := &cobra.Command{
		Use:   "mediator NR",
		Short: "Toont de gegevens van de mediator en legt vast dat ze gestuurd zijn",
		Long: `Toont de gegevens van de mediator uit procedure.yaml, om aan de klager te sturen die erom vraagt, en legt vast dat ze ` +
			`gestuurd zijn. Met --alleen-tonen wordt niets vastgelegd.`,
		Example: `  klacht mediator 7
  klacht mediator 7 --alleen-tonen`,
	}
	cmd.Flags().BoolVar(&alleenTonen, "alleen-tonen", false, "toon de gegevens en leg niets vast")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return om.metMap(cmd, func(m *dossier.Map) error {
			n, err := m.Kies(args[0])
			if err != nil {
				return err
			}
			mediator := m.Procedure.Mediator
			if !mediator.IsIngevuld() {
				return &dossier.Fout{
					Wat:  "in procedure.yaml staat niet hoe de mediator te bereiken is",
					Raad: "vul onder mediator: de naam in en een adres, telefoonnummer, e-mailadres of website",
				}
			}
			if alleenTonen {
				if s.alsJSON {
					return scherm.SchrijfJSON(om.uit, mediator)
				}
				toonMediator(om.scherm(), mediator)
				return nil
			}
			err = s.leg(cmd, m, n, dossier.Vastlegging{Beslis: func(*dossier.Klacht) ([]dossier.Gebeurtenis, error) {
				return []dossier.Gebeurtenis{{Wat: dossier.WatMediatorgegevens}}, nil
			}})
			if err == nil && !s.alsJSON {
				om.scherm().Wit()
				toonMediator(om.scherm(), mediator)
			}
			return err
		})
	}
	return cmd
}

func toonMediator(s *scherm.Scherm, m dossier.Mediator) {
	s.Kop("Mediator")
	s.Gegevens(
		scherm.Paar{Naam: "Naam", Waarde: m.Naam},
		scherm.Paar{Naam: "Organisatie", Waarde: m.Organisatie},
		scherm.Paar{Naam: "Adres", Waarde: m.Adres},
		scherm.Paar{Naam: "Telefoon", Waarde: m.Telefoon},
		scherm.Paar{Naam: "E-mail", Waarde: m.Email},
		scherm.Paar{Naam: "Website", Waarde: m.Website},
	)
}
