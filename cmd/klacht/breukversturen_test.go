//go:build linux

package main

import (
	"fmt"
	"net/mail"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// testBreukVersturen sends a letter with the connection ended at each command, and then does what klacht says: in the end the complainant has
// it once, and it is recorded once.
func testBreukVersturen(t *testing.T, s *postservers) {
	bus := s.postvak(t, "versturen@example.nl")
	for _, brief := range []struct {
		naam, wat string // the event that records it
		args      []string
	}{
		{"bevestig", "bevestigd", []string{"bevestig", "1", "--verstuur", "--ja"}},
		{"informatieverzoek", "bericht-uit", []string{"post", "verstuur", "1", "informatieverzoek", "--tekst", "Wilt u ons de factuur sturen?", "--ja"}},
	} {
		kantoor := func(t *testing.T, b breuk) (*mailkantoor, *postvak, *afbreker) {
			klager := s.postvak(t, fmt.Sprintf("breuk-%s-%d-%s@example.org", brief.naam, b.bij, b.hoe))
			a := nieuweAfbreker(t, s.smtp.open, smtpOpdracht, b)
			k := nieuwMailkantoor(t, bus, s.imap.open, a.poort, "geen")
			k.goed("nieuw", "--onderwerp", "Zaal te koud", "--categorie", "overig", "--klager", "E. Bakker", "--email", klager.adres)
			return k, klager, a
		}
		heel, klager, a := kantoor(t, breuk{})
		voor := heel.stand()
		heel.goed(brief.args...)
		gesprek, na := a.gesprek(), heel.stand()
		if n := len(klager.bezorgd(t)); n != 1 {
			t.Fatalf("undisturbed, %d arrived", n)
		}
		t.Logf("%s: %q", brief.naam, gesprek)
		punt := slices.Index(gesprek, ".")
		for i := range gesprek {
			for _, hoe := range breukwijzen() {
				t.Run(fmt.Sprintf("%s-%d-%s-%s", brief.naam, i, gesprek[i], hoe), func(t *testing.T) {
					t.Parallel()
					k, klager, a := kantoor(t, breuk{i, hoe})
					_, fout, code := k.voer(brief.args...)
					if kreeg := a.gesprek(); !slices.Equal(kreeg, gesprek[:i+1]) {
						t.Errorf("said %q", kreeg)
					}
					tussen, aangekomen := k.stand(), len(klager.bezorgd(t))
					if wil := voor.Dossiers; i > punt {
						if code != codeGedaan || fout != "" || !slices.Equal(na.Dossiers, tussen.Dossiers) {
							t.Errorf("it was sent: exit %d, %s\n%q", code, fout, tussen.Dossiers)
						}
					} else if code != codeMislukt || !slices.Equal(wil, tussen.Dossiers) {
						t.Errorf("exit %d, %q", code, tussen.Dossiers)
					} else {
						fouttaal(t, fout)
					}
					switch {
					case i < punt:
						if aangekomen != 0 || len(tussen.Eml) != 0 || !strings.HasPrefix(fout, "klacht: de brief is niet verstuurd, en er is niets vastgelegd: localhost verbrak de verbinding\n") {
							t.Errorf("%d arrived, %q is kept\n%s", aangekomen, tussen.Eml, fout)
						}
						k.goed(brief.args...)
					case i == punt:
						k.lostOp(t, aangekomen == 1, brief.args)
					}
					uiteindelijk, brieven := k.stand(), klager.bezorgd(t)
					if diff := cmp.Diff(na.Dossiers, uiteindelijk.Dossiers); diff != "" {
						t.Errorf("in the end: -undisturbed +got:\n%s", diff)
					}
					if len(brieven) != 1 || !slices.Equal(brieven, uiteindelijk.Eml) {
						t.Errorf("arrived: %q\nkept: %q", brieven, uiteindelijk.Eml)
					}
					if d := k.dossier("toon", "1"); d.Verloop[len(d.Verloop)-1].Wat != brief.wat {
						t.Errorf("recorded as %s", d.Verloop[len(d.Verloop)-1].Wat)
					}
					if _, fout, code := k.voer(brief.args...); code != codeMislukt || len(klager.bezorgd(t)) != 1 {
						t.Errorf("sent twice: exit %d, %s", code, fout)
					}
				})
			}
		}
	}
}

// lostOp is what people do when it isn't known whether a letter was sent: they see it in the status, can't send another, find out whether it
// arrived, and say so.
func (k *mailkantoor) lostOp(t *testing.T, aangekomen bool, args []string) {
	t.Helper()
	if uit := k.goed("status"); !strings.Contains(uit, "post uitslag") {
		t.Errorf("the status does not ask what became of it:\n%s", uit)
	}
	if _, fout, code := k.voer(args...); code != codeMislukt || !strings.Contains(fout, "niet zeker") || !strings.Contains(fout, "post uitslag") {
		t.Errorf("sending again, not knowing: exit %d, %s", code, fout)
	}
	if aangekomen {
		k.goed("post", "uitslag", "1", "verstuurd")
		return
	}
	k.goed("post", "uitslag", "1", "niet-verstuurd")
	k.goed(args...)
}

// testAntwoordOpOnzekereBrief has the complainant answer a letter of which the office doesn't know that it was sent, with nothing but its
// Message-ID to tell by: the answer is filed, and the question stays until somebody answers it.
func testAntwoordOpOnzekereBrief(t *testing.T, s *postservers) {
	bus, klager := s.postvak(t, "onzeker@example.nl"), s.postvak(t, "e.bakker.onzeker@example.org")
	gesprek := []string{"verbinden", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "."}
	a := nieuweAfbreker(t, s.smtp.open, smtpOpdracht, breuk{slices.Index(gesprek, "."), erna})
	k := nieuwMailkantoor(t, bus, s.imap.open, a.poort, "geen")
	k.goed("nieuw", "--onderwerp", "Zaal te koud", "--categorie", "overig", "--klager", "E. Bakker", "--email", klager.adres)
	if _, fout, code := k.voer("bevestig", "1", "--verstuur", "--ja"); code != codeMislukt || !slices.Equal(a.gesprek(), gesprek) {
		t.Fatalf("exit %d, %s", code, fout)
	}
	m, err := mail.ReadMessage(strings.NewReader(klager.bezorgd(t)[0]))
	if err != nil {
		t.Fatal(err)
	}
	klager.stuur(t, "tls", bus, mailbericht(klager.adres, bus.adres, "antwoord@example.org", strings.Trim(m.Header.Get("Message-ID"), "<>"), "Dank u", "Fijn dat u het uitzoekt."))
	bus.bezorgd(t)
	k.goed("post", "ophalen")
	if d := k.dossier("toon", "1"); len(d.Verloop) != 2 || d.Verloop[1].Wat != "bericht-in" {
		t.Errorf("the answer is not filed: %+v", d.Verloop)
	}
	k.lostOp(t, true, []string{"bevestig", "1", "--verstuur", "--ja"})
	if d := k.dossier("toon", "1"); len(d.Verloop) != 3 || d.Toestand != "bevestigd" || len(klager.bezorgd(t)) != 1 {
		t.Errorf("in the end the dossier is %s: %+v", d.Toestand, d.Verloop)
	}
}
