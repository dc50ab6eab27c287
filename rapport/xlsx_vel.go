package rapport

import (
	"errors"
	"fmt"
	"strings"

	"klacht/rapport/scherm"

	"github.com/xuri/excelize/v2"
)

// vel is a sheet that is filled from top to bottom. The first error stays, and
// nothing is done after it.
type vel struct {
	*werkboek
	naam     string
	deel     string // of the archive
	liggend  bool
	rij      int // the next one, from 1
	pagina   int // the first row of the printed page
	breedten []float64
	vanaf    int  // the column where sentences start
	kopBoven int  // rows above the first table, with its head: they stay in sight
	vastDeel int  // columns that stay in sight
	herhaal  bool // print that head on every page
	onderste int  // the last row of a drawing
	fout     error
}

// voegToe makes a sheet, ready to be printed on A4.
func (b *werkboek) voegToe(naam string, liggend bool) (*vel, error) {
	b.bladen++
	v := &vel{werkboek: b, naam: naam, deel: fmt.Sprintf("xl/worksheets/sheet%d.xml", b.bladen), rij: 1, pagina: 1, vanaf: 1, liggend: liggend}
	if b.bladen == 1 {
		v.doe(b.f.SetSheetName(b.f.GetSheetName(0), naam))
	} else {
		_, err := b.f.NewSheet(naam)
		v.doe(err)
	}
	const a4 = 9 // ECMA-376 part 1 section 18.3.1.63
	richting := "portrait"
	if liggend {
		richting = "landscape"
	}
	papier, breed, hoog, ja, nee := a4, 1, 0, true, false // as many pages long as it takes
	rand, onder, voet, midden := 0.5, 0.75, 0.3, true     // inches
	v.doe(
		b.f.SetPageLayout(naam, &excelize.PageLayoutOptions{Size: &papier, Orientation: &richting, FitToWidth: &breed, FitToHeight: &hoog}),
		b.f.SetSheetProps(naam, &excelize.SheetPropsOptions{FitToPage: &ja}),
		b.f.SetPageMargins(naam, &excelize.PageLayoutMarginsOptions{Left: &rand, Right: &rand, Top: &rand, Bottom: &onder, Header: &voet, Footer: &voet, Horizontally: &midden}),
		b.f.SetHeaderFooter(naam, &excelize.HeaderFooterOptions{OddFooter: b.voet}),
		b.f.SetSheetView(naam, 0, &excelize.ViewOptions{ShowGridLines: &nee}),
	)
	return v, v.fout
}

// doe keeps the first error.
func (v *vel) doe(fouten ...error) {
	if v.fout == nil {
		v.fout = errors.Join(fouten...)
	}
}

// plek names a cell: B7. Both count from 1.
func (v *vel) plek(kolom, rij int) string {
	naam, err := excelize.CoordinatesToCellName(kolom, rij)
	v.doe(err)
	return naam
}

// zet fills a cell.
func (v *vel) zet(kolom, rij int, c cel, stijl int) {
	plek := v.plek(kolom, rij)
	if v.fout != nil {
		return
	}
	switch c.soort {
	case celTekst:
		v.doe(v.f.SetCellStr(v.naam, plek, c.tekst))
	case celGetal:
		v.doe(v.f.SetCellFloat(v.naam, plek, c.getal, -1, 64))
	}
	v.doe(v.f.SetCellStyle(v.naam, plek, plek, stijl))
}

// kolombreedten sets how wide the columns are, in digits.
func (v *vel) kolombreedten(breedten []float64) {
	v.breedten = breedten
	if v.paginasBreed() > 1 {
		v.vanaf = 2 // the first one is on every page, where half a sentence would be
	}
	for i, b := range breedten {
		naam, err := excelize.ColumnNumberToName(i + 1)
		v.doe(err, v.f.SetColWidth(v.naam, naam, naam, b))
	}
}

// leesbreedte gives the last column that a sentence goes over, and the width.
func (v *vel) leesbreedte() (laatste int, breed float64) {
	const genoeg, gewoon = 100, 9.14 // gewoon is a column of which no width is set
	for laatste = v.vanaf - 1; breed < genoeg; laatste++ {
		if laatste < len(v.breedten) {
			breed += v.breedten[laatste]
		} else {
			breed += gewoon
		}
	}
	return laatste, breed
}

// paginasBreed is how many pages the sheet is wide when printed: one, unless
// nobody could read that.
func (v *vel) paginasBreed() int {
	const leesbaar = 230 // digits on the long side of A4, at 60%
	return 1 + int(v.breedte()/leesbaar)
}

func (v *vel) breedte() float64 {
	_, som := v.leesbreedte()
	heel := 0.0
	for _, b := range v.breedten {
		heel += b
	}
	return max(som, heel)
}

func (v *vel) wit() { v.rij++ }

