package rapport

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"klacht/rapport/scherm"

	"github.com/xuri/excelize/v2"
)

// bladtabel is a table on a sheet.
type bladtabel struct {
	naam     string // for formulas of those who use the workbook; "" for a table without a filter
	kolommen []bladkolom
	aantal   int
	rijen    iter.Seq[[]cel] // a cell for each column
	vast     int             // columns that stay in sight
}

// bladkolom is a column: what its cells look like, and how wide it may be.
type bladkolom struct {
	kop     string
	opmaak  opmaak
	breedst float64 // 0 for gewoonBreedst
}

const (
	smalst        = 8.0
	gewoonBreedst = 40.0
	kopRuimte     = 2 // on both sides of the words of a head
)

// rijenVan gives rows that are made already.
func rijenVan(rijen [][]cel) iter.Seq[[]cel] {
	return func(yield func([]cel) bool) {
		for _, r := range rijen {
			if !yield(r) {
				return
			}
		}
	}
}

// passend are widths that fit what the columns hold, within bounds. A head may
// go on below between words.
func (t bladtabel) passend() []float64 {
	breedten := make([]float64, len(t.kolommen))
	for i, k := range t.kolommen {
		breedten[i] = max(smalst, float64(kopbreedte(k.kop))*1.1+kopRuimte)
		switch k.opmaak {
		case opmDatum:
			breedten[i] = max(breedten[i], 12.5)
		case opmMaand:
			breedten[i] = max(breedten[i], 12)
		}
	}
	for rij := range t.rijen {
		for i, c := range rij {
			k := t.kolommen[i]
			var lang int
			switch c.soort {
			case celTekst:
				lang = celbreedte(c.tekst)
			case celGetal:
				if k.opmaak != opmDatum && k.opmaak != opmMaand {
					lang = len(strconv.FormatFloat(c.getal, 'f', 0, 64)) * 4 / 3
				}
			}
			hoogstens := gewoonBreedst
			if k.breedst > 0 {
				hoogstens = k.breedst
			}
			breedten[i] = max(breedten[i], min(float64(lang)+3, hoogstens))
		}
	}
	return breedten
}

// breedste are widths that fit two tables below each other.
func breedste(a, b []float64) []float64 {
	uit := make([]float64, max(len(a), len(b)))
	for _, breedten := range [][]float64{a, b} {
		for i, breed := range breedten {
			uit[i] = max(uit[i], breed)
		}
	}
	return uit
}

// celbreedte is how many columns s takes, and at least that for a long one.
func celbreedte(s string) int {
	const genoeg = 4 * 100 // bytes of the widest that a column gets
	if len(s) <= genoeg {
		return scherm.Breedte(s)
	}
	return utf8.RuneCountInString(s)
}

// kopbreedte is what a head needs to go on two lines or little more.
func kopbreedte(s string) int {
	langste := scherm.Breedte(s) / 2
	for _, w := range strings.Fields(s) {
		langste = max(langste, scherm.Breedte(w))
	}
	return langste
}

// tabel writes t: its head, and its rows below.
func (v *vel) tabel(t bladtabel) (eerste, laatste int) {
	kop := v.schrijfKop(t)
	for rij := range t.rijen {
		for i, c := range rij {
			o := t.kolommen[i].opmaak
			v.zet(i+1, v.rij, c, v.stijlen.stijl(o, c))
		}
		if n := t.regels(rij, v.breedten); n > 1 {
			v.doe(v.f.SetRowHeight(v.naam, v.rij, regelhoogte*float64(n)))
		}
		v.rij++
	}
	v.maakFilter(t, kop)
	return kop + 1, v.rij - 1
}

// regels is how many lines a row needs. Spreadsheets do not all see to that when
// they open a file.
func (t bladtabel) regels(rij []cel, breedten []float64) int {
	n := 1
	for i, c := range rij {
		// Longer than this has a line for every character at most.
		if t.kolommen[i].opmaak == opmTekst && len(c.tekst) >= int(breedten[i])-2 {
			n = max(n, len(afbreken(c.tekst, tekensIn(breedten[i]-2))))
		}
	}
	return min(n, regelsPerRij)
}

func (v *vel) schrijfKop(t bladtabel) int {
	kop := v.rij
	regels := 1
	for i, k := range t.kolommen {
		stijl := v.stijlen.tabelkop
		if k.opmaak.rechts() {
			stijl = v.stijlen.getalkop
		}
		v.zet(i+1, kop, tekstcel(k.kop), stijl)
		regels = max(regels, len(afbreken(k.kop, int(v.breedten[i]-1))))
	}
	hoogte := regelhoogte*float64(regels) + 4
	if t.naam != "" {
		hoogte += regelhoogte // for the buttons of the filter, below the words
	}
	v.doe(v.f.SetRowHeight(v.naam, kop, hoogte))
	v.rij++
	return kop
}

// maakFilter makes a table of what stands under kop, with buttons to filter and
// sort. The first of a sheet keeps its head in sight.
func (v *vel) maakFilter(t bladtabel, kop int) {
	if t.naam == "" || t.aantal == 0 || v.fout != nil {
		return
	}
	if v.kopBoven == 0 {
		v.kopBoven, v.vastDeel = kop, t.vast
	}
	strepen := false
	bereik := v.plek(1, kop) + ":" + v.plek(len(t.kolommen), kop+t.aantal)
	v.doe(
		v.f.AddTable(v.naam, &excelize.Table{Range: bereik, Name: t.naam, ShowRowStripes: &strepen}),
		v.f.AddIgnoredErrors(v.naam, bereik, excelize.IgnoredErrorsNumberStoredAsText),
	)
}

// langeTabel is tabel for as many rows as there may be: they are written while
// the file is, and are never all in memory. It is the last of a sheet.
func (v *vel) langeTabel(t bladtabel) {
	kop := v.schrijfKop(t)
	v.maakFilter(t, kop)
	v.herhaal = true
	v.archief.aanvulling[v.deel] = func(w io.Writer) error { return v.schrijfRijen(w, t, kop+1) }
	v.rij += t.aantal
}

// schrijfRijen writes rows as SpreadsheetML (ECMA-376 part 1 section 18.3.1.73).
func (v *vel) schrijfRijen(w io.Writer, t bladtabel, eerste int) error {
	b := bufio.NewWriter(w) // keeps its first error
	namen := make([]string, len(t.kolommen))
	for i := range namen {
		naam, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		namen[i] = naam
	}
	r := eerste
	for rij := range t.rijen {
		fmt.Fprintf(b, `<row r="%d"`, r)
		if n := t.regels(rij, v.breedten); n > 1 {
			fmt.Fprintf(b, ` ht="%g" customHeight="1"`, regelhoogte*float64(n))
		}
		b.WriteString(">")
		for i, c := range rij {
			fmt.Fprintf(b, `<c r="%s%d" s="%d"`, namen[i], r, v.stijlen.stijl(t.kolommen[i].opmaak, c))
			switch c.soort {
			case celTekst:
				b.WriteString(` t="inlineStr"><is><t>`)
				if err := xml.EscapeText(b, []byte(c.tekst)); err != nil {
					return err
				}
				b.WriteString(`</t></is></c>`)
			case celGetal:
				b.WriteString("><v>" + strconv.FormatFloat(c.getal, 'f', -1, 64) + "</v></c>")
			default:
				b.WriteString("/>")
			}
		}
		b.WriteString("</row>")
		r++
	}
	return b.Flush()
}
