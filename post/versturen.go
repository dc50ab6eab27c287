package post

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/wneessen/go-mail/smtp"

	"klacht/dossier"
)

// Verstuur hands e to the server, its bytes unchanged.
func Verstuur(ctx context.Context, t Toegang, e Envelop) Verzonden {
	l, err := verbind(ctx, t)
	if err != nil {
		return nietVerstuurd(ctx, err)
	}
	defer l.verbreek()
	l.heel = true // what is said here is short, and a server could say it for ever
	s := &smtpgesprek{ctx: ctx, t: t, l: l}
	if err := s.open(); err != nil {
		return nietVerstuurd(ctx, err)
	}
	return s.lever(e)
}

// smtpgesprek is a conversation with a server (RFC 5321).
type smtpgesprek struct {
	ctx context.Context
	t   Toegang
	l   *lijn
	c   *smtp.Client
}

// open says who we are, protects the connection where that is still to be done,
// and logs in.
func (s *smtpgesprek) open() (err error) {
	server := s.t.Server
	if s.c, err = smtp.NewClient(&begrensdeLijn{Conn: s.l, over: meesteAntwoord}, server.Host); err != nil {
		return s.fout(err, "wil nu geen post aannemen", "probeer het later opnieuw")
	}
	s.c.SkipSMTPUTF8(true) // no address has more than ASCII
	if err := s.c.Hello(begroeting(s.l.LocalAddr())); err != nil {
		return s.fout(err, "nam de begroeting niet aan", "kijk de server en de poort na in procedure.yaml, onder post")
	}
	if server.Beveiliging == dossier.BeveiligingStartTLS {
		const raad = "kijk in procedure.yaml de poort en beveiliging na, of vraag uw mailprovider welke server u moet gebruiken"
		if ok, _ := s.c.Extension("STARTTLS"); !ok {
			return &dossier.Fout{Wat: server.Host + " kan de verbinding niet beveiligen (geen STARTTLS), en zonder gaat er geen brief en geen wachtwoord heen", Raad: raad}
		}
		if err := s.c.StartTLS(tlsInstelling(server)); err != nil {
			return s.fout(err, "kon de verbinding niet beveiligen", raad)
		}
	}
	return s.meldAan()
}

// begroeting is who we say to be: our address, as a machine without a name of
// its own on the internet does (RFC 5321 4.1.4).
func begroeting(hier net.Addr) string {
	a, ok := hier.(*net.TCPAddr)
	switch {
	case !ok:
		return "[127.0.0.1]"
	case a.IP.To4() != nil:
		return "[" + a.IP.To4().String() + "]"
	}
	return "[IPv6:" + a.IP.String() + "]"
}

// meldAan logs in, where procedure.yaml has a user. The connection is protected
// by then, or goes no further than this machine.
func (s *smtpgesprek) meldAan() error {
	wie, server := s.t.Server.Gebruiker, s.t.Server.Host
	if wie == "" {
		return nil
	}
	ok, manieren := s.c.Extension("AUTH")
	if !ok {
		return &dossier.Fout{
			Wat:  fmt.Sprintf("bij %s kan niemand zich aanmelden, en in procedure.yaml staat gebruiker %s", server, wie),
			Raad: "kijk de server en de poort na, of laat gebruiker leeg als aanmelden niet hoeft",
		}
	}
	manier := kiesAanmelding(manieren)
	if manier == "" {
		return &dossier.Fout{
			Wat:  fmt.Sprintf("%s kent geen aanmelding met een wachtwoord die klacht kent; wel: %s", server, s.gezegd(manieren)),
			Raad: "vraag uw mailprovider of u met een wachtwoord kunt versturen, bijvoorbeeld met een app-wachtwoord",
		}
	}
	var a smtp.Auth
	switch manier {
	case "SCRAM-SHA-256":
		a = begrensdeScram{smtp.ScramSHA256Auth(wie, s.t.Wachtwoord)}
	case "PLAIN":
		a = smtp.PlainAuth("", wie, s.t.Wachtwoord, server, true)
	default:
		a = smtp.LoginAuth(wie, s.t.Wachtwoord, server, true)
	}
	err := s.c.Auth(a)
	var verbinding net.Error
	switch {
	case err == nil:
		return nil
	case isAntwoord(err), errors.As(err, &verbinding), errors.Is(err, io.EOF), errors.As(err, new(textproto.ProtocolError)):
		return s.fout(err, "laat "+wie+" niet toe", "kijk de gebruiker in procedure.yaml en het wachtwoord na; sommige providers vragen een app-wachtwoord")
	}
	return &dossier.Fout{Wat: fmt.Sprintf("het aanmelden bij %s lukt niet: de server houdt zich niet aan de regels van %s", server, manier), Raad: "probeer het later opnieuw, en vraag anders uw mailprovider"}
}

