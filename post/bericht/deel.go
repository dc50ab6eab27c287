package bericht

import (
	"bytes"
	"strings"
)

// deel is one part of the message (RFC 2045 2.4): a multipart with its own parts, or a leaf with content.
type deel struct {
	kop       kop
	soort     string // media type, lower case
	opties    parameters
	plaatsing string // Content-Disposition: "inline", "attachment" or ""
	naam      string // file name as sent
	inhoud    []byte // of a leaf, still in its transfer encoding
	meerdelig bool
	delen     []*deel

	uit        []byte // the decoded content, once asked for
	ontcijferd bool
	tekst      string // the text that it holds as a body, once asked for
	gelezen    bool
}

// leesDeel reads the part that b holds, header and all. standaard is its media type when it names none.
func (l *lezer) leesDeel(b []byte, standaard string, diepte int) *deel {
	l.delen++
	d := &deel{}
	d.kop, d.inhoud = l.leesKop(b)
	if standaard == "message/rfc822" && d.kop.eerste("content-type") == "" && d.kop.eerste("from") != "" {
		d.kop, d.inhoud = nil, b // QUIRK: a digest (RFC 2046 5.1.5) without the empty line before each of its messages
	}
	l.bepaalSoort(d, standaard)
	if !strings.HasPrefix(d.soort, "multipart/") {
		return d
	}
	if diepte >= maxDiepte {
		l.waarschuw("het bericht bevat meer dan %d lagen; wat dieper zit, is als één bijlage bewaard", maxDiepte)
		return d
	}
	stukken := l.splits(d, diepte)
	if len(stukken) == 0 {
		return d
	}
	d.meerdelig = true
	standaard = "text/plain"
	if d.soort == "multipart/digest" {
		standaard = "message/rfc822" // RFC 2046 5.1.5
	}
	for _, s := range stukken {
		inhoud := d.inhoud[s.begin:s.einde]
		if len(bytes.TrimSpace(inhoud)) == 0 {
			continue // QUIRK: two boundaries behind one another hold no part
		}
		if l.delen >= maxDelen {
			l.waarschuw("het bericht bevat meer dan %d delen; de rest is als één bijlage bewaard", maxDelen)
			rest := d.inhoud[s.begin:stukken[len(stukken)-1].einde]
			d.delen = append(d.delen, &deel{soort: "application/octet-stream", plaatsing: "attachment", inhoud: rest})
			break
		}
		d.delen = append(d.delen, l.leesDeel(inhoud, standaard, diepte+1))
	}
	return d
}

// bepaalSoort reads Content-Type and Content-Disposition.
func (l *lezer) bepaalSoort(d *deel, standaard string) {
	soort, opties := l.leesMetParameters(d.kop.eerste("content-type"))
	plaatsing, plaatsopties := l.leesMetParameters(d.kop.eerste("content-disposition"))
	if plaatsing == "inline" { // QUIRK: a second, contradicting Content-Disposition; a name to save under is the safer one
		for _, w := range d.kop.alle("content-disposition")[1:] {
			if p, o := l.leesMetParameters(w); p == "attachment" {
				plaatsing, plaatsopties = p, o
				break
			}
		}
	}
	d.opties = opties
	d.naam = plaatsopties["filename"]
	for _, naam := range []string{plaatsopties["name"], opties["name"], opties["filename"]} {
		if strings.TrimSpace(d.naam) == "" {
			d.naam = naam
		}
	}
	switch plaatsing {
	case "", "inline":
		d.plaatsing = plaatsing
	default: // RFC 2183 2.8: an unknown disposition is an attachment
		d.plaatsing = "attachment"
	}
	hoofd, sub, _ := strings.Cut(soort, "/")
	switch {
	case isTypenaam(hoofd) && isTypenaam(sub):
		d.soort = soort
		return
	case soort == "text": // RFC 1049
		d.soort = "text/plain"
		return
	case soort == "html": // QUIRK: `Content-Type: html`, or the text itself where its type should be
		d.soort = "text/html"
		return
	case soort != "":
		l.waarschuw("een deel heeft een onleesbaar type (%s); gelezen als %s", kort(soort), standaard)
	}
	d.soort = standaard // RFC 2045 5.2
	if d.plaatsing == "attachment" && standaard == "text/plain" {
		d.soort = "application/octet-stream"
	}
}

func isTypenaam(s string) bool {
	for _, c := range []byte(s) {
		if c <= ' ' || c > '~' || strings.IndexByte(`()<>@,;:\"/[]?=`, c) >= 0 {
			return false
		}
	}
	return s != ""
}

// bereik is a piece of a multipart's content.
type bereik struct{ begin, einde int }

