package dossier

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func bijlageMet(naam, inhoud string) Bijlage {
	return Bijlage{Naam: naam, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(inhoud)), nil }}
}

func aanmelding(onderwerp string) Aanmelding {
	return Aanmelding{Onderwerp: onderwerp, Categorie: "overig", Ontvangen: tijdstip("2026-11-20")}
}

func TestRegistreer(t *testing.T) {
	m := nieuweMap(t)
	a := aanmelding("Lokaal te klein")
	a.Bericht, a.BerichtID = []byte("From: a.bakker@example.org\r\n\r\nte klein\r\n"), "1@example.org"
	a.Bijlagen = []Bijlage{bijlageMet("../foto:1.jpg", "foto"), bijlageMet("FOTO_1.jpg", "foto"), bijlageMet("", "niets")}
	k, err := m.Registreer(context.Background(), a, nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "nummer", k.Nummer, Nummer{2026, 1})
	gelezen, meldingen, err := m.Lees(k.Nummer)
	if err != nil || len(meldingen) > 0 {
		t.Fatal(err, meldingen)
	}
	bestanden := gelezen.Verloop[0].Bestanden
	gelijk(t, "bestanden", len(bestanden), 4)
	gelijk(t, "het bericht, byte voor byte", inhoudVan(t, m.schijf, k.Nummer.Map()+"/"+bestanden[0].Bestand), string(a.Bericht))
	gelijk(t, "naam van het bericht", bestanden[0].Bestand, "correspondentie/2026-11-20-ontvangen.eml")
	gelijk(t, "de eigen naam blijft bekend", bestanden[1].Naam, "../foto:1.jpg")
	// printf foto | sha256sum
	gelijk(t, "som", bestanden[1].Bytes, 4)
	gelijk(t, "som", bestanden[1].SHA256, bestanden[2].SHA256)
	eerder := map[string]bool{}
	for _, b := range bestanden {
		if eerder[strings.ToLower(b.Bestand)] || strings.Contains(b.Bestand, "..") {
			t.Errorf("naam %q", b.Bestand)
		}
		eerder[strings.ToLower(b.Bestand)] = true
		gelijk(t, b.Bestand, int64(len(inhoudVan(t, m.schijf, k.Nummer.Map()+"/"+b.Bestand))), b.Bytes)
	}
	d, err := m.Beoordeel(gelezen, datum("2026-11-23"))
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "bijlagen zonder het bericht", len(d.Bijlagen()), 3)
	if runtime.GOOS != "windows" {
		filepath.WalkDir(m.Pad, func(pad string, e os.DirEntry, err error) error {
			info, fout := e.Info()
			if err != nil || fout != nil {
				t.Fatal(err, fout)
			}
			wil := os.FileMode(0o600)
			if e.IsDir() {
				wil = 0o700
			}
			gelijk(t, "rechten van "+pad, info.Mode().Perm(), wil)
			return nil
		})
	}
	gelijk(t, "niets blijft achter", namenIn(t, m.schijf, "2026"), []string{"K2026-0001"})
}

func TestVeelTegelijkRegistreren(t *testing.T) {
	m := nieuweMap(t)
	const aantal = 24
	var groep sync.WaitGroup
	for range aantal {
		groep.Go(func() {
			if _, err := m.Registreer(context.Background(), aanmelding("x"), nu); err != nil {
				t.Error(err)
			}
		})
	}
	groep.Wait()
	nummers, err := m.Nummers()
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "dossiers", len(nummers), aantal)
	gelijk(t, "zonder gat", nummers[aantal-1], Nummer{2026, aantal})
}

func TestBijlageDieNietTeLezenIs(t *testing.T) {
	m := nieuweMap(t)
	a := aanmelding("x")
	kapot := errors.New("kapot")
	a.Bijlagen = []Bijlage{bijlageMet("goed.txt", "goed"), {Naam: "weg.txt", Open: func() (io.ReadCloser, error) { return nil, kapot }}}
	if _, err := m.Registreer(context.Background(), a, nu); !errors.Is(err, kapot) {
		t.Errorf("kreeg %v", err)
	}
	gelijk(t, "er is geen half dossier", len(namenIn(t, m.schijf, "2026")), 0)
}

func verledenmap(t *testing.T) *Map {
	t.Helper()
	pad := filepath.Join(t.TempDir(), "Klachtafhandeling")
	if err := RichtIn(pad, Inrichting{}); err != nil {
		t.Fatal(err)
	}
	m, err := Open(pad, Instellingen{Klok: time.Now, Host: "pc-anna"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Sluit() })
	return m
}

func stap(op string, g Gebeurtenis, bijlagen ...Bijlage) Stap {
	g.Op = tijdstip(op)
	for i := range bijlagen {
		bijlagen[i].Bericht = true
	}
	return Stap{Gebeurtenis: g, Wie: Wie{"Sanne", tijdstip(op)}, Bijlagen: bijlagen}
}

