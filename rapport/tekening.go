package rapport

// teken lays g out in a width of at least kleinsteTekening: shapes alone, of
// which each format makes its own. The title is not in it, and a chart that is
// leeg has none.
//
// No colour says anything by itself: the period before has thinner bars, late is
// hatched, what is open is an outline, limits are dashed, a point outside them is
// a square, and numbers stand beside what they are about wherever there is room.
func (g grafiek) teken(breed float64) tekening {
	t := &tekenaar{breed: max(breed, kleinsteTekening)}
	if g.leeg == "" && len(g.groepen) > 0 && len(g.reeksen) > 0 {
		switch g.soort {
		case soortRegelkaart:
			t.regelkaart(g)
		case soortStaven:
			t.staven(g)
		case soortPareto:
			t.pareto(g)
		case soortStapel:
			t.stapel(g)
		}
	}
	return tekening{breed: t.breed, hoog: t.hoog, titel: g.titel, beschrijving: g.beschrijving, vormen: t.vormen}
}

const (
	kleinsteTekening = 260.0
	smalleTekening   = 480.0 // below this, names go above and below instead of beside

	letter    = 12.0 // size of text
	kleine    = 11.0 // of numbers along an axis
	regelhoog = 15.0
	wit       = 6.0 // around what stands beside each other

	// Of a letter above and below the line that it stands on.
	bovenLijn, onderLijn = 0.76, 0.24
)

// tekenaar collects shapes; hoog is how far down it has come.
type tekenaar struct {
	breed, hoog float64
	vormen      []vorm
}

func (t *tekenaar) smal() bool { return t.breed < smalleTekening }

func (t *tekenaar) vlak(r rol, x, y, b, h float64, uitleg string) {
	t.vormen = append(t.vormen, vorm{soort: vormVlak, rol: r, x: x, y: y, b: b, h: h, uitleg: uitleg})
}

func (t *tekenaar) stip(r rol, x, y, straal float64, uitleg string) {
	t.vormen = append(t.vormen, vorm{soort: vormStip, rol: r, x: x, y: y, straal: straal, uitleg: uitleg})
}

func (t *tekenaar) lijn(r rol, dik float64, streep bool, punten ...punt) {
	t.vormen = append(t.vormen, vorm{soort: vormLijn, rol: r, dik: dik, streep: streep, punten: punten})
}

// tekst writes s with its baseline at y. It is moved sideways as far as is
// needed to stay within the drawing.
func (t *tekenaar) tekst(r rol, x, y float64, a anker, grootte float64, s string) *vorm {
	t.vormen = append(t.vormen, vorm{soort: vormTekst, rol: r, x: x, y: y, anker: a, grootte: grootte, tekst: s})
	v := &t.vormen[len(t.vormen)-1]
	links, rechts := v.zijden()
	v.x += max(-links, 0) - max(rechts-t.breed, 0)
	return v
}

// tekstAlsHetKan is tekst, unless another text stands there already.
func (t *tekenaar) tekstAlsHetKan(r rol, x, y float64, a anker, grootte float64, s string) {
	nieuw := *t.tekst(r, x, y, a, grootte, s)
	andere := t.vormen[:len(t.vormen)-1]
	for i := range andere {
		if andere[i].soort == vormTekst && andere[i].raakt(nieuw) {
			t.vormen = andere
			return
		}
	}
}

// zijden are the left and right end of a text.
func (v vorm) zijden() (links, rechts float64) {
	b := tekstbreedte(v.tekst, v.grootte, v.vet)
	switch v.anker {
	case ankerMidden:
		return v.x - b/2, v.x + b/2
	case ankerEind:
		return v.x - b, v.x
	}
	return v.x, v.x + b
}

// raakt reports whether two texts touch each other.
func (v vorm) raakt(w vorm) bool {
	vl, vr := v.zijden()
	wl, wr := w.zijden()
	return vl < wr && wl < vr &&
		v.y-bovenLijn*v.grootte < w.y+onderLijn*w.grootte && w.y-bovenLijn*w.grootte < v.y+onderLijn*v.grootte
}

// stapelvlak is a part of a bar, drawn as what it stands for: late is hatched, and
// what is open is an outline.
func (t *tekenaar) stapelvlak(r rol, x, y, b, h float64, uitleg string) {
	switch r {
	case rolOpen:
		const rand = 0.75
		t.vlak(rolPapier, x, y, b, h, uitleg)
		l, o, re, bo := x+rand, y+h-rand, x+b-rand, y+rand
		if h > 2*rand && b > 2*rand {
			t.lijn(rolOpen, 2*rand, true, punt{l, bo}, punt{re, bo}, punt{re, o}, punt{l, o}, punt{l, bo})
		}
	case rolFout:
		t.vlak(r, x, y, b, h, uitleg)
		t.arceer(x, y, b, h)
	default:
		t.vlak(r, x, y, b, h, uitleg)
	}
}

// arceer hatches a rectangle with slanted lines in the colour of the page.
func (t *tekenaar) arceer(x, y, b, h float64) {
	const afstand, dik = 7.0, 1.2
	for som := afstand; som < b+h; som += afstand {
		van := punt{x + min(som, b), y + som - min(som, b)}
		tot := punt{x + som - min(som, h), y + min(som, h)}
		t.lijn(rolPapier, dik, false, van, tot)
	}
}

// legendadeel explains one mark: a line, dashed or not, dots or a rectangle.
type legendadeel struct {
	naam  string
	merk  merk
	rol   rol
	hoogt float64 // of a rectangle; 0 for as high as a letter
}

type merk uint8

const (
	merkVlak merk = iota
	merkLijn
	merkStreep
	merkPunten // dots on a line
	merkBuiten // the square of a point outside
)

// legenda writes what the marks mean, as many on a line as fit.
func (t *tekenaar) legenda(delen ...legendadeel) {
	const teken, tussen = 22.0, 18.0
	x, y := 0.0, 0.0
	for _, d := range delen {
		b := teken + wit + tekstbreedte(d.naam, letter, false)
		if x > 0 && x+b > t.breed {
			x, y = 0, y+regelhoog+2
		}
		midden := y + regelhoog/2
		switch d.merk {
		case merkVlak:
			h := d.hoogt
			if h == 0 {
				h = 11
			}
			t.stapelvlak(d.rol, x, midden-h/2, teken, h, "")
		case merkLijn, merkStreep:
			t.lijn(d.rol, 2, d.merk == merkStreep, punt{x, midden}, punt{x + teken, midden})
		case merkPunten:
			t.lijn(d.rol, 2, false, punt{x, midden}, punt{x + teken, midden})
			t.stip(d.rol, x+teken/2, midden, 3.5, "")
		case merkBuiten:
			t.merkBuiten(x+teken/2, midden, "")
		}
		t.tekst(rolTekst, x+teken+wit, midden+letter*0.35, ankerBegin, letter, d.naam)
		x += b + tussen
	}
	t.hoog = y + regelhoog + 8
}

// merkBuiten marks a point outside the limits.
func (t *tekenaar) merkBuiten(x, y float64, uitleg string) {
	const zij = 11.0
	t.vlak(rolBuiten, x-zij/2, y-zij/2, zij, zij, uitleg)
}
