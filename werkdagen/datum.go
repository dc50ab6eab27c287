package werkdagen

import (
	"encoding/json"
	"fmt"
)

// Datum is a civil date as its rata die number: 1 is Monday 1 January of year 1
// in the proleptic Gregorian calendar, and 0 is no date. Dates compare with <
// and ==, and d+7 is a week after d.
type Datum int32

// The first and the last year that the calendar can answer for.
const (
	EersteJaar  = 1990
	LaatsteJaar = 2299
)

const (
	laagsteJaar  = 1
	hoogsteJaar  = 9999
	eersteDatum  = Datum(726468) // 1990-01-01
	laatsteDatum = Datum(839692) // 2299-12-31
)

// NieuweDatum gives the date of year jaar (1–9999), month maand (1–12) and day
// dag. A day that does not exist is an error.
func NieuweDatum(jaar, maand, dag int) (Datum, error) {
	if waarom := bestaatNiet(jaar, maand, dag); waarom != "" {
		return 0, fmt.Errorf("%d-%d-%d is geen bestaande datum: %s", dag, maand, jaar, waarom)
	}
	return vanDelen(jaar, maand, dag), nil
}

// bestaatNiet says why the date does not exist, or "" when it does.
func bestaatNiet(jaar, maand, dag int) string {
	if jaar < laagsteJaar || jaar > hoogsteJaar {
		return fmt.Sprintf("het jaar moet tussen %d en %d liggen", laagsteJaar, hoogsteJaar)
	}
	if maand < 1 || maand > 12 {
		return fmt.Sprintf("maand %d bestaat niet, een jaar heeft 12 maanden", maand)
	}
	if n := dagenInMaand(jaar, maand); dag > n {
		return fmt.Sprintf("%s %d heeft %d dagen", maandnaam(maand), jaar, n)
	}
	if dag < 1 {
		return "een maand begint op dag 1"
	}
	return ""
}

// vanDelen counts the days up to an existing date, with years that begin on
// 1 March so that the leap day is the last of its year.
func vanDelen(jaar, maand, dag int) Datum {
	if maand <= 2 {
		jaar--
		maand += 12
	}
	voorMaand := (153*(maand-3) + 2) / 5 // days from 1 March to the first of maand
	return Datum(365*jaar + jaar/4 - jaar/100 + jaar/400 + voorMaand + dag - 306)
}

// Delen gives the year, the month (1–12) and the day (1–31).
func (d Datum) Delen() (jaar, maand, dag int) {
	n := int(d) + 305 // days since 1 March of year 0
	eeuwen := deel(n, 146097)
	n -= eeuwen * 146097
	j := (n - n/1460 + n/36524 - n/146096) / 365
	n -= 365*j + j/4 - j/100
	m := (5*n + 2) / 153
	jaar, maand, dag = j+400*eeuwen, m+3, n-(153*m+2)/5+1
	if maand > 12 {
		jaar, maand = jaar+1, maand-12
	}
	return jaar, maand, dag
}

// deel divides rounding down, also for what lies before year 1.
func deel(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Jaar gives the year.
func (d Datum) Jaar() int {
	jaar, _, _ := d.Delen()
	return jaar
}

func schrikkeljaar(jaar int) bool {
	return jaar%4 == 0 && (jaar%100 != 0 || jaar%400 == 0)
}

func dagenInMaand(jaar, maand int) int {
	switch maand {
	case 2:
		if schrikkeljaar(jaar) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// PlusMaanden gives the same day n months on (or back, when n is negative); where
// that month is shorter, its last day: 31 January + 1 month is 28 or 29 February.
// Outside the years 1–9999 there is no date: 0.
func (d Datum) PlusMaanden(n int) Datum {
	const meer = hoogsteJaar * 12
	if d == 0 || n > meer || n < -meer {
		return 0
	}
	jaar, maand, dag := d.Delen()
	maanden := jaar*12 + maand - 1 + n
	jaar, maand = deel(maanden, 12), maanden-12*deel(maanden, 12)+1
	if jaar < laagsteJaar || jaar > hoogsteJaar {
		return 0
	}
	return vanDelen(jaar, maand, min(dag, dagenInMaand(jaar, maand)))
}

// PlusJaren gives the same day n years on: 29 February + 1 year is 28 February.
// Outside the years 1–9999 there is no date: 0.
func (d Datum) PlusJaren(n int) Datum {
	if n > hoogsteJaar || n < -hoogsteJaar {
		return 0
	}
	return d.PlusMaanden(12 * n)
}

// String gives the date as files and JSON have it (ISO 8601), 2026-11-27, and
// "" for no date.
func (d Datum) String() string {
	if d == 0 {
		return ""
	}
	jaar, maand, dag := d.Delen()
	return fmt.Sprintf("%04d-%02d-%02d", jaar, maand, dag)
}

// Lang gives the date as screens and letters have it, vr 27 november 2026, and
// "" for no date. LeesDatumVrij reads it back, so the year has four digits.
func (d Datum) Lang() string {
	if d == 0 {
		return ""
	}
	jaar, maand, dag := d.Delen()
	return fmt.Sprintf("%s %d %s %04d", d.Weekdag().Kort(), dag, maandnaam(maand), jaar)
}

// Voluit is Lang with the weekday in full, for letters: vrijdag 27 november 2026.
func (d Datum) Voluit() string {
	if d == 0 {
		return ""
	}
	return d.Weekdag().String() + d.Lang()[len(d.Weekdag().Kort()):]
}

// Kort is Lang with the month cut short, for narrow tables: vr 27 nov 2026.
func (d Datum) Kort() string {
	if d == 0 {
		return ""
	}
	jaar, maand, dag := d.Delen()
	naam := maandnaam(maand)[:3]
	if maand == 3 {
		naam = "mrt" // else it would read as a misspelling of maart
	}
	return fmt.Sprintf("%s %d %s %04d", d.Weekdag().Kort(), dag, naam, jaar)
}

// MarshalJSON writes "2026-11-27", or null for no date.
func (d Datum) MarshalJSON() ([]byte, error) {
	if d == 0 {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes, and nothing else.
func (d *Datum) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*d = 0
		return nil
	}
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return fmt.Errorf("%s is geen datum: een datum staat tussen aanhalingstekens, zoals \"2026-11-27\"", citaat(string(b)))
	}
	gelezen, err := LeesDatum(s)
	if err != nil {
		return err
	}
	*d = gelezen
	return nil
}
