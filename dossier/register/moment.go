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

// datumsoort says how a date was written.
type datumsoort int

const (
	geenDatum    datumsoort = iota // it is something else
	nietIngevuld                   // what stands where there is no date
	vasteDatum                     // it can be read in one way
	inCijfers                      // day and month, or the other way round, and then the year
	driePaar                       // three times two digits: the year may come first too
)

// gelezenDatum is a date as far as it can be read without knowing the order.
type gelezenDatum struct {
	soort datumsoort
	delen [3]int // inCijfers, driePaar: as they stand
	kort  bool   // the year has two digits
	kaal  bool   // a bare number, which may be no date at all
	moment
}

// leesDatum reads a cell.
func leesDatum(s string) gelezenDatum {
	if geenDag(s) {
		return gelezenDatum{soort: nietIngevuld}
	}
	dag, tijd := snijTijd(strings.ToLower(s))
	d := leesDag(dag)
	if d.soort == geenDatum {
		return d
	}
	if tijd != "" {
		var ok bool
		if d.tijd, d.zone, ok = leesTijd(tijd); !ok {
			return gelezenDatum{}
		}
	}
	return d
}

// geenDag reports whether a cell says that there is no date, in the words of
// people and of databases.
func geenDag(s string) bool {
	s = strings.ToLower(strings.TrimSpace(s))
	switch strings.TrimRight(s, ".") {
	case "", "-", "--", "—", "?", "nvt", "n.v.t", "n/a", "na", "null", "none", "nan", "nil", "onbekend", "geen", "leeg", "unknown", "nog niet":
		return true
	}
	for _, begin := range []string{"0000-00-00", "00-00-0000", "00/00/0000", "0001-01-01", "1899-12-30", "1899-12-31", "1900-01-00", "1900-01-01"} {
		if strings.HasPrefix(s, begin) {
			return true
		}
	}
	return false
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

// leesDag reads what is left of a date without its time.
func leesDag(s string) gelezenDatum {
	d := gelezenDatum{moment: moment{tijd: -1}}
	if n, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64); err == nil && strings.Trim(s, "0123456789,.") == "" {
		return leesGetal(s, n)
	}
	delen := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-/. ,", r) })
	if len(delen) == 4 && isWeekdag(delen[0]) {
		delen = delen[1:]
	}
	if len(delen) == 5 && delen[1] == "de" && delen[3] == "de" { // 27 de noviembre de 2026
		delen = []string{delen[0], delen[2], delen[4]}
	}
	if len(delen) != 3 {
		return gelezenDatum{}
	}
	var n [3]int
	woord := -1
	for i, deel := range delen {
		var err error
		if n[i], err = strconv.Atoi(deel); err == nil && len(deel) <= 4 && deel[0] != '+' {
			continue
		}
		maand := leesMaand(deel)
		if maand == 0 || woord >= 0 {
			return gelezenDatum{}
		}
		woord, n[i] = i, maand
	}
	switch {
	case woord == 0: // November 27, 2026
		return d.vast(jaartal(n[2], len(delen[2])), n[0], n[1])
	case woord == 1 && len(delen[0]) == 4: // 2026 nov 27
		return d.vast(n[0], n[1], n[2])
	case woord == 1 && len(delen[2]) == 4: // 27 nov 2026
		return d.vast(n[2], n[1], n[0])
	case woord == 1 && len(delen[2]) == 2: // 27-nov-26
		d.soort, d.delen, d.kort = inCijfers, [3]int{n[0], n[1], n[2]}, true
		return d.dagMaandVast()
	case woord >= 0:
		return gelezenDatum{}
	case len(delen[0]) == 4:
		return d.vast(n[0], n[1], n[2])
	case len(delen[2]) == 4:
		d.soort, d.delen = inCijfers, n
	case len(delen[0]) <= 2 && len(delen[2]) == 2:
		d.soort, d.delen, d.kort = inCijfers, n, true
		if len(delen[0]) == 2 && len(delen[1]) == 2 {
			d.soort = driePaar
		}
	default:
		return gelezenDatum{}
	}
	return d
}

