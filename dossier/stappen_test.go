package dossier

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// toets judges a new event in k, recorded on day vandaag.
func toets(t testing.TB, p *Procedure, k *Klacht, stap, vandaag string, toch bool) (Gebeurtenis, error) {
	t.Helper()
	return NieuweRegels(p).Toets(k, eenGebeurtenis(stap), datum(vandaag), toch)
}

func TestToets(t *testing.T) {
	bevestigd := []string{"2026-11-20T16:40 ontvangen", "2026-11-24 bevestigd"}
	voorgesteld := append(slices.Clone(bevestigd), "2026-11-26 voorstel")
	afgehandeld := append(slices.Clone(voorgesteld), "2026-11-27 afgehandeld")
	const toch = "ging het echt zo, voeg dan --toch toe"
	for _, tt := range []struct {
		naam      string
		regels    []string
		stap      string // recorded on Monday 30 November
		fout, tip string
		metToch   string // what --toch can't answer for: the message with it
	}{
		{"wat mag", bevestigd, "2026-11-30 voorstel", "", "", ""},
		{"tweede bevestiging", bevestigd, "2026-11-30 bevestigd",
			"K2026-0007 is al bevestigd op di 24 november 2026",
			"nu kan: analyse, voorstel, opschort, verleng of sluit --uitkomst ingetrokken; " + toch, ""},
		{"reactie zonder voorstel", bevestigd, "2026-11-30 akkoord",
			"K2026-0007 heeft nog geen voorstel: een reactie kan pas daarna",
			"nu kan: analyse, voorstel, opschort, verleng of sluit --uitkomst ingetrokken; " + toch, ""},
		{"sluiten zonder voorstel", bevestigd, "2026-11-30 afgehandeld",
			"K2026-0007 heeft nog geen voorstel: sluiten kan na een voorstel, of als de klacht is ingetrokken",
			"nu kan: analyse, voorstel, opschort, verleng of sluit --uitkomst ingetrokken; " + toch, ""},
		{"na afhandeling", afgehandeld, "2026-11-30 analyse",
			"K2026-0007 is al afgehandeld op vr 27 november 2026", "nu kan: heropen; " + toch, ""},
		{"in de toekomst", bevestigd, "2026-12-01 notitie",
			"di 1 december 2026 ligt in de toekomst", "leg vast wat gebeurd is, op de dag zelf of daarna",
			"di 1 december 2026 ligt in de toekomst"},
		{"voor de ontvangst", bevestigd, "2026-11-19 notitie",
			"K2026-0007 is pas ontvangen op vr 20 november 2026; do 19 november 2026 ligt daarvoor",
			"klopt de dag van ontvangst niet, verbeter die dan met: klacht wijzig K2026-0007 --ontvangen DATUM",
			"K2026-0007 is pas ontvangen op vr 20 november 2026; do 19 november 2026 ligt daarvoor"},
		{"eerder op de dag van ontvangst", bevestigd, "2026-11-20T10:00 notitie",
			"K2026-0007 is pas ontvangen op vr 20 november 2026 16:40", toch, ""},
		{"dezelfde dag zonder tijd", bevestigd, "2026-11-20 notitie", "", "", ""},
		{"teruggedateerd, toen kon het wel", voorgesteld, "2026-11-25 analyse", "", "", ""},
		{"teruggedateerd, toen kon het niet", voorgesteld, "2026-11-25 akkoord",
			"K2026-0007 heeft nog geen voorstel: een reactie kan pas daarna",
			"op wo 25 november 2026 kon: analyse, voorstel, opschort, verleng of sluit --uitkomst ingetrokken; " + toch, ""},
		{"teruggedateerd, maakt een latere stap onmogelijk", bevestigd, "2026-11-23 bevestigd",
			"bevestigd op ma 23 november 2026 past niet in het verloop van K2026-0007: bevestigd op di 24 november 2026 zou daarna niet kunnen, want het dossier is al bevestigd op ma 23 november 2026",
			"controleer de dag bij --op; " + toch, ""},
		{"sluiten voor wat daarna nog gebeurde", voorgesteld, "2026-11-25 afgehandeld uitkomst=ingetrokken",
			"afgehandeld op wo 25 november 2026 past niet in het verloop van K2026-0007: voorstel op do 26 november 2026 zou daarna niet kunnen, want het dossier is al afgehandeld op wo 25 november 2026",
			"controleer de dag bij --op; " + toch, ""},
		{"een notitie staat nooit in de weg", afgehandeld, "2026-11-23 notitie", "", "", ""},
		{"zonder wat erbij hoort", bevestigd, "2026-11-30 analyse oorzaak=",
			"bij analyse ontbreekt oorzaak", "geef --oorzaak", "bij analyse ontbreekt oorzaak"},
		{"opschorten zonder datum", bevestigd, "2026-11-30 opgeschort",
			"bij opgeschort ontbreekt tot", "geef --tot", "bij opgeschort ontbreekt tot"},
		{"opschorten zonder reden", bevestigd, "2026-11-30 opgeschort tot=2026-12-04 reden=_",
			"bij opgeschort ontbreekt reden", "geef --reden", "bij opgeschort ontbreekt reden"},
		{"opschorten tot de dag zelf", bevestigd, "2026-11-30 opgeschort tot=2026-11-30",
			"ma 30 november 2026 ligt niet na het verzoek van ma 30 november 2026", "opschorten telt vanaf de dag na het verzoek",
			"ma 30 november 2026 ligt niet na het verzoek van ma 30 november 2026"},
		{"verlengen zonder reden", bevestigd, "2026-11-30 verlengd met=1_week reden=",
			"bij verlengd ontbreekt reden", "geef --reden", "bij verlengd ontbreekt reden"},
		{"verlengen met niets", bevestigd, "2026-11-30 verlengd",
			"bij verlengd hoort een datum of een termijn", "geef --tot of --met", "bij verlengd hoort een datum of een termijn"},
		{"verlengen met beide", bevestigd, "2026-11-30 verlengd met=1_week tot=2026-12-31",
			"bij verlengd hoort een datum of een termijn", "geef --tot of --met", "bij verlengd hoort een datum of een termijn"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			k := externeKlacht(t, tt.regels...)
			g, err := toets(t, rezulto(t), k, tt.stap, "2026-11-30", false)
			metFout(t, err, tt.fout)
			gelijk(t, "tip", tipVan(err), tt.tip)
			gelijk(t, "zonder toch", g.Toch, false)
			g, err = toets(t, rezulto(t), k, tt.stap, "2026-11-30", true)
			metFout(t, err, tt.metToch)
			gelijk(t, "toch staat er alleen bij wat buiten de volgorde is", g.Toch, tt.fout != "" && tt.metToch == "")
		})
	}
}

