package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
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
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
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
			om.meldLater(k, dag)
			d, err := m.Beoordeel(k, dag)
			if err != nil {
				return err
			}
			if d == nil {
				return &dossier.Fout{Wat: fmt.Sprintf("%s was op %s nog niet ontvangen", n, dag.Lang())}
			}
			maatregelen, fouten := om.leesMaatregelen(m, dag)
			if alsJSON {
				err = scherm.SchrijfJSON(om.uit, d)
			} else {
				toonDossier(om.scherm(), d, maatregelen)
			}
			if d.Verzending != nil {
				fouten = errors.Join(fouten, d.Verzending.Fout)
			}
			return errors.Join(fouten, err)
		})
	}
	return cmd
}

// toonDossier shows d; of maatregelen, which are all of the folder, those that name it.
func toonDossier(s *scherm.Scherm, d *dossier.Dossier, maatregelen []*dossier.Maatregelstand) {
	s.Kop(fmt.Sprintf("%s  %s", d.Nummer, d.Onderwerp))
	toestand := string(d.Toestand)
	if d.Uitkomst != "" {
		toestand = fmt.Sprintf("afgehandeld op %s: %s", d.AfgehandeldOp.Lang(), d.Uitkomst)
	}
	soort := fmt.Sprintf("%s (%s)", d.Soort, d.Herkomst)
	ernst := ""
	if d.Ernst != dossier.ErnstNormaal {
		ernst = string(d.Ernst)
	}
	s.Gegevens(
		scherm.Paar{Naam: "Toestand", Waarde: toestand, Toon: scherm.Nadruk},
		scherm.Paar{Naam: "Soort", Waarde: soort},
		scherm.Paar{Naam: "Categorie", Waarde: d.Categorie},
		scherm.Paar{Naam: "Oorzaak", Waarde: d.Oorzaak},
		scherm.Paar{Naam: "Ernst", Waarde: ernst},
		scherm.Paar{Naam: "Ontvangen", Waarde: d.Ontvangst.Lang()},
		scherm.Paar{Naam: "Kanaal", Waarde: d.Kanaal},
		scherm.Paar{Naam: "Behandelaar", Waarde: d.Behandelaar},
		scherm.Paar{Naam: "Klager", Waarde: klagerzin(d.Klager)},
		scherm.Paar{Naam: "Betreft", Waarde: d.Betreft},
		scherm.Paar{Naam: "Cursus", Waarde: d.Cursus},
		scherm.Paar{Naam: "Omschrijving", Waarde: d.Omschrijving},
		scherm.Paar{Naam: "Gewenst", Waarde: d.Gewenst},
	)
	if len(d.Termijnen) > 0 {
		s.Wit()
		s.Kop("Termijnen")
		kolommen := []scherm.Kolom{{Titel: "Wat"}, {Titel: "Uiterlijk"}, {Titel: "Voldaan", Mist: true}, {Titel: "Stand"}}
		if slices.ContainsFunc(d.Termijnen, verplaatst) {
			kolommen = append(kolommen, scherm.Kolom{Titel: "Eerst beloofd", Mist: true})
		}
		var rijen [][]scherm.Cel
		for _, t := range d.Termijnen {
			for _, r := range termijnrijen(s, t) {
				rijen = append(rijen, r[:len(kolommen)])
			}
		}
		s.Tabel(kolommen, rijen)
		if slices.ContainsFunc(d.Termijnen, func(t dossier.Termijnstand) bool { return t.LaatsteWerkdag != t.Uiterlijk }) {
			s.Gekleurd(scherm.Zacht, noot)
		}
	}
	if stappen := stappenparen(d); len(stappen) > 0 {
		s.Wit()
		s.Gegevens(stappen...)
	}
	if len(d.Maatregelen) > 0 {
		s.Wit()
		s.Kop("Maatregelen")
		var paren []scherm.Paar
		for _, m := range maatregelen {
			if slices.Contains(d.Maatregelen, m.Nummer) {
				paren = append(paren, scherm.Paar{Naam: m.Nummer.String(), Waarde: fmt.Sprintf("%s (%s)", m.Omschrijving, maatregelstand(m))})
			}
		}
		s.Gegevens(paren...)
	}
	if d.Verzending != nil {
		s.Wit()
		toonVerzending(s, d.Verzending)
	}
	for _, o := range d.Opmerkingen {
		s.Gekleurd(scherm.LetOp, "Let op: "+o)
	}
	s.Wit()
	s.Kop("Verloop")
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
func termijnrijen(s *scherm.Scherm, t dossier.Termijnstand) [][]scherm.Cel {
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
		eerst = datum(s, t.Oorspronkelijk)
	}
	uiterlijk, onder := uiterlijkeDag(s, t.Uiterlijk, t.LaatsteWerkdag)
	rijen := [][]scherm.Cel{{
		{Tekst: wat}, {Tekst: uiterlijk}, {Tekst: datum(s, t.VoldaanOp)}, {Tekst: stand, Toon: toonVan(t.Stand)}, {Tekst: eerst},
	}}
	if onder != "" {
		rijen = append(rijen, scherm.Rij("", onder, "", "", ""))
	}
	return rijen
}

// toonVerloop shows the events, the texts under each.
func toonVerloop(s *scherm.Scherm, d *dossier.Dossier) {
	for _, g := range d.Verloop {
		kop := string(g.Wat)
		if d.IsOngedaan(g.ID) {
			kop += " (ongedaan gemaakt)"
		}
		s.Gekleurd(scherm.Nadruk, fmt.Sprintf("%s  %s", g.Op.Lang(), kop))
		paren := []scherm.Paar{{Naam: "  door", Waarde: g.Door}}
		for _, v := range g.Velden() {
			paren = append(paren, scherm.Paar{Naam: "  " + strings.ReplaceAll(v.Naam, "_", "-"), Waarde: v.Waarde})
		}
		for i, b := range g.Bestanden {
			naam := ""
			if i == 0 {
				naam = "  bestanden"
			}
			paren = append(paren, scherm.Paar{Naam: naam, Waarde: bestandsregel(b)})
		}
		s.Gegevens(paren...)
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
