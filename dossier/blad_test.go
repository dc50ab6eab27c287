package dossier

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func leesProef(t *testing.T, tekst string) *blad {
	t.Helper()
	b, err := leesBlad("2026/K2026-0007/klacht.yaml", []byte(tekst), 1<<20)
	if err != nil {
		t.Fatalf("%v\n%s", err, tekst)
	}
	return b
}

func TestTekstBlijftTekst(t *testing.T) {
	for geschreven, wil := range map[string]any{
		"0612345678":             "0612345678",
		"yes":                    "yes",
		"2026-11-20":             "2026-11-20",
		"12:30":                  "12:30",
		"1_000":                  "1_000",
		"Null":                   "Null", // a name
		"null":                   nil,
		"~":                      nil,
		"":                       nil,
		"''":                     "",
		"'null'":                 "null",
		"\"a\\tb\\u00e9\"":       "a\tbé",
		"'it''s'":                "it's",
		"a # b":                  "a",
		"a#b":                    "a#b",
		"over\n  regels":         "over regels",
		"over\n\n  regels":       "over\nregels",
		"|\n  a\n   b\n\n  c\n":  "a\n b\n\nc\n",
		">-\n  a\n  b\n\n  c\n":  "a b\nc",
		"|\n  zonder regeleinde": "zonder regeleinde\n",
		"a\u0085b":               "a\u0085b",
		"a\u2028b\u2029c":        "a\u2028b\u2029c",
		"'a\ufeffb'":             "a\ufeffb",
		"[a, 'b, c']":            []any{"a", "b, c"},
		"{a: b, c: }":            []veldbeeld{{"a", "b"}, {"c", nil}},
		"\n- a\n-\n- - b\n":      []any{"a", nil, []any{"b"}},
	} {
		for _, vorm := range []string{"k: %s", "k: %s\n", "\ufeff# kop\n\nk: %s\n...\n"} {
			if strings.Contains(geschreven, "zonder regeleinde") && vorm != "k: %s" {
				continue
			}
			tekst := strings.Replace(vorm, "%s", geschreven, 1)
			b := leesProef(t, tekst)
			if d := cmp.Diff(wil, beeld(b.wortel.veld("k"))); d != "" {
				t.Errorf("%q: %s", tekst, d)
			}
			crlf := leesProef(t, strings.ReplaceAll(tekst, "\n", "\r\n"))
			if d := cmp.Diff(wil, beeld(crlf.wortel.veld("k"))); d != "" {
				t.Errorf("%q met CRLF: %s", tekst, d)
			}
		}
	}
}

func TestRegelsTellenZoalsInEenEditor(t *testing.T) {
	b := leesProef(t, "\ufeff# \u0085 \u2028 tellen niet\r\na: b\u2028c\r\n\r\nd: |\r\n  x\r\n  y\r\ne:\r\n  - f: g\r\n")
	for sleutel, wil := range map[string]int{"a": 2, "d": 4, "e": 7} {
		if p := b.wortel.paar(sleutel); p.sleutel.regel != wil {
			t.Errorf("%s op regel %d, wil %d", sleutel, p.sleutel.regel, wil)
		}
	}
	if r := b.wortel.veld("e").items[0].regel; r != 8 {
		t.Errorf("item op regel %d, wil 8", r)
	}
}

func TestVeldVanNiets(t *testing.T) {
	b := leesProef(t, "a: b\n")
	if k := b.wortel.veld("x").veld("y"); !k.isLeeg() {
		t.Errorf("kreeg %v", k)
	}
}

