package dossier

import "klacht/werkdagen"

// Overleg is a meeting of the management team (MT) in which complaints and
// measures were discussed, as its file holds it: facts alone. The name of its
// file is its day, so there is one on a day.
type Overleg struct {
	Op          werkdagen.Datum
	Vastgelegd  Tijdstip // the moment it was recorded
	Door        string   // who recorded it
	Aanwezig    []string // names
	Besproken   []Nummer // dossiers; bare references, for they may be destroyed since
	Besluiten   []string
	Maatregelen []Maatregelnummer // those decided on or discussed, named in a decision or apart
	Volgende    werkdagen.Datum   // the day of the next one; 0: not agreed
}
