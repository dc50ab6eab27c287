//go:build unix

package dossier

import (
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// Opening a pipe for reading waits until someone writes to it.
func TestPijpWordtNietGelezen(t *testing.T) {
	s := nieuweSchijf(t)
	if err := unix.Mkfifo(filepath.Join(s.root.Name(), "klacht.yaml"), 0o600); err != nil {
		t.Skip("pijpen kunnen hier niet worden gemaakt: ", err)
	}
	_, err := s.lees("klacht.yaml", 10)
	moet(t, "lees", err, errGeenBestand)
}
