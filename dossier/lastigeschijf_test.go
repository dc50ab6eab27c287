package dossier

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

// nieuweSchijf opens a new empty folder.
func nieuweSchijf(t testing.TB) *echteSchijf {
	t.Helper()
	return schijfOp(t, t.TempDir())
}

func schijfOp(t testing.TB, pad string) *echteSchijf {
	t.Helper()
	s, err := openSchijf(pad)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.sluit() })
	return s
}

// kaleSchijf is a folder on a system that can neither exchange two names nor
// rename without replacing.
type kaleSchijf struct{ *echteSchijf }

func (s kaleSchijf) wissel(a, b string) error { return errGeenWissel }

func (s kaleSchijf) hernoemNieuw(van, naar string) error {
	return s.verplaats(van, naar, func() error { return s.hernoemNieuwAnders(van, naar) })
}

// zonderLinks is a folder on a disk that moreover has no links.
type zonderLinks struct{ kaleSchijf }

func (s zonderLinks) hernoemNieuw(van, naar string) error {
	return s.verplaats(van, naar, func() error { return s.hernoemNaKijken(van, naar) })
}

// schijven are the kinds of disk on which everything must hold.
var schijven = map[string]func(testing.TB) schijf{
	"met wissel":    func(t testing.TB) schijf { return nieuweSchijf(t) },
	"zonder wissel": func(t testing.TB) schijf { return kaleSchijf{nieuweSchijf(t)} },
	"zonder links":  func(t testing.TB) schijf { return zonderLinks{kaleSchijf{nieuweSchijf(t)}} },
	"lastig":        func(t testing.TB) schijf { return &lastigeSchijf{onder: nieuweSchijf(t)} },
}

// lastigeSchijf passes on to another, and fails at one step. A step is a call,
// or a part of writing a file.
type lastigeSchijf struct {
	onder schijf
	faal  int              // the step that fails, from 1; 0 is none
	fout  error            // what it then fails with; nil is a crash: the process is gone, nothing is done any more
	blijf bool             // it keeps failing with fout from then on, and only verwijder still works
	voor  func(wat string) // called before every step that is carried out
	stap  int              // the steps so far
	los   []string         // written and not synced: a crash leaves them empty
	tel   sync.Mutex       // guards stap while records are read by several goroutines
}

var errGecrasht = errors.New("de computer is uitgevallen")

// geraakt reports whether the step that fails was reached.
func (l *lastigeSchijf) geraakt() bool { return l.faal > 0 && l.stap >= l.faal }

func (l *lastigeSchijf) zet(wat string) error {
	l.tel.Lock()
	l.stap++
	stap := l.stap
	l.tel.Unlock()
	switch {
	case l.faal == 0 || stap < l.faal, stap > l.faal && l.fout != nil && !l.blijf, l.blijf && strings.HasPrefix(wat, "verwijder "):
		if l.voor != nil {
			l.voor(wat)
		}
		return nil
	case l.fout != nil:
		return &schijfFout{Naam: wat, Doen: "gaat mis", Err: l.fout}
	}
	for _, naam := range l.los {
		if err := l.maakLeeg(naam); err != nil {
			return err
		}
	}
	l.los = nil
	return errGecrasht
}

func (l *lastigeSchijf) maakLeeg(naam string) error {
	if err := l.onder.verwijder(naam); err != nil {
		return err
	}
	_, err := l.onder.schrijfNieuw(naam, strings.NewReader(""))
	return err
}

func (l *lastigeSchijf) schrijfLos(naam string, inhoud io.Reader) error {
	if err := l.zet("schrijfLos " + naam); err != nil {
		return err
	}
	l.los = append(l.los, naam)
	return l.onder.schrijfLos(naam, inhoud)
}

func (l *lastigeSchijf) syncAlles(naam string) error {
	if err := l.zet("syncAlles " + naam); err != nil {
		return err
	}
	l.los = slices.DeleteFunc(l.los, func(los string) bool { return strings.HasPrefix(los, naam+"/") })
	return l.onder.syncAlles(naam)
}

// verhuis keeps track of what was written and not synced.
func (l *lastigeSchijf) verhuis(van, naar string) {
	for i, los := range l.los {
		if rest, ok := strings.CutPrefix(los, van+"/"); ok {
			l.los[i] = naar + "/" + rest
		}
	}
}

