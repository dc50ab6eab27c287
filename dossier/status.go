package dossier

import (
	"cmp"
	"math"
	"slices"

	"klacht/werkdagen"
)

// Urgentie says how a row of the status stands.
type Urgentie string

const (
	UrgentTeLaat     Urgentie = "te laat"
	UrgentVandaag    Urgentie = "vandaag"
	UrgentBinnenkort Urgentie = "binnenkort"
	UrgentOpTijd     Urgentie = "op tijd"
)

// Urgenties lists every Urgentie, most urgent first.
func Urgenties() []Urgentie {
	return []Urgentie{UrgentTeLaat, UrgentVandaag, UrgentBinnenkort, UrgentOpTijd}
}

// Status is what needs attention as of a day.
type Status struct {
	Peildatum     werkdagen.Datum `json:"peildatum"`
	Open          int             `json:"open"`    // dossiers
	TeLaat        int             `json:"te_laat"` // dossiers with a promise that is past
	Regels        []Statusregel   `json:"regels"`
	Maatregelen   []Statusregel   `json:"maatregelen"`
	Overleg       Overlegstatus   `json:"overleg"`
	TeVernietigen int             `json:"te_vernietigen"` // dossiers
}

// Statusregel is one thing to do: an open promise, or a dossier that waits for
// something without a deadline (Termijn and the days are then null in JSON).
type Statusregel struct {
	Nummer         string          `json:"nummer"`
	Onderwerp      string          `json:"onderwerp"`
	Categorie      string          `json:"categorie"`
	Toestand       Toestand        `json:"toestand"`
	Termijn        *Termijnnaam    `json:"termijn"`
	Uiterlijk      werkdagen.Datum `json:"uiterlijk"`
	LaatsteWerkdag werkdagen.Datum `json:"laatste_werkdag"`
	WerkdagenOver  *int            `json:"werkdagen_over"`
	Stand          Urgentie        `json:"stand"`
	Behandelaar    string          `json:"behandelaar"`
	Volgende       string          `json:"volgende"` // the next step, as a command
}

// Overzie gives the status of dossiers as of one and the same day.
func Overzie(dossiers []*Dossier, peildatum werkdagen.Datum, binnenkort int) Status {
	s := Status{Peildatum: peildatum, Regels: []Statusregel{}, Maatregelen: []Statusregel{}}
	opNummer := slices.SortedStableFunc(slices.Values(dossiers), func(a, b *Dossier) int { return a.Nummer.Vergelijk(b.Nummer) })
	for _, d := range opNummer {
		if d.Bewaaroordeel().Vernietigen {
			s.TeVernietigen++
		}
		if !d.Open() {
			continue
		}
		s.Open++
		rijen := d.statusregels(binnenkort)
		if slices.ContainsFunc(rijen, func(r Statusregel) bool { return r.Stand == UrgentTeLaat }) {
			s.TeLaat++
		}
		s.Regels = append(s.Regels, rijen...)
	}
	slices.SortStableFunc(s.Regels, func(a, b Statusregel) int {
		return cmp.Or(
			slices.Index(Urgenties(), a.Stand)-slices.Index(Urgenties(), b.Stand),
			cmp.Compare(a.laatst(), b.laatst()),
		)
	})
	return s
}

// laatst orders rows within one urgency: the earliest day first, no day last.
func (r Statusregel) laatst() werkdagen.Datum {
	if r.Uiterlijk == 0 {
		return math.MaxInt32
	}
	return r.Uiterlijk
}

// statusregels gives a row for every promise that is still to be kept, and one
// without a term where the dossier waits for something else.
func (d *Dossier) statusregels(binnenkort int) []Statusregel {
	basis := Statusregel{
		Nummer: d.Nummer.String(), Onderwerp: d.Onderwerp, Categorie: d.Categorie,
		Toestand: d.Toestand, Stand: UrgentOpTijd, Behandelaar: d.Behandelaar,
	}
	if v := d.Vervolg(); len(v) > 0 {
		basis.Volgende = v[0].Opdracht
	}
	var rijen []Statusregel
	for _, t := range d.Termijnen {
		if !t.Onvervuld() {
			continue
		}
		r := basis
		r.Termijn, r.Uiterlijk, r.LaatsteWerkdag, r.WerkdagenOver = &t.Naam, t.Uiterlijk, t.LaatsteWerkdag, t.WerkdagenOver
		switch {
		case t.Stand == StandTeLaat:
			r.Stand = UrgentTeLaat
		case t.Uiterlijk == d.Peildatum:
			r.Stand = UrgentVandaag
		case *t.WerkdagenOver <= binnenkort:
			r.Stand = UrgentBinnenkort
		}
		rijen = append(rijen, r)
	}
	if len(rijen) == 0 {
		rijen = append(rijen, basis)
	}
	return rijen
}
