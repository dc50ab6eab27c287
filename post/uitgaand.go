package post

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"path"
	"strings"
	"time"

	"klacht/dossier"
)

// grootsteUitgaand bounds the attachments of one message, in bytes together:
// more than that no mail server takes.
const grootsteUitgaand = 100 << 20

// Uitgaand is a message that goes out.
type Uitgaand struct {
	Van, Aan   Adres
	Onderwerp  string
	Tekst      string // lines end in \n
	Datum      time.Time
	BerichtID  string   // without < >; see Merk
	AntwoordOp string   // the Message-ID that it answers, without < >, "" for none
	Draad      []string // the Message-IDs before it, oldest first
	Bijlagen   []Uitbijlage
	Concept    bool // opened by a mail program, to be read over and sent
}

// Uitbijlage is a file that goes with a message.
type Uitbijlage struct {
	Naam   string
	Inhoud []byte
}

// Bytes gives the message as mail has it (RFC 5322, MIME): the same bytes for
// the same message. No value can add a field or an address to its header.
func (u *Uitgaand) Bytes() ([]byte, error) {
	totaal := 0
	for _, b := range u.Bijlagen {
		totaal += len(b.Inhoud)
	}
	if totaal > grootsteUitgaand {
		return nil, &dossier.Fout{Wat: fmt.Sprintf("de bijlagen zijn samen groter dan %d MiB: dat past in geen e-mail", grootsteUitgaand>>20), Raad: "stuur ze op een andere manier, of minder tegelijk"}
	}
	van, err := u.Van.kop()
	if err != nil {
		return nil, err
	}
	aan, err := u.Aan.kop()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	regel := func(naam, waarde string) { fmt.Fprintf(&b, "%s: %s\r\n", naam, waarde) }
	if u.Concept {
		// Outlook, Thunderbird and Apple Mail open such a file as a message to be sent.
		regel("X-Unsent", "1")
	}
	regel("From", van)
	regel("To", aan)
	regel("Subject", kopTekst(u.Onderwerp))
	regel("Date", u.Datum.Format("Mon, 02 Jan 2006 15:04:05 -0700"))
	if isBerichtID(u.BerichtID) {
		regel("Message-ID", "<"+u.BerichtID+">")
	}
	if isBerichtID(u.AntwoordOp) {
		regel("In-Reply-To", "<"+u.AntwoordOp+">")
	}
	if draad := u.draad(); len(draad) > 0 {
		regel("References", "<"+strings.Join(draad, ">\r\n <")+">")
	}
	regel("MIME-Version", "1.0")
	if err := u.schrijfInhoud(&b); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// meesteDraad is how many messages References names: the first, and the last.
const meesteDraad = 20

func (u *Uitgaand) draad() []string {
	var ids []string
	for _, id := range append(u.Draad[:len(u.Draad):len(u.Draad)], u.AntwoordOp) {
		if isBerichtID(id) && (len(ids) == 0 || ids[len(ids)-1] != id) {
			ids = append(ids, id)
		}
	}
	if weg := len(ids) - meesteDraad; weg > 0 {
		ids = append(ids[:1], ids[1+weg:]...)
	}
	return ids
}

// isBerichtID reports whether id can stand between < and > in a header (RFC
// 5322 3.6.4), without the obsolete forms: a reader may stumble over those, and
// the number in the subject finds the dossier as well.
func isBerichtID(id string) bool {
	const langste = 900 // bytes; a line has room for 998
	links, rechts, _ := strings.Cut(id, "@")
	return len(id) <= langste && !strings.Contains(id, "=?") && isAtomen(links) && isAtomen(rechts)
}

// grens is a boundary that no part can hold: encoded text has no "=_" in it.
func (u *Uitgaand) grens(soort string) string { return "=_" + soort + "_" + u.vingerafdruk() }

// vingerafdruk is a short digest of what the message says.
func (u *Uitgaand) vingerafdruk() string {
	h := sha256.New()
	deel := func(s string) { fmt.Fprintf(h, "%d:%s", len(s), s) }
	for _, s := range []string{u.Van.Adres, u.Aan.Adres, u.Onderwerp, u.Tekst, u.Datum.UTC().Format(time.RFC3339)} {
		deel(s)
	}
	for _, b := range u.Bijlagen {
		deel(b.Naam)
		deel(string(b.Inhoud))
	}
	return kortMerk(h.Sum(nil))
}

// kortMerk writes the first 80 bits of b in lower-case letters and digits.
func kortMerk(b []byte) string {
	return strings.ToLower(base32.StdEncoding.EncodeToString(b[:10]))
}

// schrijfInhoud writes the rest of the header and the body: the text twice, as
// plain text and as HTML, and the attachments after it.
func (u *Uitgaand) schrijfInhoud(b *bytes.Buffer) error {
	if len(u.Bijlagen) == 0 {
		fmt.Fprintf(b, "Content-Type: multipart/alternative;\r\n boundary=%q\r\n\r\n", u.grens("tekst"))
		return u.schrijfTekst(b)
	}
	fmt.Fprintf(b, "Content-Type: multipart/mixed;\r\n boundary=%q\r\n\r\n", u.grens("alles"))
	w := multipart.NewWriter(b)
	if err := w.SetBoundary(u.grens("alles")); err != nil {
		return err
	}
	deel, err := w.CreatePart(textproto.MIMEHeader{
		"Content-Type": {fmt.Sprintf("multipart/alternative;\r\n boundary=%q", u.grens("tekst"))},
	})
	if err != nil {
		return err
	}
	if err := u.schrijfTekst(deel); err != nil {
		return err
	}
	for _, bijlage := range u.Bijlagen {
		naam := veiligeBijlagenaam(bijlage.Naam)
		deel, err := w.CreatePart(textproto.MIMEHeader{
			"Content-Type":              {metNaam(mediatype(naam), "name", naam)},
			"Content-Disposition":       {metNaam("attachment", "filename", naam)},
			"Content-Transfer-Encoding": {"base64"},
		})
		if err != nil {
			return err
		}
		if err := schrijfBase64(deel, bijlage.Inhoud); err != nil {
			return err
		}
	}
	return w.Close()
}

func (u *Uitgaand) schrijfTekst(naar io.Writer) error {
	w := multipart.NewWriter(naar)
	if err := w.SetBoundary(u.grens("tekst")); err != nil {
		return err
	}
	for _, vorm := range []struct{ soort, tekst string }{
		{"text/plain; charset=utf-8", u.Tekst + "\n"},
		{"text/html; charset=utf-8", alsHTML(u.Tekst)},
	} {
		deel, err := w.CreatePart(textproto.MIMEHeader{"Content-Type": {vorm.soort}, "Content-Transfer-Encoding": {"quoted-printable"}})
		if err != nil {
			return err
		}
		q := quotedprintable.NewWriter(deel)
		if _, err := io.WriteString(q, vorm.tekst); err != nil {
			return err
		}
		if err := q.Close(); err != nil {
			return err
		}
	}
	return w.Close()
}

// alsHTML is text as the simplest HTML: a paragraph for each blank line, and
// nothing that a mail program would have to fetch.
func alsHTML(tekst string) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"nl\">\n<head><meta charset=\"utf-8\"></head>\n<body style=\"font-family: Arial, Helvetica, sans-serif; font-size: 11pt\">\n")
	for alinea := range strings.SplitSeq(tekst, "\n\n") {
		fmt.Fprintf(&b, "<p>%s</p>\n", strings.ReplaceAll(html.EscapeString(alinea), "\n", "<br>\n"))
	}
	b.WriteString("</body>\n</html>\n")
	return b.String()
}

