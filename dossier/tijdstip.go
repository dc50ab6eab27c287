package dossier

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"klacht/werkdagen"
)

// Tijdstip is the day, or the moment, at which something happened. Dag is
// always the day in Europe/Amsterdam; Moment is zero when only the day is
// known.
type Tijdstip struct {
	Dag    werkdagen.Datum
	Moment time.Time
}

// OpDag is the Tijdstip of a day without a time.
func OpDag(d werkdagen.Datum) Tijdstip { return Tijdstip{Dag: d} }

// OpMoment is the Tijdstip of t, to the second, in Amsterdam's zone.
func OpMoment(t time.Time) Tijdstip {
	t = t.In(werkdagen.Amsterdam()).Truncate(time.Second)
	return Tijdstip{Dag: werkdagen.Dag(t), Moment: t}
}

// vormen are the notations of a moment; those without a zone are Amsterdam time.
var vormen = []string{
	time.RFC3339,
	"2006-01-02 15:04:05Z07:00",
	"2006-01-02T15:04Z07:00",
	"2006-01-02T15:04:05",
	"2006-01-02T15:04",
	"2006-01-02 15:04:05",
	"2006-01-02 15:04",
}

// LeesTijdstip reads a day (2026-11-20) or a moment (RFC 3339, or without a
// zone and then in Amsterdam time: 2026-11-20 16:40). Whatever its zone, it is
// given in that of Amsterdam: its first ten characters are the day that counts.
func LeesTijdstip(s string) (Tijdstip, error) {
	s = strings.TrimSpace(s)
	if !strings.Contains(s, ":") {
		d, err := werkdagen.LeesDatum(s)
		if err != nil {
			return Tijdstip{}, err
		}
		return OpDag(d), werkdagen.BinnenBereik(d)
	}
	for _, vorm := range vormen {
		t, err := time.ParseInLocation(vorm, s, werkdagen.Amsterdam())
		if err != nil {
			continue
		}
		op := OpMoment(t)
		return op, werkdagen.BinnenBereik(op.Dag)
	}
	return Tijdstip{}, fmt.Errorf("%q is geen datum of tijdstip; schrijf bijvoorbeeld 2026-11-20 of 2026-11-20T16:40:00+01:00", s)
}

// IsLeeg reports whether t says nothing.
func (t Tijdstip) IsLeeg() bool { return t.Dag == 0 }

// HeeftTijd reports whether the moment is known and not just the day.
func (t Tijdstip) HeeftTijd() bool { return !t.Moment.IsZero() }

// Gelijk reports whether t and u are the same day or the same moment.
func (t Tijdstip) Gelijk(u Tijdstip) bool {
	return t.Dag == u.Dag && t.HeeftTijd() == u.HeeftTijd() && t.Moment.Equal(u.Moment)
}

// VoorNa compares: by moment where both have one, else by day. It returns a
// negative number, 0 or a positive number.
func (t Tijdstip) VoorNa(u Tijdstip) int {
	if t.HeeftTijd() && u.HeeftTijd() {
		return t.Moment.Compare(u.Moment)
	}
	return int(t.Dag) - int(u.Dag)
}

// String gives the notation used in files and JSON: a day, or RFC 3339.
func (t Tijdstip) String() string {
	if t.HeeftTijd() {
		return t.Moment.Format(time.RFC3339)
	}
	return t.Dag.String()
}

// Lang gives the notation for people: vr 20 november 2026, with the time in
// Amsterdam where it is known.
func (t Tijdstip) Lang() string {
	if t.HeeftTijd() {
		return t.Dag.Lang() + " " + t.Moment.In(werkdagen.Amsterdam()).Format("15:04")
	}
	return t.Dag.Lang()
}

// MarshalJSON gives the string, or null when t is empty.
func (t Tijdstip) MarshalJSON() ([]byte, error) {
	if t.IsLeeg() {
		return []byte("null"), nil
	}
	return json.Marshal(t.String())
}
