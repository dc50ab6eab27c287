package rapport

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// bladgrafiek is a native chart of what stands in rows of a sheet, where the
// document has one or may have.
type bladgrafiek struct {
	leeg                string // why there is nothing to draw; only this is said then
	titel, beschrijving string
	eerste, laatste     int // the rows
	soort               excelize.ChartType
	staven              []bladreeks
	lijnen              []bladreeks // over the staven
	lijnenRechts        bool        // on an axis of their own, from 0 to 100%
	maanden             bool        // along the axis
	liggend             bool        // the bars lie, the first row on top
	hoog                uint        // in pixels
	namen               int         // the column of what is along the axis; 0 for the first
	naast               int         // the column where it stands, beside its rows; 0 for below them
}

// bladreeks is a column of the sheet as a row of values.
type bladreeks struct {
	kolom int
	kleur string
	dicht bool // a dashed line without dots
}

func (v *vel) stroomgrafiek(eerste, laatste int) {
	v.teken(bladgrafiek{
		titel:        "Ontvangen, afgehandeld en open per maand",
		beschrijving: "Staven met wat per maand is ontvangen en afgehandeld, en een lijn met wat op de laatste dag open stond.",
		eerste:       eerste, laatste: laatste, soort: excelize.Col, maanden: true,
		staven: []bladreeks{{kolom: 2, kleur: blauw}, {kolom: 3, kleur: vaal}},
		lijnen: []bladreeks{{kolom: 4, kleur: oranje}},
	})
}

func (v *vel) regelkaartgrafiek(o Overzicht, eerste, laatste, naast int) {
	r, van := o.Regelkaart, regelkaart(o)
	g := bladgrafiek{
		leeg: van.leeg, titel: van.titel, beschrijving: van.beschrijving,
		eerste: eerste, laatste: laatste, soort: excelize.Line, maanden: true, naast: naast,
		staven: []bladreeks{{kolom: 2, kleur: blauw}},
	}
	kolom := 3
	for i, waarde := range []*float64{r.Gemiddelde, r.Ondergrens, r.Bovengrens} {
		if waarde == nil {
			continue
		}
		if *waarde > 0 { // a limit of 0 is the axis itself
			g.staven = append(g.staven, bladreeks{kolom: kolom, kleur: []string{grijs, oranje, oranje}[i], dicht: true})
		}
		kolom++
	}
	v.teken(g)
}

func (v *vel) categoriegrafiek(o Overzicht, eerste, laatste, namen int) {
	van := categorieen(o)
	v.teken(bladgrafiek{
		leeg: van.leeg, titel: van.titel, beschrijving: van.beschrijving,
		eerste: eerste, laatste: laatste, soort: excelize.Bar, liggend: true, namen: namen,
		staven: []bladreeks{{kolom: 2, kleur: blauw}, {kolom: 3, kleur: vaal}},
		hoog:   uint(min(110+36*(laatste-eerste+1), grafiekHoogst)),
	})
}

func (v *vel) paretografiek(o Overzicht, eerste, laatste, namen int) {
	for laatste > eerste && o.PerOorzaak[laatste-eerste].Aantal == 0 {
		laatste-- // only in the period before
	}
	van := oorzaken(o)
	v.teken(bladgrafiek{
		leeg: van.leeg, titel: van.titel, beschrijving: van.beschrijving,
		eerste: eerste, laatste: laatste, soort: excelize.Col, namen: namen,
		staven: []bladreeks{{kolom: 2, kleur: blauw}}, lijnen: []bladreeks{{kolom: 5, kleur: oranje}}, lijnenRechts: true,
	})
}

const (
	grafiekBreed  = 680
	grafiekHoog   = 300
	grafiekHoogst = 760 // what fits on a page
)

// rijenVoor is how many rows a chart stands over.
func rijenVoor(hoog uint) int {
	const rijPixels = 18 // of regelhoogte, by the sums of excelize
	return int(hoog)/rijPixels + 1
}

