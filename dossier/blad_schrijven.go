package dossier

import "strings"

// schrijver writes values in the manner of a file: its line ends, and how far
// it indents.
type schrijver struct {
	eol   string
	stap  int // of a block under its key
	reeks int // of a list's dashes under its key, may be 0
	item  int // of a list item's text behind the column of its dash
	// stug writes all text in double quotes: what to fall back on.
	stug bool
}

// gewoneSchrijver is how a new file is written.
func gewoneSchrijver() schrijver { return schrijver{eol: "\n", stap: 2, reeks: 2, item: 2} }

// schrijfBlad writes a whole new file.
func schrijfBlad(velden ...bladveld) []byte {
	s := gewoneSchrijver()
	return []byte(s.groep(groepWaarde(velden...), 0) + s.eol)
}

func (s schrijver) inspringen(kolom int) string { return s.eol + strings.Repeat(" ", kolom) }

// enkelvoud writes a scalar, or an empty list or group, that begins on the line
// of its key or dash; kolom is the column of the block around it.
func (s schrijver) enkelvoud(w waarde, kolom int) string {
	if w.isVat() {
		return s.stroom(w)
	}
	stijl := w.stijlen(stijlKaal, false)[0]
	if s.stug && w.soort == knoopWaarde && !w.kaal {
		stijl = stijlDubbel
	}
	return w.schrijf(stijl, kolom, kolom+s.stap).tekst(s.eol)
}

// naSleutel writes all that follows a key's colon.
func (s schrijver) naSleutel(w waarde, kolom int) string {
	switch {
	case w.soort == knoopMapping && !w.isHol():
		return s.inspringen(kolom+s.stap) + s.groep(w, kolom+s.stap)
	case w.soort == knoopReeks && !w.isHol():
		return s.inspringen(kolom+s.reeks) + s.lijst(w, kolom+s.reeks)
	}
	return " " + s.enkelvoud(w, kolom)
}

// groep writes the keys of w below each other; its first line is already
// indented to kolom.
func (s schrijver) groep(w waarde, kolom int) string {
	var t strings.Builder
	for i, v := range w.velden {
		if i > 0 {
			if v.witregel {
				t.WriteString(s.eol)
			}
			t.WriteString(s.inspringen(kolom))
		}
		for _, regel := range v.toelichting {
			t.WriteString(strings.TrimRight("# "+regel, " ") + s.inspringen(kolom))
		}
		t.WriteString(sleuteltekst(v.sleutel, false) + ":" + s.naSleutel(v.waarde, kolom))
	}
	return t.String()
}

// lijst writes the items of w below each other, their dashes at kolom.
func (s schrijver) lijst(w waarde, kolom int) string {
	regels := make([]string, len(w.items))
	for i, item := range w.items {
		regels[i] = "-" + s.naStreepje(item, kolom)
	}
	return strings.Join(regels, s.inspringen(kolom))
}

// naStreepje writes all that follows an item's dash, which stands at kolom.
func (s schrijver) naStreepje(w waarde, kolom int) string {
	if !w.isVat() || w.isHol() {
		return " " + s.enkelvoud(w, kolom)
	}
	return strings.Repeat(" ", s.item-1) + s.blok(w, kolom+s.item)
}

func (s schrijver) blok(w waarde, kolom int) string {
	if w.soort == knoopReeks {
		return s.lijst(w, kolom)
	}
	return s.groep(w, kolom)
}

// stroom writes w in brackets, on one line.
func (s schrijver) stroom(w waarde) string {
	var delen []string
	switch w.soort {
	case knoopReeks:
		for _, item := range w.items {
			delen = append(delen, s.stroom(item))
		}
		return "[" + strings.Join(delen, ", ") + "]"
	case knoopMapping:
		for _, v := range w.velden {
			delen = append(delen, sleuteltekst(v.sleutel, true)+": "+s.stroom(v.waarde))
		}
		return "{" + strings.Join(delen, ", ") + "}"
	}
	return w.schrijf(w.stijlen(stijlKaal, true)[0], -1, 0).tekst(s.eol)
}

func sleuteltekst(sleutel string, stroom bool) string {
	w := tekstWaarde(sleutel)
	if w.kan(stijlKaal, stroom) {
		return sleutel
	}
	return w.schrijf(stijlDubbel, -1, 0).eerste
}

// schrijver tells how the file is written, from what is in it; bij is a byte
// near which will be written, for the line end.
func (b *blad) schrijver(bij int) schrijver {
	s := schrijver{eol: b.eol(bij)}
	stapReeks := -1
	var loop func(k *knoop)
	loop = func(k *knoop) {
		if k.stijl != stijlBlok {
			return
		}
		for _, p := range k.paren {
			if v := p.waarde; v.stijl == stijlBlok && v.isVat() {
				if v.soort == knoopReeks && stapReeks < 0 {
					stapReeks = v.kolom - k.kolom
				} else if v.soort == knoopMapping && s.stap == 0 {
					s.stap = v.kolom - k.kolom
				}
				loop(v)
			}
		}
		for i, item := range k.items {
			if item.stijl == stijlBlok && item.isVat() {
				if s.item == 0 && !b.opEigenRegel(k, i) {
					s.item = item.kolom - k.kolom
				}
				loop(item)
			}
		}
	}
	loop(b.wortel)
	if s.stap == 0 {
		s.stap = max(stapReeks, 2)
	}
	if s.reeks = stapReeks; s.reeks < 0 {
		s.reeks = s.stap
	}
	if s.item == 0 {
		s.item = 2
	}
	return s
}

// eol is the line end that the line of byte i has, or the one before it.
func (b *blad) eol(i int) string {
	einde := b.regeleinde(i)
	if einde >= len(b.tekst) && len(b.regels) > 1 {
		einde = b.regels[len(b.regels)-1] - 1
		if b.op(einde-1) == '\r' && b.op(einde) == '\n' {
			einde--
		}
	}
	switch {
	case einde >= len(b.tekst):
		return "\n"
	case b.op(einde) == '\r' && b.op(einde+1) == '\n':
		return "\r\n"
	}
	return string(b.tekst[einde : einde+1])
}
