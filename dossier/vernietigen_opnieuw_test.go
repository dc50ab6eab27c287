package dossier

import (
	"context"
	"errors"
	"strings"
	"syscall"
	"testing"
)

// A dossier that was put back from a backup, and destroyed again years later,
// lost what had happened since, and the run said that it destroyed nothing.
func TestTeruggezetDossierVerloorZijnFeiten(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2020, 1}
	const sindsdien = "  - {wat: heropend, op: 2021-01-04, reden: x}\n  - {wat: afgehandeld, op: 2022-01-05, uitkomst: ongegrond}\n"
	for _, tt := range []struct {
		naam, tekst string
		vermeld     int
	}{
		{"de eerste keer", oudeKlacht("id-1"), 1},
		{"teruggezet zoals het was", oudeKlacht("id-1"), 1},
		{"teruggezet en opnieuw behandeld", oudeKlacht("id-1") + sindsdien, 2},
		{"weer teruggezet", oudeKlacht("id-1") + sindsdien, 2},
	} {
		legNeer(t, m, n, tt.tekst)
		weg, err := m.Vernietig(context.Background(), []Nummer{n}, nu)
		if err != nil {
			t.Fatal(tt.naam, err)
		}
		gelijk(t, tt.naam+": vernietigd", nummersVan(weg), []string{"K2020-0001"})
		gelijk(t, tt.naam+": vermeld", len(vermeldingen(t, m)), tt.vermeld)
		gelijk(t, tt.naam+": er nog", len(namenIn(t, m.schijf, "2020")), 0)
	}
	alle, _, err := m.Vernietigd()
	if err != nil || len(alle) != 1 {
		t.Fatalf("%d in de cijfers, %v", len(alle), err)
	}
	gelijk(t, "afgehandeld", len(alle[0].Sluitingen), 3)
	gelijk(t, "laatste uitkomst", alle[0].Sluitingen[2], Sluiting{datum("2022-01-05"), Ongegrond})
}

// Only the last entry of a dossier counts; dossiers with one id are two.
func TestLaatsteVermeldingPerDossier(t *testing.T) {
	v := func(nummer, id string, bestanden int) Vernietiging {
		return Vernietiging{Feiten: Feiten{Nummer: nummer}, ID: id, Bestanden: bestanden}
	}
	gelijk(t, "laatste", laatstePerDossier([]Vernietiging{v("K2020-0001", "a", 1), v("K2020-0002", "a", 2), v("K2020-0001", "a", 3), v("K2020-0001", "b", 4)}),
		[]Vernietiging{v("K2020-0002", "a", 2), v("K2020-0001", "a", 3), v("K2020-0001", "b", 4)})
	gelijk(t, "niets", laatstePerDossier(nil), nil)
}

// What is on record but can't be deleted is not destroyed; the next run says so.
func TestNietVerwijderdIsNietVernietigd(t *testing.T) {
	m := volleMap(t)
	heel := m.schijf
	m.schijf = nietTeVerwijderen{heel, "2020/.vernietigen-K2020-0001-id-1"}
	weg, err := m.Vernietig(context.Background(), oudeNummers, nu)
	if !errors.Is(err, syscall.EBUSY) {
		t.Errorf("kreeg %v", err)
	}
	gelijk(t, "vernietigd", nummersVan(weg), []string{"K2020-0002"})
	m.schijf = heel
	if weg, err = m.Vernietig(context.Background(), nil, nu); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "daarna", nummersVan(weg), []string{"K2020-0001"})
	gelijk(t, "vermeld", len(vermeldingen(t, m)), 2)
}

// nietTeVerwijderen can't delete one folder.
type nietTeVerwijderen struct {
	schijf
	pad string
}

func (s nietTeVerwijderen) verwijderBoom(naam string) error {
	if naam == s.pad {
		return &schijfFout{Naam: naam, Doen: "kan niet worden verwijderd", Err: syscall.EBUSY}
	}
	return s.schijf.verwijderBoom(naam)
}

// An interrupt between two dossiers left the first out of sight, but neither on
// record nor deleted.
func TestAfbrekenMaaktAfWatUitZichtIs(t *testing.T) {
	m := volleMap(t)
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	lastig := &lastigeSchijf{onder: m.schijf, voor: func(wat string) {
		if strings.HasPrefix(wat, "hernoemNieuw 2020/.vernietigen-K2020-0001") {
			stop()
		}
	}}
	heel := m.schijf
	m.schijf = lastig
	weg, err := m.Vernietig(ctx, oudeNummers, nu)
	m.schijf = heel
	if !errors.Is(err, context.Canceled) {
		t.Errorf("kreeg %v", err)
	}
	gelijk(t, "vernietigd", nummersVan(weg), []string{"K2020-0001"})
	gelijk(t, "vermeld", nummersVan(vermeldingen(t, m)), []string{"K2020-0001"})
	gelijk(t, "er nog", namenIn(t, m.schijf, "2020"), []string{"K2020-0002"})
}
