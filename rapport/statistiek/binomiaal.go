package statistiek

import (
	"math"
	"sort"
)

// binomiaal is the distribution of the number of successes in n trials, each
// with probability p; q is 1 − p, known apart because it loses nothing then.
type binomiaal struct {
	n    int
	p, q float64
}

func (v binomiaal) verwacht() float64 { return float64(v.n) * v.p }

// tweezijdig gives the probability of all outcomes no likelier than k, which is
// below what is expected.
func (v binomiaal) tweezijdig(k int) float64 {
	// From the expected number on, outcomes grow less likely.
	logK := v.logKans(k)
	vanaf := int(math.Ceil(v.verwacht()))
	grens := vanaf + sort.Search(v.n-vanaf+1, func(i int) bool {
		return v.logKans(vanaf+i) <= logK+math.Log1p(bijnaGelijk)
	})
	// Everything is reckoned in parts of the probability of k, because that
	// itself can be too small for a float64.
	delen := v.staart(k, -1)
	if grens <= v.n {
		delen += math.Exp(v.logKans(grens)-logK) * v.staart(grens, 1)
	}
	return min(1, max(math.SmallestNonzeroFloat64, math.Exp(logK+math.Log(delen))))
}

// staart sums the probabilities from k outwards (stap −1: down, 1: up), in parts
// of that of k. Each is smaller than the one before.
func (v binomiaal) staart(k, stap int) float64 {
	const verwaarloosbaar = 1e-17
	som, deel := 1.0, 1.0
	for deel > verwaarloosbaar*som {
		if stap < 0 {
			deel *= float64(k) * v.q / (float64(v.n-k+1) * v.p)
		} else {
			deel *= float64(v.n-k) * v.p / (float64(k+1) * v.q)
		}
		som += deel
		k += stap
	}
	return som
}

// logKans gives the logarithm of the probability of k, by the saddle-point
// expansion of Loader (2000), Fast and accurate computation of binomial
// probabilities: sums and differences of large logarithms would lose the digits
// that count.
func (v binomiaal) logKans(k int) float64 {
	n, x, y := float64(v.n), float64(k), float64(v.n-k)
	switch {
	case k == 0:
		return n * logKleiner(v.q, v.p)
	case k == v.n:
		return n * logKleiner(v.p, v.q)
	}
	return stirlingrest(n) - stirlingrest(x) - stirlingrest(y) - afwijking(x, n*v.p) - afwijking(y, n*v.q) +
		0.5*math.Log(n/(2*math.Pi*x*y))
}

// logKleiner gives log a, where a + b = 1.
func logKleiner(a, b float64) float64 {
	if b < 0.5 {
		return math.Log1p(-b)
	}
	return math.Log(a)
}

// stirlingrest gives what Stirling's formula for log n! falls short of it.
func stirlingrest(n float64) float64 {
	const reeksVanaf = 16
	if n < reeksVanaf {
		logFaculteit, _ := math.Lgamma(n + 1)
		return logFaculteit - (n+0.5)*math.Log(n) + n - 0.5*math.Log(2*math.Pi)
	}
	n2 := n * n
	return (1.0/12 - (1.0/360-(1.0/1260-(1.0/1680-1.0/1188/n2)/n2)/n2)/n2) / n
}

// afwijking gives x log(x/m) + m − x, which is small when x is near to m.
func afwijking(x, m float64) float64 {
	d := (x - m) / (x + m)
	if math.Abs(d) >= 0.1 {
		return x*math.Log(x/m) + m - x
	}
	// log(x/m) = 2 (d + d³/3 + d⁵/5 + …)
	som, macht := (x-m)*d, 2*x*d
	for j := 3.0; ; j += 2 {
		macht *= d * d
		volgende := som + macht/j
		if volgende == som {
			return som
		}
		som = volgende
	}
}
