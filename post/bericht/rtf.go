package bericht

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf16"
)

// rtfNaarTekst makes readable text of RTF. RTF that was made from HTML holds that HTML, and RTF that was made from plain
// text holds that text: those are taken out again ([MS-OXRTFEX]).
func (l *lezer) rtfNaarTekst(b []byte) string {
	r := rtflezer{l: l, b: b, tekenset: "windows-1252", letters: map[int]string{}}
	r.nu.uc = 1
	for r.pos < len(r.b) && r.uit.Len() < maxTekstbron {
		r.volgende()
	}
	r.spoel()
	if r.html {
		return l.htmlNaarTekst(r.uit.String())
	}
	return schoneTekst(r.uit.String())
}

// rtflezer walks over RTF once. It holds no tree, only the state of the groups that are open.
type rtflezer struct {
	l   *lezer
	b   []byte
	pos int
	uit strings.Builder

	html     bool           // \fromhtml: the output is HTML
	tekenset string         // of the document
	letters  map[int]string // character sets by number of font
	nu       rtfgroep
	stapel   []rtfgroep
	dieper   int // groups open beyond maxRTFDiepte

	bytes []byte // characters in a code page, waiting for the rest of theirs
	hoog  rune   // first half of a surrogate pair
	sla   int    // characters to skip: what stands for \u in old readers
	ster  bool   // \* was seen: the group is to be skipped if it isn't known
}

// rtfgroep is what a group inherits and loses again at its end.
type rtfgroep struct {
	stil        bool // it holds no text
	lettersoort bool // it is the table of fonts
	tag         bool // it holds HTML
	htmlrtf     bool // it holds what stands for the HTML in readers that don't know it
	uc          int  // characters that stand for a \u
	letter      int  // font
}

func (r *rtflezer) volgende() {
	c := r.b[r.pos]
	r.pos++
	switch c {
	case '{':
		r.spoel()
		r.sla, r.ster = 0, false
		if len(r.stapel) >= maxRTFDiepte {
			r.dieper++
			return
		}
		r.stapel = append(r.stapel, r.nu)
	case '}':
		r.spoel()
		r.sla, r.ster = 0, false
		if r.dieper > 0 {
			r.dieper--
		} else if n := len(r.stapel); n > 0 {
			r.nu, r.stapel = r.stapel[n-1], r.stapel[:n-1]
		}
	case '\\':
		r.opdracht()
	case '\r', '\n', 0:
	default:
		r.teken(c)
	}
}

