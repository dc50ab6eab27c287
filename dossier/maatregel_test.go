package dossier

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"klacht/werkdagen"
)

// maatregelMet is a measure made on 2 November 2026, to be carried out by 1
// December and checked three months after, with events of lines such as
//
//	2027-03-01 gecontroleerd oordeel=deels door=Bo_Smit
//
// with ids e1, e2, …; a _ in a value is a space.
func maatregelMet(t testing.TB, regels ...string) *Maatregel {
	t.Helper()
	m := &Maatregel{
		Nummer: Maatregelnummer{2026, 3}, ID: "zcqsqhgmqj22xlr7", Omschrijving: "Zaal reserveren bij bevestiging", Soort: Corrigerend,
		Verantwoordelijke: "Sanne de Vries", Streefdatum: datum("2026-12-01"), Controle: Controlemoment{Na: werkdagen.Termijn{Aantal: 3, Eenheid: werkdagen.Maanden}},
		Oorzaak: "planning", Dossiers: []Nummer{{2026, 7}, {2026, 9}},
	}
	for i, r := range append([]string{"2026-11-02 aangemaakt"}, regels...) {
		g := maatregelgebeurtenis(r)
		g.ID = fmt.Sprintf("e%d", i+1)
		m.Verloop = append(m.Verloop, g)
	}
	return m
}

func maatregelgebeurtenis(regel string) Maatregelgebeurtenis {
	delen := strings.Fields(regel)
	g := Maatregelgebeurtenis{Op: tijdstip(delen[0]), Wat: MaatregelWat(delen[1]), Door: "Bo Smit"}
	switch g.Wat {
	case MaatregelGecontroleerd:
		g.Oordeel, g.Toelichting = Doeltreffend, "Geen klachten meer"
	case MaatregelVervallen:
		g.Reden = "Cursus gestopt"
	}
	for _, deel := range delen[2:] {
		naam, w, _ := strings.Cut(strings.ReplaceAll(deel, "_", " "), "=")
		*map[string]*string{
			"oordeel": (*string)(&g.Oordeel), "door": &g.Door, "toelichting": &g.Toelichting, "reden": &g.Reden, "veld": &g.Veld, "van": &g.Van, "naar": &g.Naar,
		}[naam] = w
	}
	return g
}

