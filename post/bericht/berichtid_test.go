package bericht

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestLeesIDs(t *testing.T) {
	for _, g := range []struct {
		veld string
		want []string
	}{
		{"<a@example.nl>", []string{"a@example.nl"}},
		{"<a@example.nl> <b@example.nl>", []string{"a@example.nl", "b@example.nl"}},
		{"<a@example.nl><b@example.nl>,<a@example.nl>", []string{"a@example.nl", "b@example.nl"}},
		{"<a@exam ple.nl> (Jan)", []string{"a@example.nl"}},
		{`Your message of "Mon, 1 Jan 2024" <a@example.nl>`, []string{"a@example.nl"}},
		{"a@example.nl b@example.nl", []string{"a@example.nl", "b@example.nl"}},
		{"<zonder-apenstaart>", []string{"zonder-apenstaart"}},
		{"<a@example.nl <b@example.nl>", []string{"a@example.nl", "b@example.nl"}},
		{"<a@example.nl> <b@exa", []string{"a@example.nl", "b@exa"}},
		{"<<a@example.nl", []string{"a@example.nl"}},
		{"<a@example.nl<b@example.nl", []string{"a@example.nl", "b@example.nl"}},
		{"a@example.nl>b@example.nl", []string{"a@example.nl", "b@example.nl"}},
		{"<>", nil},
		{"uw bericht van gisteren", nil},
		{"", nil},
		{"<" + strings.Repeat("a", 1001) + ">", nil},
	} {
		if diff := cmp.Diff(g.want, leesIDs(g.veld), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", g.veld, diff)
		}
	}
}

func TestLeesEigenID(t *testing.T) {
	for veld, want := range map[string]string{
		"<a@example.nl>": "a@example.nl",
		"a@example.nl":   "a@example.nl",
		"20261120.1":     "20261120.1",
		"a b":            "a",
		"a<b":            "b",
		"<>":             "",
		"":               "",
	} {
		if got := leesEigenID(veld); got != want {
			t.Errorf("%q: %q, want %q", veld, got, want)
		}
	}
}

func TestTeVeelVerwijzingen(t *testing.T) {
	var b strings.Builder
	for range maxVerwijzingen {
		b.WriteString("<oud" + strings.Repeat("x", b.Len()%500) + "@example.nl> ")
	}
	for i := range maxVerwijzingen {
		b.WriteString("<nieuw" + strings.Repeat("y", i%900) + string(rune('a'+i/900)) + "@example.nl> ")
	}
	ids := leesIDs(b.String())
	if len(ids) != maxVerwijzingen || !strings.HasPrefix(ids[0], "nieuw") {
		t.Errorf("%d ids, the first %q", len(ids), ids[0])
	}
}
