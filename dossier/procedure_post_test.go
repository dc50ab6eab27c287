package dossier

import (
	"strings"
	"testing"
)

func TestMailserver(t *testing.T) {
	for _, tt := range []struct {
		ophalen, wil string
	}{
		{"server: mail.example.nl", "mail.example.nl:993 tls"},
		{"server: mail.example.nl:993", "mail.example.nl:993 tls"},
		{"server: mail.example.nl:143", "mail.example.nl:143 starttls"},
		{"{server: mail.example.nl, beveiliging: starttls}", "mail.example.nl:143 starttls"},
		{"{server: 'mail.example.nl:1993', beveiliging: starttls}", "mail.example.nl:1993 starttls"},
		{"server: mail.example.nl:1993", "mail.example.nl:1993 tls"},
		{"{server: 'localhost:1143', beveiliging: geen}", "localhost:1143 geen"},
		{"{server: '127.0.0.2', beveiliging: geen}", "127.0.0.2:993 geen"},
		{"{server: '[::1]:1143', beveiliging: geen}", "[::1]:1143 geen"},
		{"{server: , gebruiker: , map: , beveiliging: }", ":0 "},
		{"", ":0 "},
	} {
		s := procedureVan(t, "post:\n  ophalen:\n    "+tt.ophalen+"\n").Post.Ophalen
		gelijk(t, tt.ophalen, s.Adres()+" "+string(s.Beveiliging), tt.wil)
	}
	s := procedureVan(t, "post: {versturen: {server: smtp.example.nl, beveiliging: starttls, gebruiker: jo@example.nl}}\n").Post.Versturen
	gelijk(t, "versturen", s, Mailserver{Host: "smtp.example.nl", Poort: 587, Gebruiker: "jo@example.nl", Beveiliging: BeveiligingStartTLS})
}

// An address that only looks local is no reason to send a password in the clear.
func TestMailserverZonderBeveiligingAlleenHier(t *testing.T) {
	for _, host := range []string{"mail.example.nl", "localhost.example.nl", "10.0.0.1", "192.168.1.1", "128.0.0.1", "0.0.0.0", "::", "::ffff:10.0.0.1"} {
		tekst := "post:\n  versturen:\n    server: '" + host + "'\n    beveiliging: geen\n"
		_, _, err := leesProcedure("procedure.yaml", []byte(tekst))
		if err == nil || !strings.Contains(err.Error(), "procedure.yaml:4: een verbinding met "+host+" zonder beveiliging mag niet") {
			t.Errorf("%s: %v", host, err)
		}
	}
}

func TestMailserverVerkeerd(t *testing.T) {
	for _, tt := range []struct{ ophalen, fout string }{
		{"server: 'mail.example.nl:0'", `"0" is geen poort`},
		{"server: 'mail.example.nl:99999'", `"99999" is geen poort`},
		{"server: 'imaps://mail.example.nl'", `"imaps://mail.example.nl" is geen server`},
		{"server: 'jo@mail.example.nl'", `is geen server`},
		{"{server: mail.example.nl, beveiliging: ssl}", `"ssl" kan hier niet; kies uit tls, starttls of geen`},
		{"{server: mail.example.nl, wachtwoord: geheim}", "een wachtwoord hoort in geen bestand"},
		{"gebruiker: jo@example.nl", "onder ophalen staat geen server"},
		{"[a, b]", `moet uit regels als "sleutel: waarde" bestaan`},
	} {
		_, _, err := leesProcedure("procedure.yaml", []byte("post:\n  ophalen:\n    "+tt.ophalen+"\n"))
		if err == nil || !strings.Contains(err.Error(), tt.fout) || !strings.HasPrefix(err.Error(), "procedure.yaml:3: ") {
			t.Errorf("%s: %v", tt.ophalen, err)
		}
	}
}
