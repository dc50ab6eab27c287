package rapport

import (
	"fmt"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// verloop shows what came in and went out, as a whole, by origin and by month.
func verloop(o Overzicht) sectie {
	s := sectie{kop: "Ontvangen, afgehandeld en open"}
	if o.Ontvangen+o.Afgehandeld+o.Open+o.Vorige.Ontvangen+o.Vorige.Afgehandeld+o.Vorige.Open == 0 {
		return s
	}
	s.toon(vergelijking("Dossiers"), [][]string{
		vergelijk("Ontvangen", o.Ontvangen, o.Vorige.Ontvangen),
		vergelijk("Afgehandeld", o.Afgehandeld, o.Vorige.Afgehandeld),
		vergelijk("Open op de laatste dag", o.Open, o.Vorige.Open),
	})
	s.teken(regelkaart(o))
	if o.beideHerkomsten() {
		var rijen [][]string
		for _, u := range o.Uitgesplitst {
			rijen = append(rijen, []string{hoofdletter(string(u.Herkomst)), getal(u.Ontvangen), getal(u.Afgehandeld), getal(u.Open)})
		}
		s.toon(stroom("Herkomst"), rijen)
	}
	var rijen [][]string
	leeg := true
	for _, m := range o.PerMaand {
		rijen = append(rijen, []string{o.maand(m.Maand), getal(m.Ontvangen), getal(m.Afgehandeld), getal(m.Open)})
		leeg = leeg && m.Ontvangen+m.Afgehandeld+m.Open == 0
	}
	if !leeg {
		s.toon(stroom("Maand"), rijen)
	}
	return s
}

func stroom(eerste string) []scherm.Kolom {
	return []scherm.Kolom{tekst(eerste), cijfer("Ontvangen"), cijfer("Afgehandeld"), cijfer("Open op de laatste dag")}
}

func vergelijking(eerste string) []scherm.Kolom {
	return []scherm.Kolom{tekst(eerste), cijfer("Deze periode"), cijfer("Vorige periode"), cijfer("Verschil")}
}

func vergelijk(naam string, nu, toen int) []string {
	return []string{naam, getal(nu), getal(toen), verschil(nu, toen)}
}

// beideHerkomsten reports whether showing them apart says anything.
func (o Overzicht) beideHerkomsten() bool {
	for _, u := range o.Uitgesplitst {
		if u.Ontvangen+u.Afgehandeld+u.Open == 0 {
			return false
		}
	}
	return true
}

// maand names m, and the days of it that count where these are not all.
func (o Overzicht) maand(m Maand) string {
	begin := werkdagen.Datum(m)
	eind := begin.PlusMaanden(1) - 1
	_, _, van := max(begin, o.Van).Delen()
	_, _, tot := min(eind, o.Peildatum).Delen()
	switch naam := maandnaam(begin); {
	case begin < o.Van && o.Peildatum < eind:
		return fmt.Sprintf("%s (%d t/m %d)", naam, van, tot)
	case begin < o.Van:
		return fmt.Sprintf("%s (vanaf %d)", naam, van)
	case o.Peildatum < eind:
		return fmt.Sprintf("%s (t/m %d)", naam, tot)
	default:
		return naam
	}
}

// opTijd shows how each term was kept, and by origin where both have it.
func opTijd(o Overzicht) sectie {
	s := sectie{kop: "Op tijd"}
	var rijen [][]string
	vervallen, onbekend := 0, 0
	for _, naam := range dossier.Termijnnamen() {
		t := *o.Termijntellingen.bij(naam)
		if t.alle() == 0 {
			continue
		}
		vervallen += t.Vervallen
		onbekend += t.Onbekend
		toen := *o.Vorige.Termijntellingen.bij(naam)
		rijen = append(rijen, t.rij(hoofdletter(string(naam)), procent(toen.Percentage)))
		if !o.beideHebben(naam) {
			continue
		}
		for _, u := range o.Uitgesplitst {
			rijen = append(rijen, u.Termijntellingen.bij(naam).rij("– "+string(u.Herkomst), ""))
		}
	}
	s.toon(optijdkolommen(), rijen)
	if vervallen > 0 {
		s.zeg(fmt.Sprintf("Niet meegeteld: %s, omdat het dossier eerder werd ingetrokken.", aantal(vervallen, "termijn die verviel", "termijnen die vervielen")))
	}
	if onbekend > 0 {
		s.zeg(fmt.Sprintf("Niet meegeteld: %s, omdat het oude register het niet zegt.", aantal(onbekend, "termijn waarvan niet bekend is of hij gehaald is", "termijnen waarvan niet bekend is of ze gehaald zijn")))
	}
	for _, g := range optijd(o) {
		s.teken(g)
	}
	return s
}

func optijdkolommen() []scherm.Kolom {
	return []scherm.Kolom{tekst("Termijn"), cijfer("Op tijd"), cijfer("Te laat"), cijfer("Loopt nog"), cijfer("Percentage"), cijfer("Vorige periode")}
}

func (t Termijntelling) alle() int { return t.Binnen + t.TeLaat + t.Open + t.Vervallen + t.Onbekend }

func (t Termijntelling) rij(naam, vorige string) []string {
	return []string{naam, getal(t.Binnen), getal(t.TeLaat), getal(t.Open), procent(t.Percentage), vorige}
}

func (o Overzicht) beideHebben(naam dossier.Termijnnaam) bool {
	for _, u := range o.Uitgesplitst {
		if u.Termijntellingen.bij(naam).alle() == 0 {
			return false
		}
	}
	return true
}

func perCategorie(o Overzicht) sectie {
	s := sectie{kop: "Categorieën"}
	if g := categorieen(o); len(g.tabel.rijen) > 0 {
		s.teken(g)
		s.toon(g.tabel.kolommen, g.tabel.rijen)
	}
	return s
}

func categorietabel(o Overzicht) tabel {
	var rijen [][]string
	for _, c := range o.PerCategorie {
		rijen = append(rijen, vergelijk(categorienaam(c), c.Aantal, c.Vorige))
	}
	return maakTabel(vergelijking("Categorie"), rijen)
}

func perOorzaak(o Overzicht) sectie {
	s := sectie{kop: "Oorzaken"}
	if g := oorzaken(o); len(g.tabel.rijen) > 0 {
		s.teken(g)
		s.toon(g.tabel.kolommen, g.tabel.rijen)
	}
	if n := o.ZonderOorzaak.Aantal; n > 0 {
		s.zeg(fmt.Sprintf("Van %s is nog geen oorzaak vastgelegd.", aantal(n, "ontvangen dossier", "ontvangen dossiers")))
	}
	return s
}

// oorzaaktabel is a Pareto table: how much of it the causes down to each explain.
func oorzaaktabel(o Overzicht) tabel {
	totaal, tot := 0, 0
	for _, c := range o.PerOorzaak {
		totaal += c.Aantal
	}
	var rijen [][]string
	for _, c := range o.PerOorzaak {
		tot += c.Aantal
		rijen = append(rijen, append(vergelijk(c.Oorzaak, c.Aantal, c.Vorige), procent(percentage(tot, totaal))))
	}
	return maakTabel(append(vergelijking("Oorzaak"), cijfer("Opgeteld")), rijen)
}

func naamOf(naam, anders string) string {
	if scherm.Regel(naam) == "" {
		return anders
	}
	return naam
}

// nuTeLaat lists what is late, with names only where the figures have them.
func nuTeLaat(o Overzicht) sectie {
	s := sectie{kop: "Te laat op " + dagnaam(o.Peildatum)}
	if len(o.TeLaat) == 0 {
		s.zeg("Er is niets te laat.")
		return s
	}
	kolommen := []scherm.Kolom{tekst("Dossier"), tekst("Termijn"), tekst("Uiterste dag"), cijfer("Werkdagen te laat")}
	var rijen [][]string
	var namen []string
	for _, t := range o.TeLaat {
		naam := string(t.Termijn)
		if t.Ronde > 1 {
			naam += fmt.Sprintf(" (ronde %d)", t.Ronde)
		}
		rijen = append(rijen, []string{t.Nummer, naam, t.Uiterlijk.Lang(), getal(t.WerkdagenTeLaat)})
		if wie := overWie(t); wie != "" && !slices.Contains(namen, wie) {
			namen = append(namen, wie)
		}
	}
	s.toon(kolommen, rijen)
	if len(namen) > 0 {
		s.som(namen...)
	}
	return s
}

// overWie says what a late dossier is about and whose it is, as far as the
// figures have names: a line of its own, because a table has no room for it.
func overWie(t TeLaat) string {
	if wat := watEnWie(t.Onderwerp, t.Klager, t.Behandelaar); wat != "" {
		return t.Nummer + ": " + wat
	}
	return ""
}

// watEnWie says what a dossier is about and whose it is, as far as that is known.
func watEnWie(onderwerp, klager, behandelaar string) string {
	var delen []string
	for _, deel := range []struct{ voor, wat string }{{"", onderwerp}, {"klager ", klager}, {"behandelaar ", behandelaar}} {
		if wat := scherm.Regel(deel.wat); wat != "" {
			delen = append(delen, deel.voor+wat)
		}
	}
	return strings.Join(delen, "; ")
}
