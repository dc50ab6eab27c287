package rapport

import (
	"fmt"
	"strings"
	"testing"

	"klacht/dossier"

	"github.com/google/go-cmp/cmp"
)

// teksten gives the signals of that kind, as they read.
func teksten(alle []Signaal, soort Signaalsoort) []string {
	var uit []string
	for _, s := range alle {
		if s.Soort == soort {
			uit = append(uit, s.Tekst)
		}
	}
	return uit
}

// perMaandGeteld makes so many complaints in each month from begin on.
func perMaandGeteld(t testing.TB, begin string, aantallen ...int) (feiten []dossier.Feiten) {
	t.Helper()
	for i, n := range aantallen {
		feiten = append(feiten, keer(n, dossier.Feiten{Soort: dossier.SoortKlacht, Categorie: fmt.Sprintf("onderwerp %d", i)}, dag(t, begin).PlusMaanden(i))...)
	}
	return feiten
}

func TestSignaalRegelkaart(t *testing.T) {
	vlak := []int{4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5}
	for _, tc := range []struct {
		naam      string
		begin     string
		aantallen []int
		wil, niet []string
	}{
		{"niets bijzonders", "2025-01-01", append(vlak, 4), nil, nil},
		{"boven de grens in de periode", "2025-01-01", append(vlak, 14), []string{
			"In september 2026 kwamen er 14 klachten binnen: meer dan de bovengrens van 10,9. Het gemiddelde over 21 maanden is 4,5 per maand."}, nil},
		{"boven de grens voor de periode is oud nieuws", "2025-01-01", append([]int{14}, append(vlak[1:], 4)...), nil, nil},
		{"onder de grens", "2025-09-01", []int{20, 22, 18, 20, 21, 19, 20, 20, 20, 20, 20, 1, 20}, []string{
			"In augustus 2026 kwam er 1 klacht binnen: minder dan de ondergrens van 5,6. Het gemiddelde over 13 maanden is 18,5 per maand."}, nil},
		{"geen enkele", "2025-09-01", []int{20, 22, 18, 20, 21, 19, 20, 20, 20, 20, 20, 0, 20}, []string{
			"In augustus 2026 kwamen er geen klachten binnen: minder dan de ondergrens van 5,6. Het gemiddelde over 13 maanden is 18,5 per maand."}, nil},
		{"te weinig maanden", "2025-11-01", []int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 30}, nil, []string{
			"Of een maand opvalt, is niet te zeggen. Er zijn nog maar 11 hele maanden geteld. Voor grenzen zijn er minstens 12 nodig."}},
		{"een maand", "2026-09-01", []int{30}, nil, []string{
			"Of een maand opvalt, is niet te zeggen. Er is nog maar 1 hele maand geteld. Voor grenzen zijn er minstens 12 nodig."}},
		{"te weinig klachten", "2025-01-01", []int{1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6}, nil, []string{
			"Of een maand opvalt, is niet te zeggen. Er komt gemiddeld minder dan 1 klacht per maand binnen. Dat is te weinig voor grenzen."}},
		{"niets op schrift", "", nil, nil, []string{"Of een maand opvalt, is niet te zeggen. Er is nog geen hele maand geteld."}},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			in := derdeKwartaal(t)
			if tc.begin != "" {
				in.Feiten = perMaandGeteld(t, tc.begin, tc.aantallen...)
			}
			o := Bereken(in)
			if d := cmp.Diff(tc.wil, teksten(o.Signalen, SignaalRegelkaart)); d != "" {
				t.Errorf("signalen (-wil +kreeg)\n%s", d)
			}
			if d := cmp.Diff(tc.niet, teksten(o.TeWeinig, SignaalRegelkaart)); d != "" {
				t.Errorf("te weinig (-wil +kreeg)\n%s", d)
			}
		})
	}
}

