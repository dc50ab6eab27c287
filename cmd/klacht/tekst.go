package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// hoofdletter begins s with a capital.
func hoofdletter(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// samen joins the words of an argument that was not quoted.
func samen(woorden []string) string { return strings.Join(woorden, " ") }

// opEenRegel is a text as a field of one line keeps it: valid UTF-8, line ends and tabs as spaces, no other control characters
// (Unicode category Cc), no white space around it. Invisible format characters stay, for emoji and many a script are spelled with
// them; what is shown is cleaned when it is shown. A text of which nothing would be seen is empty.
func opEenRegel(s string) string {
	if scherm.Regel(s) == "" {
		return ""
	}
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t', r == '\u0085', r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s))
}

// leesTijdstip reads a day in any form, with or without a time behind it: 20-11-2026 16:40.
func leesTijdstip(s string, vandaag werkdagen.Datum) (dossier.Tijdstip, error) {
	d, fout := werkdagen.LeesDatumVrij(s, vandaag)
	if fout == nil {
		return dossier.OpDag(d), nil
	}
	if t, err := dossier.LeesTijdstip(s); err == nil {
		return t, nil
	}
	s = strings.TrimSpace(s)
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return dossier.Tijdstip{}, fout
	}
	dag, tijd := s[:i], s[i+1:]
	if d, err := werkdagen.LeesDatumVrij(dag, vandaag); err == nil {
		if t, err := dossier.LeesTijdstip(d.String() + " " + tijd); err == nil && t.HeeftTijd() {
			return t, nil
		}
		return dossier.Tijdstip{}, fmt.Errorf("%q is geen tijd; schrijf bijvoorbeeld %q", scherm.Regel(tijd), "20-11-2026 16:40")
	}
	return dossier.Tijdstip{}, fout
}
