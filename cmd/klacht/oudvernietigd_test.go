package main

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/werkdagen"
)

// TestRapportVanEenOudeDagNaVernietigen makes reports as of past days, destroys all that can be, and makes them again: of a destroyed dossier
// is known what was known of it then, but for names and the calendar that it was promised; and of which row of a register it came.
func TestRapportVanEenOudeDagNaVernietigen(t *testing.T) {
	t.Parallel()
	aantal := *lotaantal / 5
	if testing.Short() {
		aantal /= 10
	}
	vernietigd := 0
	for i := range aantal {
		zaad := *lotzaad + uint64(i)
		goed := t.Run(fmt.Sprintf("lotzaad %d", zaad), func(t *testing.T) {
			l := nieuweLotmap(t, zaad)
			var vragen [][]string
			for range 6 {
				dag := l.tussen(l.eerste, l.laatste)
				vragen = append(vragen, []string{"--peildatum", dag.String(), "--van", (dag - werkdagen.Datum(l.r.IntN(700))).String(), "--json"})
			}
			l.zetOp(l.laatste + 800)
			toen := make([]map[string]any, len(vragen))
			for i, v := range vragen {
				toen[i] = l.zonderWatVernietigdIs(v)
			}
			waren := len(l.records())
			if _, fout, code := l.voer("opschonen", "--uitvoeren", "--ja"); code != codeGedaan && code != l.code() {
				t.Fatalf("exit %d\n%s", code, fout)
			}
			vernietigd += waren - len(l.records())
			l.nogEensOvernemen()
			for i, v := range vragen {
				if d := cmp.Diff(toen[i], l.zonderWatVernietigdIs(v)); d != "" {
					t.Errorf("klacht rapport %q (-ervoor +erna)\n%s", v, d)
				}
			}
		})
		if !goed {
			t.Fatalf("again with: go test ./cmd/klacht -run %s -lotaantal 5 -lotzaad %d", t.Name(), zaad)
		}
	}
	if aantal >= 20 && vernietigd < aantal {
		t.Errorf("only %d dossiers were destroyed", vernietigd)
	}
}

// zonderWatVernietigdIs is the report without what destruction takes away.
func (l *lotmap) zonderWatVernietigdIs(args []string) map[string]any {
	l.t.Helper()
	uit, fout, code := l.voer(append([]string{"rapport"}, args...)...)
	if code != codeGedaan && code != l.code() {
		l.t.Fatalf("klacht rapport %q: exit %d\n%s", args, code, fout)
	}
	r := ontleed[map[string]any](l.t, uit)
	for _, rij := range r["te_laat"].([]any) {
		delete(rij.(map[string]any), "werkdagen_te_laat")
	}
	r["signalen"] = slices.DeleteFunc(r["signalen"].([]any), func(s any) bool { return s.(map[string]any)["soort"] == "eigen zaak" })
	return r
}
