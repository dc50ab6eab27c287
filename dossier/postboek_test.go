package dossier

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"
)

// postmap is a folder with one dossier, opened on a disk that may fail.
func postmap(t *testing.T) (m *Map, l *lastigeSchijf, n Nummer) {
	t.Helper()
	pad := t.TempDir() + "/Klachtafhandeling"
	if err := RichtIn(pad, Inrichting{}); err != nil {
		t.Fatal(err)
	}
	m, err := Open(pad, Instellingen{Klok: func() time.Time { return postnu.Moment }, Host: "test", Proces: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Sluit() })
	k, err := m.Registreer(context.Background(), Aanmelding{Onderwerp: "Eerste", Categorie: "overig", Ontvangen: OpMoment(postnu.Moment.Add(-48 * time.Hour))}, postwie)
	if err != nil {
		t.Fatal(err)
	}
	l = &lastigeSchijf{onder: m.schijf}
	m.schijf = l
	return m, l, k.Nummer
}

var (
	postnu  = OpMoment(time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC))
	postwie = Wie{Door: "Sanne de Vries", Nu: postnu}
)

func postbericht(id string) Aanmelding {
	return Aanmelding{
		Onderwerp: "Zaal te koud", Categorie: "overig", Kanaal: "e-mail", Klager: Klager{Naam: "K. Aydin", Email: "k.aydin@example.org"},
		Bericht: []byte("Message-ID: <" + id + ">\r\n\r\nDe zaal was te koud.\r\n"), BerichtID: id,
		Ontvangen: OpMoment(postnu.Moment.Add(-24 * time.Hour)),
	}
}

