package rapport

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// willekeurigeGrafiek is any chart that the figures could give, and more.
func willekeurigeGrafiek(t *rapid.T) grafiek {
	n := rapid.SampledFrom([]int{1, 2, 3, 4, 7, 12, 13, 24, 25, 60, 120}).Draw(t, "groepen")
	g := grafiek{titel: "titel", soort: rapid.SampledFrom([]grafieksoort{soortRegelkaart, soortStaven, soortPareto, soortStapel}).Draw(t, "soort")}
	if g.soort == soortPareto || g.soort == soortStaven {
		n = min(n, 12)
	}
	eerste := rapid.IntRange(0, 30).Draw(t, "eerste")
	hoogste := rapid.SampledFrom([]int{0, 1, 2, 5, 37, 400, 12_000, 3_000_000}).Draw(t, "hoogste")
	woord := rapid.SampledFrom([]string{"a", "cursus", "inhoud van de", "onvolkomenheidsregistratiesysteem", "研修の苦情", "é", "<b>", "WWWW", "👨‍👩‍👧", "شكوى", "e\u0301\u0323\u0301"})
	getallen := func(naam string) (uit []float64) {
		for range n {
			uit = append(uit, float64(rapid.IntRange(0, hoogste).Draw(t, naam)))
		}
		return uit
	}
	for i := range n {
		switch m := eerste + i; g.soort {
		case soortRegelkaart, soortStapel:
			namen := []string{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}
			g.groepen = append(g.groepen, fmt.Sprintf("%s %d", namen[m%12], 2024+m/12))
		default:
			g.groepen = append(g.groepen, strings.Join(rapid.SliceOfN(woord, 1, 20).Draw(t, "naam"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "tussen")))
		}
	}
	g.reeksen = []reeks{{naam: "deze periode", rol: rolReeks, waarden: getallen("waarde")}}
	switch g.soort {
	case soortRegelkaart:
		for range n {
			g.buiten = append(g.buiten, rapid.Bool().Draw(t, "buiten"))
		}
		for i, naam := range []string{"ondergrens", "gemiddelde", "bovengrens"} {
			g.lijnen = append(g.lijnen, lijn{naam, float64(i) * rapid.Float64Range(0, float64(hoogste)).Draw(t, naam), []rol{rolGrens, rolMidden, rolGrens}[i]})
		}
	case soortStaven:
		g.overige = rapid.Bool().Draw(t, "overige")
		g.reeksen = append(g.reeksen, reeks{naam: "vorige periode", rol: rolVorige, waarden: getallen("vorige")})
	case soortPareto:
		totaal, som := 0.0, 0.0
		for _, w := range g.reeksen[0].waarden {
			totaal += w
		}
		opgeteld := reeks{naam: "opgeteld, in procenten", rol: rolLijn}
		for _, w := range g.reeksen[0].waarden {
			som += w
			opgeteld.waarden = append(opgeteld.waarden, som/max(totaal, 1)*100)
		}
		g.reeksen = append(g.reeksen, opgeteld)
	case soortStapel:
		g.reeksen[0].rol = rolGoed
		g.reeksen = append(g.reeksen, reeks{naam: "te laat", rol: rolFout, waarden: getallen("te laat")}, reeks{naam: "loopt nog", rol: rolOpen, waarden: getallen("open")})
	}
	return g
}

// buiten says how v sticks out of t, or "".
func (t tekening) buiten(v vorm) string {
	const speling = 0.01
	var punten []punt
	switch v.soort {
	case vormVlak:
		if v.b < 0 || v.h < 0 {
			return "heeft een negatieve maat"
		}
		punten = []punt{{v.x, v.y}, {v.x + v.b, v.y + v.h}}
	case vormStip:
		punten = []punt{{v.x - v.straal, v.y - v.straal}, {v.x + v.straal, v.y + v.straal}}
	case vormLijn:
		punten = v.punten
	case vormTekst:
		l, r := v.zijden()
		punten = []punt{{l, v.y - bovenLijn*v.grootte}, {r, v.y + onderLijn*v.grootte}}
	}
	for _, p := range punten {
		if math.IsNaN(p.x+p.y) || p.x < -speling || p.y < -speling || p.x > t.breed+speling || p.y > t.hoog+speling {
			return fmt.Sprintf("steekt uit tot %.1f,%.1f", p.x, p.y)
		}
	}
	return ""
}

func TestAllesLigtBinnenDeTekeningEnGeenTekstOpEenAndere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := willekeurigeGrafiek(t)
		breed := rapid.SampledFrom([]float64{100, 260, 312, 480, 640, 1000}).Draw(t, "breed")
		d := g.teken(breed)
		if d.breed != max(breed, kleinsteTekening) || d.hoog < 40 {
			t.Fatalf("de tekening is %.0f bij %.0f", d.breed, d.hoog)
		}
		var teksten []vorm
		for _, v := range d.vormen {
			if hoe := d.buiten(v); hoe != "" {
				t.Fatalf("%+v %s van %.1f bij %.1f", v, hoe, d.breed, d.hoog)
			}
			if v.soort != vormTekst {
				continue
			}
			for _, w := range teksten {
				if v.raakt(w) {
					t.Fatalf("%q (%.0f,%.0f) ligt op %q (%.0f,%.0f)", v.tekst, v.x, v.y, w.tekst, w.x, w.y)
				}
			}
			teksten = append(teksten, v)
		}
	})
}

