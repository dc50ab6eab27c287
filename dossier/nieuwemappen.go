package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// bouwmap is a folder to be made that holds one file.
type bouwmap struct {
	Ouder   string // where it comes; the folder exists by the time that it is delivered
	Bestand string // the name of the file
	Naam    string // what it became, within Ouder; "" as long as it isn't there
}

// bouwplaats makes many folders, each of which is there whole or not at all, as
// bouwMap does for one. They are written under one temporary name, synced
// together, and then renamed one by one. Call ruimOp in the end.
type bouwplaats struct {
	s      schijf
	tmp    string // "" before the first
	mappen []*bouwmap
}

// schrijf writes the next folder aside, with its file.
func (b *bouwplaats) schrijf(m *bouwmap, inhoud []byte) error {
	if b.tmp == "" {
		tmp := tijdelijkeNaam(".")
		if err := b.s.maakMap(tmp); err != nil {
			return err
		}
		b.tmp = tmp
	}
	naam := b.inAanbouw(len(b.mappen))
	b.mappen = append(b.mappen, m)
	if err := b.s.maakMap(naam); err != nil {
		return err
	}
	return b.s.schrijfLos(path.Join(naam, m.Bestand), bytes.NewReader(inhoud))
}

func (b *bouwplaats) inAanbouw(i int) string { return path.Join(b.tmp, fmt.Sprintf("%06d", i)) }

// lever syncs all that was written and renames it in that order, each to the
// first name that kandidaat gives for the i-th and that does not exist; it gives
// "" when it has no more.
//
// After an error those with a Naam stand; of the others nothing is left once
// ruimOp was called. With a *nietVastFout all of them do.
func (b *bouwplaats) lever(kandidaat func(i int) string) error {
	if b.tmp == "" {
		return nil
	}
	if err := b.s.syncAlles(b.tmp); err != nil {
		return err
	}
	// Those that were renamed stand, whatever happens to the others.
	err := b.hernoem(kandidaat)
	if vast := b.legVast(); err == nil {
		err = vast
	}
	return err
}

func (b *bouwplaats) hernoem(kandidaat func(i int) string) error {
	for i, m := range b.mappen {
		for m.Naam == "" {
			naam := kandidaat(i)
			if naam == "" {
				return fmt.Errorf("in %s is geen naam meer vrij voor een nieuwe map", m.Ouder)
			}
			err := b.s.hernoemNieuw(b.inAanbouw(i), path.Join(m.Ouder, naam))
			switch {
			case err == nil:
				m.Naam = naam
			case !errors.Is(err, fs.ErrExist):
				return err
			}
		}
	}
	return nil
}

// legVast syncs the names: first where they came, and then where they went away,
// so that a power cut never shows a folder in neither place.
func (b *bouwplaats) legVast() error {
	gedaan := map[string]bool{}
	for _, m := range b.mappen {
		if m.Naam == "" || gedaan[m.Ouder] {
			continue
		}
		gedaan[m.Ouder] = true
		if err := legVast(b.s, path.Join(m.Ouder, m.Naam)); err != nil {
			return err
		}
	}
	if len(gedaan) == 0 {
		return nil
	}
	return legVast(b.s, b.inAanbouw(0))
}

// ruimOp removes what was not delivered.
func (b *bouwplaats) ruimOp() {
	if b.tmp != "" {
		// What remains, if this fails, is swept later.
		_ = b.s.verwijderBoom(b.tmp)
	}
}
