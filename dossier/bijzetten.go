package dossier

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
)

// zetBij copies what came from outside to a new file in a folder (made when
// missing), under a safe name of its own that resembles origineel. The file
// appears whole. With a *nietVastFout it stands under naam.
func zetBij(s schijf, inMap, origineel string, inhoud io.Reader) (naam string, g geschreven, err error) {
	if err := zorgVoorMap(s, inMap); err != nil {
		return "", geschreven{}, err
	}
	tmp := tijdelijkeNaam(inMap)
	if g, err = s.schrijfNieuw(tmp, inhoud); err != nil {
		return "", geschreven{}, err
	}
	if naam, err = geefNaam(s, tmp, inMap, origineel); err != nil {
		// What remains, if this fails, is swept later.
		_ = s.verwijder(tmp)
		return "", geschreven{}, err
	}
	return naam, g, legVast(s, path.Join(inMap, naam))
}

// geefNaam renames tmp to a name that is free; another may be choosing names
// in the same folder.
func geefNaam(s schijf, tmp, inMap, origineel string) (string, error) {
	var geweigerd []string
	for {
		inhoud, err := s.lijst(inMap)
		if err != nil {
			return "", err
		}
		namen := slices.Clone(geweigerd)
		for _, e := range inhoud {
			namen = append(namen, e.Name())
		}
		naam := veiligeNaam(origineel, bezetIn(namen))
		if err := s.hernoemNieuw(tmp, path.Join(inMap, naam)); !errors.Is(err, fs.ErrExist) {
			return naam, err
		}
		geweigerd = append(geweigerd, naam)
	}
}
