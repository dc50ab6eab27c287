package post

import (
	"context"
	"errors"
	"fmt"
	"net/textproto"
	"strconv"
	"strings"

	"klacht/dossier"
)

// Verzenduitslag says what became of a message that was handed to a server.
type Verzenduitslag int

const (
	Geweigerd Verzenduitslag = iota // it was not sent
	Verstuurd                       // the server took it
	Onzeker                         // it may have been
)

// oordeelVerzending decides what became of a message: heel is whether the server
// was given the whole of it, its end too; code is the complete reply that came to
// that, 0 for none (RFC 5321 4.2.1, 4.5.3.2.6). What a server was not given whole
// it doesn't have, and from then on it may have it until it says no.
func oordeelVerzending(heel bool, code int) Verzenduitslag {
	switch {
	case !heel, code/100 == 4, code/100 == 5:
		return Geweigerd
	case code/100 == 2:
		return Verstuurd
	}
	return Onzeker
}

// Verzonden is what became of a message. Antwoord is what the server said at the
// last, or what went wrong, as a Dutch clause; Fout says the same of what was not
// sent for sure, with what to do, or is the end of ctx.
type Verzonden struct {
	Uitslag  Verzenduitslag
	Antwoord string
	Fout     error
}

// Envelop is a message as a server is given it: from and to exactly one address,
// and its bytes.
type Envelop struct {
	van, aan string
	Bericht  []byte
}

// Envelop gives u as it is sent. Its addresses are those of Postadres alone.
func (u *Uitgaand) Envelop() (e Envelop, err error) {
	if e.van, err = u.Van.Postadres(); err != nil {
		return e, err
	}
	if e.aan, err = u.Aan.Postadres(); err != nil {
		return e, err
	}
	e.Bericht, err = u.Bytes()
	return e, err
}

// nietVerstuurd is the outcome of what failed before the message was handed over.
func nietVerstuurd(ctx context.Context, err error) Verzonden {
	if ctx.Err() != nil {
		return Verzonden{Uitslag: Geweigerd, Antwoord: "afgebroken", Fout: ctx.Err()}
	}
	f := &dossier.Fout{Wat: "de brief is niet verstuurd, en er is niets vastgelegd: " + err.Error()}
	var tip interface{ Tip() string }
	if errors.As(err, &tip) {
		f.Raad = tip.Tip()
	}
	return Verzonden{Uitslag: Geweigerd, Antwoord: err.Error(), Fout: f}
}

// leesAntwoord reads a reply on which something depends: complete, or code is 0.
// It is stricter than the library, which takes half a line at the end of a
// connection for a whole one, and takes a code without text, which may be.
func leesAntwoord(r *textproto.Reader) (code int, tekst string, err error) {
	var regels []string
	for {
		regel, err := r.R.ReadString('\n')
		if err != nil {
			return 0, "", err
		}
		regel = strings.TrimRight(regel, "\r\n")
		c, fout := strconv.Atoi(regel[:min(3, len(regel))])
		if fout != nil || c < 100 || code != 0 && c != code || len(regel) > 3 && regel[3] != ' ' && regel[3] != '-' {
			return 0, "", textproto.ProtocolError(fmt.Sprintf("antwoord: %q", regel))
		}
		code = c
		if len(regel) == 3 {
			return code, strings.Join(regels, "\n"), nil
		}
		if regels = append(regels, regel[4:]); regel[3] == ' ' {
			return code, strings.Join(regels, "\n"), nil
		}
	}
}

// gezegd is what a server said, on one line and of a length to show.
func gezegd(s string) string {
	const langste = 300 // characters
	r := []rune(schoneRegel(s))
	if len(r) > langste {
		return string(r[:langste-1]) + "…"
	}
	return string(r)
}
