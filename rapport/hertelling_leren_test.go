package rapport

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// kansVan sums the binomial probabilities of all splits that are no likelier
// than a and b, as whole numbers.
func kansVan(a, b, dagenA, dagenB int) float64 {
	macht := func(x, n int) *big.Int { return new(big.Int).Exp(big.NewInt(int64(x)), big.NewInt(int64(n)), nil) }
	n := a + b
	gewicht := func(k int) *big.Int {
		w := new(big.Int).Binomial(int64(n), int64(k))
		return w.Mul(w, macht(dagenA, k)).Mul(w, macht(dagenB, n-k))
	}
	som := new(big.Int)
	for k := range n + 1 {
		if w := gewicht(k); w.Cmp(gewicht(a)) <= 0 {
			som.Add(som, w)
		}
	}
	p, _ := new(big.Rat).SetFrac(som, macht(dagenA+dagenB, n)).Float64()
	return p
}

type tellingVanBewijs struct {
	Van, Tot                              werkdagen.Datum
	Dagen, Ervoor, Erna, NietGeanalyseerd int
	P                                     float64
	Uitslag                               Uitslag
}

// hertellingLeren counts what was learnt by another road than the program: day
// by day, with fractions.
type hertellingLeren struct {
	in    Invoer
	peil  werkdagen.Datum
	begin werkdagen.Datum // of the record
}

func zelfde(a, b string) bool {
	a, b = strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " ")
	return strings.EqualFold(a, b)
}

func (h hertellingLeren) oorzaak(f dossier.Feiten) string {
	if f.OorzaakOp > h.peil {
		return ""
	}
	return f.Oorzaak
}

func (h hertellingLeren) over(m *dossier.Maatregelstand, f dossier.Feiten) bool {
	if zelfde(m.Categorie, "") && zelfde(m.Oorzaak, "") {
		return false
	}
	return (zelfde(m.Categorie, "") || zelfde(m.Categorie, f.Categorie)) && (zelfde(m.Oorzaak, "") || zelfde(m.Oorzaak, h.oorzaak(f)))
}

// bewijs walks over the days, from the one on which it was carried out both ways.
func (h hertellingLeren) bewijs(m *dossier.Maatregelstand) *tellingVanBewijs {
	if m.UitgevoerdOp == 0 || m.Categorie+m.Oorzaak == "" {
		return nil
	}
	t := &tellingVanBewijs{Tot: h.peil, P: -1, Uitslag: UitslagTeWeinig}
	if m.GecontroleerdOp != 0 {
		t.Tot = m.GecontroleerdOp
	}
	ervoor := 0
	for i := werkdagen.Datum(1); m.UitgevoerdOp+i <= t.Tot; i++ {
		t.Dagen++
		later, eerder := m.UitgevoerdOp+i, m.UitgevoerdOp+1-i
		if h.begin != 0 && eerder >= h.begin {
			t.Van = eerder
			ervoor++
		}
		for _, f := range h.in.Feiten {
			switch {
			case f.Ontvangen == eerder && h.over(m, f):
				t.Ervoor++
			case f.Ontvangen == later && h.over(m, f):
				t.Erna++
			case f.Ontvangen == later && m.Oorzaak != "" && h.oorzaak(f) == "" && (m.Categorie == "" || zelfde(m.Categorie, f.Categorie)):
				t.NietGeanalyseerd++
			}
		}
	}
	if n := t.Ervoor + t.Erna; n > 0 && ervoor > 0 && t.Dagen > 0 {
		t.P = kansVan(t.Ervoor, t.Erna, ervoor, t.Dagen)
		if n >= 6 {
			t.Uitslag = UitslagToeval
			if t.P < 0.05 {
				t.Uitslag = UitslagMeer
				if float64(t.Ervoor)/float64(ervoor) > float64(t.Erna)/float64(t.Dagen) {
					t.Uitslag = UitslagMinder
				}
			}
		}
	}
	return t
}

func (h hertellingLeren) regelkaart() (k Regelkaart) {
	k.Maanden = []Regelpunt{}
	for d := h.begin; h.begin != 0 && d <= h.peil; d++ {
		if _, _, dag := d.Delen(); dag != 1 || d.PlusMaanden(1) > h.peil+1 {
			continue
		}
		p := Regelpunt{Maand: Maand(d)}
		for _, f := range h.in.Feiten {
			if f.Soort == "klacht" && f.Ontvangen.String()[:7] == d.String()[:7] {
				p.Aantal++
			}
		}
		k.Maanden = append(k.Maanden, p)
	}
	k.Maanden = k.Maanden[max(0, len(k.Maanden)-24):]
	if len(k.Maanden) == 0 {
		return k
	}
	som := 0.0
	for _, p := range k.Maanden {
		som += float64(p.Aantal)
	}
	c := som / float64(len(k.Maanden))
	k.Gemiddelde = &c
	if len(k.Maanden) >= 12 && c >= 1 {
		onder, boven := math.Max(0, c-3*math.Sqrt(c)), c+3*math.Sqrt(c)
		k.Ondergrens, k.Bovengrens = &onder, &boven
		for i, p := range k.Maanden {
			k.Maanden[i].Buiten = float64(p.Aantal) > boven || float64(p.Aantal) < onder
		}
	}
	return k
}

