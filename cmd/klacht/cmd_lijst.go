package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// zeef is which dossiers a list shows.
type zeef struct {
	toestand     dossier.Toestand
	soort        dossier.Soort
	herkomst     dossier.Herkomst
	categorie    string
	behandelaar  string
	jaar         int
	open, teLaat bool
}

func lijstCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var z zeef
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "lijst",
		Short: "Toont de dossiers",
		Long:  `Toont de dossiers, het nieuwste nummer eerst. De opties kiezen welke; met meer opties moeten ze allemaal kloppen.`,
		Example: `  klacht lijst --open
  klacht lijst --categorie cursusleider --jaar 2026`,
	}
	cmd.Flags().BoolVar(&z.open, "open", false, "alleen wat nog niet is afgehandeld")
	cmd.Flags().BoolVar(&z.teLaat, "te-laat", false, "alleen waarvan een termijn verstreken is en nog open staat")
	vlagKeuze(cmd, &z.toestand, "toestand", dossier.Toestanden(), "alleen in deze toestand")
	vlagKeuze(cmd, &z.soort, "soort", dossier.Soorten(), "alleen van deze soort")
	vlagKeuze(cmd, &z.herkomst, "herkomst", dossier.Herkomsten(), "alleen van deze herkomst")
	cmd.Flags().StringVar(&z.categorie, "categorie", "", "alleen in deze `CATEGORIE`")
	cmd.Flags().StringVar(&z.behandelaar, "behandelaar", "", "alleen met deze `NAAM`, of een deel ervan")
	cmd.Flags().IntVar(&z.jaar, "jaar", 0, "alleen ontvangen in dit `JAAR`, zoals 2026")
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if cmd.Flags().Changed("jaar") && (z.jaar < werkdagen.EersteJaar || z.jaar > werkdagen.LaatsteJaar) {
			return verkeerd("--jaar: %d ligt niet tussen %d en %d", z.jaar, werkdagen.EersteJaar, werkdagen.LaatsteJaar).metTip("schrijf het jaar voluit, zoals 2026")
		}
		return om.toonDossiers(cmd, om.ofVandaag(peildatum), alsJSON, z.houdt, func(p *dossier.Procedure) {
			// Dossiers may have a category that procedure.yaml no longer has, so only where none has it may it be a slip.
			if _, err := p.KiesCategorie(z.categorie); z.categorie != "" && err != nil {
				om.waarschuw("%v: %s", err, dossier.Opsomming(p.Categorienamen(), "en")+" wel")
			}
		})
	}
	return cmd
}

// houdt reports whether d passes.
func (z zeef) houdt(d *dossier.Dossier) bool {
	teLaat := slices.ContainsFunc(d.Termijnen, func(t dossier.Termijnstand) bool { return t.Onvervuld() && t.Stand == dossier.StandTeLaat })
	return (!z.open || d.Open()) && (!z.teLaat || teLaat && d.Open()) &&
		(z.toestand == "" || d.Toestand == z.toestand) &&
		(z.soort == "" || d.Soort == z.soort) &&
		(z.herkomst == "" || d.Herkomst == z.herkomst) &&
		(z.categorie == "" || strings.EqualFold(d.Categorie, z.categorie)) &&
		bevat(d.Behandelaar, z.behandelaar) &&
		(z.jaar == 0 || d.Ontvangst.Dag.Jaar() == z.jaar)
}

func bevat(s, deel string) bool { return strings.Contains(strings.ToLower(s), strings.ToLower(deel)) }

// toonDossiers shows the dossiers that houdt keeps, the newest number first; niets is called when there are none.
func (om omgeving) toonDossiers(cmd *cobra.Command, peildatum werkdagen.Datum, alsJSON bool, houdt func(*dossier.Dossier) bool, niets func(*dossier.Procedure)) error {
	return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
		alle, fouten, err := om.leesAlle(cmd, m, peildatum)
		if err != nil {
			return err
		}
		_, fout := om.leesMaatregelen(m, peildatum) // each dossier names its own
		fouten = errors.Join(fouten, fout)
		gekozen := slices.DeleteFunc(alle, func(d *dossier.Dossier) bool { return !houdt(d) })
		slices.Reverse(gekozen)
		if len(gekozen) == 0 {
			niets(m.Procedure)
		}
		if alsJSON {
			dossiers := make([]dossier.ZonderVerloop, len(gekozen))
			for i, d := range gekozen {
				dossiers[i] = dossier.ZonderVerloop{Dossier: d}
			}
			err = scherm.SchrijfJSON(om.uit, struct {
				Dossiers []dossier.ZonderVerloop `json:"dossiers"`
			}{dossiers})
		} else {
			toonLijst(om.scherm(), gekozen)
		}
		return errors.Join(fouten, err)
	})
}

func toonLijst(s *scherm.Scherm, dossiers []*dossier.Dossier) {
	if len(dossiers) == 0 {
		s.Alinea("Geen dossiers gevonden.")
		return
	}
	var rijen [][]scherm.Cel
	for _, d := range dossiers {
		toestand := string(d.Toestand)
		if d.Uitkomst != "" {
			toestand = string(d.Uitkomst)
		}
		rijen = append(rijen, scherm.Rij(d.Nummer.String(), datum(s, d.Ontvangst.Dag), d.Onderwerp, toestand, cmp.Or(d.Klager.Naam, d.Klager.Email), d.Categorie))
	}
	s.Tabel([]scherm.Kolom{
		{Titel: "Nummer"},
		{Titel: "Ontvangen"},
		{Titel: "Onderwerp", Rekt: true, Minst: 20},
		{Titel: "Toestand"},
		{Titel: "Klager", Rekt: true, Mist: true},
		{Titel: "Categorie", Rekt: true, Mist: true},
	}, rijen)
	s.Wit()
	s.Alinea(fmt.Sprintf("%d %s", len(dossiers), meervoud(len(dossiers), "dossier", "dossiers")))
}
