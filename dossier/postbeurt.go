package dossier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"
)

// bestandBeurt is in the Map as long as one Postboek files message after message
// and nobody else has a turn to write there in between; it holds the kenmerk of
// that Postboek. Whoever else takes a turn removes it first. So its Postboek
// knows that nothing was filed meanwhile, and need not look at the whole folder
// again for every message.
const bestandBeurt = oudSlotVoor + "beurt" + tijdelijk

// postbeurt is what a Postboek knows of its turns.
type postbeurt struct {
	kenmerk string // no other Postboek has it
	aantal  int
	gekeken time.Time     // when it last looked at the whole folder
	duur    time.Duration // how long that took
}

// Who doesn't take turns, a sync service or a person who copies a dossier, is
// seen as often as costs no more than a small part of the time.
const (
	kijkElke = 2 * time.Second
	kijkDeel = 20
)

func (b *postbeurt) verouderd(nu time.Time) bool {
	sinds := nu.Sub(b.gekeken)
	return sinds < 0 || sinds > max(kijkElke, kijkDeel*b.duur)
}

// metBeurt carries out werk when it is this one's turn and the message is
// nowhere on file; uit is what may have it all the same, because it comes from
// there.
func (p *Postboek) metBeurt(ctx context.Context, a Aanmelding, uit *Inkomend, werk func() error) error {
	if !p.proef {
		vrij, err := p.neemBeurt(ctx)
		if err != nil {
			return err
		}
		defer vrij()
	}
	merk := a.Merk()
	wacht := p.Wachtend[merk]
	if uit != nil {
		// Another may have judged it since.
		if _, err := p.m.schijf.lstat(uit.pad()); errors.Is(err, fs.ErrNotExist) {
			return &Fout{Wat: fmt.Sprintf("bericht %s is intussen al beoordeeld", uit.Label), Raad: "klacht post beoordeel toont wat er wacht"}
		}
		delete(p.Wachtend, merk)
	}
	if waar := p.Bekend(merk); waar != "" {
		if n, ok := p.Berichten[merk]; ok && uit != nil && !p.proef {
			// An earlier run was cut off between filing and tidying up.
			if err := uit.weg(p.m.schijf); err != nil {
				return err
			}
			waar = "het staat in " + n.String()
		}
		return &BekendBericht{&Fout{Wat: "dit bericht is al geregistreerd: " + waar}}
	}
	err := werk()
	if err != nil && !errors.As(err, new(*nietVastFout)) {
		if uit != nil {
			p.Wachtend[merk] = wacht
		}
		return err
	}
	if uit != nil && !p.proef {
		err = errors.Join(err, uit.weg(p.m.schijf))
	}
	return err
}

// neemBeurt takes the turn to file, with all known that was filed before it.
func (p *Postboek) neemBeurt(ctx context.Context) (vrij func(), err error) {
	if vrij, err = p.m.wachtOpSlot(ctx, "."); err != nil {
		return nil, err
	}
	if err := p.kijk(ctx); err != nil {
		vrij()
		return nil, err
	}
	return vrij, nil
}

// kijk reads what is new in the folder, if there may be anything.
func (p *Postboek) kijk(ctx context.Context) error {
	b := &p.beurt
	b.aantal++
	nu := p.m.inst.Klok()
	ononderbroken := p.heeftBeurt()
	if ononderbroken && !b.verouderd(nu) {
		return nil
	}
	if !ononderbroken {
		if err := p.m.wisBeurt(); err != nil {
			return err
		}
	}
	if err := p.lees(ctx, !ononderbroken); err != nil {
		return err
	}
	clear(p.volgnummers)
	_, _ = veeg(p.m.schijf, mapInkomend, nu) // tidies up; no reason not to take in
	b.gekeken, b.duur = nu, p.m.inst.Klok().Sub(nu)
	if !ononderbroken && b.aantal > 1 {
		// Without it the next turn looks again; the one who files a single message needs none.
		_, _ = p.m.schijf.schrijfNieuw(bestandBeurt, strings.NewReader(b.kenmerk))
	}
	return nil
}

// heeftBeurt reports whether the last turn of anyone was this one's.
func (p *Postboek) heeftBeurt() bool {
	wie, err := p.m.schijf.lees(bestandBeurt, slotGrens)
	return err == nil && string(wie) == p.beurt.kenmerk
}

// wisBeurt says that somebody has a turn whose run it may not be.
func (m *Map) wisBeurt() error {
	if err := m.schijf.verwijder(bestandBeurt); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Sluit leaves nothing behind that served the run alone.
func (p *Postboek) Sluit() {
	if p.beurt.aantal > 1 && p.heeftBeurt() {
		_ = p.m.wisBeurt() // what remains, if this fails, is swept later
	}
}