func schrijfBase64(w io.Writer, inhoud []byte) error {
	const perRegel = 57 // bytes, which are 76 characters
	var b bytes.Buffer
	for len(inhoud) > 0 {
		n := min(perRegel, len(inhoud))
		b.WriteString(base64.StdEncoding.EncodeToString(inhoud[:n]) + "\r\n")
		inhoud = inhoud[n:]
	}
	_, err := b.WriteTo(w)
	return err
}

// veiligeBijlagenaam is the name of a file as the reader gets it.
func veiligeBijlagenaam(naam string) string {
	naam = schoneRegel(strings.NewReplacer("/", "_", `\`, "_", `"`, "_").Replace(naam))
	const langste = 120 // bytes
	if len(naam) > langste {
		ext := path.Ext(naam)
		if len(ext) > 20 {
			ext = ""
		}
		naam = strings.ToValidUTF8(naam[:langste-len(ext)], "") + ext
	}
	if naam == "" {
		return "bijlage"
	}
	return naam
}

// metNaam adds a file name to the value of a field (RFC 2231 where it isn't
// plain ASCII), on a line of its own.
func metNaam(waarde, parameter, naam string) string {
	_, p, _ := strings.Cut(mime.FormatMediaType("a/b", map[string]string{parameter: naam}), "; ")
	return waarde + ";\r\n " + p
}

// mediatype is the type that goes with a file's name, by a table of our own: the
// system's differs from machine to machine.
func mediatype(naam string) string {
	switch strings.ToLower(path.Ext(naam)) {
	case ".pdf":
		return "application/pdf"
	case ".txt", ".csv", ".md":
		return "text/plain"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	case ".gif":
		return "image/gif"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	case ".odt":
		return "application/vnd.oasis.opendocument.text"
	case ".ics":
		return "text/calendar"
	case ".zip":
		return "application/zip"
	}
	return "application/octet-stream"
}
