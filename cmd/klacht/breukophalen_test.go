//go:build linux

package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// mailbericht is a message as a mail program sends it now; antwoordOp is the Message-ID that it answers, if any.
func mailbericht(van, naar, id, antwoordOp, onderwerp, tekst string) string {
	kop := fmt.Sprintf("From: %s\r\nTo: %s\r\nDate: %s\r\nMessage-ID: <%s>\r\n", van, naar, time.Now().Format(time.RFC1123Z), id)
	if antwoordOp != "" {
		kop += fmt.Sprintf("In-Reply-To: <%s>\r\nReferences: <%[1]s>\r\n", antwoordOp)
	}
	return kop + fmt.Sprintf("Subject: %s\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n%s\r\n", onderwerp, tekst)
}

// testBreukOphalen fetches from the same mailbox again and again, with the connection ended at each command: what was taken in is whole, the
// next time brings the rest and nothing twice, and the mailbox stays as it is.
func testBreukOphalen(t *testing.T, s *postservers) {
	bus, van, ander := s.postvak(t, "ophalen@example.nl"), s.postvak(t, "e.bakker.ophalen@example.org"), s.postvak(t, "j.smit.ophalen@example.org")
	for _, m := range []struct {
		van   *postvak
		tekst string
	}{
		{van, mailbericht("E. Bakker <"+van.adres+">", bus.adres, "een@example.org", "", "Factuur klopt niet", "Ik heb één factuur te veel gekregen.")},
		{ander, mailbericht("J. Smit <"+ander.adres+">", bus.adres, "twee@example.org", "", "Zaal te koud", "Het was 14 graden.")},
		{van, mailbericht("E. Bakker <"+van.adres+">", bus.adres, "drie@example.org", "een@example.org", "Re: Factuur klopt niet", "Hoort u mij?")},
	} {
		m.van.stuur(t, "geen", bus, m.tekst)
		bus.bezorgd(t) // one after the other, for the order in the mailbox
	}
	voor := bus.stand(t)
	if len(voor) != 3 {
		t.Fatalf("%d messages in the mailbox", len(voor))
	}
	ophalen := []string{"post", "ophalen"}
	for _, direct := range []bool{false, true} {
		args := ophalen
		if direct {
			args = append(slices.Clone(ophalen), "--direct")
		}
		kantoor := func(t *testing.T, b breuk) (*mailkantoor, *afbreker) {
			a := nieuweAfbreker(t, s.imap.open, imapOpdracht, b)
			return nieuwMailkantoor(t, bus, a.poort, s.smtp.open, "geen"), a
		}
		heel, a := kantoor(t, breuk{})
		heel.goed(args...)
		gesprek, wil := a.gesprek(), heel.stand()
		if n := len(wil.Eml); n != 3 {
			t.Fatalf("undisturbed, %d messages are filed", n)
		}
		t.Logf("%q: %q", args, gesprek)
		einde := slices.Index(gesprek, "LOGOUT")
		for i := range gesprek {
			for _, hoe := range breukwijzen() {
				t.Run(fmt.Sprintf("direct=%v-%02d-%s-%s", direct, i, gesprek[i], hoe), func(t *testing.T) {
					t.Parallel()
					k, a := kantoor(t, breuk{i, hoe})
					uit, fout, code := k.voer(args...)
					if kreeg := a.gesprek(); !slices.Equal(kreeg, gesprek[:i+1]) {
						t.Errorf("said %q", kreeg)
					}
					tussen := k.stand()
					if i >= einde {
						if code != codeGedaan || fout != "" || !cmp.Equal(wil, tussen) {
							t.Errorf("all was fetched: exit %d, %s", code, fout)
						}
					} else {
						if code != codeMislukt {
							t.Errorf("exit %d\n%s", code, uit)
						}
						fouttaal(t, fout)
						for _, m := range tussen.Eml {
							if !slices.Contains(wil.Eml, m) {
								t.Errorf("filed, but not a message of the mailbox:\n%s", m)
							}
						}
					}
					k.goed(args...)
					if diff := cmp.Diff(wil, k.stand()); diff != "" {
						t.Errorf("after the next time: -undisturbed +got:\n%s", diff)
					}
				})
			}
		}
	}
	t.Cleanup(func() {
		if diff := cmp.Diff(voor, bus.stand(t)); diff != "" {
			t.Errorf("the mailbox changed: %s", diff)
		}
	})
}

// testAndereMap fetches from a folder of the mailbox, with a name that IMAP writes in its own way (RFC 3501 5.1.3), and from none that is there.
func testAndereMap(t *testing.T, s *postservers) {
	bus, van := s.postvak(t, "mappen@example.nl"), s.postvak(t, "e.bakker.mappen@example.org")
	for _, id := range []string{"een@example.org", "twee@example.org"} {
		van.stuur(t, "tls", bus, mailbericht(van.adres, bus.adres, id, "", "Onderwerp "+id, "Tekst"))
		bus.bezorgd(t)
	}
	bus.imapGesprek(t, "tls", "b CREATE \"Reclamaties Belgi&AOs-\"", "c SELECT INBOX", "d COPY 2 \"Reclamaties Belgi&AOs-\"")
	k := nieuwMailkantoor(t, bus, s.imap.open, s.smtp.open, "geen")
	k.regel(`(?m)^  versturen:$`, "    map: Reclamaties België\n  versturen:")
	k.goed("post", "ophalen", "--direct")
	if diff := cmp.Diff([]string{"Onderwerp twee@example.org"}, k.onderwerpen()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	k.regel(`(?m)^    map: .*$`, "    map: Klachten")
	_, fout, code := k.voer("post", "ophalen")
	if code != codeMislukt || !strings.Contains(fout, `is de map "Klachten" niet te openen`) || !strings.Contains(fout, "Reclamaties België") {
		t.Errorf("exit %d, %s", code, fout)
	}
}

// onderwerpen are those of all dossiers.
func (k *mailkantoor) onderwerpen() []string {
	k.t.Helper()
	var uit []string
	for _, d := range ontleed[struct{ Dossiers []dossierJSON }](k.t, k.goed("lijst", "--json")).Dossiers {
		uit = append(uit, d.Onderwerp)
	}
	return uit
}
