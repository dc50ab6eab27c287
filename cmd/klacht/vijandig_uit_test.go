package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// yamlTekst is s as any YAML reader takes it, whatever is in it.
func yamlTekst(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		if r > ' ' && r < 0x7f && r != '"' && r != '\\' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return `"` + b.String() + `"`
}

// alsNaam is how a name from procedure.yaml is kept: a line with nothing but ordinary spaces.
func alsNaam(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, gezien(alsRegel(s))))
}

// enkelWit is a line with single spaces.
func enkelWit(s string) string { return strings.Join(strings.Fields(gezien(alsRegel(s))), " ") }

// procedure writes procedure.yaml by hand.
func (l *loket) procedure(tekst string) {
	l.t.Helper()
	if err := os.WriteFile(filepath.Join(l.pad, "procedure.yaml"), []byte(tekst), 0o600); err != nil {
		l.t.Fatal(err)
	}
}

// verschillend are the texts that differ in more than capitals once they are one line.
func verschillend(teksten []string) []string {
	var uit []string
	gezien := map[string]bool{"": true}
	for _, s := range teksten {
		sleutel := strings.ToLower(strings.ToUpper(enkelWit(s)))
		if !gezien[sleutel] {
			gezien[sleutel] = true
			uit = append(uit, s)
		}
	}
	return uit
}

// Categories and causes are what the report names; everything else that is hostile stays out of it.
func TestVijandigeTekstInElkOverzicht(t *testing.T) {
	elkVijandig(t, 100, func(t *testing.T, teksten []string) {
		teksten = verschillend(teksten)
		l := nieuwLoket(t)
		var procedure strings.Builder
		procedure.WriteString("categorieen:\n")
		for _, s := range teksten {
			procedure.WriteString("  - " + yamlTekst(s) + "\n")
		}
		procedure.WriteString("  - zomaar\n")
		l.procedure(procedure.String())
		wil := map[string]string{}
		for i, s := range teksten {
			args := []string{"nieuw", "--ontvangen", "2026-10-12", "--categorie=" + s}
			for _, v := range alleVelden {
				args = append(args, "--"+v.vlag+"=X"+s)
			}
			d := l.alsJSON(args...)
			wil[d["nummer"].(string)] = alsNaam(s)
			l.wil(d, s, "categorie", alsNaam(s))
			l.moet("analyse", fmt.Sprint(i+1), "--oorzaak="+s)
		}
		for _, args := range [][]string{
			{"status"}, {"status", "--peildatum", "2026-10-13"}, {"lijst"}, {"zoek", "K2026"}, {"opschonen"}, {"rapport"}, {"rapport", "--met-namen"},
		} {
			for i, breedte := range []int{0, 80, 200} {
				l.breedte, l.kleur = breedte, i == 2
				uit := l.moet(args...)
				for r := range strings.Lines(uit) {
					if w := ansi.StringWidth(strings.TrimSuffix(r, "\n")); breedte > 0 && w > breedte {
						t.Errorf("klacht %q on %d columns: a line of %d: %q", args, breedte, w, r)
					}
				}
			}
			l.alsJSON(args...)
		}
		for _, d := range l.alsJSON("lijst")["dossiers"].([]any) {
			d := d.(map[string]any)
			l.wil(d, "lijst", "categorie", wil[d["nummer"].(string)])
		}
		for _, a := range l.alsJSON("agenda")["afspraken"].([]any) {
			a := a.(map[string]any)
			nummer := a["nummer"].(string)
			rubrieken := a["categorieen"].([]any)
			if naam := wil[nummer]; naam != "" && rubrieken[len(rubrieken)-1] != gezien(naam) || strings.Contains(a["onderwerp"].(string), "X") {
				t.Errorf("%s in the calendar: %q, %v", nummer, a["onderwerp"], rubrieken)
			}
		}
		md := l.moet("rapport", "--formaat", "md")
		for _, kop := range []string{"Categorieën", "Oorzaken"} {
			namen := kolomMarkdown(t, md, kop)
			for _, s := range teksten {
				if !slices.Contains(namen, enkelWit(s)) {
					t.Errorf("%s: %q does not read back from Markdown: %q", kop, s, namen)
				}
			}
		}
		l.isHeel()
	})
}

var ontsnapt = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)

