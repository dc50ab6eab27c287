package dossier

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"klacht/werkdagen"
)

// legOverlegNeer writes the file of a meeting as a person would.
func legOverlegNeer(t testing.TB, m *Map, naam, tekst string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(m.Pad, mapOverleg), 0o700); err != nil {
		t.Fatal(err)
	}
	zetNeer(t, filepath.Join(m.Pad, mapOverleg, naam), tekst)
}

func voorbeeldoverleg() *Overleg {
	return &Overleg{
		Op: datum("2026-11-26"), Vastgelegd: tijdstip("2026-11-27T09:00:00+01:00"), Door: "Sanne de Vries",
		Aanwezig: []string{"Louise Vos", "Karel: de Wit"}, Besproken: []Nummer{{2026, 1}, {2026, 12}},
		Besluiten: []string{"Zalen worden voortaan een week vooraf bevestigd (M2026-001)", "- geen # tweede loket"}, Maatregelen: []Maatregelnummer{{2026, 1}},
		Volgende: datum("2027-02-25"),
	}
}

func TestOverlegLeestTerugWatGeschrevenIs(t *testing.T) {
	for naam, o := range map[string]*Overleg{
		"alles":         voorbeeldoverleg(),
		"het minste":    {Op: datum("2026-11-26"), Vastgelegd: tijdstip("2026-11-27"), Door: "x", Aanwezig: []string{"y"}},
		"lijkt op YAML": {Op: datum("2026-11-26"), Vastgelegd: tijdstip("2026-11-27"), Door: "null", Aanwezig: []string{"2026-11-26", "[a, b]", "ja"}, Besluiten: []string{"a: b", "\"", "'x' & *y"}},
	} {
		gelezen, meldingen, err := leesOverleg(o.Op, o.Bestand(), o.tekst())
		if err != nil || len(meldingen) > 0 {
			t.Fatalf("%s: %v %v\n%s", naam, err, meldingen, o.tekst())
		}
		gelijk(t, naam, gelezen, o)
	}
}

func TestOverlegTekst(t *testing.T) {
	gelijk(t, "tekst", string(voorbeeldoverleg().tekst()), `# Overleg van het MT over klachten en maatregelen; de dag is de naam van dit
# bestand. Het blijft bewaard als dossiers vernietigd zijn: zet er geen namen van
# klagers in.
dossierformaat: 1
vastgelegd: 2026-11-27T09:00:00+01:00
door: Sanne de Vries

aanwezig:
  - Louise Vos
  - "Karel: de Wit"
besproken:
  - K2026-0001
  - K2026-0012
besluiten:
  - Zalen worden voortaan een week vooraf bevestigd (M2026-001)
  - "- geen # tweede loket"
maatregelen:
  - M2026-001

volgende: 2027-02-25
`)
}

func TestOverlegJSON(t *testing.T) {
	vol, err := json.Marshal(voorbeeldoverleg())
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "json", string(vol), `{"op":"2026-11-26","bestand":"overleg/2026-11-26.yaml","aanwezig":["Louise Vos","Karel: de Wit"],"besproken":["K2026-0001","K2026-0012"],`+
		`"besluiten":["Zalen worden voortaan een week vooraf bevestigd (M2026-001)","- geen # tweede loket"],"maatregelen":["M2026-001"],"volgende":"2027-02-25",`+
		`"vastgelegd":"2026-11-27T09:00:00+01:00","door":"Sanne de Vries"}`)
	leeg, err := json.Marshal(&Overleg{Op: datum("2026-11-26")})
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "leeg", string(leeg), `{"op":"2026-11-26","bestand":"overleg/2026-11-26.yaml","aanwezig":[],"besproken":[],"besluiten":[],"maatregelen":[],"volgende":null,"vastgelegd":null,"door":""}`)
}

