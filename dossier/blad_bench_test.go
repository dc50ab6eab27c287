package dossier

import (
	"fmt"
	"strings"
	"testing"
)

// gewoonDossier is a record of some two kilobytes, with n events.
func gewoonDossier(n int) []byte {
	var t strings.Builder
	t.WriteString("# Klachtdossier\ndossierformaat: 1\nid: 7f3k9q2m5x1c\nsoort: klacht\nonderwerp: \"Factuur: te hoog\"\ncategorie: financiële afwikkeling\nklager:\n  naam: Jan Jansen\n  email: jan@example.nl\nomschrijving: |\n" +
		strings.Repeat("  Beste mensen, de factuur klopt niet en ik heb al twee keer gebeld.\n", 5) + "\nverloop:\n")
	for i := range n {
		fmt.Fprintf(&t, "  - id: e%d\n    wat: notitie\n    op: 2026-11-20T16:40:00+01:00\n    vastgelegd: 2026-11-20T16:41:12+01:00\n    door: Louise Ross\n    tekst: Gebeld, terugbelafspraak gemaakt.\n", i)
	}
	return []byte(t.String())
}

func BenchmarkLees(b *testing.B) {
	for _, n := range []int{8, 400} {
		b.Run(fmt.Sprintf("gebeurtenissen=%d", n), func(b *testing.B) {
			tekst := gewoonDossier(n)
			b.SetBytes(int64(len(tekst)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := leesBlad("klacht.yaml", tekst, 1<<20); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// One line of a megabyte: positions must not be counted from its start again
// for every part of it.
func BenchmarkLeesEenRegel(b *testing.B) {
	tekst := []byte("a: [" + strings.Repeat("x, ", 340_000) + "]\n")
	b.SetBytes(int64(len(tekst)))
	for b.Loop() {
		if _, err := leesBlad("klacht.yaml", tekst, 1<<20); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkVoegToe(b *testing.B) {
	for _, n := range []int{8, 400} {
		b.Run(fmt.Sprintf("gebeurtenissen=%d", n), func(b *testing.B) {
			blad, err := leesBlad("klacht.yaml", gewoonDossier(n), 1<<20)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := blad.voegToe("verloop", proefnotitie()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkZet(b *testing.B) {
	blad, err := leesBlad("klacht.yaml", gewoonDossier(8), 1<<20)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := blad.zet([]string{"klager", "email"}, tekstWaarde("piet@example.nl")); err != nil {
			b.Fatal(err)
		}
	}
}
