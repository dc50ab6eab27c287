package scherm

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestSchoon(t *testing.T) {
	for _, g := range []struct{ in, schoon, regel string }{
		{"", "", ""},
		{"klacht over de cursus", "klacht over de cursus", "klacht over de cursus"},
		{"één ĳs à €5 – “oké”", "één ĳs à €5 – “oké”", "één ĳs à €5 – “oké”"},
		{"a\nb\tc", "a\nb c", "a b c"},
		{"a\r\nb\rc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf", "a b c d e f"},
		{"\x1b[31mrood\x1b[0m", "[31mrood[0m", "[31mrood[0m"},
		{"\x1b]0;titel\x07x", "]0;titelx", "]0;titelx"},
		{"\u009b31mx\u007f\x00\x08", "31mx", "31mx"},
		{"factuur\u202efdp.exe", "factuurfdp.exe", "factuurfdp.exe"},
		{"\u2066a\u2069\u200e\u200f\u061c", "a", "a"},
		{"\u200bnul\u200c\u200d\u2060breed\ufeff\u00ad", "nulbreed", "nulbreed"},
		{"\U000e0041\U000e007fx", "x", "x"},
		{"e\u0301", "e\u0301", "e\u0301"},
		{"\u0600\u06dd", "\u0600\u06dd", "\u0600\u06dd"},
		{"a\xffb\xc3", "a\uFFFDb\uFFFD", "a\uFFFDb\uFFFD"},
		{"  a \n", "  a \n", "a"},
	} {
		if kreeg := Schoon(g.in); kreeg != g.schoon {
			t.Errorf("Schoon(%q) = %q, want %q", g.in, kreeg, g.schoon)
		}
		if kreeg := Regel(g.in); kreeg != g.regel {
			t.Errorf("Regel(%q) = %q, want %q", g.in, kreeg, g.regel)
		}
	}
}

func FuzzSchoon(f *testing.F) {
	for _, s := range []string{"", "a\x1b[2Jb", "\u202e", "\r\n", "\xff", "\U000e0041", "日本"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		kreeg := Schoon(s)
		for _, r := range kreeg {
			if r != '\n' && (unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069) {
				t.Errorf("Schoon(%q) keeps %U", s, r)
			}
		}
		if !utf8.ValidString(kreeg) || Schoon(kreeg) != kreeg {
			t.Errorf("Schoon(%q) = %q is not clean", s, kreeg)
		}
		if strings.Contains(Regel(s), "\n") {
			t.Errorf("Regel(%q) has a line end", s)
		}
		var uit bytes.Buffer
		if err := SchrijfJSON(&uit, s); err != nil {
			t.Fatal(err)
		}
		if tekst := strings.TrimSuffix(uit.String(), "\n"); Schoon(tekst) != tekst {
			t.Errorf("JSON of %q could steer a terminal: %q", s, tekst)
		}
		var terug string
		if err := json.Unmarshal(uit.Bytes(), &terug); err != nil || terug != eenmaalJSON(t, s) {
			t.Errorf("JSON of %q reads back as %q (%v)", s, terug, err)
		}
	})
}

// eenmaalJSON is s as encoding/json keeps it, which replaces bytes that aren't UTF-8.
func eenmaalJSON(t *testing.T, s string) (terug string) {
	p, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(p, &terug); err != nil {
		t.Fatal(err)
	}
	return terug
}

func TestSchrijfJSON(t *testing.T) {
	var uit bytes.Buffer
	if err := SchrijfJSON(&uit, map[string]any{"a": "<b> & \u202e\u009b\U000e0041 é\n", "leeg": []int{}}); err != nil {
		t.Fatal(err)
	}
	const wil = "{\n  \"a\": \"<b> & \\u202e\\u009b\\udb40\\udc41 é\\n\",\n  \"leeg\": []\n}\n"
	if uit.String() != wil {
		t.Errorf("got %q\nwant %q", uit.String(), wil)
	}
}
