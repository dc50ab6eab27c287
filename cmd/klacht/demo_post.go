package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"path/filepath"
	"strings"
	"time"

	"klacht/dossier"
)

// What an invented complainant sends: a message as a mail server delivers it, and the files with it.

// bericht writes the case as the e-mail in which it came at t; i tells one message from another.
func (z demozaak) bericht(i int, t time.Time, aan dossier.Organisatie) ([]byte, error) {
	var b bytes.Buffer
	delen := multipart.NewWriter(&b)
	if err := delen.SetBoundary(fmt.Sprintf("deel-%d", i)); err != nil {
		return nil, err
	}
	for _, r := range []string{
		fmt.Sprintf("Received: from mx.example.com (mx.example.com [192.0.2.%d]) by mail.example.nl; %s", 10+i, t.Format(time.RFC1123Z)),
		"Date: " + t.Add(-9*time.Second).Format(time.RFC1123Z),
		"From: " + (&mail.Address{Name: z.klager, Address: z.adres}).String(),
		"To: " + (&mail.Address{Name: aan.Naam, Address: aan.Email}).String(),
		"Subject: " + mime.QEncoding.Encode("utf-8", z.onderwerp),
		fmt.Sprintf("Message-ID: <%s.%d@example.com>", t.UTC().Format("20060102150405"), i),
		"MIME-Version: 1.0",
		fmt.Sprintf("Content-Type: multipart/mixed; boundary=%q", delen.Boundary()),
		"",
	} {
		b.WriteString(r + "\r\n")
	}
	deel, err := delen.CreatePart(textproto.MIMEHeader{
		"Content-Type":              {"text/plain; charset=utf-8"},
		"Content-Transfer-Encoding": {"quoted-printable"},
	})
	if err != nil {
		return nil, err
	}
	if err := schrijfQP(deel, z.brief(i)); err != nil {
		return nil, err
	}
	for _, bijlage := range z.bijlagen {
		deel, err := delen.CreatePart(textproto.MIMEHeader{
			"Content-Type":              {mediatype(bijlage.naam)},
			"Content-Transfer-Encoding": {"base64"},
			"Content-Disposition":       {mime.FormatMediaType("attachment", map[string]string{"filename": bijlage.naam})},
		})
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(deel, base64Regels(bijlage.inhoud)); err != nil {
			return nil, err
		}
	}
	err = delen.Close()
	return b.Bytes(), err
}

func schrijfQP(w io.Writer, tekst string) error {
	qp := quotedprintable.NewWriter(w)
	if _, err := io.WriteString(qp, tekst); err != nil {
		return err
	}
	return qp.Close()
}

// base64Regels breaks off where RFC 2045 wants it.
func base64Regels(inhoud []byte) string {
	const langste = 76
	s := base64.StdEncoding.EncodeToString(inhoud)
	var b strings.Builder
	for ; len(s) > langste; s = s[langste:] {
		b.WriteString(s[:langste] + "\r\n")
	}
	b.WriteString(s + "\r\n")
	return b.String()
}

func mediatype(naam string) string {
	if filepath.Ext(naam) == ".pdf" {
		return "application/pdf"
	}
	return "text/plain; charset=utf-8"
}

// brief is the text of the message: people greet and sign.
func (z demozaak) brief(i int) string {
	aanhef := []string{"Goedemiddag,", "Beste mensen,", "Geachte heer, mevrouw,", "Hallo,"}[i%4]
	groet := []string{"Met vriendelijke groet,", "Vriendelijke groet,", "Met vriendelijke groet,", "Groeten,"}[i%4]
	return strings.Join([]string{aanhef, z.tekst, groet + "\n" + z.klager}, "\n\n") + "\n"
}

// pdf makes a page of lines of ASCII text (ISO 32000-1, 7.5).
func pdf(regels ...string) []byte {
	inhoud := "BT /F1 12 Tf 15 TL 72 770 Td\n"
	for _, r := range regels {
		inhoud += "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(r) + ") Tj T*\n"
	}
	inhoud += "ET"
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var plaatsen []int
	for i, object := range []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(inhoud), inhoud),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	} {
		plaatsen = append(plaatsen, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	begin := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(plaatsen)+1)
	for _, p := range plaatsen {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(plaatsen)+1, begin)
	return b.Bytes()
}

func alsBijlagen(bestanden []demobestand) []dossier.Bijlage {
	var uit []dossier.Bijlage
	for _, b := range bestanden {
		uit = append(uit, dossier.Bijlage{Naam: b.naam, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b.inhoud)), nil }})
	}
	return uit
}
