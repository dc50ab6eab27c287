package bericht

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLeesKopLeestAlsLees(t *testing.T) {
	for kop, id := range map[string]string{
		"Message-ID: <a@example.org>\r\n":                      "a@example.org",
		"Message-Id:\r\n\t<a@example.org>\r\n":                 "a@example.org",
		"MESSAGE-ID: <a\r\n @example.org>\r\n":                 "a@example.org",
		"Message-ID: a@example.org\n":                          "a@example.org",
		"Message-ID:\r\nMessage-ID: <b@example.org>\r\n":       "b@example.org",
		"Message-ID: <a@x>\r\nMessage-ID: <b@example.org>\r\n": "a@x",
		"Message-ID: \xe9\x1b[0m@example.org\r\n":              "\ufffd[0m@example.org",
		"From: a@example.org\r\nDate: ooit\r\nReceived: x; ooit\r\nList-Id: <x.example.org>\r\nAuto-Submitted: auto-replied\r\n": "",
	} {
		m := LeesKop([]byte(kop + "\r\n"))
		if m.ID != id {
			t.Errorf("%q: %q, want %q", kop, m.ID, id)
		}
		heel, err := Lees([]byte(kop + "\r\nTekst.\r\n"))
		if err != nil {
			t.Fatal(err)
		}
		heel.Tekst = ""
		if d := cmp.Diff(heel, m); d != "" {
			t.Errorf("%q: header and message differ:\n%s", kop, d)
		}
	}
	if m := LeesKop(nil); m.ID != "" {
		t.Errorf("of nothing: %q", m.ID)
	}
}

// Without its parts a report was taken for a plain text.
func TestLeesKopKentEenRapport(t *testing.T) {
	kop := []byte("From: a@example.org\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=g\r\n\r\n")
	if soort := LeesKop(kop).Kenmerken.Rapport; soort != "delivery-status" {
		t.Errorf("a report of kind %q", soort)
	}
}

func FuzzLeesKop(f *testing.F) {
	f.Add([]byte("From: a@example.org\r\nMessage-ID: <a@x>\r\nContent-Type: multipart/report\r\n\r\n"))
	f.Fuzz(func(t *testing.T, kop []byte) {
		m := LeesKop(kop)
		if bytes.IndexByte(kop, 0) >= 0 || anderBestand(kop) != "" {
			return // may be a message of another form
		}
		if heel, err := Lees(kop); err == nil && heel.ID != m.ID {
			t.Errorf("%q, and the message has %q", m.ID, heel.ID)
		}
	})
}
