package werkdagen

import (
	"encoding/json"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// Every day of the years 1–9999 against the standard library, by day number,
// parts, weekday and text.
func TestDatumTegenTime(t *testing.T) {
	dag := time.Date(1, 1, 1, 12, 0, 0, 0, time.UTC)
	for d := Datum(1); ; d++ {
		jaar, maand, m := dag.Year(), int(dag.Month()), dag.Day()
		if jaar > hoogsteJaar {
			if got := vanDelen(9999, 12, 31); got != d-1 {
				t.Errorf("9999-12-31 is day %d, want %d", got, d-1)
			}
			return
		}
		if got, err := NieuweDatum(jaar, maand, m); err != nil || got != d {
			t.Fatalf("NieuweDatum(%d, %d, %d) = %d, %v; want %d", jaar, maand, m, got, err, d)
		}
		if j, mm, dd := d.Delen(); j != jaar || mm != maand || dd != m {
			t.Fatalf("%d: Delen() = %d-%d-%d, want %d-%d-%d", d, j, mm, dd, jaar, maand, m)
		}
		if w := dag.Weekday(); int(d.Weekdag())%7 != int(w) {
			t.Fatalf("%s: Weekdag() = %v, want %v", d, d.Weekdag(), w)
		}
		dag = dag.AddDate(0, 0, 1)
	}
}

func TestGrenzenVanDeKalender(t *testing.T) {
	if got := eersteDatum.String(); got != "1990-01-01" {
		t.Errorf("eersteDatum = %s", got)
	}
	if got := laatsteDatum.String(); got != "2299-12-31" {
		t.Errorf("laatsteDatum = %s", got)
	}
}

func TestNieuweDatumWeigert(t *testing.T) {
	for _, tt := range []struct {
		jaar, maand, dag int
		fout             string
	}{
		{2026, 2, 31, "31-2-2026 is geen bestaande datum: februari 2026 heeft 28 dagen"},
		{2024, 2, 30, "30-2-2024 is geen bestaande datum: februari 2024 heeft 29 dagen"},
		{1900, 2, 29, "29-2-1900 is geen bestaande datum: februari 1900 heeft 28 dagen"},
		{2026, 13, 1, "1-13-2026 is geen bestaande datum: maand 13 bestaat niet, een jaar heeft 12 maanden"},
		{2026, 0, 1, "1-0-2026 is geen bestaande datum: maand 0 bestaat niet, een jaar heeft 12 maanden"},
		{2026, 4, 0, "0-4-2026 is geen bestaande datum: een maand begint op dag 1"},
		{2026, 4, -1, "-1-4-2026 is geen bestaande datum: een maand begint op dag 1"},
		{0, 1, 1, "1-1-0 is geen bestaande datum: het jaar moet tussen 1 en 9999 liggen"},
		{10000, 1, 1, "1-1-10000 is geen bestaande datum: het jaar moet tussen 1 en 9999 liggen"},
	} {
		d, err := NieuweDatum(tt.jaar, tt.maand, tt.dag)
		if d != 0 || err == nil || err.Error() != tt.fout {
			t.Errorf("NieuweDatum(%d, %d, %d) = %v, %v; want %s", tt.jaar, tt.maand, tt.dag, d, err, tt.fout)
		}
	}
}

func TestPlus(t *testing.T) {
	for _, tt := range []struct {
		van     string
		maanden int
		wil     string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2028-01-31", 1, "2028-02-29"},
		{"2026-01-31", 3, "2026-04-30"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2026-12-15", 1, "2027-01-15"},
		{"2026-01-15", -1, "2025-12-15"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2026-07-01", 0, "2026-07-01"},
		{"9999-12-31", 1, ""},
		{"0001-01-01", -1, ""},
		{"2026-01-01", 1 << 62, ""},
		{"2026-01-01", -1 << 63, ""},
	} {
		if got := datum(t, tt.van).PlusMaanden(tt.maanden).String(); got != tt.wil {
			t.Errorf("%s + %d maanden = %q, want %q", tt.van, tt.maanden, got, tt.wil)
		}
	}
	if got := datum(t, "2024-02-29").PlusJaren(1).String(); got != "2025-02-28" {
		t.Errorf("29 February + 1 year = %s, want 2025-02-28", got)
	}
	if got := datum(t, "2026-01-01").PlusJaren(1 << 60); got != 0 {
		t.Errorf("+ 2^60 years = %v, want no date", got)
	}
	if got := Datum(0).PlusJaren(1); got != 0 {
		t.Errorf("no date + 1 year = %v, want no date", got)
	}
}

// A month on is what the standard library makes of it where the day exists, and
// otherwise the month's last day.
func TestPlusMaandenTegenTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Datum(rapid.Int32Range(int32(eersteDatum), int32(laatsteDatum)).Draw(t, "datum"))
		n := rapid.IntRange(-2000, 2000).Draw(t, "maanden")
		jaar, maand, dag := d.Delen()
		wil := time.Date(jaar, time.Month(maand+n), dag, 0, 0, 0, 0, time.UTC)
		if wil.Day() != dag {
			wil = time.Date(jaar, time.Month(maand+n)+1, 0, 0, 0, 0, 0, time.UTC)
		}
		if got := d.PlusMaanden(n).String(); got != wil.Format(time.DateOnly) {
			t.Errorf("%s + %d months = %s, want %s", d, n, got, wil.Format(time.DateOnly))
		}
	})
}

