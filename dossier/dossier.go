// Package dossier holds a complaint's record, the procedure by which it is
// handled, and the folder in which both are kept.
//
// A record (Klacht) holds facts alone: who, what and the dated course of
// events. Everything that follows from them as of a day (state, deadlines,
// retention) is a Dossier, derived by pure functions and never stored. A Map
// is the folder: it reads records, and writes by changing only the bytes of
// what changes.
package dossier

import (
	"fmt"
	"slices"

	"klacht/werkdagen"
)

// langeOpschorting is the number of calendar days over which a suspension is
// flagged.
const langeOpschorting = 28

// Dossier is a record as it stood at the end of the reference date, with all
// that follows from it.
type Dossier struct {
	Klacht        // fields as they then were; Verloop in order, later events left out
	Peildatum     werkdagen.Datum
	Ontvangst     Tijdstip
	Oorzaak       string // the last analysis's
	Toestand      Toestand
	Uitkomst      Uitkomst        // "" while open
	AfgehandeldOp werkdagen.Datum // 0 while open
	BewarenTot    werkdagen.Datum // 0 while open
	Bewaarplicht  bool
	Opgeschort    *Opschorting // nil when the clock runs
	Termijnen     []Termijnstand
	Opmerkingen   []string // what a manager should see: long suspensions, steps out of order
	// Maatregelen are the measures made by then that name it, by number. Map
	// fills it in.
	Maatregelen []Maatregelnummer

	laatst   Gebeurtenis
	loop     loop
	ongedaan map[string]bool
	kal      *werkdagen.Kalender
	mailbaar bool // letters can go out from here, and there is an address to send them to
}

// Regels are what judging records takes: the procedure now in force, and the
// calendars already made. Safe for concurrent use.
type Regels struct {
	Procedure *Procedure
	kalenders kalenders
}

// NieuweRegels judges by p.
func NieuweRegels(p *Procedure) *Regels { return &Regels{Procedure: p} }

// Beoordeel derives the dossier as of the end of day peildatum. It is nil when
// the complaint had not yet been received. An error means that its dates are
// outside what the calendar knows.
func (r *Regels) Beoordeel(k *Klacht, peildatum werkdagen.Datum) (*Dossier, error) {
	d := &Dossier{Klacht: k.alsOp(peildatum), Peildatum: peildatum}
	if len(k.Verloop) > 0 {
		d.laatst = k.Verloop[len(k.Verloop)-1]
	}
	d.ongedaan = ongedaanGemaakt(d.Verloop)
	telt := tellend(d.Verloop)
	l, bezwaren := doorloop(k, telt)
	if l.toestand == "" || l.ontvangen.Dag > peildatum {
		return nil, nil
	}
	d.loop = l
	d.mailbaar = r.Procedure.Post.Versturen.Host != "" && d.Klager.Email != ""
	d.Ontvangst, d.Toestand, d.Oorzaak = l.ontvangen, l.toestand, l.oorzaak
	d.Bewaarplicht = l.bewaarplicht != 0
	if l.opgeschort != nil && l.opgeschort.Tot >= peildatum {
		d.Opgeschort = l.opgeschort
	}
	if l.toestand == Afgehandeld {
		laatste := l.sluitingen[len(l.sluitingen)-1]
		d.AfgehandeldOp, d.Uitkomst = laatste.Op, laatste.Uitkomst
	}
	fout := func(err error) error { return fmt.Errorf("%s: %w", k.Nummer, err) }
	var err error
	if d.kal, err = r.kalenders.voor(k.Beloofd.Opties); err != nil {
		return nil, fout(err)
	}
	lopende, err := loopTermijnen(k.Beloofd, l.ontvangen.Dag, telt, d.kal)
	if err != nil {
		return nil, fout(err)
	}
	for _, rij := range lopende.rijen {
		t, err := rij.stand(peildatum, d.kal)
		if err != nil {
			return nil, fout(err)
		}
		d.Termijnen = append(d.Termijnen, t)
	}
	if d.AfgehandeldOp != 0 {
		if d.BewarenTot, err = r.Procedure.Bewaren.bewarenTot(d.Ontvangst.Dag, d.AfgehandeldOp, d.kal); err != nil {
			return nil, fout(err)
		}
	}
	if jaar := l.ontvangen.Dag.Jaar(); k.Nummer.Jaar != 0 && jaar != k.Nummer.Jaar {
		d.Opmerkingen = append(d.Opmerkingen, fmt.Sprintf("het nummer is van %d, maar de ontvangst was op %s", k.Nummer.Jaar, l.ontvangen.Dag.Lang()))
	}
	d.Opmerkingen = append(d.Opmerkingen, opmerkingen(telt, bezwaren, lopende.vergeefs)...)
	return d, nil
}

