package dossier

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"slices"
	"strings"

	"klacht/werkdagen"
)

// Overtenemen is a complaint of a register kept elsewhere, with its past as far
// as the register tells it.
type Overtenemen struct {
	Aanmelding // Overgenomen says which row it is
	// Verloop is what happened since, in any order. Of the events, ID, Vastgelegd
	// and Door are filled in here.
	Verloop []Gebeurtenis
	// Onbekend are the terms that the register says nothing of where Verloop does
	// not have the event that they are named after.
	Onbekend []Termijnnaam
}

// Kenmerk makes the mark of a row out of what tells it from others.
func Kenmerk(delen ...string) string {
	som := sha256.New()
	for _, d := range delen {
		fmt.Fprintf(som, "%d:%s", len(d), d)
	}
	return strings.ToLower(base32.StdEncoding.EncodeToString(som.Sum(nil)))[:26] // 130 bits
}

// sleutel is what a row is recognised by: its number in the register, or what
// stood in it where it has none. Nothing can be read back from it.
func (o Overname) sleutel() string {
	switch {
	case o == Overname{}:
		return ""
	case o.Nummer == "":
		return o.Kenmerk
	}
	return Kenmerk("nummer", o.Bron, o.Nummer)
}

// Overneem makes the record of a complaint that is taken over on wie.Nu. What
// the register says is recorded as having gone so, also where it is out of order;
// what can't have gone so (before the receipt, in the future) is refused. It has
// no number yet.
func (r *Regels) Overneem(o Overtenemen, wie Wie) (*Klacht, error) {
	k, err := r.Intake(o.Aanmelding, wie)
	if err != nil {
		return nil, err
	}
	verloop := slices.Clone(o.Verloop)
	slices.SortStableFunc(verloop, func(a, b Gebeurtenis) int { return int(a.Op.Dag - b.Op.Dag) })
	if k.Beloofd.Onbekend, err = r.verzwegen(k, o.Onbekend, verloop, wie.Nu.Dag); err != nil {
		return nil, err
	}
	for _, g := range verloop {
		if g, err = r.Toets(k, g, wie.Nu.Dag, true); err != nil {
			return nil, err
		}
		g.ID, g.Vastgelegd, g.Door = nieuwID(), wie.Nu, wie.Door
		k.Verloop = append(k.Verloop, g)
	}
	return k, nil
}

// eigenGebeurtenis is the event that a term is named after.
func eigenGebeurtenis(naam Termijnnaam) Wat {
	switch naam {
	case TermijnBevestiging:
		return WatBevestigd
	case TermijnVoorstel:
		return WatVoorstel
	}
	return WatAfgehandeld
}

// verzwegen gives the promised terms, among zwijgt, of which nobody can tell
// whether they were met: their own event is not on record, and they are over. One
// that still runs is for whoever handles the complaint from now on.
func (r *Regels) verzwegen(k *Klacht, zwijgt []Termijnnaam, verloop []Gebeurtenis, vandaag werkdagen.Datum) ([]Termijnnaam, error) {
	heeft := func(wat Wat) bool {
		return slices.ContainsFunc(verloop, func(g Gebeurtenis) bool { return g.Wat == wat })
	}
	kal, err := r.kalenders.voor(k.Beloofd.Opties)
	if err != nil {
		return nil, err
	}
	var uit []Termijnnaam
	for _, t := range k.Beloofd.Termijnen {
		if !slices.Contains(zwijgt, t.Naam) || heeft(eigenGebeurtenis(t.Naam)) {
			continue
		}
		b, err := kal.Bereken(k.Verloop[0].Op.Dag, t.Termijn)
		if err != nil {
			return nil, err
		}
		if heeft(WatAfgehandeld) || b.Uiterlijk < vandaag {
			uit = append(uit, t.Naam)
		}
	}
	return uit, nil
}