// isHeel fails when anything in the folder is half there: all that is read reads without an error, and every message that
// waits is as it was.
func isHeel(t *testing.T, m *Map) (klachten []*Klacht, inkomend []*Inkomend) {
	t.Helper()
	g, err := m.Alle(context.Background())
	inkomend, meldingen, mis := m.Inkomend()
	if err := errors.Join(err, errors.Join(g.Fouten...), errors.Join(meldingen...), mis); err != nil {
		t.Fatal(err)
	}
	for _, i := range inkomend {
		if _, err := m.InkomendBericht(i); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := m.afgedaan(); err != nil {
		t.Fatal(err)
	}
	return g.Klachten, inkomend
}

// TestInkomendOverleeftElkeStap fails at every step of every way that a message goes, by an error and by a crash; then the folder
// is whole, the message is not lost and not there twice, and doing the same again ends right.
func TestInkomendOverleeftElkeStap(t *testing.T) {
	ctx := context.Background()
	labels := func(i *Inkomend) []string { return []string{i.Label} }
	wegen := map[string]struct {
		vooraf                  bool // the message lies in inkomend
		doe                     func(m *Map, n Nummer, i *Inkomend) error
		dossiers, events, wacht int // in the end
	}{
		"klaarleggen": {false, func(m *Map, n Nummer, _ *Inkomend) error {
			p, err := m.NieuwPostboek(ctx, false)
			if err != nil {
				return err
			}
			_, err = p.LegKlaar(ctx, postbericht("a@example.org"), Inkomend{Van: Klager{Email: "k.aydin@example.org"}}, postwie)
			return err
		}, 1, 1, 1},
		"achter elkaar": {false, func(m *Map, n Nummer, _ *Inkomend) error {
			p, err := m.NieuwPostboek(ctx, false)
			if err != nil {
				return err
			}
			defer p.Sluit()
			for _, id := range []string{"x@example.org", "y@example.org", "a@example.org"} {
				if _, err := p.LegKlaar(ctx, postbericht(id), Inkomend{}, postwie); err != nil && !errors.As(err, new(*BekendBericht)) {
					return err
				}
			}
			return nil
		}, 1, 1, 3},
		"registreren": {true, func(m *Map, n Nummer, i *Inkomend) error {
			p, err := m.NieuwPostboek(ctx, false)
			if err != nil {
				return err
			}
			_, err = p.Registreer(ctx, postbericht("a@example.org"), postwie, i)
			return err
		}, 2, 1, 0},
		"toevoegen": {true, func(m *Map, n Nummer, i *Inkomend) error {
			p, err := m.NieuwPostboek(ctx, false)
			if err != nil {
				return err
			}
			_, err = p.VoegToe(ctx, n, postbericht("a@example.org"), WatBerichtIn, postwie, i)
			return err
		}, 1, 2, 0},
		"terzijde": {true, func(m *Map, n Nummer, i *Inkomend) error {
			_, err := m.GeenKlacht(ctx, i, postwie)
			return err
		}, 1, 1, 1},
		"vernietigen": {true, func(m *Map, n Nummer, i *Inkomend) error {
			if _, err := m.GeenKlacht(ctx, i, postwie); err != nil {
				return err
			}
			later := postwie
			later.Nu = OpMoment(postnu.Moment.AddDate(0, 0, 31))
			_, err := m.VernietigInkomend(ctx, labels(i), later)
			return err
		}, 1, 1, 0},
	}
	for naam, w := range wegen {
		for _, fout := range []error{nil, fs.ErrPermission} {
			t.Run(fmt.Sprintf("%s/%v", naam, fout), func(t *testing.T) {
				t.Parallel()
				for stap := 1; ; stap++ {
					m, l, n := postmap(t)
					var i *Inkomend
					if w.vooraf {
						p, err := m.NieuwPostboek(ctx, false)
						if err != nil {
							t.Fatal(err)
						}
						if i, err = p.LegKlaar(ctx, postbericht("a@example.org"), Inkomend{Van: Klager{Email: "k.aydin@example.org"}}, postwie); err != nil {
							t.Fatal(err)
						}
					}
					l.stap, l.faal, l.fout = 0, stap, fout
					_ = w.doe(m, n, i) // whether it says so or not, the folder must be whole
					geraakt := l.geraakt()
					l.faal = 0
					// What a crash left behind is another process's to take over.
					_ = l.onder.verwijder(slotNaam)
					_ = l.onder.verwijder(n.Map() + "/" + slotNaam)
					klachten, inkomend := isHeel(t, m)
					bekend := len(inkomend)
					for _, k := range klachten {
						for _, g := range k.Verloop {
							if g.BerichtID == "a@example.org" {
								bekend++
							}
						}
					}
					klaar, _, _ := m.afgedaan()
					if bekend == 0 && len(klaar) == 0 && w.vooraf {
						t.Fatalf("step %d: the message is lost", stap)
					}
					// Again, as someone would.
					nog := i
					if alle, _, _ := m.Inkomend(); len(alle) > 0 {
						nog = alle[0]
					}
					if err := w.doe(m, n, nog); err != nil && !errors.As(err, new(*BekendBericht)) && !strings.Contains(err.Error(), "intussen al beoordeeld") {
						t.Fatalf("step %d, again: %v", stap, err)
					}
					klachten, inkomend = isHeel(t, m)
					if len(klachten) != w.dossiers || len(klachten[0].Verloop) != w.events || len(inkomend) != w.wacht {
						t.Fatalf("step %d: %d dossiers, %d events in the first, %d waiting", stap, len(klachten), len(klachten[0].Verloop), len(inkomend))
					}
					if !geraakt {
						return
					}
				}
			})
		}
	}
}

func TestHetzelfdeBerichtKomtErNietTweeKeerIn(t *testing.T) {
	ctx := context.Background()
	m, _, n := postmap(t)
	een, err := m.NieuwPostboek(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	ander, err := m.NieuwPostboek(ctx, false) // reads before the first writes
	if err != nil {
		t.Fatal(err)
	}
	if _, err := een.LegKlaar(ctx, postbericht("a@example.org"), Inkomend{}, postwie); err != nil {
		t.Fatal(err)
	}
	if _, err := een.VoegToe(ctx, n, postbericht("b@example.org"), WatBerichtIn, postwie, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := een.Registreer(ctx, postbericht("c@example.org"), postwie, nil); err != nil {
		t.Fatal(err)
	}
	for _, p := range []*Postboek{een, ander} {
		_, err := p.LegKlaar(ctx, postbericht("a@example.org"), Inkomend{}, postwie)
		_, err2 := p.VoegToe(ctx, n, postbericht("b@example.org"), WatBerichtIn, postwie, nil)
		_, err3 := p.Registreer(ctx, postbericht("c@example.org"), postwie, nil)
		for _, err := range []error{err, err2, err3} {
			if !errors.As(err, new(*BekendBericht)) {
				t.Errorf("filed twice: %v", err)
			}
		}
	}
	if klachten, inkomend := isHeel(t, m); len(klachten) != 2 || len(inkomend) != 1 || len(klachten[0].Verloop) != 2 {
		t.Errorf("%d dossiers, %d waiting", len(klachten), len(inkomend))
	}
}

// A rehearsal made the folder of a year.
func TestProefSchrijftNiets(t *testing.T) {
	ctx := context.Background()
	m, _, n := postmap(t)
	namen := func() (uit []string) {
		if err := fs.WalkDir(os.DirFS(m.Pad), ".", func(pad string, _ fs.DirEntry, err error) error {
			uit = append(uit, pad)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return uit
	}
	voor := namen()
	p, err := m.NieuwPostboek(ctx, true)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []Nummer{{2025, 1}, {2025, 2}, {2026, 2}, {2026, 3}} {
		a := postbericht(fmt.Sprintf("%d@example.org", i))
		if want.Jaar == 2025 {
			a.Ontvangen = OpDag(datum("2025-12-01"))
		}
		if k, err := p.Registreer(ctx, a, postwie, nil); err != nil || k.Nummer != want {
			t.Errorf("%v, %v; want %s", k, err, want)
		}
	}
	if _, err := p.LegKlaar(ctx, postbericht("a@example.org"), Inkomend{}, postwie); err != nil {
		t.Error(err)
	}
	if _, err := p.VoegToe(ctx, n, postbericht("b@example.org"), WatBerichtIn, postwie, nil); err != nil {
		t.Error(err)
	}
	p.Sluit()
	gelijk(t, "de map", namen(), voor)
}

func TestBerichtInOnleesbaarDossierIsBekend(t *testing.T) {
	ctx := context.Background()
	m, _, n := postmap(t)
	p, err := m.NieuwPostboek(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.VoegToe(ctx, n, postbericht("b@example.org"), WatBerichtIn, postwie, nil); err != nil {
		t.Fatal(err)
	}
	zetNeer(t, m.Pad+"/"+n.Map()+"/klacht.yaml", "soort: onzin\nbericht_id: b@example.org\n")
	if p, err = m.NieuwPostboek(ctx, false); err != nil || len(p.Fouten) != 1 || !p.Onleesbaar[n] {
		t.Fatal(err, p.Fouten)
	}
	if waar := p.Bekend(MerkVanID("b@example.org")); waar != "het staat in "+n.String() {
		t.Errorf("%q", waar)
	}
	if waar := p.Bekend(MerkVanID("bb@example.org")); waar != "" {
		t.Errorf("%q", waar)
	}
}

// TestBerichtVanVoorDeKlacht: nothing happens in a dossier before its receipt.
func TestBerichtVanVoorDeKlacht(t *testing.T) {
	ctx := context.Background()
	m, _, n := postmap(t)
	p, err := m.NieuwPostboek(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	a := postbericht("b@example.org")
	a.Ontvangen, a.Opmerking = OpDag(postnu.Dag-10), "Er was iets."
	k, err := p.VoegToe(ctx, n, a, WatBerichtIn, postwie, nil)
	if err != nil {
		t.Fatal(err)
	}
	g := k.Verloop[1]
	if !g.Op.Gelijk(k.Verloop[0].Op) || g.Tekst != "Er was iets.\nHet bericht is van vr 13 november 2026, voor de ontvangst van de klacht." {
		t.Errorf("%s %q", g.Op, g.Tekst)
	}
}

func TestVeranderdBerichtWordtGeweigerd(t *testing.T) {
	ctx := context.Background()
	m, _, _ := postmap(t)
	p, err := m.NieuwPostboek(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	i, err := p.LegKlaar(ctx, postbericht("a@example.org"), Inkomend{}, postwie)
	if err != nil {
		t.Fatal(err)
	}
	zetNeer(t, m.Pad+"/"+i.pad()+"/bericht.eml", "iets anders")
	if _, err := m.InkomendBericht(i); err == nil || !strings.Contains(err.Error(), "dit bericht is veranderd sinds het ingelezen is") {
		t.Error(err)
	}
}
