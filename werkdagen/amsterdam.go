package werkdagen

import (
	"fmt"
	"sync"
	"time"
	_ "time/tzdata" // Amsterdam's time must be known on machines without zone data, Windows above all.
)

// amsterdam reads the zone once; after that it never changes.
var amsterdam = sync.OnceValue(func() *time.Location {
	plaats, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		// Can't happen: the zone is in the program itself (time/tzdata).
		panic(fmt.Sprintf("de tijdzone van Amsterdam ontbreekt: %v", err))
	}
	return plaats
})

// Amsterdam gives the zone Europe/Amsterdam, also where the machine doesn't have it.
func Amsterdam() *time.Location { return amsterdam() }

// Dag gives the civil day in Europe/Amsterdam on which the moment t falls,
// whatever zone t or the machine is in. Outside the years 1–9999: 0.
func Dag(t time.Time) Datum {
	jaar, maand, dag := t.In(Amsterdam()).Date()
	if jaar < laagsteJaar || jaar > hoogsteJaar {
		return 0
	}
	return vanDelen(jaar, int(maand), dag)
}