func opmerkingen(verloop []Gebeurtenis, bezwaren map[string]string, vergeefs []string) []string {
	var uit []string
	for _, o := range opschortingen(verloop) {
		if dagen := o.Tot - o.Vanaf; dagen > langeOpschorting {
			uit = append(uit, fmt.Sprintf("opgeschort op %s: %d dagen is langer dan %d", o.Vanaf.Lang(), dagen, langeOpschorting))
		}
	}
	for i := range verloop {
		g := &verloop[i]
		if slices.Contains(vergeefs, g.ID) {
			uit = append(uit, fmt.Sprintf("%s op %s telt niet: er liep toen geen termijn meer die kon verschuiven", g.Wat, g.Op.Dag.Lang()))
		}
		if b, buiten := bezwaren[g.ID]; buiten {
			woord := "buiten de volgorde"
			if g.Toch {
				woord += ", zo vastgelegd door " + g.Door
			}
			uit = append(uit, fmt.Sprintf("%s op %s staat %s: het dossier %s", g.Wat, g.Op.Dag.Lang(), woord, b))
		}
	}
	return uit
}

// Open reports whether the dossier was open.
func (d *Dossier) Open() bool { return d.Toestand != Afgehandeld }

// Geanalyseerd reports whether a cause was ever recorded.
func (d *Dossier) Geanalyseerd() bool { return d.loop.geanalyseerd }

// WerkdagenOver counts the working days after the reference date up to
// uiterlijk by the calendar that was promised; past it, minus those since.
func (d *Dossier) WerkdagenOver(uiterlijk werkdagen.Datum) int {
	return d.kal.Over(d.Peildatum, uiterlijk)
}

// Feiten gives what the figures need of d.
func (d *Dossier) Feiten() Feiten {
	f := Feiten{
		Nummer: d.Nummer.String(), Soort: d.Soort, Herkomst: d.Herkomst,
		Categorie: d.Categorie, Oorzaak: d.Oorzaak, OorzaakOp: d.loop.oorzaakOp, Ontvangen: d.Ontvangst.Dag,
		Sluitingen: d.loop.sluitingen, Heropend: d.loop.heropend,
		Geschillen: d.loop.geschillen, Adviezen: d.loop.adviezen, Geanalyseerd: d.loop.geanalyseerd,
		BewarenTot: d.BewarenTot, Bewaarplicht: d.Bewaarplicht,
		Onderwerp: d.Onderwerp, Klager: d.Klager.Naam, Behandelaar: d.Behandelaar, Betreft: d.Betreft,
	}
	for _, t := range d.Termijnen {
		f.Termijnen = append(f.Termijnen, t.feit())
	}
	return f
}

// LaatstVastgelegd gives the event at the end of the file, which is the last
// that was recorded, whenever it happened. Every dossier has one.
func (d *Dossier) LaatstVastgelegd() Gebeurtenis { return d.laatst }

// IsOngedaan reports whether another event says that this one did not happen.
func (d *Dossier) IsOngedaan(id string) bool { return d.ongedaan[id] }
