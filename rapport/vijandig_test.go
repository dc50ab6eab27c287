package rapport

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"klacht/rapport/scherm"
)

// eigenVijandig are texts that try to be more than text.
func eigenVijandig() []string {
	return []string{
		"<script>alert(1)</script>", "</td></table><img src=x onerror=alert(1)>", "&lt;b&gt;", "&#60;b&#62;", "&amp;", "R&D", "a & b",
		"a | b", `a \| b`, `a \\| b`, `\`, "`code`", "```", "~~weg~~", "*vet*", "**vet**", "_schuin_", "__vet__", "$x^2$",
		"[klik](https://example.org)", "![beeld](https://example.org/x.png)", "[a]: https://example.org", "https://example.org/pad", "www.example.org", "<https://example.org>", "javascript:alert(1)",
		"# kop", "#", "> citaat", "- item", "+ item", "-", "1. item", "1) item", "123456789", "===", "---", "| --- |", ":---:", "    code", "\tcode",
		"eerste\nregel", "eerste\r\n\r\n# kop", "eerste\u2028tweede\u2029derde\u0085vierde",
		"=cmd|' /C calc'!A0", "@SUM(1+1)", "+1", "-1",
		"\x1b[31mrood\x1b[0m", "\x1b]0;titel\x07", "\x9b31m", "a\x00b", "a\x7fb", "a\u009bb", "a\rb", "a\bb",
		"abc\u202egpj.exe", "\u2066abc\u2069", "\u200fabc\u061c", "nul\u200bbreed", "zacht\u00adstreepje", "\ufeffbom", "vlag\U000e0067\U000e007f",
		"شكوى من عميل", "תלונה של לקוח", "研修の苦情", "👨‍👩‍👧", "e" + strings.Repeat("\u0301\u0323", 20), "\xff\xfe", "a\xc0b",
		strings.Repeat("x", 200), strings.Repeat("lang woord ", 40), strings.Repeat("研", 100),
		" ", "\u00a0", "",
	}
}

