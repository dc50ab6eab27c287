package post

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"klacht/dossier"
	"klacht/werkdagen"
)

var (
	k7, k8 = dossier.Nummer{Jaar: 2026, Volg: 7}, dossier.Nummer{Jaar: 2026, Volg: 8}
	toen   = dossier.OpMoment(time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC))
)

// bekend is an organisation with two dossiers and a message that waits.
func bekend() *Bekend {
	b := &Bekend{
		Plaats: func(m dossier.Merk) string {
			return map[dossier.Merk]string{dossier.MerkVanID("in@k7"): "het staat in K2026-0007"}[m]
		},
		Berichten:  map[dossier.Merk]dossier.Nummer{dossier.MerkVanID("in@k7"): k7, dossier.MerkVanID("uit@k7"): k7, dossier.MerkVanID("in@k8"): k8},
		Wachtend:   map[dossier.Merk]string{dossier.MerkVanID("wacht@x"): "abcdef"},
		Partijen:   map[dossier.Nummer][]string{},
		Klachten:   map[dossier.Nummer]*dossier.Klacht{},
		Klagers:    map[string][]dossier.Nummer{},
		Onleesbaar: map[dossier.Nummer]bool{{Jaar: 2026, Volg: 9}: true},
		Eigen:      Eigen{Adressen: []string{"klacht@example.nl"}, Domeinen: []string{"example.nl"}},
		Mediator:   "A.Wijs@mediator.example.org",
		Vanaf:      werkdagen.Datum(toen.Dag) - 700,
	}
	b.Neem(&dossier.Klacht{Nummer: k7, ID: "abcdefghijklmnop", Klager: dossier.Klager{Email: "Bakker@example.com"}, Behandelaar: "Ilse <ilse@bureau.example.org>", Adressen: []string{"partner@example.com"}})
	b.Neem(&dossier.Klacht{Nummer: k8, Klager: dossier.Klager{Email: "sem@example.org"}})
	return b
}

