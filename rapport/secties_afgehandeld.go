package rapport

import (
	"fmt"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

// doorlooptijd shows how long it took to close what was closed.
func doorlooptijd(o Overzicht) sectie {
	s := sectie{kop: "Doorlooptijd"}
	d := o.Doorlooptijd
	if d.Aantal == 0 {
		return s
	}
	s.zeg("In dagen van ontvangst tot afhandeling, van de dossiers die in de periode zijn afgehandeld.")
	rijen := [][]string{d.rij("Alles")}
	if o.beideHerkomsten() {
		for _, u := range o.Uitgesplitst {
			rijen = append(rijen, u.Doorlooptijd.rij("– "+string(u.Herkomst)))
		}
	}
	if o.Vorige.Doorlooptijd.Aantal > 0 {
		rijen = append(rijen, o.Vorige.Doorlooptijd.rij("Vorige periode"))
	}
	s.toon(doorlooptijdkolommen(), rijen)
	return s
}

func doorlooptijdkolommen() []scherm.Kolom {
	return []scherm.Kolom{tekst("Dossiers"), cijfer("Aantal"), cijfer("Mediaan"), cijfer("90e percentiel"), cijfer("Langste")}
}

func (d Doorlooptijd) rij(naam string) []string {
	if d.Aantal == 0 {
		return []string{naam, "0", geenGetal, geenGetal, geenGetal}
	}
	return []string{naam, getal(d.Aantal), breuk(*d.Mediaan), breuk(*d.P90), getal(*d.Max)}
}

// afloop shows the outcomes and what went to the mediator.
func afloop(o Overzicht) sectie {
	s := sectie{kop: "Uitkomsten en geschillen"}
	if o.Afgehandeld > 0 {
		var rijen [][]string
		for _, u := range o.Uitkomsten.elk() {
			rijen = append(rijen, []string{u.naam, getal(u.aantal)})
		}
		s.toon(uitkomstkolommen(), rijen)
	}
	if o.Ontvangen+o.Afgehandeld+o.Geschillen.Geopend+o.Geschillen.Advies > 0 {
		s.zeg(zinGeschillen(o.Geschillen))
	}
	return s
}

func uitkomstkolommen() []scherm.Kolom { return []scherm.Kolom{tekst("Uitkomst"), cijfer("Aantal")} }

type uitkomsttelling struct {
	naam   string
	aantal int
}

// elk gives the outcomes by name, in the order in which they are shown; one that
// is not known, which only a register of elsewhere has, where there are any.
func (u Uitkomsten) elk() []uitkomsttelling {
	alle := []uitkomsttelling{
		{hoofdletter(string(dossier.Gegrond)), u.Gegrond},
		{hoofdletter(string(dossier.DeelsGegrond)), u.DeelsGegrond},
		{hoofdletter(string(dossier.Ongegrond)), u.Ongegrond},
		{hoofdletter(string(dossier.Ingetrokken)), u.Ingetrokken},
	}
	if u.Onbekend > 0 {
		alle = append(alle, uitkomsttelling{hoofdletter(string(dossier.UitkomstOnbekend)), u.Onbekend})
	}
	return alle
}

func zinGeschillen(g Geschillen) string {
	geopend := "er ging geen geschil naar de mediator"
	if n := g.Geopend; n > 0 {
		geopend = fmt.Sprintf("er %s %s naar de mediator", bij(n, "ging", "gingen"), aantal(n, "geschil", "geschillen"))
	}
	switch {
	case g.Advies > 0:
		return zin(fmt.Sprintf("%s; de mediator gaf %s keer advies", geopend, getal(g.Advies)))
	case g.Geopend > 0:
		return zin(geopend + "; de mediator gaf nog geen advies")
	}
	return zin(geopend)
}
