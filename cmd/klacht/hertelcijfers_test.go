package main

import (
	"math"
	"slices"
	"time"
)

// hertelperiode is what a report is asked to be about: its own days, those to compare with, and the day it is.
type hertelperiode struct {
	van, tot, vandaag etmaal
}

// peil is the last day that counts.
func (p hertelperiode) peil() etmaal { return min(p.tot, p.vandaag) }

// maanden is 12, 3 or 1 for a whole year, quarter or month, else 0.
func (p hertelperiode) maanden() int {
	begin, na := p.van.tijd(), (p.tot + 1).tijd()
	if begin.Day() != 1 || na.Day() != 1 {
		return 0
	}
	n := (na.Year()-begin.Year())*12 + int(na.Month()-begin.Month())
	if (n == 12 || n == 3 || n == 1) && (int(begin.Month())-1)%n == 0 {
		return n
	}
	return 0
}

// vorige is the period before it: the previous year, quarter or month, cut at the same day while p still runs; else as many days.
func (p hertelperiode) vorige() hertelperiode {
	n := p.maanden()
	if n == 0 {
		dagen := p.peil() - p.van + 1
		return hertelperiode{p.van - dagen, p.van - 1, p.vandaag}
	}
	v := hertelperiode{plusMaanden(p.van, -n), p.van - 1, p.vandaag}
	if p.vandaag < p.tot {
		v.tot = min(v.tot, plusMaanden(p.vandaag, -n))
	}
	return v
}

// hertelling counts over the dossiers as they were known on the reference date.
type hertelling struct {
	*hertelmap
	feiten         []hertelfeit
	maatregelen    []hertelmaatregel
	begin          etmaal // of the record: the first receipt; 0: none
	sinds          etmaal // the first day on which klacht had a dossier; 0: none
	p, v           hertelperiode
	vanafOntvangst bool // retention counts from receipt, not from the last closing
	bewaarTot      func(begin etmaal) etmaal
}

func (h *hertelmap) tel(p, vorige hertelperiode) hertelling {
	regel := h.procedure.blok("bewaren")
	uit := hertelling{
		hertelmap: h, feiten: h.feiten(p.peil()), maatregelen: h.maatregelenOp(p.peil()), p: p, v: vorige, vanafOntvangst: regel.tekst("vanaf") == "ontvangen",
		bewaarTot: func(begin etmaal) etmaal { return new(hertelkalender).tel(h.t, begin, regel.tekst("termijn")) },
	}
	for _, f := range uit.feiten {
		if f.ontvangen <= p.peil() && (uit.begin == 0 || f.ontvangen < uit.begin) {
			uit.begin = f.ontvangen
		}
		if f.sinds != 0 && (uit.sinds == 0 || f.sinds < uit.sinds) {
			uit.sinds = f.sinds
		}
	}
	return uit
}

// getal is a number as JSON gives it.
func getal(n int) any { return float64(n) }

// stroom is what came in, was closed and is open, with the terms and lead times that go with it, as of the last day of p.
func stroom(feiten []hertelfeit, p hertelperiode) blok {
	eind := p.peil()
	ontvangen, afgehandeld, open := 0, 0, 0
	var duur []int
	var nieuw []hertelfeit
	for _, f := range feiten {
		er, isOpen, gesloten, _ := f.opDag(eind)
		if er && p.van <= f.ontvangen {
			ontvangen++
			nieuw = append(nieuw, f)
		}
		if isOpen {
			open++
		}
		if gesloten != 0 && p.van <= gesloten {
			afgehandeld++
			duur = append(duur, int(gesloten-f.ontvangen))
		}
	}
	b := blok{"ontvangen": getal(ontvangen), "afgehandeld": getal(afgehandeld), "open": getal(open), "doorlooptijd_dagen": spreiding(duur)}
	for naam, telling := range termijnen(nieuw, eind) {
		b[naam] = telling
	}
	return b
}

// termijnen counts how each term of the first round stood at the end of a day.
func termijnen(feiten []hertelfeit, eind etmaal) blok {
	uit := blok{}
	for _, naam := range []string{"bevestiging", "voorstel", "afhandeling"} {
		n := map[string]int{}
		for _, f := range feiten {
			for _, x := range f.termijnen {
				if x.naam == naam && !x.tweede {
					n[x.stand(eind)]++
				}
			}
		}
		telling := blok{"percentage": nil}
		for _, stand := range []string{"binnen", "te_laat", "open", "vervallen", "onbekend"} {
			telling[stand] = getal(n[stand])
		}
		if gedaan := n["binnen"] + n["te_laat"]; gedaan > 0 {
			telling["percentage"] = math.Round(1000*float64(n["binnen"])/float64(gedaan)) / 10
		}
		uit[naam] = telling
	}
	return uit
}

// spreiding gives median, 90th percentile (type 7: linear between the order statistics at 1+(n−1)p) and maximum.
func spreiding(duur []int) blok {
	b := blok{"aantal": getal(len(duur)), "mediaan": nil, "p90": nil, "max": nil}
	if len(duur) == 0 {
		return b
	}
	slices.Sort(duur)
	op := func(p float64) any {
		h := 1 + float64(len(duur)-1)*p
		onder := int(h)
		x := float64(duur[onder-1])
		if onder < len(duur) {
			x += (h - float64(onder)) * float64(duur[onder]-duur[onder-1])
		}
		return math.Round(x*1e6) / 1e6
	}
	b["mediaan"], b["p90"], b["max"] = op(0.5), op(0.9), getal(duur[len(duur)-1])
	return b
}

