package dossier

import "klacht/werkdagen"

// Feiten are what figures need to know of one dossier, and no more: they come
// from a record as of a reference date, or from what vernietigd.yaml kept of a
// destroyed one, and are counted alike.
type Feiten struct {
	Nummer       string
	Soort        Soort
	Herkomst     Herkomst
	Categorie    string
	Oorzaak      string          // the last analysis's label, "" when never analysed
	OorzaakOp    werkdagen.Datum // the day of that analysis; 0: not known
	Ontvangen    werkdagen.Datum
	Termijnen    []Termijnfeit
	Sluitingen   []Sluiting        // every time it was closed, in order
	Heropend     []werkdagen.Datum // every time it was reopened, in order; one between any two closings
	Geschillen   []werkdagen.Datum // days on which a dispute went to the mediator
	Adviezen     []werkdagen.Datum // days on which the mediator advised
	Geanalyseerd bool
	Vernietigd   bool            // known from vernietigd.yaml alone
	VernietigdOp werkdagen.Datum // 0: it still exists
	BewarenTot   werkdagen.Datum // the last day it is kept; 0 while it is open
	Bewaarplicht bool            // whatever BewarenTot says

	// Only of records that still exist, and only for those who may see names.
	Onderwerp, Klager, Behandelaar, Betreft string
}

// Termijnfeit is a promise with its last day and the day on which it was met.
type Termijnfeit struct {
	Naam        Termijnnaam
	Ronde       int             // 1, and one more for every reopening
	Uiterlijk   werkdagen.Datum // last day, after suspension and extension
	VoldaanOp   werkdagen.Datum // 0: not met
	VervallenOp werkdagen.Datum // the day it was withdrawn before it was due; 0: not
	Onbekend    bool            // an imported register does not tell
}

// Sluiting is one closing of a dossier.
type Sluiting struct {
	Op       werkdagen.Datum
	Uitkomst Uitkomst
}

// Stand says how the term stands at the end of day d.
func (t Termijnfeit) Stand(d werkdagen.Datum) Stand {
	voldaan := t.VoldaanOp != 0 && t.VoldaanOp <= d
	switch {
	case t.Onbekend:
		return StandOnbekend
	case t.VervallenOp != 0 && t.VervallenOp <= d:
		return StandVervallen
	case voldaan && t.VoldaanOp <= t.Uiterlijk:
		return StandGehaald
	case voldaan, d > t.Uiterlijk:
		return StandTeLaat
	}
	return StandOpen
}

// OpenOp reports whether the dossier was open at the end of day d: received
// by then, and not closed or reopened since.
func (f Feiten) OpenOp(d werkdagen.Datum) bool {
	if f.Ontvangen > d {
		return false
	}
	_, gesloten := f.GeslotenOp(d)
	return !gesloten
}

// GeslotenOp gives the last closing that still stands at the end of day d.
func (f Feiten) GeslotenOp(d werkdagen.Datum) (laatste Sluiting, gesloten bool) {
	// Every closing but the last was followed by a reopening, so a reopening
	// for each of them means that the last one no longer stands.
	staan := 0
	for _, s := range f.Sluitingen {
		if s.Op <= d {
			laatste = s
			staan++
		}
	}
	for _, h := range f.Heropend {
		if h <= d {
			staan--
		}
	}
	return laatste, staan > 0
}
