package post

import (
	"encoding/base64"
	"fmt"
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

// isAdres reports whether s is one address as RFC 5321 4.1.2 has it without
// quotes: local part, @ and a domain of two labels or more. Nothing in it can be
// taken for a second address, a name or a field.
func isAdres(s string) bool {
	links, domein, _ := strings.Cut(s, "@")
	labels := strings.Split(domein, ".")
	for _, l := range labels {
		anders := func(r rune) bool { return r != '-' && !isLetterOfCijfer(r) }
		if l == "" || len(l) > 63 || l[0] == '-' || l[len(l)-1] == '-' || strings.ContainsFunc(l, anders) {
			return false
		}
	}
	return len(s) <= 254 && len(labels) > 1 && isAtomen(links)
}

// isAtomen reports whether s is a dot-atom (RFC 5322 3.2.3).
func isAtomen(s string) bool {
	for atoom := range strings.SplitSeq(s, ".") {
		anders := func(r rune) bool { return !isLetterOfCijfer(r) && !strings.ContainsRune("!#$%&'*+/=?^_`{|}~-", r) }
		if atoom == "" || strings.ContainsFunc(atoom, anders) {
			return false
		}
	}
	return true
}

func isLetterOfCijfer(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

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
	if !isAdres(vorm) {
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
