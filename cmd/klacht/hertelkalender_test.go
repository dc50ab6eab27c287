package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The recount's own days, holidays and terms: counted day by day, by the text of docs/dossierformaat.md. It shares nothing with
// package werkdagen.

// etmaal is a civil day, as days since 1 January 1970.
type etmaal int

func etmaalVan(jaar, maand, dag int) etmaal {
	return etmaal(time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (e etmaal) tijd() time.Time { return time.Unix(int64(e)*86400, 0).UTC() }

func (e etmaal) String() string { return e.tijd().Format(time.DateOnly) }

// leesEtmaal reads a day, or the day in Amsterdam of a moment; heeftTijd says which. "" is day 0.
func leesEtmaal(t testing.TB, s string) (dag etmaal, moment time.Time, heeftTijd bool) {
	t.Helper()
	if s == "" {
		return 0, moment, false
	}
	if d, err := time.Parse(time.DateOnly, s); err == nil {
		return etmaal(d.Unix() / 86400), moment, false
	}
	moment, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t.Fatalf("hertelling: %q is geen dag en geen moment", s)
	}
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	jaar, maand, d := moment.In(amsterdam).Date()
	return etmaalVan(jaar, int(maand), d), moment, true
}

// pasen is Easter Sunday: the Sunday after the paschal full moon, which for the years 1900 to 2199 lies 19a+24 modulo 30 days after 21 March,
// a being the year modulo 19; with the calendar's two exceptions (C.F. Gauss, Berechnung des Osterfestes).
func pasen(jaar int) etmaal {
	a := jaar % 19
	na := (19*a + 24) % 30
	if na == 29 || na == 28 && a > 10 {
		na--
	}
	maan := etmaalVan(jaar, 3, 21) + etmaal(na)
	for maan++; maan.tijd().Weekday() != time.Sunday; maan++ {
	}
	return maan
}

// hertelkalender is how days were promised to be counted.
type hertelkalender struct {
	bedrijf  bool
	atw      bool // terms that end on a day off run on
	werkweek []time.Weekday
	gesloten [][2]etmaal // first and last day
	feest    map[int]map[etmaal]bool
}

func (k *hertelkalender) isFeestdag(d etmaal) bool {
	jaar := d.tijd().Year()
	if dagen, ok := k.feest[jaar]; ok {
		return dagen[d]
	}
	p := pasen(jaar)
	dagen := map[etmaal]bool{
		etmaalVan(jaar, 1, 1): true, p: true, p + 1: true, p + 39: true, p + 49: true, p + 50: true,
		etmaalVan(jaar, 12, 25): true, etmaalVan(jaar, 12, 26): true,
	}
	if !k.bedrijf {
		dagen[p-2] = true
	}
	if !k.bedrijf || jaar%5 == 0 {
		dagen[etmaalVan(jaar, 5, 5)] = true
	}
	koning := etmaalVan(jaar, 4, 27) // every year of these tests is after 2013
	if koning.tijd().Weekday() == time.Sunday {
		koning--
	}
	dagen[koning] = true
	if k.feest == nil {
		k.feest = map[int]map[etmaal]bool{}
	}
	k.feest[jaar] = dagen
	return dagen[d]
}

func (k *hertelkalender) isWerkdag(d etmaal) bool {
	if !slices.Contains(k.werkweek, d.tijd().Weekday()) || k.isFeestdag(d) {
		return false
	}
	for _, g := range k.gesloten {
		if g[0] <= d && d <= g[1] {
			return false
		}
	}
	return true
}

// gewoon says that a day is none of those on which a statutory term does not end: a Saturday, a Sunday or a holiday.
func (k *hertelkalender) gewoon(d etmaal) bool {
	w := d.tijd().Weekday()
	return w != time.Saturday && w != time.Sunday && !k.isFeestdag(d)
}

// tel gives the last day of a term after dag, before any statutory extension.
func (k *hertelkalender) tel(t testing.TB, dag etmaal, termijn string) etmaal {
	t.Helper()
	getal, eenheid, _ := strings.Cut(termijn, " ")
	n, err := strconv.Atoi(getal)
	if err != nil {
		t.Fatalf("hertelling: %q is geen termijn", termijn)
	}
	switch eenheid {
	case "werkdag", "werkdagen":
		for n > 0 {
			dag++
			if k.isWerkdag(dag) {
				n--
			}
		}
		return dag
	case "dag", "dagen":
		return dag + etmaal(n)
	case "week", "weken":
		return dag + etmaal(7*n)
	case "maand", "maanden":
		return plusMaanden(dag, n)
	case "jaar":
		return plusMaanden(dag, 12*n)
	}
	t.Fatalf("hertelling: %q is geen termijn", termijn)
	return 0
}

// plusMaanden is the same day of the month n months on, or the last one of a shorter month.
func plusMaanden(d etmaal, n int) etmaal {
	jaar, maand, dag := d.tijd().Date()
	doel := etmaalVan(jaar, int(maand)+n, 1)
	for e := doel + 27; ; e++ {
		if (e+1).tijd().Day() == 1 || e.tijd().Day() == dag {
			return min(e, doel+etmaal(dag-1))
		}
	}
}

// loopDoor extends an end as article 1 of the Algemene termijnenwet does, where that was promised. Article 2 does not come into it for the
// terms of these tests: none is so short that it holds fewer than two ordinary days.
func (k *hertelkalender) loopDoor(einde etmaal) etmaal {
	for k.atw && !k.gewoon(einde) {
		einde++
	}
	return einde
}

// werkdagenNa counts the working days after van, up to and including tot.
func (k *hertelkalender) werkdagenNa(van, tot etmaal) int {
	n := 0
	for d := van + 1; d <= tot; d++ {
		if k.isWerkdag(d) {
			n++
		}
	}
	return n
}

// Easter as the churches published it, and the leap years' 29 February.
func TestHertelkalender(t *testing.T) {
	for jaar, wil := range map[int]string{
		2015: "2015-04-05", 2016: "2016-03-27", 2017: "2017-04-16", 2018: "2018-04-01", 2019: "2019-04-21", 2020: "2020-04-12", 2021: "2021-04-04",
		2022: "2022-04-17", 2023: "2023-04-09", 2024: "2024-03-31", 2025: "2025-04-20", 2026: "2026-04-05", 2027: "2027-03-28", 2028: "2028-04-16",
		2029: "2029-04-01", 2030: "2030-04-21", 2031: "2031-04-13", 2032: "2032-03-28", 2033: "2033-04-17", 2034: "2034-04-09", 2035: "2035-03-25",
		2038: "2038-04-25", 2049: "2049-04-18", 2076: "2076-04-19",
	} {
		if kreeg := pasen(jaar).String(); kreeg != wil {
			t.Errorf("Pasen %d is %s, wil %s", jaar, kreeg, wil)
		}
	}
	for _, g := range []struct {
		dag    etmaal
		n      int
		wil    string
		waarom string
	}{
		{etmaalVan(2028, 2, 29), 12, "2029-02-28", "een jaar na een schrikkeldag"}, {etmaalVan(2026, 1, 31), 1, "2026-02-28", "een kortere maand"},
		{etmaalVan(2026, 3, 31), -1, "2026-02-28", "terug"}, {etmaalVan(2026, 3, 15), -3, "2025-12-15", "terug over het jaar"},
	} {
		if kreeg := fmt.Sprint(plusMaanden(g.dag, g.n)); kreeg != g.wil {
			t.Errorf("%s: %s, wil %s", g.waarom, kreeg, g.wil)
		}
	}
}
