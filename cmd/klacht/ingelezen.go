package main

import (
	"fmt"

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

// toonIngelezen shows a line for each message, and what they come to.
func toonIngelezen(s *scherm.Scherm, rijen []ingelezen, proef, alles bool) {
	if len(rijen) == 0 {
		s.Alinea("Er is geen bericht gevonden.")
		return
	}
	aantal := map[string]int{}
	var cellen [][]scherm.Cel
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
		cellen = append(cellen, scherm.Rij(r.Bericht, watErvanWerd(r), r.Reden))
	}
	if len(cellen) > 0 {
		s.Tabel([]scherm.Kolom{{Titel: "Bericht", Rekt: true}, {Titel: "Wat"}, {Titel: "Waarom", Rekt: true}}, cellen)
		s.Wit()
	}
	var delen []string
	for _, d := range []struct{ uitkomst, een, meer string }{
		{uitkomstNieuw, "nieuw dossier", "nieuwe dossiers"},
		{string(post.Toegevoegd), "toegevoegd", "toegevoegd"},
		{string(post.Voorstel), "voorstel", "voorstellen"},
		{string(post.Vraag), "vraag", "vragen"},
		{string(post.Overgeslagen), "overgeslagen", "overgeslagen"},
		{uitkomstMislukt, "mislukt", "mislukt"},
		{"", "onderbroken", "onderbroken"},
	} {
		if n := aantal[d.uitkomst]; n > 0 {
			delen = append(delen, fmt.Sprintf("%d %s", n, meervoud(n, d.een, d.meer)))
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
