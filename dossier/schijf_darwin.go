package dossier

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncBestandssysteem does not exist here as a call that waits.
func syncBestandssysteem(*os.File) error { return errors.ErrUnsupported }

// wisselNamen exchanges two names in one step (renameatx_np(2); APFS has it).
func wisselNamen(mapA *os.File, a string, mapB *os.File, b string) error {
	return hernoemMet(mapA, a, mapB, b, unix.RENAME_SWAP)
}

// hernoemZonderVervangen renames unless the new name exists.
func hernoemZonderVervangen(mapA *os.File, a string, mapB *os.File, b string) error {
	return hernoemMet(mapA, a, mapB, b, unix.RENAME_EXCL)
}

func hernoemMet(mapA *os.File, a string, mapB *os.File, b string, vlag uint32) error {
	err := unix.RenameatxNp(int(mapA.Fd()), a, int(mapB.Fd()), b, vlag)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return errGeenWissel
	}
	return err
}
