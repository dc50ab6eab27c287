package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// sjabloonregel is one letter as `post sjablonen` prints it.
type sjabloonregel struct {
	Naam     string  `json:"naam"`
	Waarvoor string  `json:"waarvoor"`
	Bestand  *string `json:"bestand"` // null for one that is built in
}

func postSjablonenCommando(om omgeving) *cobra.Command {
	var schrijf, velden, alsJSON bool
	cmd := &cobra.Command{
		Use:   "sjablonen",
		Short: "Toont de brieven die er zijn, en of ze goed zijn",
		Long: `Toont de brieven die er zijn: die in de map sjablonen, en de ingebouwde voor wat daar niet staat. Elke brief wordt nagekeken; een fout staat er met ` +
			`bestand en regel bij. Met --schrijf komen ontbrekende brieven in die map, om aan te passen; wat er staat, blijft zoals het is. Een bestand ` +
			`met een andere naam is een eigen brief: klacht post concept 7 NAAM.`,
		Example: `  klacht post sjablonen
  klacht post sjablonen --schrijf
  klacht post sjablonen --velden`,
	}
	cmd.Flags().BoolVar(&schrijf, "schrijf", false, "maak in de map sjablonen de brieven die daar nog niet staan")
	cmd.Flags().BoolVar(&velden, "velden", false, "toon wat u in een brief kunt laten invullen")
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if velden {
			return om.toonVelden(alsJSON)
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			var gemaakt []string
			var err error
			if schrijf {
				if gemaakt, err = m.SchrijfSjablonen(post.IngebouwdeSjablonen()); err != nil {
					return err
				}
			}
			regels, fouten, err := sjabloonregels(m)
			if err != nil {
				return err
			}
			if alsJSON {
				return errors.Join(scherm.SchrijfJSON(om.uit, map[string]any{"sjablonen": regels, "gemaakt": append([]string{}, gemaakt...)}), fouten)
			}
			om.toonSjablonen(regels, schrijf, gemaakt)
			return fouten
		})
	}
	return cmd
}

// sjabloonregels lists the letters, those of the procedure first. What is wrong with one is in fouten.
func sjabloonregels(m *dossier.Map) (regels []sjabloonregel, fouten, err error) {
	eigen, err := m.Sjabloonnamen()
	if err != nil {
		return nil, nil, err
	}
	for _, b := range post.Soortbrieven() {
		regels = append(regels, sjabloonregel{Naam: b.Naam, Waarvoor: b.Waarvoor})
	}
	for _, naam := range eigen {
		i := slices.IndexFunc(regels, func(r sjabloonregel) bool { return r.Naam == naam })
		if i < 0 {
			i = len(regels)
			regels = append(regels, sjabloonregel{Naam: naam, Waarvoor: "eigen brief"})
		}
		bestand := dossier.Sjabloonbestand{Naam: naam}.Bestand()
		regels[i].Bestand = &bestand
		if _, err := post.KiesSjabloon(m, naam); err != nil {
			fouten = errors.Join(fouten, err)
		}
	}
	return regels, fouten, nil
}

func (om omgeving) toonSjablonen(regels []sjabloonregel, schrijf bool, gemaakt []string) {
	s := om.scherm()
	switch {
	case len(gemaakt) > 0:
		s.Alinea("Gemaakt in de map sjablonen: " + dossier.Opsomming(gemaakt, "en"))
		s.Wit()
	case schrijf:
		s.Alinea("Alle brieven staan al in de map sjablonen; er is niets veranderd.")
		s.Wit()
	}
	var rijen [][]scherm.Cel
	for _, r := range regels {
		bestand := "ingebouwd"
		if r.Bestand != nil {
			bestand = *r.Bestand
		}
		rijen = append(rijen, scherm.Rij(r.Naam, r.Waarvoor, bestand))
	}
	s.Tabel([]scherm.Kolom{{Titel: "Brief"}, {Titel: "Waarvoor", Rekt: true, Breekt: true}, {Titel: "Bestand", Breekt: true}}, rijen)
}

// toonVelden shows what a template may use; fields that another one explains are left out of the text.
func (om omgeving) toonVelden(alsJSON bool) error {
	if alsJSON {
		type veld struct {
			Naam   string `json:"naam"`
			Uitleg string `json:"uitleg"`
		}
		velden := []veld{}
		for _, v := range post.Velden() {
			velden = append(velden, veld{v.Naam, v.Uitleg})
		}
		return scherm.SchrijfJSON(om.uit, map[string]any{"velden": velden})
	}
	s := om.scherm()
	s.Alinea("Tussen {{ en }} kunt u in een brief laten invullen:")
	s.Wit()
	var paren []scherm.Paar
	for _, v := range post.Velden() {
		paren = append(paren, scherm.Paar{Naam: v.Naam, Waarde: v.Uitleg})
	}
	s.Gegevens(paren...)
	return nil
}