// teken puts a chart on the sheet, mostly below what it has: beside that, it would
// make everything small on paper.
func (v *vel) teken(g bladgrafiek) {
	if g.leeg != "" {
		v.zeg(g.leeg, v.stijlen.licht)
		return
	}
	if g.hoog == 0 {
		g.hoog = grafiekHoog
	}
	letter := excelize.Font{Family: "Calibri", Size: 10, Color: inktzwart}
	vast := false
	ja := true
	as := excelize.ChartAxis{Font: letter, ReverseOrder: g.liggend}
	if g.maanden {
		as.NumFmt = excelize.ChartNumFmt{CustomNumFmt: notatieMaand}
		// Beside each other no more than a dozen can be read.
		if g.laatste-g.eerste >= 12 {
			as.Alignment.TextRotation = -45
		}
	}
	nul := 0.0
	ruimte, overlap := uint(60), 0
	hoofd := &excelize.Chart{
		Type:      g.soort,
		Series:    v.reeksen(g, g.staven, g.soort == excelize.Line),
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: g.titel, Font: &excelize.Font{Family: "Calibri", Size: 12, Bold: true, Color: blauw}}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &letter},
		Dimension: excelize.ChartDimension{Width: grafiekBreed, Height: g.hoog},
		Format: excelize.GraphicOptions{
			AltText: g.titel + ". " + g.beschrijving, Name: g.titel, Positioning: "absolute", OffsetX: 4, OffsetY: 8,
			PrintObject: &ja, Locked: &vast,
		},
		VaryColors: &vast,
		XAxis:      as,
		YAxis:      excelize.ChartAxis{Font: letter, MajorGridLines: true, Minimum: &nul, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "#,##0"}},
		Border:     excelize.LineOptions{Type: excelize.LineSolid},
		GapWidth:   &ruimte,
		Overlap:    &overlap,
	}
	var erbij []*excelize.Chart
	if len(g.lijnen) > 0 {
		lijn := &excelize.Chart{Type: excelize.Line, Series: v.reeksen(g, g.lijnen, true), VaryColors: &vast, XAxis: as, YAxis: hoofd.YAxis}
		if g.lijnenRechts {
			heel := 1.0
			lijn.YAxis = excelize.ChartAxis{Font: letter, Secondary: true, Minimum: &nul, Maximum: &heel, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"}}
		}
		erbij = append(erbij, lijn)
	}
	if g.naast == 0 {
		v.bijeen(rijenVoor(g.hoog))
	}
	rij := v.rij
	if g.naast > 0 {
		rij = g.eerste - 1
	}
	plek := v.plek(max(g.naast, 1), rij)
	if v.fout != nil {
		return
	}
	v.onderste = rij + rijenVoor(g.hoog)
	// A program that makes these rows lower would put the chart over what follows.
	for r := v.rij; r <= v.onderste; r++ {
		v.doe(v.f.SetRowHeight(v.naam, r, regelhoogte))
	}
	v.doe(v.f.AddChart(v.naam, plek, hoofd, erbij...))
}

// onderDeTekening goes on below the last chart.
func (v *vel) onderDeTekening() { v.rij = max(v.rij, v.onderste+1) + 1 }

func (v *vel) reeksen(g bladgrafiek, kolommen []bladreeks, alsLijn bool) []excelize.ChartSeries {
	bereik := func(kolom int) string {
		naam, err := excelize.ColumnNumberToName(kolom)
		v.doe(err)
		return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", v.naam, naam, g.eerste, naam, g.laatste)
	}
	var uit []excelize.ChartSeries
	for _, k := range kolommen {
		naam, err := excelize.ColumnNumberToName(k.kolom)
		v.doe(err)
		vulling := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{k.kleur}}
		r := excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$%d", v.naam, naam, g.eerste-1),
			Categories: bereik(max(g.namen, 1)), Values: bereik(k.kolom), Fill: vulling,
		}
		if alsLijn {
			r.Line = excelize.LineOptions{Type: excelize.LineSolid, Width: 2.25}
			r.Marker = excelize.ChartMarker{Symbol: "circle", Size: 6, Fill: vulling, Border: excelize.LineOptions{Type: excelize.LineNone}}
			if k.dicht {
				r.Line.Width, r.Line.Dash = 1.5, excelize.LineDashDash
				r.Marker.Symbol = "none"
			}
		}
		uit = append(uit, r)
	}
	return uit
}
