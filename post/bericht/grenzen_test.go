package bericht

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
)

// kwaad are messages made to cost much, by name. n scales them.
func kwaad(n int) map[string]string {
	kop := "From: Jan Jansen <jan@example.nl>\nSubject: Klacht\n"
	h := func(s string) string { return strings.Repeat(s, n) }
	var genest, vlak, wisselend strings.Builder
	genest.WriteString(kop)
	for i := range n {
		fmt.Fprintf(&genest, "Content-Type: multipart/mixed; boundary=g%d\n\n--g%d\n", i, i)
	}
	genest.WriteString("Content-Type: text/plain\n\nonderin\n")
	vlak.WriteString(kop + "Content-Type: multipart/mixed; boundary=g\n\n")
	for i := range n {
		fmt.Fprintf(&vlak, "--g\nContent-Type: text/plain; name=b%d.txt\nContent-Disposition: attachment\n\ndeel %d\n", i, i)
	}
	wisselend.WriteString(kop + "Content-Type: text/plain")
	for i := range n {
		fmt.Fprintf(&wisselend, ";\n name*%d=x; p%d*%d*=utf-8''%%41", i, i, i)
	}
	wisselend.WriteString("\n\ntekst\n")
	mime := kop + "Content-Type: multipart/mixed; boundary="
	html := kop + "Content-Type: text/html\n\n"
	return map[string]string{
		"parameters":           kop + "Content-Type: text/plain" + h("; a=b") + "\n\ntekst\n",
		"parameters-wisselend": wisselend.String(),
		"parameters-zonder-;":  kop + "Content-Type: text/plain; a=b" + h(" a=b") + "\n\ntekst\n",
		"parameters-quotes":    kop + "Content-Type: text/plain" + h("; a=\"b") + "\n\ntekst\n",
		"parameters-blanks":    kop + "Content-Type: text/plain; name=" + h("b  (") + "\n\ntekst\n",
		"delen-genest":         genest.String(),
		"delen-vlak":           vlak.String(),
		"grens-in-de-regel":    mime + strings.Repeat("-", 900) + "\n\n" + h("----------"),
		"grens-per-regel":      mime + "g\n\n" + h("--gg\n"),
		"grens-leeg":           mime + "g\n\n" + h("--g\n"),
		"grens-ontbreekt":      mime + "g\n\n" + h("--x y\n"),
		"kop-gevouwen":         kop + "References:" + h("\n <a@b>") + "\n\ntekst\n",
		"kop-velden":           kop + h("X-A: b\n") + "\ntekst\n",
		"kop-kapot":            kop + h("kapot\nX-A: b\n") + "\ntekst\n",
		"kop-CR":               strings.ReplaceAll(kop+h("X-A: b\n")+"\ntekst\n", "\n", "\r") + h("geen einde") + "\n",
		"kop-zonder-einde":     kop + h("X-A: b\n"),
		"woorden":              kop + "Subject: " + h("=?utf-8?q?a?=") + "\n\ntekst\n",
		"woorden-open":         "Subject: " + h("=?utf-8?q?a") + "\n" + kop + "\ntekst\n",
		"woorden-vulling":      "Subject: " + h("=?utf-8?b?=?=") + "\n" + kop + "\ntekst\n",
		"adressen":             "To: " + h("a@b.nl, ") + "\n" + kop + "\ntekst\n",
		"adressen-namen":       "To: " + h("a, ") + "\n" + kop + "\ntekst\n",
		"adressen-haakjes":     "To: " + h("(") + h("<") + h("\"a") + "\n" + kop + "\ntekst\n",
		"adressen-commentaar":  "To: " + h("(a") + h(")") + "\n" + kop + "\ntekst\n",
		"adressen-woorden":     "To: " + h("=?a?q?") + "\n" + kop + "\ntekst\n",
		"verwijzingen-open":    "References: " + h("<a@b ") + "\n" + kop + "\ntekst\n",
		"received":             "Received: from x" + h(" (a;") + "\n" + kop + "\ntekst\n",
		"datum":                "Date: " + h("1:1 ") + "\n" + kop + "\ntekst\n",
		"base64-stukjes":       kop + "Content-Transfer-Encoding: base64\n\n" + h("YQ==\n"),
		"base64-een-regel":     kop + "Content-Transfer-Encoding: base64\n\n" + h("YWFh"),
		"base64-gelijktekens":  kop + "Content-Transfer-Encoding: base64\n\nYWFhYWFhYWE=" + h("="),
		"quoted-printable":     kop + "Content-Transfer-Encoding: quoted-printable\n\n" + h("=E9= \n"),
		"uuencode":             kop + "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n" + h("#86)C\n"),
		"utf7":                 kop + "Content-Type: text/plain; charset=utf-7\n\n" + h("+AOk-+"),
		"flowed":               kop + "Content-Type: text/plain; format=flowed\n\n" + h("> a \n>> b \n"),
		"CR":                   kop + "\n" + h("\r\r"),
		"leeg":                 kop + "\n" + h(" \n"),
		"html":                 html + h("<p>Geachte heer,<br><a href='https://example.nl/'>hier</a>"),
		"html-diep":            html + h("<blockquote><ul><li>") + "diep",
		"html-cellen":          html + "<table>" + h("<tr><td>a<td>b"),
		"html-open":            html + h("<p class=\"a"),
		"html-kenmerken":       html + "<p" + h(" a=b") + ">tekst",
		"html-script":          html + h("<script>"),
		"html-commentaar":      html + h("<!--"),
		"html-ampersand":       html + h("&amp"),
		"html-link-open":       html + h("<a href=https://example.nl/>a"),
		"tekst":                kop + "\n" + h("Geachte heer, ik ben niet tevreden.\n"),
		"geen-bericht":         h("zomaar tekst zonder kop "),
	}
}

