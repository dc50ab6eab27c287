package dossier

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestRichtInMetSjablonen(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "Klachtafhandeling")
	if err := RichtIn(pad, Inrichting{Sjablonen: []Sjabloonbestand{{"advies", []byte("a")}, {"voorstel", []byte("b")}}}); err != nil {
		t.Fatal(err)
	}
	m, err := Open(pad, Instellingen{})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Sluit()
	namen, err := m.Sjabloonnamen()
	if err != nil || !slices.Equal(namen, []string{"advies", "voorstel"}) {
		t.Errorf("%q, %v", namen, err)
	}
	if s, ok, err := m.LeesSjabloon("voorstel"); err != nil || !ok || string(s.Tekst) != "b" || s.Bestand() != "sjablonen/voorstel.tmpl" {
		t.Error(s, ok, err)
	}
	if _, ok, err := m.LeesSjabloon("verlenging"); err != nil || ok {
		t.Error(ok, err)
	}
	for _, naam := range []string{"../procedure", "../../weg"} {
		if s, ok, err := m.LeesSjabloon(naam); ok {
			t.Errorf("%q gives %q, %v", naam, s.Tekst, err)
		}
	}
	groot := strings.Repeat("x", grensRecord+1)
	if err := os.WriteFile(filepath.Join(pad, "sjablonen", "groot.tmpl"), []byte(groot), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err = m.LeesSjabloon("groot")
	metFout(t, err, "sjablonen/groot.tmpl: het bestand is groter dan 1 MiB en wordt niet gelezen")
}

// TestSjablonenSchrijvenOpEenLastigeSchijf: at whatever step the disk fails, each file is there whole or not at all, and the
// next time makes the rest.
func TestSjablonenSchrijvenOpEenLastigeSchijf(t *testing.T) {
	sjablonen := []Sjabloonbestand{{"advies", []byte("eerste")}, {"voorstel", []byte("tweede")}}
	for _, soort := range []*lastigeSchijf{{}, {fout: os.ErrPermission}, {fout: os.ErrPermission, blijf: true}} {
		for stap := 1; ; stap++ {
			heel := nieuweSchijf(t)
			lastig := &lastigeSchijf{onder: heel, faal: stap, fout: soort.fout, blijf: soort.blijf}
			_, _ = (&Map{schijf: lastig}).SchrijfSjablonen(sjablonen)
			m := &Map{schijf: heel}
			for _, s := range sjablonen {
				if got, ok, err := m.LeesSjabloon(s.Naam); err != nil || ok && string(got.Tekst) != string(s.Tekst) {
					t.Fatalf("step %d: %q, %v", stap, got.Tekst, err)
				}
			}
			if _, err := m.SchrijfSjablonen(sjablonen); err != nil {
				t.Fatal(err)
			}
			if namen, err := m.Sjabloonnamen(); err != nil || len(namen) != len(sjablonen) {
				t.Fatalf("step %d: %q, %v", stap, namen, err)
			}
			if !lastig.geraakt() {
				break
			}
		}
	}
}
