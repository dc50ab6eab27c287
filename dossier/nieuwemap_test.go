package dossier

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// nummers gives K2026-0001, K2026-0002, …
func nummers(poging int) string { return fmt.Sprintf("K2026-%04d", poging+1) }

// vulMap makes what a new dossier has: a record and an attachment.
func vulMap(s schijf, merk string) func(string) error {
	return func(naam string) error {
		if _, _, err := zetBij(s, naam+"/bijlagen", "factuur.pdf", strings.NewReader("factuur "+merk)); err != nil {
			return err
		}
		_, err := s.schrijfNieuw(naam+"/klacht.yaml", strings.NewReader("id: "+merk))
		return err
	}
}

// heleMap checks that a dossier is whole.
func heleMap(t testing.TB, s schijf, naam, merk string) {
	t.Helper()
	if d := cmp.Diff([]string{"bijlagen", "klacht.yaml"}, namenIn(t, s, naam)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"factuur.pdf"}, namenIn(t, s, naam+"/bijlagen")); d != "" {
		t.Error(d)
	}
	if got := inhoudVan(t, s, naam+"/klacht.yaml"); got != "id: "+merk {
		t.Errorf("%s: %q", naam, got)
	}
	if got := inhoudVan(t, s, naam+"/bijlagen/factuur.pdf"); got != "factuur "+merk {
		t.Errorf("%s: %q", naam, got)
	}
}

