package rapport

import (
	"cmp"
	"slices"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Agenda is what a meeting has to discuss: the figures since the last one, as
// far as something is to be decided on. Its JSON may get more fields, and none
// is renamed. A dossier may be in several lists, but in VerderOpen only when it
// is in no other.
type Agenda struct {
	Van         werkdagen.Datum `json:"van"` // the day after the last meeting
	Tot         werkdagen.Datum `json:"tot"` // the reference date
	Onvolledig  bool            `json:"onvolledig"`
	Nieuw       []Agendadossier `json:"nieuw"`
	Afgehandeld []Agendadossier `json:"afgehandeld"`
	TeLaat      []TeLaat        `json:"te_laat"`
	Geschillen  []Agendadossier `json:"geschillen"`  // open, and gone to the mediator
	VerderOpen  []Agendadossier `json:"verder_open"` // by day of receipt
	Maatregelen []Maatregel     `json:"maatregelen"` // to carry out, to check or to follow up; past first
	Signalen    []Signaal       `json:"signalen"`
	Overleg     Overlegcijfers  `json:"overleg"` // the last one, and when this one is to be

	organisatie string
	alle        []Maatregel // those that decisions may name, the finished ones too
}

// Agendadossier is a dossier as the agenda shows it. The last three are known
// only where names may be seen.
type Agendadossier struct {
	Nummer        string            `json:"nummer"`
	Soort         dossier.Soort     `json:"soort"`
	Categorie     string            `json:"categorie"`
	Oorzaak       *string           `json:"oorzaak"`
	Ontvangen     werkdagen.Datum   `json:"ontvangen"`
	AfgehandeldOp werkdagen.Datum   `json:"afgehandeld_op"` // null: open
	Uitkomst      *dossier.Uitkomst `json:"uitkomst"`
	Onderwerp     string            `json:"onderwerp,omitempty"`
	Klager        string            `json:"klager,omitempty"`
	Behandelaar   string            `json:"behandelaar,omitempty"`
}

// MaakAgenda takes from the figures on the time since the last meeting what
// there is to discuss.
func MaakAgenda(o Overzicht) Agenda {
	a := Agenda{
		Van: o.Van, Tot: o.Peildatum, Onvolledig: o.Onvolledig,
		Nieuw: []Agendadossier{}, Afgehandeld: []Agendadossier{}, TeLaat: ofLeeg(o.TeLaat), Geschillen: []Agendadossier{},
		VerderOpen: []Agendadossier{}, Maatregelen: []Maatregel{}, Signalen: ofLeeg(o.Signalen), Overleg: o.Overleg,
		organisatie: o.Organisatie, alle: o.Maatregelen,
	}
	a.Overleg.Besluiten, a.Overleg.Maatregelen = ofLeeg(a.Overleg.Besluiten), ofLeeg(a.Overleg.Maatregelen)
	nu := Periode{Van: a.Van, Tot: a.Tot}
	for i := range o.Dossiers {
		r := &o.Dossiers[i]
		d := r.opAgenda()
		open := r.GeslotenOp == 0
		genoemd := slices.ContainsFunc(o.TeLaat, func(t TeLaat) bool { return t.Nummer == r.Nummer })
		if nu.bevat(r.Ontvangen) {
			a.Nieuw, genoemd = append(a.Nieuw, d), true
		}
		if !open && nu.bevat(r.GeslotenOp) {
			a.Afgehandeld = append(a.Afgehandeld, d)
		}
		if open && r.Geschil {
			a.Geschillen, genoemd = append(a.Geschillen, d), true
		}
		if open && !genoemd {
			a.VerderOpen = append(a.VerderOpen, d)
		}
	}
	slices.SortStableFunc(a.Afgehandeld, func(x, y Agendadossier) int { return int(x.AfgehandeldOp) - int(y.AfgehandeldOp) })
	for _, m := range o.Maatregelen {
		if m.vraagtAandacht() {
			a.Maatregelen = append(a.Maatregelen, m)
		}
	}
	slices.SortStableFunc(a.Maatregelen, func(x, y Maatregel) int {
		return cmp.Or(cmp.Compare(y.voorrang(), x.voorrang()), int(x.aanDeBeurt())-int(y.aanDeBeurt()))
	})
	return a
}

func (r *Dossierrij) opAgenda() Agendadossier {
	d := Agendadossier{
		Nummer: r.Nummer, Soort: r.Soort, Categorie: r.Categorie, Ontvangen: r.Ontvangen, AfgehandeldOp: r.GeslotenOp,
		Onderwerp: r.Onderwerp, Klager: r.Klager, Behandelaar: r.Behandelaar,
	}
	if r.Oorzaak != "" {
		d.Oorzaak = &r.Oorzaak
	}
	if r.Uitkomst != "" {
		d.Uitkomst = &r.Uitkomst
	}
	return d
}

// vraagtAandacht reports whether there is still something to do about m: carry
// it out, check it, or follow it up because it did not work.
func (m *Maatregel) vraagtAandacht() bool {
	return m.Toestand == dossier.Gepland || m.Toestand == dossier.Uitgevoerd || m.VraagtVervolg
}

// voorrang is 1 for what is past, or did not work and has no follow-up.
func (m *Maatregel) voorrang() int {
	if m.TeLaat || m.Toestand == dossier.Gecontroleerd {
		return 1
	}
	return 0
}

// aanDeBeurt is the day on which the next thing is due.
func (m *Maatregel) aanDeBeurt() werkdagen.Datum {
	switch m.Toestand {
	case dossier.Gepland:
		return m.Streefdatum
	case dossier.Uitgevoerd:
		return m.ControleOp
	}
	return m.GecontroleerdOp
}

// ofLeeg is a list that is [] in JSON, not null, when nothing is in it.
func ofLeeg[T any](lijst []T) []T {
	if lijst == nil {
		return []T{}
	}
	return lijst
}
