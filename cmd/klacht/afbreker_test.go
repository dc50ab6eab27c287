//go:build linux

package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"
)

// afbreker stands between klacht and a mail server, passes on what they say, and counts the client's commands. At one of them it ends the
// connection; what connects after that is left alone.
type afbreker struct {
	poort    int
	naar     int // the server's port
	opdracht func(regel string) string
	breuk    breuk

	mu      sync.Mutex
	gezegd  []string // the commands so far, by name; a connection starts with "verbinden"
	gebeurd bool     // the connection was ended
}

// breuk is where a conversation is ended: at the command with this number, from 0.
type breuk struct {
	bij int
	hoe breukwijze
}

type breukwijze string

const (
	nooit      breukwijze = ""
	ervoor     breukwijze = "ervoor"     // the server never gets the command
	erna       breukwijze = "erna"       // it does, and its answer is lost
	halverwege breukwijze = "halverwege" // half of the answer still arrives
)

func breukwijzen() []breukwijze {
	if testing.Short() {
		return []breukwijze{halverwege}
	}
	return []breukwijze{ervoor, erna, halverwege}
}

// stilte is how long a server says nothing when its answer is complete.
const stilte = 60 * time.Millisecond

func nieuweAfbreker(t *testing.T, naar int, opdracht func(regel string) string, b breuk) *afbreker {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	a := &afbreker{poort: l.Addr().(*net.TCPAddr).Port, naar: naar, opdracht: opdracht, breuk: b}
	var groep sync.WaitGroup
	groep.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			groep.Go(func() {
				defer conn.Close()
				if err := a.bemiddel(conn); err != nil {
					t.Errorf("between klacht and the server: %v", err)
				}
			})
		}
	})
	t.Cleanup(func() {
		_ = l.Close()
		groep.Wait()
	})
	return a
}

// gesprek gives the commands so far.
func (a *afbreker) gesprek() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return append([]string(nil), a.gezegd...)
}

// volgt notes a command and says whether the connection ends here, and how.
func (a *afbreker) volgt(naam string) breukwijze {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.gezegd = append(a.gezegd, naam)
	if a.gebeurd || a.breuk.hoe == nooit || len(a.gezegd)-1 != a.breuk.bij {
		return nooit
	}
	a.gebeurd = true
	return a.breuk.hoe
}

// bemiddel passes on one connection until either side or a breuk ends it. Errors of the connections are what it is about; others it gives.
func (a *afbreker) bemiddel(client net.Conn) error {
	hoe := a.volgt("verbinden")
	if hoe == ervoor {
		return nil
	}
	server, err := net.Dial("tcp", adresHier(a.naar))
	if err != nil {
		return err
	}
	antwoord := &kraan{naar: client, dicht: hoe != nooit, gehoord: make(chan struct{}, 1), voorbij: make(chan struct{})}
	defer func() {
		_, _ = client.Close(), server.Close()
		<-antwoord.voorbij
	}()
	go antwoord.loop(server)
	if hoe != nooit {
		antwoord.laatste(hoe)
		return nil
	}
	for r := bufio.NewReader(client); ; {
		regel, err := r.ReadString('\n')
		if err != nil {
			return nil
		}
		if isLiteral(regel) {
			return errors.New("a literal, which this can't tell from commands: " + regel)
		}
		// The body of a message is no command, but the dot behind it is.
		if antwoord.begintMet("354") {
			for regel != ".\r\n" {
				if _, err := io.WriteString(server, regel); err != nil {
					return nil
				}
				if regel, err = r.ReadString('\n'); err != nil {
					return nil
				}
			}
		}
		naam := a.opdracht(regel)
		if naam == "STARTTLS" {
			return errors.New("TLS was asked for, behind which nothing can be told apart")
		}
		hoe := a.volgt(naam)
		if hoe == ervoor {
			return nil
		}
		antwoord.vergeet(hoe != nooit)
		if _, err := io.WriteString(server, regel); err != nil {
			return nil
		}
		if hoe != nooit {
			antwoord.laatste(hoe)
			return nil
		}
	}
}

// isLiteral reports whether a line of IMAP announces bytes behind it (RFC 9051 4.3).
func isLiteral(regel string) bool {
	regel = strings.TrimRight(regel, "\r\n")
	return strings.HasSuffix(regel, "}") && strings.Contains(regel, "{")
}

// smtpOpdracht is the name of a command of SMTP. A password is a line of its own and no name.
func smtpOpdracht(regel string) string {
	woord, _, _ := strings.Cut(strings.TrimRight(regel, "\r\n"), " ")
	if len(woord) > len("STARTTLS") {
		return "aanmelding"
	}
	return strings.ToUpper(woord)
}

// imapOpdracht is the name of a command of IMAP, behind its tag.
func imapOpdracht(regel string) string {
	woorden := strings.Fields(regel)
	switch {
	case len(woorden) < 2:
		return "aanmelding"
	case len(woorden) > 2 && strings.EqualFold(woorden[1], "UID"):
		return "UID " + strings.ToUpper(woorden[2])
	}
	return strings.ToUpper(woorden[1])
}

// kraan passes on what a server says, or keeps it.
type kraan struct {
	naar    net.Conn
	gehoord chan struct{} // the server said something
	voorbij chan struct{} // closed when it has nothing more to say

	mu    sync.Mutex
	dicht bool
	sinds bytes.Buffer // what it said since the last command
}

func (k *kraan) loop(server net.Conn) {
	defer close(k.voorbij)
	defer k.naar.Close()
	buf := make([]byte, 64<<10)
	for {
		n, err := server.Read(buf)
		if err != nil {
			return
		}
		k.mu.Lock()
		k.sinds.Write(buf[:n])
		if !k.dicht {
			_, err = k.naar.Write(buf[:n])
		}
		k.mu.Unlock()
		if err != nil {
			return
		}
		select {
		case k.gehoord <- struct{}{}:
		default:
		}
	}
}

// vergeet starts anew for the answer to a command, which is passed on or kept.
func (k *kraan) vergeet(dicht bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.dicht = dicht
	k.sinds.Reset()
	select {
	case <-k.gehoord:
	default:
	}
}

func (k *kraan) begintMet(s string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return bytes.HasPrefix(k.sinds.Bytes(), []byte(s))
}

// laatste waits for the whole answer, which was kept, and passes on half of it or nothing.
func (k *kraan) laatste(hoe breukwijze) {
	select {
	case <-k.gehoord:
	case <-k.voorbij:
	}
	for stil := false; !stil; {
		select {
		case <-k.gehoord:
		case <-k.voorbij:
			stil = true
		case <-time.After(stilte):
			stil = true
		}
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if hoe == halverwege {
		_, _ = k.naar.Write(k.sinds.Bytes()[:k.sinds.Len()/2]) // who doesn't listen any more misses nothing
	}
}
