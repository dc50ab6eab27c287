package dossier

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
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

func TestZelfdeBerichtNietTweeKeer(t *testing.T) {
	m := nieuweMap(t)
	registreer := func(bericht, id string) error {
		a := aanmelding("x")
		a.Bericht, a.BerichtID = []byte(bericht), id
		_, err := m.Registreer(context.Background(), a, nu)
		return err
	}
	metFout(t, registreer("een", "1@example.org"), "")
	metFout(t, registreer("anders onderweg", "1@example.org"), "dit bericht is al geregistreerd: het staat in K2026-0001")
	metFout(t, registreer("een", "2@example.org"), "")
	metFout(t, registreer("zonder id", ""), "")
	metFout(t, registreer("zonder id", ""), "dit bericht is al geregistreerd: het staat in K2026-0003")
	metFout(t, registreer("ook zonder id", ""), "")

	// The same text as an attachment is no message.
	a := aanmelding("x")
	a.Bijlagen = []Bijlage{bijlageMet("mail.eml", "als bijlage")}
	if _, err := m.Registreer(context.Background(), a, nu); err != nil {
		t.Fatal(err)
	}
	metFout(t, registreer("als bijlage", ""), "")
}

func TestNummerVanHetJaarVanOntvangst(t *testing.T) {
	m := nieuweMap(t)
	a := aanmelding("oud")
	a.Ontvangen = tijdstip("2025-12-31T23:30:00Z") // in Amsterdam already 2026
	k, err := m.Registreer(context.Background(), a, nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "nummer", k.Nummer, Nummer{2026, 1})
	a.Ontvangen = tijdstip("2025-12-31")
	if k, err = m.Registreer(context.Background(), a, nu); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "nummer", k.Nummer, Nummer{2025, 1})
}

func TestVolgendNummerNaHetHoogste(t *testing.T) {
	m := nieuweMap(t)
	for _, naam := range []string{"2026/K2026-0003", "2026/.vernietigen-K2026-0009-id-met-streepje", "2026/K2026-0012 (kopie)", "2025/K2025-0040"} {
		if err := os.MkdirAll(filepath.Join(m.Pad, filepath.FromSlash(naam)), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	zetNeer(t, filepath.Join(m.Pad, bestandVernietigd), "vernietigd:\n  - {nummer: K2026-0005, id: a, ontvangen: 2026-01-05}\n  - {nummer: K2025-0050, id: b, ontvangen: 2025-01-06}\n")
	n, err := m.volgendNummer(2026)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "2026", n, 10)
	if n, err = m.volgendNummer(2025); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "2025", n, 51)
	if n, err = m.volgendNummer(2024); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "2024", n, 1)
	zetNeer(t, filepath.Join(m.Pad, bestandVernietigd), "vernietigd: kapot\n")
	if _, err := m.Registreer(context.Background(), aanmelding("x"), nu); err == nil {
		t.Error("een nummer uitgegeven terwijl vernietigd.yaml onleesbaar is")
	}
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
