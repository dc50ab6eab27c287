package dossier

import (
	"crypto/rand"
	"fmt"
	"io"
	"strings"

	"klacht/werkdagen"
)

// Aanmelding is what is known of a complaint when it is registered.
type Aanmelding struct {
	Soort        Soort    // "" is klacht
	Herkomst     Herkomst // "" follows Soort
	Onderwerp    string
	Categorie    string
	Ernst        Ernst // "" is normaal
	Kanaal       string
	Behandelaar  string
	Betreft      string
	Cursus       string
	Klager       Klager
	Omschrijving string
	Gewenst      string
	Ontvangen    Tijdstip
	Overgenomen  Overname
	Opmerking    string // what was remarkable about the message, "" for nothing

	Bericht   []byte // the message it came in, byte for byte; nil: none
	BerichtID string // its Message-ID without < >
	Extensie  string // of a file of its form, such as ".msg"; "" is ".eml"
	Bijlagen  []Bijlage
}

// Bijlage is a file that comes with an Aanmelding or is added later.
type Bijlage struct {
	Naam    string // as it was called, whatever that is
	Bericht bool   // it is a message or letter rather than an attachment
	Open    func() (io.ReadCloser, error)
}

// Wie says by whom and at what moment something is recorded.
type Wie struct {
	Door string
	Nu   Tijdstip
}

// nieuwID makes a random id of 80 bits.
func nieuwID() string { return strings.ToLower(rand.Text()[:16]) }

// Intake makes the record of a complaint that is registered now: the terms in
// force are taken over, receipt is the first event.
func (r *Regels) Intake(a Aanmelding, wie Wie) (*Klacht, error) {
	k := &Klacht{
		ID: nieuwID(), Soort: a.Soort, Herkomst: a.Herkomst, Onderwerp: strings.TrimSpace(a.Onderwerp), Ernst: a.Ernst,
		Kanaal: a.Kanaal, Behandelaar: a.Behandelaar, Betreft: a.Betreft, Cursus: a.Cursus, Klager: a.Klager,
		Omschrijving: a.Omschrijving, Gewenst: a.Gewenst, Overgenomen: a.Overgenomen,
	}
	if k.Soort == "" {
		k.Soort = SoortKlacht
	}
	if k.Herkomst == "" {
		k.Herkomst = k.Soort.Herkomst()
	}
	if k.Ernst == "" {
		k.Ernst = ErnstNormaal
	}
	if k.Onderwerp == "" {
		return nil, &Fout{Wat: "een klacht heeft een onderwerp nodig", Raad: "geef het met --onderwerp", Aanroep: true}
	}
	var err error
	if k.Categorie, err = r.Procedure.KiesCategorie(a.Categorie); err != nil {
		return nil, err
	}
	switch ontvangen := a.Ontvangen; {
	case ontvangen.Dag > wie.Nu.Dag, ontvangen.HeeftTijd() && ontvangen.Moment.After(wie.Nu.Moment):
		return nil, &Fout{Wat: fmt.Sprintf("%s ligt in de toekomst: een klacht is ontvangen of nog niet", ontvangen.Lang()), Raad: "geef met --ontvangen de dag waarop de klacht binnenkwam", Aanroep: true}
	default:
		if err := werkdagen.BinnenBereik(ontvangen.Dag); err != nil {
			return nil, &Fout{Wat: err.Error(), Raad: "geef met --ontvangen de dag waarop de klacht binnenkwam", Aanroep: true}
		}
	}
	if k.Beloofd, err = r.Procedure.Belofte(k.Herkomst, k.Categorie, a.Ontvangen.Dag); err != nil {
		return nil, err
	}
	k.Verloop = []Gebeurtenis{{
		ID: nieuwID(), Wat: WatOntvangen, Op: a.Ontvangen, Vastgelegd: wie.Nu, Door: wie.Door,
		BerichtID: a.BerichtID, Tekst: a.Opmerking,
	}}
	return k, nil
}
