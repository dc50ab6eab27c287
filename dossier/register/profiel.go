package register

import "klacht/dossier"

// profiel counts how the dates of one column are written.
type profiel struct {
	gevuld     int
	leeg       int // words for no date
	jaNee      int // yes or no instead of a date
	datums     int // what can be read as a date somehow
	vast       int // in one way
	kaal       int // of those, bare numbers
	vastTot12  int // of those, how many are day 12 of a month or before
	cijfers    int // in more ways
	dmj, mdj   int // of those, how many can be so
	beide      int // of those, how many can be both
	tweezijdig int // of those, how many are another day then
	paren      int // of those, how many could begin with the year
	jmd        int
	metTijd    int    // a time of day that isn't midnight
	zonder     string // the first that can be more than one day
}

func (p *profiel) neem(cel string) {
	if cel == "" {
		return
	}
	p.gevuld++
	d := leesDatum(cel)
	switch d.soort {
	case nietIngevuld:
		p.leeg++
		return
	case geenDatum:
		if _, ok := jaNee(cel); ok {
			p.jaNee++
		}
		return
	}
	p.datums++
	if d.tijd > 0 {
		p.metTijd++
	}
	if d.soort == vasteDatum {
		p.vast++
		if _, _, dag := d.dag.Delen(); dag <= 12 {
			p.vastTot12++
		}
		if d.kaal {
			p.kaal++
		}
		return
	}
	p.cijfers++
	dmj, isDMJ := d.in(dossier.VormDMJ)
	mdj, isMDJ := d.in(dossier.VormMDJ)
	if isDMJ {
		p.dmj++
	}
	if isMDJ {
		p.mdj++
	}
	if isDMJ && isMDJ {
		p.beide++
	}
	if isDMJ && isMDJ && dmj.dag != mdj.dag {
		p.tweezijdig++
	}
	if p.zonder == "" && len(d.lezingen()) > 1 {
		p.zonder = cel
	}
	if d.soort == driePaar {
		p.paren++
		if _, ok := d.in(dossier.VormJMD); ok {
			p.jmd++
		}
	}
}

// vorm says in what order the dates in digits are. It isn't sure when the column
// itself doesn't settle it.
func (p *profiel) vorm() (v dossier.Datumvorm, zeker bool) {
	switch alleenDMJ, alleenMDJ := p.dmj-p.beide, p.mdj-p.beide; {
	case p.cijfers == 0:
		return "", true
	case p.paren > 0 && p.paren == p.cijfers && p.jmd > 0:
		// 24-11-08: the year may be in front.
		if p.dmj+p.mdj == 0 {
			return dossier.VormJMD, true
		}
		return "", false
	case wint(alleenDMJ, alleenMDJ):
		return dossier.VormDMJ, true
	case wint(alleenMDJ, alleenDMJ):
		return dossier.VormMDJ, true
	case alleenDMJ+alleenMDJ+p.tweezijdig == 0:
		return dossier.VormDMJ, true // it makes no difference
	}
	return "", false
}

// wint reports whether a settles it over b: a few slips of the pen don't settle it
// the other way.
func wint(a, b int) bool { return a > 0 && b <= a/50 }

// gemengd reports whether both orders are there, and dates that can be either.
func (p *profiel) gemengd() bool {
	alleenDMJ, alleenMDJ := p.dmj-p.beide, p.mdj-p.beide
	return alleenDMJ > 0 && alleenMDJ > 0 && p.tweezijdig > 0 && !wint(alleenDMJ, alleenMDJ) && !wint(alleenMDJ, alleenDMJ)
}

// verwisseld reports whether it looks as if a spreadsheet took days for months: it
// makes dates of those that it can read, day 1 to 12 the wrong way round, and
// leaves the rest as text. Of each there must be a few, or it is chance.
func (p *profiel) verwisseld() bool {
	const paar = 2
	return p.vast >= paar && p.vastTot12 == p.vast && p.beide == 0 && (p.dmj >= paar) != (p.mdj >= paar)
}

// isDatum reports whether the column holds dates.
func (p *profiel) isDatum() bool {
	n := p.gevuld - p.leeg
	return n > 0 && p.datums*10 >= n*8
}

// isDatumOfJaNee is isDatum of a column in which it may also say whether it was
// done, as some rows do where others have the day.
func (p *profiel) isDatumOfJaNee() bool {
	n := p.gevuld - p.leeg
	return p.datums > 0 && (p.datums+p.jaNee)*10 >= n*8
}

// isZekerDatum is isDatum of a column that nobody calls a date: bare numbers are
// something else there.
func (p *profiel) isZekerDatum() bool {
	n := p.gevuld - p.leeg
	return n > 0 && (p.datums-p.kaal)*10 >= n*8
}
