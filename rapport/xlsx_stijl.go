package rapport

import (
	"errors"

	"github.com/xuri/excelize/v2"
)

// opmaak says how the cells of a column are shown.
type opmaak uint8

const (
	opmTekst    opmaak = iota // goes on in lines below
	opmWoord                  // short, on one line
	opmGetal                  // 12.345
	opmDagen                  // 12,5
	opmVerschil               // +5, -2 or 0
	opmProcent                // 97,5%
	opmKans                   // 0,0312
	opmDatum                  // 30-09-2026
	opmMaand                  // sep 2026
	aantalOpmaken
)

// notatie is the number format; a spreadsheet puts its own signs for the decimal
// point and between thousands. 0x413 is Dutch.
func (o opmaak) notatie() string {
	switch o {
	case opmGetal:
		return "#,##0"
	case opmDagen:
		return "#,##0.0"
	case opmVerschil:
		return "+#,##0;-#,##0;0"
	case opmProcent:
		return "0.0%"
	case opmKans:
		return "0.0000"
	case opmDatum:
		return "dd-mm-yyyy"
	case opmMaand:
		return notatieMaand
	}
	return ""
}

const notatieMaand = "[$-413]mmm yyyy"

// rechts holds for numbers; days stand to the left, where they are read.
func (o opmaak) rechts() bool { return opmGetal <= o && o <= opmKans }

// Colours, as the other formats have them where these have any.
const (
	inktzwart = "1F2937"
	grijs     = "57606A"
	blauw     = "1F4E79"
	bleek     = "E8EEF4" // behind heads
	lijntje   = "D0D7DE"
	vaal      = "A9B8C6" // the previous period
	oranje    = "C2570C" // a line over bars
)

// stijlen are the numbers of the styles of a workbook.
type stijlen struct {
	titel, kop, zin, licht int
	tabelkop, getalkop     int
	cel                    [aantalOpmaken]int
	geschut                [aantalOpmaken]int // of texts that would start a formula if they were typed
}

func maakStijlen(f *excelize.File) (stijlen, error) {
	var s stijlen
	var fouten []error
	maak := func(stijl excelize.Style) int {
		nummer, err := f.NewStyle(&stijl)
		fouten = append(fouten, err)
		return nummer
	}
	letter := func(grootte float64, vet bool, kleur string) *excelize.Font {
		return &excelize.Font{Family: "Calibri", Size: grootte, Bold: vet, Color: kleur}
	}
	zin := &excelize.Alignment{WrapText: true, Vertical: "top"}
	s.titel = maak(excelize.Style{Font: letter(16, true, blauw), Alignment: &excelize.Alignment{Vertical: "center"}})
	s.kop = maak(excelize.Style{Font: letter(13, true, blauw), Alignment: &excelize.Alignment{Vertical: "bottom"}})
	s.zin = maak(excelize.Style{Font: letter(11, false, inktzwart), Alignment: zin})
	s.licht = maak(excelize.Style{Font: letter(10, false, grijs), Alignment: zin})

	kop := excelize.Style{
		Font:   letter(11, true, blauw),
		Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{bleek}},
		Border: []excelize.Border{{Type: "bottom", Color: blauw, Style: 2}},
	}
	kop.Alignment = &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "left", Indent: 1}
	s.tabelkop = maak(kop)
	kop.Alignment = &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "right"}
	s.getalkop = maak(kop)

	for o := range aantalOpmaken {
		stijl := excelize.Style{
			Font:      letter(11, false, inktzwart),
			Border:    []excelize.Border{{Type: "bottom", Color: lijntje, Style: 1}},
			Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "left", Indent: 1, WrapText: o == opmTekst},
		}
		if n := o.notatie(); n != "" {
			stijl.CustomNumFmt = &n
		}
		if o.rechts() {
			stijl.Alignment.Horizontal, stijl.Alignment.Indent = "right", 0
		}
		s.cel[o] = maak(stijl)
	}
	if err := errors.Join(fouten...); err != nil {
		return s, err
	}
	// The same, marked as a text that was typed with an apostrophe before it, so
	// that it stays one when somebody edits the cell. NewStyle can't say so.
	xfs, ja := f.Styles.CellXfs, true
	for o, nummer := range s.cel {
		xf := xfs.Xf[nummer]
		xf.QuotePrefix = &ja
		xfs.Xf = append(xfs.Xf, xf)
		xfs.Count = len(xfs.Xf)
		s.geschut[o] = len(xfs.Xf) - 1
	}
	return s, nil
}

// stijl is the style of c in a column with opmaak o.
func (s stijlen) stijl(o opmaak, c cel) int {
	if c.geschut {
		return s.geschut[o]
	}
	return s.cel[o]
}