func maatregelOp(t testing.TB, m *Maatregel, dag string) *Maatregelstand {
	t.Helper()
	s, err := NieuweRegels(rezulto(t)).BeoordeelMaatregel(m, datum(dag))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMaatregelToestand(t *testing.T) {
	m := maatregelMet(t,
		"2026-11-20 gewijzigd veld=streefdatum van=2026-11-15 naar=2026-12-01",
		"2026-11-25 uitgevoerd",
		"2027-03-01 gecontroleerd oordeel=niet_doeltreffend",
		"2027-06-01 gecontroleerd oordeel=doeltreffend door=sanne__DE_vries")
	if s := maatregelOp(t, m, "2026-11-01"); s != nil {
		t.Errorf("er was nog geen maatregel: %v", s.Toestand)
	}
	for _, tt := range []struct {
		dag, streef, controle string
		toestand              Maatregeltoestand
		oordeel               Doeltreffendheid
		zelf                  bool
		volgende              string
	}{
		{"2026-11-02", "2026-11-15", "2027-02-15", Gepland, "", false, "uitgevoerd"},
		{"2026-11-20", "2026-12-01", "2027-03-01", Gepland, "", false, "uitgevoerd"},
		{"2026-11-25", "2026-12-01", "2027-02-25", Uitgevoerd, "", false, "controleer"},
		{"2027-03-01", "2026-12-01", "2027-02-25", Gecontroleerd, NietDoeltreffend, false, "nieuw"},
		{"2027-06-01", "2026-12-01", "2027-02-25", Gecontroleerd, Doeltreffend, true, ""},
	} {
		t.Run(tt.dag, func(t *testing.T) {
			s := maatregelOp(t, m, tt.dag)
			gelijk(t, "streefdatum", s.Streefdatum.String(), tt.streef)
			gelijk(t, "controle", s.ControleOp.String(), tt.controle)
			gelijk(t, "toestand", s.Toestand, tt.toestand)
			gelijk(t, "oordeel", s.Oordeel, tt.oordeel)
			gelijk(t, "zelf gecontroleerd", s.ZelfGecontroleerd, tt.zelf)
			volgende := ""
			if v := s.Volgende(); v != nil {
				volgende = strings.Fields(v.Opdracht)[2]
			}
			gelijk(t, "volgende", volgende, tt.volgende)
		})
	}
}

// Who was responsible on the day of the check decides whether it was checked by
// the same person, not who is now.
func TestZelfGecontroleerdKijktNaarDeDagZelf(t *testing.T) {
	m := maatregelMet(t, "2026-11-25 uitgevoerd", "2027-03-01 gecontroleerd", "2027-03-02 gewijzigd veld=verantwoordelijke van=Sanne_de_Vries naar=Bo_Smit")
	m.Verantwoordelijke = "Bo Smit"
	gelijk(t, "zelf", maatregelOp(t, m, "2027-04-01").ZelfGecontroleerd, false)
}

// What can't have gone so does not count, and is said.
func TestMaatregelBuitenDeVolgorde(t *testing.T) {
	for _, tt := range []struct {
		regels   []string
		toestand Maatregeltoestand
		wil      []string
	}{
		{[]string{"2026-11-20 gecontroleerd", "2026-11-25 uitgevoerd"}, Uitgevoerd, []string{"gecontroleerd op vr 20 november 2026 telt niet: de maatregel was toen nog niet uitgevoerd"}},
		{[]string{"2026-11-20 uitgevoerd", "2026-11-25 uitgevoerd"}, Uitgevoerd, []string{"uitgevoerd op wo 25 november 2026 telt niet: de maatregel is al uitgevoerd op vr 20 november 2026"}},
		{[]string{"2026-11-20 vervallen", "2026-11-25 uitgevoerd"}, Vervallen, []string{"uitgevoerd op wo 25 november 2026 telt niet: de maatregel is vervallen op vr 20 november 2026"}},
		{[]string{"2026-10-20 uitgevoerd", "2026-10-20 gecontroleerd"}, Gecontroleerd, nil}, // registered afterwards
	} {
		s := maatregelOp(t, maatregelMet(t, tt.regels...), "2026-12-31")
		gelijk(t, fmt.Sprint(tt.regels), s.Toestand, tt.toestand)
		gelijk(t, fmt.Sprint(tt.regels), s.Opmerkingen, tt.wil)
	}
}

func TestMaatregelenVolgenElkaar(t *testing.T) {
	eerste := maatregelMet(t, "2026-11-10 uitgevoerd", "2026-11-20 gecontroleerd oordeel=deels")
	tweede := maatregelMet(t)
	tweede.Nummer, tweede.VervolgOp = Maatregelnummer{2026, 10}, eerste.Nummer
	tweede.Verloop[0].Op = tijdstip("2026-11-23")
	weg := maatregelMet(t)
	weg.Nummer, weg.VervolgOp = Maatregelnummer{2026, 11}, Maatregelnummer{2020, 1}
	regels := NieuweRegels(rezulto(t))
	for dag, wil := range map[string][]Maatregelnummer{"2026-11-22": nil, "2026-11-23": {{2026, 10}}} {
		standen, err := regels.BeoordeelMaatregelen([]*Maatregel{weg, tweede, eerste}, datum(dag))
		if err != nil {
			t.Fatal(err)
		}
		gelijk(t, "op nummer", standen[0].Nummer, eerste.Nummer)
		gelijk(t, dag, standen[0].Vervolg, wil)
		gelijk(t, "vraagt om een vervolg", standen[0].VraagtVervolg(), wil == nil)
	}
	laat := maatregelMet(t, "2299-12-01 uitgevoerd")
	laat.Nummer.Volg = 1
	standen, err := regels.BeoordeelMaatregelen([]*Maatregel{laat, eerste}, datum("2299-12-31"))
	gelijk(t, "de rest is er", len(standen), 1)
	if err == nil || !strings.HasPrefix(err.Error(), "M2026-001: de dag van de controle (3 maanden na vr 1 december 2299)") {
		t.Error(err)
	}
}

func TestToetsMaatregel(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	uit, vervallen := "2026-11-10 uitgevoerd", "2026-11-10 vervallen"
	for _, tt := range []struct {
		naam   string
		regels []string
		stap   string
		wil    string
		tip    string
	}{
		{"uitvoeren", nil, "2026-11-23 uitgevoerd", "", ""},
		{"uitgevoerd voordat zij aangemaakt werd", nil, "2026-10-01 uitgevoerd", "", ""},
		{"nog eens uitvoeren", []string{uit}, "2026-11-12 uitgevoerd", "M2026-003 is al uitgevoerd op di 10 november 2026", "leg vast of hij werkt met: klacht maatregel controleer M2026-003"},
		{"in de toekomst", nil, "2026-11-24 uitgevoerd", "di 24 november 2026 ligt in de toekomst", "leg vast wat gebeurd is, op de dag zelf of daarna"},
		{"uitvoeren wat vervallen is", []string{vervallen}, "2026-11-12 uitgevoerd", "M2026-003 is vervallen op di 10 november 2026", "is hij toch nodig, maak dan een nieuwe met: klacht maatregel nieuw"},
		{"controleren", []string{uit}, "2026-11-10 gecontroleerd", "", ""},
		{"nog eens controleren", []string{uit, "2026-11-20 gecontroleerd"}, "2026-11-21 gecontroleerd oordeel=deels", "", ""},
		{"dezelfde controle nog eens", []string{uit, "2026-11-20 gecontroleerd"}, "2026-11-20 gecontroleerd", "deze controle van M2026-003 op vr 20 november 2026 is al vastgelegd", "zie: klacht maatregel toon M2026-003"},
		{"op dezelfde dag anders oordelen", []string{uit, "2026-11-20 gecontroleerd"}, "2026-11-20 gecontroleerd oordeel=deels", "", ""},
		{"controleren voor de uitvoering", []string{uit}, "2026-11-09 gecontroleerd", "M2026-003 is uitgevoerd op di 10 november 2026; ma 9 november 2026 ligt daarvoor, en of een maatregel werkt blijkt pas daarna", "controleer de dag bij --op"},
		{"controleren zonder uitvoering", nil, "2026-11-20 gecontroleerd", "M2026-003 is nog niet uitgevoerd, en of een maatregel werkt blijkt pas daarna", "leg eerst vast wanneer dat was, met: klacht maatregel uitgevoerd M2026-003"},
		{"controleren wat vervallen is", []string{vervallen}, "2026-11-20 gecontroleerd", "M2026-003 is vervallen op di 10 november 2026", "hij is niet uitgevoerd, dus er is niets te controleren"},
		{"zonder toelichting", []string{uit}, "2026-11-20 gecontroleerd toelichting=", "bij gecontroleerd ontbreekt toelichting", "geef --toelichting"},
		{"vervallen", nil, "2026-11-20 vervallen", "", ""},
		{"zonder reden", nil, "2026-11-20 vervallen reden=", "bij vervallen ontbreekt reden", "geef --reden"},
		{"vervallen na uitvoering", []string{uit}, "2026-11-20 vervallen", "M2026-003 is uitgevoerd op di 10 november 2026: vervallen kan alleen wat niet uitgevoerd is", "werkt hij niet, leg dat dan vast met: klacht maatregel controleer M2026-003"},
		{"nog eens vervallen", []string{vervallen}, "2026-11-20 vervallen", "M2026-003 is al vervallen op di 10 november 2026", ""},
		{"vervallen voordat zij er was", nil, "2026-11-01 vervallen", "M2026-003 is pas aangemaakt op ma 2 november 2026; zo 1 november 2026 ligt daarvoor", "laat --op weg, of geef een latere dag"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			err := regels.ToetsMaatregel(maatregelMet(t, tt.regels...), maatregelgebeurtenis(tt.stap), nu.Nu.Dag)
			metFout(t, err, tt.wil)
			gelijk(t, "tip", tipVan(err), tt.tip)
		})
	}
}