func TestFoutenMetRegelEnRaad(t *testing.T) {
	diep := "a: " + strings.Repeat("[", 40) + strings.Repeat("]", 40) + "\n"
	for _, g := range []struct{ naam, tekst, fout, tip string }{
		{"tab", "a: b\n# c\n\tc: d\n", ":3: regel 3 begint met een tab", "gebruik spaties om in te springen"},
		{"tab in blok", "klager:\n\tnaam: Jan\n", ":2: regel 2 begint met een tab", "gebruik spaties om in te springen"},
		{"tab onder tekst", "a: |\n  b\n\tc\n", ":3: regel 3 begint met een tab", "gebruik spaties om in te springen"},
		{"tab na streepje", "a:\n-\tb\n", ":2: op regel 2 staat een tab achter het streepje", "zet er een spatie"},
		{"dubbele sleutel", "a: 1\nb: 2\n\n\"a\": 3\n", `:4: de sleutel "a" staat er twee keer (regel 1 en regel 4)`, "laat er één staan"},
		{"dubbele sleutel dieper", "v:\n  - a: 1\n    a: 2\n", `:3: de sleutel "a" staat er twee keer (regel 2 en regel 3)`, "laat er één staan"},
		{"dubbele punt", "onderwerp: Klacht: te laat\n", ":1: op regel 1 staat een dubbele punt in de waarde", raadAanhalen},
		{"regeleinde van YAML 1.1 is tekst", "x: 1\na: b\u0085c: d\n", ":2: op regel 2 staat een dubbele punt in de waarde", raadAanhalen},
		{"te ver ingesprongen", "klager:\n  naam: Jan\n    email: x\n", ":3: regel 3 past niet bij de regels erboven", raadInspringen},
		{"eerste regel fout", "naam: 'foto's'\n", ":1: op regel 1 staat tekst achter een aanhalingsteken", `zet de hele waarde tussen dubbele aanhalingstekens, met \" voor een aanhalingsteken in de tekst`},
		{"minder ingesprongen", "klager:\n    naam: Jan\n  email: x\n", ":3: regel 3 past niet bij de regels erboven", "kijk of hij even ver inspringt als zijn buren, en of er geen tekst achter een aanhalingsteken staat"},
		{"vreemd item", "a: 1\nv:\n  - b: 1\n  c: 2\n", ":4: regel 4 past niet bij de lijst erboven", "begin elk onderdeel van de lijst met een streepje, even ver ingesprongen"},
		{"geen dubbele punt", "a: b\nzomaar tekst\nc: d\n", ":2: op regel 2 ontbreekt een dubbele punt achter de sleutel", "schrijf sleutel: waarde, of zet tekst van meer regels onder een |"},
		{"open aanhaling", "a: b\nc: \"d\ne: f\n", ":2: het aanhalingsteken waarmee de tekst op regel 2 begint, wordt niet gesloten", raadAanhalingEind},
		{"open lijst", "a: b\nc: [d\ne: f\n", ":2: de lijst die op regel 2 met [ begint, mist een komma of ]", "zet een komma tussen de onderdelen en ] aan het eind, of tekst met [ tussen aanhalingstekens"},
		{"backslash", "a: \"C:\\map\"\n", `:1: in de tekst tussen dubbele aanhalingstekens die op regel 1 begint, staat een \ met iets onbekends erachter`, raadBackslash},
		{"apenstaart", "a: b\nc: @jan\n", ":2: op regel 2 begint een waarde met een teken dat dat niet mag (zoals @, % of `)", raadAanhalen},
		{"tweede document", "a: b\n---\nc: d\n", ":2: op regel 2 begint een tweede document", "een bestand bevat één document: haal de regel met --- of ... en wat erbij hoort weg"},
		{"tweede leeg document", "a: b\n---\n", ":2: op regel 2 begint een tweede document", "een bestand bevat één document: haal de regel met --- of ... en wat erbij hoort weg"},
		{"anker", "a: &x b\n", ":1: op regel 1 staat een verwijzing (&x)", "haal haar weg, of zet tekst die met & begint tussen aanhalingstekens"},
		{"alias", "a: b\nc: *x\n", ":2: de verwijzing *x wijst nergens naar", raadVerwijzing},
		{"invoegen", "a: b\n<<: {c: d}\n", ":2: op regel 2 wordt met << een ander blok ingevoegd", "schrijf de regels van dat blok zelf op"},
		{"type", "a: !!binary YQ==\n", ":1: op regel 1 staat een typeaanduiding (!)", "haal haar weg, of zet tekst die met ! begint tussen aanhalingstekens"},
		{"type zonder naam", "a: ! b\n", ":1: op regel 1 staat een typeaanduiding (!)", "haal haar weg, of zet tekst die met ! begint tussen aanhalingstekens"},
		{"vraagtekensleutel", "a: b\n? c\n: d\n", ":2: regel 2 is op een ongewone manier geschreven die klacht niet kan volgen", `schrijf het eenvoudiger, als "sleutel: waarde"`},
		{"lijst als sleutel", "a: b\n[c]: d\n", ":2: op regel 2 staat een lijst of blok waar een sleutel hoort", "begin met een woord en een dubbele punt; zet tekst met [ of { tussen aanhalingstekens"},
		{"lege sleutel", "?\n: b\n", ":1: op regel 1 staat een dubbele punt zonder sleutel ervoor", "zet de sleutel ervoor, of haal de regel weg"},
		{"te diep", diep, ":1: op regel 1 zijn lijsten en blokken dieper dan 32 in elkaar gezet", "maak de opbouw van het bestand eenvoudiger"},
		{"veel te diep", "a: " + strings.Repeat("[", 200000), ":1: op regel 1 zijn lijsten en blokken te diep in elkaar gezet", "maak de opbouw van het bestand eenvoudiger"},
		{"%-regel", "%YAML 1.1\n---\na: b\n", ":1: regel 1 begint met %", "haal die regel weg"},
		{"leeg", "", ": het bestand is leeg", "zet een reservekopie terug, of vul het bestand opnieuw"},
		{"alleen commentaar", "# niets\n\n---\n", ": het bestand is leeg", "zet een reservekopie terug, of vul het bestand opnieuw"},
		{"lijst", "# l\n- a\n", `:2: het bestand bestaat niet uit regels als "sleutel: waarde"`, "controleer of dit het goede bestand is"},
		{"tekst", "Beste mensen\n", `:1: het bestand bestaat niet uit regels als "sleutel: waarde"`, "controleer of dit het goede bestand is"},
		{"UTF-16", "\xff\xfea\x00:\x00", ": het bestand is als UTF-16 bewaard", raadUTF8},
		{"UTF-16 zonder merk", "a\x00:\x00", ":1: regel 1 bevat nultekens: dit is geen tekstbestand, of het is als UTF-16 bewaard", raadUTF8},
		{"Windows-1252", "a: b\nnaam: Ren\xe9\n", ":2: regel 2 bevat een teken dat geen UTF-8 is (byte E9)", raadUTF8},
		{"stuurteken", "a: b\r\nc: \x1b[31m\r\n", ":2: regel 2 bevat een onzichtbaar stuurteken (U+001B)", "haal het weg, of typ de regel opnieuw"},
		{"C1", "a: \u0090\n", ":1: regel 1 bevat een onzichtbaar stuurteken (U+0090)", "haal het weg, of typ de regel opnieuw"},
		{"te groot", "a: " + strings.Repeat("x", 1<<20), ": het bestand is te groot (1,0 MiB; hoogstens 1,0 MiB wordt gelezen)", "bewaar lange teksten in een apart bestand als bijlage"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			_, err := leesBlad("klacht.yaml", []byte(g.tekst), 1<<20)
			var f *Leesfout
			if !errors.As(err, &f) {
				t.Fatalf("kreeg %v", err)
			}
			if f.Error() != "klacht.yaml"+g.fout {
				t.Errorf("fout %q\nwil  %q", f.Error(), "klacht.yaml"+g.fout)
			}
			if f.Tip() != g.tip {
				t.Errorf("tip %q, wil %q", f.Tip(), g.tip)
			}
		})
	}
}

