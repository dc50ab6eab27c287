package dossier

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"
)

// Overnamesoort says what becomes of a row of a register.
type Overnamesoort int

const (
	OvernameNieuw     Overnamesoort = iota // a dossier is made of it
	OvernameBekend                         // it was taken over before
	OvernameVeranderd                      // it was taken over before, and says something else now
	OvernameGeweigerd                      // it can't be taken over
)

// Overnameoordeel is what becomes of one row.
type Overnameoordeel struct {
	Soort  Overnamesoort
	Klacht *Klacht // OvernameNieuw: without a number until it is written
	Nummer Nummer  // of the dossier that has it already; zero when that was destroyed
	Waarom error   // OvernameGeweigerd

	tekst []byte
}

// Overnemer takes complaints over from a register, and knows which were before:
// by the register's name and the number there, or else by what stood in the row.
type Overnemer struct {
	m   *Map
	wie Wie
	// eigenBron says that the register's name was given by a person: then another
	// register's number is another complaint, whatever it looks like.
	eigenBron bool

	eerder  map[string]eerder // by sleutel; of rows without a number, how often
	kenmerk map[string]Nummer
	lijkt   map[string][]eerder // by number in the register
	bekeken map[Nummer]bool
	gezien  map[string]int // by sleutel: how often in this register so far
}

type eerder struct {
	nummer  Nummer
	jaar    int // of the receipt
	bron    string
	kenmerk string
	keer    int
}

// NieuweOvernemer reads what is in the folder. A record that can't be read and
// doesn't tell where it comes from might be one that was taken over, so there must
// be none.
func (m *Map) NieuweOvernemer(ctx context.Context, wie Wie, eigenBron bool) (*Overnemer, error) {
	o := &Overnemer{
		m: m, wie: wie, eigenBron: eigenBron,
		eerder: map[string]eerder{}, kenmerk: map[string]Nummer{}, lijkt: map[string][]eerder{}, bekeken: map[Nummer]bool{}, gezien: map[string]int{},
	}
	vernietigd, _, err := m.Vernietigd()
	if err != nil {
		return nil, err
	}
	for _, v := range vernietigd {
		if v.Overgenomen != "" {
			e := o.eerder[v.Overgenomen]
			e.keer++
			if n, ok := LeesNummer(v.Nummer); ok {
				e.jaar = n.Jaar
			}
			o.eerder[v.Overgenomen] = e
		}
	}
	return o, o.lees(ctx)
}

// lees takes in the records that are new since the last time.
func (o *Overnemer) lees(ctx context.Context) error {
	alle, err := o.m.Nummers()
	if err != nil {
		return err
	}
	var nummers []Nummer
	for _, n := range alle {
		if !o.bekeken[n] {
			o.bekeken[n] = true
			nummers = append(nummers, n)
		}
	}
	if nummers, err = o.herkenRecords(ctx, nummers); err != nil {
		return err
	}
	g, err := o.m.leesDeze(ctx, nummers)
	if err != nil {
		return err
	}
	if n := len(g.Onleesbaar); n > 0 {
		var fouten []error
		for _, f := range g.Fouten {
			if !errors.As(f, new(*Categoriefout)) {
				fouten = append(fouten, f)
			}
		}
		return errors.Join(append(fouten, &Fout{
			Wat:  fmt.Sprintf("%s %s; zo is niet zeker wat al overgenomen is", g.Onleesbaar[0], map[bool]string{true: "is niet te lezen", false: fmt.Sprintf("en nog %d zijn niet te lezen", n-1)}[n == 1]),
			Raad: "herstel dat eerst, en voer dit dan opnieuw uit; er is niets overgenomen dat er nog niet was",
		})...)
	}
	for _, k := range g.Klachten {
		if k.Overgenomen != (Overname{}) {
			o.onthoud(k.Nummer, k.Overgenomen)
		}
	}
	return nil
}

// Beoordeel decides what becomes of the next rows of the register. Nothing is
// written: the same rows given to Neem come to the same.
func (o *Overnemer) Beoordeel(rijen []Overtenemen) []Overnameoordeel {
	oordelen, klaar := o.begin(rijen)
	for i := range klaar {
		<-klaar[i]
	}
	return oordelen
}

