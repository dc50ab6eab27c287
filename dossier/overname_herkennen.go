package dossier

import (
	"bytes"
	"context"
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
