package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func maatregelLijstCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var alsJSON bool
	cmd := &cobra.Command{
		Use:     "lijst",
		Short:   "Toont de maatregelen",
		Long:    `Toont de maatregelen, het nieuwste nummer eerst, met hoe ze ervoor staan.`,
		Example: `  klacht maatregel lijst`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			standen, fouten := om.leesMaatregelen(m, om.ofVandaag(peildatum))
			slices.Reverse(standen)
			if !alsJSON {
				toonMaatregellijst(om.scherm(), standen)
				return fouten
			}
			maatregelen := make([]dossier.MaatregelJSON, len(standen))
			for i, s := range standen {
				maatregelen[i] = s.JSONZonderVerloop()
			}
			return errors.Join(fouten, scherm.SchrijfJSON(om.uit, struct {
				Maatregelen []dossier.MaatregelJSON `json:"maatregelen"`
			}{maatregelen}))
		})
	}
	return cmd
}

func toonMaatregellijst(s *scherm.Scherm, standen []*dossier.Maatregelstand) {
	if len(standen) == 0 {
		s.Alinea("Geen maatregelen gevonden.")
		return
	}
	kolommen := []scherm.Kolom{{Titel: "Nummer"}, {Titel: "Maatregel", Breekt: true}, {Titel: "Stand", Breekt: true}}
	if !isSmal(s) {
		kolommen = append(kolommen, scherm.Kolom{Titel: "Verantwoordelijke", Rekt: true, Mist: true}, scherm.Kolom{Titel: "Soort", Mist: true})
	}
	var rijen [][]scherm.Cel
	for _, m := range standen {
		rij := []scherm.Cel{
			{Tekst: m.Nummer.String()}, {Tekst: m.Omschrijving}, {Tekst: maatregelkort(s, m), Toon: toonVanMaatregel(m)}, {Tekst: m.Verantwoordelijke}, {Tekst: string(m.Soort)},
		}
		rijen = append(rijen, rij[:len(kolommen)])
	}
	s.Tabel(kolommen, rijen)
	s.Wit()
	s.Alinea(fmt.Sprintf("%d %s", len(standen), meervoud(len(standen), "maatregel", "maatregelen")))
}

// maatregelkort says how a measure stands, for a table.
func maatregelkort(s *scherm.Scherm, m *dossier.Maatregelstand) string {
	kort := ""
	switch m.Toestand {
	case dossier.Gepland:
		kort = "uitvoering " + datum(s, m.Streefdatum)
	case dossier.Uitgevoerd:
		kort = "controle " + datum(s, m.ControleOp)
	case dossier.Vervallen:
		return string(dossier.Vervallen)
	default:
		return string(m.Oordeel)
	}
	if m.TeLaat() {
		kort += ", te laat"
	}
	return kort
}

func toonVanMaatregel(m *dossier.Maatregelstand) scherm.Toon {
	switch {
	case m.TeLaat():
		return scherm.Ernstig
	case m.VraagtVervolg():
		return scherm.LetOp
	case m.Toestand == dossier.Gecontroleerd && m.Oordeel == dossier.Doeltreffend:
		return scherm.Gunstig
	}
	return scherm.Gewoon
}

// maatregelstand says in a few words how a measure stands.
func maatregelstand(m *dossier.Maatregelstand) string {
	zin := ""
	switch m.Toestand {
	case dossier.Gepland:
		zin = "gepland, klaar uiterlijk " + m.Streefdatum.Lang()
	case dossier.Uitgevoerd:
		zin = "uitgevoerd op " + m.UitgevoerdOp.Lang() + ", controle uiterlijk " + m.ControleOp.Lang()
	case dossier.Gecontroleerd:
		return fmt.Sprintf("%s, gecontroleerd op %s", m.Oordeel, m.GecontroleerdOp.Lang())
	case dossier.Vervallen:
		return "vervallen op " + m.VervallenOp.Lang()
	}
	if m.TeLaat() {
		zin += ": te laat"
	}
	return zin
}

func maatregelToonCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "toon M",
		Short: "Toont één maatregel, met wat er geteld is en het verloop",
		Long: `Toont één maatregel: de gegevens, wat er nu moet gebeuren, hoeveel klachten er waren voordat hij werd uitgevoerd en erna, en het ` +
			`hele verloop.`,
		Example: `  klacht maatregel toon 3
  klacht maatregel toon M2026-003 --peildatum 31-12-2026`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			n, err := m.KiesMaatregel(args[0])
			if err != nil {
				return err
			}
			maatregel, meldingen, err := m.LeesMaatregel(n)
			if err != nil {
				return err
			}
			om.meld(meldingen)
			om.meldLatereMaatregel(maatregel, om.ofVandaag(peildatum))
			s, err := om.maatregel(m, n, om.ofVandaag(peildatum))
			if err != nil {
				return err
			}
			bewijs, fouten, err := om.bewijs(cmd, m, s)
			if err != nil {
				return errors.Join(fouten, err)
			}
			if alsJSON {
				err = scherm.SchrijfJSON(om.uit, maatregelJSON{s.JSON(), bewijs})
			} else {
				toonMaatregel(om.scherm(), s, bewijs)
			}
			return errors.Join(fouten, err)
		})
	}
	return cmd
}

func toonMaatregel(s *scherm.Scherm, m *dossier.Maatregelstand, bewijs *rapport.Bewijs) {
	s.Kop(m.Nummer.String() + "  " + m.Omschrijving)
	oordeel := ""
	if m.Oordeel != "" {
		oordeel = fmt.Sprintf("%s, volgens %s op %s", m.Oordeel, m.GecontroleerdDoor, m.GecontroleerdOp.Lang())
		if m.ZelfGecontroleerd {
			oordeel += " (de verantwoordelijke zelf)"
		}
	}
	s.Gegevens(
		scherm.Paar{Naam: "Stand", Waarde: maatregelstand(m), Toon: toonVanMaatregel(m)},
		scherm.Paar{Naam: "Soort", Waarde: string(m.Soort)},
		scherm.Paar{Naam: "Verantwoordelijke", Waarde: m.Verantwoordelijke},
		scherm.Paar{Naam: "Streefdatum", Waarde: m.Streefdatum.Lang()},
		scherm.Paar{Naam: "Controle", Waarde: controlezin(m)},
		scherm.Paar{Naam: "Categorie", Waarde: m.Categorie},
		scherm.Paar{Naam: "Oorzaak", Waarde: m.Oorzaak},
		scherm.Paar{Naam: "Dossiers", Waarde: nummerzin(m.Dossiers)},
		scherm.Paar{Naam: "Vervolg op", Waarde: m.VervolgOp.String()},
		scherm.Paar{Naam: "Vervolg", Waarde: nummerzin(m.Vervolg)},
		scherm.Paar{Naam: "Oordeel", Waarde: oordeel},
		scherm.Paar{Naam: "Toelichting", Waarde: m.Toelichting},
	)
	if zin := bewijszin(m, bewijs); zin != "" {
		s.Wit()
		s.Alinea(zin)
	}
	if m.Volgende() != nil {
		s.Wit()
		toonMaatregelvervolg(s, m)
	}
	for _, o := range m.Opmerkingen {
		s.Gekleurd(scherm.LetOp, "Let op: "+o)
	}
	s.Wit()
	s.Kop("Verloop")
	for _, g := range m.Verloop {
		s.Gekleurd(scherm.Nadruk, fmt.Sprintf("%s  %s", g.Op.Lang(), g.Wat))
		paren := []scherm.Paar{{Naam: "  door", Waarde: g.Door}}
		for _, v := range g.Velden() {
			paren = append(paren, scherm.Paar{Naam: "  " + v.Naam, Waarde: v.Waarde})
		}
		s.Gegevens(paren...)
	}
}

// controlezin says when it is checked, and of a term which day that is.
func controlezin(m *dossier.Maatregelstand) string {
	if m.Controle.Dag != 0 {
		return m.Controle.Lang()
	}
	return fmt.Sprintf("%s: %s", m.Controle.Lang(), m.ControleOp.Lang())
}

func nummerzin[N fmt.Stringer](nummers []N) string { return strings.Join(namen(nummers), ", ") }

// toonMaatregelvervolg says by when what must be done.
func toonMaatregelvervolg(s *scherm.Scherm, m *dossier.Maatregelstand) {
	var paren []scherm.Paar
	voorbij := ""
	if m.TeLaat() {
		voorbij = ", te laat"
	}
	switch m.Toestand {
	case dossier.Gepland:
		paren = append(paren, scherm.Paar{Naam: "Klaar", Waarde: "uiterlijk " + m.Streefdatum.Lang() + voorbij})
	case dossier.Uitgevoerd:
		paren = append(paren, scherm.Paar{Naam: "Controle", Waarde: "uiterlijk " + m.ControleOp.Lang() + voorbij})
	}
	if v := m.Volgende(); v != nil {
		paren = append(paren, scherm.Paar{Naam: "Nu", Waarde: v.Waarom + ": " + v.Opdracht})
	}
	s.Gegevens(paren...)
}
