package dossier

import (
	"fmt"

	"klacht/werkdagen"
)

// Maatregel is a corrective measure as its file holds it: facts alone. It
// outlives the dossiers that led to it, so it holds no personal data of
// complainants and names dossiers by their bare number.
type Maatregel struct {
	Nummer            Maatregelnummer // the file's name
	ID                string          // random; the number is its label
	Omschrijving      string          // on one line
	Soort             Maatregelsoort
	Verantwoordelijke string // who carries it out
	Streefdatum       werkdagen.Datum
	Controle          Controlemoment
	Categorie         string // what it is to improve; may be ""
	Oorzaak           string // what it is to take away; may be ""
	Dossiers          []Nummer
	VervolgOp         Maatregelnummer // the measure that did not work; zero: none
	Verloop           []Maatregelgebeurtenis
}

// Controlemoment says when it is checked whether a measure works: on a day, or
// a term after it was carried out. One of both is filled.
type Controlemoment struct {
	Dag werkdagen.Datum
	Na  werkdagen.Termijn
}

// String gives the day or the term as files have it, "" for neither.
func (c Controlemoment) String() string {
	if c.Dag != 0 {
		return c.Dag.String()
	}
	return termijntekst(c.Na)
}

// Lang gives it as people write it: do 1 april 2027, or 3 maanden na uitvoering.
func (c Controlemoment) Lang() string {
	if c.Dag != 0 {
		return c.Dag.Lang()
	}
	return termijntekst(c.Na) + " na uitvoering"
}

// LeesControlemoment reads it as files have it: 2027-04-01, or 3 maanden.
func LeesControlemoment(s string) (Controlemoment, error) {
	if d, err := werkdagen.LeesDatum(s); err == nil {
		return Controlemoment{Dag: d}, werkdagen.BinnenBereik(d)
	}
	t, err := werkdagen.LeesTermijn(s)
	if err != nil {
		return Controlemoment{}, fmt.Errorf("%q is geen dag en geen termijn; schrijf bijvoorbeeld 2027-04-01 of 3 maanden", s)
	}
	return Controlemoment{Na: t}, nil
}

// Maatregelsoort says what a measure is for (after ISO 9001 10.2 and 6.1).
type Maatregelsoort string

const (
	Herstel     Maatregelsoort = "herstel"     // puts this case right
	Corrigerend Maatregelsoort = "corrigerend" // takes the cause away, so that it doesn't happen again
	Preventief  Maatregelsoort = "preventief"  // takes away a cause that has not done harm yet
)

// Maatregelsoorten lists every Maatregelsoort.
func Maatregelsoorten() []Maatregelsoort { return []Maatregelsoort{Herstel, Corrigerend, Preventief} }

// Doeltreffendheid is the outcome of a check whether a measure works.
type Doeltreffendheid string

const (
	Doeltreffend      Doeltreffendheid = "doeltreffend"
	DeelsDoeltreffend Doeltreffendheid = "deels"
	NietDoeltreffend  Doeltreffendheid = "niet doeltreffend"
)

// Doeltreffendheden lists every Doeltreffendheid.
func Doeltreffendheden() []Doeltreffendheid {
	return []Doeltreffendheid{Doeltreffend, DeelsDoeltreffend, NietDoeltreffend}
}

// MaatregelWat names the kind of an event of a measure.
type MaatregelWat string

const (
	MaatregelAangemaakt    MaatregelWat = "aangemaakt"
	MaatregelUitgevoerd    MaatregelWat = "uitgevoerd"
	MaatregelGecontroleerd MaatregelWat = "gecontroleerd"
	MaatregelGewijzigd     MaatregelWat = "gewijzigd"
	MaatregelVervallen     MaatregelWat = "vervallen" // it will not be carried out
)

// Maatregelgebeurtenis is one dated event of a measure.
type Maatregelgebeurtenis struct {
	ID          string
	Wat         MaatregelWat
	Op          Tijdstip // when it happened
	Vastgelegd  Tijdstip // the moment it was recorded
	Door        string   // who recorded it; of a check: who checked
	Oordeel     Doeltreffendheid
	Toelichting string // gecontroleerd, uitgevoerd
	Reden       string // vervallen
	Veld        string // gewijzigd
	Van, Naar   string // gewijzigd
}

func (g Maatregelgebeurtenis) wanneer() Tijdstip { return g.Op }

// maatregelvelden is the one list of kinds of events of a measure, with their
// own fields.
var maatregelvelden = soortentabel[MaatregelWat]{
	{wat: MaatregelAangemaakt},
	{wat: MaatregelUitgevoerd, mag: []string{"toelichting"}},
	{wat: MaatregelGecontroleerd, verplicht: []string{"oordeel", "toelichting"}},
	{wat: MaatregelGewijzigd, verplicht: []string{"veld"}, mag: []string{"van", "naar"}},
	{wat: MaatregelVervallen, verplicht: []string{"reden"}},
}

// MaatregelWatten lists every kind of event of a measure.
func MaatregelWatten() []MaatregelWat { return maatregelvelden.soorten() }

// velden gives the event's own fields that hold something, in the order in
// which they are written: to YAML and to JSON alike.
func (g *Maatregelgebeurtenis) velden() []eigenVeld {
	return gevuld([]eigenVeld{
		{"oordeel", string(g.Oordeel), false},
		{"toelichting", g.Toelichting, false},
		{"reden", g.Reden, false},
		{"veld", g.Veld, false},
		{"van", g.Van, false},
		{"naar", g.Naar, false},
	}, g.Wat == MaatregelGewijzigd)
}

// Velden gives the event's own fields that hold something, for showing.
func (g *Maatregelgebeurtenis) Velden() []Veldwaarde { return getoond(g.velden()) }

// Maatregeltoestand is the state of a measure, always derived.
type Maatregeltoestand string

const (
	Gepland       Maatregeltoestand = "gepland"
	Uitgevoerd    Maatregeltoestand = "uitgevoerd"
	Gecontroleerd Maatregeltoestand = "gecontroleerd"
	Vervallen     Maatregeltoestand = "vervallen"
)

// Maatregeltoestanden lists every Maatregeltoestand in order.
func Maatregeltoestanden() []Maatregeltoestand {
	return []Maatregeltoestand{Gepland, Uitgevoerd, Gecontroleerd, Vervallen}
}

// Maatregelstand is a measure as it stood at the end of the reference date,
// with all that follows from it.
type Maatregelstand struct {
	Maatregel    // fields as they then were; later events left out
	Peildatum    werkdagen.Datum
	Toestand     Maatregeltoestand
	AangemaaktOp werkdagen.Datum
	UitgevoerdOp werkdagen.Datum // 0: not yet
	VervallenOp  werkdagen.Datum // 0: not
	// ControleOp is the day on which a check is due; of a term it counts from
	// the day it was carried out, until then from the target date.
	ControleOp        werkdagen.Datum
	GecontroleerdOp   werkdagen.Datum // the last check; 0: none
	GecontroleerdDoor string          // by whom
	Oordeel           Doeltreffendheid
	Toelichting       string            // of the last check
	ZelfGecontroleerd bool              // checked by the one who is responsible for it
	Vervolg           []Maatregelnummer // the measures that follow on this one
	Opmerkingen       []string          // what a manager should see: steps that can't have gone so, and don't count

	kal *werkdagen.Kalender
}