// labels counts what came in now and in the period compared with, by a label; "" is none.
func (h hertelling) labels(van func(hertelfeit) string) (nu, toen map[string]int) {
	nu, toen = map[string]int{}, map[string]int{}
	for _, f := range h.feiten {
		if h.p.van <= f.ontvangen && f.ontvangen <= h.p.peil() {
			nu[van(f)]++
		}
		if h.v.van <= f.ontvangen && f.ontvangen <= h.v.peil() {
			toen[van(f)]++
		}
	}
	return nu, toen
}

func rijen(sleutel string, nu, toen map[string]int) []any {
	uit := []any{}
	for naam, n := range nu {
		if naam != "" {
			uit = append(uit, blok{sleutel: naam, "aantal": getal(n), "vorige": getal(toen[naam])})
		}
	}
	for naam, n := range toen {
		if naam != "" && nu[naam] == 0 {
			uit = append(uit, blok{sleutel: naam, "aantal": getal(0), "vorige": getal(n)})
		}
	}
	return uit
}

// cijfers gives every figure of the report that the folder tells, by its name in the JSON.
func (h hertelling) cijfers() blok {
	eind := h.p.peil()
	b := stroom(h.feiten, h.p)
	b["van"], b["tot"], b["peildatum"] = h.p.van.String(), h.p.tot.String(), eind.String()
	vorige := stroom(h.feiten, h.v)
	vorige["van"], vorige["tot"] = h.v.van.String(), h.v.tot.String()
	b["vorige"] = vorige

	nu, toen := h.labels(func(f hertelfeit) string { return f.categorie })
	b["per_categorie"] = rijen("categorie", nu, toen)
	nu, toen = h.labels(func(f hertelfeit) string { return f.oorzaak })
	b["per_oorzaak"] = rijen("oorzaak", nu, toen)
	b["zonder_oorzaak"] = blok{"aantal": getal(nu[""]), "vorige": getal(toen[""])}
	nu, _ = h.labels(func(f hertelfeit) string { return f.herkomst })
	b["per_herkomst"] = blok{"extern": getal(nu["extern"]), "intern": getal(nu["intern"])}
	nu, _ = h.labels(func(f hertelfeit) string { return f.soort })
	b["per_soort"] = blok{"klacht": getal(nu["klacht"]), "onvolkomenheid": getal(nu["onvolkomenheid"])}

	b["per_maand"] = h.perMaand()
	var uitgesplitst []any
	for _, herkomst := range []string{"extern", "intern"} {
		deel := stroom(slices.DeleteFunc(slices.Clone(h.feiten), func(f hertelfeit) bool { return f.herkomst != herkomst }), h.p)
		deel["herkomst"] = herkomst
		uitgesplitst = append(uitgesplitst, deel)
	}
	b["uitgesplitst"] = uitgesplitst

	uitkomsten := map[string]int{}
	geopend, advies := 0, 0
	teLaat := []any{}
	for _, f := range h.feiten {
		_, open, gesloten, uitkomst := f.opDag(eind)
		if gesloten != 0 && h.p.van <= gesloten {
			uitkomsten[uitkomst]++
		}
		for d := h.p.van; d <= eind; d++ {
			geopend += telt(f.geschillen, d)
			advies += telt(f.adviezen, d)
		}
		for _, x := range f.termijnen {
			if open && x.stand(eind) == "te_laat" && (x.voldaan == 0 || x.voldaan > eind) {
				teLaat = append(teLaat, blok{"nummer": f.nummer, "termijn": x.naam, "uiterlijk": x.uiterlijk.String(), "werkdagen_te_laat": getal(f.kal.werkdagenNa(x.uiterlijk, eind))})
			}
		}
	}
	b["uitkomsten"] = blok{}
	for _, u := range []string{"gegrond", "deels gegrond", "ongegrond", "ingetrokken", "onbekend"} {
		b["uitkomsten"].(blok)[u] = getal(uitkomsten[u])
	}
	b["geschillen"] = blok{"geopend": getal(geopend), "advies": getal(advies)}
	b["te_laat"] = teLaat
	b["regelkaart"] = h.regelkaart()
	b["bewaren"] = h.bewaren()
	b["maatregelen"] = h.maatregelrijen()
	b["signalen"], b["te_weinig"] = h.signalen()
	b["overleg"] = h.overlegcijfers()
	return b
}

func telt(dagen []etmaal, d etmaal) int {
	n := 0
	for _, x := range dagen {
		if x == d {
			n++
		}
	}
	return n
}

// perMaand counts month by month; of the first and the last only the part that lies in the period.
func (h hertelling) perMaand() []any {
	uit := []any{}
	eind := h.p.peil()
	for van := h.p.van; van <= eind; {
		tot := van
		for tot < eind && (tot+1).tijd().Day() != 1 {
			tot++
		}
		ontvangen, afgehandeld, open := 0, 0, 0
		var nieuw []hertelfeit
		for _, f := range h.feiten {
			if van <= f.ontvangen && f.ontvangen <= tot {
				ontvangen++
				nieuw = append(nieuw, f)
			}
			if _, _, gesloten, _ := f.opDag(eind); gesloten != 0 && van <= gesloten && gesloten <= tot {
				afgehandeld++
			}
			if _, isOpen, _, _ := f.opDag(tot); isOpen {
				open++
			}
		}
		maand := blok{"maand": van.tijd().Format("2006-01"), "ontvangen": getal(ontvangen), "afgehandeld": getal(afgehandeld), "open": getal(open)}
		for naam, telling := range termijnen(nieuw, eind) {
			maand[naam] = telling
		}
		uit = append(uit, maand)
		van = tot + 1
	}
	return uit
}

// kalenderjaar is the calendar year of a day.
func kalenderjaar(d etmaal) hertelperiode {
	jaar := d.tijd().Year()
	return hertelperiode{etmaalVan(jaar, 1, 1), etmaalVan(jaar, int(time.December), 31), d}
}
