package rapport

import (
	"strconv"
	"strings"
)

// staven draws horizontal bars under each other, each with its number behind it.
func (t *tekenaar) staven(g grafiek) {
	delen := make([]legendadeel, len(g.reeksen))
	hoogste, getallen := 1.0, 0.0
	for i, r := range g.reeksen {
		delen[i] = legendadeel{naam: r.naam, rol: r.rol, hoogt: staafhoogte(i)}
		for j, w := range r.waarden {
			if g.isOverige(j) {
				continue
			}
			hoogste = max(hoogste, w)
			getallen = max(getallen, tekstbreedte(getal(int(w)), kleine, false))
		}
	}
	t.legenda(delen...)

	tussen := 10.0
	links, naambreed := 1.0, t.breed
	if !t.smal() {
		naambreed = 0
		for _, naam := range g.groepen {
			naambreed = max(naambreed, tekstbreedte(naam, letter, false))
		}
		// A name alone on one line is fine up to a third of the width.
		naambreed = min(naambreed+1, t.breed*0.34)
		links = naambreed + wit + 2
	}
	breed := t.breed - links - getallen - wit
	y, top := t.hoog, t.hoog
	if t.smal() {
		tussen = 12
	}
	for j, naam := range g.groepen {
		regels, heel := breekTekst(naam, letter, naambreed, 2)
		naamhoog, staafhoog := float64(len(regels))*regelhoog, 0.0
		for i := range g.reeksen {
			staafhoog += staafhoogte(i) + 1
		}
		uitleg := ""
		if !heel {
			uitleg = naam
		}
		hoog := max(naamhoog, staafhoog)
		naamY, staafY := y+(hoog-naamhoog)/2, y+(hoog-staafhoog)/2
		if t.smal() {
			hoog = naamhoog + 2 + staafhoog
			naamY, staafY = y, y+naamhoog+2
		}
		for n, regel := range regels {
			x, a := links-wit-2, ankerEind
			if t.smal() {
				x, a = 0, ankerBegin
			}
			t.tekst(rolTekst, x, naamY+float64(n)*regelhoog+letter*0.95, a, letter, regel).uitleg = uitleg
		}
		if g.isOverige(j) {
			t.tekst(rolZacht, links+wit, staafY+staafhoog/2+kleine*0.35, ankerBegin, kleine, g.inWoorden(j))
			y += hoog + tussen
			continue
		}
		if t.smal() { // the line that the bars start from must not run through the names
			t.lijn(rolZacht, 1, false, punt{links, staafY - 1}, punt{links, staafY + staafhoog})
		}
		for i, r := range g.reeksen {
			w, h := r.waarden[j], staafhoogte(i)
			lang := w / hoogste * breed
			t.vlak(r.rol, links, staafY, lang, h, naam+", "+r.naam+": "+getal(int(w)))
			toon := rolTekst
			if i > 0 {
				toon = rolZacht
			}
			t.tekst(toon, links+lang+wit, staafY+h/2+kleine*0.35, ankerBegin, kleine, getal(int(w)))
			staafY += h + 1
		}
		y += hoog + tussen
	}
	t.hoog = y - tussen + 2
	if !t.smal() {
		t.lijn(rolZacht, 1, false, punt{links, top}, punt{links, t.hoog})
	}
}

// isOverige holds for a group that is many together: as a bar it would be compared
// with what it can't be compared with.
func (g grafiek) isOverige(groep int) bool { return g.overige && groep == len(g.groepen)-1 }

// inWoorden gives the values of a group: deze periode 12, vorige periode 9.
func (g grafiek) inWoorden(groep int) string {
	delen := make([]string, len(g.reeksen))
	for i, r := range g.reeksen {
		delen[i] = r.naam + " " + getal(int(r.waarden[groep]))
	}
	return strings.Join(delen, ", ")
}

// staafhoogte is less for what is compared with.
func staafhoogte(reeks int) float64 {
	if reeks == 0 {
		return 15
	}
	return 10
}

