//go:build linux

package main

import (
	"bufio"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	netsmtp "net/smtp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/dossier"
)

// TestEchteMailservers is all that runs against mail servers, which it starts once.
func TestEchteMailservers(t *testing.T) {
	s := startPostservers(t)
	t.Run("servers", func(t *testing.T) {
		t.Parallel()
		testBezorging(t, s)
		testWeigering(t, s)
	})
	for _, hoe := range dossier.Beveiligingen() {
		t.Run("rondreis-"+string(hoe), func(t *testing.T) {
			t.Parallel()
			testRondreis(t, s, hoe)
		})
	}
	for naam, proef := range map[string]func(*testing.T, *postservers){
		"ophalen": testBreukOphalen, "map": testAndereMap, "onzeker": testAntwoordOpOnzekereBrief,
		"versturen": testBreukVersturen, "afbreker": testAfbreker,
	} {
		t.Run(naam, func(t *testing.T) {
			t.Parallel()
			proef(t, s)
		})
	}
}

const losBericht = "From: e.bakker@example.org\r\nTo: info@example.nl\r\nSubject: Factuur\r\n\r\nHallo,\r\n. een punt\r\n\r\n.. twee\r\n"

// testBezorging sends and reads a message over each kind of connection.
func testBezorging(t *testing.T, s *postservers) {
	for _, hoe := range dossier.Beveiligingen() {
		van, naar := s.postvak(t, fmt.Sprintf("proef-van-%s@example.org", hoe)), s.postvak(t, fmt.Sprintf("proef-naar-%s@example.nl", hoe))
		van.stuur(t, hoe, naar, losBericht)
		if diff := cmp.Diff([]string{losBericht}, naar.bezorgd(t)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", hoe, diff)
		}
		voor := naar.stand(t)
		uit := naar.imapGesprek(t, hoe, "b EXAMINE INBOX", "c FETCH 1 BODY.PEEK[]")
		if !strings.Contains(uit, losBericht) {
			t.Errorf("%s: IMAP gives\n%s", hoe, uit)
		}
		if diff := cmp.Diff(voor, naar.stand(t)); diff != "" || len(voor) != 1 {
			t.Errorf("%s: the mailbox changed: %s", hoe, diff)
		}
		if naar.imapGesprek(t, hoe, "b SELECT INBOX", "c FETCH 1 BODY[]"); cmp.Equal(voor, naar.stand(t)) {
			t.Errorf("%s: a message that was read looks as before; nothing would be noticed", hoe)
		}
	}
}

// imapGesprek logs in, says each command, and gives all that the server answered.
func (p *postvak) imapGesprek(t *testing.T, hoe dossier.Beveiliging, opdrachten ...string) string {
	t.Helper()
	poort := p.s.imap.open
	if hoe == dossier.BeveiligingTLS {
		poort = p.s.imap.tls
	}
	conn, err := net.Dial("tcp", adresHier(poort))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if hoe == dossier.BeveiligingTLS {
		conn = tls.Client(conn, p.s.tls())
	}
	var uit strings.Builder
	r := bufio.NewReader(conn)
	lees := func(tot string) string {
		for {
			regel, err := r.ReadString('\n')
			uit.WriteString(regel)
			if err != nil {
				t.Fatalf("%v after\n%s", err, uit.String())
			}
			if strings.HasPrefix(regel, tot+" ") {
				return regel
			}
		}
	}
	zeg := func(opdracht string) {
		if _, err := io.WriteString(conn, opdracht+"\r\n"); err != nil {
			t.Fatal(err)
		}
		tag, _, _ := strings.Cut(opdracht, " ")
		if antwoord := lees(tag); !strings.HasPrefix(antwoord, tag+" OK") {
			t.Fatalf("%s: %s", opdracht, antwoord)
		}
	}
	lees("*")
	if hoe == dossier.BeveiligingStartTLS {
		zeg("s STARTTLS")
		conn = tls.Client(conn, p.s.tls())
		r.Reset(conn)
	}
	for _, o := range slices.Concat([]string{fmt.Sprintf("a LOGIN %s %q", p.adres, postwachtwoord)}, opdrachten, []string{"z LOGOUT"}) {
		zeg(o)
	}
	return uit.String()
}

// testWeigering holds the servers to what keeps mail on this machine, and strangers out.
func testWeigering(t *testing.T, s *postservers) {
	p := s.postvak(t, "weigering@example.nl")
	c := p.verbind(t, dossier.BeveiligingTLS)
	if err := c.Mail(p.adres); err != nil {
		t.Fatal(err)
	}
	for _, adres := range []string{"niemand@example.nl", "weigering@example.com", "../weigering@example.nl", "weigering@[127.0.0.1]"} {
		if err := c.Rcpt(adres); err == nil {
			t.Errorf("mail to %s is taken", adres)
		}
	}
	if err := c.Rcpt(p.adres); err != nil {
		t.Error(err)
	}
	zonder, err := netsmtp.Dial(adresHier(s.smtp.open))
	if err != nil {
		t.Fatal(err)
	}
	defer zonder.Close()
	if err := zonder.Mail(p.adres); err != nil {
		t.Fatal(err)
	}
	if err := zonder.Rcpt(p.adres); err == nil {
		t.Error("mail is taken without a login")
	}
	if err := zonder.Reset(); err != nil {
		t.Fatal(err)
	}
	if err := zonder.Auth(netsmtp.PlainAuth("", p.adres, "verkeerd", "localhost")); err == nil {
		t.Error("any password will do")
	}
}

// testAfbreker sends a message with the connection ended at each command, and looks whether it arrived.
func testAfbreker(t *testing.T, s *postservers) {
	gesprek := []string{"verbinden", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", ".", "QUIT"}
	punt := slices.Index(gesprek, ".")
	van := s.postvak(t, "breuk-van@example.org")
	stuur := func(t *testing.T, naar *postvak, b breuk) ([]string, error) {
		a := nieuweAfbreker(t, s.smtp.open, smtpOpdracht, b)
		c, err := netsmtp.Dial(adresHier(a.poort))
		if err == nil {
			defer c.Close()
			if err = c.Auth(netsmtp.PlainAuth("", van.adres, postwachtwoord, "localhost")); err == nil {
				err = van.geef(c, naar, losBericht)
			}
		}
		return a.gesprek(), err
	}
	heel := s.postvak(t, "breuk-nooit@example.nl")
	if kreeg, err := stuur(t, heel, breuk{}); err != nil || !slices.Equal(kreeg, gesprek) || len(heel.bezorgd(t)) != 1 {
		t.Fatalf("undisturbed: %q, %v, %q arrived", kreeg, err, heel.bezorgd(t))
	}
	for i := range gesprek {
		for _, hoe := range breukwijzen() {
			t.Run(fmt.Sprintf("%d-%s-%s", i, gesprek[i], hoe), func(t *testing.T) {
				t.Parallel()
				naar := s.postvak(t, fmt.Sprintf("breuk-%d-%s@example.nl", i, hoe))
				kreeg, err := stuur(t, naar, breuk{i, hoe})
				if err == nil || !slices.Equal(kreeg, gesprek[:i+1]) {
					t.Errorf("said %q, %v", kreeg, err)
				}
				wil := 0
				if i > punt || i == punt && hoe != ervoor {
					wil = 1
				}
				if n := len(naar.bezorgd(t)); n != wil {
					t.Errorf("%d arrived, want %d", n, wil)
				}
			})
		}
	}
}
