package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/werkdagen"
)

func maatregelControleerCommando(om omgeving) *cobra.Command {
	s := &maatregelstap{om: om}
	var toelichting string
	cmd := &cobra.Command{
		Use:   "controleer M [OORDEEL…]",
		Short: "Legt vast of een maatregel werkt",
		Long: `Toont wat er aan klachten binnenkwam voordat de maatregel werd uitgevoerd en erna, en legt dan het oordeel vast: doeltreffend, deels ` +
			`of niet doeltreffend, met een toelichting. Op een terminal vraagt klacht wat ontbreekt. Laat liever iemand controleren die de ` +
			`maatregel niet zelf uitvoerde. Later nog eens controleren mag: het laatste oordeel geldt.`,
		Example: `  klacht maatregel controleer 3
  klacht maatregel controleer 3 doeltreffend --toelichting "Geen klachten meer"
  klacht maatregel controleer 3 niet doeltreffend --toelichting "Nog steeds mis"`,
	}
	vlagTekst(cmd, &toelichting, "toelichting", "TEKST", "waar het oordeel op steunt; met - komt de tekst van de invoer")
	s.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		g := dossier.Maatregelgebeurtenis{Wat: dossier.MaatregelGecontroleerd}
		var err error
		if len(args) > 1 {
			if g.Oordeel, err = dossier.Kies("oordeel", samen(args[1:]), dossier.Doeltreffendheden()); err != nil {
				return err
			}
		} else if !om.vraagbaar {
			return verkeerd("OORDEEL ontbreekt").metTip("de vorm is: %s M %s --toelichting TEKST", cmd.CommandPath(), strings.Join(teksten(dossier.Doeltreffendheden()), "|"))
		}
		if g.Toelichting, err = om.ofInvoer(toelichting); err != nil {
			return err
		}
		if g.Toelichting == "" && !om.vraagbaar {
			return ontbreekt("toelichting", "TEKST")
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			n, err := m.KiesMaatregel(args[0])
			if err != nil {
				return err
			}
			return s.controleer(cmd, m, n, g)
		})
	}
	return cmd
}

// controleer shows the evidence, asks what g lacks, and records it.
func (s *maatregelstap) controleer(cmd *cobra.Command, m *dossier.Map, n dossier.Maatregelnummer, g dossier.Maatregelgebeurtenis) error {
	om := s.om
	stand, err := om.maatregel(m, n, om.vandaag())
	if err != nil {
		return err
	}
	wie, err := om.wie(s.door)
	if err != nil {
		return err
	}
	// Refused now rather than after the questions.
	proef := dossier.Maatregelgebeurtenis{Wat: g.Wat, Op: om.opOfNu(s.op), Oordeel: dossier.Doeltreffend, Toelichting: "-"}
	if err := m.ToetsMaatregel(&stand.Maatregel, proef, om.vandaag()); err != nil {
		return err
	}
	if !s.alsJSON {
		bewijs, fouten, err := om.bewijsTot(cmd, m, stand, proef.Op.Dag)
		om.meldOnvolledig(fouten)
		if err != nil {
			return err
		}
		uit := om.scherm()
		uit.Alinea(stand.Nummer.String() + " is uitgevoerd op " + stand.UitgevoerdOp.Lang() + ".")
		uit.Alinea(bewijszin(stand, bewijs))
		uit.Wit()
	}
	if dossier.ZelfdePersoon(wie, stand.Verantwoordelijke) {
		om.waarschuw("%s is verantwoordelijk voor %s en controleert hem zelf; laat liever een ander oordelen (--door NAAM)", wie, n)
	}
	if err := om.vulAan((*string)(&g.Oordeel), "oordeel", "OORDEEL", "Werkt de maatregel", teksten(dossier.Doeltreffendheden())...); err != nil {
		return err
	}
	if err := om.vulAan(&g.Toelichting, "toelichting", "TEKST", "Waar steunt dat oordeel op"); err != nil {
		return err
	}
	if err := s.leg(cmd, m, n, s.eenGebeurtenis(m, g)); err != nil {
		return err
	}
	return s.biedVervolgAan(cmd, m, n)
}

// biedVervolgAan offers, at a terminal, to make the measure that follows on one that does not work.
func (s *maatregelstap) biedVervolgAan(cmd *cobra.Command, m *dossier.Map, n dossier.Maatregelnummer) error {
	stand, err := s.om.maatregel(m, n, s.om.vandaag())
	if err != nil || !s.om.vraagbaar || s.alsJSON || !stand.VraagtVervolg() || stand.Oordeel != dossier.NietDoeltreffend {
		return err
	}
	ja, err := s.om.vrager().janee("Nu een vervolgmaatregel maken?")
	if ja {
		vervolg := &maatregelstap{om: s.om, door: s.door}
		err = vervolg.maak(cmd, m, dossier.NieuweMaatregel{Dossiers: stand.Dossiers}, maatregelgegevens{}, stand)
	}
	if errors.Is(err, errInvoerOp) || errors.Is(err, errPogingen) {
		// Their advice is that nothing was recorded.
		return &mislukt{errors.New("de vervolgmaatregel is niet gemaakt; het oordeel is wel vastgelegd"), "maak hem met: " + stand.Volgende().Opdracht}
	}
	return err
}

// bewijs is the evidence for a measure as of its reference date: up to its check, or up to that day.
func (om omgeving) bewijs(cmd *cobra.Command, m *dossier.Map, s *dossier.Maatregelstand) (b *rapport.Bewijs, fouten, err error) {
	return om.bewijsTot(cmd, m, s, rapport.BewijsTot(s))
}

// bewijsTot is the evidence up to and including a day. What could not be read, and so was not counted, is in fouten.
func (om omgeving) bewijsTot(cmd *cobra.Command, m *dossier.Map, s *dossier.Maatregelstand, tot werkdagen.Datum) (b *rapport.Bewijs, fouten, err error) {
	if s.UitgevoerdOp == 0 || onderwerpVan(&s.Maatregel) == "" {
		return nil, nil, nil // nothing to count: no need to read all
	}
	gelezen, fouten, err := om.leesFeiten(cmd, m, s.Peildatum)
	if err != nil {
		return nil, fouten, err
	}
	return rapport.MaakBewijs(s, gelezen.feiten, tot), fouten, nil
}

// bewijszin says what the evidence is, or why there is none.
func bewijszin(s *dossier.Maatregelstand, b *rapport.Bewijs) string {
	switch {
	case b != nil:
		return fmt.Sprintf("Geteld %s: %s.", onderwerpVan(&s.Maatregel), b.Zin)
	case s.UitgevoerdOp == 0:
		return ""
	}
	return "Er is niets te tellen: de maatregel noemt geen categorie en geen oorzaak."
}

// meldOnvolledig says of a command that recorded something what it could not count for that.
func (om omgeving) meldOnvolledig(fouten error) {
	if fouten == nil {
		return
	}
	om.meld(losseFouten(fouten))
	if !volledig(fouten) {
		om.waarschuw("niet alles kon gelezen worden: de telling kan onvolledig zijn")
	}
}

// maatregelJSON is a measure with its evidence.
type maatregelJSON struct {
	dossier.MaatregelJSON
	Bewijs *rapport.Bewijs `json:"bewijs"`
}
