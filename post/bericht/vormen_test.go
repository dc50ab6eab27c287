package bericht

import (
	"encoding/base64"
	"fmt"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// proefbericht is one message, to be read from every form that a message comes in.
func proefbericht() Bericht {
	return Bericht{
		ID: "k7@example.nl", InReplyTo: []string{"b1@example.com"}, References: []string{"a1@example.com", "b1@example.com"},
		Van:       []Adres{{"Renée Bakker", "r.bakker@example.nl"}},
		Aan:       []Adres{{"Klachten", "klacht@example.com"}},
		Cc:        []Adres{{"", "ria@example.nl"}},
		Onderwerp: "Factuur van € 120 klopt niet",
		Ontvangen: time.Date(2026, 11, 20, 15, 40, 0, 0, time.UTC),
		Datum:     time.Date(2026, 11, 20, 15, 39, 0, 0, time.UTC),
		Tekst:     "Beste mensen,\n\nDe factuur is één keer te veel betaald.",
		Bijlagen: []Bijlage{
			{Naam: "factuur nº 12.pdf", Type: "application/pdf", Inhoud: []byte("%PDF-1.7")},
			{Naam: "logo.png", Type: "image/png", Soort: SoortInline, Inhoud: []byte("\x89PNG")},
			{Naam: "afspraak.ics", Type: "text/calendar", Soort: SoortUitnodiging, Inhoud: []byte("BEGIN:VCALENDAR")},
			{Type: "message/rfc822", Soort: SoortBericht, Titel: "Eerder bericht", Inhoud: []byte("From: ria@example.nl\nSubject: Eerder bericht\n\nHallo.")},
		},
	}
}

// alsEml writes m as MIME; its attachments as they are, or together in a winmail.dat.
func alsEml(m Bericht, winmail []byte) []byte {
	adressen := func(lijst []Adres) string {
		var delen []string
		for _, a := range lijst {
			delen = append(delen, fmt.Sprintf("=?utf-8?q?%s?= <%s>", quoted(a.Naam), a.Adres))
		}
		return strings.Join(delen, ", ")
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Received: from x by y; %s\nFrom: %s\nTo: %s\nCc: %s\nSubject: =?utf-8?q?%s?=\nDate: %s\nMessage-ID: <%s>\nIn-Reply-To: <%s>\nReferences: <%s>\n",
		m.Ontvangen.Format(time.RFC1123Z), adressen(m.Van), adressen(m.Aan), adressen(m.Cc), quoted(m.Onderwerp), m.Datum.Format(time.RFC1123Z),
		m.ID, strings.Join(m.InReplyTo, "> <"), strings.Join(m.References, "> <"))
	b.WriteString("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=g\n\n")
	if winmail == nil {
		fmt.Fprintf(&b, "--g\nContent-Type: text/plain; charset=utf-8\n\n%s\n", m.Tekst)
	}
	deel := func(soort, naam, extra string, inhoud []byte) {
		fmt.Fprintf(&b, "--g\nContent-Type: %s\n%sContent-Transfer-Encoding: base64\n", soort, extra)
		if naam != "" {
			fmt.Fprintf(&b, "Content-Disposition: attachment; filename*=utf-8''%s\n", strings.ReplaceAll(quoted(naam), "=", "%"))
		}
		fmt.Fprintf(&b, "\n%s\n", base64.StdEncoding.EncodeToString(inhoud))
	}
	if winmail != nil {
		deel("application/ms-tnef", "winmail.dat", "", winmail)
	} else {
		for _, a := range m.Bijlagen {
			extra := ""
			naam := a.Naam
			if a.Soort == SoortInline {
				extra, naam = fmt.Sprintf("Content-ID: <plaatje>\nContent-Disposition: inline; filename=%s\n", a.Naam), ""
			}
			deel(a.Type, naam, extra, a.Inhoud)
		}
	}
	b.WriteString("--g--\n")
	return []byte(b.String())
}

// quoted encodes everything but letters and digits.
func quoted(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "=%02X", c)
		}
	}
	return b.String()
}

