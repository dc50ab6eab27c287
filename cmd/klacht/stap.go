package main

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// stap is what every command has that records something in one dossier: whose, when, by whom, and what is shown after.
type stap struct {
	om      omgeving
	op      werkdagen.Datum
	door    string
	toch    bool
	ja      bool
	alsJSON bool
}

// vlaggen declares the flags that all these commands share; a command declares its own before.
func (s *stap) vlaggen(cmd *cobra.Command) {
	vlagOp(cmd, s.om, &s.op)
	s.vlaggenNu(cmd)
}

// vlaggenNu is vlaggen for what happens now, and at no other moment.
func (s *stap) vlaggenNu(cmd *cobra.Command) {
	vlagDoor(cmd, &s.door)
	cmd.Flags().BoolVar(&s.toch, "toch", false, "leg vast dat het echt zo ging, ook als deze stap nu niet aan de beurt is")
	vlagJa(cmd, &s.ja)
	vlagJSON(cmd, &s.alsJSON)
}

// legVast records one event in dossier nr, shows the dossier, and says what was done. Maak gives the event but for its moment.
func (s *stap) legVast(cmd *cobra.Command, nr string, maak func(*dossier.Map, *dossier.Klacht) (dossier.Gebeurtenis, error)) error {
	return s.om.metMap(cmd, func(m *dossier.Map) error {
		n, err := m.Kies(nr)
		if err != nil {
			return err
		}
		return s.leg(cmd, m, n, dossier.Vastlegging{Beslis: func(k *dossier.Klacht) ([]dossier.Gebeurtenis, error) {
			g, err := maak(m, k)
			return []dossier.Gebeurtenis{g}, err
		}})
	})
}

// leg records what v decides on, each event judged, in dossier n of m.
func (s *stap) leg(cmd *cobra.Command, m *dossier.Map, n dossier.Nummer, v dossier.Vastlegging) error {
	wie, err := s.om.wieNu(s.door)
	if err != nil {
		return err
	}
	var vastgelegd []dossier.Gebeurtenis
	var eerder []string // the remarks before
	beslis := v.Beslis
	v.Beslis = func(k *dossier.Klacht) ([]dossier.Gebeurtenis, error) {
		events, err := beslis(k)
		if err != nil {
			return nil, err
		}
		if voor, err := m.Beoordeel(k, wie.Nu.Dag); err == nil && voor != nil {
			eerder = voor.Opmerkingen
		}
		for i := range events {
			events[i].Op = s.om.opOfNu(s.op)
			if events[i], err = m.Toets(k, events[i], wie.Nu.Dag, s.toch); err != nil {
				return nil, err
			}
		}
		vastgelegd = events
		return events, nil
	}
	na, err := m.LegVast(cmd.Context(), n, wie, v)
	if na == nil {
		return err
	}
	d, fout := m.Beoordeel(na, wie.Nu.Dag)
	if fout != nil {
		return fout
	}
	if fout := s.om.toonVastgelegd(d, vastgelegd, s.alsJSON); fout != nil {
		return fout
	}
	if v := na.Verzending; v != nil {
		s.om.waarschuw("het is nog niet zeker of %s verstuurd is; %s", v.Brief(), v.RaadUitslag())
	}
	for _, o := range d.Opmerkingen {
		if !slices.Contains(eerder, o) {
			s.om.waarschuw("%s", o)
		}
	}
	return err
}

// toonVastgelegd shows what was recorded, what is due, and what comes next.
func (om omgeving) toonVastgelegd(d *dossier.Dossier, vastgelegd []dossier.Gebeurtenis, alsJSON bool) error {
	if alsJSON {
		return scherm.SchrijfJSON(om.uit, d)
	}
	s := om.scherm()
	s.Kop(fmt.Sprintf("%s  %s", d.Nummer, d.Onderwerp))
	for _, g := range vastgelegd {
		s.Alinea("Vastgelegd: " + gebeurtenisregel(g))
		if g.Wat == dossier.WatVerlengd && d.Herkomst == dossier.Extern {
			s.Alinea(fmt.Sprintf("Laat de klager weten dat de termijn verlengd is, en waarom: klacht post concept %s verlenging", d.Nummer))
		}
	}
	for _, b := range d.LaatstVastgelegd().Bestanden {
		s.Alinea("Bewaard: " + bestandsregel(b))
	}
	toonVervolg(s, d)
	return nil
}

