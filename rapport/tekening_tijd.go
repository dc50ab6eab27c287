package rapport

import (
	"math"
	"slices"
	"strings"
)

// vlakte is where values are drawn: with time or groups from left to right and
// values from below to above.
type vlakte struct {
	links, boven, breed, hoog float64
	as                        as
	groepen                   int
}

func (v vlakte) stap() float64            { return v.breed / float64(v.groepen) }
func (v vlakte) midden(i int) float64     { return v.links + (float64(i)+0.5)*v.stap() }
func (v vlakte) y(waarde float64) float64 { return v.onder() - v.as.op(waarde, v.hoog) }
func (v vlakte) onder() float64           { return v.boven + v.hoog }
func (v vlakte) rechts() float64          { return v.links + v.breed }

// hoogte of the plane on which values are drawn, by the width of the drawing.
func (t *tekenaar) hoogte() float64 { return min(max(t.breed*0.34, 150), 230) }

// tijdvlakte draws the axes: numbers on the left and, below, the months. Room is
// kept on the right.
func (t *tekenaar) tijdvlakte(g grafiek, hoogste, rechts float64) vlakte {
	v := vlakte{boven: t.hoog + letter, hoog: t.hoogte(), as: ronde(hoogste, 6), groepen: len(g.groepen)}
	for _, w := range v.as.streepjes() {
		v.links = max(v.links, tekstbreedte(getal(int(w)), kleine, false)+wit)
	}
	v.breed = t.breed - v.links - rechts
	for _, w := range v.as.streepjes() {
		y := v.y(w)
		r := rolRaster
		if w == 0 {
			r = rolZacht
		}
		t.lijn(r, 1, false, punt{v.links, y}, punt{v.rechts(), y})
		t.tekst(rolZacht, v.links-wit, y+kleine*0.35, ankerEind, kleine, getal(int(w)))
	}
	t.maanden(v, g.groepen)
	return v
}

// maanden writes jul with 2026 below it, the year only where it is another than
// that of the one before, and as many of them as fit.
func (t *tekenaar) maanden(v vlakte, groepen []string) {
	namen, jaren := make([]string, len(groepen)), make([]string, len(groepen))
	breed := 0.0
	for i, g := range groepen {
		namen[i], jaren[i], _ = strings.Cut(g, " ")
		breed = max(breed, tekstbreedte(namen[i], kleine, false), tekstbreedte(jaren[i], kleine, false))
	}
	om := 1 // every how many
	for _, n := range []int{1, 2, 3, 4, 6, 12, 24, 60, 120} {
		om = n
		if float64(n)*v.stap() >= breed+wit {
			break
		}
	}
	y := v.onder() + 4 + kleine
	vorig := ""
	for i := 0; i < len(groepen); i += om {
		t.tekstAlsHetKan(rolZacht, v.midden(i), y, ankerMidden, kleine, namen[i])
		if jaren[i] != vorig {
			t.tekstAlsHetKan(rolZacht, v.midden(i), y+regelhoog-1, ankerMidden, kleine, jaren[i])
			vorig = jaren[i]
		}
	}
	t.hoog = y + 4
	if vorig != "" {
		t.hoog += regelhoog - 1
	}
}

// regelkaart draws points joined by a line, with the centre line and the limits.
func (t *tekenaar) regelkaart(g grafiek) {
	r := g.reeksen[0]
	delen := []legendadeel{{naam: r.naam, merk: merkPunten, rol: r.rol}}
	hoogste, rechts := slices.Max(r.waarden), 10.0
	for _, l := range g.lijnen {
		hoogste = max(hoogste, l.waarde)
		if t.smal() {
			delen = append(delen, legendadeel{naam: lijnnaam(l), merk: lijnmerk(l), rol: l.rol})
		} else {
			rechts = max(rechts, wit+tekstbreedte(lijnnaam(l), kleine, false)+1)
		}
	}
	if slices.Contains(g.buiten, true) {
		delen = append(delen, legendadeel{naam: "buiten de grenzen", merk: merkBuiten, rol: rolBuiten})
	}
	t.legenda(delen...)
	if slices.Contains(g.buiten, true) {
		t.hoog += 6 // for a number above the highest point
	}
	v := t.tijdvlakte(g, hoogste, rechts)
	for _, l := range g.lijnen {
		t.lijn(l.rol, 1.5, lijnmerk(l) == merkStreep, punt{v.links, v.y(l.waarde)}, punt{v.rechts(), v.y(l.waarde)})
	}
	if !t.smal() {
		t.lijnnamen(v, g.lijnen)
	}
	punten := make([]punt, len(r.waarden))
	for i, w := range r.waarden {
		punten[i] = punt{v.midden(i), v.y(w)}
	}
	t.lijn(r.rol, 2, false, punten...)
	straal := min(max(v.stap()/4, 1.5), 3.5)
	for i, p := range punten {
		uitleg := g.groepen[i] + ": " + getal(int(r.waarden[i]))
		if g.buiten != nil && g.buiten[i] {
			t.merkBuiten(p.x, p.y, uitleg+", buiten de grenzen")
			// The line comes to it from the mean: the number stands on the other side, where there is room.
			y := p.y - 9
			if laag := p.y + 9 + kleine*0.7; p.y > v.y(g.midden()) && laag < v.onder() {
				y = laag
			}
			t.tekstAlsHetKan(rolBuiten, p.x, y, ankerMidden, kleine, getal(int(r.waarden[i])))
			continue
		}
		t.stip(r.rol, p.x, p.y, straal, uitleg)
	}
}

