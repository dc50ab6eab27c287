package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func maatregelCommando(om omgeving) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "maatregel",
		Short: "Legt maatregelen vast, en of ze werken",
		Long: `Een maatregel verandert iets, zodat klachten minder of niet meer voorkomen. klacht houdt bij wie hem uitvoert, wanneer dat klaar moet ` +
			`zijn, en of hij werkt: bij de controle staan de klachten van ervoor en erna naast elkaar. Een maatregel blijft staan als de dossiers ` +
			`waar hij uit voortkwam vernietigd zijn: zet er geen namen van klagers in. Noem een maatregel M2026-003, 2026-3 of 3.`,
		Example: `  klacht maatregel nieuw
  klacht maatregel lijst
  klacht maatregel uitgevoerd 3
  klacht maatregel controleer 3 doeltreffend --toelichting "Geen klachten meer"`,
	}
	cmd.AddCommand(
		maatregelNieuwCommando(om),
		maatregelLijstCommando(om),
		maatregelToonCommando(om),
		maatregelUitgevoerdCommando(om),
		maatregelControleerCommando(om),
		maatregelVervaltCommando(om),
		maatregelWijzigCommando(om),
	)
	return cmd
}

// maatregelstap is what every command has that records something in one measure: when, by whom, and what is shown after.
type maatregelstap struct {
	om      omgeving
	op      werkdagen.Datum
	door    string
	alsJSON bool
}

// vlaggen declares the flags that all these commands share; a command declares its own before.
func (s *maatregelstap) vlaggen(cmd *cobra.Command) {
	vlagOp(cmd, s.om, &s.op)
	vlagDoor(cmd, &s.door)
	vlagJa(cmd, new(bool))
	vlagJSON(cmd, &s.alsJSON)
}

// eenGebeurtenis decides on one event, at the moment that the flags say.
func (s *maatregelstap) eenGebeurtenis(m *dossier.Map, g dossier.Maatregelgebeurtenis) func(*dossier.Maatregel) ([]dossier.Maatregelgebeurtenis, error) {
	g.Op = s.om.opOfNu(s.op)
	return func(maatregel *dossier.Maatregel) ([]dossier.Maatregelgebeurtenis, error) {
		return []dossier.Maatregelgebeurtenis{g}, m.ToetsMaatregel(maatregel, g, s.om.vandaag())
	}
}

// leg records in measure n what beslis decides on, shows the measure and says what was done.
func (s *maatregelstap) leg(cmd *cobra.Command, m *dossier.Map, n dossier.Maatregelnummer, beslis func(*dossier.Maatregel) ([]dossier.Maatregelgebeurtenis, error)) error {
	wie, err := s.om.wieNu(s.door)
	if err != nil {
		return err
	}
	var vastgelegd []dossier.Maatregelgebeurtenis
	na, err := m.LegMaatregelVast(cmd.Context(), n, wie, func(maatregel *dossier.Maatregel) ([]dossier.Maatregelgebeurtenis, error) {
		var err error
		vastgelegd, err = beslis(maatregel)
		return vastgelegd, err
	})
	if na == nil {
		return err
	}
	if fout := s.toonVastgelegd(cmd, m, n, vastgelegd); fout != nil {
		return fout
	}
	return err
}

// toonVastgelegd shows a measure after something was recorded in it.
func (s *maatregelstap) toonVastgelegd(cmd *cobra.Command, m *dossier.Map, n dossier.Maatregelnummer, vastgelegd []dossier.Maatregelgebeurtenis) error {
	stand, err := s.om.maatregel(m, n, s.om.vandaag())
	if err != nil {
		return err
	}
	if s.alsJSON {
		bewijs, fouten, err := s.om.bewijs(cmd, m, stand)
		s.om.meldOnvolledig(fouten)
		if err != nil {
			return err
		}
		return scherm.SchrijfJSON(s.om.uit, maatregelJSON{stand.JSON(), bewijs})
	}
	uit := s.om.scherm()
	uit.Kop(stand.Nummer.String() + "  " + stand.Omschrijving)
	for _, g := range vastgelegd {
		uit.Alinea("Vastgelegd: " + maatregelregel(g))
	}
	toonMaatregelvervolg(uit, stand)
	return nil
}

// maatregelregel names an event of a measure in a line.
func maatregelregel(g dossier.Maatregelgebeurtenis) string {
	wat := string(g.Wat)
	switch g.Wat {
	case dossier.MaatregelGewijzigd:
		return wijzigregel(g.Veld, g.Van, g.Naar)
	case dossier.MaatregelGecontroleerd:
		wat += ", " + string(g.Oordeel) + ","
	}
	return wat + " op " + g.Op.Lang() + "."
}

// maatregel gives one measure as of a day, with what follows on it. What is wrong with another is not about this one.
func (om omgeving) maatregel(m *dossier.Map, n dossier.Maatregelnummer, dag werkdagen.Datum) (*dossier.Maatregelstand, error) {
	maatregel, _, err := m.LeesMaatregel(n)
	if err != nil {
		return nil, err
	}
	stand, err := m.BeoordeelMaatregel(maatregel, dag)
	switch {
	case err != nil:
		return nil, err
	case stand == nil:
		return nil, &dossier.Fout{Wat: n.String() + " was op " + dag.Lang() + " nog niet aangemaakt"}
	}
	alle, _, _ := m.Maatregelen()
	standen, _ := m.BeoordeelMaatregelen(alle, dag)
	for _, s := range standen {
		if s.Nummer == n {
			return s, nil
		}
	}
	return stand, nil
}
