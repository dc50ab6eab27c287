package register

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// What never ends is left, without keeping all of it, and what follows is read.
func TestRegelZonderEind(t *testing.T) {
	lang := strings.Repeat("x", 3*grensRij)
	r := open(t, schrijf(t, "r.csv", "a;b\n1;"+lang+"\n2;y\n3;\""+lang+"\n4;z\n"), nil)
	var gezien []string
	for _, rij := range alle(t, r) {
		if rij.Fout == "" {
			gezien = append(gezien, strings.Join(rij.Cellen, "|"))
			continue
		}
		gezien = append(gezien, rij.Fout)
		if len(strings.Join(rij.Cellen, "")) > 4*grensRij {
			t.Error("the row is kept")
		}
	}
	if d := cmp.Diff([]string{"deze regel is langer dan 1 MiB", "2|y", foutOpen, "4|z"}, gezien); d != "" {
		t.Error(d)
	}
}

// Every other row lacks a quote, and each of those had all that follows searched for
// it: 20,000 rows took a minute. What is whole behind them is read.
func TestAanhalingstekensDieOntbreken(t *testing.T) {
	var b strings.Builder
	b.WriteString("a;b;c\n")
	const paren = 10_000
	for n := range paren {
		fmt.Fprintf(&b, "%d;\"x %s;\n%d;y;z\n", n, strings.Repeat("v", 100), n)
	}
	b.WriteString("heel;\"op twee\nregels\";\n")
	pad := schrijf(t, "r.csv", b.String())
	begin := time.Now()
	rijen := alle(t, open(t, pad, nil))
	if d := time.Since(begin); d > 20*time.Second {
		t.Errorf("it took %s", d)
	}
	los := 0
	for _, rij := range rijen {
		if rij.Fout != "" {
			los++
		}
	}
	if n := len(rijen); n != 2*paren+1 || los != paren || rijen[n-1].Fout != "" || rijen[n-1].Cellen[1] != "op twee\nregels" || rijen[n-1].Regel != 2*paren+2 {
		t.Errorf("%d rows, %d without a quote, the last %+v", n, los, rijen[n-1])
	}
}