// pareto draws bars and, on the same scale, the line of what they come to
// together: all of it is 100%.
func (t *tekenaar) pareto(g grafiek) {
	staven, lijn := g.reeksen[0], g.reeksen[1]
	t.legenda(legendadeel{naam: staven.naam, rol: staven.rol}, legendadeel{naam: lijn.naam, merk: merkPunten, rol: lijn.rol})
	totaal := 0.0
	for _, w := range staven.waarden {
		totaal += w
	}
	v := vlakte{
		links: 1, boven: t.hoog + letter, hoog: t.hoogte(), groepen: len(g.groepen),
		breed: t.breed - 1 - wit - tekstbreedte("100%", kleine, false),
		as:    as{tot: max(totaal, 1), stap: max(totaal, 1) / 4},
	}
	procenten := v
	procenten.as = as{tot: 100, stap: 25}
	for _, p := range procenten.as.streepjes() {
		y, r := procenten.y(p), rolRaster
		if p == 0 {
			r = rolZacht
		}
		t.lijn(r, 1, false, punt{v.links, y}, punt{v.rechts(), y})
		t.tekst(rolZacht, v.rechts()+wit, y+kleine*0.35, ankerBegin, kleine, breuk(p)+"%")
	}
	t.hoog = v.onder() + 5

	breed := min(v.stap()*0.7, 64)
	punten := make([]punt, len(g.groepen))
	for j, naam := range g.groepen {
		w := staven.waarden[j]
		x, y := v.midden(j)-breed/2, v.y(w)
		t.vlak(staven.rol, x, y, breed, v.onder()-y, naam+": "+getal(int(w)))
		punten[j] = punt{v.midden(j), procenten.y(lijn.waarden[j])}
	}
	t.lijn(lijn.rol, 2, false, punten...)
	for j, p := range punten {
		t.stip(lijn.rol, p.x, p.y, 3.5, g.groepen[j]+", "+lijn.naam+": "+procent(&lijn.waarden[j]))
	}
	for j, w := range staven.waarden {
		// Within the bar, below the dot that lies on top of the first.
		if h := v.onder() - v.y(w); h >= regelhoog+4 {
			t.inVlak(staven.rol, v.midden(j)-breed/2, v.onder()-h+4, breed, h-4, getal(int(w)))
		} else {
			t.tekstAlsHetKan(rolTekst, v.midden(j), v.y(w)-4, ankerMidden, kleine, getal(int(w)))
		}
	}
	t.namenOnder(v, g.groepen)
}

// namenOnder writes names below the axis: each below its own bar where all of
// them fit there, and else a number, with the names below each other.
func (t *tekenaar) namenOnder(v vlakte, namen []string) {
	const meest = 3
	breed := v.stap() - wit
	past, hoogste := true, 0
	for _, naam := range namen {
		regels, heel := breekTekst(naam, kleine, breed, meest)
		past = past && heel && breedsteWoord(naam, kleine) <= breed
		hoogste = max(hoogste, len(regels))
	}
	if past {
		for j, naam := range namen {
			regels, _ := breekTekst(naam, kleine, breed, meest)
			for n, regel := range regels {
				t.tekst(rolTekst, v.midden(j), t.hoog+kleine+float64(n)*(regelhoog-1), ankerMidden, kleine, regel)
			}
		}
		t.hoog += float64(hoogste)*(regelhoog-1) + 4
		return
	}
	for j := range namen {
		t.tekst(rolTekst, v.midden(j), t.hoog+kleine, ankerMidden, kleine, strconv.Itoa(j+1))
	}
	t.hoog += regelhoog + 8
	inspring := tekstbreedte(strconv.Itoa(len(namen))+" ", letter, false) + wit
	for j, naam := range namen {
		regels, heel := breekTekst(naam, letter, t.breed-inspring, 2)
		t.tekst(rolTekst, inspring-wit, t.hoog+letter, ankerEind, letter, strconv.Itoa(j+1))
		for n, regel := range regels {
			v := t.tekst(rolTekst, inspring, t.hoog+letter+float64(n)*regelhoog, ankerBegin, letter, regel)
			if !heel {
				v.uitleg = naam
			}
		}
		t.hoog += float64(max(len(regels), 1))*regelhoog + 2
	}
}

// breedsteWoord is how wide the widest word of s is: a name that has to be broken
// within a word doesn't fit.
func breedsteWoord(s string, grootte float64) float64 {
	breed := 0.0
	for _, w := range strings.Fields(s) {
		breed = max(breed, tekstbreedte(w, grootte, false))
	}
	return breed
}
