// Package post takes mail in and, from templates, sends it out. It knows both
// messages (post/bericht) and dossiers.
package post

import (
	"bytes"
	"io"
	"strings"

	"klacht/dossier"
	"klacht/post/bericht"
)

// Kanaal is how a complaint that came by mail came in.
const Kanaal = "e-mail"

// Aanmelding reads one message, whatever its form, and gives what it tells of
// a complaint: sender, subject, moment of receipt, text and attachments. What
// it does not tell is empty; what could not be read well is in Opmerking. An
// error means that it is no message at all.
//
// The moment of receipt is that of the top Received field, which the
// organisation's own server wrote, else when it was delivered or sent.
func Aanmelding(inhoud []byte) (dossier.Aanmelding, error) {
	b, err := bericht.Lees(inhoud)
	if err != nil {
		return dossier.Aanmelding{}, err
	}
	return aanmelding(b, inhoud), nil
}

// aanmelding is what b, which inhoud holds, tells of a complaint.
func aanmelding(b *bericht.Bericht, inhoud []byte) dossier.Aanmelding {
	a := dossier.Aanmelding{
		Kanaal:       Kanaal,
		Onderwerp:    b.Onderwerp,
		Omschrijving: kort(strings.TrimSpace(b.Tekst)),
		Bericht:      inhoud,
		BerichtID:    b.ID,
		Extensie:     b.Extensie,
		Opmerking:    opmerking(b.Waarschuwingen),
	}
	if len(b.Van) > 0 {
		a.Klager.Naam, a.Klager.Email = b.Van[0].Naam, b.Van[0].Adres
	}
	switch {
	case !b.Ontvangen.IsZero():
		a.Ontvangen = dossier.OpMoment(b.Ontvangen)
	case !b.Datum.IsZero():
		a.Ontvangen = dossier.OpMoment(b.Datum)
	}
	for i, bijlage := range b.Bijlagen {
		a.Bijlagen = append(a.Bijlagen, dossier.Bijlage{
			Naam: bijlagenaam(bijlage, i+1),
			Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(bijlage.Inhoud)), nil },
		})
	}
	return a
}

// grootsteTekst is how much of a message's text goes into the record, in bytes;
// the record is for reading, and the message is kept whole beside it.
const grootsteTekst = 64 << 10

func kort(s string) string {
	if len(s) <= grootsteTekst {
		return s
	}
	return strings.ToValidUTF8(s[:grootsteTekst], "") + "\n[…] De tekst is hier ingekort; het hele bericht staat in het dossier."
}

func opmerking(waarschuwingen []string) string {
	if len(waarschuwingen) == 0 {
		return ""
	}
	return "Bij het lezen van het bericht:\n- " + strings.Join(waarschuwingen, "\n- ")
}
