package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"golang.org/x/term"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// Where the passwords of mail servers may come from; no file of ours holds one.
const (
	wachtwoordIMAP = "KLACHT_IMAP_WACHTWOORD"
	wachtwoordSMTP = "KLACHT_SMTP_WACHTWOORD"
)

// toegang is what it takes to use a server of procedure.yaml, under post by the key sleutel. The password comes from variabele, or is asked for.
func (om omgeving) toegang(ctx context.Context, s dossier.Mailserver, sleutel, variabele string) (post.Toegang, error) {
	t := post.Toegang{Server: s}
	if s.Host == "" {
		return t, geenServer(sleutel)
	}
	if s.Gebruiker == "" {
		return t, nil
	}
	if t.Wachtwoord = om.getenv(variabele); t.Wachtwoord != "" {
		return t, nil
	}
	if om.geheim == nil || !om.vraagbaar {
		return t, verkeerd("het wachtwoord van %s bij %s ontbreekt, en hier is niemand om het te vragen", s.Gebruiker, s.Host).
			metTip("zet het wachtwoord in de omgevingsvariabele %s", variabele)
	}
	om.voortgang.stop()
	fmt.Fprintf(om.fout, "Wachtwoord van %s bij %s: ", scherm.Regel(s.Gebruiker), scherm.Regel(s.Host))
	wachtwoord, err := om.geheim(ctx)
	fmt.Fprintln(om.fout)
	switch {
	case err != nil:
		return t, err
	case wachtwoord == "":
		return t, &mislukt{errors.New("er is geen wachtwoord gegeven"), ""}
	}
	t.Wachtwoord = wachtwoord
	return t, nil
}

// geenServer is the error for a server that procedure.yaml lacks, under post by the key sleutel.
func geenServer(sleutel string) error {
	return &dossier.Fout{
		Wat:  fmt.Sprintf("in %s staat onder post bij %s geen server", procedurebestand, sleutel),
		Raad: "vul daar de server en de gebruiker in; uw mailprovider noemt ze",
	}
}

// leesGeheim reads a line that the terminal f does not show. An interrupt leaves the terminal as it was.
func leesGeheim(f *os.File) func(context.Context) (string, error) {
	return func(ctx context.Context) (string, error) {
		fd := int(f.Fd())
		stand, err := term.GetState(fd)
		if err != nil {
			return "", fmt.Errorf("kon het wachtwoord niet vragen: %w", err)
		}
		type antwoord struct {
			tekst []byte
			err   error
		}
		klaar := make(chan antwoord, 1)
		go func() {
			tekst, err := term.ReadPassword(fd)
			klaar <- antwoord{tekst, err}
		}()
		select {
		case a := <-klaar:
			if a.err != nil {
				return "", fmt.Errorf("kon het wachtwoord niet lezen: %w", a.err)
			}
			return string(a.tekst), nil
		case <-ctx.Done():
			return "", errors.Join(ctx.Err(), term.Restore(fd, stand))
		}
	}
}