// leesGetal reads 20261127, or a day as spreadsheets count.
func leesGetal(s string, n float64) gelezenDatum {
	d := gelezenDatum{moment: moment{tijd: -1}}
	if len(s) == 8 && n == math.Trunc(n) {
		d.kaal = true
		return d.vast(int(n)/10000, int(n)/100%100, int(n)%100)
	}
	if n < 10_000 || s[0] == '0' {
		return gelezenDatum{} // a year, or an amount; or 010324, in who knows what order
	}
	m, ok := vanSerie(n, eersteDag)
	if !ok {
		return gelezenDatum{}
	}
	return gelezenDatum{soort: vasteDatum, kaal: true, moment: m}
}

func (d gelezenDatum) vast(jaar, maand, dag int) gelezenDatum {
	datum, err := werkdagen.NieuweDatum(jaar, maand, dag)
	if err != nil {
		return gelezenDatum{}
	}
	d.soort, d.dag = vasteDatum, datum
	return d
}

// dagMaandVast is a date whose month was a word, and whose year is short.
func (d gelezenDatum) dagMaandVast() gelezenDatum {
	return d.vast(jaartal(d.delen[2], 2), d.delen[1], d.delen[0])
}

// jaartal is a year in full. Of two digits, those below 70 are in this century, as
// most programs have it; that what is in the future is refused later.
func jaartal(jaar, cijfers int) int {
	switch {
	case cijfers > 2:
		return jaar
	case jaar < 70:
		return 2000 + jaar
	}
	return 1900 + jaar
}

// in gives the moment when the parts are in the order of vorm.
func (d gelezenDatum) in(vorm dossier.Datumvorm) (moment, bool) {
	m := d.moment
	var jaar, maand, dag int
	switch {
	case d.soort == vasteDatum:
		return m, true
	case d.soort != inCijfers && d.soort != driePaar:
		return m, false
	case vorm == dossier.VormMDJ:
		maand, dag, jaar = d.delen[0], d.delen[1], d.delen[2]
	case vorm == dossier.VormJMD && d.soort == driePaar:
		jaar, maand, dag = d.delen[0], d.delen[1], d.delen[2]
	default:
		dag, maand, jaar = d.delen[0], d.delen[1], d.delen[2]
	}
	if d.kort {
		jaar = jaartal(jaar, 2)
	}
	var err error
	m.dag, err = werkdagen.NieuweDatum(jaar, maand, dag)
	return m, err == nil
}

func isWeekdag(s string) bool {
	for _, begin := range []string{
		"ma", "di", "wo", "do", "vr", "za", "zo", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
		"mi", "fr", "sa", "so", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "seg", "ter", "qua", "qui", "sex", "sab", "sáb", "dom", "mié", "jue", "vie",
	} {
		if strings.HasPrefix(s, begin) {
			return true
		}
	}
	return false
}

// leesMaand reads the name of a month, or its beginning, in Dutch, English,
// German, French, Spanish or Portuguese; 0 for none.
func leesMaand(s string) int {
	for i, namen := range [...]string{
		"januari january januar janvier enero janeiro jan ene jän", "februari february februar février fevrier febrero fevereiro feb febr fev fév",
		"maart march märz mars marzo março marco mrt mar mär maa maerz", "april avril abril apr abr avr", "mei may mai mayo maio maj",
		"juni june juin junio junho jun", "juli july juillet julio julho jul juil", "augustus august août aout agosto aug ago aoû",
		"september septembre septiembre setembro sep sept set", "oktober october octobre octubre outubro okt oct out",
		"november novembre noviembre novembro nov", "december dezember décembre decembre diciembre dezembro dec dez déc dic",
	} {
		for naam := range strings.FieldsSeq(namen) {
			if naam == s {
				return i + 1
			}
		}
	}
	return 0
}
