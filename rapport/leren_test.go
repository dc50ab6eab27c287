package rapport

import (
	"fmt"
	"testing"

	"klacht/dossier"

	"github.com/google/go-cmp/cmp"
)

func TestMaatregelenVanDePeriode(t *testing.T) {
	for _, tc := range []struct {
		naam                                 string
		toestand                             dossier.Maatregeltoestand
		uitgevoerd, gecontroleerd, vervallen string
		wil                                  bool
	}{
		{"gepland", dossier.Gepland, "", "", "", true},
		{"lang geleden uitgevoerd, nog niet gecontroleerd", dossier.Uitgevoerd, "2026-02-01", "", "", true},
		{"gecontroleerd voor de periode", dossier.Gecontroleerd, "2026-02-01", "2026-06-30", "", false},
		{"gecontroleerd op de eerste dag", dossier.Gecontroleerd, "2026-02-01", "2026-07-01", "", true},
		{"gecontroleerd voor hij is uitgevoerd", dossier.Gecontroleerd, "2026-08-01", "2026-06-30", "", true},
		{"vervallen voor de periode", dossier.Vervallen, "", "", "2026-06-30", false},
		{"vervallen in de periode", dossier.Vervallen, "", "", "2026-09-30", true},
	} {
		in := derdeKwartaal(t)
		in.Maatregelen = []*dossier.Maatregelstand{{
			Maatregel: dossier.Maatregel{Nummer: dossier.Maatregelnummer{Jaar: 2026, Volg: 1}}, Peildatum: dag(t, "2026-09-30"), Toestand: tc.toestand,
			AangemaaktOp: dag(t, "2026-01-10"), UitgevoerdOp: dag(t, tc.uitgevoerd), GecontroleerdOp: dag(t, tc.gecontroleerd), VervallenOp: dag(t, tc.vervallen),
		}}
		if n := len(Bereken(in).Maatregelen); (n == 1) != tc.wil {
			t.Errorf("%s: %d maatregelen", tc.naam, n)
		}
	}
}

func TestMaatregelInHetRapport(t *testing.T) {
	in := derdeKwartaal(t, bouw{ontvangen: "2026-01-01", categorie: "zaal"})
	een, twee := dossier.Maatregelnummer{Jaar: 2026, Volg: 1}, dossier.Maatregelnummer{Jaar: 2026, Volg: 2}
	in.Maatregelen = []*dossier.Maatregelstand{
		{Maatregel: dossier.Maatregel{Nummer: twee, Omschrijving: "stoelen tellen", Soort: dossier.Preventief, Streefdatum: dag(t, "2026-10-01"), Verantwoordelijke: "Jo Vos", VervolgOp: een},
			Peildatum: dag(t, "2026-09-30"), Toestand: dossier.Gepland, AangemaaktOp: dag(t, "2026-09-02"), ControleOp: dag(t, "2026-12-01")},
		{Maatregel: dossier.Maatregel{Nummer: een, Omschrijving: "grotere zaal", Soort: dossier.Corrigerend, Categorie: "zaal", Streefdatum: dag(t, "2026-06-01"), Verantwoordelijke: "Sam Bos"},
			Peildatum: dag(t, "2026-09-30"), Toestand: dossier.Gecontroleerd, AangemaaktOp: dag(t, "2026-05-02"), UitgevoerdOp: dag(t, "2026-06-01"), ControleOp: dag(t, "2026-09-01"),
			GecontroleerdOp: dag(t, "2026-09-01"), Oordeel: dossier.NietDoeltreffend, ZelfGecontroleerd: true, Vervolg: []dossier.Maatregelnummer{twee}},
	}
	controleer(t, Bereken(in), `{"maatregelen":[
		{"nummer":"M2026-001","omschrijving":"grotere zaal","soort":"corrigerend","toestand":"gecontroleerd","categorie":"zaal","oorzaak":"","aangemaakt_op":"2026-05-02","streefdatum":"2026-06-01",
		"uitgevoerd_op":"2026-06-01","controle_op":"2026-09-01","gecontroleerd_op":"2026-09-01","oordeel":"niet doeltreffend","zelf_gecontroleerd":true,"te_laat":false,"vervolg":["M2026-002"],"vraagt_vervolg":false,
		"bewijs":{"van":"2026-03-02","uitgevoerd_op":"2026-06-01","tot":"2026-09-01","dagen":92,"ervoor":0,"erna":0,"p":null,"uitslag":"te weinig",
		"zin":"geen klachten in de 3 maanden ervoor, geen erna; te weinig om iets te zeggen","niet_geanalyseerd":0}},
		{"nummer":"M2026-002","omschrijving":"stoelen tellen","soort":"preventief","toestand":"gepland","categorie":"","oorzaak":"","aangemaakt_op":"2026-09-02","streefdatum":"2026-10-01",
		"uitgevoerd_op":null,"controle_op":"2026-12-01","gecontroleerd_op":null,"oordeel":null,"zelf_gecontroleerd":false,"te_laat":false,"vervolg_op":"M2026-001","vervolg":[],"vraagt_vervolg":false,"bewijs":null}]}`)
	in.MetNamen = true
	if m := Bereken(in).Maatregelen; m[0].Verantwoordelijke != "Sam Bos" || m[1].Verantwoordelijke != "Jo Vos" {
		t.Errorf("met namen is het %q en %q", m[0].Verantwoordelijke, m[1].Verantwoordelijke)
	}
	in.Maatregelen[1].Vervolg = nil
	if m := Bereken(in).Maatregelen; !m[0].VraagtVervolg || m[1].VraagtVervolg {
		t.Errorf("vraagt vervolg: wat niet werkte %v, wat gepland is %v", m[0].VraagtVervolg, m[1].VraagtVervolg)
	}
}

