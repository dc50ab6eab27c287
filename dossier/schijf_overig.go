//go:build !linux && !darwin

package dossier

import (
	"errors"
	"os"
)

// syncBestandssysteem does not exist here.
func syncBestandssysteem(*os.File) error { return errors.ErrUnsupported }

// wisselNamen does not exist here: docs/dossierformaat.md names the instant
// in which another program's edit can then be overwritten.
func wisselNamen(mapA *os.File, a string, mapB *os.File, b string) error { return errGeenWissel }

// hernoemZonderVervangen does not exist here as one call.
func hernoemZonderVervangen(mapA *os.File, a string, mapB *os.File, b string) error {
	return errGeenWissel
}
