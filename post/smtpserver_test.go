package post

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"fmt"
	"net"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"klacht/dossier"
)

// The moments at which a proefSMTP answers.
var smtpMomenten = []string{"BEGIN", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "EINDE", "QUIT"}

// What a proefSMTP can do besides answering.
const (
	smtpWeg     = "(weg)"     // it closes the connection without a word
	smtpStil    = "(stil)"    // it says nothing more
	smtpHalfweg = "(halfweg)" // behind an answer without its line end: closes after it
)

// proefSMTP is a server that does as it is told, and keeps what it was given.
type proefSMTP struct {
	t       testing.TB
	luister net.Listener
	zeg     map[string]string // by moment: the answer, or one of the above
	daarna  string            // the moment after whose answer it closes
	biedt   []string          // extensions
	tls     *tls.Config       // nil: none
	meteen  bool              // with TLS from the first byte
	bij     func(moment string)
	wacht   sync.WaitGroup
	slot    sync.Mutex
	gezegd  []string // all commands
	kreeg   [][]byte // messages, whole, with their end
	klaar   chan struct{}
}

func nieuweSMTP(t testing.TB, s *proefSMTP) *proefSMTP {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.t, s.luister, s.klaar = t, l, make(chan struct{})
	if s.biedt == nil {
		s.biedt = []string{"8BITMIME", "SMTPUTF8", "AUTH LOGIN PLAIN"}
	}
	s.wacht.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			s.wacht.Go(func() { s.bedien(c) })
		}
	})
	t.Cleanup(s.stop)
	return s
}

func (s *proefSMTP) stop() {
	select {
	case <-s.klaar:
	default:
		close(s.klaar)
	}
	_ = s.luister.Close()
	s.wacht.Wait()
}

func (s *proefSMTP) toegang() Toegang {
	return Toegang{Server: dossier.Mailserver{
		Host: "127.0.0.1", Poort: s.luister.Addr().(*net.TCPAddr).Port, Gebruiker: "klacht@example.nl", Beveiliging: dossier.BeveiligingGeen,
	}, Wachtwoord: "geheim", Wacht: 5 * time.Second}
}

// antwoord does what s is told at a moment, and reports whether the conversation goes on.
func (s *proefSMTP) antwoord(c net.Conn, moment, gewoon string) bool {
	if s.bij != nil {
		s.bij(moment)
	}
	zeg, anders := s.zeg[moment]
	if !anders {
		zeg = gewoon
	}
	switch {
	case zeg == smtpWeg:
		return false
	case zeg == smtpStil:
		<-s.klaar
		return false
	}
	if begin, ok := strings.CutSuffix(zeg, smtpHalfweg); ok {
		fmt.Fprint(c, begin)
		return false
	}
	fmt.Fprint(c, strings.ReplaceAll(zeg, "\n", "\r\n")+"\r\n")
	return s.daarna != moment
}

func (s *proefSMTP) bedien(c net.Conn) {
	kaal := c
	defer func() { _ = kaal.Close() }()
	go func() { <-s.klaar; _ = kaal.Close() }()
	if s.meteen {
		c = tls.Server(c, s.tls)
	}
	r := bufio.NewReader(c)
	if !s.antwoord(c, "BEGIN", "220 proef ESMTP") {
		return
	}
	regel := func() (string, bool) {
		r, err := r.ReadString('\n')
		return strings.TrimSuffix(r, "\r\n"), err == nil
	}
	for {
		cmd, ok := regel()
		if !ok {
			return
		}
		s.slot.Lock()
		s.gezegd = append(s.gezegd, cmd)
		s.slot.Unlock()
		woord, _, _ := strings.Cut(strings.ToUpper(cmd), " ")
		switch woord {
		case "EHLO":
			regels := append([]string{"proef"}, s.biedt...)
			for i := range regels {
				regels[i] = map[bool]string{true: "250 ", false: "250-"}[i == len(regels)-1] + regels[i]
			}
			ok = s.antwoord(c, woord, strings.Join(regels, "\n"))
		case "HELO":
			ok = s.antwoord(c, "EHLO", "250 proef")
		case "STARTTLS":
			if ok = s.antwoord(c, woord, "220 toe maar"); ok && s.tls != nil {
				c = tls.Server(c, s.tls)
				r = bufio.NewReader(c)
			}
		case "AUTH":
			if strings.EqualFold(cmd, "AUTH LOGIN") && s.zeg["AUTH"] == "" {
				for _, vraag := range []string{"334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"} {
					fmt.Fprint(c, vraag+"\r\n")
					cmd, _ = regel()
					s.slot.Lock()
					s.gezegd = append(s.gezegd, cmd)
					s.slot.Unlock()
				}
			}
			ok = s.antwoord(c, woord, "235 welkom")
		case "MAIL", "RCPT":
			ok = s.antwoord(c, woord, "250 goed")
		case "DATA":
			if ok = s.antwoord(c, woord, "354 zeg het maar"); !ok || strings.HasPrefix(s.zeg["DATA"], "4") || strings.HasPrefix(s.zeg["DATA"], "5") {
				break
			}
			var ruw []byte
			for {
				r, err := r.ReadBytes('\n')
				if err != nil {
					return
				}
				if string(r) == ".\r\n" {
					break
				}
				ruw = append(ruw, bytes.TrimPrefix(r, []byte("."))...)
			}
			s.slot.Lock()
			s.kreeg = append(s.kreeg, ruw)
			s.slot.Unlock()
			ok = s.antwoord(c, "EINDE", "250 2.0.0 in de rij als 4XyZ")
		case "QUIT":
			s.antwoord(c, woord, "221 dag")
			return
		default:
			ok = s.antwoord(c, woord, "500 onbekend")
		}
		if !ok {
			return
		}
	}
}

// commandos gives the commands that were given, without what follows them.
func (s *proefSMTP) commandos() []string {
	s.slot.Lock()
	defer s.slot.Unlock()
	return slices.Clone(s.gezegd)
}

func (s *proefSMTP) berichten() [][]byte {
	s.slot.Lock()
	defer s.slot.Unlock()
	return slices.Clone(s.kreeg)
}
