package dossier

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// status gives the rows of the status of some dossiers, a line each.
func statusVan(t *testing.T, dag string, binnenkort int, klachten ...*Klacht) (Status, []string) {
	t.Helper()
	var ds []*Dossier
	for _, k := range klachten {
		if d := op(t, k, dag); d != nil {
			ds = append(ds, d)
		}
	}
	s := Overzie(Statusinvoer{Dossiers: ds, Peildatum: datum(dag), Binnenkort: binnenkort})
	var regels []string
	for _, r := range s.Regels {
		termijn, over := "-", "-"
		if r.Termijn != nil {
			termijn = *r.Termijn
		}
		if r.WerkdagenOver != nil {
			over = fmt.Sprint(*r.WerkdagenOver)
		}
		regels = append(regels, strings.Join([]string{r.Nummer, termijn, r.Uiterlijk.String(), over, string(r.Stand)}, " "))
	}
	return s, regels
}

func genummerd(k *Klacht, volg int) *Klacht {
	k.Nummer.Volg = volg
	return k
}

// A message that was filed by itself must not go unseen until somebody happens to look.
func TestStatusNoemtPostDieNiemandZag(t *testing.T) {
	vastgelegd := func(k *Klacht, momenten ...string) *Klacht {
		for i, m := range momenten {
			k.Verloop[i].Vastgelegd = tijdstip(m)
		}
		return k
	}
	const ma, di, wo = "2026-11-23T09:00:00+01:00", "2026-11-24T09:00:00+01:00", "2026-11-25T09:00:00+01:00"
	for _, tt := range []struct {
		naam string
		k    *Klacht
		wil  []NieuwBericht
	}{
		{"zonder berichten", vastgelegd(externeKlacht(t, "2026-11-23 ontvangen"), ma), []NieuwBericht{}},
		{"na de ontvangst", vastgelegd(externeKlacht(t, "2026-11-23 ontvangen", "2026-11-24 bericht-in"), ma, di), []NieuwBericht{{Op: tijdstip("2026-11-24"), Aantal: 1}}},
		{"twee", vastgelegd(externeKlacht(t, "2026-11-23 ontvangen", "2026-11-24 bericht-in", "2026-11-25 bericht-in"), ma, di, wo), []NieuwBericht{{Op: tijdstip("2026-11-24"), Aantal: 2}}},
		{"daarna is er iets vastgelegd", vastgelegd(externeKlacht(t, "2026-11-23 ontvangen", "2026-11-24 bericht-in", "2026-11-24 notitie"), ma, di, wo), []NieuwBericht{}},
		{"vastgelegd van daarvoor", vastgelegd(externeKlacht(t, "2026-11-23 ontvangen", "2026-11-23 notitie", "2026-11-24 bericht-in"), ma, wo, di), []NieuwBericht{}},
		{"ook als het dossier dicht is", vastgelegd(externeKlacht(t, "2026-11-23 ontvangen", "2026-11-23 afgehandeld", "2026-11-25 bericht-in"), ma, di, wo), []NieuwBericht{{Op: tijdstip("2026-11-25"), Aantal: 1}}},
		{"met de hand zonder moment", vastgelegd(externeKlacht(t, "2026-11-23 ontvangen", "2026-11-24 bericht-in"), ma), []NieuwBericht{}},
	} {
		for i := range tt.wil {
			tt.wil[i].Nummer, tt.wil[i].Onderwerp = tt.k.Nummer, tt.k.Onderwerp
		}
		s, _ := statusVan(t, "2026-11-27", 3, tt.k)
		gelijk(t, tt.naam, s.NieuwePost, tt.wil)
	}
}

func TestStatus(t *testing.T) {
	klachten := []*Klacht{
		genummerd(externeKlacht(t, "2026-11-23 ontvangen"), 12),                                                 // both terms open
		genummerd(externeKlacht(t, "2026-11-23 ontvangen"), 9999),                                               // the same days
		genummerd(externeKlacht(t, "2026-11-23 ontvangen"), 10000),                                              // a longer number, a later one
		genummerd(externeKlacht(t, "2026-11-16 ontvangen"), 8),                                                  // confirmation due today
		genummerd(externeKlacht(t, "2026-10-19 ontvangen", "2026-10-20 bevestigd"), 3),                          // proposal late
		genummerd(externeKlacht(t, "2026-10-01 ontvangen"), 2),                                                  // both late
		genummerd(externeKlacht(t, "2026-11-02 ontvangen", "2026-11-03 voorstel"), 5),                           // waits for the reaction
		genummerd(externeKlacht(t, "2026-11-02 ontvangen", "2026-11-03 voorstel", "2026-11-06 afgehandeld"), 6), // done
		genummerd(externeKlacht(t, "2023-11-02 ontvangen", "2023-11-06 afgehandeld uitkomst=ingetrokken"), 1),   // to be destroyed
		genummerd(externeKlacht(t, "2026-10-29 ontvangen", "2026-10-30 bevestigd"), 4),                          // proposal due on Thursday
		genummerd(interneKlacht(t, "2026-10-30 ontvangen"), 7),                                                  // improvement due on Friday
		genummerd(externeKlacht(t, "2026-11-24 ontvangen"), 13),                                                 // not yet there
	}
	s, regels := statusVan(t, "2026-11-23", 3, klachten...)
	gelijk(t, "regels", regels, []string{
		"K2026-0002 bevestiging 2026-10-08 -32 te laat",
		"K2026-0002 voorstel 2026-10-29 -17 te laat",
		"K2026-0003 voorstel 2026-11-16 -5 te laat",
		"K2026-0008 bevestiging 2026-11-23 0 vandaag",
		"K2026-0004 voorstel 2026-11-26 3 binnenkort",
		"K2026-0007 afhandeling 2026-11-27 4 op tijd",
		"K2026-0012 bevestiging 2026-11-30 5 op tijd",
		"K2026-9999 bevestiging 2026-11-30 5 op tijd",
		"K2026-10000 bevestiging 2026-11-30 5 op tijd",
		"K2026-0008 voorstel 2026-12-14 15 op tijd",
		"K2026-0012 voorstel 2026-12-21 20 op tijd",
		"K2026-9999 voorstel 2026-12-21 20 op tijd",
		"K2026-10000 voorstel 2026-12-21 20 op tijd",
		"K2026-0005 -  - op tijd",
	})
	gelijk(t, "open", s.Open, 9)
	gelijk(t, "te laat telt dossiers", s.TeLaat, 2)
	gelijk(t, "te vernietigen", s.TeVernietigen, 1)

	slices.Reverse(klachten)
	_, andersom := statusVan(t, "2026-11-23", 3, klachten...)
	gelijk(t, "in welke volgorde zij ook gelezen zijn", andersom, regels)
}

