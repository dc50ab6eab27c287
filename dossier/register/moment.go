package register

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"klacht/dossier"
	"klacht/werkdagen"
)

// moment is a day with the time of day, where that is known.
type moment struct {
	dag  werkdagen.Datum
	tijd int // seconds since midnight, -1 when it isn't known
	zone *time.Location
}

func (m moment) String() string {
	if m.tijd < 0 {
		return m.dag.String()
	}
	return fmt.Sprintf("%s %02d:%02d:%02d", m.dag, m.tijd/3600, m.tijd/60%60, m.tijd%60)
}

// tijdstip is m as a record has it. Without a zone it is the time in Amsterdam:
// the day stays as the register has it. alleenDag leaves the time out.
func (m moment) tijdstip(alleenDag bool) dossier.Tijdstip {
	if m.tijd < 0 || alleenDag {
		return dossier.OpDag(m.dag)
	}
	zone := m.zone
	if zone == nil {
		zone = werkdagen.Amsterdam()
	}
	jaar, maand, dag := m.dag.Delen()
	t := dossier.OpMoment(time.Date(jaar, time.Month(maand), dag, 0, 0, m.tijd, 0, zone))
	if m.zone == nil && t.Dag != m.dag {
		return dossier.OpDag(m.dag) // a time that the clock skipped that night
	}
	return t
}

// eersteDag is day 0 of a spreadsheet, which believes that 1900 was a leap year:
// from March 1900 on the count is right.
const eersteDag = werkdagen.Datum(693594) // 1899-12-30

// vanSerie reads a date as a spreadsheet keeps it: days, and part of a day.
func vanSerie(n float64, vanaf werkdagen.Datum) (moment, bool) {
	if n < 61 || n > 150_000 {
		return moment{}, false
	}
	dagen := math.Floor(n)
	m := moment{dag: vanaf + werkdagen.Datum(dagen), tijd: -1}
	if n != dagen {
		m.tijd = int(math.Round((n - dagen) * 86400))
		if m.tijd == 86400 {
			m.dag, m.tijd = m.dag+1, 0
		}
	}
	return m, true
}

// snijTijd takes the time of day off a date.
func snijTijd(s string) (dag, tijd string) {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "uur"))
	i := strings.IndexByte(s, ':')
	if i < 0 {
		return s, ""
	}
	j := strings.LastIndexAny(s[:i], " t\u00a0")
	if j < 0 {
		return s, ""
	}
	dag = strings.TrimSpace(s[:j])
	for _, woord := range []string{" om", " at", ","} {
		dag = strings.TrimSuffix(dag, woord)
	}
	return strings.TrimSpace(dag), strings.TrimSpace(s[j+1:])
}

// leesTijd reads 16:40, 16:40:05.123, 4:40 pm, with a zone or without.
func leesTijd(s string) (seconden int, zone *time.Location, ok bool) {
	s = strings.ReplaceAll(s, ".m.", "m")
	middag := 0
	if t, ja := strings.CutSuffix(s, "pm"); ja {
		s, middag = strings.TrimSpace(t), 2
	} else if t, ja := strings.CutSuffix(s, "am"); ja {
		s, middag = strings.TrimSpace(t), 1
	} else if t, ja := strings.CutSuffix(s, "z"); ja {
		s, zone = t, time.UTC
	} else if i := strings.LastIndexAny(s, "+-"); i > 0 {
		t, err := time.Parse("-0700", strings.ReplaceAll(s[i:], ":", ""))
		if err != nil {
			return 0, nil, false
		}
		_, afstand := t.Zone()
		s, zone = strings.TrimSpace(s[:i]), time.FixedZone("", afstand)
	}
	delen := strings.Split(s, ":")
	if len(delen) < 2 || len(delen) > 3 {
		return 0, nil, false
	}
	var n [3]int
	for i, deel := range delen {
		if i == 2 {
			deel, _, _ = strings.Cut(strings.Replace(deel, ",", ".", 1), ".")
		}
		var err error
		if n[i], err = strconv.Atoi(deel); err != nil || n[i] < 0 || len(deel) > 2 {
			return 0, nil, false
		}
	}
	if middag > 0 {
		if n[0] < 1 || n[0] > 12 {
			return 0, nil, false
		}
		n[0] = n[0]%12 + 12*(middag-1)
	}
	return n[0]*3600 + n[1]*60 + n[2], zone, n[0] < 24 && n[1] < 60 && n[2] < 60
}