func verleden() (Aanmelding, Wie, []Stap) {
	a := Aanmelding{Onderwerp: "Rekening klopt niet", Categorie: "overig", Ontvangen: tijdstip("2026-06-01 10:00"), Bijlagen: []Bijlage{bijlageMet("rekening.pdf", "€ 12")}}
	return a, Wie{"Sanne", tijdstip("2026-06-01 10:30")}, []Stap{
		stap("2026-06-03 09:00", Gebeurtenis{Wat: WatBevestigd}, bijlageMet("brief.txt", "Wij hebben uw klacht ontvangen."), bijlageMet("brief.txt", "Bijlage")),
		stap("2026-06-04 09:00", Gebeurtenis{Wat: WatGewijzigd, Veld: "categorie", Naar: "Financiële afwikkeling"}),
		stap("2026-06-10 09:00", Gebeurtenis{Wat: WatVerlengd, Reden: "vakantie", Tot: datum("2026-07-10")}),
		stap("2026-07-01 09:00", Gebeurtenis{Wat: WatVoorstel, Tekst: "Geld terug"}),
		stap("2026-07-02 09:00", Gebeurtenis{Wat: WatAfgehandeld, Uitkomst: Gegrond}),
	}
}

// A past that is registered at once gives the record that recording it step by step gives.
func TestRegistreerMetVerloopIsAlsStapVoorStap(t *testing.T) {
	ctx := context.Background()
	a, wie, stappen := verleden()

	ineens := verledenmap(t)
	k, err := ineens.RegistreerMetVerloop(ctx, a, wie, stappen)
	if err != nil {
		t.Fatal(err)
	}
	los := verledenmap(t)
	stuk, err := los.Registreer(ctx, a, wie)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range stappen {
		_, err := los.LegVast(ctx, stuk.Nummer, s.Wie, Vastlegging{Bestanden: s.Bijlagen, Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
			g := s.Gebeurtenis
			if g.Wat == WatGewijzigd {
				w, err := los.Wijziging(k, g.Veld, g.Naar, s.Wie.Nu.Dag)
				if err != nil {
					return nil, err
				}
				w.Op = g.Op
				g = w
			}
			g, err := los.Toets(k, g, s.Wie.Nu.Dag, false)
			return []Gebeurtenis{g}, err
		}})
		if err != nil {
			t.Fatalf("%s: %v", s.Wat, err)
		}
	}
	zonderID := func(m *Map) []string {
		tekst, err := m.schijf.lees(k.Nummer.Map()+"/"+bestandKlacht, grensRecord)
		if err != nil {
			t.Fatal(err)
		}
		if _, meldingen, err := m.Lees(k.Nummer); err != nil || len(meldingen) > 0 {
			t.Fatal(err, meldingen)
		}
		var regels []string
		for _, r := range bytes.Split(tekst, []byte("\n")) {
			if voor, _, ok := strings.Cut(string(r), "id: "); ok {
				r = []byte(voor)
			}
			regels = append(regels, string(r))
		}
		return regels
	}
	if d := cmp.Diff(zonderID(los), zonderID(ineens)); d != "" {
		t.Errorf("(-stap voor stap +ineens)\n%s", d)
	}
	for _, bestand := range []string{"bijlagen/rekening.pdf", "correspondentie/brief.txt", "correspondentie/brief-2.txt"} {
		if _, err := ineens.schijf.lstat(k.Nummer.Map() + "/" + bestand); err != nil {
			t.Error(err)
		}
	}
}

// A past that can't have been gives no dossier, and a reason.
func TestRegistreerMetVerloopWeigert(t *testing.T) {
	for _, tc := range []struct {
		naam string
		stap Stap
		wil  string
	}{
		{"buiten de volgorde", stap("2026-07-03 09:00", Gebeurtenis{Wat: WatVoorstel}), "dit dossier is al afgehandeld op do 2 juli 2026"},
		{"voor ontvangst", Stap{Gebeurtenis: Gebeurtenis{Wat: WatNotitie, Op: tijdstip("2026-05-30")}, Wie: Wie{"Sanne", tijdstip("2026-07-03")}}, "dit dossier is pas ontvangen op ma 1 juni 2026; za 30 mei 2026 ligt daarvoor"},
		{"na vastleggen", Stap{Gebeurtenis: Gebeurtenis{Wat: WatNotitie, Op: tijdstip("2026-07-04")}, Wie: Wie{"Sanne", tijdstip("2026-07-03")}}, "za 4 juli 2026 ligt in de toekomst"},
		{"onbekend veld", stap("2026-07-03", Gebeurtenis{Wat: WatGewijzigd, Veld: "id", Naar: "x"}), "id kan niet gewijzigd worden"},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			m := verledenmap(t)
			a, wie, stappen := verleden()
			k, err := m.RegistreerMetVerloop(context.Background(), a, wie, append(stappen, tc.stap))
			if k != nil || err == nil || err.Error() != tc.wil {
				t.Errorf("%v, %v; wil %s", k, err, tc.wil)
			}
			if nummers, err := m.Nummers(); len(nummers) > 0 || err != nil {
				t.Errorf("er staat %v, %v", nummers, err)
			}
		})
	}
}

// What said that a dossier was registered, while its files could not be read.
func TestRegistreerMisluktZonderDossier(t *testing.T) {
	m := verledenmap(t)
	a, wie, _ := verleden()
	a.Bijlagen = []Bijlage{{Naam: "weg.pdf", Open: func() (io.ReadCloser, error) { return nil, errors.New("weg.pdf is verdwenen") }}}
	if k, err := m.Registreer(context.Background(), a, wie); k != nil || err == nil {
		t.Errorf("%v, %v", k, err)
	}
}
