package dossier

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// As a person might have it: comments, blank lines, odd indentation, keys of
// their own.
const handwerk = `# van de balie
id:   zcqsqhgmqj22xlr7   # niet veranderen
soort: klacht
onderwerp:   'Lokaal te klein'   # of te vol?
categorie: overig

klager:
      naam: "Anna Bakker"

eigen sleutel: blijft staan
beloofd: {bevestiging: 5 werkdagen, voorstel: 4 weken}
verloop:
    # eerst dit
    -   wat: ontvangen
        op: 2026-11-20
        id: e1
    # slot
`

func legStapVast(t testing.TB, m *Map, n Nummer, regels ...string) (*Klacht, error) {
	t.Helper()
	return m.LegVast(context.Background(), n, nu, Vastlegging{Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
		var uit []Gebeurtenis
		for _, r := range regels {
			g, err := m.Toets(k, eenGebeurtenis(r), nu.Nu.Dag, false)
			if err != nil {
				return nil, err
			}
			uit = append(uit, g)
		}
		return uit, nil
	}})
}

func TestLegVastVoegtAlleenToe(t *testing.T) {
	for naam, maak := range map[string]func(string) string{
		"zoals het is":                   func(s string) string { return s },
		"met CRLF":                       func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"met BOM":                        func(s string) string { return "\ufeff" + s },
		"zonder regeleinde aan het eind": func(s string) string { return strings.TrimSuffix(s, "\n") },
	} {
		t.Run(naam, func(t *testing.T) {
			m := nieuweMap(t)
			n := Nummer{2026, 7}
			legNeer(t, m, n, maak(handwerk))
			for _, stap := range []string{"2026-11-20 bevestigd", "2026-11-23 notitie", "2026-11-23 analyse", "2026-11-23 voorstel"} {
				voor := inhoudVan(t, m.schijf, n.Map()+"/"+bestandKlacht)
				k, err := legStapVast(t, m, n, stap)
				if err != nil {
					t.Fatal(err)
				}
				na := inhoudVan(t, m.schijf, n.Map()+"/"+bestandKlacht)
				if !strings.HasPrefix(na, strings.TrimRight(voor, "\r\n")) {
					t.Fatalf("meer veranderd dan een toevoeging:\n%s\n%s", voor, na)
				}
				if strings.Contains(voor, "\r\n") && strings.Contains(strings.ReplaceAll(na, "\r\n", ""), "\n") {
					t.Errorf("regeleinden door elkaar:\n%q", na)
				}
				g := k.Verloop[len(k.Verloop)-1]
				gelijk(t, "door", g.Door, "Sanne de Vries")
				gelijk(t, "vastgelegd", g.Vastgelegd.String(), "2026-11-23T12:00:00+01:00")
			}
			k, _, err := m.Lees(n)
			if err != nil {
				t.Fatal(err)
			}
			gelijk(t, "gebeurtenissen", len(k.Verloop), 5)
			gelijk(t, "geen slot meer", namenIn(t, m.schijf, n.Map()), []string{bestandKlacht})
		})
	}
}

func TestLegVastWijzigtHetVeldZelf(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2026, 7}
	legNeer(t, m, n, handwerk)
	k, err := m.LegVast(context.Background(), n, nu, Vastlegging{Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
		var events []Gebeurtenis
		for _, v := range [][2]string{{"onderwerp", "Lokaal te vol: 30 mensen"}, {"telefoon", "0612345678"}, {"cursus", "Excel"}} {
			g, err := m.Wijziging(k, v[0], v[1], nu.Nu.Dag)
			if err != nil {
				return nil, err
			}
			g.Op = OpDag(nu.Nu.Dag)
			events = append(events, g)
		}
		return events, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "onderwerp", k.Onderwerp, "Lokaal te vol: 30 mensen")
	gelijk(t, "telefoon", k.Klager.Telefoon, "0612345678")
	gelijk(t, "cursus", k.Cursus, "Excel")
	gelijk(t, "van", k.Verloop[1].Van, "Lokaal te klein")
	tekst := inhoudVan(t, m.schijf, n.Map()+"/"+bestandKlacht)
	kop, _, _ := strings.Cut(tekst, "verloop:")
	gelijk(t, "boven het verloop", kop, strings.Replace(strings.Replace(strings.Split(handwerk, "verloop:")[0],
		"'Lokaal te klein'", "'Lokaal te vol: 30 mensen'", 1),
		"      naam: \"Anna Bakker\"\n", "      naam: \"Anna Bakker\"\n      telefoon: \"0612345678\"\n", 1)+"cursus: Excel\n")
}

