package rapport

import (
	"fmt"
	"strings"

	"klacht/werkdagen"
)

// Periode is the time that a report is about, both ends included.
type Periode struct {
	Van, Tot werkdagen.Datum
}

// Peildatum is the day as of which p is counted: its end, or vandaag while it
// still runs.
func (p Periode) Peildatum(vandaag werkdagen.Datum) werkdagen.Datum {
	return min(p.Tot, vandaag)
}

// Vorige is the period to compare p with, as of vandaag. A whole year, quarter
// or month is compared with the one before it, up to the same day while p still
// runs (29 February and 31 May then stand beside the last day of a shorter
// month); any other period with as many days right before it. p must have begun
// on or before vandaag.
func (p Periode) Vorige(vandaag werkdagen.Datum) Periode {
	n := p.maanden()
	if n == 0 {
		verschil := p.Peildatum(vandaag) - p.Van
		return Periode{Van: p.Van - 1 - verschil, Tot: p.Van - 1}
	}
	v := Periode{Van: p.Van.PlusMaanden(-n), Tot: p.Van - 1}
	if vandaag < p.Tot {
		v.Tot = min(v.Tot, vandaag.PlusMaanden(-n))
	}
	return v
}

// bevat reports whether d falls in p.
func (p Periode) bevat(d werkdagen.Datum) bool { return p.Van <= d && d <= p.Tot }

// lengte is the number of days of p; 0 when it is empty.
func (p Periode) lengte() int { return max(0, int(p.Tot-p.Van)+1) }

// maanden is 12, 3 or 1 when p is a whole calendar year, quarter or month, and
// 0 when it is anything else.
func (p Periode) maanden() int {
	_, maand, dag := p.Van.Delen()
	for _, n := range []int{12, 3, 1} {
		if dag == 1 && (maand-1)%n == 0 && p.Tot == p.Van.PlusMaanden(n)-1 {
			return n
		}
	}
	return 0
}

// naam names p: het derde kwartaal van 2026, or its days.
func (p Periode) naam() string {
	jaar, maand, _ := p.Van.Delen()
	switch p.maanden() {
	case 12:
		return fmt.Sprint(jaar)
	case 3:
		return fmt.Sprintf("het %s kwartaal van %d", []string{"eerste", "tweede", "derde", "vierde"}[maand/3], jaar)
	case 1:
		return maandnaam(p.Van)
	}
	return p.dagen()
}

// dagen gives the first and the last day, naming the year once where it is the
// same: 1 juli tot en met 30 september 2026.
func (p Periode) dagen() string {
	van, tot := dagnaam(p.Van), dagnaam(p.Tot)
	switch {
	case p.Van == p.Tot:
		return van
	case p.Van.Jaar() == p.Tot.Jaar():
		van = strings.TrimSuffix(van, fmt.Sprintf(" %d", p.Van.Jaar()))
	}
	return van + " tot en met " + tot
}
