package dossier

import (
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
)

// schijf is the disk as this package uses it: one folder, outside of which
// nothing can be reached. Names are relative to it and separated by slashes;
// "." is the folder itself.
type schijf interface {
	// lees gives the whole of a regular file, or errTeGroot past grens bytes.
	lees(naam string, grens int64) ([]byte, error)
	// lijst gives what is in a folder, by name.
	lijst(naam string) ([]fs.DirEntry, error)
	// lstat describes naam itself, not what it links to.
	lstat(naam string) (fs.FileInfo, error)
	// maakMap makes a folder whose parent exists.
	maakMap(naam string) error
	// schrijfNieuw writes and syncs a file that must not exist. When it fails
	// it leaves no file behind.
	schrijfNieuw(naam string, inhoud io.Reader) (geschreven, error)
	// schrijfLos is schrijfNieuw without syncing: syncAlles must follow before
	// anything depends on the file.
	schrijfLos(naam string, inhoud io.Reader) error
	// syncAlles makes a folder and all below it survive a power cut: what the
	// files hold and, where the system can do that, the names.
	syncAlles(naam string) error
	// hernoem renames; a file in the way is replaced, a folder is not.
	hernoem(van, naar string) error
	// hernoemNieuw renames, and fails with fs.ErrExist when anything is in
	// the way.
	hernoemNieuw(van, naar string) error
	// wissel exchanges two names in one folder in one step, or fails with
	// errGeenWissel where that can't be done.
	wissel(a, b string) error
	// verwijder removes a file or an empty folder.
	verwijder(naam string) error
	// verwijderBoom removes naam and all below it; links are not followed.
	// What does not exist is no error.
	verwijderBoom(naam string) error
	// syncMap makes the names in a folder survive a power cut, where the
	// system can do that.
	syncMap(naam string) error
}

// geschreven is what came of writing a file.
type geschreven struct {
	Bytes  int64
	SHA256 string // hexadecimal, lower case
}

var (
	errGeenWissel  = errors.New("twee namen in één stap omwisselen kan hier niet")
	errTeGroot     = errors.New("het bestand is te groot")
	errGeenBestand = errors.New("het is geen gewoon bestand")
	errBuitenMap   = errors.New("de naam wijst buiten de map")
)

// tijdelijk is the ending of everything that klacht makes in passing: sync
// services skip it, and veeg removes it when it is left behind.
const tijdelijk = ".tmp"

// How names of things in passing begin: what is being made, and a slot that was
// taken away from its holder.
const (
	tijdelijkVoor = ".klacht-"
	oudSlotVoor   = ".slot-"
)

// tijdelijkeNaam gives a new name for something in passing in a folder.
func tijdelijkeNaam(inMap string) string {
	return path.Join(inMap, tijdelijkVoor+strings.ToLower(rand.Text()[:13])+tijdelijk)
}

// isTijdelijk reports whether naam is one that klacht gives in passing. Others
// use such names too: .syncthing.klacht.yaml.tmp is not ours.
func isTijdelijk(naam string) bool {
	naam = path.Base(naam)
	return naam == slotNaam || strings.HasSuffix(naam, tijdelijk) &&
		(strings.HasPrefix(naam, tijdelijkVoor) || strings.HasPrefix(naam, oudSlotVoor))
}

// zorgVoorMap makes naam, and what is missing above it, unless it exists.
func zorgVoorMap(s schijf, naam string) error {
	err := s.maakMap(naam)
	if errors.Is(err, fs.ErrNotExist) && path.Dir(naam) != naam {
		if err = zorgVoorMap(s, path.Dir(naam)); err == nil {
			err = s.maakMap(naam)
		}
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil
	case err != nil:
		return err
	}
	return s.syncMap(path.Dir(naam))
}
