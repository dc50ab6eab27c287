package dossier

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"klacht/werkdagen"
)

// vernietigenVoor begins the name of a dossier that is out of sight and about to
// go: .vernietigen-K2024-0003-ID. It is no temporary file: until its destruction
// is on record nothing sweeps it.
const vernietigenVoor = ".vernietigen-"

// uitHetZicht reads such a name.
func uitHetZicht(naam string) (n Nummer, id string, ok bool) {
	rest, ok := strings.CutPrefix(naam, vernietigenVoor)
	delen := strings.SplitN(rest, "-", 3) // the id may hold a - of its own
	if !ok || len(delen) < 3 {
		return n, "", false
	}
	n, ok = LeesNummer(delen[0] + "-" + delen[1])
	return n, delen[2], ok
}

// Vernietig destroys the dossiers that are past their retention on day
// wie.Nu.Dag, among nummers, and finishes what an earlier run left half done.
// Each is judged again, renamed out of sight, put on record in vernietigd.yaml,
// and then deleted; interrupted anywhere, it can be run again and ends right.
// It gives what is gone now, whichever run put it on record. An error about one
// dossier stops no other; when ctx ends, what is out of sight is still finished.
func (m *Map) Vernietig(ctx context.Context, nummers []Nummer, wie Wie) ([]Vernietiging, error) {
	// What can't be put on record must not be touched.
	if _, _, err := m.Vernietigd(); err != nil {
		return nil, err
	}
	vrij, err := m.neemSlot(ctx, ".")
	if err != nil {
		return nil, err
	}
	defer vrij()
	var fouten []error
	for _, n := range nummers {
		if err := ctx.Err(); err != nil {
			fouten = append(fouten, err)
			break
		}
		if err := m.uitZicht(ctx, n, wie.Nu.Dag); err != nil {
			fouten = append(fouten, err)
		}
	}
	af, err := m.vernietigAf(wie)
	return af, errors.Join(append(fouten, err)...)
}

// Onderbroken lists the dossiers that an interrupted destruction left out of
// sight.
func (m *Map) Onderbroken() ([]Nummer, error) {
	mappen, err := m.buitenZicht()
	var nummers []Nummer
	for _, w := range mappen {
		nummers = append(nummers, w.nummer)
	}
	return nummers, err
}

// uitZicht judges one dossier once more and renames it.
func (m *Map) uitZicht(ctx context.Context, n Nummer, vandaag werkdagen.Datum) error {
	vrij, err := m.neemSlot(ctx, n.Map())
	if err != nil {
		return err
	}
	defer vrij()
	k, _, err := m.Lees(n)
	if err != nil {
		return err
	}
	d, err := m.Beoordeel(k, vandaag)
	if err != nil {
		return err
	}
	if d == nil || !d.Bewaaroordeel().Vernietigen {
		return &Fout{Wat: fmt.Sprintf("%s is intussen veranderd en wordt bewaard", n)}
	}
	kopieen, err := m.Conflictkopieen(n)
	if err != nil {
		return err
	}
	if o := d.Bewaaroordeel().MetConflictkopieen(kopieen); !o.Vernietigen {
		return &Fout{Wat: fmt.Sprintf("%s wordt bewaard: %s", n, o.Reden), Raad: raadConflictkopie}
	}
	naar := path.Join(path.Dir(n.Map()), vernietigenVoor+n.String()+"-"+k.ID)
	if err := m.schijf.hernoemNieuw(n.Map(), naar); err != nil {
		return err
	}
	return m.schijf.syncMap(path.Dir(n.Map()))
}

// wegmap is a dossier that is out of sight.
type wegmap struct {
	pad    string
	nummer Nummer
	id     string
}

func (m *Map) buitenZicht() ([]wegmap, error) {
	jaren, err := m.schijf.lijst(".")
	if err != nil {
		return nil, err
	}
	var uit []wegmap
	for _, j := range jaren {
		if _, err := strconv.Atoi(j.Name()); err != nil || !j.IsDir() {
			continue
		}
		mappen, err := m.schijf.lijst(j.Name())
		if err != nil {
			return nil, err
		}
		for _, e := range mappen {
			if n, id, ok := uitHetZicht(e.Name()); ok && e.IsDir() {
				uit = append(uit, wegmap{path.Join(j.Name(), e.Name()), n, id})
			}
		}
	}
	return uit, nil
}

