package dossier

import (
	"context"
	"errors"
	"fmt"
	"math"
	"path"
	"slices"
	"strings"
)

// Vastlegging is what a command wants to record in a dossier.
type Vastlegging struct {
	// Beslis gives the events to record, judged against the record as it is at
	// that moment; it may be called again when another writer came first.
	Beslis func(k *Klacht) ([]Gebeurtenis, error)
	// Bestanden are copied in and belong to the first event.
	Bestanden []Bijlage
}

// LegVast records events in one dossier and gives the record as it then is.
// Only the bytes of what is meant to change do. When the file was changed in
// between, by klacht or by hand, it is read and judged again.
func (m *Map) LegVast(ctx context.Context, n Nummer, wie Wie, v Vastlegging) (*Klacht, error) {
	if _, _, err := m.Lees(n); err != nil {
		return nil, err
	}
	vrij, err := m.neemSlot(ctx, n.Map())
	if err != nil {
		return nil, err
	}
	defer vrij()
	bestand := path.Join(n.Map(), bestandKlacht)
	bestanden, err := m.kopieer(n.Map(), v.Bestanden)
	if err != nil {
		return nil, err
	}
	var na *Klacht
	err = werkBij(m.schijf, bestand, grensRecord, func(oud []byte) ([]byte, error) {
		b, err := leesBlad(bestand, oud, grensRecord)
		if err != nil {
			return nil, err
		}
		k, _, err := klachtUitBlad(n, b)
		if err != nil {
			return nil, err
		}
		events, err := v.Beslis(k)
		if err != nil {
			return nil, err
		}
		for i := range events {
			g := &events[i]
			g.ID, g.Vastgelegd, g.Door = nieuwID(), wie.Nu, wie.Door
			if i == 0 {
				g.Bestanden = bestanden
			}
			if b, err = b.metPassendeGebeurtenis(n, g); err != nil {
				return nil, err
			}
		}
		na, _, err = klachtUitBlad(n, b)
		return b.tekst, err
	})
	var nietVast *nietVastFout
	if err != nil && !errors.As(err, &nietVast) {
		m.neemTerug(n, bestanden, err)
		return nil, err
	}
	return na, err
}

// neemTerug removes the copies that no event names, after recording failed with
// fout. It may have failed with the new record in place, so the record decides;
// where it can't be read, or a second one was set aside, they stay.
func (m *Map) neemTerug(n Nummer, bestanden []Bestand, fout error) {
	if len(bestanden) == 0 || errors.As(fout, new(*verdrongenFout)) {
		return
	}
	k, _, err := m.lees(n)
	if err != nil {
		return
	}
	genoemd := map[string]bool{}
	for _, g := range k.Verloop {
		for _, b := range g.Bestanden {
			genoemd[b.Bestand] = true
		}
	}
	m.verwijderKopieen(n.Map(), slices.DeleteFunc(bestanden, func(b Bestand) bool { return genoemd[b.Bestand] }))
}

// metPassendeGebeurtenis is metGebeurtenis, but says of an event that makes the
// record too large that it is the event that doesn't fit.
func (b *blad) metPassendeGebeurtenis(n Nummer, g *Gebeurtenis) (*blad, error) {
	nieuw, err := b.metGebeurtenis(g)
	if err == nil {
		return nieuw, nil
	}
	ruim := *b
	ruim.grens = math.MaxInt
	if _, anders := ruim.metGebeurtenis(g); anders == nil {
		return nil, pastNiet(n)
	}
	return nil, err
}

// pastNiet is the refusal of a text that would make a record too large to read.
func pastNiet(n Nummer) error {
	f := &Fout{
		Wat:  fmt.Sprintf("deze tekst past niet in %s: %s mag niet groter worden dan %d MiB", n, bestandKlacht, grensRecord>>20),
		Raad: "zet lange tekst in een bestand, en bewaar dat als bijlage",
	}
	if n != (Nummer{}) {
		f.Raad = fmt.Sprintf("zet lange tekst in een bestand, en bewaar dat met: klacht bijlage %s BESTAND", n)
	}
	return f
}

// metGebeurtenis gives the record with an event at its end, and a changed field
// with its new value.
func (b *blad) metGebeurtenis(g *Gebeurtenis) (*blad, error) {
	if g.Wat == WatGewijzigd {
		for _, w := range wijzigbaar {
			if w.naam != g.Veld {
				continue
			}
			var err error
			if b, err = b.zet(w.pad, tekstWaarde(g.Naar)); err != nil {
				return nil, err
			}
		}
	}
	return b.voegToe("verloop", g.waarde())
}

// kopieer copies files into the dossier's folder under safe names that are not
// taken, with their size and SHA-256.
func (m *Map) kopieer(dossiermap string, bijlagen []Bijlage) ([]Bestand, error) {
	var uit []Bestand
	for _, bijlage := range bijlagen {
		b, err := m.kopieerEen(dossiermap, bijlage)
		if b.Bestand != "" {
			uit = append(uit, b)
		}
		if err != nil {
			m.verwijderKopieen(dossiermap, uit)
			if nietVast := (*nietVastFout)(nil); errors.As(err, &nietVast) {
				err = nietVast.Err // it doesn't stand any more
			}
			return nil, err
		}
	}
	return uit, nil
}

func (m *Map) kopieerEen(dossiermap string, bijlage Bijlage) (Bestand, error) {
	onder := mapBijlagen
	if bijlage.Bericht {
		onder = mapCorrespondentie
	}
	bron, err := bijlage.Open()
	if err != nil {
		return Bestand{}, err
	}
	defer bron.Close()
	naam, g, err := zetBij(m.schijf, path.Join(dossiermap, onder), bijlage.Naam, bron)
	if naam == "" {
		return Bestand{}, err
	}
	return Bestand{Bestand: onder + "/" + naam, Naam: leesbareNaam(bijlage.Naam), Bytes: g.Bytes, SHA256: g.SHA256}, err
}

// leesbareNaam is an original name as it is kept in the record: valid UTF-8.
func leesbareNaam(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// verwijderKopieen takes back files that no event names.
func (m *Map) verwijderKopieen(dossiermap string, bestanden []Bestand) {
	for _, b := range bestanden {
		// What stays is a file that no event names: harmless, and seen by a check.
		_ = m.schijf.verwijder(path.Join(dossiermap, b.Bestand))
	}
}
