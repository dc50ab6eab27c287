package main

import "math"

// What the report says of retention, and its chart of months.

// bewaren counts what was destroyed in the period, and what is past its last day on the reference date: due, or kept for a bewaarplicht alone.
func (h hertelling) bewaren() blok {
	eind := h.p.peil()
	vernietigd, teVernietigen, bewaarplicht := 0, 0, 0
	for _, f := range h.feiten {
		if f.vernietigdOp != 0 && f.vernietigdOp <= eind {
			if h.p.van <= f.vernietigdOp {
				vernietigd++
			}
			continue
		}
		_, open, gesloten, _ := f.opDag(eind)
		begin := gesloten
		if h.vanafOntvangst {
			begin = f.ontvangen
		}
		switch {
		case open || gesloten == 0 || eind <= h.bewaarTot(begin):
		case f.bewaarplicht:
			bewaarplicht++
		default:
			teVernietigen++
		}
	}
	return blok{"vernietigd": getal(vernietigd), "te_vernietigen": getal(teVernietigen), "bewaarplicht": getal(bewaarplicht)}
}

// regelkaart is the c-chart of complaints over at most 24 whole months, from the first that was wholly on record: centre line the mean, limits three
// times its root from there and not below 0; none for fewer than twelve months or less than one a month.
func (h hertelling) regelkaart() blok {
	eind, begin := h.p.peil(), h.begin
	perMaand := map[string]int{}
	for _, f := range h.feiten {
		if f.ontvangen > eind {
			continue
		}
		if f.soort == "klacht" {
			perMaand[f.ontvangen.tijd().Format("2006-01")]++
		}
	}
	var aantallen []int
	maanden := []any{}
	for d := begin; begin != 0 && d <= eind; d++ {
		if laatste := plusMaanden(d, 1) - 1; d.tijd().Day() == 1 && laatste <= eind {
			maand := d.tijd().Format("2006-01")
			aantallen = append(aantallen, perMaand[maand])
			maanden = append(maanden, blok{"maand": maand, "aantal": getal(perMaand[maand]), "buiten": false})
		}
	}
	eerste := max(0, len(maanden)-24)
	aantallen, maanden = aantallen[eerste:], maanden[eerste:]
	b := blok{"maanden": maanden, "gemiddelde": nil, "ondergrens": nil, "bovengrens": nil}
	if len(aantallen) == 0 {
		return b
	}
	som := 0
	for _, n := range aantallen {
		som += n
	}
	midden := float64(som) / float64(len(aantallen))
	b["gemiddelde"] = midden
	if len(aantallen) < 12 || midden < 1 {
		return b
	}
	onder, boven := max(midden-math.Sqrt(9*midden), 0), midden+math.Sqrt(9*midden)
	b["ondergrens"], b["bovengrens"] = onder, boven
	for i, n := range aantallen {
		maanden[i].(blok)["buiten"] = float64(n) < onder || float64(n) > boven
	}
	return b
}
