package dossier

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

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

func tekstbijlage(naam, tekst string) Bijlage {
	return Bijlage{Naam: naam, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(tekst)), nil }}
}

func stap(op string, g Gebeurtenis, bijlagen ...Bijlage) Stap {
	g.Op = tijdstip(op)
	return Stap{Gebeurtenis: g, Wie: Wie{"Sanne", tijdstip(op)}, Bijlagen: bijlagen, Berichten: true}
}

func verleden() (Aanmelding, Wie, []Stap) {
	a := Aanmelding{Onderwerp: "Rekening klopt niet", Categorie: "overig", Ontvangen: tijdstip("2026-06-01 10:00"), Bijlagen: []Bijlage{tekstbijlage("rekening.pdf", "€ 12")}}
	return a, Wie{"Sanne", tijdstip("2026-06-01 10:30")}, []Stap{
		stap("2026-06-03 09:00", Gebeurtenis{Wat: WatBevestigd}, tekstbijlage("brief.txt", "Wij hebben uw klacht ontvangen."), tekstbijlage("brief.txt", "Bijlage")),
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
		_, err := los.LegVast(ctx, stuk.Nummer, s.Wie, Vastlegging{Bestanden: s.Bijlagen, Berichten: s.Berichten, Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
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
