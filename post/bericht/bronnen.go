package bericht

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"strings"
)

// Bron is one message that was found, and where.
type Bron struct {
	Pad     string // of its file, within the file system that was searched
	Nummer  int    // its place in a file that holds many, from 1; 0 in a file of its own
	Vlaggen string // Maildir's: S seen, R replied, T trashed, D draft, F flagged, P passed on
	Inhoud  []byte // for Lees
}

// String says where the message is, for people.
func (b Bron) String() string {
	if b.Nummer > 0 {
		return fmt.Sprintf("%s, bericht %d", b.Pad, b.Nummer)
	}
	return b.Pad
}

// ErrGeenBericht is the error for a file in a folder that is no message and doesn't look like one.
var ErrGeenBericht = errors.New("dit is geen e-mailbericht")

// Berichten walks over the messages at pad, whatever that is: see plaatsen. With an error, the Bron says where, its Inhoud
// is empty, and the walk goes on where it can. One message is held in memory at a time, of at most 100 MiB. The order is
// that of names, and within a file that of the file. Names that begin with a dot, and what systems and programs leave in
// folders, are passed over in silence; any other file in a folder that is no message gives ErrGeenBericht.
func Berichten(fsys fs.FS, pad string) iter.Seq2[Bron, error] {
	return func(yield func(Bron, error) bool) {
		p, err := kijk(fsys, path.Clean(pad))
		if err != nil {
			yield(Bron{Pad: pad}, err)
			return
		}
		lezenBij(p)(p, yield)
	}
}

// plek is a file or folder that messages may be in.
type plek struct {
	fsys   fs.FS
	pad    string
	dir    bool
	begin  []byte // the first bytes of a file
	diepte int    // folders above it that were walked through; 0 for what the caller named
}

// geef hands a message, or an error, to whoever walks, and returns false when that is enough.
type geef = func(Bron, error) bool

// plaats is one kind of place that messages are in.
type plaats struct {
	herken func(plek) bool
	lees   func(plek, geef) bool
}

// plaatsen lists every kind; the first one that recognises a place reads it. What recognises the most comes last.
func plaatsen() []plaats {
	return []plaats{
		{isMaildir, leesMaildir},
		{isMap, leesMap},
		{isMbox, leesMbox},
		{isBestand, leesLosBestand},
	}
}

func lezenBij(p plek) func(plek, geef) bool {
	for _, s := range plaatsen() {
		if s.herken(p) {
			return s.lees
		}
	}
	return func(p plek, yield geef) bool { return yield(Bron{Pad: p.pad}, ErrGeenBericht) }
}

// kijk looks what is at pad.
func kijk(fsys fs.FS, pad string) (plek, error) {
	p := plek{fsys: fsys, pad: pad}
	f, err := fsys.Open(pad)
	if err != nil {
		return p, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return p, err
	}
	if p.dir = info.IsDir(); p.dir {
		return p, nil
	}
	if !info.Mode().IsRegular() {
		return p, ErrGeenBericht
	}
	p.begin, err = io.ReadAll(io.LimitReader(f, 4096))
	return p, err
}

// isBestand recognises a file that holds one message. What the caller named is taken for one, so that Lees says what is
// wrong with it; what was merely found in a folder has to look like one.
func isBestand(p plek) bool {
	if p.dir {
		return false
	}
	if p.diepte == 0 {
		return true
	}
	switch strings.ToLower(path.Ext(p.pad)) {
	case ".eml", ".msg", ".tnef":
		return true
	}
	return isTnef(p.begin) || lijktEml(p.begin)
}

// lijktEml tells whether b begins as a message does: with a field that mail has, and with a sender, a time or a subject.
func lijktEml(b []byte) bool {
	if anderBestand(b) != "" || bytes.IndexByte(b, 0) >= 0 {
		return false
	}
	l := &lezer{}
	b = l.kaleBegin(b)
	regel, _ := volgendeRegel(b)
	if naam, _, ok := leesVeld(regel); !ok || !bekendVeld(naam) {
		return false
	}
	k, _ := l.leesKop(b)
	return k.eerste("from") != "" || k.eerste("received") != "" || k.eerste("date") != "" || k.eerste("subject") != ""
}

func leesLosBestand(p plek, yield geef) bool { return geefBestand(p.fsys, Bron{Pad: p.pad}, yield) }

// geefBestand reads a file as one message.
func geefBestand(fsys fs.FS, b Bron, yield geef) bool {
	f, err := fsys.Open(b.Pad)
	if err != nil {
		return yield(b, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return yield(b, err)
	}
	if info.Size() > maxBericht {
		return yield(b, errTeGroot)
	}
	var inhoud bytes.Buffer
	inhoud.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := inhoud.ReadFrom(io.LimitReader(f, maxBericht+1)); err != nil {
		return yield(b, err)
	}
	if inhoud.Len() > maxBericht {
		return yield(b, errTeGroot)
	}
	b.Inhoud = inhoud.Bytes()
	return yield(b, nil)
}
