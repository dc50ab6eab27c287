package bericht

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Every part that is no body is there, as what it is.
func TestSoorten(t *testing.T) {
	delen := func(soort, rest string) string {
		return "From: jan@example.nl\nContent-Type: " + soort + "; boundary=g\n\n" + rest + "\n--g--\n"
	}
	tekst := "--g\n\nDe tekst.\n"
	for _, g := range []struct {
		naam, bericht, tekst string
		soorten              []Soort
		waarschuwingen       []string
	}{
		{"ondertekend met S/MIME", delen(`multipart/signed; protocol="application/pkcs7-signature"`,
			tekst+"--g\nContent-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64\n\nMIAG"),
			"De tekst.", []Soort{SoortHandtekening}, nil},
		{"ondertekend met PGP", delen(`multipart/signed; protocol="application/pgp-signature"`, tekst+"--g\nContent-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----"),
			"De tekst.", []Soort{SoortHandtekening}, nil},
		{"ondertekend met iets anders", delen("multipart/signed", tekst+"--g\nContent-Type: text/plain\n\nzegel"), "De tekst.", []Soort{SoortHandtekening}, nil},
		{"ondertekend, met bijlage", delen("multipart/signed",
			"--g\nContent-Type: multipart/mixed; boundary=h\n\n--h\n\nDe tekst.\n--h\nContent-Type: application/pdf\n\nx\n--h--\n--g\nContent-Type: application/pgp-signature\n\nzegel"),
			"De tekst.", []Soort{SoortGewoon, SoortHandtekening}, nil},
		{"versleuteld met PGP", delen("multipart/encrypted", "--g\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--g\nContent-Type: application/octet-stream\n\ngeheim"),
			"", []Soort{SoortVersleuteld, SoortVersleuteld}, []string{waarschuwingVersleuteld}},
		{"versleuteld met S/MIME", "From: jan@example.nl\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\ngeheim",
			"", []Soort{SoortVersleuteld}, []string{waarschuwingVersleuteld}},
		{"ingepakt in een handtekening", "From: jan@example.nl\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n\nx",
			"", []Soort{SoortVersleuteld}, []string{waarschuwingIngepakt}},
		{"ingepakt, zonder dat het er staat", "From: jan@example.nl\nContent-Type: application/x-pkcs7-mime\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHAqCA",
			"", []Soort{SoortVersleuteld}, []string{waarschuwingIngepakt}},
		{"versleuteld in de tekst", "From: jan@example.nl\n\nZie onder.\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n",
			"Zie onder.\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----", nil,
			[]string{"de tekst van het bericht, of een stuk ervan, is versleuteld (PGP); dat stuk is niet gelezen"}},
		{"leesbevestiging", delen("multipart/report; report-type=disposition-notification", tekst+"--g\nContent-Type: message/disposition-notification\n\nDisposition: x"),
			"De tekst.", []Soort{SoortBezorgrapport}, nil},
		{"uitnodiging naast de tekst", delen("multipart/alternative", tekst+"--g\nContent-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR"),
			"De tekst.", []Soort{SoortUitnodiging}, nil},
		{"bericht als gewoon bestand", delen("multipart/mixed", tekst+"--g\nContent-Type: application/octet-stream; name=oud.EML\n\nSubject: Oud\n\nx"),
			"De tekst.", []Soort{SoortBericht}, nil},
		{"plaatje in de tekst", delen("multipart/related", "--g\nContent-Type: text/html\n\nDe tekst.<img src=cid:a>\n--g\nContent-Type: image/png\nContent-ID: <a>\n\nx"),
			"De tekst.", []Soort{SoortInline}, nil},
	} {
		t.Run(g.naam, func(t *testing.T) {
			m := lees(t, g.bericht)
			var soorten []Soort
			for _, b := range m.Bijlagen {
				soorten = append(soorten, b.Soort)
			}
			if m.Tekst != g.tekst || !cmp.Equal(soorten, g.soorten) || !cmp.Equal(m.Waarschuwingen, g.waarschuwingen) {
				t.Errorf("%q %q %q", m.Tekst, soorten, m.Waarschuwingen)
			}
		})
	}
}

func TestKenmerken(t *testing.T) {
	for _, g := range []struct {
		kop  string
		want Kenmerken
	}{
		{"Subject: x", Kenmerken{}},
		{"Auto-Submitted: Auto-Replied (vacation); owner-email=x", Kenmerken{AutoSubmitted: "auto-replied"}},
		{"Auto-Submitted: no", Kenmerken{AutoSubmitted: "no"}},
		{"Precedence: BULK", Kenmerken{Precedence: "bulk"}},
		{"List-Unsubscribe: <mailto:weg@example.org>\nList-Id: \"Nieuws\" <nieuws.example.org>\nList-Help: x", Kenmerken{Lijst: "nieuws.example.org"}},
		{"List-Post: <mailto:lijst@example.org>", Kenmerken{Lijst: "<mailto:lijst@example.org>"}},
		{"List-Id: kaal.example.org", Kenmerken{Lijst: "kaal.example.org"}},
		{"X-Loop: klacht@example.nl", Kenmerken{XLoop: "klacht@example.nl"}},
		{"Return-Path: < >", Kenmerken{LegeAfzender: true}},
		{"Return-Path: <jan@example.nl>", Kenmerken{}},
		{"X-Autorespond: weg", Kenmerken{AutoAntwoord: true}},
		{"X-Autoreply: no", Kenmerken{}},
		{"X-Auto-Response-Suppress: OOF, DR", Kenmerken{OnderdrukAntwoord: []string{"oof", "dr"}}},
		{"Content-Type: multipart/report; boundary=g\n\n--g\n\nx\n--g--", Kenmerken{Rapport: "onbekend"}},
	} {
		if diff := cmp.Diff(g.want, lees(t, "From: jan@example.nl\n"+g.kop+"\n\nx\n").Kenmerken); diff != "" {
			t.Errorf("%s: %s", g.kop, diff)
		}
	}
}
