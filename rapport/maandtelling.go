package rapport

import (
	"klacht/dossier"
	"klacht/werkdagen"
)

// maandtelling counts per month of a period, as of its last day.
type maandtelling struct {
	periode Periode
	eerste  int // year × 12 + month − 1 of the first month
	eind    []werkdagen.Datum
	rij     []PerMaand // Open holds the difference with the month before
}

func nieuweMaandtelling(p Periode) *maandtelling {
	m := &maandtelling{periode: p, eerste: maandnummer(p.Van)}
	_, _, dag := p.Van.Delen()
	for begin := p.Van - werkdagen.Datum(dag-1); begin <= p.Tot && p.Van <= p.Tot; begin = begin.PlusMaanden(1) {
		m.rij = append(m.rij, PerMaand{Maand: Maand(begin)})
		m.eind = append(m.eind, min(begin.PlusMaanden(1)-1, p.Tot))
	}
	return m
}

func maandnummer(d werkdagen.Datum) int {
	jaar, maand, _ := d.Delen()
	return jaar*12 + maand - 1
}

func (m *maandtelling) tel(f *dossier.Feiten) {
	if f.Ontvangen > m.periode.Tot || len(m.rij) == 0 {
		return
	}
	if m.periode.bevat(f.Ontvangen) {
		r := &m.rij[maandnummer(f.Ontvangen)-m.eerste]
		r.Ontvangen++
		r.Termijntellingen.tel(f.Termijnen, m.periode.Tot)
	}
	if s, gesloten := f.GeslotenOp(m.periode.Tot); gesloten && m.periode.bevat(s.Op) {
		m.rij[maandnummer(s.Op)-m.eerste].Afgehandeld++
	}
	// Behind the last change nothing changes any more, so only the months that
	// a dossier lived through are looked at, however long the period is.
	laatste := f.Ontvangen
	for _, s := range f.Sluitingen {
		laatste = max(laatste, s.Op)
	}
	for _, d := range f.Heropend {
		laatste = max(laatste, d)
	}
	was := false
	for i := max(0, maandnummer(f.Ontvangen)-m.eerste); i < len(m.rij); i++ {
		open := f.OpenOp(m.eind[i])
		switch {
		case open && !was:
			m.rij[i].Open++
		case was && !open:
			m.rij[i].Open--
		}
		was = open
		if m.eind[i] >= laatste {
			break
		}
	}
}

// rijen gives the months in order. It ends the counting.
func (m *maandtelling) rijen() []PerMaand {
	uit := make([]PerMaand, len(m.rij))
	open := 0
	for i, r := range m.rij {
		open += r.Open
		r.Open = open
		r.Termijntellingen = r.Termijntellingen.metPercentage()
		uit[i] = r
	}
	return uit
}
