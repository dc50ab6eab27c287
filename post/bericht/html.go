package bericht

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlTekenset finds the character set that an HTML text names itself, "" when it names none.
func htmlTekenset(b []byte) string {
	kop := bytes.ToLower(b[:min(len(b), 2048)])
	_, na, ok := bytes.Cut(kop, []byte("charset="))
	if !ok {
		return ""
	}
	na = bytes.TrimLeft(na, "\"' ")
	einde := bytes.IndexAny(na, "\"' ;/>")
	if einde < 0 {
		return ""
	}
	// HTML standard, "prescan a byte stream": text that can be searched for this is not UTF-16.
	return strings.Replace(string(na[:einde]), "utf-16", "utf-8", 1)
}

// htmlNaarTekst makes readable text of HTML: paragraphs, line breaks, lists, quotes and tables keep their shape, links
// their address when it differs from their text; style, scripts and comments are left out.
func (l *lezer) htmlNaarTekst(s string) string {
	h := htmllezer{z: html.NewTokenizer(strings.NewReader(s))}
	for h.volgende() {
		if h.uit.Len() > maxTekst {
			l.waarschuw("de tekst is langer dan %d MiB; de rest ervan is niet gelezen", maxTekst>>20)
			break
		}
	}
	h.eindeLink()
	return schoneTekst(h.uit.String())
}

// maxInspringen bounds the depth of quotes and lists that is shown.
const maxInspringen = 12

// htmllezer walks over the tokens of an HTML text and writes lines. It holds no tree: broken nesting can't cost anything.
type htmllezer struct {
	z   *html.Tokenizer
	uit strings.Builder

	regel    bool // the present line holds text
	spatie   bool // a blank is due before the next text
	breuken  int  // line ends due before the next text: 1 a new line, 2 an empty line too
	wit      int  // line ends around the paragraph being read
	leeg     bool // nothing was written in it yet
	citaat   int  // depth of blockquote
	vorige   int  // the same, of the last line written
	lijsten  []int
	punt     string // bullet due before the next text
	pre      int    // depth of pre
	cel      bool   // a cell separator is due before the next text
	celLeeg  bool   // nothing was written in this cell yet
	celBreuk bool   // this cell went over more than one line

	link      string // address of the link being read
	linkTekst strings.Builder
}

func (h *htmllezer) volgende() bool {
	switch h.z.Next() {
	case html.ErrorToken:
		return false
	case html.TextToken:
		h.tekst(string(h.z.Text()))
	case html.StartTagToken, html.SelfClosingTagToken:
		naam, heeft := h.z.TagName()
		a := atom.Lookup(naam)
		switch a {
		case atom.Script, atom.Style, atom.Title, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes:
			// The tokenizer gives the content of these as one text; it is not for reading.
			if h.z.Next() == html.ErrorToken {
				return false
			}
			return true
		}
		h.begin(a, h.kenmerken(a, heeft))
	case html.EndTagToken:
		naam, _ := h.z.TagName()
		h.einde(atom.Lookup(naam))
	}
	return true
}

// kenmerken reads the few attributes that matter; of a repeated one the first counts.
func (h *htmllezer) kenmerken(a atom.Atom, heeft bool) map[string]string {
	var nodig []string
	switch a {
	case atom.A:
		nodig = []string{"href"}
	case atom.Img:
		nodig = []string{"alt"}
	case atom.P, atom.Div:
		nodig = []string{"class"}
	case atom.Ol:
		nodig = []string{"start"}
	}
	var k map[string]string
	for heeft && len(nodig) > 0 {
		var naam, waarde []byte
		naam, waarde, heeft = h.z.TagAttr()
		if string(naam) == nodig[0] {
			k = map[string]string{nodig[0]: string(waarde)}
			break
		}
	}
	return k
}

