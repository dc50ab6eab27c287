package dossier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"klacht/werkdagen"
)

// LegOverlegVast records a meeting: every dossier in Besproken gets the event
// besproken, and last the meeting gets its file. Nothing is written before all
// is judged, and dossiers that have the event already are skipped; so one that
// was cut off is finished by recording it again. Measures that a decision names
// are added to Maatregelen. An error together with a meeting means that it
// stands.
func (m *Map) LegOverlegVast(ctx context.Context, nieuw Overleg, wie Wie) (*Overleg, error) {
	o := nieuw.geordend()
	o.Vastgelegd, o.Door = wie.Nu, wie.Door
	if err := m.toetsOverleg(o, wie.Nu.Dag); err != nil {
		return nil, err
	}
	if err := zorgVoorMap(m.schijf, mapOverleg); err != nil {
		return nil, err
	}
	vrij, err := m.neemSlot(ctx, mapOverleg)
	if err != nil {
		return nil, err
	}
	defer vrij()
	if err := m.NogGeenOverleg(o.Op); err != nil {
		return nil, err
	}
	var nietVast []error
	for _, n := range o.Besproken {
		if err := ctx.Err(); err != nil {
			return nil, &onderbrokenOverleg{o, err}
		}
		k, err := m.LegVast(ctx, n, wie, Vastlegging{Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
			return m.bespreek(k, o.Op, wie.Nu.Dag)
		}})
		switch {
		case k == nil:
			return nil, &onderbrokenOverleg{o, err}
		case err != nil:
			nietVast = append(nietVast, err)
		}
	}
	err = vervang(m.schijf, o.Bestand(), grensRecord, nil, o.tekst())
	switch {
	case errors.As(err, new(*gewijzigdFout)):
		return nil, bestaatOverleg(o)
	case err != nil && !errors.As(err, new(*nietVastFout)):
		return nil, &onderbrokenOverleg{o, err}
	}
	return o, errors.Join(append(nietVast, err)...)
}

// geordend is the meeting with the measures that its decisions name, and every
// number once and in order.
func (o Overleg) geordend() *Overleg {
	o.Besproken, o.Maatregelen = slices.Clone(o.Besproken), slices.Clone(o.Maatregelen)
	for _, b := range o.Besluiten {
		o.Maatregelen = append(o.Maatregelen, GenoemdeMaatregelen(b)...)
	}
	slices.SortFunc(o.Besproken, Nummer.Vergelijk)
	slices.SortFunc(o.Maatregelen, Maatregelnummer.Vergelijk)
	o.Besproken, o.Maatregelen = slices.Compact(o.Besproken), slices.Compact(o.Maatregelen)
	return &o
}

// onderbrokenOverleg is a meeting of which some dossiers have the event, while
// it is not on file yet.
type onderbrokenOverleg struct {
	o   *Overleg
	err error
}

func (f *onderbrokenOverleg) Error() string {
	return fmt.Sprintf("het overleg van %s is nog niet vastgelegd: %v", f.o.Op.Lang(), f.err)
}

func (f *onderbrokenOverleg) Unwrap() error { return f.err }

// Tip says what to do.
func (f *onderbrokenOverleg) Tip() string {
	nogEens := fmt.Sprintf("geef hetzelfde commando nog eens, met --op %s; wat al in een dossier staat, komt er niet dubbel in", f.o.Op)
	var gever interface{ Tip() string }
	if errors.As(f.err, &gever) && gever.Tip() != "" {
		return gever.Tip() + "; daarna: " + nogEens
	}
	return nogEens
}

// toetsOverleg refuses, on day vandaag, a meeting that can't be recorded; it
// names all that is wrong with its dossiers and measures.
func (m *Map) toetsOverleg(o *Overleg, vandaag werkdagen.Datum) error {
	switch {
	case o.Op > vandaag:
		return toekomst(o.Op)
	case len(o.Aanwezig) == 0:
		return &Fout{Wat: "er staat niet wie er aanwezig waren", Raad: "geef --aanwezig NAAM,NAAM", Aanroep: true}
	case o.Volgende != 0 && o.Volgende <= o.Op:
		return &Fout{
			Wat:     fmt.Sprintf("het volgende overleg, op %s, ligt niet na dit overleg van %s", o.Volgende.Lang(), o.Op.Lang()),
			Raad:    "geef bij --volgende een latere dag",
			Aanroep: true,
		}
	}
	if err := m.NogGeenOverleg(o.Op); err != nil {
		return err
	}
	tekst := o.tekst()
	if len(tekst) > grensRecord {
		return &Fout{Wat: fmt.Sprintf("dit overleg past niet in een bestand van %d MiB", grensRecord>>20), Raad: "schrijf de besluiten korter op"}
	}
	// What is written must read back, or nobody would find out until later.
	if _, _, err := leesOverleg(o.Op, o.Bestand(), tekst); err != nil {
		return err
	}
	var fouten []error
	for _, n := range o.Maatregelen {
		if _, err := m.schijf.lstat(n.bestand()); errors.Is(err, fs.ErrNotExist) {
			fouten = append(fouten, &Fout{Wat: fmt.Sprintf("maatregel %s bestaat niet", n), Raad: "klacht maatregel lijst toont de maatregelen die er zijn"})
		} else if err != nil {
			fouten = append(fouten, err)
		}
	}
	for _, n := range o.Besproken {
		k, _, err := m.Lees(n)
		if err == nil {
			_, err = m.bespreek(k, o.Op, vandaag)
		}
		if err != nil {
			fouten = append(fouten, err)
		}
	}
	return errors.Join(fouten...)
}

// NogGeenOverleg refuses a second meeting on one day.
func (m *Map) NogGeenOverleg(op werkdagen.Datum) error {
	o := &Overleg{Op: op}
	switch _, err := m.schijf.lstat(o.Bestand()); {
	case err == nil:
		return bestaatOverleg(o)
	case errors.Is(err, fs.ErrNotExist):
		return nil
	default:
		return err
	}
}

func bestaatOverleg(o *Overleg) error {
	return &Fout{
		Wat:  fmt.Sprintf("het overleg van %s is al vastgelegd, in %s", o.Op.Lang(), o.Bestand()),
		Raad: fmt.Sprintf("klacht overleg toon %s toont het; aanvullen of verbeteren gaat in dat bestand, met een editor", o.Op),
	}
}

// bespreek decides on the event that k was discussed in the meeting of day
// overleg, recorded on day vandaag: none when it has it already.
func (r *Regels) bespreek(k *Klacht, overleg, vandaag werkdagen.Datum) ([]Gebeurtenis, error) {
	if slices.ContainsFunc(tellend(k.Verloop), func(g Gebeurtenis) bool { return g.Wat == WatBesproken && g.Overleg == overleg }) {
		return nil, nil
	}
	g, err := r.Toets(k, Gebeurtenis{Wat: WatBesproken, Op: OpDag(overleg), Overleg: overleg}, vandaag, false)
	if err != nil {
		return nil, err
	}
	return []Gebeurtenis{g}, nil
}
