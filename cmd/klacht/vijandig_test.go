package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

// Text that tries to be more than text, the whole way: in through every field of every command that records, out through every format.

// eigenVijandig are the texts that are tried on every machine.
func eigenVijandig() []string {
	return []string{
		// terminals: colour, title, hyperlink, device control, clear, C1, backspace, carriage return
		"\x1b[31mrood\x1b[0m", "\x1b]0;titel\x07weg", "\x1b]8;;https://example.org\x1b\\klik\x1b]8;;\x1b\\", "\x1bP+q\x1b\\", "\x1b[2J\x1b[H", "\u009b31mrood", "aan\b\b\buit",
		"goed\rfout", "\x1b", "\x7f", "\a", "nul\x00teken", "\x00", "\v\f",
		// bidi, zero width, look-alikes, invisible tags, non-characters
		"factuur\u202efdp.exe", "\u2066a\u2069\u2067b", "\u200fa\u061cb", "nul\u200bbreed\u200d", "\u200b", "\ufeffbom", "vlag\U000e0067\U000e007f", "zacht\u00adstreepje", "\u2060", "\ufff9a\ufffab\ufffb",
		"\ufffe\uffff", "\U0001fffe", "\U0010ffff", "\U000f0000\ue000", "\u0600٣٤٥", "\u0085", "a\u0085b\u2028c\u2029d", "\u00a0", "a\u00a0b",
		// broken UTF-8: bare bytes, half a character, overlong, lone surrogates
		"\xff\xfe", "a\xc0b", "caf\xe9", "\xed\xa0\x80", "x\xed\xb0\x80\xed\xa0\x80y", "\xc0\xae\xc0\xae/", "\xf0\x9f\x98", "\xff",
		// YAML
		"sleutel: waarde", "- item", "-", " - ", "--", "# opmerking", "a # b", "---", "...", "--- a\n...\n--- b", "&a", "*a", "<<: *a", "!!binary aGE=", "!!python/object:x", "? a", "| a", ">-", "%YAML 1.1", "@a", "`a`",
		"'", "\"", "\\", "\"\\\"", "a'b\"c", "{a: b}", "[a, b]", "{", "]", "null", "~", "true", "ja", "nee", "0612345678", "0x1F", "1e3", "12:30:45", "2026-11-20", ".inf", "=",
		"eind:", "eind: ", "  ingesprongen\nregel", "een\n\n\ntwee", "een\r\ntwee\rdrie", "tab\tteken", "\ttab", "een\n  - wat: ontvangen\n    op: 2026-11-20", "verloop:\n  - wat: notitie\n", "|\n  x", "a\n \n", "a\n---\nb", "a: |\n  b",
		// spreadsheets, HTML, Markdown, templates, formats, shells, SQL
		"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1+1)", "=HYPERLINK(\"https://example.org\")",
		"<script>alert(1)</script>", "</td></table><img src=x onerror=alert(1)>", "&lt;b&gt;", "&amp;", "R&D", "<!-- x", "]]>",
		"# kop", "> citaat", "a | b", "| --- |", "**vet** _schuin_ `code`", "[klik](https://example.org)", "![x](y)", "1. item", "===", "~~~", "$x^2$", "https://example.org", "www.example.org",
		"%s%n%d", "%!s(MISSING)", "%", "{{.Klager}}", "${HOME}", "$(id)", "`id`", "'; DROP TABLE klachten; --", "--json", "--map", "-h", "--help",
		// paths and names
		"../../etc/passwd", "..\\..\\win.ini", "/etc/passwd", "C:\\con", "CON", "nul.txt", "LPT1", "aux ", "naam.", "klacht.yaml", "procedure.yaml", ".", "..", "a:b", "a/b", ".tmp", "x.tmp", "desktop.ini", "K2026-0001",
		// wide, long, piled up
		"研修の苦情", "شكوى من عميل", "תלונה של לקוח", "👨‍👩‍👧", "🇳🇱", "e" + strings.Repeat("\u0301\u0323", 40), strings.Repeat("x", 1000), strings.Repeat("lang woord ", 90), strings.Repeat("研", 200), "İıſK",
		"", " ", "\n", "gewoon",
	}
}

// eigen are the texts of eigenVijandig, or with -short one in five of them: no text makes a race that another doesn't.
func eigen() (uit []string) {
	if !testing.Short() {
		return eigenVijandig()
	}
	for deel := range slices.Chunk(eigenVijandig(), 5) {
		uit = append(uit, deel[0])
	}
	return uit
}

// vijandig are the texts of eigen, with the Big List of Naughty Strings where that is at hand.
func vijandig(t *testing.T) []string {
	t.Helper()
	teksten := eigen()
	voorbeelden := os.Getenv("KLACHT_VOORBEELDEN")
	if voorbeelden == "" || testing.Short() {
		t.Log("KLACHT_VOORBEELDEN is not set, or -short is: only our own hostile texts")
		return teksten
	}
	inhoud, err := os.ReadFile(filepath.Join(voorbeelden, "hostile", "blns", "blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	lijst := ontleed[[]string](t, string(inhoud))
	if len(lijst) < 500 {
		t.Fatalf("only %d texts read", len(lijst))
	}
	return append(teksten, lijst...)
}

// elkVijandig calls test with the texts, n at a time, on all processors.
func elkVijandig(t *testing.T, n int, test func(t *testing.T, teksten []string)) {
	i := 0
	for deel := range slices.Chunk(vijandig(t), n) {
		i++
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			test(t, deel)
		})
	}
}

