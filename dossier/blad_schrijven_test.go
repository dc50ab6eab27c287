package dossier

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSchrijfBlad(t *testing.T) {
	tekst := schrijfBlad(
		bladveld{sleutel: "dossierformaat", waarde: kaleWaarde("1"), toelichting: []string{"Klachtdossier.", "", "Aanpassen mag."}},
		veldVan("id", tekstWaarde("0612345678")),
		veldVan("onderwerp", tekstWaarde("Factuur: te hoog")),
		veldVan("klager", groepWaarde(
			bladveld{sleutel: "naam", waarde: tekstWaarde("José 🙂")},
			bladveld{sleutel: "e-mail", waarde: waarde{}, toelichting: []string{"niet bekend"}},
		)),
		veldVan("omschrijving", tekstWaarde("Beste mensen,\n\n  duur\nGroet")),
		bladveld{sleutel: "beloofd", waarde: groepWaarde(veldVan("voorstel", tekstWaarde("4 weken")), veldVan("gesloten", lijstWaarde())), witregel: true, toelichting: []string{"beloofd"}},
		bladveld{sleutel: "verloop", witregel: true, waarde: lijstWaarde(
			groepWaarde(veldVan("op", kaleWaarde("2026-11-20T16:40:00+01:00")), veldVan("ja of nee", tekstWaarde("ja: nee"))),
			tekstWaarde("no"), lijstWaarde(tekstWaarde("x"), groepWaarde()),
		)},
	)
	wil := `# Klachtdossier.
#
# Aanpassen mag.
dossierformaat: 1
id: "0612345678"
onderwerp: "Factuur: te hoog"
klager:
  naam: José 🙂
  # niet bekend
  e-mail: null
omschrijving: |-
  Beste mensen,

    duur
  Groet

# beloofd
beloofd:
  voorstel: 4 weken
  gesloten: []

verloop:
  - op: 2026-11-20T16:40:00+01:00
    ja of nee: "ja: nee"
  - "no"
  - - x
    - {}
`
	if d := cmp.Diff(wil, string(tekst)); d != "" {
		t.Error(d)
	}
	leesProef(t, string(tekst))
}

func TestTekstKrijgtAlleenAanhalingstekensWaarDatMoet(t *testing.T) {
	for s, wil := range map[string]string{
		"cursus Excel":                   "cursus Excel",
		"foto's van Ren\u00e9":           "foto's van Ren\u00e9",
		"https://example.nl/a?b=c#d":     "https://example.nl/a?b=c#d",
		"a:b":                            "a:b",
		"5 werkdagen":                    "5 werkdagen",
		"Nu!":                            "Nu!",
		"":                               `""`,
		"a: b":                           `"a: b"`,
		"a:":                             `"a:"`,
		"a #b":                           `"a #b"`,
		"#1":                             `"#1"`,
		"- a":                            `"- a"`,
		"---":                            `"---"`,
		"...":                            `"..."`,
		" a":                             `" a"`,
		"a ":                             `"a "`,
		"\u00a0a":                        "\"\u00a0a\"",
		"[a]":                            `"[a]"`,
		"@jan":                           `"@jan"`,
		"%a":                             `"%a"`,
		"'s-Gravenhage":                  `"'s-Gravenhage"`,
		`"Jan"`:                          `'"Jan"'`,
		`zei: "it's"`:                    `'zei: "it''s"'`,
		`zei "ja"`:                       `zei "ja"`,
		`C:\map`:                         `C:\map`,
		`\: `:                            `'\: '`,
		"a\tb":                           `"a\tb"`,
		"a\\\tb":                         `"a\\\tb"`,
		"a\r\nb":                         "\"a\\r\\n\\\n  b\"",
		"\x00\x1b\x7f\u0090\u0085":       `"\x00\x1b\x7f\x90\x85"`,
		"\u2028\u2029\ufeff\ufffe\uffff": `"\u2028\u2029\ufeff\ufffe\uffff"`,
		"null":                           `"null"`,
		"Null":                           `"Null"`,
		"~":                              `"~"`,
		"yes":                            `"yes"`,
		"No":                             `"No"`,
		"12":                             `"12"`,
		"0612345678":                     `"0612345678"`,
		"1e3":                            `"1e3"`,
		"0x1F":                           `"0x1F"`,
		"12:30":                          `"12:30"`,
		"2026-11-27":                     `"2026-11-27"`,
		".5":                             `".5"`,
		"<<":                             `"<<"`,
		"a\nb":                           "|-\n  a\n  b",
		"a\nb\n":                         "|\n  a\n  b",
		"  a\nb":                         "|2-\n    a\n  b",
		"\n  a\nb":                       "|2-\n\n    a\n  b",
		"a\n# b\n--- c\n":                "|\n  a\n  # b\n  --- c",
		"a\nb\n\n":                       "\"a\\n\\\n  b\\n\\\n  \\n\"",
		"a\n \n":                         "\"a\\n\\\n  \\ \\n\"",
		"\n\n":                           "\"\\n\\\n  \\n\"",
		"a\x01\n\nb":                     "\"a\\x01\\n\\\n  \\n\\\n  b\"",
	} {
		tekst := string(schrijfBlad(veldVan("k", tekstWaarde(s))))
		if tekst != "k: "+wil+"\n" {
			t.Errorf("%q wordt %q, wil %q", s, tekst, "k: "+wil+"\n")
		}
		if k := leesProef(t, tekst).wortel.veld("k"); k.soort != knoopWaarde || k.tekst != s {
			t.Errorf("%q komt terug als %q", s, k.tekst)
		}
	}
}

// A | block with its last empty lines kept took the empty line above the next
// key as well.
func TestTekstMetLegeRegelsAanHetEindBovenWitregel(t *testing.T) {
	b := leesProef(t, string(schrijfBlad(veldVan("a", tekstWaarde("x\n\n")), bladveld{sleutel: "b", witregel: true})))
	if s := b.wortel.veld("a").tekst; s != "x\n\n" {
		t.Errorf("kreeg %q", s)
	}
}

// What is written reads back the same, also for a reader that follows YAML 1.1
// to the letter: nothing but YAML's own printable characters, and no line ends
// but LF.
func TestWatGeschrevenWordtKomtZoTerug(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var velden []bladveld
		for _, naam := range []string{"a", "b: c", "", "1", "'"}[:rapid.IntRange(1, 5).Draw(t, "aantal")] {
			velden = append(velden, bladveld{sleutel: naam, waarde: waardegen(3).Draw(t, naam),
				witregel: rapid.Bool().Draw(t, "witregel"), toelichting: rapid.SampledFrom([][]string{nil, {"uitleg: x"}, {"twee", "regels"}}).Draw(t, "toelichting")})
		}
		tekst := schrijfBlad(velden...)
		b, err := leesBlad("k", tekst, 1<<20)
		if err != nil {
			t.Fatalf("%v\n%q", err, tekst)
		}
		if d := cmp.Diff(waardebeeld(groepWaarde(velden...)), beeld(b.wortel)); d != "" {
			t.Fatalf("%s\n%q", d, tekst)
		}
		if i := strings.IndexFunc(string(tekst), func(r rune) bool { return !leesbaar(r) || eigenaardig(r) || r == '\r' }); i >= 0 {
			t.Fatalf("onleesbaar teken op %d in %q", i, tekst)
		}
	})
}
