package post

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapserver"
	"github.com/emersion/go-imap/v2/imapserver/imapmemserver"

	"klacht/dossier"
	"klacht/werkdagen"
)

// meeschrijver keeps what goes over the line.
type meeschrijver struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (m *meeschrijver) Write(p []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.buf.Write(p)
}

func (m *meeschrijver) tekst() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.buf.String()
}

// geheugenserver is go-imap's own server with the messages in INBOX.
func geheugenserver(t *testing.T, beveiliging dossier.Beveiliging, berichten ...string) (Toegang, *imapmemserver.User, *meeschrijver) {
	t.Helper()
	toegang := Toegang{Server: dossier.Mailserver{Host: "localhost", Gebruiker: "klacht@example.nl", Beveiliging: beveiliging}, Wachtwoord: `ge"he\im`, Wacht: 10 * time.Second}
	wie := imapmemserver.NewUser(toegang.Server.Gebruiker, toegang.Wachtwoord)
	if err := wie.Create("INBOX", nil); err != nil {
		t.Fatal(err)
	}
	for i, b := range berichten {
		legIn(t, wie, b, time.Date(2026, 11, 10+i, 12, 0, 0, 0, time.UTC))
	}
	alle := imapmemserver.New()
	alle.AddUser(wie)
	regels := &meeschrijver{}
	instelling := proefcertificaat(t, nil, false)
	s := imapserver.New(&imapserver.Options{
		NewSession: func(*imapserver.Conn) (imapserver.Session, *imapserver.GreetingData, error) {
			return alle.NewSession(), nil, nil
		},
		TLSConfig: instelling, InsecureAuth: beveiliging == dossier.BeveiligingGeen, DebugWriter: regels, Logger: log.New(io.Discard, "", 0),
	})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	toegang.Server.Poort = l.Addr().(*net.TCPAddr).Port
	if beveiliging == dossier.BeveiligingTLS {
		l = tls.NewListener(l, instelling)
	}
	go func() { _ = s.Serve(l) }()
	t.Cleanup(func() { _ = s.Close() })
	return toegang, wie, regels
}

func legIn(t *testing.T, wie *imapmemserver.User, bericht string, bezorgd time.Time, vlaggen ...imap.Flag) {
	t.Helper()
	_, err := wie.Append("INBOX", letterlijk{strings.NewReader(bericht), int64(len(bericht))}, &imap.AppendOptions{Time: bezorgd, Flags: vlaggen})
	if err != nil {
		t.Fatal(err)
	}
}

type letterlijk struct {
	io.Reader
	n int64
}

func (l letterlijk) Size() int64 { return l.n }

// allesUit opens the mailbox and fetches everything.
func allesUit(ctx context.Context, toegang Toegang, bekend *Bekend, sinds werkdagen.Datum) ([]Opgehaald, error) {
	b, err := OpenBrievenbus(ctx, toegang)
	if err != nil {
		return nil, err
	}
	defer b.Sluit()
	uids, err := b.Lijst(ctx, sinds)
	if err != nil {
		return nil, err
	}
	var uit []Opgehaald
	for o, err := range b.HaalOp(ctx, uids, bekend, toen) {
		if err != nil {
			return uit, err
		}
		uit = append(uit, o)
	}
	return uit, nil
}

// mag is every command that may be given.
var mag = regexp.MustCompile(`^T\d+ (CAPABILITY|STARTTLS|LOGOUT|AUTHENTICATE PLAIN( \S+)?|LOGIN .*|EXAMINE \S+|LIST "" "\*"|UID SEARCH (SINCE "\S+" )?UNDELETED|UID FETCH [\d,:]+ \([^()]*(BODY\.PEEK\[(HEADER(\.FIELDS \("Message-ID"\))?)?\])?\))$`)

// wilAlleenKijken fails on a command that changes something on the server.
func wilAlleenKijken(t *testing.T, regels string) {
	t.Helper()
	gezien := 0
	for regel := range strings.SplitSeq(regels, "\r\n") {
		if !regexp.MustCompile(`^T\d+ `).MatchString(regel) || regexp.MustCompile(`^T\d+ (OK|NO|BAD)`).MatchString(regel) {
			continue
		}
		gezien++
		if !mag.MatchString(regel) {
			t.Errorf("said %q", regel)
		}
	}
	if gezien < 3 {
		t.Errorf("%d commands seen:\n%s", gezien, regels)
	}
}

