package dossier

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

const (
	mapSjablonen     = "sjablonen"
	extensieSjabloon = ".tmpl"
	grensBestand     = 100 << 20 // bytes of a file of a dossier that is read whole
)

// Sjabloonbestand is a letter's template as a file of the folder.
type Sjabloonbestand struct {
	Naam  string // without .tmpl
	Tekst []byte
}

// Bestand is its path, from the folder down.
func (s Sjabloonbestand) Bestand() string { return sjabloonbestand(s.Naam) }

func sjabloonbestand(naam string) string { return path.Join(mapSjablonen, naam+extensieSjabloon) }

// Sjabloonnamen lists the templates that the folder has files for, by name and
// without .tmpl.
func (m *Map) Sjabloonnamen() ([]string, error) {
	inhoud, err := m.schijf.lijst(mapSjablonen)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var namen []string
	for _, e := range inhoud {
		if naam, ok := strings.CutSuffix(e.Name(), extensieSjabloon); ok && !e.IsDir() && !strings.HasPrefix(naam, ".") {
			namen = append(namen, naam)
		}
	}
	slices.Sort(namen)
	return namen, nil
}

// LeesSjabloon reads the file of one template; ok is false when there is none.
func (m *Map) LeesSjabloon(naam string) (s Sjabloonbestand, ok bool, err error) {
	s = Sjabloonbestand{Naam: naam}
	s.Tekst, err = m.schijf.lees(s.Bestand(), grensRecord)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, false, nil
	case errors.Is(err, errTeGroot):
		return s, false, &Leesfout{Bestand: s.Bestand(), Wat: fmt.Sprintf("het bestand is groter dan %d MiB en wordt niet gelezen", grensRecord>>20), Raad: "maak de brief korter, en stuur lange teksten mee als bijlage"}
	}
	return s, err == nil, err
}

// SchrijfSjablonen makes those files that are not there, and gives the names of
// those it made. What exists stays as it is.
func (m *Map) SchrijfSjablonen(sjablonen []Sjabloonbestand) (gemaakt []string, err error) {
	if err := zorgVoorMap(m.schijf, mapSjablonen); err != nil {
		return nil, err
	}
	for _, s := range sjablonen {
		if _, err := m.schijf.lstat(s.Bestand()); err == nil {
			continue
		}
		err := vervang(m.schijf, s.Bestand(), grensRecord, nil, s.Tekst)
		if errors.As(err, new(*gewijzigdFout)) {
			continue // somebody else has just made it
		}
		if err != nil {
			return gemaakt, err
		}
		gemaakt = append(gemaakt, s.Naam)
	}
	return gemaakt, nil
}

// LeesBestand reads a file of a dossier as its event names it, such as
// correspondentie/2026-11-20-ontvangen.eml.
func (m *Map) LeesBestand(n Nummer, bestand string) ([]byte, error) {
	return m.schijf.lees(path.Join(n.Map(), bestand), grensBestand)
}
