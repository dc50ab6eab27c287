package bericht

import (
	"strconv"
	"strings"
	"time"
)

// leesTijdstip reads a date and time as mail writes it (RFC 5322 3.3, the obsolete forms of 4.3) and as mailers write it
// against the rules: the forms of C's asctime and of ISO 8601, Dutch and German month names, no comma, no zone. zone tells
// whether a zone was given; without one, and with one that nobody knows, the time is read as UTC (RFC 5322 4.3).
func leesTijdstip(s string) (t time.Time, zone, ok bool) {
	kaal, commentaar := zonderCommentaar(s[:min(len(s), 300)])
	d := datumlezer{}
	for _, woord := range strings.FieldsFunc(strings.ToLower(kaal), func(r rune) bool { return r == ' ' || r == '\t' || r == ',' }) {
		d.neem(woord)
	}
	if !d.heeftZone { // `10:00:00 (CET)`: the comment is all there is
		d.neemZone(strings.ToLower(strings.TrimSpace(commentaar)))
	}
	return d.tijdstip()
}

// leesOntvangst reads the time in a Received field: behind its last semicolon (RFC 5321 4.4).
//
// QUIRK: some servers leave the semicolon out; then the date starts at the last weekday name.
func leesOntvangst(s string) (t time.Time, zone, ok bool) {
	kaal, commentaar := zonderCommentaar(s)
	i := strings.LastIndexByte(kaal, ';') + 1
	if i == 0 {
		for _, dag := range []string{"Mon,", "Tue,", "Wed,", "Thu,", "Fri,", "Sat,", "Sun,"} {
			i = max(i, strings.LastIndex(kaal, dag))
		}
	}
	tekst := kaal[i:]
	if commentaar != "" {
		tekst = tekst[:min(len(tekst), 200)] + "(" + commentaar + ")"
	}
	return leesTijdstip(tekst)
}

// zonderCommentaar takes the (comments) out of a field and returns the last of them. One that isn't closed is no comment.
func zonderCommentaar(s string) (kaal, laatste string) {
	if strings.IndexByte(s, '(') < 0 {
		return s, ""
	}
	var b strings.Builder
	diepte, begin := 0, 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '(':
			if diepte++; diepte == 1 {
				begin = i + 1
			}
		case s[i] == ')' && diepte > 0:
			if diepte--; diepte == 0 {
				laatste = s[begin:i]
				b.WriteByte(' ')
			}
		case diepte == 0:
			b.WriteByte(s[i])
		}
	}
	if diepte > 0 {
		return s, ""
	}
	return b.String(), laatste
}

// datumlezer gathers the pieces of a date, in whatever order they come.
type datumlezer struct {
	jaar, maand, dag     int // jaar -1 based on heeftJaar
	uur, minuut, seconde int
	nano                 int
	heeftJaar, heeftTijd bool
	heeftZone            bool
	verschuiving         int // seconds east of Greenwich
	middag               int // 12 after "pm", -12 after "am" at twelve
	fout                 bool
}

func (d *datumlezer) neem(w string) {
	switch {
	case strings.Contains(w, ":") && w[0] >= '0' && w[0] <= '9' && !d.heeftTijd:
		d.neemTijd(w)
	case w[0] == '+' || w[0] == '-':
		if d.heeftTijd {
			d.neemZone(w)
		}
	case w[0] >= '0' && w[0] <= '9':
		d.neemGetal(w)
	case w == "am" || w == "pm" || w == "a.m." || w == "p.m.":
		d.neemDagdeel(w[0] == 'p')
	default:
		if m := maandVan(w); m > 0 && d.maand == 0 {
			d.maand = m
		} else if d.heeftTijd {
			d.neemZone(w)
		}
	}
}

// neemGetal reads a day, a year, or a whole date with hyphens: 7-Oct-94 (VMS), 2016-10-07, 7-10-2016.
//
// QUIRK: slashes are refused: nobody can tell 10/07/2016 in October from July.
func (d *datumlezer) neemGetal(w string) {
	if delen := strings.Split(w, "-"); len(delen) == 3 {
		if len(delen[0]) == 4 {
			delen[0], delen[2] = delen[2], delen[0]
		}
		if i := strings.IndexByte(delen[0], 't'); i >= 0 && len(delen[2]) == 4 {
			delen[0] = delen[0][:i] // 2016-10-07t16:15:05 arrives in neemTijd
		}
		d.neemDag(delen[0])
		if d.maand = maandVan(delen[1]); d.maand == 0 {
			d.maand, _ = strconv.Atoi(delen[1])
		}
		d.neemJaar(delen[2])
		return
	}
	w = strings.TrimRight(w, ".") // "7. Oktober", "94."
	switch {
	case d.dag == 0 && len(w) <= 2:
		d.neemDag(w)
	case !d.heeftJaar:
		d.neemJaar(w)
	}
}

func (d *datumlezer) neemDag(w string) {
	n, err := strconv.Atoi(w)
	d.dag = n
	d.fout = d.fout || err != nil
}

// neemJaar reads a year. RFC 5322 4.3: two digits below 50 are 20xx, others and three digits 1900 and up.
func (d *datumlezer) neemJaar(w string) {
	n, err := strconv.Atoi(w)
	switch {
	case err != nil || len(w) < 2 || len(w) > 4:
		d.fout = true
	case len(w) == 2 && n < 50:
		n += 2000
	case len(w) < 4:
		n += 1900
	}
	d.jaar, d.heeftJaar = n, true
}

