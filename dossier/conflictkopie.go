package dossier

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

const raadConflictkopie = "leg de twee naast elkaar, neem over wat ontbreekt, en haal de kopie dan weg uit de dossiermap"

// Conflictkopieen gives the files beside a dossier's record that look like
// copies of it, by name. A sync service makes them when two machines wrote, and
// they may hold what the record lacks.
func (m *Map) Conflictkopieen(n Nummer) ([]string, error) {
	inhoud, err := m.schijf.lijst(n.Map())
	if err != nil {
		return nil, err
	}
	return conflictkopieen(inhoud), nil
}

// conflictkopieen looks for what OneDrive calls klacht-PC2.yaml, Nextcloud and
// Dropbox klacht (conflicted copy …).yaml, Syncthing klacht.sync-conflict-….yaml
// and Google Drive Kopie van klacht.yaml.
func conflictkopieen(inhoud []fs.DirEntry) []string {
	isRecord := func(naam string) bool { return naam == bestandKlacht }
	if !slices.ContainsFunc(inhoud, func(e fs.DirEntry) bool { return isRecord(e.Name()) }) {
		// A system that takes capitals for the same calls the record itself so.
		isRecord = func(naam string) bool { return strings.EqualFold(naam, bestandKlacht) }
	}
	var uit []string
	for _, e := range inhoud {
		naam := strings.ToLower(e.Name())
		yaml := strings.HasSuffix(naam, ".yaml") || strings.HasSuffix(naam, ".yml")
		verborgen := strings.HasPrefix(naam, ".") // of an editor, or of macOS
		if yaml && !verborgen && !e.IsDir() && strings.Contains(naam, "klacht") && !isRecord(e.Name()) {
			uit = append(uit, e.Name())
		}
	}
	return uit
}

// meldConflictkopieen warns of copies beside a record.
func meldConflictkopieen(n Nummer, bestanden []string) error {
	return &Leesfout{
		Bestand: n.Map(),
		Wat:     fmt.Sprintf("hier staat ook %s; klacht leest alleen %s", Opsomming(bestanden, "en"), bestandKlacht),
		Raad:    raadConflictkopie,
	}
}

// MetConflictkopieen is the judgement on a dossier that has such copies: it is
// kept until someone has looked at them.
func (o Oordeel) MetConflictkopieen(bestanden []string) Oordeel {
	if !o.Vernietigen || len(bestanden) == 0 {
		return o
	}
	return Oordeel{Reden: fmt.Sprintf("in de map staat ook %s: kijk eerst of daar iets in staat dat bewaard moet worden", Opsomming(bestanden, "en"))}
}
