package register

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"klacht/dossier"
	"klacht/werkdagen"
)

// grensUitgepakt bounds what a workbook may grow to when it is unpacked.
const grensUitgepakt = 2 << 30

func (r *Register) openWerkmap(pad string, kaart *dossier.Kolomkaart) error {
	metWerkmap := func(werk func(*excelize.File) error) error {
		f, err := excelize.OpenFile(pad, excelize.Options{UnzipSizeLimit: grensUitgepakt, UnzipXMLSizeLimit: 64 << 20})
		if err != nil {
			return &dossier.Fout{Wat: fmt.Sprintf("%s is geen werkmap die klacht kan lezen", pad), Raad: "open hem in Excel of LibreOffice, en bewaar hem als .xlsx of als CSV"}
		}
		defer f.Close()
		return werk(f)
	}
	if err := metWerkmap(func(f *excelize.File) error {
		var err error
		r.Blad, err = kiesBlad(f, kaart.Blad)
		return err
	}); err != nil {
		return err
	}
	r.lees = func(ctx context.Context, _ int, doe func(Rij) error) error {
		return metWerkmap(func(f *excelize.File) error { return leesBlad(ctx, f, r.Blad, doe) })
	}
	return nil
}

// kiesBlad is the sheet that was named, or the first that is shown and holds
// anything.
func kiesBlad(f *excelize.File, naam string) (string, error) {
	bladen := f.GetSheetList()
	for _, b := range bladen {
		if strings.EqualFold(b, naam) {
			return b, nil
		}
	}
	if naam != "" {
		return "", &dossier.Fout{Wat: fmt.Sprintf("de werkmap heeft geen blad %q", naam), Raad: "kies uit " + dossier.Opsomming(bladen, "of")}
	}
	for _, b := range bladen {
		if zichtbaar, err := f.GetSheetVisible(b); err != nil || !zichtbaar {
			continue
		}
		rijen, err := f.Rows(b)
		if err != nil {
			continue // a chart, or a sheet that is broken
		}
		vol := false
		for n := 0; n < 50 && !vol && rijen.Next(); n++ {
			cellen, err := rijen.Columns()
			vol = err == nil && !leeg(cellen)
		}
		if rijen.Close() == nil && vol {
			return b, nil
		}
	}
	return "", &dossier.Fout{Wat: "de werkmap heeft geen blad waar iets op staat"}
}

// leesBlad reads a sheet twice at once: as it shows, and as it is kept, for a
// date shows in the form that somebody chose.
func leesBlad(ctx context.Context, f *excelize.File, blad string, doe func(Rij) error) error {
	vanaf := eersteDag
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil && *p.Date1904 {
		vanaf += 1462
	}
	getoond, err := f.Rows(blad)
	if err != nil {
		return onleesbaarBlad(blad)
	}
	defer getoond.Close()
	bewaard, err := f.Rows(blad)
	if err != nil {
		return onleesbaarBlad(blad)
	}
	defer bewaard.Close()
	for regel := 1; getoond.Next() && bewaard.Next(); regel++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		rij := Rij{Regel: regel}
		toon, err := getoond.Columns()
		kaal, fout := bewaard.Columns(excelize.Options{RawCellValue: true})
		if err != nil || fout != nil {
			return onleesbaarBlad(blad)
		}
		if len(toon) > grensKolommen {
			toon = toon[:grensKolommen]
		}
		for i, t := range toon {
			if i < len(kaal) {
				t = werkmapcel(t, kaal[i], vanaf)
			}
			if t = schoon(t); t != "" {
				rij.waarden = i + 1 // behind it stands what was only laid out
			}
			rij.Cellen = append(rij.Cellen, t)
		}
		rij.Cellen = rij.Cellen[:rij.waarden]
		if err := doe(rij); err != nil {
			return err
		}
	}
	if getoond.Error() != nil {
		return onleesbaarBlad(blad)
	}
	return nil
}

func onleesbaarBlad(blad string) error {
	return &dossier.Fout{Wat: fmt.Sprintf("blad %q is niet helemaal te lezen", blad), Raad: "open de werkmap in Excel of LibreOffice, en bewaar het blad als CSV"}
}

// werkmapcel is a cell as it shows; a date or moment in ISO 8601.
func werkmapcel(getoond, bewaard string, vanaf werkdagen.Datum) string {
	if getoond == bewaard {
		return getoond
	}
	n, err := strconv.ParseFloat(bewaard, 64)
	if err != nil || !lijktDatum(getoond) {
		return getoond
	}
	if m, ok := vanSerie(n, vanaf); ok {
		return m.String()
	}
	return getoond
}

// lijktDatum tells a date from an amount by how it shows.
func lijktDatum(s string) bool {
	tekens, letters := 0, 0
	for _, r := range s {
		switch {
		case r == '-' || r == '/' || r == '.' || r == ':' || r == ' ':
			tekens++
		case unicode.IsLetter(r):
			letters++
		case !unicode.IsDigit(r) && r != ',':
			return false
		}
	}
	return tekens >= 2 || letters >= 3
}
