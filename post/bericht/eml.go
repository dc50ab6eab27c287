package bericht

import (
	"bytes"
	"strings"
	"time"
)

// isEml recognises a MIME message: anything that isn't known to be something else, if it has a header or is text.
func isEml(b []byte) bool {
	if anderBestand(b) != "" {
		return false
	}
	if bytes.IndexByte(b, 0) < 0 {
		return true
	}
	l := &lezer{}
	k, _ := l.leesKop(l.kaleBegin(b))
	return len(k) > 0
}

// leesEml reads a MIME message (RFC 5322, RFC 2045 to 2049).
func leesEml(l *lezer, b []byte) (*Bericht, error) {
	d := l.leesDeel(l.kaleBegin(b), "text/plain", 0)
	if len(d.kop) == 0 {
		l.waarschuw("het bericht heeft geen kop; alles is gelezen als tekst")
	}
	l.verzamel(d, positie{wortel: true, eerste: true})
	m := &Bericht{Tekst: l.tekst(), Bijlagen: l.bijlagen}
	l.leesKopvelden(d.kop, m)
	m.Kenmerken.Rapport = rapportsoort(d)
	return m, nil
}

// kaleBegin takes off what may stand before the header.
//
// QUIRK: byte order marks of text editors, empty lines, the line that separates messages in an mbox (RFC 4155); NUL
// bytes, which some scanners and copiers put before or after a message; and files with bare CR for line ends.
func (l *lezer) kaleBegin(b []byte) []byte {
	b, _ = metBOM(b)
	b = bytes.Trim(b, "\x00")
	if bytes.IndexByte(b, '\n') < 0 {
		b = bytes.ReplaceAll(b, []byte("\r"), []byte("\n"))
	}
	for len(b) > 0 {
		regel, rest := volgendeRegel(b)
		if len(bytes.Trim(regel, " \t\x00")) > 0 && !isMboxRegel(regel) {
			break
		}
		b = rest
	}
	return b
}

// leesKopvelden fills in what the header of the message says.
func (l *lezer) leesKopvelden(k kop, m *Bericht) {
	m.Onderwerp = eenRegel(l.woorden(k.eerste("subject")))
	m.Van = l.leesAdressen(k.eerste("from"))
	m.Aan = l.leesAdressen(k.alle("to")...)
	m.Cc = l.leesAdressen(k.alle("cc")...)
	m.AntwoordAan = l.leesAdressen(k.eerste("reply-to"))
	m.ID = l.ruw(leesEigenID(k.eerste("message-id")))
	m.InReplyTo = leesIDs(l.ruw(k.eerste("in-reply-to")))
	m.References = leesIDs(l.ruw(strings.Join(k.alle("references"), " ")))
	m.Datum = l.leesDatumveld(k.eerste("date"), "de datum", leesTijdstip)
	m.Ontvangen = l.leesDatumveld(k.eerste("received"), "de tijd van ontvangst", leesOntvangst)
	m.Kenmerken = l.leesKenmerken(k)
}

func (l *lezer) leesDatumveld(s, waarvan string, lees func(string) (t time.Time, zone, ok bool)) time.Time {
	if s == "" {
		return time.Time{}
	}
	t, zone, ok := lees(s)
	switch {
	case !ok:
		l.waarschuw("%s is niet te lezen: %s", waarvan, kort(s))
	case !zone:
		l.waarschuw("%s noemt geen bekende tijdzone; gelezen als UTC", waarvan)
	}
	return t
}

// positie is what a part's surroundings say about it.
type positie struct {
	wortel    bool   // it is the message itself
	eerste    bool   // first of its multipart, or an alternative
	verwant   bool   // in a multipart/related, but not its root: shown by another part
	voorkeur  string // within a multipart/alternative: the media type that was chosen for the text
	bijlagend bool   // nothing in here is body
	geheim    bool   // it belongs to an encrypted message
	zegel     bool   // it is the signature over the part before it
}

// verzamel walks the part and sorts what it finds: body or attachment.
func (l *lezer) verzamel(d *deel, p positie) {
	if d.meerdelig {
		l.verzamelDelen(d, p)
		return
	}
	if !isLichaam(d, p) {
		l.voegBijlageToe(d, p)
		return
	}
	if p.voorkeur != "" && d.soort != p.voorkeur {
		return // the same text in another form
	}
	l.voegTekstToe(l.tekstVan(d))
}

func (l *lezer) verzamelDelen(d *deel, p positie) {
	switch d.soort {
	case "multipart/alternative":
		if p.voorkeur == "" {
			p.voorkeur = "text/html"
			if l.heeftTekst(d, p) {
				p.voorkeur = "text/plain"
			}
		}
	case "multipart/encrypted": // RFC 1847 2.2
		l.waarschuw("%s", waarschuwingVersleuteld)
		p.bijlagend, p.geheim = true, true
	}
	for i, kind := range d.delen {
		l.verzamel(kind, positieVan(d, p, i))
	}
}