func TestBeslis(t *testing.T) {
	van := func(afzender, onderwerp string, extra ...string) []byte {
		return eml(append([]string{"From: " + afzender, "Subject: " + onderwerp, "Message-ID: <nieuw@x>", "Date: Sat, 21 Nov 2026 09:00:00 +0000"}, append(extra, "", "Tekst.")...)...)
	}
	brief := func(id string) string {
		return "In-Reply-To: <" + Merk(&dossier.Klacht{Nummer: k7, ID: id}, voorbeeldUit()) + ">"
	}
	const bakker, vreemde, collega = "Bakker <bakker@example.com>", "vreemde@example.org", "Ilse <ilse@example.nl>"
	for _, g := range []struct {
		naam    string
		inhoud  []byte
		wil     Uitkomst
		nummer  dossier.Nummer
		reden   string
		klager  string
		bericht dossier.Wat
	}{
		{"nummer", van(bakker, "RE: [K2026-0007] Factuur"), Toegevoegd, k7, "van bakker@example.com", "", dossier.WatBerichtIn},
		{"Re[2]", van(bakker, "Re[2]: Antw: [k2026-0007] Factuur"), Toegevoegd, k7, "van ", "", dossier.WatBerichtIn},
		{"zonder haken", van(bakker, "Over K2026-0007, alweer"), Toegevoegd, k7, "van ", "", dossier.WatBerichtIn},
		{"hoofdletters in het adres", van("BAKKER@EXAMPLE.COM", "[K2026-0007]"), Toegevoegd, k7, "van ", "", dossier.WatBerichtIn},
		{"behandelaar met een adres", van("ilse@bureau.example.org", "[K2026-0007]"), Toegevoegd, k7, "van ", "", dossier.WatBerichtIn},
		{"met de hand toegevoegd", van("partner@example.com", "[K2026-0007]"), Toegevoegd, k7, "van ", "", dossier.WatBerichtIn},
		{"mediator", van("a.wijs@mediator.example.org", "[K2026-0008]"), Toegevoegd, k8, "van ", "", dossier.WatBerichtIn},
		{"collega", van(collega, "[K2026-0008]"), Toegevoegd, k8, "van ", "", dossier.WatBerichtIn},
		{"door ons aan de klager", van(collega, "[K2026-0008]", "To: sem@example.org"), Toegevoegd, k8, "verstuurd door ", "", dossier.WatBerichtUit},
		{"in-reply-to", van(bakker, "Dank", "In-Reply-To: <uit@k7>"), Toegevoegd, k7, "van ", "", dossier.WatBerichtIn},
		{"references", van(bakker, "Dank", "References: <ander@x> <in@k7>"), Toegevoegd, k7, "van ", "", dossier.WatBerichtIn},
		{"op een brief die niet bewaard is", van(bakker, "Dank", brief("abcdefghijklmnop")), Toegevoegd, k7, "van ", "", dossier.WatBerichtIn},

		{"vreemde op een brief die niet bewaard is", van(vreemde, "Dank", brief("abcdefghijklmnop")), Vraag, k7, "hoort niet bij", "", ""},
		{"brief van een ander dossier met dat nummer", van(vreemde, "Dank", brief("qrstuvwxyzabcdef")), Voorstel, dossier.Nummer{}, "nieuwe afzender", "", ""},
		{"vreemde met het goede nummer", van(vreemde, "[K2026-0007]"), Vraag, k7, "vreemde@example.org hoort niet bij K2026-0007", "", ""},
		{"vreemde die antwoordt", van(vreemde, "Re: Factuur", "In-Reply-To: <in@k7>"), Vraag, k7, "hoort niet bij", "", ""},
		{"klager van een ander", van("sem@example.org", "[K2026-0007]"), Vraag, k7, "hoort niet bij", "", ""},
		{"adres in de naam", van(`"bakker@example.com" <vreemde@example.org>`, "[K2026-0007]"), Vraag, k7, "vreemde@example.org hoort", "", ""},
		{"twee afzenders", van("bakker@example.com, vreemde@example.org", "[K2026-0007]"), Vraag, k7, "vreemde@example.org hoort", "", ""},
		{"letter die erop lijkt", van("=?utf-8?q?b?= <bakker@example.com.example.org>", "[K2026-0007]"), Vraag, k7, "hoort niet bij", "", ""},
		{"domein dat erop lijkt", van("x@voorexample.nl", "[K2026-0007]"), Vraag, k7, "hoort niet bij", "", ""},
		{"onder het domein", van("x@klant.example.nl", "[K2026-0007]"), Vraag, k7, "hoort niet bij", "", ""},
		{"reply-to van de klager", van(vreemde, "[K2026-0007]", "Reply-To: bakker@example.com"), Vraag, k7, "hoort niet bij", "", ""},
		{"zonder afzender", van("", "[K2026-0007]"), Vraag, k7, "noemt geen afzender", "", ""},
		{"twee dossiers", van(collega, "[K2026-0007] en [K2026-0008]"), Vraag, dossier.Nummer{}, "K2026-0007 en K2026-0008", "", ""},
		{"nummer en antwoord spreken elkaar tegen", van(collega, "[K2026-0007]", "In-Reply-To: <in@k8>"), Vraag, dossier.Nummer{}, "verwijst naar", "", ""},
		{"nummer dat er niet is", van(bakker, "[K2020-0001]"), Vraag, dossier.Nummer{}, "K2020-0001", "", ""},
		{"onleesbaar dossier", van(bakker, "[K2026-0009]"), Vraag, dossier.Nummer{Jaar: 2026, Volg: 9}, "niet te lezen", "", ""},
		{"klager zonder nummer", van(bakker, "PS"), Vraag, k7, "de klager van K2026-0007", "", ""},
		{"antwoord op wat wacht", van(vreemde, "Re: x", "In-Reply-To: <wacht@x>"), Vraag, dossier.Nummer{}, "abcdef", "", ""},
		{"collega zonder nummer", van(collega, "Verouderde reader", "To: klacht@example.nl"), Vraag, dossier.Nummer{}, "van een collega", "", ""},

		{"nieuw", van(vreemde, "Klacht"), Voorstel, dossier.Nummer{}, "nieuwe afzender", vreemde, ""},
		{"geen nummer maar een jaar", van(vreemde, "AK2026-0007 K2026-00071x"), Voorstel, dossier.Nummer{}, "nieuwe afzender", "", ""},
		{"formulier", van("formulier@example.nl", "Klacht", "To: klacht@example.nl", "Reply-To: Noor <noor@example.org>"), Voorstel, dossier.Nummer{}, "van noor@example.org", "noor@example.org", ""},
		{"formulier met het nummer van een ander", van("formulier@example.nl", "[K2026-0007]", "Reply-To: noor@example.org"), Vraag, k7, "noor@example.org", "", ""},

		{"bekend", eml("From: "+bakker, "Message-ID: <in@k7>", "", "x"), Overgeslagen, k7, "al ingelezen: het staat in K2026-0007", "", ""},
		{"van onszelf", van(collega, "Offerte", "To: iemand@example.org"), Overgeslagen, dossier.Nummer{}, "zelf verstuurd", "", ""},
		{"afwezig", van(vreemde, "Afwezig", "Auto-Submitted: auto-replied"), Overgeslagen, dossier.Nummer{}, "een automatisch antwoord", "", ""},
		{"afwezig, van de klager", van(bakker, "Afwezig: [K2026-0007]", "Auto-Submitted: auto-replied"), Vraag, k7, "een automatisch antwoord, op een bericht van K2026-0007", "", ""},
		{"nieuwsbrief met een nummer", van(vreemde, "[K2026-0007]", "List-Id: <nieuws.example.org>"), Overgeslagen, dossier.Nummer{}, "nieuwsbrief", "", ""},
		{"kring", van(bakker, "Hallo", "X-Loop: klacht@example.nl"), Overgeslagen, dossier.Nummer{}, "al eens automatisch", "", ""},
		{"te oud", eml("From: "+vreemde, "Date: Sat, 21 Nov 2020 09:00:00 +0000", "", "x"), Overgeslagen, dossier.Nummer{}, "langer geleden", "", ""},
		{"niet bezorgd", eml("From: MAILER-DAEMON@example.org", "Return-Path: <>", "Message-ID: <dsn@x>", "Date: Sat, 21 Nov 2026 09:00:00 +0000",
			`Content-Type: multipart/report; report-type=delivery-status; boundary="x"`, "", "--x", "", "Niet bezorgd.",
			"--x", "Content-Type: message/rfc822", "", "From: klacht@example.nl", "Message-ID: <uit@k7>", "", "Uw klacht", "--x--"), Vraag, k7, "mailserver", "", ""},
	} {
		i, err := Lees(g.inhoud, bekend().Eigen, dossier.Tijdstip{}, toen)
		if err != nil {
			t.Fatalf("%s: %v", g.naam, err)
		}
		b := Beslis(&i, bekend())
		if b.Uitkomst != g.wil || b.Nummer != g.nummer || b.Wat != g.bericht || !strings.Contains(b.Reden, g.reden) {
			t.Errorf("%s: %+v, want %s %s %q", g.naam, b, g.wil, g.nummer, g.reden)
		}
		if g.klager != "" && i.Klager.Email != g.klager {
			t.Errorf("%s: in the name of %q, want %q", g.naam, i.Klager.Email, g.klager)
		}
	}
}

