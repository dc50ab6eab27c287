package dossier

import (
	"bytes"
	"fmt"
	"strings"
)

// maxDiepte is how deep lists and mappings may be nested in a file.
const maxDiepte = 32

// blad is a YAML file as text, with the tree that it holds and where each part
// of the tree stands. It is read strictly and edited by splicing: an edit gives
// a new blad whose text differs from the old in one stretch only.
type blad struct {
	bestand string
	grens   int
	tekst   []byte
	wortel  *knoop // always a mapping
	regels  []int  // the byte where each line begins
}

type knoopsoort uint8

const (
	knoopLeeg    knoopsoort = iota // nothing, ~ or null
	knoopWaarde                    // text, whatever it looks like: 0612345678 and yes are text too
	knoopMapping                   // keys with values
	knoopReeks                     // a list
)

type knoopstijl uint8

const (
	stijlKaal       knoopstijl = iota // a plain scalar
	stijlEnkel                        // 'single quotes'
	stijlDubbel                       // "double quotes"
	stijlLetterlijk                   // a | block
	stijlGevouwen                     // a > block
	stijlBlok                         // a mapping or list over lines
	stijlStroom                       // a mapping or list in brackets
)

// knoop is one part of the tree: [van, tot) are its bytes in the text.
type knoop struct {
	soort knoopsoort
	stijl knoopstijl
	tekst string // of a knoopWaarde
	regel int    // 1-based
	kolom int    // 0-based, in characters
	van   int
	// tot is the end without the line end and the comment behind it. Of a block
	// scalar it is the end of the last line of text.
	tot int

	paren []paar   // of a knoopMapping, in the order of the file
	items []*knoop // of a knoopReeks

	streepjes []int // of a block list: where each item's dash stands
	kop       int   // of a block scalar: the end of its | or > with indicators
	inhoud    int   // of a block scalar: the column of its text
}

type paar struct {
	sleutel *knoop
	waarde  *knoop
	na      int // the byte behind the colon, 0 when a flow key has none
}

// leesBlad reads tekst strictly. An error is a *Leesfout: it refuses what is
// larger than grens bytes, is not plain UTF-8 text, is not YAML, or uses what a
// person would not write by hand (anchors, tags, several documents), because
// such a file means something else than it seems to.
func leesBlad(bestand string, tekst []byte, grens int) (*blad, error) {
	b := &blad{bestand: bestand, grens: grens, tekst: tekst}
	if f := keurTekst(tekst, grens); f != nil {
		f.Bestand = bestand
		return nil, f
	}
	b.regels = regelbeginnen(tekst)
	f := b.ontleed()
	if f == nil {
		f = b.meetAlles()
	}
	if f != nil {
		f.Bestand = bestand
		return nil, f
	}
	return b, nil
}

const bom = "\ufeff"

// regelbeginnen tells where the lines begin, the first behind a byte order
// mark. A line ends in LF, CRLF or a lone CR; U+0085, U+2028 and U+2029 are
// text, as in YAML 1.2.
func regelbeginnen(tekst []byte) []int {
	begin := 0
	if bytes.HasPrefix(tekst, []byte(bom)) {
		begin = len(bom)
	}
	regels := append(make([]int, 0, 1+bytes.Count(tekst, []byte{'\n'})), begin)
	for i := begin; i < len(tekst); i++ {
		if tekst[i] == '\n' || tekst[i] == '\r' && (i+1 == len(tekst) || tekst[i+1] != '\n') {
			regels = append(regels, i+1)
		}
	}
	return regels
}

// paar finds a key in a mapping, nil when it is not there.
func (k *knoop) paar(sleutel string) *paar {
	if k == nil {
		return nil
	}
	for i := range k.paren {
		if k.paren[i].sleutel.tekst == sleutel {
			return &k.paren[i]
		}
	}
	return nil
}

// veld gives the value of a key, nil when k is no mapping or lacks it.
func (k *knoop) veld(sleutel string) *knoop {
	if p := k.paar(sleutel); p != nil {
		return p.waarde
	}
	return nil
}

// isLeeg reports whether nothing was filled in.
func (k *knoop) isLeeg() bool {
	return k == nil || k.soort == knoopLeeg
}

// isVat reports whether k holds other parts.
func (k *knoop) isVat() bool { return k.soort == knoopMapping || k.soort == knoopReeks }

// isBlokwaarde reports whether k is text written as a | or > block.
func (k *knoop) isBlokwaarde() bool { return k.stijl == stijlLetterlijk || k.stijl == stijlGevouwen }

// gelijkeKnopen reports whether two trees say the same, in the same order,
// however they are written.
func gelijkeKnopen(a, b *knoop) bool {
	if a.soort != b.soort || a.tekst != b.tekst || len(a.paren) != len(b.paren) || len(a.items) != len(b.items) {
		return false
	}
	for i := range a.paren {
		if a.paren[i].sleutel.tekst != b.paren[i].sleutel.tekst || !gelijkeKnopen(a.paren[i].waarde, b.paren[i].waarde) {
			return false
		}
	}
	for i := range a.items {
		if !gelijkeKnopen(a.items[i], b.items[i]) {
			return false
		}
	}
	return true
}

// waar names a place for a message: klager.email, verloop[3].tekst.
func waar(pad []string) string {
	return strings.Join(pad, ".")
}

func itemnaam(lijst string, i int) string {
	return fmt.Sprintf("%s[%d]", lijst, i+1)
}
