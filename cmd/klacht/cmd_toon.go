package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/werkdagen"
)

func toonCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "toon NR",
		Short: "Toont één dossier, met termijnen en verloop",
		Long:  `Toont één dossier: de gegevens, de termijnen, wat er nu moet gebeuren, en het hele verloop.`,
		Example: `  klacht toon K2026-0007
  klacht toon 7 --peildatum 31-12-2026`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return om.metMap(cmd, func(m *dossier.Map) error {
			n, err := m.Kies(args[0])
			if err != nil {
				return err
			}
			k, meldingen, err := m.Lees(n)
			if err != nil {
				return err
			}
			om.meld(meldingen)
			dag := om.ofVandaag(peildatum)
			d, err := m.Beoordeel(k, dag)
			if err != nil {
				return err
			}
			if d == nil {
				return &dossier.Fout{Wat: fmt.Sprintf("%s was op %s nog niet ontvangen", n, dag.Lang())}
			}
			if alsJSON {
				return schrijfJSON(om.uit, d)
			}
			toonDossier(om.scherm(), d)
			return nil
		})
	}
	return cmd
}

func toonDossier(s *tekstscherm, d *dossier.Dossier) {
	s.kop(fmt.Sprintf("%s  %s", d.Nummer, d.Onderwerp))
	toestand := string(d.Toestand)
	if d.Uitkomst != "" {
		toestand = fmt.Sprintf("afgehandeld op %s: %s", d.AfgehandeldOp.Lang(), d.Uitkomst)
	}
	soort := fmt.Sprintf("%s (%s)", d.Soort, d.Herkomst)
	ernst := ""
	if d.Ernst != dossier.ErnstNormaal {
		ernst = string(d.Ernst)
	}
	s.gegevens(
		paar{naam: "Toestand", waarde: toestand, toon: nadruk},
		paar{naam: "Soort", waarde: soort},
		paar{naam: "Categorie", waarde: d.Categorie},
		paar{naam: "Oorzaak", waarde: d.Oorzaak},
		paar{naam: "Ernst", waarde: ernst},
		paar{naam: "Ontvangen", waarde: d.Ontvangst.Lang()},
		paar{naam: "Kanaal", waarde: d.Kanaal},
		paar{naam: "Behandelaar", waarde: d.Behandelaar},
		paar{naam: "Klager", waarde: klagerzin(d.Klager)},
		paar{naam: "Betreft", waarde: d.Betreft},
		paar{naam: "Cursus", waarde: d.Cursus},
		paar{naam: "Omschrijving", waarde: d.Omschrijving},
		paar{naam: "Gewenst", waarde: d.Gewenst},
	)
	if len(d.Termijnen) > 0 {
		s.wit()
		s.kop("Termijnen")
		kolommen := []kolom{{titel: "Wat"}, {titel: "Uiterlijk"}, {titel: "Voldaan", mist: true}, {titel: "Stand"}}
		if slices.ContainsFunc(d.Termijnen, verplaatst) {
			kolommen = append(kolommen, kolom{titel: "Eerst beloofd", mist: true})
		}
		var rijen [][]cel
		for _, t := range d.Termijnen {
			for _, r := range termijnrijen(s, t) {
				rijen = append(rijen, r[:len(kolommen)])
			}
		}
		s.tabel(kolommen, rijen)
		if slices.ContainsFunc(d.Termijnen, func(t dossier.Termijnstand) bool { return t.LaatsteWerkdag != t.Uiterlijk }) {
			s.gekleurd(zacht, noot)
		}
	}
	if stappen := stappenparen(d); len(stappen) > 0 {
		s.wit()
		s.gegevens(stappen...)
	}
	for _, o := range d.Opmerkingen {
		s.gekleurd(letop, "Let op: "+o)
	}
	s.wit()
	s.kop("Verloop")
	toonVerloop(s, d)
}

func klagerzin(k dossier.Klager) string {
	var delen []string
	for _, deel := range []string{k.Naam, k.Organisatie, k.Email, k.Telefoon} {
		if deel != "" {
			delen = append(delen, deel)
		}
	}
	return strings.Join(delen, ", ")
}

// verplaatst reports whether a term was suspended or extended.
func verplaatst(t dossier.Termijnstand) bool { return t.Oorspronkelijk != t.Uiterlijk }

// termijnrijen is a row of the terms, and one below it where the last working day needs its own.
func termijnrijen(s *tekstscherm, t dossier.Termijnstand) [][]cel {
	wat := string(t.Naam)
	if t.Ronde > 1 {
		wat += fmt.Sprintf(" (ronde %d)", t.Ronde)
	}
	stand := string(t.Stand)
	if t.WerkdagenOver != nil {
		stand = overzin(t.Stand == dossier.StandTeLaat, *t.WerkdagenOver)
	}
	eerst := ""
	if verplaatst(t) {
		eerst = s.datum(t.Oorspronkelijk)
	}
	uiterlijk, onder := s.uiterlijk(t.Uiterlijk, t.LaatsteWerkdag)
	rijen := [][]cel{{
		{tekst: wat}, {tekst: uiterlijk}, {tekst: s.datum(t.VoldaanOp)}, {tekst: stand, toon: toonVan(t.Stand)}, {tekst: eerst},
	}}
	if onder != "" {
		rijen = append(rijen, rij("", onder, "", "", ""))
	}
	return rijen
}

// toonVerloop shows the events, the texts under each.
func toonVerloop(s *tekstscherm, d *dossier.Dossier) {
	for _, g := range d.Verloop {
		kop := string(g.Wat)
		if d.IsOngedaan(g.ID) {
			kop += " (ongedaan gemaakt)"
		}
		s.gekleurd(nadruk, fmt.Sprintf("%s  %s", g.Op.Lang(), kop))
		paren := []paar{{naam: "  door", waarde: g.Door}}
		for _, v := range g.Velden() {
			paren = append(paren, paar{naam: "  " + strings.ReplaceAll(v.Naam, "_", "-"), waarde: v.Waarde})
		}
		for i, b := range g.Bestanden {
			naam := ""
			if i == 0 {
				naam = "  bestanden"
			}
			paren = append(paren, paar{naam: naam, waarde: bestandsregel(b)})
		}
		s.gegevens(paren...)
	}
}

// grootte gives a size for people, in binary units.
func grootte(n int64) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n)
	case n < 1<<20:
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d MiB", n>>20)
}
