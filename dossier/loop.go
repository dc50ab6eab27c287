package dossier

import (
	"fmt"

	"klacht/werkdagen"
)

// loop follows a dossier through its events, one by one, and knows at each
// point which step may come next. Reading never refuses: a step out of order
// still happened. Recording asks bezwaar first.
type loop struct {
	herkomst     Herkomst
	zwijgt       bool     // a register that it was taken over from doesn't tell of proposals
	toestand     Toestand // "" before the receipt
	ontvangen    Tijdstip
	bevestigdOp  werkdagen.Datum
	voorstelOp   werkdagen.Datum // the last proposal
	geadviseerd  bool            // since the last dispute
	reactie      string          // to the last proposal: akkoord, niet-akkoord, geen or ""
	oorzaak      string
	oorzaakOp    werkdagen.Datum // the day of the last analysis
	geanalyseerd bool
	opgeschort   *Opschorting
	bewaarplicht werkdagen.Datum // since when; 0: not
	sluitingen   []Sluiting
	heropend     []werkdagen.Datum
	geschillen   []werkdagen.Datum
	adviezen     []werkdagen.Datum
}

// Opschorting is a time in which the clock of the proposal stands still: from
// the day after Vanaf up to and including Tot.
type Opschorting struct {
	Vanaf, Tot werkdagen.Datum
	Reden      string
}

func (l *loop) open() bool { return l.toestand != "" && l.toestand != Afgehandeld }

// bezwaar says why g may not come next, as the second half of a sentence that
// opens with the dossier's number; "" when it may.
func (l *loop) bezwaar(g *Gebeurtenis) string {
	if g.Wat != WatOntvangen {
		if l.toestand == "" {
			return "is nog niet ontvangen"
		}
		if g.Op.VoorNa(l.ontvangen) < 0 {
			return fmt.Sprintf("is pas ontvangen op %s", l.ontvangen.Lang())
		}
	}
	switch g.Wat {
	case WatOntvangen:
		if l.toestand != "" {
			return "is al ontvangen"
		}
	case WatBevestigd:
		switch {
		case l.bevestigdOp != 0:
			return "is al bevestigd op " + l.bevestigdOp.Lang()
		case l.herkomst == Intern:
			return "is intern gemeld: er is geen klager aan wie ontvangst bevestigd wordt"
		case l.toestand != Ontvangen:
			return "is " + l.toestandzin() + ": bevestigen kan alleen voordat er iets anders gebeurd is"
		}
	case WatVoorstel:
		switch {
		case !l.open():
			return "is al " + l.toestandzin()
		case l.herkomst == Intern:
			return "is intern gemeld: er is geen klager aan wie een voorstel gedaan wordt"
		}
	case WatAkkoord, WatNietAkkoord:
		if l.toestand != Voorgesteld {
			return l.zonderVoorstel("een reactie")
		}
	case WatNotitie:
		if g.Reactie != "" && l.toestand != Voorgesteld {
			return l.zonderVoorstel("een reactie")
		}
	case WatGeschil:
		if l.toestand == InGeschil {
			return "ligt al bij de mediator sinds " + l.geschillen[len(l.geschillen)-1].Lang()
		}
		if l.toestand != Voorgesteld {
			return l.zonderVoorstel("een geschil")
		}
	case WatAdvies:
		if l.toestand != InGeschil {
			return "ligt niet bij de mediator: advies kan pas na een geschil"
		}
	case WatAnalyse, WatMediatorgegevens, WatVerlengd, WatOpgeschort, WatHervat:
		if !l.open() {
			return "is al " + l.toestandzin()
		}
		switch {
		case g.Wat != WatHervat:
		case l.opgeschort == nil:
			return "is niet opgeschort"
		case l.opgeschort.Tot < g.Op.Dag:
			return "is niet meer opgeschort: dat liep tot en met " + l.opgeschort.Tot.Lang()
		}
	case WatAfgehandeld:
		switch {
		case !l.open():
			return "is al " + l.toestandzin()
		case l.voorstelOp == 0 && len(l.adviezen) == 0 && g.Uitkomst != Ingetrokken && l.herkomst != Intern && !l.zwijgt:
			return "heeft nog geen voorstel: sluiten kan na een voorstel, of als de klacht is ingetrokken"
		}
	case WatHeropend:
		if l.toestand != Afgehandeld {
			return "is nog open: heropenen kan alleen na afhandeling"
		}
	case WatBewaarplicht:
		if l.bewaarplicht != 0 {
			return "staat al onder bewaarplicht sinds " + l.bewaarplicht.Lang()
		}
	case WatBewaarplichtOpheven:
		if l.bewaarplicht == 0 {
			return "staat niet onder bewaarplicht"
		}
	}
	return ""
}

