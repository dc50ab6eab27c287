package post

import (
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"klacht/dossier"
)

// Adres is one mailbox that mail goes to or comes from.
type Adres struct {
	Naam, Adres string
	Waar        string // where it was found, for messages: bij K2026-0007
	Raad        string // how to mend it there
}

// adresvorm is an address as RFC 5321 4.1.2 has it without quotes: local part,
// @ and a domain of two labels or more. Nothing in it can be taken for a second
// address, a name or a field.
var adresvorm = regexp.MustCompile(`^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$`)

// Postadres gives the address as mail writes it, with the domain in ASCII, and
// refuses what is not exactly one.
func (a Adres) Postadres() (string, error) {
	adres := strings.TrimSpace(a.Adres)
	if adres == "" {
		return "", &dossier.Fout{Wat: a.Waar + " staat geen e-mailadres", Raad: a.Raad}
	}
	vorm := adres
	if i := strings.LastIndexByte(adres, '@'); i >= 0 {
		if domein, err := idna.Lookup.ToASCII(adres[i+1:]); err == nil {
			vorm = adres[:i+1] + domein
		}
	}
	if len(vorm) > 254 || !adresvorm.MatchString(vorm) {
		return "", &dossier.Fout{Wat: fmt.Sprintf("%s staat als e-mailadres %q, en daar is niet veilig naar te schrijven", a.Waar, adres), Raad: a.Raad}
	}
	return vorm, nil
}

// kop gives the mailbox as a header has it: "Naam" <adres>.
func (a Adres) kop() (string, error) {
	adres, err := a.Postadres()
	if err != nil {
		return "", err
	}
	naam := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`<>"\`, r) {
			return -1
		}
		return r
	}, schoneRegel(a.Naam))
	const langste = 100 // characters
	if r := []rune(naam); len(r) > langste {
		naam = string(r[:langste])
	}
	switch {
	case naam == "" || strings.EqualFold(naam, adres):
		return adres, nil
	case kanKaal(naam):
		return fmt.Sprintf("\"%s\"\r\n <%s>", naam, adres), nil
	}
	return woorden(naam) + "\r\n <" + adres + ">", nil
}

// kopTekst gives the value of a header field that is text, folded.
func kopTekst(s string) string {
	const opDeRegel = 66 // with "Subject: " before it within 78
	if s = schoneRegel(s); kanKaal(s) && len(s) <= opDeRegel {
		return s
	}
	return woorden(s)
}

// kanKaal reports whether s can stand in a header as it is: plain ASCII, in
// which no mail program sees encoded words.
func kanKaal(s string) bool {
	return !strings.Contains(s, "=?") && !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f })
}

// woorden writes s in encoded words (RFC 2047), each of whole characters and on
// a line of its own.
func woorden(s string) string {
	const langste = 45 // bytes, which are 60 characters of base64
	var uit []string
	for len(s) > 0 {
		n := 0
		for n < len(s) {
			_, w := utf8.DecodeRuneInString(s[n:])
			if n+w > langste {
				break
			}
			n += w
		}
		uit = append(uit, "=?utf-8?B?"+base64.StdEncoding.EncodeToString([]byte(s[:n]))+"?=")
		s = s[n:]
	}
	return strings.Join(uit, "\r\n ")
}