func TestAliasbom(t *testing.T) {
	var tekst strings.Builder
	tekst.WriteString("a0: &a0 [x, x]\n")
	for i := range 30 {
		fmt.Fprintf(&tekst, "a%d: &a%d [*a%d, *a%d]\n", i+1, i+1, i, i)
	}
	_, err := leesBlad("klacht.yaml", []byte(tekst.String()), 1<<20)
	if err == nil || err.Error() != "klacht.yaml:1: op regel 1 staat een verwijzing (&a0)" {
		t.Errorf("kreeg %v", err)
	}
}

// Every message of yaml.v3's scanner and parser that a text can call up, with
// the line in Dutch. The rest of vertalingen can't be reached: the text was
// checked before (UTF-8, control characters), or yaml.v3 never gets there.
func TestYamlMeldingenInHetNederlands(t *testing.T) {
	for engelse, g := range map[string]struct {
		tekst string
		regel int
	}{
		"could not find expected ':'":                                  {"a: 1\nb\nc: 2\n", 2},
		"mapping values are not allowed in this context":               {"a: 1\nb: c: d\n", 2},
		"block sequence entries are not allowed in this context":       {"a: 1\nb: - c\n", 2},
		"mapping keys are not allowed in this context":                 {"a: 1\nb: ? c\n", 2},
		"found character that cannot start any token":                  {"a: 1\nb: `c`\n", 2},
		"found a tab character that violates indentation":              {"a: 1\nb: 2\n\tc\n", 3},
		"found a tab character where an indentation space is expected": {"a: 1\nb: |\n\tc\n", 3},
		"found unexpected end of stream":                               {"a: 1\nb: 'c\n", 2},
		"found unexpected document indicator":                          {"a: 1\nb: 'c\n---\n'\n", 2},
		"found unknown escape character":                               {"a: 1\nb: \"\\q\"\n", 2},
		"did not find expected hexdecimal number":                      {"a: 1\nb: \"\\xZZ\"\n", 2},
		"found invalid Unicode character escape code":                  {"a: 1\nb: \"\\uD800\"\n", 2},
		"found an indentation indicator equal to 0":                    {"a: 1\nb: |0\n", 2},
		"did not find expected comment or line break":                  {"a: 1\nb: | c\n", 2},
		"exceeded max depth of 10000":                                  {"a: 1\nb: " + strings.Repeat("{", 10001), 2},
		"did not find expected alphabetic or numeric character":        {"a: 1\nb: *\n", 2},
		"did not find expected whitespace or line break":               {"a: 1\nb: !c{d e\n", 2},
		"did not find the expected '>'":                                {"a: 1\nb: !<c d\n", 2},
		"did not find expected tag URI":                                {"a: 1\nb: !<> c\n", 2},
		"did not find URI escaped octet":                               {"a: 1\nb: !c%zz d\n", 2},
		"found an incorrect leading UTF-8 octet":                       {"a: 1\nb: !c%ff d\n", 2},
		"found an incorrect trailing UTF-8 octet":                      {"a: 1\nb: !c%c3%20 d\n", 2},
		"found unknown directive name":                                 {"%FOO\n---\na: b\n", 1},
		"could not find expected directive name":                       {"% FOO\n---\na: b\n", 1},
		"found unexpected non-alphabetical character":                  {"%FOO!\n---\na: b\n", 1},
		"did not find expected digit or '.' character":                 {"%YAML 1\n---\na: b\n", 1},
		"found extremely long version number":                          {"%YAML 1234567.1\n---\na: b\n", 1},
		"did not find expected version number":                         {"%YAML x\n---\na: b\n", 1},
		"did not find expected whitespace":                             {"%TAG !a!\n---\na: b\n", 1},
		"did not find expected '!'":                                    {"%TAG !a b\n---\na: b\n", 1},
		"did not find expected key":                                    {"a: 1\nb: 2\nc: 3\n- d\n", 4},
		"did not find expected '-' indicator":                          {"a: 1\nb:\n  - c: d\n  e: f\n", 4},
		"did not find expected ',' or ']'":                             {"a: 1\nb: [c\nd: e\n", 2},
		"did not find expected ',' or '}'":                             {"a: 1\nb: {c\n", 2},
		"did not find expected node content":                           {"a: 1\nb: [,]\n", 2},
		"did not find expected <document start>":                       {"{a: 1}\nb\n", 2},
		"found undefined tag handle":                                   {"a: 1\nb: !x!y c\n", 2},
		"found duplicate %YAML directive":                              {"%YAML 1.1\n%YAML 1.1\n---\na: b\n", 2},
		"found duplicate %TAG directive":                               {"%TAG !a! b\n%TAG !a! b\n---\na: b\n", 2},
		"found incompatible YAML document":                             {"%YAML 2.0\n---\na: b\n", 1},
	} {
		_, _, err := eersteDocument([]byte(g.tekst))
		if err == nil || !strings.HasSuffix(err.Error(), engelse) {
			t.Errorf("%.40q geeft %v, niet %q", g.tekst, err, engelse)
			continue
		}
		_, err = leesBlad("", []byte(g.tekst), 1<<20)
		var f *Leesfout
		if !errors.As(err, &f) || f.Regel != g.regel || f.Raad == "" || engels.MatchString(f.Wat) {
			t.Errorf("%.40q: %#v, wil regel %d", g.tekst, f, g.regel)
		}
	}
}
