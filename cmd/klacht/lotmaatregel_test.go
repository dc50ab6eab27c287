package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

var (
	lotStreefdatum = regexp.MustCompile(`(?m)^streefdatum: .*$`)
	lotToelichting = "Zo is het."
)

// maatregelpaden are the paths of every measure.
func (l *lotmap) maatregelpaden() []string {
	l.t.Helper()
	paden, err := filepath.Glob(filepath.Join(l.pad, "maatregelen", "M*.yaml"))
	if err != nil {
		l.t.Fatal(err)
	}
	return paden
}

// maatregelnummers are the numbers of every measure, as its file is called.
func (l *lotmap) maatregelnummers() []string {
	l.t.Helper()
	var uit []string
	for _, p := range l.maatregelpaden() {
		uit = append(uit, strings.TrimSuffix(filepath.Base(p), ".yaml"))
	}
	return uit
}

// piek makes half a year with more of one category than chance explains, and measures about it that were carried out right before and right after.
func (l *lotmap) piek() {
	l.t.Helper()
	const duur = 180
	begin, alle := l.tussen(l.eerste, l.laatste-2*duur), l.categorieen
	l.categorieen = alle[:1]
	for range 40 {
		l.registreer(begin, begin+duur)
	}
	for _, dag := range []werkdagen.Datum{begin, begin + duur} {
		wie := dossier.Wie{Door: "Sanne de Vries", Nu: l.moment(dag, 9)}
		m, err := l.m.NieuweMaatregel(dossier.NieuweMaatregel{
			Omschrijving: "Tegen de piek", Soort: dossier.Corrigerend, Verantwoordelijke: "Ilse Kuiper", Streefdatum: dag, Controle: dossier.Controlemoment{Dag: dag + duur}, Categorie: alle[0],
		}, wie)
		if err != nil {
			l.t.Fatal(err)
		}
		if _, err := l.m.LegMaatregelVast(l.t.Context(), m.Nummer, wie, func(*dossier.Maatregel) ([]dossier.Maatregelgebeurtenis, error) {
			return []dossier.Maatregelgebeurtenis{{Wat: dossier.MaatregelUitgevoerd, Op: wie.Nu}}, nil
		}); err != nil {
			l.t.Fatal(err)
		}
	}
	l.categorieen = alle
}

// maakMaatregelen makes so many measures, each with what happened to it.
func (l *lotmap) maakMaatregelen(aantal int) {
	l.t.Helper()
	for range aantal {
		op := l.tussen(l.eerste, l.laatste)
		nu := min(l.laatste, op+werkdagen.Datum(l.r.IntN(20)))
		n := dossier.NieuweMaatregel{
			Op: op, Omschrijving: fmt.Sprintf("Maatregel %d", l.r.IntN(1000)), Soort: een(l, dossier.Maatregelsoorten()...),
			Verantwoordelijke: een(l, "Sanne de Vries", "Ilse Kuiper"), Streefdatum: op + werkdagen.Datum(l.r.IntN(130)-10),
			Categorie: een(l, append(l.categorieen, "", "")...), Oorzaak: een(l, append(lotOorzaken, "", "PLANNING", "sfeer")...),
		}
		n.Controle.Dag = n.Streefdatum + werkdagen.Datum(l.r.IntN(250))
		if l.kans(70) {
			termijn, err := dossier.LeesControlemoment(een(l, "6 weken", "13 weken", "3 maanden", "6 maanden", "45 dagen", "20 werkdagen", "1 jaar"))
			if err != nil {
				l.t.Fatal(err)
			}
			n.Controle = termijn
		}
		if eerder := l.maatregelnummers(); len(eerder) > 0 && l.kans(50) {
			n.VervolgOp, _ = dossier.LeesMaatregelnummer(een(l, eerder...))
		}
		m, err := l.m.NieuweMaatregel(n, dossier.Wie{Door: "Sanne de Vries", Nu: l.moment(nu, 9)})
		if err != nil {
			l.t.Fatal(err)
		}
		for range l.r.IntN(8) {
			if nu += werkdagen.Datum(l.r.IntN(120)); nu > l.laatste {
				break
			}
			l.zetStap(m.Nummer, nu)
		}
	}
	for _, pad := range l.maatregelpaden() {
		if l.kans(40) {
			l.bewerkMaatregel(pad)
		}
	}
}

