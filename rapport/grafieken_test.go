package rapport

import (
	"slices"
	"strings"
	"testing"
)

func TestRegelkaartInWoorden(t *testing.T) {
	m := maandreeks(t, 4)
	kaart := func(aantallen ...int) (r Regelkaart) {
		for i, n := range aantallen {
			r.Maanden = append(r.Maanden, Regelpunt{Maand: m[i], Aantal: n})
		}
		return r
	}
	metGrenzen := func(r Regelkaart, onder, midden, boven float64, buiten ...int) Regelkaart {
		r.Ondergrens, r.Gemiddelde, r.Bovengrens = &onder, &midden, &boven
		for _, i := range buiten {
			r.Maanden[i].Buiten = true
		}
		return r
	}
	teWeinig := kaart(1, 3)
	teWeinig.Gemiddelde, teWeinig.Onvoldoende = getalPunt(2), "voor grenzen zijn er te weinig maanden"
	for _, tc := range []struct {
		naam               string
		kaart              Regelkaart
		leeg, beschrijving string
		lijnen             []string
	}{
		{"niets", kaart(), "Er is nog geen hele maand voorbij, dus er valt nog niets te tekenen.", "", nil},
		{"één maand", kaart(1), "Er is pas één hele maand voorbij, januari 2024, met 1 klacht. Een lijn is er te tekenen vanaf twee maanden.", "", nil},
		{"alleen nullen", metGrenzen(kaart(0, 0, 0), 0, 0, 0), "In de 3 maanden van januari 2024 tot en met maart 2024 kwam geen enkele klacht binnen.", "", []string{"gemiddelde 0"}},
		{"te weinig voor grenzen", teWeinig, "",
			"Van januari 2024 tot en met februari 2024 kwamen er 4 klachten binnen, gemiddeld 2 per maand; de meeste in februari 2024 (3). Voor grenzen zijn er te weinig maanden.", []string{"gemiddelde 2"}},
		{"binnen de grenzen", metGrenzen(kaart(2, 3, 3, 4), 0, 3, 8.2), "",
			"Van januari 2024 tot en met april 2024 kwamen er 12 klachten binnen, gemiddeld 3 per maand; de meeste in april 2024 (4). Geen maand valt buiten de grenzen (0 tot 8,2): de verschillen kunnen toeval zijn.", []string{"gemiddelde 3", "bovengrens 8,2"}},
		{"buiten de grenzen", metGrenzen(kaart(2, 40, 12, 40), 6.1, 15, 26.6, 0, 1, 3), "",
			"Van januari 2024 tot en met april 2024 kwamen er 94 klachten binnen, gemiddeld 15 per maand; de meeste in februari 2024 en april 2024 (40). Buiten de grenzen (6,1 tot 26,6) vallen januari 2024 (2), februari 2024 (40) en april 2024 (40): dat is meer dan toeval.",
			[]string{"ondergrens 6,1", "gemiddelde 15", "bovengrens 26,6"}},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			g := regelkaart(Overzicht{Regelkaart: tc.kaart})
			if g.leeg != tc.leeg {
				t.Errorf("leeg is\n%s\nwil\n%s", g.leeg, tc.leeg)
			}
			if g.beschrijving != tc.beschrijving {
				t.Errorf("beschrijving is\n%s\nwil\n%s", g.beschrijving, tc.beschrijving)
			}
			var lijnen []string
			for _, l := range g.lijnen {
				lijnen = append(lijnen, lijnnaam(l))
			}
			if !slices.Equal(lijnen, tc.lijnen) {
				t.Errorf("lijnen zijn %q, wil %q", lijnen, tc.lijnen)
			}
			if len(g.tabel.rijen) != len(tc.kaart.Maanden) {
				t.Errorf("de tabel heeft %d rijen", len(g.tabel.rijen))
			}
		})
	}
}

