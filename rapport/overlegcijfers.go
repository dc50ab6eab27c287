package rapport

import (
	"slices"

	"klacht/dossier"
)

// overlegcijfers is about the meeting that the period follows on, when that
// began the day after one, and otherwise about the last one up to the reference
// date.
func (r *rekening) overlegcijfers() Overlegcijfers {
	c := Overlegcijfers{
		Laatste: r.in.Overleg.Laatste, Volgende: r.in.Overleg.Volgende, Stand: r.in.Overleg.Stand,
		Besluiten: []Besluit{}, Maatregelen: []dossier.Maatregelnummer{},
	}
	var laatste *dossier.Overleg
	for _, o := range r.in.Overleggen {
		if o.Op <= r.nu.Tot && (laatste == nil || o.Op > laatste.Op) {
			laatste = o
		}
		if o.Op == r.nu.Van-1 {
			laatste = o
			break
		}
	}
	if laatste == nil {
		return c
	}
	c.Laatste = laatste.Op
	genoemd := []dossier.Maatregelnummer{}
	for _, tekst := range laatste.Besluiten {
		b := Besluit{Tekst: tekst, Maatregelen: ofLeeg(dossier.GenoemdeMaatregelen(tekst))}
		c.Besluiten = append(c.Besluiten, b)
		genoemd = append(genoemd, b.Maatregelen...)
	}
	for _, n := range laatste.Maatregelen {
		if !slices.Contains(genoemd, n) {
			genoemd = append(genoemd, n)
			c.Maatregelen = append(c.Maatregelen, n)
		}
	}
	return c
}