func (l *lastigeSchijf) lees(naam string, grens int64) ([]byte, error) {
	if err := l.zet("lees " + naam); err != nil {
		return nil, err
	}
	return l.onder.lees(naam, grens)
}

func (l *lastigeSchijf) lijst(naam string) ([]fs.DirEntry, error) {
	if err := l.zet("lijst " + naam); err != nil {
		return nil, err
	}
	return l.onder.lijst(naam)
}

func (l *lastigeSchijf) lstat(naam string) (fs.FileInfo, error) {
	if err := l.zet("lstat " + naam); err != nil {
		return nil, err
	}
	return l.onder.lstat(naam)
}

func (l *lastigeSchijf) maakMap(naam string) error {
	if err := l.zet("maakMap " + naam); err != nil {
		return err
	}
	return l.onder.maakMap(naam)
}

// schrijfNieuw is three steps: making, writing and syncing. A crash leaves
// what was written so far.
func (l *lastigeSchijf) schrijfNieuw(naam string, inhoud io.Reader) (geschreven, error) {
	if err := l.zet("schrijfNieuw " + naam); err != nil {
		return geschreven{}, err
	}
	var alles bytes.Buffer
	inhoud = io.TeeReader(inhoud, &alles)
	g, err := l.onder.schrijfNieuw(naam, inhoud)
	if err != nil {
		return g, err
	}
	for _, deel := range []int{0, alles.Len() / 2, alles.Len()} {
		err := l.zet("schrijf deel van " + naam)
		if err == nil {
			continue
		}
		if fout := l.onder.verwijder(naam); fout != nil {
			return geschreven{}, fout
		}
		if err == errGecrasht {
			if _, fout := l.onder.schrijfNieuw(naam, bytes.NewReader(alles.Bytes()[:deel])); fout != nil {
				return geschreven{}, fout
			}
		}
		return geschreven{}, err
	}
	return g, nil
}

func (l *lastigeSchijf) hernoem(van, naar string) error {
	if err := l.zet("hernoem " + naar); err != nil {
		return err
	}
	return l.onder.hernoem(van, naar)
}

func (l *lastigeSchijf) hernoemNieuw(van, naar string) error {
	if err := l.zet("hernoemNieuw " + naar); err != nil {
		return err
	}
	err := l.onder.hernoemNieuw(van, naar)
	if err == nil {
		l.verhuis(van, naar)
	}
	return err
}

func (l *lastigeSchijf) wissel(a, b string) error {
	if err := l.zet("wissel " + b); err != nil {
		return err
	}
	return l.onder.wissel(a, b)
}

func (l *lastigeSchijf) verwijder(naam string) error {
	if err := l.zet("verwijder " + naam); err != nil {
		return err
	}
	return l.onder.verwijder(naam)
}

func (l *lastigeSchijf) verwijderBoom(naam string) error {
	if err := l.zet("verwijderBoom " + naam); err != nil {
		return err
	}
	l.los = slices.DeleteFunc(l.los, func(los string) bool { return strings.HasPrefix(los, naam+"/") })
	return l.onder.verwijderBoom(naam)
}

func (l *lastigeSchijf) syncMap(naam string) error {
	if err := l.zet("syncMap " + naam); err != nil {
		return err
	}
	return l.onder.syncMap(naam)
}

// zetNeer writes a file as another program would: not through a schijf.
func zetNeer(t testing.TB, pad, inhoud string) {
	t.Helper()
	if err := os.WriteFile(pad, []byte(inhoud), 0o600); err != nil {
		t.Fatal(err)
	}
}

// inhoudVan gives the content of a file of at most a megabyte.
func inhoudVan(t testing.TB, s schijf, naam string) string {
	t.Helper()
	b, err := s.lees(naam, 1<<20)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// namenIn gives the names in a folder.
func namenIn(t testing.TB, s schijf, naam string) []string {
	t.Helper()
	inhoud, err := s.lijst(naam)
	if err != nil {
		t.Fatal(err)
	}
	namen := []string{}
	for _, e := range inhoud {
		namen = append(namen, e.Name())
	}
	return namen
}
