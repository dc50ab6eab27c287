package rapport

import "klacht/dossier"

// tel counts f as of the end of p.
func (c *Bewaarcijfers) tel(f *dossier.Feiten, p Periode) {
	if f.VernietigdOp != 0 && f.VernietigdOp <= p.Tot {
		if p.bevat(f.VernietigdOp) {
			c.Vernietigd++
		}
		return
	}
	if f.Vernietigd && f.VernietigdOp == 0 {
		return // destroyed on a day that is not known
	}
	if _, gesloten := f.GeslotenOp(p.Tot); !gesloten || f.BewarenTot == 0 || f.BewarenTot >= p.Tot {
		return
	}
	if f.Bewaarplicht {
		c.Bewaarplicht++
	} else {
		c.TeVernietigen++
	}
}
