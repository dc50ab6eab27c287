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
	Inkomend      Inkomendstatus  `json:"inkomend"`
	NieuwePost    []NieuwBericht  `json:"nieuwe_post"`
	Verzendingen  []*Verzending   `json:"verzendingen"` // letters of which it isn't known whether they were sent
}

// Statusregel is one thing to do: an open promise, or a dossier that waits for
// something without a deadline (Termijn and the days are then null in JSON). Of
// a measure it is by when it must be carried out or checked, with who is
// responsible as Behandelaar.
type Statusregel struct {
	Nummer         string          `json:"nummer"`
	Onderwerp      string          `json:"onderwerp"`
	Categorie      string          `json:"categorie"`
	Toestand       string          `json:"toestand"`
	Termijn        *string         `json:"termijn"`
	Uiterlijk      werkdagen.Datum `json:"uiterlijk"`
	LaatsteWerkdag werkdagen.Datum `json:"laatste_werkdag"`
	WerkdagenOver  *int            `json:"werkdagen_over"`
	Stand          Urgentie        `json:"stand"`
	Behandelaar    string          `json:"behandelaar"`
	Volgende       string          `json:"volgende"` // the next step, as a command
}

// NieuwBericht is a message that came in with a dossier after the last thing
// that somebody recorded in it: nobody may have seen it.
type NieuwBericht struct {
	Nummer    Nummer   `json:"nummer"`
	Onderwerp string   `json:"onderwerp"` // of the dossier
	Op        Tijdstip `json:"op"`        // of the first such message
	Aantal    int      `json:"aantal"`
}

// Statusinvoer is what the status is made of, all as of one and the same day.
type Statusinvoer struct {
	Peildatum   werkdagen.Datum
	Binnenkort  int // working days
	Dossiers    []*Dossier
	Maatregelen []*Maatregelstand
	Overleg     Overlegstatus
	Inkomend    Inkomendstatus
}

// Overzie gives the status.
func Overzie(in Statusinvoer) Status {
	s := Status{Peildatum: in.Peildatum, Regels: []Statusregel{}, Maatregelen: maatregelregels(in.Maatregelen, in.Binnenkort), Overleg: in.Overleg, Inkomend: in.Inkomend, NieuwePost: []NieuwBericht{}, Verzendingen: []*Verzending{}}
	opNummer := slices.SortedStableFunc(slices.Values(in.Dossiers), func(a, b *Dossier) int { return a.Nummer.Vergelijk(b.Nummer) })
	for _, d := range opNummer {
		if d.Bewaaroordeel().Vernietigen {
			s.TeVernietigen++
		}
		if b, ok := d.nieuwePost(); ok {
			s.NieuwePost = append(s.NieuwePost, b)
		}
		if d.Verzending != nil {
			s.Verzendingen = append(s.Verzendingen, d.Verzending)
		}
		if !d.Open() {
			continue
		}
		s.Open++
		rijen := d.statusregels(in.Binnenkort)
		if slices.ContainsFunc(rijen, func(r Statusregel) bool { return r.Stand == UrgentTeLaat }) {
			s.TeLaat++
		}
		s.Regels = append(s.Regels, rijen...)
	}
	opUrgentie(s.Regels)
	return s
}

// IetsTeLaat reports whether anything is overdue: a dossier, a measure, the
// meeting or a message that waits. What became of a letter is so at once.
func (s Status) IetsTeLaat() bool {
	return s.TeLaat > 0 || len(s.Verzendingen) > 0 || s.Inkomend.TeLaat > 0 || s.Overleg.TeLaat() || slices.ContainsFunc(s.Maatregelen, func(r Statusregel) bool { return r.Stand == UrgentTeLaat })
}

// nieuwePost finds the messages that came in after the last other event was recorded.
func (d *Dossier) nieuwePost() (b NieuwBericht, ok bool) {
	var gezien Tijdstip
	for _, g := range d.Verloop {
		if g.Wat != WatBerichtIn && g.Vastgelegd.VoorNa(gezien) > 0 {
			gezien = g.Vastgelegd
		}
	}
	for _, g := range d.Verloop {
		if g.Wat != WatBerichtIn || d.IsOngedaan(g.ID) || g.Vastgelegd.VoorNa(gezien) <= 0 {
			continue
		}
		if b.Aantal++; b.Aantal == 1 {
			b.Nummer, b.Onderwerp, b.Op = d.Nummer, d.Onderwerp, g.Op
		}
	}
	return b, b.Aantal > 0
}

// opUrgentie sorts rows, most urgent first.
func opUrgentie(rijen []Statusregel) {
	slices.SortStableFunc(rijen, func(a, b Statusregel) int {
		return cmp.Or(
			slices.Index(Urgenties(), a.Stand)-slices.Index(Urgenties(), b.Stand),
			cmp.Compare(a.laatst(), b.laatst()),
		)
	})
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
		Toestand: string(d.Toestand), Stand: UrgentOpTijd, Behandelaar: d.Behandelaar,
	}
	if v := d.Vervolg(); len(v) > 0 {
		basis.Volgende = v[0].Opdracht
	}
	var rijen []Statusregel
	for _, t := range d.Termijnen {
		if !t.Onvervuld() {
			continue
		}
		r, naam := basis, string(t.Naam)
		r.Termijn, r.Uiterlijk, r.LaatsteWerkdag, r.WerkdagenOver = &naam, t.Uiterlijk, t.LaatsteWerkdag, t.WerkdagenOver
		r.Stand = urgentie(t.Uiterlijk, d.Peildatum, *t.WerkdagenOver, binnenkort)
		rijen = append(rijen, r)
	}
	if len(rijen) == 0 {
		rijen = append(rijen, basis)
	}
	return rijen
}