// TestGrenzen reads each message made to cost much, large enough that anything quadratic would not come back.
func TestGrenzen(t *testing.T) {
	for naam, s := range kwaad(50_000) {
		t.Run(naam, func(t *testing.T) {
			m, err := Lees([]byte(s))
			if err != nil {
				t.Fatal(err)
			}
			controleer(t, m)
		})
	}
}

func TestTienduizendParameters(t *testing.T) {
	m := lees(t, kwaad(10_000)["parameters"])
	if m.Tekst != "tekst" || len(m.Waarschuwingen) != 1 {
		t.Errorf("text %q, warnings %q", m.Tekst, m.Waarschuwingen)
	}
}

func TestTienduizendDelenInElkaar(t *testing.T) {
	m := lees(t, kwaad(10_000)["delen-genest"])
	if len(m.Bijlagen) != 1 || m.Bijlagen[0].Type != "multipart/mixed" || !bytes.Contains(m.Bijlagen[0].Inhoud, []byte("onderin")) {
		t.Errorf("%d attachments", len(m.Bijlagen))
	}
	if len(m.Waarschuwingen) == 0 {
		t.Error("no warning")
	}
}

func TestTienduizendDelenNaastElkaar(t *testing.T) {
	m := lees(t, kwaad(10_000)["delen-vlak"])
	laatste := m.Bijlagen[len(m.Bijlagen)-1]
	if len(m.Bijlagen) != maxDelen || !bytes.Contains(laatste.Inhoud, []byte("deel 9999")) {
		t.Errorf("%d attachments, the last %q", len(m.Bijlagen), laatste.Inhoud[max(0, len(laatste.Inhoud)-40):])
	}
}

func TestTeGroot(t *testing.T) {
	if _, err := Lees(make([]byte, maxBericht+1)); err == nil || err.Error() != "het bericht is groter dan 100 MiB" {
		t.Error(err)
	}
}

// groot is a message of about n bytes: a short text and a large attachment.
func groot(n int) []byte {
	var b bytes.Buffer
	b.WriteString("From: Jan Jansen <jan@example.nl>\r\nSubject: Foto's\r\nContent-Type: multipart/mixed; boundary=grens\r\n\r\n" +
		"--grens\r\nContent-Type: text/plain\r\n\r\nZie de bijlage.\r\n--grens\r\nContent-Type: image/jpeg; name=foto.jpg\r\n" +
		"Content-Transfer-Encoding: base64\r\n\r\n")
	regel := base64.StdEncoding.EncodeToString(bytes.Repeat([]byte("klachten"), 8)[:57]) + "\r\n"
	for b.Len() < n {
		b.WriteString(regel)
	}
	b.WriteString("--grens--\r\n")
	return b.Bytes()
}

func BenchmarkLees(b *testing.B) {
	for _, n := range []int{10 << 10, 1 << 20, 50 << 20} {
		bericht := groot(n)
		b.Run(fmt.Sprintf("%dKiB", n>>10), func(b *testing.B) {
			b.SetBytes(int64(len(bericht)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Lees(bericht); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkKwaad shows at a glance what grows faster than its input: each message at two sizes.
func BenchmarkKwaad(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		for naam, s := range kwaad(n) {
			b.Run(fmt.Sprintf("%s/%d", naam, n), func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					if _, err := Lees([]byte(s)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
