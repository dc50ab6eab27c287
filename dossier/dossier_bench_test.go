package dossier

import (
	"bytes"
	"context"
	"fmt"
	"testing"
)

// rijkDossier is a record as klacht writes it, of a usual size.
func rijkDossier(b *testing.B) []byte {
	k := externeKlacht(b, "2026-09-01T16:40 ontvangen", "2026-09-02 bevestigd", "2026-09-04 analyse", "2026-09-07 opgeschort tot=2026-09-21", "2026-09-14 hervat",
		"2026-09-22 voorstel", "2026-09-28 niet-akkoord", "2026-09-28 mediatorgegevens", "2026-10-05 geschil", "2026-10-26 advies", "2026-11-02 afgehandeld")
	k.Klager = Klager{"Anna Bakker", "a.bakker@example.org", "0612345678", "Voorbeeld BV"}
	k.Omschrijving = string(bytes.Repeat([]byte("Het lokaal was te klein voor de groep. "), 20))
	return k.tekst()
}

func BenchmarkLeesKlacht(b *testing.B) {
	tekst := rijkDossier(b)
	b.SetBytes(int64(len(tekst)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := leesKlacht(Nummer{2026, 7}, bestandKlacht, tekst); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBeoordeel(b *testing.B) {
	k, _, err := leesKlacht(Nummer{2026, 7}, bestandKlacht, rijkDossier(b))
	if err != nil {
		b.Fatal(err)
	}
	r := NieuweRegels(rezulto(b))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Beoordeel(k, datum("2026-11-23")); err != nil {
			b.Fatal(err)
		}
	}
}

// Reading and judging a whole folder, as the status does.
func BenchmarkStatus10000(b *testing.B) {
	m := nieuweMap(b)
	tekst := string(rijkDossier(b))
	for i := range 10_000 {
		legNeer(b, m, Nummer{2017 + i/1000, i%1000 + 1}, tekst)
	}
	for b.Loop() {
		g, err := m.Alle(context.Background())
		if err != nil || len(g.Fouten) > 0 {
			b.Fatal(err, g.Fouten)
		}
		dossiers := make([]*Dossier, len(g.Klachten))
		for i, k := range g.Klachten {
			if dossiers[i], err = m.Beoordeel(k, datum("2026-11-23")); err != nil {
				b.Fatal(err)
			}
		}
		if s := Overzie(Statusinvoer{Dossiers: dossiers, Peildatum: datum("2026-11-23"), Binnenkort: 3}); s.Open != 0 {
			b.Fatal(fmt.Sprint(s))
		}
	}
}
