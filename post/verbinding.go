package post

import (
	"context"
	"crypto/tls"
	"encoding/base64"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"klacht/dossier"
)

// Toegang is what it takes to use a mail server.
type Toegang struct {
	Server     dossier.Mailserver
	Wachtwoord string
	// Wacht is how long the server may say nothing; zero is a minute, and for the
	// answer to a whole message the ten minutes of RFC 5321 4.5.3.2.6.
	Wacht time.Duration
}

// verraadt reports whether a text gives the password away, bare or as it went
// over the line.
func (t Toegang) verraadt(tekst string) bool {
	w := t.Wachtwoord
	if w == "" {
		return false
	}
	for _, vorm := range []string{
		w,
		schoneRegel(w),
		base64.StdEncoding.EncodeToString([]byte(w)),
		base64.StdEncoding.EncodeToString([]byte("\x00" + t.Server.Gebruiker + "\x00" + w)),
		strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(w),
	} {
		if vorm != "" && strings.Contains(tekst, vorm) {
			return true
		}
	}
	return false
}

const (
	wachtGewoon    = time.Minute
	wachtOntvangst = 10 * time.Minute
)

// lijn is a connection that ends when the other side is silent for too long, and
// with its ctx.
type lijn struct {
	net.Conn // as it is used: with TLS where there is
	kaal     net.Conn
	wacht    atomic.Int64 // time.Duration
	los      func() bool  // lets go of ctx
	stil     atomic.Bool  // it was silent for too long

	mu     sync.Mutex
	wekker *time.Timer
	rustig bool // nothing is asked: the server need say nothing
	heel   bool // an answer must come whole in that time, not just begin
}

// verbind opens the connection that t.Server asks for. With STARTTLS the
// protocol itself has still to protect it, by tlsInstelling, before anything
// else. Without protection it goes to this machine only, whatever the name
// server says.
func verbind(ctx context.Context, t Toegang) (*lijn, error) {
	s := t.Server
	wacht := t.Wacht
	if wacht == 0 {
		wacht = wachtGewoon
	}
	beller := net.Dialer{Timeout: wacht}
	conn, err := beller.DialContext(ctx, "tcp", s.Adres())
	if err != nil {
		return nil, verbindingsfout(ctx, s, err)
	}
	if s.Beveiliging == dossier.BeveiligingGeen && !isHier(conn.RemoteAddr()) {
		_ = conn.Close() // nothing was said
		return nil, &dossier.Fout{Wat: s.Host + " is niet deze computer, en zonder beveiliging mag de verbinding nergens anders heen", Raad: "schrijf in procedure.yaml beveiliging: tls of starttls"}
	}
	l := &lijn{Conn: conn, kaal: conn}
	l.wacht.Store(int64(wacht))
	l.wekker = time.AfterFunc(wacht, func() {
		l.stil.Store(true)
		_ = conn.Close() // the read or write under way says so
	})
	l.los = context.AfterFunc(ctx, func() { _ = conn.Close() })
	if s.Beveiliging == dossier.BeveiligingTLS {
		beveiligd := tls.Client(conn, tlsInstelling(s))
		if err := beveiligd.HandshakeContext(ctx); err != nil {
			l.verbreek()
			return nil, l.fout(ctx, s, err)
		}
		l.Conn = beveiligd
	}
	return l, nil
}

// tlsInstelling asks for TLS 1.2 or later (RFC 8314 4.1) and a certificate for
// the name that procedure.yaml has.
func tlsInstelling(s dossier.Mailserver) *tls.Config {
	return &tls.Config{ServerName: s.Host, MinVersion: tls.VersionTLS12}
}

func isHier(a net.Addr) bool {
	t, ok := a.(*net.TCPAddr)
	return ok && t.IP.IsLoopback()
}

func (l *lijn) Read(p []byte) (int, error) {
	l.tel(false)
	return l.Conn.Read(p)
}

func (l *lijn) Write(p []byte) (int, error) {
	l.tel(true)
	return l.Conn.Write(p)
}

// tel counts the silence from now on; one who says something awaits an answer.
func (l *lijn) tel(zegt bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if zegt {
		l.rustig = false
	}
	if zegt || !l.rustig && !l.heel {
		l.wekker.Reset(time.Duration(l.wacht.Load()))
	}
}

// rust stops counting until something is said again: meanwhile the reader has
// other work, however long that takes.
func (l *lijn) rust() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.rustig = true
	l.wekker.Stop()
}

func (l *lijn) Close() error {
	l.rust()
	l.los()
	return l.Conn.Close()
}

// verbreek ends the connection without the last words of TLS, for which a
// silent server would be waited on.
func (l *lijn) verbreek() {
	l.rust()
	l.los()
	_ = l.kaal.Close() // whatever is wrong with it, it is over
}
