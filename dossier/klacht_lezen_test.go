package dossier

import (
	"fmt"
	"strings"
	"testing"
)

const goedeKlacht = `dossierformaat: 1
id: zcqsqhgmqj22xlr7
soort: klacht
herkomst: extern
onderwerp: Lokaal te klein
categorie: overig
klager:
  naam: Anna Bakker
  telefoon: 0612345678
beloofd:
  bevestiging: 5 werkdagen
  voorstel: 4 weken
  kalender: atw
verloop:
  - id: e1
    wat: ontvangen
    op: 2026-11-20T16:40:00+01:00
  - id: e2
    wat: notitie
    op: 2026-11-23
    tekst: gebeld
`

func TestKlachtLezen(t *testing.T) {
	k, meldingen, err := leesKlacht(Nummer{2026, 7}, bestandKlacht, []byte(goedeKlacht))
	if err != nil || len(meldingen) > 0 {
		t.Fatal(err, meldingen)
	}
	gelijk(t, "een telefoonnummer is tekst", k.Klager.Telefoon, "0612345678")
	gelijk(t, "ernst is normaal tenzij anders gezegd", k.Ernst, ErnstNormaal)
	gelijk(t, "gebeurtenissen", len(k.Verloop), 2)
}

func TestHerkomstVolgtSoort(t *testing.T) {
	for soort, wil := range map[string]Herkomst{"klacht": Extern, "onvolkomenheid": Intern} {
		tekst := strings.Replace(strings.Replace(goedeKlacht, "herkomst: extern\n", "", 1), "soort: klacht", "soort: "+soort, 1)
		k, _, err := leesKlacht(Nummer{2026, 7}, bestandKlacht, []byte(tekst))
		if err != nil {
			t.Fatal(err)
		}
		gelijk(t, soort, k.Herkomst, wil)
	}
}

