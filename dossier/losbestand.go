package dossier

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
)

// BewaarBestand writes a file outside the folder with dossiers, such as a
// report, whole or not at all. What exists is replaced only with vervangen. With
// a *nietVastFout the file stands.
func BewaarBestand(pad string, inhoud []byte, vervangen bool) (err error) {
	s, naam, err := openOuder(pad)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.sluit()) }()
	return bewaarBestand(s, pad, naam, inhoud, vervangen)
}

func bewaarBestand(s schijf, pad, naam string, inhoud []byte, vervangen bool) error {
	tmp := tijdelijkeNaam(".")
	if _, err := s.schrijfNieuw(tmp, bytes.NewReader(inhoud)); err != nil {
		return err
	}
	hernoem := s.hernoemNieuw
	if vervangen {
		hernoem = s.hernoem
	}
	if err := hernoem(tmp, naam); err != nil {
		_ = s.verwijder(tmp) // what remains, if this fails, does no harm
		if info, fout := s.lstat(naam); fout == nil {
			return cmp.Or(inDeWeg(pad, info, vervangen), err)
		}
		return err
	}
	return legVast(s, naam)
}

// MagBewaren says beforehand whether BewaarBestand would refuse for what stands
// at pad, so that nobody waits for a report that can't be written.
func MagBewaren(pad string, vervangen bool) error {
	info, err := os.Lstat(pad)
	if err != nil {
		return nil // nothing in the way, or something that writing will tell
	}
	return inDeWeg(pad, info, vervangen)
}

func inDeWeg(pad string, info fs.FileInfo, vervangen bool) error {
	switch {
	case info.IsDir():
		return &Fout{Wat: pad + " is een map", Raad: "noem een bestand"}
	case !vervangen:
		return &Fout{Wat: pad + " bestaat al", Raad: "noem een andere naam, of vervang het met --vervang"}
	}
	return nil
}
