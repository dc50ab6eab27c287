package rapport

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"

	"github.com/google/go-cmp/cmp"
)

var bijwerken = flag.Bool("bijwerken", false, "schrijf de verwachte uitvoer opnieuw")

// voorbeeld is a quarter in which everything happened that the report can show.
func voorbeeld(t testing.TB) Invoer {
	t.Helper()
	bevestigd := func(uiterlijk, voldaan string) term {
		return term{naam: "bevestiging", uiterlijk: uiterlijk, voldaan: voldaan}
	}
	voorstel := func(uiterlijk, voldaan string) term {
		return term{naam: "voorstel", uiterlijk: uiterlijk, voldaan: voldaan}
	}
	dossiers := append(voorgeschiedenis(t),
		bouw{nummer: "K2026-0021", ontvangen: "2026-07-01", categorie: "inhoud van de cursus", oorzaak: "verouderd materiaal",
			termijnen: []term{bevestigd("2026-07-08", "2026-07-02"), voorstel("2026-07-29", "2026-07-20")}, dicht: []dicht{{"2026-07-24", "gegrond"}}},
		bouw{nummer: "K2026-0022", ontvangen: "2026-07-06", categorie: "inhoud van de cursus", oorzaak: "verouderd materiaal",
			termijnen: []term{bevestigd("2026-07-13", "2026-07-13"), voorstel("2026-08-03", "2026-08-07")}, dicht: []dicht{{"2026-08-21", "deels gegrond"}}},
		bouw{nummer: "K2026-0023", ontvangen: "2026-07-14", categorie: "cursusleider", oorzaak: "planning",
			termijnen:  []term{bevestigd("2026-07-21", "2026-07-23"), voorstel("2026-08-11", "2026-08-04")},
			geschillen: []string{"2026-08-12"}, adviezen: []string{"2026-09-02"}, dicht: []dicht{{"2026-09-07", "ongegrond"}}},
		bouw{nummer: "K2026-0024", ontvangen: "2026-08-03", categorie: "overig",
			termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-08-10", vervallen: "2026-08-04"}, {naam: "voorstel", uiterlijk: "2026-08-31", vervallen: "2026-08-04"}}, dicht: []dicht{{"2026-08-04", "ingetrokken"}}},
		bouw{nummer: "K2026-0025", ontvangen: "2026-08-17", categorie: "Zaal <A> & *parkeren* | koffie",
			termijnen: []term{bevestigd("2026-08-24", "2026-08-20"), voorstel("2026-09-14", "")}},
		bouw{nummer: "K2026-0026", ontvangen: "2026-09-22", categorie: "inhoud van de cursus", termijnen: []term{bevestigd("2026-09-29", ""), voorstel("2026-10-20", "")}},
		bouw{nummer: "K2026-0027", ontvangen: "2026-07-02", categorie: "inhoud van de cursus", oorzaak: "planning",
			termijnen: []term{bevestigd("2026-07-09", "2026-07-03"), voorstel("2026-07-30", "2026-07-10"), {naam: "voorstel", ronde: 2, uiterlijk: "2026-09-15"}},
			dicht:     []dicht{{"2026-07-15", "ongegrond"}}, heropend: []string{"2026-08-18"}},
		bouw{nummer: "K2026-0028", soort: "onvolkomenheid", ontvangen: "2026-07-20", categorie: "informatievoorziening", oorzaak: "website",
			termijnen: []term{{naam: "afhandeling", uiterlijk: "2026-08-17", voldaan: "2026-08-05"}}, dicht: []dicht{{"2026-08-05", "gegrond"}}},
		bouw{nummer: "K2026-0029", soort: "onvolkomenheid", ontvangen: "2026-09-28", categorie: "informatievoorziening",
			termijnen: []term{{naam: "afhandeling", uiterlijk: "2026-10-26"}}},
		bouw{nummer: "K2026-0011", ontvangen: "2026-04-20", categorie: "financiële afwikkeling", oorzaak: "planning", vernietigd: true,
			termijnen: []term{bevestigd("2026-04-28", "2026-04-30"), voorstel("2026-05-18", "2026-05-11")}, dicht: []dicht{{"2026-05-20", "gegrond"}}},
		bouw{nummer: "K2026-0012", ontvangen: "2026-06-15", categorie: "inhoud van de cursus", termijnen: []term{bevestigd("2026-06-22", "2026-06-16"), {naam: "voorstel", uiterlijk: "2026-07-13", onbekend: true}},
			dicht: []dicht{{"2026-07-03", "gegrond"}}},
	)
	for i, op := range []string{"2026-07-08", "2026-07-09", "2026-07-16", "2026-07-21"} {
		dossiers = append(dossiers, bouw{nummer: fmt.Sprintf("K2026-%04d", 31+i), ontvangen: op, categorie: "inhoud van de cursus", oorzaak: "verouderd materiaal",
			termijnen: []term{bevestigd("2026-07-28", "2026-07-22"), voorstel("2026-08-04", "2026-07-31")}, dicht: []dicht{{"2026-08-07", "gegrond"}}})
	}
	in := derdeKwartaal(t, dossiers...)
	for i := range in.Feiten {
		switch f := &in.Feiten[i]; f.Nummer {
		case "K2026-0025":
			f.Behandelaar, f.Betreft = "Sam Bos", "Sam Bos"
		case "K2026-0011":
			f.VernietigdOp = dag(t, "2026-08-15")
		case "K2024-0002":
			f.Bewaarplicht = true
		}
	}
	in.Organisatie = "Rezulto BV"
	in.Maatregelen = maatregelenOp(t, "2026-09-30")
	in.Overleggen = []*dossier.Overleg{{
		Op: dag(t, "2026-06-30"), Aanwezig: []string{"Jo Vos", "Sam Bos"}, Volgende: dag(t, "2026-10-01"),
		Besluiten:   []string{"Het lesmateriaal wordt vernieuwd (M2026-002).", "Elke cursus krijgt een vaste contactpersoon."},
		Maatregelen: []dossier.Maatregelnummer{{Jaar: 2026, Volg: 2}, {Jaar: 2026, Volg: 1}},
	}}
	stand := string(dossier.UrgentBinnenkort)
	in.Overleg = dossier.Overlegstatus{Laatste: dag(t, "2026-06-30"), Volgende: dag(t, "2026-10-01"), Stand: &stand}
	return in
}

// voorgeschiedenis is what came in in the two years before: one or two a month,
// analysed and closed, so that the quarter can be held against it.
func voorgeschiedenis(t testing.TB) []bouw {
	t.Helper()
	var uit []bouw
	for i := range 23 { // May 2024 to March 2026
		for j := range 1 + i%2 {
			op := dag(t, "2024-05-01").PlusMaanden(i) + werkdagen.Datum(9*j)
			uit = append(uit, bouw{
				nummer: fmt.Sprintf("K%d-%04d", op.Jaar(), len(uit)+1), ontvangen: op.String(), oorzaak: []string{"planning", "website"}[i%2],
				categorie: []string{"cursusleider", "informatievoorziening", "cursusleider", "overig"}[i%4],
				termijnen: []term{{naam: "bevestiging", uiterlijk: (op + 7).String(), voldaan: (op + 2).String()}, {naam: "voorstel", uiterlijk: (op + 28).String(), voldaan: (op + 14).String()}},
				dicht:     []dicht{{(op + 20).String(), "gegrond"}},
			})
		}
	}
	return uit
}

// maatregelenOp are the measures of the example as they stood on peildatum.
func maatregelenOp(t testing.TB, peildatum string) []*dossier.Maatregelstand {
	t.Helper()
	peil := dag(t, peildatum)
	nummer := func(jaar, volg int) dossier.Maatregelnummer { return dossier.Maatregelnummer{Jaar: jaar, Volg: volg} }
	alle := []*dossier.Maatregelstand{
		{Maatregel: dossier.Maatregel{Nummer: nummer(2025, 4), Omschrijving: "Lesmateriaal elk half jaar nalopen", Soort: dossier.Corrigerend, Oorzaak: "verouderd materiaal", Streefdatum: dag(t, "2026-01-31")},
			AangemaaktOp: dag(t, "2025-12-11"), UitgevoerdOp: dag(t, "2026-01-31"), ControleOp: dag(t, "2026-07-07"), GecontroleerdOp: dag(t, "2026-07-07"), Oordeel: dossier.Doeltreffend},
		{Maatregel: dossier.Maatregel{Nummer: nummer(2026, 1), Omschrijving: "Website elke week bijwerken", Soort: dossier.Corrigerend, Categorie: "informatievoorziening", Streefdatum: dag(t, "2026-03-01")},
			AangemaaktOp: dag(t, "2026-01-15"), UitgevoerdOp: dag(t, "2026-03-02"), ControleOp: dag(t, "2026-09-01")},
		{Maatregel: dossier.Maatregel{Nummer: nummer(2026, 2), Omschrijving: "Nieuw cursusboek <A> & =B1", Soort: dossier.Preventief, Categorie: "inhoud van de cursus", Oorzaak: "verouderd materiaal", Streefdatum: dag(t, "2026-08-01")},
			AangemaaktOp: dag(t, "2026-06-30"), ControleOp: dag(t, "2026-12-01")},
		{Maatregel: dossier.Maatregel{Nummer: nummer(2026, 3), Omschrijving: "Cursus opnieuw aanbieden", Soort: dossier.Herstel, Streefdatum: dag(t, "2026-09-01")},
			AangemaaktOp: dag(t, "2026-07-20"), ControleOp: dag(t, "2026-10-01"), VervallenOp: dag(t, "2026-08-20")},
		{Maatregel: dossier.Maatregel{Nummer: nummer(2026, 4), Omschrijving: "Cursusleiders spreken elkaar elke maand", Soort: dossier.Corrigerend, Categorie: "cursusleider", Streefdatum: dag(t, "2025-07-01")},
			AangemaaktOp: dag(t, "2025-06-01"), UitgevoerdOp: dag(t, "2025-07-01"), ControleOp: dag(t, "2026-09-15"), GecontroleerdOp: dag(t, "2026-09-15"), Oordeel: dossier.NietDoeltreffend, ZelfGecontroleerd: true,
			Vervolg: []dossier.Maatregelnummer{nummer(2026, 5)}},
		{Maatregel: dossier.Maatregel{Nummer: nummer(2026, 5), Omschrijving: "Cursusleiders kijken bij elkaar mee", Soort: dossier.Corrigerend, Categorie: "cursusleider", Streefdatum: dag(t, "2026-11-15"), VervolgOp: nummer(2026, 4)},
			AangemaaktOp: dag(t, "2026-09-16"), ControleOp: dag(t, "2027-05-15")},
	}
	var uit []*dossier.Maatregelstand
	for _, m := range alle {
		if m.AangemaaktOp > peil {
			continue
		}
		m.Verantwoordelijke, m.Peildatum, m.Toestand = "Jo Vos", peil, dossier.Gepland
		if m.UitgevoerdOp != 0 {
			m.Toestand = dossier.Uitgevoerd
		}
		if m.GecontroleerdOp > peil {
			m.GecontroleerdOp, m.Oordeel, m.ZelfGecontroleerd, m.Vervolg = 0, "", false, nil
		}
		if m.GecontroleerdOp != 0 {
			m.Toestand = dossier.Gecontroleerd
		}
		if m.VervallenOp > peil {
			m.VervallenOp = 0
		}
		if m.VervallenOp != 0 {
			m.Toestand = dossier.Vervallen
		}
		uit = append(uit, m)
	}
	return uit
}

func metNamen(in Invoer) Invoer {
	in.MetNamen = true
	for i := range in.Feiten {
		f := &in.Feiten[i]
		f.Onderwerp, f.Klager, f.Behandelaar = "Onderwerp van "+f.Nummer+" met wat meer woorden", "Kim de Wit", "Sam Bos"
	}
	return in
}

func lopend(t testing.TB) Invoer {
	t.Helper()
	in := voorbeeld(t)
	in.Peildatum = dag(t, "2026-08-14")
	in.Vorige = in.Periode.Vorige(in.Peildatum)
	in.Maatregelen = maatregelenOp(t, "2026-08-14")
	in.WerkdagenTeLaat = werkdagenTeLaat(t, in.Peildatum)
	return in
}

func TestUitvoer(t *testing.T) {
	for _, tc := range []struct {
		naam   string
		invoer Invoer
	}{
		{"voorbeeld", voorbeeld(t)},
		{"metnamen", metNamen(voorbeeld(t))},
		{"lopend", lopend(t)},
		{"leeg", derdeKwartaal(t)},
		{"een", derdeKwartaal(t, bouw{ontvangen: "2026-08-10", dicht: []dicht{{op: "2026-08-31"}}, termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-08-17", voldaan: "2026-08-11"}}})},
	} {
		o := Bereken(tc.invoer)
		for _, f := range Formaten(Scherm{}) {
			if f.Binair {
				continue // has tests of its own
			}
			t.Run(tc.naam+"/"+f.Naam, func(t *testing.T) {
				var b bytes.Buffer
				if err := f.Schrijver(&b, o); err != nil {
					t.Fatal(err)
				}
				vergelijkMet(t, filepath.Join("..", "testdata", "rapport", tc.naam+f.Extensie), b.Bytes())
			})
		}
	}
}

func vergelijkMet(t *testing.T, pad string, kreeg []byte) {
	t.Helper()
	if *bijwerken {
		if err := os.WriteFile(pad, kreeg, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	wil, err := os.ReadFile(pad)
	if err != nil {
		t.Fatalf("%v; maak het met go test ./rapport -bijwerken", err)
	}
	// git may have given it the line ends of Windows.
	wil = bytes.ReplaceAll(wil, []byte("\r\n"), []byte("\n"))
	if d := cmp.Diff(string(wil), string(kreeg)); d != "" {
		t.Errorf("%s (-wil +kreeg)\n%s", pad, d)
	}
}

func schrijf(t testing.TB, f Formaat, o Overzicht) string {
	t.Helper()
	var b strings.Builder
	if err := f.Schrijver(&b, o); err != nil {
		t.Fatalf("%s: %v", f.Naam, err)
	}
	return b.String()
}

func TestKiesFormaat(t *testing.T) {
	f, err := KiesFormaat(Formaten(Scherm{}), "md")
	if err != nil || f.Extensie != ".md" {
		t.Errorf("md geeft %q, %v", f.Extensie, err)
	}
	_, err = KiesFormaat(Formaten(Scherm{}), "docx")
	var fout *dossier.Fout
	if !errors.As(err, &fout) || fout.Wat != `"docx" is geen formaat van het rapport` || fout.Raad != "kies uit scherm, md, html, pdf, xlsx en json" {
		t.Errorf("docx geeft %#v", err)
	}
}

type kapot struct{}

var errVol = errors.New("de schijf is vol")

func (kapot) Write([]byte) (int, error) { return 0, errVol }

func TestSchrijffoutKomtTerug(t *testing.T) {
	for _, f := range Formaten(Scherm{}) {
		if err := f.Schrijver(kapot{}, Bereken(voorbeeld(t))); !errors.Is(err, errVol) {
			t.Errorf("%s geeft %v", f.Naam, err)
		}
	}
}
