package dossier

import (
	"context"
	"strings"
	"testing"
	"time"
)

// An id such as other programs make, with dashes, once left the folder out of
// sight for good: neither on record nor deleted.
func TestIDMetStreepjesWordtVernietigd(t *testing.T) {
	for _, id := range []string{"zcqsqhgmqj22xlr7", "550e8400-e29b-41d4-a716-446655440000"} {
		t.Run(id, func(t *testing.T) {
			n, gelezen, ok := uitHetZicht(vernietigenVoor + "K2020-0001-" + id)
			if !ok || n != (Nummer{2020, 1}) || gelezen != id {
				t.Errorf("got %v %q %t", n, gelezen, ok)
			}
			pad := t.TempDir() + "/Klachtafhandeling"
			if err := RichtIn(pad, Inrichting{}); err != nil {
				t.Fatal(err)
			}
			nu := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
			m, err := Open(pad, Instellingen{Klok: func() time.Time { return nu }, Host: "hier", Proces: 1})
			if err != nil {
				t.Fatal(err)
			}
			defer m.Sluit()
			k := "id: " + id + `
soort: klacht
onderwerp: Oud
categorie: overig
verloop:
  - {wat: ontvangen, op: 2020-01-06}
  - {wat: afgehandeld, op: 2020-01-08, uitkomst: ingetrokken}
`
			if err := zorgVoorMap(m.schijf, "2020/K2020-0001"); err != nil {
				t.Fatal(err)
			}
			if _, err := m.schijf.schrijfNieuw("2020/K2020-0001/klacht.yaml", strings.NewReader(k)); err != nil {
				t.Fatal(err)
			}
			weg, err := m.Vernietig(context.Background(), []Nummer{{2020, 1}}, Wie{Door: "Sanne", Nu: OpMoment(nu)})
			if err != nil || len(weg) != 1 || weg[0].ID != id {
				t.Fatalf("destroyed %v, %v", weg, err)
			}
			if inhoud, err := m.schijf.lijst("2020"); err != nil || len(inhoud) != 0 {
				t.Errorf("left behind: %v, %v", inhoud, err)
			}
		})
	}
}

func TestIDMetAndereTekensWordtGeweigerd(t *testing.T) {
	for _, id := range []string{"a/b", "..", "a b", strings.Repeat("a", 65)} {
		tekst := "id: " + id + "\nsoort: klacht\nonderwerp: Oud\ncategorie: overig\nverloop:\n  - {wat: ontvangen, op: 2020-01-06}\n"
		if _, _, err := leesKlacht(Nummer{2020, 1}, bestandKlacht, []byte(tekst)); err == nil || !strings.Contains(err.Error(), "klacht.yaml:1: ") {
			t.Errorf("id %q: %v", id, err)
		}
	}
}