// Which months are on the chart: whole ones, 24 at most, and none from before
// the record began.
func TestRegelkaartMaanden(t *testing.T) {
	for _, tc := range []struct {
		naam, eerste, soort, peildatum string
		van, tot                       string
		aantal                         int
	}{
		{"begonnen op de eerste dag van een maand", "2026-05-01", "klacht", "2026-09-30", "2026-05", "2026-09", 5},
		{"begonnen in de loop van een maand", "2026-05-02", "klacht", "2026-09-30", "2026-06", "2026-09", 4},
		{"begonnen met een onvolkomenheid", "2026-05-02", "onvolkomenheid", "2026-09-30", "2026-06", "2026-09", 4},
		{"een maand die loopt telt niet", "2026-05-02", "klacht", "2026-09-29", "2026-06", "2026-08", 3},
		{"twee jaar en niet meer", "2020-05-02", "klacht", "2026-09-30", "2024-10", "2026-09", 24},
		{"nog geen hele maand", "2026-09-02", "klacht", "2026-09-30", "", "", 0},
		{"later dan de peildatum", "2026-11-02", "klacht", "2026-09-30", "", "", 0},
	} {
		in := derdeKwartaal(t, bouw{ontvangen: tc.eerste, soort: tc.soort})
		in.Peildatum = dag(t, tc.peildatum)
		k := Bereken(in).Regelkaart
		var van, tot string
		if n := len(k.Maanden); n > 0 {
			van, tot = k.Maanden[0].Maand.String(), k.Maanden[n-1].Maand.String()
		}
		if van != tc.van || tot != tc.tot || len(k.Maanden) != tc.aantal {
			t.Errorf("%s: %d maanden van %s tot %s, wil %d van %s tot %s", tc.naam, len(k.Maanden), van, tot, tc.aantal, tc.van, tc.tot)
		}
		if (k.Gemiddelde == nil) != (tc.aantal == 0) || k.Bovengrens != nil && tc.aantal < 12 || k.Onvoldoende == "" {
			t.Errorf("%s: gemiddeld %v, grens %v, %q", tc.naam, k.Gemiddelde, k.Bovengrens, k.Onvoldoende)
		}
	}
}

func TestSignaalCategorie(t *testing.T) {
	vanToen := bouw{ontvangen: "2026-01-01", categorie: "oud"} // on record since then
	veel := func(n int, op, categorie string) []bouw {
		var uit []bouw
		for range n {
			uit = append(uit, bouw{ontvangen: op, categorie: categorie})
		}
		return uit
	}
	for _, tc := range []struct {
		naam      string
		dossiers  []bouw
		wil, niet []string
	}{
		{"gestegen", append(veel(8, "2026-08-01", "zaal"), append(veel(1, "2026-05-01", "zaal"), vanToen)...),
			[]string{"Over zaal kwamen er 8 dossiers binnen in 92 dagen, tegen 1 in 91 dagen ervoor. Die stijging is meer dan toeval."}, nil},
		{"kan toeval zijn", append(veel(7, "2026-08-01", "zaal"), append(veel(1, "2026-05-01", "zaal"), vanToen)...), nil, nil},
		{"gedaald", append(veel(1, "2026-08-01", "zaal"), append(veel(9, "2026-05-01", "zaal"), vanToen)...), nil, nil},
		{"te klein", append(veel(5, "2026-08-01", "zaal"), append(veel(1, "2026-08-01", "boek"), vanToen)...), nil,
			[]string{"Van 2 categorieën is niet te zeggen of er meer over binnenkwam dan door toeval: daarvoor zijn er in beide perioden samen minstens 6 dossiers nodig."}},
		{"een te klein en een gestegen", append(veel(6, "2026-08-01", "zaal"), append(veel(1, "2026-08-01", "boek"), vanToen)...),
			[]string{"Over zaal kwamen er 6 dossiers binnen in 92 dagen, tegen 0 in 91 dagen ervoor. Die stijging is meer dan toeval."},
			[]string{"Van 1 categorie is niet te zeggen of er meer over binnenkwam dan door toeval: daarvoor zijn er in beide perioden samen minstens 6 dossiers nodig."}},
		{"de vorige periode begon later: naar verhouding", append(veel(8, "2026-08-01", "zaal"), veel(1, "2026-06-01", "zaal")...), nil,
			[]string{"Van 1 categorie is niet te zeggen of er meer over binnenkwam dan door toeval: daarvoor zijn er in beide perioden samen minstens 12 dossiers nodig."}},
		{"de vorige periode is niet op schrift", veel(20, "2026-08-01", "zaal"), nil,
			[]string{"Of een categorie is gestegen, is niet te zeggen: uit de vorige periode is niets geregistreerd."}},
		{"niets", nil, nil, nil},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			o := Bereken(derdeKwartaal(t, tc.dossiers...))
			if d := cmp.Diff(tc.wil, teksten(o.Signalen, SignaalCategorie)); d != "" {
				t.Errorf("signalen (-wil +kreeg)\n%s", d)
			}
			if d := cmp.Diff(tc.niet, teksten(o.TeWeinig, SignaalCategorie)); d != "" {
				t.Errorf("te weinig (-wil +kreeg)\n%s", d)
			}
		})
	}
}

