package dossier

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// waarde is what is to be written: nothing (its zero value), text, a list or a
// group of keys, in order.
type waarde struct {
	soort  knoopsoort
	kaal   bool // written without quotes where YAML allows it
	tekst  string
	items  []waarde
	velden []bladveld
}

// bladveld is a key with its value, and what stands above it in a new file.
type bladveld struct {
	sleutel     string
	waarde      waarde
	toelichting []string // comment lines, without #
	witregel    bool     // an empty line above it (and above its comment)
}

// tekstWaarde is text that reads back as text in any YAML reader: quoted when
// it looks like something else. It must be valid UTF-8.
func tekstWaarde(s string) waarde { return waarde{soort: knoopWaarde, tekst: s} }

// kaleWaarde is a date, a number or a fixed word, written without quotes; ""
// is nothing.
func kaleWaarde(s string) waarde {
	if s == "" {
		return waarde{}
	}
	return waarde{soort: knoopWaarde, tekst: s, kaal: true}
}

func lijstWaarde(items ...waarde) waarde { return waarde{soort: knoopReeks, items: items} }

func groepWaarde(velden ...bladveld) waarde { return waarde{soort: knoopMapping, velden: velden} }

func (w waarde) isVat() bool { return w.soort == knoopMapping || w.soort == knoopReeks }

// isHol reports whether w is a list or group with nothing in it.
func (w waarde) isHol() bool { return w.isVat() && len(w.items) == 0 && len(w.velden) == 0 }

// knoop is the tree that w must read back as.
func (w waarde) knoop() *knoop {
	k := &knoop{soort: w.soort, tekst: w.tekst}
	if w.kaal && (w.tekst == "~" || w.tekst == "null") {
		return &knoop{}
	}
	for _, item := range w.items {
		k.items = append(k.items, item.knoop())
	}
	for _, v := range w.velden {
		k.paren = append(k.paren, paar{sleutel: &knoop{soort: knoopWaarde, tekst: v.sleutel}, waarde: v.waarde.knoop()})
	}
	return k
}

// onder wraps w in the keys of pad.
func (w waarde) onder(pad []string) waarde {
	for i := len(pad) - 1; i >= 0; i-- {
		w = groepWaarde(bladveld{sleutel: pad[i], waarde: w})
	}
	return w
}

// stijlen are the ways to write a scalar, the best first. oud is how the value
// in its place was written; stroom says that it stands in brackets.
func (w waarde) stijlen(oud knoopstijl, stroom bool) []knoopstijl {
	var uit []knoopstijl
	meerRegels := strings.Contains(w.tekst, "\n")
	switch {
	case oud == stijlLetterlijk || oud == stijlGevouwen || meerRegels && oud != stijlDubbel:
		uit = append(uit, stijlLetterlijk)
	case oud == stijlEnkel || oud == stijlDubbel:
		uit = append(uit, oud)
	}
	uit = append(uit, stijlKaal)
	if meerRegels {
		uit = append(uit, stijlLetterlijk)
	}
	if strings.ContainsAny(w.tekst, `"\`) {
		uit = append(uit, stijlEnkel)
	}
	uit = append(uit, stijlDubbel)
	var mag []knoopstijl
	for _, s := range uit {
		if w.kan(s, stroom) && (len(mag) == 0 || mag[len(mag)-1] != s) {
			mag = append(mag, s)
		}
	}
	return mag
}

// kan reports whether w reads back the same when written in a style.
func (w waarde) kan(s knoopstijl, stroom bool) bool {
	switch s {
	case stijlKaal:
		return w.soort == knoopLeeg || kaalVeilig(w.tekst, stroom) && (w.kaal || !lijktAnders(w.tekst))
	case stijlEnkel:
		return w.soort == knoopWaarde && opEenRegel(w.tekst)
	case stijlLetterlijk:
		return w.soort == knoopWaarde && !stroom && letterlijkKan(w.tekst)
	case stijlDubbel:
		return w.soort == knoopWaarde
	}
	return false
}

// eigenaardig are the characters that YAML 1.1 takes for a line end or drops:
// they are never written as they are.
func eigenaardig(r rune) bool {
	return r == 0x85 || r == 0x2028 || r == 0x2029 || r == 0xfeff
}

func opEenRegel(s string) bool {
	for _, r := range s {
		if r < ' ' || !leesbaar(r) || eigenaardig(r) {
			return false
		}
	}
	return true
}

// kaalVeilig reports whether s can stand without quotes. It asks for more than
// YAML does, so that other readers agree.
func kaalVeilig(s string, stroom bool) bool {
	if s == "" || strings.TrimSpace(s) != s || !opEenRegel(s) || strings.HasPrefix(s, "...") ||
		strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`", rune(s[0])) {
		return false
	}
	if strings.Contains(s, ": ") || strings.HasSuffix(s, ":") || strings.Contains(s, " #") {
		return false
	}
	return !stroom || !strings.ContainsAny(s, ",[]{}?#&*!|>'\"%@`")
}

