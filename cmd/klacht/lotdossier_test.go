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
	k, err := l.m.IntakeMetVerloop(a, wie, nil)
	if err != nil {
		l.t.Fatal(err)
	}
	for range l.r.IntN(14) {
		nu = l.moment(l.volgende(k, nu.Dag), 9+len(stappen)/2)
		if nu.Dag > tot {
			break
		}
		g := l.gebeurtenis(nu)
		if n := len(stappen); n > 0 && l.kans(30) {
			// Twice in a row is where counting once shows, and reopening where a closing no longer stands.
			switch stappen[n-1].Wat {
			case dossier.WatOpgeschort, dossier.WatVerlengd:
				g = l.stap(stappen[n-1].Wat, nu)
			case dossier.WatAfgehandeld:
				g = l.stap(dossier.WatHeropend, nu)
			case dossier.WatHeropend:
				g = l.stap(dossier.WatOpgeschort, nu)
			}
		}
		if l.kans(30) {
			g.Op = dossier.OpDag(l.tussen(max(a.Ontvangen.Dag, nu.Dag-10), nu.Dag)) // it was recorded later than it happened
		}
		g.Toch = l.kans(15)
		erbij := append(stappen[:len(stappen):len(stappen)], dossier.Stap{Gebeurtenis: g, Wie: dossier.Wie{Door: "Ilse Kuiper", Nu: nu}})
		if met, err := l.m.IntakeMetVerloop(a, wie, erbij); err == nil {
			k, stappen = met, erbij // a step that is refused was not taken
		}
	}
	if _, err := l.m.RegistreerMetVerloop(l.t.Context(), a, wie, stappen); err != nil {
		l.t.Fatal(err)
	}
}

// volgende is the day of the next step: mostly a few days on, now and then months, and often right around a last day.
func (l *lotmap) volgende(k *dossier.Klacht, nu werkdagen.Datum) werkdagen.Datum {
	switch l.r.IntN(10) {
	case 0:
		return nu + werkdagen.Datum(l.r.IntN(200))
	case 1, 2, 3:
		d, err := l.m.Beoordeel(k, nu)
		if err != nil || d == nil || len(d.Termijnen) == 0 {
			break
		}
		return max(nu, een(l, d.Termijnen...).Uiterlijk+werkdagen.Datum(l.r.IntN(3)-1))
	}
	return nu + werkdagen.Datum(l.r.IntN(12))
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
	return l.stap(een(l,
		dossier.WatBevestigd, dossier.WatBevestigd, dossier.WatBevestigd, dossier.WatAnalyse, dossier.WatAnalyse, dossier.WatVoorstel, dossier.WatVoorstel, dossier.WatVoorstel,
		dossier.WatAkkoord, dossier.WatNietAkkoord, dossier.WatGeschil, dossier.WatAdvies, dossier.WatOpgeschort, dossier.WatHervat, dossier.WatVerlengd,
		dossier.WatAfgehandeld, dossier.WatAfgehandeld, dossier.WatAfgehandeld, dossier.WatHeropend, dossier.WatBewaarplicht, dossier.WatBewaarplichtOpheven, dossier.WatGewijzigd,
	), nu)
}

// stap is a step of a kind, with the fields that belong to it.
func (l *lotmap) stap(wat dossier.Wat, nu dossier.Tijdstip) dossier.Gebeurtenis {
	g := dossier.Gebeurtenis{Wat: wat, Op: nu}
	switch wat {
	case dossier.WatAnalyse:
		g.Oorzaak, g.Bevinding = een(l, lotOorzaken...), "Bevinding."
	case dossier.WatVoorstel:
		g.Tekst = "Voorstel."
	case dossier.WatOpgeschort:
		g.Reden, g.Tot = "Wacht.", nu.Dag+werkdagen.Datum(1+l.r.IntN(40))
	case dossier.WatVerlengd:
		g.Reden = "Ziek."
		if l.kans(50) {
			g.Tot = nu.Dag + werkdagen.Datum(1+l.r.IntN(60))
		} else {
			g.Met = een(l, werkdagen.Termijn{Aantal: 2, Eenheid: werkdagen.Weken}, werkdagen.Termijn{Aantal: 8, Eenheid: werkdagen.Werkdagen}, werkdagen.Termijn{Aantal: 1, Eenheid: werkdagen.Maanden})
		}
	case dossier.WatAfgehandeld:
		g.Uitkomst = een(l, dossier.Uitkomsten()...)
	case dossier.WatHeropend, dossier.WatBewaarplicht, dossier.WatBewaarplichtOpheven:
		g.Reden = "Toch niet."
	case dossier.WatGewijzigd:
		switch g.Veld = een(l, "categorie", "categorie", "soort", "onderwerp"); g.Veld {
		case "categorie":
			g.Naar = een(l, l.categorieen...)
		case "soort":
			g.Naar = string(een(l, dossier.Soorten()...))
		default:
			g.Naar = "Anders gezegd"
		}
	}
	return g
}
