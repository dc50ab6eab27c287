package dossier

import (
	"fmt"
	"slices"
	"strings"

	"klacht/werkdagen"
)

// What the events of dossiers and those of measures have in common: a table of
// kinds with their own fields, and how these are read, checked and written.

// soortvelden says which own fields an event of a kind must have, and which
// others it may have.
type soortvelden[W ~string] struct {
	wat       W
	verplicht []string
	mag       []string
}

// soortentabel lists kinds of events.
type soortentabel[W ~string] []soortvelden[W]

func (t soortentabel[W]) soorten() []W {
	alle := make([]W, len(t))
	for i, e := range t {
		alle[i] = e.wat
	}
	return alle
}

func (t soortentabel[W]) van(wat W) soortvelden[W] {
	i := slices.IndexFunc(t, func(e soortvelden[W]) bool { return e.wat == wat })
	if i < 0 {
		return soortvelden[W]{wat: wat}
	}
	return t[i]
}

// leesSoort reads of what kind the event k is, "" when it doesn't say so;
// voorbeeld is one that the advice names.
func (t soortentabel[W]) leesSoort(l *lezer, k *knoop, voorbeeld W) W {
	var wat W
	if k.soort != knoopMapping {
		l.fout(k, "een gebeurtenis moet uit regels als \"sleutel: waarde\" bestaan", "")
		return wat
	}
	w := k.veld("wat")
	if w != nil {
		keuze(l, &wat, t.soorten())(w)
	}
	if w == nil || wat == "" && w.tekst == "" {
		l.fout(k, "deze gebeurtenis zegt niet wat er gebeurde", fmt.Sprintf("voeg een regel toe, bijvoorbeeld wat: %s", voorbeeld))
	}
	return wat
}

// leesVelden reads the fields of the event k: those that all have (gewoon), and
// of eigen those of its kind.
func (t soortentabel[W]) leesVelden(l *lezer, k *knoop, wat W, gewoon, eigen veldlezers) {
	soort := t.van(wat)
	for _, naam := range slices.Concat(soort.verplicht, soort.mag) {
		gewoon[naam] = eigen[naam]
	}
	l.velden(k, fmt.Sprintf("een gebeurtenis van het soort %s", wat), gewoon)
	for _, naam := range soort.verplicht {
		if v := k.veld(naam); v == nil || v.soort == knoopLeeg || v.soort == knoopWaarde && strings.TrimSpace(v.tekst) == "" {
			l.fout(k, fmt.Sprintf("bij %s ontbreekt %s", wat, naam), "voeg een regel "+naam+": … toe")
		}
	}
	if op := k.veld("op"); op == nil || !op.isVat() && strings.TrimSpace(op.tekst) == "" {
		l.fout(k, fmt.Sprintf("bij %s ontbreekt op welke dag het gebeurde", wat), "voeg een regel toe, bijvoorbeeld op: 2026-11-27")
	}
}

// gebeurtenisids checks that the ids of the n events of lijst are unique, and
// gives the line of each. An event without one, written by hand, is told apart
// by its place.
func (l *lezer) gebeurtenisids(lijst *knoop, n int, id func(i int) *string) map[string]int {
	ids := map[string]int{}
	for i := range n {
		naam, k := id(i), lijst.items[i]
		if *naam == "" {
			*naam = fmt.Sprintf("gebeurtenis-%d", i+1)
		}
		if eerder, dubbel := ids[*naam]; dubbel {
			l.fout(k, fmt.Sprintf("gebeurtenis-id %q staat er twee keer (ook op regel %d)", *naam, eerder), "geef één van beide een andere id")
		}
		ids[*naam] = k.regel
	}
	return ids
}

// onvolledig refuses an event that lacks a field that its kind must have.
func (t soortentabel[W]) onvolledig(wat W, velden []eigenVeld) error {
	for _, naam := range t.van(wat).verplicht {
		if !slices.ContainsFunc(velden, func(v eigenVeld) bool { return v.naam == naam && strings.TrimSpace(v.waarde) != "" }) {
			return &Fout{Wat: fmt.Sprintf("bij %s ontbreekt %s", wat, naam), Raad: fmt.Sprintf("geef --%s", naam), Aanroep: true}
		}
	}
	return nil
}

// eigenVeld is an own field of an event as text; kaal is a date, which YAML
// writes without quotes.
type eigenVeld struct {
	naam, waarde string
	kaal         bool
}

// gevuld gives the fields that hold something. A change from or to nothing
// shows both sides all the same.
func gevuld(velden []eigenVeld, gewijzigd bool) []eigenVeld {
	return slices.DeleteFunc(velden, func(v eigenVeld) bool {
		return v.waarde == "" && (!gewijzigd || v.naam != "van" && v.naam != "naar")
	})
}

// getoond gives fields for showing, with days as people write them.
func getoond(velden []eigenVeld) []Veldwaarde {
	var uit []Veldwaarde
	for _, v := range velden {
		w := v.waarde
		if v.kaal {
			if d, err := werkdagen.LeesDatum(w); err == nil {
				w = d.Lang()
			}
		}
		uit = append(uit, Veldwaarde{v.naam, w})
	}
	return uit
}

// gebeurtenisbegin is how every event begins in a file.
func gebeurtenisbegin(id, wat string, op, vastgelegd Tijdstip, door string) []bladveld {
	return []bladveld{
		{sleutel: "id", waarde: tekstWaarde(id)},
		{sleutel: "wat", waarde: tekstWaarde(wat)},
		{sleutel: "op", waarde: kaleWaarde(op.String())},
		{sleutel: "vastgelegd", waarde: kaleWaarde(vastgelegd.String())},
		{sleutel: "door", waarde: tekstWaarde(door)},
	}
}

// bladvelden are own fields as they are written.
func bladvelden(velden []eigenVeld) []bladveld {
	var uit []bladveld
	for _, v := range velden {
		w := tekstWaarde(v.waarde)
		if v.kaal {
			w = kaleWaarde(v.waarde)
		}
		uit = append(uit, bladveld{sleutel: v.naam, waarde: w})
	}
	return uit
}
