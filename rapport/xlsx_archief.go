package rapport

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"time"

	"github.com/xuri/excelize/v2"
)

// archief is the zip file of a workbook. Every part in it has one time, which is
// not the clock's, and a part can be filled with rows while it is written.
//
// excelize has a StreamWriter for many rows, but it keeps what is over 16 MB in
// the system's folder for temporary files, where no name of a complainant
// should be, and writes its sheets in random order.
type archief struct {
	zip        *zip.Writer
	datum      time.Time
	aanvulling map[string]aanvulling // by the name of the part
	fout       error                 // the first; excelize forgets those of all parts but the last
}

// aanvulling writes the rows that come behind those that a sheet has.
type aanvulling func(io.Writer) error

func (a *archief) open(w io.Writer) excelize.ZipWriter {
	a.zip = zip.NewWriter(w)
	return a
}

// Create starts a part.
func (a *archief) Create(naam string) (io.Writer, error) {
	w, err := a.zip.CreateHeader(&zip.FileHeader{Name: naam, Method: zip.Deflate, Modified: a.datum})
	if err != nil {
		return nil, err
	}
	return &deel{w: w, archief: a, rijen: a.aanvulling[naam]}, nil
}

// AddFS is part of what excelize asks for; it has no use for it.
func (a *archief) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close ends the archive.
func (a *archief) Close() error { return a.zip.Close() }

// deel is a part of the archive. excelize writes each in one go.
type deel struct {
	w       io.Writer
	archief *archief
	rijen   aanvulling
}

// Write writes the part, with the rows that are to be in it.
func (d *deel) Write(p []byte) (int, error) {
	err := d.schrijf(p)
	if d.archief.fout == nil {
		d.archief.fout = err
	}
	return len(p), err
}

func (d *deel) schrijf(p []byte) error {
	// The language of charts, which excelize has no setting for.
	p = bytes.ReplaceAll(p, []byte(`"en-US"`), []byte(`"nl-NL"`))
	if d.rijen == nil {
		_, err := d.w.Write(p)
		return err
	}
	voor, na, gevonden := bytes.Cut(p, []byte(eindeVanRijen))
	if !gevonden {
		return errors.New("het werkblad heeft geen plaats voor rijen")
	}
	if _, err := d.w.Write(voor); err != nil {
		return err
	}
	if err := d.rijen(d.w); err != nil {
		return err
	}
	_, err := d.w.Write(append([]byte(eindeVanRijen), na...))
	return err
}

const eindeVanRijen = "</sheetData>"
