package werkdagen

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var bijwerken = flag.Bool("bijwerken", false, "rewrite the golden files")

func TestUitleg(t *testing.T) {
	wettelijk := Opties{Verlenging: VerlengingATW}
	eigen := Opties{
		Kalender: KalenderBedrijf,
		Werkweek: []Weekdag{Maandag, Dinsdag, Donderdag, Vrijdag},
		Gesloten: []Sluiting{{Van: datum(t, "2026-04-07"), Tot: datum(t, "2026-04-09"), Omschrijving: "verhuizing\nen inrichten "}, {Van: datum(t, "2026-04-10")}},
	}
	for _, tt := range []struct {
		naam, ontvangen, termijn string
		opties                   Opties
	}{
		{"werkdagen-hemelvaart", "2026-05-08", "5 werkdagen", Opties{}},
		{"werkdagen-gelijkgesteld-vrij", "2026-05-08", "5 werkdagen", Opties{Gelijkgesteld: GelijkgesteldVrij}},
		{"werkdagen-bedrijf-eigen", "2026-03-30", "6 werkdagen", eigen},
		{"werkdagen-bedrijf-5-mei", "2026-05-01", "2 werkdagen", Opties{Kalender: KalenderBedrijf}},
		{"werkdagen-wettelijk", "2018-12-20", "5 werkdagen", wettelijk},
		{"weken-belofte", "2026-11-27", "4 weken", Opties{}},
		{"weken-wettelijk-kerst", "2026-11-27", "4 weken", wettelijk},
		{"weken-wettelijk-gelijkgesteld", "2026-04-16", "4 weken", wettelijk},
		{"dagen-artikel-2-pasen", "2026-04-02", "3 dagen", wettelijk},
		{"dagen-artikel-2-maandag", "2026-11-20", "3 dagen", wettelijk},
		{"dagen-artikel-4", "2026-01-24", "91 dagen", wettelijk},
		{"maanden-korter", "2026-01-31", "3 maanden", wettelijk},
		{"jaren-schrikkel", "2024-02-29", "2 jaar", wettelijk},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			termijn, err := LeesTermijn(tt.termijn)
			if err != nil {
				t.Fatal(err)
			}
			b := bereken(t, kalender(t, tt.opties), datum(t, tt.ontvangen), termijn)
			got := strings.Join(b.Uitleg(), "\n") + "\n"
			bestand := filepath.Join("..", "testdata", "werkdagen", "uitleg", tt.naam+".txt")
			if *bijwerken {
				if err := os.WriteFile(bestand, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			wil, err := os.ReadFile(bestand)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(wil), got); diff != "" {
				t.Errorf("explanation (-want +got):\n%s", diff)
			}
		})
	}
}

// For every vector: each day of a term of working days has its own line in order,
// the counts run from 1 to 5, and the last line has the result.
func TestUitlegHeeftElkeDag(t *testing.T) {
	for _, rij := range lees(t, "vectors_public.csv") {
		for kop, o := range kolommen() {
			b := bereken(t, kalender(t, o), datum(t, rij["ontvangen"]), Termijn{5, Werkdagen})
			regels := b.Uitleg()
			d, n := b.Ontvangen, 0
			for _, regel := range regels[:len(regels)-1] {
				if !strings.HasPrefix(regel, d.Lang()+" ") {
					t.Fatalf("%s %s: line %q, want %s", rij["id"], kop, regel, d.Lang())
				}
				if strings.Contains(regel, " werkdag ") {
					n++
				}
				d++
			}
			if n != 5 || d != b.Uiterlijk+1 {
				t.Errorf("%s %s: %d counted up to %s, want 5 up to %s", rij["id"], kop, n, d-1, b.Uiterlijk)
			}
			slot := regels[len(regels)-1]
			if !strings.HasPrefix(slot, "uiterlijk "+datum(t, rij[kop+"werkdag5"]).Lang()+". Bron: ") {
				t.Errorf("%s %s: last line %q", rij["id"], kop, slot)
			}
		}
	}
}

func TestUitlegVanNiets(t *testing.T) {
	if got := (Berekening{}).Uitleg(); got != nil {
		t.Errorf("got %q, want nothing", got)
	}
}
