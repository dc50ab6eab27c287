package statistiek

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// What R 4.2.2 answers to poisson.test(c(a, b), c(s, t))$p.value, to 15 digits.
// The first is the example in its documentation: Fredericia against three other
// cities. 2 against 9 is the example of the vignette of the package
// rateratio.test, which doubles one tail instead (0.05011).
var vanR = []struct {
	a, b, s, t int
	p          float64
}{
	{11, 6 + 8 + 7, 800, 1083 + 1050 + 878, 0.0796686330333295},
	{6, 1, 182, 182, 0.125},
	{1, 6, 182, 182, 0.125},
	{5, 0, 91, 91, 0.0625},
	{0, 5, 91, 91, 0.0625},
	{6, 0, 91, 91, 0.03125},
	{5, 0, 92, 91, 0.0625186631231575},
	{0, 5, 92, 91, 0.030405455433436},
	{6, 0, 92, 91, 0.03126399755135},
	{7, 1, 1, 1, 0.0703125},
	{8, 1, 1, 1, 0.0390625},
	{9, 2, 1, 1, 0.0654296875},
	{3, 3, 1, 1, 1},
	{4, 3, 1, 1, 1},
	{1, 0, 1, 1, 1},
	{2, 9, 17877, 16660, 0.0330942032059148},
	{10, 4, 31, 90, 0.000424270271925352},
	{0, 4, 30, 335, 1},
	{7, 3, 90, 30, 0.718432426452637},
	{1, 0, 1, 19, 0.05},
	{3, 17, 1, 9, 0.444649849401104},
	{30, 170, 1, 9, 0.0243978158868691},
	{12, 5, 10, 3, 0.56489953372448},
	{520, 480, 365, 365, 0.217448293204141},
	{560, 440, 365, 365, 0.000165049870550453},
	{600, 400, 366, 365, 3.36093922776452e-10},
	{100, 0, 1, 1, 1.57772181044201e-30},
	{500, 0, 1, 1, 6.10987272699958e-151},
	{1000, 0, 1, 1, 1.86652723700651e-301},
	{50500, 49500, 1, 1, 0.0015823598788516},
	{50100, 49900, 1, 1, 0.529157294080193},
	{51000, 49000, 1, 1, 2.58871603834689e-10},
	{70000, 30000, 2, 1, 1.15597181078817e-112},
	{500000, 501000, 1, 1, 0.318036540840323},
	{50000000, 50010000, 365, 365, 0.317383100289942},
}

func TestVerschilIsDatVanR(t *testing.T) {
	for _, tc := range vanR {
		p := Verschil(Telling{tc.a, tc.s}, Telling{tc.b, tc.t})
		if math.Abs(p-tc.p) > 1e-9*tc.p {
			t.Errorf("%d in %d against %d in %d: p = %.15g, R says %.15g (%.1e apart)", tc.a, tc.s, tc.b, tc.t, p, tc.p, p/tc.p-1)
		}
	}
}

func TestVerschilZonderGegevens(t *testing.T) {
	for _, tc := range [][2]Telling{{{0, 5}, {0, 5}}, {{3, 0}, {4, 0}}, {{3, 0}, {4, 2}}, {{3, 2}, {4, 0}}, {{-1, 2}, {4, 2}}} {
		if p := Verschil(tc[0], tc[1]); p != 1 {
			t.Errorf("%v: %v", tc, p)
		}
	}
}

// What is too small for a float64 is not 0: it would say that it can't be.
func TestVerschilWordtNooitNul(t *testing.T) {
	for _, tc := range [][2]Telling{{{100_000, 1}, {0, 1}}, {{0, 400}, {300, 1}}, {{1 << 31, 1}, {0, 1}}, {{1 << 31, 1}, {1 << 20, 1}}} {
		if p := Verschil(tc[0], tc[1]); p != math.SmallestNonzeroFloat64 {
			t.Errorf("%v: %v", tc, p)
		}
	}
}

// rechtstreeks sums the binomial probabilities as fractions of whole numbers.
func rechtstreeks(a, b, s, t int) float64 {
	n := a + b
	gewicht := func(k int) *big.Int {
		w := new(big.Int).Binomial(int64(n), int64(k))
		w.Mul(w, new(big.Int).Exp(big.NewInt(int64(s)), big.NewInt(int64(k)), nil))
		return w.Mul(w, new(big.Int).Exp(big.NewInt(int64(t)), big.NewInt(int64(n-k)), nil))
	}
	som, gezien := new(big.Int), gewicht(a)
	for k := range n + 1 {
		if w := gewicht(k); w.Cmp(gezien) <= 0 {
			som.Add(som, w)
		}
	}
	alles := new(big.Int).Exp(big.NewInt(int64(s+t)), big.NewInt(int64(n)), nil)
	p, _ := new(big.Rat).SetFrac(som, alles).Float64()
	return p
}

