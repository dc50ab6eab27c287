package dossier

import (
	"strings"
	"testing"

	"klacht/werkdagen"
)

func TestProcedureVolgtHetProfiel(t *testing.T) {
	vol, err := profieltekst("rezulto")
	if err != nil {
		t.Fatal(err)
	}
	p := procedureVan(t, string(vol))
	kaal := *p // names are no part of a profile: nobody works under another's
	kaal.Organisatie, kaal.Verantwoordelijke = Organisatie{}, ""
	gelijk(t, "een regel is genoeg", procedureVan(t, "profiel: rezulto\n"), &kaal)
	gelijk(t, "zonder profiel is het rezulto", procedureVan(t, "dossierformaat: 1\n").Termijnen, p.Termijnen)
	gelijk(t, "organisatie", p.Organisatie, Organisatie{Naam: "Rezulto BV", Email: "info@rezulto.nl"})
	gelijk(t, "verantwoordelijke", p.Verantwoordelijke, "Louise Ross")
	gelijk(t, "mediator is nog niet ingevuld", p.Mediator.IsIngevuld(), false)
	gelijk(t, "categorieën", p.Categorienamen(), []string{"inhoud van de cursus", "informatievoorziening", "cursusleider", "financiële afwikkeling", "overig"})
	gelijk(t, "termijnen", p.Termijnen, Termijnbeloften{
		Extern: []Termijnbelofte{{TermijnBevestiging, werkdagen.Termijn{Aantal: 5, Eenheid: werkdagen.Werkdagen}}, {TermijnVoorstel, werkdagen.Termijn{Aantal: 4, Eenheid: werkdagen.Weken}}},
		Intern: []Termijnbelofte{{TermijnAfhandeling, werkdagen.Termijn{Aantal: 4, Eenheid: werkdagen.Weken}}},
	})
	gelijk(t, "bewaren", p.Bewaren, Bewaarregel{werkdagen.Termijn{Aantal: 2, Eenheid: werkdagen.Jaren}, VanafAfgehandeld})
	gelijk(t, "opschorten en verlengen", []bool{p.Opschorten, p.Verlengen}, []bool{true, true})
	gelijk(t, "binnenkort", p.Binnenkort, 3)
}

// What the file leaves out follows its profile; the terms of an origin that it names are all there are.
func TestProcedureVultAan(t *testing.T) {
	for _, tt := range []struct{ tekst, wil string }{
		{"termijnen: {extern: {voorstel: 6 weken}}", "extern voorstel 6 weken; intern afhandeling 4 weken"},
		{"termijnen: {extern: {bevestiging: geen}}", "extern ; intern afhandeling 4 weken"},
		{"termijnen: {extern: {bevestiging: }}", "extern ; intern afhandeling 4 weken"},
		{"termijnen:", "extern bevestiging 5 werkdagen, voorstel 4 weken; intern afhandeling 4 weken"},
		{"termijnen: {intern: {afhandeling: geen, bevestiging: twee werkdagen}}", "extern bevestiging 5 werkdagen, voorstel 4 weken; intern bevestiging 2 werkdagen"},
	} {
		p := procedureVan(t, tt.tekst+"\n")
		var delen []string
		for _, h := range Herkomsten() {
			b, err := p.Belofte(h, "overig", datum("2026-11-20"))
			if err != nil {
				t.Fatal(err)
			}
			var termijnen []string
			for _, x := range b.Termijnen {
				termijnen = append(termijnen, string(x.Naam)+" "+x.Termijn.String())
			}
			delen = append(delen, string(h)+" "+strings.Join(termijnen, ", "))
		}
		gelijk(t, tt.tekst, strings.Join(delen, "; "), tt.wil)
	}
	for _, tt := range []struct {
		tekst     string
		verlengen bool
		hoogstens string
	}{
		{"verlengen: ja", true, ""}, {"verlengen: Nee", false, ""}, {"verlengen: true", true, ""},
		{"verlengen: 4 weken", true, "4 weken"}, {"verlengen: 'vier weken'", true, "4 weken"}, {"verlengen:", true, ""},
	} {
		p := procedureVan(t, tt.tekst+"\n")
		gelijk(t, tt.tekst, p.Verlengen, tt.verlengen)
		gelijk(t, tt.tekst, termijntekst(p.HoogstensVerlengd), tt.hoogstens)
	}
	p := procedureVan(t, "kalender: {soort: bedrijf, werkweek: [do, ma], gesloten: [2026-12-24, {van: 2026-12-28, tot: 2026-12-31, omschrijving: kerst}]}\nstatus: {binnenkort: 0}\noorzaken:\n")
	gelijk(t, "kalender", p.Kalender, werkdagen.Opties{
		Kalender: werkdagen.KalenderBedrijf, Gelijkgesteld: werkdagen.GelijkgesteldVerlenging, Verlenging: werkdagen.VerlengingGeen,
		Werkweek: []werkdagen.Weekdag{werkdagen.Donderdag, werkdagen.Maandag},
		Gesloten: []werkdagen.Sluiting{{Van: datum("2026-12-24"), Tot: datum("2026-12-24")}, {Van: datum("2026-12-28"), Tot: datum("2026-12-31"), Omschrijving: "kerst"}},
	})
	gelijk(t, "binnenkort", p.Binnenkort, 0)
	gelijk(t, "geen oorzaken meer", len(p.Oorzaken), 0)
}

