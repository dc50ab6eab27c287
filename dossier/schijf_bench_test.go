package dossier

import (
	"context"
	"fmt"
	"testing"
)

func BenchmarkBouwMap(b *testing.B) {
	s := nieuweSchijf(b)
	n := 0
	for b.Loop() {
		if _, err := bouwMap(s, "2026", vulMap(s, "x"), func(p int) string { n++; return fmt.Sprintf("K%d", n) }); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWerkBijMetSlot(b *testing.B) {
	s := nieuweSchijf(b)
	maak(b, s, "K")
	n := 0
	for b.Loop() {
		sl, err := neemSlot(context.Background(), s, "K", anna, korteRegels())
		if err != nil {
			b.Fatal(err)
		}
		n++
		if err := werkBij(s, "K/klacht.yaml", grens, func([]byte) ([]byte, error) { return fmt.Appendf(nil, "x %d", n), nil }); err != nil {
			b.Fatal(err)
		}
		sl.geefVrij()
	}
}