func TestDatumTekst(t *testing.T) {
	d := datum(t, "2026-11-27")
	if got := d.Lang(); got != "vr 27 november 2026" {
		t.Errorf("Lang() = %q", got)
	}
	if got := d.Voluit(); got != "vrijdag 27 november 2026" {
		t.Errorf("Voluit() = %q", got)
	}
	if got := Datum(0).Lang() + Datum(0).Voluit() + Datum(0).String(); got != "" {
		t.Errorf("no date reads %q", got)
	}
	if got := datum(t, "0099-01-02").String(); got != "0099-01-02" {
		t.Errorf("String() = %q", got)
	}
}

func TestDatumJSON(t *testing.T) {
	type rij struct {
		Op     Datum `json:"op"`
		Einde  Datum `json:"einde"`
		Tweede *Datum
	}
	b, err := json.Marshal(rij{Op: datum(t, "2026-11-27")})
	if err != nil || string(b) != `{"op":"2026-11-27","einde":null,"Tweede":null}` {
		t.Fatalf("Marshal = %s, %v", b, err)
	}
	var terug rij
	if err := json.Unmarshal(b, &terug); err != nil || terug.Op != datum(t, "2026-11-27") || terug.Einde != 0 {
		t.Errorf("Unmarshal = %+v, %v", terug, err)
	}
	for _, s := range []string{`20261127`, `"27-11-2026"`, `"2026-02-30"`, `""`, `[]`, `true`} {
		var d Datum
		if err := json.Unmarshal([]byte(s), &d); err == nil {
			t.Errorf("Unmarshal(%s) = %s, want an error", s, d)
		}
	}
}

func TestWeekdag(t *testing.T) {
	for w := Maandag; w <= Zondag; w++ {
		for _, s := range []string{w.String(), w.Kort()} {
			if got, err := LeesWeekdag(s); got != w || err != nil {
				t.Errorf("LeesWeekdag(%q) = %v, %v", s, got, err)
			}
		}
	}
	if got, err := LeesWeekdag(" Woensdag "); got != Woensdag || err != nil {
		t.Errorf("LeesWeekdag(Woensdag) = %v, %v", got, err)
	}
	for _, s := range []string{"", "mon", "m", "maandagen"} {
		if got, err := LeesWeekdag(s); err == nil {
			t.Errorf("LeesWeekdag(%q) = %v, want an error", s, got)
		}
	}
	if got := Weekdag(0).String() + Weekdag(9).Kort(); got != "" {
		t.Errorf("no weekday reads %q", got)
	}
}

func TestDag(t *testing.T) {
	// Vectors are in vectors_tijd.csv; these are the ends of the year count.
	for _, tt := range []struct {
		moment time.Time
		wil    string
	}{
		{time.Date(9999, 12, 31, 23, 30, 0, 0, time.UTC), ""},
		{time.Date(9999, 12, 31, 22, 30, 0, 0, time.UTC), "9999-12-31"},
		{time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), ""},
		{time.Date(2026, 11, 27, 14, 0, 0, 0, time.FixedZone("", 14*3600)), "2026-11-27"},
	} {
		if got := Dag(tt.moment).String(); got != tt.wil {
			t.Errorf("Dag(%v) = %q, want %q", tt.moment, got, tt.wil)
		}
	}
}
