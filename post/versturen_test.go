package post

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"klacht/dossier"
)

func envelopVan(t testing.TB, u *Uitgaand) Envelop {
	t.Helper()
	u.Concept = false
	e, err := u.Envelop()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestOordeelVerzending(t *testing.T) {
	for _, tt := range []struct {
		heel bool
		code int
		want Verzenduitslag
	}{
		{true, 250, Verstuurd}, {true, 251, Verstuurd}, {true, 554, Geweigerd}, {true, 421, Geweigerd}, {true, 0, Onzeker}, {true, 354, Onzeker}, {true, 150, Onzeker}, {true, 999, Onzeker},
		{false, 0, Geweigerd}, {false, 250, Geweigerd}, {false, 554, Geweigerd},
	} {
		if got := oordeelVerzending(tt.heel, tt.code); got != tt.want {
			t.Errorf("whole %v, %d: %v, want %v", tt.heel, tt.code, got, tt.want)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		heel, code := rapid.Bool().Draw(rt, "heel"), rapid.IntRange(0, 999).Draw(rt, "code")
		switch got := oordeelVerzending(heel, code); {
		case got == Verstuurd && (!heel || code/100 != 2):
			rt.Fatal("sent, but nobody said so")
		case got == Geweigerd && heel && code/100 != 4 && code/100 != 5:
			rt.Fatal("the server may have it, and nobody said no")
		}
	})
}

func TestVersturenGeeftDeServerOnzeBytes(t *testing.T) {
	s := nieuweSMTP(t, &proefSMTP{})
	u := voorbeeldUit()
	u.Tekst += "\n.\n..\n.verstopt\nFrom hier\n" + strings.Repeat("Een lange regel. ", 200)
	u.Bijlagen = []Uitbijlage{{"bijlage.pdf", bytes.Repeat([]byte{0, 1, '.', '\n'}, 100_000)}}
	e := envelopVan(t, u)
	got := Verstuur(t.Context(), s.toegang(), e)
	if got.Uitslag != Verstuurd || got.Fout != nil || got.Antwoord != "127.0.0.1 zei: 250 2.0.0 in de rij als 4XyZ" {
		t.Fatalf("%+v", got)
	}
	if k := s.berichten(); len(k) != 1 || !bytes.Equal(k[0], e.Bericht) {
		t.Fatalf("%d messages, or other bytes", len(k))
	}
	want := []string{
		"EHLO [127.0.0.1]", "AUTH PLAIN " + base64.StdEncoding.EncodeToString([]byte("\x00klacht@example.nl\x00geheim")),
		"MAIL FROM:<klacht@example.nl> BODY=8BITMIME", "RCPT TO:<e.bakker@example.nl>", "DATA", "QUIT",
	}
	if diff := cmp.Diff(want, s.commandos()); diff != "" {
		t.Error(diff)
	}
}

func TestAanmeldenBijDeServer(t *testing.T) {
	for biedt, want := range map[string]string{
		"AUTH LOGIN":                         "AUTH LOGIN a2xhY2h0QGV4YW1wbGUubmw= Z2VoZWlt",
		"AUTH login plain":                   "AUTH PLAIN AGtsYWNodEBleGFtcGxlLm5sAGdlaGVpbQ==",
		"AUTH PLAIN SCRAM-SHA-256 SCRAM-XXX": "AUTH SCRAM-SHA-256",
	} {
		s := nieuweSMTP(t, &proefSMTP{biedt: []string{biedt}, zeg: map[string]string{"MAIL": "550 nee"}})
		Verstuur(t.Context(), s.toegang(), envelopVan(t, voorbeeldUit()))
		var got []string
		for _, c := range s.commandos() {
			if !strings.HasPrefix(c, "EHLO") && !strings.HasPrefix(c, "MAIL") {
				got = append(got, c)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %s", biedt, got, want)
		}
	}
	s := nieuweSMTP(t, &proefSMTP{})
	zonder := s.toegang()
	zonder.Server.Gebruiker, zonder.Wachtwoord = "", ""
	if got := Verstuur(t.Context(), zonder, envelopVan(t, voorbeeldUit())); got.Uitslag != Verstuurd {
		t.Errorf("without a user: %+v", got)
	}
	if slices.ContainsFunc(s.commandos(), func(c string) bool { return strings.HasPrefix(c, "AUTH") }) {
		t.Error("logs in without a user")
	}
}

func TestVersturenMislukt(t *testing.T) {
	const niet = "de brief is niet verstuurd, en er is niets vastgelegd: 127.0.0.1 "
	for naam, tt := range map[string]struct {
		s         *proefSMTP
		fout, tip string
	}{
		"druk":                {&proefSMTP{zeg: map[string]string{"BEGIN": "421 nu even niet"}}, niet + "wil nu geen post aannemen: 421 nu even niet", "probeer het later opnieuw"},
		"begroeting":          {&proefSMTP{zeg: map[string]string{"EHLO": "550-ga\n550 weg"}}, niet + "nam de begroeting niet aan: 550 ga weg", "kijk de server en de poort na in procedure.yaml, onder post"},
		"geen aanmelding":     {&proefSMTP{biedt: []string{"8BITMIME"}}, "de brief is niet verstuurd, en er is niets vastgelegd: bij 127.0.0.1 kan niemand zich aanmelden, en in procedure.yaml staat gebruiker klacht@example.nl", "kijk de server en de poort na, of laat gebruiker leeg als aanmelden niet hoeft"},
		"onbekende manier":    {&proefSMTP{biedt: []string{"AUTH XOAUTH2 GSSAPI"}}, niet + "kent geen aanmelding met een wachtwoord die klacht kent; wel: XOAUTH2 GSSAPI", "vraag uw mailprovider of u met een wachtwoord kunt versturen, bijvoorbeeld met een app-wachtwoord"},
		"wachtwoord":          {&proefSMTP{zeg: map[string]string{"AUTH": "535 5.7.8 \x1b[31mverkeerd\u202e"}}, niet + "laat klacht@example.nl niet toe: 535 5.7.8 [31mverkeerd", "kijk de gebruiker in procedure.yaml en het wachtwoord na; sommige providers vragen een app-wachtwoord"},
		"afzender":            {&proefSMTP{zeg: map[string]string{"MAIL": "553 dat bent u niet"}}, niet + "neemt geen post aan van klacht@example.nl: 553 dat bent u niet", "kijk in procedure.yaml het adres bij organisatie na, en de gebruiker bij versturen"},
		"ontvanger":           {&proefSMTP{zeg: map[string]string{"RCPT": "550-5.1.1 No such\n550 5.1.1 user"}}, niet + "neemt geen post aan voor e.bakker@example.nl: 550 5.1.1 No such 5.1.1 user", "klopt het adres van de klager? Verbeter het met klacht wijzig … --email ADRES"},
		"ontvanger later":     {&proefSMTP{zeg: map[string]string{"RCPT": "450 4.2.1 greylisted"}}, niet + "neemt geen post aan voor e.bakker@example.nl: 450 4.2.1 greylisted", "probeer het later opnieuw"},
		"data":                {&proefSMTP{zeg: map[string]string{"DATA": "554 nee"}}, niet + "nam de brief niet aan: 554 nee", "probeer het later opnieuw"},
		"inhoud":              {&proefSMTP{zeg: map[string]string{"EINDE": "554-5.7.1 dit lijkt\n554 5.7.1 op spam"}}, niet + "nam de brief niet aan: 554 5.7.1 dit lijkt 5.7.1 op spam", "kijk wat de server zegt, en vraag zo nodig uw mailprovider"},
		"te groot":            {&proefSMTP{biedt: []string{"AUTH PLAIN", "SIZE 1024"}}, niet + "neemt berichten tot 1 KiB aan, en deze brief is met de bijlagen 2 KiB", "stuur minder of kleinere bijlagen mee"},
		"geen SMTP":           {&proefSMTP{zeg: map[string]string{"BEGIN": "* OK IMAP4rev1"}}, "de brief is niet verstuurd, en er is niets vastgelegd: wat 127.0.0.1 antwoordt, is geen SMTP: \"* OK IMAP4rev1\"", "kijk de server en de poort na in procedure.yaml, onder post"},
		"SCRAM en dan onzin":  {&proefSMTP{biedt: []string{"AUTH SCRAM-SHA-256"}, zeg: map[string]string{"AUTH": "334 cj1vbnppbg=="}}, "de brief is niet verstuurd, en er is niets vastgelegd: het aanmelden bij 127.0.0.1 lukt niet: de server houdt zich niet aan de regels van SCRAM-SHA-256", "probeer het later opnieuw, en vraag anders uw mailprovider"},
		"verbroken bij RCPT":  {&proefSMTP{zeg: map[string]string{"RCPT": smtpWeg}}, niet + "verbrak de verbinding", "probeer het later opnieuw"},
		"eindeloos antwoord":  {&proefSMTP{zeg: map[string]string{"MAIL": strings.Repeat("250-"+strings.Repeat("x", 1000)+"\n", 2000) + "250 ja"}}, "de brief is niet verstuurd, en er is niets vastgelegd: wat 127.0.0.1 antwoordt, is geen SMTP: er komt geen einde aan", "kijk de server en de poort na in procedure.yaml, onder post"},
		"eindeloos één regel": {&proefSMTP{zeg: map[string]string{"MAIL": strings.Repeat("x", 2<<20)}}, "de brief is niet verstuurd, en er is niets vastgelegd: wat 127.0.0.1 antwoordt, is geen SMTP: \"" + strings.Repeat("x", 298) + "…", "kijk de server en de poort na in procedure.yaml, onder post"},
	} {
		t.Run(naam, func(t *testing.T) {
			s := nieuweSMTP(t, tt.s)
			u := voorbeeldUit()
			u.Tekst += strings.Repeat("x", 300)
			got := Verstuur(t.Context(), s.toegang(), envelopVan(t, u))
			if got.Uitslag != Geweigerd {
				t.Fatalf("%+v", got)
			}
			metFout(t, got.Fout, tt.fout, tt.tip)
		})
	}
}

// TestVersturenBijElkeOnderbreking lets the server leave, fall silent, refuse and talk nonsense at every moment: from the message's end on
// it may have it, and before that it can't.
func TestVersturenBijElkeOnderbreking(t *testing.T) {
	for _, moment := range smtpMomenten {
		for _, doet := range []string{smtpWeg, "daarna weg", smtpStil, "onzin", "250-half" + smtpHalfweg, "550-half" + smtpHalfweg, "450 later", "550 nee", "550-nee\n550 echt niet", "250", "999 raar", "100 wacht", "25x raar", "250-een\n550 twee"} {
			t.Run(moment+" "+strings.ReplaceAll(doet, "\n", " "), func(t *testing.T) {
				t.Parallel()
				s := &proefSMTP{zeg: map[string]string{moment: doet}}
				if doet == "daarna weg" {
					s = &proefSMTP{daarna: moment}
				}
				nieuweSMTP(t, s)
				toegang := s.toegang()
				if doet == smtpStil {
					toegang.Wacht = 300 * time.Millisecond
				}
				got := Verstuur(t.Context(), toegang, envelopVan(t, voorbeeldUit()))
				n := len(s.berichten())
				switch {
				case moment == "QUIT" || moment == "EINDE" && (doet == "250" || doet == "daarna weg"):
					if got.Uitslag != Verstuurd || got.Fout != nil || n != 1 {
						t.Errorf("%+v, %d messages; want sent", got, n)
					}
				case moment == "EINDE" && doet != "450 later" && !strings.HasPrefix(doet, "550 nee") && !strings.HasPrefix(doet, "550-nee"):
					if got.Uitslag != Onzeker || got.Antwoord == "" || n != 1 {
						t.Errorf("%+v, %d messages; want unsure", got, n)
					}
				case moment == "DATA" && doet == "250":
					if got.Uitslag != Geweigerd {
						t.Errorf("%+v; want refused", got)
					}
				case got.Uitslag == Verstuurd:
					// Where an answer is strange but says yes, it went on.
					if doet != "250" && doet != "999 raar" && doet != "100 wacht" || n != 1 {
						t.Errorf("%+v, %d messages", got, n)
					}
				case got.Uitslag == Onzeker:
					// What went into a connection that was closed behind it may have arrived.
					if moment != "DATA" {
						t.Errorf("%+v, %d messages", got, n)
					}
				default:
					if got.Fout == nil || n != 0 && moment != "EINDE" {
						t.Errorf("%+v, %d messages; want refused", got, n)
					}
				}
				if engels := strings.ToLower(fmt.Sprint(got.Fout, got.Antwoord)); strings.Contains(engels, "response") || strings.Contains(engels, "eof") || strings.Contains(engels, "closed") {
					t.Errorf("English: %s", engels)
				}
			})
		}
	}
}

// Half an answer to DATA was taken for leave, and the letter went into a closed connection; half an answer to its end, for the whole of it.
func TestHalfAntwoordIsGeenAntwoord(t *testing.T) {
	for moment, want := range map[string]Verzenduitslag{"DATA": Geweigerd, "EINDE": Onzeker} {
		for _, begin := range []string{"3", "354", "354 zeg h", "250 2.0.0 in", "550 n"} {
			s := nieuweSMTP(t, &proefSMTP{zeg: map[string]string{moment: begin + smtpHalfweg}})
			if got := Verstuur(t.Context(), s.toegang(), envelopVan(t, voorbeeldUit())); got.Uitslag != want {
				t.Errorf("%q at %s: %+v", begin, moment, got)
			}
		}
	}
}

func TestVersturenOnderbrokenMetCtrlC(t *testing.T) {
	for moment, want := range map[string]Verzenduitslag{"EHLO": Geweigerd, "DATA": Geweigerd, "EINDE": Onzeker} {
		ctx, stop := context.WithCancel(t.Context())
		s := nieuweSMTP(t, &proefSMTP{zeg: map[string]string{moment: smtpStil}, bij: func(nu string) {
			if nu == moment {
				stop()
			}
		}})
		got := Verstuur(ctx, s.toegang(), envelopVan(t, voorbeeldUit()))
		if got.Uitslag != want {
			t.Errorf("%s: %+v", moment, got)
		}
		if want == Geweigerd && got.Fout != context.Canceled || want == Onzeker && got.Antwoord != "het wachten op het antwoord van 127.0.0.1 is afgebroken" {
			t.Errorf("%s: %+v", moment, got)
		}
		s.stop()
	}
}

// A server that stops reading in the middle of a message doesn't have it.
func TestVersturenStoktHalverwegeHetBericht(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	klaar := make(chan struct{})
	defer close(klaar)
	go func() {
		c, err := l.Accept()
		if err != nil {
			return
		}
		defer c.Close()
		b := make([]byte, 512)
		for _, zeg := range []string{"220 x\r\n", "250 x\r\n", "250 x\r\n", "250 x\r\n", "354 x\r\n"} {
			fmt.Fprint(c, zeg)
			if _, err := c.Read(b); err != nil {
				return
			}
		}
		<-klaar
	}()
	u := voorbeeldUit()
	u.Bijlagen = []Uitbijlage{{"groot", make([]byte, 20<<20)}}
	toegang := Toegang{Server: dossier.Mailserver{Host: "127.0.0.1", Poort: l.Addr().(*net.TCPAddr).Port, Beveiliging: dossier.BeveiligingGeen}, Wacht: 500 * time.Millisecond}
	got := Verstuur(t.Context(), toegang, envelopVan(t, u))
	if got.Uitslag != Geweigerd {
		t.Errorf("%+v", got)
	}
	metFout(t, got.Fout, "de brief is niet verstuurd, en er is niets vastgelegd: 127.0.0.1 zei te lang niets", "probeer het later opnieuw")
}

func TestEnvelopHeeftTweeAdressenEnNietsAnders(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		u := voorbeeldUit()
		stuk := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"e.bakker@example.nl", ">\r\nRCPT TO:<dief@example.org>", "a@example.nl,b@example.nl", "a@example.nl> SIZE=1", "\"a b\"@example.nl"}))
		u.Aan.Adres, u.Van.Adres = stuk.Draw(rt, "aan"), stuk.Draw(rt, "van")
		e, err := u.Envelop()
		if err == nil && (!isAdres(e.aan) || !isAdres(e.van)) {
			rt.Fatalf("%q, %q", e.van, e.aan)
		}
	})
}
