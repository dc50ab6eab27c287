package dossier

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// meetAlles finds where every part of the tree ends, which yaml.v3 doesn't
// tell. What it finds must agree with the tree: else the file is refused,
// because a splice would land in the wrong place.
func (b *blad) meetAlles() *Leesfout {
	m := meter{blad: b}
	m.knoop(b.wortel, -1)
	return m.fout
}

type meter struct {
	*blad
	fout *Leesfout
}

// vreemd notes that the text at k could not be followed; the first counts.
func (m *meter) vreemd(k *knoop) {
	if m.fout == nil {
		m.fout = &Leesfout{Regel: k.regel, Wat: fmt.Sprintf("regel %d is op een ongewone manier geschreven die klacht niet kan volgen", k.regel),
			Raad: `schrijf het eenvoudiger, als "sleutel: waarde"`}
	}
}

// knoop measures k; kolom is the column of the block that k stands in.
func (m *meter) knoop(k *knoop, kolom int) {
	if m.fout != nil {
		return
	}
	switch {
	case k.soort == knoopMapping:
		m.mapping(k, kolom)
	case k.soort == knoopReeks:
		m.reeks(k, kolom)
	case k.stijl == stijlKaal:
		m.kaal(k)
		if k.tekst == "" || k.tekst == "~" || k.tekst == "null" {
			k.soort, k.tekst = knoopLeeg, ""
		}
	case k.stijl == stijlEnkel, k.stijl == stijlDubbel:
		m.aangehaald(k)
	default:
		m.blokwaarde(k, kolom)
	}
}

func (m *meter) mapping(k *knoop, kolom int) {
	pos, accolade := k.van, k.stijl == stijlStroom && m.op(k.van) == '{'
	if accolade {
		pos++
	}
	if k.stijl == stijlBlok {
		kolom = k.kolom
	}
	for i := range k.paren {
		p := &k.paren[i]
		if k.stijl == stijlStroom {
			pos = m.overslaan(pos, i > 0)
		}
		// A complex key (? key) begins behind its question mark.
		if p.sleutel.van < pos || k.stijl == stijlBlok && p.sleutel.kolom != k.kolom || k.stijl == stijlStroom && m.op(pos) == '?' {
			m.vreemd(p.sleutel)
			return
		}
		s := *p.sleutel
		m.knoop(&s, kolom)
		if p.sleutel.tot = s.tot; m.fout == nil && m.regeleinde(s.van) < s.tot {
			m.vreemd(p.sleutel) // a key over lines
			return
		}
		if j := m.overslaan(s.tot, false); m.op(j) == ':' {
			p.na = j + 1
			pos = p.na
		} else {
			pos = s.tot
		}
		m.waarde(p.waarde, pos, kolom)
		pos = p.waarde.tot
		if m.fout != nil {
			return
		}
		if p.na == 0 && (k.stijl == stijlBlok || !p.waarde.isLeeg()) {
			m.vreemd(p.sleutel)
			return
		}
	}
	k.tot = pos
	if accolade {
		k.tot = m.sluit(k, pos, '}')
	}
}

func (m *meter) reeks(k *knoop, kolom int) {
	pos := k.van
	if k.stijl == stijlStroom {
		pos++
	} else {
		kolom = k.kolom
		k.streepjes = make([]int, 0, len(k.items))
	}
	for i, item := range k.items {
		pos = m.overslaan(pos, k.stijl == stijlStroom && i > 0)
		if k.stijl == stijlBlok {
			if m.op(pos) != '-' {
				m.vreemd(item)
				return
			}
			k.streepjes = append(k.streepjes, pos)
			pos++
		}
		m.waarde(item, pos, kolom)
		if pos = item.tot; m.fout != nil {
			return
		}
	}
	k.tot = pos
	if k.stijl == stijlStroom {
		k.tot = m.sluit(k, pos, ']')
	}
}

// waarde measures the value behind a colon or dash that ends at pos. Where
// nothing was written yaml.v3 puts it anywhere up to the next token.
func (m *meter) waarde(k *knoop, pos, kolom int) {
	if k.soort == knoopWaarde && k.stijl == stijlKaal && k.tekst == "" {
		k.soort, k.van, k.tot = knoopLeeg, pos, pos
		return
	}
	if k.van < pos {
		m.vreemd(k)
		return
	}
	m.knoop(k, kolom)
}

