package dossier

import (
	"context"
	"errors"

	"klacht/werkdagen"
)

// Stap is an event of a complaint that is registered together with its past:
// what happened, by whom and when that was recorded, and the files it brought.
// Of the event, ID, Vastgelegd, Door and Bestanden are filled in here.
type Stap struct {
	Gebeurtenis
	Wie       Wie
	Bijlagen  []Bijlage // copied in
	Berichten bool      // they are messages or letters rather than attachments
}

// RegistreerMetVerloop makes a new dossier as Registreer does, with what
// happened since as IntakeMetVerloop judges it. When a step is refused there is
// no dossier.
func (m *Map) RegistreerMetVerloop(ctx context.Context, a Aanmelding, wie Wie, verloop []Stap) (*Klacht, error) {
	k, err := m.IntakeMetVerloop(a, wie, verloop)
	if err != nil {
		return nil, err
	}
	if a.Bericht != nil {
		// Held until the dossier is there, so that two can't register one message.
		vrij, err := m.neemSlot(ctx, ".")
		if err != nil {
			return nil, err
		}
		defer vrij()
		if err := m.alGeregistreerd(ctx, a); err != nil {
			return nil, err
		}
	}
	err = m.maakDossier(k, a, verloop)
	if err != nil && !errors.As(err, new(*nietVastFout)) {
		return nil, err // there is no dossier
	}
	return k, err
}

// IntakeMetVerloop makes the record of a complaint that has a past. Each step is
// judged against the record as it was by then, on the day on which it was
// recorded, exactly as if it had been recorded alone. Steps are in the order of
// recording. The record has no number and no files yet.
func (r *Regels) IntakeMetVerloop(a Aanmelding, wie Wie, verloop []Stap) (*Klacht, error) {
	k, err := r.Intake(a, wie)
	if err != nil {
		return nil, err
	}
	for _, s := range verloop {
		g := s.Gebeurtenis
		dag := s.Wie.Nu.Dag
		if g.Wat == WatGewijzigd {
			if err := r.neemWijziging(k, &g, dag); err != nil {
				return nil, err
			}
		}
		g, err := r.Toets(k, g, dag, g.Toch)
		if err != nil {
			return nil, err
		}
		g.ID, g.Vastgelegd, g.Door = nieuwID(), s.Wie.Nu, s.Wie.Door
		k.Verloop = append(k.Verloop, g)
	}
	return k, nil
}

// neemWijziging gives g the old value and k the new one.
func (r *Regels) neemWijziging(k *Klacht, g *Gebeurtenis, dag werkdagen.Datum) error {
	w, err := r.Wijziging(k, g.Veld, g.Naar, dag)
	if err != nil {
		return err
	}
	g.Van, g.Naar = w.Van, w.Naar
	for _, veld := range wijzigbaar {
		if veld.naam == g.Veld {
			*veld.veld(k) = g.Naar
		}
	}
	return nil
}
