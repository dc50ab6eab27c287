package post

import (
	"fmt"
	"strings"

	"klacht/post/bericht"
)

// bijlagenaam is the name that an attachment is kept under; a nameless one is
// called after what it is, and its place among the attachments.
func bijlagenaam(b bericht.Bijlage, nummer int) string {
	if strings.TrimSpace(b.Naam) != "" {
		return b.Naam
	}
	genummerd := func(woord, anders string) string {
		return fmt.Sprintf("%s-%d%s", woord, nummer, extensie(b.Type, anders))
	}
	switch b.Soort {
	case bericht.SoortBericht:
		if titel := strings.TrimSpace(b.Titel); titel != "" {
			return titel + extensie(b.Type, ".eml")
		}
		return genummerd("bericht", ".eml")
	case bericht.SoortUitnodiging:
		return genummerd("uitnodiging", ".ics")
	case bericht.SoortBezorgrapport:
		return genummerd("bezorgrapport", ".txt")
	case bericht.SoortHandtekening:
		return genummerd("handtekening", "")
	case bericht.SoortVersleuteld:
		return genummerd("versleuteld", "")
	}
	if strings.HasPrefix(b.Type, "text/") {
		return genummerd("tekst", ".txt")
	}
	return genummerd("bijlage", "")
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
	case "application/vnd.ms-outlook":
		return ".msg"
	case "application/pkcs7-mime", "application/x-pkcs7-mime":
		return ".p7m"
	case "application/pkcs7-signature", "application/x-pkcs7-signature":
		return ".p7s"
	case "application/pgp-signature":
		return ".asc"
	}
	return anders
}
