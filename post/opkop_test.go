package post

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"klacht/dossier"
)

// What a header decides, the whole message decides too, and the header never does more than skip.
func TestOpKopZegtWatHetBerichtZegt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kop := []string{
			"From: " + rapid.SampledFrom([]string{"bakker@example.com", "vreemde@example.org", "ilse@example.nl", "klacht@example.nl"}).Draw(t, "van"),
			"To: " + rapid.SampledFrom([]string{"klacht@example.nl", "iemand@example.org"}).Draw(t, "aan"),
			"Subject: " + rapid.SampledFrom([]string{"Hallo", "RE: [K2026-0007]", "FW: [K2026-0099]", "Doorst: Zaal"}).Draw(t, "onderwerp"),
			"Date: " + rapid.SampledFrom([]string{"Sat, 21 Nov 2026 08:00:00 +0000", "Wed, 21 Nov 2012 08:00:00 +0000", "ooit"}).Draw(t, "datum"),
		}
		kop = append(kop, rapid.SampledFrom([][]string{nil, {"Message-ID: <nieuw@x>"}, {"Message-ID:", " <in@k7>"}, {"Message-ID: in@k7"}, {"Message-ID: <a@b> <in@k7>"}}).Draw(t, "id")...)
		kop = append(kop, rapid.SampledFrom([][]string{nil, {"List-Id: <x.example.com>"}, {"List-Id: <x.example.nl>"}, {"Auto-Submitted: auto-replied"}, {"Return-Path: <>"}, {"Precedence: bulk"}}).Draw(t, "soort")...)
		kop = append(kop, rapid.SampledFrom([][]string{nil, {"In-Reply-To: <in@k8>"}, {"References: <wacht@x>"}}).Draw(t, "antwoord")...)
		inhoud := "\r\nTekst.\r\n"
		switch rapid.IntRange(0, 2).Draw(t, "lijf") {
		case 1:
			kop = append(kop, "Content-Type: multipart/mixed; boundary=g")
			inhoud = "\r\n--g\r\n\r\nTekst.\r\n--g\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@example.org\r\nMessage-ID: <mee@x>\r\n\r\nMee.\r\n--g--\r\n"
		case 2:
			kop = append(kop, "Content-Type: multipart/report; report-type=delivery-status; boundary=g")
			inhoud = "\r\n--g\r\n\r\nNiet bezorgd.\r\n--g\r\nContent-Type: message/rfc822\r\n\r\nFrom: klacht@example.nl\r\nMessage-ID: <uit@k7>\r\n\r\nBrief.\r\n--g--\r\n"
		}
		tekst := strings.Join(kop, "\r\n") + "\r\n"
		bezorgd := dossier.OpMoment(toen.Moment.Add(-time.Hour))
		b := bekend()
		_, besluit, ok := b.opKop([]byte(tekst+"\r\n"), bezorgd, toen)
		in, err := Lees([]byte(tekst+inhoud), b.Eigen, bezorgd, toen)
		if err != nil {
			t.Fatal(err)
		}
		heel := Beslis(&in, b)
		oudMetBericht := in.Ontvangen.Dag < b.Vanaf && len(in.Verwijst) > 0 // see opKop
		if ok && (besluit.Uitkomst != Overgeslagen || besluit != heel && !oudMetBericht) {
			t.Fatalf("header: %+v\nmessage: %+v", besluit, heel)
		}
		// And it saves what it is for.
		if op := in.BerichtID == "in@k7" || in.Lijst; op && !ok {
			t.Fatalf("%q is downloaded, to find %+v", tekst, heel)
		}
		if besluit, ok := b.opID([]byte(tekst + "\r\n")); ok != (in.BerichtID == "in@k7") || ok && besluit != heel {
			t.Fatalf("by its Message-ID: %+v, %v\nmessage: %+v", besluit, ok, heel)
		}
	})
}

func TestZonderMomentTeltWanneerDeServerHetKreeg(t *testing.T) {
	bezorgd := dossier.OpMoment(toen.Moment.Add(-26 * time.Hour))
	later := dossier.OpMoment(toen.Moment.Add(time.Hour))
	const ditbericht, inlezen, brievenbus = "", "aangehouden is het inlezen.", "aangehouden is wanneer het in de brievenbus kwam."
	for _, g := range []struct {
		datum    string
		bezorgd  dossier.Tijdstip
		wil      string
		wilOpmrk string
	}{
		{"Date: Fri, 20 Nov 2026 08:00:00 +0000", bezorgd, "2026-11-20T09:00:00+01:00", ditbericht},
		{"X: geen", bezorgd, bezorgd.String(), brievenbus},
		{"X: geen", dossier.Tijdstip{}, toen.String(), inlezen},
		{"X: geen", later, toen.String(), inlezen},
		{"Date: Fri, 20 Nov 2099 08:00:00 +0000", bezorgd, bezorgd.String(), brievenbus},
		{"Date: Fri, 20 Nov 1899 08:00:00 +0000", bezorgd, bezorgd.String(), brievenbus},
	} {
		i, err := Lees(fmt.Appendf(nil, "From: a@example.org\r\n%s\r\n\r\nTekst.\r\n", g.datum), Eigen{}, g.bezorgd, toen)
		if err != nil {
			t.Fatal(err)
		}
		if i.Ontvangen.String() != g.wil || !strings.HasSuffix(i.Opmerking, g.wilOpmrk) {
			t.Errorf("%s, %s: %s, %q", g.datum, g.bezorgd, i.Ontvangen, i.Opmerking)
		}
	}
}
