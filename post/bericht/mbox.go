package bericht

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"strconv"
	"strings"
)

// An mbox holds messages behind one another, each after a line that begins with "From " (RFC 4155). A line of a message
// that begins so too is written with > before it; one that already had >, by some (mboxrd) with one more, by others
// (mboxo) as it is. Still others (mboxcl) say in Content-Length how long the body is, and some of those (mboxcl2) write no
// > at all. Nothing in a file says which it is.

// isMbox recognises a file that begins with the line that separates messages. A file called .eml or .msg that begins so is
// one message.
func isMbox(p plek) bool {
	if p.dir {
		return false
	}
	switch strings.ToLower(path.Ext(p.pad)) {
	case ".eml", ".msg":
		return false
	}
	b := bytes.TrimLeft(p.begin, "\r\n")
	i := bytes.IndexByte(b, '\n')
	return i >= 0 && isScheiding(b[:i], b[i+1:], true)
}

func leesMbox(p plek, yield geef) bool {
	f, err := p.fsys.Open(p.pad)
	if err != nil {
		return yield(Bron{Pad: p.pad}, err)
	}
	defer f.Close()
	m := mboxlezer{r: bufio.NewReaderSize(f, 1<<16), vertrouwd: true}
	for nummer := 1; ; nummer++ {
		b := Bron{Pad: p.pad, Nummer: nummer}
		b.Inhoud, err = m.volgende()
		if errors.Is(err, io.EOF) {
			return true
		}
		if !yield(b, err) {
			return false
		}
		if err != nil && !errors.Is(err, errTeGroot) {
			return true
		}
	}
}

// mboxlezer takes one message after another out of an mbox.
type mboxlezer struct {
	r         *bufio.Reader
	binnen    bool // the line before the next message was read
	vertrouwd bool // Content-Length was right so far

	b       []byte // the message so far
	teGroot bool
	kop     bool // its header is being read
	leeg    bool // the last line was empty
	midden  bool // the last line has not ended yet
	einde   int  // where it ends, by its Content-Length; 0 when it has none
	twijfel int  // where a line stands that separates messages, before that end; 0 for nowhere
}

// maxLengte is how far Content-Length is followed over lines that separate messages.
const maxLengte = 32 << 20

// volgende returns the next message, io.EOF at the end, or errTeGroot for one that was passed over.
func (m *mboxlezer) volgende() ([]byte, error) {
	m.begin()
	for {
		regel, err := m.r.ReadSlice('\n')
		if len(regel) > 0 && m.neem(regel) {
			return m.klaar()
		}
		switch {
		case err == nil || errors.Is(err, bufio.ErrBufferFull):
			continue
		case !errors.Is(err, io.EOF):
			return nil, err
		case !m.binnen:
			return nil, io.EOF
		}
		if m.twijfel > 0 && !m.volledig() {
			m.terug()
			return m.klaar()
		}
		m.binnen = false
		return m.klaar()
	}
}

func (m *mboxlezer) begin() {
	m.b, m.teGroot, m.kop, m.leeg, m.midden, m.einde, m.twijfel = nil, false, true, true, false, 0, 0
}

// neem takes a line, or a piece of a long one, and tells whether the message before it is complete.
func (m *mboxlezer) neem(regel []byte) bool {
	vervolg := m.midden
	m.midden = regel[len(regel)-1] != '\n'
	if bytes.HasPrefix(regel, []byte("From ")) {
		regel = bytes.Clone(regel) // to look beyond it may move it
	}
	if !vervolg && !m.midden && m.scheiding(regel) {
		switch {
		case !m.binnen:
			m.binnen = true
			m.begin()
			return false
		case m.einde <= len(m.b) || m.volledig():
			if m.twijfel > 0 && !m.volledig() {
				m.r = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(regel), m.r), 1<<16)
				m.terug()
			}
			return true
		case m.twijfel == 0:
			m.twijfel = len(m.b)
		}
	}
	if !m.binnen {
		return false // before the first message
	}
	m.leeg = !vervolg && len(bytes.TrimRight(regel, "\r\n")) == 0
	if len(m.b)+len(regel) > maxBericht {
		m.teGroot, m.b, m.einde, m.twijfel = true, nil, 0, 0
	}
	if m.teGroot {
		return false
	}
	m.b = append(m.b, regel...)
	if m.kop && m.leeg {
		m.kop = false
		m.einde = m.lengte()
	}
	if m.twijfel > 0 && len(m.b) > m.einde+2 {
		m.terug()
		return true
	}
	return false
}

