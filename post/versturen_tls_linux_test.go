package post

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"klacht/dossier"
)

const omgevingCertificaat = "KLACHT_PROEF_CERTIFICAAT"

// TestVersturenBeveiligd runs in a process of its own, which trusts the certificate of the test.
func TestVersturenBeveiligd(t *testing.T) {
	pad := os.Getenv(omgevingCertificaat)
	if pad == "" {
		certificaten, tekst := certificaat(t)
		sleutel, err := x509.MarshalPKCS8PrivateKey(certificaten.Certificates[0].PrivateKey)
		if err != nil {
			t.Fatal(err)
		}
		pad := filepath.Join(t.TempDir(), "beide.pem")
		if err := os.WriteFile(pad, append(tekst, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: sleutel})...), 0o600); err != nil {
			t.Fatal(err)
		}
		zelf, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.CommandContext(t.Context(), zelf, "-test.run=^TestVersturenBeveiligd$", "-test.count=1", "-test.v")
		cmd.Env = append(os.Environ(), omgevingCertificaat+"="+pad, "SSL_CERT_FILE="+pad)
		if uit, err := cmd.CombinedOutput(); err != nil || !strings.Contains(string(uit), "PASS: TestVersturenBeveiligd/starttls") {
			t.Fatalf("%v\n%s", err, uit)
		}
		return
	}
	beide, err := tls.LoadX509KeyPair(pad, pad)
	if err != nil {
		t.Fatal(err)
	}
	instelling := &tls.Config{Certificates: []tls.Certificate{beide}}
	for naam, s := range map[string]*proefSMTP{
		"tls":      {tls: instelling, meteen: true},
		"starttls": {tls: instelling, biedt: []string{"STARTTLS", "AUTH PLAIN"}},
	} {
		t.Run(naam, func(t *testing.T) {
			nieuweSMTP(t, s)
			e := envelopVan(t, voorbeeldUit())
			if got := Verstuur(t.Context(), beveiligd(s, dossier.Beveiliging(naam)), e); got.Uitslag != Verstuurd {
				t.Fatalf("%+v", got)
			}
			if k := s.berichten(); len(k) != 1 || string(k[0]) != string(e.Bericht) {
				t.Error("other bytes")
			}
		})
		for _, moment := range []string{"RCPT", "EINDE"} {
			s := nieuweSMTP(t, &proefSMTP{tls: s.tls, meteen: s.meteen, biedt: s.biedt, zeg: map[string]string{moment: smtpWeg}})
			want := map[string]Verzenduitslag{"RCPT": Geweigerd, "EINDE": Onzeker}[moment]
			if got := Verstuur(t.Context(), beveiligd(s, dossier.Beveiliging(naam)), envelopVan(t, voorbeeldUit())); got.Uitslag != want {
				t.Errorf("%s, gone at %s: %+v", naam, moment, got)
			}
		}
	}
}
