package rapport

import "testing"

func TestKwantiel(t *testing.T) {
	for _, tc := range []struct {
		bron    string
		waarden []int
		tienden int
		wil     float64
	}{
		{"R: quantile(1:10, .5)", []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 5, 5.5},
		{"R: quantile(1:10, .9)", []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 9, 9.1},
		{"R: quantile(1:11, .9)", []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 9, 10},
		{"Excel, voorbeeld bij PERCENTILE.INC (dezelfde definitie)", []int{1, 2, 3, 4}, 3, 1.9},
		{"NumPy, voorbeeld bij percentile: [[10 7 4] [3 2 1]]", []int{1, 2, 3, 4, 7, 10}, 5, 3.5},
		// Hyndman and Fan type 7: position 1+(n-1)p = 1+7×0.9 = 7.3, so
		// 6 + 0.3×(9-6).
		{"met de hand: n = 8", []int{1, 1, 2, 3, 4, 5, 6, 9}, 9, 6.9},
		{"één waarde", []int{7}, 9, 7},
		{"twee waarden", []int{0, 1}, 9, 0.9},
		{"gelijke waarden", []int{4, 4, 4}, 9, 4},
	} {
		if got := kwantiel(tc.waarden, tc.tienden); got != tc.wil {
			t.Errorf("%s: %v, wil %v", tc.bron, got, tc.wil)
		}
	}
}

func TestPercentage(t *testing.T) {
	for _, tc := range []struct {
		deel, geheel int
		wil          float64
	}{
		{0, 1, 0}, {1, 1, 100}, {1, 2, 50}, {1, 3, 33.3}, {2, 3, 66.7}, {39, 40, 97.5},
		{1, 16, 6.3},        // 6.25
		{1, 2000, 0.1},      // 0.05
		{1999, 2000, 100},   // 99.95
		{11, 12, 91.7},      // 91.666…
		{124, 1000, 12.4},   // on the tenth
		{1249, 10000, 12.5}, // 12.49
	} {
		got := percentage(tc.deel, tc.geheel)
		if got == nil || *got != tc.wil {
			t.Errorf("%d van %d is %v, wil %v", tc.deel, tc.geheel, got, tc.wil)
		}
	}
	if got := percentage(0, 0); got != nil {
		t.Errorf("0 van 0 is %v, wil niets", *got)
	}
}