// begrensdeScram works only as hard as a server may reasonably ask: a number
// that it names makes the computation of the key take hours, which nothing ends.
type begrensdeScram struct{ smtp.Auth }

const meesteRonden = 1_000_000 // RFC 7677 4 asks for 4096 at least

func (a begrensdeScram) Next(vanServer []byte, meer bool) ([]byte, error) {
	for veld := range bytes.SplitSeq(vanServer, []byte(",")) {
		if ronden, ok := bytes.CutPrefix(veld, []byte("i=")); ok {
			if n, err := strconv.Atoi(string(ronden)); err != nil || n < 1 || n > meesteRonden {
				return nil, errors.New("iterations")
			}
		}
	}
	return a.Auth.Next(vanServer, meer)
}

// kiesAanmelding picks the best of the mechanisms that a server offers and we
// have, "" for none.
func kiesAanmelding(manieren string) string {
	for _, onze := range []string{"SCRAM-SHA-256", "PLAIN", "LOGIN"} {
		for _, m := range strings.Fields(manieren) {
			if strings.EqualFold(m, onze) {
				return onze
			}
		}
	}
	return ""
}

// lever hands the message over. What goes wrong before its end changes nothing.
func (s *smtpgesprek) lever(e Envelop) Verzonden {
	server := s.t.Server.Host
	if _, meest := s.c.Extension("SIZE"); meest != "" { // RFC 1870
		if n, err := strconv.Atoi(meest); err == nil && n > 0 && len(e.Bericht) > n {
			return nietVerstuurd(s.ctx, &dossier.Fout{
				Wat:  fmt.Sprintf("%s neemt berichten tot %d KiB aan, en deze brief is met de bijlagen %d KiB", server, n>>10, (len(e.Bericht)+1023)>>10),
				Raad: "stuur minder of kleinere bijlagen mee",
			})
		}
	}
	if err := s.c.Mail("<" + e.van + ">"); err != nil {
		return nietVerstuurd(s.ctx, s.fout(err, "neemt geen post aan van "+e.van, "kijk in procedure.yaml het adres bij organisatie na, en de gebruiker bij versturen"))
	}
	if err := s.c.Rcpt("<" + e.aan + ">"); err != nil {
		return nietVerstuurd(s.ctx, s.fout(err, "neemt geen post aan voor "+e.aan, "klopt het adres van de klager? Verbeter het met klacht wijzig … --email ADRES"))
	}
	if err := s.begin(); err != nil {
		return nietVerstuurd(s.ctx, s.fout(err, "nam de brief niet aan", "probeer het later opnieuw"))
	}
	w := s.c.Text.DotWriter()
	if s.t.Wacht == 0 {
		s.l.wacht.Store(int64(wachtOntvangst)) // RFC 5321 4.5.3.2.6
	}
	_, err := w.Write(e.Bericht)
	if einde := w.Close(); err == nil {
		err = einde // of the last bytes and the dot after them
	}
	if err != nil {
		// A server that won't have it may say so before it is whole.
		if _, _, zei := s.c.Text.ReadResponse(250); isAntwoord(zei) {
			err = zei
		}
		return nietVerstuurd(s.ctx, s.fout(err, "nam de brief niet aan", "probeer het later opnieuw"))
	}
	code, tekst, err := leesAntwoord(&s.c.Text.Reader)
	switch oordeelVerzending(true, code) {
	case Verstuurd:
		_ = s.c.Quit() // whatever comes of that, it took the message
		return Verzonden{Uitslag: Verstuurd, Antwoord: fmt.Sprintf("%s zei: %s", server, s.gezegd(antwoordregel(code, tekst)))}
	case Geweigerd:
		return nietVerstuurd(s.ctx, s.fout(&textproto.Error{Code: code, Msg: tekst}, "nam de brief niet aan", "kijk wat de server zegt, en vraag zo nodig uw mailprovider"))
	}
	switch {
	case s.ctx.Err() != nil:
		return Verzonden{Uitslag: Onzeker, Antwoord: fmt.Sprintf("het wachten op het antwoord van %s is afgebroken", server)}
	case code != 0:
		return Verzonden{Uitslag: Onzeker, Antwoord: fmt.Sprintf("%s zei iets wat geen antwoord is: %s", server, s.gezegd(antwoordregel(code, tekst)))}
	}
	return Verzonden{Uitslag: Onzeker, Antwoord: "het antwoord kwam niet: " + s.fout(err, "", "").Error()}
}

