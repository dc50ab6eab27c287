package dossier

import (
	"fmt"
	"math"

	"klacht/werkdagen"
)

// Bewaarregel says how long a dossier is kept, and from when.
type Bewaarregel struct {
	Termijn werkdagen.Termijn
	Vanaf   Bewaarbegin
}

// Bewaarbegin is what the retention counts from.
type Bewaarbegin string

const (
	VanafAfgehandeld Bewaarbegin = "afgehandeld" // the last closing
	VanafOntvangen   Bewaarbegin = "ontvangen"
)

// Bewaarbeginnen lists every Bewaarbegin.
func Bewaarbeginnen() []Bewaarbegin { return []Bewaarbegin{VanafAfgehandeld, VanafOntvangen} }

// Oordeel is the judgement on keeping or destroying one dossier, with the
// reason as a clause: "bewaard tot en met vr 20 november 2026".
type Oordeel struct {
	Vernietigen bool
	Reden       string
}

// BewarenTot gives the last day that a dossier is kept of which only f is known,
// by the rule and the calendar of the procedure. It is 0 for one that was not
// closed.
func (r *Regels) BewarenTot(f Feiten) (werkdagen.Datum, error) {
	laatste, gesloten := f.GeslotenOp(math.MaxInt32)
	if !gesloten {
		return 0, nil
	}
	kal, err := r.kalenders.voor(r.Procedure.Kalender)
	if err != nil {
		return 0, err
	}
	return r.Procedure.Bewaren.bewarenTot(f.Ontvangen, laatste.Op, kal)
}

// bewarenTot gives the last day that a closed dossier is kept: the anniversary,
// never extended for weekends (Algemene termijnenwet art. 4).
func (r Bewaarregel) bewarenTot(ontvangen, afgehandeld werkdagen.Datum, kal *werkdagen.Kalender) (werkdagen.Datum, error) {
	vanaf := afgehandeld
	if r.Vanaf == VanafOntvangen {
		vanaf = ontvangen
	}
	b, err := kal.Bereken(vanaf, r.Termijn)
	if err != nil && werkdagen.BinnenBereik(vanaf) == nil && r.Termijn.Controleer() == nil {
		// Past the last year of the calendar: it is kept as long as that goes.
		return werkdagen.NieuweDatum(werkdagen.LaatsteJaar, 12, 31)
	}
	return b.Nominaal, err
}

// Bewaaroordeel judges d as of its reference date. An open dossier and one
// under bewaarplicht are always kept; the day after the last day of keeping is
// the first on which one is destroyed.
func (d *Dossier) Bewaaroordeel() Oordeel {
	switch {
	case d.Toestand != Afgehandeld && len(d.loop.heropend) > 0:
		return Oordeel{Reden: "heropend op " + d.loop.heropend[len(d.loop.heropend)-1].Lang() + " en nog open"}
	case d.Toestand != Afgehandeld:
		return Oordeel{Reden: fmt.Sprintf("nog open (%s)", d.Toestand)}
	case d.Bewaarplicht:
		return Oordeel{Reden: "onder bewaarplicht sinds " + d.loop.bewaarplicht.Lang()}
	case d.Peildatum <= d.BewarenTot:
		return Oordeel{Reden: "bewaard tot en met " + d.BewarenTot.Lang()}
	}
	return Oordeel{Vernietigen: true, Reden: "bewaartermijn verstreken op " + d.BewarenTot.Lang()}
}