// An event out of order that was recorded with --toch does not make the next
// one out of order, and is remarked on.
func TestBuitenDeVolgorde(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-23 afgehandeld toch", "2026-11-24 analyse toch")
	d := op(t, k, "2026-11-30")
	gelijk(t, "toestand", d.Toestand, Afgehandeld)
	gelijk(t, "opmerkingen", d.Opmerkingen, []string{
		"afgehandeld op ma 23 november 2026 staat buiten de volgorde, zo vastgelegd door Sanne: het dossier heeft nog geen voorstel: sluiten kan na een voorstel, of als de klacht is ingetrokken",
		"analyse op di 24 november 2026 staat buiten de volgorde, zo vastgelegd door Sanne: het dossier is al afgehandeld op ma 23 november 2026",
	})
	if _, err := toets(t, rezulto(t), k, "2026-11-30 notitie", "2026-11-30", false); err != nil {
		t.Error(err)
	}
}

func TestVerlengen(t *testing.T) {
	bevestigd := []string{"2026-11-20 ontvangen", "2026-11-24 bevestigd"} // the proposal is due on Friday 18 December
	for _, tt := range []struct {
		naam, procedure string
		regels          []string
		stap, vandaag   string
		fout, tip       string
	}{
		{"op tijd", "", bevestigd, "2026-12-18 verlengd tot=2027-01-15", "2026-12-18", "", ""},
		{"een dag te laat", "", bevestigd, "2026-12-19 verlengd tot=2027-01-15", "2026-12-19",
			"de termijn \"voorstel\" van K2026-0007 is al verstreken op vr 18 december 2026; verlengen kan alleen daarvoor",
			"de termijn is gemist en telt als te laat; laat de klager weten wanneer hij wel iets hoort"},
		{"een dag te laat, teruggedateerd", "", bevestigd, "2026-12-18 verlengd tot=2027-01-15", "2026-12-19",
			"de termijn \"voorstel\" van K2026-0007 is al verstreken op vr 18 december 2026; verlengen kan alleen daarvoor",
			"de termijn is gemist en telt als te laat; laat de klager weten wanneer hij wel iets hoort"},
		{"na opschorting is er langer tijd voor", "", append(slices.Clone(bevestigd), "2026-12-01 opgeschort tot=2026-12-08"), "2026-12-22 verlengd tot=2027-01-15", "2026-12-22", "", ""},
		{"een eerdere dag", "", bevestigd, "2026-12-01 verlengd tot=2026-12-18", "2026-12-01",
			"dat is geen verlenging: de termijn loopt al tot en met vr 18 december 2026", "geef een latere dag"},
		{"na het voorstel", "", append(slices.Clone(bevestigd), "2026-11-26 voorstel"), "2026-12-01 verlengd tot=2027-01-15", "2026-12-01",
			"bij K2026-0007 loopt geen termijn die verlengd kan worden", ""},
		{"mag niet", "verlengen: nee\n", bevestigd, "2026-12-01 verlengd tot=2027-01-15", "2026-12-01",
			"verlengen kan niet volgens procedure.yaml (verlengen: nee)", ""},
		{"ten hoogste 4 weken: tot en met 15 januari", "verlengen: 4 weken\n", bevestigd, "2026-12-01 verlengd tot=2027-01-15", "2026-12-01", "", ""},
		{"een dag meer", "verlengen: 4 weken\n", bevestigd, "2026-12-01 verlengd tot=2027-01-16", "2026-12-01",
			"volgens procedure.yaml kan ten hoogste 4 weken verlengd worden: tot en met vr 15 januari 2027", ""},
		{"in twee keer meer dan mag", "verlengen: 4 weken\n", append(slices.Clone(bevestigd), "2026-11-25 verlengd met=3_weken"), "2026-12-01 verlengd met=2_weken", "2026-12-01",
			"volgens procedure.yaml kan ten hoogste 4 weken verlengd worden: tot en met vr 15 januari 2027", ""},
		{"opschorting komt er bovenop", "verlengen: 4 weken\n", append(slices.Clone(bevestigd), "2026-11-25 opgeschort tot=2026-12-02"), "2026-12-03 verlengd tot=2027-01-22", "2026-12-03", "", ""},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			p := procedureVan(t, tt.procedure+"profiel: rezulto\n")
			g, err := toets(t, p, externeKlacht(t, tt.regels...), tt.stap, tt.vandaag, false)
			metFout(t, err, tt.fout)
			gelijk(t, "tip", tipVan(err), tt.tip)
			if tt.fout == "" {
				gelijk(t, "termijn", g.Termijn, TermijnVoorstel)
			}
		})
	}
}

