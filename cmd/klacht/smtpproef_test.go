package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// proefSMTP is a mail server on this machine that takes letters, and does at one moment (EHLO, AUTH, MAIL, RCPT, DATA, EINDE) what it is told: it
// answers that, or leaves (weg).
type proefSMTP struct {
	luister net.Listener
	slot    sync.Mutex
	moment  string
	zeg     string
	voor    func() // called when a letter came in, before the answer
	kreeg   [][]byte
}

// nieuweSMTP starts one, and stops it with the test.
func nieuweSMTP(stop func(func())) (*proefSMTP, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s := &proefSMTP{luister: l}
	stop(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go s.bedien(c)
		}
	}()
	return s, nil
}

func (s *proefSMTP) adres() string { return s.luister.Addr().String() }

func (s *proefSMTP) berichten() [][]byte {
	s.slot.Lock()
	defer s.slot.Unlock()
	return s.kreeg
}

func (s *proefSMTP) zetVoor(voor func()) {
	s.slot.Lock()
	defer s.slot.Unlock()
	s.voor = voor
}

func (s *proefSMTP) bedien(c net.Conn) {
	defer c.Close()
	r := bufio.NewReader(c)
	antwoord := func(moment, gewoon string) bool {
		s.slot.Lock()
		if s.moment == moment {
			gewoon = s.zeg
		}
		s.slot.Unlock()
		if gewoon == "weg" {
			return false
		}
		_, err := fmt.Fprint(c, gewoon+"\r\n")
		return err == nil
	}
	for goed := antwoord("BEGIN", "220 proef"); goed; {
		regel, err := r.ReadString('\n')
		if err != nil {
			return
		}
		woord := strings.ToUpper(strings.Fields(regel + " ?")[0])
		switch woord {
		case "EHLO":
			goed = antwoord(woord, "250-proef\r\n250 AUTH PLAIN")
		case "AUTH":
			goed = antwoord(woord, "235 welkom")
		case "DATA":
			if goed = antwoord(woord, "354 zeg het maar"); !goed {
				return
			}
			var bericht []byte
			for {
				regel, err := r.ReadBytes('\n')
				if err != nil {
					return
				}
				if string(regel) == ".\r\n" {
					break
				}
				bericht = append(bericht, bytes.TrimPrefix(regel, []byte("."))...)
			}
			s.slot.Lock()
			s.kreeg = append(s.kreeg, bericht)
			voor := s.voor
			s.slot.Unlock()
			if voor != nil {
				voor()
			}
			goed = antwoord("EINDE", "250 2.0.0 in de rij")
		case "QUIT":
			antwoord(woord, "221 dag")
			return
		default:
			goed = antwoord(woord, "250 goed")
		}
	}
}

// smtp is a mail server for scripts:
//
//	smtp                  starts it, with its address in $SMTP
//	smtp MOMENT ANTWOORD  it then says this, or leaves (weg); `smtp - -` is as usual again
//	smtp kreeg N BESTAND  N letters came in; the last of them is written to BESTAND
func smtp(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("unsupported: ! smtp")
	}
	proef := ts.Value(sleutelSMTP).(*scriptSMTP)
	switch {
	case len(args) == 0:
		s, err := nieuweSMTP(ts.Defer)
		ts.Check(err)
		proef.s = s
		ts.Setenv("SMTP", s.adres())
	case len(args) == 2:
		proef.s.slot.Lock()
		defer proef.s.slot.Unlock()
		proef.s.moment, proef.s.zeg = args[0], string(letterlijk(ts, args[1]))
	case len(args) == 3 && args[0] == "kreeg":
		wil, err := strconv.Atoi(args[1])
		ts.Check(err)
		kreeg := proef.s.berichten()
		if len(kreeg) != wil {
			ts.Fatalf("%d letters came in, want %d", len(kreeg), wil)
		}
		if wil > 0 {
			ts.Check(os.WriteFile(ts.MkAbs(args[2]), kreeg[wil-1], 0o600))
		}
	default:
		ts.Fatalf("usage: smtp [MOMENT ANTWOORD | kreeg N BESTAND]")
	}
}

// scriptSMTP is the server of one script.
type scriptSMTP struct{ s *proefSMTP }

const sleutelSMTP = "smtp"

func proefserver(t testing.TB) *proefSMTP {
	t.Helper()
	s, err := nieuweSMTP(t.Cleanup)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