func TestSignaalHerhaling(t *testing.T) {
	for _, tc := range []struct {
		naam, categorie, oorzaak string
		oordeel                  dossier.Doeltreffendheid
		op                       string // of one more dossier about zaal and planning
		wil                      []string
	}{
		{"dezelfde oorzaak", "", "Planning", dossier.Doeltreffend, "2026-08-02",
			[]string{"Maatregel M2026-001 is op 1 augustus 2026 doeltreffend genoemd, maar daarna kwamen er nog 2 dossiers binnen met dezelfde oorzaak (Planning)."}},
		{"dezelfde categorie", "zaal", "", dossier.Doeltreffend, "2026-08-01",
			[]string{"Maatregel M2026-001 is op 1 augustus 2026 doeltreffend genoemd, maar daarna kwam er nog 1 dossier binnen met dezelfde categorie (zaal)."}},
		{"beide", "zaal", "planning", dossier.Doeltreffend, "2026-10-01",
			[]string{"Maatregel M2026-001 is op 1 augustus 2026 doeltreffend genoemd, maar daarna kwam er nog 1 dossier binnen met dezelfde categorie en oorzaak (zaal; planning)."}},
		{"een andere categorie", "cursusleider", "planning", dossier.Doeltreffend, "2026-08-02", nil},
		{"over niets", "", "", dossier.Doeltreffend, "2026-08-02", nil},
		{"die niet doeltreffend was", "zaal", "", dossier.NietDoeltreffend, "2026-08-02", nil},
		{"die dat deels was", "zaal", "", dossier.DeelsDoeltreffend, "2026-08-02", nil},
		{"die niet gecontroleerd is", "zaal", "", "", "2026-08-02", nil},
	} {
		in := derdeKwartaal(t, bouw{ontvangen: "2026-09-30", categorie: "Zaal", oorzaak: " planning"}, bouw{ontvangen: tc.op, categorie: "zaal", oorzaak: "planning"},
			bouw{ontvangen: "2026-07-01", categorie: "zaal", oorzaak: "planning"})
		m := uitgevoerd(t, tc.categorie, tc.oorzaak, "2026-06-01", "2026-09-30")
		if tc.oordeel != "" {
			m.Toestand, m.Oordeel, m.GecontroleerdOp = dossier.Gecontroleerd, tc.oordeel, dag(t, "2026-08-01")
		}
		in.Maatregelen = []*dossier.Maatregelstand{m}
		if d := cmp.Diff(tc.wil, teksten(Bereken(in).Signalen, SignaalHerhaling)); d != "" {
			t.Errorf("%s (-wil +kreeg)\n%s", tc.naam, d)
		}
	}
}

