package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klacht/dossier"
	"klacht/werkdagen"
)

// hoofdletter begins s with a capital.
func hoofdletter(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// samen joins the words of an argument that was not quoted.
func samen(woorden []string) string { return strings.Join(woorden, " ") }

// leesTijdstip reads a day in any form, with or without a time behind it: 20-11-2026 16:40.
func leesTijdstip(s string, vandaag werkdagen.Datum) (dossier.Tijdstip, error) {
	d, fout := werkdagen.LeesDatumVrij(s, vandaag)
	if fout == nil {
		return dossier.OpDag(d), nil
	}
	if t, err := dossier.LeesTijdstip(s); err == nil {
		return t, nil
	}
	if dag, tijd, ok := cutLaatste(strings.TrimSpace(s)); ok {
		if d, err := werkdagen.LeesDatumVrij(dag, vandaag); err == nil {
			return dossier.LeesTijdstip(d.String() + " " + tijd)
		}
	}
	return dossier.Tijdstip{}, fout
}

// cutLaatste splits off the last word when it is a time of day.
func cutLaatste(s string) (voor, laatste string, ok bool) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || !strings.Contains(s[i:], ":") {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
