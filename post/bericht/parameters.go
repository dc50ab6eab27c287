package bericht

import (
	"slices"
	"strconv"
	"strings"
)

// parameters are those of a Content-Type or Content-Disposition field, by name in lower case, decoded to UTF-8.
type parameters map[string]string

// leesMetParameters splits a field such as `text/plain; charset="utf-8"` (RFC 2045 5.1) into its value, in lower case,
// and its parameters. The work is linear in the length of the field.
func (l *lezer) leesMetParameters(s string) (waarde string, p parameters) {
	i := 0
	for i < len(s) && !strings.ContainsRune("; \t=", rune(s[i])) {
		i++
	}
	if i < len(s) && s[i] == '=' {
		i = 0 // QUIRK: `Content-Disposition: filename=x.pdf`, the value itself left out
	}
	waarde = strings.ToLower(strings.Trim(s[:i], "\"'<>(),"))
	v := verzameling{}
	for n := 0; i < len(s); {
		var naam, w string
		naam, w, i = volgendeParameter(s, i)
		if naam == "" {
			continue
		}
		if n++; n > maxParameters {
			l.waarschuw("een kopregel heeft meer dan %d gegevens; de rest ervan is niet gelezen", maxParameters)
			break
		}
		v.neem(naam, w)
	}
	return waarde, v.decodeer(l)
}

// volgendeParameter reads one name=value from s at i and returns the place behind it, always past i. The name is empty
// when there was none.
func volgendeParameter(s string, i int) (naam, waarde string, einde int) {
	for i < len(s) && strings.IndexByte("; \t", s[i]) >= 0 {
		i++
	}
	begin := i
	for i < len(s) && strings.IndexByte("=; \t", s[i]) < 0 {
		i++
	}
	naam = strings.ToLower(s[begin:i])
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	if i >= len(s) || s[i] != '=' {
		return "", "", max(i, begin)
	}
	for i++; i < len(s) && (s[i] == ' ' || s[i] == '\t'); i++ {
	}
	if i < len(s) && s[i] == '"' {
		if waarde, einde, ok := tussenAanhalingstekens(s, i); ok {
			return naam, waarde, einde
		}
		i++ // QUIRK: the closing quote is missing; read on to the semicolon
	}
	waarde, einde = zonderAanhalingstekens(s, i, naam)
	return naam, waarde, einde
}

// tussenAanhalingstekens reads the quoted string at s[i] (RFC 5322 3.2.4).
//
// QUIRK: a backslash counts as quoting only before a quote or a backslash. Old mailers send `name="C:\TEMP\foto.png"`,
// and dropping those backslashes would make one word of a path.
func tussenAanhalingstekens(s string, i int) (waarde string, einde int, ok bool) {
	var b strings.Builder
	for i++; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"':
			return b.String(), i + 1, true
		case c == '\\' && i+1 < len(s) && (s[i+1] == '"' || s[i+1] == '\\'):
			i++
			b.WriteByte(s[i])
		default:
			b.WriteByte(c)
		}
	}
	return "", i, false
}

// zonderAanhalingstekens reads an unquoted value at s[i], up to the semicolon.
//
// QUIRK: RFC 2045 5.1 wants quotes around blanks, but `filename=mijn klacht.pdf` is common, so blanks belong to the
// value, unless what follows is the next name= (a forgotten semicolon) or, but in names, a comment.
func zonderAanhalingstekens(s string, i int, naam string) (waarde string, einde int) {
	begin := i
	isNaam := strings.HasPrefix(naam, "name") || strings.HasPrefix(naam, "filename")
	for i < len(s) && s[i] != ';' {
		if s[i] != ' ' && s[i] != '\t' {
			i++
			continue
		}
		eindeWaarde := i
		for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
			i++
		}
		if i < len(s) && s[i] == '(' && !isNaam {
			for i < len(s) && s[i] != ';' {
				i++
			}
			return s[begin:eindeWaarde], i
		}
		woord := i
		for i < len(s) && strings.IndexByte("; \t=\"", s[i]) < 0 {
			i++
		}
		if i > woord && i < len(s) && s[i] == '=' {
			return s[begin:eindeWaarde], woord
		}
	}
	return strings.Trim(s[begin:i], " \t"), i
}

