package dossier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"klacht/werkdagen"
)

const mapMaatregelen = "maatregelen"

func (n Maatregelnummer) bestand() string { return path.Join(mapMaatregelen, n.String()+".yaml") }

// gelezenMaatregelen keeps what reading all measures gave: every dossier that is
// judged asks for it. What is recorded through the same Map makes it read again.
type gelezenMaatregelen struct {
	mu        sync.Mutex
	gelezen   bool
	alle      []*Maatregel
	meldingen []error
	fout      error
}

func (g *gelezenMaatregelen) vergeet() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.gelezen = false
}

// Maatregelen reads all measures, by number. Those that can't be read are in err,
// joined; the rest is given all the same. Meldingen are about what is kept but
// not understood. No folder is no measures.
func (m *Map) Maatregelen() (alle []*Maatregel, meldingen []error, err error) {
	g := &m.maatregelen
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.gelezen {
		g.alle, g.meldingen, g.fout = m.leesMaatregelen()
		g.gelezen = true
	}
	return g.alle, g.meldingen, g.fout
}

func (m *Map) leesMaatregelen() (alle []*Maatregel, meldingen []error, err error) {
	nummers, meldingen, err := m.maatregelnummers()
	if err != nil {
		return nil, meldingen, err
	}
	var fouten []error
	eerste := map[string]Maatregelnummer{}
	for _, n := range nummers {
		maatregel, gemeld, err := m.leesMaatregel(n)
		meldingen = append(meldingen, gemeld...)
		if err != nil {
			fouten = append(fouten, err)
			continue
		}
		if eerder, dubbel := eerste[maatregel.ID]; dubbel {
			meldingen = append(meldingen, &Fout{Wat: fmt.Sprintf("%s en %s hebben dezelfde id: een van beide is een kopie", eerder, n)})
		} else {
			eerste[maatregel.ID] = n
		}
		alle = append(alle, maatregel)
	}
	return alle, meldingen, errors.Join(fouten...)
}

// maatregelnummers lists the measures that are there, and warns of files that
// look like one and are not read.
func (m *Map) maatregelnummers() (nummers []Maatregelnummer, meldingen []error, err error) {
	inhoud, err := lijstOfNiets(m.schijf, mapMaatregelen)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range inhoud {
		naam := e.Name()
		stam, yaml := strings.CutSuffix(naam, ".yaml")
		if n, ok := LeesMaatregelnummer(stam); ok && yaml {
			nummers = append(nummers, n)
			continue
		}
		if isYAML(naam) {
			meldingen = append(meldingen, &Leesfout{
				Bestand: path.Join(mapMaatregelen, naam),
				Wat:     "dit bestand heeft geen nummer van een maatregel als naam, en wordt niet gelezen",
				Raad:    "een maatregel heet M2026-003.yaml; is dit een kopie, neem dan over wat ontbreekt en haal haar weg",
			})
		}
	}
	slices.SortFunc(nummers, Maatregelnummer.Vergelijk)
	return nummers, meldingen, nil
}

// KiesMaatregel finds the measure that a person means.
func (m *Map) KiesMaatregel(s string) (Maatregelnummer, error) {
	nummers, _, err := m.maatregelnummers()
	if err != nil {
		return Maatregelnummer{}, err
	}
	return KiesMaatregelnummer(s, nummers)
}

// LeesMaatregel reads one measure. The errors about it are *Leesfout, joined;
// meldingen are about what is kept but not understood.
func (m *Map) LeesMaatregel(n Maatregelnummer) (maatregel *Maatregel, meldingen []error, err error) {
	maatregel, meldingen, err = m.leesMaatregel(n)
	if maatregel != nil && maatregel.Categorie != "" && m.kentNiet(maatregel.Categorie) {
		meldingen = append(meldingen, &Leesfout{
			Bestand: n.bestand(),
			Wat:     fmt.Sprintf("categorie %q staat niet in %s", maatregel.Categorie, bestandProcedure),
			Raad:    fmt.Sprintf("geef een andere met: klacht maatregel wijzig %s --categorie …", n),
		})
	}
	return maatregel, meldingen, err
}

func (m *Map) leesMaatregel(n Maatregelnummer) (maatregel *Maatregel, meldingen []error, err error) {
	tekst, err := m.schijf.lees(n.bestand(), grensRecord)
	switch {
	case errors.Is(err, errTeGroot):
		return nil, nil, teGroot(n.bestand())
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, &Fout{Wat: fmt.Sprintf("maatregel %s bestaat niet", n), Raad: "klacht maatregel lijst toont de maatregelen die er zijn"}
	case err != nil:
		return nil, nil, err
	}
	maatregel, leesfouten, err := leesMaatregel(n, n.bestand(), tekst)
	for _, f := range leesfouten {
		meldingen = append(meldingen, f)
	}
	return maatregel, meldingen, err
}

// Beoordeel is that of Regels, with the measures that name the dossier. What is
// wrong with a measure is for Maatregelen to say.
func (m *Map) Beoordeel(k *Klacht, peildatum werkdagen.Datum) (*Dossier, error) {
	d, err := m.Regels.Beoordeel(k, peildatum)
	if d == nil {
		return nil, err
	}
	alle, _, _ := m.Maatregelen()
	for _, maatregel := range alle {
		if maatregel.aangemaaktOp() <= peildatum && slices.Contains(maatregel.Dossiers, k.Nummer) {
			d.Maatregelen = append(d.Maatregelen, maatregel.Nummer)
		}
	}
	return d, err
}

