package dossier

import (
	"fmt"
	"slices"
	"strings"
)

// sleutelVerloop is a record's last key: other keys are added above it.
const sleutelVerloop = "verloop"

// zet gives the file with the value at pad replaced. A key that isn't there is
// added to its group, a group that isn't there is made. A value keeps its
// manner of quoting where that can hold the new text; the comment behind it
// stays. A list or group that holds something is never overwritten.
func (b *blad) zet(pad []string, w waarde) (*blad, error) {
	return b.zetOnder(b.wortel, nil, pad, w)
}

// zetOnder is zet from the mapping k, which stands at voor.
func (b *blad) zetOnder(k *knoop, voor, pad []string, w waarde) (*blad, error) {
	if len(pad) == 0 {
		return nil, b.geweigerd(k.regel, "er is geen sleutel genoemd")
	}
	sleutel, rest := pad[0], pad[1:]
	if k.soort != knoopMapping {
		return nil, b.geweigerd(k.regel, fmt.Sprintf("onder %s kan %s niet staan", waar(voor), sleutel))
	}
	naam := slices.Concat(voor, pad)
	p := k.paar(sleutel)
	switch {
	case p == nil:
		return b.nieuwPaar(naam, k, sleutel, w.onder(rest))
	case len(rest) == 0 || b.isHol(p.waarde):
		return b.vervang(naam, k, p.waarde, p.na, w.onder(rest))
	}
	return b.zetOnder(p.waarde, slices.Concat(voor, pad[:1]), rest, w)
}

// isHol reports whether a group can be written in the place of k: nothing is
// there, or no more than {}.
func (b *blad) isHol(k *knoop) bool {
	return k.isLeeg() || k.soort == knoopMapping && len(k.paren) == 0 && b.isHaakjes(k)
}

// vervang writes w in the place of k, a scalar or something empty, which
// stands in ouder; na is the byte behind its colon, 0 when it has none.
func (b *blad) vervang(naam []string, ouder, k *knoop, na int, w waarde) (*blad, error) {
	if k.isVat() && (len(k.paren)+len(k.items) > 0 || !b.isHaakjes(k)) {
		return nil, b.geweigerd(k.regel, fmt.Sprintf("%s is een lijst of blok en wordt niet overschreven", waar(naam)))
	}
	verwacht := b.wortel.metKnoop(k, w.knoop())
	if gelijkeKnopen(b.wortel, verwacht) {
		return b, nil
	}
	s := b.schrijver(k.tot)
	if ouder.stijl == stijlStroom {
		voor := ""
		if na == 0 && ouder.soort == knoopMapping {
			voor = ": "
		} else if k.van == k.tot {
			voor = " "
		}
		return b.snijd(waar(naam), verwacht, snede{k.van, k.tot, voor + s.stroom(w)})
	}
	if w.isVat() && !w.isHol() {
		return b.snijd(waar(naam), verwacht, b.blokSneden(s, ouder, k, na, w)...)
	}
	return b.snijd(waar(naam), verwacht, b.waardeSneden(s, ouder, k, w)...)
}

// waardeSneden are the splices that write a scalar over k.
func (b *blad) waardeSneden(s schrijver, ouder, k *knoop, w waarde) []snede {
	voor := ""
	switch {
	case k.van == k.tot:
		voor = " "
	case ouder.soort == knoopMapping && k.kolom <= ouder.kolom:
		voor = strings.Repeat(" ", ouder.kolom+s.stap-k.kolom) // a | may stand below its key, text may not
	}
	rest, einde := b.commentaarAchter(k)
	if w.isVat() {
		n := snede{k.van, k.tot, voor + s.stroom(w)}
		if k.isBlokwaarde() {
			n.tekst += rest
		}
		return []snede{n}
	}
	var uit []snede
	for _, stijl := range w.stijlen(k.stijl, false) {
		inhoud := ouder.kolom + s.stap
		if k.isBlokwaarde() {
			inhoud = k.inhoud
		}
		g := w.schrijf(stijl, ouder.kolom, inhoud)
		n := snede{van: k.van, tot: k.tot, tekst: voor + g.tekst(s.eol)}
		switch {
		case g.isBlok:
			n.tot = einde
			n.tekst = voor + g.eerste + rest + s.eol + strings.Join(g.vervolg, s.eol)
		case k.isBlokwaarde():
			n.tekst += rest
		}
		uit = append(uit, n)
	}
	return uit
}

