package rapport

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// vervangteken stands for a character that the typeface does not have.
const vervangteken = '□'

// toonbaar gives clean text in characters that both weights have: composed where
// it can be, in a plain form where there is no other (ﬀ, 𝐀), and as vervangteken
// where there is none. Signs that only change the one before them go with it.
func (l *pdfletters) toonbaar(s string) string {
	s = norm.NFC.String(s)
	if l.kan(s) {
		return s
	}
	var b strings.Builder
	vervangen := false // the character before is
	for _, r := range s {
		switch {
		case l.gewoon.heeft(r) && l.vet.heeft(r):
			b.WriteRune(r)
			vervangen = false
		case unicode.Is(unicode.Variation_Selector, r):
			// It asks for another look of the same character.
		case unicode.IsSpace(r):
			b.WriteByte(' ')
			vervangen = false
		case unicode.IsMark(r) && vervangen:
		default:
			gewoon := norm.NFKC.String(string(r))
			vervangen = !l.kan(gewoon)
			if vervangen {
				gewoon = string(vervangteken)
			}
			b.WriteString(gewoon)
		}
	}
	return b.String()
}

// kan reports whether both weights have all of s.
func (l *pdfletters) kan(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return !l.gewoon.heeft(r) || !l.vet.heeft(r) }) < 0
}

// breek divides s over lines no wider than breed, between words where it can be
// and else within one. There is at least one line; a line has at least one
// character.
func (s *pdfsnit) breek(tekst string, grootte, breed float64) []string {
	var regels []string
	ruimte := breed * 1000 / grootte
	begin, woord := 0, 0 // of the line, and of its last word, in bytes
	lang, woordlang := 0, 0
	for i, r := range tekst {
		b := max(0, s.teken(r))
		lang += b
		woordlang += b
		if r == ' ' {
			woord, woordlang = i+1, 0
			continue
		}
		if float64(lang) <= ruimte || i == begin || b == 0 && i > woord {
			continue
		}
		einde := i // within a word
		if woord > begin {
			einde = woord
		} else {
			woordlang = b
		}
		regels = append(regels, strings.TrimRight(tekst[begin:einde], " "))
		begin, lang = einde, woordlang
		woord = begin
		if float64(lang) > ruimte && begin < i {
			// The word itself is wider than a line: what has been read of it fits, but for r.
			regels = append(regels, tekst[begin:i])
			begin, woord, lang, woordlang = i, i, b, b
		}
	}
	return append(regels, strings.TrimRight(tekst[begin:], " "))
}

// kort cuts s off at breed, with … at its end where something is missing.
func (s *pdfsnit) kort(tekst string, grootte, breed float64) string {
	const weg = "…"
	lang, eind := 0.0, 0 // eind: what fits before …
	rest := breed - s.breedte(weg, grootte)
	for i, r := range tekst {
		if lang <= rest {
			eind = i
		}
		if lang += s.breedte(string(r), grootte); lang > breed {
			return strings.TrimRight(tekst[:eind], " ") + weg
		}
	}
	return tekst
}

// opVolgorde puts the characters of a line in the order in which they stand from
// left to right. The line runs from left to right; only words of Hebrew, the one
// script of the typeface that doesn't, are turned around, with what stands
// between two of them and brackets that open there.
func opVolgorde(regel string) string {
	if strings.IndexFunc(regel, vanRechts) < 0 {
		return regel
	}
	tekens := []rune(regel)
	for i := 0; i < len(tekens); i++ {
		if !vanRechts(tekens[i]) {
			continue
		}
		eind := i + 1
		for j := eind; j < len(tekens) && !vanLinks(tekens[j]); j++ {
			if vanRechts(tekens[j]) || unicode.IsMark(tekens[j]) && j == eind {
				eind = j + 1
			}
		}
		for eind < len(tekens) && sluit(tekens[i:eind+1]) {
			eind++
		}
		keerOm(tekens[i:eind])
		i = eind
	}
	return string(tekens)
}

const haken = "()[]{}<>«»"

// sluit reports whether the last of these characters is the bracket that closes
// one among them.
func sluit(tekens []rune) bool {
	n := len(tekens) - 1
	opent := gespiegeld(tekens[n])
	if opent >= tekens[n] {
		return false // no bracket, or one that opens
	}
	open := 0
	for _, r := range tekens[:n] {
		switch r {
		case opent:
			open++
		case tekens[n]:
			open--
		}
	}
	return open > 0
}

// gespiegeld is the other bracket of a pair; another character stays as it is.
func gespiegeld(r rune) rune {
	soorten := []rune(haken)
	if i := slices.Index(soorten, r); i >= 0 {
		return soorten[i^1]
	}
	return r
}

// keerOm reverses a run of characters, with each its own marks behind it.
func keerOm(tekens []rune) {
	uit := make([]rune, 0, len(tekens))
	for eind := len(tekens); eind > 0; {
		begin := eind - 1
		for begin > 0 && unicode.IsMark(tekens[begin]) {
			begin--
		}
		uit = append(append(uit, gespiegeld(tekens[begin])), tekens[begin+1:eind]...)
		eind = begin
	}
	copy(tekens, uit)
}

func vanRechts(r rune) bool { return unicode.Is(unicode.Hebrew, r) && unicode.IsLetter(r) }

// vanLinks holds for what ends a run from right to left: letters of other
// scripts, and digits.
func vanLinks(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !vanRechts(r)
}
