package register

import (
	"archive/zip"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"klacht/dossier"
	"klacht/werkdagen"
)

// The bounds on what a workbook may grow to when it is unpacked, in bytes.
const (
	grensUitgepakt = 2 << 30
	grensOnderdeel = 64 << 20  // a sheet that is larger is kept on disk
	grensRest      = 192 << 20 // of all that isn't: it is read into memory, pictures too
)

// pastWerkmap reports whether the workbook stays within these bounds, by what it
// says of itself; what says less than it holds is not read.
func pastWerkmap(pad string) bool {
	z, err := zip.OpenReader(pad)
	if err != nil {
		return true // that is told when it is opened
	}
	defer z.Close()
	var alles, rest uint64
	for _, f := range z.File {
		n := f.UncompressedSize64
		if n > grensUitgepakt {
			return false
		}
		naam := strings.ToLower(f.Name)
		if alles += n; n <= grensOnderdeel || naam != "xl/sharedstrings.xml" && !strings.HasPrefix(naam, "xl/worksheets/sheet") {
			rest += n
		}
	}
	return alles <= grensUitgepakt && rest <= grensRest
}

func (r *Register) openWerkmap(pad string, kaart *dossier.Kolomkaart) error {
	if !pastWerkmap(pad) {
		return &dossier.Fout{Wat: fmt.Sprintf("%s is uitgepakt te groot om te lezen", pad), Raad: "haal er weg wat geen register is, zoals plaatjes, of bewaar het blad als CSV"}
	}
	metWerkmap := func(werk func(*excelize.File) error) error {
		f, err := excelize.OpenFile(pad, excelize.Options{UnzipSizeLimit: grensUitgepakt, UnzipXMLSizeLimit: grensOnderdeel})
		if err != nil {
			return &dossier.Fout{Wat: fmt.Sprintf("%s is geen werkmap die klacht kan lezen", pad), Raad: "open hem in Excel of LibreOffice, en bewaar hem als .xlsx of als CSV"}
		}
		defer f.Close()
		return werk(f)
	}
	if err := metWerkmap(func(f *excelize.File) error {
		var err error
		r.Blad, r.AndereBladen, err = kiesBlad(f, kaart.Blad)
		return err
	}); err != nil {
		return err
	}
	var geheugen rijgeheugen
	r.lees = func(ctx context.Context, _ int, doe func(Rij) error) error {
		if geheugen.heel {
			return geheugen.geef(ctx, doe)
		}
		geheugen = rijgeheugen{}
		err := metWerkmap(func(f *excelize.File) error {
			return leesBlad(ctx, f, r.Blad, func(rij Rij) error {
				geheugen.neem(rij)
				return doe(rij)
			})
		})
		geheugen.heel = err == nil && !geheugen.vol
		return err
	}
	return nil
}

// grensGeheugen bounds what is kept of a workbook, in bytes.
const grensGeheugen = 256 << 20

// rijgeheugen keeps the rows of a workbook, which takes long to read, for the
// next time; not those of one that is too large.
type rijgeheugen struct {
	rijen []Rij
	bytes int
	vol   bool
	heel  bool // all rows are there
}

func (g *rijgeheugen) neem(rij Rij) {
	if leeg(rij.Cellen) {
		return // a sheet that is laid out to its end has a million of these
	}
	for _, c := range rij.Cellen {
		g.bytes += 16 + len(c) // a string is a pointer and a length
	}
	if g.vol = g.vol || g.bytes > grensGeheugen; g.vol {
		g.rijen = nil
		return
	}
	g.rijen = append(g.rijen, rij)
}

func (g *rijgeheugen) geef(ctx context.Context, doe func(Rij) error) error {
	for _, rij := range g.rijen {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := doe(rij); err != nil {
			return err
		}
	}
	return nil
}

// kiesBlad is the sheet that was named, or the first that is shown and holds
// anything. andere are the others that do.
func kiesBlad(f *excelize.File, naam string) (blad string, andere []string, err error) {
	bladen := f.GetSheetList()
	if i := slices.IndexFunc(bladen, func(b string) bool { return strings.EqualFold(b, naam) }); i >= 0 {
		blad = bladen[i]
	} else if naam != "" {
		return "", nil, &dossier.Fout{Wat: fmt.Sprintf("de werkmap heeft geen blad %q", naam), Raad: "kies uit " + dossier.Opsomming(bladen, "of")}
	}
	for _, b := range bladen {
		zichtbaar, err := f.GetSheetVisible(b)
		switch {
		case b == blad || err != nil || !heeftInhoud(f, b):
		case !zichtbaar:
			andere = append(andere, b+" (verborgen)")
		case blad == "":
			blad = b
		default:
			andere = append(andere, b)
		}
	}
	if blad == "" {
		return "", nil, &dossier.Fout{Wat: "de werkmap heeft geen blad waar iets op staat"}
	}
	return blad, andere, nil
}

