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
	b := &Bewijs{UitgevoerdOp: m.UitgevoerdOp, Tot: tot, Dagen: int(tot - m.UitgevoerdOp)}
	if ervoor := o.opSchrift(Periode{b.UitgevoerdOp - werkdagen.Datum(b.Dagen) + 1, b.UitgevoerdOp}); ervoor.lengte() > 0 {
		b.Van = ervoor.Van
	}
	klachten := 0
	for i := range o.rijen {
		r := &o.rijen[i]
		erna := r.op > b.UitgevoerdOp
		if r.op > b.Tot || (!erna && (b.Van == 0 || r.op < b.Van)) {
			continue
		}
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

// dagenErvoor is the number of days to compare with.
func (b *Bewijs) dagenErvoor() int {
	if b.Van == 0 {
		return 0
	}
	return int(b.UitgevoerdOp-b.Van) + 1
}

// weeg says what erna dossiers after come to against those before.
func (b *Bewijs) weeg(erna int) (p *float64, u Uitslag) {
	ervoor := statistiek.Telling{Aantal: b.Ervoor, Duur: b.dagenErvoor()}
	return weeg(ervoor, statistiek.Telling{Aantal: erna, Duur: b.Dagen})
}

// weeg says what a number comes to against the one before it. P is nil when
// there is nothing to compare.
func weeg(eerst, daarna statistiek.Telling) (p *float64, u Uitslag) {
	if eerst.Duur <= 0 || daarna.Duur <= 0 || eerst.Aantal+daarna.Aantal == 0 {
		return nil, UitslagTeWeinig
	}
	kans := statistiek.Verschil(eerst, daarna)
	switch {
	case eerst.Aantal+daarna.Aantal < kleinsteTotaal():
		u = UitslagTeWeinig
	case kans >= niveau:
		u = UitslagToeval
	case daarna.Aantal*eerst.Duur < eerst.Aantal*daarna.Duur:
		u = UitslagMinder
	default:
		u = UitslagMeer
	}
	return &kans, u
}

// kleinsteTotaal is the smallest total of two equal lengths of time that can
// tell anything. It holds for unequal ones too: of a record that began
// yesterday, with one complaint, one complaint must not be a trend.
func kleinsteTotaal() int { return statistiek.KleinsteTotaal(1, 1, niveau) }
