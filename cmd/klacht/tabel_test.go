package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// alsGolden compares with a file in testdata/scherm; -bijwerken writes it.
func alsGolden(t *testing.T, naam, kreeg string) {
	t.Helper()
	pad := filepath.Join("..", "..", "testdata", "scherm", naam+".golden")
	if *bijwerken {
		if err := os.MkdirAll(filepath.Dir(pad), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(pad, []byte(kreeg), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wil, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(wil), kreeg); d != "" {
		t.Errorf("%s (-want +got; -bijwerken accepts it):\n%s", pad, d)
	}
}

func voorbeeldtabel() ([]kolom, [][]cel) {
	kolommen := []kolom{
		{titel: "Nummer"}, {titel: "Onderwerp", rekt: true}, {titel: "Wat"}, {titel: "Uiterlijk"},
		{titel: "Over", rechts: true}, {titel: "Behandelaar", mist: true},
	}
	return kolommen, [][]cel{
		{{tekst: "K2026-0007"}, {tekst: "Cursusmap kwam te laat en er ontbraken drie hoofdstukken"}, {tekst: "bevestiging"},
			{tekst: "vr 27 november 2026"}, {tekst: "-3", toon: ernstig}, {tekst: "Louise Ross"}},
		{{tekst: "K2026-0011"}, {tekst: "日本語のコースの教材が届かない、返事もない、そして電話もつながらない"}, {tekst: "voorstel"},
			{tekst: "ma 30 november 2026"}, {tekst: "1", toon: letop}, {tekst: "Zoë de Vries"}},
		{{tekst: "K2026-0012"}, {tekst: "Cafe\u0301 was dicht 👩‍🏫 \x1b[31m\u202ekop\nkoffie"}, {tekst: "voorstel"},
			{tekst: "vr 18 december 2026"}, {tekst: "12"}, {}},
		{{tekst: "K2026-0013"}, {}, {}, {}, {}, {}},
	}
}

func TestTabel(t *testing.T) {
	for _, g := range []struct {
		naam     string
		terminal bool
		breedte  int
		kleur    bool
	}{
		{"tabel-pijp", false, 80, false},
		{"tabel-40", true, 40, false},
		{"tabel-80", true, 80, false},
		{"tabel-80-kleur", true, 80, true},
		{"tabel-200", true, 200, false},
	} {
		t.Run(g.naam, func(t *testing.T) {
			om, uit, _ := proef("")
			om.terminal, om.breedte, om.kleur = g.terminal, g.breedte, g.kleur
			om.scherm().tabel(voorbeeldtabel())
			alsGolden(t, g.naam, uit.String())
			for r := range strings.Lines(uit.String()) {
				if w := ansi.StringWidth(strings.TrimSuffix(r, "\n")); g.terminal && w > g.breedte {
					t.Errorf("a line of %d columns on a terminal of %d: %q", w, g.breedte, r)
				}
			}
		})
	}
}

func TestKleurlozeTabelIsDezelfde(t *testing.T) {
	tabel := func(kleur bool) string {
		om, uit, _ := proef("")
		om.terminal, om.kleur = true, kleur
		om.scherm().tabel(voorbeeldtabel())
		return uit.String()
	}
	if d := cmp.Diff(tabel(false), ansi.Strip(tabel(true))); d != "" {
		t.Errorf("colour changes the text (-without +with):\n%s", d)
	}
}

// Whatever is in a table, no line is wider than the terminal, none ends in a space, and there is one line per row.
func TestTabelPastAltijd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kolommen := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) kolom {
			return kolom{
				titel: rapid.StringMatching(`[A-Z][a-z]{0,12}`).Draw(t, "titel"), rechts: rapid.Bool().Draw(t, "rechts"),
				rekt: rapid.Bool().Draw(t, "rekt"), mist: rapid.Bool().Draw(t, "mist"),
			}
		}), 1, 9).Draw(t, "kolommen")
		rijen := make([][]cel, rapid.IntRange(0, 4).Draw(t, "rijen"))
		for i := range rijen {
			for range kolommen {
				rijen[i] = append(rijen[i], cel{tekst: rapid.String().Draw(t, "cel")})
			}
		}
		breedte := rapid.IntRange(20, 120).Draw(t, "breedte")
		om, uit, _ := proef("")
		om.terminal, om.breedte = true, breedte
		om.scherm().tabel(kolommen, rijen)
		regels := strings.SplitAfter(uit.String(), "\n")
		if len(regels) != len(rijen)+2 || regels[len(regels)-1] != "" {
			t.Fatalf("%d lines for a title and %d rows", len(regels)-1, len(rijen))
		}
		for _, r := range regels {
			r = strings.TrimSuffix(r, "\n")
			if ansi.StringWidth(r) > breedte || strings.HasSuffix(r, " ") {
				t.Fatalf("width %d: line of %d columns: %q", breedte, ansi.StringWidth(r), r)
			}
		}
	})
}

