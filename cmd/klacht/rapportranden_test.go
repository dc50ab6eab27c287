package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"klacht/rapport"
)

// randgeval is a folder at the edge of what a report can be about, and what must be seen in it.
type randgeval struct {
	naam        string
	categorieen []string
	zaken       []randzaak
	jaar        string   // that is reported on; "" is 2026
	staan       []string // in every text that people read
	getallen    map[string]float64
}

// randzaak is one complaint. Without tekst it is an ordinary one.
type randzaak struct {
	ontvangen, categorie, tekst string
	bevestigd, voorstel         string
}

func (k *kantoor) randmap(r randgeval) {
	k.t.Helper()
	var b strings.Builder
	b.WriteString("dossierformaat: 1\nprofiel: rezulto\n")
	organisatie := "Voorbeeld BV"
	if len(r.zaken) > 0 && r.zaken[0].tekst != "" {
		organisatie = r.zaken[0].tekst
	}
	fmt.Fprintf(&b, "organisatie:\n  naam: %s\ncategorieen:\n", yamltekst(organisatie))
	for _, c := range append([]string{"overig"}, r.categorieen...) {
		fmt.Fprintf(&b, "  - %s\n", yamltekst(c))
	}
	if err := os.WriteFile(filepath.Join(k.pad, procedurebestand), []byte(b.String()), 0o600); err != nil {
		k.t.Fatal(err)
	}
	for i, z := range r.zaken {
		tekst := func(anders string) string {
			if z.tekst != "" {
				return yamltekst(z.tekst)
			}
			return anders
		}
		b.Reset()
		p := func(vorm string, delen ...any) { fmt.Fprintf(&b, vorm+"\n", delen...) }
		p("id: rand%d\nsoort: klacht\nonderwerp: %s\ncategorie: %s\nkanaal: %s\nbehandelaar: %s\nbetreft: %s\ncursus: %s", i, tekst("Factuur"), yamltekst(z.categorie), tekst("e-mail"), tekst("Ilse"), tekst("R. Smit"), tekst("Excel"))
		p("klager:\n  naam: %s\n  email: %s\n  telefoon: %s\n  organisatie: %s\nomschrijving: %s\ngewenst: %s", tekst("E. Bakker"), tekst("e@example.nl"), tekst("0612345678"), tekst("Bakker"), tekst("Dubbel."), tekst("Geld."))
		p("beloofd:\n  bevestiging: 5 werkdagen\n  voorstel: 4 weken\nverloop:\n  - wat: ontvangen\n    op: %s\n    door: %s\n    tekst: %s", z.ontvangen, tekst("Sanne"), tekst("Gewoon."))
		if z.bevestigd != "" {
			p("  - wat: bevestigd\n    op: %s", z.bevestigd)
			p("  - wat: analyse\n    op: %s\n    oorzaak: %s\n    bevinding: %s", z.bevestigd, tekst("planning"), tekst("Fout."))
		}
		if z.voorstel != "" {
			p("  - wat: voorstel\n    op: %s\n    tekst: %s", z.voorstel, tekst("Geld terug."))
			p("  - wat: afgehandeld\n    op: %s\n    uitkomst: gegrond\n    tekst: %s", z.voorstel, tekst("Klaar."))
		}
		pad := filepath.Join(k.pad, z.ontvangen[:4], fmt.Sprintf("K%s-%04d", z.ontvangen[:4], i+1))
		if err := os.MkdirAll(pad, 0o700); err != nil {
			k.t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(pad, "klacht.yaml"), []byte(b.String()), 0o600); err != nil {
			k.t.Fatal(err)
		}
	}
}

