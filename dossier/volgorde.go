package dossier

import (
	"slices"

	"klacht/werkdagen"
)

// gedateerd is an event of a dossier or of a measure.
type gedateerd interface {
	Gebeurtenis | Maatregelgebeurtenis
	wanneer() Tijdstip
}

// opVolgorde gives the events in the order in which they happened: by op, and
// where that does not decide, by their place in the file. Two events are
// compared by moment where both have one and by their day in Amsterdam
// otherwise. That is no total order (10:00, "that day", 9:00), so each event in
// turn is put before the first that certainly came later, and else at the end:
// what op decides always holds, and the file decides the rest.
func opVolgorde[G gedateerd](verloop []G) []G {
	uit := make([]G, 0, len(verloop))
	for _, g := range verloop {
		uit = invoegen(uit, g)
	}
	return uit
}

// invoegen puts g where it belongs in events that are in order.
func invoegen[G gedateerd](geordend []G, g G) []G {
	op := g.wanneer()
	i := slices.IndexFunc(geordend, func(e G) bool { return e.wanneer().VoorNa(op) > 0 })
	if i < 0 {
		return append(geordend, g)
	}
	return slices.Insert(geordend, i, g)
}

// totEnMet gives the events, which are in order, up to and including day d.
func totEnMet[G gedateerd](geordend []G, d werkdagen.Datum) []G {
	n := slices.IndexFunc(geordend, func(g G) bool { return g.wanneer().Dag > d })
	if n < 0 {
		return geordend
	}
	return geordend[:n:n]
}

// ongedaanGemaakt gives the ids of the events that another says did not
// happen. Undoing an undoing restores what it undid.
func ongedaanGemaakt(verloop []Gebeurtenis) map[string]bool {
	var door map[string][]string // the events that say so, by what they say it of
	var volgorde []string
	for i := range verloop {
		if g := &verloop[i]; g.Wat == WatOngedaan {
			if door == nil {
				door = map[string][]string{}
			}
			door[g.Gebeurtenis] = append(door[g.Gebeurtenis], g.ID)
			volgorde = append(volgorde, g.Gebeurtenis)
		}
	}
	if door == nil {
		return nil
	}
	weg := map[string]bool{}
	var isWeg func(id string) bool
	isWeg = func(id string) bool {
		if uitkomst, bekend := weg[id]; bekend {
			return uitkomst
		}
		weg[id] = true // while it is worked out, so that a ring written by hand ends
		weg[id] = slices.ContainsFunc(door[id], func(ander string) bool { return !isWeg(ander) })
		return weg[id]
	}
	for _, id := range volgorde {
		isWeg(id)
	}
	return weg
}

// alsOp gives the record as it stood at the end of day d: later events left
// out, the rest in order, and the fields as they then were.
func (k *Klacht) alsOp(d werkdagen.Datum) Klacht {
	toen := *k
	alle := opVolgorde(k.Verloop)
	toen.Verloop = totEnMet(alle, d)
	for _, w := range wijzigbaar {
		if waarde, anders := veldOp(alle, toen.Verloop, w.naam, *w.veld(k)); anders {
			*w.veld(&toen) = waarde
		}
	}
	return toen
}

// veldOp gives the value that a field had after the first events of alle, which
// are toen: what the last change among them that counts made of it, else what
// the first change ever found. Where nothing was changed or undone since, the
// file itself speaks, and anders is false: it may have been corrected by hand.
func veldOp(alle, toen []Gebeurtenis, veld, bestand string) (waarde string, anders bool) {
	var eerste, nieuwste, laatste *Gebeurtenis // first and last ever, last that counts
	ids := map[string]bool{}
	ongedaan, later := false, false
	weg := ongedaanGemaakt(toen)
	for i := range alle {
		switch g := &alle[i]; {
		case g.Wat == WatGewijzigd && g.Veld == veld:
			if eerste == nil {
				eerste = g
			}
			nieuwste, ids[g.ID] = g, true
			switch {
			case i >= len(toen):
				later = true
			case weg[g.ID]:
				ongedaan = true
			default:
				laatste = g
			}
		case g.Wat == WatOngedaan && i >= len(toen) && ids[g.Gebeurtenis]:
			later = true
		}
	}
	switch {
	case eerste == nil, !later && !ongedaan, !later && bestand != nieuwste.Naar:
		return "", false
	case laatste != nil:
		return laatste.Naar, true
	}
	return eerste.Van, true
}

// tellend gives the events of a verloop that are not undone.
func tellend(verloop []Gebeurtenis) []Gebeurtenis {
	weg := ongedaanGemaakt(verloop)
	return slices.DeleteFunc(slices.Clone(verloop), func(g Gebeurtenis) bool { return weg[g.ID] })
}

// Later gives the events that are dated after day vandaag: a slip of the pen,
// for what has not happened can't be recorded. They do not count yet.
func (k *Klacht) Later(vandaag werkdagen.Datum) []Gebeurtenis {
	alle := opVolgorde(k.Verloop)
	return alle[len(totEnMet(alle, vandaag)):]
}
