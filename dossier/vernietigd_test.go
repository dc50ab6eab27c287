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
		d, err := regels.Beoordeel(willekeurig(t), datum("2027-06-01"))
		if err != nil {
			t.Fatal(err)
		}
		v := Vernietiging{Feiten: d.Feiten(), ID: d.ID, Op: datum("2029-01-02"), Door: "Sanne de Vries", Bestanden: 3}
		alle, meldingen, err := leesVernietigd(schrijfBlad(bladveld{sleutel: "vernietigd", waarde: lijstWaarde(v.waarde())}))
		if err != nil || len(meldingen) > 0 || len(alle) != 1 {
			t.Fatal(alle, meldingen, err)
		}
		v.Vernietigd, v.VernietigdOp = true, v.Op
		v.BewarenTot, v.Bewaarplicht = 0, false // worked out, and none
		v.Onderwerp, v.Klager, v.Behandelaar, v.Betreft = "", "", "", ""
		if diff := cmp.Diff(v, alle[0], cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
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
	gelijk(t, "heropend: niet te zeggen", alle[0].BewarenTot, 0)
	gelijk(t, "dag van analyse", alle[1].OorzaakOp, datum("2020-01-08"))
	gelijk(t, "bewaren tot", alle[1].BewarenTot, datum("2022-02-28"))
	gelijk(t, "vernietigd op", alle[1].VernietigdOp, datum("2022-03-01"))
	m.Procedure.Bewaren.Vanaf = VanafOntvangen
	tot, err := m.BewarenTot(alle[1].Feiten)
	gelijk(t, "vanaf de ontvangst", tot, datum("2022-01-06"))
	metFout(t, err, "")
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