func TestVerschilIsDeSomVanBreuken(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, b := rapid.IntRange(0, 80).Draw(rt, "a"), rapid.IntRange(0, 80).Draw(rt, "b")
		s, u := rapid.IntRange(1, 400).Draw(rt, "s"), rapid.IntRange(1, 400).Draw(rt, "t")
		if a+b == 0 {
			rt.Skip("nothing was counted")
		}
		wil, p := rechtstreeks(a, b, s, u), Verschil(Telling{a, s}, Telling{b, u})
		if math.Abs(p-wil) > 1e-11*wil {
			rt.Errorf("p = %v, directly %v", p, wil)
		}
	})
}

func tellingen(groot int) *rapid.Generator[Telling] {
	return rapid.Custom(func(t *rapid.T) Telling {
		return Telling{rapid.IntRange(0, groot).Draw(t, "aantal"), rapid.IntRange(1, 100_000).Draw(t, "duur")}
	})
}

func TestVerschilEigenschappen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a, b := tellingen(1_000_000).Draw(rt, "eerste"), tellingen(1_000_000).Draw(rt, "tweede")
		p := Verschil(a, b)
		if !(p > 0 && p <= 1) {
			rt.Fatalf("p = %v", p)
		}
		if om := Verschil(b, a); math.Abs(om-p) > 1e-9*p {
			rt.Errorf("p = %v, and %v the other way round", p, om)
		}
		// With the same total, one further from what is expected is no likelier.
		aandeel := float64(a.Duur) / float64(a.Duur+b.Duur)
		verder, terug := a, b
		if float64(a.Aantal) < float64(a.Aantal+b.Aantal)*aandeel {
			verder, terug = b, a
		}
		if terug.Aantal > 0 {
			verder.Aantal++
			terug.Aantal--
			if q := Verschil(verder, terug); q > p*(1+1e-9) {
				rt.Errorf("p = %v, and one further out %v", p, q)
			}
		}
	})
}

func FuzzVerschil(f *testing.F) {
	for _, tc := range vanR {
		f.Add(int32(tc.a), int32(tc.b), int32(tc.s), int32(tc.t))
	}
	f.Add(int32(math.MaxInt32), int32(math.MaxInt32), int32(math.MaxInt32), int32(1))
	f.Add(int32(math.MaxInt32), int32(1), int32(1), int32(math.MaxInt32))
	f.Fuzz(func(t *testing.T, a, b, s, u int32) {
		p := Verschil(Telling{int(a), int(s)}, Telling{int(b), int(u)})
		if !(p > 0 && p <= 1) {
			t.Errorf("p = %v", p)
		}
	})
}

func TestKleinsteTotaal(t *testing.T) {
	for _, tc := range []struct {
		s, t   int
		niveau float64
		wil    int
	}{
		{91, 91, 0.05, 6}, // 5: 2/32 = 0.0625; 6: 2/64
		{1, 1, 0.01, 8},   // 7: 2/128 = 0.0156; 8: 2/256
		{92, 91, 0.05, 6},
		{91, 92, 0.05, 5}, // 91/183 to the fifth: 0.0304, and none on the other side is so rare
		{1, 19, 0.05, 2},  // 1: 0.05 is not below it
		{1, 99, 0.05, 1},
		{3, 1, 0.05, 12}, // 0.75 to the twelfth, 0.0317, and 0 to 4 below it
	} {
		n := KleinsteTotaal(tc.s, tc.t, tc.niveau)
		if n != tc.wil {
			t.Errorf("%d against %d: %d, want %d", tc.s, tc.t, n, tc.wil)
		}
		for k := range n {
			if p := Verschil(Telling{k, tc.s}, Telling{0, tc.t}); p < tc.niveau {
				t.Errorf("%d against %d: %d of %d would do (p = %v)", tc.s, tc.t, k, n, p)
			}
		}
	}
}

func BenchmarkVerschil(b *testing.B) {
	for naam, tc := range map[string][2]Telling{
		"10": {{6, 182}, {4, 182}}, "100000, near": {{50_100, 365}, {49_900, 365}}, "100000, far": {{100_000, 365}, {0, 365}}, "100 million": {{50_000_000, 365}, {50_010_000, 365}},
	} {
		b.Run(naam, func(b *testing.B) {
			for b.Loop() {
				Verschil(tc[0], tc[1])
			}
		})
	}
}