func TestHaalOpVerandertNiets(t *testing.T) {
	van := func(i int, extra string) string {
		return fmt.Sprintf("From: klant%d@example.com\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\n%s\r\nTekst \xe9\x00 van %d.\r\n", i, extra, i)
	}
	berichten := []string{
		van(1, "Message-ID: <een@example.com>\r\n"),
		van(2, "Message-ID:\r\n <in@k7>\r\n"), // on file
		van(3, "List-Id: <nieuws.example.com>\r\nMessage-ID: <drie@example.com>\r\n"),
		van(4, ""),
		"From: oud@example.com\r\nDate: Tue, 20 Nov 2012 10:00:00 +0000\r\nMessage-ID: <oud@example.com>\r\n\r\nOud.\r\n",
	}
	for _, beveiliging := range dossier.Beveiligingen() {
		t.Run(string(beveiliging), func(t *testing.T) {
			toegang, wie, regels := geheugenserver(t, beveiliging, berichten...)
			legIn(t, wie, van(6, "Message-ID: <weg@example.com>\r\n"), time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC), imap.FlagDeleted)
			uit, err := allesUit(t.Context(), toegang, bekend(), 0)
			if err != nil {
				t.Fatal(err)
			}
			if len(uit) != 5 {
				t.Fatalf("%d messages", len(uit))
			}
			for i, wil := range []string{"", "al ingelezen: het staat in K2026-0007", "een nieuwsbrief of mailinglijst (nieuws.example.com)", "", "ontvangen op di 20 november 2012, langer geleden dan dossiers bewaard worden"} {
				o := uit[i]
				if dag := o.Bezorgd.Dag.String(); dag != fmt.Sprintf("2026-11-%d", 10+i) || o.UID != uint32(i+1) {
					t.Errorf("message %d is UID %d of %s", i+1, o.UID, dag)
				}
				if o.Fout != nil || (o.Besluit == nil) != (wil == "") || wil != "" && (o.Besluit.Reden != wil || o.Besluit.Uitkomst != Overgeslagen || o.Inhoud != nil) {
					t.Errorf("message %d: %+v, want %q", i+1, o, wil)
				}
				if wil == "" && string(o.Inhoud) != berichten[i] {
					t.Errorf("message %d is not what it was: %q", i+1, o.Inhoud)
				}
			}
			wilAlleenKijken(t, regels.tekst())
			if strings.Contains(regels.tekst(), "UID FETCH 2 (") || strings.Contains(regels.tekst(), "BODY[]") && !strings.Contains(regels.tekst(), "BODY.PEEK[]") {
				t.Error("downloaded what it knew")
			}
			if uit, err = allesUit(t.Context(), toegang, bekend(), werkdagen.Datum(toen.Dag)-8); err != nil || len(uit) != 2 || uit[0].UID != 4 {
				t.Errorf("since the 13th: %v, %v", uit, err)
			}
		})
	}
}

func TestHaalOpZietWatIntussenBekendWerd(t *testing.T) {
	zelfde := nepbericht("1")
	toegang, _, _ := geheugenserver(t, dossier.BeveiligingGeen, zelfde, zelfde)
	b := bekend()
	uit, err := allesUit(t.Context(), toegang, b, 0)
	if err != nil || len(uit) != 2 || uit[1].Besluit != nil {
		t.Fatalf("%+v, %v", uit, err)
	}
	// Both are given: whoever files the first, finds the second on file.
	i, err := Lees(uit[1].Inhoud, b.Eigen, uit[1].Bezorgd, toen)
	if err != nil {
		t.Fatal(err)
	}
	if merk := i.Merk(); merk != dossier.MerkVanID("nep1@example.com") {
		t.Errorf("recognised by %s", merk)
	}
}

