package post

import (
	"slices"
	"strings"

	"klacht/dossier"
)

// Eigen is what tells a colleague from everyone else: the organisation's own
// addresses and mail domains, in lower case.
type Eigen struct {
	Adressen, Domeinen []string
}

// EigenVan takes from the procedure what is the organisation's own. Where it
// names no domains, that is the domain of its address; but not one at which
// anybody can have an address.
func EigenVan(p *dossier.Procedure) Eigen {
	e := Eigen{Domeinen: p.Post.Domeinen}
	adres := klein(p.Organisatie.Email)
	_, domein, ok := strings.Cut(adres, "@")
	if !ok {
		return e
	}
	e.Adressen = []string{adres}
	if len(e.Domeinen) == 0 && !slices.Contains(openbareDomeinen(), domein) {
		e.Domeinen = []string{domein}
	}
	return e
}

// is reports whether an address is the organisation's own. A domain is itself
// and no part of it: who has klant.example.nl need not be a colleague.
func (e Eigen) is(adres string) bool {
	adres = klein(adres)
	i := strings.LastIndexByte(adres, '@')
	return i > 0 && (slices.Contains(e.Adressen, adres) || slices.Contains(e.Domeinen, adres[i+1:]))
}

// klein is an address to compare: A to Z in lower case, and no other letters,
// for those that look like them are another address.
func klein(adres string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r - 'A' + 'a'
		}
		return r
	}, strings.TrimSpace(adres))
}

// openbareDomeinen are those of the mail providers that people in the
// Netherlands have addresses at.
func openbareDomeinen() []string {
	return strings.Fields(`
		aol.com caiway.nl casema.nl chello.nl delta.nl ext.nl fastmail.com freedom.nl gmail.com gmx.com gmx.de gmx.net
		googlemail.com hccnet.nl hetnet.nl home.nl hotmail.be hotmail.com hotmail.nl icloud.com kabelfoon.nl kpnmail.nl
		kpnplanet.nl live.be live.com live.nl mac.com mail.com me.com msn.com online.nl outlook.be outlook.com outlook.nl
		planet.nl pm.me proton.me protonmail.com quicknet.nl skynet.be solcon.nl t-online.de tele2.nl telenet.be telfort.nl
		tutanota.com upcmail.nl versatel.nl web.de xmsnet.nl xs4all.nl yahoo.com yahoo.co.uk yahoo.nl zeelandnet.nl ziggo.nl`)
}
