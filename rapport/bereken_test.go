package rapport

import (
	"encoding/json"
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"

	"github.com/google/go-cmp/cmp"
)

// bouw is how tests write down facts; dates are text.
type bouw struct {
	nummer, soort, herkomst, categorie, oorzaak string
	ontvangen                                   string
	termijnen                                   []term
	dicht                                       []dicht
	heropend, geschillen, adviezen              []string
	vernietigd                                  bool
}

type term struct {
	naam               string
	ronde              int
	uiterlijk          string
	voldaan, vervallen string
	onbekend           bool
}

type dicht struct{ op, uitkomst string }

func (b bouw) feiten(t testing.TB) dossier.Feiten {
	t.Helper()
	of := func(s, anders string) string {
		if s == "" {
			return anders
		}
		return s
	}
	dagen := func(alle []string) []werkdagen.Datum {
		var uit []werkdagen.Datum
		for _, s := range alle {
			uit = append(uit, dag(t, s))
		}
		return uit
	}
	f := dossier.Feiten{
		Nummer: of(b.nummer, "K2026-0001"), Soort: dossier.Soort(of(b.soort, "klacht")),
		Categorie: of(b.categorie, "overig"), Oorzaak: b.oorzaak, Ontvangen: dag(t, b.ontvangen),
		Heropend: dagen(b.heropend), Geschillen: dagen(b.geschillen), Adviezen: dagen(b.adviezen),
		Vernietigd: b.vernietigd, Geanalyseerd: b.oorzaak != "",
	}
	f.Herkomst = dossier.Herkomst(of(b.herkomst, string(f.Soort.Herkomst())))
	for _, x := range b.termijnen {
		f.Termijnen = append(f.Termijnen, dossier.Termijnfeit{
			Naam: dossier.Termijnnaam(x.naam), Ronde: max(x.ronde, 1), Uiterlijk: dag(t, x.uiterlijk),
			VoldaanOp: dag(t, x.voldaan), VervallenOp: dag(t, x.vervallen), Onbekend: x.onbekend,
		})
	}
	for _, d := range b.dicht {
		f.Sluitingen = append(f.Sluitingen, dossier.Sluiting{Op: dag(t, d.op), Uitkomst: dossier.Uitkomst(of(d.uitkomst, "gegrond"))})
	}
	if len(f.Sluitingen) > len(f.Heropend) {
		f.BewarenTot = f.Sluitingen[len(f.Sluitingen)-1].Op.PlusJaren(2)
	}
	return f
}

// derdeKwartaal is the input of most tests: 2026-Q3, seen on 24 November 2026.
func derdeKwartaal(t testing.TB, dossiers ...bouw) Invoer {
	t.Helper()
	in := Invoer{
		Periode: tussen(t, "2026-07-01", "2026-09-30"), Vorige: tussen(t, "2026-04-01", "2026-06-30"),
		Peildatum:   dag(t, "2026-11-24"),
		Categorieen: []string{"inhoud van de cursus", "cursusleider", "overig"},
	}
	for _, b := range dossiers {
		in.Feiten = append(in.Feiten, b.feiten(t))
	}
	in.WerkdagenTeLaat = werkdagenTeLaat(t, in.Periode.Peildatum(in.Peildatum))
	return in
}

// werkdagenTeLaat counts by the calendar that holds by default.
func werkdagenTeLaat(t testing.TB, peildatum werkdagen.Datum) func(dossier.Feiten, werkdagen.Datum) int {
	t.Helper()
	kalender, err := werkdagen.NieuweKalender(werkdagen.StandaardOpties())
	if err != nil {
		t.Fatal(err)
	}
	return func(_ dossier.Feiten, uiterlijk werkdagen.Datum) int { return -kalender.Over(peildatum, uiterlijk) }
}

// velden gives o as its JSON reads.
func velden(t testing.TB, o Overzicht) map[string]any {
	t.Helper()
	b, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	var uit map[string]any
	if err := json.Unmarshal(b, &uit); err != nil {
		t.Fatal(err)
	}
	return uit
}

