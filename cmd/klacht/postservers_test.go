//go:build linux

package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// postservers is a mail provider of the test's own: Dovecot and Exim, as Debian has them, in a folder of their own. Its mailboxes are at
// example.nl and example.org; Exim refuses every other address, so no mail leaves the machine.
type postservers struct {
	top     string // what the servers read and write
	wie     *user.User
	groep   string
	imap    poorten
	smtp    poorten
	caPad   string // the certificate that signed theirs, as SSL_CERT_FILE wants it
	ca      *x509.CertPool
	dienst  syscall.SysProcAttr // how the servers are started
	alsroot bool
}

// poorten are those of one server, on localhost.
type poorten struct {
	open int // without protection, until STARTTLS is asked for
	tls  int // TLS from the first byte
}

// postwachtwoord is that of every mailbox.
const postwachtwoord = "geheim-van-de-test"

// serverstart is how long a server may take before it answers; a busy machine is slow.
const serverstart = 30 * time.Second

// startPostservers starts both servers and ends them after the test. They run as nobody when the test is root's, so that they run alike for everyone.
func startPostservers(t *testing.T) *postservers {
	t.Helper()
	dovecot, exim := vindProgramma(t, "dovecot", "dovecot-imapd"), vindProgramma(t, "exim4", "exim4-daemon-light")
	eisDovecot(t, dovecot)
	// Not t.TempDir: a socket's path has at most 107 characters.
	top, err := os.MkdirTemp("", "post")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(top) }) // a server may still be writing its last words
	s := &postservers{top: top}
	s.wordt(t)
	s.maakCertificaat(t)
	s.geef(t, top)
	for poging := 1; ; poging++ {
		s.imap, s.smtp = poorten{vrijePoort(t), vrijePoort(t)}, poorten{vrijePoort(t), vrijePoort(t)}
		s.schrijf(t, "dovecot.conf", s.dovecotConf())
		s.schrijf(t, "exim.conf", s.eximConf())
		err := errors.Join(
			s.start(t, s.imap, dovecot, "-F", "-c", s.pad("dovecot.conf")),
			s.start(t, s.smtp, exim, "-C", s.pad("exim.conf"), "-bdf"))
		if err == nil {
			return s
		}
		if poging == 3 { // a port may have been taken since it was free, but not every time
			t.Fatal(err)
		}
	}
}

// vindProgramma looks where servers are as well, which is not on everyone's path.
func vindProgramma(t *testing.T, naam, pakket string) string {
	t.Helper()
	for _, waar := range []string{naam, "/usr/sbin/" + naam} {
		if pad, err := exec.LookPath(waar); err == nil {
			return pad
		}
	}
	t.Skipf("%s is not installed (Debian: %s)", naam, pakket)
	return ""
}

func vrijePoort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}

func (s *postservers) pad(delen ...string) string {
	return filepath.Join(append([]string{s.top}, delen...)...)
}

// wordt settles as whom the servers run.
func (s *postservers) wordt(t *testing.T) {
	t.Helper()
	wie, err := user.Current()
	if err == nil && wie.Uid == "0" {
		s.alsroot = true
		wie, err = user.Lookup("nobody")
	}
	if err != nil {
		t.Fatal(err)
	}
	groep, err := user.LookupGroupId(wie.Gid)
	if err != nil {
		t.Fatal(err)
	}
	s.wie, s.groep = wie, groep.Name
	if s.alsroot {
		gid := uint32(idNummer(t, wie.Gid))
		// The group is given twice: who may start Exim is looked up among the supplementary ones.
		s.dienst.Credential = &syscall.Credential{Uid: uint32(idNummer(t, wie.Uid)), Gid: gid, Groups: []uint32{gid}}
	}
}

