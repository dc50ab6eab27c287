package dossier

import "klacht/werkdagen"

// ReactieGeen is the note that no reaction came to a proposal.
const ReactieGeen = "geen"

// Formaat is the version of the file format that this program writes and the
// highest that it reads (docs/dossierformaat.md).
const Formaat = 1

// Klacht is a record as klacht.yaml holds it: who, what and the dated course
// of events. Nothing in it can be computed from the rest; what follows from it
// as of a day is a Dossier.
type Klacht struct {
	Nummer       Nummer // the name of its folder
	ID           string // random, 60 bits or more
	Soort        Soort
	Herkomst     Herkomst
	Onderwerp    string
	Categorie    string
	Ernst        Ernst
	Kanaal       string // how it came in: e-mail, telefoon, …
	Behandelaar  string // who handles it
	Betreft      string // the person complained about
	Cursus       string // the course it is about
	Klager       Klager
	Adressen     []string // mail addresses that belong to the dossier as well
	Omschrijving string
	Gewenst      string // what the complainant asks for
	Beloofd      Belofte
	Verloop      []Gebeurtenis // in the order of the file
	// Verzending is a letter of which it isn't known whether it was sent, nil for
	// none. It stands beside the record; Map fills it in.
	Verzending *Verzending
}

// Klager is the complainant.
type Klager struct {
	Naam        string `json:"naam"`
	Email       string `json:"email"`
	Telefoon    string `json:"telefoon"`
	Organisatie string `json:"organisatie"`
}

// Belofte is what was promised at intake: the terms then in force and how they
// are counted. A later change of procedure.yaml moves none of it.
type Belofte struct {
	Termijnen []Termijnbelofte // in the order of Termijnnamen
	Opties    werkdagen.Opties
}

// Termijnbelofte is one promised term.
type Termijnbelofte struct {
	Naam    Termijnnaam
	Termijn werkdagen.Termijn
}

// Termijn gives the term promised under naam.
func (b Belofte) Termijn(naam Termijnnaam) (werkdagen.Termijn, bool) {
	for _, t := range b.Termijnen {
		if t.Naam == naam {
			return t.Termijn, true
		}
	}
	return werkdagen.Termijn{}, false
}

// veldOntvangen is corrected by an event alone: the day of receipt is itself
// an event, which stays as it was recorded.
const veldOntvangen = "ontvangen"
