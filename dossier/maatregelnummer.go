package dossier

import (
	"fmt"
	"regexp"
	"strconv"

	"klacht/werkdagen"
)

// Maatregelnummer is the label of a measure: the year in which it was made and
// a count within that year.
type Maatregelnummer struct {
	Jaar int
	Volg int
}

var (
	maatregelVorm = regexp.MustCompile(`^M([0-9]{4})-([0-9]{3,6})$`)
	kortMaatregel = regexp.MustCompile(`^[Mm]?([0-9]{4})-0*([0-9]{1,6})$`)
	losMaatregel  = regexp.MustCompile(`^[Mm]?0*([0-9]{1,6})$`)
)

// LeesMaatregelnummer reads the full form, M2026-003, as files are named.
func LeesMaatregelnummer(s string) (Maatregelnummer, bool) {
	m := maatregelVorm.FindStringSubmatch(s)
	if m == nil {
		return Maatregelnummer{}, false
	}
	n := Maatregelnummer{}
	n.Jaar, _ = strconv.Atoi(m[1])
	n.Volg, _ = strconv.Atoi(m[2])
	// One number has one name: M2026-0003 is nobody's.
	return n, n.Volg > 0 && n.String() == s && n.Jaar >= werkdagen.EersteJaar && n.Jaar <= werkdagen.LaatsteJaar
}

// String gives M2026-003: three digits or more; "" for none.
func (n Maatregelnummer) String() string {
	if n == (Maatregelnummer{}) {
		return ""
	}
	return fmt.Sprintf("M%04d-%03d", n.Jaar, n.Volg)
}

// Vergelijk orders numbers by year and then by count.
func (n Maatregelnummer) Vergelijk(m Maatregelnummer) int {
	if n.Jaar != m.Jaar {
		return n.Jaar - m.Jaar
	}
	return n.Volg - m.Volg
}

// MarshalText gives the full form.
func (n Maatregelnummer) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// KiesMaatregelnummer finds the measure that a person means: M2026-003, 2026-3,
// or 3 where only one of bestaand ends so.
func KiesMaatregelnummer(s string, bestaand []Maatregelnummer) (Maatregelnummer, error) {
	return kiesUit(s, bestaand, nummerwoorden{
		kort: kortMaatregel, los: losMaatregel, ding: "maatregel", nummer: "nummer van een maatregel",
		vorm: "M2026-003, 2026-3 of 3", lijst: "klacht maatregel lijst toont de maatregelen die er zijn",
	})
}