func TestOverlegInHetRapport(t *testing.T) {
	overleg := func(op, besluit string) *dossier.Overleg {
		return &dossier.Overleg{Op: dag(t, op), Besluiten: []string{besluit}}
	}
	for _, tc := range []struct {
		naam       string
		overleggen []*dossier.Overleg
		laatste    string
		wil        []string
	}{
		{"geen", nil, "", nil},
		{"het laatste", []*dossier.Overleg{overleg("2026-03-01", "een"), overleg("2026-08-01", "twee")}, "2026-08-01", []string{"twee"}},
		{"op de peildatum", []*dossier.Overleg{overleg("2026-08-01", "twee"), overleg("2026-09-30", "drie")}, "2026-09-30", []string{"drie"}},
		{"dat waar de periode op volgt, ook na een later", []*dossier.Overleg{overleg("2026-06-30", "een"), overleg("2026-08-01", "twee")}, "2026-06-30", []string{"een"}},
		{"een na de peildatum telt niet", []*dossier.Overleg{overleg("2026-03-01", "een"), overleg("2026-10-01", "twee")}, "2026-03-01", []string{"een"}},
	} {
		in := derdeKwartaal(t)
		in.Overleggen = tc.overleggen
		o := Bereken(in).Overleg
		var besluiten []string
		for _, b := range o.Besluiten {
			besluiten = append(besluiten, b.Tekst)
		}
		if d := cmp.Diff(tc.wil, besluiten); d != "" || o.Laatste != dag(t, tc.laatste) {
			t.Errorf("%s: %s (-wil +kreeg)\n%s", tc.naam, o.Laatste, d)
		}
	}
}

func TestBesluitenNoemenMaatregelen(t *testing.T) {
	nummer := func(volg int) dossier.Maatregelnummer { return dossier.Maatregelnummer{Jaar: 2026, Volg: volg} }
	in := derdeKwartaal(t)
	stand := "op tijd"
	in.Overleg = dossier.Overlegstatus{Laatste: dag(t, "2026-08-01"), Volgende: dag(t, "2026-11-01"), Stand: &stand}
	in.Overleggen = []*dossier.Overleg{{
		Op:          dag(t, "2026-08-01"),
		Besluiten:   []string{"Doen: M2026-002, (m2026-003) en M2026-002.", "Verder niets, ook XM2026-004 en M2026-0005 niet", "M2026-123456–af"},
		Maatregelen: []dossier.Maatregelnummer{nummer(1), nummer(2), nummer(4), nummer(4)},
	}}
	controleer(t, Bereken(in), `{"overleg":{"laatste":"2026-08-01","volgende":"2026-11-01","stand":"op tijd","besluiten":[
		{"tekst":"Doen: M2026-002, (m2026-003) en M2026-002.","maatregelen":["M2026-002","M2026-003"]},
		{"tekst":"Verder niets, ook XM2026-004 en M2026-0005 niet","maatregelen":[]},
		{"tekst":"M2026-123456–af","maatregelen":["M2026-123456"]}],"maatregelen":["M2026-001","M2026-004"]}}`)
}

