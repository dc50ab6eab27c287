package main

import (
	"slices"
	"testing"
)

// hertelfeit is what the recount knows of one dossier as of a day.
type hertelfeit struct {
	nummer, soort, herkomst, categorie, oorzaak string
	behandelaar, betreft                        string // of a record alone
	ontvangen                                   etmaal
	sinds                                       etmaal   // what was taken over was here from that day on
	oorzaakOp                                   etmaal   // of a destroyed dossier: when its cause was found
	wissels                                     []wissel // in order
	termijnen                                   []herteltermijn
	geschillen, adviezen                        []etmaal
	bewaarplicht                                bool
	vernietigdOp                                etmaal       // 0: it still exists
	overgenomen                                 bool         // of a destroyed dossier: it came from a register of elsewhere
	eerder                                      []hertelfeit // of a destroyed dossier: what was known of it up to the days of eerderTot
	eerderTot                                   []etmaal
	kal                                         *hertelkalender
}

// wissel is a closing or a reopening.
type wissel struct {
	dag      etmaal
	dicht    bool
	uitkomst string
}

type herteltermijn struct {
	naam                          string
	tweede                        bool // of a later round
	uiterlijk, voldaan, vervallen etmaal
	onbekend                      bool
}

// stand says how a term stands at the end of a day.
func (x herteltermijn) stand(d etmaal) string {
	gebeurd := func(dag etmaal) bool { return dag != 0 && dag <= d }
	switch {
	case x.onbekend:
		return "onbekend"
	case gebeurd(x.vervallen):
		return "vervallen"
	case gebeurd(x.voldaan) && x.voldaan <= x.uiterlijk:
		return "binnen"
	case gebeurd(x.voldaan):
		return "te_laat"
	case x.uiterlijk < d:
		return "te_laat"
	}
	return "open"
}

// opDag plays a dossier until the end of a day: received by then, open, and if not, closed when and how.
func (f hertelfeit) opDag(d etmaal) (ontvangen, open bool, gesloten etmaal, uitkomst string) {
	if f.ontvangen > d {
		return false, false, 0, ""
	}
	open = true
	for _, w := range f.wissels {
		switch {
		case w.dag > d:
			return true, open, gesloten, uitkomst
		case w.dicht:
			open, gesloten, uitkomst = false, w.dag, w.uitkomst
		default:
			open, gesloten, uitkomst = true, 0, ""
		}
	}
	return true, open, gesloten, uitkomst
}

// feiten are all dossiers as of the end of a day: those of the records, and those that were destroyed.
func (h *hertelmap) feiten(peil etmaal) []hertelfeit {
	var uit []hertelfeit
	for i := range h.records {
		if f, er := h.records[i].opDag(h.t, peil); er {
			uit = append(uit, f)
		}
	}
	for _, f := range h.vernietigd {
		for i, tot := range f.eerderTot {
			if peil <= tot {
				f = f.eerder[i]
				break
			}
		}
		if f.oorzaakOp > peil {
			f.oorzaak = "" // not found by then
		}
		uit = append(uit, f)
	}
	return uit
}

