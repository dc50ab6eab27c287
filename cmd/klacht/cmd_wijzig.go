package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
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
	uitleg := map[string]string{
		"klager": "naam van de klager, als `NAAM`", "email": "e-mailadres van de klager, als `ADRES`",
		"ontvangen": "dag of moment van ontvangst, als `DATUM`", "omschrijving": "omschrijving, als `TEKST`; - leest hem van de invoer",
	}
	for _, veld := range dossier.Wijzigbaar() {
		tekst := uitleg[veld]
		if tekst == "" {
			tekst = veld + ", als `TEKST`"
		}
		nieuw[veld] = cmd.Flags().String(veld, "", tekst)
	}
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var velden []string
		for _, veld := range dossier.Wijzigbaar() {
			if !cmd.Flags().Changed(veld) {
				continue
			}
			waarde, err := om.ofInvoer(*nieuw[veld])
			if err != nil {
				return err
			}
			if veld != "omschrijving" && veld != "gewenst" {
				waarde = scherm.Regel(waarde)
			}
			if veld == "ontvangen" {
				t, err := leesTijdstip(waarde, om.vandaag())
				if err != nil {
					return verkeerd("%v", err)
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
			return s.leg(cmd, m, n, dossier.Vastlegging{Beslis: func(k *dossier.Klacht) ([]dossier.Gebeurtenis, error) {
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
		})
	}
	return cmd
}