// signalen gives what every signal counted, as text, in no order.
func (h hertellingLeren) signalen() []string {
	p, peil := h.in.Periode, h.peil
	uit := []string{}
	zeg := func(vorm string, waarden ...any) { uit = append(uit, fmt.Sprintf(vorm, waarden...)) }
	for _, m := range h.regelkaart().Maanden {
		if laatste := werkdagen.Datum(m.Maand).PlusMaanden(1) - 1; m.Buiten && laatste >= p.Van {
			zeg("regelkaart %s %d", m.Maand, m.Aantal)
		}
	}
	nu, toen := map[string]int{}, map[string]int{}
	var eigen, zonder []string
	dicht := 0
	for _, f := range h.in.Feiten {
		t := speelAf(f, peil)
		inPeriode := f.Ontvangen >= p.Van && f.Ontvangen <= peil
		if inPeriode {
			nu[f.Categorie]++
		}
		if f.Ontvangen >= h.in.Vorige.Van && f.Ontvangen <= h.in.Vorige.Tot {
			toen[f.Categorie]++
		}
		if (inPeriode || t.open) && f.VernietigdOp == 0 && f.Betreft != "" && zelfde(f.Betreft, f.Behandelaar) {
			eigen = append(eigen, f.Nummer)
		}
		if t.dicht >= p.Van && t.dicht != 0 {
			dicht++
			if !f.Geanalyseerd || f.OorzaakOp > peil {
				zonder = append(zonder, f.Nummer)
			}
		}
	}
	dagen, dagenToen := int(peil-p.Van)+1, 0
	for d := h.in.Vorige.Van; d <= h.in.Vorige.Tot; d++ {
		if h.begin != 0 && d >= h.begin {
			dagenToen++
		}
	}
	for naam, n := range nu {
		if dagenToen == 0 || n+toen[naam] < 6 || n*dagenToen <= toen[naam]*dagen {
			continue
		}
		if kansVan(n+toen[naam], 0, dagen, dagenToen) < 0.05 && kansVan(n, toen[naam], dagen, dagenToen) < 0.05 {
			zeg("categorie %s %d %d", naam, n, toen[naam])
		}
	}
	var streef, controle []string
	for _, m := range h.in.Maatregelen {
		n := 0
		for _, f := range h.in.Feiten {
			if m.Oordeel == "doeltreffend" && f.Ontvangen > m.GecontroleerdOp && f.Ontvangen <= peil && h.over(m, f) {
				n++
			}
		}
		if n > 0 {
			zeg("herhaling %s %d", m.Nummer, n)
		}
		if m.UitgevoerdOp == 0 && m.VervallenOp == 0 && m.Streefdatum < peil {
			streef = append(streef, m.Nummer.String())
		}
		if m.UitgevoerdOp != 0 && m.GecontroleerdOp == 0 && m.ControleOp < peil {
			controle = append(controle, m.Nummer.String())
		}
	}
	if streef != nil {
		zeg("maatregel streefdatum %s", streef)
	}
	if controle != nil {
		zeg("maatregel controledatum %s", controle)
	}
	if eigen != nil {
		zeg("eigen zaak %s", eigen)
	}
	if zonder != nil {
		zeg("zonder analyse %d %s", dicht, zonder)
	}
	slices.Sort(uit)
	return uit
}

// geteldInSignalen gives what the signals of o say that they counted.
func geteldInSignalen(o Overzicht) []string {
	uit := []string{}
	gesorteerd := func(lijst any) []string { return slices.Sorted(slices.Values(lijst.([]string))) }
	for _, s := range o.Signalen {
		g := s.Geteld
		tekst := map[Signaalsoort]func() string{
			SignaalRegelkaart:    func() string { return fmt.Sprint(g["maand"], " ", g["aantal"]) },
			SignaalCategorie:     func() string { return fmt.Sprint(g["categorie"], " ", g["aantal"], " ", g["vorige"]) },
			SignaalHerhaling:     func() string { return fmt.Sprint(g["maatregel"], " ", g["aantal"]) },
			SignaalMaatregel:     func() string { return fmt.Sprint(g["voorbij"], " ", g["maatregelen"]) },
			SignaalEigenZaak:     func() string { return fmt.Sprint(gesorteerd(g["dossiers"])) },
			SignaalZonderAnalyse: func() string { return fmt.Sprint(g["afgehandeld"], " ", gesorteerd(g["dossiers"])) },
		}[s.Soort]()
		uit = append(uit, string(s.Soort)+" "+tekst)
	}
	slices.Sort(uit)
	return uit
}