// controleer compares the fields that wil, in JSON, names.
func controleer(t *testing.T, o Overzicht, wil string) {
	t.Helper()
	var gewenst map[string]any
	if err := json.Unmarshal([]byte(wil), &gewenst); err != nil {
		t.Fatalf("%v in %s", err, wil)
	}
	alles := velden(t, o)
	gekregen := map[string]any{}
	for k := range gewenst {
		gekregen[k] = alles[k]
		if k == "per_maand" { // its terms have a test of their own
			gekregen[k] = beperk(gewenst[k], alles[k])
		}
	}
	if d := cmp.Diff(gewenst, gekregen); d != "" {
		t.Errorf("(-wil +kreeg)\n%s", d)
	}
}

func TestBereken(t *testing.T) {
	for _, tc := range []struct {
		naam     string
		dossiers []bouw
		wil      string
	}{
		{"niets", nil, `{"ontvangen":0,"afgehandeld":0,"open":0,"per_categorie":[],"per_oorzaak":[],"te_laat":[],"maatregelen":[],"signalen":[],
			"per_herkomst":{"extern":0,"intern":0},"per_soort":{"klacht":0,"onvolkomenheid":0},
			"per_maand":[{"maand":"2026-07","ontvangen":0,"afgehandeld":0,"open":0},{"maand":"2026-08","ontvangen":0,"afgehandeld":0,"open":0},{"maand":"2026-09","ontvangen":0,"afgehandeld":0,"open":0}],
			"bevestiging":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":0,"onbekend":0},
			"doorlooptijd_dagen":{"aantal":0,"mediaan":null,"p90":null,"max":null},
			"uitkomsten":{"gegrond":0,"deels gegrond":0,"ongegrond":0,"ingetrokken":0,"onbekend":0},"geschillen":{"geopend":0,"advies":0},
			"zonder_oorzaak":{"aantal":0,"vorige":0}}`},
		{"één dossier, open", []bouw{{ontvangen: "2026-08-10"}},
			`{"ontvangen":1,"afgehandeld":0,"open":1,"per_categorie":[{"categorie":"overig","aantal":1,"vorige":0}],"per_herkomst":{"extern":1,"intern":0},"per_soort":{"klacht":1,"onvolkomenheid":0},
			"per_maand":[{"maand":"2026-07","ontvangen":0,"afgehandeld":0,"open":0},{"maand":"2026-08","ontvangen":1,"afgehandeld":0,"open":1},{"maand":"2026-09","ontvangen":0,"afgehandeld":0,"open":1}]}`},
		{"de eerste en de laatste dag tellen mee, die ernaast niet", []bouw{
			{ontvangen: "2026-06-30"}, {ontvangen: "2026-07-01"}, {ontvangen: "2026-09-30"}, {ontvangen: "2026-10-01"}},
			`{"ontvangen":2,"open":3}`},
		{"afsluiten op de eerste en de laatste dag telt mee, ernaast niet", []bouw{
			{ontvangen: "2026-06-01", dicht: []dicht{{op: "2026-06-30"}}}, {ontvangen: "2026-06-01", dicht: []dicht{{op: "2026-07-01"}}},
			{ontvangen: "2026-06-01", dicht: []dicht{{op: "2026-09-30"}}}, {ontvangen: "2026-06-01", dicht: []dicht{{op: "2026-10-01"}}}},
			`{"ontvangen":0,"afgehandeld":2,"open":1,"uitkomsten":{"gegrond":2,"deels gegrond":0,"ongegrond":0,"ingetrokken":0,"onbekend":0},
			"doorlooptijd_dagen":{"aantal":2,"mediaan":75.5,"p90":111.9,"max":121}}`},
		{"op dezelfde dag ontvangen en afgehandeld", []bouw{{ontvangen: "2026-08-10", dicht: []dicht{{op: "2026-08-10"}}}},
			`{"ontvangen":1,"afgehandeld":1,"open":0,"doorlooptijd_dagen":{"aantal":1,"mediaan":0,"p90":0,"max":0}}`},
		{"heropend binnen de periode: de afsluiting telt niet meer", []bouw{{ontvangen: "2026-07-02", dicht: []dicht{{op: "2026-07-20"}}, heropend: []string{"2026-08-03"}}},
			`{"afgehandeld":0,"open":1,"uitkomsten":{"gegrond":0,"deels gegrond":0,"ongegrond":0,"ingetrokken":0,"onbekend":0},
			"per_maand":[{"maand":"2026-07","ontvangen":1,"afgehandeld":0,"open":0},{"maand":"2026-08","ontvangen":0,"afgehandeld":0,"open":1},{"maand":"2026-09","ontvangen":0,"afgehandeld":0,"open":1}]}`},
		{"heropend en weer afgehandeld: de laatste telt, met haar uitkomst", []bouw{{ontvangen: "2026-07-02",
			dicht: []dicht{{op: "2026-07-20", uitkomst: "ongegrond"}, {op: "2026-09-10", uitkomst: "deels gegrond"}}, heropend: []string{"2026-08-03"}}},
			`{"afgehandeld":1,"open":0,"uitkomsten":{"gegrond":0,"deels gegrond":1,"ongegrond":0,"ingetrokken":0,"onbekend":0},"doorlooptijd_dagen":{"aantal":1,"mediaan":70,"p90":70,"max":70},
			"per_maand":[{"maand":"2026-07","ontvangen":1,"afgehandeld":0,"open":0},{"maand":"2026-08","ontvangen":0,"afgehandeld":0,"open":1},{"maand":"2026-09","ontvangen":0,"afgehandeld":1,"open":0}]}`},
		{"heropend na de periode: op de peildatum stond de afsluiting nog", []bouw{{ontvangen: "2026-07-02", dicht: []dicht{{op: "2026-07-20"}}, heropend: []string{"2026-10-03"}}},
			`{"afgehandeld":1,"open":0}`},
		{"heropend en dicht op één dag", []bouw{{ontvangen: "2026-07-02", dicht: []dicht{{op: "2026-07-20"}, {op: "2026-07-20", uitkomst: "ongegrond"}}, heropend: []string{"2026-07-20"}}},
			`{"afgehandeld":1,"open":0,"uitkomsten":{"gegrond":0,"deels gegrond":0,"ongegrond":1,"ingetrokken":0,"onbekend":0}}`},
		{"de vorige periode telt zoals het op haar laatste dag was", []bouw{{ontvangen: "2026-05-02", dicht: []dicht{{op: "2026-05-20"}, {op: "2026-08-10"}}, heropend: []string{"2026-07-03"}}},
			`{"afgehandeld":1,"open":0,"vorige":{"van":"2026-04-01","tot":"2026-06-30","ontvangen":1,"afgehandeld":1,"open":0,
			"bevestiging":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":0,"onbekend":0},"voorstel":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":0,"onbekend":0},
			"afhandeling":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":0,"onbekend":0},"doorlooptijd_dagen":{"aantal":1,"mediaan":18,"p90":18,"max":18}}}`},
		{"ingetrokken: een uitkomst, de termijn vervalt", []bouw{{ontvangen: "2026-08-10", dicht: []dicht{{op: "2026-08-12", uitkomst: "ingetrokken"}}, termijnen: []term{
			{naam: "bevestiging", uiterlijk: "2026-08-17", vervallen: "2026-08-12"}, {naam: "voorstel", uiterlijk: "2026-09-07", vervallen: "2026-08-12"}}}},
			`{"uitkomsten":{"gegrond":0,"deels gegrond":0,"ongegrond":0,"ingetrokken":1,"onbekend":0},
			"bevestiging":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":1,"onbekend":0},"voorstel":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":1,"onbekend":0}}`},
		{"onbekend telt in geen percentage", []bouw{
			{ontvangen: "2026-08-10", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-09-07", onbekend: true}}},
			{ontvangen: "2026-08-10", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-09-07", voldaan: "2026-09-07"}}}},
			`{"voorstel":{"binnen":1,"te_laat":0,"open":0,"percentage":100,"vervallen":0,"onbekend":1},"te_laat":[]}`},
		{"gehaald op de laatste dag, een dag te laat, voorbij, op de laatste dag nog open", []bouw{
			{ontvangen: "2026-08-10", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-09-07", voldaan: "2026-09-07"}}},
			{ontvangen: "2026-08-10", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-09-07", voldaan: "2026-09-08"}}},
			{ontvangen: "2026-08-10", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-09-29"}}},
			{ontvangen: "2026-08-10", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-09-30"}}}},
			`{"voorstel":{"binnen":1,"te_laat":2,"open":1,"percentage":33.3,"vervallen":0,"onbekend":0},
			"te_laat":[{"nummer":"K2026-0001","termijn":"voorstel","uiterlijk":"2026-09-29","werkdagen_te_laat":1,"ronde":1}]}`},
		{"gedaan na de peildatum is nog niet gedaan", []bouw{
			{ontvangen: "2026-09-25", termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-10-02", voldaan: "2026-10-01"}}},
			{ontvangen: "2026-08-10", termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-08-17", voldaan: "2026-10-01"}}}},
			`{"bevestiging":{"binnen":0,"te_laat":1,"open":1,"percentage":0,"vervallen":0,"onbekend":0}}`},
		{"termijnen tellen over wat in de periode is ontvangen", []bouw{
			{ontvangen: "2026-06-29", termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-07-06", voldaan: "2026-07-20"}}}},
			`{"bevestiging":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":0,"onbekend":0}}`},
		{"van een heropend dossier telt de eerste ronde, en staat de tweede in te_laat", []bouw{{ontvangen: "2026-07-02", dicht: []dicht{{op: "2026-07-20"}}, heropend: []string{"2026-08-03"}, termijnen: []term{
			{naam: "voorstel", uiterlijk: "2026-07-30", voldaan: "2026-07-20"}, {naam: "voorstel", ronde: 2, uiterlijk: "2026-08-31"}}}},
			`{"voorstel":{"binnen":1,"te_laat":0,"open":0,"percentage":100,"vervallen":0,"onbekend":0},
			"te_laat":[{"nummer":"K2026-0001","termijn":"voorstel","uiterlijk":"2026-08-31","werkdagen_te_laat":22,"ronde":2}]}`},
		{"te laat gedaan staat niet in te_laat", []bouw{{ontvangen: "2026-08-10", termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-08-17", voldaan: "2026-08-20"}}}}, `{"te_laat":[]}`},
		{"wat dicht is staat niet in te_laat", []bouw{{ontvangen: "2026-08-10", dicht: []dicht{{op: "2026-09-30"}}, termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-08-17"}}}}, `{"te_laat":[]}`},
		{"in te_laat staat ook wat voor de periode is ontvangen; het oudste eerst, dan op nummer", []bouw{
			{nummer: "K2026-10000", ontvangen: "2026-09-01", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-09-28"}}},
			{nummer: "K2026-9999", ontvangen: "2026-09-01", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-09-28"}, {naam: "bevestiging", uiterlijk: "2026-09-28"}}},
			{nummer: "K2025-0003", soort: "onvolkomenheid", ontvangen: "2025-12-01", termijnen: []term{{naam: "afhandeling", uiterlijk: "2025-12-29"}}}},
			`{"te_laat":[{"nummer":"K2025-0003","termijn":"afhandeling","uiterlijk":"2025-12-29","werkdagen_te_laat":190,"ronde":1},
			{"nummer":"K2026-9999","termijn":"bevestiging","uiterlijk":"2026-09-28","werkdagen_te_laat":2,"ronde":1},
			{"nummer":"K2026-9999","termijn":"voorstel","uiterlijk":"2026-09-28","werkdagen_te_laat":2,"ronde":1},
			{"nummer":"K2026-10000","termijn":"voorstel","uiterlijk":"2026-09-28","werkdagen_te_laat":2,"ronde":1}]}`},
		{"geschillen en adviezen op hun eigen dag", []bouw{
			{ontvangen: "2026-01-10", geschillen: []string{"2026-06-30", "2026-07-01"}, adviezen: []string{"2026-09-30", "2026-10-01"}}},
			`{"ontvangen":0,"geschillen":{"geopend":1,"advies":1}}`},
		{"categorieën: aantal, dan de procedure, dan de naam; ook wat er alleen eerst was", []bouw{
			{ontvangen: "2026-07-01", categorie: "zaal"}, {ontvangen: "2026-07-01", categorie: "Boeken"}, {ontvangen: "2026-07-01", categorie: "overig"}, {ontvangen: "2026-07-01", categorie: "cursusleider"},
			{ontvangen: "2026-07-01", categorie: "zaal"}, {ontvangen: "2026-05-01", categorie: "inhoud van de cursus"}, {ontvangen: "2026-05-01", categorie: "zaal"}, {ontvangen: "2026-03-31", categorie: "ouder"}},
			`{"per_categorie":[{"categorie":"zaal","aantal":2,"vorige":1},{"categorie":"cursusleider","aantal":1,"vorige":0},{"categorie":"overig","aantal":1,"vorige":0},
			{"categorie":"Boeken","aantal":1,"vorige":0},{"categorie":"inhoud van de cursus","aantal":0,"vorige":1}]}`},
		{"oorzaken; zonder oorzaak is er geen", []bouw{
			{ontvangen: "2026-07-01", oorzaak: "planning"}, {ontvangen: "2026-07-01"}, {ontvangen: "2026-07-01"}, {ontvangen: "2026-05-01"}, {ontvangen: "2026-05-01", oorzaak: "planning"}, {ontvangen: "2026-05-01", oorzaak: "website"}},
			`{"per_oorzaak":[{"oorzaak":"planning","aantal":1,"vorige":1},{"oorzaak":"website","aantal":0,"vorige":1}],"zonder_oorzaak":{"aantal":2,"vorige":1}}`},
		{"een klacht van binnen en een onvolkomenheid van buiten", []bouw{
			{ontvangen: "2026-07-01", herkomst: "intern"}, {ontvangen: "2026-07-01", soort: "onvolkomenheid", herkomst: "extern"}, {ontvangen: "2026-07-01", soort: "onvolkomenheid"}},
			`{"per_soort":{"klacht":1,"onvolkomenheid":2},"per_herkomst":{"extern":1,"intern":2}}`},
		{"vernietigd telt als elk ander", []bouw{{vernietigd: true, ontvangen: "2026-08-10", categorie: "zaal", oorzaak: "planning", dicht: []dicht{{op: "2026-09-01", uitkomst: "ongegrond"}},
			geschillen: []string{"2026-08-20"}, termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-08-17", voldaan: "2026-08-18"}}}},
			`{"ontvangen":1,"afgehandeld":1,"per_categorie":[{"categorie":"zaal","aantal":1,"vorige":0}],"per_oorzaak":[{"oorzaak":"planning","aantal":1,"vorige":0}],
			"uitkomsten":{"gegrond":0,"deels gegrond":0,"ongegrond":1,"ingetrokken":0,"onbekend":0},"geschillen":{"geopend":1,"advies":0},
			"bevestiging":{"binnen":0,"te_laat":1,"open":0,"percentage":0,"vervallen":0,"onbekend":0},"doorlooptijd_dagen":{"aantal":1,"mediaan":22,"p90":22,"max":22}}`},
		{"doorlooptijd: mediaan en negentigste percentiel tussen twee in", []bouw{
			{ontvangen: "2026-07-01", dicht: []dicht{{op: "2026-07-11"}}}, {ontvangen: "2026-07-01", dicht: []dicht{{op: "2026-07-02"}}},
			{ontvangen: "2026-05-01", dicht: []dicht{{op: "2026-08-09"}}}, {ontvangen: "2026-07-01", dicht: []dicht{{op: "2026-07-06"}}}},
			// 1, 5, 10, 100: position 1.5 and 2.7 counted from 0.
			`{"doorlooptijd_dagen":{"aantal":4,"mediaan":7.5,"p90":73,"max":100}}`},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			controleer(t, Bereken(derdeKwartaal(t, tc.dossiers...)), tc.wil)
		})
	}
}

func TestBerekenLopendePeriode(t *testing.T) {
	in := derdeKwartaal(t,
		bouw{ontvangen: "2026-07-15", termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-07-22"}}},
		bouw{ontvangen: "2026-08-14"},
		bouw{ontvangen: "2026-08-15"},
		bouw{ontvangen: "2026-07-01", dicht: []dicht{{op: "2026-08-15"}}})
	in.Peildatum = dag(t, "2026-08-14")
	in.WerkdagenTeLaat = werkdagenTeLaat(t, in.Peildatum)
	controleer(t, Bereken(in), `{"van":"2026-07-01","tot":"2026-09-30","peildatum":"2026-08-14","ontvangen":3,"afgehandeld":0,"open":3,
		"per_maand":[{"maand":"2026-07","ontvangen":2,"afgehandeld":0,"open":2},{"maand":"2026-08","ontvangen":1,"afgehandeld":0,"open":3}],
		"te_laat":[{"nummer":"K2026-0001","termijn":"bevestiging","uiterlijk":"2026-07-22","werkdagen_te_laat":17,"ronde":1}]}`)
}

func TestTeLaatSindsVrijdagOpZondag(t *testing.T) {
	in := derdeKwartaal(t, bouw{ontvangen: "2026-08-07", termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-08-14"}}})
	in.Peildatum = dag(t, "2026-08-16")
	in.WerkdagenTeLaat = werkdagenTeLaat(t, in.Peildatum)
	controleer(t, Bereken(in), `{"te_laat":[{"nummer":"K2026-0001","termijn":"bevestiging","uiterlijk":"2026-08-14","werkdagen_te_laat":0,"ronde":1}]}`)
}

func TestBerekenMaanden(t *testing.T) {
	in := derdeKwartaal(t, bouw{ontvangen: "2025-11-20"}, bouw{ontvangen: "2025-11-19"}, bouw{ontvangen: "2026-02-03", dicht: []dicht{{op: "2026-02-03"}}}, bouw{ontvangen: "2026-02-04"})
	in.Periode = tussen(t, "2025-11-20", "2026-02-03")
	in.WerkdagenTeLaat = werkdagenTeLaat(t, in.Periode.Tot)
	controleer(t, Bereken(in), `{"per_maand":[
		{"maand":"2025-11","ontvangen":1,"afgehandeld":0,"open":2},{"maand":"2025-12","ontvangen":0,"afgehandeld":0,"open":2},
		{"maand":"2026-01","ontvangen":0,"afgehandeld":0,"open":2},{"maand":"2026-02","ontvangen":1,"afgehandeld":1,"open":2}]}`)
}

// Of a period that has yet to begin nothing can be counted, and yet it must not
// go wrong.
func TestBerekenToekomst(t *testing.T) {
	in := derdeKwartaal(t, bouw{ontvangen: "2026-05-01"})
	in.Peildatum = dag(t, "2026-06-30")
	controleer(t, Bereken(in), `{"peildatum":"2026-06-30","ontvangen":0,"afgehandeld":0,"open":1,"per_maand":[],"te_laat":[]}`)
}

func TestNamenAlleenOpVerzoek(t *testing.T) {
	in := derdeKwartaal(t, bouw{ontvangen: "2026-07-02", termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-07-09"}}})
	in.Feiten[0].Onderwerp, in.Feiten[0].Klager, in.Feiten[0].Behandelaar, in.Feiten[0].Betreft = "Boek te laat", "Kim de Wit", "Sam Bos", "Jo Vos"
	controleer(t, Bereken(in), `{"te_laat":[{"nummer":"K2026-0001","termijn":"bevestiging","uiterlijk":"2026-07-09","werkdagen_te_laat":59,"ronde":1}]}`)
	in.MetNamen = true
	controleer(t, Bereken(in), `{"te_laat":[{"nummer":"K2026-0001","termijn":"bevestiging","uiterlijk":"2026-07-09","werkdagen_te_laat":59,"ronde":1,
		"onderwerp":"Boek te laat","klager":"Kim de Wit","behandelaar":"Sam Bos"}]}`)
}

func TestUitgesplitst(t *testing.T) {
	o := Bereken(derdeKwartaal(t,
		bouw{ontvangen: "2026-07-02", termijnen: []term{{naam: "afhandeling", uiterlijk: "2026-07-30"}}},
		bouw{ontvangen: "2026-07-02", soort: "onvolkomenheid", dicht: []dicht{{op: "2026-07-30"}}, termijnen: []term{{naam: "afhandeling", uiterlijk: "2026-07-30", voldaan: "2026-07-30"}}}))
	leeg := Termijntelling{}
	getal := func(f float64) *float64 { return &f }
	achtentwintig := 28
	wil := []Uitsplitsing{
		{Herkomst: dossier.Extern, Ontvangen: 1, Open: 1, Termijntellingen: Termijntellingen{leeg, leeg, Termijntelling{TeLaat: 1, Percentage: getal(0)}}},
		{Herkomst: dossier.Intern, Ontvangen: 1, Afgehandeld: 1, Termijntellingen: Termijntellingen{leeg, leeg, Termijntelling{Binnen: 1, Percentage: getal(100)}},
			Doorlooptijd: Doorlooptijd{1, getal(28), getal(28), &achtentwintig}},
	}
	if d := cmp.Diff(wil, o.Uitgesplitst); d != "" {
		t.Errorf("(-wil +kreeg)\n%s", d)
	}
	if o.Afhandeling.Binnen != 1 || o.Afhandeling.TeLaat != 1 || *o.Afhandeling.Percentage != 50 {
		t.Errorf("afhandeling is %+v", o.Afhandeling)
	}
}
