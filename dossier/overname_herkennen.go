package dossier

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"runtime"
	"sync"
	"sync/atomic"
)

// overnameblok is how the key stands in a record that klacht wrote.
const overnameblok = "\novergenomen:\n"

// overnameUit gives where a record was taken over from, without reading the rest
// of it, which takes ten times as long. It does so only where the key stands as
// klacht wrote it; ok is false for any other text, which may be from a register
// all the same.
func overnameUit(tekst []byte) (o Overname, ok bool) {
	_, na, gevonden := bytes.Cut(tekst, []byte(overnameblok))
	if !gevonden || bytes.Contains(na, []byte(overnameblok)) || bytes.IndexByte(tekst, '\r') >= 0 {
		return o, false
	}
	lengte := 0
	for regel := range bytes.Lines(na) {
		if len(regel) < 3 || regel[0] != ' ' || regel[1] != ' ' || regel[2] == ' ' {
			break
		}
		lengte += len(regel)
	}
	b, err := leesBlad(bestandKlacht, append([]byte(overnameblok[1:]), na[:lengte]...), grensRecord)
	if err != nil {
		return o, false
	}
	l := &lezer{bestand: bestandKlacht}
	l.velden(b.wortel, bestandKlacht, veldlezers{"overgenomen": l.overname(&o)})
	return o, l.err() == nil && len(l.meldingen) == 0 && o.Bron != "" && o.Kenmerk != ""
}

// herkenRecords takes in the records that tell at a glance where they come from,
// and gives the others back.
func (o *Overnemer) herkenRecords(ctx context.Context, nummers []Nummer) (rest []Nummer, err error) {
	uit, gezien := make([]Overname, len(nummers)), make([]bool, len(nummers))
	var volgende, gedaan atomic.Int64
	var groep sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		groep.Go(func() {
			for i := int(volgende.Add(1)) - 1; i < len(nummers) && ctx.Err() == nil; i = int(volgende.Add(1)) - 1 {
				tekst, err := o.m.schijf.lees(path.Join(nummers[i].Map(), bestandKlacht), grensRecord)
				if err == nil {
					uit[i], gezien[i] = overnameUit(tekst)
				}
				if n := gedaan.Add(1); o.m.inst.Voortgang != nil {
					o.m.inst.Voortgang(int(n), len(nummers))
				}
			}
		})
	}
	groep.Wait()
	for i, n := range nummers {
		if gezien[i] {
			o.onthoud(n, uit[i])
		} else {
			rest = append(rest, n)
		}
	}
	return rest, ctx.Err()
}

// onthoud takes in that dossier n was taken over from ov.
func (o *Overnemer) onthoud(n Nummer, ov Overname) {
	e := eerder{n, n.Jaar, ov.Bron, ov.Kenmerk, o.eerder[ov.sleutel()].keer + 1}
	o.eerder[ov.sleutel()] = e
	o.kenmerk[ov.Kenmerk] = n
	if ov.Nummer != "" {
		o.lijkt[ov.Nummer] = append(o.lijkt[ov.Nummer], e)
	}
}

// raadNummering is for a register whose numbers are not its own.
const raadNummering = "telt het register elk jaar opnieuw vanaf 1, neem dan elk jaar apart over, met in de kolomkaart bij register een eigen naam"

// herken says whether the row was taken over before.
func (o *Overnemer) herken(rij *Overtenemen) Overnameoordeel {
	ov := rij.Overgenomen
	sleutel := ov.sleutel()
	o.gezien[sleutel]++
	e, bekend := o.eerder[sleutel]
	switch {
	case ov.Nummer == "":
		// Two rows that say the same are two complaints: the second is known when
		// there are two.
		if o.gezien[sleutel] <= e.keer {
			return Overnameoordeel{Soort: OvernameBekend, Nummer: e.nummer}
		}
		return Overnameoordeel{}
	case o.gezien[sleutel] > 1:
		return Overnameoordeel{Soort: OvernameGeweigerd, Waarom: &Fout{
			Wat: fmt.Sprintf("nummer %s staat eerder in het register ook al", ov.Nummer), Raad: raadNummering,
		}}
	case bekend && e.kenmerk != ov.Kenmerk && e.jaar != 0 && e.jaar != rij.Ontvangen.Dag.Jaar():
		// A year's sheet that starts again at 1, maybe. Of a destroyed dossier the
		// year is all that is left to tell by.
		return Overnameoordeel{Soort: OvernameGeweigerd, Nummer: e.nummer, Waarom: &Fout{
			Wat:  fmt.Sprintf("nummer %s is al overgenomen uit %s, van een klacht uit %d", ov.Nummer, ov.Bron, e.jaar),
			Raad: raadNummering,
		}}
	case bekend && e.kenmerk != "" && e.kenmerk != ov.Kenmerk:
		return Overnameoordeel{Soort: OvernameVeranderd, Nummer: e.nummer}
	case bekend:
		return Overnameoordeel{Soort: OvernameBekend, Nummer: e.nummer}
	case o.eigenBron:
		return Overnameoordeel{}
	}
	if n, ok := o.kenmerk[ov.Kenmerk]; ok {
		return Overnameoordeel{Soort: OvernameBekend, Nummer: n}
	}
	if l, ok := o.gelijkenis(rij); ok {
		return Overnameoordeel{Soort: OvernameGeweigerd, Nummer: l.nummer, Waarom: &Fout{
			Wat:  fmt.Sprintf("lijkt op %s: zelfde nummer (%s) en zelfde dag, overgenomen uit %s", l.nummer, ov.Nummer, l.bron),
			Raad: "is het hetzelfde register, zet dan die naam bij register in de kaart; is het een ander, geef het daar een andere naam",
		}}
	}
	return Overnameoordeel{}
}

// gelijkenis gives what the row is taken to be the same as, though the register
// has another name, as one has that was saved again: what has its number and its
// day of receipt.
func (o *Overnemer) gelijkenis(rij *Overtenemen) (eerder, bool) {
	for _, e := range o.lijkt[rij.Overgenomen.Nummer] {
		if e.bron == rij.Overgenomen.Bron {
			continue
		}
		if k, _, err := o.m.lees(e.nummer); err == nil && k.Verloop[0].Op.Dag == rij.Ontvangen.Dag {
			return e, true
		}
	}
	return eerder{}, false
}