func TestDoorgestuurd(t *testing.T) {
	const kop = "From: Ilse <ilse@example.nl>"
	for _, g := range []struct {
		naam                   string
		inhoud                 []byte
		wil                    Uitkomst
		wie, onderwerp, moment string
	}{
		{"Outlook", eml(kop, "Subject: FW: Zaal", "Date: Sat, 21 Nov 2026 09:00:00 +0000", "", "Zie onder.", "", "-----Oorspronkelijk bericht-----", "Van: Karim Aydin [mailto:karim@example.org]", "Verzonden: gisteren", "Onderwerp: Zaal", "", "Koud."),
			Voorstel, "Karim Aydin, karim@example.org", "Zaal", "2026-11-21T10:00:00+01:00"},
		{"Gmail", eml(kop, "Subject: Fwd: Zaal", "Date: Sat, 21 Nov 2026 09:00:00 +0000", "", "---------- Forwarded message ---------", "From: Karim Aydin <karim@example.org>", "Subject: Zaal", "", "Koud."),
			Voorstel, "Karim Aydin, karim@example.org", "Zaal", "2026-11-21T10:00:00+01:00"},
		{"over een collega heen", eml(kop, "Subject: Doorst: FW: Zaal", "Date: Sat, 21 Nov 2026 09:00:00 +0000", "", "Van: Jan <jan@example.nl>", "> *Van:* karim@example.org", "", "Koud."),
			Voorstel, "karim@example.org", "Zaal", "2026-11-21T10:00:00+01:00"},
		{"als bijlage", eml(kop, "Subject: dit kregen wij", "Date: Sat, 21 Nov 2026 09:00:00 +0000", `Content-Type: multipart/mixed; boundary="x"`, "", "--x", "", "Zie bijlage.", "--x", "Content-Type: message/rfc822", "",
			"Received: from a by b; Fri, 20 Nov 2026 08:00:00 +0000", "From: Karim <karim@example.org>", "Subject: Koude zaal", "Message-ID: <k@x>", "", "Koud.", "--x--"),
			Voorstel, "Karim, karim@example.org", "Koude zaal", "2026-11-20T09:00:00+01:00"},
		{"niet te lezen", eml(kop, "Subject: FW: Zaal", "Date: Sat, 21 Nov 2026 09:00:00 +0000", "", "Er belde iemand."), Vraag, "", "FW: Zaal", "2026-11-21T10:00:00+01:00"},
		{"van een klager", eml(kop, "Subject: FW: Zaal", "Date: Sat, 21 Nov 2026 09:00:00 +0000", "", "Van: sem@example.org"), Vraag, "sem@example.org", "Zaal", "2026-11-21T10:00:00+01:00"},
		{"met een nummer, van een vreemde", eml(kop, "Subject: FW: [K2026-0007] Zaal", "Date: Sat, 21 Nov 2026 09:00:00 +0000", "", "Van: karim@example.org"), Vraag, "karim@example.org", "[K2026-0007] Zaal", "2026-11-21T10:00:00+01:00"},
		{"met een nummer, van de klager", eml(kop, "Subject: FW: [K2026-0007] Zaal", "Date: Sat, 21 Nov 2026 09:00:00 +0000", "", "Van: bakker@example.com"), Toegevoegd, "bakker@example.com", "[K2026-0007] Zaal", "2026-11-21T10:00:00+01:00"},
		{"bekend bericht als bijlage", eml(kop, "Subject: dit kregen wij", "Date: Sat, 21 Nov 2026 09:00:00 +0000", `Content-Type: multipart/mixed; boundary="x"`, "", "--x", "Content-Type: message/rfc822", "",
			"From: bakker@example.com", "Message-ID: <in@k7>", "", "Koud.", "--x--"), Toegevoegd, "bakker@example.com", "dit kregen wij", "2026-11-21T10:00:00+01:00"},
		{"door een vreemde", eml("From: vreemde@example.org", "Subject: FW: Zaal", "Date: Sat, 21 Nov 2026 09:00:00 +0000", "", "Van: karim@example.org"), Voorstel, "vreemde@example.org", "FW: Zaal", "2026-11-21T10:00:00+01:00"},
	} {
		i, err := Lees(g.inhoud, bekend().Eigen, dossier.Tijdstip{}, toen)
		if err != nil {
			t.Fatalf("%s: %v", g.naam, err)
		}
		wie := strings.TrimPrefix(i.Klager.Naam+", "+i.Klager.Email, ", ")
		if b := Beslis(&i, bekend()); b.Uitkomst != g.wil || wie != g.wie || i.Onderwerp != g.onderwerp || i.Ontvangen.String() != g.moment {
			t.Errorf("%s: %s %q, %q, %q, %s", g.naam, b.Uitkomst, b.Reden, wie, i.Onderwerp, i.Ontvangen)
		}
	}
}