func (h *htmllezer) begin(a atom.Atom, k map[string]string) {
	switch a {
	case atom.Br:
		h.br()
	case atom.P:
		// QUIRK: Word makes every line a paragraph of class MsoNormal, without space between them, and an empty line an
		// empty paragraph.
		h.wit = 2
		if strings.HasPrefix(k["class"], "Mso") {
			h.wit = 1
		}
		h.blok(h.wit)
		h.leeg = true
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		h.blok(2)
	case atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Address, atom.Center, atom.Form, atom.Dl,
		atom.Dt, atom.Dd, atom.Caption, atom.Figure, atom.Figcaption, atom.Fieldset, atom.Legend, atom.Option, atom.Body:
		h.blok(1)
	case atom.Table:
		h.blok(1)
		h.celLeeg = false
	case atom.Tr:
		h.blok(1)
		h.cel, h.celLeeg, h.celBreuk = false, false, false
	case atom.Td, atom.Th:
		h.nieuweCel()
	case atom.Hr:
		h.blok(1)
		h.schrijf("----------")
		h.blok(1)
	case atom.Ul, atom.Menu, atom.Dir:
		h.lijst(0)
	case atom.Ol:
		n, err := strconv.Atoi(k["start"])
		if err != nil || n < 1 || n > 1_000_000 {
			n = 1
		}
		h.lijst(n)
	case atom.Li:
		h.item()
	case atom.Blockquote:
		h.blok(2)
		h.citaat++
	case atom.Pre, atom.Textarea, atom.Xmp, atom.Listing:
		h.blok(2)
		h.pre++
	case atom.A:
		h.eindeLink()
		h.link = adresVanLink(k["href"])
	case atom.Img:
		if alt := strings.TrimSpace(k["alt"]); alt != "" && !isBestandsnaam(alt) {
			h.tekst(" " + alt + " ")
		}
	}
}

func (h *htmllezer) einde(a atom.Atom) {
	switch a {
	case atom.P:
		if h.leeg {
			h.wit = 2
		}
		h.blok(h.wit)
		h.leeg = false
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		h.blok(2)
	case atom.Div, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Address, atom.Center, atom.Form, atom.Dl,
		atom.Dt, atom.Dd, atom.Caption, atom.Figure, atom.Figcaption, atom.Fieldset, atom.Legend, atom.Option, atom.Tr:
		h.blok(1)
	case atom.Li:
		h.blok(1)
		h.breuken = min(h.breuken, 1) // no empty lines between the items
	case atom.Table:
		h.blok(1)
		h.cel, h.celLeeg = false, false
	case atom.Td, atom.Th:
		if h.breuken > 0 && !h.celLeeg {
			h.breuken = 0
			h.spatie = true
		}
	case atom.Ul, atom.Ol, atom.Menu, atom.Dir:
		if n := len(h.lijsten); n > 0 {
			h.lijsten = h.lijsten[:n-1]
		}
		h.punt = ""
		h.blok(2)
	case atom.Blockquote:
		h.blok(2)
		h.citaat = max(0, h.citaat-1)
	case atom.Pre, atom.Textarea, atom.Xmp, atom.Listing:
		h.blok(2)
		h.pre = max(0, h.pre-1)
	case atom.A:
		h.eindeLink()
	}
}

// isBestandsnaam tells whether an image's alternative text is only the name of its file, as many mailers write it.
func isBestandsnaam(alt string) bool {
	i := strings.LastIndexByte(alt, '.')
	if i < 0 || strings.ContainsAny(alt, " \t\n") {
		return false
	}
	switch strings.ToLower(alt[i+1:]) {
	case "png", "jpg", "jpeg", "gif", "bmp", "svg", "webp":
		return true
	}
	return false
}

// adresVanLink returns the address of a link that leads somewhere outside the message, else "".
func adresVanLink(href string) string {
	href = strings.Join(strings.Fields(href), "")
	klein := strings.ToLower(href)
	for _, begin := range []string{"http://", "https://", "mailto:", "tel:", "ftp://"} {
		if strings.HasPrefix(klein, begin) && len(href) > len(begin) {
			return kapAf(href, maxRegel)
		}
	}
	return ""
}

func zelfdeAdres(adres, tekst string) bool {
	kaal := func(s string) string {
		s = strings.ToLower(strings.Join(strings.Fields(s), ""))
		for _, begin := range []string{"mailto:", "tel:", "https://", "http://", "www."} {
			s = strings.TrimPrefix(s, begin)
		}
		return strings.TrimRight(s, "/")
	}
	return kaal(adres) == kaal(tekst)
}
