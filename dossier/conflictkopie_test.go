package dossier

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// A copy that a sync service left beside the record, and that said bewaarplicht,
// was destroyed along with it.
func TestConflictkopieWerdMeevernietigd(t *testing.T) {
	for naam, isKopie := range map[string]bool{
		"klacht-PC2.yaml": true, "klacht (conflicted copy 2026-11-20 120000).yaml": true, "klacht.sync-conflict-20261120-120000-ABCDEFG.yaml": true,
		"Klacht (1).YAML": true, "klacht.yml": true, "Kopie van klacht.yaml": true,
		"klacht.yaml.bak": false, ".klacht-x.tmp": false, "._klacht.yaml": false, "notitie.yaml": false, "klacht.pdf": false,
	} {
		t.Run(naam, func(t *testing.T) {
			m := nieuweMap(t)
			n := Nummer{2020, 1}
			legNeer(t, m, n, oudeKlacht("id-1"))
			zetNeer(t, filepath.Join(m.Pad, "2020", "K2020-0001", naam), oudeKlacht("id-1")+"  - {wat: bewaarplicht, op: 2020-04-01, reden: rechtszaak}\n")
			weg, err := m.Vernietig(context.Background(), []Nummer{n}, nu)
			if !isKopie {
				gelijk(t, "vernietigd", nummersVan(weg), []string{"K2020-0001"})
				metFout(t, err, "")
				return
			}
			gelijk(t, "vernietigd", len(weg), 0)
			metFout(t, err, "K2020-0001 wordt bewaard: in de map staat ook "+naam+": kijk eerst of daar iets in staat dat bewaard moet worden")
			gelijk(t, "er nog", namenIn(t, m.schijf, "2020"), []string{"K2020-0001"})
		})
	}
}

func TestConflictkopieWordtGemeld(t *testing.T) {
	m := nieuweMap(t)
	for i := range 2 {
		legNeer(t, m, Nummer{2026, i + 1}, metID(fmt.Sprintf("id-%d", i)))
	}
	pad := filepath.Join(m.Pad, "2026", "K2026-0002")
	zetNeer(t, filepath.Join(pad, "klacht-PC2.yaml"), "x")
	zetNeer(t, filepath.Join(pad, "klacht-PC3.yaml"), "x")
	g, err := m.Alle(context.Background())
	if err != nil || len(g.Klachten) != 2 || len(g.Fouten) > 0 {
		t.Fatal(g, err)
	}
	metFout(t, errors.Join(g.Meldingen...), "2026/K2026-0002: hier staat ook klacht-PC2.yaml en klacht-PC3.yaml; klacht leest alleen klacht.yaml")
}

// A system that takes capitals for the same may give the record another name.
func TestRecordMetHoofdlettersIsGeenKopie(t *testing.T) {
	for _, tt := range []struct{ namen, kopieen []string }{
		{[]string{"Klacht.yaml", "bijlagen/klacht-PC2.yaml"}, nil},
		{[]string{"Klacht.yaml", "klacht-PC2.yaml"}, []string{"klacht-PC2.yaml"}},
		{[]string{"KLACHT.yaml", "klacht.yaml"}, []string{"KLACHT.yaml"}},
		{nil, nil},
	} {
		bestanden := fstest.MapFS{}
		for _, naam := range tt.namen {
			bestanden[naam] = &fstest.MapFile{}
		}
		inhoud, err := bestanden.ReadDir(".")
		if err != nil {
			t.Fatal(err)
		}
		gelijk(t, fmt.Sprint(tt.namen), conflictkopieen(inhoud), tt.kopieen)
	}
}

func TestOordeelMetConflictkopieen(t *testing.T) {
	weg := Oordeel{Vernietigen: true, Reden: "bewaartermijn verstreken op vr 20 november 2026"}
	gelijk(t, "zonder", weg.MetConflictkopieen(nil), weg)
	bewaard := Oordeel{Reden: "nog open (ontvangen)"}
	gelijk(t, "al bewaard", bewaard.MetConflictkopieen([]string{"klacht-PC2.yaml"}), bewaard)
	gelijk(t, "twee", weg.MetConflictkopieen([]string{"klacht-PC2.yaml", "klacht-PC3.yaml"}),
		Oordeel{Reden: "in de map staat ook klacht-PC2.yaml en klacht-PC3.yaml: kijk eerst of daar iets in staat dat bewaard moet worden"})
}
