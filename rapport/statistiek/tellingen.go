// Package statistiek holds the statistics of the report: whether two counts
// differ by more than chance explains, and which counts in a row stand out. It
// knows numbers alone.
package statistiek

import "math"

// Telling is a number of events in a length of time, in any unit, as long as
// both counts that are compared have the same.
type Telling struct{ Aantal, Duur int }

// bijnaGelijk is how much likelier than the outcome seen another may be and
// still count as no likelier: what R's binom.test allows for rounding.
const bijnaGelijk = 1e-7

// Verschil tests whether two Poisson counts come from the same rate: exact, two
// sided, conditional on their total (Przyborowski and Wilenski 1940,
// Homogeneity of results in testing samples from Poisson series, Biometrika 31).
// Given the total, the first is binomial, with the share of its length of time;
// the result is the probability of all outcomes that are no likelier than the
// one seen, as R's poisson.test has it. It is in (0, 1]; one too small for a
// float64 is the smallest there is. Without events, or without time to compare,
// it is 1. The work grows with the square root of the total.
func Verschil(eerste, tweede Telling) float64 {
	a, b := eerste.Aantal, tweede.Aantal
	if a < 0 || b < 0 || a+b <= 0 || eerste.Duur <= 0 || tweede.Duur <= 0 {
		return 1
	}
	duur := float64(eerste.Duur) + float64(tweede.Duur)
	v := binomiaal{n: a + b, p: float64(eerste.Duur) / duur, q: float64(tweede.Duur) / duur}
	// Seen from the other side it is the same test, so one side will do.
	if v.verwacht() < float64(a) {
		a, v.p, v.q = b, v.q, v.p
	}
	if float64(a) == v.verwacht() {
		return 1
	}
	return v.tweezijdig(a)
}

// KleinsteTotaal is the smallest total of two counts over these lengths of time,
// both positive, at which they differ at niveau when all events are in the first
// and none in the second. With fewer, no rise to the first can be more than
// chance; with equal lengths, no difference at all.
func KleinsteTotaal(duurEerste, duurTweede int, niveau float64) int {
	aandeel := float64(duurEerste) / (float64(duurEerste) + float64(duurTweede))
	// The probability of that split alone is part of what Verschil sums.
	n := max(1, int(math.Log(niveau)/math.Log(aandeel)))
	for Verschil(Telling{n, duurEerste}, Telling{0, duurTweede}) >= niveau {
		n++
	}
	return n
}
