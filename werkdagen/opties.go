package werkdagen

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Kalendersoort is a choice of holidays.
type Kalendersoort string

// The calendars.
const (
	KalenderATW     Kalendersoort = "atw"     // Algemene termijnenwet art. 3: Goede Vrijdag and every 5 May among them
	KalenderBedrijf Kalendersoort = "bedrijf" // as most companies: Goede Vrijdag is worked, 5 May is off in years divisible by five
)

// Gelijkgesteld says where the days designated by royal decree
// (Algemene termijnenwet art. 3 lid 3) count.
type Gelijkgesteld string

// Where designated days count.
const (
	GelijkgesteldNee        Gelijkgesteld = "nee"        // nowhere
	GelijkgesteldVerlenging Gelijkgesteld = "verlenging" // in statutory extension only: people work on them
	GelijkgesteldVrij       Gelijkgesteld = "vrij"       // in statutory extension and in counting working days
)

// Verlenging says whether a term that ends on a day off is extended.
type Verlenging string

// The extensions.
const (
	VerlengingGeen Verlenging = "geen" // never: the term is a promise of one's own
	VerlengingATW  Verlenging = "atw"  // Algemene termijnenwet art. 1 and 2, within the bounds of art. 4
)

// Sluiting is a run of days, both included, on which the organisation itself is
// closed. Tot 0 is one day only.
type Sluiting struct {
	Van, Tot     Datum
	Omschrijving string
}

// Opties is what a calendar can be asked to do. An empty field is its value in
// StandaardOpties. Werkweek and Gesloten count for working days only, never for
// statutory extension.
type Opties struct {
	Kalender      Kalendersoort
	Gelijkgesteld Gelijkgesteld
	Verlenging    Verlenging
	Werkweek      []Weekdag // nil is Monday to Friday
	Gesloten      []Sluiting
}

// StandaardOpties gives the default: calendar atw, designated days in statutory
// extension, no extension, Monday to Friday, never closed.
func StandaardOpties() Opties {
	return Opties{Kalender: KalenderATW, Gelijkgesteld: GelijkgesteldVerlenging, Verlenging: VerlengingGeen}
}

// aangevuld gives the options with defaults for what is empty and slices of its
// own, or says what is wrong with them.
func (o Opties) aangevuld() (Opties, error) {
	standaard := StandaardOpties()
	o.Kalender = cmp.Or(o.Kalender, standaard.Kalender)
	o.Gelijkgesteld = cmp.Or(o.Gelijkgesteld, standaard.Gelijkgesteld)
	o.Verlenging = cmp.Or(o.Verlenging, standaard.Verlenging)
	if err := cmp.Or(
		toegestaan("kalender", o.Kalender, KalenderATW, KalenderBedrijf),
		toegestaan("gelijkgesteld", o.Gelijkgesteld, GelijkgesteldNee, GelijkgesteldVerlenging, GelijkgesteldVrij),
		toegestaan("verlenging", o.Verlenging, VerlengingGeen, VerlengingATW),
	); err != nil {
		return o, err
	}
	werkweek, err := controleerWerkweek(o.Werkweek)
	if err != nil {
		return o, err
	}
	o.Werkweek = werkweek
	o.Gesloten = slices.Clone(o.Gesloten)
	for i, s := range o.Gesloten {
		if o.Gesloten[i], err = s.aangevuld(); err != nil {
			return o, err
		}
	}
	return o, nil
}

func toegestaan[T ~string](naam string, waarde T, keuzes ...T) error {
	if slices.Contains(keuzes, waarde) {
		return nil
	}
	lijst := string(keuzes[0])
	for i, k := range keuzes[1:] {
		scheiding := ", "
		if i == len(keuzes)-2 {
			scheiding = " of "
		}
		lijst += scheiding + string(k)
	}
	return fmt.Errorf("%s kan niet %s zijn, kies %s", naam, citaat(string(waarde)), lijst)
}

func controleerWerkweek(week []Weekdag) ([]Weekdag, error) {
	if week == nil {
		return []Weekdag{Maandag, Dinsdag, Woensdag, Donderdag, Vrijdag}, nil
	}
	if len(week) == 0 {
		return nil, errors.New("de werkweek is leeg: er moet minstens één dag in de week gewerkt worden")
	}
	week = slices.Clone(week)
	slices.Sort(week)
	for i, w := range week {
		if w < Maandag || w > Zondag {
			return nil, fmt.Errorf("de werkweek bevat een dag die niet bestaat (%d)", uint8(w))
		}
		if i > 0 && week[i-1] == w {
			return nil, fmt.Errorf("de werkweek noemt %s twee keer", w)
		}
	}
	return week, nil
}

func (s Sluiting) aangevuld() (Sluiting, error) {
	if s.Tot == 0 {
		s.Tot = s.Van
	}
	if s.Van == 0 {
		return s, errors.New("een sluiting heeft geen eerste dag")
	}
	if s.Tot < s.Van {
		return s, fmt.Errorf("een sluiting eindigt (%s) voordat zij begint (%s)", s.Tot, s.Van)
	}
	if err := cmp.Or(BinnenBereik(s.Van), BinnenBereik(s.Tot)); err != nil {
		return s, fmt.Errorf("een sluiting kan niet: %w", err)
	}
	return s, nil
}
