package dossier

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNummerVanHetJaarVanOntvangst(t *testing.T) {
	m := nieuweMap(t)
	a := aanmelding("oud")
	a.Ontvangen = tijdstip("2025-12-31T23:30:00Z") // in Amsterdam already 2026
	k, err := m.Registreer(context.Background(), a, nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "nummer", k.Nummer, Nummer{2026, 1})
	a.Ontvangen = tijdstip("2025-12-31")
	if k, err = m.Registreer(context.Background(), a, nu); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "nummer", k.Nummer, Nummer{2025, 1})
}

func TestVolgendNummerNaHetHoogste(t *testing.T) {
	m := nieuweMap(t)
	for _, naam := range []string{"2026/K2026-0003", "2026/.vernietigen-K2026-0009-id-met-streepje", "2026/K2026-0012 (kopie)", "2025/K2025-0040"} {
		if err := os.MkdirAll(filepath.Join(m.Pad, filepath.FromSlash(naam)), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	zetNeer(t, filepath.Join(m.Pad, bestandVernietigd), "vernietigd:\n  - {nummer: K2026-0005, id: a, ontvangen: 2026-01-05}\n  - {nummer: K2025-0050, id: b, ontvangen: 2025-01-06}\n")
	n, err := m.volgendNummer(2026)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "2026", n, 10)
	if n, err = m.volgendNummer(2025); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "2025", n, 51)
	if n, err = m.volgendNummer(2024); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "2024", n, 1)
	pad := filepath.Join(m.Pad, bestandVernietigd)
	zetNeer(t, pad, "vernietigd: kapot # K2026-0020, K2026-0021K2026-0022 en K2027-0030\n")
	if n, err = m.volgendNummer(2026); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "wat erin genoemd is, blijft bezet", n, 23)
	zetNeer(t, pad, "\xff\xfev\x00:\x00\n\x00")
	_, err = m.Registreer(context.Background(), aanmelding("x"), nu)
	metFout(t, err, "vernietigd.yaml: het bestand is als UTF-16 bewaard")
	if err := os.Remove(pad); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(pad, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err = m.Registreer(context.Background(), aanmelding("x"), nu)
	metFout(t, err, "vernietigd.yaml kan niet worden gelezen: het is geen gewoon bestand")
}

// One folder with an absurd number once made every next dossier get a number
// that nothing reads.
func TestVerdwaaldHoogNummerBeslistNiet(t *testing.T) {
	for _, naam := range []string{"K2026-999999999", "K2026-9999999999", "K2026-20261120", ".vernietigen-K2026-999999999-id"} {
		m := nieuweMap(t)
		legNeer(t, m, Nummer{2026, 7}, goedeKlacht)
		if err := os.MkdirAll(filepath.Join(m.Pad, "2026", naam), 0o700); err != nil {
			t.Fatal(err)
		}
		zetNeer(t, filepath.Join(m.Pad, bestandVernietigd), "vernietigd: [] # K2026-999999998 K2026-99999999999999999999999\n")
		k, err := m.Registreer(context.Background(), aanmelding("x"), nu)
		if err != nil {
			t.Fatal(naam, err)
		}
		gelijk(t, naam, k.Nummer, Nummer{2026, 8})
	}
}

func TestGeenNummerMeerVrij(t *testing.T) {
	m := nieuweMap(t)
	legNeer(t, m, Nummer{2026, hoogsteVolg - 1}, metID("een"))
	k, err := m.Registreer(context.Background(), aanmelding("x"), nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "het hoogste", k.Nummer, Nummer{2026, hoogsteVolg})
	if _, err = m.Registreer(context.Background(), aanmelding("x"), nu); err == nil {
		t.Fatal("er was nog een nummer")
	}
	metFout(t, err, "in 2026 is geen dossiernummer meer vrij: K2026-999999 is al uitgegeven")
}

// A number in a folder where many were destroyed.
func BenchmarkVolgendNummer(b *testing.B) {
	m := nieuweMap(b)
	var tekst strings.Builder
	tekst.WriteString("dossierformaat: 1\nvernietigd:\n")
	for i := range 20_000 {
		tekst.WriteString(vermelding(i + 1))
	}
	zetNeer(b, filepath.Join(m.Pad, bestandVernietigd), tekst.String())
	b.SetBytes(int64(tekst.Len()))
	for b.Loop() {
		if n, err := m.volgendNummer(2020); err != nil || n != 20_001 {
			b.Fatal(n, err)
		}
	}
}