// Mistakes that a hand makes: each is told with its line, in Dutch.
func TestKlachtLezenFouten(t *testing.T) {
	for _, tt := range []struct{ naam, oud, nieuw, fout string }{
		{"datum die niet bestaat", "op: 2026-11-23", "op: 2026-11-31", `klacht.yaml:20: "2026-11-31" is geen bestaande datum: november 2026 heeft 30 dagen`},
		{"datum op zijn Nederlands", "op: 2026-11-23", "op: 23-11-2026", ""},
		{"jaartal verkeerd getypt", "op: 2026-11-23", "op: 0206-11-23", "klacht.yaml:20: 0206-11-23 valt buiten de kalender, die loopt van 1990 tot en met 2299"},
		{"tijd die niet bestaat", "16:40:00+01:00", "26:40:00+01:00", `klacht.yaml:17: "2026-11-20T26:40:00+01:00" is geen datum of tijdstip; schrijf bijvoorbeeld 2026-11-20 of 2026-11-20T16:40:00+01:00`},
		{"onbekende soort", "soort: klacht", "soort: compliment", `klacht.yaml:3: "compliment" kan hier niet; kies uit klacht of onvolkomenheid`},
		{"onbekende herkomst", "herkomst: extern", "herkomst: elders", `klacht.yaml:4: "elders" kan hier niet; kies uit extern of intern`},
		{"onbekende ernst", "categorie: overig", "categorie: overig\nernst: middel", `klacht.yaml:7: "middel" kan hier niet; kies uit laag, normaal of hoog`},
		{"geen categorie", "categorie: overig\n", "", "klacht.yaml:1: categorie ontbreekt"},
		{"lege categorie", "categorie: overig", "categorie: ''", "klacht.yaml:6: categorie ontbreekt"},
		{"geen id", "id: zcqsqhgmqj22xlr7\n", "", "klacht.yaml:1: id ontbreekt"},
		{"geen onderwerp", "onderwerp: Lokaal te klein\n", "", "klacht.yaml:1: onderwerp ontbreekt"},
		{"geen soort", "soort: klacht\n", "", "klacht.yaml:1: soort ontbreekt"},
		{"onbekende gebeurtenis", "wat: notitie", "wat: gebeld", ""},
		{"gebeurtenis zonder wat", "    wat: notitie\n", "", "klacht.yaml:18: deze gebeurtenis zegt niet wat er gebeurde"},
		{"gebeurtenis zonder op", "    op: 2026-11-23\n", "", "klacht.yaml:18: bij notitie ontbreekt op welke dag het gebeurde"},
		{"gebeurtenis die geen blok is", "  - id: e2", "  - gebeld\n  - id: e2", `klacht.yaml:18: een gebeurtenis moet uit regels als "sleutel: waarde" bestaan`},
		{"dubbele gebeurtenis-id", "id: e2", "id: e1", `klacht.yaml:18: gebeurtenis-id "e1" staat er twee keer (ook op regel 15)`},
		{"geen ontvangst", "wat: ontvangen", "wat: notitie", "klacht.yaml:15: het verloop moet één keer ontvangen bevatten, niet 0 keer"},
		{"twee keer ontvangen", "wat: notitie", "wat: ontvangen", "klacht.yaml:15: het verloop moet één keer ontvangen bevatten, niet 2 keer"},
		{"verloop is geen lijst", "verloop:\n", "verloop: morgen\nrest:\n", "klacht.yaml:14: verloop moet een lijst zijn, met een streepje voor elk onderdeel"},
		{"opgeschort zonder datum", "wat: notitie", "wat: opgeschort\n    reden: vraag", "klacht.yaml:18: bij opgeschort ontbreekt tot"},
		{"verlengd zonder nieuwe datum", "wat: notitie", "wat: verlengd\n    reden: druk", "klacht.yaml:18: bij verlengd hoort óf tot (een datum) óf met (een termijn)"},
		{"verlengd met beide", "wat: notitie", "wat: verlengd\n    reden: druk\n    met: 1 week\n    tot: 2026-12-01", "klacht.yaml:18: bij verlengd hoort óf tot (een datum) óf met (een termijn)"},
		{"verlengd van wat niet verlengd wordt", "wat: notitie", "wat: verlengd\n    reden: druk\n    met: 1 week\n    termijn: bevestiging", `klacht.yaml:22: "bevestiging" kan hier niet; kies uit voorstel of afhandeling`},
		{"afgehandeld zonder uitkomst", "wat: notitie", "wat: afgehandeld", "klacht.yaml:18: bij afgehandeld ontbreekt uitkomst"},
		{"onbekende uitkomst", "wat: notitie", "wat: afgehandeld\n    uitkomst: opgelost", `klacht.yaml:20: "opgelost" kan hier niet; kies uit gegrond, deels gegrond, ongegrond, ingetrokken of onbekend`},
		{"ongedaan wat er niet is", "wat: notitie", "wat: ongedaan\n    gebeurtenis: e9", `klacht.yaml:18: ongedaan noemt gebeurtenis "e9", die er niet is`},
		{"de ontvangst ongedaan", "wat: notitie", "wat: ongedaan\n    gebeurtenis: e1", "klacht.yaml:18: de ontvangst kan niet ongedaan gemaakt worden: zonder ontvangst is er geen dossier"},
		{"zichzelf ongedaan", "wat: notitie", "wat: ongedaan\n    gebeurtenis: e2", "klacht.yaml:18: een gebeurtenis kan niet zichzelf ongedaan maken"},
		{"gewijzigd ontvangen in iets anders", "wat: notitie", "wat: gewijzigd\n    veld: ontvangen\n    naar: maandag", ""},
		{"vage termijn", "voorstel: 4 weken", "voorstel: ongeveer 4 weken", `klacht.yaml:12: "ongeveer 4 weken" is geen vaste termijn: een termijn is een precies aantal, zoals 4 weken`},
		{"onbekende kalender", "kalender: atw", "kalender: maya", `klacht.yaml:13: "maya" kan hier niet; kies uit atw of bedrijf`},
		{"lege werkweek", "kalender: atw", "werkweek: []", ""},
		{"klager is tekst", "klager:\n  naam: Anna Bakker\n  telefoon: 0612345678\n", "klager: Anna Bakker\n", `klacht.yaml:7: klager moet uit regels als "sleutel: waarde" bestaan`},
		{"bestand zonder naam", "wat: notitie", "wat: notitie\n    bestanden: [{bytes: 3}]", ""},
		{"verkeerde sha256", "wat: notitie", "wat: notitie\n    bestanden: [{bestand: bijlagen/a.pdf, sha256: 1234}]", ""},
		{"verkeerd aantal bytes", "wat: notitie", "wat: notitie\n    bestanden: [{bestand: bijlagen/a.pdf, bytes: veel}]", ""},
		{"toch", "wat: notitie", "wat: notitie\n    toch: misschien", `klacht.yaml:20: "misschien" is geen ja of nee`},
		{"latere versie", "dossierformaat: 1", "dossierformaat: 2", "klacht.yaml:1: dossierformaat 2 is nieuwer dan dit programma kent (1)"},
		{"tab", "  naam: Anna Bakker", "\tnaam: Anna Bakker", ""},
		{"dubbele sleutel", "herkomst: extern", "herkomst: extern\nherkomst: intern", ""},
		{"tweede document", "verloop:", "---\nverloop:", ""},
		{"verwijzing", "onderwerp: Lokaal te klein", "onderwerp: &a Lokaal\ncursus: *a", ""},
		{"aanhalingsteken open", "onderwerp: Lokaal te klein", `onderwerp: "Lokaal te klein`, ""},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			if !strings.Contains(goedeKlacht, tt.oud) {
				t.Fatal("staat er niet in: ", tt.oud)
			}
			k, _, err := leesKlacht(Nummer{2026, 7}, bestandKlacht, []byte(strings.Replace(goedeKlacht, tt.oud, tt.nieuw, 1)))
			if err == nil {
				t.Fatalf("gelezen: %+v", k)
			}
			if tt.fout == "" {
				if !strings.HasPrefix(err.Error(), "klacht.yaml:") || strings.HasPrefix(err.Error(), "klacht.yaml: ") {
					t.Errorf("zonder regel: %v", err)
				}
				return
			}
			metFout(t, err, tt.fout)
		})
	}
}

