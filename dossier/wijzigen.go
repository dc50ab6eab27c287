package dossier

import (
	"fmt"
	"slices"
	"strings"

	"klacht/werkdagen"
)

// Wijzigbaar lists the fields that can be changed afterwards, under their JSON
// names.
func Wijzigbaar() []string {
	var namen []string
	for _, w := range wijzigbaar {
		namen = append(namen, w.naam)
	}
	return append(namen, veldOntvangen)
}

// Wijziging decides what changing a field comes to: an event with the old and
// the new value. The categories, kinds and so on are those allowed at intake; no
// change moves what was promised, except that another day of receipt counts
// the same promise from there.
func (r *Regels) Wijziging(k *Klacht, veld, naar string, vandaag werkdagen.Datum) (Gebeurtenis, error) {
	g := Gebeurtenis{Wat: WatGewijzigd, Veld: veld, Naar: naar}
	if veld == veldOntvangen {
		return g, toetsOntvangst(k, &g, vandaag)
	}
	i := slices.IndexFunc(wijzigbaar, func(w wijzigbaarVeld) bool { return w.naam == veld })
	if i < 0 {
		return g, &Fout{Wat: fmt.Sprintf("%s kan niet gewijzigd worden", veld), Aanroep: true}
	}
	g.Van = *wijzigbaar[i].veld(k)
	if toets := wijzigbaar[i].toets; toets != nil {
		var err error
		if g.Naar, err = toets(r.Procedure, naar); err != nil {
			return g, err
		}
	}
	if g.Naar == g.Van {
		return g, &Fout{Wat: fmt.Sprintf("%s van %s is al %q", veld, k.Nummer, g.Naar)}
	}
	return g, nil
}

// toetsOntvangst decides on another moment of receipt: before all else that
// happened, and within the year that the number names.
func toetsOntvangst(k *Klacht, g *Gebeurtenis, vandaag werkdagen.Datum) error {
	nieuw, err := LeesTijdstip(g.Naar)
	if err != nil {
		return &Fout{Wat: err.Error(), Aanroep: true}
	}
	verloop := opVolgorde(tellend(k.Verloop))
	l, _ := doorloop(k, verloop)
	g.Van, g.Naar = l.ontvangen.String(), nieuw.String()
	if nieuw.Gelijk(l.ontvangen) {
		return &Fout{Wat: fmt.Sprintf("%s is al ontvangen op %s", k.Nummer, nieuw.Lang())}
	}
	if nieuw.Dag > vandaag {
		return toekomst(nieuw.Dag)
	}
	if nieuw.Dag.Jaar() != k.Nummer.Jaar {
		return &Fout{
			Wat:  fmt.Sprintf("%s is een nummer van %d; ontvangst op %s past daar niet bij", k.Nummer, k.Nummer.Jaar, nieuw.Dag.Lang()),
			Raad: "registreer de klacht opnieuw met de juiste dag, en sluit deze als ingetrokken",
		}
	}
	for _, e := range verloop {
		if e.Wat != WatOntvangen && e.Op.Dag < nieuw.Dag {
			return &Fout{Wat: fmt.Sprintf("%s kan niet ontvangen zijn op %s: in het verloop staat %s op %s", k.Nummer, nieuw.Dag.Lang(), e.Wat, e.Op.Dag.Lang())}
		}
	}
	return nil
}

// wijzigbaarVeld is a field that can be changed afterwards.
type wijzigbaarVeld struct {
	naam  string   // as JSON and the flags have it
	pad   []string // where it stands in klacht.yaml
	veld  func(*Klacht) *string
	toets func(p *Procedure, waarde string) (string, error) // nil: any text
}

var wijzigbaar = []wijzigbaarVeld{
	{"onderwerp", []string{"onderwerp"}, func(k *Klacht) *string { return &k.Onderwerp }, nietLeeg("onderwerp")},
	{"categorie", []string{"categorie"}, func(k *Klacht) *string { return &k.Categorie }, (*Procedure).KiesCategorie},
	{"soort", []string{"soort"}, func(k *Klacht) *string { return (*string)(&k.Soort) }, eenVan("soort", Soorten())},
	{"ernst", []string{"ernst"}, func(k *Klacht) *string { return (*string)(&k.Ernst) }, eenVan("ernst", Ernsten())},
	{"kanaal", []string{"kanaal"}, func(k *Klacht) *string { return &k.Kanaal }, nil},
	{"behandelaar", []string{"behandelaar"}, func(k *Klacht) *string { return &k.Behandelaar }, nil},
	{"betreft", []string{"betreft"}, func(k *Klacht) *string { return &k.Betreft }, nil},
	{"cursus", []string{"cursus"}, func(k *Klacht) *string { return &k.Cursus }, nil},
	{"klager", []string{"klager", "naam"}, func(k *Klacht) *string { return &k.Klager.Naam }, nil},
	{"email", []string{"klager", "email"}, func(k *Klacht) *string { return &k.Klager.Email }, nil},
	{"telefoon", []string{"klager", "telefoon"}, func(k *Klacht) *string { return &k.Klager.Telefoon }, nil},
	{"organisatie", []string{"klager", "organisatie"}, func(k *Klacht) *string { return &k.Klager.Organisatie }, nil},
	{"omschrijving", []string{"omschrijving"}, func(k *Klacht) *string { return &k.Omschrijving }, nil},
	{"gewenst", []string{"gewenst"}, func(k *Klacht) *string { return &k.Gewenst }, nil},
}

func nietLeeg(veld string) func(*Procedure, string) (string, error) {
	return func(_ *Procedure, s string) (string, error) {
		if s = strings.TrimSpace(s); s == "" {
			return s, &Fout{Wat: veld + " kan niet leeg zijn", Aanroep: true}
		}
		return s, nil
	}
}

// eenVan accepts one of a closed list, whatever its capitals.
func eenVan[T ~string](veld string, mag []T) func(*Procedure, string) (string, error) {
	return func(_ *Procedure, s string) (string, error) {
		t, err := Kies(veld, s, mag)
		return string(t), err
	}
}

// Kies gives the one of mag that a person means by s.
func Kies[T ~string](veld, s string, mag []T) (T, error) {
	for _, m := range mag {
		if strings.EqualFold(strings.TrimSpace(s), string(m)) {
			return m, nil
		}
	}
	return "", &Fout{Wat: fmt.Sprintf("%s %q bestaat niet", veld, s), Raad: "kies uit " + Opsomming(alsTekst(mag), "of"), Aanroep: true}
}