// begin decides which of the rows are new, and makes records of those on every
// processor: of the i-th it is decided when klaar[i] is closed.
func (o *Overnemer) begin(rijen []Overtenemen) (oordelen []Overnameoordeel, klaar []chan struct{}) {
	oordelen, klaar = make([]Overnameoordeel, len(rijen)), make([]chan struct{}, len(rijen))
	for i := range rijen {
		oordelen[i], klaar[i] = o.herken(&rijen[i]), make(chan struct{})
	}
	var volgende atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for i := int(volgende.Add(1)) - 1; i < len(rijen); i = int(volgende.Add(1)) - 1 {
				if oordelen[i].Soort == OvernameNieuw {
					o.maak(&oordelen[i], rijen[i])
				}
				close(klaar[i])
			}
		}()
	}
	return oordelen, klaar
}

// maak makes the record of a row that is new.
func (o *Overnemer) maak(uit *Overnameoordeel, rij Overtenemen) {
	k, err := o.m.Overneem(rij, o.wie)
	if err == nil {
		uit.tekst = k.tekst()
		if len(uit.tekst) > grensRecord {
			err = pastNiet(Nummer{})
		} else {
			// What is written must read back, or nobody would find out until later.
			_, _, err = leesKlacht(Nummer{}, bestandKlacht, uit.tekst)
		}
	}
	if err != nil {
		*uit = Overnameoordeel{Soort: OvernameGeweigerd, Waarom: err}
		return
	}
	uit.Klacht = k
}

// Neem decides on the next rows of the register and writes those that are new:
// together, each whole or not at all, numbered in the order of the register. With
// an error, those that have a number stand; running it again does the rest.
func (o *Overnemer) Neem(ctx context.Context, rijen []Overtenemen) ([]Overnameoordeel, error) {
	vrij, err := o.m.neemSlot(ctx, ".")
	if err != nil {
		return nil, err
	}
	defer vrij()
	if err := o.lees(ctx); err != nil {
		return nil, err
	}
	oordelen, klaar := o.begin(rijen)
	err = o.schrijf(oordelen, klaar)
	for i := range klaar {
		<-klaar[i]
	}
	return oordelen, err
}

// schrijf writes each record as soon as it is made, and delivers all of them.
func (o *Overnemer) schrijf(oordelen []Overnameoordeel, klaar []chan struct{}) error {
	bouw := bouwplaats{s: o.m.schijf}
	defer bouw.ruimOp()
	var nieuw []*Klacht
	for i := range oordelen {
		<-klaar[i]
		k := oordelen[i].Klacht
		if k == nil {
			continue
		}
		nieuw = append(nieuw, k)
		if err := bouw.schrijf(&bouwmap{Ouder: jaarmap(k), Bestand: bestandKlacht}, oordelen[i].tekst); err != nil {
			return err
		}
		oordelen[i].tekst = nil
	}
	volgende := map[string]int{} // by year's folder
	for _, k := range nieuw {
		if _, ok := volgende[jaarmap(k)]; ok {
			continue
		}
		eerste, err := o.m.volgendNummer(k.Verloop[0].Op.Dag.Jaar())
		if err != nil {
			return err
		}
		if err := zorgVoorMap(o.m.schijf, jaarmap(k)); err != nil {
			return err
		}
		volgende[jaarmap(k)] = eerste
	}
	err := bouw.lever(func(i int) string {
		ouder := jaarmap(nieuw[i])
		volg := volgende[ouder]
		if volg > hoogsteVolg {
			return ""
		}
		volgende[ouder]++
		return Nummer{nieuw[i].Verloop[0].Op.Dag.Jaar(), volg}.String()
	})
	for i, m := range bouw.mappen {
		if n, ok := LeesNummer(m.Naam); ok {
			nieuw[i].Nummer = n
			o.bekeken[n] = true
		}
	}
	return err
}

// jaarmap is the folder of the year in which k was received.
func jaarmap(k *Klacht) string { return jaarmapVan(k.Verloop[0].Op.Dag.Jaar()) }

func jaarmapVan(jaar int) string { return fmt.Sprintf("%04d", jaar) }
