package dossier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
)

// Nummers lists the dossiers that are there, oldest number first. What looks
// like a dossier but can't be one is an error, joined; the rest is given all
// the same.
func (m *Map) Nummers() ([]Nummer, error) {
	jaren, err := m.schijf.lijst(".")
	if err != nil {
		return nil, err
	}
	var nummers []Nummer
	var fouten []error
	for _, j := range jaren {
		jaar, err := strconv.Atoi(j.Name())
		if err != nil || len(j.Name()) != 4 || !j.IsDir() {
			continue
		}
		mappen, err := m.schijf.lijst(j.Name())
		if err != nil {
			fouten = append(fouten, err)
			continue
		}
		for _, e := range mappen {
			n, ok := LeesNummer(e.Name())
			pad := path.Join(j.Name(), e.Name())
			switch {
			case ok && n.Jaar != jaar:
				fouten = append(fouten, &Fout{Wat: fmt.Sprintf("map %s staat bij het verkeerde jaar", pad), Raad: fmt.Sprintf("verplaats die naar de map %04d", n.Jaar)})
			case ok:
				nummers = append(nummers, n)
			case e.IsDir() && strings.HasPrefix(e.Name(), "K"):
				fouten = append(fouten, &Fout{Wat: fmt.Sprintf("map %s heeft geen dossiernummer als naam", pad), Raad: "een dossiernummer ziet eruit als K2026-0007; een kopie hoort buiten deze map"})
			}
		}
	}
	slices.SortFunc(nummers, Nummer.Vergelijk)
	return nummers, errors.Join(fouten...)
}

// Kies finds the dossier that a person means: K2026-0007, 2026-7, or 7 where
// only one ends so.
func (m *Map) Kies(s string) (Nummer, error) {
	nummers, err := m.Nummers()
	if len(nummers) == 0 && err != nil {
		return Nummer{}, err
	}
	n, err := KiesNummer(s, nummers)
	if err == nil {
		return n, nil
	}
	if v := m.vernietigdMet(s); v != nil {
		return n, &Fout{Wat: fmt.Sprintf("%s is vernietigd op %s door %s", v.Nummer, v.Op.Lang(), v.Door), Raad: "wat ervan bewaard is, staat in " + bestandVernietigd}
	}
	return n, err
}

// vernietigdMet finds the destroyed dossier that a person means, nil when there
// is none. What is wrong with vernietigd.yaml is no answer to the question.
func (m *Map) vernietigdMet(s string) *Vernietiging {
	vernietigd, _, err := m.Vernietigd()
	if err != nil {
		return nil
	}
	for i := range vernietigd {
		if _, anders := KiesNummer(s, []Nummer{vernietigd[i].nummer()}); anders == nil {
			return &vernietigd[i]
		}
	}
	return nil
}

// KiesOokVernietigd is Kies for a bare reference, which may be to a dossier that
// was destroyed since.
func (m *Map) KiesOokVernietigd(s string) (Nummer, error) {
	n, err := m.Kies(s)
	if err == nil {
		return n, nil
	}
	if v := m.vernietigdMet(s); v != nil {
		return v.nummer(), nil
	}
	return n, err
}

// Lees reads one record. The errors about it are *Leesfout, joined; meldingen
// are about what is kept but not understood.
func (m *Map) Lees(n Nummer) (k *Klacht, meldingen []error, err error) {
	k, meldingen, err = m.lees(n)
	if k != nil {
		if m.kentNiet(k.Categorie) {
			meldingen = append(meldingen, m.onbekendeCategorie(k.Categorie, []Nummer{n}))
		}
	}
	return k, meldingen, err
}

// kentNiet reports whether procedure.yaml lacks a category; when it can't be
// read, who knows.
func (m *Map) kentNiet(categorie string) bool {
	_, ok := m.Procedure.Categorie(categorie)
	return !ok && m.Procedurefout == nil
}

// lees is Lees but for the check of the category.
func (m *Map) lees(n Nummer) (k *Klacht, meldingen []error, err error) {
	bestand := path.Join(n.Map(), bestandKlacht)
	tekst, err := m.schijf.lees(bestand, grensRecord)
	switch {
	case errors.Is(err, errTeGroot):
		return nil, nil, teGroot(bestand)
	case errors.Is(err, fs.ErrNotExist):
		if _, err := m.schijf.lstat(n.Map()); errors.Is(err, fs.ErrNotExist) {
			return nil, nil, &Fout{Wat: fmt.Sprintf("dossier %s bestaat niet", n), Raad: "klacht lijst toont de dossiers die er zijn"}
		}
		return nil, nil, &Leesfout{Bestand: n.Map(), Wat: "in deze map staat geen " + bestandKlacht, Raad: "zet het bestand terug uit een reservekopie, of verwijder de map als die leeg hoort te zijn"}
	case err != nil:
		return nil, nil, err
	}
	k, leesfouten, err := leesKlacht(n, bestand, tekst)
	for _, f := range leesfouten {
		meldingen = append(meldingen, f)
	}
	// Whoever can't list the folder hears that where it matters.
	inhoud, _ := m.schijf.lijst(n.Map())
	if kopieen := conflictkopieen(inhoud); len(kopieen) > 0 {
		meldingen = append(meldingen, meldConflictkopieen(n, kopieen))
	}
	if k != nil {
		var gemeld []error
		k.Verzending, gemeld = m.verzendingIn(k, inhoud)
		meldingen = append(meldingen, gemeld...)
	}
	return k, meldingen, err
}