func TestHertellingVanWatGeleerdIs(t *testing.T) {
	gezien := map[string]int{}
	hertel := func(rt *rapid.T) {
		in := lotLeren(rt)
		o := Bereken(in)
		h := hertellingLeren{in: in, peil: min(in.Periode.Tot, in.Peildatum)}
		for _, f := range in.Feiten {
			if h.begin == 0 || f.Ontvangen < h.begin {
				h.begin = f.Ontvangen
			}
		}
		vergelijk := func(wat string, wil, kreeg any) {
			rt.Helper()
			if d := cmp.Diff(wil, kreeg, cmpopts.EquateApprox(1e-9, 0)); d != "" {
				rt.Errorf("%s (-hertelling +Bereken)\n%s", wat, d)
			}
		}
		kaart := o.Regelkaart
		if (kaart.Onvoldoende == "") == (kaart.Bovengrens == nil) {
			rt.Errorf("er %v grenzen, en %q", kaart.Bovengrens, kaart.Onvoldoende)
		}
		kaart.Onvoldoende = ""
		vergelijk("regelkaart", h.regelkaart(), kaart)
		vergelijk("signalen", h.signalen(), geteldInSignalen(o))

		bewaren := Bewaarcijfers{}
		for _, f := range in.Feiten {
			weg := f.VernietigdOp != 0 && f.VernietigdOp <= h.peil
			voorbij := !speelAf(f, h.peil).open && speelAf(f, h.peil).ontvangen && f.BewarenTot != 0 && f.BewarenTot < h.peil
			switch {
			case weg && f.VernietigdOp >= in.Periode.Van:
				bewaren.Vernietigd++
			case weg || !voorbij:
			case f.Bewaarplicht:
				bewaren.Bewaarplicht++
			default:
				bewaren.TeVernietigen++
			}
		}
		vergelijk("bewaren", bewaren, o.Bewaren)

		voorstellen := map[string]Termijntelling{}
		for _, f := range in.Feiten {
			for _, x := range f.Termijnen {
				if f.Ontvangen < in.Periode.Van || f.Ontvangen > h.peil {
					continue
				}
				m := voorstellen[f.Ontvangen.String()[:7]]
				switch gedaan := x.VoldaanOp != 0 && x.VoldaanOp <= h.peil; {
				case gedaan && x.VoldaanOp <= x.Uiterlijk:
					m.Binnen++
				case gedaan || h.peil > x.Uiterlijk:
					m.TeLaat++
				default:
					m.Open++
				}
				voorstellen[f.Ontvangen.String()[:7]] = m
			}
		}
		for _, m := range o.PerMaand {
			wil := voorstellen[m.Maand.String()]
			if n := wil.Binnen + wil.TeLaat; n > 0 {
				p := math.Floor(float64(wil.Binnen)/float64(n)*1000+0.5) / 10
				wil.Percentage = &p
			}
			vergelijk("voorstel in "+m.Maand.String(), wil, m.Voorstel)
		}

		var nummers, kregen []dossier.Maatregelnummer
		for _, m := range in.Maatregelen {
			klaar := max(m.GecontroleerdOp, m.VervallenOp)
			if klaar != 0 && klaar < in.Periode.Van {
				continue
			}
			nummers = append(nummers, m.Nummer)
			for _, rij := range o.Maatregelen {
				if rij.Nummer != m.Nummer {
					continue
				}
				var kreeg *tellingVanBewijs
				if b := rij.Bewijs; b != nil {
					kreeg = &tellingVanBewijs{b.Van, b.Tot, b.Dagen, b.Ervoor, b.Erna, b.NietGeanalyseerd, -1, b.Uitslag}
					if b.P != nil {
						kreeg.P = *b.P
					}
					gezien["bewijs "+string(b.Uitslag)]++
				}
				vergelijk("bewijs van "+m.Nummer.String(), h.bewijs(m), kreeg)
			}
		}
		for _, rij := range o.Maatregelen {
			kregen = append(kregen, rij.Nummer)
		}
		vergelijk("maatregelen", nummers, kregen)
		for _, s := range o.Signalen {
			gezien[string(s.Soort)]++
		}
	}
	// A recount of nothing proves nothing: go on until each signal was there.
	// The rarest is in one folder of eleven, and a short round has twenty.
	ontbreekt := func() []Signaalsoort {
		return slices.DeleteFunc(Signaalsoorten(), func(s Signaalsoort) bool { return gezien[string(s)] > 0 })
	}
	for ronde := 0; ronde == 0 || len(ontbreekt()) > 0 && !t.Failed(); ronde++ {
		if ronde == 100 {
			t.Fatalf("there was never a signal %q: %v", ontbreekt(), gezien)
		}
		rapid.Check(t, hertel)
	}
}
