package rapport

import (
	"bytes"
	"strings"
	"testing"
)

// The main points are parts of the whole report, word for word.
func TestKortIsEenDeel(t *testing.T) {
	o := Bereken(voorbeeld(t))
	var heel, kort bytes.Buffer
	if err := (Scherm{}).Schrijf(&heel, o); err != nil {
		t.Fatal(err)
	}
	if err := (Scherm{Kort: true}).Schrijf(&kort, o); err != nil {
		t.Fatal(err)
	}
	rest := heel.String()
	for _, r := range strings.SplitAfter(kort.String(), "\n") {
		_, na, ok := strings.Cut(rest, r)
		if !ok {
			t.Fatalf("het hele rapport heeft daarna niet meer: %q", r)
		}
		rest = na
	}
	for _, kop := range []string{"In het kort\n", "Op tijd\n", "Categorieën\n", "Oorzaken\n"} {
		if !strings.Contains(kort.String(), kop) {
			t.Errorf("%q ontbreekt", kop)
		}
	}
	if n := strings.Count(kort.String(), "\n"); n > strings.Count(heel.String(), "\n")/2 {
		t.Errorf("%d regels is niet kort", n)
	}
}
