package post

import (
	"errors"
	"sync"
	"sync/atomic"
	"time"
)

// imaplijn is a connection to an IMAP server that may send no more than was
// asked for. The library keeps what is no literal in memory, however long it is,
// and puts what goes wrong into texts; here it can be looked up.
type imaplijn struct {
	*lijn
	over atomic.Int64 // bytes that may still come in

	mu    sync.Mutex
	mis   error // the first thing that went wrong
	dicht bool  // by ourselves
}

// ruim is what the answer to one command may take beside what was asked for.
const ruim = 1 << 20

var errTeVeel = errors.New("more than was asked for")

func (l *imaplijn) Read(p []byte) (int, error) {
	over := l.over.Load()
	if over <= 0 {
		return 0, l.onthoud(errTeVeel)
	}
	n, err := l.lijn.Read(p[:min(int64(len(p)), over)])
	l.over.Add(int64(-n))
	return n, l.onthoud(err)
}

func (l *imaplijn) Write(p []byte) (int, error) {
	n, err := l.lijn.Write(p)
	return n, l.onthoud(err)
}

func (l *imaplijn) onthoud(err error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.mis == nil && !l.dicht {
		l.mis = err
	}
	return err
}

// oorzaak is the first thing that went wrong on the connection, or nil.
func (l *imaplijn) oorzaak() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.mis
}

// sta allows n bytes more.
func (l *imaplijn) sta(n int64) { l.over.Add(n) }

// begin allows what the answer to a command may take: n bytes of it were asked for.
func (l *imaplijn) begin(n int64) { l.over.Store(ruim + n) }

// Close is how the library ends it.
func (l *imaplijn) Close() error {
	l.mu.Lock()
	l.dicht = true
	l.mu.Unlock()
	l.verbreek()
	return nil
}

// The library's own deadlines count from the start of an answer: a large message
// over a slow line would not make it. How long a silence may be, lijn says.
func (l *imaplijn) SetDeadline(time.Time) error      { return nil }
func (l *imaplijn) SetReadDeadline(time.Time) error  { return nil }
func (l *imaplijn) SetWriteDeadline(time.Time) error { return nil }
