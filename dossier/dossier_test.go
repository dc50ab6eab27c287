package dossier

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"klacht/werkdagen"
)

func TestNogNietOntvangen(t *testing.T) {
	k := externeKlacht(t, "2026-11-20T16:40 ontvangen")
	if d := op(t, k, "2026-11-19"); d != nil {
		t.Errorf("op de dag ervoor: %v", d.Toestand)
	}
	if d := op(t, k, "2026-11-20"); d == nil {
		t.Error("op de dag zelf niets")
	}
}

func TestOntvangstNaarLaterVerbeterd(t *testing.T) {
	k := externeKlacht(t, "2026-11-09 ontvangen", "2026-11-11 gewijzigd veld=ontvangen van=2026-11-09 naar=2026-11-13")
	for dag, wil := range map[string]bool{"2026-11-08": false, "2026-11-10": true, "2026-11-11": false, "2026-11-12": false, "2026-11-13": true} {
		gelijk(t, dag, op(t, k, dag) != nil, wil)
	}
}

func TestOpgeschortTotEnMetDeLaatsteDag(t *testing.T) {
	k := externeKlacht(t, "2026-11-09 ontvangen", "2026-11-10 opgeschort tot=2026-11-20")
	for dag, wil := range map[string]bool{"2026-11-09": false, "2026-11-10": true, "2026-11-20": true, "2026-11-21": false} {
		gelijk(t, dag, op(t, k, dag).Opgeschort != nil, wil)
	}
}

