package werkdagen

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// LeesDatum reads a date as files have it, 2026-11-27, and no other form.
func LeesDatum(s string) (Datum, error) {
	d, isVorm, err := leesISO(s)
	if !isVorm {
		return 0, fmt.Errorf("%s is geen datum in de vorm 2026-11-27", citaat(s))
	}
	return d, err
}

// LeesDatumVrij reads a date as people type it: 2026-11-27, 27-11-2026,
// 1-2-2026, 27 nov 2026, 27 november 2026, each with the day of the week before
// it if so wished (it must be right), and vandaag and gisteren, in any case.
// vandaag is today's date in Amsterdam.
func LeesDatumVrij(s string, vandaag Datum) (Datum, error) {
	woorden := strings.Fields(strings.ToLower(s))
	if len(woorden) == 0 {
		return 0, errors.New("de datum is leeg; schrijf bijvoorbeeld 27-11-2026 of 27 november 2026")
	}
	if len(woorden) == 1 && (woorden[0] == "vandaag" || woorden[0] == "gisteren") {
		if vandaag == 0 {
			return 0, fmt.Errorf("%s kan hier niet; schrijf de datum voluit, zoals 27-11-2026", citaat(s))
		}
		if woorden[0] == "gisteren" {
			return vandaag - 1, nil
		}
		return vandaag, nil
	}
	var weekdag Weekdag
	if w, err := LeesWeekdag(strings.TrimSuffix(woorden[0], ",")); err == nil && len(woorden) > 1 {
		weekdag, woorden = w, woorden[1:]
	}
	d, err := leesVrij(s, woorden)
	if err != nil {
		return 0, err
	}
	if weekdag != 0 && d.Weekdag() != weekdag {
		return 0, fmt.Errorf("%s klopt niet: %s is een %s", citaat(s), d.Lang()[3:], d.Weekdag())
	}
	return d, nil
}

// leesVrij reads the date itself; s is the whole of what was typed.
func leesVrij(s string, woorden []string) (Datum, error) {
	switch len(woorden) {
	case 1:
		if d, isVorm, err := leesISO(woorden[0]); isVorm {
			return d, err
		}
		if delen := strings.Split(woorden[0], "-"); len(delen) == 3 {
			if len(delen[0]) == 4 {
				return jaarVoorop(s, delen)
			}
			return leesDelen(s, delen[0], delen[1], delen[2])
		}
	case 2:
		if _, ok := leesMaand(woorden[1]); ok && cijfers(woorden[0]) && len(woorden[0]) <= 2 {
			return 0, fmt.Errorf("%s mist het jaar; schrijf bijvoorbeeld %s 2026", citaat(s), strings.Join(woorden, " "))
		}
	case 3:
		maand, ok := leesMaand(woorden[1])
		if ok {
			return leesDelen(s, woorden[0], strconv.Itoa(maand), woorden[2])
		}
		if cijfers(woorden[0]) && cijfers(woorden[2]) {
			return 0, fmt.Errorf("%s is geen datum: %s is geen maand; schrijf bijvoorbeeld 27 november 2026", citaat(s), citaat(woorden[1]))
		}
	}
	return 0, fmt.Errorf("%s is geen datum die klacht kent; schrijf 2026-11-27, 27-11-2026, 27 november 2026, vandaag of gisteren", citaat(s))
}

// jaarVoorop refuses a date with the year first that lacks zeros, for that could be meant in two ways; it says both.
func jaarVoorop(s string, delen []string) (Datum, error) {
	d, err := leesDelen(s, delen[2], delen[1], delen[0])
	if err != nil {
		return 0, err
	}
	_, maand, dag := d.Delen()
	return 0, fmt.Errorf("%s is geen datum: schrijf %s of %d-%d-%s", citaat(s), d, dag, maand, delen[0])
}

// leesDelen reads day, month and year in digits.
func leesDelen(s, dag, maand, jaar string) (Datum, error) {
	if !cijfers(dag) || !cijfers(maand) || !cijfers(jaar) || len(dag) > 2 || len(maand) > 2 {
		return 0, fmt.Errorf("%s is geen datum: schrijf dag, maand en jaar, zoals 27-11-2026", citaat(s))
	}
	if len(jaar) == 2 {
		return 0, fmt.Errorf("%s heeft een jaar van twee cijfers, en dat is niet eenduidig; schrijf het jaar voluit, zoals 20%s", citaat(s), jaar)
	}
	if len(jaar) != 4 {
		return 0, fmt.Errorf("%s is geen datum: schrijf het jaar met vier cijfers", citaat(s))
	}
	return maakDatum(s, jaar, maand, dag)
}

// leesISO reads 2026-11-27. isVorm tells whether s has that form; err, whether
// that day exists.
func leesISO(s string) (d Datum, isVorm bool, err error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !cijfers(s[:4]) || !cijfers(s[5:7]) || !cijfers(s[8:]) {
		return 0, false, nil
	}
	d, err = maakDatum(s, s[:4], s[5:7], s[8:])
	return d, true, err
}

// maakDatum makes the date of at most four digits each.
func maakDatum(s, jaar, maand, dag string) (Datum, error) {
	var n [3]int
	for i, deel := range [...]string{jaar, maand, dag} {
		for _, c := range []byte(deel) {
			n[i] = 10*n[i] + int(c-'0')
		}
	}
	if waarom := bestaatNiet(n[0], n[1], n[2]); waarom != "" {
		return 0, fmt.Errorf("%s is geen bestaande datum: %s", citaat(s), waarom)
	}
	return vanDelen(n[0], n[1], n[2]), nil
}

// cijfers tells whether s is one ASCII digit or more, and nothing else.
func cijfers(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// maandnaam gives the name of month 1–12.
func maandnaam(maand int) string {
	return [...]string{
		"januari", "februari", "maart", "april", "mei", "juni",
		"juli", "augustus", "september", "oktober", "november", "december",
	}[maand-1]
}

// leesMaand reads a month's name or its Dutch abbreviation, with or without a dot.
func leesMaand(woord string) (int, bool) {
	kort := strings.TrimSuffix(woord, ".")
	switch kort {
	case "mrt":
		return 3, true
	case "febr":
		return 2, true
	case "sept":
		return 9, true
	}
	for m := 1; m <= 12; m++ {
		naam := maandnaam(m)
		if woord == naam || (kort == naam[:3] && kort != "maa") {
			return m, true
		}
	}
	return 0, false
}

// citaat quotes what someone typed for use in a message: control characters
// made visible, and cut off where it is long.
func citaat(s string) string {
	const langst = 40
	if r := []rune(s[:min(len(s), 4*(langst+1))]); len(r) > langst { // a rune has at most four bytes
		s = string(r[:langst]) + "…"
	}
	return strconv.Quote(s)
}
