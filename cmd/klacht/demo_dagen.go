package main

import (
	"klacht/dossier"
	"klacht/werkdagen"
)

// demokalender knows which day it is, and which days are worked.
type demokalender struct {
	vandaag werkdagen.Datum
	kal     *werkdagen.Kalender
}

// demobegin gives the day on which a case of the demo came in.
type demobegin func(demokalender) werkdagen.Datum

// werkdagenGeleden is n working days before today, 1 being the last one.
func werkdagenGeleden(n int) demobegin {
	return func(k demokalender) werkdagen.Datum { return k.werkdag(k.vandaag, -n) }
}

// bevestigenVandaag is the day by which receipt must be confirmed today, or on the next working day where today is none.
func bevestigenVandaag(k demokalender) werkdagen.Datum {
	return k.werkdag(k.werkdag(k.vandaag-1, 1), -werkdagenBevestiging)
}

// voorstelOver is the day by which a proposal is due n working days from now.
func voorstelOver(n int) demobegin {
	return func(k demokalender) werkdagen.Datum { return k.werkdag(k.vandaag, n) - dagenVoorstel }
}

// bewaardSinds is two years and so many days ago.
func bewaardSinds(dagen int) demobegin {
	return func(k demokalender) werkdagen.Datum { return k.vandaag.PlusJaren(-2) - werkdagen.Datum(dagen) }
}

// The terms that every procedure.yaml of the demo promises: it has just been made.
const (
	werkdagenBevestiging = 5
	dagenVoorstel        = 28
)

// werkdag is the nth working day after d, or before it where n is negative.
func (k demokalender) werkdag(d werkdagen.Datum, n int) werkdagen.Datum {
	stap := werkdagen.Datum(1)
	if n < 0 {
		n, stap = -n, -1
	}
	for n > 0 && werkdagen.BinnenBereik(d+stap) == nil {
		d += stap
		if k.kal.IsWerkdag(d) {
			n--
		}
	}
	return d
}

// opOfVoor is the last working day on or before d.
func (k demokalender) opOfVoor(d werkdagen.Datum) werkdagen.Datum { return k.werkdag(d+1, -1) }

// opgeruimd is when the folder was last cleared of what was past its retention.
func (k demokalender) opgeruimd() werkdagen.Datum {
	const dagenGeleden = 75
	return k.opOfVoor(k.vandaag - dagenGeleden)
}

// geregistreerd is when the office recorded what came in: within the hour in office hours, else the next working morning.
func (k demokalender) geregistreerd(ontvangen dossier.Tijdstip, i int) dossier.Tijdstip {
	const open, dicht, gelezen = 9, 16, 25 // hours, and minutes that it takes
	uur, minuut := 10, 0
	if ontvangen.HeeftTijd() {
		t := ontvangen.Moment.In(werkdagen.Amsterdam())
		uur, minuut = t.Hour(), t.Minute()
	}
	if k.kal.IsWerkdag(ontvangen.Dag) && uur < dicht {
		return dossier.OpMoment(moment(ontvangen.Dag, max(uur, open), minuut+gelezen+i%7))
	}
	return dossier.OpMoment(moment(k.werkdag(ontvangen.Dag, 1), open, i%9))
}

// seizoen is how many complaints a month brings, against the others: courses begin in September and January, and in summer
// there are few.
var seizoen = [12]int{5, 4, 4, 3, 3, 3, 1, 1, 5, 5, 4, 2}

// verspreid gives n days from two years ago until six weeks ago, oldest first, by season.
func (k demokalender) verspreid(n int) []werkdagen.Datum {
	const wekenGeleden = 6
	van, tot := k.vandaag.PlusJaren(-2), k.vandaag-7*wekenGeleden
	totaal := 0
	for d := van; d <= tot; d++ {
		totaal += zwaarte(d)
	}
	var uit []werkdagen.Datum
	som := 0
	for d := van; d <= tot; d++ {
		som += zwaarte(d)
		// The ith day is where half of its share has passed.
		for len(uit) < n && som*2*n >= totaal*(2*len(uit)+1) {
			uit = append(uit, d)
		}
	}
	return uit
}

func zwaarte(d werkdagen.Datum) int {
	_, maand, _ := d.Delen()
	return seizoen[maand-1]
}
