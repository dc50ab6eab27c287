package register

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/text/transform"

	"klacht/dossier"
)

func (r *Register) openCSV(pad string, kaart *dossier.Kolomkaart) error {
	r.Tekenset, r.Scheiding = kaart.Tekenset, kaart.Scheiding
	if r.Tekenset == "" {
		if err := metBestand(pad, func(f io.Reader) (err error) {
			r.Tekenset, err = raadTekenset(f)
			return err
		}); err != nil {
			return err
		}
	}
	var voorop int // bytes of a line that only says what stands between values
	if err := metBestand(pad, func(f io.Reader) error {
		begin, err := io.ReadAll(io.LimitReader(transform.NewReader(f, ontcijfer(r.Tekenset)), proefstuk))
		if err != nil {
			return err
		}
		if begin := begin[:min(len(begin), 512)]; bytes.Count(begin, []byte{0}) > 4+len(begin)/50 {
			return &dossier.Fout{Wat: fmt.Sprintf("%s is geen tekst", pad), Raad: "noem een CSV-bestand of een werkmap (.xlsx)"}
		}
		sep, n := scheidingsregel(begin)
		if voorop = n; r.Scheiding == "" {
			if n == 0 {
				sep = raadScheiding(begin, len(begin) < proefstuk)
			}
			r.Scheiding = scheidingsnaam(sep)
		}
		return nil
	}); err != nil {
		return err
	}
	sep := dossier.Scheidingen()[r.Scheiding]
	r.lees = func(ctx context.Context, kolommen int, doe func(Rij) error) error {
		return metBestand(pad, func(f io.Reader) error {
			c := &csvlezer{bron: transform.NewReader(f, ontcijfer(r.Tekenset)), sep: sep, kolommen: kolommen}
			if voorop > 0 {
				c.sla(voorop)
			}
			for ctx.Err() == nil {
				rij, err := c.volgende()
				if errors.Is(err, io.EOF) {
					return nil
				}
				if err != nil {
					return err
				}
				if err := doe(rij); err != nil {
					return err
				}
			}
			return ctx.Err()
		})
	}
	return nil
}

func metBestand(pad string, werk func(io.Reader) error) error {
	f, err := os.Open(pad)
	if err != nil {
		return fmt.Errorf("kon het register niet lezen: %w", err)
	}
	defer f.Close()
	return werk(f)
}

// csvlezer reads row by row, and goes on after one that can't be read.
type csvlezer struct {
	bron     io.Reader
	sep      byte
	kolommen int // how many the headings have, 0 while that isn't known

	buf   []byte
	op    bool // bron has no more
	regel int  // lines that were read
	wees  int  // of the first bytes of buf, a quote that isn't closed on its line is not closed
}

// grensWees is from how far on no quote is looked for once more: a quote that is
// missing would have every row after it searched to the next.
const grensWees = 1 << 16

// sla passes over n bytes, which are the first line.
func (c *csvlezer) sla(n int) {
	for len(c.buf) < n && !c.op {
		if c.vul() != nil {
			break
		}
	}
	c.buf = c.buf[min(n, len(c.buf)):]
	c.regel++
}

func (c *csvlezer) vul() error {
	stuk := max(1<<16, len(c.buf))
	begin := len(c.buf)
	c.buf = append(c.buf, make([]byte, stuk)...)
	n, err := io.ReadFull(c.bron, c.buf[begin:])
	c.buf = c.buf[:begin+n]
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		c.op = true
		return nil
	}
	if err != nil {
		return fmt.Errorf("kon het register niet lezen: %w", err)
	}
	return nil
}

// volgende gives the next row, or io.EOF.
func (c *csvlezer) volgende() (Rij, error) {
	for {
		if len(c.buf) == 0 && c.op {
			return Rij{}, io.EOF
		}
		s := c.snij()
		if !s.klaar && len(c.buf) <= grensRij && !c.op {
			if err := c.vul(); err != nil {
				return Rij{}, err
			}
			continue
		}
		rij := Rij{Regel: c.regel + 1}
		if s.ver > grensWees {
			// Halfway, for a row there may be closed behind it.
			c.wees = max(c.wees, s.ver/2)
		}
		switch {
		case !s.klaar || s.bytes > grensRij:
			rij.Fout = fmt.Sprintf("deze regel is langer dan %d MiB", grensRij>>20)
			if s.open {
				rij.Fout = foutOpen
			}
		case s.open:
			rij.Fout = foutOpen
		case s.regels > 1 && s.slordig && c.kolommen > 1 && c.eersteRegel() == c.kolommen:
			rij.Fout = foutOpen
		case s.regels > 1 && c.kolommen > 0 && s.waarden != c.kolommen:
			rij.Fout = fmt.Sprintf("deze regel loopt door op de volgende, en heeft dan %d waarden bij %d kolommen: is een aanhalingsteken niet gesloten?", s.waarden, c.kolommen)
		default:
			rij.waarden = s.waarden
			rij.Cellen = make([]string, len(s.cellen))
			for i, cel := range s.cellen {
				rij.Cellen[i] = schoon(cel)
			}
			c.ga(s.bytes, s.regels)
			return rij, nil
		}
		return c.herstel(rij)
	}
}

// eersteRegel counts the values on the first line when quotes mean nothing.
func (c *csvlezer) eersteRegel() int {
	i := bytes.IndexAny(c.buf, "\r\n")
	if i < 0 {
		i = len(c.buf)
	}
	return 1 + bytes.Count(c.buf[:i], []byte{c.sep})
}

const foutOpen = "een aanhalingsteken dat op deze regel begint, wordt niet gesloten"

// herstel leaves the first line of what could not be read behind: the next may be
// a row again.
func (c *csvlezer) herstel(rij Rij) (Rij, error) {
	for {
		i := bytes.IndexAny(c.buf, "\r\n")
		if i < 0 && !c.op {
			// A line without an end is thrown away as it is read.
			if len(rij.Cellen) == 0 {
				rij.Cellen = []string{schoon(string(c.buf[:min(len(c.buf), 1000)]))}
			}
			c.ga(len(c.buf), 0)
			if err := c.vul(); err != nil {
				return rij, err
			}
			continue
		}
		n := regelOp(c.buf, i)
		if len(rij.Cellen) == 0 {
			for cel := range strings.SplitSeq(string(c.buf[:n]), string(c.sep)) {
				rij.Cellen = append(rij.Cellen, schoon(cel))
			}
			rij.Cellen = rij.Cellen[:min(len(rij.Cellen), grensKolommen)]
		}
		c.ga(n, 1)
		return rij, nil
	}
}

// ga leaves bytes behind, and the lines that end in them.
func (c *csvlezer) ga(bytes, regels int) {
	c.buf, c.regel, c.wees = c.buf[bytes:], c.regel+regels, max(0, c.wees-bytes)
}

// snij takes the first row off what was read, and looks no further than its line
// for a quote of which it is known that it isn't closed.
func (c *csvlezer) snij() gesneden {
	if c.wees > 0 {
		if i := bytes.IndexAny(c.buf, "\r\n"); i >= 0 && i < c.wees {
			s := snijRij(c.buf[:i], c.sep, true)
			if !s.open {
				s.bytes = regelOp(c.buf, i)
			}
			return s
		}
	}
	return snijRij(c.buf, c.sep, c.op)
}

// regelOp is how long the line is whose end begins at i, its end included.
func regelOp(p []byte, i int) int {
	switch {
	case i < 0:
		return len(p)
	case p[i] == '\r' && i+1 < len(p) && p[i+1] == '\n':
		return i + 2
	}
	return i + 1
}
