package werkdagen

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNieuweKalenderWeigert(t *testing.T) {
	dag := func(s string) Datum { return datum(t, s) }
	for _, tt := range []struct {
		naam   string
		opties Opties
		fout   string
	}{
		{"empty work week", Opties{Werkweek: []Weekdag{}}, "de werkweek is leeg: er moet minstens één dag in de week gewerkt worden"},
		{"a day twice", Opties{Werkweek: []Weekdag{Maandag, Vrijdag, Maandag}}, "de werkweek noemt maandag twee keer"},
		{"no weekday", Opties{Werkweek: []Weekdag{Maandag, 8}}, "de werkweek bevat een dag die niet bestaat (8)"},
		{"unknown calendar", Opties{Kalender: "belgie"}, `kalender kan niet "belgie" zijn, kies atw of bedrijf`},
		{"unknown designation", Opties{Gelijkgesteld: "ja"}, `gelijkgesteld kan niet "ja" zijn, kies nee, verlenging of vrij`},
		{"unknown extension", Opties{Verlenging: "ja"}, `verlenging kan niet "ja" zijn, kies geen of atw`},
		{"two faults, one sentence", Opties{Kalender: "x", Verlenging: "y"}, `kalender kan niet "x" zijn, kies atw of bedrijf`},
		{"closing the wrong way round", Opties{Gesloten: []Sluiting{{Van: dag("2026-12-31"), Tot: dag("2026-12-24")}}},
			"een sluiting eindigt (2026-12-24) voordat zij begint (2026-12-31)"},
		{"closing without a day", Opties{Gesloten: []Sluiting{{}}}, "een sluiting heeft geen eerste dag"},
		{"closing beyond the calendar", Opties{Gesloten: []Sluiting{{Van: dag("2026-12-24"), Tot: dag("3000-01-01")}}},
			"een sluiting kan niet: 3000-01-01 valt buiten de kalender, die loopt van 1990 tot en met 2299"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			if _, err := NieuweKalender(tt.opties); err == nil || err.Error() != tt.fout {
				t.Errorf("got %v, want %s", err, tt.fout)
			}
		})
	}
}

func TestStandaard(t *testing.T) {
	wil := Opties{
		Kalender: KalenderATW, Gelijkgesteld: GelijkgesteldVerlenging, Verlenging: VerlengingGeen,
		Werkweek: []Weekdag{Maandag, Dinsdag, Woensdag, Donderdag, Vrijdag},
	}
	for _, o := range []Opties{{}, StandaardOpties()} {
		if diff := cmp.Diff(wil, kalender(t, o).Opties()); diff != "" {
			t.Errorf("options (-want +got):\n%s", diff)
		}
	}
}

// A calendar keeps to the options that it was made with, whatever becomes of the
// slices that they came in or went out with.
func TestKalenderVerandertNiet(t *testing.T) {
	o := Opties{
		Werkweek: []Weekdag{Vrijdag, Maandag},
		Gesloten: []Sluiting{{Van: datum(t, "2026-11-23"), Tot: datum(t, "2026-11-23")}},
	}
	k := kalender(t, o)
	o.Werkweek[0], o.Gesloten[0].Van = Zondag, 0
	uit := k.Opties()
	uit.Werkweek[0], uit.Gesloten[0].Tot = Zaterdag, laatsteDatum
	for d, wil := range map[string]bool{"2026-11-20": true, "2026-11-22": false, "2026-11-23": false, "2026-11-30": true} {
		if got := k.IsWerkdag(datum(t, d)); got != wil {
			t.Errorf("IsWerkdag(%s) = %v, want %v", d, got, wil)
		}
	}
}

func TestRedenen(t *testing.T) {
	eigen := Opties{
		Werkweek:      []Weekdag{Maandag, Dinsdag, Donderdag, Vrijdag, Zaterdag},
		Gelijkgesteld: GelijkgesteldVrij,
		Gesloten: []Sluiting{
			{Van: datum(t, "2026-12-24"), Tot: datum(t, "2027-01-03"), Omschrijving: "kerst"},
			{Van: datum(t, "2026-05-15")},
		},
	}
	for _, tt := range []struct {
		dag     string
		opties  Opties
		redenen string
	}{
		{"2026-11-23", Opties{}, ""},
		{"2026-11-22", Opties{}, "zondag"},
		{"2026-12-26", Opties{}, "zaterdag+tweede-kerstdag"},
		{"2016-05-05", Opties{}, "bevrijdingsdag+hemelvaartsdag"},
		{"2016-05-05", Opties{Kalender: KalenderBedrijf}, "hemelvaartsdag"},
		{"2026-05-15", Opties{}, ""},
		{"2026-05-15", Opties{Gelijkgesteld: GelijkgesteldVrij}, "gelijkgesteld"},
		{"2026-05-15", eigen, "gesloten+gelijkgesteld"},
		{"2026-05-16", eigen, ""}, // a Saturday that is worked
		{"2026-11-25", eigen, "geen-werkdag"},
		{"2026-12-26", eigen, "tweede-kerstdag+gesloten"},
		{"2026-12-27", eigen, "zondag+gesloten"},
		{"2026-12-30", eigen, "geen-werkdag+gesloten"},
		{"2013-04-30", Opties{}, "koninginnedag"},
		{"2013-04-27", Opties{}, "zaterdag"},
		{"1989-12-31", Opties{}, ""},
	} {
		var redenen []string
		k := kalender(t, tt.opties)
		for _, r := range k.Redenen(datum(t, tt.dag)) {
			redenen = append(redenen, string(r))
		}
		if got := strings.Join(redenen, "+"); got != tt.redenen {
			t.Errorf("Redenen(%s) = %q, want %q", tt.dag, got, tt.redenen)
		}
	}
}

