package rapport

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	ics "github.com/arran4/golang-ical"

	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// herinneruur is the hour of the day at which a reminder comes.
const herinneruur = 9

// SchrijfICS writes the calendar as iCalendar (RFC 5545), the same bytes for
// the same facts. It has no METHOD: without one DTSTAMP is when the entry last
// changed (section 3.8.7.2), and nobody is taken for its organizer, whom RFC
// 5546 wants with PUBLISH. Days need no time zone. A calendar without entries
// is written too, though the RFC wants one: programs take it, and a file that
// is made every day must not keep what is done.
func (a Afspraken) SchrijfICS(w io.Writer) error {
	cal := ics.NewCalendarFor("klacht")
	cal.SetProductId("-//klacht//klacht agenda//NL")
	cal.SetCalscale("GREGORIAN")
	cal.SetName(strings.TrimSpace("Klachten " + scherm.Regel(a.organisatie)))
	// Programs that follow the file by its address look again once a day.
	cal.SetRefreshInterval("P1D")
	cal.SetXPublishedTTL("P1D")
	for i := range a.Afspraken {
		cal.AddVEvent(a.Afspraken[i].event())
	}
	// The library's own line end is the system's.
	if err := cal.SerializeTo(w, ics.WithNewLine("\r\n")); err != nil {
		return fmt.Errorf("kon de agenda niet schrijven: %w", err)
	}
	return nil
}

func (a *Afspraak) event() *ics.VEvent {
	e := ics.NewEvent(a.UID)
	zet := func(naam ics.ComponentProperty, waarde string, parameters ...ics.PropertyParameter) {
		e.AddProperty(naam, waarde, parameters...)
	}
	alsDag := ics.WithValue(string(ics.ValueDataTypeDate))
	wanneer := a.Gewijzigd.Format("20060102T150405Z")
	zet(ics.ComponentPropertyDtstamp, wanneer)
	zet(ics.ComponentPropertyLastModified, wanneer)
	zet(ics.ComponentPropertySequence, strconv.Itoa(a.Versie))
	zet(ics.ComponentPropertyDtStart, icsdag(a.Dag), alsDag)
	zet(ics.ComponentPropertyDtEnd, icsdag(a.Dag+1), alsDag) // not included
	zet(ics.ComponentPropertySummary, a.Onderwerp)
	zet(ics.ComponentPropertyDescription, a.Toelichting)
	for _, c := range a.Categorieen {
		zet(ics.ComponentPropertyCategories, c)
	}
	zet(ics.ComponentPropertyTransp, string(ics.TransparencyTransparent))
	if a.AfgedaanOp != 0 {
		zet(ics.ComponentPropertyStatus, string(ics.ObjectStatusCancelled))
		return e
	}
	zet(ics.ComponentPropertyStatus, string(ics.ObjectStatusConfirmed))
	if a.Herinnering != 0 {
		alarm := e.AddAlarm()
		alarm.SetAction(ics.ActionDisplay)
		alarm.SetTrigger(icsduur(a.Dag - a.Herinnering))
		alarm.SetProperty(ics.ComponentPropertyDescription, a.Onderwerp+", "+a.Dag.Lang())
	}
	return e
}

// icsdag gives a day as iCalendar writes it: 20261127.
func icsdag(d werkdagen.Datum) string { return strings.ReplaceAll(d.String(), "-", "") }

// icsduur is from the beginning of a day back to the reminder's hour, so many
// days before it.
func icsduur(dagen werkdagen.Datum) string {
	uren := fmt.Sprintf("T%dH", 24-herinneruur)
	if dagen > 1 {
		return fmt.Sprintf("-P%dD%s", dagen-1, uren)
	}
	return "-P" + uren
}