func TestProcedureFouten(t *testing.T) {
	for _, tt := range []struct{ naam, tekst, fout string }{
		{"onbekend profiel", "\nprofiel: brandweer\n", `procedure.yaml:2: profiel "brandweer" bestaat niet; kies uit rezulto`},
		{"latere versie", "dossierformaat: 2\n", "procedure.yaml:1: dossierformaat 2 is nieuwer dan dit programma kent (1)"},
		{"geen versie", "dossierformaat: een\n", `procedure.yaml:1: dossierformaat "een" bestaat niet`},
		{"versie nul", "dossierformaat: 0\n", `procedure.yaml:1: dossierformaat "0" bestaat niet`},
		{"tekst in plaats van een blok", "organisatie: Rezulto\n", `procedure.yaml:1: organisatie moet uit regels als "sleutel: waarde" bestaan`},
		{"lijst in plaats van tekst", "verantwoordelijke: [a, b]\n", "procedure.yaml:1: hier hoort tekst te staan, geen lijst of blok"},
		{"geen termijn", "termijnen:\n  extern:\n    voorstel: ongeveer 4 weken\n", `procedure.yaml:3: "ongeveer 4 weken" is geen vaste termijn: een termijn is een precies aantal, zoals 4 weken`},
		{"nul", "termijnen: {extern: {voorstel: 0 weken}}\n", `procedure.yaml:1: "0 weken" is geen termijn: het aantal moet minstens 1 zijn`},
		{"categorie twee keer", "categorieen:\n  - overig\n  - naam: Overig\n", `procedure.yaml:3: categorie "Overig" staat er twee keer`},
		{"categorie zonder naam", "categorieen:\n  - overig\n  - termijnen: {extern: {voorstel: 1 week}}\n", "procedure.yaml:3: een categorie heeft een naam nodig"},
		{"lege categorie", "categorieen:\n  - overig\n  - ''\n", "procedure.yaml:3: een categorie heeft een naam nodig"},
		{"geen categorieën", "categorieen: []\n", "procedure.yaml:1: er is geen categorie"},
		{"categorieën zonder streepjes", "categorieen: overig\n", "procedure.yaml:1: categorieen moet een lijst zijn, met een streepje voor elk onderdeel\nprocedure.yaml:1: er is geen categorie"},
		{"onbekende kalender", "kalender:\n  soort: gregoriaans\n", `procedure.yaml:2: "gregoriaans" kan hier niet; kies uit atw of bedrijf`},
		{"gelijkgesteld", "kalender:\n  gelijkgesteld: ja\n", `procedure.yaml:2: "ja" kan hier niet; kies uit nee, verlenging of vrij`},
		{"verlenging", "kalender:\n  verlenging: ja\n", `procedure.yaml:2: "ja" kan hier niet; kies uit geen of atw`},
		{"lege werkweek", "kalender:\n  soort: atw\n  werkweek: []\n", "procedure.yaml:3: de werkweek is leeg: er moet ten minste één dag gewerkt worden"},
		{"werkweek met onzin", "kalender:\n  werkweek: [ma, feestdag]\n", ""},
		{"werkweek dubbel", "kalender:\n  werkweek: [ma, di, ma]\n", "procedure.yaml:2: de werkweek noemt maandag twee keer"},
		{"sluiting andersom", "kalender:\n  gesloten:\n    - van: 2026-12-31\n      tot: 2026-12-28\n", "procedure.yaml:3: deze sluiting eindigt (2026-12-28) voor zij begint (2026-12-31)"},
		{"sluiting zonder dag", "kalender:\n  gesloten:\n    - omschrijving: kerst\n", "procedure.yaml:3: een gesloten dag heeft een datum nodig"},
		{"geen datum", "kalender: {gesloten: [24-12-2026]}\n", ""},
		{"opschorten", "opschorten: soms\n", `procedure.yaml:1: "soms" is geen ja of nee`},
		{"verlengen", "verlengen: soms\n", `procedure.yaml:1: "soms" is niet ja, nee of een termijn zoals 4 weken`},
		{"verlengen met een lijst", "verlengen: [4 weken]\n", "procedure.yaml:1: hier hoort tekst te staan, geen lijst of blok"},
		{"bewaren vanaf", "bewaren: {vanaf: gisteren}\n", `procedure.yaml:1: "gisteren" kan hier niet; kies uit afgehandeld of ontvangen`},
		{"bewaren te kort", "bewaren: {termijn: nul jaar}\n", ""},
		{"binnenkort", "status: {binnenkort: drie}\n", `procedure.yaml:1: "drie" is geen getal van 0 tot en met 99`},
		{"binnenkort te groot", "status: {binnenkort: 100}\n", `procedure.yaml:1: "100" is geen getal van 0 tot en met 99`},
		{"meer dan één fout", "opschorten: soms\n\nverlengen: nooit\n", "procedure.yaml:1: \"soms\" is geen ja of nee\nprocedure.yaml:3: \"nooit\" is niet ja, nee of een termijn zoals 4 weken"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			p, _, err := leesProcedure(bestandProcedure, []byte(tt.tekst))
			if err == nil {
				t.Fatalf("gelezen: %+v", p)
			}
			if tt.fout == "" {
				if !strings.HasPrefix(err.Error(), "procedure.yaml:") {
					t.Errorf("zonder plaats: %v", err)
				}
				return
			}
			metFout(t, err, tt.fout)
		})
	}
}

func TestProcedureOnbekendeSleutelIsEenWaarschuwing(t *testing.T) {
	p, meldingen, err := leesProcedure(bestandProcedure, []byte("termijnen:\n  extern: {reactie: 3 weken}\nkleur: blauw\n"))
	if err != nil || p == nil {
		t.Fatal(err)
	}
	var kreeg []string
	for _, f := range meldingen {
		kreeg = append(kreeg, f.Error())
	}
	gelijk(t, "meldingen", kreeg, []string{
		`procedure.yaml:2: onbekende sleutel "reactie" in termijnen; zij blijft staan en doet niets`,
		`procedure.yaml:3: onbekende sleutel "kleur" in procedure.yaml; zij blijft staan en doet niets`,
	})
	gelijk(t, "tip", meldingen[0].Raad, "bekend zijn: afhandeling, bevestiging, voorstel")
}
