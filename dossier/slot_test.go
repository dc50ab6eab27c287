package dossier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var (
	slotTijd = time.Date(2026, 11, 20, 16, 40, 0, 0, time.UTC)
	anna     = slotHouder{Host: "pc-anna", Proces: 4711}
	bram     = slotHouder{Host: "pc-bram", Proces: 12}
)

func opTijd(t time.Time) func() time.Time { return func() time.Time { return t } }

// korteRegels wait no longer than a test can bear.
func korteRegels() slotRegels {
	return slotRegels{Klok: opTijd(slotTijd), Wacht: 20 * time.Millisecond, Leeft: func(int) bool { return true }}
}

func neem(t testing.TB, s schijf, wie slotHouder, k slotRegels) *slot {
	t.Helper()
	sl, err := neemSlot(context.Background(), s, "K", wie, k)
	if err != nil {
		t.Fatal(err)
	}
	return sl
}

func TestSlot(t *testing.T) {
	for soort, nieuw := range schijven {
		t.Run(soort, func(t *testing.T) {
			s := nieuw(t)
			maak(t, s, "K")
			eerste := neem(t, s, anna, korteRegels())
			_, err := neemSlot(context.Background(), s, "K", bram, korteRegels())
			var bezet *bezetFout
			if !errors.As(err, &bezet) {
				t.Fatal(err)
			}
			wil := &bezetFout{"K/.slot.tmp", slotHouder{"pc-anna", 4711, slotTijd}, false}
			if d := cmp.Diff(wil, bezet); d != "" {
				t.Error(d)
			}
			if got, wil := bezet.Error(), "K wordt al bijgewerkt door proces 4711 op pc-anna, sinds vr 20 november 2026 17:40"; got != wil {
				t.Errorf("%q, wil %q", got, wil)
			}
			if got, wil := bezet.Tip(), "wacht even en probeer het opnieuw"; got != wil {
				t.Errorf("%q, wil %q", got, wil)
			}
			moet(t, "geefVrij", eerste.geefVrij(), nil)
			moet(t, "nog eens", eerste.geefVrij(), nil)
			tweede := neem(t, s, bram, korteRegels())
			moet(t, "het oude slot nog eens", eerste.geefVrij(), nil)
			if d := cmp.Diff([]string{slotNaam}, namenIn(t, s, "K")); d != "" {
				t.Error(d)
			}
			moet(t, "geefVrij", tweede.geefVrij(), nil)
			if d := cmp.Diff([]string{}, namenIn(t, s, "K")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestSlotWachtOpDeVorige(t *testing.T) {
	s := nieuweSchijf(t)
	maak(t, s, "K")
	eerste := neem(t, s, anna, korteRegels())
	l := &lastigeSchijf{onder: s}
	pogingen := 0
	l.voor = func(wat string) {
		if strings.HasPrefix(wat, "schrijfNieuw") {
			if pogingen++; pogingen == 4 {
				moet(t, "geefVrij", eerste.geefVrij(), nil)
			}
		}
	}
	k := korteRegels()
	k.Wacht = time.Hour
	moet(t, "geefVrij", neem(t, l, bram, k).geefVrij(), nil)
}

func TestSlotWachtNietLangerDanDeAanroeper(t *testing.T) {
	s := nieuweSchijf(t)
	maak(t, s, "K")
	neem(t, s, anna, korteRegels())
	ctx, stop := context.WithCancel(context.Background())
	l := &lastigeSchijf{onder: s, voor: func(wat string) {
		if strings.HasPrefix(wat, "lees") {
			stop()
		}
	}}
	k := korteRegels()
	k.Wacht = time.Hour
	_, err := neemSlot(ctx, l, "K", bram, k)
	moet(t, "neemSlot", err, context.Canceled)
}

func TestSlotInMapDieErNietIs(t *testing.T) {
	_, err := neemSlot(context.Background(), nieuweSchijf(t), "K", anna, korteRegels())
	moet(t, "neemSlot", err, fs.ErrNotExist)
}

func TestVerlopenSlot(t *testing.T) {
	for _, g := range []struct {
		naam     string
		wie      slotHouder
		klok     time.Time
		leeft    bool
		verlopen bool
	}{
		{"van een ander, pas genomen", bram, slotTijd.Add(time.Minute), false, false},
		{"van een ander, lang geleden", bram, slotTijd.Add(11 * time.Minute), true, true},
		{"zelfde computer, proces loopt", slotHouder{Host: "pc-anna", Proces: 1}, slotTijd.Add(time.Minute), true, false},
		{"zelfde computer, proces weg", slotHouder{Host: "pc-anna", Proces: 1}, slotTijd.Add(time.Minute), false, true},
		{"de klok loopt achter", bram, slotTijd.Add(-time.Hour), true, false},
	} {
		for _, mag := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, breken mag=%v", g.naam, mag), func(t *testing.T) {
				s := nieuweSchijf(t)
				maak(t, s, "K")
				oud := neem(t, s, anna, korteRegels())
				var gevraagd []slotHouder
				k := korteRegels()
				k.Klok, k.Leeft = opTijd(g.klok), func(int) bool { return g.leeft }
				k.Breek = func(h slotHouder) bool {
					gevraagd = append(gevraagd, h)
					return mag
				}
				sl, err := neemSlot(context.Background(), s, "K", g.wie, k)
				var wil []slotHouder
				if g.verlopen {
					wil = []slotHouder{{"pc-anna", 4711, slotTijd}}
				}
				if d := cmp.Diff(wil, gevraagd); d != "" {
					t.Error("gevraagd: ", d)
				}
				if mag && g.verlopen {
					if err != nil {
						t.Fatal(err)
					}
					// The first holder wakes up after all, and leaves the second's alone.
					moet(t, "geefVrij van het gebroken slot", oud.geefVrij(), nil)
					if h, _, err := bekijkSlot(s, "K/"+slotNaam); err != nil || h.Proces != g.wie.Proces {
						t.Errorf("%v, %v", h, err)
					}
					moet(t, "geefVrij", sl.geefVrij(), nil)
					return
				}
				var bezet *bezetFout
				if !errors.As(err, &bezet) || bezet.Verlopen != g.verlopen {
					t.Fatal(err)
				}
				if g.verlopen != strings.Contains(bezet.Tip(), "verwijder dan K/.slot.tmp") {
					t.Error(bezet.Tip())
				}
			})
		}
	}
}

func TestAfgekaptSlotHeeftDeTijdVanHetBestand(t *testing.T) {
	for _, inhoud := range []string{"", `{"host":"pc-an`, `[]`, `{"host":"","proces":3}`, "\x00\x00"} {
		s := nieuweSchijf(t)
		maak(t, s, "K")
		pad := filepath.Join(s.root.Name(), "K", slotNaam)
		zetNeer(t, pad, inhoud)
		if err := os.Chtimes(pad, slotTijd, slotTijd); err != nil {
			t.Fatal(err)
		}
		k := korteRegels()
		_, err := neemSlot(context.Background(), s, "K", bram, k)
		if err == nil || !strings.HasPrefix(err.Error(), "K wordt al bijgewerkt door een ander programma, sinds ") {
			t.Errorf("%q: %v", inhoud, err)
		}
		k.Klok = opTijd(slotTijd.Add(time.Hour))
		k.Breek = func(slotHouder) bool { return true }
		moet(t, "geefVrij", neem(t, s, bram, k).geefVrij(), nil)
	}
}

// Many find the same stale slot and may all break it. Never do two hold it,
// and the first holder's late release takes nobody's turn away.
func TestTegelijkBrekenGeeftEenHouder(t *testing.T) {
	for soort, nieuw := range schijven {
		if soort == "lastig" || soort == "zonder links" {
			// The first counts its steps; the second has no exclusive rename of a
			// file, so that breaking at once is safe only to within an instant.
			continue
		}
		t.Run(soort, func(t *testing.T) {
			for ronde := range 20 {
				s := nieuw(t)
				maak(t, s, "K")
				neem(t, s, anna, korteRegels())
				var binnen, beurten atomic.Int32
				var klaar sync.WaitGroup
				for i := range 12 {
					klaar.Go(func() {
						k := korteRegels()
						k.Wacht = time.Minute
						k.Leeft = func(proces int) bool { return proces != anna.Proces }
						k.Breek = func(h slotHouder) bool {
							if h.Proces != anna.Proces {
								t.Errorf("het slot van %v is niet verlopen", h)
							}
							return true
						}
						sl, err := neemSlot(context.Background(), s, "K", slotHouder{Host: "pc-anna", Proces: 5000 + i}, k)
						if err != nil {
							t.Error(err)
							return
						}
						if binnen.Add(1) != 1 {
							t.Errorf("ronde %d: twee tegelijk", ronde)
						}
						beurten.Add(1)
						binnen.Add(-1)
						moet(t, "geefVrij", sl.geefVrij(), nil)
					})
				}
				klaar.Wait()
				if beurten.Load() != 12 {
					t.Errorf("%d beurten", beurten.Load())
				}
			}
		})
	}
}

// The breaker was overtaken: the slot that it judged has been broken already,
// or given back, and what stands there is another's.
func TestTeLaatBrekenLaatEenNieuwSlotStaan(t *testing.T) {
	for soort, nieuw := range schijven {
		t.Run(soort, func(t *testing.T) {
			for _, wat := range []string{"al gebroken", "vrijgegeven"} {
				s := nieuw(t)
				maak(t, s, "K")
				oud := neem(t, s, anna, korteRegels())
				_, kenmerk, err := bekijkSlot(s, "K/"+slotNaam)
				if err != nil {
					t.Fatal(err)
				}
				if wat == "vrijgegeven" {
					moet(t, wat, oud.geefVrij(), nil)
				} else {
					moet(t, wat, breekSlot(s, "K/"+slotNaam, kenmerk), nil)
				}
				neem(t, s, bram, korteRegels())
				moet(t, "te laat", breekSlot(s, "K/"+slotNaam, kenmerk), nil)
				if h, _, err := bekijkSlot(s, "K/"+slotNaam); err != nil || h.Host != bram.Host {
					t.Errorf("%s: het slot is nu van %v, %v", wat, h, err)
				}
			}
		})
	}
}

// Two break at once, and while one puts back what was not the stale slot, a
// third takes the turn: that is no reason for the first to give up.
func TestDerdeTijdensTerugzettenIsGeenFout(t *testing.T) {
	l := &lastigeSchijf{onder: nieuweSchijf(t)}
	maak(t, l, "K")
	oud := neem(t, l, anna, korteRegels())
	_, kenmerk, err := bekijkSlot(l, "K/"+slotNaam)
	if err != nil {
		t.Fatal(err)
	}
	moet(t, "vrijgeven", oud.geefVrij(), nil)
	neem(t, l, bram, korteRegels())
	verplaatst := 0
	l.voor = func(wat string) {
		if !strings.HasPrefix(wat, "hernoemNieuw") {
			return
		}
		if verplaatst++; verplaatst == 2 {
			l.voor = nil
			neem(t, l, slotHouder{Host: "pc-chris", Proces: 3}, korteRegels())
		}
	}
	moet(t, "breken", breekSlot(l, "K/"+slotNaam, kenmerk), nil)
	if h, _, err := bekijkSlot(l, "K/"+slotNaam); err != nil || h.Host != "pc-chris" {
		t.Errorf("het slot is nu van %v, %v", h, err)
	}
}

func TestNaOnderbrokenSlotKanEenVolgende(t *testing.T) {
	onderbrekingen(t, func(t *testing.T, echt *echteSchijf, l *lastigeSchijf) {
		maak(t, echt, "K")
		sl, err := neemSlot(context.Background(), l, "K", anna, korteRegels())
		if err == nil {
			err = sl.geefVrij()
		}
		if err == nil && l.geraakt() {
			t.Error("geen fout")
		}
		// Its process is gone.
		k := korteRegels()
		k.Klok, k.Leeft = opTijd(slotTijd.Add(time.Hour)), func(int) bool { return false }
		k.Breek = func(slotHouder) bool { return true }
		pad := filepath.Join(echt.root.Name(), "K", slotNaam)
		if _, err := os.Lstat(pad); err == nil {
			if err := os.Chtimes(pad, slotTijd, slotTijd); err != nil {
				t.Fatal(err)
			}
		}
		moet(t, "geefVrij", neem(t, echt, slotHouder{Host: "pc-anna", Proces: 1}, k).geefVrij(), nil)
	})
}

func TestProcesLeeft(t *testing.T) {
	if !procesLeeft(os.Getpid()) {
		t.Error("dit proces loopt")
	}
	for _, nummer := range []int{0, -1} {
		if procesLeeft(nummer) {
			t.Errorf("%d is geen proces", nummer)
		}
	}
}