// yamltekst is s between double quotes, with escapes: JSON's are YAML's too.
func yamltekst(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// herhaal gives n complaints, each made by maak.
func herhaal(n int, maak func(i int) randzaak) []randzaak {
	uit := make([]randzaak, n)
	for i := range uit {
		uit[i] = maak(i)
	}
	return uit
}

func randen() []randgeval {
	dag := func(i int) string { return fmt.Sprintf("2026-%02d-%02d", 1+i%9, 1+i%28) }
	lang := strings.Repeat("een heel lange categorie ", 8)
	dertig := make([]string, 30)
	for i := range dertig {
		dertig[i] = fmt.Sprintf("categorie nummer %d", i+1)
	}
	uit := []randgeval{
		{naam: "lege map", getallen: map[string]float64{"ontvangen": 0, "open": 0}},
		{naam: "lege periode", jaar: "2025", zaken: []randzaak{{ontvangen: "2026-02-03", categorie: "overig"}}, getallen: map[string]float64{"ontvangen": 0, "open": 0}},
		{naam: "één klacht", zaken: []randzaak{{ontvangen: "2026-02-03", categorie: "overig", bevestigd: "2026-02-04", voorstel: "2026-02-10"}}, getallen: map[string]float64{"ontvangen": 1, "afgehandeld": 1, "open": 0}},
		{naam: "alles te laat", zaken: herhaal(17, func(i int) randzaak { return randzaak{ontvangen: dag(i), categorie: "overig"} }), staan: []string{"17"}, getallen: map[string]float64{"ontvangen": 17, "open": 17}},
		{
			naam:  "niets te laat",
			zaken: herhaal(13, func(i int) randzaak { return randzaak{dag(i), "overig", "", dag(i), dag(i)} }), staan: []string{"13"}, getallen: map[string]float64{"ontvangen": 13, "afgehandeld": 13},
		},
		{
			naam: "dertig categorieën", categorieen: dertig,
			zaken: herhaal(60, func(i int) randzaak { return randzaak{ontvangen: dag(i), categorie: dertig[i%30]} }), staan: append(dertig, "60"), getallen: map[string]float64{"ontvangen": 60},
		},
		{naam: "categorie van 200 tekens", categorieen: []string{lang}, zaken: []randzaak{{ontvangen: "2026-02-03", categorie: lang}}, staan: []string{"een heel lange"}, getallen: map[string]float64{"ontvangen": 1}},
		{naam: "categorie van 200 tekens zonder spaties", categorieen: []string{strings.Repeat("x", 200)}, zaken: []randzaak{{ontvangen: "2026-02-03", categorie: strings.Repeat("x", 200)}}, getallen: map[string]float64{"ontvangen": 1}},
	}
	for _, kwaad := range []string{
		"<script>alert(1)</script>", "=cmd|' /C calc'!A0", "\u001b[31mrood\u001b[0m\u001b]0;titel\u0007", "abc\u202egpj.exe\u2066x\u2069", "שלום עולם تלונה", "</svg><img src=x onerror=alert(1)>",
		`"'><style>*{display:none}</style>`, "]]> --> */ \\n (Tj) endstream", "{{.}} %s %!d(MISSING)", "a\u0000b\u009bc", "javascript:alert(1)", "研修👨‍👩‍👧é́",
	} {
		zuiver := strings.Map(func(r rune) rune {
			if r < ' ' || r >= 0x7f && r < 0xa0 {
				return -1 // YAML of klacht refuses them: they can't come to stand in a record
			}
			return r
		}, kwaad)
		uit = append(uit, randgeval{
			naam: fmt.Sprintf("tekst %q", kwaad), categorieen: []string{zuiver, zuiver + " 2"}, getallen: map[string]float64{"ontvangen": 3},
			zaken: []randzaak{
				{"2026-02-03", zuiver, zuiver, "2026-02-04", "2026-02-10"}, {"2026-03-03", zuiver, zuiver, "2026-04-04", ""}, {ontvangen: "2026-09-01", categorie: zuiver + " 2", tekst: zuiver},
			},
		})
	}
	return uit
}

// TestRapportAanDeRand makes the report of each of them in every format there is; with -short, of one in four.
func TestRapportAanDeRand(t *testing.T) {
	for i, r := range randen() {
		if testing.Short() && i%4 != 0 {
			continue
		}
		t.Run(r.naam, func(t *testing.T) {
			t.Parallel()
			k := nieuwKantoor(t)
			k.randmap(r)
			jaar := r.jaar
			if jaar == "" {
				jaar = "2026"
			}
			o := ontleed[map[string]any](t, k.goed("rapport", "--periode", jaar, "--formaat", "json"))
			for naam, wil := range r.getallen {
				if o[naam] != wil {
					t.Errorf("%s is %v, wil %v", naam, o[naam], wil)
				}
			}
			for _, f := range rapport.Formaten(rapport.Scherm{}) {
				for _, namen := range [][]string{nil, {"--met-namen"}} {
					args := append([]string{"rapport", "--periode", jaar, "--formaat", f.Naam}, namen...)
					uit, fout, code := k.voer(args...)
					if code != codeGedaan || fout != "" || uit == "" {
						t.Fatalf("klacht %q: exit %d, %d bytes\n%s", args, code, len(uit), fout)
					}
					if f.Binair {
						isHeel(t, f, uit)
						continue
					}
					isOnschuldigRapport(t, f, uit)
					for _, s := range r.staan {
						if !strings.Contains(uit, s) {
							t.Errorf("%s: %q staat er niet in", f.Naam, s)
						}
					}
				}
			}
		})
	}
}

// isOnschuldigRapport fails where text could steer a terminal, a browser or whoever reads it.
func isOnschuldigRapport(t *testing.T, f rapport.Formaat, uit string) {
	t.Helper()
	if !utf8.ValidString(uit) {
		t.Errorf("%s is geen UTF-8", f.Naam)
	}
	for _, teken := range uit {
		if teken != '\n' && stuurt(teken) {
			t.Errorf("%s heeft het teken %U", f.Naam, teken)
			return
		}
	}
	switch f.Naam {
	case "scherm": // there, markup is text and no more
		return
	case "json":
		if !json.Valid([]byte(uit)) {
			t.Error("json is geen JSON")
		}
		return
	}
	klein := strings.ToLower(uit)
	for _, gevaar := range []string{"<script", "<img", "</svg><img", "alert(1)>", "'><style>", "href=\"javascript"} {
		if strings.Contains(klein, gevaar) {
			t.Errorf("%s bevat %s", f.Naam, gevaar)
		}
	}
}

// isHeel looks whether a binary report can be opened at all; what stands in it is for the tests of its format.
func isHeel(t *testing.T, f rapport.Formaat, uit string) {
	t.Helper()
	switch {
	case strings.HasPrefix(uit, "%PDF-"):
		if !strings.HasSuffix(strings.TrimSpace(uit), "%%EOF") || !strings.Contains(uit, "startxref") {
			t.Errorf("%s houdt te vroeg op", f.Naam)
		}
	case strings.HasPrefix(uit, "PK"):
		z, err := zip.NewReader(bytes.NewReader([]byte(uit)), int64(len(uit)))
		if err != nil {
			t.Fatalf("%s: %v", f.Naam, err)
		}
		for _, deel := range z.File {
			r, err := deel.Open()
			if err != nil {
				t.Fatalf("%s: %s: %v", f.Naam, deel.Name, err)
			}
			inhoud, err := io.ReadAll(r) // checks its sum
			if err != nil {
				t.Errorf("%s: %s: %v", f.Naam, deel.Name, err)
			}
			if strings.HasPrefix(deel.Name, "xl/worksheets/") && bytes.Contains(inhoud, []byte("<f>")) && bytes.Contains(inhoud, []byte("cmd|")) {
				t.Errorf("%s: %s: een cel rekent", f.Naam, deel.Name)
			}
			_ = r.Close()
		}
	default:
		t.Errorf("%s is geen PDF en geen zip: %q", f.Naam, uit[:min(20, len(uit))])
	}
}