// opDag plays a record until the end of a day.
func (r *hertelrecord) opDag(t testing.TB, peil etmaal) (f hertelfeit, er bool) {
	t.Helper()
	toen := slices.DeleteFunc(slices.Clone(r.gebeurde), func(v voorval) bool { return v.dag > peil })
	telt := slices.DeleteFunc(slices.Clone(toen), func(v voorval) bool { return isOngedaan(toen, v.id, nil) })
	i := slices.IndexFunc(telt, func(v voorval) bool { return v.wat == "ontvangen" })
	if i < 0 {
		return f, false
	}
	f = hertelfeit{
		nummer: r.nummer, ontvangen: telt[i].dag, herkomst: r.velden.tekst("herkomst"), kal: r.kal,
		soort: veldOp(r.gebeurde, r.velden.tekst("soort"), "soort", peil), categorie: veldOp(r.gebeurde, r.velden.tekst("categorie"), "categorie", peil),
		behandelaar: veldOp(r.gebeurde, r.velden.tekst("behandelaar"), "behandelaar", peil), betreft: veldOp(r.gebeurde, r.velden.tekst("betreft"), "betreft", peil),
	}
	if f.herkomst == "" {
		f.herkomst = map[string]string{"klacht": "extern", "onvolkomenheid": "intern"}[r.velden.tekst("soort")]
	}
	telt = slices.Delete(telt, i, i+1)
	for _, v := range telt {
		if v.wat == "gewijzigd" && v.tekst("veld") == "ontvangen" {
			f.ontvangen, _, _ = leesEtmaal(t, v.tekst("naar"))
		}
	}
	if f.ontvangen > peil {
		return f, false
	}
	dicht := false
	for _, v := range telt {
		switch v.wat {
		case "analyse":
			f.oorzaak = v.tekst("oorzaak")
		case "geschil":
			f.geschillen = append(f.geschillen, v.dag)
		case "advies":
			f.adviezen = append(f.adviezen, v.dag)
		case "afgehandeld":
			f.wissels, dicht = append(f.wissels, wissel{dag: v.dag, dicht: true, uitkomst: v.tekst("uitkomst")}), true
		case "heropend":
			if dicht {
				f.wissels, dicht = append(f.wissels, wissel{dag: v.dag}), false
			}
		case "bewaarplicht":
			f.bewaarplicht = true
		case "bewaarplicht-opgeheven":
			f.bewaarplicht = false
		}
	}
	f.termijnen = r.speelTermijnen(t, f.ontvangen, telt)
	if f.sinds = f.ontvangen; r.velden.blok("overgenomen") != nil {
		op, _, _ := leesEtmaal(t, r.velden.blokken("verloop")[0].tekst("vastgelegd"))
		f.sinds = max(f.ontvangen, op)
	}
	return f, true
}

// isOngedaan says whether an event that counts says of this one that it did not happen. via is the way there, so that a ring ends.
func isOngedaan(verloop []voorval, id string, via []string) bool {
	return slices.ContainsFunc(verloop, func(v voorval) bool {
		return v.wat == "ongedaan" && v.tekst("gebeurtenis") == id && !slices.Contains(via, v.id) && !isOngedaan(verloop, v.id, append(via, id))
	})
}

// veldOp gives a field as it was at the end of a day: what the file then said, which the next change found in it. Where a change was undone since,
// or was and still stands in the file, only the changes tell.
func veldOp(gebeurde []voorval, bestand, veld string, peil etmaal) string {
	toen := slices.DeleteFunc(slices.Clone(gebeurde), func(v voorval) bool { return v.dag > peil })
	var eerder []voorval
	for _, v := range toen {
		if v.wat == "gewijzigd" && v.tekst("veld") == veld {
			eerder = append(eerder, v)
		}
	}
	twijfel := false
	for _, v := range gebeurde[len(toen):] {
		if v.wat == "gewijzigd" && v.tekst("veld") == veld {
			bestand = v.tekst("van")
			break
		}
		twijfel = twijfel || v.wat == "ongedaan" && slices.ContainsFunc(eerder, func(e voorval) bool { return e.id == v.tekst("gebeurtenis") })
	}
	telt := slices.DeleteFunc(slices.Clone(eerder), func(v voorval) bool { return isOngedaan(toen, v.id, nil) })
	if len(telt) < len(eerder) && bestand == eerder[len(eerder)-1].tekst("naar") {
		twijfel = true
	}
	switch {
	case !twijfel:
		return bestand
	case len(telt) > 0:
		return telt[len(telt)-1].tekst("naar")
	}
	return eerder[0].tekst("van")
}

