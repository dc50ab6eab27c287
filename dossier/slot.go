package dossier

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	mathrand "math/rand/v2"
	"path"
	"strings"
	"time"
)

// slotNaam is the file by which klacht's own writers of a folder take turns.
const slotNaam = ".slot" + tijdelijk

// slotGrens is far more than a slot file holds.
const slotGrens = 4096

// slotHouder is who has a slot. All is zero but Sinds where that can't be read.
type slotHouder struct {
	Host   string    `json:"host"`
	Proces int       `json:"proces"`
	Sinds  time.Time `json:"sinds"`
}

// slotRegels says how to wait for a slot. Only Klok is required.
type slotRegels struct {
	Klok  func() time.Time
	Wacht time.Duration // how long to wait; 0 is 10 seconds
	Oud   time.Duration // a slot held longer was left behind; 0 is 10 minutes
	// Leeft reports whether a process of this computer runs; nil asks the system.
	Leeft func(proces int) bool
	// Breek is asked once per holder that seems to be gone whether its slot may
	// be taken away; nil is no.
	Breek func(slotHouder) bool
}

// slot is a turn to write in a folder. End it with geefVrij.
type slot struct {
	s      schijf
	naam   string
	inhoud []byte
}

// bezetFout is a folder in which someone else is still writing.
type bezetFout struct {
	Naam     string // the slot file
	Houder   slotHouder
	Verlopen bool // the holder seems to be gone
}

func (f *bezetFout) Error() string {
	wie := "een ander programma"
	if f.Houder.Host != "" {
		wie = fmt.Sprintf("proces %d op %s", f.Houder.Proces, f.Houder.Host)
	}
	waar := path.Dir(f.Naam)
	if waar == "." {
		waar = "de map met de dossiers"
	}
	zin := fmt.Sprintf("%s wordt al bijgewerkt door %s", waar, wie)
	if !f.Houder.Sinds.IsZero() {
		zin += ", sinds " + OpMoment(f.Houder.Sinds).Lang()
	}
	return zin
}

// Tip says what to do.
func (f *bezetFout) Tip() string {
	if f.Verlopen {
		return "dat programma lijkt gestopt te zijn; loopt het op geen enkele computer meer, verwijder dan " + AlsArgument(f.Naam)
	}
	return "wacht even en probeer het opnieuw"
}

// neemSlot waits for wie's turn to write in a folder. It fails with a
// *bezetFout when the turn did not come, and with ctx's error when that ended.
// A holder that seems to be gone (too long ago, or a process of this computer
// that no longer runs) loses the slot if k.Breek agrees; of two that take it
// away at once, one succeeds.
func neemSlot(ctx context.Context, s schijf, inMap string, wie slotHouder, k slotRegels) (*slot, error) {
	const kortstePauze, langstePauze, verwijderen = 2 * time.Millisecond, 50 * time.Millisecond, 2 * time.Second
	if k.Wacht == 0 {
		k.Wacht = 10 * time.Second
	}
	if k.Oud == 0 {
		k.Oud = 10 * time.Minute
	}
	if k.Leeft == nil {
		k.Leeft = procesLeeft
	}
	naam := path.Join(inMap, slotNaam)
	gevraagd := map[string]bool{}
	bezet := &bezetFout{Naam: naam}
	gewacht, pauze := time.Duration(0), kortstePauze
	for {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("het wachten op %s is afgebroken: %w", inMap, err)
		}
		sl, err := maakSlot(s, naam, wie, k.Klok())
		if err == nil {
			return sl, nil
		}
		// On Windows a slot that is just being removed can't be made yet, which
		// looks like having no rights.
		if !errors.Is(err, fs.ErrExist) && (!evenBezet(err) || gewacht >= min(k.Wacht, verwijderen)) {
			return nil, err
		}
		houder, kenmerk, err := bekijkSlot(s, naam)
		if err == nil {
			verlopen := k.Klok().Sub(houder.Sinds) > k.Oud ||
				houder.Host != "" && houder.Host == wie.Host && !k.Leeft(houder.Proces)
			bezet.Houder, bezet.Verlopen = houder, verlopen
			if verlopen && k.Breek != nil && !gevraagd[kenmerk] {
				gevraagd[kenmerk] = true
				if k.Breek(houder) {
					if err := breekSlot(s, naam, kenmerk); err != nil {
						return nil, err
					}
					continue
				}
			}
		} else if !errors.Is(err, fs.ErrNotExist) && !evenBezet(err) {
			return nil, err
		}
		if gewacht >= k.Wacht {
			return nil, bezet
		}
		d := pauze/2 + mathrand.N(pauze)
		slaap(ctx, d)
		gewacht, pauze = gewacht+d, min(pauze*3/2, langstePauze)
	}
}

// slaap waits, or less when ctx ends.
func slaap(ctx context.Context, duur time.Duration) {
	wekker := time.NewTimer(duur)
	defer wekker.Stop()
	select {
	case <-ctx.Done():
	case <-wekker.C:
	}
}

func maakSlot(s schijf, naam string, wie slotHouder, nu time.Time) (*slot, error) {
	wie.Sinds = nu
	inhoud, err := json.Marshal(struct {
		slotHouder
		Sleutel string `json:"sleutel"` // makes every slot a different one
	}{wie, rand.Text()})
	if err != nil {
		return nil, err
	}
	if _, err := s.schrijfNieuw(naam, bytes.NewReader(inhoud)); err != nil {
		return nil, err
	}
	return &slot{s, naam, inhoud}, nil
}

// bekijkSlot reads who has a slot, and a kenmerk that no other slot has. One
// that is empty or cut off, because its maker has only just begun or was cut
// off itself, has the file's own time.
func bekijkSlot(s schijf, naam string) (slotHouder, string, error) {
	inhoud, err := s.lees(naam, slotGrens)
	if err != nil {
		return slotHouder{}, "", err
	}
	var h slotHouder
	if json.Unmarshal(inhoud, &h) != nil || h.Host == "" || h.Sinds.IsZero() {
		info, err := s.lstat(naam)
		if err != nil {
			return slotHouder{}, "", err
		}
		h = slotHouder{Sinds: info.ModTime()}
		inhoud = fmt.Append(inhoud, h.Sinds.UnixNano())
	}
	som := sha256.Sum256(inhoud)
	return h, hex.EncodeToString(som[:8]), nil
}

// breekSlot takes away the slot that has this kenmerk. It is renamed to a name
// that belongs to it alone and that stays until it is swept: whoever comes
// second finds that name taken, and leaves a newer slot alone.
func breekSlot(s schijf, naam, kenmerk string) error {
	weg := strings.TrimSuffix(naam, tijdelijk) + "-" + kenmerk + tijdelijk
	err := s.hernoemNieuw(naam, weg)
	if errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	// Its holder may have lived after all and given it back just now: then
	// this is another's, who gets it back.
	if _, ander, err := bekijkSlot(s, weg); err == nil && ander != kenmerk {
		// Where a third took the turn meanwhile, two write at once; each still
		// looks before it replaces a file (vervang), so nothing is lost.
		if err := s.hernoemNieuw(weg, naam); !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}

// geefVrij ends the turn. A slot that was taken away meanwhile and now is
// another's, is left alone.
func (sl *slot) geefVrij() error {
	var inhoud []byte
	err := volhouden(func() (err error) {
		inhoud, err = sl.s.lees(sl.naam, slotGrens)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || !bytes.Equal(inhoud, sl.inhoud) {
		return err
	}
	return sl.s.verwijder(sl.naam)
}