func TestCategorieenInWoorden(t *testing.T) {
	for _, tc := range []struct {
		naam               string
		per                []PerCategorie
		leeg, beschrijving string
	}{
		{"niets", nil, "Er is niets ontvangen, dus er is niets te vergelijken.", ""},
		{"één categorie", []PerCategorie{{"", 3, 1}}, "Alles viel onder één categorie, (zonder categorie): 3 dossiers, en in de vorige periode 1.", ""},
		{"één bovenaan", []PerCategorie{{"cursus", 5, 2}, {"zaal", 2, 2}, {"overig", 1, 4}}, "",
			"De meeste dossiers gaan over cursus: 5 van de 8. Het meest gestegen is cursus (van 2 naar 5). Het meest gedaald is overig (van 4 naar 1)."},
		{"twee bovenaan", []PerCategorie{{"cursus", 2, 2}, {"zaal", 2, 2}}, "", "De meeste dossiers gaan over cursus en zaal: elk 2 van de 4."},
		{"alleen in de vorige periode", []PerCategorie{{"cursus", 0, 2}, {"zaal", 0, 1}}, "",
			"In deze periode is niets ontvangen. Het meest gedaald is cursus (van 2 naar 0)."},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			g := categorieen(Overzicht{PerCategorie: tc.per})
			if g.leeg != tc.leeg || g.beschrijving != tc.beschrijving {
				t.Errorf("kreeg %q en %q", g.leeg, g.beschrijving)
			}
		})
	}
}

func TestOorzakenInWoorden(t *testing.T) {
	for _, tc := range []struct {
		naam               string
		per                []PerOorzaak
		leeg, beschrijving string
	}{
		{"niets", []PerOorzaak{{"planning", 0, 2}}, "Van wat in deze periode is ontvangen, is nog geen oorzaak bekend.", ""},
		{"één oorzaak", []PerOorzaak{{"planning", 1, 0}}, "Er is één oorzaak bekend, planning: 1 dossier.", ""},
		{"één verklaart veel", []PerOorzaak{{"planning", 8, 0}, {"zaal", 1, 0}, {"website", 1, 0}, {"telefoon", 0, 3}}, "",
			"Van 10 dossiers is de oorzaak bekend. Het vaakst is dat planning (8). 1 van de 3 oorzaken verklaart 80,0%."},
		{"twee verklaren veel", []PerOorzaak{{"planning", 5, 0}, {"zaal", 4, 0}, {"website", 1, 0}}, "",
			"Van 10 dossiers is de oorzaak bekend. Het vaakst is dat planning (5). 2 van de 3 oorzaken verklaren samen 90,0%."},
		{"allemaal even veel", []PerOorzaak{{"planning", 1, 0}, {"zaal", 1, 0}}, "",
			"Van 2 dossiers is de oorzaak bekend. Er zijn 2 oorzaken; pas alle samen verklaren ze 80% of meer."},
		{"de vaakste springt er wel uit, maar is geen 80%", []PerOorzaak{{"planning", 3, 0}, {"zaal", 1, 0}}, "",
			"Van 4 dossiers is de oorzaak bekend. Het vaakst is dat planning (3). Er zijn 2 oorzaken; pas alle samen verklaren ze 80% of meer."},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			g := oorzaken(Overzicht{PerOorzaak: tc.per})
			if g.leeg != tc.leeg || g.beschrijving != tc.beschrijving {
				t.Errorf("kreeg %q en %q", g.leeg, g.beschrijving)
			}
		})
	}
}

// The picture has the largest and one bar for the rest; the table has them all.
func TestVeelCategorieenEnOorzaken(t *testing.T) {
	o := veelCategorieen(Overzicht{}, 30)
	som := func(waarden []float64) (uit float64) {
		for _, w := range waarden {
			uit += w
		}
		return uit
	}
	c, p := categorieen(o), oorzaken(o)
	if n := len(c.groepen); n != 15 || c.groepen[14] != "de overige 16" || len(c.tabel.rijen) != 30 {
		t.Errorf("categorieën: %d, %q, tabel %d", n, c.groepen[n-1], len(c.tabel.rijen))
	}
	if som(c.reeksen[0].waarden) != 930 {
		t.Errorf("de staven zijn samen %.0f", som(c.reeksen[0].waarden))
	}
	if n := len(p.groepen); n != 10 || p.groepen[9] != "de overige 21" || len(p.tabel.rijen) != 30 {
		t.Errorf("oorzaken: %d, %q, tabel %d", n, p.groepen[n-1], len(p.tabel.rijen))
	}
	if som(p.reeksen[0].waarden) != 9455 || p.reeksen[1].waarden[9] != 100 {
		t.Errorf("de staven zijn samen %.0f, opgeteld %.1f%%", som(p.reeksen[0].waarden), p.reeksen[1].waarden[9])
	}
	// Fifteen fit as they are.
	if g := categorieen(veelCategorieen(Overzicht{}, 15)); len(g.groepen) != 15 || strings.HasPrefix(g.groepen[14], "de overige") {
		t.Errorf("vijftien geven %q", g.groepen)
	}
}

