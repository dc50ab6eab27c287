package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func maatregelUitgevoerdCommando(om omgeving) *cobra.Command {
	s := &maatregelstap{om: om}
	var toelichting string
	cmd := &cobra.Command{
		Use:   "uitgevoerd M",
		Short: "Legt vast dat een maatregel is uitgevoerd",
		Long: `Legt vast dat een maatregel is uitgevoerd, en zegt wanneer gecontroleerd moet worden of hij werkt. Vanaf deze dag tellen de ` +
			`klachten van erna.`,
		Example: `  klacht maatregel uitgevoerd 3
  klacht maatregel uitgevoerd M2026-003 --op 1-12-2026 --toelichting "Besproken"`,
	}
	vlagTekst(cmd, &toelichting, "toelichting", "TEKST", "wat er gedaan is; met - komt de tekst van de invoer")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		tekst, err := om.ofInvoer(toelichting)
		if err != nil {
			return err
		}
		return s.legEenVast(cmd, args[0], dossier.Maatregelgebeurtenis{Wat: dossier.MaatregelUitgevoerd, Toelichting: tekst})
	}
	return cmd
}

func maatregelVervaltCommando(om omgeving) *cobra.Command {
	s := &maatregelstap{om: om}
	var reden string
	cmd := &cobra.Command{
		Use:     "vervalt M",
		Short:   "Legt vast dat een maatregel niet meer uitgevoerd wordt",
		Long:    `Legt vast dat een maatregel niet meer uitgevoerd wordt, met de reden. Dat kan zolang hij niet uitgevoerd is.`,
		Example: `  klacht maatregel vervalt 3 --reden "De cursus wordt niet meer gegeven"`,
	}
	vlagTekst(cmd, &reden, "reden", "TEKST", "waarom; met - komt de tekst van de invoer")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		tekst, err := om.ofInvoer(reden)
		if err != nil {
			return err
		}
		if err := om.vulAan(&tekst, "reden", "TEKST", "Reden"); err != nil {
			return err
		}
		return s.legEenVast(cmd, args[0], dossier.Maatregelgebeurtenis{Wat: dossier.MaatregelVervallen, Reden: tekst})
	}
	return cmd
}

func (s *maatregelstap) legEenVast(cmd *cobra.Command, nr string, g dossier.Maatregelgebeurtenis) error {
	return s.om.metMap(cmd, func(m *dossier.Map) error {
		n, err := m.KiesMaatregel(nr)
		if err != nil {
			return err
		}
		return s.leg(cmd, m, n, s.eenGebeurtenis(m, g))
	})
}

func maatregelWijzigCommando(om omgeving) *cobra.Command {
	s := &maatregelstap{om: om}
	var g maatregelgegevens
	cmd := &cobra.Command{
		Use:   "wijzig M",
		Short: "Verandert gegevens, met de oude en de nieuwe waarde in het verloop",
		Long: `Verandert gegevens van een maatregel. De oude en de nieuwe waarde komen in het verloop. Een lege waarde ("") haalt de ` +
			`categorie of de oorzaak weg.`,
		Example: `  klacht maatregel wijzig 3 --streefdatum 1-2-2027
  klacht maatregel wijzig 3 --oorzaak planning --controle "6 maanden"`,
	}
	g.vlaggen(cmd, om)
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		waarden := map[string]string{
			"omschrijving": opEenRegel(g.omschrijving), "soort": string(g.soort), "verantwoordelijke": opEenRegel(g.verantwoordelijke),
			"streefdatum": g.streefdatum.String(), "controle": g.controle.String(), "categorie": opEenRegel(g.categorie), "oorzaak": opEenRegel(g.oorzaak),
		}
		var velden []dossier.Veldwaarde
		for _, naam := range dossier.MaatregelWijzigbaar() {
			if cmd.Flags().Changed(naam) {
				velden = append(velden, dossier.Veldwaarde{Naam: naam, Waarde: waarden[naam]})
			}
		}
		if len(velden) == 0 {
			return verkeerd("er staat niet wat er veranderen moet").metTip("geef bijvoorbeeld --streefdatum of --verantwoordelijke")
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			n, err := m.KiesMaatregel(args[0])
			if err != nil {
				return err
			}
			return s.leg(cmd, m, n, func(maatregel *dossier.Maatregel) ([]dossier.Maatregelgebeurtenis, error) {
				return m.WijzigMaatregel(maatregel, velden, om.opOfNu(s.op), om.vandaag())
			})
		})
	}
	return cmd
}
