package rapport

import (
	"slices"

	"klacht/rapport/scherm"
)

// document is the report as text, for every format that is read by people: the
// sentences, and the tables with their cells in Dutch. All text in it is clean
// (scherm.Regel), and not yet escaped for any format.
type document struct {
	titel     string
	inleiding string // what the report is about
	secties   []sectie
}

// sectie is a part of the report under a heading of its own.
type sectie struct {
	kop     string
	blokken []blok
}

// blok is a paragraph, a list, a table or a chart: one of them is filled. A
// format without pictures leaves charts out: most of what they show stands in the
// tables beside them.
type blok struct {
	alinea  string
	punten  []string
	tabel   *tabel
	grafiek *grafiek
}

// zonderGrafieken are the parts that can be read without pictures.
func (s sectie) zonderGrafieken() []blok {
	return slices.DeleteFunc(slices.Clone(s.blokken), func(b blok) bool { return b.grafiek != nil })
}

// tabel has a cell in every row for each column.
type tabel struct {
	kolommen []scherm.Kolom
	rijen    [][]string
}

// A column's cells go on below each other where they don't fit: nothing is cut
// off. Numbers are aligned to the right.
func tekst(kop string) scherm.Kolom  { return scherm.Kolom{Titel: kop, Breekt: true} }
func cijfer(kop string) scherm.Kolom { return scherm.Kolom{Titel: kop, Breekt: true, Rechts: true} }

// alles are the sections in the order in which management asks for them.
func alles() []func(Overzicht) sectie {
	return []func(Overzicht) sectie{
		inHetKort,
		signalen,
		verloop,
		opTijd,
		perCategorie,
		perOorzaak,
		doorlooptijd,
		afloop,
		nuTeLaat,
		maatregelen,
		bewaren,
		besluiten,
		hoeGeteld,
	}
}

// hoofdpunten are the sections that say most.
func hoofdpunten() []func(Overzicht) sectie {
	return []func(Overzicht) sectie{inHetKort, signalen, opTijd, perCategorie, perOorzaak, maatregelen}
}

// maakDocument makes the sections. One that has nothing to say is left out.
func maakDocument(o Overzicht, secties []func(Overzicht) sectie) document {
	d := document{titel: titel(o), inleiding: scherm.Regel(waarover(o))}
	for _, maak := range secties {
		if s := maak(o); len(s.blokken) > 0 {
			d.secties = append(d.secties, s)
		}
	}
	return d
}

func titel(o Overzicht) string {
	t := "Klachtenrapport"
	if naam := scherm.Regel(o.Organisatie); naam != "" {
		t += " " + naam
	}
	return t
}

// zeg adds a paragraph; an empty one is left out.
func (s *sectie) zeg(alinea string) {
	if alinea = scherm.Regel(alinea); alinea != "" {
		s.blokken = append(s.blokken, blok{alinea: alinea})
	}
}

// som adds a list.
func (s *sectie) som(punten ...string) {
	schone := make([]string, len(punten))
	for i, p := range punten {
		schone[i] = scherm.Regel(p)
	}
	s.blokken = append(s.blokken, blok{punten: schone})
}

// teken adds a chart.
func (s *sectie) teken(g grafiek) { s.blokken = append(s.blokken, blok{grafiek: &g}) }

// toon adds a table; one without rows is left out.
func (s *sectie) toon(kolommen []scherm.Kolom, rijen [][]string) {
	if t := maakTabel(kolommen, rijen); len(t.rijen) > 0 {
		s.blokken = append(s.blokken, blok{tabel: &t})
	}
}

// maakTabel cleans the cells.
func maakTabel(kolommen []scherm.Kolom, rijen [][]string) tabel {
	t := tabel{kolommen: kolommen}
	for _, r := range rijen {
		schone := make([]string, len(r))
		for i, cel := range r {
			schone[i] = scherm.Regel(cel)
		}
		t.rijen = append(t.rijen, schone)
	}
	return t
}
