package post

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-sasl"

	"klacht/dossier"
)

// logIn tells the server who we are: with AUTHENTICATE PLAIN (RFC 4616), in which
// every character can be said, else with LOGIN.
func (b *Brievenbus) logIn(ctx context.Context) error {
	s := b.toegang.Server
	if b.client.State() == imap.ConnStateAuthenticated {
		return nil // by the connection itself (PREAUTH)
	}
	if s.Gebruiker == "" {
		return &dossier.Fout{
			Wat:  "in procedure.yaml staat onder post bij ophalen geen gebruiker",
			Raad: "voeg daar toe: gebruiker: … (meestal het e-mailadres van de brievenbus)",
		}
	}
	kan := b.client.Caps()
	var err error
	switch {
	case kan == nil:
		return b.fout(ctx, errors.New("no capabilities"))
	case kan.Has(imap.AuthCap("PLAIN")):
		err = b.client.Authenticate(sasl.NewPlainClient("", s.Gebruiker, b.toegang.Wachtwoord))
	case kan.Has(imap.CapLoginDisabled):
		return &dossier.Fout{Wat: s.Host + " laat zo niemand met een wachtwoord inloggen", Raad: b.raadBijInloggen("vraag uw mailprovider met welke server en poort het wel kan")}
	default:
		err = b.client.Login(s.Gebruiker, b.toegang.Wachtwoord).Wait()
	}
	var weigering *imap.Error
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &weigering):
		return b.fout(ctx, err)
	case weigering.Code == imap.ResponseCodeUnavailable, weigering.Code == imap.ResponseCodeInUse, weigering.Code == imap.ResponseCodeLimit:
		return &dossier.Fout{Wat: s.Host + " laat nu niemand inloggen" + b.gezegd(err), Raad: "probeer het later opnieuw"}
	}
	return &dossier.Fout{
		Wat:  fmt.Sprintf("%s laat %s met dit wachtwoord niet inloggen%s", s.Host, s.Gebruiker, b.gezegd(err)),
		Raad: b.raadBijInloggen("kijk de gebruiker na in procedure.yaml en geef het wachtwoord opnieuw; sommige mailproviders willen een app-wachtwoord, dat u in uw account maakt"),
	}
}

// raadBijInloggen is what to do when a server takes no password; anders is for
// those whose reasons are not known here.
func (b *Brievenbus) raadBijInloggen(anders string) string {
	host := strings.ToLower(b.toegang.Server.Host)
	bij := func(domeinen ...string) bool {
		for _, d := range domeinen {
			if host == d || strings.HasSuffix(host, "."+d) {
				return true
			}
		}
		return false
	}
	switch {
	case bij("office365.com", "office.com", "outlook.com"):
		// Basic authentication ended there in 2022, app passwords with it.
		return "Microsoft laat programma's niet meer met een wachtwoord inloggen; laat de berichten doorsturen naar een brievenbus bij een andere mailprovider, of bewaar ze als bestand en gebruik: klacht post inlezen"
	case bij("gmail.com", "googlemail.com"):
		return "Gmail neemt hier het gewone wachtwoord niet aan; zet in uw Google-account verificatie in twee stappen aan, maak een app-wachtwoord en geef dat"
	}
	return anders
}
