package register

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"klacht/dossier"
)

// How the columns begin that klacht adds to rows that it left. They are not part
// of the register.
const eigenKolom = "klacht: "

// What those columns are.
const (
	kopRegel  = "regel"
	kopKolom  = "kolom"
	kopWaarom = "waarom"
	kopDatums = "datums" // in what order they were, for a few rows don't show it
)

func isEigenKolom(naam string) bool { return strings.HasPrefix(naam, eigenKolom) }

// BewaarRest writes the rows that were left next to the register at pad, never
// over anything, and gives the name of the file. It is a CSV file with the
// register's own columns, which can be mended and taken over; before them stand
// the row, the column, why, and datums: the order of its dates (Datumvolgorde).
func BewaarRest(pad string, r *Register, datums string, fouten []*Rijfout) (string, error) {
	sep := byte(';')
	if b, ok := dossier.Scheidingen()[r.Scheiding]; ok {
		sep = b
	}
	var b bytes.Buffer
	b.WriteString("\ufeff") // by which Excel knows that it is UTF-8
	var koppen []string
	for _, k := range []string{kopRegel, kopKolom, kopWaarom, kopDatums} {
		koppen = append(koppen, eigenKolom+k)
	}
	sla := make([]bool, len(r.Kolommen)) // of an earlier time
	for i, k := range r.Kolommen {
		if sla[i] = isEigenKolom(k); !sla[i] {
			koppen = append(koppen, k)
		}
	}
	schrijfRij(&b, sep, koppen)
	for _, f := range fouten {
		cellen := []string{strconv.Itoa(f.Rij.Regel), f.Kolom, f.Waarom, datums}
		for i, c := range f.Rij.Cellen {
			if i >= len(sla) || !sla[i] {
				cellen = append(cellen, c)
			}
		}
		schrijfRij(&b, sep, cellen)
	}
	voor := strings.TrimSuffix(pad, filepath.Ext(pad)) + nietIngelezen
	for n := 1; ; n++ {
		naar := voor + ".csv"
		if n > 1 {
			naar = fmt.Sprintf("%s-%d.csv", voor, n)
		}
		if _, err := os.Lstat(naar); err == nil {
			if staatEr(naar, b.Bytes()) {
				return naar, nil // of an earlier time, with the same rows
			}
			continue
		}
		return naar, dossier.BewaarBestand(naar, b.Bytes(), false)
	}
}

// schrijfRij writes a row of which no cell starts a formula.
func schrijfRij(b *bytes.Buffer, sep byte, cellen []string) {
	for i, c := range cellen {
		if i > 0 {
			b.WriteByte(sep)
		}
		if c != "" && strings.IndexByte(formulebegin, c[0]) >= 0 {
			c = "'" + c
		}
		if strings.ContainsAny(c, "\"\r\n") || strings.IndexByte(c, sep) >= 0 || strings.TrimSpace(c) != c {
			c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
		}
		b.WriteString(c)
	}
	b.WriteString("\r\n")
}

// staatEr reports whether the file at pad holds just that.
func staatEr(pad string, inhoud []byte) bool {
	info, err := os.Stat(pad)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(inhoud)) {
		return false
	}
	nu, err := os.ReadFile(pad)
	return err == nil && bytes.Equal(nu, inhoud)
}
