package register

import (
	"math"
	"strconv"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

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