func (m *mboxlezer) scheiding(regel []byte) bool {
	if !bytes.HasPrefix(regel, []byte("From ")) {
		return false
	}
	volgt, _ := m.r.Peek(maxFromRegel)
	return isScheiding(bytes.TrimRight(regel, "\r\n"), volgt, m.leeg)
}

// volledig tells whether the message ends where its Content-Length says, but for the empty line that separates messages.
func (m *mboxlezer) volledig() bool {
	over := len(m.b) - m.einde
	return m.einde > 0 && over >= 0 && over <= 2 && len(bytes.TrimRight(m.b[m.einde:], "\r\n")) == 0
}

// terug ends the message at the first line that could separate it from a next one: its Content-Length was wrong. What was
// read beyond it is read again; that happens once, since from then on Content-Length isn't believed.
func (m *mboxlezer) terug() {
	rest := bytes.Clone(m.b[m.twijfel:])
	m.r = bufio.NewReaderSize(io.MultiReader(bytes.NewReader(rest), m.r), 1<<16)
	m.b, m.vertrouwd, m.binnen = m.b[:m.twijfel], false, false
	m.einde, m.twijfel = 0, 0
}

// lengte returns where the message that m.b is the header of ends by its Content-Length, 0 when it doesn't say.
func (m *mboxlezer) lengte() int {
	if !m.vertrouwd {
		return 0
	}
	for b := m.b; len(b) > 0; {
		var regel []byte
		regel, b = volgendeRegel(b)
		if naam, waarde, ok := leesVeld(regel); ok && naam == "content-length" {
			if n, err := strconv.Atoi(string(waarde)); err == nil && n > 0 && n <= maxLengte {
				return len(m.b) + n
			}
		}
	}
	return 0
}

// klaar returns the message as it was before it was put into the mbox.
func (m *mboxlezer) klaar() ([]byte, error) {
	if m.teGroot {
		return nil, errTeGroot
	}
	b := m.b
	letterlijk := m.twijfel > 0 // lines that begin with From are in there as they are, and so are those with >
	if m.volledig() {
		b = b[:m.einde]
	} else if bytes.HasSuffix(b, []byte("\r\n\r\n")) {
		b = b[:len(b)-2]
	} else if bytes.HasSuffix(b, []byte("\n\n")) {
		b = b[:len(b)-1]
	}
	if !letterlijk {
		b = zonderFromTekens(b)
	}
	return b, nil
}

// zonderFromTekens takes the > off lines of the body that begin with >From, one of each.
func zonderFromTekens(b []byte) []byte {
	kop := bytes.Index(b, []byte("\n\n"))
	if i := bytes.Index(b, []byte("\n\r\n")); i >= 0 && (kop < 0 || i < kop) {
		kop = i
	}
	if kop < 0 || !bytes.Contains(b[kop:], []byte(">From ")) {
		return b
	}
	uit := append(make([]byte, 0, len(b)), b[:kop]...)
	for rest := b[kop:]; len(rest) > 0; {
		i := bytes.IndexByte(rest, '\n') + 1
		if i == 0 {
			i = len(rest)
		}
		regel := rest[:i]
		if regel[0] == '>' && bytes.HasPrefix(bytes.TrimLeft(regel, ">"), []byte("From ")) {
			regel = regel[1:]
		}
		uit, rest = append(uit, regel...), rest[i:]
	}
	return uit
}

// isScheiding tells whether a line separates messages; volgt is what comes behind it, and leeg tells that the line before
// it is empty or that there is none.
//
// QUIRK: RFC 4155 asks for an empty line before it, an address and a time in it. Writers that leave out the empty line
// occur, and so do Thunderbird's `From - ` and `From ` alone. So does text that begins with From: what tells them apart is
// that a header follows.
func isScheiding(regel, volgt []byte, leeg bool) bool {
	na, ok := bytes.CutPrefix(regel, []byte("From "))
	if !ok {
		return false
	}
	veld, _ := volgendeRegel(volgt)
	naam, _, ok := leesVeld(veld)
	if !ok && !bytes.HasPrefix(veld, []byte(">From ")) {
		return false
	}
	switch {
	case leeg && isMboxRegel(regel):
		return true
	case leeg:
		return len(bytes.Trim(na, " -\r\t")) == 0 && bekendVeld(naam)
	}
	return isMboxRegel(regel) && bekendVeld(naam) && heeftJaartal(na)
}

// heeftJaartal tells whether a line ends, but for a zone, in a year.
func heeftJaartal(regel []byte) bool {
	for _, woord := range bytes.Fields(regel) {
		if n, err := strconv.Atoi(string(woord)); err == nil && n >= 1970 && n < 3000 && len(woord) == 4 {
			return true
		}
	}
	return false
}