// Another program saved while we were deciding: both changes stand, and we
// decided on what it wrote.
func TestVreemdeWijzigingTijdensHetVastleggen(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2026, 7}
	legNeer(t, m, n, handwerk)
	pad := filepath.Join(m.Pad, filepath.FromSlash(n.Map()), bestandKlacht)
	keer := 0
	k, err := m.LegVast(context.Background(), n, nu, Vastlegging{Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
		if keer++; keer == 1 {
			zetNeer(t, pad, strings.Replace(handwerk, "    # slot\n", "    -   {wat: bevestigd, op: 2026-11-21, id: e2}\n", 1))
		}
		g, err := m.Toets(k, eenGebeurtenis("2026-11-23 voorstel"), nu.Nu.Dag, false)
		return []Gebeurtenis{g}, err
	}})
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "keer beslist", keer, 2)
	gelijk(t, "verloop", len(k.Verloop), 3)

	// Now a change that makes our step impossible: it is refused, and nothing is written.
	ander := inhoudVan(t, m.schijf, n.Map()+"/"+bestandKlacht) + "    -   {wat: afgehandeld, op: 2026-11-23, id: e9, uitkomst: gegrond}\n"
	keer = 0
	_, err = m.LegVast(context.Background(), n, nu, Vastlegging{Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
		if keer++; keer == 1 {
			zetNeer(t, pad, ander)
		}
		g, err := m.Toets(k, eenGebeurtenis("2026-11-23 analyse"), nu.Nu.Dag, false)
		return []Gebeurtenis{g}, err
	}})
	metFout(t, err, "K2026-0007 is al afgehandeld op ma 23 november 2026")
	gelijk(t, "zoals het andere programma het schreef", inhoudVan(t, m.schijf, n.Map()+"/"+bestandKlacht), ander)
}

func TestGeweigerdeStapLaatNietsAchter(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2026, 7}
	legNeer(t, m, n, handwerk)
	_, err := m.LegVast(context.Background(), n, nu, Vastlegging{
		Bestanden: []Bijlage{bijlageMet("a.txt", "a")},
		Beslis:    func(*Klacht) ([]Gebeurtenis, error) { return nil, errGecrasht },
	})
	if !errors.Is(err, errGecrasht) {
		t.Fatal(err)
	}
	gelijk(t, "klacht.yaml", inhoudVan(t, m.schijf, n.Map()+"/"+bestandKlacht), handwerk)
	if over, err := m.schijf.lijst(n.Map() + "/" + mapBijlagen); err == nil && len(over) > 0 {
		t.Errorf("achtergebleven: %v", over)
	}
	_, err = legStapVast(t, m, Nummer{2026, 8}, "2026-11-23 notitie")
	metFout(t, err, "dossier K2026-0008 bestaat niet")
	if _, err := os.Stat(filepath.Join(m.Pad, "2026", "K2026-0008")); !os.IsNotExist(err) {
		t.Error("een map gemaakt voor een dossier dat er niet is")
	}
}

func TestVeelTegelijkVastleggen(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2026, 7}
	legNeer(t, m, n, handwerk)
	var groep sync.WaitGroup
	for range 20 {
		groep.Go(func() {
			if _, err := legStapVast(t, m, n, "2026-11-23 notitie"); err != nil {
				t.Error(err)
			}
		})
	}
	groep.Wait()
	k, _, err := m.Lees(n)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "verloop", len(k.Verloop), 21)
}

func TestBijlagenBijEenStap(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2026, 7}
	legNeer(t, m, n, handwerk)
	for i, bericht := range []bool{false, true, false} {
		brief := bijlageMet("brief.txt", strings.Repeat("a", i+1))
		brief.Bericht = bericht
		k, err := m.LegVast(context.Background(), n, nu, Vastlegging{
			Beslis:    func(*Klacht) ([]Gebeurtenis, error) { return []Gebeurtenis{eenGebeurtenis("2026-11-23 bijlage")}, nil },
			Bestanden: []Bijlage{brief},
		})
		if err != nil {
			t.Fatal(err)
		}
		b := k.Verloop[i+1].Bestanden
		gelijk(t, "bytes", b[0].Bytes, int64(i+1))
		wil := "bijlagen/"
		if bericht {
			wil = "correspondentie/"
		}
		if !strings.HasPrefix(b[0].Bestand, wil) {
			t.Errorf("staat in %s", b[0].Bestand)
		}
	}
	gelijk(t, "twee van één naam", len(namenIn(t, m.schijf, n.Map()+"/"+mapBijlagen)), 2)
}
