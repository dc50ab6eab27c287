// Package rapport makes the figures of the report once, as an Overzicht, and
// writes them in every format. It reads no dossiers and knows no clock: its
// input is dossier.Feiten and the days that it is given.
package rapport

import (
	"klacht/dossier"
	"klacht/werkdagen"
)

// Overzicht is the report as figures: everything that any format shows. Its
// JSON is the contract of `rapport --formaat json`; fields may be added to it
// but never renamed. All is as of Peildatum; days are Amsterdam's, both ends of
// a period included.
type Overzicht struct {
	Van       werkdagen.Datum `json:"van"`
	Tot       werkdagen.Datum `json:"tot"`
	Peildatum werkdagen.Datum `json:"peildatum"` // Tot, or today while the period runs

	// A file could not be read: something may be missing from the figures. It is
	// for who read the folder to say.
	Onvolledig bool `json:"onvolledig"`

	Ontvangen   int `json:"ontvangen"`
	Afgehandeld int `json:"afgehandeld"` // by the last closing that still stands
	Open        int `json:"open"`        // at the end of Peildatum, whenever received

	Vorige Vorige `json:"vorige"`

	// Over the dossiers received in the period.
	PerCategorie []PerCategorie `json:"per_categorie"`
	PerOorzaak   []PerOorzaak   `json:"per_oorzaak"`
	PerHerkomst  PerHerkomst    `json:"per_herkomst"`
	PerSoort     PerSoort       `json:"per_soort"`

	PerMaand []PerMaand `json:"per_maand"` // every month of the period up to Peildatum

	Termijntellingen

	Doorlooptijd Doorlooptijd `json:"doorlooptijd_dagen"`
	Uitkomsten   Uitkomsten   `json:"uitkomsten"`
	Geschillen   Geschillen   `json:"geschillen"`
	TeLaat       []TeLaat     `json:"te_laat"` // as of Peildatum, whenever received; longest past first

	Maatregelen []Maatregel `json:"maatregelen"` // those that were open in the period, by number
	Signalen    []Signaal   `json:"signalen"`
	TeWeinig    []Signaal   `json:"te_weinig"` // what could not be judged, for the numbers are too small

	Organisatie   string         `json:"organisatie,omitempty"`
	ZonderOorzaak ZonderOorzaak  `json:"zonder_oorzaak"`
	Uitgesplitst  []Uitsplitsing `json:"uitgesplitst"` // extern, then intern
	Regelkaart    Regelkaart     `json:"regelkaart"`
	Bewaren       Bewaarcijfers  `json:"bewaren"`
	Overleg       Overlegcijfers `json:"overleg"`

	// Dossiers are those received or closed in the period, and those open at its
	// end, by day of receipt: for the formats that list them. They are not in the
	// JSON, which has the figures.
	Dossiers []Dossierrij `json:"-"`
	MetNamen bool         `json:"-"` // names are filled in wherever they are known
}

// Vorige holds the same figures of the period compared with, as of its own last
// day; categories, causes and corrections are those known now.
type Vorige struct {
	Van         werkdagen.Datum `json:"van"`
	Tot         werkdagen.Datum `json:"tot"`
	Ontvangen   int             `json:"ontvangen"`
	Afgehandeld int             `json:"afgehandeld"`
	Open        int             `json:"open"`
	Termijntellingen
	Doorlooptijd Doorlooptijd `json:"doorlooptijd_dagen"`
}

// PerCategorie counts the dossiers received with a category.
type PerCategorie struct {
	Categorie string `json:"categorie"`
	Aantal    int    `json:"aantal"`
	Vorige    int    `json:"vorige"`
}

// PerOorzaak counts the dossiers received with a cause.
type PerOorzaak struct {
	Oorzaak string `json:"oorzaak"`
	Aantal  int    `json:"aantal"`
	Vorige  int    `json:"vorige"`
}

// ZonderOorzaak counts the dossiers received of which no cause is known (yet).
type ZonderOorzaak struct {
	Aantal int `json:"aantal"`
	Vorige int `json:"vorige"`
}

