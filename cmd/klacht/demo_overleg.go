package main

import (
	"context"
	"slices"

	"klacht/dossier"
	"klacht/werkdagen"
)

// demooverleg is a meeting of the demo, with the dossiers that were on its agenda then.
type demooverleg struct {
	dossier.Overleg
	van werkdagen.Datum // what it looked back on begins here
	wie dossier.Wie
}

const kwartaal = 91 // days

// overlegdagen are the days of the last two meetings.
func (k demokalender) overlegdagen() (eerder, laatste werkdagen.Datum) {
	const dagenGeleden = 60
	laatste = k.opOfVoor(k.vandaag - dagenGeleden)
	return k.opOfVoor(laatste - kwartaal), laatste
}

// demooverleggen are the last two meetings, a quarter apart; the next is not due for some weeks.
func (k demokalender) demooverleggen() []*demooverleg {
	eerder, laatste := k.overlegdagen()
	overleg := func(van, op werkdagen.Datum, aanwezig []string, besluiten ...string) *demooverleg {
		return &demooverleg{
			Overleg: dossier.Overleg{Op: op, Aanwezig: aanwezig, Besluiten: besluiten},
			van:     van, wie: dossier.Wie{Door: demoKantoor, Nu: dossier.OpMoment(moment(op, 16, 45))},
		}
	}
	return []*demooverleg{
		overleg(eerder-kwartaal, eerder, []string{demoVerantwoordelijke, demoOpleidingen, demoFinancien},
			"Betalingen zonder factuurnummer worden elke vrijdag nagekeken",
			"Wijzigingen in het rooster gaan voortaan ook per sms naar de deelnemers"),
		overleg(eerder+1, laatste, []string{demoVerantwoordelijke, demoOpleidingen, demoKantoor},
			"Zalen worden een week vooraf bevestigd, ook bij vaste locaties",
			"Het lesmateriaal krijgt een datum op het voorblad"),
	}
}

// bespreek lets each of the dossiers that were on the agenda of o be discussed in it, among what happened to them.
func (o *demooverleg) bespreek(m *dossier.Map, d *demodossier) error {
	plaats := slices.IndexFunc(d.verloop, func(s dossier.Stap) bool { return s.Wie.Nu.VoorNa(o.wie.Nu) > 0 })
	if plaats < 0 {
		plaats = len(d.verloop)
	}
	if d.wie.Nu.VoorNa(o.wie.Nu) > 0 {
		return nil // not there yet
	}
	toen, err := m.IntakeMetVerloop(d.Aanmelding, d.wie, d.verloop[:plaats])
	if err != nil {
		return err
	}
	stand, err := m.Beoordeel(toen, o.Op)
	if err != nil || stand == nil || !stand.Feiten().OpAgenda(o.van, o.Op) {
		return err
	}
	d.verloop = slices.Insert(d.verloop, plaats, dossier.Stap{
		Gebeurtenis: dossier.Gebeurtenis{Wat: dossier.WatBesproken, Op: dossier.OpDag(o.Op), Overleg: o.Op}, Wie: o.wie,
	})
	return nil
}

// neemOp keeps the number of a dossier that was discussed in o.
func (o *demooverleg) neemOp(k *dossier.Klacht) {
	if slices.ContainsFunc(k.Verloop, func(g dossier.Gebeurtenis) bool { return g.Wat == dossier.WatBesproken && g.Overleg == o.Op }) {
		o.Besproken = append(o.Besproken, k.Nummer)
	}
}

// legVast puts o on file; the dossiers have it already.
func (o *demooverleg) legVast(ctx context.Context, m *dossier.Map) error {
	_, err := m.LegOverlegVast(ctx, o.Overleg, o.wie)
	return err
}