// alsMapi lays m out in MAPI properties, its texts as tekst writes them.
func alsMapi(m Bericht, tekst func(string) waarde) *mapiObject {
	o := &mapiObject{eigenschappen: eigenschappen{
		idMessageClass:             tekst("IPM.Note"),
		idSubject:                  tekst(m.Onderwerp),
		idSentRepresentingName:     tekst(m.Van[0].Naam),
		idSentRepresentingAddrType: tekst("EX"),
		idSentRepresentingEmail:    tekst("/O=VOORBEELD/OU=GROEP/CN=RECIPIENTS/CN=RBAKKER"),
		idSentReprSMTPAddress:      tekst(m.Van[0].Adres),
		idClientSubmitTime:         eigenTijd(m.Datum),
		idMessageDeliveryTime:      eigenTijd(m.Ontvangen),
		idInternetMessageID:        tekst("<" + m.ID + ">"),
		idInReplyToID:              tekst("<" + m.InReplyTo[0] + ">"),
		idInternetReferences:       tekst("<" + strings.Join(m.References, "> <") + ">"),
		idBody:                     tekst(strings.ReplaceAll(m.Tekst, "\n", "\r\n")),
		idMessageCodepage:          eigenGetal(1252),
	}}
	for i, lijst := range [][]Adres{m.Aan, m.Cc} {
		for _, a := range lijst {
			o.ontvangers = append(o.ontvangers, eigenschappen{
				idRecipientType: eigenGetal(uint32(i + 1)), idDisplayName: tekst(a.Naam), idAddressType: tekst("SMTP"), idEmailAddress: tekst(a.Adres),
			})
		}
	}
	for _, a := range m.Bijlagen {
		e := eigenschappen{
			idAttachMethod: eigenGetal(wijzeWaarde), idAttachLongFilename: tekst(a.Naam), idAttachFilename: tekst("KORT~1"),
			idAttachMimeTag: tekst(a.Type), idAttachDataObject: eigenBinair(string(a.Inhoud)),
		}
		if a.Naam == "" {
			delete(e, idAttachFilename)
		}
		if a.Soort == SoortInline {
			e[idAttachContentID], e[idAttachFlags] = tekst("plaatje"), eigenGetal(4)
		}
		o.bijlagen = append(o.bijlagen, &mapiBijlage{eigenschappen: e})
	}
	return o
}

