package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func sluitCommando(om omgeving) *cobra.Command {
	s := &stap{om: om}
	var uitkomst dossier.Uitkomst
	var tekst string
	cmd := &cobra.Command{
		Use:   "sluit NR",
		Short: "Rondt een dossier af, met de uitkomst",
		Long: `Rondt een dossier af, met de uitkomst. Dat kan nadat een voorstel gedaan is, of als de klacht is ingetrokken; een intern ` +
			`gemelde onvolkomenheid kan altijd worden afgerond. Vanaf deze dag loopt de bewaartermijn. Is de oorzaak nooit ` +
			`vastgelegd, dan vraagt klacht of het dossier toch dicht mag.`,
		Example: `  klacht sluit 7 --uitkomst gegrond
  klacht sluit 7 --uitkomst "deels gegrond" --tekst "Helft van het cursusgeld terug"`,
	}
	vlagKeuze(cmd, &uitkomst, "uitkomst", dossier.Uitkomsten(), "hoe de klacht beoordeeld is")
	vlagTekst(cmd, &tekst, "tekst", "TEKST", "toelichting; met - komt de tekst van de invoer")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		gekozen := string(uitkomst)
		if err := om.vulAan(&gekozen, "uitkomst", "gegrond|'deels gegrond'|ongegrond|ingetrokken", "Uitkomst", teksten(dossier.Uitkomsten())...); err != nil {
			return err
		}
		tekst, err := om.ofInvoer(tekst)
		if err != nil {
			return err
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			n, err := m.Kies(args[0])
			if err != nil {
				return err
			}
			akkoord := s.toch
			return s.leg(cmd, m, n, dossier.Vastlegging{Beslis: func(k *dossier.Klacht) ([]dossier.Gebeurtenis, error) {
				d, err := m.Beoordeel(k, om.vandaag())
				if err != nil {
					return nil, err
				}
				g := dossier.Gebeurtenis{Wat: dossier.WatAfgehandeld, Uitkomst: dossier.Uitkomst(gekozen), Tekst: tekst}
				g.Op = om.opOfNu(s.op)
				// Refuse what can't be before asking about what may be.
				if _, err := m.Toets(k, g, om.vandaag(), s.toch); err != nil {
					return nil, err
				}
				if !akkoord && !d.Geanalyseerd() {
					if err := om.vraagOngeanalyseerd(s.ja, n); err != nil {
						return nil, err
					}
				}
				akkoord = true
				if dossier.ZelfdePersoon(k.Behandelaar, k.Betreft) {
					om.waarschuw("%s is behandeld door %s, over wie de klacht gaat", n, k.Behandelaar)
				}
				return []dossier.Gebeurtenis{g}, nil
			}})
		})
	}
	return cmd
}

// vraagOngeanalyseerd asks once more before a dossier is closed of which the cause was never recorded.
func (om omgeving) vraagOngeanalyseerd(ja bool, n dossier.Nummer) error {
	niet := &dossier.Fout{
		Wat:  "van " + n.String() + " is de oorzaak nooit vastgelegd",
		Raad: "leg de oorzaak vast met klacht analyse " + n.String() + " --oorzaak …, of sluit zonder oorzaak met --toch",
	}
	if !ja && !om.vraagbaar {
		return niet
	}
	goed, err := om.bevestig(ja, "Van "+n.String()+" is de oorzaak nooit vastgelegd. Toch sluiten?", "")
	if err == nil && !goed {
		return niet
	}
	return err
}

func teksten[T ~string](waarden []T) []string {
	uit := make([]string, len(waarden))
	for i, w := range waarden {
		uit[i] = string(w)
	}
	return uit
}
