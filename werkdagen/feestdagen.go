package werkdagen

import (
	"cmp"
	"encoding/json"
	"slices"
	"sync/atomic"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/nl"
)

// Feestdag is a holiday of a calendar.
type Feestdag struct {
	Datum Datum
	Reden Reden
}

// Naam gives the holiday's name as people write it: Goede Vrijdag.
func (f Feestdag) Naam() string { return f.Reden.Naam() }

// MarshalJSON writes {"datum","weekdag","naam","reden"}.
func (f Feestdag) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Datum   Datum  `json:"datum"`
		Weekdag string `json:"weekdag"`
		Naam    string `json:"naam"`
		Reden   Reden  `json:"reden"`
	}{f.Datum, f.Datum.Weekdag().Kort(), f.Naam(), f.Reden})
}

// feestdagen holds the holidays of one calendar, each year worked out when it is
// first asked for. Two goroutines may both work a year out; they store the same.
type feestdagen struct {
	soort   Kalendersoort
	uitCal  []calFeestdag
	perJaar [LaatsteJaar - EersteJaar + 1]atomic.Pointer[[]Feestdag]
}

type calFeestdag struct {
	reden Reden
	dag   *cal.Holiday
}

// nieuweFeestdagen takes from rickar/cal what it has right: the fixed days and
// those that follow Easter (Algemene termijnenwet art. 3 lid 1 and 2). They are
// copies: the package's own variables are shared and never changed.
func nieuweFeestdagen(soort Kalendersoort) *feestdagen {
	return &feestdagen{soort: soort, uitCal: []calFeestdag{
		{Nieuwjaarsdag, nl.Nieuwjaar.Clone(nil)},
		{GoedeVrijdag, nl.GoedeVrijdag.Clone(nil)},
		{TweedePaasdag, nl.TweedePaasdag.Clone(nil)},
		{Bevrijdingsdag, nl.BevrijdingsDag.Clone(nil)},
		{Hemelvaartsdag, nl.Hemelvaart.Clone(nil)},
		{TweedePinksterdag, nl.TweedePinksterDag.Clone(nil)},
		{EersteKerstdag, nl.EersteKerstdag.Clone(nil)},
		{TweedeKerstdag, nl.TweedeKerstdag.Clone(nil)},
	}}
}

// van gives the holidays of a year within 1990–2299 in order of date and name.
func (f *feestdagen) van(jaar int) []Feestdag {
	plek := &f.perJaar[jaar-EersteJaar]
	if dagen := plek.Load(); dagen != nil {
		return *dagen
	}
	dagen := []Feestdag{koningsfeest(jaar)}
	for _, c := range f.uitCal {
		if f.isVrij(c.reden, jaar) {
			werkelijk, _ := c.dag.Calc(jaar)
			dagen = append(dagen, Feestdag{dagVanCal(werkelijk), c.reden})
		}
	}
	slices.SortFunc(dagen, func(a, b Feestdag) int {
		return cmp.Or(cmp.Compare(a.Datum, b.Datum), cmp.Compare(a.Reden, b.Reden))
	})
	plek.Store(&dagen)
	return dagen
}

// isVrij tells whether this calendar has the holiday off in that year.
func (f *feestdagen) isVrij(r Reden, jaar int) bool {
	if f.soort != KalenderBedrijf {
		return true
	}
	return r != GoedeVrijdag && (r != Bevrijdingsdag || jaar%5 == 0)
}

// isGoedeVrijdag tells whether d is one, also where the calendar has it worked.
func (f *feestdagen) isGoedeVrijdag(d Datum) bool {
	return slices.Contains(f.van(d.Jaar()), Feestdag{d + 3, TweedePaasdag})
}

// koningsfeest gives the day on which the birthday of King or Queen is
// celebrated, moved to Saturday where it falls on a Sunday: through 2013 30 April
// (BWBR0031338), from 2014 27 April (BWBR0032908).
// QUIRK: rickar/cal has 27 April in every year.
func koningsfeest(jaar int) Feestdag {
	f := Feestdag{vanDelen(jaar, 4, 27), Koningsdag}
	if jaar <= 2013 {
		f = Feestdag{vanDelen(jaar, 4, 30), Koninginnedag}
	}
	if f.Datum.Weekdag() == Zondag {
		f.Datum--
	}
	return f
}

// dagVanCal reads the day that rickar/cal means.
// QUIRK: it gives midnight in the machine's own zone. Where summer time begins at
// midnight that moment doesn't exist and 23:00 of the day before may come out;
// half a day later it is the right day everywhere.
func dagVanCal(t time.Time) Datum {
	jaar, maand, dag := t.Add(12 * time.Hour).Date()
	return vanDelen(jaar, int(maand), dag)
}
