package dossier

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"path"

	"klacht/werkdagen"
)

// Stap is an event of a complaint that is registered together with its past:
// what happened, by whom and when that was recorded, and the files it brought.
// Of the event, ID, Vastgelegd, Door and Bestanden are filled in here.
type Stap struct {
	Gebeurtenis
	Wie      Wie
	Bijlagen []Bijlage // copied in
}

// Registreer makes a new dossier: built aside, whole and synced, and visible
// by one rename to the next free number of its year. The same message is not
// registered twice.
func (m *Map) Registreer(ctx context.Context, a Aanmelding, wie Wie) (*Klacht, error) {
	return m.RegistreerMetVerloop(ctx, a, wie, nil)
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
		vrij, err := m.neemBericht(ctx, a)
		if err != nil {
			return nil, err
		}
		defer vrij()
	}
	eerste, err := m.volgendNummer(k.Verloop[0].Op.Dag.Jaar())
	if err != nil {
		return nil, err
	}
	_, _ = veeg(m.schijf, jaarmap(k), m.inst.Klok()) // tidies up; no reason not to register
	err = m.maakDossier(k, a, verloop, eerste)
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

// maakDossier writes k with the files of a and what happened since, and sets its
// number: eerste, as volgendNummer gave it, or the first after it that is free.
func (m *Map) maakDossier(k *Klacht, a Aanmelding, verloop []Stap, eerste int) error {
	vul := func(tmp string) error {
		var err error
		if k.Verloop[0].Bestanden, err = m.kopieer(tmp, a.bestanden(string(WatOntvangen))); err != nil {
			return err
		}
		for i, s := range verloop {
			if k.Verloop[1+i].Bestanden, err = m.kopieer(tmp, s.Bijlagen); err != nil {
				return err
			}
		}
		tekst := k.tekst()
		if len(tekst) > grensRecord {
			return pastNiet(k.Nummer)
		}
		if _, err := m.schijf.schrijfNieuw(path.Join(tmp, bestandKlacht), bytes.NewReader(tekst)); err != nil {
			return err
		}
		// What is written must read back, or nobody would find out until later.
		_, _, err = leesKlacht(k.Nummer, bestandKlacht, tekst)
		return err
	}
	naam, err := bouwMap(m.schijf, jaarmap(k), vul, func(poging int) string {
		if eerste+poging > hoogsteVolg {
			return ""
		}
		return Nummer{k.Verloop[0].Op.Dag.Jaar(), eerste + poging}.String()
	})
	if naam != "" {
		k.Nummer, _ = LeesNummer(naam)
	}
	return err
}

// bestanden are the files of a, the message first, named after what it is.
func (a Aanmelding) bestanden(wat string) []Bijlage {
	if a.Bericht == nil {
		return a.Bijlagen
	}
	return append([]Bijlage{{
		Naam:    a.Ontvangen.Dag.String() + "-" + wat + cmp.Or(a.Extensie, ".eml"),
		Bericht: true,
		Open:    func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(a.Bericht)), nil },
	}}, a.Bijlagen...)
}
