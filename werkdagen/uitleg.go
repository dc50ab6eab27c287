package werkdagen

import (
	"fmt"
	"strings"
)

// langsteDagen is the longest term in days that is explained day by day; a
// longer one shows every seventh day.
const langsteDagen = 31

// Uitleg explains the calculation in Dutch so that it can be followed on a paper
// calendar: one line for each day that matters, with weekday, date and its count
// or why it doesn't count (terms in weeks, months and years show the end of
// each), and at the end a line with the result and the source of the rules.
// Lines have no line end.
func (b Berekening) Uitleg() []string {
	if b.kalender == nil {
		return nil
	}
	u := uitleg{Berekening: b}
	u.regel(b.Ontvangen, "dag van ontvangst, telt niet mee")
	if b.Termijn.Eenheid == Werkdagen {
		u.werkdagen()
	} else {
		u.tijdvakken()
	}
	u.slot()
	return u.regels
}

// uitleg collects the lines.
type uitleg struct {
	Berekening
	regels []string
}

func (u *uitleg) regel(d Datum, tekst string) {
	const breedte = len("wo 30 september 2026")
	u.regels = append(u.regels, fmt.Sprintf("%-*s  %s", breedte, d.Lang(), tekst))
}

func (u *uitleg) werkdagen() {
	overgeslagen := u.Overgeslagen
	n := 0
	for d := u.EersteDag; d <= u.Nominaal; d++ {
		if len(overgeslagen) > 0 && overgeslagen[0].Datum == d {
			u.regel(d, "telt niet mee: "+u.redenen(overgeslagen[0]))
			overgeslagen = overgeslagen[1:]
			continue
		}
		n++
		tekst := fmt.Sprintf("werkdag %d%s", n, u.tochWerkdag(d))
		if d == u.Nominaal {
			u.einde(tekst)
			continue
		}
		u.regel(d, tekst)
	}
}

// tochWerkdag notes why a day that someone may think is off does count.
func (u *uitleg) tochWerkdag(d Datum) string {
	switch _, maand, dag := d.Delen(); {
	case besluitVoor(d) != "":
		return " (een gelijkgestelde dag, maar er wordt gewerkt)"
	case u.kalender.opties.Kalender == KalenderATW:
		return ""
	case maand == 5 && dag == 5:
		return " (5 mei is in kalender bedrijf alleen vrij in een jaar dat deelbaar is door vijf)"
	case u.kalender.feestdagen.isGoedeVrijdag(d):
		return " (op Goede Vrijdag wordt in kalender bedrijf gewerkt)"
	}
	return ""
}

// tijdvakken shows the first day and the end of each day, week, month or year.
func (u *uitleg) tijdvakken() {
	t := u.Termijn
	if t.Eenheid != Dagen {
		u.regel(u.EersteDag, "eerste dag van de termijn")
	}
	for n := 1; n <= t.Aantal; n++ {
		if t.Eenheid == Dagen && t.Aantal > langsteDagen && n != 1 && n%7 != 0 && n != t.Aantal {
			continue
		}
		d, tekst := u.tijdvak(n)
		if n == t.Aantal {
			u.einde(tekst)
			continue
		}
		u.regel(d, tekst)
	}
}

func (u *uitleg) tijdvak(n int) (Datum, string) {
	switch u.Termijn.Eenheid {
	case Dagen:
		return u.Ontvangen + Datum(n), fmt.Sprintf("dag %d", n)
	case Weken:
		return u.Ontvangen + Datum(7*n), fmt.Sprintf("einde van week %d", n)
	case Maanden:
		d := u.Ontvangen.PlusMaanden(n)
		return d, fmt.Sprintf("einde van maand %d%s", n, u.kortereMaand(d))
	}
	d := u.Ontvangen.PlusJaren(n)
	return d, fmt.Sprintf("einde van jaar %d%s", n, u.kortereMaand(d))
}

// kortereMaand notes that the day of receipt is missing from the month of d.
func (u *uitleg) kortereMaand(d Datum) string {
	_, _, ontvangen := u.Ontvangen.Delen()
	jaar, maand, dag := d.Delen()
	if dag == ontvangen {
		return ""
	}
	return fmt.Sprintf(" (%s %d heeft geen dag %d)", maandnaam(maand), jaar, ontvangen)
}