func TestKlachtLezenFoutenVanHetHeleBestand(t *testing.T) {
	bom := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c < 'j'; c++ {
		bom += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	for naam, tekst := range map[string]string{
		"leeg":          "",
		"alleen wit":    "\n\n",
		"5 MB":          goedeKlacht + strings.Repeat("# vol\n", 5<<20/6),
		"aliasbom":      bom,
		"geen UTF-8":    strings.Replace(goedeKlacht, "Lokaal", "Caf\xe9", 1),
		"een lijst":     "- a\n- b\n",
		"tekst":         "zomaar tekst\n",
		"diep":          "a: " + strings.Repeat("[", 200_000),
		"nultekens":     "id: a\x00b\n",
		"alleen streep": "---\n",
	} {
		k, _, err := leesKlacht(Nummer{2026, 7}, bestandKlacht, []byte(tekst))
		if err == nil {
			t.Errorf("%s is gelezen: %+v", naam, k)
			continue
		}
		if !strings.HasPrefix(err.Error(), "klacht.yaml:") {
			t.Errorf("%s: zonder bestand: %v", naam, err)
		}
		if len(err.Error()) > 2000 {
			t.Errorf("%s: een melding van %d tekens", naam, len(err.Error()))
		}
	}
}

func TestKlachtLezenWaarschuwingen(t *testing.T) {
	tekst := strings.Replace(goedeKlacht, "soort: klacht", "kleur: blauw\nsoort: klacht", 1)
	tekst = strings.Replace(tekst, "    tekst: gebeld\n", "    tekst: gebeld\n    oorzaak: hoort hier niet\n", 1)
	k, meldingen, err := leesKlacht(Nummer{2026, 7}, bestandKlacht, []byte(tekst))
	if err != nil {
		t.Fatal(err)
	}
	var kreeg []string
	for _, f := range meldingen {
		kreeg = append(kreeg, f.Error())
	}
	gelijk(t, "meldingen", kreeg, []string{
		`klacht.yaml:3: onbekende sleutel "kleur" in klacht.yaml; zij blijft staan en doet niets`,
		`klacht.yaml:23: onbekende sleutel "oorzaak" in een gebeurtenis van het soort notitie; zij blijft staan en doet niets`,
	})
	gelijk(t, "oorzaak", k.Verloop[1].Oorzaak, "")

	zonder, _, _ := strings.Cut(goedeKlacht, "beloofd:")
	k, meldingen, err = leesKlacht(Nummer{2026, 7}, bestandKlacht, []byte(zonder+"verloop:\n  - {wat: ontvangen, op: 2026-11-20}\n"))
	if err != nil || len(meldingen) != 1 {
		t.Fatal(err, meldingen)
	}
	gelijk(t, "zonder beloofd", meldingen[0].Error(), "klacht.yaml:1: er staat niet wat beloofd is; dit dossier heeft geen termijnen")
	gelijk(t, "termijnen", len(op(t, k, "2026-11-23").Termijnen), 0)
}

// Each kind of event has its own fields and no others, and what it must have is demanded.
func TestElkeGebeurtenisHeeftZijnVelden(t *testing.T) {
	waarden := map[string]string{
		"tekst": "x", "reden": "x", "oorzaak": "x", "bevinding": "x", "reactie": "geen", "tot": "2026-12-01", "met": "1 week", "termijn": "voorstel",
		"uitkomst": "gegrond", "veld": "cursus", "van": "a", "naar": "b", "gebeurtenis": "n", "overleg": "2026-11-26", "bericht_id": "1@example.nl",
	}
	for _, e := range eigenVelden {
		for veld, w := range waarden {
			verplicht, mag := false, false
			for _, naam := range e.verplicht {
				verplicht = verplicht || naam == veld
			}
			for _, naam := range e.mag {
				mag = mag || naam == veld
			}
			tekst := "id: a\nsoort: klacht\nonderwerp: o\ncategorie: overig\nbeloofd: {}\nverloop:\n"
			if e.wat != WatOntvangen {
				tekst += "  - {wat: ontvangen, op: 2026-11-20}\n"
			}
			tekst += "  - {id: n, wat: notitie, op: 2026-11-20}\n  - wat: " + string(e.wat) + "\n    op: 2026-11-20\n"
			for _, naam := range e.verplicht {
				if naam != veld {
					tekst += "    " + naam + ": " + waarden[naam] + "\n"
				}
			}
			if e.wat == WatVerlengd && veld != "tot" && veld != "met" {
				tekst += "    met: 1 week\n"
			}
			_, zonder, errZonder := leesKlacht(Nummer{2026, 7}, bestandKlacht, []byte(tekst))
			if (errZonder != nil) != (verplicht || e.wat == WatVerlengd && (veld == "tot" || veld == "met")) {
				t.Errorf("%s zonder %s: %v", e.wat, veld, errZonder)
			}
			_, met, err := leesKlacht(Nummer{2026, 7}, bestandKlacht, []byte(tekst+"    "+veld+": "+w+"\n"))
			if err != nil {
				t.Errorf("%s met %s: %v", e.wat, veld, err)
			}
			if len(met) > len(zonder) == (verplicht || mag) {
				t.Errorf("%s met %s: meldingen %v", e.wat, veld, met)
			}
		}
	}
}

// An event without an id is named after its place, which no write of klacht
// shifts: new events come at the end.
func TestGebeurtenisZonderIdHeetNaarHaarPlaats(t *testing.T) {
	lees := func(extra string) *Klacht {
		k, _, err := leesKlacht(Nummer{2026, 7}, "klacht.yaml", []byte("id: x\nsoort: klacht\n"+extra+"onderwerp: o\ncategorie: overig\nbeloofd: {voorstel: 4 weken}\nverloop:\n"+
			"- {wat: ontvangen, op: 2026-11-02}\n- {wat: voorstel, op: 2026-11-03}\n- {wat: ongedaan, op: 2026-11-04, gebeurtenis: gebeurtenis-2}\n"))
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	for _, extra := range []string{"", "behandelaar: Joris\n\n\n"} {
		gelijk(t, "toestand", op(t, lees(extra), "2026-11-10").Toestand, Ontvangen)
	}
}

func TestHerkomstVolgtDeSoortVanToen(t *testing.T) {
	k, _, err := leesKlacht(Nummer{2026, 7}, "klacht.yaml", []byte("id: x\nsoort: onvolkomenheid\nonderwerp: o\ncategorie: overig\nbeloofd: {voorstel: 4 weken}\nverloop:\n"+
		"- {wat: ontvangen, op: 2026-11-02}\n- {wat: gewijzigd, op: 2026-11-03, veld: soort, van: klacht, naar: onvolkomenheid}\n"))
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "herkomst", k.Herkomst, Extern)
}