func TestOpmerkingOverLangeOpschorting(t *testing.T) {
	for _, tt := range []struct {
		naam   string
		regels []string
		wil    []string
	}{
		{"28 dagen is niet lang", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-12-21"}, nil},
		{"29 dagen wel", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-12-22"}, []string{"opgeschort op ma 23 november 2026: 29 dagen is langer dan 28"}},
		{"het antwoord kwam eerder", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-12-31", "2026-11-24 hervat"}, nil},
		{"een verlenging die te laat kwam", []string{"2026-10-20 ontvangen", "2026-11-24 verlengd met=1_week"}, []string{"verlengd op di 24 november 2026 telt niet: er liep toen geen termijn meer die kon verschuiven"}},
		{"een opschorting die te laat kwam", []string{"2026-10-20 ontvangen", "2026-11-24 opgeschort tot=2026-11-30"}, []string{"opgeschort op di 24 november 2026 telt niet: er liep toen geen termijn meer die kon verschuiven"}},
		{"een opschorting terwijl er niets meer te beloven is", []string{"2026-10-20 ontvangen", "2026-10-21 voorstel", "2026-11-24 opgeschort tot=2026-11-30"}, nil},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			gelijk(t, "opmerkingen", op(t, externeKlacht(t, tt.regels...), "2026-11-30").Opmerkingen, tt.wil)
		})
	}
}

func TestOorzaakIsVanDeLaatsteAnalyse(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-25 analyse oorzaak=techniek", "2026-11-23 analyse oorzaak=planning")
	gelijk(t, "nu", op(t, k, "2026-11-30").Oorzaak, "techniek")
	gelijk(t, "toen", op(t, k, "2026-11-24").Oorzaak, "planning")
	d := op(t, k, "2026-11-22")
	gelijk(t, "ervoor", d.Oorzaak, "")
	gelijk(t, "geanalyseerd", d.Geanalyseerd(), false)
}

func TestLaatstVastgelegdIsHetEindeVanHetBestand(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-25 bevestigd", "2026-11-23 analyse")
	gelijk(t, "wat", op(t, k, "2026-11-30").LaatstVastgelegd().Wat, WatAnalyse)
}

func TestOngedaanInHetDossier(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-23 voorstel", "2026-11-25 ongedaan gebeurtenis=e2")
	d := op(t, k, "2026-11-30")
	gelijk(t, "toestand", d.Toestand, Ontvangen)
	gelijk(t, "ongedaan", d.IsOngedaan("e2"), true)
	gelijk(t, "blijft in het verloop", len(d.Verloop), 3)
	gelijk(t, "op de dag ervoor nog niet", op(t, k, "2026-11-24").Toestand, Voorgesteld)
}

// willekeurig makes a record with some history, in any order, from the last
// months of 2026 on.
func willekeurig(t *rapid.T) *Klacht {
	h := rapid.SampledFrom(Herkomsten()).Draw(t, "herkomst")
	k := &Klacht{Nummer: Nummer{2026, 7}, ID: "zcqsqhgmqj22xlr7", Soort: SoortKlacht, Herkomst: h, Onderwerp: "o0", Categorie: "overig"}
	k.Beloofd.Opties = werkdagen.StandaardOpties()
	k.Beloofd.Opties.Verlenging = rapid.SampledFrom([]werkdagen.Verlenging{werkdagen.VerlengingGeen, werkdagen.VerlengingATW}).Draw(t, "verlenging")
	for _, b := range []Termijnbelofte{
		{TermijnBevestiging, werkdagen.Termijn{Aantal: 5, Eenheid: werkdagen.Werkdagen}},
		{TermijnVoorstel, werkdagen.Termijn{Aantal: 4, Eenheid: werkdagen.Weken}},
		{TermijnAfhandeling, werkdagen.Termijn{Aantal: 6, Eenheid: werkdagen.Weken}},
	} {
		if rapid.Bool().Draw(t, string(b.Naam)) {
			k.Beloofd.Termijnen = append(k.Beloofd.Termijnen, b)
		}
	}
	begin := datum("2026-10-01")
	k.Verloop = gebeurd(begin.String() + " ontvangen")
	soorten := []string{
		"bevestigd", "notitie", "notitie reactie=geen", "analyse oorzaak=planning", "analyse oorzaak=techniek", "opgeschort", "hervat", "verlengd met=1_week",
		"verlengd tot", "voorstel", "akkoord", "niet-akkoord", "geschil", "advies", "afgehandeld", "afgehandeld uitkomst=ingetrokken",
		"heropend", "bewaarplicht", "bewaarplicht-opgeheven", "gewijzigd", "ongedaan",
	}
	for i := range rapid.IntRange(0, 12).Draw(t, "aantal") {
		soort := rapid.SampledFrom(soorten).Draw(t, "soort")
		dag := begin + werkdagen.Datum(rapid.IntRange(0, 90).Draw(t, "dag"))
		tot := dag + werkdagen.Datum(rapid.IntRange(1, 40).Draw(t, "tot"))
		regel := dag.String()
		if rapid.Bool().Draw(t, "moment") {
			regel += fmt.Sprintf("T%02d:00", rapid.IntRange(0, 23).Draw(t, "uur"))
		}
		switch soort {
		case "opgeschort":
			regel += " opgeschort tot=" + tot.String()
		case "verlengd tot":
			regel += " verlengd tot=" + tot.String()
		case "gewijzigd":
			// As Toets has it: never before a later change of the same field.
			laatste := dag
			for _, g := range k.Verloop {
				if g.Wat == WatGewijzigd {
					laatste = max(laatste, g.Op.Dag+1)
				}
			}
			regel = fmt.Sprintf("%s gewijzigd veld=onderwerp van=%s naar=o%d", laatste, k.Onderwerp, i+1)
			k.Onderwerp = fmt.Sprintf("o%d", i+1)
		case "ongedaan":
			// Anything but the receipt, or a change, whose undoing would have to restore the field.
			doel := &k.Verloop[rapid.IntRange(0, len(k.Verloop)-1).Draw(t, "doel")]
			if doel.Wat == WatOntvangen || doel.Wat == WatGewijzigd || doel.Wat == WatOngedaan {
				continue
			}
			regel += " ongedaan gebeurtenis=" + doel.ID
		default:
			regel += " " + soort
		}
		g := eenGebeurtenis(regel)
		g.ID = fmt.Sprintf("e%d", len(k.Verloop)+1)
		k.Verloop = append(k.Verloop, g)
	}
	return k
}

// Any past report can be made again: the dossier as of a day is what a record
// gives that ended on that day, with its fields as they then were.
func TestAlsOpIsHetDossierVanToen(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	rapid.Check(t, func(t *rapid.T) {
		k := willekeurig(t)
		dag := datum("2026-10-01") + werkdagen.Datum(rapid.IntRange(0, 140).Draw(t, "peildatum"))
		toen := *k
		toen.Verloop = nil
		for _, g := range k.Verloop {
			if g.Op.Dag <= dag {
				toen.Verloop = append(toen.Verloop, g)
			}
		}
		toen.Onderwerp = "o0"
		for _, g := range opVolgorde(toen.Verloop) {
			if g.Wat == WatGewijzigd {
				toen.Onderwerp = g.Naar
			}
		}
		a, errA := regels.Beoordeel(k, dag)
		b, errB := regels.Beoordeel(&toen, dag)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		ja, errA := a.MarshalJSON()
		jb, errB := b.MarshalJSON()
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		if !bytes.Equal(ja, jb) {
			t.Fatalf("op %s\n%s\n%s", dag, ja, jb)
		}
		if diff := cmp.Diff(a.Feiten(), b.Feiten()); diff != "" {
			t.Fatal(diff)
		}
		if a.Bewaaroordeel() != b.Bewaaroordeel() {
			t.Fatal(a.Bewaaroordeel(), b.Bewaaroordeel())
		}
	})
}

// What vernietigd.yaml keeps counts in reports of long ago as the record did:
// for every day, closings, disputes and how each term stood agree.
func TestFeitenZeggenVanElkeDagWatHetDossierZei(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	rapid.Check(t, func(t *rapid.T) {
		k := willekeurig(t)
		einde := datum("2026-10-01") + 200
		d, err := regels.Beoordeel(k, einde)
		if err != nil {
			t.Fatal(err)
		}
		feiten := d.Feiten()
		// Undone on a later day, an event did count until then: that is history which vernietigd.yaml does not keep.
		for _, g := range k.Verloop {
			if g.Wat == WatOngedaan {
				return
			}
		}
		for dag := datum("2026-10-01"); dag <= einde; dag += 3 {
			toen, err := regels.Beoordeel(k, dag)
			if err != nil {
				t.Fatal(err)
			}
			nu := toen.Feiten()
			for _, dagen := range [][2][]werkdagen.Datum{{nu.Heropend, feiten.Heropend}, {nu.Geschillen, feiten.Geschillen}, {nu.Adviezen, feiten.Adviezen}} {
				tot := slices.DeleteFunc(slices.Clone(dagen[1]), func(d werkdagen.Datum) bool { return d > dag })
				if diff := cmp.Diff(dagen[0], tot, cmpopts.EquateEmpty()); diff != "" {
					t.Fatalf("op %s (-toen +later):\n%s", dag, diff)
				}
			}
			if toen.Open() != feiten.OpenOp(dag) || toen.Open() != nu.OpenOp(dag) {
				t.Fatalf("op %s open: toen %t, later %t", dag, toen.Open(), feiten.OpenOp(dag))
			}
			if s, gesloten := feiten.GeslotenOp(dag); gesloten && s != (Sluiting{toen.AfgehandeldOp, toen.Uitkomst}) {
				t.Fatalf("op %s gesloten: toen %v %v, later %v", dag, toen.AfgehandeldOp, toen.Uitkomst, s)
			}
			for i, x := range toen.Termijnen {
				if i >= len(feiten.Termijnen) || feiten.Termijnen[i].Naam != x.Naam || feiten.Termijnen[i].Ronde != x.Ronde {
					t.Fatalf("op %s: toen %v, later %v", dag, toen.Termijnen, feiten.Termijnen)
				}
				if s := feiten.Termijnen[i].Stand(dag); s != x.Stand {
					t.Fatalf("op %s %s/%d: toen %s, later %s", dag, x.Naam, x.Ronde, x.Stand, s)
				}
			}
		}
	})
}

func TestAaneengeslotenOpschortingTeltAlsEen(t *testing.T) {
	k := externeKlacht(t, "2026-01-05 ontvangen", "2026-01-06 opgeschort tot=2026-01-30", "2026-01-29 opgeschort tot=2026-02-24")
	gelijk(t, "49 dagen", op(t, k, "2026-03-01").Opmerkingen, []string{"opgeschort op di 6 januari 2026: 49 dagen is langer dan 28"})
}

func TestOpschortingEindigtMetHetDossier(t *testing.T) {
	k := externeKlacht(t, "2026-01-05 ontvangen", "2026-01-06 opgeschort tot=2026-03-30", "2026-01-09 afgehandeld uitkomst=ingetrokken")
	gelijk(t, "3 dagen", op(t, k, "2026-03-01").Opmerkingen, nil)
}

func TestOngedaneWijzigingTeltNiet(t *testing.T) {
	k := externeKlacht(t, "2026-11-02 ontvangen", "2026-11-04 gewijzigd veld=categorie van=cursusleider naar=overig", "2026-11-06 ongedaan gebeurtenis=e2")
	k.Categorie = "overig"
	for dag, wil := range map[string]string{"2026-11-03": "cursusleider", "2026-11-05": "overig", "2026-11-06": "cursusleider", "2026-11-30": "cursusleider"} {
		gelijk(t, dag, op(t, k, dag).Categorie, wil)
	}
	k.Categorie = "informatievoorziening" // corrected by hand since
	gelijk(t, "met de hand", op(t, k, "2026-11-30").Categorie, "informatievoorziening")
}

func TestBewarenVoorbijDeKalenderIsGeenFout(t *testing.T) {
	k := externeKlacht(t, "2298-01-06 ontvangen", "2298-01-08 voorstel", "2298-01-09 afgehandeld")
	gelijk(t, "bewaren tot", op(t, k, "2298-03-01").BewarenTot, datum("2299-12-31"))
}

func TestNummerVanEenAnderJaarWordtGezegd(t *testing.T) {
	k := externeKlacht(t, "2025-11-20 ontvangen", "2025-11-21 bevestigd", "2025-11-22 voorstel")
	k.Nummer = Nummer{2026, 7}
	gelijk(t, "opmerking", op(t, k, "2025-11-30").Opmerkingen, []string{"het nummer is van 2026, maar de ontvangst was op do 20 november 2025"})
}
