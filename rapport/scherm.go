package rapport

import (
	"io"
	"strings"

	"klacht/rapport/scherm"
)

// Scherm says how the report is laid out for reading.
type Scherm struct {
	Breedte int  // columns; 0 for 80
	Kleur   bool // headings may be bold
	Kort    bool // the main points alone
}

const (
	gewoneBreedte   = 80
	kleinsteBreedte = 40
)

// Schrijf writes the report as text in lines of at most s.Breedte columns.
func (s Scherm) Schrijf(w io.Writer, o Overzicht) error {
	if s.Breedte <= 0 {
		s.Breedte = gewoneBreedte
	}
	secties := alles()
	if s.Kort {
		secties = hoofdpunten()
	}
	d := maakDocument(o, secties)
	var b strings.Builder // written at once
	vel := scherm.Nieuw(&b, max(s.Breedte, kleinsteBreedte), s.Kleur)
	vel.Kop(d.titel)
	vel.Alinea(d.inleiding)
	for _, deel := range d.secties {
		vel.Wit()
		vel.Kop(deel.kop)
		for i, blok := range deel.zonderGrafieken() {
			if i > 0 {
				vel.Wit()
			}
			switch {
			case blok.tabel != nil:
				vel.Tabel(blok.tabel.kolommen, blok.tabel.cellen())
			case len(blok.punten) > 0:
				vel.Punten(blok.punten...)
			default:
				vel.Alinea(blok.alinea)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// cellen are the rows as the screen takes them.
func (t *tabel) cellen() [][]scherm.Cel {
	rijen := make([][]scherm.Cel, len(t.rijen))
	for i, r := range t.rijen {
		rijen[i] = scherm.Rij(r...)
	}
	return rijen
}
