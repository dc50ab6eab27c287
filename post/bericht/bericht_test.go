package bericht

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestLees(t *testing.T) {
	for _, g := range berichten {
		t.Run(g.naam, func(t *testing.T) {
			m := lees(t, g.bericht)
			g.want.Extensie = ".eml"
			gelijkeTijd := cmp.Comparer(func(a, b time.Time) bool { return a.Equal(b) && a.Format("-0700") == b.Format("-0700") })
			if diff := cmp.Diff(&g.want, m, cmpopts.EquateEmpty(), gelijkeTijd); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			controleer(t, m)
		})
	}
}

// The kind of line end is no matter, but for the bytes of attachments.
func TestLeesMetCRLF(t *testing.T) {
	for _, g := range berichten {
		if strings.Contains(g.bericht, "\r") {
			continue
		}
		t.Run(g.naam, func(t *testing.T) {
			m := lees(t, strings.ReplaceAll(g.bericht, "\n", "\r\n"))
			for i := range m.Bijlagen {
				m.Bijlagen[i].Inhoud = []byte(strings.ReplaceAll(string(m.Bijlagen[i].Inhoud), "\r\n", "\n"))
			}
			g.want.Extensie = ".eml"
			if diff := cmp.Diff(&g.want, m, cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLeesGeenBericht(t *testing.T) {
	for _, g := range []struct{ naam, inhoud, want string }{
		{"niets", "", "het bericht is leeg"},
		{"alleen wit", " \r\n\t", "het bericht is leeg"},
		{"alleen nullen", strings.Repeat("\x00", 100), "het bericht is leeg"},
		{"Outlook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "het Outlook-bericht (.msg) is beschadigd of afgekapt"},
		{"PDF", "%PDF-1.7\n", "dit is geen e-mailbericht maar een PDF-bestand"},
		{"iets anders", "\x7fELF\x00\x01\x02", "dit is geen e-mailbericht: er is geen kop met afzender en onderwerp, en de inhoud is geen tekst"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			m, err := Lees([]byte(g.inhoud))
			if m != nil || err == nil || err.Error() != g.want {
				t.Errorf("%v, %v", m, err)
			}
		})
	}
}

// Notepad saves as UTF-16 when asked for "Unicode".
func TestLeesUTF16(t *testing.T) {
	var b []byte
	for _, c := range "\ufeffFrom: kees@example.nl\r\nSubject: café\r\n\r\néén\r\n" {
		b = append(b, byte(c), byte(c>>8))
	}
	m, err := Lees(b)
	if err != nil {
		t.Fatal(err)
	}
	if m.Onderwerp != "café" || m.Tekst != "één" {
		t.Errorf("%q %q", m.Onderwerp, m.Tekst)
	}
}

func TestLeesVeranderdeInvoerNiet(t *testing.T) {
	for _, g := range berichten {
		b := []byte(g.bericht)
		if _, err := Lees(b); err != nil {
			t.Fatal(err)
		}
		if string(b) != g.bericht {
			t.Errorf("%s: the input was changed", g.naam)
		}
	}
}