func idNummer(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// geef makes the servers the owner of a file or folder.
func (s *postservers) geef(t *testing.T, pad string) {
	t.Helper()
	if !s.alsroot {
		return
	}
	if err := os.Chown(pad, idNummer(t, s.wie.Uid), idNummer(t, s.wie.Gid)); err != nil {
		t.Fatal(err)
	}
}

func (s *postservers) schrijf(t *testing.T, naam, tekst string) {
	t.Helper()
	if err := os.WriteFile(s.pad(naam), []byte(tekst), 0o600); err != nil {
		t.Fatal(err)
	}
	s.geef(t, s.pad(naam))
}

// leven runs a server until the pipe on its input ends: with the test, however that ends.
const leven = `exec 3<&0
"$@" 3<&- & server=$!
{ read -r einde <&3; kill $server; } &
wait $server`

// start runs a server and waits until it answers at both ports.
func (s *postservers) start(t *testing.T, p poorten, programma string, args ...string) error {
	t.Helper()
	naam := filepath.Base(programma)
	log, err := os.Create(s.pad(naam + ".log"))
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	cmd := exec.Command("/bin/sh", append([]string{"-c", leven, "sh", programma}, args...)...)
	cmd.Dir, cmd.SysProcAttr = s.top, &s.dienst
	cmd.Stdout, cmd.Stderr = log, log
	leeft, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	voorbij := make(chan struct{})
	go func() {
		_ = cmd.Wait() // how it ended is in its log
		close(voorbij)
	}()
	t.Cleanup(func() {
		_ = leeft.Close()
		<-voorbij
	})
	for begin := time.Now(); time.Since(begin) < serverstart; time.Sleep(20 * time.Millisecond) {
		select {
		case <-voorbij:
			return fmt.Errorf("%s ended: %s", naam, s.lees(naam+".log"))
		default:
		}
		if antwoordt(p.open) && antwoordt(p.tls) {
			return nil
		}
	}
	return fmt.Errorf("%s does not answer: %s", naam, s.lees(naam+".log"))
}

func antwoordt(poort int) bool {
	conn, err := net.Dial("tcp", adresHier(poort))
	if err != nil {
		return false
	}
	return conn.Close() == nil
}

func adresHier(poort int) string { return net.JoinHostPort("localhost", strconv.Itoa(poort)) }

// lees gives what is in a file of the servers, or why it can't be read.
func (s *postservers) lees(naam string) string {
	b, err := os.ReadFile(s.pad(naam))
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// maakCertificaat makes one for localhost, signed by an authority that nobody trusts but who is told to.
func (s *postservers) maakCertificaat(t *testing.T) {
	t.Helper()
	maak := func(sjabloon, ouder *x509.Certificate, ouderSleutel *ecdsa.PrivateKey) (*x509.Certificate, *ecdsa.PrivateKey) {
		sleutel, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if ouder == nil {
			ouder, ouderSleutel = sjabloon, sleutel
		}
		sjabloon.NotBefore, sjabloon.NotAfter = time.Now().Add(-time.Hour), time.Now().Add(24*time.Hour)
		sjabloon.BasicConstraintsValid = true
		der, err := x509.CreateCertificate(rand.Reader, sjabloon, ouder, &sleutel.PublicKey, ouderSleutel)
		if err != nil {
			t.Fatal(err)
		}
		c, err := x509.ParseCertificate(der)
		if err != nil {
			t.Fatal(err)
		}
		return c, sleutel
	}
	ca, caSleutel := maak(&x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Testpost"}, IsCA: true, KeyUsage: x509.KeyUsageCertSign,
	}, nil, nil)
	eigen, sleutel := maak(&x509.Certificate{
		SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}, ca, caSleutel)
	der, err := x509.MarshalPKCS8PrivateKey(sleutel)
	if err != nil {
		t.Fatal(err)
	}
	schrijf := func(naam, soort string, der []byte) {
		s.schrijf(t, naam, string(pem.EncodeToMemory(&pem.Block{Type: soort, Bytes: der})))
	}
	schrijf("ca.pem", "CERTIFICATE", ca.Raw)
	schrijf("certificaat.pem", "CERTIFICATE", eigen.Raw)
	schrijf("sleutel.pem", "PRIVATE KEY", der)
	s.caPad, s.ca = s.pad("ca.pem"), x509.NewCertPool()
	s.ca.AddCert(ca)
}

// tls trusts the servers of the test.
func (s *postservers) tls() *tls.Config { return &tls.Config{ServerName: "localhost", RootCAs: s.ca} }
