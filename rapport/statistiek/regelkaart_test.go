package statistiek

import (
	"math"
	"slices"
	"testing"
)

func TestCKaart(t *testing.T) {
	for _, tc := range []struct {
		bron                 string
		aantallen            []int
		midden, onder, boven float64
		buiten               []int // places, counted from 1
	}{
		{"NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1, defects on 25 wafers",
			[]int{16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13},
			16, 4, 28, []int{24}},
		{"Montgomery, Introduction to Statistical Quality Control (6th ed.), example 7.3, nonconformities in 26 samples of printed circuit boards",
			[]int{21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15},
			19.85, 6.48, 33.22, []int{6, 20}},
		{"by hand: a lower limit below 0 is 0", []int{0, 4, 8, 12, 1, 2, 1}, 4, 0, 10, []int{4}},
		{"by hand: nothing at all", []int{0, 0}, 0, 0, 0, nil},
	} {
		g := CKaart(tc.aantallen)
		for _, x := range [][2]float64{{g.Midden, tc.midden}, {g.Onder, tc.onder}, {g.Boven, tc.boven}} {
			// Montgomery rounds the mean before he goes on.
			if math.Abs(x[0]-x[1]) > 0.01 {
				t.Errorf("%s: %+v, want %v, %v, %v", tc.bron, g, tc.midden, tc.onder, tc.boven)
				break
			}
		}
		var buiten []int
		for i, n := range tc.aantallen {
			if g.Buiten(n) {
				buiten = append(buiten, i+1)
			}
		}
		if !slices.Equal(buiten, tc.buiten) {
			t.Errorf("%s: outside are %v, want %v", tc.bron, buiten, tc.buiten)
		}
	}
}
