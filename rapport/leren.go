package rapport

import (
	"klacht/dossier"
	"klacht/werkdagen"
)

// What the report says of learning: signals, measures and whether they work,
// the meetings that decide on them, and what was destroyed as promised.

// Signaal is something that a quality manager would ask about, with what was
// counted to find it.
type Signaal struct {
	Soort  Signaalsoort   `json:"soort"`
	Tekst  string         `json:"tekst"`  // one or two sentences, no names
	Geteld map[string]any `json:"geteld"` // numbers, days and names of categories, by name
}

// Signaalsoort names what a signal is about.
type Signaalsoort string

const (
	SignaalRegelkaart    Signaalsoort = "regelkaart"     // a month outside the control limits
	SignaalCategorie     Signaalsoort = "categorie"      // a category rose by more than chance explains
	SignaalHerhaling     Signaalsoort = "herhaling"      // the same again after a measure was called effective
	SignaalMaatregel     Signaalsoort = "maatregel"      // a measure is past its target or check date
	SignaalEigenZaak     Signaalsoort = "eigen zaak"     // handled by the person complained about
	SignaalZonderAnalyse Signaalsoort = "zonder analyse" // closed and never analysed
)

// Signaalsoorten lists every Signaalsoort in the order in which they are shown.
func Signaalsoorten() []Signaalsoort {
	return []Signaalsoort{SignaalRegelkaart, SignaalCategorie, SignaalHerhaling, SignaalMaatregel, SignaalEigenZaak, SignaalZonderAnalyse}
}

// Maatregel is a measure as the report shows it, as of the reference date.
type Maatregel struct {
	Nummer            dossier.Maatregelnummer   `json:"nummer"`
	Omschrijving      string                    `json:"omschrijving"`
	Soort             dossier.Maatregelsoort    `json:"soort"`
	Toestand          dossier.Maatregeltoestand `json:"toestand"`
	Categorie         string                    `json:"categorie"`
	Oorzaak           string                    `json:"oorzaak"`
	AangemaaktOp      werkdagen.Datum           `json:"aangemaakt_op"`
	Streefdatum       werkdagen.Datum           `json:"streefdatum"`
	UitgevoerdOp      werkdagen.Datum           `json:"uitgevoerd_op"`    // null: not yet
	ControleOp        werkdagen.Datum           `json:"controle_op"`      // the day a check is due
	GecontroleerdOp   werkdagen.Datum           `json:"gecontroleerd_op"` // null: not yet
	Oordeel           *string                   `json:"oordeel"`
	ZelfGecontroleerd bool                      `json:"zelf_gecontroleerd"`
	TeLaat            bool                      `json:"te_laat"` // past its target or check date
	VervolgOp         string                    `json:"vervolg_op,omitempty"`
	Vervolg           []string                  `json:"vervolg"`
	VraagtVervolg     bool                      `json:"vraagt_vervolg"`              // it did not work, or not altogether, and nothing follows on it yet
	Bewijs            *Bewijs                   `json:"bewijs"`                      // null before it was carried out, or when it is about no category or cause
	Verantwoordelijke string                    `json:"verantwoordelijke,omitempty"` // only where names may be seen
}

// Bewijs compares what came in on the subject of a measure in as many days
// before it was carried out as after; in fewer before where the record begins
// later, for what was not recorded is not nothing.
type Bewijs struct {
	Van          werkdagen.Datum `json:"van"`           // first day before; null: there are no days to compare with
	UitgevoerdOp werkdagen.Datum `json:"uitgevoerd_op"` // last day before
	Tot          werkdagen.Datum `json:"tot"`           // last day after
	Dagen        int             `json:"dagen"`         // after
	Ervoor       int             `json:"ervoor"`        // dossiers received
	Erna         int             `json:"erna"`
	P            *float64        `json:"p"` // two-sided, exact; null when nothing was counted
	Uitslag      Uitslag         `json:"uitslag"`
	Zin          string          `json:"zin"` // 6 klachten in de 6 maanden ervoor, 1 erna; dat is meer dan toeval
	// NietGeanalyseerd counts, of a measure about a cause, the dossiers received
	// after of which no cause is known (yet).
	NietGeanalyseerd int `json:"niet_geanalyseerd"`
}

// Uitslag says what the numbers of a Bewijs come to.
type Uitslag string

const (
	UitslagMinder   Uitslag = "minder"    // by more than chance explains
	UitslagMeer     Uitslag = "meer"      // by more than chance explains
	UitslagToeval   Uitslag = "toeval"    // chance may explain the difference
	UitslagTeWeinig Uitslag = "te weinig" // no difference could be more than chance
)

// Regelkaart is the c-chart of complaints (soort klacht, by day of receipt) per
// whole month up to the reference date, 24 months at most.
type Regelkaart struct {
	Maanden     []Regelpunt `json:"maanden"`
	Gemiddelde  *float64    `json:"gemiddelde"` // the centre line; null without months
	Ondergrens  *float64    `json:"ondergrens"` // control limits; null where there are too few to set any
	Bovengrens  *float64    `json:"bovengrens"`
	Onvoldoende string      `json:"onvoldoende,omitempty"` // why there are no limits
}

// Regelpunt is a month of a Regelkaart.
type Regelpunt struct {
	Maand  Maand `json:"maand"`
	Aantal int   `json:"aantal"`
	Buiten bool  `json:"buiten"` // outside the limits
}

// Bewaarcijfers counts what is kept and destroyed.
type Bewaarcijfers struct {
	TeVernietigen int `json:"te_vernietigen"` // at the end of the reference date
	Vernietigd    int `json:"vernietigd"`     // in the period
	Bewaarplicht  int `json:"bewaarplicht"`   // closed, and kept for that alone
}

// Overlegcijfers is about the last meeting up to the reference date, and what
// came of what it decided.
type Overlegcijfers struct {
	Laatste   werkdagen.Datum `json:"laatste"` // null: none on record
	Volgende  werkdagen.Datum `json:"volgende"`
	Stand     *string         `json:"stand"`
	Besluiten []Besluit       `json:"besluiten"`
	// Maatregelen are those that the meeting was about but no decision names.
	Maatregelen []dossier.Maatregelnummer `json:"maatregelen"`
}

// Besluit is a decision, with the measures that it names.
type Besluit struct {
	Tekst       string                    `json:"tekst"`
	Maatregelen []dossier.Maatregelnummer `json:"maatregelen"`
}

// Dossierrij is a dossier as a row of a list, as of the reference date. The last
// three are known only where names may be seen.
type Dossierrij struct {
	Nummer       string
	Soort        dossier.Soort
	Herkomst     dossier.Herkomst
	Categorie    string
	Oorzaak      string
	Ontvangen    werkdagen.Datum
	Termijnen    []Termijnrij    // of the first round, in the order of dossier.Termijnnamen
	GeslotenOp   werkdagen.Datum // 0: open
	Uitkomst     dossier.Uitkomst
	Doorlooptijd *int // calendar days; nil: open
	Geschil      bool // went to the mediator
	Vernietigd   bool

	Onderwerp, Klager, Behandelaar string
}

// Termijnrij is a term of a Dossierrij.
type Termijnrij struct {
	Naam      dossier.Termijnnaam
	Uiterlijk werkdagen.Datum
	VoldaanOp werkdagen.Datum // 0: not met
	Stand     dossier.Stand
}
