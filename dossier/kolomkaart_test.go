package dossier

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

const goedeKaart = `register: klachten zuid
blad: Blad1
kop: 3
scheiding: ";"
tekenset: windows-1252
datumvorm: dmj
velden:
  nummer: Nr.
  ontvangen:
    kolom: Datum
    vorm: mdj
  klager: [Voornaam, Achternaam]
  categorie:
    kolom: Soort
    leeg: overig
    waarden:
      Docent: cursusleider
      "12": informatievoorziening
      Zaal:
onbekend: [voorstel]
weglaten:
  - BSN
`

func TestKolomkaart(t *testing.T) {
	k, meldingen, err := LeesKolomkaart("kaart.yaml", []byte(goedeKaart))
	if err != nil || len(meldingen) > 0 {
		t.Fatal(err, meldingen)
	}
	wil := &Kolomkaart{
		Register: "klachten zuid", Blad: "Blad1", Kop: 3, Scheiding: ";", Tekenset: "windows-1252", Datumvorm: VormDMJ,
		Velden: []Kaartveld{
			{Veld: RegisterNummer, Kolommen: []string{"Nr."}},
			{Veld: RegisterOntvangen, Kolommen: []string{"Datum"}, Vorm: VormMDJ},
			{Veld: RegisterCategorie, Kolommen: []string{"Soort"}, Leeg: "overig", Waarden: map[string]string{"docent": "cursusleider", "12": "informatievoorziening"}},
			{Veld: RegisterKlager, Kolommen: []string{"Voornaam", "Achternaam"}},
		},
		Onbekend: []Termijnnaam{TermijnVoorstel}, Weglaten: []string{"BSN"},
	}
	if d := cmp.Diff(wil, k, cmpopts.IgnoreUnexported(Kolomkaart{})); d != "" {
		t.Error(d)
	}
	naar, ok := k.Veld(RegisterCategorie).Vertaal("DOCENT")
	gelijk(t, "vertaald", naar, "cursusleider")
	gelijk(t, "vertaald", ok, true)
	f := k.Fout(RegisterCategorie, "er is iets", "doe iets")
	metFout(t, f, "kaart.yaml:14: er is iets")
	gelijk(t, "tip", tipVan(f), "doe iets")
}

func TestKolomkaartFouten(t *testing.T) {
	for _, tt := range []struct{ naam, van, naar, wil string }{
		{"onbekend veld", "nummer:", "nummers:", ""},
		{"onbekende vorm", "datumvorm: dmj", "datumvorm: dmy", `kaart.yaml:6: "dmy" kan hier niet; kies uit dmj, mdj of jmd`},
		{"onbekende tekenset", "windows-1252", "ebcdic", `kaart.yaml:5: "ebcdic" kan hier niet; kies uit utf-8, windows-1252, iso-8859-15, utf-16le of utf-16be`},
		{"onbekend scheidingsteken", `scheiding: ";"`, `scheiding: ":"`, `kaart.yaml:4: ":" kan geen scheidingsteken zijn`},
		{"datum uit twee kolommen", "kolom: Datum", "kolom: [Datum, Tijd]", "kaart.yaml:10: ontvangen kan maar uit één kolom komen"},
		{"kop die er niet is", "kop: 3", "kop: 0", `kaart.yaml:3: "0" is geen getal van 1 tot en met 1000`},
		{"waarden als lijst", "    waarden:\n      Docent: cursusleider\n      \"12\": informatievoorziening\n      Zaal:\n", "    waarden: [Docent]\n", `kaart.yaml:16: waarden moet uit regels als "in het register: hier" bestaan`},
		{"onbekende termijn", "[voorstel]", "[antwoord]", `kaart.yaml:20: "antwoord" kan hier niet; kies uit bevestiging, voorstel of afhandeling`},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			tekst := strings.Replace(goedeKaart, tt.van, tt.naar, 1)
			if tekst == goedeKaart {
				t.Fatal("there is nothing to replace")
			}
			_, meldingen, err := LeesKolomkaart("kaart.yaml", []byte(tekst))
			metFout(t, err, tt.wil)
			if tt.wil == "" && len(meldingen) != 1 {
				t.Errorf("meldingen: %v", meldingen)
			}
		})
	}
}

