package main

import (
	"slices"
	"strings"
	"testing"

	"klacht/werkdagen"
)

// What was said in a meeting is kept as it is, and steers nothing where it is shown.
func TestVijandigOverleg(t *testing.T) {
	elkVijandig(t, 100, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t)
		l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig", "--ontvangen", "2026-01-05")
		for i, s := range teksten {
			l.breedte, l.kleur = []int{0, 80, 200}[i%3], i%6 == 1
			dag := (werkdagen.Dag(l.nu) - werkdagen.Datum(i)).String()
			args := []string{"overleg", "nieuw", "--op", dag, "--aanwezig=X" + s, "--besluit=X" + s, "--door=" + s}
			if i%10 == 0 { // each makes the record longer, and the next slower
				args = append(args, "--besproken", "1")
			}
			o := l.alsJSON(args...)
			var wil []string
			for deel := range strings.SplitSeq("X"+s, ",") {
				if deel = alsRegel(deel); deel != "" {
					wil = append(wil, deel)
				}
			}
			if got := lijst(o["aanwezig"]); !slices.Equal(got, wil) {
				t.Errorf("%q: present are %q, want %q", s, got, wil)
			}
			if got := lijst(o["besluiten"]); !slices.Equal(got, []string{alsRegel("X" + s)}) {
				t.Errorf("%q: decided is %q", s, got)
			}
			gelezen := l.alsJSON("overleg", "toon", dag)
			for _, naam := range []string{"aanwezig", "besluiten", "besproken"} {
				if !slices.Equal(lijst(gelezen[naam]), lijst(o[naam])) {
					t.Errorf("%q: %s reads back as %q, was %q", s, naam, gelezen[naam], o[naam])
				}
			}
			l.moet("overleg", "toon", dag)
		}
		for _, args := range [][]string{{"overleg", "lijst"}, {"overleg", "agenda"}, {"status"}, {"toon", "1"}} {
			l.moet(args...)
		}
		l.isHeel()
	})
}

// lijst is a list of texts out of JSON.
func lijst(v any) []string {
	var uit []string
	for _, s := range v.([]any) {
		uit = append(uit, s.(string))
	}
	return uit
}