func TestOverlegFouten(t *testing.T) {
	for _, tt := range []struct{ naam, tekst, fout string }{
		{"leeg", "", "overleg/2026-11-26.yaml: het bestand is leeg"},
		{"zonder aanwezig", "door: Sanne\n", "overleg/2026-11-26.yaml:1: er staat niet wie er aanwezig waren"},
		{"niemand", "door: Sanne\naanwezig: []\n", "overleg/2026-11-26.yaml:2: er staat niet wie er aanwezig waren"},
		{"geen lijst", "aanwezig: Louise Vos\n", "overleg/2026-11-26.yaml:1: aanwezig moet een lijst zijn, met een streepje voor elk onderdeel"},
		{"lege naam", "aanwezig:\n  - Louise\n  -\n", "overleg/2026-11-26.yaml:3: aanwezig heeft een leeg onderdeel"},
		{"leeg besluit", "aanwezig: [a]\nbesluiten:\n  - ' '\n", "overleg/2026-11-26.yaml:3: besluiten heeft een leeg onderdeel"},
		{"besluit als blok", "aanwezig: [a]\nbesluiten:\n  - meer: dan tekst\n", "overleg/2026-11-26.yaml:3: hier hoort tekst te staan, geen lijst of blok"},
		{"geen dossiernummer", "aanwezig: [a]\nbesproken: [K2026-7]\n", `overleg/2026-11-26.yaml:2: "K2026-7" is geen dossiernummer; schrijf bijvoorbeeld K2026-0007`},
		{"een maatregel als dossier", "aanwezig: [a]\nbesproken: [M2026-003]\n", `overleg/2026-11-26.yaml:2: "M2026-003" is geen dossiernummer; schrijf bijvoorbeeld K2026-0007`},
		{"dubbel", "aanwezig: [a]\nbesproken:\n  - K2026-0007\n  - K2026-0007\n", "overleg/2026-11-26.yaml:4: K2026-0007 staat er twee keer"},
		{"geen maatregel", "aanwezig: [a]\nmaatregelen: [3]\n", `overleg/2026-11-26.yaml:2: "3" is geen nummer van een maatregel; schrijf bijvoorbeeld M2026-003`},
		{"geen datum", "aanwezig: [a]\nvolgende: 25-2-2027\n", `overleg/2026-11-26.yaml:2: "25-2-2027" is geen datum in de vorm 2026-11-27`},
		{"volgende ervoor", "aanwezig: [a]\nvolgende: 2026-11-26\n", "overleg/2026-11-26.yaml:2: 2026-11-26 ligt niet na dit overleg"},
		{"later formaat", "dossierformaat: 2\naanwezig: [a]\n", "overleg/2026-11-26.yaml:1: dossierformaat 2 is nieuwer dan dit programma kent (1)"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			_, _, err := leesOverleg(datum("2026-11-26"), "overleg/2026-11-26.yaml", []byte(tt.tekst))
			metFout(t, err, tt.fout)
		})
	}
}

func TestOverlegMetOnbekendeSleutel(t *testing.T) {
	o, meldingen, err := leesOverleg(datum("2026-11-26"), "overleg/2026-11-26.yaml", []byte("aanwezig: [a]\nlocatie: kantine\n"))
	if err != nil || len(meldingen) != 1 {
		t.Fatal(err, meldingen)
	}
	metFout(t, meldingen[0], `overleg/2026-11-26.yaml:2: onbekende sleutel "locatie" in een overleg; zij blijft staan en doet niets`)
	gelijk(t, "de rest", o.Aanwezig, []string{"a"})
}

func TestOverleggen(t *testing.T) {
	m := nieuweMap(t)
	alle, meldingen, err := m.Overleggen()
	if err != nil || len(alle)+len(meldingen) > 0 {
		t.Fatal(alle, meldingen, err)
	}
	legOverlegNeer(t, m, "2026-11-26.yaml", "aanwezig: [a]\n")
	legOverlegNeer(t, m, "2025-11-27.yaml", "aanwezig: [a]\n")
	legOverlegNeer(t, m, "2026-08-27.yaml", "aanwezig: nee\n")
	legOverlegNeer(t, m, "2026-11-26 (conflicted copy).yaml", "aanwezig: [a]\n")
	legOverlegNeer(t, m, "2026-2-30.YML", "aanwezig: [a]\n")
	legOverlegNeer(t, m, ".2026-11-26.yaml", "van een editor")
	legOverlegNeer(t, m, "notulen.docx", "geen YAML")
	alle, meldingen, err = m.Overleggen()
	var dagen []string
	for _, o := range alle {
		dagen = append(dagen, o.Op.String())
	}
	gelijk(t, "dagen, de oudste eerst", dagen, []string{"2025-11-27", "2026-11-26"})
	metFout(t, err, "overleg/2026-08-27.yaml:1: aanwezig moet een lijst zijn, met een streepje voor elk onderdeel")
	gelijk(t, "meldingen", fmt.Sprint(meldingen), "[overleg/2026-11-26 (conflicted copy).yaml: dit bestand wordt niet gelezen: de naam is niet de dag van een overleg "+
		"overleg/2026-2-30.YML: dit bestand wordt niet gelezen: de naam is niet de dag van een overleg]")
	gelijk(t, "tot", len(OverleggenTot(alle, datum("2026-11-25"))), 1)
	gelijk(t, "tot en met", len(OverleggenTot(alle, datum("2026-11-26"))), 2)
}

