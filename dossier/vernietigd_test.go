package dossier

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// What vernietigd.yaml keeps reads back as it was written, for any dossier.
func TestVernietigdKomtTerug(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	rapid.Check(t, func(t *rapid.T) {
		k := willekeurig(t)
		d, err := regels.Beoordeel(k, datum("2027-06-01"))
		if err != nil {
			t.Fatal(err)
		}
		eerder, err := regels.eerder(k, d)
		if err != nil {
			t.Fatal(err)
		}
		d.Bewaarplicht = false // what is destroyed has none
		v := Vernietiging{Feiten: d.Feiten(), Eerder: eerder, ID: d.ID, Op: datum("2029-01-02"), Door: "Sanne de Vries", Bestanden: 3}
		alle, meldingen, err := leesVernietigd(schrijfBlad(bladveld{sleutel: "vernietigd", waarde: lijstWaarde(v.waarde())}))
		if err != nil || len(meldingen) > 0 || len(alle) != 1 {
			t.Fatal(alle, meldingen, err)
		}
		leeg := func(f *Feiten) {
			f.Vernietigd, f.VernietigdOp, f.BewarenTot = true, v.Op, 0 // worked out
			f.Onderwerp, f.Klager, f.Behandelaar, f.Betreft = "", "", "", ""
		}
		leeg(&v.Feiten)
		for i := range v.Eerder {
			leeg(&v.Eerder[i].Feiten)
		}
		if diff := cmp.Diff(v, alle[0], cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// On any day the figures know of a destroyed dossier what they knew of the record then.
func TestVernietigdWeetWatElkeDagBekendWas(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	rapid.Check(t, func(t *rapid.T) {
		k := willekeurig(t)
		begin := k.Verloop[0].Op.Dag
		for i, g := range k.Verloop {
			if g.Wat == WatGewijzigd && rapid.Bool().Draw(t, "categorie") {
				k.Verloop[i].Veld = "categorie"
			}
		}
		d, err := regels.Beoordeel(k, begin+400)
		if err != nil {
			t.Fatal(err)
		}
		eerder, err := regels.eerder(k, d)
		if err != nil {
			t.Fatal(err)
		}
		v := Vernietiging{Feiten: d.Feiten(), Eerder: eerder}
		for dag := begin; dag < begin+140; dag++ {
			toen, err := regels.Beoordeel(k, dag)
			if err != nil {
				t.Fatal(err)
			}
			kreeg, err := regels.FeitenOp(v, dag)
			if err != nil {
				t.Fatal(err)
			}
			wil := toen.Feiten()
			for _, f := range []*Feiten{&wil, &kreeg} {
				for i := range f.Termijnen {
					f.Termijnen[i].Uiterlijk = min(f.Termijnen[i].Uiterlijk, dag)
				}
				f.Onderwerp = ""
			}
			if diff := cmp.Diff(wil, kreeg, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%s (-dossier +vernietigd)\n%s", dag, diff)
			}
		}
	})
}

// What was changed, analysed again, undone or received otherwise is kept with
// the day until which it was known; where nothing was, nothing is kept.
func TestVernietigdHoudtWatEerderGold(t *testing.T) {
	for _, tt := range []struct {
		naam   string
		regels []string
		wil    string
	}{
		{"niets", []string{"2026-11-02 ontvangen", "2026-11-10 analyse oorzaak=planning", "2026-11-20 voorstel"}, ""},
		{"twee keer geanalyseerd", []string{"2026-11-02 ontvangen", "2026-11-10 analyse oorzaak=planning", "2026-11-20 analyse oorzaak=techniek"}, "2026-11-19 overig planning 2026-11-02"},
		{"een andere categorie", []string{"2026-11-02 ontvangen", "2026-11-10 gewijzigd veld=categorie van=cursusleider naar=overig"}, "2026-11-09 cursusleider  2026-11-02"},
		{"een analyse die niet gebeurd is", []string{"2026-11-02 ontvangen", "2026-11-10 analyse oorzaak=planning", "2026-11-20 ongedaan gebeurtenis=e2"}, "2026-11-19 overig planning 2026-11-02"},
		{"een andere dag van ontvangst", []string{"2026-11-09 ontvangen", "2026-11-10 gewijzigd veld=ontvangen van=2026-11-09 naar=2026-11-02"}, "2026-11-09 overig  2026-11-09"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			k := externeKlacht(t, tt.regels...)
			k.Categorie = "overig"
			eerder, err := NieuweRegels(rezulto(t)).eerder(k, op(t, k, "2026-11-23"))
			metFout(t, err, "")
			var regels []string
			for _, e := range eerder {
				regels = append(regels, strings.Join([]string{e.Tot.String(), e.Categorie, e.Oorzaak, e.Ontvangen.String()}, " "))
			}
			gelijk(t, "eerder", strings.Join(regels, "; "), tt.wil)
		})
	}
}

// Entries of before the day of the analysis was kept still load, and what can
// be worked out of an entry is.
func TestVernietigdZonderDagVanAnalyse(t *testing.T) {
	m := nieuweMap(t)
	zetNeer(t, filepath.Join(m.Pad, bestandVernietigd), `vernietigd:
  - {nummer: K2020-0001, id: a, soort: klacht, oorzaak: planning, ontvangen: 2020-01-06, afgehandeld: [{op: 2020-02-28, uitkomst: gegrond}], heropend: [2020-02-28], vernietigd_op: 2022-03-02}
  - {nummer: K2020-0002, id: b, soort: klacht, oorzaak: planning, geanalyseerd_op: 2020-01-08, ontvangen: 2020-01-06, afgehandeld: [{op: 2020-02-29, uitkomst: gegrond}], vernietigd_op: 2022-03-01}
`)
	alle, meldingen, err := m.Vernietigd()
	if err != nil || len(meldingen) > 0 {
		t.Fatal(meldingen, err)
	}
	gelijk(t, "geen dag bekend", alle[0].OorzaakOp, 0)
	gelijk(t, "maar wel geanalyseerd", alle[0].Geanalyseerd, true)
	feiten := func(v Vernietiging) Feiten {
		f, err := m.FeitenOp(v, datum("2026-01-01"))
		metFout(t, err, "")
		return f
	}
	gelijk(t, "heropend: niet te zeggen", feiten(alle[0]).BewarenTot, 0)
	gelijk(t, "dag van analyse", alle[1].OorzaakOp, datum("2020-01-08"))
	gelijk(t, "bewaren tot", feiten(alle[1]).BewarenTot, datum("2022-02-28"))
	gelijk(t, "vernietigd op", alle[1].VernietigdOp, datum("2022-03-01"))
	m.Procedure.Bewaren.Vanaf = VanafOntvangen
	gelijk(t, "vanaf de ontvangst", feiten(alle[1]).BewarenTot, datum("2022-01-06"))
}

func TestVernietigdFouten(t *testing.T) {
	const goed = "vernietigd:\n  - nummer: K2020-0001\n    id: a\n    soort: klacht\n    ontvangen: 2020-01-06\n"
	if alle, meldingen, err := leesVernietigd([]byte(goed)); err != nil || len(meldingen) > 0 || len(alle) != 1 {
		t.Fatal(alle, meldingen, err)
	}
	for _, tt := range []struct{ oud, nieuw, fout string }{
		{"K2020-0001", "20", `vernietigd.yaml:2: "20" is geen dossiernummer`},
		{"    ontvangen: 2020-01-06\n", "", "vernietigd.yaml:2: bij deze vernietiging ontbreekt de dag van ontvangst"},
		{"soort: klacht", "soort: wens", `vernietigd.yaml:4: "wens" kan hier niet; kies uit klacht of onvolkomenheid`},
		{"2020-01-06", "06-01-2020", ""},
		{"vernietigd:\n", "dossierformaat: 2\nvernietigd:\n", "vernietigd.yaml:1: dossierformaat 2 is nieuwer dan dit programma kent (1)"},
		{"vernietigd:\n", "vernietigd:\n  - K2020-0002\n", ""},
		{"    ontvangen", "    eerder: [{tot: 2020-01-10, categorie: overig}]\n    ontvangen", "vernietigd.yaml:5: bij wat eerder gold ontbreekt tot, of de dag van ontvangst"},
	} {
		_, _, err := leesVernietigd([]byte(strings.Replace(goed, tt.oud, tt.nieuw, 1)))
		switch {
		case err == nil:
			t.Errorf("%s is gelezen", tt.nieuw)
		case tt.fout == "" && !strings.HasPrefix(err.Error(), "vernietigd.yaml:"):
			t.Errorf("zonder plaats: %v", err)
		case tt.fout != "":
			metFout(t, err, tt.fout)
		}
	}
}