// Whoever points at a shape is told its value; a greater value must be drawn
// greater, and the same one the same.
func TestWaardenWordenOpVolgordeGetekend(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := willekeurigeGrafiek(t)
		d := g.teken(rapid.SampledFrom([]float64{312, 640}).Draw(t, "breed"))
		type gezien struct{ waarde, maat float64 }
		perReeks := map[string][]gezien{}
		for _, v := range d.vormen {
			i := strings.LastIndex(v.uitleg, ": ")
			if i < 0 || v.soort == vormTekst {
				continue
			}
			cijfers, _, _ := strings.Cut(v.uitleg[i+2:], ", ")
			waarde, err := strconv.ParseFloat(strings.NewReplacer(".", "", ",", ".", "%", "").Replace(cijfers), 64)
			if err != nil {
				t.Fatalf("%q heeft geen waarde: %v", v.uitleg, err)
			}
			naam := fmt.Sprint(v.soort, v.rol)
			switch {
			case v.soort == vormStip:
				perReeks[naam] = append(perReeks[naam], gezien{waarde, -v.y})
			case g.soort == soortRegelkaart:
				perReeks[naam] = append(perReeks[naam], gezien{waarde, -v.y - v.h/2})
			case g.soort == soortStaven:
				perReeks[naam] = append(perReeks[naam], gezien{waarde, v.b})
			default:
				perReeks[naam] = append(perReeks[naam], gezien{waarde, v.h})
			}
		}
		if len(perReeks) == 0 && g.soort != soortStapel && !g.overige {
			t.Fatal("er is niets om aan te wijzen")
		}
		for naam, alle := range perReeks {
			slices.SortFunc(alle, func(a, b gezien) int { return cmp.Or(cmp.Compare(a.waarde, b.waarde), cmp.Compare(a.maat, b.maat)) })
			hoogste := max(alle[len(alle)-1].waarde, 1)
			for i := 1; i < len(alle); i++ {
				a, b := alle[i-1], alle[i]
				meer := (b.waarde-a.waarde)/hoogste > 0.1
				if b.maat < a.maat-0.001 || b.waarde == a.waarde && b.maat > a.maat+0.3 || meer && g.soort != soortStapel && b.maat <= a.maat {
					t.Fatalf("reeks %s: %v is %.2f en %v is %.2f", naam, a.waarde, a.maat, b.waarde, b.maat)
				}
			}
		}
	})
}

func TestNaamDieNietPastStaatErHeelBij(t *testing.T) {
	lang := strings.Repeat("een lange naam ", 20)
	lang = strings.TrimSpace(lang)
	for _, soort := range []grafieksoort{soortStaven, soortPareto} {
		g := grafiek{soort: soort, groepen: []string{lang, "kort"}, reeksen: []reeks{{naam: "a", waarden: []float64{2, 1}}, {naam: "b", waarden: []float64{67, 100}}}}
		gezien := false
		for _, v := range g.teken(312).vormen {
			gezien = gezien || v.soort == vormTekst && v.uitleg == lang && strings.HasSuffix(v.tekst, puntjes)
		}
		if !gezien {
			t.Errorf("soort %d zegt nergens de hele naam", soort)
		}
	}
}

func TestLegeGrafiekHeeftGeenVormen(t *testing.T) {
	g := grafiek{leeg: "er is niets", groepen: []string{"a"}, reeksen: []reeks{{waarden: []float64{1}}}}
	if d := g.teken(640); len(d.vormen) != 0 {
		t.Errorf("er zijn %d vormen", len(d.vormen))
	}
}

// The number of a month below its limit was written through the line that leads
// to it.
func TestGetalOnderDeGrensStondDoorDeLijn(t *testing.T) {
	g := grafiek{
		soort: soortRegelkaart, groepen: []string{"jan 2026", "feb 2026", "mrt 2026", "apr 2026"}, reeksen: []reeks{{waarden: []float64{100, 40, 170, 0}}},
		buiten: []bool{false, true, true, true}, lijnen: []lijn{{"ondergrens", 74.9, rolGrens}, {"gemiddelde", 105.8, rolMidden}, {"bovengrens", 136.6, rolGrens}},
	}
	merk, getallen := map[string]float64{}, map[string]float64{}
	for _, v := range g.teken(640).vormen {
		if v.rol != rolBuiten {
			continue
		}
		if _, na, ok := strings.Cut(v.uitleg, ": "); ok {
			waarde, _, _ := strings.Cut(na, ",")
			merk[waarde] = v.y + v.h/2
		} else if v.soort == vormTekst {
			getallen[v.tekst] = v.y
		}
	}
	// At the axis there is no room for it.
	for _, tc := range []struct {
		waarde string
		onder  bool
	}{{"40", true}, {"170", false}, {"0", false}} {
		y, ok := getallen[tc.waarde]
		if !ok || (y > merk[tc.waarde]) != tc.onder {
			t.Errorf("%s staat op %v (%v), het punt op %v", tc.waarde, y, ok, merk[tc.waarde])
		}
	}
}