// NieuweMaatregel makes a measure, under the number after the highest of its
// year. It appears whole or not at all, and two that make one at once never get
// the same number.
func (m *Map) NieuweMaatregel(n NieuweMaatregel, wie Wie) (*Maatregel, error) {
	maatregel, err := m.MaakMaatregel(n, wie)
	if err != nil {
		return nil, err
	}
	if err := m.bestaan(maatregel); err != nil {
		return nil, err
	}
	tekst := maatregel.tekst()
	if len(tekst) > grensRecord {
		return nil, &Fout{Wat: fmt.Sprintf("deze tekst is te lang: een maatregel mag niet groter worden dan %d MiB", grensRecord>>20), Aanroep: true}
	}
	jaar := maatregel.aangemaaktOp().Jaar()
	eerste, err := m.volgendeMaatregel(jaar)
	if err != nil {
		return nil, err
	}
	_, _ = veeg(m.schijf, mapMaatregelen, m.inst.Klok()) // tidies up; no reason not to write
	defer m.maatregelen.vergeet()
	for volg := eerste; volg <= hoogsteVolg; volg++ {
		maatregel.Nummer = Maatregelnummer{jaar, volg}
		// What is written must read back, or nobody would find out until later.
		if _, _, err := leesMaatregel(maatregel.Nummer, maatregel.Nummer.bestand(), tekst); err != nil {
			return nil, err
		}
		err := vervang(m.schijf, maatregel.Nummer.bestand(), grensRecord, nil, tekst)
		if errors.As(err, new(*gewijzigdFout)) {
			continue // another was faster
		}
		if err != nil && !errors.As(err, new(*nietVastFout)) {
			return nil, err
		}
		return maatregel, err
	}
	return nil, &Fout{
		Wat:  fmt.Sprintf("in %d is geen nummer voor een maatregel meer vrij: %s is al uitgegeven", jaar, Maatregelnummer{jaar, hoogsteVolg}),
		Raad: "is dat nummer een vergissing, geef dat bestand dan het nummer dat het hoort te hebben",
	}
}

// bestaan refuses a measure that names what is not there and never was.
func (m *Map) bestaan(maatregel *Maatregel) error {
	for _, n := range maatregel.Dossiers {
		if _, err := m.KiesOokVernietigd(n.String()); err != nil {
			return err
		}
	}
	if n := maatregel.VervolgOp; n != (Maatregelnummer{}) {
		_, err := m.KiesMaatregel(n.String())
		return err
	}
	return nil
}

// maatregelBegin is how a file's name begins that has a number of its own, or a
// copy of such a file: the number stays taken.
var maatregelBegin = regexp.MustCompile(`^[Mm]([0-9]{4})-([0-9]{3,6})(?:[^0-9]|$)`)

// volgendeMaatregel gives the count after the highest in a year.
func (m *Map) volgendeMaatregel(jaar int) (int, error) {
	if err := zorgVoorMap(m.schijf, mapMaatregelen); err != nil {
		return 0, err
	}
	inhoud, err := m.schijf.lijst(mapMaatregelen)
	if err != nil {
		return 0, err
	}
	hoogste := 0
	for _, e := range inhoud {
		if delen := maatregelBegin.FindStringSubmatch(e.Name()); delen != nil && delen[1] == fmt.Sprintf("%04d", jaar) {
			volg, _ := strconv.Atoi(delen[2]) // six digits at most
			hoogste = max(hoogste, volg)
		}
	}
	return hoogste + 1, nil
}

// LegMaatregelVast records in one measure the events that beslis gives, and
// gives the measure as it then is. Only the bytes of what is meant to change do.
// When the file was changed in between, it is read and judged again.
func (m *Map) LegMaatregelVast(ctx context.Context, n Maatregelnummer, wie Wie, beslis func(*Maatregel) ([]Maatregelgebeurtenis, error)) (*Maatregel, error) {
	if _, _, err := m.leesMaatregel(n); err != nil {
		return nil, err
	}
	vrij, err := m.neemSlot(ctx, mapMaatregelen)
	if err != nil {
		return nil, err
	}
	defer vrij()
	defer m.maatregelen.vergeet()
	past := &Fout{
		Wat:  fmt.Sprintf("deze tekst past niet in %s: een maatregel mag niet groter worden dan %d MiB", n.bestand(), grensRecord>>20),
		Raad: "schrijf het korter",
	}
	return legInRecord(m.schijf, n.bestand(), beslis,
		func(b *blad) (*Maatregel, error) {
			maatregel, _, err := maatregelUitBlad(n, b)
			return maatregel, err
		},
		func(b *blad, _ int, g *Maatregelgebeurtenis) (*blad, error) {
			g.ID, g.Vastgelegd, g.Door = nieuwID(), wie.Nu, wie.Door
			return b.metPassend(func(b *blad) (*blad, error) { return b.metMaatregelgebeurtenis(g) }, past)
		})
}
