package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// What making a draft and sending a letter share.

// briefvlaggen say which letter, and what goes in it.
type briefvlaggen struct {
	nr, sjabloon string
	tekst        string
	bijlagen     []string
}

// bijlagevlag declares --bijlage.
func (v *briefvlaggen) bijlagevlag(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&v.bijlagen, "bijlage", nil, "stuur `BESTAND` mee")
}

// brief is a letter to the complainant of a dossier.
type brief struct {
	d        *dossier.Dossier
	k        *dossier.Klacht
	sjabloon string
	tekst    string
	u        *post.Uitgaand
}

// stelOp makes the letter that v asks for, as of now.
func (om omgeving) stelOp(m *dossier.Map, v briefvlaggen) (*brief, error) {
	n, err := m.Kies(v.nr)
	if err != nil {
		return nil, err
	}
	sjabloon, err := post.KiesSjabloon(m, v.sjabloon)
	if err != nil {
		return nil, err
	}
	k, meldingen, err := m.Lees(n)
	if err != nil {
		return nil, err
	}
	om.meld(meldingen)
	d, err := m.Beoordeel(k, om.vandaag())
	switch {
	case err != nil:
		return nil, err
	case d == nil:
		return nil, &dossier.Fout{Wat: fmt.Sprintf("%s is nog niet ontvangen", n)}
	}
	o := post.Opdracht{Nu: om.klok(), Draad: post.ZoekDraad(m, d)}
	if o.Tekst, err = om.ofInvoer(v.tekst); err != nil {
		return nil, err
	}
	if o.Bijlagen, err = om.uitbijlagen(v.bijlagen); err != nil {
		return nil, err
	}
	u, err := post.StelOp(m.Regels, d, sjabloon, o)
	if err != nil {
		return nil, err
	}
	return &brief{d, k, sjabloon.Naam, o.Tekst, u}, nil
}

// uitbijlagen reads the files that go with a letter.
func (om omgeving) uitbijlagen(paden []string) ([]post.Uitbijlage, error) {
	var uit []post.Uitbijlage
	for _, pad := range paden {
		b, err := om.bijlage(pad)
		if err != nil {
			return nil, err
		}
		inhoud, err := os.ReadFile(om.vanHier(pad))
		if err != nil {
			return nil, fmt.Errorf("kon de bijlage niet lezen: %w", err)
		}
		uit = append(uit, post.Uitbijlage{Naam: b.Naam, Inhoud: inhoud})
	}
	return uit, nil
}

// toonBrief shows to whom a message goes, what with, and with metTekst what it says.
func toonBrief(s *scherm.Scherm, u *post.Uitgaand, metTekst bool) {
	paren := []scherm.Paar{
		{Naam: "Aan", Waarde: u.Aan.Adres},
		{Naam: "Onderwerp", Waarde: u.Onderwerp},
	}
	for _, b := range u.Bijlagen {
		paren = append(paren, scherm.Paar{Naam: "Bijlage", Waarde: fmt.Sprintf("%s (%s)", scherm.Regel(b.Naam), grootte(int64(len(b.Inhoud))))})
	}
	s.Gegevens(paren...)
	s.Wit()
	if metTekst {
		s.Alinea(u.Tekst)
		s.Wit()
	}
}
