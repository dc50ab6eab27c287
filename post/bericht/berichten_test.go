package bericht

import "time"

// tijd makes a moment in a zone that many hours east of Greenwich.
func tijd(s string, uren int) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04:05", s, time.FixedZone("", uren*3600))
	if err != nil {
		panic(err)
	}
	return t
}

// berichten are whole messages and all that is to come out of them. They are seeds of FuzzLees as well.
var berichten = []struct {
	naam    string
	bericht string
	want    Bericht
}{
	{"gewoon bericht", `Return-Path: <fatima@example.nl>
Received: from mx.example.nl (mx.example.nl [192.0.2.1])
	by mail.example.com (Postfix) with ESMTPS id 4F1A2B
	for <info@example.com>; Fri, 20 Nov 2026 16:40:03 +0100 (CET)
Received: from laptop (192.0.2.7) by mx.example.nl; Fri, 20 Nov 2026 16:39:58 +0100
From: Fatima el Amrani <fatima@example.nl>
To: Opleidingen <info@example.com>
Cc: "Bakker, Kees" <kees@example.nl>, ria@example.nl
Reply-To: prive@example.org
Subject: Klacht over de cursus
 Boekhouden
Date: Fri, 20 Nov 2026 16:39:55 +0100
Message-ID: <k1@example.nl>
In-Reply-To: <bevestiging@example.com>
References: <aanmelding@example.com>
 <bevestiging@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Geachte mevrouw,

De cursus begon één uur te laat.
`, Bericht{
		ID: "k1@example.nl", InReplyTo: []string{"bevestiging@example.com"},
		References:  []string{"aanmelding@example.com", "bevestiging@example.com"},
		Van:         []Adres{{"Fatima el Amrani", "fatima@example.nl"}},
		Aan:         []Adres{{"Opleidingen", "info@example.com"}},
		Cc:          []Adres{{"Bakker, Kees", "kees@example.nl"}, {"", "ria@example.nl"}},
		AntwoordAan: []Adres{{"", "prive@example.org"}},
		Onderwerp:   "Klacht over de cursus Boekhouden",
		Ontvangen:   tijd("2026-11-20 16:40:03", 1), Datum: tijd("2026-11-20 16:39:55", 1),
		Tekst: "Geachte mevrouw,\n\nDe cursus begon één uur te laat.",
	}},
	{"tekst, HTML, plaatje en bijlage", `From: kees@example.nl
Subject: =?UTF-8?Q?Factuur_klopt_niet_=E2=82=AC?=
Content-Type: multipart/mixed; boundary="buiten"

Dit is een bericht in delen.
--buiten
Content-Type: multipart/related; boundary="midden"; type="multipart/alternative"

--midden
Content-Type: multipart/alternative; boundary="binnen"

--binnen
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

De factuur klopt niet, zie co=F6rdinator.=20
--binnen
Content-Type: text/html; charset=utf-8

<p>De factuur klopt <b>niet</b></p><img src="cid:logo">
--binnen--
--midden
Content-Type: image/png; name="logo.png"
Content-Transfer-Encoding: base64
Content-ID: <logo>

bG9nbw==
--midden--
--buiten
Content-Type: application/pdf; name="factuur.pdf"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="factuur.pdf"

JVBERg==
--buiten--
`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "Factuur klopt niet €",
		Tekst: "De factuur klopt niet, zie coördinator.",
		Bijlagen: []Bijlage{
			{Naam: "logo.png", Type: "image/png", Inhoud: []byte("logo"), Soort: SoortInline},
			{Naam: "factuur.pdf", Type: "application/pdf", Inhoud: []byte("%PDF")},
		},
	}},
	{"lege tekst naast HTML", `From: kees@example.nl
Content-Type: multipart/alternative; boundary=g

--g
Content-Type: text/plain

` + "\u00a0" + `
--g
Content-Type: text/html; charset=utf-8

<p>Alleen hier staat iets.</p>
--g--
`, Bericht{Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Alleen hier staat iets."}},
	{"tekst na een bijlage, uitnodiging", `From: kees@example.nl
Content-Type: multipart/mixed; boundary=g

--g

Eerste stuk.
--g
Content-Type: text/plain; name=verslag.txt

in de bijlage
--g
Content-Type: text/html

Tweede&nbsp;stuk.
--g
Content-Type: text/calendar; method=REQUEST

BEGIN:VCALENDAR
--g--
`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Eerste stuk.\n\nTweede stuk.",
		Bijlagen: []Bijlage{
			{Naam: "verslag.txt", Type: "text/plain", Inhoud: []byte("in de bijlage")},
			{Type: "text/calendar", Soort: SoortUitnodiging, Inhoud: []byte("BEGIN:VCALENDAR")},
		},
	}},
	{"doorgestuurd als bijlage, niet uitgepakt", `From: kees@example.nl
Subject: FW: klacht
Content-Type: multipart/mixed; boundary=g

--g

Zie onder.
--g
Content-Type: message/rfc822; name="klacht.eml"
Content-Transfer-Encoding: base64

RnJvbTogcmlhQGV4YW1wbGUubmwKCktsYWNodC4=
--g
Content-Type: message/rfc822

From: piet@example.nl
Content-Type: multipart/mixed; boundary=h

--h

Binnen.
--h--
--g--
`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "FW: klacht", Tekst: "Zie onder.",
		Bijlagen: []Bijlage{
			{Naam: "klacht.eml", Type: "message/rfc822", Inhoud: []byte("From: ria@example.nl\n\nKlacht."), Soort: SoortBericht},
			{Type: "message/rfc822", Soort: SoortBericht,
				Inhoud: []byte("From: piet@example.nl\nContent-Type: multipart/mixed; boundary=h\n\n--h\n\nBinnen.\n--h--")},
		},
	}},
	{"onbestelbaar", `From: MAILER-DAEMON@example.nl (Mail Delivery System)
Subject: Undelivered
Content-Type: multipart/report; report-type=delivery-status; boundary=g

--g
Content-Description: Notification

Niet bezorgd.
--g
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.nl

Action: failed
--g
Content-Type: text/rfc822-headers

Subject: Uw klacht
--g--
`, Bericht{
		Van: []Adres{{"Mail Delivery System", "MAILER-DAEMON@example.nl"}}, Onderwerp: "Undelivered", Tekst: "Niet bezorgd.",
		Bijlagen: []Bijlage{
			{Type: "message/delivery-status", Soort: SoortBezorgrapport, Inhoud: []byte("Reporting-MTA: dns; mx.example.nl\n\nAction: failed")},
			{Type: "text/rfc822-headers", Soort: SoortBezorgrapport, Inhoud: []byte("Subject: Uw klacht")},
		},
		Kenmerken: Kenmerken{Rapport: "delivery-status"},
	}},
	{"bundel berichten", `From: lijst@example.nl
Content-Type: multipart/digest; boundary=g

--g

From: a@example.nl

Een.
--g
From: b@example.nl
Subject: zonder lege regel

Twee.
--g--
`, Bericht{
		Van: []Adres{{"", "lijst@example.nl"}},
		Bijlagen: []Bijlage{
			{Type: "message/rfc822", Inhoud: []byte("From: a@example.nl\n\nEen."), Soort: SoortBericht},
			{Type: "message/rfc822", Inhoud: []byte("From: b@example.nl\nSubject: zonder lege regel\n\nTwee."), Soort: SoortBericht, Titel: "zonder lege regel"},
		},
	}},
	{"versleuteld", `From: kees@example.nl
Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=g

--g
Content-Type: application/pgp-encrypted

Version: 1
--g
Content-Type: application/octet-stream

-----BEGIN PGP MESSAGE-----
--g--
`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}},
		Bijlagen: []Bijlage{
			{Type: "application/pgp-encrypted", Soort: SoortVersleuteld, Inhoud: []byte("Version: 1")},
			{Type: "application/octet-stream", Soort: SoortVersleuteld, Inhoud: []byte("-----BEGIN PGP MESSAGE-----")},
		},
		Waarschuwingen: []string{"het bericht is versleuteld; de tekst is niet gelezen"},
	}},
	{"het bericht is een bestand", `From: scanner@example.nl
Content-Type: image/tiff; name=scan.tif
Content-Transfer-Encoding: base64

c2Nhbg==
`, Bericht{
		Van:      []Adres{{"", "scanner@example.nl"}},
		Bijlagen: []Bijlage{{Naam: "scan.tif", Type: "image/tiff", Inhoud: []byte("scan")}},
	}},
	{"related met het begin achteraan", `From: kees@example.nl
Content-Type: multipart/related; boundary=g; start="<b>"

--g
Content-Type: text/html
Content-ID: <a>

<p>een kader</p>
--g
Content-Type: text/html
Content-ID: <b>

<p>de brief</p>
--g--
`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "de brief",
		Bijlagen: []Bijlage{{Type: "text/html", Inhoud: []byte("<p>een kader</p>"), Soort: SoortInline}},
	}},
	{"afgekapt", `From: kees@example.nl
Content-Type: multipart/mixed; boundary=g

--g

Begin.
--g
Content-Type: application/pdf; name=a.pdf
Content-Transfer-Encoding: base64

JVBERi0x`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Begin.",
		Bijlagen:       []Bijlage{{Naam: "a.pdf", Type: "application/pdf", Inhoud: []byte("%PDF-1")}},
		Waarschuwingen: []string{"het einde van het bericht ontbreekt; gelezen is wat er was"},
	}},
	{"andere scheiding dan aangekondigd", `From: kees@example.nl
Content-Type: multipart/mixed; boundary="=_een"

--=_twee
Content-Type: text/plain

Toch te lezen.
--=_twee--
`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Toch te lezen.",
		Waarschuwingen: []string{"de scheiding tussen de delen van het bericht is niet zoals aangekondigd; gelezen aan de hand van de tekst zelf"},
	}},
	{"delen zonder scheiding", `From: kees@example.nl
Content-Type: multipart/mixed

Gewoon een tekst.
`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Gewoon een tekst.",
		Waarschuwingen: []string{"het bericht zegt uit delen te bestaan, maar die zijn niet te vinden; gelezen als één tekst"},
	}},
	{"delen als geheel in base64", `From: kees@example.nl
Content-Type: multipart/mixed; boundary=g
Content-Transfer-Encoding: base64

LS1nCgpWZXJwYWt0LgotLWctLQo=
`, Bericht{Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Verpakt."}},
	{"dezelfde scheiding binnen en buiten", `From: kees@example.nl
Content-Type: multipart/mixed; boundary=g

--g
Content-Type: multipart/mixed; boundary=g

--g

Binnen.
--g--
--g
Content-Type: application/pdf

PDF
--g--
`, Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Binnen.",
		Bijlagen: []Bijlage{{Type: "application/pdf", Inhoud: []byte("PDF")}},
	}},
	{"scheiding met blanco's, dubbel, en een die er op lijkt", "From: kees@example.nl\nContent-Type: multipart/mixed; boundary=g\n\n" +
		"--g \t\n--g\n\nEen\n--gg\n--g-\n --g\n--g    \n\nTwee\n--g-- \nnawoord\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Een\n--gg\n--g-\n --g\n\nTwee",
	}},
	{"uit een mbox, met een BOM en lege regels", "\ufeff\r\n\r\nFrom kees@example.nl Fri Nov 20 16:40:03 2026\r\n>From ria@example.nl Fri Nov 20 16:40:03 2026\r\n" +
		"From: kees@example.nl\r\nSubject: ja\r\n\r\nTekst\r\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "ja", Tekst: "Tekst",
	}},
	{"regels die op CR eindigen", "From: kees@example.nl\rSubject: oude Mac\r\rEen\rTwee\r", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "oude Mac", Tekst: "Een\nTwee",
	}},
	{"regels die op CR CR LF eindigen", "From: kees@example.nl\r\r\nSubject: dubbel\r\r\n\r\r\nEen\r\r\nTwee\r\r\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "dubbel", Tekst: "Een\nTwee",
	}},
	{"alle regeleinden door elkaar", "From: kees@example.nl\nContent-Type: multipart/mixed;\r\n boundary=g\r\rvooraf\r--g\r\n\nEen\r--g\n\r\nTwee\r\n--g--\r", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Een\n\nTwee",
	}},
	{"regel met een blanco tussen kop en tekst", "From: kees@example.nl\n \nTekst: nee\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Tekst: nee",
	}},
	{"geen lege regel tussen kop en tekst", "From: kees@example.nl\nSubject: haast\nBeste mensen,\nLet op: het is mis.\n\nKees\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "haast", Tekst: "Beste mensen,\nLet op: het is mis.\n\nKees",
		Waarschuwingen: []string{"de lege regel tussen kop en tekst ontbreekt; de tekst begint bij de eerste regel die geen kopregel is"},
	}},
	{"vouw die zijn inspringing kwijt is", "From: kees@example.nl\nContent-Type: application/pdf;\nname=\"a.pdf\"\nSubject: kapot\n\nPDF", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "kapot",
		Bijlagen:       []Bijlage{{Naam: "a.pdf", Type: "application/pdf", Inhoud: []byte("PDF")}},
		Waarschuwingen: []string{"de kop van het bericht bevat een regel die er niet hoort; de rest van de kop is wel gelezen"},
	}},
	{"geen kop", "Beste mensen,\n\nIk ben boos: echt.\n", Bericht{
		Tekst: "Beste mensen,\n\nIk ben boos: echt.", Waarschuwingen: []string{"het bericht heeft geen kop; alles is gelezen als tekst"},
	}},
	{"een formulier dat op een kop lijkt", "Naam: Ria\nKlacht: te duur\n\nGraag antwoord\n", Bericht{
		Tekst: "Naam: Ria\nKlacht: te duur\n\nGraag antwoord", Waarschuwingen: []string{"het bericht heeft geen kop; alles is gelezen als tekst"},
	}},
	{"alleen een kop", "From: kees@example.nl\nSubject: leeg", Bericht{Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "leeg"}},
	{"deel zonder kop met een dubbele punt", "From: kees@example.nl\nContent-Type: multipart/mixed; boundary=g\n\n--g\nNaam: Ria\n\nHoi\n--g--\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Naam: Ria\n\nHoi",
	}},
	{"besturingstekens", "From: kees@example.nl\nSubject: a\x07b\x1b[31m\n\nbel\x07, \x1b[31mrood\x1b[0m, nul\x00, \x7f\u0085volgende\u2028regel\tA\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Onderwerp: "a b [31m", Tekst: "bel, [31mrood[0m, nul, \nvolgende\nregel\tA",
	}},
	{"onbekende tekenset en codering", "From: kees@example.nl\nContent-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: morse\n\n\xe9\xe9n\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "één",
		Waarschuwingen: []string{
			"een deel heeft een onbekende codering (morse); het is gelaten zoals het is",
			"de tekst staat in een onbekende tekenset (klingon); gelezen als utf-8 of windows-1252",
		},
	}},
	{"verzwegen tekenset", "From: J\xfcrgen <j@example.nl>\nSubject: Caf\xe9\n\nna\xefef, kosten \x80 5\n", Bericht{
		Van: []Adres{{"Jürgen", "j@example.nl"}}, Onderwerp: "Café", Tekst: "naïef, kosten € 5",
		Waarschuwingen: []string{
			"de tekst noemt de gebruikte tekenset niet; gelezen als windows-1252",
			"een kopregel noemt zijn tekenset niet; gelezen als windows-1252",
		},
	}},
	{"lopende tekst", "From: kees@example.nl\nContent-Type: text/plain; format=flowed; delsp=no\n\nDit is een \nlange zin.\n> Eerder \n> geschreven\n>> nog eerder\n -- geen handtekening\n-- \nKees\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Dit is een lange zin.\n> Eerder geschreven\n>> nog eerder\n-- geen handtekening\n-- \nKees",
	}},
	{"datum onleesbaar, ontvangst zonder zone", "Received: by mx.example.nl; 20 Nov 2026 16:40:03\nDate: gisteren\nFrom: kees@example.nl\n\nTekst\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Ontvangen: tijd("2026-11-20 16:40:03", 0), Tekst: "Tekst",
		Waarschuwingen: []string{
			"de datum is niet te lezen: gisteren",
			"de tijd van ontvangst noemt geen bekende tijdzone; gelezen als UTC",
		},
	}},
	{"uuencode als codering", "From: kees@example.nl\nContent-Type: application/octet-stream\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.txt\n#86)C\n`\nend\n", Bericht{
		Van:      []Adres{{"", "kees@example.nl"}},
		Bijlagen: []Bijlage{{Naam: "a.txt", Type: "application/octet-stream", Inhoud: []byte("abc")}},
	}},
	{"vijandige namen blijven zoals ze zijn", "From: kees@example.nl\nContent-Type: multipart/mixed; boundary=g\n\n--g\nContent-Type: application/octet-stream\n" +
		"Content-Disposition: attachment; filename=\"../../etc/passwd\"\n\nx\n--g\nContent-Type: application/octet-stream\n" +
		"Content-Disposition: attachment; filename*=utf-8''%E2%80%AEfdp.exe%00\n\ny\n--g--\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}},
		Bijlagen: []Bijlage{
			{Naam: "../../etc/passwd", Type: "application/octet-stream", Inhoud: []byte("x")},
			{Naam: "\u202efdp.exe\x00", Type: "application/octet-stream", Inhoud: []byte("y")},
		},
	}},
	{"tegenstrijdige en onleesbare types", "From: kees@example.nl\nContent-Type: multipart/mixed; boundary=g\n\n--g\nContent-Type: html\n\n<p>Hoi</p>\n--g\n" +
		"Content-Type: ???\n\nplat\n--g\nContent-Disposition: filename=x.bin\n\nx\n--g\nContent-Type: text/plain; name=b.txt\nContent-Disposition: inline\n" +
		"Content-Disposition: attachment; filename=c.txt\n\nc\n--g--\n", Bericht{
		Van: []Adres{{"", "kees@example.nl"}}, Tekst: "Hoi\n\nplat",
		Bijlagen: []Bijlage{
			{Naam: "x.bin", Type: "text/plain", Inhoud: []byte("x")},
			{Naam: "c.txt", Type: "text/plain", Inhoud: []byte("c")},
		},
		Waarschuwingen: []string{"een deel heeft een onleesbaar type (???); gelezen als text/plain"},
	}},
}
