package post

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/dossier"
)

// eml joins lines as a message has them.
func eml(regels ...string) []byte { return []byte(strings.Join(regels, "\r\n") + "\r\n") }

func TestAanmeldingUitBericht(t *testing.T) {
	inhoud := eml(
		"Received: from mail.example.nl by mx.example.org; Fri, 20 Nov 2026 23:40:05 +0000",
		"Received: from pc by mail.example.nl; Fri, 20 Nov 2026 10:00:00 +0000",
		"From: =?utf-8?q?Ren=C3=A9e?= Bakker <r.bakker@example.nl>",
		"Date: Fri, 20 Nov 2026 10:00:00 +0100",
		"Subject: Factuur klopt niet",
		"Message-ID: <abc@example.nl>",
		"MIME-Version: 1.0",
		`Content-Type: multipart/mixed; boundary="x"`,
		"",
		"--x", "Content-Type: text/plain; charset=utf-8", "", "Beste mensen,", "", "De factuur klopt niet.", "",
		"--x", `Content-Type: application/pdf; name="factuur 12.pdf"`, "Content-Disposition: attachment", "Content-Transfer-Encoding: base64", "", "JVBERg==",
		"--x", "Content-Type: image/jpeg", "Content-Disposition: attachment", "Content-Transfer-Encoding: base64", "", "/9j/",
		"--x", "Content-Type: message/rfc822", "", "Subject: eerder bericht", "", "Hallo",
		"--x--")
	a, err := Aanmelding(inhoud)
	if err != nil {
		t.Fatal(err)
	}
	type uitkomst struct {
		Naam, Email, Onderwerp, Tekst, ID, Kanaal, Ontvangen, Opmerking string
		Bijlagen                                                        []string
	}
	got := uitkomst{a.Klager.Naam, a.Klager.Email, a.Onderwerp, a.Omschrijving, a.BerichtID, a.Kanaal, a.Ontvangen.String(), a.Opmerking, nil}
	for _, b := range a.Bijlagen {
		r, err := b.Open()
		if err != nil {
			t.Fatal(err)
		}
		p, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		got.Bijlagen = append(got.Bijlagen, fmt.Sprintf("%s %q", b.Naam, p))
	}
	want := uitkomst{
		"Renée Bakker", "r.bakker@example.nl", "Factuur klopt niet", "Beste mensen,\n\nDe factuur klopt niet.", "abc@example.nl", "e-mail",
		"2026-11-21T00:40:05+01:00", "",
		[]string{`factuur 12.pdf "%PDF"`, `bijlage-2.jpg "\xff\xd8\xff"`, `eerder bericht.eml "Subject: eerder bericht\r\n\r\nHallo"`},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if !bytes.Equal(a.Bericht, inhoud) {
		t.Error("the message is not kept byte for byte")
	}
}

func TestAanmeldingZonderGegevens(t *testing.T) {
	a, err := Aanmelding(eml("X-Niets: 1", "", "Alleen tekst."))
	if err != nil {
		t.Fatal(err)
	}
	if a.Klager != (dossier.Klager{}) || a.Onderwerp != "" || !a.Ontvangen.IsLeeg() || a.Omschrijving != "Alleen tekst." {
		t.Errorf("%+v", a)
	}
	if _, err := Aanmelding(nil); err == nil {
		t.Error("nothing at all was taken for a message")
	}
}

func TestDatumAlsReceivedOntbreekt(t *testing.T) {
	a, err := Aanmelding(eml("Date: Fri, 20 Nov 2026 10:00:00 +0100", "", "x"))
	if err != nil || a.Ontvangen.String() != "2026-11-20T10:00:00+01:00" {
		t.Errorf("%v %v", a.Ontvangen, err)
	}
}

func TestLangeTekstWordtIngekort(t *testing.T) {
	a, err := Aanmelding(eml("Content-Type: text/plain; charset=utf-8", "", strings.Repeat("ééééééé ", 20_000)))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Omschrijving) > grootsteTekst+200 || !strings.HasSuffix(a.Omschrijving, "staat in het dossier.") || strings.Contains(a.Omschrijving, "\ufffd") {
		t.Errorf("%d bytes, ends in %q", len(a.Omschrijving), a.Omschrijving[len(a.Omschrijving)-80:])
	}
}
