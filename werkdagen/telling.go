package werkdagen

import (
	"fmt"
	"math/bits"
)

// dagenset is a set of days of one year, one bit a day from 1 January.
type dagenset [6]uint64

func (s *dagenset) zet(n Datum)        { s[n/64] |= 1 << (n % 64) }
func (s *dagenset) wis(n Datum)        { s[n/64] &^= 1 << (n % 64) }
func (s *dagenset) heeft(n Datum) bool { return s[n/64]&(1<<(n%64)) != 0 }

// eerste counts the days of the set among the first n days of the year.
func (s *dagenset) eerste(n int) int {
	som := 0
	for i, woord := range s {
		rest := n - 64*i
		if rest <= 0 {
			break
		}
		if rest < 64 {
			woord &= 1<<rest - 1
		}
		som += bits.OnesCount64(woord)
	}
	return som
}

// jaarblad is one year of a Kalender, worked out once so that counting is a
// matter of bits.
type jaarblad struct {
	nieuwjaar, oudjaar Datum
	werkdagen          dagenset // days that count as working days
	rustdagen          dagenset // no ordinary days in the sense of Algemene termijnenwet art. 1
}

// blad gives the sheet of a year within 1990–2299. Two goroutines may both make
// it; they store the same.
func (k *Kalender) blad(jaar int) *jaarblad {
	plek := &k.jaren[jaar-EersteJaar]
	if b := plek.Load(); b != nil {
		return b
	}
	b := k.nieuwBlad(jaar)
	plek.Store(b)
	return b
}

func (k *Kalender) nieuwBlad(jaar int) *jaarblad {
	b := &jaarblad{nieuwjaar: vanDelen(jaar, 1, 1), oudjaar: vanDelen(jaar, 12, 31)}
	dagen := b.oudjaar - b.nieuwjaar + 1
	for n := range dagen {
		w := (b.nieuwjaar + n).Weekdag()
		if k.inWerkweek(w) {
			b.werkdagen.zet(n)
		}
		if w >= Zaterdag {
			b.rustdagen.zet(n)
		}
	}
	for _, f := range k.feestdagen.van(jaar) {
		b.werkdagen.wis(f.Datum - b.nieuwjaar)
		b.rustdagen.zet(f.Datum - b.nieuwjaar)
	}
	for _, g := range Gelijkgestelden(jaar) {
		if k.opties.Gelijkgesteld == GelijkgesteldVrij {
			b.werkdagen.wis(g.Datum - b.nieuwjaar)
		}
		if k.opties.Gelijkgesteld != GelijkgesteldNee {
			b.rustdagen.zet(g.Datum - b.nieuwjaar)
		}
	}
	for _, s := range k.opties.Gesloten {
		for d := max(s.Van, b.nieuwjaar); d <= min(s.Tot, b.oudjaar); d++ {
			b.werkdagen.wis(d - b.nieuwjaar)
		}
	}
	return b
}

// IsWerkdag tells whether d counts as a working day: in the work week, no
// holiday, not closed, and not designated when those are off. Outside
// 1990–2299 (see BinnenBereik) no day counts.
func (k *Kalender) IsWerkdag(d Datum) bool {
	if d < eersteDatum || d > laatsteDatum {
		return false
	}
	b := k.blad(d.Jaar())
	return b.werkdagen.heeft(d - b.nieuwjaar)
}

// isRustdag tells whether d, within 1990–2299, is no ordinary day.
func (k *Kalender) isRustdag(d Datum) bool {
	b := k.blad(d.Jaar())
	return b.rustdagen.heeft(d - b.nieuwjaar)
}

// Over counts how many working days are left: those after peildatum up to and
// including uiterlijk; past it, minus those after uiterlijk up to and including
// peildatum. 0 on the day itself, and on a weekend right behind it. Days outside
// 1990–2299 (see BinnenBereik) don't count.
func (k *Kalender) Over(peildatum, uiterlijk Datum) int {
	if peildatum > uiterlijk {
		return -k.werkdagenTussen(uiterlijk, peildatum)
	}
	return k.werkdagenTussen(peildatum, uiterlijk)
}

// werkdagenTussen counts the working days after na, up to and including tot.
func (k *Kalender) werkdagenTussen(na, tot Datum) int {
	van := max(na+1, eersteDatum)
	tot = min(tot, laatsteDatum)
	if tot < van {
		return 0
	}
	b := k.blad(van.Jaar())
	som := -b.werkdagen.eerste(int(van - b.nieuwjaar))
	for tot > b.oudjaar {
		som += b.werkdagen.eerste(int(b.oudjaar-b.nieuwjaar) + 1)
		b = k.blad((b.oudjaar + 1).Jaar())
	}
	return som + b.werkdagen.eerste(int(tot-b.nieuwjaar)+1)
}

// LaatsteWerkdag gives the last working day on or before d.
func (k *Kalender) LaatsteWerkdag(d Datum) (Datum, error) {
	if err := BinnenBereik(d); err != nil {
		return 0, err
	}
	for dag := d; dag >= eersteDatum; dag-- {
		if k.IsWerkdag(dag) {
			return dag, nil
		}
	}
	return 0, fmt.Errorf("er is geen werkdag op of voor %s in de kalender, die begint in %d", d, EersteJaar)
}

// EersteGewoneDag gives the first day from d on that is no Saturday, Sunday,
// holiday or (unless these count nowhere) designated day, and the days passed
// over to get there: Algemene termijnenwet art. 1 lid 1.
func (k *Kalender) EersteGewoneDag(d Datum) (Datum, []VrijeDag, error) {
	if err := BinnenBereik(d); err != nil {
		return 0, nil, err
	}
	var voorbij []VrijeDag
	for dag := d; dag <= laatsteDatum; dag++ {
		if !k.isRustdag(dag) {
			return dag, voorbij, nil
		}
		voorbij = append(voorbij, VrijeDag{dag, k.rustredenen(dag)})
	}
	return 0, nil, fmt.Errorf("na %s is er geen gewone dag meer in de kalender, die loopt tot en met %d", d, LaatsteJaar)
}
