package post

import (
	"encoding/base64"
	"io"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/wneessen/go-mail/smtp"

	"klacht/dossier"
)

// TestServerZegtHetWachtwoordTerug: what a server says is shown, and of an unsure letter it is kept in a file.
func TestServerZegtHetWachtwoordTerug(t *testing.T) {
	const wachtwoord = "gehe1m w00rd"
	heel := base64.StdEncoding.EncodeToString([]byte("\x00klacht@example.nl\x00" + wachtwoord))
	for _, moment := range []string{"EHLO", "AUTH", "MAIL", "RCPT", "DATA", "EINDE"} {
		for _, tekst := range []string{wachtwoord, heel, base64.StdEncoding.EncodeToString([]byte(wachtwoord)), "gehe1m\x1b w00rd"} {
			for _, code := range []string{"550", "354", "250"} {
				s := nieuweSMTP(t, &proefSMTP{zeg: map[string]string{moment: code + " u zei " + tekst}})
				toegang := s.toegang()
				toegang.Wachtwoord = wachtwoord
				got := Verstuur(t.Context(), toegang, envelopVan(t, voorbeeldUit()))
				gezegd := got.Antwoord
				if got.Fout != nil {
					gezegd += got.Fout.Error()
				}
				if strings.Contains(gezegd, "w00rd") || strings.Contains(gezegd, "AGtsYWNodE") || strings.Contains(gezegd, "Z2VoZTFt") {
					t.Errorf("%s %s %q: %s", moment, code, tekst, gezegd)
				}
				s.stop()
			}
		}
	}
}

// telAuth counts how often it is asked on.
type telAuth struct {
	smtp.Auth
	keer *int
}

func (a telAuth) Next([]byte, bool) ([]byte, error) {
	*a.keer++
	return nil, nil
}

// TestServerVraagtMiljardenRonden: computing the key of SCRAM would take hours, and no interrupt ends it.
func TestServerVraagtMiljardenRonden(t *testing.T) {
	for vraag, mag := range map[string]bool{
		"": true, "r=x,s=YQ==,i=4096": true, "r=x,s=YQ==,i=1000000": true, "v=YQ==": true,
		"r=x,s=YQ==,i=1000001": false, "r=x,s=YQ==,i=2147483647": false, "r=x,s=YQ==,i=99999999999999999999": false, "r=x,s=YQ==,i=0": false, "r=x,s=YQ==,i=": false,
	} {
		keer := 0
		_, err := begrensdeScram{telAuth{keer: &keer}}.Next([]byte(vraag), true)
		if (err == nil) != mag || (keer == 1) != mag {
			t.Errorf("%q: %v, asked on %d times", vraag, err, keer)
		}
	}
}

// TestAntwoordDatDruppelt: a server that says a little every now and then kept a letter waiting for ever.
func TestAntwoordDatDruppelt(t *testing.T) {
	toegang := proefserver(t, dossier.BeveiligingGeen, func(conn net.Conn) {
		for {
			if _, err := io.WriteString(conn, "220-nog even\r\n"); err != nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	})
	toegang.Wacht = 200 * time.Millisecond
	got := Verstuur(t.Context(), toegang, envelopVan(t, voorbeeldUit()))
	if got.Uitslag != Geweigerd || !strings.Contains(got.Antwoord, "zei te lang niets") {
		t.Errorf("%+v", got)
	}
}
