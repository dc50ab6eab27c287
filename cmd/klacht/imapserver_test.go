package main

import (
	"bytes"
	"io"
	"log"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"
	"github.com/rogpeppe/go-internal/testscript"
)

// imapServer starts an IMAP server in memory until the script ends, with the .eml files of a folder in INBOX, by name, one a minute: `imap-server
// bus klacht@example.nl geheim`. IMAP_POORT is its port. With a number behind that, it hangs up after so many messages were downloaded. A file
// whose name ends in -weg.eml is marked as deleted.
func imapServer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args) > 4 {
		ts.Fatalf("usage: imap-server map gebruiker wachtwoord [aantal]")
	}
	wie := imapmemserver.NewUser(args[1], args[2])
	ts.Check(wie.Create("INBOX", nil))
	ts.Check(wie.Create("Archief", nil))
	paden, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*.eml"))
	ts.Check(err)
	for i, pad := range paden {
		inhoud, err := os.ReadFile(pad)
		ts.Check(err)
		opties := &imap.AppendOptions{Time: time.Date(2026, 11, 23, 8, i, 0, 0, time.UTC)}
		if strings.HasSuffix(pad, "-weg.eml") {
			opties.Flags = []imap.Flag{imap.FlagDeleted}
		}
		_, err = wie.Append("INBOX", letterlijkStuk{bytes.NewReader(inhoud)}, opties)
		ts.Check(err)
	}
	alle := imapmemserver.New()
	alle.AddUser(wie)
	wacht := &ophanger{nog: -1}
	if len(args) == 4 {
		wacht.nog, err = strconv.Atoi(args[3])
		ts.Check(err)
	}
	s := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return alle.NewSession(), nil, nil
		},
		InsecureAuth: true, Logger: log.New(io.Discard, "", 0),
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	ts.Check(err)
	go func() { _ = s.Serve(ophangend{l, wacht}) }()
	ts.Defer(func() { _ = s.Close() })
	ts.Setenv("IMAP_POORT", strconv.Itoa(l.Addr().(*net.TCPAddr).Port))
}

type letterlijkStuk struct{ *bytes.Reader }

// ophanger counts the messages that are asked for, and hangs up, once, when there were enough.
type ophanger struct {
	mu  sync.Mutex
	nog int // -1: goes on for ever
}

type ophangend struct {
	net.Listener
	wacht *ophanger
}

func (o ophangend) Accept() (net.Conn, error) {
	conn, err := o.Listener.Accept()
	return ophangendeLijn{conn, o.wacht}, err
}

type ophangendeLijn struct {
	net.Conn
	wacht *ophanger
}

var heelBericht = regexp.MustCompile(`BODY\.PEEK\[\]`)

func (l ophangendeLijn) Read(p []byte) (int, error) {
	n, err := l.Conn.Read(p)
	l.wacht.mu.Lock()
	defer l.wacht.mu.Unlock()
	if l.wacht.nog >= 0 && heelBericht.Match(p[:n]) {
		if l.wacht.nog--; l.wacht.nog < 0 {
			_ = l.Close()
			return 0, io.EOF
		}
	}
	return n, err
}