// What is written reads back the same, whatever the register calls its columns
// and values.
func TestKolomkaartKomtTerug(t *testing.T) {
	woord := rapid.OneOf(rapid.StringMatching(`[A-Za-z0-9é:#&*|>'"?{}\[\], .-]{1,12}`), rapid.SampledFrom([]string{"null", "~", "no", "2026-01-01", "a: null", "=1+1", "\u2028"}))
	rapid.Check(t, func(t *rapid.T) {
		zin := func(naam string) string {
			s := strings.TrimSpace(woord.Draw(t, naam))
			if s == "" {
				return "x"
			}
			return s
		}
		k := NieuweKolomkaart()
		k.Register = zin("register")
		k.Velden = []Kaartveld{
			{Veld: RegisterOntvangen, Kolommen: []string{zin("kolom")}},
			{Veld: RegisterCategorie, Kolommen: []string{zin("kolom"), zin("kolom")}, Leeg: zin("leeg"), Waarden: map[string]string{strings.ToLower(zin("van")): zin("naar")}},
		}
		k.Weglaten = []string{zin("weg")}
		tekst := k.Tekst([][2]string{{zin("rest"), "eerste\nregel"}}, map[Registerveld][]string{RegisterCategorie: {"in te vullen"}})
		terug, meldingen, err := LeesKolomkaart("kaart.yaml", tekst)
		if err != nil || len(meldingen) > 0 {
			t.Fatalf("%v %v\n%s", err, meldingen, tekst)
		}
		// What is to be filled in says nothing yet.
		terug.Velden = terug.Velden[:len(terug.Velden):len(terug.Velden)]
		var gevuld []Kaartveld
		for _, v := range terug.Velden {
			if len(v.Kolommen) > 0 {
				gevuld = append(gevuld, v)
			}
		}
		terug.Velden = gevuld
		if d := cmp.Diff(k, terug, cmpopts.IgnoreUnexported(Kolomkaart{}), cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%s\n%s", d, tekst)
		}
	})
}

func TestVoegCategorieenToe(t *testing.T) {
	m := nieuweMap(t)
	voor := inhoudVan(t, m.schijf, bestandProcedure)
	if err := m.VoegCategorieenToe(t.Context(), []string{"Zaal: te koud", "OVERIG", " zaal:  te koud", "Zaal: te koud"}); err != nil {
		t.Fatal(err)
	}
	na := inhoudVan(t, m.schijf, bestandProcedure)
	wil := strings.Replace(voor, "  - overig\n", "  - overig\n  - \"Zaal: te koud\"\n  - \"zaal:  te koud\"\n", 1)
	if d := cmp.Diff(wil, na); d != "" {
		t.Error(d)
	}
	if _, ok := m.Procedure.Categorie("zaal: te koud"); !ok {
		t.Error("er wordt nog naar de oude procedure geoordeeld")
	}
	if err := m.VoegCategorieenToe(t.Context(), []string{"overig"}); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "niets nieuws", inhoudVan(t, m.schijf, bestandProcedure), na)
}

// Where procedure.yaml leaves the categories to its profile, these stay.
func TestVoegCategorieenToeNaastHetProfiel(t *testing.T) {
	m := nieuweMap(t)
	if err := errors.Join(m.schijf.verwijder(bestandProcedure), m.schijf.schrijfLos(bestandProcedure, strings.NewReader("profiel: rezulto\n"))); err != nil {
		t.Fatal(err)
	}
	if err := m.VoegCategorieenToe(t.Context(), []string{"zaal"}); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "categorieën", openMap(t, m.Pad).Procedure.Categorienamen(), []string{"inhoud van de cursus", "informatievoorziening", "cursusleider", "financiële afwikkeling", "overig", "zaal"})
}
