package register

import (
	"strings"
	"unicode"
)

// schoon is a cell as it is used: without what can't be seen, without white space
// around it, "" where the register says that there is nothing.
func schoon(s string) string {
	if s == "" {
		return ""
	}
	if strings.ContainsFunc(s, ongewoon) {
		s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(s, "\uFFFD"))
		s = strings.Map(func(r rune) rune {
			if r != '\n' && r != '\t' && unicode.IsControl(r) || r == '\ufeff' {
				return -1
			}
			return r
		}, s)
	}
	s = strings.TrimSpace(s)
	switch s {
	case "NULL", `\N`, "#N/A", "#N/B", "#NULL!":
		return ""
	}
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte(formulebegin, s[1]) >= 0 {
		s = s[1:] // as spreadsheets, and klacht, keep text from being a formula
	}
	return s
}

// formulebegin are the characters with which a cell becomes a formula.
const formulebegin = "=+-@\t\r"

func ongewoon(r rune) bool {
	return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == unicode.ReplacementChar
}

// eenRegel is a text as a field of one line has it.
func eenRegel(s string) string { return strings.Join(strings.Fields(s), " ") }
