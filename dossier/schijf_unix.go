//go:build unix

package dossier

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// syncOpenMap syncs an open folder. A file system that has nothing of the kind
// (some network shares) refuses with EINVAL: there it is no failure.
func syncOpenMap(f *os.File) error {
	err := f.Sync()
	if errors.Is(err, unix.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}

// evenBezet reports whether trying again in a moment may help. Here no open
// file stands in the way of a rename.
func evenBezet(error) bool { return false }

// procesLeeft reports whether a process of this computer still runs.
func procesLeeft(nummer int) bool {
	return nummer > 0 && !errors.Is(unix.Kill(nummer, 0), unix.ESRCH)
}

// systeemoorzaak words an error number of the system, or gives "".
func systeemoorzaak(nummer syscall.Errno) string {
	switch nummer {
	case unix.ENOSPC:
		return oorzaakVol
	case unix.EDQUOT:
		return oorzaakQuotum
	case unix.EACCES, unix.EPERM:
		return oorzaakRechten
	case unix.EROFS:
		return oorzaakAlleenLezen
	case unix.ENAMETOOLONG:
		return oorzaakLang
	case unix.EIO:
		return oorzaakStoring
	case unix.ESTALE, unix.EHOSTDOWN, unix.EHOSTUNREACH, unix.ENETDOWN, unix.ENETUNREACH, unix.ETIMEDOUT, unix.ENOTCONN:
		return oorzaakVerbinding
	case unix.EBUSY, unix.ETXTBSY:
		return oorzaakBezet
	case unix.EMFILE, unix.ENFILE:
		return oorzaakOpen
	case unix.EFBIG:
		return oorzaakGroot
	case unix.ENOTDIR:
		return oorzaakGeenMap
	case unix.EISDIR:
		return oorzaakMap
	case unix.ENOTEMPTY:
		return oorzaakNietLeeg
	case unix.EEXIST:
		return oorzaakBestaat
	case unix.ENOENT:
		return oorzaakNiet
	case unix.ELOOP:
		return oorzaakKring
	case unix.EINVAL, unix.EILSEQ:
		return oorzaakNaam
	case unix.EXDEV:
		return oorzaakSchijven
	}
	return ""
}

func naamVanFout(nummer syscall.Errno) string { return unix.ErrnoName(nummer) }
