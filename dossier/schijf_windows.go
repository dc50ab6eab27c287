package dossier

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/windows"
)

// syncOpenMap does nothing: Windows can't sync a folder, NTFS keeps a journal
// of names.
func syncOpenMap(*os.File) error { return nil }

// evenBezet reports whether trying again in a moment may help: another program
// has the file open, or a file that is being deleted still is.
func evenBezet(err error) bool {
	var nummer syscall.Errno
	if !errors.As(err, &nummer) {
		return false
	}
	switch nummer {
	case windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_ACCESS_DENIED,
		windows.ERROR_DELETE_PENDING, windows.ERROR_USER_MAPPED_FILE, windows.ERROR_CLOUD_FILE_IN_USE:
		return true
	}
	return false
}

// procesLeeft reports whether a process of this computer still runs. One that
// may not be looked at is alive.
func procesLeeft(nummer int) bool {
	if nummer <= 0 {
		return false
	}
	h, err := windows.OpenProcess(windows.SYNCHRONIZE, false, uint32(nummer))
	if err != nil {
		return !errors.Is(err, windows.ERROR_INVALID_PARAMETER)
	}
	defer windows.CloseHandle(h)
	stand, err := windows.WaitForSingleObject(h, 0)
	return err != nil || stand != windows.WAIT_OBJECT_0
}

// systeemoorzaak words an error number of the system, or gives "".
func systeemoorzaak(nummer syscall.Errno) string {
	switch nummer {
	case windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL:
		return oorzaakVol
	case windows.ERROR_DISK_QUOTA_EXCEEDED:
		return oorzaakQuotum
	case windows.ERROR_ACCESS_DENIED:
		return oorzaakRechten
	case windows.ERROR_WRITE_PROTECT, windows.ERROR_CLOUD_FILE_READ_ONLY_VOLUME:
		return oorzaakAlleenLezen
	case windows.ERROR_FILENAME_EXCED_RANGE, windows.ERROR_BUFFER_OVERFLOW:
		return oorzaakLang
	case windows.ERROR_CRC, windows.ERROR_IO_DEVICE, windows.ERROR_GEN_FAILURE, windows.ERROR_NOT_READY:
		return oorzaakStoring
	case windows.ERROR_BAD_NETPATH, windows.ERROR_BAD_NET_NAME, windows.ERROR_NETNAME_DELETED, windows.ERROR_UNEXP_NET_ERR,
		windows.ERROR_NETWORK_UNREACHABLE, windows.ERROR_SEM_TIMEOUT,
		windows.ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING, windows.ERROR_CLOUD_FILE_NETWORK_UNAVAILABLE:
		return oorzaakVerbinding
	case windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION, windows.ERROR_DELETE_PENDING,
		windows.ERROR_USER_MAPPED_FILE, windows.ERROR_CLOUD_FILE_IN_USE:
		return oorzaakBezet
	case windows.ERROR_TOO_MANY_OPEN_FILES:
		return oorzaakOpen
	case windows.ERROR_DIRECTORY:
		return oorzaakGeenMap
	case windows.ERROR_DIR_NOT_EMPTY:
		return oorzaakNietLeeg
	case windows.ERROR_ALREADY_EXISTS, windows.ERROR_FILE_EXISTS:
		return oorzaakBestaat
	case windows.ERROR_FILE_NOT_FOUND, windows.ERROR_PATH_NOT_FOUND:
		return oorzaakNiet
	case windows.ERROR_CANT_RESOLVE_FILENAME:
		return oorzaakKring
	case windows.ERROR_INVALID_NAME, windows.ERROR_BAD_PATHNAME:
		return oorzaakNaam
	case windows.ERROR_NOT_SAME_DEVICE:
		return oorzaakSchijven
	}
	return ""
}

func naamVanFout(syscall.Errno) string { return "" }
