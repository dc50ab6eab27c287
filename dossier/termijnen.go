package dossier

import (
	"klacht/werkdagen"
)

// Termijnstand is a promise with its deadline, as of a reference date.
type Termijnstand struct {
	Naam           Termijnnaam     `json:"naam"`
	Ronde          int             `json:"ronde"`          // 1, and one more for every reopening
	Oorspronkelijk werkdagen.Datum `json:"oorspronkelijk"` // as promised
	Uiterlijk      werkdagen.Datum `json:"uiterlijk"`      // after suspension and extension
	LaatsteWerkdag werkdagen.Datum `json:"laatste_werkdag"`
	VoldaanOp      werkdagen.Datum `json:"voldaan_op"`
	Stand          Stand           `json:"stand"`
	WerkdagenOver  *int            `json:"werkdagen_over"` // nil once met or vervallen, or where it isn't known

	vervallenOp werkdagen.Datum
	onbekend    bool
}

// Onvervuld reports whether the promise still has to be kept, late or not.
func (t Termijnstand) Onvervuld() bool { return t.WerkdagenOver != nil }

// lopend is a term while the events are worked off.
type lopend struct {
	Termijnstand
	termijn werkdagen.Termijn
	einde   werkdagen.Datum // where counting ends, before any statutory extension
	vast    bool            // Uiterlijk was set as a date: no statutory extension
	gestopt bool            // met, vervallen, or not known
}

// voldoet says which events meet a term: the first of them does.
func voldoet(naam Termijnnaam, wat Wat) bool {
	switch wat {
	case WatAfgehandeld:
		return true
	case WatVoorstel:
		return naam != TermijnAfhandeling
	case WatBevestigd:
		return naam == TermijnBevestiging
	}
	return false
}

// termijnloop works off the events and keeps the promises and their deadlines.
type termijnloop struct {
	belofte  Belofte
	kal      *werkdagen.Kalender
	rijen    []*lopend
	ronde    int
	gesloten bool
	geteld   werkdagen.Datum // the last day already counted as suspended
	// vergeefs are the ids of the suspensions and extensions that came when no
	// term ran that they could move: what was missed stays missed.
	vergeefs []string
}

