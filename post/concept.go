package post

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"klacht/dossier"
	"klacht/post/bericht"
)

// Opdracht is what a letter is made with, beside the dossier.
type Opdracht struct {
	Tekst    string // for this one letter; "" for nothing
	Nu       time.Time
	Bijlagen []Uitbijlage
	Draad    Draad
}

// Draad is the conversation that a message continues.
type Draad struct {
	AntwoordOp string   // the complainant's last message, "" when there is none
	Eerder     []string // those before it, oldest first
}

// StelOp makes the message to the complainant of d that s says, as of d's
// reference date. What is missing or wrong is an error that says what to do.
func StelOp(r *dossier.Regels, d *dossier.Dossier, s *Sjabloon, o Opdracht) (*Uitgaand, error) {
	if strings.TrimSpace(o.Tekst) != "" && !s.VraagtTekst {
		return nil, &dossier.Fout{
			Wat:  fmt.Sprintf("de brief %s heeft geen plaats voor --tekst", s.Naam),
			Raad: "laat --tekst weg, of zet in het sjabloon {{.Tekst}} waar die tekst moet komen", Aanroep: true,
		}
	}
	b, err := NieuweBrief(r, d, o.Tekst)
	if err != nil {
		return nil, err
	}
	u := &Uitgaand{
		Van: Adres{r.Procedure.Organisatie.Naam, r.Procedure.Organisatie.Email, "in procedure.yaml onder organisatie", "zet daar achter email: het adres van waaruit u schrijft"},
		Aan: Adres{b.Klager, d.Klager.Email, "bij de klager van " + b.Nummer, fmt.Sprintf("vul het in met: klacht wijzig %s --email ADRES", b.Nummer)},
		// The zone as in Amsterdam, so that the moment is the same on every machine.
		Datum: dossier.OpMoment(o.Nu).Moment, AntwoordOp: o.Draad.AntwoordOp, Draad: o.Draad.Eerder, Bijlagen: o.Bijlagen,
	}
	if !isBerichtID(u.AntwoordOp) {
		u.AntwoordOp = ""
	}
	for _, a := range []Adres{u.Van, u.Aan} {
		if _, err := a.Postadres(); err != nil {
			return nil, err
		}
	}
	in, err := s.Vul(b)
	if err != nil {
		return nil, err
	}
	u.Onderwerp, u.Tekst = metNummer(in.Onderwerp, b.Nummer), in.Tekst
	u.BerichtID = Merk(&d.Klacht, u)
	return u, nil
}

// metNummer gives a subject with the number in brackets, by which the answer is
// recognised; another number that came along is none.
func metNummer(onderwerp, nummer string) string {
	heeft := false
	onderwerp = regexp.MustCompile(`\[K\d+-\d+\]`).ReplaceAllStringFunc(onderwerp, func(s string) string {
		if s == "["+nummer+"]" && !heeft {
			heeft = true
			return s
		}
		return strings.Trim(s, "[]")
	})
	if heeft {
		return onderwerp
	}
	return onderwerp + " [" + nummer + "]"
}

// ZoekDraad finds the complainant's last filed message, to answer it: the last
// that is from the complainant's address, else the one that the complaint came
// with. What can't be read is left out.
func ZoekDraad(m *dossier.Map, d *dossier.Dossier) Draad {
	var eerste Draad
	for i := len(d.Verloop) - 1; i >= 0; i-- {
		g := &d.Verloop[i]
		if d.IsOngedaan(g.ID) || g.Wat != dossier.WatBerichtIn && g.Wat != dossier.WatOntvangen {
			continue
		}
		draad, van := draadVan(m, d.Nummer, g)
		if draad.AntwoordOp != "" && d.Klager.Email != "" && slices.ContainsFunc(van, func(a bericht.Adres) bool { return strings.EqualFold(a.Adres, d.Klager.Email) }) {
			return draad
		}
		if g.Wat == dossier.WatOntvangen {
			eerste = draad
		}
	}
	return eerste
}

// draadVan reads the message that an event filed; where there is no file, the
// event itself may know its Message-ID.
func draadVan(m *dossier.Map, n dossier.Nummer, g *dossier.Gebeurtenis) (Draad, []bericht.Adres) {
	draad := Draad{AntwoordOp: g.BerichtID}
	for _, f := range g.Bestanden {
		if !strings.HasPrefix(f.Bestand, "correspondentie/") || !strings.HasSuffix(strings.ToLower(f.Bestand), ".eml") {
			continue
		}
		inhoud, err := m.LeesBestand(n, f.Bestand)
		if err != nil {
			continue // the letter can do without
		}
		b, err := bericht.Lees(inhoud)
		if err != nil || b.ID == "" || g.BerichtID != "" && b.ID != g.BerichtID {
			continue
		}
		draad.AntwoordOp = b.ID
		draad.Eerder = b.References
		if len(draad.Eerder) == 0 {
			draad.Eerder = b.InReplyTo
		}
		return draad, b.Van
	}
	return draad, nil
}
