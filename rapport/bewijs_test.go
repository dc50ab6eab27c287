package rapport

import (
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"

	"github.com/google/go-cmp/cmp"
)

// uitgevoerd is a measure carried out on that day and seen on peildatum.
func uitgevoerd(t testing.TB, categorie, oorzaak, op, peildatum string) *dossier.Maatregelstand {
	t.Helper()
	return &dossier.Maatregelstand{
		Maatregel: dossier.Maatregel{Nummer: dossier.Maatregelnummer{Jaar: 2026, Volg: 1}, Categorie: categorie, Oorzaak: oorzaak, Soort: dossier.Corrigerend},
		Toestand:  dossier.Uitgevoerd, UitgevoerdOp: dag(t, op), Peildatum: dag(t, peildatum),
	}
}

// keer gives n facts like f, all received on op.
func keer(n int, f dossier.Feiten, op werkdagen.Datum) []dossier.Feiten {
	f.Ontvangen = op
	var alle []dossier.Feiten
	for range n {
		alle = append(alle, f)
	}
	return alle
}

// opSchriftVanaf makes the record begin on that day, with something else.
func opSchriftVanaf(t testing.TB, op string) []dossier.Feiten {
	t.Helper()
	return []dossier.Feiten{{Soort: dossier.SoortKlacht, Categorie: "iets anders", Oorzaak: "iets anders", Ontvangen: dag(t, op)}}
}