func TestBouwMapNeemtDeEersteVrijeNaam(t *testing.T) {
	for soort, nieuw := range schijven {
		t.Run(soort, func(t *testing.T) {
			s := nieuw(t)
			maak(t, s, "2026")
			maak(t, s, "2026/K2026-0001") // empty, made by hand
			maak(t, s, "2026/K2026-0002")
			schrijf(t, s, "2026/K2026-0002/klacht.yaml", "van een ander")
			schrijf(t, s, "2026/K2026-0003", "een bestand")
			naam, err := bouwMap(s, "2026", vulMap(s, "a"), nummers)
			if err != nil || naam != "K2026-0004" {
				t.Fatalf("%q, %v", naam, err)
			}
			heleMap(t, s, "2026/K2026-0004", "a")
			if got := inhoudVan(t, s, "2026/K2026-0002/klacht.yaml"); got != "van een ander" {
				t.Errorf("het andere dossier is nu %q", got)
			}
			if d := cmp.Diff([]string{"K2026-0001", "K2026-0002", "K2026-0003", "K2026-0004"}, namenIn(t, s, "2026")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestBouwMapMaaktWatErbovenMist(t *testing.T) {
	s := nieuweSchijf(t)
	naam, err := bouwMap(s, "een/twee", vulMap(s, "a"), nummers)
	if err != nil {
		t.Fatal(err)
	}
	heleMap(t, s, "een/twee/"+naam, "a")
}

func TestBouwMapRuimtOp(t *testing.T) {
	stuk := errors.New("vullen mislukt")
	s := nieuweSchijf(t)
	for wat, g := range map[string]struct {
		vul       func(string) error
		kandidaat func(int) string
		fout      error
	}{
		"vullen mislukt":   {func(naam string) error { return errors.Join(vulMap(s, "a")(naam), stuk) }, nummers, stuk},
		"niets gevuld":     {func(string) error { return nil }, nummers, nil},
		"geen naam meer":   {vulMap(s, "a"), func(int) string { return "" }, nil},
		"naam in niets":    {vulMap(s, "a"), func(int) string { return "niets/K2026-0001" }, fs.ErrNotExist},
		"naam naar buiten": {vulMap(s, "a"), func(int) string { return "../../K2026-0001" }, errBuitenMap},
	} {
		naam, err := bouwMap(s, "2026", g.vul, g.kandidaat)
		if err == nil || naam != "" || g.fout != nil && !errors.Is(err, g.fout) {
			t.Errorf("%s: %q, %v", wat, naam, err)
		}
		if d := cmp.Diff([]string{}, namenIn(t, s, "2026")); d != "" {
			t.Errorf("%s: %s", wat, d)
		}
	}
}

func TestOnderbrokenNieuweMapIsErHeelOfNiet(t *testing.T) {
	onderbrekingen(t, func(t *testing.T, echt *echteSchijf, l *lastigeSchijf) {
		naam, err := bouwMap(l, "2026", vulMap(l, "a"), nummers)
		if overleeft(err) != (naam != "") {
			t.Errorf("%q, %v", naam, err)
		}
		_, kijkfout := echt.lstat("2026/K2026-0001")
		if kijkfout == nil {
			heleMap(t, echt, "2026/K2026-0001", "a")
		}
		if overleeft(err) != (kijkfout == nil) {
			t.Errorf("de uitkomst is %v, maar kijken gaf %v", err, kijkfout)
		}
		wil := nummers(0)
		if kijkfout == nil {
			wil = nummers(1)
		} else if l.fout != nil {
			if namen, err := echt.lijst("2026"); err == nil && len(namen) > 0 {
				t.Errorf("achtergebleven: %v", namen)
			}
		}
		naam, err = bouwMap(echt, "2026", vulMap(echt, "b"), nummers)
		if err != nil || naam != wil {
			t.Fatalf("de volgende keer: %q, %v", naam, err)
		}
		heleMap(t, echt, "2026/"+naam, "b")
	})
}

func TestVeelTegelijkKrijgenVerschillendeNummers(t *testing.T) {
	for soort, nieuw := range schijven {
		if soort == "lastig" {
			continue // counts its steps, so it is for one at a time
		}
		t.Run(soort, func(t *testing.T) {
			const velen, keren = 16, 10
			s := nieuw(t)
			var klaar sync.WaitGroup
			for i := range velen {
				klaar.Go(func() {
					for j := range keren {
						merk := fmt.Sprintf("%d-%d", i, j)
						naam, err := bouwMap(s, "2026", vulMap(s, merk), nummers)
						if err != nil {
							t.Error(err)
							continue
						}
						heleMap(t, s, "2026/"+naam, merk)
					}
				})
			}
			klaar.Wait()
			namen := namenIn(t, s, "2026")
			if len(namen) != velen*keren || namen[len(namen)-1] != nummers(velen*keren-1) {
				t.Errorf("%d mappen: %v", len(namen), namen)
			}
		})
	}
}

func TestZetBij(t *testing.T) {
	for soort, nieuw := range schijven {
		t.Run(soort, func(t *testing.T) {
			s := nieuw(t)
			for _, g := range []struct{ origineel, wil string }{
				{"Factuur mei.pdf", "Factuur mei.pdf"},
				{"FACTUUR MEI.PDF", "FACTUUR MEI-2.PDF"},
				{"../../klacht.yaml", "_klacht.yaml"},
				{"", "bijlage"},
				{"/", "bijlage-2"},
			} {
				naam, geschreven, err := zetBij(s, "K/bijlagen", g.origineel, strings.NewReader(g.origineel))
				if err != nil || naam != g.wil || geschreven.Bytes != int64(len(g.origineel)) || len(geschreven.SHA256) != 64 {
					t.Errorf("%q: %q, %v, %v; wil %q", g.origineel, naam, geschreven, err, g.wil)
				}
				if got := inhoudVan(t, s, "K/bijlagen/"+naam); got != g.origineel {
					t.Errorf("%q: %q", g.origineel, got)
				}
			}
			if d := cmp.Diff([]string{"FACTUUR MEI-2.PDF", "Factuur mei.pdf", "_klacht.yaml", "bijlage", "bijlage-2"}, namenIn(t, s, "K/bijlagen")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestOnderbrokenBijlageIsErHeelOfNiet(t *testing.T) {
	onderbrekingen(t, func(t *testing.T, echt *echteSchijf, l *lastigeSchijf) {
		maak(t, echt, "bijlagen")
		schrijf(t, echt, "bijlagen/factuur.pdf", "van een ander")
		_, _, err := zetBij(l, "bijlagen", "factuur.pdf", strings.NewReader("de inhoud"))
		staat, leesfout := leesOfNiets(echt, "bijlagen/factuur-2.pdf", grens)
		if leesfout != nil || staat != nil && string(staat) != "de inhoud" || overleeft(err) != (staat != nil) {
			t.Errorf("na %v staat er %q, %v", err, staat, leesfout)
		}
		if got := inhoudVan(t, echt, "bijlagen/factuur.pdf"); got != "van een ander" {
			t.Errorf("de andere bijlage is nu %q", got)
		}
	})
}
