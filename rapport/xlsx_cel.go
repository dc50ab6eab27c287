package rapport

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// cel is what a cell holds: nothing, a text or a number. There are no formulas.
type cel struct {
	soort   celinhoud
	tekst   string
	getal   float64
	geschut bool // a text that would start a formula if it were typed
}

type celinhoud uint8

const (
	celLeeg celinhoud = iota
	celTekst
	celGetal
)

// tekstcel holds what somebody wrote, or our own words.
func tekstcel(s string) cel {
	s, geschut := celtekst(s)
	if s == "" {
		return cel{}
	}
	return cel{soort: celTekst, tekst: s, geschut: geschut}
}

func getalcel[G int | float64](n G) cel { return cel{soort: celGetal, getal: float64(n)} }

// getalOfStreep shows that there is nothing to measure.
func getalOfStreep[G int | float64](n *G) cel {
	if n == nil {
		return tekstcel(geenGetal)
	}
	return getalcel(*n)
}

// procentcel holds a percentage as a fraction: 97,5 becomes 0,975.
func procentcel(p *float64) cel {
	if p == nil {
		return tekstcel(geenGetal)
	}
	return cel{soort: celGetal, getal: *p / 100}
}

// datumcel holds a day as spreadsheets count them; no date leaves it empty.
func datumcel(d werkdagen.Datum) cel {
	if d == 0 {
		return cel{}
	}
	// Day 1 is 1 January 1900. As 29 February 1900 is counted too (ECMA-376
	// part 1 section 18.17.4.1), later days are from 30 December 1899 on.
	const nul = werkdagen.Datum(693594)
	return getalcel(int(d - nul))
}

func jaOfNee(b bool) cel {
	if b {
		return tekstcel("ja")
	}
	return tekstcel("nee")
}

// langsteCel is the most that a cell can hold, in UTF-16 units.
const langsteCel = 32767

// celtekst gives s for a cell: on one clean line, no longer than fits, and safe
// wherever the cell goes from here. In the workbook a text is a text, whatever
// it starts with. Saved as CSV and opened again it would be a formula, so it gets
// the apostrophe before it that OWASP advises ("CSV Injection"); those of full
// width start one in some countries.
func celtekst(s string) (tekst string, geschut bool) {
	s = zonderCodes(strings.Map(inXML, scherm.Regel(s)))
	if eerste, _ := utf8.DecodeRuneInString(s); s != "" && strings.ContainsRune("=+-@＝＋－＠", eerste) {
		geschut = true
		s = "'" + s
	}
	return kortAf(s, langsteCel), geschut
}

// inXML gives the sign of the unknown for the two that XML has no place for, of
// those that a clean line can have.
func inXML(r rune) rune {
	if r == '\uFFFE' || r == '\uFFFF' {
		return utf8.RuneError
	}
	return r
}

// zonderCodes changes what the format would read as the code of a character,
// _x0041_ (ECMA-376 part 1 section 22.9.2.19), so little that it looks the same.
// excelize escapes it, but not where two codes share an underscore.
func zonderCodes(s string) string {
	const lengte = len("_x0041_")
	if !strings.Contains(s, "_x") {
		return s
	}
	b := []byte(s)
	var uit strings.Builder
	for i := range b {
		if b[i] == '_' && i+lengte <= len(b) && b[i+1] == 'x' && b[i+lengte-1] == '_' && isCode(b[i+2:i+lengte-1]) {
			uit.WriteString("＿")
			continue
		}
		uit.WriteByte(b[i])
	}
	return uit.String()
}

// isCode holds for four digits or letters; not only those of hexadecimal numbers,
// for excelize escapes them all.
func isCode(b []byte) bool {
	for _, c := range b {
		if !('0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
			return false
		}
	}
	return true
}

// kortAf cuts s off at hoogstens UTF-16 units, and shows that it did.
func kortAf(s string, hoogstens int) string {
	if len(s) <= hoogstens {
		return s
	}
	lang, heel := 0, 0
	for i, r := range s {
		if lang < hoogstens {
			heel = i // one unit is left here, for the dots
		}
		if lang += utf16.RuneLen(r); lang > hoogstens {
			return s[:heel] + "…"
		}
	}
	return s
}
