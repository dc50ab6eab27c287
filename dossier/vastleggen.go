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
	na, err := legInRecord(m.schijf, bestand, v.Beslis,
		func(b *blad) (*Klacht, error) {
			k, _, err := klachtUitBlad(n, b)
			return k, err
		},
		func(b *blad, i int, g *Gebeurtenis) (*blad, error) {
			g.ID, g.Vastgelegd, g.Door = nieuwID(), wie.Nu, wie.Door
			if i == 0 {
				g.Bestanden = bestanden
			}
			return b.metPassend(func(b *blad) (*blad, error) { return b.metGebeurtenis(g) }, pastNiet(n))
		})
	switch {
	case na == nil:
		m.neemTerug(n, bestanden, err)
	case err == nil:
		m.ruimVastgelegdeOp(na)
	default: // a power cut may undo it
		na.Verzending, _, _ = m.openVerzending(na)
	}
	return na, err
}

// legInRecord records in one file the events that beslis gives, judged against
// the record as it is at that moment; it may be called again when another writer
// came first. It gives the record as it then is, nil when nothing was written.
func legInRecord[R, G any](s schijf, bestand string, beslis func(*R) ([]G, error), lees func(*blad) (*R, error), met func(b *blad, i int, g *G) (*blad, error)) (*R, error) {
	var na *R
	err := werkBij(s, bestand, grensRecord, func(oud []byte) ([]byte, error) {
		b, err := leesBlad(bestand, oud, grensRecord)
		if err != nil {
			return nil, err
		}
		r, err := lees(b)
		if err != nil {
			return nil, err
		}
		events, err := beslis(r)
		if err != nil {
			return nil, err
		}
		for i := range events {
			if b, err = met(b, i, &events[i]); err != nil {
				return nil, err
			}
		}
		na, err = lees(b)
		return b.tekst, err
	})
	if err != nil && !errors.As(err, new(*nietVastFout)) {
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

// metPassend is b with an event that met adds; of one that makes the record too
// large it says, with pastNiet, that it is the event that doesn't fit.
func (b *blad) metPassend(met func(*blad) (*blad, error), pastNiet error) (*blad, error) {
	nieuw, err := met(b)
	if err == nil {
		return nieuw, nil
	}
	ruim := *b
	ruim.grens = math.MaxInt
	if _, anders := met(&ruim); anders == nil {
		return nil, pastNiet
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