// What was missed stays missed: no --toch mends it.
func TestVerlengenNaAfloopOokNietMetToch(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen")
	if _, err := toets(t, rezulto(t), k, "2026-12-19 verlengd met=1_week", "2026-12-19", true); err == nil {
		t.Error("verlengd")
	}
}

func TestOpschortenMagNiet(t *testing.T) {
	p := procedureVan(t, "opschorten: nee\nverlengen: nee\n")
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-24 bevestigd")
	_, err := toets(t, p, k, "2026-11-25 opgeschort tot=2026-12-08", "2026-11-25", true)
	metFout(t, err, "opschorten kan niet volgens procedure.yaml (opschorten: nee)")
	_, err = toets(t, p, k, "2026-11-25 akkoord", "2026-11-25", false)
	gelijk(t, "tip noemt het dan ook niet", tipVan(err), "nu kan: analyse, voorstel of sluit --uitkomst ingetrokken; ging het echt zo, voeg dan --toch toe")
}

func TestWijzigingVoorEenLatereWijziging(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-25 gewijzigd veld=onderwerp van=Een naar=Twee")
	_, err := toets(t, rezulto(t), k, "2026-11-24 gewijzigd veld=onderwerp van=Twee naar=Drie", "2026-11-26", true)
	metFout(t, err, "onderwerp van K2026-0007 is op wo 25 november 2026 al gewijzigd; een wijziging van di 24 november 2026 komt daarvoor")
	for _, mag := range []string{"2026-11-25 gewijzigd veld=onderwerp van=Twee naar=Drie", "2026-11-24 gewijzigd veld=cursus van= naar=Excel"} {
		if _, err := toets(t, rezulto(t), k, mag, "2026-11-26", false); err != nil {
			t.Errorf("%s: %v", mag, err)
		}
	}
}