func TestBewaarcijfers(t *testing.T) {
	gesloten := []dossier.Sluiting{{Op: dag(t, "2024-07-01"), Uitkomst: dossier.Gegrond}}
	ontvangen := dag(t, "2024-06-01")
	for _, tc := range []struct {
		naam string
		f    dossier.Feiten
		wil  Bewaarcijfers
	}{
		{"de laatste dag dat het blijft", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-09-30")}, Bewaarcijfers{}},
		{"de dag erna", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-09-29")}, Bewaarcijfers{TeVernietigen: 1}},
		{"met bewaarplicht", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-09-29"), Bewaarplicht: true}, Bewaarcijfers{Bewaarplicht: 1}},
		{"met bewaarplicht die er nog niet toe doet", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-09-30"), Bewaarplicht: true}, Bewaarcijfers{}},
		{"open", dossier.Feiten{BewarenTot: dag(t, "2026-09-29")}, Bewaarcijfers{}},
		{"onbekend", dossier.Feiten{Sluitingen: gesloten}, Bewaarcijfers{}},
		{"vernietigd op de eerste dag", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-06-29"), Vernietigd: true, VernietigdOp: dag(t, "2026-07-01")}, Bewaarcijfers{Vernietigd: 1}},
		{"vernietigd op de laatste dag", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-06-29"), Vernietigd: true, VernietigdOp: dag(t, "2026-09-30")}, Bewaarcijfers{Vernietigd: 1}},
		{"vernietigd voor de periode", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-06-29"), Vernietigd: true, VernietigdOp: dag(t, "2026-06-30")}, Bewaarcijfers{}},
		{"vernietigd na de periode: het was er nog", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-06-29"), Vernietigd: true, VernietigdOp: dag(t, "2026-10-01")}, Bewaarcijfers{TeVernietigen: 1}},
		{"vernietigd op een onbekende dag", dossier.Feiten{Sluitingen: gesloten, BewarenTot: dag(t, "2026-06-29"), Vernietigd: true}, Bewaarcijfers{}},
	} {
		in := derdeKwartaal(t)
		tc.f.Ontvangen = ontvangen
		in.Feiten = []dossier.Feiten{tc.f}
		if d := cmp.Diff(tc.wil, Bereken(in).Bewaren); d != "" {
			t.Errorf("%s (-wil +kreeg)\n%s", tc.naam, d)
		}
	}
}

func TestDossierrijen(t *testing.T) {
	in := derdeKwartaal(t,
		bouw{nummer: "K2026-10000", ontvangen: "2026-07-01"},
		bouw{nummer: "K2026-9999", ontvangen: "2026-07-01", categorie: "zaal", oorzaak: "planning", dicht: []dicht{{op: "2026-07-11", uitkomst: "ongegrond"}}, geschillen: []string{"2026-09-30"}, termijnen: []term{
			{naam: "voorstel", uiterlijk: "2026-07-29", voldaan: "2026-10-01"}, {naam: "voorstel", ronde: 2, uiterlijk: "2026-10-29"}, {naam: "bevestiging", uiterlijk: "2026-07-08", voldaan: "2026-07-02"}}},
		bouw{nummer: "K2026-0001", ontvangen: "2026-01-01", geschillen: []string{"2026-10-01"}, vernietigd: true},
		bouw{nummer: "K2026-0002", ontvangen: "2026-01-02", dicht: []dicht{{op: "2026-07-01"}}},
		bouw{nummer: "K2026-0003", ontvangen: "2026-01-03", dicht: []dicht{{op: "2026-06-30"}}},
		bouw{nummer: "K2026-0004", ontvangen: "2026-10-01"},
	)
	in.Feiten[1].OorzaakOp = dag(t, "2026-10-01")
	in.Feiten[1].Onderwerp, in.Feiten[1].Klager, in.Feiten[1].Behandelaar = "Boek te laat", "Kim de Wit", "Sam Bos"
	rijen := func() (uit []string) {
		for _, r := range Bereken(in).Dossiers {
			s := fmt.Sprint(r.Nummer, " ", r.Categorie, " ", r.Oorzaak, " ", r.Ontvangen, " ", r.Uitkomst, " ", r.Geschil, " ", r.Vernietigd, " ", r.Onderwerp, r.Klager, r.Behandelaar)
			if r.Doorlooptijd != nil {
				s += fmt.Sprint(" ", r.GeslotenOp, " na ", *r.Doorlooptijd)
			}
			for _, x := range r.Termijnen {
				s += fmt.Sprint(" ", x.Naam, " ", x.Uiterlijk, " ", x.VoldaanOp != 0, " ", x.Stand)
			}
			uit = append(uit, s)
		}
		return uit
	}
	wil := []string{
		"K2026-0001 overig  2026-01-01  false true ",
		"K2026-0002 overig  2026-01-02 gegrond false false  2026-07-01 na 180",
		"K2026-9999 zaal  2026-07-01 ongegrond true false  2026-07-11 na 10 bevestiging 2026-07-08 true gehaald voorstel 2026-07-29 false te laat",
		"K2026-10000 overig  2026-07-01  false false ",
	}
	if d := cmp.Diff(wil, rijen()); d != "" {
		t.Errorf("(-wil +kreeg)\n%s", d)
	}
	in.MetNamen = true
	wil[2] = "K2026-9999 zaal  2026-07-01 ongegrond true false Boek te laatKim de WitSam Bos 2026-07-11 na 10 bevestiging 2026-07-08 true gehaald voorstel 2026-07-29 false te laat"
	if d := cmp.Diff(wil, rijen()); d != "" {
		t.Errorf("met namen (-wil +kreeg)\n%s", d)
	}
}

// An analysis after the reference date was not known then, in either period.
func TestOorzaakDieLaterBekendWerdTeltNiet(t *testing.T) {
	in := derdeKwartaal(t, bouw{ontvangen: "2026-08-01", oorzaak: "planning"}, bouw{ontvangen: "2026-08-02", oorzaak: "website"}, bouw{ontvangen: "2026-05-02", oorzaak: "website"}, bouw{ontvangen: "2026-05-03", oorzaak: "planning"})
	for i, op := range []string{"2026-10-01", "2026-09-30", "2026-08-01", ""} {
		in.Feiten[i].OorzaakOp = dag(t, op)
	}
	controleer(t, Bereken(in), `{"per_oorzaak":[{"oorzaak":"website","aantal":1,"vorige":1},{"oorzaak":"planning","aantal":0,"vorige":1}],"zonder_oorzaak":{"aantal":1,"vorige":0}}`)
}

func TestTermijnenPerMaand(t *testing.T) {
	in := derdeKwartaal(t,
		bouw{ontvangen: "2026-07-01", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-07-29", voldaan: "2026-07-29"}, {naam: "voorstel", ronde: 2, uiterlijk: "2026-08-29"}}},
		bouw{ontvangen: "2026-07-31", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-08-28", voldaan: "2026-08-29"}}},
		bouw{ontvangen: "2026-06-30", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-07-28"}}},
		bouw{ontvangen: "2026-09-20", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-10-18", voldaan: "2026-10-01"}, {naam: "bevestiging", uiterlijk: "2026-09-25", vervallen: "2026-09-21"}}},
		bouw{ontvangen: "2026-10-01", termijnen: []term{{naam: "voorstel", uiterlijk: "2026-10-29"}}})
	controleer(t, Bereken(in), `{"per_maand":[
		{"maand":"2026-07","voorstel":{"binnen":1,"te_laat":1,"open":0,"percentage":50,"vervallen":0,"onbekend":0},"bevestiging":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":0,"onbekend":0}},
		{"maand":"2026-08","voorstel":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":0,"onbekend":0},"bevestiging":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":0,"onbekend":0}},
		{"maand":"2026-09","voorstel":{"binnen":0,"te_laat":0,"open":1,"percentage":null,"vervallen":0,"onbekend":0},"bevestiging":{"binnen":0,"te_laat":0,"open":0,"percentage":null,"vervallen":1,"onbekend":0}}]}`)
}
