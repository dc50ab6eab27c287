package dossier

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncBestandssysteem writes out all of the file system that f is on
// (syncfs(2), which reports what could not be written since Linux 5.8).
func syncBestandssysteem(f *os.File) error {
	err := unix.Syncfs(int(f.Fd()))
	if errors.Is(err, unix.EINVAL) {
		return errors.ErrUnsupported
	}
	return err
}

// wisselNamen exchanges two names in one step (renameat2(2)).
func wisselNamen(mapA *os.File, a string, mapB *os.File, b string) error {
	return hernoemMet(mapA, a, mapB, b, unix.RENAME_EXCHANGE)
}

// hernoemZonderVervangen renames unless the new name exists.
func hernoemZonderVervangen(mapA *os.File, a string, mapB *os.File, b string) error {
	return hernoemMet(mapA, a, mapB, b, unix.RENAME_NOREPLACE)
}

func hernoemMet(mapA *os.File, a string, mapB *os.File, b string, vlag uint) error {
	err := unix.Renameat2(int(mapA.Fd()), a, int(mapB.Fd()), b, vlag)
	// EINVAL: the file system (NFS, FUSE) lacks it; ENOSYS: the kernel does.
	if errors.Is(err, unix.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return errGeenWissel
	}
	return err
}