// einde shows the nominal end, of which tekst tells what it is, and then the
// days of the statutory extension.
func (u *uitleg) einde(tekst string) {
	voorbij := u.VerlengdMet
	for d := u.Nominaal; d <= u.Uiterlijk; d++ {
		var delen []string
		if d == u.Nominaal {
			delen = append(delen, tekst)
		}
		switch {
		case len(voorbij) > 0 && voorbij[0].Datum == d:
			delen = append(delen, "kan niet de laatste dag zijn: "+u.redenen(voorbij[0]))
			voorbij = voorbij[1:]
		case d < u.Uiterlijk: // only art. 2 goes past an ordinary day
			delen = append(delen, "de eerste gewone dag in de termijn, en er moeten er twee in zitten (Algemene termijnenwet art. 2)")
		case u.artikel2:
			delen = append(delen, "de tweede gewone dag in de termijn, de laatste dag (Algemene termijnenwet art. 2)")
		case d > u.Nominaal:
			delen = append(delen, "de eerste gewone dag daarna, de laatste dag (Algemene termijnenwet art. 1 lid 1)")
		default:
			delen = append(delen, "de laatste dag")
		}
		u.regel(d, strings.Join(delen, "; "))
	}
}

// redenen names the reasons, with what the organisation calls its closing and the
// decree behind a designated day.
func (u *uitleg) redenen(v VrijeDag) string {
	var namen []string
	for _, r := range v.Redenen {
		naam := r.Naam()
		switch r {
		case Gesloten:
			if s := u.kalender.sluiting(v.Datum); s != nil && s.Omschrijving != "" {
				naam += " (" + strings.Join(strings.Fields(s.Omschrijving), " ") + ")" // one line a day
			}
		case AangewezenDag:
			naam += " (" + besluitVoor(v.Datum) + ")"
		}
		namen = append(namen, naam)
	}
	return strings.Join(namen, " en ")
}

// slot gives the result and the sources.
func (u *uitleg) slot() {
	uitkomst := "uiterlijk " + u.Uiterlijk.Lang()
	if u.LaatsteWerkdag != u.Uiterlijk {
		redenen := VrijeDag{u.Uiterlijk, u.kalender.Redenen(u.Uiterlijk)}
		uitkomst += fmt.Sprintf(" (geen werkdag: %s; de laatste werkdag ervoor is %s)", u.redenen(redenen), u.LaatsteWerkdag.Lang())
	}
	u.regels = append(u.regels, uitkomst+". Bron: "+strings.Join(u.bronnen(), "; ")+".")
}

func (u *uitleg) bronnen() []string {
	o := u.kalender.opties
	bronnen := []string{"de procedure: de dag van ontvangst telt niet mee"}
	if u.Termijn.Eenheid == Werkdagen {
		bronnen = append(bronnen, fmt.Sprintf("werkdagen zijn %s zonder de feestdagen van kalender %s", werkweektekst(o.Werkweek), o.Kalender))
	}
	wettelijk := o.Verlenging == VerlengingATW
	if u.Termijn.Eenheid == Werkdagen || wettelijk && u.Termijn.wettelijkTeVerlengen() {
		bronnen = append(bronnen, kalenderbron(o.Kalender))
	}
	switch {
	case u.Termijn.Eenheid == Jaren:
		return append(bronnen, "een termijn in jaren wordt nooit verlengd (Algemene termijnenwet art. 4 onder a)")
	case !wettelijk:
		return append(bronnen, "een eigen termijn wordt niet verlengd")
	case !u.Termijn.wettelijkTeVerlengen():
		return append(bronnen, "geen verlenging bij meer dan 90 dagen, twaalf weken of drie maanden (Algemene termijnenwet art. 4 onder a)")
	}
	return append(bronnen, "verlenging: Algemene termijnenwet art. 1 en 2")
}

func kalenderbron(k Kalendersoort) string {
	if k == KalenderBedrijf {
		return "feestdagen: Algemene termijnenwet art. 3, maar zonder Goede Vrijdag en met 5 mei alleen in jaren die deelbaar zijn door vijf"
	}
	return "feestdagen: Algemene termijnenwet art. 3"
}

func werkweektekst(week []Weekdag) string {
	var dagen []string
	for _, w := range week {
		dagen = append(dagen, w.Kort())
	}
	eerste, laatste := week[0], week[len(week)-1]
	if len(week) > 2 && int(laatste-eerste) == len(week)-1 {
		return eerste.Kort() + " t/m " + laatste.Kort()
	}
	return strings.Join(dagen, ", ")
}