// Categoriefout is a record whose category procedure.yaml lacks. It is read all
// the same.
type Categoriefout struct{ *Leesfout }

// onbekendeCategorie tells of a category that procedure.yaml lacks, in the
// dossiers named: where the first of them has it.
func (m *Map) onbekendeCategorie(categorie string, nummers []Nummer) error {
	const meest = 3
	f := &Leesfout{
		Bestand: path.Join(nummers[0].Map(), bestandKlacht),
		Wat:     fmt.Sprintf("categorie %q staat niet in %s", categorie, bestandProcedure),
		Raad:    fmt.Sprintf("voeg die daar toe, of geef een andere met: klacht wijzig %s --categorie …", nummers[0]),
	}
	if tekst, err := m.schijf.lees(f.Bestand, grensRecord); err == nil {
		if b, err := leesBlad(f.Bestand, tekst, grensRecord); err == nil {
			if v := b.wortel.veld("categorie"); v != nil {
				f.Regel = v.regel
			}
		}
	}
	if rest := nummers[1:]; len(rest) > 0 {
		var namen []string
		for _, n := range rest[:min(len(rest), meest)] {
			namen = append(namen, n.String())
		}
		if meer := len(rest) - meest; meer > 0 {
			namen = append(namen, fmt.Sprintf("nog %d", meer))
		}
		f.Wat += ", ook die van " + Opsomming(namen, "en")
	}
	return &Categoriefout{f}
}

// dubbeleIDs tells of records that are each other's copy.
func dubbeleIDs(klachten []*Klacht) []error {
	eerste := map[string]Nummer{}
	var uit []error
	for _, k := range klachten {
		if n, dubbel := eerste[k.ID]; dubbel {
			uit = append(uit, &Fout{Wat: fmt.Sprintf("%s en %s hebben dezelfde id: een van beide is een kopie, en telt dubbel", n, k.Nummer)})
			continue
		}
		eerste[k.ID] = k.Nummer
	}
	return uit
}

// Gelezen is what reading a whole folder gave.
type Gelezen struct {
	Klachten  []*Klacht // oldest number first
	Meldingen []error   // what is kept but not understood
	Fouten    []error   // what could not be read, or has a category that is unknown; the rest is there
	// Onleesbaar are the dossiers that Fouten are about, oldest number first.
	Onleesbaar []Nummer
}

// Alle reads every record.
func (m *Map) Alle(ctx context.Context) (Gelezen, error) {
	nummers, err := m.Nummers()
	if err != nil && len(nummers) == 0 {
		return Gelezen{}, err
	}
	g, fout := m.leesDeze(ctx, nummers)
	if err != nil {
		g.Fouten = append([]error{err}, g.Fouten...)
	}
	return g, fout
}

// leesDeze reads the records of nummers.
func (m *Map) leesDeze(ctx context.Context, nummers []Nummer) (Gelezen, error) {
	g := Gelezen{}
	type uitkomst struct {
		k         *Klacht
		meldingen []error
		err       error
	}
	uitkomsten := make([]uitkomst, len(nummers))
	werk := make(chan int)
	var groep sync.WaitGroup
	var gedaan atomic.Int64
	for range runtime.GOMAXPROCS(0) {
		groep.Go(func() {
			for i := range werk {
				u := &uitkomsten[i]
				u.k, u.meldingen, u.err = m.lees(nummers[i])
				if n := gedaan.Add(1); m.inst.Voortgang != nil {
					m.inst.Voortgang(int(n), len(nummers))
				}
			}
		})
	}
	for i := range nummers {
		if ctx.Err() != nil {
			break
		}
		werk <- i
	}
	close(werk)
	groep.Wait()
	if err := ctx.Err(); err != nil {
		return Gelezen{}, err
	}
	onbekend := map[string][]Nummer{}
	for i, u := range uitkomsten {
		g.Meldingen = append(g.Meldingen, u.meldingen...)
		if u.err != nil {
			if _, err := m.schijf.lstat(nummers[i].Map()); errors.Is(err, fs.ErrNotExist) {
				continue // destroyed while this was reading
			}
			g.Fouten = append(g.Fouten, u.err)
			g.Onleesbaar = append(g.Onleesbaar, nummers[i])
			continue
		}
		g.Klachten = append(g.Klachten, u.k)
		if m.kentNiet(u.k.Categorie) {
			onbekend[u.k.Categorie] = append(onbekend[u.k.Categorie], u.k.Nummer)
		}
	}
	// One for each category, however many dossiers have it.
	for _, categorie := range slices.Sorted(maps.Keys(onbekend)) {
		g.Fouten = append(g.Fouten, m.onbekendeCategorie(categorie, onbekend[categorie]))
	}
	g.Meldingen = append(g.Meldingen, dubbeleIDs(g.Klachten)...)
	return g, nil
}
