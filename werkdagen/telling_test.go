package werkdagen

import (
	"testing"

	"pgregory.net/rapid"
)

func TestOver(t *testing.T) {
	k := kalender(t, Opties{})
	for _, tt := range []struct {
		peildatum, uiterlijk string
		wil                  int
	}{
		{"2026-11-20", "2026-11-27", 5},
		{"2026-11-26", "2026-11-27", 1},
		{"2026-11-27", "2026-11-27", 0},
		{"2026-11-28", "2026-11-27", 0}, // the weekend right behind it
		{"2026-11-29", "2026-11-27", 0},
		{"2026-11-30", "2026-11-27", -1},
		{"2026-11-28", "2026-11-29", 0},
		{"2026-12-24", "2027-01-04", 5}, // 25 December and 1 January are off
		{"2027-01-04", "2026-12-24", -5},
		{"2025-12-31", "2026-12-31", 253}, // 261 from Monday to Friday less 8 holidays among them
		{"1980-01-01", "1990-01-02", 1},
		{"2299-12-28", "2400-01-01", 1},
		{"1980-01-01", "1985-01-01", 0},
		{"2400-01-01", "2500-01-01", 0},
	} {
		if got := k.Over(datum(t, tt.peildatum), datum(t, tt.uiterlijk)); got != tt.wil {
			t.Errorf("Over(%s, %s) = %d, want %d", tt.peildatum, tt.uiterlijk, got, tt.wil)
		}
	}
}

// Counting by bits is counting by days.
func TestOverIsTellen(t *testing.T) {
	ks := kalenders(t)
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom(ks).Draw(t, "kalender")
		a := Datum(rapid.Int32Range(int32(eersteDatum)-400, int32(laatsteDatum)+400).Draw(t, "peildatum"))
		b := a + Datum(rapid.Int32Range(0, 1200).Draw(t, "dagen"))
		wil := 0
		for d := a + 1; d <= b; d++ {
			if k.IsWerkdag(d) {
				wil++
			}
		}
		if got := k.Over(a, b); got != wil {
			t.Errorf("Over(%s, %s) = %d, want %d", a, b, got, wil)
		}
		if got := k.Over(b, a); got != -wil {
			t.Errorf("Over(%s, %s) = %d, want %d", b, a, got, -wil)
		}
	})
}

func TestLaatsteWerkdag(t *testing.T) {
	k := kalender(t, Opties{})
	for in, wil := range map[string]string{
		"2026-11-27": "2026-11-27",
		"2026-11-29": "2026-11-27",
		"2027-01-03": "2026-12-31",
		"2026-12-27": "2026-12-24",
		"1990-01-01": "", // a holiday with nothing before it
		"1989-12-31": "",
		"2300-01-01": "",
	} {
		got, err := k.LaatsteWerkdag(datum(t, in))
		if got.String() != wil || (err == nil) != (wil != "") {
			t.Errorf("LaatsteWerkdag(%s) = %s, %v; want %q", in, got, err, wil)
		}
	}
	if _, err := k.LaatsteWerkdag(0); err == nil {
		t.Error("no date should be refused")
	}
}

func TestEersteGewoneDag(t *testing.T) {
	for _, tt := range []struct {
		dag     string
		opties  Opties
		wil     string
		voorbij string
	}{
		{"2026-11-27", Opties{}, "2026-11-27", ""},
		{"2026-11-28", Opties{}, "2026-11-30", "2026-11-28=zaterdag;2026-11-29=zondag"},
		{"2026-05-14", Opties{}, "2026-05-18", "2026-05-14=hemelvaartsdag;2026-05-15=gelijkgesteld;2026-05-16=zaterdag;2026-05-17=zondag"},
		{"2026-05-14", Opties{Gelijkgesteld: GelijkgesteldNee}, "2026-05-15", "2026-05-14=hemelvaartsdag"},
		// The law knows no closed days and no work week but its own.
		{"2026-11-25", Opties{Werkweek: []Weekdag{Maandag}, Gesloten: []Sluiting{{Van: datum(t, "2026-11-25")}}}, "2026-11-25", ""},
		{"2026-11-28", Opties{Werkweek: []Weekdag{Zaterdag}}, "2026-11-30", "2026-11-28=zaterdag;2026-11-29=zondag"},
	} {
		got, voorbij, err := kalender(t, tt.opties).EersteGewoneDag(datum(t, tt.dag))
		if err != nil || got.String() != tt.wil || kolom(voorbij) != tt.voorbij {
			t.Errorf("EersteGewoneDag(%s) = %s, %s, %v; want %s, %s", tt.dag, got, kolom(voorbij), err, tt.wil, tt.voorbij)
		}
	}
	k := kalender(t, Opties{})
	for _, d := range []Datum{0, eersteDatum - 1, laatsteDatum, laatsteDatum + 1} { // 31 December 2299 is a Sunday
		if got, _, err := k.EersteGewoneDag(d); err == nil {
			t.Errorf("EersteGewoneDag(%s) = %s, want an error", d, got)
		}
	}
}
