package bericht

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestLeesAdressen(t *testing.T) {
	for _, g := range []struct {
		veld string
		want []Adres
	}{
		{"jan@example.nl", []Adres{{"", "jan@example.nl"}}},
		{"Jan Jansen <jan@example.nl>", []Adres{{"Jan Jansen", "jan@example.nl"}}},
		{`"Jansen, Jan" <jan@example.nl>`, []Adres{{"Jansen, Jan", "jan@example.nl"}}},
		{`"Jan \"de Beer\" Jansen" <jan@example.nl>`, []Adres{{`Jan "de Beer" Jansen`, "jan@example.nl"}}},
		{"jan@example.nl (Jan Jansen)", []Adres{{"Jan Jansen", "jan@example.nl"}}},
		{"<jan@example.nl> (Jan Jansen)", []Adres{{"Jan Jansen", "jan@example.nl"}}},
		{"Jan (verkoop) <jan@example.nl>", []Adres{{"Jan (verkoop)", "jan@example.nl"}}},
		{"a@example.nl, B <b@example.nl>,, c@example.nl", []Adres{{"", "a@example.nl"}, {"B", "b@example.nl"}, {"", "c@example.nl"}}},
		{"Team: a@example.nl, B <b@example.nl>; c@example.nl", []Adres{{"", "a@example.nl"}, {"B", "b@example.nl"}, {"", "c@example.nl"}}},
		{"undisclosed-recipients:;", nil},
		{"undisclosed-recipients: ;", nil},
		{"<@relay.example.nl,@b.example.nl:jan@example.nl>", []Adres{{"", "jan@example.nl"}}},
		{"jan . jansen @ example.nl", []Adres{{"", "jan.jansen@example.nl"}}},
		{`"jan jansen"@example.nl`, []Adres{{"", `"jan jansen"@example.nl`}}},
		{"Jan <jan@[IPv6:2001:db8::1]>", []Adres{{"Jan", "jan@[IPv6:2001:db8::1]"}}},
		{"jan@[IPv6:2001:db8::1]", []Adres{{"", "jan@[IPv6:2001:db8::1]"}}},
		{"=?utf-8?Q?Ren=C3=A9_de_Vries?= <rene@example.nl>", []Adres{{"René de Vries", "rene@example.nl"}}},
		{`"=?utf-8?Q?Ren=C3=A9?=" <rene@example.nl>`, []Adres{{"René", "rene@example.nl"}}},
		{"=?utf-8?Q?Vries,_Ren=C3=A9_de?= <rene@example.nl>", []Adres{{"Vries, René de", "rene@example.nl"}}},
		// What the rules forbid and people send.
		{"Jansen, Jan <jan@example.nl>", []Adres{{"Jansen, Jan", "jan@example.nl"}}},
		{"Jansen, Jan, MSc <jan@example.nl>", []Adres{{"Jansen, Jan, MSc", "jan@example.nl"}}},
		{"Ria, Piet, Kees, Bakker, Jan <jan@example.nl>", []Adres{{"Ria", ""}, {"Piet", ""}, {"Kees", ""}, {"Bakker, Jan", "jan@example.nl"}}},
		{"Ria, jan@example.nl", []Adres{{"Ria", ""}, {"", "jan@example.nl"}}},
		{"Jan Jansen jan@example.nl", []Adres{{"Jan Jansen", "jan@example.nl"}}},
		{"Jan <jan@example.nl", []Adres{{"Jan", "jan@example.nl"}}},
		{`"Jan <jan@example.nl>`, []Adres{{"Jan", "jan@example.nl"}}},
		{"Jan <a@example.nl> Piet <b@example.nl>", []Adres{{"Jan", "a@example.nl"}, {"Piet", "b@example.nl"}}},
		{"'jan@example.nl' <jan@example.nl>", []Adres{{"jan@example.nl", "jan@example.nl"}}},
		{"Jan <mailto:jan@example.nl>", []Adres{{"Jan", "jan@example.nl"}}},
		{"mailto:jan@example.nl", []Adres{{"", "jan@example.nl"}}},
		{"<<jan@example.nl>>", []Adres{{"", "jan@example.nl"}}},
		{"a@example.nl; b@example.nl", []Adres{{"", "a@example.nl"}, {"", "b@example.nl"}}},
		{"=?utf-8?Q?Ren=C3=A9_=3Crene=40example.nl=3E?=", []Adres{{"René", "rene@example.nl"}}},
		{"Klantenservice", []Adres{{"Klantenservice", ""}}},
		{"Jan <>", []Adres{{"Jan", ""}}},
		{"<>", nil},
		{"", nil},
		{" , ;", nil},
		{"Jan\x00\r\nBcc: x <jan@example.nl>", []Adres{{"x", "jan@example.nl"}}},
		{"Jan <jan@example.nl\r\n>", []Adres{{"Jan", "jan@example.nl"}}},
		{"Jürgen <jürgen@exämple.nl>", []Adres{{"Jürgen", "jürgen@exämple.nl"}}},
	} {
		got := (&lezer{}).leesAdressen(g.veld)
		if diff := cmp.Diff(g.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", g.veld, diff)
		}
	}
}

func TestLeesAdressenSamen(t *testing.T) {
	got := (&lezer{}).leesAdressen("a@example.nl", "", "B <b@example.nl>")
	if diff := cmp.Diff([]Adres{{"", "a@example.nl"}, {"B", "b@example.nl"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestTeVeelAdressen(t *testing.T) {
	m := lees(t, kwaad(maxAdressen + 1)["adressen"])
	if len(m.Aan) != maxAdressen || len(m.Waarschuwingen) != 1 {
		t.Errorf("%d addresses, %q", len(m.Aan), m.Waarschuwingen)
	}
}
