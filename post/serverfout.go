package post

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"slices"
	"strings"
	"syscall"

	"klacht/dossier"
)

// What Windows calls these (Winsock error codes); no other system has such
// numbers.
const (
	wsaNetOnbereikbaar  syscall.Errno = 10051
	wsaAfgebroken       syscall.Errno = 10053
	wsaVerbroken        syscall.Errno = 10054
	wsaGeweigerd        syscall.Errno = 10061
	wsaHostOnbereikbaar syscall.Errno = 10065
)

func isSysteemfout(err error, nummers ...syscall.Errno) bool {
	var nummer syscall.Errno
	return errors.As(err, &nummer) && slices.Contains(nummers, nummer)
}

// fout says in Dutch what went wrong on the connection; an error that says so
// already, and the end of ctx, are given as they are.
func (l *lijn) fout(ctx context.Context, s dossier.Mailserver, err error) error {
	if l.stil.Load() && ctx.Err() == nil {
		return &dossier.Fout{Wat: fmt.Sprintf("%s zei te lang niets", s.Host), Raad: "probeer het later opnieuw"}
	}
	return verbindingsfout(ctx, s, err)
}

// verbindingsfout says in Dutch why a server can't be used.
func verbindingsfout(ctx context.Context, s dossier.Mailserver, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.As(err, new(*dossier.Fout)) {
		return err
	}
	const probeer = "kijk of het netwerk het doet, en probeer het opnieuw"
	f := func(raad, vorm string, waarden ...any) error {
		return &dossier.Fout{Wat: fmt.Sprintf(vorm, waarden...), Raad: raad}
	}
	var dns *net.DNSError
	var traag net.Error
	var onbekend x509.UnknownAuthorityError
	var naam x509.HostnameError
	var ongeldig x509.CertificateInvalidError
	var alarm tls.AlertError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return f("kijk de naam na in procedure.yaml, onder post", "er is geen server met de naam %s", s.Host)
	case errors.As(err, &dns):
		return f(probeer, "de naam %s is nu niet op te zoeken", s.Host)
	case isSysteemfout(err, syscall.ECONNREFUSED, wsaGeweigerd):
		return f("kijk de server en de poort na in procedure.yaml, onder post", "%s neemt op poort %d geen verbinding aan", s.Host, s.Poort)
	case errors.As(err, &onbekend), errors.As(err, &naam), errors.As(err, &ongeldig):
		return f("neem de naam van de server over die uw mailprovider noemt; blijft het zo, ga dan niet verder en vraag uw beheerder", "%s kan niet bewijzen dat het die server is: %s", s.Host, certificaatfout(err, s.Host))
	case errors.As(err, &alarm), errors.As(err, new(tls.RecordHeaderError)), strings.Contains(err.Error(), "tls: "):
		return f("kijk in procedure.yaml de poort en beveiliging na: tls en starttls horen bij een andere poort", "met %s op poort %d lukt geen beveiligde verbinding", s.Host, s.Poort)
	case errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &traag) && traag.Timeout():
		return f(probeer, "%s antwoordt niet op poort %d", s.Host, s.Poort)
	case isSysteemfout(err, syscall.ENETUNREACH, syscall.EHOSTUNREACH, wsaNetOnbereikbaar, wsaHostOnbereikbaar):
		return f(probeer, "%s is niet te bereiken", s.Host)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, net.ErrClosed), isSysteemfout(err, syscall.ECONNRESET, syscall.EPIPE, wsaAfgebroken, wsaVerbroken):
		return f("probeer het later opnieuw", "%s verbrak de verbinding", s.Host)
	}
	return f("probeer het later opnieuw", "met %s ging het mis: %s", s.Host, schoneRegel(err.Error()))
}

// certificaatfout says what is wrong with a certificate.
func certificaatfout(err error, host string) string {
	var ongeldig x509.CertificateInvalidError
	switch {
	case errors.As(err, new(x509.UnknownAuthorityError)):
		return "zijn certificaat is van niemand die deze computer vertrouwt"
	case errors.As(err, new(x509.HostnameError)):
		return "zijn certificaat is niet voor " + host
	case errors.As(err, &ongeldig) && ongeldig.Reason == x509.Expired:
		return "zijn certificaat is verlopen, of de klok van deze computer staat verkeerd"
	}
	return "zijn certificaat is niet geldig"
}
