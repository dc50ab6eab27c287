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
	Ouder   string // where it comes; the folder exists
	Bestand string // the name of the file
	Inhoud  []byte
	Naam    string // what it became, within Ouder; "" as long as it isn't there
}

// bouwMappen makes many folders, each of which is there whole or not at all, as
// bouwMap does for one. They are written under one temporary name, synced
// together, and then renamed one by one in the order given, each to the first
// name that kandidaat gives for the i-th and that does not exist; kandidaat gives ""
// when it has no more.
//
// After an error those with a Naam stand; of the others nothing is left. With a
// *nietVastFout all of them do.
func bouwMappen(s schijf, mappen []*bouwmap, kandidaat func(i int) string) error {
	if len(mappen) == 0 {
		return nil
	}
	tmp := tijdelijkeNaam(".")
	if err := s.maakMap(tmp); err != nil {
		return err
	}
	err := schrijfMappen(s, tmp, mappen)
	if err == nil {
		err = s.syncAlles(tmp)
	}
	if err == nil {
		err = hernoemMappen(s, tmp, mappen, kandidaat)
	}
	// Those that were renamed stand, whatever happened to the others.
	vast := legMappenVast(s, tmp, mappen)
	// What remains, if this fails, is swept later.
	_ = s.verwijderBoom(tmp)
	if err != nil {
		return err
	}
	return vast
}

func inAanbouw(tmp string, i int) string { return path.Join(tmp, fmt.Sprintf("%06d", i)) }

func schrijfMappen(s schijf, tmp string, mappen []*bouwmap) error {
	for i, m := range mappen {
		naam := inAanbouw(tmp, i)
		if err := s.maakMap(naam); err != nil {
			return err
		}
		if err := s.schrijfLos(path.Join(naam, m.Bestand), bytes.NewReader(m.Inhoud)); err != nil {
			return err
		}
	}
	return nil
}

func hernoemMappen(s schijf, tmp string, mappen []*bouwmap, kandidaat func(i int) string) error {
	for i, m := range mappen {
		for m.Naam == "" {
			naam := kandidaat(i)
			if naam == "" {
				return fmt.Errorf("in %s is geen naam meer vrij voor een nieuwe map", m.Ouder)
			}
			err := s.hernoemNieuw(inAanbouw(tmp, i), path.Join(m.Ouder, naam))
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

// legMappenVast syncs the names: first where they came, and then where they went
// away, so that a power cut never shows a folder in neither place.
func legMappenVast(s schijf, tmp string, mappen []*bouwmap) error {
	gedaan := map[string]bool{}
	for _, m := range mappen {
		if m.Naam == "" || gedaan[m.Ouder] {
			continue
		}
		gedaan[m.Ouder] = true
		if err := legVast(s, path.Join(m.Ouder, m.Naam)); err != nil {
			return err
		}
	}
	if len(gedaan) == 0 {
		return nil
	}
	return legVast(s, inAanbouw(tmp, 0))
}
