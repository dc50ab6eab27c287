package rapport

import (
	"klacht/dossier"
	"klacht/rapport/statistiek"
	"klacht/werkdagen"
)

// niveau is the probability below which a difference is more than chance.
const niveau = 0.05

// MaakBewijs compares what came in on the subject of m in the days after it was
// carried out, up to tot, with as many days before. It counts dossiers of any
// soort, destroyed ones too, that have the category of m and, where it names
// one, its cause, as far as these were known at the end of the reference date of
// m. It is nil when m was not carried out by tot, or is about no category and no
// cause.
func MaakBewijs(m *dossier.Maatregelstand, feiten []dossier.Feiten, tot werkdagen.Datum) *Bewijs {
	return nieuweOntvangsten(feiten).bewijs(m, tot)
}

// BewijsTot is the last day to count for m: that of its check, and its reference
// date while it is not checked since it was carried out.
func BewijsTot(m *dossier.Maatregelstand) werkdagen.Datum {
	if m.GecontroleerdOp != 0 && m.GecontroleerdOp >= m.UitgevoerdOp {
		return m.GecontroleerdOp
	}
	return m.Peildatum
}

func (o *ontvangsten) bewijs(m *dossier.Maatregelstand, tot werkdagen.Datum) *Bewijs {
	d := o.doel(m)
	if m.UitgevoerdOp == 0 || m.UitgevoerdOp > tot || d == (doel{}) {
		return nil
	}
	b := &Bewijs{UitgevoerdOp: m.UitgevoerdOp, Tot: tot, Dagen: int(tot - m.UitgevoerdOp), Uitslag: UitslagTeWeinig}
	b.Van = min(b.UitgevoerdOp-werkdagen.Datum(b.Dagen)+1, b.UitgevoerdOp)
	klachten := 0
	for i := range o.rijen {
		r := &o.rijen[i]
		if b.Dagen == 0 || r.op < b.Van || r.op > b.Tot {
			continue
		}
		erna := r.op > b.UitgevoerdOp
		switch ja, misschien := d.raakt(r, max(m.Peildatum, tot)); {
		case ja:
			if erna {
				b.Erna++
			} else {
				b.Ervoor++
			}
			if r.klacht {
				klachten++
			}
		case misschien && erna:
			b.NietGeanalyseerd++
		}
	}
	b.P, b.Uitslag = b.weeg(b.Erna)
	b.Zin = b.zin(klachten)
	return b
}

// weeg says what erna dossiers after come to against those before.
func (b *Bewijs) weeg(erna int) (p *float64, u Uitslag) {
	if b.Dagen == 0 || b.Ervoor+erna == 0 {
		return nil, UitslagTeWeinig
	}
	kans := statistiek.Verschil(statistiek.Telling{Aantal: b.Ervoor, Duur: b.Dagen}, statistiek.Telling{Aantal: erna, Duur: b.Dagen})
	switch {
	case kans < niveau && erna < b.Ervoor:
		u = UitslagMinder
	case kans < niveau:
		u = UitslagMeer
	case b.Ervoor+erna < statistiek.KleinsteTotaal(b.Dagen, b.Dagen, niveau):
		u = UitslagTeWeinig
	default:
		u = UitslagToeval
	}
	return &kans, u
}