func TestSignaalMaatregel(t *testing.T) {
	maatregel := func(volg int, toestand dossier.Maatregeltoestand, streefdatum, controle string) *dossier.Maatregelstand {
		return &dossier.Maatregelstand{Maatregel: dossier.Maatregel{Nummer: dossier.Maatregelnummer{Jaar: 2026, Volg: volg}, Streefdatum: dag(t, streefdatum)},
			Peildatum: dag(t, "2026-09-30"), Toestand: toestand, ControleOp: dag(t, controle)}
	}
	var twaalf []*dossier.Maatregelstand
	for i := range 12 {
		twaalf = append(twaalf, maatregel(i+1, dossier.Gepland, "2026-09-01", ""))
	}
	for _, tc := range []struct {
		naam        string
		maatregelen []*dossier.Maatregelstand
		wil         []string
	}{
		{"op de dag zelf is op tijd", []*dossier.Maatregelstand{maatregel(1, dossier.Gepland, "2026-09-30", "2026-10-30"), maatregel(2, dossier.Uitgevoerd, "2026-01-01", "2026-09-30")}, nil},
		{"over de streefdatum", []*dossier.Maatregelstand{maatregel(1, dossier.Gepland, "2026-09-29", "2026-01-30")},
			[]string{"1 maatregel had uitgevoerd moeten zijn en is dat niet: M2026-001."}},
		{"over de controle", []*dossier.Maatregelstand{maatregel(3, dossier.Uitgevoerd, "2026-01-01", "2026-09-29")},
			[]string{"1 maatregel is uitgevoerd, maar de controle of dat hielp is te laat: M2026-003."}},
		{"beide, op volgorde", []*dossier.Maatregelstand{maatregel(4, dossier.Gepland, "2026-09-29", ""), maatregel(3, dossier.Uitgevoerd, "", "2026-09-29"), maatregel(2, dossier.Gepland, "2026-09-29", "")},
			[]string{"2 maatregelen hadden uitgevoerd moeten zijn en zijn dat niet: M2026-002 en M2026-004.", "1 maatregel is uitgevoerd, maar de controle of dat hielp is te laat: M2026-003."}},
		{"klaar of vervallen", []*dossier.Maatregelstand{maatregel(1, dossier.Gecontroleerd, "2026-01-01", "2026-01-01"), maatregel(2, dossier.Vervallen, "2026-01-01", "2026-01-01")}, nil},
		{"meer dan iemand leest", twaalf, []string{"12 maatregelen hadden uitgevoerd moeten zijn en zijn dat niet: M2026-001, M2026-002, M2026-003, M2026-004, M2026-005, M2026-006, M2026-007, M2026-008, M2026-009, M2026-010 en nog 2."}},
	} {
		in := derdeKwartaal(t)
		in.Maatregelen = tc.maatregelen
		o := Bereken(in)
		if d := cmp.Diff(tc.wil, teksten(o.Signalen, SignaalMaatregel)); d != "" {
			t.Errorf("%s (-wil +kreeg)\n%s", tc.naam, d)
		}
		laat := 0
		for _, m := range o.Maatregelen {
			if m.TeLaat {
				laat++
			}
		}
		genoemd := 0
		for _, s := range o.Signalen {
			if s.Soort == SignaalMaatregel {
				genoemd += s.Geteld["aantal"].(int)
			}
		}
		if laat != genoemd {
			t.Errorf("%s: %d te laat in de lijst, %d in de signalen", tc.naam, laat, genoemd)
		}
	}
}

func TestSignaalEigenZaak(t *testing.T) {
	for _, tc := range []struct {
		naam, behandelaar, betreft string
		dossier                    bouw
		wil                        bool
	}{
		{"in de periode ontvangen", "Sam Bos", "sam  BOS ", bouw{ontvangen: "2026-07-01", dicht: []dicht{{op: "2026-07-02"}}}, true},
		{"nog open", "Sam Bos", "Sam Bos", bouw{ontvangen: "2026-01-01"}, true},
		{"eerder, en dicht", "Sam Bos", "Sam Bos", bouw{ontvangen: "2026-01-01", dicht: []dicht{{op: "2026-07-02"}}}, false},
		{"later ontvangen", "Sam Bos", "Sam Bos", bouw{ontvangen: "2026-10-01"}, false},
		{"een ander", "Sam Bos", "Jo Vos", bouw{ontvangen: "2026-07-01"}, false},
		{"niemand", "", "", bouw{ontvangen: "2026-07-01"}, false},
		{"alleen wit", " ", "\t", bouw{ontvangen: "2026-07-01"}, false},
		{"vernietigd", "Sam Bos", "Sam Bos", bouw{ontvangen: "2026-07-01", vernietigd: true}, false},
	} {
		in := derdeKwartaal(t, tc.dossier)
		in.Feiten[0].Behandelaar, in.Feiten[0].Betreft = tc.behandelaar, tc.betreft
		for _, in.MetNamen = range []bool{false, true} {
			o := Bereken(in)
			var wil []string
			if tc.wil {
				wil = []string{"Van 1 dossier is de behandelaar degene over wie het gaat: K2026-0001. Laat een ander dat doen."}
			}
			if d := cmp.Diff(wil, teksten(o.Signalen, SignaalEigenZaak)); d != "" {
				t.Errorf("%s (-wil +kreeg)\n%s", tc.naam, d)
			}
			if s := fmt.Sprint(o.Signalen); strings.Contains(strings.ToLower(s), "bos") {
				t.Errorf("%s: een naam in %s", tc.naam, s)
			}
		}
	}
}

