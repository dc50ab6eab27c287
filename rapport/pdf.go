package rapport

import (
	"encoding/binary"
	"fmt"
	"io"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"klacht/rapport/scherm"
)

// schrijfPDF writes the report to print or to send: A4, with bookmarks. The same
// figures always give the same bytes.
func schrijfPDF(w io.Writer, o Overzicht) error {
	letters, err := leesLetters()
	if err != nil {
		return err
	}
	bladen, wijzers := zetBladen(letters, maakDocument(o, alles()), o)
	p := fpdf.New("P", "pt", "A4", "")
	p.SetCatalogSort(true)
	p.SetAutoPageBreak(false, 0)
	p.SetMargins(0, 0, 0)
	p.AddUTF8FontFromBytes(lettertype, "", letters.gewoon.ttf)
	p.AddUTF8FontFromBytes(lettertype, "B", letters.vet.ttf)
	beschrijf(p, o)
	pen := pdfpen{p: p}
	for i, b := range bladen {
		p.AddPage()
		pen.begin()
		for len(wijzers) > 0 && wijzers[0].blad == i {
			p.Bookmark(letters.toonbaar(wijzers[0].kop), 0, max(0, wijzers[0].y-margeBoven/4))
			wijzers = wijzers[1:]
		}
		for _, v := range b {
			pen.teken(v)
		}
	}
	if err := p.Output(w); err != nil {
		return fmt.Errorf("de PDF is niet te schrijven: %w", err)
	}
	return nil
}

const lettertype = "LiberationSans"

// zetBladen puts the report on pages, each with its footer.
func zetBladen(letters *pdfletters, d document, o Overzicht) ([]blad, []bladwijzer) {
	bladen, wijzers := verdeel(zetDocument(letters, d, o))
	t := trap{8, 10, false, kleurZacht()}
	links := o.periode().dagen()
	if naam := scherm.Regel(o.Organisatie); naam != "" {
		links = naam + " · " + links
	}
	for i := range bladen {
		rechts := fmt.Sprintf("Pagina %d van %d", i+1, len(bladen))
		b := letters.gewoon.breedte(rechts, t.grootte)
		tekst := letters.gewoon.kort(letters.toonbaar(links), t.grootte, zetBreed-b-24)
		bladen[i] = append(bladen[i],
			lijninkt(margeLinks, velBreed-margeRechts, voetOp-14, 0.5, kleurLijn()),
			tekstinkt(opVolgorde(tekst), margeLinks, voetOp, t.grootte, false, t.kleur),
			tekstinkt(rechts, velBreed-margeRechts-b, voetOp, t.grootte, false, t.kleur))
	}
	return bladen, wijzers
}

// beschrijf says what the document is. Its time is noon of the reference date:
// a clock would make it another document every second.
func beschrijf(p *fpdf.Fpdf, o Overzicht) {
	p.SetTitle(utf16BE(titel(o)), false)
	p.SetAuthor(utf16BE(scherm.Regel(o.Organisatie)), false)
	p.SetSubject(utf16BE(scherm.Regel(waarover(o))), false)
	p.SetCreator("klacht", false)
	p.SetProducer("klacht", false)
	p.SetLang("nl")
	jaar, maand, dag := o.Peildatum.Delen()
	op := time.Date(jaar, time.Month(maand), dag, 12, 0, 0, 0, time.UTC)
	p.SetCreationDate(op)
	p.SetModificationDate(op)
}

// utf16BE is s as a PDF holds text that is not drawn (ISO 32000-1, 7.9.2.2).
// fpdf's own conversion breaks characters beyond the basic plane.
func utf16BE(s string) string {
	if s == "" {
		return ""
	}
	b := []byte{0xfe, 0xff}
	for _, eenheid := range utf16.Encode([]rune(s)) {
		b = binary.BigEndian.AppendUint16(b, eenheid)
	}
	return string(b)
}

// pdfpen draws shapes, and asks for another font or colour only when it changes.
type pdfpen struct {
	p       *fpdf.Fpdf
	vet     bool
	grootte float64
}

// begin starts a page.
func (pen *pdfpen) begin() {
	pen.vet, pen.grootte = false, trapTekst().grootte
	pen.p.SetFont(lettertype, "", pen.grootte)
}

func (pen *pdfpen) teken(v inkt) {
	r, g, b := int(v.kleur.r), int(v.kleur.g), int(v.kleur.b)
	switch v.soort {
	case vormTekst:
		if v.vet != pen.vet || v.grootte != pen.grootte {
			stijl := ""
			if v.vet {
				stijl = "B"
			}
			pen.p.SetFont(lettertype, stijl, v.grootte)
			pen.vet, pen.grootte = v.vet, v.grootte
		}
		pen.p.SetTextColor(r, g, b)
		pen.p.Text(v.x, v.y, v.tekst)
	case vormVlak:
		pen.p.SetFillColor(r, g, b)
		pen.p.Rect(v.x, v.y, v.b, v.h, "F")
	case vormStip:
		pen.p.SetFillColor(r, g, b)
		pen.p.Circle(v.x, v.y, v.straal, "F")
	case vormLijn:
		pen.lijn(v)
	}
}

func (pen *pdfpen) lijn(v inkt) {
	if len(v.punten) < 2 {
		return
	}
	p := pen.p
	p.SetDrawColor(int(v.kleur.r), int(v.kleur.g), int(v.kleur.b))
	p.SetLineWidth(v.dik)
	if v.streep {
		p.SetDashPattern([]float64{4, 3}, 0)
	}
	p.MoveTo(v.punten[0].x, v.punten[0].y)
	for _, pt := range v.punten[1:] {
		p.LineTo(pt.x, pt.y)
	}
	p.DrawPath("D")
	if v.streep {
		p.SetDashPattern(nil, 0)
	}
}