// verzameling gathers the pieces of each parameter: plain, extended (name*) and continued (name*0, name*1*).
type verzameling map[string]*gegeven

type gegeven struct {
	gewoon     *string
	uitgebreid bool // some piece is extended
	stukken    []stuk
	tekenset   string
}

type stuk struct {
	nummer     int
	uitgebreid bool
	waarde     string
}

// neem adds one parameter as sent. RFC 2231 3 and 4: name*=extended, name*2=continued, name*2*=both.
func (v verzameling) neem(naam, waarde string) {
	kaal, nummer, uitgebreid := naam, -1, false
	if i := strings.IndexByte(naam, '*'); i > 0 {
		kaal = naam[:i]
		achter, ster := strings.CutSuffix(naam[i+1:], "*")
		n, err := strconv.Atoi(achter)
		switch {
		case achter == "":
			uitgebreid, nummer = true, 0
		case err == nil && n >= 0 && n < maxParameters:
			uitgebreid, nummer = ster, n
		default:
			kaal = naam
		}
	}
	g := v[kaal]
	if g == nil {
		g = &gegeven{}
		v[kaal] = g
	}
	switch {
	case nummer >= 0:
		g.stukken = append(g.stukken, stuk{nummer, uitgebreid, waarde})
	case g.gewoon == nil: // QUIRK: a repeated parameter is mostly the same one again; the first counts
		g.gewoon = &waarde
	}
}

func (v verzameling) decodeer(l *lezer) parameters {
	p := make(parameters, len(v))
	for naam, g := range v {
		// The extended form wins from the plain one that goes along for old readers, as in RFC 6266 4.3.
		if len(g.stukken) > 0 {
			p[naam] = g.samen(l)
		} else if g.gewoon != nil {
			// QUIRK: RFC 2047 5 forbids encoded words in parameters, and nearly all mailers send them.
			p[naam] = l.woorden(*g.gewoon)
		}
	}
	return p
}

// samen joins the pieces of a continued parameter and decodes them. The character set stands at the front of the first
// piece, as charset'language'text (RFC 2231 4).
func (g *gegeven) samen(l *lezer) string {
	slices.SortStableFunc(g.stukken, func(a, b stuk) int { return a.nummer - b.nummer })
	var b strings.Builder
	vorig := -1
	for i, s := range g.stukken {
		if s.nummer == vorig {
			continue // repeated
		}
		vorig = s.nummer
		if !s.uitgebreid {
			b.WriteString(s.waarde)
			continue
		}
		g.uitgebreid = true
		if i == 0 {
			if delen := strings.SplitN(s.waarde, "'", 3); len(delen) == 3 {
				g.tekenset, s.waarde = delen[0], delen[2]
			}
		}
		b.WriteString(procentDecodeer(s.waarde))
	}
	if !g.uitgebreid {
		return l.woorden(b.String())
	}
	return l.naarUTF8([]byte(b.String()), g.tekenset, "een naam")
}

// procentDecodeer replaces %XX; a percent sign that isn't followed by two hexadecimal digits stands for itself.
func procentDecodeer(s string) string {
	if strings.IndexByte(s, '%') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if c, ok := hexByte(s[i+1], s[i+2]); ok {
				b = append(b, c)
				i += 2
				continue
			}
		}
		b = append(b, s[i])
	}
	return string(b)
}

func hexByte(hoog, laag byte) (byte, bool) {
	h, ok1 := hexCijfer(hoog)
	l, ok2 := hexCijfer(laag)
	return h<<4 | l, ok1 && ok2
}

func hexCijfer(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	}
	return 0, false
}