func TestSignaalZonderAnalyse(t *testing.T) {
	for _, tc := range []struct {
		naam         string
		dossier      bouw
		geanalyseerd bool
		op           string
		wil          bool
	}{
		{"nooit", bouw{ontvangen: "2026-05-01", dicht: []dicht{{op: "2026-07-01"}}}, false, "", true},
		{"wel", bouw{ontvangen: "2026-05-01", dicht: []dicht{{op: "2026-07-01"}}}, true, "2026-09-30", false},
		{"op een onbekende dag", bouw{ontvangen: "2026-05-01", dicht: []dicht{{op: "2026-07-01"}}}, true, "", false},
		{"pas na de peildatum", bouw{ontvangen: "2026-05-01", dicht: []dicht{{op: "2026-07-01"}}}, true, "2026-10-01", true},
		{"nog open", bouw{ontvangen: "2026-08-01"}, false, "", false},
		{"eerder afgehandeld", bouw{ontvangen: "2026-05-01", dicht: []dicht{{op: "2026-06-30"}}}, false, "", false},
		{"later afgehandeld", bouw{ontvangen: "2026-05-01", dicht: []dicht{{op: "2026-10-01"}}}, false, "", false},
		{"heropend", bouw{ontvangen: "2026-05-01", dicht: []dicht{{op: "2026-07-01"}}, heropend: []string{"2026-07-02"}}, false, "", false},
	} {
		in := derdeKwartaal(t, tc.dossier, bouw{nummer: "K2026-0002", ontvangen: "2026-07-01", oorzaak: "planning", dicht: []dicht{{op: "2026-07-02"}}})
		in.Feiten[0].Geanalyseerd, in.Feiten[0].OorzaakOp = tc.geanalyseerd, dag(t, tc.op)
		var wil []string
		if tc.wil {
			wil = []string{"Van de 2 dossiers die in de periode zijn afgehandeld, is er 1 niet geanalyseerd: K2026-0001."}
		}
		if d := cmp.Diff(wil, teksten(Bereken(in).Signalen, SignaalZonderAnalyse)); d != "" {
			t.Errorf("%s (-wil +kreeg)\n%s", tc.naam, d)
		}
	}
}

func TestEnigeDossierZonderAnalyse(t *testing.T) {
	o := Bereken(derdeKwartaal(t, bouw{ontvangen: "2026-07-01", dicht: []dicht{{op: "2026-07-02"}}}))
	wil := []string{"Het dossier dat in de periode is afgehandeld, is niet geanalyseerd: K2026-0001."}
	if d := cmp.Diff(wil, teksten(o.Signalen, SignaalZonderAnalyse)); d != "" {
		t.Errorf("(-wil +kreeg)\n%s", d)
	}
}

// The order is that of Signaalsoorten, whatever was found first.
func TestSignalenOpVolgorde(t *testing.T) {
	plaats := map[Signaalsoort]int{}
	for i, s := range Signaalsoorten() {
		plaats[s] = i
	}
	o := Bereken(voorbeeld(t))
	gezien := map[Signaalsoort]bool{}
	for i, s := range o.Signalen {
		gezien[s.Soort] = true
		if i > 0 && plaats[s.Soort] < plaats[o.Signalen[i-1].Soort] {
			t.Errorf("%s staat na %s", s.Soort, o.Signalen[i-1].Soort)
		}
		if len(s.Geteld) == 0 || !strings.HasSuffix(s.Tekst, ".") {
			t.Errorf("%s telt %v en zegt %q", s.Soort, s.Geteld, s.Tekst)
		}
	}
	for _, s := range Signaalsoorten() {
		if !gezien[s] {
			t.Errorf("het voorbeeld heeft geen signaal %q", s)
		}
	}
}

// A signal gave 75 for the limit that the chart beside it gives as 74,9.
func TestGrensWasAndersDanInDeGrafiek(t *testing.T) {
	for _, tc := range []struct {
		aantal int
		grens  float64
		wil    string
	}{{32, 74.935, "74,9"}, {152, 136.647, "136,6"}, {152, 136.67, "136,7"}, {137, 136.97, "136,9"}, {74, 74.03, "74,1"}} {
		if kreeg := grensBij(tc.aantal, tc.grens); kreeg != tc.wil {
			t.Errorf("%d, grens %v: %s, wil %s", tc.aantal, tc.grens, kreeg, tc.wil)
		}
	}
}
