package dossier

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"klacht/werkdagen"
)

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

// mapOverleg is where meetings are kept within the folder Klachtafhandeling.
const mapOverleg = "overleg"

// Bestand is the meeting's file within the folder Klachtafhandeling.
func (o *Overleg) Bestand() string { return path.Join(mapOverleg, o.Op.String()+".yaml") }

// MarshalJSON gives the meeting as its file has it, with its day and file.
func (o *Overleg) MarshalJSON() ([]byte, error) {
	return zonderHTML(struct {
		Op          werkdagen.Datum   `json:"op"`
		Bestand     string            `json:"bestand"`
		Aanwezig    []string          `json:"aanwezig"`
		Besproken   []Nummer          `json:"besproken"`
		Besluiten   []string          `json:"besluiten"`
		Maatregelen []Maatregelnummer `json:"maatregelen"`
		Volgende    werkdagen.Datum   `json:"volgende"`
		Vastgelegd  Tijdstip          `json:"vastgelegd"`
		Door        string            `json:"door"`
	}{
		o.Op, o.Bestand(), ofLeeg(o.Aanwezig), ofLeeg(o.Besproken), ofLeeg(o.Besluiten), ofLeeg(o.Maatregelen),
		o.Volgende, o.Vastgelegd, o.Door,
	})
}

// OverleggenTot gives of meetings, oldest first, those up to and including tot.
func OverleggenTot(alle []*Overleg, tot werkdagen.Datum) []*Overleg {
	i := slices.IndexFunc(alle, func(o *Overleg) bool { return o.Op > tot })
	if i < 0 {
		return alle
	}
	return alle[:i]
}

// OpAgenda reports whether a meeting on day tot that looks back to day van has
// the dossier to discuss: it is open at the end of tot, or was received or
// closed in that time.
func (f Feiten) OpAgenda(van, tot werkdagen.Datum) bool {
	if f.Ontvangen > tot {
		return false
	}
	laatste, gesloten := f.GeslotenOp(tot)
	return !gesloten || f.Ontvangen >= van || laatste.Op >= van
}

// woordInTekst is what may be the number of a measure: M2026-003-A is none.
var woordInTekst = regexp.MustCompile(`[A-Za-z0-9-]+`)

// GenoemdeMaatregelen gives the measures that a text names, in capitals or not,
// each once, in the order of the text. Whether there are such measures is for
// the folder to say.
func GenoemdeMaatregelen(tekst string) []Maatregelnummer {
	var uit []Maatregelnummer
	for _, naam := range woordInTekst.FindAllString(tekst, -1) {
		if n, ok := LeesMaatregelnummer(strings.ToUpper(strings.Trim(naam, "-"))); ok && !slices.Contains(uit, n) {
			uit = append(uit, n)
		}
	}
	return uit
}
