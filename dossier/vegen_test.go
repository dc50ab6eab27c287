package dossier

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestVeegRuimtAlleenWatOudEnVanKlachtIs(t *testing.T) {
	nu := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	for soort, nieuw := range schijven {
		t.Run(soort, func(t *testing.T) {
			s := nieuw(t)
			pad := echtPad(t, s)
			maak(t, s, "K")
			for naam, uren := range map[string]int{
				".klacht-oud.tmp": 24, ".klacht-jong.tmp": 23, ".slot.tmp": 48, ".slot-0a1b.tmp": 25,
				"klacht.yaml": 10000, "offerte.tmp": 10000, ".tmp.bak": 10000, ".verborgen": 10000,
				".syncthing.klacht.yaml.tmp": 10000, ".mijn.tmp": 10000, ".slotje.tmp": 10000, ".klachten.tmp": 10000,
			} {
				schrijf(t, s, "K/"+naam, "x")
				zetTijd(t, filepath.Join(pad, "K", naam), nu.Add(-time.Duration(uren)*time.Hour))
			}
			for naam, uren := range map[string]int{".klacht-map.tmp": 30, ".klacht-nieuw.tmp": 2, "bijlagen": 10000, ".andermans.tmp": 10000} {
				maak(t, s, "K/"+naam)
				maak(t, s, "K/"+naam+"/diep")
				schrijf(t, s, "K/"+naam+"/diep/.klacht-x.tmp", "x")
				zetTijd(t, filepath.Join(pad, "K", naam, "diep", ".klacht-x.tmp"), nu.Add(-1000*time.Hour))
				zetTijd(t, filepath.Join(pad, "K", naam), nu.Add(-time.Duration(uren)*time.Hour))
			}
			weg, err := veeg(s, "K", nu)
			if err != nil {
				t.Error(err)
			}
			if d := cmp.Diff([]string{"K/.klacht-map.tmp", "K/.klacht-oud.tmp", "K/.slot-0a1b.tmp", "K/.slot.tmp"}, weg); d != "" {
				t.Error(d)
			}
			wil := []string{".andermans.tmp", ".klacht-jong.tmp", ".klacht-nieuw.tmp", ".klachten.tmp", ".mijn.tmp", ".slotje.tmp", ".syncthing.klacht.yaml.tmp", ".tmp.bak", ".verborgen", "bijlagen", "klacht.yaml", "offerte.tmp"}
			if d := cmp.Diff(wil, namenIn(t, s, "K")); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff([]string{".klacht-x.tmp"}, namenIn(t, s, "K/bijlagen/diep")); d != "" {
				t.Error(d)
			}
		})
	}
}

// echtPad gives where a schijf really is.
func echtPad(t testing.TB, s schijf) string {
	t.Helper()
	switch s := s.(type) {
	case *echteSchijf:
		return s.root.Name()
	case kaleSchijf:
		return s.root.Name()
	case zonderLinks:
		return s.root.Name()
	case *lastigeSchijf:
		return echtPad(t, s.onder)
	}
	t.Fatalf("%T staat nergens", s)
	return ""
}

func zetTijd(t testing.TB, pad string, tijd time.Time) {
	t.Helper()
	if err := os.Chtimes(pad, tijd, tijd); err != nil {
		t.Fatal(err)
	}
}

func TestVeegVolgtGeenVerwijzingen(t *testing.T) {
	boven := t.TempDir()
	buiten := filepath.Join(boven, "buiten")
	binnen := filepath.Join(boven, "binnen")
	for _, m := range []string{buiten, binnen, filepath.Join(binnen, ".klacht-map.tmp")} {
		if err := os.Mkdir(m, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	zetNeer(t, filepath.Join(buiten, "brief.eml"), "x")
	verwijzing(t, buiten, filepath.Join(binnen, ".klacht-link.tmp"))
	verwijzing(t, buiten, filepath.Join(binnen, ".klacht-map.tmp", "link"))
	later := time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
	s := schijfOp(t, binnen)
	weg, err := veeg(s, ".", later)
	if d := cmp.Diff([]string{".klacht-map.tmp"}, weg); d != "" || err != nil {
		t.Error(d, err)
	}
	if d := cmp.Diff([]string{".klacht-link.tmp"}, namenIn(t, s, ".")); d != "" {
		t.Error(d)
	}
	if got, err := os.ReadFile(filepath.Join(buiten, "brief.eml")); string(got) != "x" {
		t.Error(got, err)
	}
}

func TestVeegGaatDoorNaWatNietLukt(t *testing.T) {
	s := nieuweSchijf(t)
	for _, naam := range []string{".klacht-a.tmp", ".klacht-b.tmp", ".klacht-c.tmp"} {
		schrijf(t, s, naam, "x")
	}
	l := &lastigeSchijf{onder: s}
	l.voor = func(wat string) {
		if strings.HasSuffix(wat, "lstat .klacht-b.tmp") {
			l.faal, l.fout = l.stap+1, syscall.EBUSY
		}
	}
	weg, err := veeg(l, ".", time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC))
	moet(t, "veeg", err, syscall.EBUSY)
	if d := cmp.Diff([]string{".klacht-a.tmp", ".klacht-c.tmp"}, weg); d != "" {
		t.Error(d)
	}
}