func TestWijzigMaatregel(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	m := maatregelMet(t, "2026-11-20 gewijzigd veld=oorzaak van=communicatie naar=planning")
	for _, tt := range []struct {
		velden []Veldwaarde
		op     string
		wil    string
	}{
		{[]Veldwaarde{{"streefdatum", "2027-01-01"}, {"controle", "2027-02-01"}}, "2026-11-23", ""},
		{[]Veldwaarde{{"controle", "2026-11-30"}}, "2026-11-23", "de controle op ma 30 november 2026 kan niet: de streefdatum is di 1 december 2026, en of een maatregel werkt blijkt pas daarna"},
		{[]Veldwaarde{{"controle", "ooit"}}, "2026-11-23", `controle: "ooit" is geen dag en geen termijn; schrijf bijvoorbeeld 2027-04-01 of 3 maanden`},
		{[]Veldwaarde{{"categorie", "Cursusleider"}}, "2026-11-23", ""},
		{[]Veldwaarde{{"categorie", "weer"}}, "2026-11-23", `categorie "weer" staat niet in procedure.yaml`},
		{[]Veldwaarde{{"oorzaak", ""}}, "2026-11-23", ""},
		{[]Veldwaarde{{"oorzaak", "planning"}}, "2026-11-23", `oorzaak van M2026-003 is al "planning"`},
		{[]Veldwaarde{{"oorzaak", "anders"}}, "2026-11-19", "oorzaak van M2026-003 is op vr 20 november 2026 al gewijzigd; een wijziging van do 19 november 2026 komt daarvoor"},
		{[]Veldwaarde{{"omschrijving", " "}}, "2026-11-23", "omschrijving kan niet leeg zijn"},
		{[]Veldwaarde{{"soort", "groot"}}, "2026-11-23", `soort "groot" bestaat niet`},
		{[]Veldwaarde{{"id", "x"}}, "2026-11-23", "id kan niet gewijzigd worden"},
		{[]Veldwaarde{{"soort", "herstel"}}, "2026-11-24", "di 24 november 2026 ligt in de toekomst"},
		{[]Veldwaarde{{"soort", "herstel"}}, "2026-11-01", "M2026-003 is pas aangemaakt op ma 2 november 2026; zo 1 november 2026 ligt daarvoor"},
		{[]Veldwaarde{{"controle", "99999 jaar"}}, "2026-11-23", "M2026-003: de dag van de controle (99999 jaar na di 1 december 2026) is niet te berekenen: 99999 jaar na 2026-12-01 valt buiten de kalender, die loopt tot en met 2299"},
	} {
		_, err := regels.WijzigMaatregel(m, tt.velden, tijdstip(tt.op), nu.Nu.Dag)
		metFout(t, err, tt.wil)
	}
}

