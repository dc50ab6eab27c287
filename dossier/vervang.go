package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"time"
)

// gewijzigdFout is a file that no longer holds what a writer went by.
type gewijzigdFout struct {
	Naam   string
	Inhoud []byte // what it holds now; nil when it does not exist
}

func (f *gewijzigdFout) Error() string {
	return f.Naam + " is intussen door een ander programma gewijzigd"
}

// Tip says what to do.
func (f *gewijzigdFout) Tip() string {
	return "sluit het bestand in andere programma's en probeer het opnieuw"
}

// nietVastFout is a change that stands, but that a power cut may still undo.
type nietVastFout struct {
	Naam string
	Err  error
}

func (f *nietVastFout) Error() string {
	return fmt.Sprintf("%s is opgeslagen, maar een stroomstoring kan dat nog ongedaan maken: %s", f.Naam, OorzaakVan(f.Err))
}

func (f *nietVastFout) Unwrap() error { return f.Err }

// Tip says what to do.
func (f *nietVastFout) Tip() string {
	return "voer het niet nog eens uit; controleer de schijf of de verbinding en bekijk daarna of het er staat"
}

// verdrongenFout is another program's edit in the very instant of writing, of
// which it is not sure that it stands. What was displaced is kept.
type verdrongenFout struct {
	Naam, Bewaard string
	Err           error
}

func (f *verdrongenFout) Error() string {
	return fmt.Sprintf("%s werd tijdens het opslaan door een ander programma gewijzigd, en dat is niet rechtgezet: %s",
		f.Naam, OorzaakVan(f.Err))
}

func (f *verdrongenFout) Unwrap() error { return f.Err }

// Tip says what to do.
func (f *verdrongenFout) Tip() string {
	return fmt.Sprintf("kopieer %s vandaag nog naar een andere plek en vergelijk het met %s", f.Bewaard, f.Naam)
}

// vervang replaces the content of a file in one step: a crash at any point
// leaves the old content or the new, whole. It goes ahead only when the file
// holds verwacht (nil: when it does not exist; empty is not nil), else it
// fails with a *gewijzigdFout and the file is as the other program left it.
// A *nietVastFout means that the new content stands.
//
// Where the system can exchange two names, an edit between the last look and
// the rename is seen as well: it is put back and reported in the same way.
func vervang(s schijf, naam string, grens int64, verwacht, nieuw []byte) error {
	tmp := tijdelijkeNaam(path.Dir(naam))
	if _, err := s.schrijfNieuw(tmp, bytes.NewReader(nieuw)); err != nil {
		return err
	}
	err := plaats(s, tmp, naam, grens, verwacht, nieuw)
	var verdrongen *verdrongenFout
	if !errors.As(err, &verdrongen) {
		// What remains, if this fails, is swept later.
		_ = s.verwijderBoom(tmp)
	}
	return err
}

func plaats(s schijf, tmp, naam string, grens int64, verwacht, nieuw []byte) error {
	heden, err := leesOfNiets(s, naam, grens)
	if err != nil {
		return err
	}
	if !zelfde(heden, verwacht) {
		return &gewijzigdFout{naam, heden}
	}
	if verwacht == nil {
		err = s.hernoemNieuw(tmp, naam)
	} else if err = s.wissel(tmp, naam); err == nil {
		err = vergelijkVerdrongen(s, tmp, naam, grens, verwacht, nieuw)
	} else if errors.Is(err, errGeenWissel) {
		err = s.hernoem(tmp, naam)
	}
	if errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		// It was made or removed since the last look.
		if heden, fout := leesOfNiets(s, naam, grens); fout == nil && !zelfde(heden, verwacht) {
			return &gewijzigdFout{naam, heden}
		}
	}
	if err != nil {
		return err
	}
	return legVast(s, naam)
}

// vergelijkVerdrongen looks, after an exchange, at what stood under naam and
// now is tmp. If that isn't verwacht, another program has just saved it: it is
// exchanged back. That can in turn displace a yet newer edit, and so on.
func vergelijkVerdrongen(s schijf, tmp, naam string, grens int64, verwacht, nieuw []byte) error {
	const ronden = 10
	staat, hoort := nieuw, verwacht // staat is under naam; hoort should be under tmp
	var uitkomst error
	for ronde := range ronden {
		verdrongen, err := s.lees(tmp, grens)
		switch {
		case err == nil && bytes.Equal(verdrongen, hoort):
			if uitkomst != nil {
				// A failure to sync adds nothing to a write that did not happen.
				_ = s.syncMap(path.Dir(naam))
			}
			return uitkomst
		case err == nil:
			uitkomst = &gewijzigdFout{naam, verdrongen}
		case ronde == 0:
			uitkomst = err
		default:
			return &verdrongenFout{naam, tmp, err}
		}
		if err := s.wissel(tmp, naam); err != nil {
			return &verdrongenFout{naam, tmp, err}
		}
		staat, hoort = verdrongen, staat
	}
	return &verdrongenFout{naam, tmp, uitkomst}
}

// legVast makes a name just given survive a power cut.
func legVast(s schijf, naam string) error {
	if err := s.syncMap(path.Dir(naam)); err != nil {
		return &nietVastFout{naam, err}
	}
	return nil
}

// leesOfNiets gives nil for a file that does not exist.
func leesOfNiets(s schijf, naam string, grens int64) ([]byte, error) {
	b, err := s.lees(naam, grens)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// lijstOfNiets gives nothing for a folder that does not exist.
func lijstOfNiets(s schijf, naam string) ([]fs.DirEntry, error) {
	inhoud, err := s.lijst(naam)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return inhoud, err
}

func zelfde(a, b []byte) bool { return (a == nil) == (b == nil) && bytes.Equal(a, b) }

// werkBij replaces the content of a file by what pas makes of it: nil stands
// for a file that does not exist, and what pas gives back as nil or unchanged
// is not written. When another program changed the file in between, pas is
// applied again to what that program wrote, so that both changes stand. An
// error of pas is given back as it is, and nothing is written.
func werkBij(s schijf, naam string, grens int64, pas func(oud []byte) (nieuw []byte, err error)) error {
	const pogingen = 25
	oud, err := leesOfNiets(s, naam, grens)
	if err != nil {
		return err
	}
	for poging := range pogingen {
		nieuw, err := pas(bytes.Clone(oud))
		if err != nil {
			return err
		}
		if nieuw == nil || zelfde(oud, nieuw) {
			return nil
		}
		err = vervang(s, naam, grens, oud, nieuw)
		var gewijzigd *gewijzigdFout
		if !errors.As(err, &gewijzigd) || errors.As(err, new(*verdrongenFout)) {
			return err
		}
		oud = gewijzigd.Inhoud
		time.Sleep(rand.N(time.Duration(poging+1) * 2 * time.Millisecond))
	}
	return &gewijzigdFout{naam, oud}
}
