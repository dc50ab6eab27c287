package rapport

import (
	"fmt"
	"slices"
	"strings"

	"klacht/rapport/scherm"
)

// The charts, each made from the figures. What there is to be seen is said in
// words as well, and the table has every figure, also those that the picture
// takes together.

// regelkaart is the c-chart of the complaints per month.
func regelkaart(o Overzicht) grafiek {
	r := o.Regelkaart
	g := grafiek{naam: "regelkaart", titel: "Klachten per maand", soort: soortRegelkaart}
	klachten := reeks{naam: "klachten", rol: rolReeks}
	alle, hoogste := 0, 0
	var rijen [][]string
	var buiten []string
	for _, m := range r.Maanden {
		alle += m.Aantal
		hoogste = max(hoogste, m.Aantal)
		g.groepen = append(g.groepen, maandkort(m.Maand))
		g.buiten = append(g.buiten, m.Buiten)
		klachten.waarden = append(klachten.waarden, float64(m.Aantal))
		grens := ""
		if m.Buiten {
			grens = "ja"
			buiten = append(buiten, fmt.Sprintf("%s (%s)", maandlang(m.Maand), getal(m.Aantal)))
		}
		rijen = append(rijen, []string{maandlang(m.Maand), getal(m.Aantal), grens})
	}
	g.reeksen = []reeks{klachten}
	for _, l := range []struct {
		naam   string
		waarde *float64
		rol    rol
	}{{"ondergrens", r.Ondergrens, rolGrens}, {"gemiddelde", r.Gemiddelde, rolMidden}, {"bovengrens", r.Bovengrens, rolGrens}} {
		// A limit of 0 is the axis itself: nothing can lie below it.
		if l.waarde != nil && (*l.waarde > 0 || l.rol == rolMidden) {
			g.lijnen = append(g.lijnen, lijn{l.naam, *l.waarde, l.rol})
		}
	}
	g.tabel = maakTabel([]scherm.Kolom{tekst("Maand"), cijfer("Klachten"), tekst("Buiten de grenzen")}, rijen)
	switch {
	case len(r.Maanden) == 0:
		g.leeg = "Er is nog geen hele maand voorbij, dus er valt nog niets te tekenen."
	case len(r.Maanden) == 1:
		g.leeg = fmt.Sprintf("Er is pas één hele maand voorbij, %s, met %s. Een lijn is er te tekenen vanaf twee maanden.", maandlang(r.Maanden[0].Maand), aantal(alle, "klacht", "klachten"))
	case alle == 0:
		g.leeg = fmt.Sprintf("In de %d maanden van %s kwam geen enkele klacht binnen.", len(r.Maanden), vanTot(r.Maanden))
	default:
		g.beschrijving = scherm.Regel(zinRegelkaart(r, alle, hoogste, buiten))
	}
	return g
}

func vanTot(m []Regelpunt) string {
	return maandlang(m[0].Maand) + " tot en met " + maandlang(m[len(m)-1].Maand)
}

func zinRegelkaart(r Regelkaart, alle, hoogste int, buiten []string) string {
	var meeste []string
	for _, m := range r.Maanden {
		if m.Aantal == hoogste {
			meeste = append(meeste, maandlang(m.Maand))
		}
	}
	s := fmt.Sprintf("Van %s kwamen er %s binnen", vanTot(r.Maanden), aantal(alle, "klacht", "klachten"))
	if alle == 1 {
		s = strings.Replace(s, "kwamen", "kwam", 1)
	}
	if r.Gemiddelde != nil {
		s += fmt.Sprintf(", gemiddeld %s per maand", breuk(*r.Gemiddelde))
	}
	s += fmt.Sprintf("; de meeste in %s (%s). ", opsommingTot(meeste, 3), getal(hoogste))
	switch {
	case r.Bovengrens == nil:
		if r.Onvoldoende != "" {
			s += zin(strings.TrimSuffix(r.Onvoldoende, "."))
		}
	case len(buiten) == 0:
		s += fmt.Sprintf("Geen maand valt buiten de grenzen (%s): de verschillen kunnen toeval zijn.", grenzen(r))
	default:
		s += fmt.Sprintf("Buiten de grenzen (%s) %s %s: dat is meer dan toeval.", grenzen(r), bij(len(buiten), "valt", "vallen"), opsommingTot(buiten, 6))
	}
	return s
}

func grenzen(r Regelkaart) string {
	onder := 0.0
	if r.Ondergrens != nil {
		onder = *r.Ondergrens
	}
	return breuk(onder) + " tot " + breuk(*r.Bovengrens)
}

// categorieen compares the categories with the period before.
func categorieen(o Overzicht) grafiek {
	const meest = 15
	g := grafiek{naam: "categorieen", titel: "Categorieën, met de vorige periode", soort: soortStaven, tabel: categorietabel(o)}
	nu, toen := reeks{naam: "deze periode", rol: rolReeks}, reeks{naam: "vorige periode", rol: rolVorige}
	for i, c := range o.PerCategorie {
		if i >= meest-1 && len(o.PerCategorie) > meest {
			nu.rest(float64(c.Aantal), meest)
			toen.rest(float64(c.Vorige), meest)
			continue
		}
		g.groepen = append(g.groepen, categorienaam(c))
		nu.waarden = append(nu.waarden, float64(c.Aantal))
		toen.waarden = append(toen.waarden, float64(c.Vorige))
	}
	g.metOverige(len(o.PerCategorie), meest)
	g.reeksen = []reeks{nu, toen}
	switch len(o.PerCategorie) {
	case 0:
		g.leeg = "Er is niets ontvangen, dus er is niets te vergelijken."
	case 1:
		c := o.PerCategorie[0]
		g.leeg = scherm.Regel(fmt.Sprintf("Alles viel onder één categorie, %s: %s, en in de vorige periode %s.", categorienaam(c), dossiers(c.Aantal), getal(c.Vorige)))
	default:
		g.beschrijving = scherm.Regel(zinCategorieen(o))
	}
	return g
}