// boven writes the title of a sheet and what its rows are.
func (v *vel) boven(titel, uitleg string) {
	v.zet(v.vanaf, v.rij, tekstcel(titel), v.stijlen.titel)
	v.doe(v.f.SetRowHeight(v.naam, v.rij, 26))
	v.rij++
	v.zeg(uitleg, v.stijlen.licht)
	v.wit()
}

// kop writes a heading in the middle of a sheet, not at the end of a page.
func (v *vel) kop(tekst string) {
	v.bijeen(6)
	v.zet(v.vanaf, v.rij, tekstcel(tekst), v.stijlen.kop)
	v.doe(v.f.SetRowHeight(v.naam, v.rij, 20))
	v.rij++
}

// zeg writes a sentence over as many columns as are easy to read. A spreadsheet does not make rows
// higher for merged cells, so that is done here.
func (v *vel) zeg(tekst string, stijl int) {
	laatste, breed := v.leesbreedte()
	regels := afbreken(scherm.Regel(tekst), tekensIn(breed))
	for len(regels) > 0 {
		n := min(len(regels), regelsPerRij)
		v.zet(v.vanaf, v.rij, tekstcel(strings.Join(regels[:n], " ")), stijl)
		v.doe(v.f.MergeCell(v.naam, v.plek(v.vanaf, v.rij), v.plek(laatste, v.rij)))
		v.doe(v.f.SetRowHeight(v.naam, v.rij, regelhoogte*float64(n)+2))
		v.rij++
		regels = regels[n:]
	}
}

// tekensIn is how many letters fit in a width in digits: on average they are a
// little narrower.
func tekensIn(breed float64) int { return int(breed * 1.1) }

const (
	regelhoogte  = 15.0 // points
	regelsPerRij = 20   // a row is at most 409 points high
)

// punt writes an item of a list.
func (v *vel) punt(tekst string) { v.zeg("• "+tekst, v.stijlen.zin) }

// afbreken cuts s into lines of at most breed columns, as a cell would.
func afbreken(s string, breed int) []string {
	var regels []string
	regel, lang := "", 0
	for _, woord := range strings.Fields(s) {
		for scherm.Breedte(woord) > breed {
			if regel != "" {
				regels = append(regels, regel)
				regel, lang = "", 0
			}
			n := 0
			for i := range woord {
				if scherm.Breedte(woord[:i]) > breed {
					break
				}
				n = i
			}
			if n == 0 {
				break
			}
			regels = append(regels, woord[:n])
			woord = woord[n:]
		}
		w := scherm.Breedte(woord)
		switch {
		case regel == "":
			regel, lang = woord, w
		case lang+1+w <= breed:
			regel, lang = regel+" "+woord, lang+1+w
		default:
			regels = append(regels, regel)
			regel, lang = woord, w
		}
	}
	if regel != "" {
		regels = append(regels, regel)
	}
	return regels
}

// sluit ends the sheet: what stays in sight, and on every printed page.
func (v *vel) sluit() error {
	v.doe(v.f.SetSheetDimension(v.naam, "")) // excelize would say A1, which some readers believe
	if v.kopBoven == 0 {
		return v.fout
	}
	linksboven := v.plek(v.vastDeel+1, v.kopBoven+1)
	deel := "bottomLeft"
	if v.vastDeel > 0 {
		deel = "bottomRight"
	}
	v.doe(
		v.f.SetPanes(v.naam, &excelize.Panes{
			Freeze: true, XSplit: v.vastDeel, YSplit: v.kopBoven, TopLeftCell: linksboven, ActivePane: deel,
			Selection: []excelize.Selection{{SQRef: linksboven, ActiveCell: linksboven, Pane: deel}},
		}),
	)
	breed, hoog := v.paginasBreed(), 0
	v.doe(v.f.SetPageLayout(v.naam, &excelize.PageLayoutOptions{FitToWidth: &breed, FitToHeight: &hoog}))
	var herhaald []string
	if breed > 1 {
		herhaald = append(herhaald, fmt.Sprintf("'%s'!$A:$A", v.naam))
	}
	if v.herhaal {
		herhaald = append(herhaald, fmt.Sprintf("'%[1]s'!$%[2]d:$%[2]d", v.naam, v.kopBoven))
	}
	if len(herhaald) > 0 {
		v.doe(v.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: v.naam, RefersTo: strings.Join(herhaald, ",")}))
	}
	return v.fout
}

// bijeen starts a new page for the next rows where they don't fit on this one:
// a chart is not cut in two.
func (v *vel) bijeen(rijen int) {
	// What fits on A4 at full size, in digits and rows.
	breed, hoog := 92.0, 46.0
	if v.liggend {
		breed, hoog = 136, 30
	}
	past := int(hoog * max(1, v.breedte()/breed))
	if v.rij-v.pagina+rijen <= past || v.rij == v.pagina {
		return
	}
	v.doe(v.f.InsertPageBreak(v.naam, v.plek(1, v.rij)))
	v.pagina = v.rij
}