// kolomMarkdown gives the first column of the table under a heading as it reads when Markdown is shown.
func kolomMarkdown(t *testing.T, md, kop string) []string {
	t.Helper()
	_, na, ok := strings.Cut(md, "\n## "+kop+"\n\n")
	if !ok {
		t.Fatalf("no heading %s in\n%s", kop, md)
	}
	var uit []string
	for r := range strings.Lines(na) {
		cellen := strings.Split(r, "|")
		if len(cellen) < 3 {
			break
		}
		cel := strings.TrimSpace(cellen[1])
		if kaal := ontsnapt.ReplaceAllString(cel, ""); strings.ContainsAny(kaal, "*_`[]<>~$") {
			t.Errorf("%s can be markup", cel)
		}
		uit = append(uit, enkelWit(html.UnescapeString(ontsnapt.ReplaceAllStringFunc(cel, func(s string) string { return fmt.Sprintf("&#%d;", s[1]) }))))
	}
	return uit
}

// The report of hostile dossiers is that of ordinary ones: nothing but categories and causes is in it.
func TestVijandigeTekstBlijftBuitenHetRapport(t *testing.T) {
	t.Parallel()
	rapporten := func(teksten []string) (uit []string) {
		l := nieuwLoket(t)
		for i, s := range teksten {
			nr := fmt.Sprint(i + 1)
			args := []string{"nieuw", "--ontvangen", "2026-10-12", "--categorie", "overig", "--omschrijving=" + s, "--gewenst=" + s, "--door=" + s}
			for _, v := range alleVelden {
				args = append(args, "--"+v.vlag+"=X"+s)
			}
			l.moet(args...)
			l.moet("analyse", nr, "--oorzaak", "planning", "--bevinding="+s)
			if i%4 == 0 {
				l.moet("sluit", nr, "--uitkomst", "ingetrokken", "--tekst="+s)
			}
		}
		for _, formaat := range []string{"scherm", "md", "json"} {
			uit = append(uit, l.moet("rapport", "--formaat", formaat))
		}
		return uit
	}
	teksten := eigen()
	gewoon := rapporten(slices.Repeat([]string{"gewoon"}, len(teksten)))
	for i, r := range rapporten(teksten) {
		if r != gewoon[i] {
			t.Errorf("the report differs from that of ordinary dossiers:\n%s\nwant\n%s", r, gewoon[i])
		}
	}
}

// Each word of a text that was recorded finds its dossier, and what is a flag to others is a word behind --.
func TestVijandigeTekstIsTeVinden(t *testing.T) {
	t.Parallel()
	teksten := vijandig(t)
	l := nieuwLoket(t)
	l.invoer = strings.Join(teksten, "\n")
	l.moet("nieuw", "--onderwerp", "Alles", "--categorie", "overig", "--omschrijving", "-")
	l.moet("nieuw", "--onderwerp", "Niets", "--categorie", "overig")
	for i, s := range teksten {
		if alsTekst(s) == "" {
			l.weigert("zoek", "--", s)
			continue
		}
		l.breedte = []int{0, 80}[i%2]
		if uit := l.moet("zoek", "--", s); !strings.Contains(uit, "K2026-0001") {
			t.Errorf("%q is not found", s)
		}
	}
}

// What is wrong with a call is said without repeating what would steer the terminal.
func TestVijandigeAanroep(t *testing.T) {
	elkVijandig(t, 150, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t)
		l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
		oud := l.record(1)
		for _, s := range teksten {
			// Not one of these texts is a number, date, category or format.
			for _, args := range [][]string{
				{"toon", "--", "K" + s}, {"bevestig", "1", "--op=x" + s}, {"toon", "1", "--peildatum=x" + s}, {"nieuw", "--onderwerp", "x", "--categorie=x" + s},
				{"nieuw", "--onderwerp", "x", "--categorie", "overig", "--soort=x" + s}, {"verleng", "1", "--reden", "x", "--met=x" + s},
				{"rapport", "--formaat=x" + s}, {"rapport", "--periode=x" + s}, {"lijst", "--jaar=x" + s}, {"reactie", "--", "1", "x" + s}, {"x" + s}, {"toon", "1", "--x" + s},
				{"bijlage", "1", "x" + s}, {"nieuw", "--categorie", "overig", "--van=x" + s}, {"termijn", "--", "x" + s, s}, {"feestdagen", "--", "x" + s}, {"wijzig", "1", "--categorie=x" + s},
			} {
				if _, err := os.Stat(filepath.Join(filepath.Dir(l.pad), "x"+s)); err == nil && (args[0] == "bijlage" || args[0] == "nieuw") {
					continue // ../ leads to a file that is there
				}
				if uit, fout, code := l.probeer(args...); code != codeAanroep && code != codeMislukt || fout == "" || uit != "" {
					t.Errorf("klacht %q: exit %d, %q, %q", args, code, uit, fout)
				}
			}
		}
		if l.record(1) != oud {
			t.Error("a wrong call changed the record")
		}
		l.isHeel()
	})
}
