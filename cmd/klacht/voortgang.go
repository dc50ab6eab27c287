package main

import (
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// How progress is shown: not before something takes long enough to wonder about, and then often enough to see it move.
const (
	voortgangNa   = time.Second
	voortgangElke = 200 * time.Millisecond
)

// voortgang tells on a terminal how far something is that takes longer than a moment. On anything else it says nothing.
type voortgang struct {
	uit     io.Writer
	breedte int // columns; 0: no terminal

	mu      sync.Mutex
	stand   string
	getoond int // columns on the line now
	bezig   bool
	klaar   chan struct{}
	gestopt sync.WaitGroup
}

// nieuweVoortgang is shown where messages go.
func (om omgeving) nieuweVoortgang() *voortgang {
	return &voortgang{uit: om.fout, breedte: om.foutbreedte}
}

// lezen says how many records have been read.
func (v *voortgang) lezen(gedaan, totaal int) {
	if v.breedte == 0 {
		return // asked for every record
	}
	v.meld(fmt.Sprintf("Lezen: %d van %d dossiers", gedaan, totaal))
}

// meld says what is being done now. It may be called from several goroutines.
func (v *voortgang) meld(stand string) {
	if v.breedte == 0 {
		return
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	v.stand = stand
	if v.bezig {
		return
	}
	klaar := make(chan struct{})
	v.bezig, v.klaar = true, klaar
	v.gestopt.Go(func() { v.loop(klaar) })
}

// stop takes the line away, so that what follows begins where it would have. Another meld begins anew.
func (v *voortgang) stop() {
	v.mu.Lock()
	if v.bezig {
		v.bezig = false
		close(v.klaar)
	}
	v.mu.Unlock()
	v.gestopt.Wait()
}

func (v *voortgang) loop(klaar <-chan struct{}) {
	tik := time.NewTimer(voortgangNa)
	defer tik.Stop()
	for {
		select {
		case <-klaar:
			v.toon("")
			return
		case <-tik.C:
			v.mu.Lock()
			stand := v.stand
			v.mu.Unlock()
			v.toon(stand)
			tik.Reset(voortgangElke)
		}
	}
}

// toon writes over the line; "" clears it, where there is one.
func (v *voortgang) toon(stand string) {
	if stand == "" && v.getoond == 0 {
		return
	}
	stand = ansi.Truncate(stand, v.breedte-1, "…") // a line that is full would go on to the next
	breed := ansi.StringWidth(stand)
	wis := v.getoond
	if stand == "" {
		wis = min(wis+len("^C"), v.breedte-1) // a terminal shows the interrupt behind it
	}
	regel := "\r" + stand + strings.Repeat(" ", max(0, wis-breed))
	if stand == "" {
		regel += "\r"
	}
	_, _ = io.WriteString(v.uit, regel) // whoever can't be told misses nothing
	v.getoond = breed
}
