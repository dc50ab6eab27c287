package bericht

import (
	"strings"
)

// leesAdressen reads an address list (RFC 5322 3.4), tolerantly; groups are replaced by their members.
func (l *lezer) leesAdressen(waarden ...string) []Adres {
	a := adreslezer{l: l}
	for _, w := range waarden {
		a.lees(w)
	}
	return a.uit
}

// adreslezer is the state of leesAdressen: one pass over the text.
type adreslezer struct {
	l   *lezer
	uit []Adres

	naam       strings.Builder // the words of the present mailbox, quotes taken away
	ruw        strings.Builder // the same, as sent
	commentaar string          // its last (comment)
	wacht      []string        // words before commas, waiting to see whether they belong to the next mailbox
	klaar      bool            // the present mailbox was added at its >
	inWoord    bool            // within the mailboxes of one re-read encoded word
}

func (a *adreslezer) lees(s string) {
	open := map[byte]bool{} // openers whose closer is missing: looked for once, so that many of them cost no more
	for i := 0; i < len(s); {
		c := s[i]
		switch c {
		case '"', '(', '<':
			if !open[c] {
				if inhoud, einde, ok := tussen(s, i); ok {
					a.deel(c, inhoud, s[i:einde])
					i = einde
					continue
				}
				open[c] = true
			}
			if c == '<' { // QUIRK: `Jan <jan@example.nl`, cut off
				rest, _, _ := strings.Cut(s[i+1:], ",")
				a.metHaken(rest)
				i += 1 + len(rest)
				continue
			}
		case ',', ';':
			a.einde(c == ',')
		case ':':
			// The name of a group, or "mailto:". RFC 5322 3.4: group = display-name ":" [group-list] ";".
			if strings.Contains(a.ruw.String(), "@") {
				a.schrijf(s[i : i+1])
			} else {
				a.nieuw()
				a.wacht = nil
			}
		case '=':
			if _, _, lengte := leesWoord(s[i:]); lengte > 0 {
				a.schrijf(s[i : i+lengte])
				i += lengte
				continue
			}
			a.schrijf("=")
		default:
			a.schrijf(s[i : i+1])
		}
		i++
	}
	a.einde(false)
}

// tussen returns what the quote, comment or angle bracket that opens at s[i] holds, and the place behind its closer.
func tussen(s string, i int) (inhoud string, einde int, ok bool) {
	diepte := 0
	for j := i; j < len(s); j++ {
		switch {
		case s[j] == '\\' && s[i] != '<':
			j++
		case s[i] == '"' && s[j] == '"' && j > i, s[i] == '<' && s[j] == '>':
			return s[i+1 : j], j + 1, true
		case s[i] == '(' && s[j] == '(':
			diepte++
		case s[i] == '(' && s[j] == ')':
			if diepte--; diepte == 0 {
				return s[i+1 : j], j + 1, true
			}
		}
	}
	return "", 0, false
}

// deel handles a quoted string, comment or bracketed address.
func (a *adreslezer) deel(soort byte, inhoud, ruw string) {
	switch soort {
	case '"':
		a.naam.WriteString(zonderEscapes(inhoud))
		a.ruw.WriteString(ruw)
	case '(':
		a.commentaar = zonderEscapes(inhoud)
	case '<':
		a.metHaken(inhoud)
	}
}

