package bericht

import (
	"strings"
	"unicode/utf8"
)

// woorden decodes a header value with encoded words, =?charset?B|Q?text?= (RFC 2047), to UTF-8.
//
// QUIRK: what RFC 2047 forbids and mailers do: words inside quotes or stuck to other text, blanks and question marks
// within a word, a word cut off at the end, and raw 8-bit text around and inside words.
func (l *lezer) woorden(s string) string {
	if !strings.Contains(s, "=?") {
		return l.ruw(s)
	}
	var uit strings.Builder
	var bytes []byte // decoded bytes of adjacent words in one character set: a character may be split over two words
	var tekenset string
	leeg := func() {
		if len(bytes) > 0 {
			uit.WriteString(l.naarUTF8(bytes, tekenset, "een kopregel"))
			bytes = nil
		}
	}
	vorigeWoord := false // the previous piece was an encoded word
	for len(s) > 0 {
		i := strings.Index(s, "=?")
		if i < 0 {
			break
		}
		set, inhoud, lengte := leesWoord(s[i:])
		if lengte == 0 {
			leeg()
			uit.WriteString(l.ruw(s[:i+2]))
			s, vorigeWoord = s[i+2:], false
			continue
		}
		// RFC 2047 6.2: blanks between two adjacent words are no part of the text.
		if tussen := s[:i]; !(vorigeWoord && strings.Trim(tussen, " \t\r\n") == "") {
			leeg()
			uit.WriteString(l.ruw(tussen))
		}
		if !strings.EqualFold(set, tekenset) {
			leeg()
			tekenset = set
		}
		bytes = append(bytes, inhoud...)
		s, vorigeWoord = s[i+lengte:], true
	}
	leeg()
	uit.WriteString(l.ruw(s))
	return uit.String()
}

// leesWoord reads the encoded word that s starts with: its character set, its decoded bytes, and its length in s; the
// length is 0 when there is none.
func leesWoord(s string) (tekenset string, inhoud []byte, lengte int) {
	tekenset, soort, begin := woordBegin(s)
	if begin == 0 {
		return "", nil, 0
	}
	rest := s[begin : begin+volgendWoord(s[begin:])]
	tekst, _, dicht := strings.Cut(rest, "?=")
	// "?=E9…": the text starts with an encoded character, that "?=" is no end.
	if tekst == "" && dicht && soort == 'q' {
		if t, _, ok := strings.Cut(rest[1:], "?="); ok {
			tekst = rest[:1+len(t)]
		}
	}
	switch {
	case dicht:
		lengte = begin + len(tekst) + 2
	case begin+len(rest) == len(s): // QUIRK: cut off by a mailer that shortens subjects
		tekst, lengte = rest, len(s)
	default:
		return "", nil, 0
	}
	if soort == 'b' {
		inhoud, _ = base64Ruim([]byte(strings.Map(zonderWit, tekst)))
		return tekenset, inhoud, lengte
	}
	b := make([]byte, 0, len(tekst))
	for i := 0; i < len(tekst); i++ {
		switch c := tekst[i]; {
		case c == '_':
			b = append(b, ' ')
		case c == '=' && i+2 < len(tekst):
			if h, ok := hexByte(tekst[i+1], tekst[i+2]); ok {
				b = append(b, h)
				i += 2
				continue
			}
			b = append(b, c)
		default:
			b = append(b, c)
		}
	}
	return tekenset, b, lengte
}

// volgendWoord returns the place in s where another encoded word starts, len(s) when none does; "=?=" is padding and the
// end of this one.
func volgendWoord(s string) int {
	for i := 0; ; i += 2 {
		j := strings.Index(s[i:], "=?")
		if j < 0 {
			return len(s)
		}
		if i += j; i+2 >= len(s) || s[i+2] != '=' {
			return i
		}
	}
}

// woordBegin reads `=?charset?B?`; begin is where the text starts, 0 when this is no encoded word.
func woordBegin(s string) (tekenset string, soort byte, begin int) {
	if !strings.HasPrefix(s, "=?") {
		return "", 0, 0
	}
	i := strings.IndexByte(s[2:min(len(s), 80)], '?')
	if i <= 0 {
		return "", 0, 0
	}
	tekenset = s[2 : 2+i]
	// RFC 2231 5: a language may follow the character set.
	if j := strings.IndexByte(tekenset, '*'); j >= 0 {
		tekenset = tekenset[:j]
	}
	for _, c := range []byte(tekenset) {
		if c <= ' ' || c > '~' {
			return "", 0, 0
		}
	}
	p := 3 + i
	j := strings.IndexByte(s[p:min(len(s), p+8)], '?')
	if j < 0 {
		return "", 0, 0
	}
	switch strings.ToLower(strings.TrimSpace(s[p : p+j])) {
	case "b":
		return tekenset, 'b', p + j + 1
	case "q":
		return tekenset, 'q', p + j + 1
	}
	return "", 0, 0
}

func zonderWit(r rune) rune {
	if r == ' ' || r == '\t' {
		return -1
	}
	return r
}

// ruw makes UTF-8 of header text outside encoded words.
//
// QUIRK: RFC 5322 wants ASCII here, RFC 6532 UTF-8; older mailers send windows-1252 unannounced.
func (l *lezer) ruw(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	l.waarschuw("een kopregel noemt zijn tekenset niet; gelezen als windows-1252")
	return uitWindows1252([]byte(s))
}
