package rapport

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

// regel makes one clean line of s: without what is not seen but changes how the
// text around it is shown (Unicode TR 36 section 2.5), with single spaces, and
// with U+FFFD for what is not UTF-8.
func regel(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case onzichtbaar(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// onzichtbaar holds for control and format characters (bidirectional ones among
// them), but not for the Arabic signs that Unicode counts as format characters
// though they are seen.
func onzichtbaar(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// zichtbaar writes what is onzichtbaar in JSON as \uXXXX: the data stay whole,
// and a terminal that shows them can't be steered. Outside its strings JSON has
// no such character but the line end, and that stays.
func zichtbaar(json string) string {
	if strings.IndexFunc(json, func(r rune) bool { return r != '\n' && onzichtbaar(r) }) < 0 {
		return json
	}
	var b strings.Builder
	for _, r := range json {
		if r == '\n' || !onzichtbaar(r) {
			b.WriteRune(r)
			continue
		}
		for _, eenheid := range utf16.Encode([]rune{r}) {
			b.WriteString(`\u`)
			const hex = "0123456789abcdef"
			for schuif := 12; schuif >= 0; schuif -= 4 {
				b.WriteByte(hex[eenheid>>schuif&0xf])
			}
		}
	}
	return b.String()
}
