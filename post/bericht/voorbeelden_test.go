package bericht

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/emersion/go-message/mail"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Messages that other projects keep for their own parsers. They are read from a folder beside this project.

// postVoorbeelden returns that folder, or skips the test.
func postVoorbeelden(t testing.TB) string {
	t.Helper()
	voorbeelden := os.Getenv("KLACHT_VOORBEELDEN")
	if voorbeelden == "" {
		t.Skip("KLACHT_VOORBEELDEN is not set: no messages of other projects to read")
	}
	return filepath.Join(voorbeelden, "post")
}

func leesBestand(t testing.TB, pad string) *Bericht {
	t.Helper()
	b, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	m, err := Lees(b)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// alleMIME returns every MIME message in the folder.
func alleMIME(t testing.TB) []string {
	t.Helper()
	var paden []string
	for _, deel := range []string{"eml-a", "eml-b", "eml-c", "eml-d"} {
		err := filepath.WalkDir(filepath.Join(postVoorbeelden(t), deel), func(pad string, d fs.DirEntry, err error) error {
			switch filepath.Ext(pad) {
			case ".eml", ".msg", ".raw":
				paden = append(paden, pad)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(paden) < 270 {
		t.Fatalf("only %d messages found", len(paden))
	}
	return paden
}

// TestVoorbeeldenTegenGoMessage reads the same messages with an independent library and compares what both could read.
func TestVoorbeeldenTegenGoMessage(t *testing.T) {
	// go-message gives up on these header fields without saying so, or reads them otherwise.
	anders := map[string]bool{
		"eml-c/imap_mime_header_decode_returns_false.eml subject": true, // names UTF-8 and isn't; left undecoded
		"eml-d/qp-utf8-header-recursed.raw from":                  true, // a blank within the encoded word; left undecoded
		"eml-b/basic-plain-very-long-lines.msg date":              true, // CST read as UTC, against RFC 5322 4.3
		"eml-b/basic-plain.msg date":                              true,
		"eml-b/simple.msg date":                                   true,
	}
	gelijk := 0
	for _, pad := range alleMIME(t) {
		b, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		r, err := mail.CreateReader(bytes.NewReader(b))
		if err != nil {
			continue
		}
		m, err := Lees(b)
		if err != nil {
			t.Errorf("%s: %v", pad, err)
			continue
		}
		verschil := func(veld string, zij, wij any) {
			t.Helper()
			sleutel := filepath.Base(filepath.Dir(pad)) + "/" + filepath.Base(pad) + " " + veld
			if anders[sleutel] == cmp.Equal(zij, wij, cmpopts.EquateEmpty()) {
				t.Errorf("%s: go-message %q, we %q, listed as different: %t", sleutel, zij, wij, anders[sleutel])
			}
		}
		// Raw windows-1252 in a subject isn't UTF-8: go-message leaves it as it is.
		if s, err := r.Header.Subject(); err == nil && utf8.ValidString(s) {
			verschil("subject", s, m.Onderwerp)
		}
		if id, err := r.Header.MessageID(); err == nil {
			verschil("id", id, m.ID)
		}
		if ids, err := r.Header.MsgIDList("References"); err == nil {
			verschil("references", ids, m.References)
		}
		if ids, err := r.Header.MsgIDList("In-Reply-To"); err == nil {
			verschil("in-reply-to", ids, m.InReplyTo)
		}
		if van, err := r.Header.AddressList("From"); err == nil {
			var w []Adres
			for _, a := range van {
				w = append(w, Adres{a.Name, a.Address})
			}
			verschil("from", w, m.Van)
		}
		if d, err := r.Header.Date(); err == nil {
			verschil("date", d.UTC(), m.Datum.UTC())
		}
		gelijk++
	}
	if gelijk < 200 {
		t.Errorf("go-message could read only %d messages", gelijk)
	}
	t.Logf("%d messages read by both", gelijk)
}

// TestVoorbeeldenBestandsnamen checks what the names of the files of eml-c and eml-d say that each is about.
func TestVoorbeeldenBestandsnamen(t *testing.T) {
	dir := postVoorbeelden(t)
	for _, g := range []struct {
		bestand  string
		tekst    string // part of the text; "" for none at all
		bijlagen []string
	}{
		{"eml-c/attachment_encoded_filename.eml", "", []string{"Prostřeno_2014_poslední volné termíny.xls"}},
		{"eml-c/attachment_no_disposition.eml", "", []string{"Prostřeno_2014_poslední volné termíny.xls"}},
		{"eml-c/attachment_long_filename.eml", "", []string{
			"Buchungsbestätigung- …",
			"01_A€àä…",
			"02_A€àäąбيد…",
		}},
		{"eml-c/embedded_email.eml", "email that contains embedded message", []string{"demo.eml"}},
		{"eml-c/embedded_email_without_content_disposition.eml", "TexT", []string{"file.jpg", "", "file3.xlsx", "file4.zip"}},
		{"eml-c/four_nested_emails.eml", "3-third-content", []string{"2-second-email.eml"}},
		{"eml-c/gbk_charset.eml", "Hi", nil},
		{"eml-c/html_attachment.eml", "Redacted content", []string{"test.html"}},
		{"eml-c/html_only.eml", "Hi", nil},
		{"eml-c/inline_attachment.eml", "", []string{""}},
		{"eml-c/mail_that_is_attachment.eml", "", []string{"google.com!yyy.cz!1423872000!1423958399.zip"}},
		{"eml-c/mixed_filename.eml", "", []string{"Price4VladDaKar.xlsx"}},
		{"eml-c/multiple_html_parts_and_attachments.eml", "This is the second html part", []string{"attachment1.pdf", "attachment2.pdf"}},
		{"eml-c/multiple_plain_parts_and_attachments.eml", "second part", []string{"attachment1.pdf", "attachment2.pdf"}},
		{"eml-c/nestes_embedded_with_attachment.eml", "Dear Sarah", []string{"first.eml", "second.eml"}},
		{"eml-c/pec.eml", "Signed", []string{"data.xml", "postacert.eml", "smime.p7s"}},
		{"eml-c/plain_text_attachment.eml", "Test", []string{"a.txt"}},
		{"eml-c/structured_with_attachment.eml", "Test", []string{"MyFile.txt"}},
		{"eml-c/unknown_encoding.eml", "MyPlain", nil},
		{"eml-d/attachment-only-inline.raw", "", []string{"favicon.jpg"}},
		{"eml-d/attachment-only-text-attachment.raw", "", []string{"test.csv"}},
		{"eml-d/bad-final-boundary.raw", "A text section", []string{"foo_9E5D72.zip"}},
		{"eml-d/bad-header-start.raw", "A text section", nil},
		{"eml-d/bad-header-wrap.raw", "A text section", []string{"7DDA4_foo_9E5D72.zip"}},
		{"eml-d/chardet-success-iso-8859-1.raw", "DIE Drachenköpfe unserer Boote", nil},
		{"eml-d/delayed_dsn.raw", "[human-readable explanation goes here]", []string{""}},
		{"eml-d/extra-base64-character.raw", "Hello World!", nil},
		{"eml-d/html-mime-inline.raw", "Test of text section", []string{"favicon.png"}},
		{"eml-d/incorrect-charset.raw", "Mathematics and sciences", nil},
		{"eml-d/malformed-base64-attach.raw", "A text section", []string{"some.doc"}},
		{"eml-d/mime-bad-8bit-filename.raw", "Text part", []string{"管理.doc"}},
		{"eml-d/mime-bad-content-transfer-encoding.raw", "ploozdect  nispplul", nil},
		{"eml-d/mime-mixed-related.raw", "html2", nil},
		{"eml-d/mime-signed.raw", "Section two", []string{"signature.asc"}},
		{"eml-d/mime-unquoted-tspecials-param.raw", "easyHotel", []string{"Invoice_(302232133150612).pdf"}},
		{"eml-d/multimixed-no-closing-boundary.raw", "Hello,", nil},
		{"eml-d/multipart-wo-boundary.raw", "I'm  multipart message without boundary", nil},
		{"eml-d/multi_recipient_dsn.raw", "[human-readable explanation goes here]", []string{"", ""}},
		{"eml-d/quoted-printable-invalid.raw", "ie=UTF8&psc=1", nil},
		{"eml-d/similar-boundary.raw", "A text section", nil},
		{"eml-d/unk-charset-part.raw", "A text section", []string{"foo_9E5D72.zip"}},
		{"eml-d/unquoted-ctype-param-special.raw", "", []string{"calendar.ics"}},
	} {
		t.Run(g.bestand, func(t *testing.T) {
			m := leesBestand(t, filepath.Join(dir, g.bestand))
			if g.tekst == "" && m.Tekst != "" || !strings.Contains(m.Tekst, g.tekst) {
				t.Errorf("text %q, want %q", m.Tekst, g.tekst)
			}
			var namen []string
			for _, b := range m.Bijlagen {
				namen = append(namen, b.Naam)
			}
			for i, wil := range g.bijlagen {
				// A name that ends in … is given by its beginning.
				if begin, kort := strings.CutSuffix(wil, "…"); kort && i < len(namen) && strings.HasPrefix(namen[i], begin) {
					namen[i] = wil
				}
			}
			if diff := cmp.Diff(g.bijlagen, namen); diff != "" {
				t.Errorf("attachments (-want +got):\n%s", diff)
			}
		})
	}
}

// TestVoorbeeldenAlle reads every message there is, the hostile ones too: what must always hold, holds.
func TestVoorbeeldenAlle(t *testing.T) {
	for _, pad := range alleMIME(t) {
		t.Run(filepath.Base(pad), func(t *testing.T) { controleer(t, leesBestand(t, pad)) })
	}
}