func TestMaakMaatregel(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	goed := NieuweMaatregel{
		Omschrijving: "x", Soort: Herstel, Verantwoordelijke: "Bo", Streefdatum: datum("2026-12-01"), Controle: Controlemoment{Dag: datum("2027-01-04")},
		Categorie: "OVERIG", Dossiers: []Nummer{{2026, 9}, {2026, 7}, {2026, 9}},
	}
	m, err := regels.MaakMaatregel(goed, nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "categorie", m.Categorie, "overig")
	gelijk(t, "dossiers", m.Dossiers, []Nummer{{2026, 7}, {2026, 9}})
	for wil, anders := range map[string]func(*NieuweMaatregel){
		"van de maatregel ontbreekt omschrijving en streefdatum": func(n *NieuweMaatregel) { n.Omschrijving, n.Streefdatum = " ", 0 },
		"van de maatregel ontbreekt controle":                    func(n *NieuweMaatregel) { n.Controle = Controlemoment{} },
		"deze maatregel: de dag van de controle (400 jaar na di 1 december 2026) is niet te berekenen: 400 jaar na 2026-12-01 valt buiten de kalender, die loopt tot en met 2299": func(n *NieuweMaatregel) {
			n.Controle = Controlemoment{Na: werkdagen.Termijn{Aantal: 400, Eenheid: werkdagen.Jaren}}
		},
		`soort "groot" bestaat niet`:                    func(n *NieuweMaatregel) { n.Soort = "groot" },
		`categorie "weer" staat niet in procedure.yaml`: func(n *NieuweMaatregel) { n.Categorie = "weer" },
		"di 24 november 2026 ligt in de toekomst":       func(n *NieuweMaatregel) { n.Op = datum("2026-11-24") },
		"de controle op ma 30 november 2026 kan niet: de streefdatum is di 1 december 2026, en of een maatregel werkt blijkt pas daarna": func(n *NieuweMaatregel) { n.Controle.Dag = datum("2026-11-30") },
	} {
		n := goed
		anders(&n)
		_, err := regels.MaakMaatregel(n, nu)
		metFout(t, err, wil)
	}
}

