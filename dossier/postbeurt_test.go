package dossier

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

func openPostboek(t testing.TB, m *Map) *Postboek {
	t.Helper()
	p, err := m.NieuwPostboek(context.Background(), false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Sluit)
	return p
}

func legKlaar(t testing.TB, p *Postboek, id string) {
	t.Helper()
	if _, err := p.LegKlaar(context.Background(), postbericht(id), Inkomend{}, postwie); err != nil {
		t.Fatal(err)
	}
}

func isBekend(t *testing.T, err error) {
	t.Helper()
	if !errors.As(err, new(*BekendBericht)) {
		t.Errorf("filed twice: %v", err)
	}
}

// TestMapWordtNietBijElkBerichtBekeken: taking in 10,000 messages took a quarter of an hour, since all folders were listed for
// each.
func TestMapWordtNietBijElkBerichtBekeken(t *testing.T) {
	m, l, _ := postmap(t)
	keer := map[string]int{}
	l.voor = func(wat string) { keer[wat]++ }
	const aantal = 20
	p := openPostboek(t, m)
	for i := range aantal {
		legKlaar(t, p, fmt.Sprintf("%d@example.org", i))
		if _, err := p.Registreer(context.Background(), postbericht(fmt.Sprintf("k%d@example.org", i)), postwie, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, inMap := range []string{"2026", mapInkomend} {
		if n := keer["lijst "+inMap]; n == 0 || n > 8 {
			t.Errorf("%s was listed %d times for %d messages", inMap, n, 2*aantal)
		}
	}
}

// TestAnderHadDeBeurtTussendoor: whatever another does in between, what it filed is not filed again.
func TestAnderHadDeBeurtTussendoor(t *testing.T) {
	ctx := context.Background()
	for naam, ander := range map[string]func(m *Map, p *Postboek) error{
		"legt klaar": func(m *Map, p *Postboek) error {
			_, err := p.LegKlaar(ctx, postbericht("a@example.org"), Inkomend{}, postwie)
			return err
		},
		"registreert": func(m *Map, p *Postboek) error {
			_, err := p.Registreer(ctx, postbericht("a@example.org"), postwie, nil)
			return err
		},
		"registreert er een alleen": func(m *Map, p *Postboek) error {
			_, err := m.Registreer(ctx, postbericht("a@example.org"), postwie)
			return err
		},
		// The one decided to put up a question, having looked before the dossier was added to.
		"voegt toe aan een dossier dat gelezen is": func(m *Map, p *Postboek) error {
			_, err := p.VoegToe(ctx, Nummer{2026, 1}, postbericht("a@example.org"), WatBerichtIn, postwie, nil)
			return err
		},
	} {
		t.Run(naam, func(t *testing.T) {
			m, _, _ := postmap(t)
			een, tweede := openPostboek(t, m), openPostboek(t, m)
			for i := range 3 {
				legKlaar(t, een, fmt.Sprintf("%d@example.org", i))
			}
			if !een.heeftBeurt() {
				t.Fatal("the run did not begin")
			}
			if err := ander(m, tweede); err != nil {
				t.Fatal(err)
			}
			_, err := een.LegKlaar(ctx, postbericht("a@example.org"), Inkomend{}, postwie)
			isBekend(t, err)
			_, err = een.Registreer(ctx, postbericht("a@example.org"), postwie, nil)
			isBekend(t, err)
			legKlaar(t, een, "b@example.org")
			_, err = tweede.LegKlaar(ctx, postbericht("b@example.org"), Inkomend{}, postwie)
			isBekend(t, err)
		})
	}
}

// TestNummerVanIntussenVernietigdDossier: a number that was given out and destroyed during the run is not given out again.
func TestNummerVanIntussenVernietigdDossier(t *testing.T) {
	ctx := context.Background()
	m, _, _ := postmap(t)
	p := openPostboek(t, m)
	for i := range 3 {
		if _, err := p.Registreer(ctx, postbericht(fmt.Sprintf("%d@example.org", i)), postwie, nil); err != nil {
			t.Fatal(err)
		}
	}
	// Vernietig begins and ends so.
	vrij, err := m.neemSlot(ctx, ".")
	if err != nil {
		t.Fatal(err)
	}
	zetNeer(t, m.Pad+"/"+bestandVernietigd, "dossierformaat: 1\nvernietigd:\n  - nummer: K2026-0005\n")
	vrij()
	k, err := p.Registreer(ctx, postbericht("a@example.org"), postwie, nil)
	if err != nil || k.Nummer != (Nummer{2026, 6}) {
		t.Error(k.Nummer, err)
	}
}

// TestBeurtLaatNietsAchter: what serves a run alone is gone after it, whoever had the last turn.
func TestBeurtLaatNietsAchter(t *testing.T) {
	m, _, _ := postmap(t)
	for aantal := range 4 {
		p := openPostboek(t, m)
		for i := range aantal {
			legKlaar(t, p, fmt.Sprintf("%d-%d@example.org", aantal, i))
		}
		p.Sluit()
		inhoud, err := os.ReadDir(m.Pad)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range inhoud {
			if strings.HasSuffix(e.Name(), tijdelijk) {
				t.Errorf("after %d messages %s is still there", aantal, e.Name())
			}
		}
	}
}

// TestGekopieerdDossierWordtTijdensDeReeksGezien: a sync service and a person take no turns.
func TestGekopieerdDossierWordtTijdensDeReeksGezien(t *testing.T) {
	m, _, _ := postmap(t)
	nu := postnu.Moment
	m.inst.Klok = func() time.Time { return nu }
	p := openPostboek(t, m)
	for i := range 3 {
		legKlaar(t, p, fmt.Sprintf("%d@example.org", i))
	}
	elders, _, _ := postmap(t)
	k, err := elders.Registreer(context.Background(), postbericht("a@example.org"), postwie)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(m.Pad+"/"+k.Nummer.Map(), os.DirFS(elders.Pad+"/"+k.Nummer.Map())); err != nil {
		t.Fatal(err)
	}
	for _, stap := range []time.Duration{3 * time.Second, -time.Hour} { // or the clock was set back
		nu = nu.Add(stap)
		_, err = p.LegKlaar(context.Background(), postbericht("a@example.org"), Inkomend{}, postwie)
		isBekend(t, err)
		clear(p.Berichten) // so that it must look again
		clear(p.bekeken)
	}
}

// BenchmarkPostboek files a message in a folder that has thousands.
func BenchmarkPostboek(b *testing.B) {
	for _, aantal := range []int{100, 10_000} {
		b.Run(fmt.Sprintf("bij %d", aantal), func(b *testing.B) {
			pad := b.TempDir() + "/Klachtafhandeling"
			if err := RichtIn(pad, Inrichting{}); err != nil {
				b.Fatal(err)
			}
			m, err := Open(pad, Instellingen{Klok: time.Now, Host: "test", Proces: 1})
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { m.Sluit() })
			eerste, err := m.Registreer(context.Background(), Aanmelding{Onderwerp: "Eerste", Categorie: "overig", Ontvangen: postnu}, postwie)
			if err != nil {
				b.Fatal(err)
			}
			tekst := inhoudVan(b, m.schijf, eerste.Nummer.Map()+"/klacht.yaml")
			for i := range aantal {
				dossiermap := fmt.Sprintf("%s/2026/K2026-%04d", pad, i+2)
				if err := os.Mkdir(dossiermap, 0o700); err != nil {
					b.Fatal(err)
				}
				zetNeer(b, dossiermap+"/klacht.yaml", tekst)
			}
			p := openPostboek(b, m)
			legKlaar(b, p, "eerste@example.org")
			legKlaar(b, p, "tweede@example.org")
			b.ResetTimer()
			for i := range b.N {
				if _, err := p.Registreer(context.Background(), postbericht(fmt.Sprintf("%d@example.org", i)), postwie, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
