package register

import (
	"bytes"
	"strings"
)

// gesneden is the first row of a text.
type gesneden struct {
	cellen  []string
	waarden int  // how many there are, also past the bound on columns
	bytes   int  // of the row with its line end
	regels  int  // lines that it takes
	open    bool // the text ends within quotes
	slordig bool // a quote in the middle was not doubled
	klaar   bool // the row is whole
	ver     int  // where the first cell that takes more lines is closed, 0 for none
}

// snijRij takes the first row off p, tolerantly: quotes may be missing, doubled
// or in the middle, lines end in LF, CRLF or CR. einde says that p is all there
// is; without it, a row that may go on isn't klaar.
func snijRij(p []byte, sep byte, einde bool) gesneden {
	s := gesneden{regels: 1}
	neem := func(cel string) {
		if s.waarden++; len(s.cellen) < grensKolommen {
			s.cellen = append(s.cellen, cel)
		}
	}
	for i := 0; ; {
		begin := i
		for begin < len(p) && p[begin] == ' ' {
			begin++
		}
		var cel string
		if begin < len(p) && p[begin] == '"' {
			var dicht bool
			if cel, i, dicht = s.tussenAanhaling(p, begin+1, sep, einde); s.ver == 0 && (s.regels > 1 || !dicht) {
				s.ver = i
			}
			if !dicht {
				s.open = true
				s.klaar = einde
				s.bytes = len(p)
				return s
			}
		} else {
			n := bytes.IndexAny(p[i:], string([]byte{sep, '\r', '\n'}))
			if n < 0 {
				n = len(p) - i
			}
			cel, i = string(p[i:i+n]), i+n
		}
		neem(cel)
		switch {
		case i >= len(p):
			s.klaar, s.bytes = einde, i
			return s
		case p[i] == sep:
			i++
			if i >= len(p) && einde {
				neem("")
				s.klaar, s.bytes = true, i
				return s
			}
		default:
			// Whether LF follows a CR at the very end can't be told yet.
			s.klaar = p[i] == '\n' || i+1 < len(p) || einde
			s.bytes = regelOp(p, i)
			return s
		}
	}
}

// tussenAanhaling reads a cell whose opening quote stands before i. dicht is
// false when the closing one isn't there.
func (s *gesneden) tussenAanhaling(p []byte, i int, sep byte, einde bool) (cel string, na int, dicht bool) {
	var b strings.Builder
	for {
		n := bytes.IndexByte(p[i:], '"')
		if n < 0 {
			return "", len(p), false
		}
		b.Write(p[i : i+n])
		i += n + 1
		switch rest := p[i:]; {
		case len(rest) == 0:
			// The end of it all, or of what was read so far.
			return s.afgesloten(&b), i, einde
		case rest[0] == '"':
			b.WriteByte('"')
			i++
		default:
			k := i
			for k < len(p) && p[k] == ' ' {
				k++
			}
			switch {
			case k >= len(p):
				return s.afgesloten(&b), k, einde
			case p[k] == sep, p[k] == '\r', p[k] == '\n':
				return s.afgesloten(&b), k, true
			}
			s.slordig = true
			b.WriteByte('"') // in the middle of the text, and not doubled
		}
	}
}

// afgesloten counts the lines within a cell.
func (s *gesneden) afgesloten(b *strings.Builder) string {
	cel := b.String()
	s.regels += strings.Count(cel, "\n") + strings.Count(strings.ReplaceAll(cel, "\r\n", ""), "\r")
	return cel
}
