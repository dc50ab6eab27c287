package scherm

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Schoon removes from text that is printed what could change how the rest is shown: control characters, bidirectional
// overrides and other invisible format characters (Unicode category Cf). Line ends stay, as "\n"; a tab becomes a space.
// See Unicode TR 36 section 2.5 and CVE-2021-42574.
func Schoon(s string) string {
	if isGewoon(s) {
		return s
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case onzichtbaar(r):
			return -1
		}
		return r
	}, s)
}

// Regel is Schoon for one line: line ends become spaces, spaces at either end go.
func Regel(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(Schoon(s), "\n", " "))
}

func isGewoon(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\n' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// onzichtbaar holds for characters that change the text around them without being seen. Arabic signs that Unicode counts as
// format characters but that are seen (category Prepended_Concatenation_Mark) are text.
func onzichtbaar(r rune) bool {
	if r < utf8.RuneSelf {
		return unicode.IsControl(r)
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}
