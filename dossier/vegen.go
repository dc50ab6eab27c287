package dossier

import (
	"errors"
	"io/fs"
	"path"
	"time"
)

// veegNa is the age at which something temporary was left behind for good.
const veegNa = 24 * time.Hour

// veeg removes from one folder, not from those below it, what klacht left
// there in passing (see isTijdelijk) a day or more before nu. Links are neither
// followed nor removed. It gives the names removed, and goes on past what can't
// be.
func veeg(s schijf, inMap string, nu time.Time) ([]string, error) {
	inhoud, err := s.lijst(inMap)
	if err != nil {
		return nil, err
	}
	var weg []string
	var fouten []error
	for _, e := range inhoud {
		naam := path.Join(inMap, e.Name())
		if !isTijdelijk(naam) {
			continue
		}
		info, err := s.lstat(naam)
		if errors.Is(err, fs.ErrNotExist) {
			continue // its maker was faster
		}
		if err == nil {
			if !info.IsDir() && !gewoonBestand(info) || nu.Sub(info.ModTime()) < veegNa {
				continue
			}
			err = s.verwijderBoom(naam)
		}
		if err != nil {
			fouten = append(fouten, err)
			continue
		}
		weg = append(weg, naam)
	}
	return weg, errors.Join(fouten...)
}
