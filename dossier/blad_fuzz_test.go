package dossier

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// engels finds what of yaml.v3's messages must not reach anyone.
var engels = regexp.MustCompile(`\b(line|did not|found|could|while|expected|unknown|panic|yaml:)\b`)

func zaden() []string {
	return []string{
		vijandigDossier,
		"\ufeffid: a\r\nklager: {naam: 'x', \"e-mail\": y}\r\nverloop: [a, {b: c}]\r\n",
		"a: |\n  x\n\n  y\n\nb: >-\n    z\nverloop:\n- op: x\n  y: |+\n   z\n\n# einde",
		"verloop:\n  -\n    op: 1\n  -\n",
		"---\na: \"x\\\n  y\"\n...\n",
		"a:\n  b:\n    c:\n    - - d\n",
		"a: ~\nb:\nc: {}\nd: []\n",
		"a: b\u0085c\u2028d\ufeffe\n",
		"a: b\rc: d\r",
		"a: *b\n", "<<: {a: b}\n", "a: &x [*x]\n", "? a\n: b\n", "{a: b, c, ? d : e}\n", "a: [b: c]\n",
		"a: b\u0085c: ", "{0: }", "{0:}", "0:\n|", "0: >##", "a: [b: \n] ", "{a=\nb, c,d e}\n",
		"a: b\n---\nc: d\n", "%YAML 1.1\n---\na: b\n", "a:\n\tb: c\n", "a: 'b\n", "a: {b\n", "a: [b\n", "a: @b\n", "a\n", "a: b: c\n",
	}
}

func FuzzLees(f *testing.F) {
	for _, s := range zaden() {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, tekst []byte) {
		b, err := leesBlad("klacht.yaml", tekst, 1<<16)
		if err != nil {
			var l *Leesfout
			if !errors.As(err, &l) || l.Wat == "" || l.Raad == "" || l.Regel < 0 || l.Regel > len(regelbeginnen(tekst)) {
				t.Fatalf("geen goede melding: %#v", err)
			}
			if len(tekst) < 200 && engels.MatchString(engelsLoos(l.Wat, tekst)) {
				t.Fatalf("Engels: %s", l.Wat)
			}
			return
		}
		volgordeKlopt(t, b, b.wortel, 0)
	})
}

// engelsLoos leaves out of a message what it quotes from the file.
func engelsLoos(wat string, tekst []byte) string {
	if i := strings.IndexAny(wat, `"*&`); i >= 0 && len(tekst) > 0 {
		return wat[:i]
	}
	return wat
}

// volgordeKlopt checks that the parts of the tree lie in the text one behind
// the other, each inside the part that it belongs to.
func volgordeKlopt(t *testing.T, b *blad, k *knoop, na int) int {
	t.Helper()
	if k.van < na || k.tot < k.van || k.tot > len(b.tekst) {
		t.Fatalf("%d..%d na %d in %q", k.van, k.tot, na, b.tekst)
	}
	pos := k.van
	for _, p := range k.paren {
		pos = volgordeKlopt(t, b, p.sleutel, pos)
		pos = volgordeKlopt(t, b, p.waarde, pos)
	}
	for _, item := range k.items {
		pos = volgordeKlopt(t, b, item, pos)
	}
	if pos > k.tot {
		t.Fatalf("deel eindigt op %d, geheel op %d in %q", pos, k.tot, b.tekst)
	}
	return k.tot
}

// plekken are the paths of all values under keys, lists left out.
func plekken(k *knoop, pad []string) [][]string {
	var uit [][]string
	for _, p := range k.paren {
		hier := append(append([]string{}, pad...), p.sleutel.tekst)
		uit = append(append(uit, hier), plekken(p.waarde, hier)...)
	}
	return uit
}

func FuzzBewerk(f *testing.F) {
	for i, s := range zaden() {
		f.Add([]byte(s), "nieuw", uint8(i), uint8(i%4))
		f.Add([]byte(s), " a: b\n#\n  c\n", uint8(i/2), uint8(i%3))
	}
	f.Fuzz(func(t *testing.T, tekst []byte, s string, n, soort uint8) {
		if !utf8.ValidString(s) || len(tekst)+len(s) > 1<<14 {
			t.Skip()
		}
		b, err := leesBlad("klacht.yaml", tekst, 1<<16)
		if err != nil {
			return
		}
		w := tekstWaarde(s)
		if n&1 == 1 {
			w = groepWaarde(bladveld{sleutel: "wat", waarde: w}, bladveld{sleutel: "op", waarde: kaleWaarde("2026-11-27")})
		}
		pads := plekken(b.wortel, nil)
		if len(pads) == 0 {
			return
		}
		pad := pads[int(n)%len(pads)]
		oud, wil := beeld(b.wortel), any(nil)
		var nieuw *blad
		switch soort % 4 {
		case 0:
			nieuw, err = b.zet(pad, w)
		case 1:
			pad = append(pad[:len(pad)-1], "toegevoegd")
			nieuw, err = b.zet(pad, w)
		default:
			pad = pad[:1]
			items, _ := beeld(b.wortel.veld(pad[0])).([]any)
			wil = gezet(oud, pad, append(items, waardebeeld(w)), true)
			nieuw, err = b.voegToe(pad[0], w)
		}
		if err != nil {
			if nieuw != nil {
				t.Fatal("een fout en toch een nieuw bestand")
			}
			return
		}
		if wil == nil {
			wil = gezet(oud, pad, waardebeeld(w), true)
		}
		if d := cmp.Diff(wil, beeld(nieuw.wortel)); d != "" {
			t.Fatalf("andere inhoud: %s\n%q\n%q", d, tekst, nieuw.tekst)
		}
		volgordeKlopt(t, nieuw, nieuw.wortel, 0)
	})
}
