package post

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"klacht/dossier"
)

// certificaat makes one for 127.0.0.1 that nobody vouches for, and gives it in PEM as well.
func certificaat(t testing.TB) (*tls.Config, []byte) {
	t.Helper()
	sleutel, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, c, c, sleutel.Public(), sleutel)
	if err != nil {
		t.Fatal(err)
	}
	return &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: sleutel}}}, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
}

func beveiligd(s *proefSMTP, b dossier.Beveiliging) Toegang {
	t := s.toegang()
	t.Server.Beveiliging = b
	return t
}

// Where the connection can't be protected, nothing is said that matters: no password, no letter.
func TestVersturenNooitZonderBeveiliging(t *testing.T) {
	const geen = "de brief is niet verstuurd, en er is niets vastgelegd: 127.0.0.1 kan "
	const raad = "kijk in procedure.yaml de poort en beveiliging na, of vraag uw mailprovider welke server u moet gebruiken"
	onbekend, _ := certificaat(t)
	const vreemd = geen + "niet bewijzen dat het die server is: zijn certificaat is van niemand die deze computer vertrouwt"
	const niemand = "neem de naam van de server over die uw mailprovider noemt; blijft het zo, ga dan niet verder en vraag uw beheerder"
	for naam, tt := range map[string]struct {
		s         *proefSMTP
		b         dossier.Beveiliging
		fout, tip string
	}{
		"niet aangeboden":          {&proefSMTP{}, dossier.BeveiligingStartTLS, geen + "de verbinding niet beveiligen (geen STARTTLS), en zonder gaat er geen brief en geen wachtwoord heen", raad},
		"alleen HELO":              {&proefSMTP{zeg: map[string]string{"EHLO": "250 proef"}}, dossier.BeveiligingStartTLS, geen + "de verbinding niet beveiligen (geen STARTTLS), en zonder gaat er geen brief en geen wachtwoord heen", raad},
		"geweigerd":                {&proefSMTP{biedt: []string{"STARTTLS", "AUTH PLAIN"}, zeg: map[string]string{"STARTTLS": "502 nee"}}, dossier.BeveiligingStartTLS, "de brief is niet verstuurd, en er is niets vastgelegd: 127.0.0.1 kon de verbinding niet beveiligen: 502 nee", raad},
		"onbekend certificaat":     {&proefSMTP{biedt: []string{"STARTTLS", "AUTH PLAIN"}, tls: onbekend}, dossier.BeveiligingStartTLS, vreemd, niemand},
		"onbekend, meteen":         {&proefSMTP{tls: onbekend, meteen: true}, dossier.BeveiligingTLS, vreemd, niemand},
		"TLS op een poort zonder":  {&proefSMTP{}, dossier.BeveiligingTLS, "de brief is niet verstuurd, en er is niets vastgelegd: met 127.0.0.1 op poort POORT lukt geen beveiligde verbinding", "kijk in procedure.yaml de poort en beveiliging na: tls en starttls horen bij een andere poort"},
		"verbroken na de STARTTLS": {&proefSMTP{biedt: []string{"STARTTLS"}, daarna: "STARTTLS"}, dossier.BeveiligingStartTLS, "de brief is niet verstuurd, en er is niets vastgelegd: 127.0.0.1 verbrak de verbinding", "probeer het later opnieuw"},
	} {
		t.Run(naam, func(t *testing.T) {
			s := nieuweSMTP(t, tt.s)
			got := Verstuur(t.Context(), beveiligd(s, tt.b), envelopVan(t, voorbeeldUit()))
			_, poort, _ := net.SplitHostPort(s.luister.Addr().String())
			metFout(t, got.Fout, strings.ReplaceAll(tt.fout, "POORT", poort), tt.tip)
			if slices.ContainsFunc(s.commandos(), func(c string) bool {
				return strings.HasPrefix(c, "AUTH") || strings.HasPrefix(c, "MAIL") || strings.HasPrefix(c, "RCPT")
			}) {
				t.Errorf("said in the clear: %q", s.commandos())
			}
		})
	}
}