// What was recorded step by step without --toch is in order when it is read
// again, and no missed deadline was ever mended.
func TestWatMagIsInOrde(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	rapid.Check(t, func(t *rapid.T) {
		voorstel := willekeurig(t)
		k := *voorstel
		k.Verloop = voorstel.Verloop[:1]
		vandaag := k.Verloop[0].Op.Dag
		for _, g := range opVolgorde(voorstel.Verloop)[1:] {
			if g.Wat == WatOngedaan {
				continue
			}
			vandaag = max(vandaag, g.Op.Dag)
			voor, err := regels.Beoordeel(&k, vandaag)
			if err != nil {
				t.Fatal(err)
			}
			if g, err = regels.Toets(&k, g, vandaag, false); err != nil {
				continue
			}
			k.Verloop = append(k.Verloop, g)
			na, err := regels.Beoordeel(&k, vandaag)
			if err != nil {
				t.Fatal(err)
			}
			for i, was := range voor.Termijnen {
				if was.Stand == StandTeLaat && na.Termijnen[i].Stand != StandTeLaat {
					t.Fatalf("%s op %s maakt %s van %s", g.Wat, g.Op, na.Termijnen[i].Stand, was.Stand)
				}
			}
		}
		telt := opVolgorde(tellend(k.Verloop))
		if _, bezwaren := doorloop(&k, telt); len(bezwaren) > 0 {
			t.Fatal(bezwaren)
		}
	})
}

// A record that can't be judged any more could not be shown either.
func TestGeenStapDieHetDossierOnleesbaarMaakt(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen")
	_, err := NieuweRegels(rezulto(t)).Toets(k, eenGebeurtenis("2026-11-24 opgeschort tot=2299-12-31"), datum("2026-11-24"), false)
	if err == nil || !strings.Contains(err.Error(), "valt buiten") {
		t.Errorf("kreeg %v", err)
	}
}

func TestOngedaanVanWaarEenStapOpRust(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-23 voorstel", "2026-11-24 akkoord")
	_, err := NieuweRegels(rezulto(t)).Toets(k, eenGebeurtenis("2026-11-25 ongedaan gebeurtenis=e2"), datum("2026-11-25"), false)
	if err == nil || !strings.Contains(err.Error(), "akkoord op di 24 november 2026") {
		t.Errorf("kreeg %v", err)
	}
}
