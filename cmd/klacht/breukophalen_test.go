//go:build linux

package main

import (
	"fmt"
	"slices"
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