// A measure reads back as it was written, whatever is in it.
func TestMaatregelKomtTerug(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tekst := func(naam string) string {
			return rapid.StringOf(rapid.RuneFrom([]rune("ab: #-'\"\\{}[],&*!|>%@`€ë\u202e0~?"))).Draw(t, naam)
		}
		regel := func(naam string) string { return strings.TrimSpace(tekst(naam)) + "x" }
		dag := func(naam string) werkdagen.Datum {
			return datum("2026-01-01") + werkdagen.Datum(rapid.IntRange(0, 900).Draw(t, naam))
		}
		m := &Maatregel{
			Nummer: Maatregelnummer{2026, 3}, ID: nieuwID(), Omschrijving: regel("omschrijving"), Soort: rapid.SampledFrom(Maatregelsoorten()).Draw(t, "soort"),
			Verantwoordelijke: regel("wie"), Streefdatum: dag("streef"), Categorie: naamwaarde(tekst("categorie")), Oorzaak: strings.TrimSpace(tekst("oorzaak")),
			Dossiers: []Nummer{{2026, 7}}[:rapid.IntRange(0, 1).Draw(t, "dossiers")],
		}
		if rapid.Bool().Draw(t, "termijn") {
			m.Controle.Na = werkdagen.Termijn{Aantal: rapid.IntRange(1, 40).Draw(t, "aantal"), Eenheid: werkdagen.Maanden}
		} else {
			m.Controle.Dag = dag("controle")
		}
		if rapid.Bool().Draw(t, "vervolg") {
			m.VervolgOp = Maatregelnummer{2025, 12}
		}
		for i, wat := range MaatregelWatten() {
			g := Maatregelgebeurtenis{ID: fmt.Sprint("e", i), Wat: wat, Op: OpDag(dag("op")), Vastgelegd: nu.Nu, Door: tekst("door")}
			switch wat {
			case MaatregelGecontroleerd:
				g.Oordeel, g.Toelichting = NietDoeltreffend, regel("toelichting")+"\n\n "+tekst("rest")
			case MaatregelGewijzigd:
				g.Veld, g.Van = "oorzaak", tekst("van")
			case MaatregelVervallen:
				g.Reden = regel("reden")
			}
			m.Verloop = append(m.Verloop, g)
		}
		uit, meldingen, err := leesMaatregel(m.Nummer, "m.yaml", m.tekst())
		if err != nil || len(meldingen) > 0 {
			t.Fatalf("%v %v\n%s", meldingen, err, m.tekst())
		}
		if d := cmp.Diff(m, uit, cmpopts.EquateEmpty()); d != "" {
			t.Fatalf("%s\n%s", d, m.tekst())
		}
	})
}

const goedeMaatregel = `id: a
omschrijving: x
soort: herstel
verantwoordelijke: Bo
streefdatum: 2026-12-01
controle: 3 maanden
verloop:
  - wat: aangemaakt
    op: 2026-11-02
`

