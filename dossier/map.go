package dossier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"time"
)

const bestandProcedure = "procedure.yaml"

// Instellingen are what a Map takes from the machine it runs on.
type Instellingen struct {
	Klok   func() time.Time
	Host   string // names this machine to others that write in the same folder
	Proces int
	// Breek is asked, in one Dutch sentence, whether to take over from a writer
	// that seems to be gone; nil is no.
	Breek func(vraag string) bool
	// Voortgang is told while all records are read how many have been, of how
	// many; by several goroutines at once, and nil when nobody watches.
	Voortgang func(gedaan, totaal int)
}

// Map is an opened folder Klachtafhandeling. All access stays within it. It may
// be used by several goroutines; several processes and machines may write in
// the same folder.
type Map struct {
	*Regels
	Pad       string
	Meldingen []error // about procedure.yaml: what is kept but not understood
	// Procedurefout is what is wrong with procedure.yaml, in a folder opened
	// with OpenOmTeLezen; the dossiers are then judged by the default profile.
	Procedurefout error

	schijf      schijf
	sluit       func() error
	inst        Instellingen
	maatregelen gelezenMaatregelen
}

// Open opens the folder at pad. An error in procedure.yaml is one or more
// *Leesfout, joined.
func Open(pad string, inst Instellingen) (*Map, error) {
	s, err := openSchijf(pad)
	if err != nil {
		return nil, geenMap(pad, err)
	}
	m := &Map{Pad: pad, schijf: s, sluit: s.sluit, inst: inst}
	if err := m.leesProcedure(); err != nil {
		return nil, errors.Join(err, s.sluit())
	}
	return m, nil
}

// OpenOmTeLezen opens the folder at pad also when procedure.yaml can't be read:
// what was promised stands in the records, so that they can still be shown.
func OpenOmTeLezen(pad string, inst Instellingen) (*Map, error) {
	m, err := Open(pad, inst)
	if err == nil || !errors.As(err, new(*Leesfout)) {
		return m, err
	}
	s, fout := openSchijf(pad)
	if fout != nil {
		return nil, err
	}
	tekst, fout := profieltekst(standaardProfiel)
	if fout != nil {
		return nil, errors.Join(err, s.sluit())
	}
	p, _, fout := leesProcedure(bestandProcedure, tekst)
	if fout != nil {
		return nil, errors.Join(err, s.sluit())
	}
	p.zonderNamen()
	return &Map{Regels: NieuweRegels(p), Pad: pad, Procedurefout: err, schijf: s, sluit: s.sluit, inst: inst}, nil
}

// geenMap says why pad can't be opened: mostly there is nothing, or no folder.
func geenMap(pad string, err error) error {
	f := &Fout{Raad: "wijs met --map de map Klachtafhandeling aan, of maak er een met: klacht inrichten"}
	info, ander := os.Stat(pad)
	switch {
	case errors.Is(ander, fs.ErrNotExist):
		f.Wat = fmt.Sprintf("de map %s bestaat niet", pad)
	case ander == nil && !info.IsDir():
		f.Wat = fmt.Sprintf("%s is geen map", pad)
	default:
		return err
	}
	return f
}

func (m *Map) leesProcedure() error {
	tekst, err := m.schijf.lees(bestandProcedure, grensRecord)
	if errors.Is(err, fs.ErrNotExist) {
		return &Fout{Wat: fmt.Sprintf("in %s staat geen %s", m.Pad, bestandProcedure), Raad: "wijs met --map de map Klachtafhandeling aan, of maak er een met: klacht inrichten"}
	}
	if errors.Is(err, errTeGroot) {
		return teGroot(bestandProcedure)
	}
	if err != nil {
		return err
	}
	p, meldingen, err := leesProcedure(bestandProcedure, tekst)
	if err != nil {
		return err
	}
	m.Regels = NieuweRegels(p)
	for _, f := range meldingen {
		m.Meldingen = append(m.Meldingen, f)
	}
	return nil
}

// Sluit closes the folder.
func (m *Map) Sluit() error { return m.sluit() }

// teGroot is the error for a file that is not read for its size.
func teGroot(bestand string) error {
	return &Leesfout{Bestand: bestand, Wat: fmt.Sprintf("het bestand is groter dan %d MiB en wordt niet gelezen", grensRecord>>20), Raad: "zet lange teksten in een bijlage, of haal een herstelde versie terug"}
}

// neemSlot waits for a turn to write in a folder of the Map. In the Map itself
// that ends the run of turns that a Postboek has.
func (m *Map) neemSlot(ctx context.Context, inMap string) (vrij func(), err error) {
	if vrij, err = m.wachtOpSlot(ctx, inMap); err != nil || inMap != "." {
		return vrij, err
	}
	if err := m.wisBeurt(); err != nil {
		vrij()
		return nil, err
	}
	return vrij, nil
}

// wachtOpSlot is neemSlot, and leaves alone whose run it is.
func (m *Map) wachtOpSlot(ctx context.Context, inMap string) (vrij func(), err error) {
	regels := slotRegels{Klok: m.inst.Klok}
	if m.inst.Breek != nil {
		regels.Breek = func(h slotHouder) bool {
			wie := "een ander programma"
			if h.Host != "" {
				wie = fmt.Sprintf("proces %d op %s", h.Proces, h.Host)
			}
			return m.inst.Breek(fmt.Sprintf("%s is sinds %s bezig in %s en lijkt gestopt te zijn. Overnemen?", wie, OpMoment(h.Sinds).Lang(), inMap))
		}
	}
	s, err := neemSlot(ctx, m.schijf, inMap, slotHouder{Host: m.inst.Host, Proces: m.inst.Proces}, regels)
	if err != nil {
		return nil, err
	}
	// Whoever writes tidies up; what can't be removed is no reason not to write.
	for _, onder := range []string{"", mapBijlagen, mapCorrespondentie} {
		_, _ = veeg(m.schijf, path.Join(inMap, onder), m.inst.Klok())
	}
	// What remains, if this fails, is a slot that its holder's end makes stale.
	return func() { _ = s.geefVrij() }, nil
}
