package bericht

import (
	"fmt"
	"io/fs"
	"path"
	"strings"
)

func isMap(p plek) bool { return p.dir }

// leesMap walks over what is in a folder, and in the folders in there. Links are not followed.
func leesMap(p plek, yield geef) bool {
	if p.diepte >= maxMappen {
		return yield(Bron{Pad: p.pad}, fmt.Errorf("hier zitten meer dan %d mappen in elkaar; wat dieper zit, is niet gelezen", maxMappen))
	}
	namen, err := fs.ReadDir(p.fsys, p.pad)
	if err != nil && !yield(Bron{Pad: p.pad}, err) {
		return false
	}
	for _, n := range namen {
		if isBijwerk(n.Name()) || !n.IsDir() && !n.Type().IsRegular() {
			continue
		}
		kind, err := kijk(p.fsys, path.Join(p.pad, n.Name()))
		kind.diepte = p.diepte + 1
		if err != nil {
			if !yield(Bron{Pad: kind.pad}, err) {
				return false
			}
			continue
		}
		if !lezenBij(kind)(kind, yield) {
			return false
		}
	}
	return true
}

// isBijwerk recognises what systems, sync services and mail programs leave beside messages.
func isBijwerk(naam string) bool {
	klein := strings.ToLower(naam)
	switch {
	case klein == "thumbs.db", klein == "desktop.ini", strings.HasPrefix(naam, "."), strings.HasPrefix(naam, "~$"):
		return true
	}
	switch path.Ext(klein) {
	case ".tmp", ".msf": // .msf: Thunderbird's index of a mailbox
		return true
	}
	return false
}