// positieVan gives the position of the i-th part of multipart d, which itself is at p.
func positieVan(d *deel, p positie, i int) positie {
	k := positie{eerste: i == 0, voorkeur: p.voorkeur, geheim: p.geheim,
		bijlagend: p.bijlagend || d.plaatsing == "attachment" && !p.wortel}
	switch d.soort {
	case "multipart/alternative":
		k.eerste = true
	case "multipart/related":
		wortel := wortelVan(d)
		k.eerste, k.verwant = i == wortel, i != wortel
	case "multipart/signed": // RFC 1847 2.1: the second part is the signature
		k.zegel = i == 1
	}
	return k
}

// wortelVan finds the part of a multipart/related that the others belong to: the one that "start" names, else the first
// (RFC 2387 3.2).
//
// QUIRK: Eudora and some scanners put a picture first; then the first text or multipart is the root.
func wortelVan(d *deel) int {
	if start := strings.Trim(d.opties["start"], "<> "); start != "" {
		for i, kind := range d.delen {
			if strings.Trim(kind.kop.eerste("content-id"), "<> ") == start {
				return i
			}
		}
	}
	for i, kind := range d.delen {
		if kind.meerdelig || strings.HasPrefix(kind.soort, "text/") {
			return i
		}
	}
	return 0
}

// isLichaam tells whether a leaf is body text. RFC 8621 4.1.4 has the same rule: text, not marked as an attachment, and
// first in its multipart or without a file name.
func isLichaam(d *deel, p positie) bool {
	if d.plaatsing == "attachment" || p.bijlagend || p.zegel || p.verwant && !p.eerste {
		return false
	}
	switch d.soort {
	case "text/plain", "text/html":
		return p.eerste || strings.TrimSpace(d.naam) == ""
	case "text/calendar", "text/vcard", "text/x-vcard", "text/csv", "text/directory", "text/rfc822-headers":
		return false
	}
	// RFC 2046 4.1.4: an unknown kind of text is to be shown as plain text; when it is all there is, that is what we do.
	return p.wortel && strings.HasPrefix(d.soort, "text/")
}

// heeftTekst tells whether d holds plain text that says something.
func (l *lezer) heeftTekst(d *deel, p positie) bool {
	if !d.meerdelig {
		return d.soort == "text/plain" && isLichaam(d, p) && l.tekstVan(d) != ""
	}
	for i, kind := range d.delen {
		if l.heeftTekst(kind, positieVan(d, p, i)) {
			return true
		}
	}
	return false
}

// tekstVan returns the text of a body part, clean.
func (l *lezer) tekstVan(d *deel) string {
	if !d.gelezen {
		d.gelezen = true
		d.tekst = l.leesTekst(d)
	}
	return d.tekst
}

func (l *lezer) leesTekst(d *deel) string {
	b := l.inhoudVan(d)
	if len(b) > maxTekstbron {
		l.waarschuw("de tekst is langer dan %d MiB; de rest ervan is niet gelezen", maxTekst>>20)
		b = b[:maxTekstbron]
	}
	tekenset := d.opties["charset"]
	if d.soort == "text/html" {
		if tekenset == "" {
			tekenset = htmlTekenset(b)
		}
		return l.htmlNaarTekst(l.naarUTF8(b, tekenset, "de tekst"))
	}
	if bytes.HasPrefix(b, []byte("\xff\xfe")) { // QUIRK: UTF-16 under another name
		tekenset = "utf-16"
	}
	s := schoneTekst(l.naarUTF8(b, tekenset, "de tekst"))
	if strings.EqualFold(d.opties["format"], "flowed") {
		s = zonderLegeRanden(ontvouw(s, strings.EqualFold(d.opties["delsp"], "yes")))
	}
	return s
}

func (l *lezer) voegTekstToe(s string) {
	if s == "" {
		return
	}
	if over := maxTekst - l.lengte; len(s) > over {
		l.waarschuw("de tekst is langer dan %d MiB; de rest ervan is niet gelezen", maxTekst>>20)
		if s = strings.ToValidUTF8(s[:max(over, 0)], ""); s == "" {
			return
		}
	}
	l.stukken = append(l.stukken, s)
	l.lengte += len(s) + 2
}

// tekst returns the body. Where the message has none of its own, it is that of an unpacked winmail.dat.
func (l *lezer) tekst() string {
	if len(l.stukken) == 0 {
		l.voegTekstToe(l.reserve)
	}
	tekst := strings.Join(l.stukken, "\n\n")
	if strings.Contains(tekst, "-----BEGIN PGP MESSAGE-----") { // RFC 9580 6.2
		l.waarschuw("de tekst van het bericht, of een stuk ervan, is versleuteld (PGP); dat stuk is niet gelezen")
	}
	return tekst
}

func (l *lezer) voegBijlageToe(d *deel, p positie) {
	inhoud := l.inhoudVan(d)
	if isTnefDeel(d, inhoud) && l.pakTnefUit(inhoud) {
		return
	}
	b := Bijlage{Naam: d.naam, Type: d.soort, Inhoud: inhoud}
	b.Soort = l.soortVan(d, p, inhoud)
	if b.Soort == SoortBericht {
		b.Titel = l.titelVan(inhoud)
	}
	l.bijlagen = append(l.bijlagen, b)
}