// neemTijd reads 16:15, 16:15:05, 16:15:05.123, each perhaps with a zone or "pm" stuck to it, and an ISO 8601 date and
// time.
func (d *datumlezer) neemTijd(w string) {
	if datum, tijd, ok := strings.Cut(w, "t"); ok && strings.Count(datum, "-") == 2 {
		d.neemGetal(datum)
		w = tijd
	}
	i := 0
	for i < len(w) && strings.IndexByte("0123456789:.", w[i]) >= 0 {
		i++
	}
	zone := w[i:]
	tijd, breuk, _ := strings.Cut(w[:i], ".")
	delen := strings.Split(tijd, ":")
	if len(delen) < 2 || len(delen) > 3 {
		d.fout = true
		return
	}
	velden := [3]int{}
	for j, deel := range delen {
		n, err := strconv.Atoi(deel)
		if err != nil || len(deel) > 2 {
			d.fout = true
			return
		}
		velden[j] = n
	}
	if breuk != "" {
		n, err := strconv.Atoi((breuk + "000000000")[:9])
		d.fout = d.fout || err != nil
		d.nano = n
	}
	d.uur, d.minuut, d.seconde, d.heeftTijd = velden[0], velden[1], velden[2], true
	switch zone {
	case "":
	case "am", "pm":
		d.neemDagdeel(zone == "pm")
	default:
		d.neemZone(zone)
	}
}

func (d *datumlezer) neemDagdeel(middag bool) {
	switch {
	case middag && d.uur < 12:
		d.middag = 12
	case !middag && d.uur == 12:
		d.middag = -12
	}
}

// neemZone reads +0200, +02:00, +2, -600, GMT+0200 and the names below. The first zone counts: `-0400 EDT`.
func (d *datumlezer) neemZone(w string) {
	if d.heeftZone || w == "" {
		return
	}
	if uren, ok := zonenaam(w); ok {
		d.heeftZone, d.verschuiving = true, uren*3600
		return
	}
	for _, begin := range []string{"gmt", "utc", "ut"} {
		w = strings.TrimPrefix(w, begin)
	}
	if len(w) < 2 || w[0] != '+' && w[0] != '-' {
		return
	}
	cijfers := strings.ReplaceAll(w[1:], ":", "")
	n, err := strconv.Atoi(cijfers)
	if err != nil || len(cijfers) > 4 {
		return
	}
	if len(cijfers) <= 2 {
		n *= 100
	}
	if n/100 > 14 || n%100 > 59 { // no place on earth is further than +14
		return
	}
	d.heeftZone, d.verschuiving = true, n/100*3600+n%100*60
	if w[0] == '-' {
		d.verschuiving = -d.verschuiving
	}
}

// zonenaam gives the hours east of Greenwich of a named zone: those of RFC 5322 4.3, and European ones that servers here
// write. The military letters are unknown by that same section, but for Z.
func zonenaam(w string) (uren int, ok bool) {
	switch strings.Trim(w, `"`) {
	case "z", "ut", "utc", "gmt", "wet":
		return 0, true
	case "cet", "met", "mez", "bst", "west", "ist":
		return 1, true
	case "cest", "mest", "mesz", "metdst", "eet":
		return 2, true
	case "eest", "msk":
		return 3, true
	case "edt":
		return -4, true
	case "est", "cdt":
		return -5, true
	case "cst", "mdt":
		return -6, true
	case "mst", "pdt":
		return -7, true
	case "pst":
		return -8, true
	}
	return 0, false
}

// maandVan gives the number of a month's name or abbreviation in English, Dutch, German or French, 0 for another word.
func maandVan(w string) int {
	w = strings.TrimRight(w, ".")
	switch {
	case len(w) < 3, strings.HasPrefix(w, "maan"): // maandag
		return 0
	}
	for i, namen := range [12][]string{
		{"jan"}, {"feb", "fév"}, {"mar", "mrt", "maa", "mär"}, {"apr", "avr"}, {"may", "mei", "mai"}, {"jun", "juin"},
		{"jul", "juil"}, {"aug", "aoû"}, {"sep"}, {"oct", "okt"}, {"nov"}, {"dec", "dez", "déc"},
	} {
		for _, naam := range namen {
			if strings.HasPrefix(w, naam) {
				return i + 1
			}
		}
	}
	return 0
}

// tijdstip puts the pieces together; a day that doesn't exist is no date. A leap second (RFC 5322 3.3) becomes the
// next minute.
func (d *datumlezer) tijdstip() (t time.Time, zone, ok bool) {
	if d.fout || !d.heeftJaar || !d.heeftTijd || d.maand < 1 || d.maand > 12 || d.dag < 1 || d.jaar < 1970 || d.jaar > 2299 ||
		d.uur > 23 || d.minuut > 59 || d.seconde > 60 {
		return time.Time{}, false, false
	}
	plaats := time.UTC
	if d.verschuiving != 0 {
		plaats = time.FixedZone("", d.verschuiving)
	}
	t = time.Date(d.jaar, time.Month(d.maand), d.dag, d.uur+d.middag, d.minuut, d.seconde, d.nano, plaats)
	if dag := time.Date(d.jaar, time.Month(d.maand), d.dag, 0, 0, 0, 0, time.UTC); dag.Day() != d.dag {
		return time.Time{}, false, false
	}
	return t, d.heeftZone, true
}