func TestZinVanHetBewijs(t *testing.T) {
	klacht := dossier.Feiten{Soort: dossier.SoortKlacht, Categorie: "cursusleider"}
	onvolkomenheid := dossier.Feiten{Soort: dossier.SoortOnvolkomenheid, Categorie: "cursusleider"}
	for _, tc := range []struct {
		naam, uitgevoerd, tot string
		ervoor, erna          int // complaints
		ook, ookErna          int // and onvolkomenheden
		uitslag               Uitslag
		wil                   string
	}{
		{"minder", "2026-01-15", "2026-07-15", 8, 1, 0, 0, UitslagMinder, "8 klachten in de 6 maanden ervoor, 1 erna; dat is meer dan toeval"},
		{"zes tegen één kan toeval zijn", "2026-01-15", "2026-07-15", 6, 1, 0, 0, UitslagToeval, "6 klachten in de 6 maanden ervoor, 1 erna; dat verschil kan toeval zijn"},
		{"geen meer", "2026-01-15", "2026-07-15", 6, 0, 0, 0, UitslagMinder, "6 klachten in de 6 maanden ervoor, geen erna; dat is meer dan toeval"},
		{"meer", "2026-01-15", "2026-07-15", 1, 9, 0, 0, UitslagMeer, "1 klacht in de 6 maanden ervoor, 9 erna; het zijn er meer geworden, en dat is geen toeval"},
		{"vijf is te weinig", "2026-01-15", "2026-07-15", 5, 0, 0, 0, UitslagTeWeinig, "5 klachten in de 6 maanden ervoor, geen erna; te weinig om iets te zeggen"},
		{"niets", "2026-01-15", "2026-07-15", 0, 0, 0, 0, UitslagTeWeinig, "geen klachten in de 6 maanden ervoor, geen erna; te weinig om iets te zeggen"},
		{"evenveel", "2026-01-15", "2026-07-15", 4, 4, 0, 0, UitslagToeval, "4 klachten in de 6 maanden ervoor, 4 erna; dat is geen verschil"},
		{"duizenden", "2026-01-15", "2026-07-15", 1200, 900, 0, 0, UitslagMinder, "1.200 klachten in de 6 maanden ervoor, 900 erna; dat is meer dan toeval"},
		{"onvolkomenheden", "2026-01-15", "2026-07-15", 0, 0, 7, 1, UitslagToeval, "7 onvolkomenheden in de 6 maanden ervoor, 1 erna; dat verschil kan toeval zijn"},
		{"één onvolkomenheid", "2026-01-15", "2026-07-15", 0, 0, 1, 0, UitslagTeWeinig, "1 onvolkomenheid in de 6 maanden ervoor, geen erna; te weinig om iets te zeggen"},
		{"beide", "2026-01-15", "2026-07-15", 2, 1, 1, 2, UitslagToeval, "3 klachten en onvolkomenheden in de 6 maanden ervoor, 3 erna; dat is geen verschil"},
		{"beide, één ervoor", "2026-01-15", "2026-07-15", 1, 0, 0, 1, UitslagTeWeinig, "1 klacht of onvolkomenheid in de 6 maanden ervoor, 1 erna; te weinig om iets te zeggen"},
		{"beide, alles erna", "2026-01-15", "2026-07-15", 0, 3, 0, 4, UitslagMeer, "geen klachten of onvolkomenheden in de 6 maanden ervoor, 7 erna; het zijn er meer geworden, en dat is geen toeval"},
		{"een maand", "2026-04-30", "2026-05-30", 6, 0, 0, 0, UitslagMinder, "6 klachten in de maand ervoor, geen erna; dat is meer dan toeval"},
		{"februari", "2026-02-01", "2026-03-01", 6, 0, 0, 0, UitslagMinder, "6 klachten in de maand ervoor, geen erna; dat is meer dan toeval"},
		{"vier weken", "2026-04-01", "2026-04-29", 6, 0, 0, 0, UitslagMinder, "6 klachten in de 4 weken ervoor, geen erna; dat is meer dan toeval"},
		{"een week", "2026-04-01", "2026-04-08", 1, 1, 0, 0, UitslagTeWeinig, "1 klacht in de week ervoor, 1 erna; te weinig om iets te zeggen"},
		{"dagen", "2026-04-01", "2026-05-16", 1, 1, 0, 0, UitslagTeWeinig, "1 klacht in de 45 dagen ervoor, 1 erna; te weinig om iets te zeggen"},
		{"een dag", "2026-04-01", "2026-04-02", 1, 1, 0, 0, UitslagTeWeinig, "1 klacht op de dag ervoor, 1 erna; te weinig om iets te zeggen"},
		{"bijna drie maanden", "2026-04-01", "2026-06-29", 1, 1, 0, 0, UitslagTeWeinig, "1 klacht in de 3 maanden ervoor, 1 erna; te weinig om iets te zeggen"},
		{"twee jaar", "2024-04-10", "2026-04-01", 1, 1, 0, 0, UitslagTeWeinig, "1 klacht in de 24 maanden ervoor, 1 erna; te weinig om iets te zeggen"},
		{"ruim veertien maanden", "2025-01-15", "2026-04-01", 1, 1, 0, 0, UitslagTeWeinig, "1 klacht in de 14 maanden ervoor, 1 erna; te weinig om iets te zeggen"},
		{"vandaag uitgevoerd", "2026-04-01", "2026-04-01", 6, 0, 0, 0, UitslagTeWeinig, "uitgevoerd op 1 april 2026; daarna is nog geen dag voorbij, dus er is nog niets over te zeggen"},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			op, tot := dag(t, tc.uitgevoerd), dag(t, tc.tot)
			feiten := append(opSchriftVanaf(t, "2020-01-01"), keer(tc.ervoor, klacht, op)...)
			feiten = append(feiten, keer(tc.ook, onvolkomenheid, op)...)
			if tot > op {
				feiten = append(append(feiten, keer(tc.erna, klacht, tot)...), keer(tc.ookErna, onvolkomenheid, tot)...)
			}
			b := MaakBewijs(uitgevoerd(t, "cursusleider", "", tc.uitgevoerd, tc.tot), feiten, tot)
			if b.Zin != tc.wil || b.Uitslag != tc.uitslag {
				t.Errorf("\nkreeg %s\n  wil %s\n(%s, wil %s)", b.Zin, tc.wil, b.Uitslag, tc.uitslag)
			}
		})
	}
}

