package post

import (
	"strings"
	"unicode"
)

// schoneTekst is text from outside as a letter can hold it: valid UTF-8, lines
// ended by "\n", no control characters, and none that change the direction of
// what stands around them (Unicode TR 36, section 2.5).
func schoneTekst(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), r == '\ufeff':
			return -1
		}
		return r
	}, s))
}

// schoneRegel is schoneTekst on one line.
func schoneRegel(s string) string { return strings.Join(strings.Fields(schoneTekst(s)), " ") }
