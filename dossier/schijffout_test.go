package dossier

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestOorzaakVan(t *testing.T) {
	eigen := &schijfFout{Naam: "2026/K2026-0007/klacht.yaml", Doen: "kan niet worden geschreven", Err: syscall.ENOSPC}
	for _, g := range []struct {
		err error
		wil string
	}{
		{syscall.ENOSPC, "de schijf is vol"},
		{&fs.PathError{Op: "write", Path: "x", Err: syscall.EACCES}, "u heeft daar geen rechten voor"},
		{fmt.Errorf("x: %w", &os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EROFS}), "op deze schijf kan alleen worden gelezen"},
		{syscall.ENAMETOOLONG, "de naam is te lang"},
		{syscall.EIO, "de schijf geeft een storing"},
		{syscall.EBUSY, "een ander programma gebruikt het"},
		{syscall.ENOTDIR, "een deel van het pad is geen map"},
		{fs.ErrNotExist, "het bestaat niet"},
		{fs.ErrExist, "er is al iets met die naam"},
		{fs.ErrPermission, "u heeft daar geen rechten voor"},
		{fs.ErrClosed, "het is al gesloten"},
		{fs.ErrInvalid, "die naam mag hier niet"},
		{context.Canceled, "het is afgebroken"},
		{io.ErrUnexpectedEOF, "het houdt te vroeg op"},
		{errTeGroot, "het bestand is te groot"},
		{errors.New("de usb-stick is eruit"), "de usb-stick is eruit"},
		{eigen, "2026/K2026-0007/klacht.yaml kan niet worden geschreven: de schijf is vol"},
		{&schijfFout{Naam: "2026/.klacht-abc.tmp", Doen: "kan niet worden geschreven", Err: syscall.ENOSPC}, "in 2026 kan niet worden geschreven: de schijf is vol"},
		{&schijfFout{Naam: ".klacht-abc.tmp", Doen: "kan niet worden geschreven", Err: io.ErrUnexpectedEOF, Bron: true},
			"in de map kan niet worden geschreven: de bron kan niet worden gelezen: het houdt te vroeg op"},
		{&nietVastFout{"klacht.yaml", eigen}, "2026/K2026-0007/klacht.yaml kan niet worden geschreven: de schijf is vol"},
	} {
		if got := OorzaakVan(g.err); got != g.wil {
			t.Errorf("OorzaakVan(%v) = %q, wil %q", g.err, got, g.wil)
		}
	}
	if raad := eigen.Tip(); !strings.HasPrefix(raad, "maak ruimte") {
		t.Errorf("tip: %q", raad)
	}
}

// Every number that a system can give has a sentence, and none is Go's.
func TestGeenEngelsVanHetSysteem(t *testing.T) {
	for n := syscall.Errno(1); n < 2000; n++ {
		zin := OorzaakVan(&fs.PathError{Op: "open", Path: "x", Err: n})
		if zin == "" || strings.Contains(zin, n.Error()) {
			t.Errorf("fout %d (%v): %q", n, n, zin)
		}
	}
}

// What Go itself makes up, on a real disk.
func TestGeenEngelsVanGo(t *testing.T) {
	s := nieuweSchijf(t)
	schrijf(t, s, "bestand", "x")
	maak(t, s, "map")
	verwijzing(t, "..", filepath.Join(s.root.Name(), "uit"))
	verwijzing(t, "kring", filepath.Join(s.root.Name(), "kring"))
	lang := strings.Repeat("x", 300)
	for _, naam := range []string{"bestand/in", "niets/in", "uit/x", "kring/x", lang, "map/" + lang} {
		_, leesfout := s.lees(naam, 10)
		_, schrijffout := s.schrijfNieuw(naam, strings.NewReader("x"))
		for _, err := range []error{leesfout, schrijffout, s.hernoem("bestand", naam), s.hernoemNieuw("map", naam), s.maakMap(naam), s.verwijder(naam)} {
			if err == nil {
				t.Errorf("%.20s: geen fout", naam)
				continue
			}
			for kern := err; kern != nil; kern = errors.Unwrap(kern) {
				var nummer syscall.Errno
				if errors.As(kern, &nummer) && strings.Contains(err.Error(), nummer.Error()) || strings.Contains(err.Error(), "escapes") {
					t.Errorf("%v", err)
				}
			}
		}
	}
}