// The days on the edges, the ways to write a category, and what is no match.
func TestBewijsTeltWatHetOnderwerpHeeft(t *testing.T) {
	met := func(op, categorie, oorzaak, oorzaakOp string) dossier.Feiten {
		return dossier.Feiten{Soort: dossier.SoortKlacht, Categorie: categorie, Oorzaak: oorzaak, Ontvangen: dag(t, op), OorzaakOp: dag(t, oorzaakOp)}
	}
	feiten := []dossier.Feiten{
		met("2026-03-22", "zaal", "planning", ""),             // the day before the first
		met("2026-03-23", "zaal", "planning", ""),             // the first before
		met("2026-04-01", " Zaal ", "PLANNING", "2026-04-03"), // the last before
		met("2026-04-02", "ZAAL", "planning", "2026-04-20"),   // the first after; analysed after the check
		met("2026-04-11", "zaal", "planning", ""),             // the last after
		met("2026-04-12", "zaal", "planning", ""),             // the day after the last
		met("2026-04-05", "zaal", "website", ""),              // another cause
		met("2026-04-05", "cursusleider", "planning", ""),     // another category
		met("2026-04-05", "zaal", "", ""),                     // not analysed
		met("2026-03-25", "zaal", "", ""),                     // not analysed, before
		met("2026-04-06", "zaal", "planning", "2026-05-02"),   // analysed after the reference date
		{Categorie: "zaal", Oorzaak: "planning", Ontvangen: dag(t, "2026-04-07"), Vernietigd: true},
	}
	for _, tc := range []struct {
		categorie, oorzaak             string
		ervoor, erna, nietGeanalyseerd int
	}{
		{"zaal", "planning", 2, 3, 2},
		{"zaal", "", 3, 6, 0},
		{"", "Planning", 2, 4, 2},
		{"parkeren", "", 0, 0, 0},
		{"", "onbekend", 0, 0, 2},
	} {
		b := MaakBewijs(uitgevoerd(t, tc.categorie, tc.oorzaak, "2026-04-01", "2026-05-01"), feiten, dag(t, "2026-04-11"))
		if b.Ervoor != tc.ervoor || b.Erna != tc.erna || b.NietGeanalyseerd != tc.nietGeanalyseerd {
			t.Errorf("%s/%s: %d, %d en %d niet geanalyseerd, wil %d, %d en %d", tc.categorie, tc.oorzaak, b.Ervoor, b.Erna, b.NietGeanalyseerd, tc.ervoor, tc.erna, tc.nietGeanalyseerd)
		}
		if (b.P == nil) != (b.Ervoor+b.Erna == 0) {
			t.Errorf("%s/%s: p is %v bij %d en %d", tc.categorie, tc.oorzaak, b.P, b.Ervoor, b.Erna)
		}
		dagen := []werkdagen.Datum{b.Van, b.UitgevoerdOp, b.Tot}
		if d := cmp.Diff([]werkdagen.Datum{dag(t, "2026-03-23"), dag(t, "2026-04-01"), dag(t, "2026-04-11")}, dagen); d != "" || b.Dagen != 10 {
			t.Errorf("%d dagen (-wil +kreeg)\n%s", b.Dagen, d)
		}
	}
}

func TestBewijsZegtWatNietGeanalyseerdIsAlsHetDeUitslagKanKeren(t *testing.T) {
	op := dag(t, "2026-01-15")
	for _, tc := range []struct {
		ervoor, erna, onbekend int
		wil                    string
	}{
		{8, 1, 4, "8 klachten in de 6 maanden ervoor, 1 erna; dat is meer dan toeval, maar van 4 dossiers erna is de oorzaak nog niet bekend"},
		{8, 1, 1, "8 klachten in de 6 maanden ervoor, 1 erna; dat is meer dan toeval, maar van 1 dossier erna is de oorzaak nog niet bekend"},
		{20, 1, 1, "20 klachten in de 6 maanden ervoor, 1 erna; dat is meer dan toeval"},
		{3, 0, 1, "3 klachten in de 6 maanden ervoor, geen erna; te weinig om iets te zeggen"},
		{3, 0, 5, "3 klachten in de 6 maanden ervoor, geen erna; te weinig om iets te zeggen, maar van 5 dossiers erna is de oorzaak nog niet bekend"},
	} {
		met := dossier.Feiten{Soort: dossier.SoortKlacht, Oorzaak: "planning"}
		feiten := append(opSchriftVanaf(t, "2020-01-01"), keer(tc.ervoor, met, op)...)
		feiten = append(feiten, keer(tc.erna, met, op+1)...)
		feiten = append(feiten, keer(tc.onbekend, dossier.Feiten{Soort: dossier.SoortKlacht}, op+1)...)
		if b := MaakBewijs(uitgevoerd(t, "", "planning", "2026-01-15", "2026-07-15"), feiten, dag(t, "2026-07-15")); b.Zin != tc.wil {
			t.Errorf("\nkreeg %s\n  wil %s", b.Zin, tc.wil)
		}
	}
}