// loperij is a promised term while the events are played.
type loperij struct {
	herteltermijn
	nominaal etmaal // where it would end without a statutory extension
	vast     bool   // its end was set as a date
	klaar    bool
}

// speelTermijnen gives every term with its last day and how it ended.
func (r *hertelrecord) speelTermijnen(t testing.TB, ontvangen etmaal, verloop []voorval) []herteltermijn {
	t.Helper()
	volgorde := []string{"bevestiging", "voorstel", "afhandeling"}
	var rijen []*loperij
	begin := func(naam string, dag etmaal, tweede bool) {
		if termijn := r.beloofd.tekst(naam); termijn != "" {
			x := &loperij{nominaal: r.kal.tel(t, dag, termijn)}
			x.naam, x.tweede, x.uiterlijk = naam, tweede, r.kal.loopDoor(x.nominaal)
			if !tweede && slices.Contains(r.beloofd.lijst("onbekend"), any(naam)) {
				x.onbekend, x.klaar = true, true // the register that it came from does not tell: nothing that came later does
			}
			rijen = append(rijen, x)
		}
	}
	for _, naam := range volgorde {
		begin(naam, ontvangen, false)
	}
	voldoet := map[string][]string{"bevestiging": {"bevestigd", "voorstel", "afgehandeld"}, "voorstel": {"voorstel", "afgehandeld"}, "afhandeling": {"afgehandeld"}}
	stil := map[etmaal]bool{} // days on which the clock stood still
	dicht := false
	for i, v := range verloop {
		for _, x := range rijen {
			switch {
			case x.klaar || !slices.Contains(voldoet[x.naam], v.wat):
			case v.tekst("uitkomst") == "ingetrokken" && v.dag <= x.uiterlijk:
				x.klaar, x.vervallen = true, v.dag
			default:
				x.klaar, x.voldaan = true, v.dag
			}
		}
		switch v.wat {
		case "afgehandeld":
			dicht = true
			clear(stil)
		case "heropend":
			switch {
			case !dicht:
			case r.beloofd.tekst("voorstel") != "":
				begin("voorstel", v.dag, true)
			default:
				begin("afhandeling", v.dag, true)
			}
			dicht = false
		case "opgeschort":
			tot, _, _ := leesEtmaal(t, v.tekst("tot"))
			for _, erna := range verloop[i+1:] {
				if erna.wat == "hervat" || erna.wat == "afgehandeld" {
					tot = min(tot, erna.dag)
					break
				}
			}
			for d := v.dag + 1; d <= tot; d++ {
				if stil[d] {
					continue
				}
				stil[d] = true
				for _, x := range rijen {
					if x.naam != "bevestiging" && !x.klaar && v.dag <= x.uiterlijk {
						x.nominaal++
					}
				}
			}
			for _, x := range rijen {
				switch {
				case x.klaar || x.nominaal <= x.uiterlijk:
				case x.vast:
					x.uiterlijk = x.nominaal
				default:
					x.uiterlijk = r.kal.loopDoor(x.nominaal)
				}
			}
		case "verlengd":
			// The term that it names, else the first that runs; never the confirmation.
			i := slices.IndexFunc(rijen, func(x *loperij) bool {
				return !x.klaar && x.naam != "bevestiging" && (v.tekst("termijn") == "" || v.tekst("termijn") == x.naam)
			})
			if i < 0 || v.dag > rijen[i].uiterlijk {
				continue
			}
			x := rijen[i]
			if tot := v.tekst("tot"); tot != "" {
				x.nominaal, _, _ = leesEtmaal(t, tot)
				x.uiterlijk, x.vast = x.nominaal, true
				continue
			}
			x.nominaal, x.vast = r.kal.tel(t, x.uiterlijk, v.tekst("met")), false
			x.uiterlijk = r.kal.loopDoor(x.nominaal)
		}
	}
	var uit []herteltermijn
	for _, x := range rijen {
		uit = append(uit, x.herteltermijn)
	}
	return uit
}
