package rapport

import (
	"fmt"
	"slices"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// pdfletters are the two weights that the PDF is set in.
type pdfletters struct {
	gewoon, vet *pdfsnit
}

// pdfsnit is one weight of the typeface: what it can show, and how wide.
type pdfsnit struct {
	ttf      []byte
	font     *sfnt.Font
	buf      sfnt.Buffer
	breedtes map[rune]int // in thousandths of the size; geenTeken: it can't be shown
}

const geenTeken = -1

// leesLetters reads the typeface. Its files are copied: fpdf writes in the bytes
// that it is given.
func leesLetters() (*pdfletters, error) {
	gewoon, err := leesSnit(liberationsansregular.TTF)
	if err != nil {
		return nil, err
	}
	vet, err := leesSnit(liberationsansbold.TTF)
	if err != nil {
		return nil, err
	}
	return &pdfletters{gewoon: gewoon, vet: vet}, nil
}

func leesSnit(ttf []byte) (*pdfsnit, error) {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		return nil, fmt.Errorf("het lettertype van de PDF is niet te lezen: %w", err)
	}
	return &pdfsnit{ttf: slices.Clone(ttf), font: f, breedtes: map[rune]int{}}, nil
}

func (l *pdfletters) snit(vet bool) *pdfsnit {
	if vet {
		return l.vet
	}
	return l.gewoon
}

// teken gives the width of r in thousandths of the size, or geenTeken. What lies
// beyond the basic plane can't be written by fpdf, whatever the typeface has.
func (s *pdfsnit) teken(r rune) int {
	if b, bekend := s.breedtes[r]; bekend {
		return b
	}
	b := s.meet(r)
	s.breedtes[r] = b
	return b
}

func (s *pdfsnit) meet(r rune) int {
	const duizend = 1000
	if r < ' ' || r >= 0xFFFF {
		return geenTeken
	}
	g, err := s.font.GlyphIndex(&s.buf, r)
	if err != nil || g == 0 {
		return geenTeken
	}
	eenheden := int(s.font.UnitsPerEm())
	b, err := s.font.GlyphAdvance(&s.buf, g, fixed.I(eenheden), font.HintingNone)
	if err != nil {
		return geenTeken
	}
	return (b.Round()*duizend + eenheden/2) / eenheden
}

func (s *pdfsnit) heeft(r rune) bool { return s.teken(r) != geenTeken }

// breedte gives how wide tekst is at that size, in the same unit. All of it can
// be shown.
func (s *pdfsnit) breedte(tekst string, grootte float64) float64 {
	n := 0
	for _, r := range tekst {
		n += max(0, s.teken(r))
	}
	return float64(n) * grootte / 1000
}
