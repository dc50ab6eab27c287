package post

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"klacht/dossier"
)

// proefCA is the authority that this process trusts, made before the first
// certificate is looked at.
var proefCA = sync.OnceValues(func() (*x509.Certificate, *ecdsa.PrivateKey) {
	sleutel, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	sjabloon := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "proef"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, sjabloon, sjabloon, &sleutel.PublicKey, sleutel)
	if err != nil {
		panic(err)
	}
	map_, err := os.MkdirTemp("", "klacht-proef-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(map_)
	pad := filepath.Join(map_, "ca.pem")
	if err := os.WriteFile(pad, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		panic(err)
	}
	if err := os.Setenv("SSL_CERT_FILE", pad); err != nil {
		panic(err)
	}
	if _, err := x509.SystemCertPool(); err != nil { // reads it once and for all
		panic(err)
	}
	ca, err := x509.ParseCertificate(der)
	if err != nil {
		panic(err)
	}
	return ca, sleutel
})

// proefcertificaat is for localhost, and trusted unless anders makes it another.
func proefcertificaat(t *testing.T, anders func(*x509.Certificate), zelfgemaakt bool) *tls.Config {
	t.Helper()
	ca, caSleutel := proefCA()
	sleutel, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	sjabloon := &x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	if anders != nil {
		anders(sjabloon)
	}
	if zelfgemaakt {
		ca, caSleutel = sjabloon, sleutel
	}
	der, err := x509.CreateCertificate(rand.Reader, sjabloon, ca, &sleutel.PublicKey, caSleutel)
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: sleutel}}}
}

// proefserver serves every connection with praat until the test ends.
func proefserver(t *testing.T, beveiliging dossier.Beveiliging, praat func(net.Conn)) Toegang {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var open sync.WaitGroup
	t.Cleanup(func() { _ = l.Close(); open.Wait() })
	open.Go(func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			open.Go(func() {
				defer conn.Close()
				praat(conn)
			})
		}
	})
	return Toegang{
		Server:     dossier.Mailserver{Host: "localhost", Poort: l.Addr().(*net.TCPAddr).Port, Gebruiker: "klacht@example.nl", Beveiliging: beveiliging},
		Wachtwoord: "gehe1m w00rd", Wacht: 5 * time.Second,
	}
}

// antwoord says what to answer to a command; false ends the connection.
type antwoord func(w io.Writer, tag, regel string) bool

// nepserver is an IMAP server that says what the test has it say. Of messages it
// has numbers 1 and 2.
type nepserver struct {
	groet    string // "" for a usual one
	anders   map[string]antwoord
	mu       sync.Mutex
	gevraagd []string // all commands, without their tags
}

func (n *nepserver) regels() []string {
	n.mu.Lock()
	defer n.mu.Unlock()
	return append([]string(nil), n.gevraagd...)
}

func (n *nepserver) praat(conn net.Conn) {
	groet := n.groet
	if groet == "" {
		groet = "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hallo\r\n"
	}
	if _, err := io.WriteString(conn, groet); err != nil {
		return
	}
	for r := bufio.NewReader(conn); ; {
		regel, err := r.ReadString('\n')
		if err != nil {
			return
		}
		tag, rest, _ := strings.Cut(strings.TrimRight(regel, "\r\n"), " ")
		n.mu.Lock()
		n.gevraagd = append(n.gevraagd, rest)
		n.mu.Unlock()
		doe := n.gewoon
		for begin, a := range n.anders {
			if strings.HasPrefix(rest, begin) || strings.HasSuffix(rest, begin) {
				doe = a
			}
		}
		if !doe(conn, tag, rest) {
			return
		}
	}
}

func (n *nepserver) gewoon(w io.Writer, tag, regel string) bool {
	uit := ""
	switch woorden := strings.Fields(regel); {
	case len(woorden) == 0: // the start of TLS, say
		return false
	case woorden[0] == "STARTTLS":
		_, err := io.WriteString(w, tag+" BAD onbekend\r\n")
		return err == nil
	case woorden[0] == "CAPABILITY":
		uit = "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n"
	case woorden[0] == "EXAMINE":
		uit = "* 2 EXISTS\r\n* OK [UIDVALIDITY 1] ja\r\n"
	case woorden[0] == "LIST":
		uit = "* LIST () \"/\" INBOX\r\n* LIST () \"/\" Archief\r\n"
	case strings.HasPrefix(regel, "UID SEARCH"):
		uit = "* SEARCH 1 2\r\n"
	case strings.HasPrefix(regel, "UID FETCH"):
		for _, uid := range []string{"1", "2"} {
			if woorden[2] == uid || woorden[2] == "1:2" {
				uit += nepstuk(uid, regel)
			}
		}
	}
	_, err := io.WriteString(w, uit+tag+" OK klaar\r\n")
	return err == nil
}

func nepbericht(uid string) string {
	return "From: klant" + uid + "@example.com\r\nDate: Sat, 21 Nov 2026 08:00:00 +0000\r\nMessage-ID: <nep" + uid + "@example.com>\r\n\r\nTekst " + uid + ".\r\n"
}

// nepstuk answers a question about one message.
func nepstuk(uid, vraag string) string {
	heel := nepbericht(uid)
	kop := heel[:strings.Index(heel, "\r\n\r\n")+4]
	uit := "* " + uid + " FETCH (UID " + uid + ` RFC822.SIZE ` + lengte(heel) + ` INTERNALDATE "21-Nov-2026 09:01:00 +0100"`
	switch {
	case strings.Contains(vraag, "HEADER.FIELDS"):
		id := "Message-ID: <nep" + uid + "@example.com>\r\n\r\n"
		uit += " BODY[HEADER.FIELDS (MESSAGE-ID)] {" + lengte(id) + "}\r\n" + id
	case strings.Contains(vraag, "[HEADER]"):
		uit += " BODY[HEADER] {" + lengte(kop) + "}\r\n" + kop
	case strings.Contains(vraag, "BODY.PEEK[]"):
		uit += " BODY[] {" + lengte(heel) + "}\r\n" + heel
	}
	return uit + ")\r\n"
}