func TestOpenBrievenbusZegtWatErMisIs(t *testing.T) {
	zeg := func(tekst string) antwoord {
		return func(w io.Writer, tag, _ string) bool {
			_, err := io.WriteString(w, strings.ReplaceAll(tekst, "TAG", tag))
			return err == nil
		}
	}
	for _, g := range []struct {
		naam        string
		beveiliging dossier.Beveiliging
		nep         *nepserver
		wil, raad   string
	}{
		{"geen IMAP", "geen", &nepserver{groet: "+OK POP3 klaar\r\n"}, "antwoordt op poort", "poort"},
		{"HTTP", "geen", &nepserver{groet: "HTTP/1.1 400 Bad Request\r\n\r\n"}, "antwoordt op poort", "poort"},
		{"troep", "geen", &nepserver{groet: "\x00\xff\x15\x03\x01{99999999999999999999}\r\n"}, "antwoordt op poort", "poort"},
		{"BYE", "geen", &nepserver{groet: "* BYE te druk\r\n"}, "localhost weigert (de server zegt: te druk)", "later"},
		{"verkeerd wachtwoord", "geen", &nepserver{anders: map[string]antwoord{"AUTHENTICATE": zeg("TAG NO [AUTHENTICATIONFAILED] Mislukt.\r\n")}},
			"localhost laat klacht@example.nl met dit wachtwoord niet inloggen (de server zegt: Mislukt.)", "app-wachtwoord"},
		{"echoot het wachtwoord", "geen", &nepserver{anders: map[string]antwoord{"AUTHENTICATE": zeg("TAG NO wrong gehe1m w00rd\r\n")}},
			"localhost laat klacht@example.nl met dit wachtwoord niet inloggen", "app-wachtwoord"},
		{"echoot wat wij zeiden", "geen", &nepserver{anders: map[string]antwoord{"AUTHENTICATE": func(w io.Writer, tag, regel string) bool {
			_, err := fmt.Fprintf(w, "%s NO %s?\r\n", tag, regel)
			return err == nil
		}}}, "localhost laat klacht@example.nl met dit wachtwoord niet inloggen", "app-wachtwoord"},
		{"nu niet", "geen", &nepserver{anders: map[string]antwoord{"AUTHENTICATE": zeg("TAG NO [UNAVAILABLE] onderhoud\r\n")}}, "laat nu niemand inloggen (de server zegt: onderhoud)", "later"},
		{"LOGINDISABLED", "geen", &nepserver{groet: "* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hallo\r\n"}, "laat zo niemand met een wachtwoord inloggen", "mailprovider"},
		{"geen STARTTLS", "starttls", &nepserver{}, "wil de verbinding niet beveiligen", "993"},
		{"weigert STARTTLS", "starttls", &nepserver{anders: map[string]antwoord{"STARTTLS": zeg("TAG NO nee\r\n")}}, "wil de verbinding niet beveiligen", "993"},
		{"kent STARTTLS niet", "starttls", &nepserver{anders: map[string]antwoord{"STARTTLS": zeg("TAG BAD wat\r\n")}}, "wil de verbinding niet beveiligen", "993"},
		{"al ingelogd zonder beveiliging", "starttls", &nepserver{groet: "* PREAUTH welkom\r\n"}, "wil de verbinding niet beveiligen", "993"},
		{"STARTTLS zonder TLS", "starttls", &nepserver{anders: map[string]antwoord{"STARTTLS": zeg("TAG OK ja\r\n* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ingevoegd\r\n")}}, "lukt geen beveiligde verbinding", "poort"},
		{"STARTTLS op de poort van TLS", "starttls", &nepserver{groet: "\x15\x03\x01\x00\x02\x02\x0a"}, "antwoordt op poort", "beveiliging"},
		{"geen map", "geen", &nepserver{anders: map[string]antwoord{"EXAMINE": zeg("TAG NO [NONEXISTENT] onbekend\r\n")}},
			`in de brievenbus van klacht@example.nl is de map "INBOX" niet te openen (de server zegt: onbekend)`, "INBOX of Archief"},
		{"hangt op bij inloggen", "geen", &nepserver{anders: map[string]antwoord{"AUTHENTICATE": func(io.Writer, string, string) bool { return false }}}, "localhost verbrak de verbinding", "later"},
		{"hangt op bij de map", "geen", &nepserver{anders: map[string]antwoord{"EXAMINE": func(io.Writer, string, string) bool { return false }}}, "localhost verbrak de verbinding", "later"},
		{"eindeloze groet", "geen", &nepserver{groet: "* OK " + strings.Repeat("x", 3<<20)}, "stuurt veel meer dan gevraagd is", "later"},
		{"eindeloos antwoord", "geen", &nepserver{anders: map[string]antwoord{"EXAMINE": eindeloos("* 1 EXISTS\r\n")}}, "stuurt veel meer dan gevraagd is", "later"},
		{"te diep", "geen", &nepserver{anders: map[string]antwoord{"EXAMINE": eindeloos("* 1 FETCH (BODYSTRUCTURE " + strings.Repeat("(", 5000))}}, "antwoordt op poort", "poort"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			nep := g.nep
			toegang := proefserver(t, g.beveiliging, nep.praat)
			_, err := allesUit(t.Context(), toegang, bekend(), 0)
			wilFout(t, err, g.wil)
			var f *dossier.Fout
			errors.As(err, &f)
			if !strings.Contains(f.Raad, g.raad) {
				t.Errorf("advice %q, want %q", f.Raad, g.raad)
			}
			if strings.Contains(f.Wat+f.Raad, "w00rd") || strings.Contains(f.Wat, "AGtsYWNodE") {
				t.Errorf("tells the password: %q", f.Wat)
			}
			if g.beveiliging == "starttls" && strings.Contains(strings.Join(nep.regels(), "\n"), "AUTH") {
				t.Errorf("said %q without protection", nep.regels())
			}
		})
	}
}