// midden is where the centre line is, 0 without one.
func (g grafiek) midden() float64 {
	for _, l := range g.lijnen {
		if l.rol == rolMidden {
			return l.waarde
		}
	}
	return 0
}

func lijnnaam(l lijn) string { return l.naam + " " + breuk(l.waarde) }

func lijnmerk(l lijn) merk {
	if l.rol == rolGrens {
		return merkStreep
	}
	return merkLijn
}

// lijnnamen writes the names of straight lines behind them, moved apart where the
// lines are too close to each other.
func (t *tekenaar) lijnnamen(v vlakte, lijnen []lijn) {
	laagst := slices.Clone(lijnen)
	slices.SortStableFunc(laagst, func(a, b lijn) int { return int(math.Copysign(1, a.waarde-b.waarde)) })
	y := v.onder() + regelhoog
	for i, l := range laagst {
		// Room is left for those that are still to come above it.
		hoogst := v.boven + float64(len(laagst)-1-i)*regelhoog
		y = max(min(v.y(l.waarde)+kleine*0.35, y-regelhoog), hoogst)
		t.tekst(rolTekst, v.rechts()+wit, y, ankerBegin, kleine, lijnnaam(l))
	}
}

// stapel draws bars of reeksen on top of each other.
func (t *tekenaar) stapel(g grafiek) {
	delen := make([]legendadeel, len(g.reeksen))
	totalen := make([]float64, len(g.groepen))
	for i, r := range g.reeksen {
		delen[i] = legendadeel{naam: r.naam, rol: r.rol}
		for j, w := range r.waarden {
			totalen[j] += w
		}
	}
	t.legenda(delen...)
	v := t.tijdvlakte(g, slices.Max(totalen), 1)
	breed := min(v.stap()*0.7, 44)
	for j, naam := range g.groepen {
		x, som := v.midden(j)-breed/2, 0.0
		for _, r := range g.reeksen {
			w := r.waarden[j]
			if w == 0 {
				continue
			}
			const voeg = 1.0 // between parts
			onder := v.y(som)
			som += w
			boven := v.y(som)
			h := max(onder-boven-voeg, min(onder-boven, 0.5))
			t.stapelvlak(r.rol, x, boven, breed, h, naam+", "+r.naam+": "+getal(int(w)))
			t.inVlak(r.rol, x, boven, breed, h, getal(int(w)))
		}
	}
}

// inVlak writes a number in the middle of a bar, where it fits.
func (t *tekenaar) inVlak(r rol, x, y, b, h float64, s string) {
	breed := tekstbreedte(s, kleine, false) + 4
	if breed > b || h < regelhoog {
		return
	}
	if r == rolOpen {
		t.tekst(rolTekst, x+b/2, y+h/2+kleine*0.35, ankerMidden, kleine, s)
		return
	}
	if r == rolFout {
		// A number on hatching can't be read, and without hatching late is told by
		// its colour alone: some of it must stay, at the sides or above and below.
		const arcering = 7
		switch {
		case b >= breed+2*arcering:
			t.vlak(r, x+b/2-breed/2, y, breed, h, "")
		case h >= regelhoog+2*arcering:
			t.vlak(r, x, y+h/2-regelhoog/2, b, regelhoog, "")
		default:
			return
		}
	}
	t.tekst(rolPapier, x+b/2, y+h/2+kleine*0.35, ankerMidden, kleine, s)
}
