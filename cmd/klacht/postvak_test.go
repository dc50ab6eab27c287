//go:build linux

package main

import (
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"io/fs"
	netsmtp "net/smtp"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klacht/dossier"
)

// postvak is a mailbox at the servers, and who uses it: a login with the address for a name.
type postvak struct {
	s     *postservers
	adres string
	pad   string // its Maildir
}

// postvak makes a mailbox, which has to be new.
func (s *postservers) postvak(t *testing.T, adres string) *postvak {
	t.Helper()
	naam, domein, _ := strings.Cut(adres, "@")
	thuis := s.pad("post", domein, naam)
	for _, pad := range []string{s.pad("post"), s.pad("post", domein)} {
		if err := os.Mkdir(pad, 0o700); err == nil {
			s.geef(t, pad)
		} else if !errors.Is(err, fs.ErrExist) {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(thuis, 0o700); err != nil {
		t.Fatal(err)
	}
	s.geef(t, thuis)
	return &postvak{s, adres, filepath.Join(thuis, "Maildir")}
}

// verbind opens a connection to the SMTP server, protected as asked, and logs in.
func (p *postvak) verbind(t *testing.T, hoe dossier.Beveiliging) *netsmtp.Client {
	t.Helper()
	var c *netsmtp.Client
	var err error
	if hoe == dossier.BeveiligingTLS {
		conn, fout := tls.Dial("tcp", adresHier(p.s.smtp.tls), p.s.tls())
		if fout != nil {
			t.Fatal(fout)
		}
		c, err = netsmtp.NewClient(conn, "localhost")
	} else {
		c, err = netsmtp.Dial(adresHier(p.s.smtp.open))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() }) // it may have ended
	if hoe == dossier.BeveiligingStartTLS {
		if err := c.StartTLS(p.s.tls()); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Auth(netsmtp.PlainAuth("", p.adres, postwachtwoord, "localhost")); err != nil {
		t.Fatal(err)
	}
	return c
}

// stuur sends a message as mail programs do.
func (p *postvak) stuur(t *testing.T, hoe dossier.Beveiliging, naar *postvak, bericht string) {
	t.Helper()
	if err := p.geef(p.verbind(t, hoe), naar, bericht); err != nil {
		t.Fatal(err)
	}
}

// geef hands a message to the server, until the first thing that fails.
func (p *postvak) geef(c *netsmtp.Client, naar *postvak, bericht string) error {
	if err := c.Mail(p.adres); err != nil {
		return err
	}
	if err := c.Rcpt(naar.adres); err != nil {
		return err
	}
	w, err := c.Data()
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, bericht); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return c.Quit()
}

// bestanden are the messages in the mailbox, by file name, which says which flags a message has and whether it was seen by a mail program.
func (p *postvak) bestanden(t *testing.T) map[string][]byte {
	t.Helper()
	uit := map[string][]byte{}
	for _, waar := range []string{"new", "cur"} {
		namen, err := os.ReadDir(filepath.Join(p.pad, waar))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		for _, n := range namen {
			b, err := os.ReadFile(filepath.Join(p.pad, waar, n.Name()))
			if err != nil {
				t.Fatal(err)
			}
			uit[waar+"/"+n.Name()] = b
		}
	}
	return uit
}

// stand is what may not change when klacht reads a mailbox: each message with its flags.
func (p *postvak) stand(t *testing.T) map[string]string {
	t.Helper()
	uit := map[string]string{}
	for naam, b := range p.bestanden(t) {
		uit[naam] = fmt.Sprintf("%x", sha256.Sum256(b))
	}
	return uit
}

// bezorgd waits until the server has nothing more under way to the mailbox and gives its messages as they arrived, with the line ends of mail,
// without the fields that the server put before them.
func (p *postvak) bezorgd(t *testing.T) []string {
	t.Helper()
	for begin := time.Now(); p.onderweg(t); time.Sleep(10 * time.Millisecond) {
		if time.Since(begin) > serverstart {
			t.Fatalf("mail to %s stays under way: %s", p.adres, p.s.lees("exim4.log"))
		}
	}
	var uit []string
	for _, b := range p.bestanden(t) {
		uit = append(uit, zonderVervoer(string(bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")))))
	}
	return uit
}

// onderweg reports whether a message to the mailbox was accepted and not yet delivered.
func (p *postvak) onderweg(t *testing.T) bool {
	t.Helper()
	koppen, err := filepath.Glob(p.s.pad("exim", "input", "*-H"))
	if err != nil {
		t.Fatal(err)
	}
	for _, pad := range koppen {
		b, err := os.ReadFile(pad)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte(p.adres)) {
			return true
		}
	}
	return false
}

// zonderVervoer takes away the fields that servers put before a message on its way.
func zonderVervoer(bericht string) string {
	for {
		veld, rest, ok := strings.Cut(bericht, "\r\n")
		naam, _, _ := strings.Cut(veld, ":")
		switch naam {
		case "Return-path", "Envelope-to", "Delivery-date", "Received":
		default:
			return bericht
		}
		for ok && strings.HasPrefix(rest, "\t") {
			_, rest, ok = strings.Cut(rest, "\r\n")
		}
		bericht = rest
	}
}
