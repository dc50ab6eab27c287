package rapport

import "math"

// as maps values from 0 up to a length.
type as struct {
	tot  float64 // the value at the end
	stap float64 // between two ticks
}

// ronde makes an axis of whole numbers on which hoogste fits, with a tick every
// 1, 2 or 5 times a power of ten, and at most zoveel of them above zero.
func ronde(hoogste float64, zoveel int) as {
	hoogste = max(hoogste, 1)
	for macht := 1.0; ; macht *= 10 {
		for _, keer := range []float64{1, 2, 5} {
			stap := keer * macht
			if stappen := math.Ceil(hoogste / stap); stappen <= float64(zoveel) {
				return as{tot: stappen * stap, stap: stap}
			}
		}
	}
}

// op is how far along an axis of lengte a value is.
func (a as) op(waarde, lengte float64) float64 {
	return min(max(waarde, 0), a.tot) / a.tot * lengte
}

// streepjes are the values with a tick, 0 and the last among them.
func (a as) streepjes() []float64 {
	var uit []float64
	for i := 0; float64(i)*a.stap <= a.tot; i++ {
		uit = append(uit, float64(i)*a.stap)
	}
	return uit
}