// rest adds a value to the last of zoveel bars.
func (r *reeks) rest(waarde float64, zoveel int) {
	if len(r.waarden) < zoveel {
		r.waarden = append(r.waarden, 0)
	}
	r.waarden[zoveel-1] += waarde
}

// metOverige names the group that holds all that there is no room for.
func (g *grafiek) metOverige(alle, meest int) {
	if alle > meest {
		g.overige = true
		g.groepen = append(g.groepen, fmt.Sprintf("de overige %d", alle-meest+1))
	}
}

func categorienaam(c PerCategorie) string {
	return scherm.Regel(naamOf(c.Categorie, "(zonder categorie)"))
}

func zinCategorieen(o Overzicht) string {
	alle, meest := 0, o.PerCategorie[0].Aantal
	var grootste []string
	op, neer := o.PerCategorie[0], o.PerCategorie[0]
	for _, c := range o.PerCategorie {
		alle += c.Aantal
		if c.Aantal == meest {
			grootste = append(grootste, categorienaam(c))
		}
		if c.Aantal-c.Vorige > op.Aantal-op.Vorige {
			op = c
		}
		if c.Aantal-c.Vorige < neer.Aantal-neer.Vorige {
			neer = c
		}
	}
	s := "In deze periode is niets ontvangen."
	switch {
	case meest > 0 && len(grootste) == 1:
		s = fmt.Sprintf("De meeste dossiers gaan over %s: %s van de %s.", grootste[0], getal(meest), getal(alle))
	case meest > 0:
		s = fmt.Sprintf("De meeste dossiers gaan over %s: elk %s van de %s.", opsommingTot(grootste, 3), getal(meest), getal(alle))
	}
	if op.Aantal > op.Vorige {
		s += fmt.Sprintf(" Het meest gestegen is %s (van %s naar %s).", categorienaam(op), getal(op.Vorige), getal(op.Aantal))
	}
	if neer.Aantal < neer.Vorige {
		s += fmt.Sprintf(" Het meest gedaald is %s (van %s naar %s).", categorienaam(neer), getal(neer.Vorige), getal(neer.Aantal))
	}
	return s
}

// oorzaken is the Pareto chart of the causes that are known.
func oorzaken(o Overzicht) grafiek {
	const meest = 10
	g := grafiek{naam: "oorzaken", titel: "Oorzaken, van veel naar weinig", soort: soortPareto, tabel: oorzaaktabel(o)}
	telt := slices.DeleteFunc(slices.Clone(o.PerOorzaak), func(c PerOorzaak) bool { return c.Aantal == 0 })
	staven, lijn := reeks{naam: "dossiers", rol: rolReeks}, reeks{naam: "opgeteld, in procenten", rol: rolLijn}
	totaal := 0
	for i, c := range telt {
		totaal += c.Aantal
		if i >= meest-1 && len(telt) > meest {
			staven.rest(float64(c.Aantal), meest)
			continue
		}
		g.groepen = append(g.groepen, scherm.Regel(c.Oorzaak))
		staven.waarden = append(staven.waarden, float64(c.Aantal))
	}
	g.metOverige(len(telt), meest)
	som := 0.0
	for _, w := range staven.waarden {
		som += w
		lijn.waarden = append(lijn.waarden, som/float64(totaal)*100)
	}
	g.reeksen = []reeks{staven, lijn}
	switch len(telt) {
	case 0:
		g.leeg = "Van wat in deze periode is ontvangen, is nog geen oorzaak bekend."
	case 1:
		g.leeg = scherm.Regel(fmt.Sprintf("Er is één oorzaak bekend, %s: %s.", telt[0].Oorzaak, dossiers(telt[0].Aantal)))
	default:
		g.beschrijving = scherm.Regel(zinOorzaken(telt, totaal))
	}
	return g
}

// zinOorzaken says how few causes explain most: four fifths, as Pareto's rule
// has it.
func zinOorzaken(telt []PerOorzaak, totaal int) string {
	const veel = 80.0
	som, n := 0, 0
	for n < len(telt) && float64(som)*100 < veel*float64(totaal) {
		som += telt[n].Aantal
		n++
	}
	s := fmt.Sprintf("Van %s is de oorzaak bekend. ", dossiers(totaal))
	if eerste := telt[0]; eerste.Aantal > telt[1].Aantal {
		s += fmt.Sprintf("Het vaakst is dat %s (%s). ", eerste.Oorzaak, getal(eerste.Aantal))
	}
	if n == len(telt) {
		return s + fmt.Sprintf("Er zijn %s oorzaken; pas alle samen verklaren ze 80%% of meer.", getal(n))
	}
	return s + fmt.Sprintf("%s van de %s oorzaken %s %s.",
		getal(n), getal(len(telt)), bij(n, "verklaart", "verklaren samen"), procent(percentage(som, totaal)))
}