// zetStap records a step of a measure on a day, perhaps as of some days before; one that is refused was not taken.
func (l *lotmap) zetStap(n dossier.Maatregelnummer, dag werkdagen.Datum) {
	l.t.Helper()
	nu := l.moment(dag, 11)
	op := nu
	if l.kans(40) {
		op = dossier.OpDag(dag - werkdagen.Datum(l.r.IntN(25)))
	}
	g := dossier.Maatregelgebeurtenis{
		Wat: een(l, dossier.MaatregelUitgevoerd, dossier.MaatregelUitgevoerd, dossier.MaatregelGecontroleerd, dossier.MaatregelGecontroleerd, dossier.MaatregelGewijzigd, dossier.MaatregelVervallen),
		Op:  op,
	}
	_, err := l.m.LegMaatregelVast(l.t.Context(), n, dossier.Wie{Door: een(l, "Sanne de Vries", "ilse  kuiper"), Nu: nu}, func(m *dossier.Maatregel) ([]dossier.Maatregelgebeurtenis, error) {
		switch g.Wat {
		case dossier.MaatregelGewijzigd:
			return l.m.WijzigMaatregel(m, []dossier.Veldwaarde{een(l,
				dossier.Veldwaarde{Naam: "categorie", Waarde: een(l, l.categorieen...)}, dossier.Veldwaarde{Naam: "oorzaak", Waarde: een(l, append(lotOorzaken, "")...)},
				dossier.Veldwaarde{Naam: "verantwoordelijke", Waarde: een(l, "Sanne de Vries", "Ilse Kuiper")},
				dossier.Veldwaarde{Naam: "streefdatum", Waarde: (dag + werkdagen.Datum(l.r.IntN(60))).String()}, dossier.Veldwaarde{Naam: "controle", Waarde: een(l, "2 maanden", "4 maanden")},
			)}, op, dag)
		case dossier.MaatregelVervallen:
			g.Reden = lotToelichting
		case dossier.MaatregelGecontroleerd:
			g.Oordeel, g.Toelichting = een(l, append(dossier.Doeltreffendheden(), dossier.Doeltreffend)...), lotToelichting
		}
		return []dossier.Maatregelgebeurtenis{g}, l.m.ToetsMaatregel(m, g, dag)
	})
	if err != nil && !errors.As(err, new(*dossier.Fout)) {
		l.t.Fatal(err)
	}
}

// bewerkMaatregel changes a measure as people do in an editor: fields put right, and steps that no command would take.
func (l *lotmap) bewerkMaatregel(pad string) {
	l.t.Helper()
	inhoud, err := os.ReadFile(pad)
	if err != nil {
		l.t.Fatal(err)
	}
	tekst := string(inhoud)
	for range 1 + l.r.IntN(2) {
		dag := l.tussen(l.eerste, l.laatste)
		switch l.r.IntN(4) {
		case 0:
			tekst = lotStreefdatum.ReplaceAllLiteralString(tekst, "streefdatum: "+dag.String()+"   # verzet")
		case 1:
			tekst = lotCategorie.ReplaceAllLiteralString(tekst, "categorie: '"+een(l, l.categorieen...)+"'")
		default:
			tekst += fmt.Sprintf("\n  # met de hand\n  - wat: %s\n    op: %s\n    door: Ilse Kuiper\n", een(l,
				"uitgevoerd", "vervallen\n    reden: niet meer nodig", "gecontroleerd\n    oordeel: doeltreffend\n    toelichting: ja", "gecontroleerd\n    oordeel: deels\n    toelichting: half",
				"gewijzigd\n    veld: oorzaak\n    van: techniek\n    naar: planning", "gewijzigd\n    veld: streefdatum\n    van: 2024-01-31\n    naar: 2024-02-29"), dag)
		}
	}
	if err := os.WriteFile(pad, []byte(tekst), 0o600); err != nil {
		l.t.Fatal(err)
	}
}

// houdOverleg records a few meetings, one of them perhaps written by hand.
func (l *lotmap) houdOverleg() {
	l.t.Helper()
	dag := l.eerste
	for range l.r.IntN(5) {
		if dag += werkdagen.Datum(1 + l.r.IntN(300)); dag > l.laatste {
			return
		}
		o := dossier.Overleg{Op: dag, Aanwezig: []string{"Sanne de Vries", "Ilse Kuiper"}}
		if l.kans(50) {
			o.Volgende = dag + werkdagen.Datum(1+l.r.IntN(150))
		}
		nummers := l.maatregelnummers()
		for range l.r.IntN(3) {
			besluit := "Het blijft zo."
			if len(nummers) > 0 {
				besluit = fmt.Sprintf("Doorgaan met %s (zie ook %s).", een(l, nummers...), een(l, nummers...))
			}
			o.Besluiten = append(o.Besluiten, besluit)
		}
		if len(nummers) > 0 && l.kans(50) {
			n, _ := dossier.LeesMaatregelnummer(een(l, nummers...))
			o.Maatregelen = append(o.Maatregelen, n)
		}
		if records := l.records(); len(records) > 0 && l.kans(50) {
			n, _ := dossier.LeesNummer(filepath.Base(filepath.Dir(een(l, records...))))
			o.Besproken = append(o.Besproken, n)
		}
		if l.kans(20) {
			l.schrijf(o.Bestand(), "aanwezig: [Sanne de Vries] # kort\nmaatregelen: [M2031-004]\nbesluiten:\n  - 'Ook m2031-004, xM2031-005 en M2031-006-A'\n")
			continue
		}
		wie := dossier.Wie{Door: "Sanne de Vries", Nu: l.moment(min(l.laatste, dag+werkdagen.Datum(l.r.IntN(3))), 16)}
		if _, err := l.m.LegOverlegVast(l.t.Context(), o, wie); err != nil {
			o.Besproken = nil // it had not been received yet
			if _, err := l.m.LegOverlegVast(l.t.Context(), o, wie); err != nil {
				l.t.Fatal(err)
			}
		}
	}
}
