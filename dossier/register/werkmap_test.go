package register

import (
	"archive/zip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"klacht/dossier"
)

// A workbook gives what a CSV file of it does: dates as days, numbers as they
// are kept, whatever was laid out.
func TestWerkmap(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "klachten.xlsx")
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err := f.NewSheet("Register")
	must(err)
	us, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	must(err)
	tijd, err := f.NewStyle(&excelize.Style{NumFmt: 22})
	must(err)
	geld, err := f.NewStyle(&excelize.Style{NumFmt: 4})
	must(err)
	for cel, w := range map[string]any{
		"A1": "Klachtenregister", "A3": "Nummer", "B3": "Datum binnenkomst", "C3": "Datum afgehandeld", "D3": "Omschrijving", "E3": "Bedrag", "F3": "Gegrond",
		"A4": 7, "B4": 45964, "C4": 46004.6944444444, "D4": "Factuur\nklopt niet", "E4": 1250.5, "F4": true,
		"G3": "Vergoed", "G4": 1250.5, "G6": 45964.25,
		"A6": "8", "B6": "4-12-2025", "C6": 46010, "D6": "x", "F6": "n",
	} {
		must(f.SetCellValue("Register", cel, w))
	}
	must(f.SetCellStyle("Register", "B4", "B4", us))
	must(f.SetCellStyle("Register", "C4", "C4", tijd))
	must(f.SetCellStyle("Register", "E4", "E4", geld))
	must(f.SetCellStyle("Register", "H4", "Z90", geld))
	vorm := `#,##0.00 "EUR"` // as many signs and letters as a date
	euro, err := f.NewStyle(&excelize.Style{CustomNumFmt: &vorm})
	must(err)
	must(f.SetCellStyle("Register", "G4", "G6", euro))
	must(f.SaveAs(pad))
	r := open(t, pad, nil)
	if r.Blad != "Register" || r.Kop != 3 {
		t.Errorf("blad %q, kop %d", r.Blad, r.Kop)
	}
	rijen := alle(t, r)
	if d := cmp.Diff([]string{"7|2025-11-03|2025-12-13 16:40:00|Factuur\nklopt niet|1250.5|1|1250.5", "8|4-12-2025|2025-12-19|x||n|45964.25"}, cellen(rijen)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]int{4, 6}, []int{rijen[0].Regel, rijen[1].Regel}); d != "" {
		t.Error(d)
	}
	uit, fouten := zetOm(t, pad, kaartVan(t, "datumvorm: dmj\nvelden: {nummer: Nummer, ontvangen: Datum binnenkomst, afgehandeld: Datum afgehandeld, uitkomst: Gegrond, omschrijving: Omschrijving, categorie: {leeg: overig}}\n"))
	if len(fouten) > 0 {
		t.Fatal(fouten)
	}
	if d := cmp.Diff([]string{"2025-12-13T16:40:00+01:00 gegrond", "2025-12-19 ongegrond"}, []string{
		fmt.Sprint(uit[0].Verloop[0].Op, " ", uit[0].Verloop[0].Uitkomst), fmt.Sprint(uit[1].Verloop[0].Op, " ", uit[1].Verloop[0].Uitkomst),
	}); d != "" {
		t.Error(d)
	}
	_, err = Open(t.Context(), pad, &dossier.Kolomkaart{Blad: "Blad9"})
	if err == nil || err.Error() != `de werkmap heeft geen blad "Blad9"` {
		t.Errorf("kreeg %v", err)
	}
}

// What would be lost without a word: another year's sheet, and rows above what was
// taken for headings.
func TestWatErNietBijIs(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "klachten.xlsx")
	f := excelize.NewFile()
	for _, blad := range []string{"2025", "leeg", "lijsten"} {
		if _, err := f.NewSheet(blad); err != nil {
			t.Fatal(err)
		}
		if blad == "leeg" {
			continue
		}
		if err := f.SetSheetRow(blad, "A1", &[]string{"nummer", "ontvangen"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(f.SetSheetRow("Sheet1", "A1", &[]string{"nummer", "ontvangen"}), f.SetSheetVisible("lijsten", false), f.SaveAs(pad)); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"2025", "lijsten (verborgen)"}, open(t, pad, nil).AndereBladen); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"Sheet1", "lijsten (verborgen)"}, open(t, pad, &dossier.Kolomkaart{Blad: "2025"}).AndereBladen); d != "" {
		t.Error(d)
	}
	for tekst, wil := range map[string]int{
		"wanneer;wat;via\n1-2-2026;x;y\n2-2-2026;cursus;e-mail\n": 2,
		"Register;2026;;\nnummer;ontvangen;categorie;naam\n":      0,
	} {
		if n := open(t, schrijf(t, "r.csv", tekst), nil).Erboven; n != wil {
			t.Errorf("%q: %d rows above", tekst, n)
		}
	}
}

// A picture of almost two gigabytes, in a file of two megabytes.
func TestWerkmapDieUitgepaktTeGrootIs(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "bom.xlsx")
	f, err := os.Create(pad)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	w, err := z.Create("xl/media/plaatje.png")
	if err != nil {
		t.Fatal(err)
	}
	stuk := make([]byte, 1<<20)
	for range grensRest>>20 + 1 {
		if _, err := w.Write(stuk); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), pad, &dossier.Kolomkaart{}); err == nil || err.Error() != pad+" is uitgepakt te groot om te lezen" {
		t.Errorf("kreeg %v", err)
	}
}

// A value beyond the last column that is read is not left out of its row in silence.
func TestWerkmapMetTeVeelKolommen(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "breed.xlsx")
	f := excelize.NewFile()
	breed := make([]string, grensKolommen+1)
	breed[0], breed[1], breed[grensKolommen] = "x", "y", "z"
	if err := errors.Join(f.SetSheetRow("Sheet1", "A1", &[]string{"naam", "email"}), f.SetSheetRow("Sheet1", "A2", &breed), f.SetSheetRow("Sheet1", "A3", &[]string{"p", "q"}), f.SaveAs(pad)); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"x|y ✗ 1001 waarden, en er zijn 2 kolommen: staat er een scheidingsteken in een tekst zonder aanhalingstekens?", "p|q"}, cellen(alle(t, open(t, pad, nil)))); d != "" {
		t.Error(d)
	}
}
