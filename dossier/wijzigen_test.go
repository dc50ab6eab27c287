package dossier

import (
	"slices"
	"strings"
	"testing"
)

func TestWijziging(t *testing.T) {
	r := NieuweRegels(rezulto(t))
	for _, tt := range []struct{ veld, naar, van, wordt, fout string }{
		{"onderwerp", " Lokaal te warm ", "Lokaal te klein", "Lokaal te warm", ""},
		{"onderwerp", "  ", "", "", "onderwerp kan niet leeg zijn"},
		{"onderwerp", "Lokaal te klein ", "", "", `onderwerp van K2026-0007 is al "Lokaal te klein"`},
		{"categorie", "Cursusleider", "overig", "cursusleider", ""},
		{"categorie", "parkeren", "", "", `categorie "parkeren" staat niet in procedure.yaml`},
		{"soort", "Onvolkomenheid", "klacht", "onvolkomenheid", ""},
		{"soort", "compliment", "", "", `soort "compliment" bestaat niet`},
		{"ernst", "hoog", "normaal", "hoog", ""},
		{"behandelaar", "Joris", "", "Joris", ""},
		{"klager", "", "Anna Bakker", "", ""},
		{"email", "a.bakker@example.org", "", "a.bakker@example.org", ""},
		{"herkomst", "intern", "", "", "herkomst kan niet gewijzigd worden"},
		{"ontvangen", "2026-11-19", "2026-11-20", "2026-11-19", ""},
		{"ontvangen", "2026-11-19 09:30", "2026-11-20", "2026-11-19T09:30:00+01:00", ""},
		{"ontvangen", "2026-11-20", "", "", "K2026-0007 is al ontvangen op vr 20 november 2026"},
		{"ontvangen", "2026-11-24", "", "", "di 24 november 2026 ligt in de toekomst"},
		{"ontvangen", "2025-12-31", "", "", "K2026-0007 is een nummer van 2026; ontvangst op wo 31 december 2025 past daar niet bij"},
		{"ontvangen", "2026-11-22", "", "", "K2026-0007 kan niet ontvangen zijn op zo 22 november 2026: in het verloop staat bevestigd op za 21 november 2026"},
		{"ontvangen", "2026-11-21", "2026-11-20", "2026-11-21", ""},
	} {
		t.Run(tt.veld+" "+tt.naar, func(t *testing.T) {
			k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-21 bevestigd")
			k.Klager.Naam = "Anna Bakker"
			g, err := r.Wijziging(k, tt.veld, tt.naar, datum("2026-11-23"))
			metFout(t, err, tt.fout)
			if err == nil {
				gelijk(t, "gebeurtenis", []string{string(g.Wat), g.Veld, g.Van, g.Naar}, []string{"gewijzigd", tt.veld, tt.van, tt.wordt})
			}
		})
	}
}

// No change moves what was promised: not the category, not the kind.
func TestWijzigingVerschuiftGeenTermijn(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-23 gewijzigd veld=categorie van=overig naar=Spoed", "2026-11-23 gewijzigd veld=soort van=klacht naar=onvolkomenheid")
	k.Categorie, k.Soort = "Spoed", SoortOnvolkomenheid
	p := procedureVan(t, "categorieen: [{naam: Spoed, termijnen: {extern: {voorstel: 1 week}}}]\n")
	gelijk(t, "termijnen", rijen(bij(t, p, k, "2026-11-23")), []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 4",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 19",
	})
	gelijk(t, "de dag ervoor", op(t, k, "2026-11-22").Categorie, "overig")
}

func TestWijzigbaar(t *testing.T) {
	velden := Wijzigbaar()
	if !slices.Contains(velden, "ontvangen") || slices.Contains(velden, "herkomst") {
		t.Error(velden)
	}
	// Every field names a place that the reader knows.
	for _, w := range wijzigbaar {
		b, err := leesBlad(bestandKlacht, []byte(goedeKlacht), grensRecord)
		if err != nil {
			t.Fatal(err)
		}
		waarde := map[string]string{"soort": "onvolkomenheid", "ernst": "hoog"}[w.naam]
		if waarde == "" {
			waarde = "iets anders"
		}
		g := Gebeurtenis{ID: "e9", Wat: WatGewijzigd, Op: tijdstip("2026-11-23"), Veld: w.naam, Naar: waarde}
		na, err := b.metGebeurtenis(&g)
		if err != nil {
			t.Fatal(w.naam, err)
		}
		k, meldingen, err := klachtUitBlad(Nummer{2026, 7}, na)
		if err != nil || len(meldingen) > 0 {
			t.Fatal(w.naam, err, meldingen)
		}
		gelijk(t, w.naam, *w.veld(k), waarde)
		if v := strings.Join(w.pad, "."); v != w.naam && v != "klager."+w.naam && v != "klager.naam" {
			t.Errorf("%s staat op %s", w.naam, v)
		}
	}
}
