package post

import (
	"fmt"
	"slices"

	"klacht/dossier"
	"klacht/werkdagen"
)

// NieuwBekend takes from what is on file what Beslis goes by, on day vandaag.
// What p files later it sees; of a new dossier Neem tells it.
func NieuwBekend(p *dossier.Postboek, r *dossier.Procedure, vandaag werkdagen.Datum) (*Bekend, error) {
	kal, err := werkdagen.NieuweKalender(r.Kalender)
	if err != nil {
		return nil, err
	}
	b := &Bekend{
		Plaats: p.Bekend, Berichten: p.Berichten, Wachtend: map[dossier.Merk]string{}, Onleesbaar: p.Onleesbaar,
		Partijen: map[dossier.Nummer][]string{}, Klachten: map[dossier.Nummer]*dossier.Klacht{}, Klagers: map[string][]dossier.Nummer{},
		Eigen: EigenVan(r), Mediator: r.Mediator.Email,
	}
	if b.Vanaf, err = eersteDag(r.Bewaren.Termijn, vandaag, kal); err != nil {
		return nil, fmt.Errorf("hoe lang dossiers bewaard worden, is niet te berekenen: %w", err)
	}
	for merk, i := range p.Wachtend {
		b.NeemWachtend(merk, i)
	}
	nummers := make([]dossier.Nummer, 0, len(p.Klachten))
	for n := range p.Klachten {
		nummers = append(nummers, n)
	}
	slices.SortFunc(nummers, dossier.Nummer.Vergelijk)
	for _, n := range nummers {
		b.Neem(p.Klachten[n])
	}
	return b, nil
}

// NeemWachtend adds a message in inkomend.
func (b *Bekend) NeemWachtend(merk dossier.Merk, i *dossier.Inkomend) {
	if i.Oordeel == "" {
		b.Wachtend[merk] = i.Label
	}
}

// Neem adds a dossier that is not there yet.
func (b *Bekend) Neem(k *dossier.Klacht) {
	if _, ok := b.Partijen[k.Nummer]; ok {
		return
	}
	partijen := []string{}
	for _, a := range append([]string{k.Klager.Email, adresIn.FindString(k.Behandelaar)}, k.Adressen...) {
		if a = klein(a); a != "" {
			partijen = append(partijen, a)
		}
	}
	b.Partijen[k.Nummer], b.Klachten[k.Nummer] = partijen, k
	if klager := klein(k.Klager.Email); klager != "" {
		b.Klagers[klager] = append(b.Klagers[klager], k.Nummer)
	}
}

// eersteDag is the first day of which the term has not passed on day vandaag.
func eersteDag(t werkdagen.Termijn, vandaag werkdagen.Datum, kal *werkdagen.Kalender) (werkdagen.Datum, error) {
	eerst, err := werkdagen.NieuweDatum(werkdagen.EersteJaar, 1, 1)
	if err != nil {
		return 0, err
	}
	laag, hoog := eerst, vandaag
	for laag < hoog {
		midden := laag + (hoog-laag)/2
		// Past the last year of the calendar nothing has passed.
		if r, err := kal.Bereken(midden, t); err == nil && r.Nominaal < vandaag {
			laag = midden + 1
		} else {
			hoog = midden
		}
	}
	return laag, nil
}