func TestOntvangstDieNietKan(t *testing.T) {
	for datum, wil := range map[string]string{
		"":                                      "Het bericht zegt niet wanneer het ontvangen is; aangehouden is het inlezen.",
		"Date: Mon, 23 Nov 2026 09:00:00 +0000": "Volgens het bericht is het ontvangen op ma 23 november 2026 10:00, en dat kan niet; aangehouden is het inlezen.",
		"Date: Fri, 04 Jan 1985 09:00:00 +0000": "Het bericht zegt niet leesbaar wanneer het ontvangen is; aangehouden is het inlezen.",
	} {
		i, err := Lees(eml("From: a@example.org", "X-Y: z", datum), Eigen{}, dossier.Tijdstip{}, toen)
		if err != nil || !i.Ontvangen.Gelijk(toen) || !strings.HasSuffix(i.Opmerking, wil) {
			t.Errorf("%q: %v %s %q", datum, err, i.Ontvangen, i.Opmerking)
		}
	}
}

func TestEigen(t *testing.T) {
	p := func(email string, domeinen ...string) Eigen {
		return EigenVan(&dossier.Procedure{Organisatie: dossier.Organisatie{Email: email}, Post: dossier.Postregels{Domeinen: domeinen}})
	}
	for _, g := range []struct {
		e     Eigen
		adres string
		wil   bool
	}{
		{p("info@example.nl"), "Ilse@Example.NL", true},
		{p("info@example.nl"), "ilse@sub.example.nl", false},
		{p("school@gmail.com"), "iemand@gmail.com", false}, // everybody's domain
		{p("school@gmail.com"), "School@gmail.com", true},
		{p("school@gmail.com", "example.nl"), "ilse@example.nl", true},
		{p("info@example.nl", "example.com"), "ilse@example.nl", false},
		{p(""), "", false},
		{p(""), "@", false},
		{p("info@example.nl"), "\u212alaas@example.nl", true}, // a Kelvin sign in the name is still of the domain
		{p("info@kpn.example"), "a@\u212apn.example", false},
	} {
		if got := g.e.is(g.adres); got != g.wil {
			t.Errorf("%+v is %q: %v", g.e, g.adres, got)
		}
	}
}