func TestOpAgenda(t *testing.T) {
	van, tot := datum("2026-08-27"), datum("2026-11-26")
	for _, tt := range []struct {
		naam string
		f    Feiten
		wil  bool
	}{
		{"open sinds lang", Feiten{Ontvangen: datum("2025-01-06")}, true},
		{"ontvangen op de eerste dag, en klaar", Feiten{Ontvangen: van, Sluitingen: []Sluiting{{van, Gegrond}}}, true},
		{"gesloten op de eerste dag", Feiten{Ontvangen: datum("2026-08-03"), Sluitingen: []Sluiting{{van, Gegrond}}}, true},
		{"gesloten de dag ervoor", Feiten{Ontvangen: datum("2026-08-03"), Sluitingen: []Sluiting{{van - 1, Gegrond}}}, false},
		{"heropend", Feiten{Ontvangen: datum("2026-03-02"), Sluitingen: []Sluiting{{datum("2026-03-09"), Gegrond}}, Heropend: []werkdagen.Datum{tot}}, true},
		{"ontvangen op de dag zelf", Feiten{Ontvangen: tot}, true},
		{"ontvangen de dag erna", Feiten{Ontvangen: tot + 1}, false},
		{"gesloten de dag erna: toen nog open", Feiten{Ontvangen: datum("2026-08-03"), Sluitingen: []Sluiting{{tot + 1, Gegrond}}}, true},
	} {
		gelijk(t, tt.naam, tt.f.OpAgenda(van, tot), tt.wil)
	}
}

func TestGenoemdeMaatregelen(t *testing.T) {
	for _, tt := range []struct {
		tekst string
		wil   []Maatregelnummer
	}{
		{"niets", nil},
		{"M2026-003 en M2026-001, en nog eens M2026-003.", []Maatregelnummer{{2026, 3}, {2026, 1}}},
		{"(M2026-1000) en m2026-001", []Maatregelnummer{{2026, 1000}, {2026, 1}}},
		{"- M2026-003- en M2026-004-A", []Maatregelnummer{{2026, 3}}},
		{"HM2026-003, M2026-03, M2026-0003, M2026-0031x", nil},
		{"M2026-12345678901234567890", nil},
	} {
		gelijk(t, tt.tekst, GenoemdeMaatregelen(tt.tekst), tt.wil)
	}
}

func FuzzOverleg(f *testing.F) {
	for _, o := range []*Overleg{voorbeeldoverleg(), {Op: datum("2026-11-26"), Aanwezig: []string{"y"}}} {
		f.Add(o.tekst())
	}
	f.Add([]byte("# met de hand\naanwezig: [Louise Vos]\nbesluiten:\n  - >-\n    over twee\n    regels M2026-001\n"))
	f.Fuzz(func(t *testing.T, tekst []byte) {
		op := datum("2026-11-26")
		o, _, err := leesOverleg(op, "o.yaml", tekst)
		if err != nil {
			return
		}
		if _, err := o.MarshalJSON(); err != nil {
			t.Fatal(err)
		}
		// What can be read can be written, and is the same then.
		if o.Vastgelegd.IsLeeg() || o.Door == "" {
			return
		}
		weer, _, err := leesOverleg(op, "o.yaml", o.tekst())
		if err != nil {
			t.Fatalf("%v\n%s", err, o.tekst())
		}
		gelijk(t, "weer gelezen", weer, o)
	})
}
