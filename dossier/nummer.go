package dossier

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"klacht/werkdagen"
)

// Nummer is the label of a dossier: the year of receipt and a count within
// that year. It is the name of the dossier's folder; the identity of a record
// is its id.
type Nummer struct {
	Jaar int
	Volg int
}

// hoogsteVolg is the highest count given out. Folders with more are read, but
// they are somebody's mistake: they don't decide what comes next.
const hoogsteVolg = 999_999

var (
	nummerVorm    = regexp.MustCompile(`^K([0-9]{4})-([0-9]{4,9})$`)
	kortNummer    = regexp.MustCompile(`^[Kk]?([0-9]{4})-0*([0-9]{1,9})$`)
	losVolgcijfer = regexp.MustCompile(`^0*([0-9]{1,9})$`)
)

// LeesNummer reads the full form, K2026-0007, as folders are named.
func LeesNummer(s string) (Nummer, bool) {
	m := nummerVorm.FindStringSubmatch(s)
	if m == nil {
		return Nummer{}, false
	}
	n := Nummer{}
	n.Jaar, _ = strconv.Atoi(m[1])
	n.Volg, _ = strconv.Atoi(m[2])
	// One number has one name: K2026-00007 is nobody's.
	return n, n.Volg > 0 && n.String() == s && n.Jaar >= werkdagen.EersteJaar && n.Jaar <= werkdagen.LaatsteJaar
}

// String gives K2026-0007: four digits or more; "dit dossier" for one that has
// no number yet.
func (n Nummer) String() string {
	if n == (Nummer{}) {
		return "dit dossier"
	}
	return fmt.Sprintf("K%04d-%04d", n.Jaar, n.Volg)
}

// Map is the dossier's folder within the folder Klachtafhandeling.
func (n Nummer) Map() string { return fmt.Sprintf("%04d/%s", n.Jaar, n) }

// Vergelijk orders numbers by year and then by count.
func (n Nummer) Vergelijk(m Nummer) int {
	if n.Jaar != m.Jaar {
		return n.Jaar - m.Jaar
	}
	return n.Volg - m.Volg
}

// MarshalText gives the full form.
func (n Nummer) MarshalText() ([]byte, error) { return []byte(n.String()), nil }

// KiesNummer finds the dossier that a person means: K2026-0007, 2026-7, or 7
// where only one of bestaand ends so.
func KiesNummer(s string, bestaand []Nummer) (Nummer, error) {
	return kiesUit(s, bestaand, nummerwoorden{
		kort: kortNummer, los: losVolgcijfer, ding: "dossier", nummer: "dossiernummer",
		vorm: "K2026-0007, 2026-7 of 7", lijst: "klacht lijst toont de dossiers die er zijn",
	})
}

// nummerwoorden is how people write a number of some kind, and how they are told
// that there is none.
type nummerwoorden struct {
	kort, los *regexp.Regexp // year and count; count alone
	ding      string         // dossier
	nummer    string         // dossiernummer
	vorm      string         // what to write
	lijst     string         // what shows those that are there
}

// kiesUit finds the one of bestaand that a person means by s.
func kiesUit[N interface {
	Nummer | Maatregelnummer
	String() string
}](s string, bestaand []N, w nummerwoorden) (N, error) {
	s = strings.TrimSpace(s)
	if m := w.kort.FindStringSubmatch(s); m != nil {
		n := Nummer{}
		n.Jaar, _ = strconv.Atoi(m[1])
		n.Volg, _ = strconv.Atoi(m[2])
		if slices.Contains(bestaand, N(n)) {
			return N(n), nil
		}
		return N{}, &Fout{Wat: fmt.Sprintf("%s %s bestaat niet", w.ding, N(n).String()), Raad: w.lijst}
	}
	m := w.los.FindStringSubmatch(s)
	if m == nil {
		return N{}, &Fout{Wat: fmt.Sprintf("%q is geen %s", s, w.nummer), Raad: "schrijf bijvoorbeeld " + w.vorm, Aanroep: true}
	}
	volg, _ := strconv.Atoi(m[1])
	var gevonden []N
	var namen []string
	for _, b := range bestaand {
		if Nummer(b).Volg == volg {
			gevonden, namen = append(gevonden, b), append(namen, b.String())
		}
	}
	switch len(gevonden) {
	case 0:
		return N{}, &Fout{Wat: fmt.Sprintf("er is geen %s met volgnummer %d", w.ding, volg), Raad: w.lijst}
	case 1:
		return gevonden[0], nil
	}
	return N{}, &Fout{Wat: fmt.Sprintf("%d kan %s zijn", volg, Opsomming(namen, "of")), Raad: fmt.Sprintf("noem het jaar erbij, bijvoorbeeld %d-%d", Nummer(gevonden[len(gevonden)-1]).Jaar, volg)}
}