func TestMaatregelFouten(t *testing.T) {
	n := Maatregelnummer{2026, 3}
	if _, meldingen, err := leesMaatregel(n, "m.yaml", []byte(goedeMaatregel)); err != nil || len(meldingen) > 0 {
		t.Fatal(meldingen, err)
	}
	for _, tt := range []struct{ oud, nieuw, wil string }{
		{"id: a\n", "", "m.yaml:1: id ontbreekt"},
		{"id: a\n", "id: a/b\n", `m.yaml:1: "a/b" kan geen id zijn`},
		{"soort: herstel", "soort: groot", `m.yaml:3: "groot" kan hier niet; kies uit herstel, corrigerend of preventief`},
		{"verantwoordelijke: Bo", "verantwoordelijke:", "m.yaml:4: verantwoordelijke ontbreekt"},
		{"2026-12-01", "1 december", `m.yaml:5: "1 december" is geen datum in de vorm 2026-11-27`},
		{"3 maanden", "ooit", `m.yaml:6: "ooit" is geen dag en geen termijn; schrijf bijvoorbeeld 2027-04-01 of 3 maanden`},
		{"controle: 3 maanden\n", "", "m.yaml:1: controle ontbreekt"},
		{"verloop:", "dossiers: [K2026-0007, K2026-0007]\nverloop:", "m.yaml:7: K2026-0007 staat er twee keer"},
		{"verloop:", "dossiers: [7]\nverloop:", `m.yaml:7: "7" is geen dossiernummer; schrijf bijvoorbeeld K2026-0007`},
		{"verloop:", "vervolg_op: M2026-003\nverloop:", "m.yaml:7: M2026-003 kan geen vervolg op zichzelf zijn"},
		{"verloop:", "vervolg_op: 3\nverloop:", `m.yaml:7: "3" is geen nummer van een maatregel; schrijf bijvoorbeeld M2026-003`},
		{"wat: aangemaakt", "wat: bedacht", `m.yaml:8: "bedacht" kan hier niet; kies uit aangemaakt, uitgevoerd, gecontroleerd, gewijzigd of vervallen`},
		{"wat: aangemaakt", "wat: uitgevoerd", "m.yaml:8: het verloop moet één keer aangemaakt bevatten, niet 0 keer"},
		{"    op: 2026-11-02\n", "    op: 2026-11-02\n  - {wat: gecontroleerd, op: 2026-12-02, oordeel: goed, toelichting: x}\n", `m.yaml:10: "goed" kan hier niet; kies uit doeltreffend, deels of niet doeltreffend`},
		{"    op: 2026-11-02\n", "    op: 2026-11-02\n  - {wat: gecontroleerd, op: 2026-12-02, oordeel: deels}\n", "m.yaml:10: bij gecontroleerd ontbreekt toelichting"},
		{"    op: 2026-11-02\n", "    op: 2026-11-02\n  - {wat: vervallen, op: 2026-12-02}\n", "m.yaml:10: bij vervallen ontbreekt reden"},
		{"    op: 2026-11-02\n", "    op: 2026-11-02\n  - {wat: gewijzigd, op: 2026-12-02, veld: streefdatum, van: 2026-11-15, naar: morgen}\n", `m.yaml:10: naar van streefdatum kan niet: "morgen" is geen datum in de vorm 2026-11-27`},
		{"    op: 2026-11-02\n", "", "m.yaml:8: bij aangemaakt ontbreekt op welke dag het gebeurde"},
		{"id: a\n", "dossierformaat: 2\nid: a\n", "m.yaml:1: dossierformaat 2 is nieuwer dan dit programma kent (1)"},
	} {
		_, _, err := leesMaatregel(n, "m.yaml", []byte(strings.Replace(goedeMaatregel, tt.oud, tt.nieuw, 1)))
		metFout(t, err, tt.wil)
	}
	_, meldingen, err := leesMaatregel(n, "m.yaml", []byte("kleur: rood\n"+goedeMaatregel+"    plaats: hier\n"))
	gelijk(t, "gelezen", err, nil)
	if len(meldingen) != 2 || !strings.HasPrefix(meldingen[0].Error(), `m.yaml:1: onbekende sleutel "kleur" in een maatregel`) || !strings.HasPrefix(meldingen[1].Error(), `m.yaml:11: onbekende sleutel "plaats"`) {
		t.Errorf("meldingen: %v", meldingen)
	}
}

func TestMaatregelJSON(t *testing.T) {
	s := maatregelOp(t, maatregelMet(t, "2026-11-10 uitgevoerd", "2026-11-20 gecontroleerd oordeel=deels"), "2026-11-23")
	b, err := json.Marshal(s.JSON())
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "json", string(b), `{"nummer":"M2026-003","omschrijving":"Zaal reserveren bij bevestiging","soort":"corrigerend","verantwoordelijke":"Sanne de Vries",`+
		`"streefdatum":"2026-12-01","controle":"3 maanden","categorie":"","oorzaak":"planning","dossiers":["K2026-0007","K2026-0009"],"vervolg_op":null,"vervolg":[],`+
		`"toestand":"gecontroleerd","aangemaakt_op":"2026-11-02","uitgevoerd_op":"2026-11-10","controle_op":"2027-02-10","gecontroleerd_op":"2026-11-20",`+
		`"gecontroleerd_door":"Bo Smit","oordeel":"deels","toelichting":"Geen klachten meer","zelf_gecontroleerd":false,"vervallen_op":null,`+
		`"volgende":"klacht maatregel nieuw --vervolg-op M2026-003 --omschrijving …","opmerkingen":[],"verloop":[`+
		`{"id":"e1","op":"2026-11-02","wat":"aangemaakt","door":"Bo Smit","vastgelegd":null},`+
		`{"id":"e2","op":"2026-11-10","wat":"uitgevoerd","door":"Bo Smit","vastgelegd":null},`+
		`{"id":"e3","op":"2026-11-20","wat":"gecontroleerd","door":"Bo Smit","vastgelegd":null,"oordeel":"deels","toelichting":"Geen klachten meer"}]}`)
	b, err = json.Marshal(s.JSONZonderVerloop())
	if err != nil || strings.Contains(string(b), "verloop") {
		t.Error(string(b), err)
	}
}

