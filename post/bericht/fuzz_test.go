package bericht

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func lees(t testing.TB, s string) *Bericht {
	t.Helper()
	m, err := Lees([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// controleer checks what holds for every message, however broken.
func controleer(t testing.TB, m *Bericht) {
	t.Helper()
	if r, ok := vreemdTeken(m.Tekst, "\n\t"); ok {
		t.Errorf("text holds %U", r)
	}
	if len(m.Tekst) > maxTekst {
		t.Errorf("text of %d bytes", len(m.Tekst))
	}
	regels := append([]string{m.ID, m.Onderwerp}, m.InReplyTo...)
	regels = append(append(regels, m.References...), m.Waarschuwingen...)
	for _, lijst := range [][]Adres{m.Van, m.Aan, m.Cc, m.AntwoordAan} {
		if len(lijst) > maxAdressen {
			t.Errorf("%d addresses", len(lijst))
		}
		for _, a := range lijst {
			if a == (Adres{}) {
				t.Error("an empty address")
			}
			regels = append(regels, a.Naam, a.Adres)
		}
	}
	for _, s := range regels {
		if r, ok := vreemdTeken(s, ""); ok {
			t.Errorf("%q holds %U", s, r)
		}
		if len(s) > maxRegel+len("…") {
			t.Errorf("a line of %d bytes", len(s))
		}
	}
	for _, id := range append(append([]string{m.ID}, m.InReplyTo...), m.References...) {
		if strings.ContainsAny(id, "<> ") {
			t.Errorf("id %q", id)
		}
	}
	if len(m.References) > maxVerwijzingen || len(m.InReplyTo) > maxVerwijzingen {
		t.Errorf("%d references, %d in-reply-to", len(m.References), len(m.InReplyTo))
	}
	if len(m.Bijlagen) > maxDelen+maxDiepte {
		t.Errorf("%d attachments", len(m.Bijlagen))
	}
	for _, b := range m.Bijlagen {
		if !utf8.ValidString(b.Naam) {
			t.Errorf("name %q is no UTF-8", b.Naam)
		}
		if b.Type == "" || b.Type != strings.ToLower(b.Type) {
			t.Errorf("type %q", b.Type)
		}
	}
	if len(m.Waarschuwingen) > maxWaarschuwingen+1 {
		t.Errorf("%d warnings", len(m.Waarschuwingen))
	}
}

// vreemdTeken finds a character in s that is no valid UTF-8 or a control character, but for those in mag.
func vreemdTeken(s, mag string) (rune, bool) {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return r, true
			}
		}
		if unicode.IsControl(r) && !strings.ContainsRune(mag, r) {
			return r, true
		}
	}
	return 0, false
}

func FuzzLees(f *testing.F) {
	for _, s := range kwaad(3) {
		f.Add([]byte(s))
	}
	for _, g := range berichten {
		f.Add([]byte(g.bericht))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Lees(b)
		if err != nil {
			if m != nil {
				t.Error("both a message and an error")
			}
			return
		}
		controleer(t, m)
	})
}
