package dossier

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"testing"
	"time"
)

const voorbeelden = "../testdata/dossiers/formaat-1"

func openVoorbeelden(t *testing.T) *Map {
	t.Helper()
	m, err := Open(voorbeelden, Instellingen{Klok: func() time.Time { return time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC) }, Host: "hier", Proces: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Sluit() })
	return m
}

// Files of the first format, as people wrote and formatted them by hand, keep
// being read, and say what they said.
func TestVoorbeeldenBlijvenLeesbaar(t *testing.T) {
	m := openVoorbeelden(t)
	gelijk(t, "meldingen over de procedure", len(m.Meldingen), 0)
	g, err := m.Alle(context.Background())
	if err != nil || len(g.Fouten) > 0 {
		t.Fatal(err, g.Fouten)
	}
	var meldingen, kreeg []string
	for _, f := range g.Meldingen {
		meldingen = append(meldingen, f.Error())
	}
	gelijk(t, "meldingen", meldingen, []string{
		`2026/K2026-0003/klacht.yaml:8: onbekende sleutel "dossiernaam bij ons" in klacht.yaml; zij blijft staan en doet niets`,
	})
	for _, k := range g.Klachten {
		d, err := m.Beoordeel(k, datum("2026-11-23"))
		if err != nil {
			t.Fatal(err)
		}
		if k.Nummer == (Nummer{2025, 11}) {
			gelijk(t, "een onderwerp van twee regels", k.Onderwerp, "Lesmateriaal verouderd")
		}
		kreeg = append(kreeg, fmt.Sprintf("%s %s %s %s %v", k.Nummer, k.Herkomst, d.Ontvangst.Dag, d.Toestand, rijen(d)))
	}
	gelijk(t, "dossiers", kreeg, []string{
		// Closed on Friday 1 March 2024.
		"K2024-0003 extern 2024-02-05 afgehandeld [bevestiging 2024-02-12 2024-02-12 2024-02-12 2024-02-12 gehaald - voorstel 2024-03-04 2024-03-04 2024-03-04 2024-02-12 gehaald -]",
		// Three months; reopened: a second proposal, no second settlement.
		"K2025-0011 extern 2025-12-01 bevestigd [bevestiging 2025-12-08 2025-12-08 2025-12-08 2025-12-02 gehaald - voorstel 2025-12-29 2025-12-29 2025-12-29 - vervallen - " +
			"afhandeling 2026-03-01 2026-03-01 2026-02-27 - vervallen - voorstel/2 2026-12-14 2026-12-14 2026-12-14 - open 15]",
		"K2026-0001 extern 2026-11-20 ontvangen [bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 4 voorstel 2026-12-04 2026-12-04 2026-12-04 - open 9]",
		// A week of Monday, Tuesday and Thursday.
		"K2026-0002 intern 2026-11-12 ontvangen [afhandeling 2026-12-10 2026-12-10 2026-12-10 - open 8]",
		// Closed on Friday 6 and Monday 9: five working days after Tuesday 3 are 4, 5, 10, 11 and 12. Four weeks are 1 December; 34 days of waiting and a week are 11 January.
		"K2026-0003 extern 2026-11-03 bevestigd [bevestiging 2026-11-12 2026-11-12 2026-11-12 2026-11-05 gehaald - voorstel 2026-12-01 2027-01-11 2027-01-11 - open 33]",
		"K2026-0004 extern 2026-10-19 voorgesteld [bevestiging 2026-10-26 2026-10-26 2026-10-26 2026-10-21 gehaald - voorstel 2026-11-16 2026-11-16 2026-11-16 2026-11-09 gehaald -]",
		"K2026-0005 extern 2026-09-07 geschil [bevestiging 2026-09-14 2026-09-14 2026-09-14 2026-09-08 gehaald - voorstel 2026-10-05 2026-10-05 2026-10-05 2026-09-21 gehaald -]",
	})
}

func TestVoorbeeldJSON(t *testing.T) {
	m := openVoorbeelden(t)
	for _, n := range []Nummer{{2024, 3}, {2026, 4}} {
		k, _, err := m.Lees(n)
		if err != nil {
			t.Fatal(err)
		}
		d, err := m.Beoordeel(k, datum("2026-11-23"))
		if err != nil {
			t.Fatal(err)
		}
		ruw, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var netjes bytes.Buffer
		if err := json.Indent(&netjes, ruw, "", " "); err != nil {
			t.Fatal(err)
		}
		netjes.WriteByte('\n')
		gouden(t, fmt.Sprintf("../testdata/dossiers/%s.golden.json", n), netjes.Bytes())
	}
}
