package rapport

import (
	"cmp"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

// dossierrijen lists the dossiers received or closed in the period, and those
// open at its end, by day of receipt and then by number.
func (r *rekening) dossierrijen() []Dossierrij {
	plaatsen := r.plaatsen(func(f *dossier.Feiten) bool { return f.OpAgenda(r.nu.Van, r.nu.Tot) })
	rijen := make([]Dossierrij, len(plaatsen))
	aantal := 0
	for _, p := range plaatsen {
		aantal += len(r.in.Feiten[p].Termijnen)
	}
	termijnen := make([]Termijnrij, 0, aantal) // of all rows, in one piece
	for i, p := range plaatsen {
		rijen[i] = r.dossierrij(&r.in.Feiten[p])
		begin := len(termijnen)
		termijnen = eersteRonde(termijnen, &r.in.Feiten[p], r.nu.Tot)
		rijen[i].Termijnen = termijnen[begin:len(termijnen):len(termijnen)]
	}
	return rijen
}

// plaatsen gives the places in the facts of the dossiers that are meant, by day
// of receipt and then by number.
func (r *rekening) plaatsen(bedoeld func(*dossier.Feiten) bool) []int {
	var plaatsen []int
	for i := range r.ontvangsten.rijen {
		if p := r.ontvangsten.rijen[i].plaats; bedoeld(&r.in.Feiten[p]) {
			plaatsen = append(plaatsen, p)
		}
	}
	return plaatsen
}

// nummers gives the numbers of the dossiers at these places in the facts.
func (r *rekening) nummers(plaatsen []int) []string {
	nummers := make([]string, len(plaatsen))
	for i, p := range plaatsen {
		nummers[i] = r.in.Feiten[p].Nummer
	}
	return nummers
}

func (r *rekening) dossierrij(f *dossier.Feiten) Dossierrij {
	peildatum := r.nu.Tot
	rij := Dossierrij{
		Nummer: f.Nummer, Soort: f.Soort, Herkomst: f.Herkomst, Categorie: f.Categorie, Oorzaak: oorzaakOp(f, peildatum),
		Ontvangen:  f.Ontvangen,
		Geschil:    slices.ContainsFunc(f.Geschillen, func(d werkdagen.Datum) bool { return d <= peildatum }),
		Vernietigd: f.Vernietigd && f.VernietigdOp <= peildatum,
	}
	if s, gesloten := f.GeslotenOp(peildatum); gesloten {
		dagen := int(s.Op - f.Ontvangen)
		rij.GeslotenOp, rij.Uitkomst, rij.Doorlooptijd = s.Op, s.Uitkomst, &dagen
	}
	if r.in.MetNamen {
		rij.Onderwerp, rij.Klager, rij.Behandelaar = f.Onderwerp, f.Klager, f.Behandelaar
	}
	return rij
}

// eersteRonde adds the terms of the first round as they stood at the end of
// peildatum.
func eersteRonde(rijen []Termijnrij, f *dossier.Feiten, peildatum werkdagen.Datum) []Termijnrij {
	for _, naam := range dossier.Termijnnamen() {
		for i := range f.Termijnen {
			t := &f.Termijnen[i]
			if t.Naam != naam || t.Ronde > 1 {
				continue
			}
			rij := Termijnrij{Naam: naam, Uiterlijk: t.Uiterlijk, Stand: t.Stand(peildatum)}
			if t.VoldaanOp <= peildatum {
				rij.VoldaanOp = t.VoldaanOp
			}
			rijen = append(rijen, rij)
		}
	}
	return rijen
}

// vergelijkNummers orders K2026-9999 before K2026-10000: what is behind the year
// has no zeros too many, so that the longer is the larger.
func vergelijkNummers(a, b string) int {
	jaarA, volgA, _ := strings.Cut(a, "-")
	jaarB, volgB, _ := strings.Cut(b, "-")
	return cmp.Or(strings.Compare(jaarA, jaarB), cmp.Compare(len(volgA), len(volgB)), strings.Compare(volgA, volgB))
}
