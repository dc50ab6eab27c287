package rapport

import "slices"

// What stands on the pages of the PDF is a list before anything is drawn. All
// sizes are in points, from the top left corner of a page.
const (
	velBreed = 595.28 // A4
	velHoog  = 841.89

	// Room for the holes of a binder at the left, and for the footer.
	margeLinks  = 71.0
	margeRechts = 51.0
	margeBoven  = 57.0
	margeOnder  = 65.0
	voetOp      = velHoog - 40 // baseline of the footer

	zetBreed = velBreed - margeLinks - margeRechts
	zetHoog  = velHoog - margeBoven - margeOnder
)

// kleur is a colour, in sRGB.
type kleur struct{ r, g, b uint8 }

// Text in these keeps a contrast of 4.5 to 1 or more on white and on kleurVlak
// (WCAG 2.2, 1.4.3).
func kleurTekst() kleur { return kleur{0x1f, 0x24, 0x28} }
func kleurZacht() kleur { return kleur{0x55, 0x5e, 0x68} }
func kleurKop() kleur   { return kleur{0x1c, 0x3d, 0x5f} }
func kleurVlak() kleur  { return kleur{0xee, 0xf2, 0xf6} }
func kleurLijn() kleur  { return kleur{0xc9, 0xd1, 0xd9} }

// inkt is a shape as it is drawn: a text begins at its x.
type inkt struct {
	vorm
	kleur kleur
}

// blad is a page.
type blad []inkt

// bladwijzer is where a section begins.
type bladwijzer struct {
	kop  string
	blad int // from 0
	y    float64
}

// stuk is a piece of text or a drawing that is on one page, as wide as the text.
// Its shapes are placed from its own top left corner.
type stuk struct {
	hoog   float64
	wit    float64 // above it, but not at the top of a page
	plakt  bool    // is on the same page as the next one
	vormen []inkt
	kop    string // of the section that begins here
	boven  *stuk  // repeated above it where it is the first on a page: the head of a table
	blok   int    // pieces of one paragraph, list, table or chart have the same
	zweeft bool   // begins a chart, which may come after the blocks that follow it
}

// verdeel puts pieces on pages, in order. Pieces that stick together are on one
// page as long as that can hold them. A chart that would leave the rest of a page
// white lets what follows it in its section go first, as far as that fits whole.
func verdeel(stukken []stuk) ([]blad, []bladwijzer) {
	stukken = slices.Clone(stukken) // they may change places
	bladen := []blad{nil}
	var wijzers []bladwijzer
	y := 0.0
	plaats := func(s *stuk, op float64) {
		b := &bladen[len(bladen)-1]
		for _, v := range s.vormen {
			*b = append(*b, v.verschoven(margeLinks, margeBoven+op))
		}
	}
	for i := 0; i < len(stukken); {
		n := groep(stukken[i:])
		past := y+hoogte(stukken[i:i+n]) <= zetHoog+speling
		if !past && stukken[i].zweeft {
			stukken[i].zweeft = false
			if door := ervoor(stukken[i+n:], zetHoog-y); door > 0 {
				wissel(stukken[i:i+n+door], n)
				continue
			}
		}
		if y > 0 && !past {
			bladen, y = append(bladen, nil), 0
		}
		for range n {
			s := &stukken[i]
			i++
			if y > 0 && y+s.wit+s.hoog > zetHoog+speling {
				bladen, y = append(bladen, nil), 0
			}
			switch {
			case y > 0:
				y += s.wit
			case s.boven != nil:
				plaats(s.boven, 0)
				y = s.boven.hoog
			}
			if s.kop != "" {
				wijzers = append(wijzers, bladwijzer{s.kop, len(bladen) - 1, margeBoven + y})
			}
			plaats(s, y)
			y += s.hoog
		}
	}
	return bladen, wijzers
}

// speling is what adding up may be off by.
const speling = 0.01

// groep counts the pieces that stick together from the first on: as many of them
// as a page can hold.
func groep(stukken []stuk) int {
	n := 1
	for n < len(stukken) && stukken[n-1].plakt && hoogte(stukken[:n+1]) <= zetHoog {
		n++
	}
	return n
}

// ervoor counts the pieces that fit in ruimte, in whole blocks, up to the next
// section or chart.
func ervoor(stukken []stuk, ruimte float64) int {
	n := 0
	for n < len(stukken) && stukken[n].kop == "" && !stukken[n].zweeft {
		eind := n + 1
		for eind < len(stukken) && stukken[eind].blok == stukken[n].blok {
			eind++
		}
		if hoogte(stukken[:eind]) > ruimte {
			break
		}
		n = eind
	}
	return n
}

// wissel puts the first n pieces behind the others.
func wissel(stukken []stuk, n int) {
	eerst := slices.Clone(stukken[:n])
	copy(stukken, stukken[n:])
	copy(stukken[len(stukken)-n:], eerst)
}

func hoogte(stukken []stuk) float64 {
	h := 0.0
	for _, s := range stukken {
		h += s.wit + s.hoog
	}
	return h
}

func (v inkt) verschoven(dx, dy float64) inkt {
	v.x += dx
	v.y += dy
	punten := make([]punt, len(v.punten))
	for i, p := range v.punten {
		punten[i] = punt{p.x + dx, p.y + dy}
	}
	v.punten = punten
	return v
}

func tekstinkt(tekst string, x, y, grootte float64, vet bool, k kleur) inkt {
	return inkt{vorm: vorm{soort: vormTekst, x: x, y: y, tekst: tekst, grootte: grootte, vet: vet}, kleur: k}
}

func vlakinkt(x, y, b, h float64, k kleur) inkt {
	return inkt{vorm: vorm{soort: vormVlak, x: x, y: y, b: b, h: h}, kleur: k}
}

func lijninkt(x1, x2, y, dik float64, k kleur) inkt {
	return inkt{vorm: vorm{soort: vormLijn, punten: []punt{{x1, y}, {x2, y}}, dik: dik}, kleur: k}
}