// opdracht reads a control word or symbol; the backslash is behind us.
func (r *rtflezer) opdracht() {
	if r.pos >= len(r.b) {
		return
	}
	c := r.b[r.pos]
	if !isLetter(c) {
		r.pos++
		r.symbool(c)
		return
	}
	begin := r.pos
	for r.pos < len(r.b) && isLetter(r.b[r.pos]) && r.pos-begin < 40 {
		r.pos++
	}
	woord := string(r.b[begin:r.pos])
	begin = r.pos
	if r.pos < len(r.b) && r.b[r.pos] == '-' {
		r.pos++
	}
	for r.pos < len(r.b) && isCijfer(r.b[r.pos]) && r.pos-begin < 12 {
		r.pos++
	}
	getal, err := strconv.Atoi(string(r.b[begin:r.pos]))
	if r.pos < len(r.b) && r.b[r.pos] == ' ' {
		r.pos++
	}
	if woord == "bin" { // that many bytes follow, whatever they are
		r.pos += min(max(getal, 0), len(r.b)-r.pos)
		return
	}
	if r.sla > 0 {
		r.sla--
		return
	}
	r.woord(woord, getal, err == nil)
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func (r *rtflezer) symbool(c byte) {
	if c == '*' {
		r.ster = true
		return
	}
	if c == '\'' {
		if r.pos+2 <= len(r.b) {
			if waarde, ok := hexByte(r.b[r.pos], r.b[r.pos+1]); ok {
				r.pos += 2
				r.teken(waarde)
			}
		}
		return
	}
	if r.sla > 0 {
		r.sla--
		return
	}
	switch c {
	case '\\', '{', '}':
		r.teken(c)
	case '~':
		r.schrijf("\u00a0")
	case '_':
		r.schrijf("\u2011")
	case '\r', '\n':
		r.schrijf("\n")
	}
}

// teken takes one byte of text, in the code page of its font.
func (r *rtflezer) teken(c byte) {
	if r.sla > 0 {
		r.sla--
		return
	}
	r.ster = false
	if r.zwijgt() {
		return
	}
	r.bytes = append(r.bytes, c)
}

func (r *rtflezer) zwijgt() bool { return r.nu.stil || r.nu.htmlrtf }

// spoel writes the bytes that were waiting.
func (r *rtflezer) spoel() {
	if len(r.bytes) == 0 {
		return
	}
	tekenset := r.tekenset
	if t := r.letters[r.nu.letter]; t != "" {
		tekenset = t
	}
	s := r.l.naarUTF8(r.bytes, tekenset, "de tekst")
	r.bytes = r.bytes[:0]
	r.zet(s)
}

// schrijf writes text that needs no code page.
func (r *rtflezer) schrijf(s string) {
	if r.zwijgt() {
		return
	}
	r.spoel()
	r.zet(s)
}

// zet writes text; beside HTML, it must not become HTML itself.
func (r *rtflezer) zet(s string) {
	if r.html && !r.nu.tag {
		s = html.EscapeString(s)
	}
	r.hoog = 0
	r.uit.WriteString(s)
}

// woord carries out a control word.
func (r *rtflezer) woord(woord string, getal int, heeftGetal bool) {
	ster := r.ster
	r.ster = false
	switch woord {
	case "fromhtml":
		r.html = !heeftGetal || getal != 0
	case "htmltag":
		r.nu.tag = ster
	case "htmlrtf":
		r.spoel()
		r.nu.htmlrtf = !heeftGetal || getal != 0
	case "ansicpg":
		if getal > 0 {
			r.tekenset = codepagina(uint32(getal))
		}
	case "mac":
		r.tekenset = "macintosh"
	case "uc":
		r.nu.uc = min(max(getal, 0), 100)
	case "u":
		r.unicode(getal)
	case "f":
		r.spoel()
		r.nu.letter = getal
	case "plain":
		r.spoel()
		r.nu.letter = 0
	case "fcharset":
		if naam := lettertekenset(getal); r.nu.lettersoort && naam != "" && len(r.letters) < maxParameters {
			r.letters[r.nu.letter] = naam
		}
	case "fonttbl":
		r.nu.stil, r.nu.lettersoort = true, true
	case "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl",
		"footerr", "footerf", "xe", "tc", "mhtmltag":
		r.nu.stil = true
	default:
		if s := rtfTeken(woord); s != "" {
			r.schrijf(s)
		} else if ster {
			r.nu.stil = true
		}
	}
}

// rtfTeken gives the character that a control word stands for.
func rtfTeken(woord string) string {
	switch woord {
	case "par", "line", "row", "sect", "page":
		return "\n"
	case "tab", "cell":
		return "\t"
	case "lquote":
		return "‘"
	case "rquote":
		return "’"
	case "ldblquote":
		return "“"
	case "rdblquote":
		return "”"
	case "bullet":
		return "•"
	case "endash":
		return "–"
	case "emdash":
		return "—"
	case "enspace", "emspace", "qmspace":
		return " "
	}
	return ""
}

// unicode takes \u: a UTF-16 unit, signed, with characters behind it for readers that don't know it.
func (r *rtflezer) unicode(n int) {
	r.sla = r.nu.uc
	if r.zwijgt() {
		return
	}
	r.spoel()
	c := rune(uint16(n))
	switch {
	case c >= 0xD800 && c < 0xDC00:
		r.hoog = c
		return
	case utf16.IsSurrogate(c):
		c = utf16.DecodeRune(r.hoog, c)
	case c == 0:
		return
	}
	r.zet(string(c))
}