func eindeloos(tekst string) antwoord {
	return func(w io.Writer, _, _ string) bool {
		for {
			if _, err := io.WriteString(w, tekst); err != nil {
				return false
			}
		}
	}
}

func TestInloggenZonderPLAIN(t *testing.T) {
	nep := &nepserver{groet: "* OK [CAPABILITY IMAP4rev1] hallo\r\n"}
	uit, err := allesUit(t.Context(), proefserver(t, dossier.BeveiligingGeen, nep.praat), bekend(), 0)
	if err != nil || len(uit) != 2 {
		t.Fatalf("%v, %v", uit, err)
	}
	if regels := strings.Join(nep.regels(), "\n"); !strings.Contains(regels, `LOGIN "klacht@example.nl" "gehe1m w00rd"`) {
		t.Errorf("said %s", regels)
	}
	toegang := proefserver(t, dossier.BeveiligingGeen, nep.praat)
	toegang.Server.Gebruiker = ""
	_, err = allesUit(t.Context(), toegang, bekend(), 0)
	wilFout(t, err, "geen gebruiker")
}

func TestRaadBijInloggen(t *testing.T) {
	for host, wil := range map[string]string{
		"outlook.office365.com": "Microsoft laat", "imap-mail.outlook.com": "Microsoft laat", "IMAP.gmail.com": "Gmail neemt",
		"notoutlook.com": "anders", "mail.example.nl": "anders",
	} {
		b := &Brievenbus{toegang: Toegang{Server: dossier.Mailserver{Host: host}}}
		if raad := b.raadBijInloggen("anders"); !strings.HasPrefix(raad, wil) {
			t.Errorf("%s: %q", host, raad)
		}
	}
}

func TestStarttlsNaVerlopenCertificaat(t *testing.T) {
	instelling := proefcertificaat(t, nil, true)
	nep := &nepserver{}
	toegang := proefserver(t, dossier.BeveiligingStartTLS, func(conn net.Conn) {
		buf := make([]byte, 200)
		_, _ = io.WriteString(conn, "* OK [CAPABILITY IMAP4rev1 STARTTLS] hallo\r\n")
		n, _ := conn.Read(buf)
		tag, _, _ := strings.Cut(string(buf[:n]), " ")
		_, _ = io.WriteString(conn, tag+" OK ja\r\n")
		metTLS(instelling, nep.praat)(conn)
	})
	_, err := OpenBrievenbus(t.Context(), toegang)
	wilFout(t, err, "zijn certificaat is van niemand die deze computer vertrouwt")
}