func (l *loop) toestandzin() string {
	switch l.toestand {
	case Afgehandeld:
		return "afgehandeld op " + l.sluitingen[len(l.sluitingen)-1].Op.Lang()
	case InGeschil:
		return "in geschil sinds " + l.geschillen[len(l.geschillen)-1].Lang()
	case Voorgesteld:
		return "voorgesteld op " + l.voorstelOp.Lang()
	}
	if len(l.heropend) > 0 {
		return "heropend op " + l.heropend[len(l.heropend)-1].Lang()
	}
	return string(l.toestand)
}

func (l *loop) zonderVoorstel(wat string) string {
	switch l.toestand {
	case Afgehandeld, InGeschil:
		return "is al " + l.toestandzin() + ": " + wat + " hoort bij een voorstel dat nog loopt"
	}
	return "heeft nog geen voorstel: " + wat + " kan pas daarna"
}

// neem takes g into account, whether it was in order or not.
func (l *loop) neem(g *Gebeurtenis) {
	dag := g.Op.Dag
	switch g.Wat {
	case WatOntvangen:
		if l.toestand == "" {
			l.toestand, l.ontvangen = Ontvangen, g.Op
		}
	case WatBevestigd:
		if l.bevestigdOp == 0 {
			l.bevestigdOp = dag
		}
		if l.toestand == Ontvangen {
			l.toestand = Bevestigd
		}
	case WatAnalyse:
		l.geanalyseerd, l.oorzaak, l.oorzaakOp = true, g.Oorzaak, dag
	case WatVoorstel:
		l.voorstelOp, l.reactie = dag, ""
		l.wordt(Voorgesteld)
	case WatAkkoord, WatNietAkkoord:
		l.reactie = string(g.Wat)
	case WatNotitie:
		if g.Reactie != "" {
			l.reactie = g.Reactie
		}
	case WatGeschil:
		l.geschillen = append(l.geschillen, dag)
		l.geadviseerd = false
		l.wordt(InGeschil)
	case WatAdvies:
		l.adviezen = append(l.adviezen, dag)
		l.geadviseerd = true
	case WatOpgeschort:
		l.schortOp(g)
	case WatHervat:
		l.opgeschort = nil
	case WatAfgehandeld:
		if l.toestand == Afgehandeld {
			// Closed twice in a row, on somebody's word: the later closing
			// stands, as if it had been reopened just before.
			l.heropend = append(l.heropend, dag)
		}
		l.sluitingen = append(l.sluitingen, Sluiting{Op: dag, Uitkomst: g.Uitkomst})
		l.toestand, l.opgeschort = Afgehandeld, nil
	case WatHeropend:
		if l.toestand != Afgehandeld {
			break
		}
		l.heropend = append(l.heropend, dag)
		l.toestand = Bevestigd
		if l.herkomst == Intern {
			l.toestand = Ontvangen
		}
	case WatBewaarplicht:
		if l.bewaarplicht == 0 {
			l.bewaarplicht = dag
		}
	case WatBewaarplichtOpheven:
		l.bewaarplicht = 0
	}
}

// wordt changes the state of a dossier that is open: only reopening opens one
// that is closed.
func (l *loop) wordt(t Toestand) {
	if l.open() {
		l.toestand = t
	}
}

// schortOp begins a suspension; one that still runs is overlapped by it.
func (l *loop) schortOp(g *Gebeurtenis) {
	o := Opschorting{Vanaf: g.Op.Dag, Tot: g.Tot, Reden: g.Reden}
	if eerder := l.opgeschort; eerder != nil && eerder.Tot >= o.Vanaf {
		o.Vanaf, o.Tot = eerder.Vanaf, max(eerder.Tot, o.Tot)
	}
	l.opgeschort = &o
}

// doorloop follows events of k that are in order and count. It also gives, by the
// event's id, what is said against the steps that came out of order. The
// receipt comes first, whatever the file says: without it there is no dossier.
func doorloop(k *Klacht, verloop []Gebeurtenis) (loop, map[string]string) {
	l := loop{herkomst: k.Herkomst, zwijgt: k.Beloofd.isOnbekend(TermijnVoorstel)}
	bezwaren := map[string]string{}
	for i := range verloop {
		if g := &verloop[i]; g.Wat == WatOntvangen && l.toestand == "" {
			l.neem(g)
			l.ontvangen = ontvangst(verloop, g.Op)
		} else if g.Wat == WatOntvangen {
			bezwaren[g.ID] = l.bezwaar(g)
		}
	}
	for i := range verloop {
		g := &verloop[i]
		if g.Wat == WatOntvangen {
			continue
		}
		if b := l.bezwaar(g); b != "" {
			bezwaren[g.ID] = b
		}
		l.neem(g)
	}
	return l, bezwaren
}

// ontvangst gives the moment of receipt: as recorded, or as last corrected.
func ontvangst(verloop []Gebeurtenis, op Tijdstip) Tijdstip {
	for i := range verloop {
		if g := &verloop[i]; g.Wat == WatGewijzigd && g.Veld == veldOntvangen {
			if t, err := LeesTijdstip(g.Naar); err == nil {
				op = t
			}
		}
	}
	return op
}