// PerHerkomst counts the dossiers received by origin.
type PerHerkomst struct {
	Extern int `json:"extern"`
	Intern int `json:"intern"`
}

// PerSoort counts the dossiers received by kind.
type PerSoort struct {
	Klacht         int `json:"klacht"`
	Onvolkomenheid int `json:"onvolkomenheid"`
}

// PerMaand holds the figures of a month, as far as it lies in the period and
// not after the reference date; Open is at the end of that part.
type PerMaand struct {
	Maand       Maand `json:"maand"`
	Ontvangen   int   `json:"ontvangen"`
	Afgehandeld int   `json:"afgehandeld"`
	Open        int   `json:"open"`

	Termijntellingen // of the dossiers received in that part
}

// Maand is a calendar month, as its first day.
type Maand werkdagen.Datum

// String gives 2026-10.
func (m Maand) String() string {
	const jaarEnMaand = len("2026-10")
	return werkdagen.Datum(m).String()[:jaarEnMaand]
}

// MarshalText gives 2026-10.
func (m Maand) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// Termijntellingen holds how each term was kept by the dossiers received.
type Termijntellingen struct {
	Bevestiging Termijntelling `json:"bevestiging"`
	Voorstel    Termijntelling `json:"voorstel"`
	Afhandeling Termijntelling `json:"afhandeling"`
}

// Termijntelling counts one term: the first round of each dossier only.
type Termijntelling struct {
	Binnen     int      `json:"binnen"`     // met on or before the last day
	TeLaat     int      `json:"te_laat"`    // met later, or past and unmet
	Open       int      `json:"open"`       // unmet and not past
	Percentage *float64 `json:"percentage"` // Binnen of Binnen and TeLaat, one decimal; nil when these are none
	Vervallen  int      `json:"vervallen"`  // withdrawn before it was due
	Onbekend   int      `json:"onbekend"`   // an imported register does not tell
}

// Doorlooptijd says in how many calendar days the dossiers closed in the period
// were closed, counted from their receipt. All but Aantal are nil without any.
type Doorlooptijd struct {
	Aantal  int      `json:"aantal"`
	Mediaan *float64 `json:"mediaan"`
	P90     *float64 `json:"p90"`
	Max     *int     `json:"max"`
}

// Uitkomsten counts how the dossiers closed in the period ended.
type Uitkomsten struct {
	Gegrond      int `json:"gegrond"`
	DeelsGegrond int `json:"deels gegrond"`
	Ongegrond    int `json:"ongegrond"`
	Ingetrokken  int `json:"ingetrokken"`
	Onbekend     int `json:"onbekend"` // an imported register does not tell
}

// Geschillen counts what happened with the mediator on days of the period.
type Geschillen struct {
	Geopend int `json:"geopend"`
	Advies  int `json:"advies"`
}

// TeLaat is a term, of whatever round, that is past and unmet in a dossier that
// is open. The last three are known only where names may be seen.
type TeLaat struct {
	Nummer          string              `json:"nummer"`
	Termijn         dossier.Termijnnaam `json:"termijn"`
	Uiterlijk       werkdagen.Datum     `json:"uiterlijk"`
	WerkdagenTeLaat int                 `json:"werkdagen_te_laat"`
	Ronde           int                 `json:"ronde"`
	Onderwerp       string              `json:"onderwerp,omitempty"`
	Klager          string              `json:"klager,omitempty"`
	Behandelaar     string              `json:"behandelaar,omitempty"`
}

// Uitsplitsing holds the figures of the dossiers of one origin.
type Uitsplitsing struct {
	Herkomst    dossier.Herkomst `json:"herkomst"`
	Ontvangen   int              `json:"ontvangen"`
	Afgehandeld int              `json:"afgehandeld"`
	Open        int              `json:"open"`
	Termijntellingen
	Doorlooptijd Doorlooptijd `json:"doorlooptijd_dagen"`
}