// What was not recorded is not nothing.
func TestBewijsBegintNietVoorErIetsGeregistreerdIs(t *testing.T) {
	klacht := dossier.Feiten{Soort: dossier.SoortKlacht, Categorie: "zaal"}
	op, tot := dag(t, "2026-03-15"), dag(t, "2026-09-15")
	for _, tc := range []struct {
		naam, begin, van string
		ervoor, erna     int
		uitslag          Uitslag
		wil              string
	}{
		{"op de eerste dag", "2025-09-13", "2025-09-13", 6, 3, UitslagToeval, "6 klachten in de 6 maanden ervoor, 3 erna; dat verschil kan toeval zijn"},
		{"veel later", "2026-01-01", "2026-01-01", 6, 3, UitslagMinder, "6 klachten in de 74 dagen ervoor (eerder is niets geregistreerd), 3 in de 6 maanden erna; dat is meer dan toeval"},
		{"naar verhouding meer", "2026-03-01", "2026-03-01", 0, 6, UitslagToeval, "geen klachten in de 15 dagen ervoor (eerder is niets geregistreerd), 6 in de 6 maanden erna; dat verschil kan toeval zijn"},
		{"de ene klacht waarmee het begon is geen trend", "2026-03-15", "2026-03-15", 1, 0, UitslagTeWeinig, "1 klacht op de dag ervoor (eerder is niets geregistreerd), geen in de 6 maanden erna; te weinig om iets te zeggen"},
		{"na de uitvoering", "2026-03-16", "", 0, 7, UitslagTeWeinig, "7 klachten in de 6 maanden erna; van ervoor is niets geregistreerd, dus er is niets om mee te vergelijken"},
		{"nooit", "", "", 0, 0, UitslagTeWeinig, "geen klachten in de 6 maanden erna; van ervoor is niets geregistreerd, dus er is niets om mee te vergelijken"},
	} {
		feiten := append(keer(tc.ervoor, klacht, op), keer(tc.erna, klacht, tot)...)
		if tc.begin != "" {
			feiten = append(feiten, opSchriftVanaf(t, tc.begin)...)
		}
		b := MaakBewijs(uitgevoerd(t, "zaal", "", "2026-03-15", "2026-09-15"), feiten, tot)
		if b.Zin != tc.wil || b.Uitslag != tc.uitslag || b.Van != dag(t, tc.van) || b.Dagen != 184 {
			t.Errorf("%s:\nkreeg %s\n  wil %s\n(%s, wil %s; vanaf %s, %d dagen)", tc.naam, b.Zin, tc.wil, b.Uitslag, tc.uitslag, b.Van, b.Dagen)
		}
		if (b.P == nil) != (b.Ervoor+b.Erna == 0 || tc.van == "") {
			t.Errorf("%s: p is %v", tc.naam, b.P)
		}
	}
}

func TestGeenBewijs(t *testing.T) {
	tot := dag(t, "2026-07-15")
	for naam, m := range map[string]*dossier.Maatregelstand{
		"niet uitgevoerd":  uitgevoerd(t, "zaal", "planning", "", "2026-07-15"),
		"later uitgevoerd": uitgevoerd(t, "zaal", "planning", "2026-07-16", "2026-07-20"),
		"over niets":       uitgevoerd(t, "", "", "2026-01-15", "2026-07-15"),
		"over wit":         uitgevoerd(t, " ", "\t", "2026-01-15", "2026-07-15"),
	} {
		if b := MaakBewijs(m, []dossier.Feiten{{Ontvangen: tot}}, tot); b != nil {
			t.Errorf("%s: %+v", naam, b)
		}
	}
}

func TestBewijsTot(t *testing.T) {
	for _, tc := range []struct{ gecontroleerd, wil string }{
		{"", "2026-07-15"},
		{"2026-05-01", "2026-05-01"},
		{"2026-01-15", "2026-01-15"}, // on the day itself
		{"2026-01-14", "2026-07-15"}, // before it was carried out (again)
	} {
		m := uitgevoerd(t, "zaal", "", "2026-01-15", "2026-07-15")
		m.GecontroleerdOp = dag(t, tc.gecontroleerd)
		if tot := BewijsTot(m); tot != dag(t, tc.wil) {
			t.Errorf("gecontroleerd op %q: %s, wil %s", tc.gecontroleerd, tot, tc.wil)
		}
	}
}
