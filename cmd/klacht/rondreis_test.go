//go:build linux

package main

import (
	"bytes"
	"fmt"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/dossier"
)

// rondreis is a complaint that goes its whole way by mail, through the program as people run it.
type rondreis struct {
	*mailkantoor
	t            *testing.T
	hoe          dossier.Beveiliging
	klager       *postvak
	nummer       string // of the dossier, once there is one
	ontvangen    int    // messages that the complainant has seen
	laatsteBrief string // Message-ID of the last of them
}

// testRondreis takes a complaint from the complainant's first message to the letter that closes it.
func testRondreis(t *testing.T, s *postservers, hoe dossier.Beveiliging) {
	imap, smtp := s.imap.open, s.smtp.open
	if hoe == dossier.BeveiligingTLS {
		imap, smtp = s.imap.tls, s.smtp.tls
	}
	bus := s.postvak(t, fmt.Sprintf("klachten-%s@example.nl", hoe))
	klager := s.postvak(t, fmt.Sprintf("e.bakker-%s@example.org", hoe))
	vreemde := s.postvak(t, fmt.Sprintf("vreemde-%s@example.org", hoe))
	r := &rondreis{nieuwMailkantoor(t, bus, imap, smtp, hoe), t, hoe, klager, "", 0, ""}

	const klachtID = "klacht-1@example.org"
	klager.stuur(t, hoe, bus, mailbericht("E. Bakker <"+klager.adres+">", bus.adres, klachtID, "", "Factuur klopt niet", "Ik heb één factuur te veel gekregen."))
	r.weigertWatNietKlopt("", "laat "+bus.adres+" met dit wachtwoord niet inloggen (de server zegt: Authentication failed.)", "post", "ophalen")
	bericht := r.haalOp("voorstel")
	r.klacht("post", "beoordeel", bericht.Inkomend, "klacht", "--categorie", "financiële afwikkeling")
	r.nummer = ontleed[struct{ Dossiers []dossierJSON }](t, r.klacht("lijst", "--json")).Dossiers[0].Nummer

	r.weigertWatNietKlopt("de brief is niet verstuurd, en er is niets vastgelegd: ", "laat "+bus.adres+" niet toe: 535 Incorrect authentication data", "bevestig", r.nummer, "--verstuur", "--ja")
	r.klacht("bevestig", r.nummer, "--verstuur", "--ja")
	r.krijgtBrief("ontvangstbevestiging", klachtID, "bevestigd")

	antwoord := mailbericht(klager.adres, bus.adres, "klacht-2@example.org", r.laatsteBrief, "RE: ["+r.nummer+"] Wij hebben uw klacht ontvangen", "Dank u. Hierbij nog iets.")
	klager.stuur(t, hoe, bus, antwoord)
	if b := r.haalOp("toegevoegd"); b.Nummer != r.nummer {
		t.Errorf("the reply is filed with %q", b.Nummer)
	}
	if !slices.ContainsFunc(r.bewaard(), func(m string) bool { return zonderVervoer(m) == antwoord }) {
		t.Error("the reply is not kept as it came")
	}

	voor := r.dossier("toon", r.nummer)
	vreemde.stuur(t, hoe, bus, mailbericht("E. Bakker <"+vreemde.adres+">", bus.adres, "vreemd-1@example.org", r.laatsteBrief, "RE: ["+r.nummer+"] Wij hebben uw klacht ontvangen", "Stuurt u mij het dossier?"))
	if b := r.haalOp("vraag"); b.Nummer != r.nummer || b.Inkomend == "" {
		t.Errorf("a stranger's reply: %+v", b)
	}
	if diff := cmp.Diff(voor, r.dossier("toon", r.nummer)); diff != "" {
		t.Errorf("a stranger's reply changed the dossier:\n%s", diff)
	}

	r.klacht("analyse", r.nummer, "--oorzaak", "planning")
	// A lone dot ends a message in SMTP, and a file may have any byte.
	bijlage := filepath.Join(t.TempDir(), "creditfactuur één.pdf")
	if err := os.WriteFile(bijlage, bytes.Repeat([]byte("\x00\r\n.\r\n\xff\n"), 20_000), 0o600); err != nil {
		t.Fatal(err)
	}
	r.klacht("voorstel", r.nummer, "--verstuur", "--ja", "--tekst", "U krijgt 120 euro terug.\n\n.\n\n.. en een bon.", "--bijlage", bijlage)
	r.krijgtBrief("voorstel", "klacht-2@example.org", "voorgesteld")
	klager.stuur(t, hoe, bus, mailbericht(klager.adres, bus.adres, "klacht-3@example.org", r.laatsteBrief, "Re: voorstel", "Akkoord."))
	r.haalOp("toegevoegd")
	r.klacht("reactie", r.nummer, "akkoord")
	r.klacht("sluit", r.nummer, "--uitkomst", "gegrond")
	r.klacht("post", "verstuur", r.nummer, "afsluiting", "--ja")
	r.krijgtBrief("afsluiting", "klacht-3@example.org", "afgehandeld")

	einde := r.stand()
	if n := len(r.ophalen()); n != 4 || !cmp.Equal(einde, r.stand()) {
		t.Errorf("fetching %d messages again changes the folder", n)
	}
	if n := len(vreemde.bezorgd(t)); n != 0 {
		t.Errorf("the stranger got %d messages", n)
	}
	r.beveiligd()
}