var cijfers = regexp.MustCompile(`^[-+]?[0-9.][0-9a-fA-FoOxX_.:+\-tTzZ ]*$`)

// lijktAnders reports whether some YAML reader takes the plain text s for a
// number, a date, a yes or no, or nothing.
func lijktAnders(s string) bool {
	switch strings.ToLower(s) {
	case "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<", ".inf", "+.inf", ".nan":
		return true
	}
	return cijfers.MatchString(s)
}

// letterlijkKan reports whether s can be a | block. A text that ends in empty
// lines can't: it would change with every empty line that someone puts below it.
func letterlijkKan(s string) bool {
	romp := strings.TrimSuffix(s, "\n")
	if laatste := romp[strings.LastIndexByte(romp, '\n')+1:]; strings.TrimSpace(laatste) == "" {
		return false
	}
	for _, r := range romp {
		if r == '\r' || !leesbaar(r) || eigenaardig(r) {
			return false
		}
	}
	return true
}

// scalartekst is a scalar as text: its first line, and the lines after it with
// their indentation.
type scalartekst struct {
	eerste  string
	vervolg []string
	// isBlok: a | block, whose first line may be followed by a comment.
	isBlok bool
}

func (g scalartekst) tekst(eol string) string {
	return strings.Join(append([]string{g.eerste}, g.vervolg...), eol)
}

// schrijf writes w in a style that it can have. kolom is the column of the
// block around it (-1 in brackets), inhoud that of further lines.
func (w waarde) schrijf(s knoopstijl, kolom, inhoud int) scalartekst {
	switch {
	case w.soort == knoopLeeg:
		return scalartekst{eerste: "null"}
	case s == stijlKaal:
		return scalartekst{eerste: w.tekst}
	case s == stijlEnkel:
		return scalartekst{eerste: "'" + strings.ReplaceAll(w.tekst, "'", "''") + "'"}
	case s == stijlLetterlijk:
		return letterlijk(w.tekst, kolom, inhoud)
	}
	return dubbel(w.tekst, kolom >= 0, inhoud)
}

func letterlijk(s string, kolom, inhoud int) scalartekst {
	if inhoud <= kolom || inhoud > kolom+9 {
		inhoud = kolom + 2
	}
	g := scalartekst{eerste: "|", isBlok: true}
	if eerste := strings.TrimLeft(s, "\n"); eerste[0] == ' ' || eerste[0] == '\t' {
		g.eerste += fmt.Sprint(inhoud - kolom)
	}
	romp, eind := strings.CutSuffix(s, "\n")
	if !eind {
		g.eerste += "-"
	}
	for regel := range strings.SplitSeq(romp, "\n") {
		if regel != "" {
			regel = strings.Repeat(" ", inhoud) + regel
		}
		g.vervolg = append(g.vervolg, regel)
	}
	return g
}

// dubbel writes s in double quotes; over lines (\n\ at the end of each), so
// that a long text stays readable, where that is possible.
func dubbel(s string, overRegels bool, inhoud int) scalartekst {
	var regels []string
	var r strings.Builder
	r.WriteByte('"')
	for i, c := range s {
		switch {
		case c == '\n' && overRegels && i+1 < len(s):
			r.WriteString(`\n\`)
			regels = append(regels, r.String())
			r.Reset()
			r.WriteString(strings.Repeat(" ", inhoud))
			if s[i+1] == ' ' {
				r.WriteByte('\\') // else it would be indentation
			}
		case c == '"' || c == '\\':
			r.WriteByte('\\')
			r.WriteRune(c)
		case c == '\n':
			r.WriteString(`\n`)
		case c == '\t':
			r.WriteString(`\t`)
		case c == '\r':
			r.WriteString(`\r`)
		case c < utf8.RuneSelf && !leesbaar(c) || c < 0xa0 && c > 0x7e:
			fmt.Fprintf(&r, `\x%02x`, c)
		case !leesbaar(c) || eigenaardig(c):
			fmt.Fprintf(&r, `\u%04x`, c)
		default:
			r.WriteRune(c)
		}
	}
	r.WriteByte('"')
	regels = append(regels, r.String())
	return scalartekst{eerste: regels[0], vervolg: regels[1:]}
}