// Whether a day counts and why it doesn't are two roads to the same answer.
func TestRedenenEnIsWerkdagStemmenOvereen(t *testing.T) {
	for _, k := range kalenders(t) {
		for d := eersteDatum; d <= laatsteDatum; d++ {
			if k.IsWerkdag(d) != (len(k.Redenen(d)) == 0) {
				t.Fatalf("%+v: IsWerkdag(%s) = %v, Redenen = %v", k.Opties(), d, k.IsWerkdag(d), k.Redenen(d))
			}
			if k.isRustdag(d) != (len(k.rustredenen(d)) != 0) {
				t.Fatalf("%+v: isRustdag(%s) = %v, rustredenen = %v", k.Opties(), d, k.isRustdag(d), k.rustredenen(d))
			}
		}
	}
}

// kalenders gives a calendar of each kind.
func kalenders(t testing.TB) []*Kalender {
	t.Helper()
	return []*Kalender{
		kalender(t, Opties{}),
		kalender(t, Opties{Kalender: KalenderBedrijf, Gelijkgesteld: GelijkgesteldNee, Verlenging: VerlengingATW}),
		kalender(t, Opties{Gelijkgesteld: GelijkgesteldVrij, Verlenging: VerlengingATW}),
		kalender(t, Opties{
			Verlenging: VerlengingATW,
			Werkweek:   []Weekdag{Woensdag, Zaterdag},
			Gesloten: []Sluiting{
				{Van: datum(t, "2025-12-20"), Tot: datum(t, "2026-01-05"), Omschrijving: "kerstsluiting"},
				{Van: datum(t, "2026-01-03"), Tot: datum(t, "2026-01-20"), Omschrijving: "verhuizing"},
				{Van: datum(t, "2024-02-29")},
			},
		}),
	}
}

func TestMetSluitingen(t *testing.T) {
	k := kalender(t, Opties{Kalender: KalenderBedrijf, Werkweek: []Weekdag{Maandag, Dinsdag}, Gesloten: []Sluiting{{Van: datum(t, "2026-11-23")}}})
	ander, err := k.MetSluitingen([]Sluiting{{Van: datum(t, "2026-11-24")}})
	if err != nil {
		t.Fatal(err)
	}
	for d, wil := range map[string][2]bool{
		"2026-11-23": {false, true}, "2026-11-24": {true, false}, "2026-11-25": {false, false},
	} {
		if got := [2]bool{k.IsWerkdag(datum(t, d)), ander.IsWerkdag(datum(t, d))}; got != wil {
			t.Errorf("%s is a working day: %v, want %v", d, got, wil)
		}
	}
	if _, err := k.MetSluitingen([]Sluiting{{}}); err == nil {
		t.Error("a closing without a day should be refused")
	}
}

func TestBinnenBereik(t *testing.T) {
	for d, wil := range map[Datum]string{
		eersteDatum:      "",
		laatsteDatum:     "",
		0:                "er is geen datum gegeven",
		eersteDatum - 1:  "1989-12-31 valt buiten de kalender, die loopt van 1990 tot en met 2299",
		laatsteDatum + 1: "2300-01-01 valt buiten de kalender, die loopt van 1990 tot en met 2299",
		-1 << 31:         "",
		1<<31 - 1:        "",
	} {
		err := BinnenBereik(d)
		if binnen := d >= eersteDatum && d <= laatsteDatum; binnen != (err == nil) {
			t.Errorf("BinnenBereik(%d) = %v", d, err)
		}
		if wil != "" && err.Error() != wil {
			t.Errorf("BinnenBereik(%d) = %v, want %s", d, err, wil)
		}
	}
}

func TestFeestdagenBuitenBereik(t *testing.T) {
	k := kalender(t, Opties{})
	for _, jaar := range []int{1989, 2300, 0, -1, 1 << 60} {
		if dagen, err := k.Feestdagen(jaar); err == nil {
			t.Errorf("Feestdagen(%d) = %v, want an error", jaar, dagen)
		}
	}
	dagen, err := k.Feestdagen(2026)
	if err != nil {
		t.Fatal(err)
	}
	dagen[0].Datum = 0 // the caller's copy
	if again, _ := k.Feestdagen(2026); again[0].Datum == 0 {
		t.Error("a caller changed the calendar's own table")
	}
}

// Many goroutines may ask one calendar at once, also for years that nobody asked
// for before (run with -race).
func TestKalenderTegelijk(t *testing.T) {
	k := kalender(t, Opties{Verlenging: VerlengingATW})
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for jaar := EersteJaar; jaar < LaatsteJaar; jaar++ {
				if _, err := k.Bereken(vanDelen(jaar, 12, 20), Termijn{10, Werkdagen}); err != nil {
					t.Errorf("%d: %v", jaar, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestGelijkgestelden(t *testing.T) {
	var dagen []string
	for jaar := EersteJaar; jaar <= LaatsteJaar; jaar++ {
		for _, g := range Gelijkgestelden(jaar) {
			if g.Bron == "" {
				t.Errorf("%s has no source", g.Datum)
			}
			if g.Datum.Weekdag() >= Zaterdag {
				t.Errorf("%s is a %s: a typing error?", g.Datum, g.Datum.Weekdag())
			}
			dagen = append(dagen, g.Datum.String())
		}
	}
	if !slices.IsSorted(dagen) || len(dagen) != 20 {
		t.Errorf("want 20 designated days in order, got %v", dagen)
	}
	if eerste, laatste := dagen[0][:4], dagen[len(dagen)-1][:4]; eerste != "2017" || laatste != "2028" {
		t.Errorf("designated days from %s to %s, but the constants say %d and %d", eerste, laatste, EersteGelijkgesteldeJaar, LaatsteGelijkgesteldeJaar)
	}
}