func TestStatusVanMaatregelen(t *testing.T) {
	met := func(volg int, regels ...string) *Maatregel {
		m := maatregelMet(t, regels...)
		m.Nummer.Volg = volg
		return m
	}
	alle := []*Maatregel{
		met(6, "2026-11-03 uitgevoerd", "2026-11-10 gecontroleerd"),               // done
		met(5, "2026-11-10 vervallen"),                                            // done
		met(4, "2026-11-03 uitgevoerd", "2026-11-10 gecontroleerd oordeel=deels"), // wants one that follows
		met(3, "2026-11-03 uitgevoerd"),
		met(2),
		met(1),
	}
	alle[5].Streefdatum = datum("2026-11-22") // a Sunday
	alle[3].Controle = Controlemoment{Dag: datum("2026-11-26")}
	standen, err := NieuweRegels(rezulto(t)).BeoordeelMaatregelen(alle, nu.Nu.Dag)
	if err != nil {
		t.Fatal(err)
	}
	s := Overzie(Statusinvoer{Peildatum: nu.Nu.Dag, Binnenkort: 3, Maatregelen: standen})
	b, err := json.Marshal(s.Maatregelen[0])
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "rij", string(b), `{"nummer":"M2026-001","onderwerp":"Zaal reserveren bij bevestiging","categorie":"","toestand":"gepland","termijn":"uitvoering",`+
		`"uiterlijk":"2026-11-22","laatste_werkdag":"2026-11-20","werkdagen_over":-1,"stand":"te laat","behandelaar":"Sanne de Vries","volgende":"klacht maatregel uitgevoerd M2026-001"}`)
	var rijen []string
	for _, r := range s.Maatregelen {
		termijn := "-"
		if r.Termijn != nil {
			termijn = *r.Termijn
		}
		rijen = append(rijen, fmt.Sprintf("%s %s %s %s", r.Nummer, termijn, r.Uiterlijk, r.Stand))
	}
	gelijk(t, "rijen", rijen, []string{
		"M2026-001 uitvoering 2026-11-22 te laat", "M2026-003 controle 2026-11-26 binnenkort", "M2026-002 uitvoering 2026-12-01 op tijd", "M2026-004 -  op tijd",
	})
	gelijk(t, "dossiers te laat", s.TeLaat, 0)
	gelijk(t, "iets te laat", s.IetsTeLaat(), true)
	gelijk(t, "te laat", standen[0].TeLaat(), true)
	gelijk(t, "niet te laat", standen[2].TeLaat(), false)
}

func TestKiesMaatregelnummer(t *testing.T) {
	bestaand := []Maatregelnummer{{2025, 3}, {2026, 3}, {2026, 12}, {2026, 1234}}
	for s, wil := range map[string]string{"M2026-003": "M2026-003", "2026-3": "M2026-003", "m2025-3": "M2025-003", "12": "M2026-012", "m12": "M2026-012", " 1234 ": "M2026-1234"} {
		n, err := KiesMaatregelnummer(s, bestaand)
		gelijk(t, s, n.String(), wil)
		metFout(t, err, "")
	}
	for s, wil := range map[string]string{
		"3": "3 kan M2025-003 of M2026-003 zijn", "4": "er is geen maatregel met volgnummer 4", "2026-4": "maatregel M2026-004 bestaat niet",
		"K2026-0003": `"K2026-0003" is geen nummer van een maatregel`, "": `"" is geen nummer van een maatregel`,
	} {
		_, err := KiesMaatregelnummer(s, bestaand)
		metFout(t, err, wil)
	}
}
