package rapport

import (
	"slices"
	"strconv"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

// dagnaam gives 30 september 2026.
func dagnaam(d werkdagen.Datum) string {
	_, zonderWeekdag, _ := strings.Cut(d.Lang(), " ")
	return zonderWeekdag
}

// maandnaam gives september 2026.
func maandnaam(d werkdagen.Datum) string {
	_, zonderDag, _ := strings.Cut(dagnaam(d), " ")
	return zonderDag
}

// maandlang gives september 2026, and maandkort sep 2026.
func maandlang(m Maand) string { return maandnaam(werkdagen.Datum(m)) }

func maandkort(m Maand) string {
	naam, jaar, _ := strings.Cut(maandlang(m), " ")
	if naam == "maart" {
		return "mrt " + jaar
	}
	return naam[:3] + " " + jaar
}

// getal gives a whole number with a point between the thousands: 12.345.
func getal(n int) string {
	if n < 0 {
		return "-" + getal(-n)
	}
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "." + s[i:]
	}
	return s
}

// breuk gives a number with a decimal comma, and a decimal only where there is
// one: 12 or 12,5.
func breuk(f float64) string {
	heel, tiende, _ := strings.Cut(strconv.FormatFloat(f, 'f', 1, 64), ".")
	n, err := strconv.Atoi(heel)
	if err == nil {
		heel = getal(n)
	}
	if tiende == "0" {
		return heel
	}
	return heel + "," + tiende
}

// procent gives 91,7%, and geenGetal when there is none.
func procent(p *float64) string {
	if p == nil {
		return geenGetal
	}
	return strings.ReplaceAll(strconv.FormatFloat(*p, 'f', 1, 64), ".", ",") + "%"
}

// geenGetal stands where there is nothing to divide or to measure.
const geenGetal = "–"

// verschil gives +5, -2 or 0.
func verschil(nu, toen int) string {
	if nu > toen {
		return "+" + getal(nu-toen)
	}
	return getal(nu - toen)
}

// aantal gives a number with its word: 1 klacht, 2 klachten.
func aantal(n int, een, meer string) string {
	if n == 1 {
		return "1 " + een
	}
	return getal(n) + " " + meer
}

func dossiers(n int) string { return aantal(n, "dossier", "dossiers") }

// bij gives een when n is one and meer otherwise: kwam, kwamen.
func bij(n int, een, meer string) string {
	if n == 1 {
		return een
	}
	return meer
}

// zin puts a capital at the start and a full stop at the end.
func zin(s string) string { return hoofdletter(s) + "." }

func hoofdletter(s string) string {
	if s == "" {
		return ""
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// en joins a, b en c.
func en(delen []string) string { return dossier.Opsomming(delen, "en") }

// opsommingTot joins the first zoveel names, and says how many more there are.
func opsommingTot(namen []string, zoveel int) string {
	if rest := len(namen) - zoveel; rest > 0 {
		return en(append(slices.Clone(namen[:zoveel]), "nog "+getal(rest)))
	}
	return en(namen)
}
