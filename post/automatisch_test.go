package post

import (
	"testing"

	"klacht/post/bericht"
)

func TestAutomatisch(t *testing.T) {
	eigen := []string{"example.nl"}
	for _, g := range []struct {
		naam, want string
		k          bericht.Kenmerken
	}{
		{"van een mens", "", bericht.Kenmerken{}},
		{"van een mens, die dat zegt", "", bericht.Kenmerken{AutoSubmitted: "no", Klasse: "IPM.Note"}},
		{"afwezig", "een automatisch antwoord", bericht.Kenmerken{AutoSubmitted: "auto-replied"}},
		{"afwezig, ouder", "een automatisch antwoord", bericht.Kenmerken{AutoAntwoord: true}},
		{"afwezig, binnen Exchange", "een automatisch antwoord", bericht.Kenmerken{Klasse: "IPM.Note.Rules.OofTemplate.Microsoft"}},
		{"afwezig, zonder meer", "een automatisch antwoord", bericht.Kenmerken{Precedence: "auto_reply"}},
		{"melding", "automatisch gemaakt door een programma", bericht.Kenmerken{AutoSubmitted: "auto-generated"}},
		{"niet bezorgd", "een bericht van een mailserver over de bezorging", bericht.Kenmerken{Rapport: "delivery-status", LegeAfzender: true}},
		{"gelezen", "een leesbevestiging", bericht.Kenmerken{Rapport: "disposition-notification"}},
		{"ongewenst gemeld", "een melding van een mailserver", bericht.Kenmerken{Rapport: "feedback-report"}},
		{"ander rapport", "een rapport van een mailprogramma", bericht.Kenmerken{Rapport: "onbekend"}},
		{"niet te beantwoorden", "een bericht zonder afzender om aan te antwoorden", bericht.Kenmerken{LegeAfzender: true}},
		{"kring", "al eens automatisch doorgestuurd", bericht.Kenmerken{XLoop: "klacht@example.nl"}},
		{"nieuwsbrief", "een nieuwsbrief of mailinglijst (nieuws.example.org)", bericht.Kenmerken{Lijst: "nieuws.example.org", Precedence: "bulk"}},
		{"reclame", "een bericht aan velen tegelijk", bericht.Kenmerken{Precedence: "bulk"}},
		{"de eigen groep", "", bericht.Kenmerken{Lijst: "info.Example.nl", Precedence: "list"}},
		{"de eigen groep, met een automatisch antwoord", "een automatisch antwoord", bericht.Kenmerken{Lijst: "info.example.nl", AutoSubmitted: "auto-replied"}},
		{"een domein dat erop lijkt", "een nieuwsbrief of mailinglijst (voorexample.nl)", bericht.Kenmerken{Lijst: "voorexample.nl"}},
		{"formulier", "", bericht.Kenmerken{OnderdrukAntwoord: []string{"all"}}},
	} {
		if got := Automatisch(&bericht.Bericht{Kenmerken: g.k}, eigen); got != g.want {
			t.Errorf("%s: %q, want %q", g.naam, got, g.want)
		}
	}
}

func TestBijlagenaam(t *testing.T) {
	for _, g := range []struct {
		want string
		b    bericht.Bijlage
	}{
		{"a.pdf", bericht.Bijlage{Naam: "a.pdf", Type: "application/pdf", Soort: bericht.SoortInline}},
		{"bijlage-3.pdf", bericht.Bijlage{Naam: " ", Type: "application/pdf"}},
		{"bijlage-3", bericht.Bijlage{Type: "application/octet-stream"}},
		{"tekst-3.html", bericht.Bijlage{Type: "text/html"}},
		{"tekst-3.txt", bericht.Bijlage{Type: "text/csv"}},
		{"bericht-3.eml", bericht.Bijlage{Type: "message/rfc822", Soort: bericht.SoortBericht}},
		{"Uw factuur.eml", bericht.Bijlage{Type: "message/rfc822", Soort: bericht.SoortBericht, Titel: "Uw factuur"}},
		{"Uw factuur.msg", bericht.Bijlage{Type: "application/vnd.ms-outlook", Soort: bericht.SoortBericht, Titel: "Uw factuur"}},
		{"uitnodiging-3.ics", bericht.Bijlage{Type: "text/calendar", Soort: bericht.SoortUitnodiging}},
		{"bezorgrapport-3.txt", bericht.Bijlage{Type: "message/delivery-status", Soort: bericht.SoortBezorgrapport}},
		{"handtekening-3.p7s", bericht.Bijlage{Type: "application/pkcs7-signature", Soort: bericht.SoortHandtekening}},
		{"handtekening-3.asc", bericht.Bijlage{Type: "application/pgp-signature", Soort: bericht.SoortHandtekening}},
		{"versleuteld-3.p7m", bericht.Bijlage{Type: "application/pkcs7-mime", Soort: bericht.SoortVersleuteld}},
		{"versleuteld-3", bericht.Bijlage{Type: "application/octet-stream", Soort: bericht.SoortVersleuteld}},
	} {
		if got := bijlagenaam(g.b, 3); got != g.want {
			t.Errorf("%+v: %q, want %q", g.b, got, g.want)
		}
	}
}