// alsTekst is how a text with lines is kept.
func alsTekst(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\r\n", "\n")
	return strings.TrimSpace(strings.ReplaceAll(s, "\r", "\n"))
}

// alsRegel is how a text of one line is kept: without control characters, line ends and tabs as spaces.
func alsRegel(s string) string {
	var b strings.Builder
	for _, r := range strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\r\n", "\n") {
		switch {
		case strings.ContainsRune("\n\r\t\u0085\u2028\u2029", r):
			b.WriteByte(' ')
		case !unicode.IsControl(r):
			b.WriteRune(r)
		}
	}
	if strings.TrimSpace(gezien(b.String())) == "" {
		return ""
	}
	return strings.TrimSpace(b.String())
}

// gezien is s without what isn't seen.
func gezien(s string) string {
	return strings.Map(func(r rune) rune {
		if stuurt(r) {
			return -1
		}
		return r
	}, s)
}

// stuurt holds for control and format characters but those Arabic ones that are seen.
func stuurt(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

var kleurcode = regexp.MustCompile(`\x1b\[(0|1|2|3[123]|1;31)?m`)

// isOnschuldig fails where output could steer a terminal or mislead its reader.
func isOnschuldig(t testing.TB, uit string, args []string) {
	t.Helper()
	if !utf8.ValidString(uit) {
		t.Errorf("%q writes what is not UTF-8: %q", args, uit)
	}
	for _, r := range uit {
		if r != '\n' && (stuurt(r) || r == '\u2028' || r == '\u2029') {
			t.Errorf("%q writes %U:\n%q", args, r, uit)
			return
		}
	}
}

// loket is where hostile text is handed in: klacht in a folder, with an input and a screen.
type loket struct {
	*kantoor
	t       testing.TB
	invoer  string
	breedte int // of the terminal, 0 for a pipe
	kleur   bool
}

func nieuwLoket(t testing.TB, vlaggen ...string) *loket {
	return &loket{kantoor: nieuwKantoor(t, vlaggen...), t: t}
}

// probeer runs klacht, whatever its exit code, and holds what it writes against what a screen may be given.
func (l *loket) probeer(args ...string) (uit, fout string, code int) {
	l.t.Helper()
	var bUit, bFout bytes.Buffer
	om := omgeving{
		in: strings.NewReader(l.invoer), uit: &bUit, fout: &bFout,
		klok:    func() time.Time { return l.nu },
		getenv:  func(string) string { return "" },
		account: func() string { return "Sanne de Vries" },
		werkmap: filepath.Dir(l.pad), terminal: l.breedte > 0, breedte: l.breedte, kleur: l.kleur,
	}
	code = draai(om, append([]string{"--map", l.pad}, args...))
	uit, fout = bUit.String(), bFout.String()
	if l.kleur {
		isOnschuldig(l.t, kleurcode.ReplaceAllString(uit, ""), args)
	} else {
		isOnschuldig(l.t, uit, args)
	}
	isOnschuldig(l.t, fout, args)
	return uit, fout, code
}

// moet runs what must succeed.
func (l *loket) moet(args ...string) string {
	l.t.Helper()
	uit, fout, code := l.probeer(args...)
	if code != codeGedaan {
		l.t.Fatalf("klacht %q: exit %d\n%s", args, code, fout)
	}
	return uit
}

// weigert runs what must be called wrong.
func (l *loket) weigert(args ...string) {
	l.t.Helper()
	if _, fout, code := l.probeer(args...); code != codeAanroep || fout == "" {
		l.t.Errorf("klacht %q: exit %d, not %d\n%s", args, code, codeAanroep, fout)
	}
}

// alsJSON runs what must succeed and print JSON.
func (l *loket) alsJSON(args ...string) map[string]any {
	l.t.Helper()
	return ontleed[map[string]any](l.t, l.moet(append(args, "--json")...))
}

// record reads klacht.yaml of a dossier.
func (l *loket) record(n int) string {
	l.t.Helper()
	tekst, err := os.ReadFile(filepath.Join(l.pad, "2026", fmt.Sprintf("K2026-%04d", n), "klacht.yaml"))
	if err != nil {
		l.t.Fatal(err)
	}
	return string(tekst)
}

var paden = regexp.MustCompile(`^(\.|procedure\.yaml|sjablonen(|/[a-z]+\.tmpl)|maatregelen(|/M2026-\d{3,}\.yaml)|2026|2026/K2026-\d{4,}(|/klacht\.yaml|/bijlagen|/correspondentie|/(bijlagen|correspondentie)/[^/]+)|overleg(|/\d{4}-\d\d-\d\d\.yaml))$`)

// isHeel fails when there is a file where none belongs, in the folder or beside it.
func (l *loket) isHeel() {
	l.t.Helper()
	naast, err := os.ReadDir(filepath.Dir(l.pad))
	if err != nil || len(naast) != 1 {
		l.t.Errorf("beside the folder: %v %v", naast, err)
	}
	err = filepath.WalkDir(l.pad, func(pad string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if pad, err = filepath.Rel(l.pad, pad); err == nil && !paden.MatchString(filepath.ToSlash(pad)) {
			l.t.Errorf("%q does not belong there", pad)
		}
		return err
	})
	if err != nil {
		l.t.Error(err)
	}
}