// splits finds the parts of a multipart. When there are none, the part becomes plain text.
func (l *lezer) splits(d *deel, diepte int) []bereik {
	grens := strings.TrimRight(d.opties["boundary"], " \t")
	stukken, gesloten := zoekGrenzen(d.inhoud, grens)
	if len(stukken) == 0 {
		// QUIRK: RFC 2045 6.4 forbids encoding a multipart as a whole, and some gateways do.
		if b := l.inhoudVan(d); len(b) != len(d.inhoud) {
			d.inhoud = b
			stukken, gesloten = zoekGrenzen(b, grens)
		}
	}
	if len(stukken) == 0 {
		// QUIRK: the boundary is missing or differs from the lines in the message.
		if grens = raadGrens(d.inhoud); grens != "" {
			l.waarschuw("de scheiding tussen de delen van het bericht is niet zoals aangekondigd; gelezen aan de hand van de tekst zelf")
			stukken, gesloten = zoekGrenzen(d.inhoud, grens)
		}
	}
	switch {
	case len(stukken) == 0:
		if len(bytes.TrimSpace(d.inhoud)) > 0 {
			l.waarschuw("het bericht zegt uit delen te bestaan, maar die zijn niet te vinden; gelezen als één tekst")
		}
		d.soort = "text/plain"
	case !gesloten && diepte == 0: // of an inner one nothing is missing: the outer one ended it
		l.waarschuw("het einde van het bericht ontbreekt; gelezen is wat er was")
	}
	return stukken
}

// zoekGrenzen splits b at the lines that consist of two hyphens and the boundary (RFC 2046 5.1.1), blanks behind it, and
// two hyphens more at the end. The line end before such a line belongs to it. gesloten tells whether the end was found.
//
// QUIRK: text behind the closing line is no part, but when another boundary line follows, parts go on there: mailers that
// nest messages without looking use the same boundary twice. Text on the boundary line itself is ignored, if a blank
// separates it: RFC 2046 5.1.1 asks to compare the start of the line only, yet boundaries that start alike occur as well.
// Where there is a closing line only, what stands before it is the one part.
func zoekGrenzen(b []byte, grens string) (stukken []bereik, gesloten bool) {
	if grens == "" {
		return nil, false
	}
	naald := []byte("--" + grens)
	begin := -1 // of the present part, -1 before the first and behind the closing line
	voor := -1  // end of what stands before a closing line that comes first
	for pos := 0; pos < len(b); {
		i := bytes.Index(b[pos:], naald)
		if i < 0 {
			break
		}
		i += pos
		na := b[i+len(naald):]
		staart, rest := volgendeRegel(na)
		pos = len(b) - len(rest)
		slot := isSlot(staart)
		regelbegin := i == 0 || b[i-1] == '\n' || b[i-1] == '\r'
		if !regelbegin || !slot && len(staart) > 0 && staart[0] != ' ' && staart[0] != '\t' {
			continue
		}
		switch {
		case begin >= 0:
			stukken = append(stukken, bereik{begin, max(begin, zonderRegeleinde(b, i))})
		case slot && voor < 0:
			voor = zonderRegeleinde(b, i)
		}
		gesloten = slot
		begin = pos
		if slot {
			begin = -1
		}
	}
	if begin >= 0 {
		stukken = append(stukken, bereik{begin, len(b)})
	}
	if len(stukken) == 0 && voor > 0 {
		stukken = append(stukken, bereik{0, voor})
	}
	return stukken, gesloten
}

// isSlot tells whether what follows the boundary on its line closes the multipart.
//
// QUIRK: a boundary that ends in blanks, which RFC 2046 5.1.1 forbids, is compared without them.
func isSlot(staart []byte) bool {
	na, ok := bytes.CutPrefix(staart, []byte("--"))
	return ok && (len(na) == 0 || na[0] == ' ' || na[0] == '\t') || string(bytes.Trim(staart, " \t")) == "--"
}

// zonderRegeleinde returns the place of the line end that stands right before i.
func zonderRegeleinde(b []byte, i int) int {
	if i > 0 && b[i-1] == '\n' {
		i--
		if i > 0 && b[i-1] == '\r' {
			i--
		}
		return i
	}
	if i > 0 && b[i-1] == '\r' {
		return i - 1
	}
	return i
}

// raadGrens looks at the start of b for a line that can only be a boundary: hyphens and a text, then a Content field.
func raadGrens(b []byte) string {
	b = b[:min(len(b), 1<<16)]
	for len(b) > 0 {
		var regel []byte
		regel, b = volgendeRegel(b)
		grens, ok := bytes.CutPrefix(bytes.TrimRight(regel, " \t"), []byte("--"))
		if !ok || len(grens) == 0 {
			continue
		}
		volgt, _ := volgendeRegel(b)
		if naam, _, ok := leesVeld(volgt); ok && strings.HasPrefix(naam, "content-") {
			return string(grens)
		}
	}
	return ""
}

// inhoudVan returns the decoded content of a leaf.
func (l *lezer) inhoudVan(d *deel) []byte {
	if !d.ontcijferd {
		var naam string
		d.uit, naam = l.ontcijfer(d.inhoud, d.kop.eerste("content-transfer-encoding"))
		d.ontcijferd = true
		if d.naam == "" && naam != "" {
			d.naam = l.ruw(naam)
		}
	}
	return d.uit
}
