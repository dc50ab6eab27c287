package dossier

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"sync"
	"time"
)

// echteSchijf is a folder of the file system behind an os.Root.
type echteSchijf struct{ root *os.Root }

// openSchijf opens the folder at pad. Close it with sluit.
func openSchijf(pad string) (*echteSchijf, error) {
	root, err := os.OpenRoot(pad)
	if err != nil {
		return nil, &schijfFout{Naam: pad, Doen: "kan niet worden geopend", Err: err}
	}
	return &echteSchijf{root}, nil
}

func (s *echteSchijf) sluit() error { return s.root.Close() }

// doe carries out one operation on naam and words its failure.
func doe(naam, doen string, werk func() error) error {
	err := error(errBuitenMap)
	if fs.ValidPath(naam) {
		err = werk()
	}
	if err != nil {
		return &schijfFout{Naam: naam, Doen: doen, Err: err}
	}
	return nil
}

func (s *echteSchijf) lees(naam string, grens int64) (inhoud []byte, err error) {
	err = doe(naam, "kan niet worden gelezen", func() error {
		// Before opening: opening a pipe would wait for its writer.
		info, err := s.root.Lstat(naam)
		if err != nil {
			return err
		}
		if !gewoonBestand(info) {
			return errGeenBestand
		}
		f, err := s.root.Open(naam)
		if err != nil {
			return err
		}
		defer f.Close()
		if info, err = f.Stat(); err != nil {
			return err
		}
		if !gewoonBestand(info) {
			return errGeenBestand
		}
		if info.Size() > grens {
			return errTeGroot
		}
		if inhoud, err = io.ReadAll(io.LimitReader(f, grens+1)); err != nil {
			return err
		}
		if int64(len(inhoud)) > grens {
			return errTeGroot
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return inhoud, nil
}

// gewoonBestand counts as regular what Windows calls irregular alone: a file
// in OneDrive that is not on this computer yet.
func gewoonBestand(info fs.FileInfo) bool {
	return info.Mode()&(fs.ModeType&^fs.ModeIrregular) == 0
}

func (s *echteSchijf) lijst(naam string) (namen []fs.DirEntry, err error) {
	err = doe(naam, "kan niet worden bekeken", func() error {
		f, err := s.root.Open(naam)
		if err != nil {
			return err
		}
		defer f.Close()
		namen, err = f.ReadDir(-1)
		slices.SortFunc(namen, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
		return err
	})
	return namen, err
}

func (s *echteSchijf) lstat(naam string) (info fs.FileInfo, err error) {
	err = doe(naam, "kan niet worden bekeken", func() error {
		info, err = s.root.Lstat(naam)
		return err
	})
	return info, err
}

func (s *echteSchijf) maakMap(naam string) error {
	return doe(naam, "kan niet worden gemaakt", func() error { return s.root.Mkdir(naam, 0o700) })
}

func (s *echteSchijf) schrijfNieuw(naam string, inhoud io.Reader) (g geschreven, err error) {
	bron := &bronlezer{r: inhoud}
	err = doe(naam, "kan niet worden geschreven", func() error {
		f, err := s.root.OpenFile(naam, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		som := sha256.New()
		g.Bytes, err = io.Copy(io.MultiWriter(f, som), bron)
		if err == nil {
			err = f.Sync()
		}
		if fout := f.Close(); err == nil {
			err = fout
		}
		if err != nil {
			s.root.Remove(naam)
			return err
		}
		g.SHA256 = hex.EncodeToString(som.Sum(nil))
		return nil
	})
	switch {
	case bron.err != nil:
		return geschreven{}, &schijfFout{Naam: naam, Doen: "kan niet worden geschreven", Err: bron.err, Bron: true}
	case err != nil:
		return geschreven{}, err
	}
	return g, nil
}

func (s *echteSchijf) schrijfLos(naam string, inhoud io.Reader) error {
	return doe(naam, "kan niet worden geschreven", func() error {
		f, err := s.root.OpenFile(naam, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		_, err = io.Copy(f, inhoud)
		if fout := f.Close(); err == nil {
			err = fout
		}
		if err != nil {
			s.root.Remove(naam)
		}
		return err
	})
}

func (s *echteSchijf) syncAlles(naam string) error {
	return doe(naam, "kan niet worden vastgelegd", func() error {
		f, err := s.root.Open(naam)
		if err != nil {
			return err
		}
		defer f.Close()
		if err := syncBestandssysteem(f); !errors.Is(err, errors.ErrUnsupported) {
			return err
		}
		return s.syncStuks(naam)
	})
}

// tegelijk is how many files are synced at once: a disk takes many together in
// hardly more time than one.
const tegelijk = 16

// syncStuks syncs a folder and all below it one by one.
func (s *echteSchijf) syncStuks(naam string) error {
	var groep sync.WaitGroup
	vrij, fouten := make(chan struct{}, tegelijk), make(chan error, 1)
	err := fs.WalkDir(s.root.FS(), naam, func(pad string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		vrij <- struct{}{}
		groep.Go(func() {
			defer func() { <-vrij }()
			if err := s.syncEen(pad, e.IsDir()); err != nil {
				select {
				case fouten <- err:
				default: // one is enough to know
				}
			}
		})
		return nil
	})
	groep.Wait()
	select {
	case fout := <-fouten:
		return errors.Join(err, fout)
	default:
		return err
	}
}

func (s *echteSchijf) syncEen(naam string, isMap bool) error {
	vlag := os.O_RDWR // Windows syncs nothing that was opened for reading
	if isMap {
		vlag = os.O_RDONLY
	}
	f, err := s.root.OpenFile(naam, vlag, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	if isMap {
		return syncOpenMap(f)
	}
	return f.Sync()
}

// bronlezer remembers why reading failed, to tell it from a failure to write.
type bronlezer struct {
	r   io.Reader
	err error
}

func (b *bronlezer) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if err != nil && err != io.EOF {
		b.err = err
	}
	return n, err
}

func (s *echteSchijf) hernoem(van, naar string) error {
	return s.verplaats(van, naar, func() error {
		return volhouden(func() error { return s.root.Rename(van, naar) })
	})
}

func (s *echteSchijf) hernoemNieuw(van, naar string) error {
	return s.verplaats(van, naar, func() error {
		return volhouden(func() error {
			err := s.tweeNamen(van, naar, hernoemZonderVervangen)
			if errors.Is(err, errGeenWissel) {
				err = s.hernoemNieuwAnders(van, naar)
			}
			return err
		})
	})
}

// hernoemNieuwAnders is hernoemNieuw where the system has no such call. A
// folder that isn't empty is never replaced by any system, and linking a file
// fails when the name exists: what is looked up first only serves the rest,
// which is an empty folder, or a file on a disk without links.
func (s *echteSchijf) hernoemNieuwAnders(van, naar string) error {
	info, err := s.root.Lstat(van)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		err := s.root.Link(van, naar)
		if err == nil {
			if err = s.root.Remove(van); err != nil {
				s.root.Remove(naar)
			}
			return err
		}
		if errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return s.hernoemNaKijken(van, naar)
}

func (s *echteSchijf) hernoemNaKijken(van, naar string) error {
	if _, err := s.root.Lstat(naar); err == nil {
		return fs.ErrExist
	}
	err := s.root.Rename(van, naar)
	if err != nil {
		// What appeared in between: systems word that in many ways.
		if _, fout := s.root.Lstat(naar); fout == nil {
			return fs.ErrExist
		}
	}
	return err
}

func (s *echteSchijf) wissel(a, b string) error {
	return s.verplaats(a, b, func() error { return s.tweeNamen(a, b, wisselNamen) })
}

// verplaats words the failure of a rename by the name that says most.
func (s *echteSchijf) verplaats(van, naar string, werk func() error) error {
	naam, doen := van, "kan niet worden hernoemd naar "+naar
	if isTijdelijk(van) {
		naam, doen = naar, "kan niet worden opgeslagen"
	}
	return doe(naam, doen, func() error {
		if !fs.ValidPath(van) || !fs.ValidPath(naar) {
			return errBuitenMap
		}
		return werk()
	})
}

// tweeNamen calls werk with the open folders that hold the names, so that the
// system resolves nothing but their last part, within the folder.
func (s *echteSchijf) tweeNamen(a, b string, werk func(mapA *os.File, a string, mapB *os.File, b string) error) error {
	mapA, err := s.root.Open(path.Dir(a))
	if err != nil {
		return err
	}
	defer mapA.Close()
	mapB, err := s.root.Open(path.Dir(b))
	if err != nil {
		return err
	}
	defer mapB.Close()
	return werk(mapA, path.Base(a), mapB, path.Base(b))
}

func (s *echteSchijf) verwijder(naam string) error {
	return doe(naam, "kan niet worden verwijderd", func() error {
		return volhouden(func() error { return s.root.Remove(naam) })
	})
}

func (s *echteSchijf) verwijderBoom(naam string) error {
	return doe(naam, "kan niet worden verwijderd", func() error {
		return volhouden(func() error { return s.root.RemoveAll(naam) })
	})
}

func (s *echteSchijf) syncMap(naam string) error {
	return doe(naam, "kan niet worden vastgelegd", func() error {
		f, err := s.root.Open(naam)
		if err != nil {
			return err
		}
		defer f.Close()
		return syncOpenMap(f)
	})
}

// volhouden repeats werk for two seconds while another program, a virus
// scanner or a sync service most often, keeps it from working (on Windows).
func volhouden(werk func() error) error {
	const geduld, langstePauze = 2 * time.Second, 200 * time.Millisecond
	gewacht, pauze := time.Duration(0), 5*time.Millisecond
	for {
		err := werk()
		if err == nil || !evenBezet(err) || gewacht >= geduld {
			return err
		}
		time.Sleep(pauze)
		gewacht, pauze = gewacht+pauze, min(2*pauze, langstePauze)
	}
}
