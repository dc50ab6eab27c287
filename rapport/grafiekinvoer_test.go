package rapport

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Figures for charts, written down by hand.

// maandreeks gives n months from January 2024 on.
func maandreeks(t testing.TB, n int) []Maand {
	t.Helper()
	uit := make([]Maand, n)
	for i := range uit {
		uit[i] = Maand(dag(t, "2024-01-01").PlusMaanden(i))
	}
	return uit
}

func getalPunt(f float64) *float64 { return &f }

// gevuld gives the figures of voorbeeld with months of a longer history written
// in: all that the charts can show.
func gevuld(t testing.TB, maanden int) Overzicht {
	t.Helper()
	o := Bereken(voorbeeld(t))
	o.Van, o.Peildatum = dag(t, "2024-01-01"), dag(t, "2024-01-01").PlusMaanden(maanden)-1
	o.Tot = o.Peildatum
	o.Vorige.Van, o.Vorige.Tot = o.Van.PlusMaanden(-maanden), o.Van-1
	o.PerMaand, o.Regelkaart = nil, Regelkaart{Gemiddelde: getalPunt(4.2), Ondergrens: getalPunt(0), Bovengrens: getalPunt(10.3)}
	if maanden == 0 {
		o.Regelkaart = Regelkaart{Maanden: []Regelpunt{}}
	}
	for i, m := range maandreeks(t, maanden) {
		n := []int{3, 5, 2, 4, 6, 12, 1, 0, 3, 7, 4, 3}[i%12]
		if i > 6 && i%12 == 5 {
			n = 8
		}
		pm := PerMaand{Maand: m, Ontvangen: n, Afgehandeld: n, Open: n / 2}
		laat, open := n/4, 0
		if i >= maanden-2 {
			open = n / 3
		}
		pm.Bevestiging = Termijntelling{Binnen: n - laat, TeLaat: laat}
		pm.Voorstel = Termijntelling{Binnen: n - laat - open, TeLaat: laat, Open: open}
		o.PerMaand = append(o.PerMaand, pm)
		o.Regelkaart.Maanden = append(o.Regelkaart.Maanden, Regelpunt{m, n, n > 10})
	}
	return o
}

// veelCategorieen gives n categories and causes, some with long names.
func veelCategorieen(o Overzicht, n int) Overzicht {
	o.PerCategorie, o.PerOorzaak = nil, nil
	for i := range n {
		naam := fmt.Sprintf("categorie %d", i+1)
		switch i % 4 {
		case 1:
			naam += " over hoe een deelnemer zich weer kan afmelden voor een cursus die al begonnen is, en wat hem dat dan nog kost"
		case 2:
			naam += strings.Repeat("woordzonderspatie", 11)
		}
		o.PerCategorie = append(o.PerCategorie, PerCategorie{naam, 2 * (n - i), (i * 7) % (n + 3)})
		o.PerOorzaak = append(o.PerOorzaak, PerOorzaak{naam, (n - i) * (n - i), i})
	}
	return o
}

func alleGrafieken(o Overzicht) []grafiek {
	return append([]grafiek{regelkaart(o), categorieen(o), oorzaken(o)}, optijd(o)...)
}

func grafiekVan(t *testing.T, naam string, o Overzicht) grafiek {
	t.Helper()
	alle := alleGrafieken(o)
	i := slices.IndexFunc(alle, func(g grafiek) bool { return g.naam == naam })
	if i < 0 {
		t.Fatalf("er is geen grafiek %s", naam)
	}
	return alle[i]
}
