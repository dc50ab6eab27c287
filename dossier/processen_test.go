package dossier

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Names of the environment variables by which a test starts itself again as
// another process.
const (
	omgevingWerk = "KLACHT_PROEF_WERK"
	omgevingMap  = "KLACHT_PROEF_MAP"
	omgevingKeer = "KLACHT_PROEF_KEER"
	omgevingKaal = "KLACHT_PROEF_ZONDER_WISSEL"
)

// TestAlsProces is what those other processes do; alone it does nothing.
func TestAlsProces(t *testing.T) {
	werk := os.Getenv(omgevingWerk)
	if werk == "" {
		t.Skip("dit is het werk van een proces dat een andere test start")
	}
	keer, err := strconv.Atoi(os.Getenv(omgevingKeer))
	if err != nil {
		t.Fatal(err)
	}
	var s schijf = schijfOp(t, os.Getenv(omgevingMap))
	if os.Getenv(omgevingKaal) != "" {
		s = kaleSchijf{s.(*echteSchijf)}
	}
	for i := range keer {
		merk := fmt.Sprintf("%d-%d", os.Getpid(), i)
		switch werk {
		case "nummer":
			naam, err := bouwMap(s, "2026", vulMap(s, merk), nummers)
			if err != nil {
				t.Fatal(err)
			}
			heleMap(t, s, "2026/"+naam, merk)
		case "notitie":
			k := slotRegels{Klok: opTijd(slotTijd), Wacht: time.Minute}
			sl, err := neemSlot(context.Background(), s, ".", slotHouder{Host: "pc-anna", Proces: os.Getpid()}, k)
			if err != nil {
				t.Fatal(err)
			}
			if err := werkBij(s, "klacht.yaml", grens, bijregel(merk)); err != nil {
				t.Fatal(err)
			}
			if err := sl.geefVrij(); err != nil {
				t.Fatal(err)
			}
		case "blijven hangen":
			if _, err := neemSlot(context.Background(), s, ".", slotHouder{Host: "pc-anna", Proces: os.Getpid()}, korteRegels()); err != nil {
				t.Fatal(err)
			}
		default:
			t.Fatalf("onbekend werk %q", werk)
		}
	}
}

// alsProcessen starts aantal processes at once and gives their numbers when
// all are done.
func alsProcessen(t *testing.T, s *echteSchijf, aantal int, werk string, keer int, kaal string) []int {
	t.Helper()
	zelf, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	lopend := make([]*exec.Cmd, aantal)
	uitvoer := make([]strings.Builder, aantal)
	for i := range lopend {
		c := exec.CommandContext(t.Context(), zelf, "-test.run=^TestAlsProces$", "-test.count=1")
		c.Env = append(os.Environ(), omgevingWerk+"="+werk, omgevingMap+"="+s.root.Name(), omgevingKeer+"="+strconv.Itoa(keer), omgevingKaal+"="+kaal)
		c.Stdout, c.Stderr = &uitvoer[i], &uitvoer[i]
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lopend[i] = c
	}
	nummers := make([]int, aantal)
	for i, c := range lopend {
		nummers[i] = c.Process.Pid
		if err := c.Wait(); err != nil {
			t.Errorf("proces %d: %v\n%s", c.Process.Pid, err, &uitvoer[i])
		}
	}
	return nummers
}

func TestProcessenKrijgenVerschillendeNummers(t *testing.T) {
	const aantal = 32
	for kaal, keer := range map[string]int{"": 25, "ja": 3} {
		s := nieuweSchijf(t)
		alsProcessen(t, s, aantal, "nummer", keer, kaal)
		namen := namenIn(t, s, "2026")
		if len(namen) != aantal*keer || namen[len(namen)-1] != nummers(aantal*keer-1) {
			t.Errorf("zonder wissel=%q: %d mappen", kaal, len(namen))
		}
		merken := map[string]bool{}
		for _, naam := range namen {
			merken[inhoudVan(t, s, "2026/"+naam+"/klacht.yaml")] = true
		}
		if len(merken) != aantal*keer {
			t.Errorf("zonder wissel=%q: %d verschillende dossiers", kaal, len(merken))
		}
	}
}

func TestProcessenSchrijvenOmDeBeurt(t *testing.T) {
	const aantal, keer = 8, 25
	for _, kaal := range []string{"", "ja"} {
		s := nieuweSchijf(t)
		schrijf(t, s, "klacht.yaml", "")
		alsProcessen(t, s, aantal, "notitie", keer, kaal)
		regels := strings.Fields(inhoudVan(t, s, "klacht.yaml"))
		slices.Sort(regels)
		if len(regels) != aantal*keer || len(slices.Compact(regels)) != aantal*keer {
			t.Errorf("zonder wissel=%q: %d regels", kaal, len(regels))
		}
		if namen := namenIn(t, s, "."); len(namen) != 1 {
			t.Errorf("achtergebleven: %v", namen)
		}
	}
}

func TestSlotVanProcesDatWegIsWordtNaVragenGebroken(t *testing.T) {
	s := nieuweSchijf(t)
	proces := alsProcessen(t, s, 1, "blijven hangen", 1, "")[0]
	var gevraagd []int
	k := slotRegels{Klok: opTijd(slotTijd), Breek: func(h slotHouder) bool {
		gevraagd = append(gevraagd, h.Proces)
		return true
	}}
	sl, err := neemSlot(context.Background(), s, ".", slotHouder{Host: "pc-anna", Proces: os.Getpid()}, k)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(gevraagd, []int{proces}) {
		t.Errorf("gevraagd over %v, wil %d", gevraagd, proces)
	}
	moet(t, "geefVrij", sl.geefVrij(), nil)
}
