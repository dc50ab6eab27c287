package statistiek

import "math"

// Grenzen are the centre line and the control limits of a chart.
type Grenzen struct{ Midden, Onder, Boven float64 }

// CKaart gives the limits of a c-chart of counts over equal spaces of time: three
// standard deviations of a Poisson count on both sides of the mean, and never
// below 0 (ISO 7870-2:2013, Shewhart control charts). There must be a count.
func CKaart(aantallen []int) Grenzen {
	som := 0
	for _, n := range aantallen {
		som += n
	}
	c := float64(som) / float64(len(aantallen))
	return Grenzen{Midden: c, Onder: max(0, c-3*math.Sqrt(c)), Boven: c + 3*math.Sqrt(c)}
}

// Buiten reports whether a count is outside the limits; on a limit is within.
func (g Grenzen) Buiten(aantal int) bool {
	return float64(aantal) < g.Onder || float64(aantal) > g.Boven
}
