package rapport

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"klacht/rapport/scherm"
)

func letters(t testing.TB) *pdfletters {
	t.Helper()
	l, err := leesLetters()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestPDFToontWatHetLettertypeHeeft(t *testing.T) {
	l := letters(t)
	for _, tc := range []struct{ naam, tekst, wil string }{
		{"Nederlands", "€ 12,50 · ĳs Ĳ ë ï é á ü – … “aan” ‘een’", "€ 12,50 · ĳs Ĳ ë ï é á ü – … “aan” ‘een’"},
		{"andere schriften", "Łódź Ünal Жук Ωμέγα שלום", "Łódź Ünal Жук Ωμέγα שלום"},
		{"los accent", "cafe\u0301", "café"},
		{"gewone vorm van een sierletter", "𝐀ﬀ Ａ①\u2011", "Aff A1‐"},
		{"emoji met gezin", "👨\u200d👩\u200d👧 ❤\ufe0f", "□□□ □"},
		{"Chinees", "研修の苦情", "□□□□□"},
		{"Arabisch met klinkertekens", "شَكوى", "□□□□"},
		{"buiten het gewone vlak", "a\U0001F600b\U0010FFFDc", "a□b□c"},
		{"laatste teken van het vlak", "a\uffffb\ufffdc", "a□b□c"},
		{"brede spatie", "a\u3000b", "a b"},
		{"leeg", "", ""},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			if got := l.toonbaar(scherm.Regel(tc.tekst)); got != tc.wil {
				t.Errorf("%q wordt %q, wil %q", tc.tekst, got, tc.wil)
			}
		})
	}
}

func TestPDFToontElkeTekst(t *testing.T) {
	l := letters(t)
	rapid.Check(t, func(t *rapid.T) {
		tekst := rapid.String().Draw(t, "tekst")
		uit := l.toonbaar(tekst)
		if !l.kan(uit) {
			t.Fatalf("%q wordt %q, wat niet te tonen is", tekst, uit)
		}
		for _, r := range tekst {
			if (unicode.IsLetter(r) || unicode.IsDigit(r)) && strings.TrimSpace(uit) == "" {
				t.Fatalf("van %q blijft niets over", tekst)
			}
		}
	})
}

func TestPDFBreektRegels(t *testing.T) {
	s := letters(t).gewoon
	breed := func(tekst string) float64 { return s.breedte(tekst, 10) + 0.01 }
	for _, tc := range []struct {
		tekst string
		breed float64
		wil   []string
	}{
		{"", 100, []string{""}},
		{"een regel", 100, []string{"een regel"}},
		{"een regel", breed("een"), []string{"een", "reg", "el"}},
		{"een regel", breed("een reg"), []string{"een", "regel"}},
		{"een  regel", breed("een reg"), []string{"een", "regel"}},
		{"xxxxxx", breed("xx"), []string{"xx", "xx", "xx"}},
		{"a xxxxxx b", breed("xxxx"), []string{"a", "xxxx", "xx b"}},
		{"xxxxxx ab", breed("xxxx a"), []string{"xxxxx", "x ab"}},
		{"mmm", 0, []string{"m", "m", "m"}},
		{"vast\u00a0aan elkaar", breed("vast\u00a0aan"), []string{"vast\u00a0aan", "elkaar"}},
	} {
		if got := s.breek(tc.tekst, 10, tc.breed); !slices.Equal(got, tc.wil) {
			t.Errorf("%q in %.1f wordt %q, wil %q", tc.tekst, tc.breed, got, tc.wil)
		}
	}
}

func TestPDFRegelsPassenEnVerliezenNiets(t *testing.T) {
	l := letters(t)
	zonderSpaties := strings.NewReplacer(" ", "")
	rapid.Check(t, func(t *rapid.T) {
		tekst := l.toonbaar(rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune("aim  é\u0301\u00a0ש")), rapid.Rune())).Draw(t, "tekst"))
		breed := rapid.Float64Range(0, 200).Draw(t, "breed")
		regels := l.gewoon.breek(tekst, 10, breed)
		if got := zonderSpaties.Replace(strings.Join(regels, "")); got != zonderSpaties.Replace(tekst) {
			t.Fatalf("%q wordt %q", tekst, regels)
		}
		for _, r := range regels {
			zichtbaar := 0
			for _, c := range r {
				if l.gewoon.teken(c) > 0 {
					zichtbaar++
				}
			}
			if b := l.gewoon.breedte(r, 10); b > breed+0.001 && zichtbaar > 1 {
				t.Fatalf("%q is %.2f breed, meer dan %.2f", r, b, breed)
			}
		}
	})
}

func TestPDFKortAf(t *testing.T) {
	s := letters(t).gewoon
	if got := s.kort("Studiehuis De Linde", 10, 200); got != "Studiehuis De Linde" {
		t.Errorf("wat past, wordt %q", got)
	}
	if got := s.kort("Studiehuis De Linde", 10, s.breedte("Studiehuis D…", 10)+0.01); got != "Studiehuis D…" {
		t.Errorf("wat niet past, wordt %q", got)
	}
	if got := s.kort("Studiehuis", 10, 0); got != "…" {
		t.Errorf("zonder plaats staat er %q", got)
	}
}

// Only Hebrew is turned around; nothing outside a run of it moves.
func TestPDFZetHebreeuwsOpVolgorde(t *testing.T) {
	for _, tc := range []struct{ regel, wil string }{
		{"gewoon", "gewoon"},
		{"אבג", "גבא"},
		{"voor אבג na", "voor גבא na"},
		{"אב גד", "דג בא"},
		{"אב, 12 גד!", "בא, 12 דג!"},
		{"(אב) x", "(בא) x"},
		{"אָב", "באָ"},
		{"א x ב", "א x ב"},
		{"אב (גד) x", "(דג) בא x"},
		{"אב [גד", "דג] בא"},
		{"אב (x) גד)", "בא (x) דג)"},
	} {
		if got := opVolgorde(tc.regel); got != tc.wil {
			t.Errorf("%q wordt %q, wil %q", tc.regel, got, tc.wil)
		}
	}
}
