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
	if v := k.Verzending; v != nil && v.Op.Dag > d {
		toen.Verzending = nil
	}
	if !slices.ContainsFunc(k.Verloop, func(g Gebeurtenis) bool { return g.Wat == WatGewijzigd }) {
		return toen // as most are
	}
	for _, w := range wijzigbaar {
		*w.veld(&toen) = veldOp(alle, len(toen.Verloop), w.naam, *w.veld(k))
	}
	return toen
}

// veldOp gives the value that a field had after the first n events of alle. What
// the file says goes before what its changes say, for it may have been corrected
// by hand: what the first later change found there, and without one what it says
// now, bestand. Where a change of before was undone since, or undone and not put
// back in the file, the last change that counted then tells, and without one
// what the first ever found.
func veldOp(alle []Gebeurtenis, n int, veld, bestand string) string {
	isWijziging := func(g Gebeurtenis) bool { return g.Wat == WatGewijzigd && g.Veld == veld }
	later := alle[n:]
	if i := slices.IndexFunc(later, isWijziging); i >= 0 {
		later, bestand = later[:i], later[i].Van
	}
	if !slices.ContainsFunc(alle[:n], isWijziging) {
		return bestand
	}
	weg := ongedaanGemaakt(alle[:n])
	var eerste, nieuwste, laatste *Gebeurtenis // of those changes; the last of those that count
	teruggedraaid, ongedaan := false, false
	for i := range alle[:n] {
		g := &alle[i]
		if !isWijziging(*g) {
			continue
		}
		if eerste == nil {
			eerste = g
		}
		nieuwste = g
		if weg[g.ID] {
			ongedaan = true
		} else {
			laatste = g
		}
		teruggedraaid = teruggedraaid || slices.ContainsFunc(later, func(o Gebeurtenis) bool { return o.Wat == WatOngedaan && o.Gebeurtenis == g.ID })
	}
	switch {
	case !teruggedraaid && (!ongedaan || bestand != nieuwste.Naar):
		return bestand
	case laatste != nil:
		return laatste.Naar
	}
	return eerste.Van
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