// TestAlleVormen reads the same message from every form: all of it is there, without a warning.
func TestAlleVormen(t *testing.T) {
	m := proefbericht()
	zonderKop := m // a winmail.dat whose message has its own header
	zonderKop.Ontvangen, zonderKop.Datum = time.Time{}, time.Time{}
	gelezen := map[string]bool{}
	for _, g := range []struct {
		naam, extensie, klasse string
		inhoud                 []byte
	}{
		{"eml", ".eml", "", alsEml(m, nil)},
		{"eml met CRLF", ".eml", "", []byte(strings.ReplaceAll(string(alsEml(m, nil)), "\n", "\r\n"))},
		{"eml met winmail.dat", ".eml", "", alsEml(m, bouwTnef(alsMapi(m, eigenTekst)))},
		{"msg", ".msg", "IPM.Note", bouwMsg(alsMapi(m, eigenTekst))},
		{"msg met codepagina", ".msg", "IPM.Note", bouwMsg(alsMapi(m, eigenTekst8))},
		{"winmail.dat", ".tnef", "IPM.Note", bouwTnef(alsMapi(m, eigenTekst))},
		{"winmail.dat met codepagina", ".tnef", "IPM.Note", bouwTnef(alsMapi(m, eigenTekst8))},
	} {
		t.Run(g.naam, func(t *testing.T) {
			want := m
			want.Extensie, want.Kenmerken.Klasse = g.extensie, g.klasse
			got := lees(t, string(g.inhoud))
			if diff := cmp.Diff(&want, got, cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			controleer(t, got)
			gelezen[got.Extensie] = true
		})
	}
	for _, v := range vormen() {
		if !gelezen[v.extensie] {
			t.Errorf("no message of the form %s was read", v.extensie)
		}
	}
}

// TestAlleVormenAfgekapt reads each form cut off at every length: never more than a warning or an error.
func TestAlleVormenAfgekapt(t *testing.T) {
	m := proefbericht()
	for naam, inhoud := range map[string][]byte{
		"eml": alsEml(m, bouwTnef(alsMapi(m, eigenTekst))), "msg": bouwMsg(alsMapi(m, eigenTekst)), "tnef": bouwTnef(alsMapi(m, eigenTekst8)),
	} {
		t.Run(naam, func(t *testing.T) {
			for n := range inhoud {
				if n > 2000 && n%37 != 0 {
					continue
				}
				if got, err := Lees(inhoud[:n]); err == nil {
					controleer(t, got)
				}
			}
		})
	}
}

// A header that came along says it best; properties fill in what it lacks.
func TestMsgKopGaatVoor(t *testing.T) {
	o := alsMapi(proefbericht(), eigenTekst)
	o.eigenschappen[idTransportHeaders] = eigenTekst("Microsoft Mail Internet Headers Version 2.0\r\n" +
		"Received: from a by b; Sat, 21 Nov 2026 09:00:00 +0100\r\nReturn-Path: <>\r\nFrom: \"Bakker, R.\" <prive@example.org>\r\n" +
		"To: Een <een@example.nl>, twee@example.nl\r\nReply-To: antwoord@example.org\r\nAuto-Submitted: auto-replied (rule 1)\r\n" +
		"Message-ID: <kop@example.org>\r\n\r\n")
	m := lees(t, string(bouwMsg(o)))
	want := proefbericht()
	want.ID, want.Extensie = "kop@example.org", ".msg"
	want.Van, want.AntwoordAan = []Adres{{"Bakker, R.", "prive@example.org"}}, []Adres{{"", "antwoord@example.org"}}
	want.Aan, want.Cc = []Adres{{"Een", "een@example.nl"}, {"", "twee@example.nl"}}, nil
	want.Ontvangen = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
	want.Kenmerken = Kenmerken{AutoSubmitted: "auto-replied", LegeAfzender: true, Klasse: "IPM.Note"}
	if diff := cmp.Diff(&want, m, cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The text is taken from whatever there is: plain, HTML, RTF that holds HTML, RTF.
func TestMsgTekst(t *testing.T) {
	const rtfHTML = `{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}{\colortbl\red0\green0\blue0;}` +
		`{\*\generator Onzin;}{\*\htmltag64 <p>}\htmlrtf {\f0 \htmlrtf0 De factuur is \'e9\'e9n keer < te veel betaald \u8364?\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </p>}}`
	const rtf = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial Cyr;}}{\stylesheet{\s0 Normaal;}}{\info{\author Jan}}` +
		"\\pard Eerste \\b regel\\b0 , \\'e9\\'e9n\\par\r\n{\\f1 \\'cf\\'f0\\'e8}\\line {\\pict 89504e47}\\u-10179?\\u-8704?\\tab \\{einde\\}\\bin3 }}}{\\*\\onbekend weg}}"
	for _, g := range []struct {
		naam string
		e    eigenschappen
		want string
	}{
		{"leeg plat, HTML als bytes", eigenschappen{idBody: eigenTekst(" \r\n"), idHTML: eigenBinair("<meta charset=utf-8><p>één<p>twee")}, "één\n\ntwee"},
		{"HTML in een codepagina", eigenschappen{idHTML: eigenBinair("<p>\xe9\xe9n"), idInternetCodepage: eigenGetal(28591)}, "één"},
		{"HTML als tekst", eigenschappen{idHTML: eigenTekst("<b>één</b>")}, "één"},
		{"RTF met HTML erin", eigenschappen{idRtfCompressed: eigenBinair(string(pakRTFIn(rtfHTML)))}, "De factuur is één keer < te veel betaald €"},
		{"RTF", eigenschappen{idRtfCompressed: eigenBinair(string(pakRTFIn(rtf)))}, "Eerste regel, één\nПри\n😀\t{einde}"},
		{"niets", eigenschappen{}, ""},
	} {
		t.Run(g.naam, func(t *testing.T) {
			e := maps.Clone(g.e)
			e[idSubject] = eigenTekst("Klacht")
			for _, inhoud := range [][]byte{bouwMsg(&mapiObject{eigenschappen: e}), bouwTnef(&mapiObject{eigenschappen: e})} {
				m := lees(t, string(inhoud))
				if m.Tekst != g.want || len(m.Waarschuwingen) > 0 {
					t.Errorf("%q, want %q; warnings %q", m.Tekst, g.want, m.Waarschuwingen)
				}
			}
		})
	}
}

// The example of [MS-OXRTFCP] 3.1 and 3.2: a reference into the dictionary, and one into what it writes itself.
func TestRTFInpakking(t *testing.T) {
	for _, g := range []struct{ ingepakt, want string }{
		{"\x2d\x00\x00\x00\x2b\x00\x00\x00LZFu\xf1\xc5\xc7\xa7\x03\x00\x0a\x00rcpg125\x42\x32\x0a\xf3 hel\x09\x00\x20bw\x05\xb0ld}\x0a\x80\x0f\xa0",
			"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"},
		{"\x1a\x00\x00\x00\x1c\x00\x00\x00LZFu\xe2\xd4\x4b\x51\x41\x00\x04\x20WXYZ\x0d\x6e}\x01\x0e\xb0", "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"},
		{"\x10\x00\x00\x00\x04\x00\x00\x00MELA\x00\x00\x00\x00{\\rtf", "{\\rt"},
	} {
		l := &lezer{}
		if got := string(l.pakRTFUit([]byte(g.ingepakt))); got != g.want || len(l.waarschuwingen) > 0 {
			t.Errorf("%q, want %q; %q", got, g.want, l.waarschuwingen)
		}
	}
}
