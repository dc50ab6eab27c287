package post

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Brievenbus is one folder of a mailbox on an IMAP server (RFC 3501), opened to
// look into only: nothing on the server is changed, not even what is read and
// what is not.
type Brievenbus struct {
	Map    string // the folder's name
	Aantal int    // messages in it

	toegang   Toegang
	lijn      *imaplijn
	client    *imapclient.Client
	sinds     werkdagen.Datum // 0, or the day before which nothing is given
	geweigerd int             // messages in a row that the server did not give
}

// OpenBrievenbus connects, logs in and opens the folder.
func OpenBrievenbus(ctx context.Context, t Toegang) (*Brievenbus, error) {
	kaal, err := verbind(ctx, t)
	if err != nil {
		return nil, err
	}
	b := &Brievenbus{Map: cmp.Or(t.Server.Map, "INBOX"), toegang: t, lijn: &imaplijn{lijn: kaal}}
	for _, stap := range []func(context.Context) error{b.begroet, b.logIn, b.open} {
		b.lijn.begin(0)
		if err := stap(ctx); err != nil {
			_ = b.lijn.Close() // the error says more
			return nil, err
		}
	}
	b.lijn.rust()
	return b, nil
}

// begroet awaits the server's first words and, where that is asked for, has the
// connection protected before anything else.
func (b *Brievenbus) begroet(ctx context.Context) error {
	opties := &imapclient.Options{TLSConfig: tlsInstelling(b.toegang.Server)}
	if b.toegang.Server.Beveiliging != dossier.BeveiligingStartTLS {
		b.client = imapclient.New(b.lijn, opties)
		err := b.client.WaitGreeting()
		// Of a server that says no and hangs up the library knows both, and tells
		// either by chance: what was said is what counts.
		for range 30 {
			if err == nil || isWeigering(err) {
				break
			}
			err = b.client.WaitGreeting()
		}
		return b.fout(ctx, err)
	}
	client, err := imapclient.NewStartTLS(b.lijn, opties)
	switch {
	case err == nil:
		b.client = client
		return nil
	case errors.As(err, new(*imap.Error)) || strings.Contains(err.Error(), "PREAUTH"):
		return &dossier.Fout{
			Wat:  b.toegang.Server.Host + " wil de verbinding niet beveiligen (STARTTLS), en zonder gaat er niets over",
			Raad: "vraag uw mailprovider welke server en poort wel beveiligd zijn; meestal is dat poort 993 met beveiliging: tls",
		}
	}
	return b.fout(ctx, err)
}

// open opens the folder, read-only.
func (b *Brievenbus) open(ctx context.Context) error {
	gegevens, err := b.client.Select(b.Map, &imap.SelectOptions{ReadOnly: true}).Wait()
	if err == nil {
		b.Aantal = int(gegevens.NumMessages)
		return nil
	}
	if !isWeigering(err) {
		return b.fout(ctx, err)
	}
	namen, mis := b.mappen()
	if mis != nil && !isWeigering(mis) {
		return b.fout(ctx, mis)
	}
	f := &dossier.Fout{Wat: fmt.Sprintf("in de brievenbus van %s is de map %q niet te openen%s", b.toegang.Server.Gebruiker, b.Map, b.gezegd(err))}
	if len(namen) > 0 {
		f.Raad = "zet in procedure.yaml onder post bij ophalen een map die er is: " + dossier.Opsomming(namen, "of")
	}
	return f
}

// mappen are the folders that there are, as many as one can take in.
func (b *Brievenbus) mappen() ([]string, error) {
	const meest = 30
	b.lijn.begin(4 << 20)
	var namen []string
	lijst := b.client.List("", "*", nil)
	for m := lijst.Next(); m != nil; m = lijst.Next() {
		if len(namen) < meest {
			namen = append(namen, schoneRegel(m.Mailbox))
		}
	}
	return namen, lijst.Close()
}

// Sluit takes leave of the server. What it says to that does not matter.
func (b *Brievenbus) Sluit() {
	const afscheid = 2 * time.Second
	b.lijn.begin(0)
	b.lijn.wacht.Store(int64(afscheid))
	_ = b.client.Logout().Wait()
	_ = b.client.Close()
}

func isWeigering(err error) bool { return errors.As(err, new(*imap.Error)) }

// fout says in Dutch what went wrong between the server and us.
func (b *Brievenbus) fout(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	s := b.toegang.Server
	oorzaak := b.lijn.oorzaak()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, new(*dossier.Fout)):
		return err
	case errors.As(err, new(*tls.CertificateVerificationError)), errors.As(err, new(tls.AlertError)), errors.As(err, new(tls.RecordHeaderError)):
		return b.lijn.fout(ctx, s, err)
	case errors.Is(oorzaak, errTeVeel):
		return &dossier.Fout{Wat: s.Host + " stuurt veel meer dan gevraagd is, en daarom is de verbinding verbroken", Raad: "probeer het later opnieuw; blijft het zo, vraag het dan uw mailprovider"}
	case oorzaak != nil, b.lijn.stil.Load():
		return b.lijn.fout(ctx, s, cmp.Or(oorzaak, err))
	case isWeigering(err):
		return &dossier.Fout{Wat: s.Host + " weigert" + b.gezegd(err), Raad: "probeer het later opnieuw"}
	}
	// The rest are texts of the library about what it could not read.
	return &dossier.Fout{
		Wat:  fmt.Sprintf("%s antwoordt op poort %d niet zoals een IMAP-server doet", s.Host, s.Poort),
		Raad: "kijk de server, de poort en beveiliging na in procedure.yaml, onder post",
	}
}

// gezegd is what the server said with a refusal, as the end of a sentence; ""
// when that is nothing. It may hold what we said, but never the password.
func (b *Brievenbus) gezegd(err error) string {
	const meest = 200
	var weigering *imap.Error
	if !errors.As(err, &weigering) {
		return ""
	}
	tekst := schoneRegel(weigering.Text)
	if tekst == "" || b.toegang.verraadt(weigering.Text) || b.toegang.verraadt(tekst) {
		return ""
	}
	if len(tekst) > meest {
		tekst = strings.ToValidUTF8(tekst[:meest], "") + "…"
	}
	return " (de server zegt: " + tekst + ")"
}