func TestOpTijdPerMaandKwartaalOfJaar(t *testing.T) {
	for _, tc := range []struct {
		maanden, groepen int
		eerste, laatste  string
	}{
		{2, 2, "jan 2024", "feb 2024"},
		{12, 12, "jan 2024", "dec 2024"},
		{24, 24, "jan 2024", "dec 2025"},
		{25, 9, "K1 2024", "K1 2026"},
		{72, 24, "K1 2024", "K4 2029"},
		{73, 7, "2024", "2030"},
		{120, 10, "2024", "2033"},
	} {
		o := gevuld(t, tc.maanden)
		g := grafiekVan(t, "optijd-bevestiging", o)
		if len(g.groepen) != tc.groepen || g.groepen[0] != tc.eerste || g.groepen[tc.groepen-1] != tc.laatste || len(g.tabel.rijen) != tc.groepen {
			t.Errorf("%d maanden geven %q", tc.maanden, g.groepen)
		}
		binnen, wil := 0.0, 0
		for i := range g.groepen {
			binnen += g.reeksen[0].waarden[i]
		}
		for _, m := range o.PerMaand {
			wil += m.Bevestiging.Binnen
		}
		if int(binnen) != wil {
			t.Errorf("%d maanden: samen %.0f op tijd in plaats van %d", tc.maanden, binnen, wil)
		}
	}
}

func TestOpTijdInWoorden(t *testing.T) {
	m := maandreeks(t, 3)
	maak := func(b ...Termijntelling) Overzicht {
		o := Overzicht{Van: dag(t, "2024-01-01"), Peildatum: dag(t, "2024-03-14")}
		for i, x := range b {
			o.PerMaand = append(o.PerMaand, PerMaand{Maand: m[i], Termijntellingen: Termijntellingen{Bevestiging: x}})
		}
		return o
	}
	for _, tc := range []struct {
		naam               string
		o                  Overzicht
		leeg, beschrijving string
	}{
		{"één maand met iets", maak(Termijntelling{}, Termijntelling{Binnen: 2}), "Alle bevestigingen horen bij dossiers uit februari 2024: er is nog niets om mee te vergelijken.", ""},
		{"alles op tijd", maak(Termijntelling{Binnen: 1}, Termijntelling{Binnen: 2}), "", "Van de bevestigingen was 100,0% op tijd (3 van de 3). Er was er geen te laat."},
		{"te laat en open", maak(Termijntelling{Binnen: 1, TeLaat: 1}, Termijntelling{Binnen: 2}, Termijntelling{TeLaat: 2, Open: 1}), "",
			"Van de bevestigingen was 50,0% op tijd (3 van de 6). Te laat waren er van de dossiers uit januari 2024 (1) en maart 2024 (t/m 14) (2). Er loopt er nog 1."},
		{"niets voorbij", maak(Termijntelling{Open: 1}, Termijntelling{Open: 2}), "", "Van de bevestigingen is nog niets te zeggen: alles loopt nog."},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			g := grafiekVan(t, "optijd-bevestiging", tc.o)
			if g.leeg != tc.leeg || g.beschrijving != tc.beschrijving {
				t.Errorf("kreeg %q en %q", g.leeg, g.beschrijving)
			}
		})
	}
}

func TestOpTijdLaatWegWatNiemandHad(t *testing.T) {
	namen := func(m Termijntellingen) (uit []string) {
		for _, g := range optijd(Overzicht{PerMaand: []PerMaand{{Maand: maandreeks(t, 1)[0], Termijntellingen: m}}}) {
			uit = append(uit, g.naam)
		}
		return uit
	}
	iets := Termijntelling{Binnen: 1}
	for _, tc := range []struct {
		had Termijntellingen
		wil []string
	}{
		{Termijntellingen{}, nil},
		{Termijntellingen{Bevestiging: iets, Voorstel: iets, Afhandeling: iets}, []string{"optijd-bevestiging", "optijd-voorstel"}},
		{Termijntellingen{Afhandeling: iets}, []string{"optijd-afhandeling"}},
		{Termijntellingen{Voorstel: Termijntelling{Vervallen: 2, Onbekend: 1}, Afhandeling: iets}, []string{"optijd-afhandeling"}},
	} {
		if kreeg := namen(tc.had); !slices.Equal(kreeg, tc.wil) {
			t.Errorf("kreeg %q, wil %q", kreeg, tc.wil)
		}
	}
}
