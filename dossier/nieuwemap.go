package dossier

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// bouwMap makes a folder within ouder (made when missing) that is there whole
// or not at all: vul fills it under a temporary name, then it is renamed to
// the first name of kandidaat(0), kandidaat(1), … that does not exist. So two
// that build at once, on two machines if need be, never get the same name.
// kandidaat gives "" when it has no more. vul must put something in it: an
// empty folder could be replaced by a rename on some systems.
//
// It gives the name within ouder. With a *nietVastFout the folder stands.
func bouwMap(s schijf, ouder string, vul func(naam string) error, kandidaat func(poging int) string) (string, error) {
	if err := zorgVoorMap(s, ouder); err != nil {
		return "", err
	}
	tmp := tijdelijkeNaam(ouder)
	if err := s.maakMap(tmp); err != nil {
		return "", err
	}
	naam, err := vulEnHernoem(s, tmp, ouder, vul, kandidaat)
	if err != nil {
		// What remains, if this fails, is swept later.
		_ = s.verwijderBoom(tmp)
		return "", err
	}
	return naam, legVast(s, path.Join(ouder, naam))
}

func vulEnHernoem(s schijf, tmp, ouder string, vul func(string) error, kandidaat func(int) string) (string, error) {
	if err := vul(tmp); err != nil {
		// What does not stand for sure in a folder that will not be there,
		// does not stand.
		if nietVast := (*nietVastFout)(nil); errors.As(err, &nietVast) {
			err = nietVast.Err
		}
		return "", err
	}
	switch inhoud, err := s.lijst(tmp); {
	case err != nil:
		return "", err
	case len(inhoud) == 0:
		return "", fmt.Errorf("de nieuwe map in %s is leeg gebleven", ouder)
	}
	if err := syncBoom(s, tmp); err != nil {
		return "", err
	}
	for poging := 0; ; poging++ {
		naam := kandidaat(poging)
		if naam == "" {
			return "", fmt.Errorf("in %s is geen naam meer vrij voor een nieuwe map", ouder)
		}
		err := s.hernoemNieuw(tmp, path.Join(ouder, naam))
		if err == nil {
			return naam, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return "", err
		}
	}
}

// syncBoom syncs the names in a folder and in all below it; the files
// themselves were synced when they were written.
func syncBoom(s schijf, naam string) error {
	inhoud, err := s.lijst(naam)
	if err != nil {
		return err
	}
	for _, e := range inhoud {
		if e.IsDir() {
			if err := syncBoom(s, path.Join(naam, e.Name())); err != nil {
				return err
			}
		}
	}
	return s.syncMap(naam)
}
