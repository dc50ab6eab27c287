package main

import (
	"fmt"
	"strings"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// ingelezen is what became of one message, in JSON as on the screen.
type ingelezen struct {
	Bericht   string           `json:"bericht"` // where it was found
	Van       string           `json:"van"`
	Onderwerp string           `json:"onderwerp"`
	Ontvangen dossier.Tijdstip `json:"ontvangen"`
	Uitkomst  string           `json:"uitkomst"`
	Nummer    *string          `json:"nummer"`   // the dossier that it is in, or that the question is about
	Inkomend  *string          `json:"inkomend"` // what it is called in inkomend
	Reden     string           `json:"reden"`
}

// What can become of a message beside what post decides.
const (
	uitkomstNieuw   = "nieuw" // a dossier of its own
	uitkomstMislukt = "mislukt"
)

// noem says which dossier it is about, if any.
func (r *ingelezen) noem(n dossier.Nummer) {
	if s := n.String(); n != (dossier.Nummer{}) {
		r.Nummer = &s
	}
}

// meesteOvergeslagen is how many skipped messages are shown unasked: more of them would hide the rest.
const meesteOvergeslagen = 50

// toonIngelezen shows for each message what became of it and which one it is, and what they come to.
func toonIngelezen(s *scherm.Scherm, rijen []ingelezen, proef, alles bool) {
	if len(rijen) == 0 {
		s.Alinea("Er is geen bericht gevonden.")
		return
	}
	aantal := map[string]int{}
	var d scherm.Deel
	for _, r := range rijen {
		aantal[r.Uitkomst]++
	}
	weggelaten := aantal[string(post.Overgeslagen)]
	if alles || weggelaten <= meesteOvergeslagen {
		weggelaten = 0
	}
	for _, r := range rijen {
		if weggelaten > 0 && r.Uitkomst == string(post.Overgeslagen) {
			continue
		}
		d.Rijen = append(d.Rijen, scherm.Rij(r.Bericht, watErvanWerd(r), r.Reden))
		d.Onder = append(d.Onder, welkBericht(r))
	}
	if len(d.Rijen) > 0 {
		// A reason that is cut off is none.
		s.TabelInDelen([]scherm.Kolom{{Titel: "Bericht", Breekt: true}, {Titel: "Wat"}, {Titel: "Waarom", Breekt: true}}, d)
		s.Wit()
	}
	var delen []string
	for _, u := range []struct{ uitkomst, een, meer string }{
		{uitkomstNieuw, "nieuw dossier", "nieuwe dossiers"},
		{string(post.Toegevoegd), "toegevoegd", "toegevoegd"},
		{string(post.Voorstel), "voorstel", "voorstellen"},
		{string(post.Vraag), "vraag", "vragen"},
		{string(post.Overgeslagen), "overgeslagen", "overgeslagen"},
		{uitkomstMislukt, "mislukt", "mislukt"},
		{"", "onderbroken", "onderbroken"},
	} {
		if n := aantal[u.uitkomst]; n > 0 {
			delen = append(delen, fmt.Sprintf("%d %s", n, meervoud(n, u.een, u.meer)))
		}
	}
	s.Alinea(fmt.Sprintf("%d %s: %s.", len(rijen), meervoud(len(rijen), "bericht", "berichten"), dossier.Opsomming(delen, "en")))
	if weggelaten > 0 {
		s.Alinea("De overgeslagen berichten staan hier niet bij; met --alles wel.")
	}
	switch {
	case proef:
		s.Alinea("Dit was een proef: er is niets vastgelegd.")
	case aantal[string(post.Voorstel)]+aantal[string(post.Vraag)] > 0:
		s.Alinea("Beoordeel wat wacht met: klacht post beoordeel")
	}
}

// welkBericht is by what its reader knows a message, which where it was found doesn't tell: from whom it is, where the reason doesn't say so,
// and about what. It is "" for one that was not read, such as what is in already.
func welkBericht(r ingelezen) string {
	adres := r.Van[strings.LastIndexByte(r.Van, ' ')+1:]
	switch {
	case r.Onderwerp == "":
		return r.Van
	case strings.Contains(r.Reden, adres): // or it is unknown
		return r.Onderwerp
	}
	return r.Van + ": " + r.Onderwerp
}

// watErvanWerd is the outcome with what it is called by.
func watErvanWerd(r ingelezen) string {
	switch {
	case r.Uitkomst == uitkomstNieuw:
		return "nieuw: " + *r.Nummer
	case r.Uitkomst == string(post.Toegevoegd):
		return "bij " + *r.Nummer
	case r.Inkomend != nil:
		return r.Uitkomst + " " + *r.Inkomend
	}
	return r.Uitkomst
}
