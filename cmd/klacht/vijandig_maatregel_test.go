package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// Measures with hostile text in every field: it comes back as it was given, and steers no screen.
func TestVijandigeTekstInMaatregelen(t *testing.T) {
	eigen := map[string]bool{}
	for _, s := range eigenVijandig() {
		eigen[s] = true
	}
	elkVijandig(t, 60, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t)
		l.moet("nieuw", "--onderwerp", "Zaal was bezet", "--categorie", "overig", "--ontvangen", "2026-11-02")
		n := 0
		for i, s := range teksten {
			if !eigen[s] && i%4 > 0 {
				continue // the texts of the list resemble each other, and each step costs a few milliseconds
			}
			l.breedte, l.kleur = []int{0, 80, 200}[i%3], i%6 == 1
			l.invoer = s
			regel, tekst := alsRegel(s), alsTekst(s)
			nieuw := []string{
				"maatregel", "nieuw", "--omschrijving=" + s, "--verantwoordelijke=" + s, "--oorzaak=" + s, "--door=" + s, "--soort", "herstel",
				"--streefdatum", "2026-11-10", "--controle", "1 week", "--dossier", "1", "--op", "2026-11-03",
			}
			if regel == "" {
				l.weigert(nieuw...)
				continue
			}
			n++
			m := l.alsJSON(nieuw...)
			for _, veld := range []string{"omschrijving", "verantwoordelijke", "oorzaak"} {
				l.wil(m, s, veld, regel)
			}
			nr := fmt.Sprint(n)
			if n%4 == 0 {
				l.moet("maatregel", "vervalt", nr, "--reden=X"+s)
				l.moet("maatregel", "toon", nr)
				continue
			}
			l.moet("maatregel", "uitgevoerd", nr, "--toelichting="+s)
			m = l.alsJSON("maatregel", "controleer", nr, "deels", "--toelichting=X"+s, "--door=X"+s)
			l.wil(m, s, "toelichting", alsTekst("X"+s))
			l.wil(m, s, "gecontroleerd_door", alsRegel("X"+s))
			verloop := m["verloop"].([]any)
			l.wil(verloop[1].(map[string]any), s, "toelichting", tekst)
			l.wil(verloop[0].(map[string]any), s, "door", cmp.Or(regel, "Sanne de Vries"))
			m = l.alsJSON("maatregel", "wijzig", nr, "--omschrijving=Y"+s, "--oorzaak=Y"+s, "--verantwoordelijke=Y"+s)
			l.wil(m, s, "omschrijving", alsRegel("Y"+s))
			l.moet("maatregel", "toon", nr)
		}
		for i, breedte := range []int{0, 80, 200} {
			l.breedte, l.kleur = breedte, i == 2
			for _, args := range [][]string{{"maatregel", "lijst"}, {"status"}, {"toon", "1"}} {
				uit := l.moet(args...)
				for r := range strings.Lines(uit) {
					if w := ansi.StringWidth(strings.TrimSuffix(r, "\n")); args[0] != "toon" && breedte > 0 && w > breedte {
						t.Errorf("klacht %q on %d columns: a line of %d: %q", args, breedte, w, r)
					}
				}
			}
		}
		if lijst := l.alsJSON("maatregel", "lijst")["maatregelen"].([]any); len(lijst) != n {
			t.Errorf("%d measures listed, want %d", len(lijst), n)
		}
		l.isHeel()
	})
}

// What is wrong with a call about a measure is said without repeating what would steer the terminal.
func TestVijandigeAanroepVanMaatregelen(t *testing.T) {
	elkVijandig(t, 150, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t)
		l.moet("maatregel", "nieuw", "--omschrijving", "x", "--soort", "herstel", "--verantwoordelijke", "Bo", "--streefdatum", "vandaag", "--controle", "1 week")
		pad := filepath.Join(l.pad, "maatregelen", "M2026-001.yaml")
		oud, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range teksten {
			for _, args := range [][]string{
				{"toon", "--", "K" + s}, {"uitgevoerd", "1", "--op=x" + s}, {"controleer", "--toelichting=x", "--", "1", "x" + s}, {"wijzig", "1", "--controle=x" + s},
				{"wijzig", "1", "--categorie=x" + s}, {"nieuw", "--soort=x" + s}, {"nieuw", "--dossier=x" + s}, {"nieuw", "--vervolg-op=x" + s}, {"x" + s},
			} {
				if uit, fout, code := l.probeer(append([]string{"maatregel"}, args...)...); code != codeAanroep && code != codeMislukt || fout == "" || uit != "" {
					t.Errorf("klacht maatregel %q: exit %d, %q, %q", args, code, uit, fout)
				}
			}
		}
		if nu, err := os.ReadFile(pad); err != nil || string(nu) != string(oud) {
			t.Error("a wrong call changed the measure", err)
		}
		l.isHeel()
	})
}
