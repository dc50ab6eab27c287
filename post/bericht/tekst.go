package bericht

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// schoneTekst gives text \n line ends and takes out control characters other than \n and \t, and blank lines around it.
func schoneTekst(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch r {
		case '\r':
			// A line end of its own, unless it belongs to CRLF. QUIRK: CR CR LF is one line end, see volgendeRegel.
			if rest := strings.TrimLeft(s[i:min(len(s), i+4)], "\r"); !strings.HasPrefix(rest, "\n") {
				b.WriteByte('\n')
			}
		case '\n', '\t':
			b.WriteRune(r)
		case '\v', '\f', '\u0085', '\u2028', '\u2029': // other line ends of Unicode, which few programs show
			b.WriteByte('\n')
		case '\uFEFF', '\uFFFC': // byte order mark; the mark that Apple leaves where an attachment was
		default:
			if !unicode.IsControl(r) {
				b.WriteRune(r)
			}
		}
	}
	return zonderLegeRanden(b.String())
}

// zonderLegeRanden takes the lines without text off the start and the end; the indent of the first line with text stays.
func zonderLegeRanden(s string) string {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	for i, r := range s {
		if r == '\n' {
			return zonderLegeRandenVanaf(s, i+1)
		}
		if !unicode.IsSpace(r) {
			break
		}
	}
	return s
}

func zonderLegeRandenVanaf(s string, begin int) string {
	for i, r := range s[begin:] {
		if !unicode.IsSpace(r) {
			return s[begin+strings.LastIndexByte(s[begin:begin+i], '\n')+1:]
		}
	}
	return ""
}

// eenRegel makes one clean line of a header value: control characters become blanks, and it is cut off at maxRegel.
func eenRegel(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\uFEFF':
			return -1
		case unicode.IsControl(r), r == '\u2028', r == '\u2029':
			return ' '
		}
		return r
	}, s)
	return kapAf(strings.TrimSpace(s), maxRegel)
}

// kapAf cuts s off at n bytes, between characters, and shows that it did.
func kapAf(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// kort makes a word out of a message fit for a warning.
func kort(s string) string { return kapAf(eenRegel(s), 40) }

// ontvouw joins the lines of text/plain with format=flowed (RFC 3676 4): a line that ends in a blank goes on in the next
// one of the same quoting depth. With delsp that last blank was added for the purpose, and goes.
func ontvouw(s string, delsp bool) string {
	var b strings.Builder
	b.Grow(len(s))
	open, vorige := false, 0
	for regel := range strings.Lines(s) {
		regel = strings.TrimRight(regel, "\n")
		tekst := strings.TrimLeft(regel, ">")
		diepte := len(regel) - len(tekst)
		tekst = strings.TrimPrefix(tekst, " ") // space-stuffing, RFC 3676 4.4
		handtekening := tekst == "-- "         // the signature line never flows, RFC 3676 4.3
		if open && (diepte != vorige || handtekening) {
			b.WriteByte('\n')
			open = false
		}
		if !open && diepte > 0 {
			b.WriteString(regel[:diepte])
			b.WriteByte(' ')
		}
		open = strings.HasSuffix(tekst, " ") && !handtekening
		if open && delsp {
			tekst = tekst[:len(tekst)-1]
		}
		b.WriteString(tekst)
		if !open {
			b.WriteByte('\n')
		}
		vorige = diepte
	}
	return b.String()
}