func zonderEscapes(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func (a *adreslezer) schrijf(s string) {
	a.naam.WriteString(s)
	a.ruw.WriteString(s)
}

func (a *adreslezer) nieuw() {
	a.naam.Reset()
	a.ruw.Reset()
	a.commentaar = ""
	a.klaar = false
}

// metHaken adds the mailbox whose address stood between angle brackets.
//
// QUIRK: `Jansen, Jan <jan@example.nl>` should have quotes around the name; words without an @ before a comma are taken
// as its first half.
func (a *adreslezer) metHaken(adres string) {
	naam := strings.TrimSpace(a.naam.String())
	if n := len(a.wacht); n > 0 {
		helft := 0
		if n > 2 { // more than `Jansen, Jan, MSc <…>`: a list of names without addresses
			helft = n - 1
		}
		naam = strings.TrimSpace(strings.Join(append(a.wacht[helft:], naam), ", "))
		a.wacht = a.wacht[:helft]
		a.losseWacht()
	}
	if a.commentaar != "" {
		if naam == "" {
			naam = a.commentaar
		} else {
			naam += " (" + a.commentaar + ")"
		}
	}
	a.voegToe(naam, adres)
	a.nieuw()
	a.klaar = true
}

// einde closes the present mailbox at a comma, a semicolon or the end.
func (a *adreslezer) einde(komma bool) {
	naam, ruw := strings.TrimSpace(a.naam.String()), strings.TrimSpace(a.ruw.String())
	switch {
	case a.klaar:
		// RFC 822 style: `<jan@example.nl> (Jan Jansen)`
		if n := len(a.uit); a.commentaar != "" && n > 0 && a.uit[n-1].Naam == "" {
			a.uit[n-1].Naam = a.schoneNaam(a.commentaar)
		}
	case naam == "" && a.commentaar == "":
	case strings.Contains(ruw, "@"):
		a.losseWacht()
		a.kaal(naam, ruw)
	case komma && naam != "":
		a.wacht = append(a.wacht, naam)
	default:
		a.losseWacht()
		if naam == "" {
			naam = a.commentaar
		}
		a.zonderAdres(naam)
	}
	a.nieuw()
	if !komma {
		a.losseWacht()
	}
}

// losseWacht adds words that turned out to be no half of a name.
func (a *adreslezer) losseWacht() {
	for _, naam := range a.wacht {
		a.zonderAdres(naam)
	}
	a.wacht = nil
}

// zonderAdres adds a name without an address.
//
// QUIRK: some mailers put the whole mailbox in one encoded word, against RFC 2047 5; then that is read as a list again.
func (a *adreslezer) zonderAdres(naam string) {
	if !a.inWoord && strings.Contains(naam, "=?") {
		if leesbaar := a.l.woorden(naam); strings.Contains(leesbaar, "@") {
			b := adreslezer{l: a.l, inWoord: true}
			b.lees(leesbaar)
			for _, adres := range b.uit {
				a.voegToe(adres.Naam, adres.Adres)
			}
			return
		}
	}
	a.voegToe(naam, "")
}

// kaal adds a mailbox without angle brackets: `jan@example.nl`, `jan@example.nl (Jan)`.
//
// QUIRK: `Jan Jansen jan@example.nl`, the brackets forgotten: the word with the @ is the address.
func (a *adreslezer) kaal(naam, ruw string) {
	if !strings.ContainsAny(ruw, " \t") || strings.HasPrefix(ruw, `"`) {
		a.voegToe(a.commentaar, ruw)
		return
	}
	adres, rest := "", make([]string, 0, 4)
	for _, woord := range strings.Fields(naam) {
		if adres == "" && strings.Contains(strings.Trim(woord, "@"), "@") {
			adres = woord
		} else {
			rest = append(rest, woord)
		}
	}
	if adres == "" { // `jan @ example.nl`, blanks as RFC 822 allowed them
		adres, rest = ruw, nil
	}
	if a.commentaar != "" {
		rest = append(rest, a.commentaar)
	}
	a.voegToe(strings.Join(rest, " "), adres)
}

func (a *adreslezer) voegToe(naam, adres string) {
	if len(a.uit) == maxAdressen {
		a.l.waarschuw("een kopregel heeft meer dan %d adressen; de rest ervan is niet gelezen", maxAdressen)
	}
	naam, adres = a.schoneNaam(naam), a.schoonAdres(adres)
	if len(a.uit) >= maxAdressen || naam == "" && adres == "" {
		return
	}
	a.uit = append(a.uit, Adres{naam, adres})
}

// schoneNaam decodes a display name.
//
// QUIRK: Outlook puts single quotes around an address that it shows as a name.
func (a *adreslezer) schoneNaam(s string) string {
	if !a.inWoord {
		s = a.l.woorden(s)
	}
	s = strings.Join(strings.Fields(eenRegel(s)), " ")
	if len(s) > 2 && s[0] == '\'' && s[len(s)-1] == '\'' {
		s = s[1 : len(s)-1]
	}
	return s
}

func (a *adreslezer) schoonAdres(s string) string {
	s = strings.TrimSpace(eenRegel(a.l.ruw(s)))
	if !strings.HasPrefix(s, `"`) {
		s = strings.Join(strings.Fields(s), "")
	}
	s = strings.Trim(s, "<>,;")
	// RFC 5322 4.4: a route before the address, `@relay.example.nl:jan@example.nl`, is ignored.
	if strings.HasPrefix(s, "@") {
		if _, achter, ok := strings.Cut(s, ":"); ok {
			s = achter
		}
	}
	if len(s) > 7 && strings.EqualFold(s[:7], "mailto:") {
		s = s[7:]
	}
	return s
}
