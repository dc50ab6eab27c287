package dossier

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"

	"klacht/werkdagen"
)

// Postregels is what holds for mail.
type Postregels struct {
	Bewaren   werkdagen.Termijn // how long a message that is no complaint is kept
	Categorie string            // of what is registered unasked; "" leaves it to the asker
	Domeinen  []string          // the organisation's own; none: that of its address
	Ophalen   Mailserver        // IMAP, where complaints come in
	Versturen Mailserver        // SMTP, by which letters go out
}

// Mailserver is a server of the organisation's mail provider, as procedure.yaml
// names it. The password is in no file.
type Mailserver struct {
	Host        string // "" when there is none
	Poort       int    // 0: the usual one
	Gebruiker   string
	Map         string // IMAP: the folder to read; "" is the inbox
	Beveiliging Beveiliging
}

// Beveiliging says how a connection to a mail server is protected.
type Beveiliging string

const (
	BeveiligingTLS      Beveiliging = "tls"      // from the first byte (RFC 8314)
	BeveiligingStartTLS Beveiliging = "starttls" // asked for before anything else, and never done without
	BeveiligingGeen     Beveiliging = "geen"     // to this machine itself only
)

// Beveiligingen lists every Beveiliging.
func Beveiligingen() []Beveiliging {
	return []Beveiliging{BeveiligingTLS, BeveiligingStartTLS, BeveiligingGeen}
}

// mailpoort is a port that servers usually have for a protocol (RFC 8314 7.3;
// RFC 6409 for 587).
type mailpoort struct {
	poort       int
	beveiliging Beveiliging
}

// The usual ports, the best first.
var (
	imapPoorten = []mailpoort{{993, BeveiligingTLS}, {143, BeveiligingStartTLS}}
	smtpPoorten = []mailpoort{{465, BeveiligingTLS}, {587, BeveiligingStartTLS}, {25, BeveiligingStartTLS}}
)

// Adres is host:port.
func (s Mailserver) Adres() string { return net.JoinHostPort(s.Host, strconv.Itoa(s.Poort)) }

// IsHier reports whether a host is this machine itself.
func (s Mailserver) IsHier() bool {
	if strings.EqualFold(s.Host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(s.Host)
	return err == nil && ip.Unmap().IsLoopback()
}

func postvelden(l *lezer, p *Postregels) veldlezers {
	return veldlezers{
		"bewaren":   l.termijn(&p.Bewaren),
		"categorie": l.naam(&p.Categorie),
		"domeinen":  l.domeinen(&p.Domeinen),
		"ophalen":   l.mailserver("ophalen", &p.Ophalen, imapPoorten, veldlezers{"map": l.zin(&p.Ophalen.Map)}),
		"versturen": l.mailserver("versturen", &p.Versturen, smtpPoorten, veldlezers{}),
	}
}

// mailserver reads a server under the key naam, and settles its port and
// protection: what is not said follows what is, by the usual ports.
func (l *lezer) mailserver(naam string, s *Mailserver, gewoon []mailpoort, eigen veldlezers) func(*knoop) {
	velden := eigen
	velden["server"] = l.serveradres(s)
	velden["gebruiker"] = l.zin(&s.Gebruiker)
	velden["wachtwoord"] = func(k *knoop) {
		l.fout(k, "een wachtwoord hoort in geen bestand: wie de map kan lezen, kan dan bij uw post", "haal deze regel weg, en verander het wachtwoord als anderen het gezien kunnen hebben; klacht vraagt ernaar")
	}
	velden["beveiliging"] = keuze(l, &s.Beveiliging, Beveiligingen())
	return func(k *knoop) {
		*s = Mailserver{}
		voor := len(l.fouten)
		l.velden(k, naam+" onder post", velden)
		if len(l.fouten) > voor || k.soort != knoopMapping {
			return
		}
		if s.Host == "" {
			if s.Gebruiker != "" || s.Map != "" || s.Beveiliging != "" {
				l.fout(k, fmt.Sprintf("onder %s staat geen server", naam), "voeg toe: server: … (uw mailprovider noemt de naam)")
			}
			return
		}
		for _, g := range gewoon {
			if s.Poort == g.poort && s.Beveiliging == "" {
				s.Beveiliging = g.beveiliging
			}
			if s.Beveiliging == g.beveiliging && s.Poort == 0 {
				s.Poort = g.poort
			}
		}
		if s.Beveiliging == "" {
			s.Beveiliging = gewoon[0].beveiliging
		}
		if s.Poort == 0 {
			s.Poort = gewoon[0].poort
		}
		if s.Beveiliging == BeveiligingGeen && !s.IsHier() {
			l.fout(k.veld("beveiliging"), fmt.Sprintf("een verbinding met %s zonder beveiliging mag niet: dan gaan het wachtwoord en de klachten leesbaar over het netwerk", s.Host),
				"schrijf beveiliging: tls of starttls; geen kan alleen naar deze computer zelf (localhost)")
		}
	}
}

// serveradres reads a host, with or without a port.
func (l *lezer) serveradres(s *Mailserver) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(tekst string) error {
			geen := fmt.Errorf("%q is geen server; schrijf alleen de naam, zoals mail.example.nl of mail.example.nl:993", tekst)
			s.Host, s.Poort = tekst, 0
			if strings.Contains(tekst, "/") {
				return geen
			}
			if host, poort, err := net.SplitHostPort(tekst); err == nil {
				n, err := strconv.Atoi(poort)
				if err != nil || n < 1 || n > 65535 {
					return fmt.Errorf("%q is geen poort; schrijf de server zoals mail.example.nl of mail.example.nl:993", poort)
				}
				s.Host, s.Poort = host, n
			}
			if _, err := netip.ParseAddr(s.Host); err != nil && strings.ContainsAny(s.Host, " :@[]\\\t") || s.Host == "" {
				return geen
			}
			return nil
		})
	}
}

// domeinen reads mail domains: what stands behind the @ of an address.
func (l *lezer) domeinen(naar *[]string) func(*knoop) {
	return func(k *knoop) {
		*naar = nil
		l.reeks(k, "domeinen", func(k *knoop) {
			var d string
			l.naam(&d)(k)
			if d = strings.ToLower(strings.TrimPrefix(d, "@")); d == "" || strings.ContainsAny(d, "@ ") {
				l.fout(k, fmt.Sprintf("%q is geen domein", d), "schrijf wat achter de @ staat, bijvoorbeeld: example.nl")
				return
			}
			*naar = append(*naar, d)
		})
	}
}
