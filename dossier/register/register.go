// Package register reads a complaints register that was kept elsewhere, a CSV
// file or a workbook, and makes of each row what is known of one complaint. It
// looks at the whole register before it decides what its columns and dates are.
package register

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"klacht/dossier"
)

// The bounds on a register. What is larger was not kept by hand.
const (
	grensBestand  = 1 << 30   // bytes
	grensRijen    = 1_000_000 // rows
	grensRij      = 1 << 20   // bytes of one row: a record holds no more either
	grensKolommen = 1000
)

// Rij is a row as it stands in the register.
type Rij struct {
	Regel  int // the line where it begins, or the row of the sheet; from 1
	Cellen []string
	Fout   string // why it can't be read, "" when it can

	waarden int // how many values stood there, what says nothing among them
}

// Register is an opened register. It is read from the beginning as often as
// needed; of a workbook, the rows are kept where they are not too many.
type Register struct {
	Naam      string // what it is called: its file, without the ending
	Blad      string // of a workbook: the sheet
	Scheiding string // of a CSV file, with the name that Scheidingen has for it
	Tekenset  string // of a CSV file
	Kop       int    // the line with the headings
	Kolommen  []string

	AndereBladen []string // of a workbook: what else holds anything
	Erboven      int      // rows above headings that were found which look like rows of the register

	lees func(ctx context.Context, kolommen int, doe func(Rij) error) error
}

// Open opens the register at pad. What kaart says of its form is taken to be so,
// the rest is found out.
func Open(ctx context.Context, pad string, kaart *dossier.Kolomkaart) (*Register, error) {
	f, err := os.Open(pad)
	if err != nil {
		return nil, fmt.Errorf("kon het register niet lezen: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, fmt.Errorf("kon het register niet lezen: %w", err)
	case info.IsDir():
		return nil, &dossier.Fout{Wat: fmt.Sprintf("%s is een map", pad), Raad: "noem een CSV-bestand of een werkmap (.xlsx)", Aanroep: true}
	case info.Size() > grensBestand:
		return nil, &dossier.Fout{Wat: fmt.Sprintf("%s is groter dan %d MiB", pad, grensBestand>>20), Raad: "knip het register in stukken, bijvoorbeeld per jaar"}
	}
	begin := make([]byte, 4096)
	n, err := io.ReadFull(f, begin)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("kon het register niet lezen: %w", err)
	}
	r := &Register{Naam: naamVan(pad)}
	if kaart.Register != "" {
		r.Naam = kaart.Register
	}
	begin = begin[:n]
	if isRest(pad, begin) {
		// The map says what form the register has that this was left of.
		kaart = &dossier.Kolomkaart{}
	}
	switch {
	case bytes.HasPrefix(begin, []byte("PK\x03\x04")):
		err = r.openWerkmap(pad, kaart)
	case bytes.HasPrefix(begin, []byte("\xd0\xcf\x11\xe0")):
		err = &dossier.Fout{Wat: fmt.Sprintf("%s is een werkmap in een oude vorm (.xls), of met een wachtwoord", pad), Raad: "open hem in Excel of LibreOffice, en bewaar hem als .xlsx zonder wachtwoord"}
	case bytes.HasPrefix(begin, []byte("%PDF")):
		err = &dossier.Fout{Wat: fmt.Sprintf("%s is een PDF", pad), Raad: "vraag het register als CSV of als werkmap (.xlsx)"}
	default:
		err = r.openCSV(pad, kaart)
	}
	if err != nil {
		return nil, err
	}
	return r, r.zoekKop(ctx, kaart.Kop)
}

// nietIngelezen is what klacht adds to the name of the rows that it left.
const nietIngelezen = "-niet-ingelezen"

var rest = regexp.MustCompile(nietIngelezen + `(-\d+)?$`)

// isRest reports whether a file holds rows that klacht left of a register.
func isRest(pad string, begin []byte) bool {
	return rest.MatchString(strings.TrimSuffix(filepath.Base(pad), filepath.Ext(pad))) ||
		bytes.Contains(begin[:min(len(begin), 64)], []byte(eigenKolom+kopRegel))
}

// naamVan is what a register is called after its file. What was left of it
// belongs to the same register.
func naamVan(pad string) string {
	naam := strings.TrimSuffix(filepath.Base(pad), filepath.Ext(pad))
	for rest.MatchString(naam) && naam != rest.FindString(naam) {
		naam = rest.ReplaceAllString(naam, "")
	}
	return naam
}

// Rijen gives every row below the headings that holds something. It stops at the
// first error of doe.
func (r *Register) Rijen(ctx context.Context, doe func(Rij) error) error {
	rijen := 0
	return r.lees(ctx, len(r.Kolommen), func(rij Rij) error {
		if rij.Regel <= r.Kop || rij.Fout == "" && leeg(rij.Cellen) {
			return nil
		}
		if rijen++; rijen > grensRijen {
			return &dossier.Fout{Wat: fmt.Sprintf("het register heeft meer dan %d regels", grensRijen), Raad: "knip het in stukken, bijvoorbeeld per jaar"}
		}
		// Also where the last of them are empty: what stands between may have moved
		// all behind it.
		if n := rij.waarden; rij.Fout == "" && n > len(r.Kolommen) {
			rij.Fout = fmt.Sprintf("%d waarden, en er zijn %d kolommen: staat er een scheidingsteken in een tekst zonder aanhalingstekens?", n, len(r.Kolommen))
		}
		return doe(rij)
	})
}

func leeg(cellen []string) bool {
	for _, c := range cellen {
		if c != "" {
			return false
		}
	}
	return true
}
