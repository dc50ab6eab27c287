package werkdagen

import (
	"errors"
	"fmt"
	"slices"
	"sync/atomic"
)

// Kalender knows which days count. It never changes and is safe for use by
// several goroutines at once. What it works out for a year it keeps, so one
// Kalender for many terms is faster than one for each.
type Kalender struct {
	opties     Opties
	feestdagen *feestdagen
	jaren      [LaatsteJaar - EersteJaar + 1]atomic.Pointer[jaarblad]
}

// NieuweKalender makes a calendar. Options that can't be (an empty work week, an
// unknown value, a closing before its opening) are an error.
func NieuweKalender(o Opties) (*Kalender, error) {
	o, err := o.aangevuld()
	if err != nil {
		return nil, err
	}
	return &Kalender{opties: o, feestdagen: nieuweFeestdagen(o.Kalender)}, nil
}

// MetSluitingen gives the same calendar with other closed days. It is cheaper
// than a new one: the holidays are shared.
func (k *Kalender) MetSluitingen(gesloten []Sluiting) (*Kalender, error) {
	o := k.Opties()
	o.Gesloten = gesloten
	o, err := o.aangevuld()
	if err != nil {
		return nil, err
	}
	return &Kalender{opties: o, feestdagen: k.feestdagen}, nil
}

// Opties gives the options in force, defaults filled in.
func (k *Kalender) Opties() Opties {
	o := k.opties
	o.Werkweek = slices.Clone(o.Werkweek)
	o.Gesloten = slices.Clone(o.Gesloten)
	return o
}

// BinnenBereik is an error for a date that the calendar can't answer for.
func BinnenBereik(d Datum) error {
	switch {
	case d == 0:
		return errors.New("er is geen datum gegeven")
	case d < eersteDatum || d > laatsteDatum:
		return fmt.Errorf("%s valt buiten de kalender, die loopt van %d tot en met %d", d, EersteJaar, LaatsteJaar)
	}
	return nil
}

// Feestdagen gives the calendar's holidays of a year in order, those in a weekend
// included.
func (k *Kalender) Feestdagen(jaar int) ([]Feestdag, error) {
	if jaar < EersteJaar || jaar > LaatsteJaar {
		return nil, fmt.Errorf("het jaar %d valt buiten de kalender, die loopt van %d tot en met %d", jaar, EersteJaar, LaatsteJaar)
	}
	return slices.Clone(k.feestdagen.van(jaar)), nil
}

// Redenen says why d does not count as a working day, in the order weekend (or
// outside the work week), holidays by the alphabet, closed, designated. It is
// empty when d counts, and outside 1990–2299.
func (k *Kalender) Redenen(d Datum) []Reden {
	if d < eersteDatum || d > laatsteDatum {
		return nil
	}
	var redenen []Reden
	w := d.Weekdag()
	if !k.inWerkweek(w) {
		redenen = append(redenen, weekendReden(w))
	}
	redenen = k.metFeestdagen(redenen, d)
	if k.sluiting(d) != nil {
		redenen = append(redenen, Gesloten)
	}
	if k.opties.Gelijkgesteld == GelijkgesteldVrij && besluitVoor(d) != "" {
		redenen = append(redenen, AangewezenDag)
	}
	return redenen
}

// rustredenen says why d is no ordinary day in the sense of Algemene
// termijnenwet art. 1: own work week and closed days have no say in that.
func (k *Kalender) rustredenen(d Datum) []Reden {
	var redenen []Reden
	if w := d.Weekdag(); w >= Zaterdag {
		redenen = append(redenen, weekendReden(w))
	}
	redenen = k.metFeestdagen(redenen, d)
	if k.opties.Gelijkgesteld != GelijkgesteldNee && besluitVoor(d) != "" {
		redenen = append(redenen, AangewezenDag)
	}
	return redenen
}

func (k *Kalender) inWerkweek(w Weekdag) bool { return slices.Contains(k.opties.Werkweek, w) }

func weekendReden(w Weekdag) Reden {
	switch w {
	case Zaterdag:
		return ZaterdagReden
	case Zondag:
		return ZondagReden
	}
	return GeenWerkdag
}

func (k *Kalender) metFeestdagen(redenen []Reden, d Datum) []Reden {
	for _, f := range k.feestdagen.van(d.Jaar()) {
		if f.Datum == d {
			redenen = append(redenen, f.Reden)
		}
	}
	return redenen
}

// sluiting gives the organisation's own closing on d, or nil.
func (k *Kalender) sluiting(d Datum) *Sluiting {
	for i, s := range k.opties.Gesloten {
		if s.Van <= d && d <= s.Tot {
			return &k.opties.Gesloten[i]
		}
	}
	return nil
}
