// Package post takes mail in and, from templates, sends it out. It knows both
// messages (post/bericht) and dossiers.
package post

import (
	"bytes"
	"fmt"
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
// organisation's own server wrote, else the sender's Date.
func Aanmelding(inhoud []byte) (dossier.Aanmelding, error) {
	b, err := bericht.Lees(inhoud)
	if err != nil {
		return dossier.Aanmelding{}, err
	}
	a := dossier.Aanmelding{
		Kanaal:       Kanaal,
		Onderwerp:    b.Onderwerp,
		Omschrijving: kort(strings.TrimSpace(b.Tekst)),
		Bericht:      inhoud,
		BerichtID:    b.ID,
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
			Naam: naam(bijlage, i+1),
			Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(bijlage.Inhoud)), nil },
		})
	}
	return a, nil
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

// naam is the name that an attachment is kept under; a nameless one is called
// after its place and its type.
func naam(b bericht.Bijlage, nummer int) string {
	if strings.TrimSpace(b.Naam) != "" {
		return b.Naam
	}
	switch {
	case b.Bericht:
		return fmt.Sprintf("bericht-%d.eml", nummer)
	case strings.HasPrefix(b.Type, "text/"):
		return fmt.Sprintf("tekst-%d%s", nummer, extensie(b.Type, ".txt"))
	}
	return fmt.Sprintf("bijlage-%d%s", nummer, extensie(b.Type, ""))
}

// extensie gives the usual extension of a media type. The system's own table
// differs from machine to machine, so this is a fixed one.
func extensie(mediatype, anders string) string {
	switch mediatype {
	case "text/html":
		return ".html"
	case "text/calendar":
		return ".ics"
	case "application/pdf":
		return ".pdf"
	case "image/jpeg":
		return ".jpg"
	case "image/png", "image/gif", "image/tiff", "image/webp", "image/bmp":
		return "." + strings.TrimPrefix(mediatype, "image/")
	case "message/delivery-status":
		return ".txt"
	}
	return anders
}

func opmerking(waarschuwingen []string) string {
	if len(waarschuwingen) == 0 {
		return ""
	}
	return "Bij het lezen van het bericht:\n- " + strings.Join(waarschuwingen, "\n- ")
}
