package rapport

import (
	"fmt"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// tijdvak is one bar of a chart over time: a month, a quarter or a year.
type tijdvak struct {
	lang, kort string
	telling    map[dossier.Termijnnaam]Termijntelling
}

// More than this many bars can't be told apart on a telephone.
const meesteTijdvakken = 24

// tijdvakken are the months of the report, taken together to quarters or years
// when there are too many.
func tijdvakken(o Overzicht) []tijdvak {
	naam := func(m Maand) (lang, kort string) { return o.maand(m), maandkort(m) }
	switch n := len(o.PerMaand); {
	case n > meesteTijdvakken*3:
		naam = func(m Maand) (lang, kort string) {
			jaar := fmt.Sprint(werkdagen.Datum(m).Jaar())
			return jaar, jaar
		}
	case n > meesteTijdvakken:
		naam = func(m Maand) (lang, kort string) {
			jaar, maand, _ := werkdagen.Datum(m).Delen()
			kwartaal := (maand + 2) / 3
			return fmt.Sprintf("%de kwartaal %d", kwartaal, jaar), fmt.Sprintf("K%d %d", kwartaal, jaar)
		}
	}
	var uit []tijdvak
	for i := range o.PerMaand {
		m := &o.PerMaand[i]
		lang, kort := naam(m.Maand)
		if len(uit) == 0 || uit[len(uit)-1].lang != lang {
			uit = append(uit, tijdvak{lang, kort, map[dossier.Termijnnaam]Termijntelling{}})
		}
		telling := uit[len(uit)-1].telling
		for _, t := range dossier.Termijnnamen() {
			telling[t] = telling[t].plus(*m.Termijntellingen.bij(t))
		}
	}
	return uit
}

func (t Termijntelling) plus(u Termijntelling) Termijntelling {
	t.Binnen += u.Binnen
	t.TeLaat += u.TeLaat
	t.Open += u.Open
	t.Percentage = percentage(t.Binnen, t.Binnen+t.TeLaat)
	return t
}

// getekend counts what a bar shows.
func (t Termijntelling) getekend() int { return t.Binnen + t.TeLaat + t.Open }

// optijd draws how the confirmation and the proposal were kept over time, or the
// settlement where there is nothing else. A term that nobody had is left out.
func optijd(o Overzicht) []grafiek {
	vakken := tijdvakken(o)
	var uit []grafiek
	for _, t := range []struct {
		naam         dossier.Termijnnaam
		titel, welke string
	}{
		{dossier.TermijnBevestiging, "Bevestiging op tijd", "bevestigingen"},
		{dossier.TermijnVoorstel, "Voorstel op tijd", "voorstellen"},
		{dossier.TermijnAfhandeling, "Afhandeling op tijd", "afhandelingen"},
	} {
		if t.naam == dossier.TermijnAfhandeling && len(uit) > 0 {
			continue
		}
		if g, iets := optijdVan(vakken, t.naam, t.titel, t.welke); iets {
			uit = append(uit, g)
		}
	}
	return uit
}

func optijdVan(vakken []tijdvak, naam dossier.Termijnnaam, titel, welke string) (g grafiek, iets bool) {
	g = grafiek{naam: "optijd-" + string(naam), titel: titel, soort: soortStapel}
	binnen, teLaat, open := reeks{naam: "op tijd", rol: rolGoed}, reeks{naam: "te laat", rol: rolFout}, reeks{naam: "loopt nog", rol: rolOpen}
	var rijen [][]string
	var alles Termijntelling
	var laat, gevuld []string
	for _, v := range vakken {
		t := v.telling[naam]
		alles = alles.plus(t)
		if t.getekend() > 0 {
			gevuld = append(gevuld, v.lang)
		}
		if t.TeLaat > 0 {
			laat = append(laat, fmt.Sprintf("%s (%s)", v.lang, getal(t.TeLaat)))
		}
		g.groepen = append(g.groepen, v.kort)
		binnen.waarden = append(binnen.waarden, float64(t.Binnen))
		teLaat.waarden = append(teLaat.waarden, float64(t.TeLaat))
		open.waarden = append(open.waarden, float64(t.Open))
		rijen = append(rijen, []string{v.lang, getal(t.Binnen), getal(t.TeLaat), getal(t.Open), procent(t.Percentage)})
	}
	if len(gevuld) == 0 {
		return g, false
	}
	g.beschrijving = zinOptijd(alles, welke, laat)
	if len(gevuld) == 1 {
		g.beschrijving = ""
		g.leeg = fmt.Sprintf("Alle %s horen bij dossiers uit %s: er is nog niets om mee te vergelijken.", welke, gevuld[0])
	}
	g.reeksen = []reeks{binnen, teLaat, open}
	g.tabel = maakTabel([]scherm.Kolom{tekst("Ontvangen in"), cijfer("Op tijd"), cijfer("Te laat"), cijfer("Loopt nog"), cijfer("Percentage")}, rijen)
	return g, true
}

func zinOptijd(alles Termijntelling, welke string, laat []string) string {
	s := fmt.Sprintf("Van de %s is nog niets te zeggen: alles loopt nog. ", welke)
	if alles.Percentage != nil {
		s = fmt.Sprintf("Van de %s was %s op tijd (%s van de %s). ", welke, procent(alles.Percentage), getal(alles.Binnen), getal(alles.Binnen+alles.TeLaat))
		if len(laat) == 0 {
			s += "Er was er geen te laat."
		} else {
			s += fmt.Sprintf("Te laat waren er van de dossiers uit %s.", opsommingTot(laat, 6))
		}
	}
	if alles.Open > 0 && alles.Percentage != nil {
		s += fmt.Sprintf(" Er %s er nog %s.", bij(alles.Open, "loopt", "lopen"), getal(alles.Open))
	}
	return scherm.Regel(s)
}
