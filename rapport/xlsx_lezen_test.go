package rapport

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func maakXLSX(t testing.TB, o Overzicht) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := schrijfXLSX(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func openXLSX(t testing.TB, b []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// leesVel reads a sheet: in each row the cells as a Dutch spreadsheet shows them.
func leesVel(t testing.TB, f *excelize.File, naam string) [][]string {
	t.Helper()
	ruw, err := f.GetRows(naam, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	opmaken := map[int]string{}
	for r, rij := range ruw {
		for k, waarde := range rij {
			plek, err := excelize.CoordinatesToCellName(k+1, r+1)
			if err != nil {
				t.Fatal(err)
			}
			soort, err := f.GetCellType(naam, plek)
			if err != nil {
				t.Fatal(err)
			}
			if waarde == "" || soort != excelize.CellTypeUnset && soort != excelize.CellTypeNumber {
				continue
			}
			nummer, err := f.GetCellStyle(naam, plek)
			if err != nil {
				t.Fatal(err)
			}
			if _, bekend := opmaken[nummer]; !bekend {
				stijl, err := f.GetStyle(nummer)
				if err != nil {
					t.Fatal(err)
				}
				opmaken[nummer] = ""
				if stijl.CustomNumFmt != nil {
					opmaken[nummer] = *stijl.CustomNumFmt
				} else if stijl.NumFmt == 3 {
					opmaken[nummer] = "#,##0"
				}
			}
			rij[k] = getoond(t, waarde, opmaken[nummer])
		}
	}
	return ruw
}

func getoond(t testing.TB, waarde, notatie string) string {
	t.Helper()
	n, err := strconv.ParseFloat(waarde, 64)
	if err != nil {
		t.Fatalf("%q is geen getal", waarde)
	}
	switch notatie {
	case opmGetal.notatie():
		return getal(int(n))
	case opmDagen.notatie():
		return breuk(n)
	case opmVerschil.notatie():
		return verschil(int(n), 0)
	case opmProcent.notatie():
		n *= 100
		return procent(&n)
	case opmKans.notatie():
		return strings.ReplaceAll(fmt.Sprintf("%.4f", n), ".", ",")
	case opmDatum.notatie(), opmMaand.notatie():
		op, err := excelize.ExcelDateToTime(n, false)
		if err != nil {
			t.Fatal(err)
		}
		if notatie == opmMaand.notatie() {
			return op.Format("01-2006")
		}
		return op.Format("02-01-2006")
	}
	t.Fatalf("%s heeft de notatie %q", waarde, notatie)
	return ""
}

// uitgeschreven is the whole workbook as text, for golden files.
func uitgeschreven(t testing.TB, f *excelize.File) string {
	t.Helper()
	var b strings.Builder
	for _, naam := range f.GetSheetList() {
		fmt.Fprintf(&b, "== %s\n", naam)
		for _, rij := range leesVel(t, f, naam) {
			b.WriteString(strings.TrimRight(strings.Join(rij, " | "), " |") + "\n")
		}
	}
	return b.String()
}

// onderdelen unpacks the archive.
func onderdelen(t testing.TB, b []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	uit := map[string]string{}
	for _, d := range z.File {
		r, err := d.Open()
		if err != nil {
			t.Fatal(err)
		}
		inhoud, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		uit[d.Name] = string(inhoud)
	}
	return uit
}