// vernietigAf records and deletes all that is out of sight, and gives what is
// gone.
func (m *Map) vernietigAf(wie Wie) ([]Vernietiging, error) {
	mappen, err := m.buitenZicht()
	if err != nil || len(mappen) == 0 {
		return nil, err
	}
	alle, _, err := m.Vernietigd()
	if err != nil {
		return nil, err
	}
	vermeld := map[dossiersleutel]Vernietiging{}
	for _, v := range alle {
		vermeld[v.sleutel()] = v
	}
	var nieuw []Vernietiging
	var fouten []error
	type teWissen struct {
		pad string
		v   Vernietiging // on record once nieuw is written
	}
	var wissen []teWissen
	for _, w := range mappen {
		v, err := m.vernietiging(w, wie)
		if errors.Is(err, fs.ErrNotExist) {
			// An earlier run got as far as deleting the record.
			if eerder, ok := vermeld[dossiersleutel{w.nummer.String(), w.id}]; ok {
				v, err = eerder, nil
			}
		}
		if err != nil {
			fouten = append(fouten, err)
			continue
		}
		// With the same facts an earlier run was interrupted; with others the
		// dossier was put back meanwhile, and has a history of its own.
		if eerder, ok := vermeld[v.sleutel()]; ok && eerder.zelfdeFeiten(v) {
			v = eerder
		} else {
			nieuw = append(nieuw, v)
			vermeld[v.sleutel()] = v
		}
		wissen = append(wissen, teWissen{w.pad, v})
	}
	if err := m.schrijfVernietigd(nieuw); err != nil {
		return nil, errors.Join(append(fouten, err)...)
	}
	var gewist []Vernietiging
	for _, w := range wissen {
		if err := m.schijf.verwijderBoom(w.pad); err != nil {
			fouten = append(fouten, err)
			continue
		}
		gewist = append(gewist, w.v)
	}
	return gewist, errors.Join(fouten...)
}

// vernietiging makes the entry of a dossier that is out of sight.
func (m *Map) vernietiging(w wegmap, wie Wie) (Vernietiging, error) {
	bestand := path.Join(w.pad, bestandKlacht)
	tekst, err := m.schijf.lees(bestand, grensRecord)
	if err != nil {
		return Vernietiging{}, err
	}
	k, _, err := leesKlacht(w.nummer, bestand, tekst)
	if err != nil {
		return Vernietiging{}, err
	}
	d, err := m.Beoordeel(k, wie.Nu.Dag)
	if err != nil {
		return Vernietiging{}, err
	}
	if d == nil {
		return Vernietiging{}, &Fout{Wat: fmt.Sprintf("%s zou vernietigd worden, maar is volgens de klok van deze computer nog niet ontvangen", w.nummer), Raad: "controleer de datum van deze computer"}
	}
	bestanden, err := m.telBestanden(w.pad)
	if err != nil {
		return Vernietiging{}, err
	}
	eerder, err := m.eerder(k, d)
	if err != nil {
		return Vernietiging{}, err
	}
	f := d.Feiten()
	f.VernietigdOp = wie.Nu.Dag
	return Vernietiging{
		Feiten: f, Eerder: eerder, ID: k.ID, Op: wie.Nu.Dag, Door: wie.Door, Bestanden: bestanden,
		Overgenomen: k.Overgenomen.sleutel(), OvergenomenOp: k.overgenomenOp(),
	}, nil
}

func (m *Map) telBestanden(pad string) (int, error) {
	inhoud, err := m.schijf.lijst(pad)
	if err != nil {
		return 0, err
	}
	aantal := 0
	for _, e := range inhoud {
		if !e.IsDir() {
			if !isTijdelijk(e.Name()) {
				aantal++
			}
			continue
		}
		onder, err := m.telBestanden(path.Join(pad, e.Name()))
		if err != nil {
			return 0, err
		}
		aantal += onder
	}
	return aantal, nil
}

// schrijfVernietigd adds entries to vernietigd.yaml in one step.
func (m *Map) schrijfVernietigd(nieuw []Vernietiging) error {
	if len(nieuw) == 0 {
		return nil
	}
	return werkBij(m.schijf, bestandVernietigd, grensVernietigd, func(oud []byte) ([]byte, error) {
		if oud == nil {
			oud = schrijfBlad(bladveld{
				sleutel: "dossierformaat", waarde: kaleWaarde(fmt.Sprint(Formaat)),
				toelichting: []string{
					"Vernietigde dossiers: het bewijs van vernietiging, en wat voor de cijfers nodig",
					"is. Geen persoonsgegevens van klagers. klacht vult dit bestand zelf aan.",
				},
			})
		}
		b, err := leesBlad(bestandVernietigd, bytes.Clone(oud), grensVernietigd)
		if err != nil {
			return nil, err
		}
		var items []waarde
		for _, v := range nieuw {
			items = append(items, v.waarde())
		}
		if b, err = b.voegToe("vernietigd", items...); err != nil {
			return nil, err
		}
		return b.tekst, nil
	})
}