// begin asks leave for the message. It is not left to the library, which can't
// tell whether all of a message went out.
func (s *smtpgesprek) begin() error {
	id, err := s.c.Text.Cmd("DATA")
	if err != nil {
		return err
	}
	s.c.Text.StartResponse(id)
	defer s.c.Text.EndResponse(id)
	code, tekst, err := leesAntwoord(&s.c.Text.Reader)
	if err == nil && code != 354 {
		err = &textproto.Error{Code: code, Msg: tekst}
	}
	return err
}

func isAntwoord(err error) bool { return errors.As(err, new(*textproto.Error)) }

// fout says what the server refused, in its own words, or what went wrong with
// the connection. What is refused for now (4xx) may be tried again.
func (s *smtpgesprek) fout(err error, wat, raad string) error {
	server := s.t.Server.Host
	var antwoord *textproto.Error
	var onzin textproto.ProtocolError
	switch {
	case s.ctx.Err() != nil:
		return s.ctx.Err()
	case s.l.stil.Load():
		return s.l.fout(s.ctx, s.t.Server, err)
	case errors.As(err, &antwoord):
		if antwoord.Code/100 == 4 {
			raad = "probeer het later opnieuw"
		}
		return &dossier.Fout{Wat: fmt.Sprintf("%s %s: %s", server, wat, s.gezegd(antwoordregel(antwoord.Code, antwoord.Msg))), Raad: raad}
	case errors.As(err, &onzin):
		_, regel, _ := strings.Cut(string(onzin), ": ")
		return &dossier.Fout{Wat: fmt.Sprintf("wat %s antwoordt, is geen SMTP: %s", server, s.gezegd(regel)), Raad: "kijk de server en de poort na in procedure.yaml, onder post"}
	}
	return s.l.fout(s.ctx, s.t.Server, err)
}

func antwoordregel(code int, tekst string) string { return fmt.Sprintf("%d %s", code, tekst) }

// gezegd is what the server said, to be shown and kept; not where that gives the
// password away.
func (s *smtpgesprek) gezegd(tekst string) string {
	if s.t.verraadt(tekst) || s.t.verraadt(schoneRegel(tekst)) {
		return "(niet getoond: het wachtwoord staat erin)"
	}
	return gezegd(tekst)
}

// meesteAntwoord bounds all that a server says in one conversation, in bytes.
const meesteAntwoord = 1 << 20

// begrensdeLijn is a connection that ends when the other side says too much.
type begrensdeLijn struct {
	net.Conn
	over int
}

func (b *begrensdeLijn) Read(p []byte) (int, error) {
	if b.over <= 0 {
		return 0, textproto.ProtocolError("antwoord: er komt geen einde aan")
	}
	n, err := b.Conn.Read(p[:min(len(p), b.over)])
	b.over -= n
	return n, err
}