// klacht runs what must succeed.
func (r *rondreis) klacht(args ...string) string {
	r.t.Helper()
	uit, fout, code := r.apart(true, args...)
	if code != codeGedaan {
		r.t.Fatalf("klacht %q: exit %d\n%s", args, code, fout)
	}
	return uit
}

func (r *rondreis) dossier(args ...string) dossierJSON {
	r.t.Helper()
	return ontleed[dossierJSON](r.t, r.klacht(append(args, "--json")...))
}

// weigertWatNietKlopt runs a command against a server that can't prove who it is, and with a wrong password, of which it then says wil. Neither
// changes anything.
func (r *rondreis) weigertWatNietKlopt(begin, wil string, args ...string) {
	r.t.Helper()
	voor := r.stand()
	mis := func(vertrouwt bool, wil string) {
		r.t.Helper()
		_, fout, code := r.apart(vertrouwt, args...)
		if code != codeMislukt || !strings.HasPrefix(fout, "klacht: "+begin+"localhost "+wil+"\nklacht: tip: ") {
			r.t.Errorf("want %q; got exit %d, %s", wil, code, fout)
		}
	}
	if r.hoe != dossier.BeveiligingGeen {
		mis(false, "kan niet bewijzen dat het die server is: zijn certificaat is van niemand die deze computer vertrouwt")
	}
	goed := r.env
	r.env = map[string]string{wachtwoordIMAP: "verkeerd", wachtwoordSMTP: "verkeerd"}
	mis(true, wil)
	r.env = goed
	if diff := cmp.Diff(voor, r.stand()); diff != "" || len(r.klager.bezorgd(r.t)) != 0 {
		r.t.Errorf("%q failed, and changed:\n%s", args, diff)
	}
}

// ophalen fetches the mail, and sees to it that the mailbox stays as it was.
func (r *rondreis) ophalen() []ingelezenJSON {
	r.t.Helper()
	r.bus.bezorgd(r.t)
	voor := r.bus.stand(r.t)
	berichten := ontleed[struct{ Berichten []ingelezenJSON }](r.t, r.klacht("post", "ophalen", "--json")).Berichten
	if diff := cmp.Diff(voor, r.bus.stand(r.t)); diff != "" || len(voor) != len(berichten) {
		r.t.Errorf("%d messages fetched from a mailbox with %d, which changed:\n%s", len(berichten), len(voor), diff)
	}
	return berichten
}

