package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func wijzigCommando(om omgeving) *cobra.Command {
	s := &stap{om: om}
	nieuw := map[string]*string{}
	cmd := &cobra.Command{
		Use:   "wijzig NR",
		Short: "Verandert gegevens, met de oude en de nieuwe waarde in het verloop",
		Long: `Verandert gegevens van een dossier. De oude en de nieuwe waarde komen in het verloop. Een andere categorie verandert niets ` +
			`aan wat de klager beloofd is; een andere dag van ontvangst telt dezelfde termijnen vanaf die dag. Een lege waarde ("") ` +
			`maakt een gegeven leeg.`,
		Example: `  klacht wijzig 7 --categorie cursusleider
  klacht wijzig 7 --email e.bakker@example.nl --telefoon 0612345678`,
	}
	for _, veld := range dossier.Wijzigbaar() {
		nieuw[veld] = new(string)
		vlagGegeven(cmd, nieuw[veld], veld)
	}
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var velden []string
		for _, veld := range dossier.Wijzigbaar() {
			if !cmd.Flags().Changed(veld) {
				continue
			}
			waarde := nette(*nieuw[veld])
			switch veld {
			case "omschrijving":
				var err error
				if waarde, err = om.ofInvoer(*nieuw[veld]); err != nil {
					return err
				}
			case "gewenst":
			default:
				waarde = opEenRegel(waarde)
			}
			if veld == "ontvangen" {
				t, err := leesTijdstip(waarde, om.vandaag())
				if err != nil {
					return verkeerd("--ontvangen: %v", err)
				}
				waarde = t.String()
			}
			*nieuw[veld] = waarde
			velden = append(velden, veld)
		}
		if len(velden) == 0 {
			return verkeerd("er staat niet wat er veranderen moet").metTip("geef bijvoorbeeld --categorie of --behandelaar")
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			n, err := m.Kies(args[0])
			if err != nil {
				return err
			}
			var herkomst dossier.Herkomst
			err = s.leg(cmd, m, n, dossier.Vastlegging{Beslis: func(k *dossier.Klacht) ([]dossier.Gebeurtenis, error) {
				herkomst = k.Herkomst
				var events []dossier.Gebeurtenis
				for _, veld := range velden {
					g, err := m.Wijziging(k, veld, *nieuw[veld], om.vandaag())
					if err != nil {
						return nil, err
					}
					events = append(events, g)
				}
				return events, nil
			}})
			if err == nil && cmd.Flags().Changed("soort") {
				om.waarschuwHerkomst(n, dossier.Soort(*nieuw["soort"]), herkomst)
			}
			return err
		})
	}
	return cmd
}

// waarschuwHerkomst says that another kind leaves the origin, and with it the terms, as they were at registration.
func (om omgeving) waarschuwHerkomst(n dossier.Nummer, soort dossier.Soort, herkomst dossier.Herkomst) {
	if soort.Herkomst() == herkomst {
		return
	}
	anders := "kwam de klacht van buiten, registreer die"
	if soort == dossier.SoortOnvolkomenheid {
		anders = "is dit intern gevonden, registreer het"
	}
	om.waarschuw("de herkomst (%s) en de termijnen van %s blijven zoals ze beloofd zijn; %s dan opnieuw met klacht nieuw, en sluit dit dossier als ingetrokken", herkomst, n, anders)
}