func TestStatusBinnenkort(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-24 verlengd tot=2026-12-20") // a Sunday
	for _, tt := range []struct {
		dag        string
		binnenkort int
		wil        Urgentie
	}{
		{"2026-12-14", 3, UrgentOpTijd}, // four working days left
		{"2026-12-15", 3, UrgentBinnenkort},
		{"2026-12-14", 4, UrgentBinnenkort},
		{"2026-12-18", 0, UrgentBinnenkort}, // none left, and not yet the day itself
		{"2026-12-17", 0, UrgentOpTijd},
		{"2026-12-20", 0, UrgentVandaag},
		{"2026-12-21", 9, UrgentTeLaat},
	} {
		s, _ := statusVan(t, tt.dag, tt.binnenkort, k)
		i := slices.IndexFunc(s.Regels, func(r Statusregel) bool { return *r.Termijn == string(TermijnVoorstel) })
		gelijk(t, fmt.Sprint(tt.dag, tt.binnenkort), s.Regels[i].Stand, tt.wil)
	}
}

func TestStatusJSON(t *testing.T) {
	s, _ := statusVan(t, "2026-11-23", 3, externeKlacht(t, "2026-11-02 ontvangen", "2026-11-03 voorstel"))
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "json", string(b), `{"peildatum":"2026-11-23","open":1,"te_laat":0,"regels":[`+
		`{"nummer":"K2026-0007","onderwerp":"Lokaal te klein","categorie":"overig","toestand":"voorgesteld","termijn":null,"uiterlijk":null,"laatste_werkdag":null,`+
		`"werkdagen_over":null,"stand":"op tijd","behandelaar":"","volgende":"klacht analyse K2026-0007 --oorzaak …"}],`+
		`"maatregelen":[],"overleg":{"laatste":null,"volgende":null,"stand":null},"te_vernietigen":0,"inkomend":{"aantal":0,"oudste":null,"te_laat":0},"nieuwe_post":[],"verzendingen":[]}`)
	leeg, err := json.Marshal(Overzie(Statusinvoer{Peildatum: datum("2026-11-23"), Binnenkort: 3}))
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "leeg", string(leeg), `{"peildatum":"2026-11-23","open":0,"te_laat":0,"regels":[],"maatregelen":[],"overleg":{"laatste":null,"volgende":null,"stand":null},"te_vernietigen":0,"inkomend":{"aantal":0,"oudste":null,"te_laat":0},"nieuwe_post":[],"verzendingen":[]}`)
}

func TestStatusVraagtNaarVerzendingen(t *testing.T) {
	dicht := externeKlacht(t, "2026-11-02 ontvangen", "2026-11-03 voorstel", "2026-11-04 afgehandeld")
	v := eenBrief()
	v.Nummer, v.Op = dicht.Nummer, tijdstip("2026-11-10T12:00:00+01:00")
	dicht.Verzending = &v
	s, _ := statusVan(t, "2026-11-09", 3, dicht)
	if len(s.Verzendingen) != 0 || s.IetsTeLaat() {
		t.Errorf("%+v", s.Verzendingen)
	}
	s, _ = statusVan(t, "2026-11-10", 3, dicht)
	if len(s.Verzendingen) != 1 || s.Open != 0 || !s.IetsTeLaat() {
		t.Errorf("%+v", s)
	}
	b, err := json.Marshal(s.Verzendingen)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "json", string(b), `[{"nummer":"K2026-0007","sjabloon":"ontvangstbevestiging","wat":"bevestigd","aan":"e.bakker@example.nl","onderwerp":"Ontvangen [K2026-0007]",`+
		`"bericht_id":"klacht.1@example.nl","op":"2026-11-10T12:00:00+01:00","door":"","server":"mail.example.nl","antwoord":""}]`)
}
