package rapport

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"klacht/dossier"
	"klacht/werkdagen"
)

// nogAfgedaan is the number of days in which what was done is still in the
// calendar, as cancelled: a file that is imported again can't take away what it
// no longer has.
const nogAfgedaan = 60

// Afspraken is a calendar of what is to be done by when. Its JSON may get more
// fields, and none is renamed.
type Afspraken struct {
	Peildatum werkdagen.Datum `json:"peildatum"`
	Afspraken []Afspraak      `json:"afspraken"` // by day, each with a UID of its own

	organisatie string
}

// Afspraak is an entry that fills a day. It follows from facts alone, not from
// the reference date: the same facts give the same entry. No name and no
// subject of a complaint is in it, for a calendar is often shared.
type Afspraak struct {
	UID            string          `json:"uid"`     // stays, whatever happens to the rest
	Nummer         string          `json:"nummer"`  // of the dossier or measure; "" of a meeting
	Termijn        string          `json:"termijn"` // bevestiging, …, uitvoering, controle, overleg
	Ronde          int             `json:"ronde"`   // of a dossier that was reopened: 2 and on
	Onderwerp      string          `json:"onderwerp"`
	Toelichting    string          `json:"toelichting"` // sentences, one a line
	Categorieen    []string        `json:"categorieen"`
	Dag            werkdagen.Datum `json:"dag"`
	LaatsteWerkdag werkdagen.Datum `json:"laatste_werkdag"` // on or before Dag
	Herinnering    werkdagen.Datum `json:"herinnering"`     // the working day before that; null: none
	AfgedaanOp     werkdagen.Datum `json:"afgedaan_op"`     // null: still to be done
	Versie         int             `json:"versie"`          // grows when it changes
	Gewijzigd      time.Time       `json:"gewijzigd"`       // when that was, UTC
}

// Afspraakinvoer is what a calendar is made of, all as of Peildatum. The order
// of dossiers and measures does not matter.
type Afspraakinvoer struct {
	Peildatum    werkdagen.Datum
	Organisatie  dossier.Organisatie
	Kalender     *werkdagen.Kalender // for measures and meetings
	Dossiers     []*dossier.Dossier
	Maatregelen  []*dossier.Maatregelstand
	Overleg      Overlegmoment // the next
	VorigOverleg Overlegmoment // the last that was held, as it had been planned; zero: none
}

// MaakAfspraken gives what is to be done by when, and what was until shortly.
func MaakAfspraken(in Afspraakinvoer) Afspraken {
	uit := Afspraken{Peildatum: in.Peildatum, Afspraken: []Afspraak{}, organisatie: in.Organisatie.Naam}
	gezien := map[string]bool{}
	zet := func(a Afspraak) {
		if a.AfgedaanOp != 0 && a.AfgedaanOp < in.Peildatum-nogAfgedaan {
			return
		}
		if gezien[a.UID] { // someone copied a record, id and all
			a.UID += "." + a.Nummer
		}
		gezien[a.UID] = true
		uit.Afspraken = append(uit.Afspraken, a)
	}
	for _, d := range slices.SortedFunc(slices.Values(in.Dossiers), func(a, b *dossier.Dossier) int { return a.Nummer.Vergelijk(b.Nummer) }) {
		for _, t := range d.Termijnen {
			if t.Onvervuld() || t.AfgedaanOp() != 0 {
				zet(termijnafspraak(d, t))
			}
		}
	}
	for _, m := range slices.SortedFunc(slices.Values(in.Maatregelen), func(a, b *dossier.Maatregelstand) int { return a.Nummer.Vergelijk(b.Nummer) }) {
		for _, a := range maatregelafspraken(m, in.Kalender) {
			zet(a)
		}
	}
	for _, o := range []Overlegmoment{in.VorigOverleg, in.Overleg} {
		// Held on the day itself it stands in the calendar as it should: there is nothing to take away.
		if o.Dag != 0 && o.GehoudenOp != o.Dag {
			zet(overlegafspraak(o, in.Organisatie, in.Kalender))
		}
	}
	slices.SortFunc(uit.Afspraken, func(a, b Afspraak) int {
		return cmp.Or(cmp.Compare(a.Dag, b.Dag), strings.Compare(a.Nummer, b.Nummer), strings.Compare(a.UID, b.UID))
	})
	return uit
}