// commentaarAchter gives the comment behind the value k on its line (of a block
// scalar, behind its | or >), and where that line and the value have ended.
func (b *blad) commentaarAchter(k *knoop) (string, int) {
	van := k.tot
	if k.isBlokwaarde() {
		van = k.kop
	}
	einde := b.regeleinde(van)
	rest := strings.TrimRight(string(b.tekst[van:einde]), " \t")
	if rest != "" && rest[0] == '#' {
		rest = " " + rest
	}
	return rest, max(k.tot, einde)
}

// blokSneden are the splices that write a list or group where k has nothing.
func (b *blad) blokSneden(s schrijver, ouder, k *knoop, na int, w waarde) []snede {
	var uit []snede
	for _, s.stug = range []bool{false, true} {
		if ouder.soort == knoopReeks {
			// Behind a dash: the block begins there.
			uit = append(uit, snede{k.van, k.tot, strings.Repeat(" ", max(0, ouder.kolom+s.item-b.kolom(k.van))) + s.blok(w, ouder.kolom+s.item)})
			continue
		}
		rest, einde := b.commentaarAchter(k)
		if b.regeleinde(na) >= k.van {
			if rest = strings.TrimLeft(rest, " \t"); rest != "" {
				rest = " " + rest
			}
			uit = append(uit, snede{na, einde, rest + s.naSleutel(w, ouder.kolom)})
			continue
		}
		// On a line of its own below its key.
		kolom := max(k.kolom, ouder.kolom+s.stap)
		if voor := strings.TrimLeft(rest, " \t"); voor != "" && k.isBlokwaarde() {
			uit = append(uit, snede{k.van, k.tot, voor + s.inspringen(kolom) + s.blok(w, kolom)})
			continue
		}
		uit = append(uit, snede{k.van, k.tot, strings.Repeat(" ", kolom-k.kolom) + s.blok(w, kolom)})
	}
	return uit
}

// kolom is the column of byte i in characters.
func (b *blad) kolom(i int) int {
	n, _ := slices.BinarySearch(b.regels, i+1)
	if n == 0 {
		return 0
	}
	return len([]rune(string(b.tekst[b.regels[n-1]:i])))
}

// nieuwPaar adds a key to the mapping k.
func (b *blad) nieuwPaar(naam []string, k *knoop, sleutel string, w waarde) (*blad, error) {
	plek := len(k.paren)
	if i := slices.IndexFunc(k.paren, func(p paar) bool { return p.sleutel.tekst == sleutelVerloop }); k == b.wortel && i >= 0 {
		plek = i
	}
	verwacht := b.wortel.metKnoop(k, k.metPaar(plek, sleutel, w))
	if k.stijl == stijlStroom {
		return b.snijd(waar(naam), verwacht, b.stroomSnede(k, plek, sleuteltekst(sleutel, true)+": "+b.schrijver(k.tot).stroom(w)))
	}
	var uit []snede
	for _, stug := range []bool{false, true} {
		if plek == 0 { // only verloop there: above it
			begin := k.paren[0].sleutel.van
			s := b.schrijver(begin)
			s.stug = stug
			uit = append(uit, snede{begin, begin, s.groep(groepWaarde(bladveld{sleutel: sleutel, waarde: w}), k.kolom) + s.inspringen(k.kolom)})
			continue
		}
		i := b.naAanhang(k.paren[plek-1].waarde.tot, k.kolom)
		s := b.schrijver(i)
		s.stug = stug
		uit = append(uit, snede{i, i, s.inspringen(k.kolom) + s.groep(groepWaarde(bladveld{sleutel: sleutel, waarde: w}), k.kolom)})
	}
	return b.snijd(waar(naam), verwacht, uit...)
}

// naAanhang is the end of the line on which something may be added behind what
// ends at i: behind the comment on its line, and behind the comment lines
// below it that are indented as part of the block at kolom.
func (b *blad) naAanhang(i, kolom int) int {
	tot := b.regeleinde(i)
	for einde := tot; einde < len(b.tekst); {
		begin := b.volgende(einde)
		einde = b.regeleinde(begin)
		if begin > len(b.tekst) {
			break
		}
		regel := string(b.tekst[begin:einde])
		kaal := strings.TrimLeft(regel, " ")
		switch {
		case strings.Trim(kaal, "\t") == "":
		case kaal[0] == '#' && len(regel)-len(kaal) >= max(kolom, 1):
			tot = einde
		default:
			return tot
		}
	}
	return tot
}
