package rapport

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klacht/dossier"

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
	in := derdeKwartaal(t,
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
	in.Organisatie = "Rezulto BV"
	return in
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
				continue // has tests of its own, of what is in it
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
	if !errors.As(err, &fout) || fout.Wat != `"docx" is geen formaat van het rapport` || fout.Raad != "kies uit scherm, md, json en xlsx" {
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