// loopTermijnen works off the events, which are in order and count: a
// suspension adds its days, an extension replaces the deadline or adds to it.
func loopTermijnen(b Belofte, ontvangen werkdagen.Datum, verloop []Gebeurtenis, kal *werkdagen.Kalender) (*termijnloop, error) {
	l := &termijnloop{belofte: b, kal: kal}
	if err := l.begin(ontvangen); err != nil {
		return nil, err
	}
	for i := range verloop {
		if err := l.neem(&verloop[i], verloop[i+1:]); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// begin starts the promises of the next round, which count from dag.
func (l *termijnloop) begin(dag werkdagen.Datum) error {
	l.ronde++
	for _, t := range l.belofte.Termijnen {
		if l.ronde > 1 && !herhaald(l.belofte, t.Naam) {
			continue
		}
		r, err := l.kal.Bereken(dag, t.Termijn)
		if err != nil {
			return err
		}
		rij := &lopend{termijn: t.Termijn, einde: r.Nominaal}
		rij.Naam, rij.Ronde = t.Naam, l.ronde
		rij.Oorspronkelijk, rij.Uiterlijk = r.Uiterlijk, r.Uiterlijk
		if l.ronde == 1 && l.belofte.isOnbekend(t.Naam) {
			// What came later says nothing of what the register leaves out.
			rij.onbekend, rij.gestopt = true, true
		}
		l.rijen = append(l.rijen, rij)
	}
	return nil
}

// neem takes g into account, which daarna follow.
func (l *termijnloop) neem(g *Gebeurtenis, daarna []Gebeurtenis) error {
	for _, rij := range l.rijen {
		rij.sluitAf(g)
	}
	switch g.Wat {
	case WatAfgehandeld:
		// A suspension ends with what it suspends.
		l.gesloten, l.geteld = true, 0
	case WatHeropend:
		if l.gesloten {
			l.gesloten = false
			return l.begin(g.Op.Dag)
		}
	case WatOpgeschort:
		return l.schortOp(g, eindeOpschorting(g, daarna))
	case WatVerlengd:
		rij := teVerlengen(l.rijen, g.Termijn)
		if rij == nil || g.Op.Dag > rij.Uiterlijk {
			l.vergeefs = append(l.vergeefs, g.ID)
			return nil
		}
		return rij.verleng(g, l.kal)
	}
	return nil
}

// schortOp moves the deadlines by the calendar days from the day after the
// request up to tot, in so far as no other suspension counted them. The
// confirmation's clock never stops; nor does a clock that had already run out,
// or asking a question would mend a deadline that was missed.
func (l *termijnloop) schortOp(g *Gebeurtenis, tot werkdagen.Datum) error {
	dagen := tot - max(g.Op.Dag, l.geteld)
	if dagen <= 0 {
		return nil
	}
	l.geteld = tot
	verschoven, verstreken := false, false
	for _, rij := range l.rijen {
		switch {
		case rij.gestopt || rij.Naam == TermijnBevestiging:
		case g.Op.Dag > rij.Uiterlijk:
			verstreken = true
		default:
			verschoven = true
			if err := rij.verschuif(rij.einde+dagen, l.kal); err != nil {
				return err
			}
		}
	}
	if verstreken && !verschoven {
		l.vergeefs = append(l.vergeefs, g.ID)
	}
	return nil
}

// sluitAf stops the term when g meets it, or withdraws what it was promised
// for before it was past.
func (r *lopend) sluitAf(g *Gebeurtenis) {
	if r.gestopt || !voldoet(r.Naam, g.Wat) {
		return
	}
	r.gestopt = true
	if g.Uitkomst == Ingetrokken && g.Op.Dag <= r.Uiterlijk {
		r.vervallenOp = g.Op.Dag
	} else {
		r.VoldaanOp = g.Op.Dag
	}
}

// herhaald says which promise a reopened dossier gets again: the proposal, or
// the settlement where no proposal is promised.
func herhaald(b Belofte, naam Termijnnaam) bool {
	if _, ok := b.Termijn(TermijnVoorstel); ok {
		return naam == TermijnVoorstel
	}
	return naam == TermijnAfhandeling
}

// opschortingen gives the times in which the clock stood still, those that
// overlap or follow on without a day between as one.
func opschortingen(verloop []Gebeurtenis) []Opschorting {
	var uit []Opschorting
	for i := range verloop {
		g := &verloop[i]
		if g.Wat != WatOpgeschort {
			continue
		}
		o := Opschorting{Vanaf: g.Op.Dag, Tot: eindeOpschorting(g, verloop[i+1:]), Reden: g.Reden}
		if n := len(uit) - 1; n >= 0 && o.Vanaf <= uit[n].Tot {
			uit[n].Tot = max(uit[n].Tot, o.Tot)
			continue
		}
		uit = append(uit, o)
	}
	return uit
}

// eindeOpschorting is the last day that a suspension counts: the day of the
// answer where that came before the date lapsed. An answer in a later round is
// to another question.
func eindeOpschorting(g *Gebeurtenis, daarna []Gebeurtenis) werkdagen.Datum {
	for i := range daarna {
		switch daarna[i].Wat {
		case WatHervat:
			return min(daarna[i].Op.Dag, g.Tot)
		case WatAfgehandeld:
			// It ends with what it suspends.
			return min(daarna[i].Op.Dag, g.Tot)
		}
	}
	return g.Tot
}

// teVerlengen finds the running term that an extension is about: the one it
// names, else the proposal, else the settlement.
func teVerlengen(rijen []*lopend, naam Termijnnaam) *lopend {
	var gevonden *lopend
	for _, rij := range rijen {
		switch {
		case rij.gestopt || rij.Naam == TermijnBevestiging:
		case naam != "" && rij.Naam != naam:
		case gevonden == nil:
			gevonden = rij
		}
	}
	return gevonden
}

// verschuif moves the end of the term, and extends it as the Algemene
// termijnenwet does where the promise says so.
func (r *lopend) verschuif(einde werkdagen.Datum, kal *werkdagen.Kalender) error {
	r.einde = einde
	if r.vast {
		r.Uiterlijk = einde
		return nil
	}
	uiterlijk, err := kal.EindeNaVerlenging(einde, r.termijn)
	// A term that held too few ordinary days (Algemene termijnenwet art. 2)
	// may already end later than that.
	r.Uiterlijk = max(r.Uiterlijk, uiterlijk)
	return err
}

// verleng replaces the deadline (tot) or adds to it (met).
func (r *lopend) verleng(g *Gebeurtenis, kal *werkdagen.Kalender) error {
	if g.Tot != 0 {
		r.vast = true
		return r.verschuif(g.Tot, kal)
	}
	// It adds to the deadline that everyone was shown.
	erbij, err := kal.Bereken(r.Uiterlijk, g.Met)
	if err != nil {
		return err
	}
	r.vast = false
	return r.verschuif(erbij.Nominaal, kal)
}

// stand closes the account as of the reference date.
func (r *lopend) stand(peildatum werkdagen.Datum, kal *werkdagen.Kalender) (Termijnstand, error) {
	t := r.Termijnstand
	var err error
	if t.LaatsteWerkdag, err = kal.LaatsteWerkdag(t.Uiterlijk); err != nil {
		return t, err
	}
	t.Stand = r.feit().Stand(peildatum)
	if !r.gestopt {
		over := kal.Over(peildatum, t.Uiterlijk)
		t.WerkdagenOver = &over
	}
	return t, nil
}

func (t Termijnstand) feit() Termijnfeit {
	return Termijnfeit{Naam: t.Naam, Ronde: t.Ronde, Uiterlijk: t.Uiterlijk, VoldaanOp: t.VoldaanOp, VervallenOp: t.vervallenOp, Onbekend: t.onbekend}
}