func TestVerdeel(t *testing.T) {
	gewone, rekbare, misbare := kolom{}, kolom{rekt: true}, kolom{mist: true}
	for _, g := range []struct {
		naam     string
		kolommen []kolom
		nodig    []int
		breedte  int
		wil      []int
	}{
		{"no terminal", []kolom{gewone, rekbare}, []int{10, 500}, 0, []int{10, 500}},
		{"fits", []kolom{gewone, rekbare}, []int{10, 20}, 32, []int{10, 20}},
		{"one gives way", []kolom{gewone, rekbare}, []int{10, 50}, 40, []int{10, 28}},
		{"the widest first", []kolom{rekbare, rekbare}, []int{20, 50}, 42, []int{20, 20}},
		{"one is left out", []kolom{gewone, rekbare, misbare}, []int{10, 30, 20}, 40, []int{10, 28, -1}},
		{"then all but the first", []kolom{gewone, gewone, gewone}, []int{10, 30, 30}, 34, []int{10, 10, 10}},
		{"the first last", []kolom{gewone, gewone}, []int{30, 30}, 20, []int{15, 3}},
	} {
		if d := cmp.Diff(g.wil, verdeel(g.kolommen, g.nodig, g.breedte)); d != "" {
			t.Errorf("%s (-want +got):\n%s", g.naam, d)
		}
	}
}

func TestTekstscherm(t *testing.T) {
	for _, breedte := range []int{0, 30, 80, 200} {
		om, uit, _ := proef("")
		om.terminal, om.breedte = breedte > 0, breedte
		s := om.scherm()
		s.kop("K2026-0007 Cursusmap kwam te laat")
		s.wit()
		s.alinea("De klant schreef dat de cursusmap te laat kwam, dat er drie hoofdstukken ontbraken en dat niemand de telefoon opnam.\n\n" +
			"  Een ingesprongen regel die zo lang is dat hij moet worden afgebroken en dan ingesprongen blijft.\n" +
			"/een/pad/dat/heel/lang/is/en/heel/blijft/zodat/het/te/kopieren/is/ook/op/een/smal/scherm/K2026-0007.yaml\x1b[2J")
		s.wit()
		s.gegevens(
			paar{naam: "Klager", waarde: "Jan Jansen"},
			paar{naam: "Telefoon"},
			paar{naam: "Omschrijving", waarde: "Eerste regel.\nTweede regel, die wat langer is dan de eerste en daarom op een smal scherm onder zichzelf doorloopt."},
			paar{naam: "Stand", waarde: "te laat", toon: ernstig})
		alsGolden(t, fmt.Sprintf("tekst-%d", breedte), uit.String())
	}
}

func TestGroepenInDeHulp(t *testing.T) {
	om, uit, _ := proef("")
	cmd := wortel(om, nil)
	h := hulp{om.scherm(), cmd, []groep{{"post", nil}, {"beheer", cmd.Commands()}}}
	h.schrijf()
	if tekst := uit.String(); strings.Contains(tekst, "Post:") || !strings.Contains(tekst, "\nBeheer:\n") {
		t.Errorf("a group without commands must not show, one with must:\n%s", tekst)
	}
}

func BenchmarkTabel(b *testing.B) {
	kolommen, een := voorbeeldtabel()
	var rijen [][]cel
	for range 2500 {
		rijen = append(rijen, een...)
	}
	for b.Loop() {
		s := &tekstscherm{w: &bytes.Buffer{}, breedte: 80}
		s.tabel(kolommen, rijen)
	}
}