// vijandig are the texts of eigenVijandig, with those of the big list of
// naughty strings where that is at hand. With -short it is a few of our own.
func vijandig(t testing.TB) []string {
	t.Helper()
	teksten := eigenVijandig()
	if testing.Short() {
		return eenOp(5, teksten) // no text makes a race that another doesn't
	}
	voorbeelden := os.Getenv("KLACHT_VOORBEELDEN")
	if voorbeelden == "" {
		t.Log("zonder KLACHT_VOORBEELDEN alleen de eigen teksten")
		return teksten
	}
	b, err := os.ReadFile(filepath.Join(voorbeelden, "hostile", "blns", "blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var lijst []string
	if err := json.Unmarshal(b, &lijst); err != nil {
		t.Fatal(err)
	}
	return append(teksten, lijst...)
}

// eenOp is one in n of the texts.
func eenOp(n int, teksten []string) (uit []string) {
	for i := 0; i < len(teksten); i += n {
		uit = append(uit, teksten[i])
	}
	return uit
}

// overal puts s in every field that a person can write in.
func overal(t testing.TB, s string) Overzicht {
	t.Helper()
	in := metNamen(voorbeeld(t))
	in.Organisatie = s
	in.Categorieen, in.Oorzaken = []string{s}, []string{s}
	for i := range in.Feiten {
		f := &in.Feiten[i]
		f.Categorie, f.Oorzaak, f.Onderwerp, f.Klager, f.Behandelaar, f.Betreft = s, s, s, s, s, s
	}
	for _, m := range in.Maatregelen {
		m.Omschrijving, m.Categorie, m.Oorzaak, m.Verantwoordelijke, m.Toelichting = s, s, s, s, s
	}
	in.Overleggen[0].Besluiten, in.Overleggen[0].Aanwezig = []string{s, s + " M2026-002"}, []string{s}
	return Bereken(in)
}

func TestVijandigeTekstStuurtNiets(t *testing.T) {
	t.Parallel()
	for _, s := range vijandig(t) {
		o := overal(t, s)
		for _, f := range Formaten(Scherm{Breedte: 60}) {
			if f.Binair {
				continue // has tests of its own
			}
			for _, r := range schrijf(t, f, o) {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029') {
					t.Errorf("%q geeft in %s het teken %U", s, f.Naam, r)
					break
				}
			}
		}
	}
}

func TestVijandigeTekstInJSONBlijftHeel(t *testing.T) {
	for _, s := range vijandig(t) {
		uit := schrijf(t, Formaat{Schrijver: schrijfJSON}, overal(t, s))
		var o struct {
			TeLaat []struct {
				Onderwerp string `json:"onderwerp"`
			} `json:"te_laat"`
		}
		if err := json.Unmarshal([]byte(uit), &o); err != nil {
			t.Errorf("%q geeft ongeldige JSON: %v", s, err)
			continue
		}
		if wil := strings.ToValidUTF8(s, "\uFFFD"); utf8.ValidString(s) && o.TeLaat[0].Onderwerp != wil {
			t.Errorf("%q wordt %q", s, o.TeLaat[0].Onderwerp)
		}
	}
}

func TestVijandigeTekstOpSchermBlijftBinnenDeBreedte(t *testing.T) {
	t.Parallel()
	for _, breedte := range []int{1, 40, 60, 80, 200} {
		for _, s := range vijandig(t) {
			uit := schrijf(t, Formaat{Schrijver: Scherm{Breedte: breedte}.Schrijf}, overal(t, s))
			for _, r := range strings.Split(uit, "\n") {
				// A word of a paragraph that is wider by itself stays whole.
				if w := scherm.Breedte(r); w > max(breedte, kleinsteBreedte) && strings.ContainsRune(strings.TrimLeft(r, "- "), ' ') {
					t.Errorf("%q geeft bij %d kolommen een regel van %d: %q", s, breedte, w, r)
					break
				}
			}
		}
	}
}

// Markdown must read back as the text that it was: with as many lines, rows and
// cells as for a harmless text, and no character left that could be markup.
func TestVijandigeTekstInMarkdownBlijftTekst(t *testing.T) {
	t.Parallel()
	md := Formaat{Schrijver: schrijfMarkdown}
	gewoon := strings.Split(schrijf(t, md, overal(t, "tekst")), "\n")
	for _, s := range vijandig(t) {
		wil := scherm.Regel(s)
		if wil == "" {
			continue // shown as something else, or not at all
		}
		regels := strings.Split(schrijf(t, md, overal(t, s)), "\n")
		if len(regels) != len(gewoon) {
			t.Errorf("%q geeft %d regels in plaats van %d", s, len(regels), len(gewoon))
			continue
		}
		for i, r := range regels {
			cellen, gewoneCellen := strings.Split(r, "|"), strings.Split(gewoon[i], "|")
			if len(cellen) != len(gewoneCellen) {
				t.Errorf("%q geeft %d cellen in plaats van %d: %s", s, len(cellen), len(gewoneCellen), r)
				break
			}
			for j, cel := range cellen {
				if strings.TrimSpace(gewoneCellen[j]) != "tekst" {
					continue
				}
				if waarom := geenTekst(strings.TrimSpace(cel), wil); waarom != "" {
					t.Errorf("%q wordt %s: %s", s, cel, waarom)
				}
			}
		}
		if waarom := geenTekst(strings.TrimPrefix(regels[0], "# "), "Klachtenrapport "+wil); waarom != "" {
			t.Errorf("%q wordt %s: %s", s, regels[0], waarom)
		}
	}
}

// geenTekst says why md does not read as the text wil (CommonMark sections 2.4
// and 2.5: backslash escapes and entities), or "".
func geenTekst(md, wil string) string {
	var b strings.Builder
	for i := 0; i < len(md); i++ {
		switch c := md[i]; {
		case c == '\\' && i+1 < len(md) && md[i+1] < utf8.RuneSelf && unicode.In(rune(md[i+1]), unicode.Punct, unicode.Symbol):
			// As an entity, so that it can't be the start of one below.
			i++
			b.WriteString("&#" + strconv.Itoa(int(md[i])) + ";")
		case strings.IndexByte("\\`*_[]<>#~$|", c) >= 0:
			if c == '#' && strings.HasSuffix(b.String(), "&") {
				b.WriteByte(c) // in an entity
				continue
			}
			return "het teken " + string(c) + " kan opmaak zijn"
		case strings.HasPrefix(md[i:], "://"), strings.HasPrefix(md[i:], "www."):
			return "er kan een verwijzing ontstaan"
		default:
			b.WriteByte(c)
		}
	}
	if got := html.UnescapeString(b.String()); got != wil {
		return "het leest als " + got
	}
	return ""
}

// At the start of a paragraph, more is markup than within one.
func TestMarkdownAanHetBegin(t *testing.T) {
	for _, tc := range []struct{ tekst, wil string }{
		{"- item", `\- item`}, {"+ item", `\+ item`}, {"-1", `\-1`}, {"===", `\===`}, {"---", `\---`},
		{"1. item", `1\. item`}, {"12) item", `12\) item`}, {"1 item", "1 item"}, {"2026", "2026"},
		{"# kop", `\# kop`}, {"> citaat", "&gt; citaat"}, {"", ""},
	} {
		if got := markdown(tc.tekst); got != tc.wil {
			t.Errorf("%q wordt %q, wil %q", tc.tekst, got, tc.wil)
		}
	}
}

func TestKopVetAlleenMetKleur(t *testing.T) {
	o := overal(t, "\x1b[31mrood")
	zonder := schrijf(t, Formaat{Schrijver: Scherm{}.Schrijf}, o)
	met := schrijf(t, Formaat{Schrijver: Scherm{Kleur: true}.Schrijf}, o)
	if !strings.Contains(met, "\x1b[1mIn het kort\x1b[0m\n") {
		t.Errorf("kop is niet vet:\n%s", met[:200])
	}
	if kaal := ansi.Strip(met); kaal != zonder {
		t.Error("met kleur staat er iets anders dan zonder")
	}
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range vijandig(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = scherm.Regel(s)
		if waarom := geenTekst(markdown(s), s); waarom != "" {
			t.Errorf("%q wordt %s: %s", s, markdown(s), waarom)
		}
	})
}
