package main

import (
	"fmt"
	"time"

	"klacht/dossier"
	"klacht/werkdagen"
)

// registreer makes a dossier that was received from van up to tot, with what happened to it until tot.
func (l *lotmap) registreer(van, tot werkdagen.Datum) {
	l.t.Helper()
	soort := een(l, dossier.Soorten()...)
	a := dossier.Aanmelding{
		Soort: soort, Onderwerp: fmt.Sprintf("Onderwerp %d", l.r.IntN(1000)), Categorie: een(l, l.categorieen...), Behandelaar: een(l, "Sanne de Vries", "Ilse Kuiper"),
		Betreft: een(l, "", "Ilse Kuiper"), Klager: dossier.Klager{Naam: "E. Bakker"}, Ontvangen: l.opOf(l.tussen(van, tot)),
	}
	if l.kans(20) {
		a.Herkomst = een(l, dossier.Herkomsten()...)
	}
	if a.Ontvangen.Dag == tot {
		a.Ontvangen = dossier.OpDag(tot)
	}
	nu := l.moment(min(tot, a.Ontvangen.Dag+werkdagen.Datum(l.r.IntN(4))), 16)
	wie := dossier.Wie{Door: "Sanne de Vries", Nu: nu}
	var stappen []dossier.Stap
	for range l.r.IntN(14) {
		nu = l.moment(nu.Dag+l.wacht(), 9+len(stappen)/2)
		if nu.Dag > tot {
			break
		}
		g := l.gebeurtenis(nu)
		if l.kans(30) {
			g.Op = dossier.OpDag(l.tussen(max(a.Ontvangen.Dag, nu.Dag-10), nu.Dag)) // it was recorded later than it happened
		}
		g.Toch = l.kans(15)
		erbij := append(stappen[:len(stappen):len(stappen)], dossier.Stap{Gebeurtenis: g, Wie: dossier.Wie{Door: "Ilse Kuiper", Nu: nu}})
		if _, err := l.m.IntakeMetVerloop(a, wie, erbij); err == nil {
			stappen = erbij // a step that is refused was not taken
		}
	}
	if _, err := l.m.RegistreerMetVerloop(l.t.Context(), a, wie, stappen); err != nil {
		l.t.Fatal(err)
	}
}

// wacht is how many days pass until the next step: mostly a few, now and then months.
func (l *lotmap) wacht() werkdagen.Datum {
	if l.kans(10) {
		return werkdagen.Datum(l.r.IntN(200))
	}
	return werkdagen.Datum(l.r.IntN(16))
}

// opOf is a day, or a moment on it, some of them around midnight.
func (l *lotmap) opOf(d werkdagen.Datum) dossier.Tijdstip {
	if l.kans(40) {
		return dossier.OpDag(d)
	}
	return dossier.OpMoment(moment(d, een(l, 0, 8, 10, 12, 15), l.r.IntN(60)))
}

func (l *lotmap) moment(d werkdagen.Datum, uur int) dossier.Tijdstip {
	return dossier.OpMoment(moment(d, uur, l.r.IntN(60)).Add(time.Duration(l.r.IntN(60)) * time.Second))
}

// gebeurtenis is a step at a moment; whether it may be taken is for others to say.
func (l *lotmap) gebeurtenis(nu dossier.Tijdstip) dossier.Gebeurtenis {
	g := dossier.Gebeurtenis{Op: nu}
	switch l.r.IntN(20) {
	case 0, 1, 2:
		g.Wat = dossier.WatBevestigd
	case 3, 4:
		g.Wat, g.Oorzaak, g.Bevinding = dossier.WatAnalyse, een(l, lotOorzaken...), "Bevinding."
	case 5, 6, 7:
		g.Wat, g.Tekst = dossier.WatVoorstel, "Voorstel."
	case 8:
		g.Wat = een(l, dossier.WatAkkoord, dossier.WatNietAkkoord)
	case 9:
		g.Wat = dossier.WatGeschil
	case 10:
		g.Wat = dossier.WatAdvies
	case 11:
		g.Wat, g.Reden, g.Tot = dossier.WatOpgeschort, "Wacht.", nu.Dag+werkdagen.Datum(1+l.r.IntN(40))
	case 12:
		g.Wat = dossier.WatHervat
	case 13:
		g.Wat, g.Reden = dossier.WatVerlengd, "Ziek."
		if l.kans(50) {
			g.Tot = nu.Dag + werkdagen.Datum(1+l.r.IntN(60))
		} else {
			g.Met = een(l, werkdagen.Termijn{Aantal: 2, Eenheid: werkdagen.Weken}, werkdagen.Termijn{Aantal: 8, Eenheid: werkdagen.Werkdagen}, werkdagen.Termijn{Aantal: 1, Eenheid: werkdagen.Maanden})
		}
	case 14, 15, 16:
		g.Wat, g.Uitkomst = dossier.WatAfgehandeld, een(l, dossier.Uitkomsten()...)
	case 17:
		g.Wat, g.Reden = dossier.WatHeropend, "Toch niet."
	case 18:
		g.Wat, g.Reden = een(l, dossier.WatBewaarplicht, dossier.WatBewaarplichtOpheven), "Rechter."
	default:
		g.Wat = dossier.WatGewijzigd
		if g.Veld = een(l, "categorie", "categorie", "soort", "onderwerp"); g.Veld == "categorie" {
			g.Naar = een(l, l.categorieen...)
		} else if g.Veld == "soort" {
			g.Naar = string(een(l, dossier.Soorten()...))
		} else {
			g.Naar = "Anders gezegd"
		}
	}
	return g
}