// kaal walks through a plain scalar: line ends and blanks may have been
// folded, every other character stands there as it is.
func (m *meter) kaal(k *knoop) {
	if bytes.HasPrefix(m.tekst[min(k.van, len(m.tekst)):], []byte(k.tekst)) {
		k.tot = k.van + len(k.tekst)
		return
	}
	i := k.van
	for _, r := range k.tekst {
		if r == ' ' || r == '\t' || r == '\n' {
			continue
		}
		for i < len(m.tekst) && strings.IndexByte(" \t\r\n", m.tekst[i]) >= 0 {
			i++
		}
		hier, n := utf8.DecodeRune(m.tekst[min(i, len(m.tekst)):])
		if hier != r {
			m.vreemd(k)
			return
		}
		i += n
	}
	k.tot = i
}

func (m *meter) aangehaald(k *knoop) {
	teken := byte('"')
	if k.stijl == stijlEnkel {
		teken = '\''
	}
	if m.op(k.van) != teken {
		m.vreemd(k)
		return
	}
	for i := k.van + 1; i < len(m.tekst); i++ {
		switch {
		case teken == '"' && m.tekst[i] == '\\':
			i++
		case m.tekst[i] == teken && teken == '\'' && m.op(i+1) == teken:
			i++
		case m.tekst[i] == teken:
			k.tot = i + 1
			return
		}
	}
	m.vreemd(k)
}

// blokwaarde finds the text of a | or > block as yaml.v3's scanner does. kolom
// is the column of the block around it.
func (m *meter) blokwaarde(k *knoop, kolom int) {
	i, houd, extra := k.van+1, false, 0
	for ; i < len(m.tekst); i++ {
		if c := m.tekst[i]; c >= '1' && c <= '9' {
			extra = int(c - '0')
		} else if c == '+' {
			houd = true
		} else if c != '-' {
			break
		}
	}
	k.kop = i
	einde := m.regeleinde(i)
	k.tot = einde
	k.inhoud = max(kolom, 0) + extra
	if extra == 0 {
		k.inhoud = m.inspringing(m.volgende(einde), max(kolom+1, 1))
	}
	for leeg := einde; ; {
		begin := m.volgende(leeg)
		if begin >= len(m.tekst) {
			return
		}
		n := m.spaties(begin, k.inhoud)
		regeleinde := m.regeleinde(begin)
		blanco := begin+n == regeleinde
		if !blanco && n < k.inhoud {
			return
		}
		if leeg = regeleinde; !blanco || houd {
			k.tot = regeleinde
		}
	}
}

// inspringing is the column that a block scalar's text takes from its first
// lines: the blank ones count as well.
func (m *meter) inspringing(begin, minst int) int {
	diepst := minst
	for begin < len(m.tekst) {
		n := m.spaties(begin, len(m.tekst))
		diepst = max(diepst, n)
		if einde := m.regeleinde(begin); begin+n == einde {
			begin = m.volgende(einde)
			continue
		}
		break
	}
	return diepst
}

// op is the byte at i, 0 behind the end.
func (b *blad) op(i int) byte {
	if i < 0 || i >= len(b.tekst) {
		return 0
	}
	return b.tekst[i]
}

// regeleinde is where the line of i ends, before its line end.
func (b *blad) regeleinde(i int) int {
	for i < len(b.tekst) && b.tekst[i] != '\n' && b.tekst[i] != '\r' {
		i++
	}
	return i
}

// volgende is where the line behind the line end at einde begins.
func (b *blad) volgende(einde int) int {
	if b.op(einde) == '\r' && b.op(einde+1) == '\n' {
		return einde + 2
	}
	return einde + 1
}

// spaties counts the spaces from i, at most n.
func (m *meter) spaties(i, n int) int {
	j := i
	for j < len(m.tekst) && j-i < n && m.tekst[j] == ' ' {
		j++
	}
	return j - i
}

// overslaan passes over blanks, line ends and comments, and one comma if komma.
func (m *meter) overslaan(i int, komma bool) int {
	for ; i < len(m.tekst); i++ {
		switch c := m.tekst[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		case c == '#':
			i = m.regeleinde(i) - 1
		case c == ',' && komma:
			komma = false
		default:
			return i
		}
	}
	return i
}

// sluit gives the byte behind the bracket that closes k.
func (m *meter) sluit(k *knoop, pos int, haak byte) int {
	pos = m.overslaan(pos, true)
	if m.op(pos) != haak {
		m.vreemd(k)
	}
	return pos + 1
}
