package rapport

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTekstbreedte(t *testing.T) {
	for _, tc := range []struct {
		tekst string
		wil   float64 // at size 1000
	}{
		{"", 0}, {"Klachten", 3891}, {"2026", 2224}, {"é", 556}, {"ï", 278}, {"e\u0301", 556}, {"€ 1", 1390}, {"研修", 2000},
	} {
		if b := tekstbreedte(tc.tekst, 1000, false); b != tc.wil {
			t.Errorf("%q is %.0f breed, wil %.0f", tc.tekst, b, tc.wil)
		}
	}
	if gewoon, vet := tekstbreedte("Klachten", 12, false), tekstbreedte("Klachten", 12, true); vet <= gewoon {
		t.Errorf("vet is %.1f en gewoon %.1f", vet, gewoon)
	}
}

func TestBreekTekst(t *testing.T) {
	for _, tc := range []struct {
		tekst  string
		breed  float64 // in figures of 5,56
		regels int
		wil    []string
		heel   bool
	}{
		{"", 10, 2, nil, true},
		{"1234567890", 10, 2, []string{"1234567890"}, true},
		{"12345 67890", 6, 2, []string{"12345", "67890"}, true},
		{"1234567890", 5, 2, []string{"12345", "67890"}, true},
		{"12345678901", 5, 2, []string{"12345", "678…"}, false},
		{"123 45678 9", 8, 1, []string{"123 45…"}, false},
		{"12 345678 90123 4567", 9, 2, []string{"12 345678", "90123 4…"}, false},
		{"  12   3  ", 9, 2, []string{"12 3"}, true},
		{"e\u0301\u0323e\u0301", 1, 3, []string{"e\u0301\u0323", "e\u0301"}, true},
	} {
		regels, heel := breekTekst(tc.tekst, 10, tc.breed*5.56+0.01, tc.regels)
		if !slices.Equal(regels, tc.wil) || heel != tc.heel {
			t.Errorf("%q in %.0f wordt %q, %t", tc.tekst, tc.breed, regels, heel)
		}
	}
}

func TestBreekTekstPastEnVerliestNiets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zé ]{0,80}`)).Draw(t, "tekst")
		breed, zoveel := rapid.Float64Range(30, 300).Draw(t, "breed"), rapid.IntRange(1, 4).Draw(t, "regels")
		regels, heel := breekTekst(s, letter, breed, zoveel)
		if len(regels) > zoveel {
			t.Fatalf("%d regels: %q", len(regels), regels)
		}
		for _, r := range regels {
			if b := tekstbreedte(r, letter, false); b > breed+0.01 {
				t.Fatalf("%q is %.1f breed, er is %.1f", r, b, breed)
			}
		}
		kaal := func(s string) string { return strings.Join(strings.Fields(s), "") }
		alles := kaal(strings.Join(regels, ""))
		if heel && alles != kaal(s) {
			t.Fatalf("%q wordt %q", s, regels)
		}
		if !heel && (!strings.HasSuffix(alles, puntjes) || !strings.HasPrefix(kaal(s), strings.TrimSuffix(alles, puntjes))) {
			t.Fatalf("%q wordt ingekort tot %q", s, regels)
		}
	})
}

func TestRondeAs(t *testing.T) {
	for _, tc := range []struct{ hoogste, stap, tot float64 }{
		{0, 1, 1}, {1, 1, 1}, {6, 1, 6}, {7, 2, 8}, {12, 2, 12}, {13, 5, 15}, {31, 10, 40}, {100, 20, 100}, {10.3, 2, 12}, {1234, 500, 1500},
	} {
		if a := ronde(tc.hoogste, 6); a.stap != tc.stap || a.tot != tc.tot {
			t.Errorf("%.1f geeft een as tot %.0f met stappen van %.0f", tc.hoogste, a.tot, a.stap)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		hoogste := rapid.Float64Range(0, 1e9).Draw(t, "hoogste")
		a := ronde(hoogste, 6)
		s := a.streepjes()
		if a.tot < hoogste || a.stap != math.Trunc(a.stap) || len(s) < 2 || len(s) > 7 || s[len(s)-1] != a.tot {
			t.Fatalf("%.1f geeft %+v met streepjes %v", hoogste, a, s)
		}
	})
}
