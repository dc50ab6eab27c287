// Package bericht reads one e-mail message, whatever its form, and tells what is in it: who wrote it, when it came in,
// its text and its attachments. It knows nothing of dossiers.
//
// It reads tolerantly. Mail that people send is broken in many ways, and a complaint that can't be read is a complaint
// that isn't handled. So what can be read is read, and what was broken is told in [Bericht.Waarschuwingen]. A comment
// that starts with QUIRK marks tolerance that a standard doesn't ask for, with the reason for it.
//
// Everything is bounded: see the constants below. What falls outside a bound is left out or kept unread, with a warning;
// the caller keeps the message itself byte for byte.
package bericht

import (
	"bytes"
	"errors"
	"fmt"
	"time"
)

// MaxBericht is how large a message may be, in bytes.
const MaxBericht = 100 << 20

// Bounds on what is read out of one message.
const (
	maxBericht        = MaxBericht
	maxKop            = 1 << 20  // bytes of one header block
	maxVelden         = 10_000   // fields in one header block
	maxDelen          = 2_000    // parts, all levels together
	maxDiepte         = 50       // multiparts within multiparts
	maxParameters     = 1_000    // parameters of one header field
	maxTekst          = 5 << 20  // bytes of the text
	maxTekstbron      = 20 << 20 // bytes of a body part that its text is made from
	maxRegel          = 4_000    // bytes of a subject, name or address
	maxAdressen       = 5_000    // addresses in one header field
	maxVerwijzingen   = 1_000    // message ids in one header field
	maxWaarschuwingen = 50

	maxOpslag        = 50_000   // storages and streams in a compound file
	maxEigenschappen = 10_000   // MAPI properties of one object
	maxTnefVelden    = 50_000   // attributes of one TNEF stream
	maxRTF           = 20 << 20 // bytes of RTF, unpacked
	maxRTFDiepte     = 1_000    // groups within groups that RTF is followed into
	maxIngepakt      = 10       // TNEF within TNEF
	maxFromRegel     = 1_000    // bytes of the line that starts a message in an mbox
	maxMappen        = 50       // folders within folders that are searched for messages
)

// Adres is one mailbox: a display name, an address (local@domain), or both. A mailbox without a readable address has
// an empty Adres.
type Adres struct{ Naam, Adres string }

// Bericht is what one message holds.
type Bericht struct {
	ID             string   // Message-ID without <>, "" when there is none
	InReplyTo      []string // message ids without <>
	References     []string // message ids without <>, oldest first
	Van            []Adres
	Aan, Cc        []Adres
	AntwoordAan    []Adres
	Onderwerp      string    // decoded, one line
	Ontvangen      time.Time // time in the top Received field (RFC 5321 4.4), or when it was delivered; zero when absent or unreadable
	Datum          time.Time // the Date field (RFC 5322 3.6.1), or when it was sent; zero when absent or unreadable
	Tekst          string    // the body as text: UTF-8, lines end in \n, no control characters but \n and \t
	Bijlagen       []Bijlage // every part that is not the body, in the order of the message
	Kenmerken      Kenmerken // what tells a machine's mail from a person's
	Extensie       string    // of a file that holds a message of this form: ".eml", ".msg" or ".tnef"
	Waarschuwingen []string  // Dutch sentences: what was broken, and how it was read
}

// Lees reads one message, whatever its form: see vormen. It returns an error, a Dutch sentence, only for what is no
// message at all; anything else gives a Bericht, with a warning for whatever was broken. The result may share memory with
// inhoud.
func Lees(inhoud []byte) (*Bericht, error) {
	if len(inhoud) > maxBericht {
		return nil, errTeGroot
	}
	if len(bytes.Trim(inhoud, "\x00 \t\r\n")) == 0 {
		return nil, errors.New("het bericht is leeg")
	}
	for _, v := range vormen() {
		if !v.herken(inhoud) {
			continue
		}
		l := &lezer{}
		m, err := v.lees(l, inhoud)
		if err != nil {
			return nil, err
		}
		m.Extensie = v.extensie
		m.Waarschuwingen = l.waarschuwingen
		return m, nil
	}
	if soort := anderBestand(inhoud); soort != "" {
		return nil, fmt.Errorf("dit is geen e-mailbericht maar %s", soort)
	}
	return nil, errors.New("dit is geen e-mailbericht: er is geen kop met afzender en onderwerp, en de inhoud is geen tekst")
}

// LeesKop reads the header of a MIME message, or a part of that, as Lees does: text and attachments are not in it.
func LeesKop(kop []byte) *Bericht {
	l, d, m := &lezer{}, &deel{}, &Bericht{Extensie: ".eml"}
	d.kop, _ = l.leesKop(l.kaleBegin(kop))
	l.bepaalSoort(d, "text/plain")
	l.leesKopvelden(d.kop, m)
	m.Kenmerken.Rapport = rapportsoort(d)
	m.Waarschuwingen = l.waarschuwingen
	return m
}

var errTeGroot = fmt.Errorf("het bericht is groter dan %d MiB", maxBericht>>20)

// anderBestand names the kind of file that b is when its first bytes give it away as no e-mail, else "".
func anderBestand(b []byte) string {
	for _, s := range []struct{ begin, soort string }{
		{cfbBegin, "een ouder Office-bestand"},
		{"%PDF-", "een PDF-bestand"},
		{"PK\x03\x04", "een zip- of Office-bestand"},
		{"{\\rtf", "een RTF-bestand"},
		{"\x89PNG", "een afbeelding"},
		{"GIF8", "een afbeelding"},
		{"\xff\xd8\xff", "een afbeelding"},
		{"!BDN", "een Outlook-gegevensbestand (.pst of .ost)"},
	} {
		if bytes.HasPrefix(b, []byte(s.begin)) {
			return s.soort
		}
	}
	return ""
}
