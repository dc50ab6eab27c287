package dossier

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// procesDatWegIs is the number of a process that no system has.
const procesDatWegIs = 1 << 30

// nieuweMap makes a folder Klachtafhandeling with the default procedure.
func nieuweMap(t testing.TB) *Map {
	t.Helper()
	pad := filepath.Join(t.TempDir(), "Klachtafhandeling")
	if err := RichtIn(pad, Inrichting{}); err != nil {
		t.Fatal(err)
	}
	return openMap(t, pad)
}

func openMap(t testing.TB, pad string) *Map {
	t.Helper()
	m, err := Open(pad, Instellingen{Klok: time.Now, Host: "hier", Proces: os.Getpid()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Sluit() })
	return m
}

// dieCrasht makes m that of a process that will be gone, and that takes over
// from others like it.
func dieCrasht(m *Map) *Map {
	m.inst = Instellingen{
		Klok: func() time.Time { return time.Now().Add(time.Hour) }, Host: "hier", Proces: procesDatWegIs,
		Breek: func(string) bool { return true },
	}
	return m
}

// legNeer puts a record in m as another program would.
func legNeer(t testing.TB, m *Map, n Nummer, tekst string) {
	t.Helper()
	pad := filepath.Join(m.Pad, filepath.FromSlash(n.Map()))
	if err := os.MkdirAll(pad, 0o700); err != nil {
		t.Fatal(err)
	}
	zetNeer(t, filepath.Join(pad, bestandKlacht), tekst)
}

func metID(id string) string { return strings.Replace(goedeKlacht, "zcqsqhgmqj22xlr7", id, 1) }

func TestOpenFouten(t *testing.T) {
	leeg := t.TempDir()
	_, err := Open(leeg, Instellingen{})
	metFout(t, err, "in "+leeg+" staat geen procedure.yaml")
	if _, err := Open(filepath.Join(leeg, "nergens"), Instellingen{}); err == nil {
		t.Error("een map die niet bestaat is geopend")
	}
	zetNeer(t, filepath.Join(leeg, bestandProcedure), "opschorten: soms\n")
	_, err = Open(leeg, Instellingen{})
	metFout(t, err, `procedure.yaml:1: "soms" is geen ja of nee`)
	zetNeer(t, filepath.Join(leeg, bestandProcedure), "# "+strings.Repeat("x", grensRecord))
	_, err = Open(leeg, Instellingen{})
	metFout(t, err, "procedure.yaml: het bestand is groter dan 1 MiB en wordt niet gelezen")
}

// One record that can't be read leaves the others as they are.
func TestOnleesbaarDossierTussenGoede(t *testing.T) {
	m := nieuweMap(t)
	legNeer(t, m, Nummer{2026, 1}, metID("een"))
	legNeer(t, m, Nummer{2026, 2}, strings.Replace(metID("twee"), "soort: klacht", "soort: wens", 1))
	legNeer(t, m, Nummer{2026, 3}, strings.Replace(metID("drie"), "categorie: overig", "categorie: van vroeger", 1))
	legNeer(t, m, Nummer{2026, 10000}, metID("vier"))
	if err := os.MkdirAll(filepath.Join(m.Pad, "2026", "K2026-0004", "bijlagen"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, naam := range []string{"2026/K2026-0007 (kopie)", "2025/K2026-0005", "2026/.vernietigen-K2026-0006-id", "2026/.klacht-x.tmp", "bijlagen/K2026-0008", "20260/K2026-0009"} {
		if err := os.MkdirAll(filepath.Join(m.Pad, filepath.FromSlash(naam)), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	g, err := m.Alle(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var nummers, fouten, meldingen []string
	for _, k := range g.Klachten {
		nummers = append(nummers, k.Nummer.String())
	}
	for _, f := range g.Fouten {
		fouten = append(fouten, strings.Split(f.Error(), "\n")...)
	}
	for _, f := range g.Meldingen {
		meldingen = append(meldingen, f.Error())
	}
	gelijk(t, "gelezen", nummers, []string{"K2026-0001", "K2026-0003", "K2026-10000"})
	gelijk(t, "fouten", fouten, []string{
		"map 2025/K2026-0005 staat bij het verkeerde jaar",
		"map 2026/K2026-0007 (kopie) heeft geen dossiernummer als naam",
		`2026/K2026-0002/klacht.yaml:3: "wens" kan hier niet; kies uit klacht of onvolkomenheid`,
		"2026/K2026-0004: in deze map staat geen klacht.yaml",
		`2026/K2026-0003/klacht.yaml:6: categorie "van vroeger" staat niet in procedure.yaml`,
	})
	gelijk(t, "meldingen", meldingen, nil)
}

func TestAfgebrokenLezen(t *testing.T) {
	m := nieuweMap(t)
	for i := range 50 {
		legNeer(t, m, Nummer{2026, i + 1}, metID("id"))
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := m.Alle(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("kreeg %v", err)
	}
}

func TestLeesDossierDatErNietIs(t *testing.T) {
	m := nieuweMap(t)
	_, _, err := m.Lees(Nummer{2026, 1})
	metFout(t, err, "dossier K2026-0001 bestaat niet")
	_, err = m.Kies("1")
	metFout(t, err, "er is geen dossier met volgnummer 1")
	legNeer(t, m, Nummer{2026, 1}, strings.Repeat("# vol\n", 1<<18))
	_, _, err = m.Lees(Nummer{2026, 1})
	metFout(t, err, "2026/K2026-0001/klacht.yaml: het bestand is groter dan 1 MiB en wordt niet gelezen")
	n, err := m.Kies("1")
	if err != nil || n != (Nummer{2026, 1}) {
		t.Errorf("%v %v", n, err)
	}
}

func TestLegeMap(t *testing.T) {
	m := nieuweMap(t)
	g, err := m.Alle(context.Background())
	if err != nil || len(g.Klachten)+len(g.Fouten)+len(g.Meldingen) > 0 {
		t.Errorf("%v %v", g, err)
	}
	gelijk(t, "in de map", namenIn(t, m.schijf, "."), []string{bestandProcedure})
}
