package werkdagen

import (
	"fmt"
	"strings"
)

// Weekdag is a day of the week, numbered as in ISO 8601; 0 is none.
type Weekdag uint8

// The days of the week.
const (
	Maandag Weekdag = iota + 1
	Dinsdag
	Woensdag
	Donderdag
	Vrijdag
	Zaterdag
	Zondag
)

// Weekdag gives the day of the week.
func (d Datum) Weekdag() Weekdag {
	n := (int(d) - 1) % 7
	if n < 0 {
		n += 7
	}
	return Weekdag(n) + Maandag
}

// String gives the name in full: maandag; "" for none.
func (w Weekdag) String() string {
	switch w {
	case Maandag:
		return "maandag"
	case Dinsdag:
		return "dinsdag"
	case Woensdag:
		return "woensdag"
	case Donderdag:
		return "donderdag"
	case Vrijdag:
		return "vrijdag"
	case Zaterdag:
		return "zaterdag"
	case Zondag:
		return "zondag"
	}
	return ""
}

// Kort gives the usual two letters: ma.
func (w Weekdag) Kort() string {
	if naam := w.String(); naam != "" {
		return naam[:2]
	}
	return ""
}

// LeesWeekdag reads ma or maandag, in any case.
func LeesWeekdag(s string) (Weekdag, error) {
	klein := strings.ToLower(strings.TrimSpace(s))
	for w := Maandag; w <= Zondag; w++ {
		if klein == w.String() || klein == w.Kort() {
			return w, nil
		}
	}
	return 0, fmt.Errorf("%s is geen weekdag: kies uit ma, di, wo, do, vr, za en zo", citaat(s))
}