// TestNooitInEenVreemdDossier: whatever a message says, it is filed with a dossier only when it names that one alone and everyone
// who sent it belongs there; and the same decision comes of the same facts.
func TestNooitInEenVreemdDossier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		adressen := []string{"bakker@example.com", "partner@example.com", "sem@example.org", "vreemde@example.org", "ilse@example.nl", "BAKKER@example.com", "a.wijs@mediator.example.org", "", "x@notexample.nl"}
		ids := []string{"in@k7", "uit@k7", "in@k8", "wacht@x", "ander@x", "nieuw@x"}
		nummers := []dossier.Nummer{k7, k8, {Jaar: 2026, Volg: 9}, {Jaar: 2020, Volg: 1}}
		i := &Ingekomen{
			Afzenders:    rapid.SliceOfN(rapid.SampledFrom(adressen), 0, 3).Draw(t, "afzenders"),
			Aan:          rapid.SliceOfN(rapid.SampledFrom(adressen), 0, 3).Draw(t, "aan"),
			Verwijst:     rapid.SliceOfN(rapid.SampledFrom(ids), 0, 3).Draw(t, "verwijst"),
			Nummers:      rapid.SliceOfNDistinct(rapid.SampledFrom(nummers), 0, 2, rapid.ID[dossier.Nummer]).Draw(t, "nummers"),
			Automatisch:  rapid.SampledFrom([]string{"", "", "een automatisch antwoord"}).Draw(t, "automatisch"),
			Lijst:        rapid.Bool().Draw(t, "lijst"),
			Doorgestuurd: rapid.Bool().Draw(t, "doorgestuurd"),
		}
		i.BerichtID = rapid.SampledFrom(ids).Draw(t, "id")
		i.Klager.Email = rapid.SampledFrom(adressen).Draw(t, "klager")
		i.Ontvangen = dossier.OpDag(toen.Dag - werkdagen.Datum(rapid.IntRange(0, 1500).Draw(t, "dagen geleden")))
		b := bekend()
		got := Beslis(i, b)
		if got != Beslis(i, bekend()) {
			t.Fatal("another decision on the same facts")
		}
		if got.Reden == "" {
			t.Fatalf("%+v has no reason", got)
		}
		if (got.Uitkomst == Toegevoegd) != (got.Wat != "") || got.Uitkomst == Voorstel && got.Nummer != (dossier.Nummer{}) {
			t.Fatalf("%+v", got)
		}
		if i.Automatisch != "" && (got.Uitkomst == Toegevoegd || got.Uitkomst == Voorstel) {
			t.Fatalf("a machine's mail: %+v", got)
		}
		if got.Uitkomst != Toegevoegd {
			return
		}
		horen := map[dossier.Nummer][]string{
			k7: {"bakker@example.com", "BAKKER@example.com", "partner@example.com", "ilse@example.nl", "a.wijs@mediator.example.org"},
			k8: {"sem@example.org", "ilse@example.nl", "a.wijs@mediator.example.org"},
		}[got.Nummer]
		if len(i.Afzenders) == 0 {
			t.Fatalf("nobody sent it: %+v", got)
		}
		for _, a := range i.Afzenders {
			if !slices.Contains(horen, a) {
				t.Fatalf("%q has no business with %s", a, got.Nummer)
			}
		}
		if i.Doorgestuurd && i.Klager.Email != "" && !slices.Contains(horen, i.Klager.Email) {
			t.Fatalf("%q has no business with %s", i.Klager.Email, got.Nummer)
		}
		for _, n := range i.Nummers {
			if n != got.Nummer {
				t.Fatalf("the subject names %s too", n)
			}
		}
		for _, id := range i.Verwijst {
			if n, ok := b.Berichten[dossier.MerkVanID(id)]; ok && n != got.Nummer {
				t.Fatalf("it answers %s", n)
			}
		}
	})
}

func TestEersteDag(t *testing.T) {
	kal, err := werkdagen.NieuweKalender(werkdagen.StandaardOpties())
	if err != nil {
		t.Fatal(err)
	}
	got, err := eersteDag(werkdagen.Termijn{Aantal: 2, Eenheid: werkdagen.Jaren}, toen.Dag, kal)
	if err != nil || got.String() != "2024-11-21" {
		t.Errorf("%s %v", got, err)
	}
	if got, err = eersteDag(werkdagen.Termijn{Aantal: 100, Eenheid: werkdagen.Jaren}, toen.Dag, kal); err != nil || got.String() != "1990-01-01" {
		t.Errorf("%s %v", got, err)
	}
}
