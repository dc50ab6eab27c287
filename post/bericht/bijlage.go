package bericht

import (
	"bytes"
	"path"
	"strings"
)

// Soort is what a part of a message is to its reader.
type Soort string

const (
	SoortGewoon        Soort = ""              // a file that was sent along
	SoortInline        Soort = "inline"        // meant to be shown within the text, such as a picture in HTML
	SoortBericht       Soort = "bericht"       // a message itself, not unpacked
	SoortUitnodiging   Soort = "uitnodiging"   // a calendar invitation, or the answer to one
	SoortBezorgrapport Soort = "bezorgrapport" // what a mail server or program tells about a message that was sent
	SoortHandtekening  Soort = "handtekening"  // a digital signature; whether it is right was not looked at
	SoortVersleuteld   Soort = "versleuteld"   // could not be read
)

// Bijlage is one part of the message that is not its body.
type Bijlage struct {
	Naam   string // the name as the sender gave it, decoded to UTF-8; may be empty or hostile, the caller makes it safe
	Type   string // media type in lower case, such as "application/pdf"
	Soort  Soort
	Titel  string // of a message: its subject, one line; else ""
	Inhoud []byte // decoded from its transfer encoding; may share memory with the message that was read
}

// Warnings for what can't be read without a key, and what was not taken out of its wrapping.
const (
	waarschuwingVersleuteld = "het bericht is versleuteld; de tekst is niet gelezen"
	waarschuwingIngepakt    = "het bericht zit ingepakt in een digitale handtekening (S/MIME); de tekst is niet gelezen"
)

// soortVan tells what a part that is no body is to its reader.
func (l *lezer) soortVan(d *deel, p positie, inhoud []byte) Soort {
	if p.geheim {
		return SoortVersleuteld
	}
	if p.zegel {
		return SoortHandtekening
	}
	if s := l.soortVanType(d.soort, d.opties["smime-type"], d.naam, inhoud); s != SoortGewoon {
		return s
	}
	if d.plaatsing == "inline" || d.plaatsing == "" && (p.verwant || d.kop.eerste("content-id") != "") {
		return SoortInline
	}
	return SoortGewoon
}

// soortVanType tells the same from what the part itself says; smime is the smime-type parameter.
func (l *lezer) soortVanType(mediatype, smime, naam string, inhoud []byte) Soort {
	switch mediatype {
	case "message/rfc822", "message/global":
		return SoortBericht
	case "message/delivery-status", "message/global-delivery-status", "message/disposition-notification",
		"message/global-disposition-notification", "message/feedback-report", "text/rfc822-headers", "message/global-headers":
		return SoortBezorgrapport
	case "text/calendar", "application/ics":
		return SoortUitnodiging
	case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature":
		return SoortHandtekening
	case "application/pkcs7-mime", "application/x-pkcs7-mime": // RFC 8551 3.2
		if smime == "signed-data" || smime == "" && isOndertekend(inhoud) {
			l.waarschuw("%s", waarschuwingIngepakt)
		} else {
			l.waarschuw("%s", waarschuwingVersleuteld)
		}
		return SoortVersleuteld
	case "application/vnd.ms-outlook", "application/octet-stream":
		// QUIRK: mailers that don't know .msg, or .eml, send it as any file.
		switch extensie := strings.ToLower(path.Ext(naam)); {
		case bytes.HasPrefix(inhoud, []byte(cfbBegin)) && (extensie == ".msg" || mediatype == "application/vnd.ms-outlook"),
			extensie == ".eml":
			return SoortBericht
		}
	}
	return SoortGewoon
}

// isOndertekend tells signed from encrypted CMS (RFC 5652 3): the content type that it starts with is id-signedData.
func isOndertekend(b []byte) bool {
	return bytes.Contains(b[:min(len(b), 32)], []byte("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"))
}

// titelVan returns the subject of a MIME message, read from its header alone.
func (l *lezer) titelVan(b []byte) string {
	if bytes.HasPrefix(b, []byte(cfbBegin)) {
		return ""
	}
	apart := &lezer{} // what is broken in there is no matter of this message
	k, _ := apart.leesKop(apart.kaleBegin(b))
	return eenRegel(apart.woorden(k.eerste("subject")))
}