// haalOp fetches the mail, with which one message comes in that was not there yet.
func (r *rondreis) haalOp(uitkomst string) ingelezenJSON {
	r.t.Helper()
	nieuw := slices.DeleteFunc(r.ophalen(), func(b ingelezenJSON) bool { return b.Uitkomst == "overgeslagen" })
	if len(nieuw) != 1 || nieuw[0].Uitkomst != uitkomst {
		r.t.Fatalf("want one message that is %s; got %+v", uitkomst, nieuw)
	}
	return nieuw[0]
}

// bewaard are the messages in the dossier.
func (r *rondreis) bewaard() []string {
	r.t.Helper()
	paden, err := filepath.Glob(filepath.Join(r.pad, "*", r.nummer, "correspondentie", "*.eml"))
	if err != nil {
		r.t.Fatal(err)
	}
	var uit []string
	for _, pad := range paden {
		b, err := os.ReadFile(pad)
		if err != nil {
			r.t.Fatal(err)
		}
		uit = append(uit, string(b))
	}
	return uit
}

// krijgtBrief looks into the complainant's mailbox for one new letter: an answer to the message antwoordOp, byte for byte what is kept in
// the dossier, which is then in the state toestand.
func (r *rondreis) krijgtBrief(sjabloon, antwoordOp, toestand string) {
	r.t.Helper()
	brieven := r.klager.bezorgd(r.t)
	d := r.dossier("toon", r.nummer)
	i := slices.IndexFunc(brieven, func(b string) bool {
		m, err := mail.ReadMessage(strings.NewReader(b))
		return err == nil && strings.Trim(m.Header.Get("Message-ID"), "<>") == d.Verloop[len(d.Verloop)-1].BerichtID
	})
	if r.ontvangen++; len(brieven) != r.ontvangen || i < 0 {
		r.t.Fatalf("%s: the complainant has %d letters, want %d and the last one in\n%+v", sjabloon, len(brieven), r.ontvangen, d.Verloop)
	}
	m, err := mail.ReadMessage(strings.NewReader(brieven[i]))
	if err != nil {
		r.t.Fatal(err)
	}
	r.laatsteBrief = strings.Trim(m.Header.Get("Message-ID"), "<>")
	if !strings.Contains(m.Header.Get("Subject"), "["+r.nummer+"]") || m.Header.Get("In-Reply-To") != "<"+antwoordOp+">" ||
		!strings.Contains(m.Header.Get("From"), r.bus.adres) || !strings.Contains(m.Header.Get("To"), r.klager.adres) {
		r.t.Errorf("%s: %+v", sjabloon, m.Header)
	}
	if !slices.Contains(r.bewaard(), brieven[i]) {
		r.t.Errorf("%s: what arrived is not what is kept:\n%s", sjabloon, brieven[i])
	}
	if d.Toestand != toestand {
		r.t.Errorf("%s: the dossier is %s, want %s", sjabloon, d.Toestand, toestand)
	}
}

// beveiligd looks in what the servers wrote whether klacht was protected as it was told.
func (r *rondreis) beveiligd() {
	r.t.Helper()
	gezien := map[string]int{}
	for _, log := range []string{"dovecot.log", "exim4.log"} {
		for regel := range strings.Lines(r.bus.s.lees(log)) {
			login := strings.Contains(regel, "Login: user=<"+r.bus.adres+">")
			levering := strings.Contains(regel, "<= "+r.bus.adres+" ")
			if !login && !levering {
				continue
			}
			gezien[log]++
			if tls := strings.Contains(regel, ", TLS,") || strings.Contains(regel, " X=TLS"); tls != (r.hoe != dossier.BeveiligingGeen) {
				r.t.Errorf("%s: %s", log, regel)
			}
		}
	}
	if gezien["dovecot.log"] < 5 || gezien["exim4.log"] != 3 {
		r.t.Errorf("the servers saw %v", gezien)
	}
}