// gebeurtenisregel names an event in a line.
func gebeurtenisregel(g dossier.Gebeurtenis) string {
	if g.Wat == dossier.WatGewijzigd {
		return wijzigregel(g.Veld, g.Van, g.Naar)
	}
	return fmt.Sprintf("%s op %s.", g.Wat, g.Op.Lang())
}

// wijzigregel names a change in a line.
func wijzigregel(veld, van, naar string) string {
	const grens = 60
	kort := func(s string) string {
		if s == "" {
			return "niets"
		}
		if t, err := dossier.LeesTijdstip(s); err == nil {
			return t.Lang()
		}
		return fmt.Sprintf("%q", ansi.Truncate(scherm.Regel(s), grens, "…"))
	}
	return fmt.Sprintf("%s is nu %s, was %s.", veld, kort(naar), kort(van))
}

// bestandsregel names a file of the dossier, with its size.
func bestandsregel(b dossier.Bestand) string {
	return fmt.Sprintf("%s (%s)", b.Bestand, grootte(b.Bytes))
}

// toonVervolg shows the open promises and the next steps.
func toonVervolg(s *scherm.Scherm, d *dossier.Dossier) {
	var paren []scherm.Paar
	for _, t := range d.Termijnen {
		if t.Onvervuld() {
			paren = append(paren, scherm.Paar{Naam: hoofdletter(string(t.Naam)), Waarde: termijnzin(t), Toon: toonVan(t.Stand)})
		}
	}
	s.Gegevens(append(paren, stappenparen(d)...)...)
}

// stappenparen says what holds the dossier up, how long it is kept, and what comes next.
func stappenparen(d *dossier.Dossier) []scherm.Paar {
	var paren []scherm.Paar
	if d.Opgeschort != nil {
		paren = append(paren, scherm.Paar{Naam: "Opgeschort", Waarde: "tot en met " + d.Opgeschort.Tot.Lang()})
	}
	if d.BewarenTot != 0 {
		paren = append(paren, scherm.Paar{Naam: "Bewaren", Waarde: d.Bewaaroordeel().Reden})
	}
	for i, v := range d.Vervolg() {
		naam := ""
		if i == 0 {
			naam = "Nu"
		}
		paren = append(paren, scherm.Paar{Naam: naam, Waarde: v.Waarom + ": " + v.Opdracht})
	}
	return paren
}

// termijnzin says by when, and how much time is left.
func termijnzin(t dossier.Termijnstand) string {
	zin := "uiterlijk " + t.Uiterlijk.Lang()
	if t.LaatsteWerkdag != t.Uiterlijk {
		zin += " (laatste werkdag " + t.LaatsteWerkdag.Lang() + ")"
	}
	if t.WerkdagenOver != nil {
		zin += ", " + overzin(t.Stand == dossier.StandTeLaat, *t.WerkdagenOver)
	}
	return zin
}

// overzin says how many working days are left, or how late it is.
func overzin(teLaat bool, over int) string {
	switch {
	case teLaat && over == 0:
		return "te laat"
	case teLaat:
		return fmt.Sprintf("%d %s te laat", -over, meervoud(-over, "werkdag", "werkdagen"))
	case over == 0:
		return "vandaag"
	}
	return fmt.Sprintf("nog %d %s", over, meervoud(over, "werkdag", "werkdagen"))
}

func toonVan(s dossier.Stand) scherm.Toon {
	switch s {
	case dossier.StandTeLaat:
		return scherm.Ernstig
	case dossier.StandGehaald:
		return scherm.Gunstig
	}
	return scherm.Gewoon
}