// heeftInhoud looks at the first rows of a sheet; a chart has none.
func heeftInhoud(f *excelize.File, blad string) bool {
	const genoeg = 50
	rijen, err := f.Rows(blad)
	if err != nil {
		return false
	}
	vol := false
	for n := 0; n < genoeg && !vol && rijen.Next(); n++ {
		cellen, err := rijen.Columns()
		vol = err == nil && !leeg(cellen)
	}
	return rijen.Close() == nil && vol
}

// leesBlad reads a sheet as it is kept. A date is kept as a number, and shows in
// the form that somebody chose; it is given in ISO 8601.
func leesBlad(ctx context.Context, f *excelize.File, blad string, doe func(Rij) error) error {
	vanaf := eersteDag
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil && *p.Date1904 {
		vanaf += 1462
	}
	datums, err := datumkolommen(f, blad, vanaf)
	if err != nil {
		return err
	}
	rijen, err := f.Rows(blad)
	if err != nil {
		return onleesbaarBlad(blad)
	}
	defer rijen.Close()
	for regel := 1; rijen.Next(); regel++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		kaal, err := rijen.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return onleesbaarBlad(blad)
		}
		rij := Rij{Regel: regel, Cellen: make([]string, min(len(kaal), grensKolommen))}
		for i := range rij.Cellen {
			cel := kaal[i]
			if datums[i] {
				cel = alsDatum(cel, vanaf)
			}
			if cel = schoon(cel); cel != "" {
				rij.waarden = i + 1 // behind it stands what was only laid out
			}
			rij.Cellen[i] = cel
		}
		rij.Cellen = rij.Cellen[:rij.waarden]
		for i := len(kaal) - 1; i >= grensKolommen; i-- {
			if schoon(kaal[i]) != "" {
				rij.waarden = i + 1 // more than there are columns: it is left, and said
				break
			}
		}
		if err := doe(rij); err != nil {
			return err
		}
	}
	if rijen.Error() != nil {
		return onleesbaarBlad(blad)
	}
	return nil
}

// datumkolommen finds the columns that show dates, by the first rows as they show
// and as they are kept: looking at how every cell shows takes three times as long.
func datumkolommen(f *excelize.File, blad string, vanaf werkdagen.Datum) (map[int]bool, error) {
	const genoeg = 500
	getoond, err := f.Rows(blad)
	if err != nil {
		return nil, onleesbaarBlad(blad)
	}
	defer getoond.Close()
	bewaard, err := f.Rows(blad)
	if err != nil {
		return nil, onleesbaarBlad(blad)
	}
	defer bewaard.Close()
	datums := map[int]bool{}
	for n := 0; n < genoeg && getoond.Next() && bewaard.Next(); n++ {
		toon, err := getoond.Columns()
		kaal, fout := bewaard.Columns(excelize.Options{RawCellValue: true})
		if err != nil || fout != nil {
			return nil, onleesbaarBlad(blad)
		}
		for i := range min(len(toon), len(kaal), grensKolommen) {
			if toon[i] != kaal[i] && toontDatum(toon[i], kaal[i], vanaf) {
				datums[i] = true
			}
		}
	}
	return datums, nil
}

func onleesbaarBlad(blad string) error {
	return &dossier.Fout{Wat: fmt.Sprintf("blad %q is niet helemaal te lezen", blad), Raad: "open de werkmap in Excel of LibreOffice, en bewaar het blad als CSV"}
}

// alsDatum is a cell of a column with dates.
func alsDatum(bewaard string, vanaf werkdagen.Datum) string {
	n, err := strconv.ParseFloat(bewaard, 64)
	if err != nil {
		return bewaard
	}
	if m, ok := vanSerie(n, vanaf); ok {
		return m.String()
	}
	return bewaard
}

// toontDatum tells a date from an amount by how it shows: the digits are those of
// the day that the number is.
func toontDatum(getoond, bewaard string, vanaf werkdagen.Datum) bool {
	n, err := strconv.ParseFloat(bewaard, 64)
	if err != nil {
		return false
	}
	m, ok := vanSerie(n, vanaf)
	if !ok {
		return false
	}
	jaar, maand, dag := m.dag.Delen()
	groepen := strings.FieldsFunc(getoond, func(r rune) bool { return !unicode.IsDigit(r) })
	for _, groep := range groepen {
		g, err := strconv.Atoi(groep)
		if err != nil {
			return false
		}
		tijd := m.tijd >= 0 && (g == m.tijd/3600 || g == (m.tijd/3600+11)%12+1 || g == m.tijd/60%60 || g == m.tijd%60)
		if g != 0 && g != jaar && g != jaar%100 && g != maand && g != dag && !tijd {
			return false
		}
	}
	return len(groepen) > 0
}
