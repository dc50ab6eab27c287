package dossier

import (
	"context"
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"
)

// Cut off anywhere, the record is the old one or the new one, whole, and the next
// one can write.
func TestOnderbrokenVastleggingIsErHeelOfNiet(t *testing.T) {
	n := Nummer{2026, 7}
	for _, soort := range []*lastigeSchijf{{}, {fout: os.ErrPermission}, {fout: os.ErrPermission, blijf: true}} {
		for stap := 1; ; stap++ {
			m := dieCrasht(nieuweMap(t))
			legNeer(t, m, n, handwerk)
			lastig := soort
			lastig.onder, lastig.faal, lastig.stap = m.schijf, stap, 0
			heel := m.schijf
			m.schijf = lastig
			_, err := m.LegVast(context.Background(), n, nu, Vastlegging{
				Beslis:    func(*Klacht) ([]Gebeurtenis, error) { return []Gebeurtenis{eenGebeurtenis("2026-11-23 bijlage")}, nil },
				Bestanden: []Bijlage{bijlageMet("brief.txt", "brief")},
			})
			m.schijf = heel
			if !lastig.geraakt() {
				if err != nil {
					t.Fatal(err)
				}
				break
			}
			k, _, fout := m.Lees(n)
			if fout != nil {
				t.Fatalf("stap %d: %v", stap, fout)
			}
			switch len(k.Verloop) {
			case 1:
				if err == nil {
					t.Errorf("stap %d: niets vastgelegd en geen fout", stap)
				}
			case 2:
				b := k.Verloop[1].Bestanden[0]
				gelijk(t, "bestand", inhoudVan(t, m.schijf, n.Map()+"/"+b.Bestand), "brief")
			default:
				t.Fatalf("stap %d: %d gebeurtenissen", stap, len(k.Verloop))
			}
			if _, err := legStapVast(t, m, n, "2026-11-23 notitie"); err != nil {
				t.Fatalf("stap %d, daarna: %v", stap, err)
			}
		}
	}
}

// The new record stood, but what came after failed, and the file that it names
// was removed.
func TestBestandVerdweenTerwijlHetDossierHetNoemt(t *testing.T) {
	n := Nummer{2026, 7}
	for naam, kapot := range map[string]func(schijf) schijf{
		"na het wisselen lukt niets meer": func(s schijf) schijf {
			l := &lastigeSchijf{onder: s, fout: syscall.EIO, blijf: true}
			l.voor = func(wat string) {
				if strings.HasPrefix(wat, "wissel ") {
					l.faal = l.stap + 1
				}
			}
			return l
		},
		"wisselen lukt en meldt een fout": func(s schijf) schijf { return wisseltMetFout{s} },
	} {
		t.Run(naam, func(t *testing.T) {
			m := nieuweMap(t)
			legNeer(t, m, n, handwerk)
			heel := m.schijf
			m.schijf = kapot(heel)
			_, err := m.LegVast(context.Background(), n, nu, Vastlegging{
				Bestanden: []Bijlage{bijlageMet("factuur.pdf", "x")},
				Beslis:    func(*Klacht) ([]Gebeurtenis, error) { return []Gebeurtenis{eenGebeurtenis("2026-11-23 bijlage")}, nil },
			})
			m.schijf = heel
			if !errors.Is(err, syscall.EIO) {
				t.Fatal(err)
			}
			k, _, err := m.Lees(n)
			if err != nil || len(k.Verloop) != 2 {
				t.Fatal(k, err)
			}
			gelijk(t, "bestand", inhoudVan(t, m.schijf, n.Map()+"/"+k.Verloop[1].Bestanden[0].Bestand), "x")
		})
	}
}

// wisseltMetFout is a share that loses the answer to an exchange of names.
type wisseltMetFout struct{ schijf }

func (s wisseltMetFout) wissel(a, b string) error {
	if err := s.schijf.wissel(a, b); err != nil {
		return err
	}
	return &schijfFout{Naam: b, Doen: "kan niet worden opgeslagen", Err: syscall.EIO}
}

// What it said was that the file is too large to be read.
func TestTekstDieNietMeerPast(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2026, 7}
	legNeer(t, m, n, handwerk)
	lang := strings.Repeat("Een lange zin. ", grensRecord/15)
	const past = "klacht.yaml mag niet groter worden dan 1 MiB"
	_, err := m.LegVast(context.Background(), n, nu, Vastlegging{
		Bestanden: []Bijlage{bijlageMet("a.txt", "a")},
		Beslis: func(*Klacht) ([]Gebeurtenis, error) {
			return []Gebeurtenis{{Wat: WatNotitie, Op: nu.Nu, Tekst: lang}}, nil
		},
	})
	metFout(t, err, "deze tekst past niet in K2026-0007: "+past)
	gelijk(t, "tip", tipVan(err), "zet lange tekst in een bestand, en bewaar dat met: klacht bijlage K2026-0007 BESTAND")
	_, err = m.LegVast(context.Background(), n, nu, Vastlegging{Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
		g, err := m.Wijziging(k, "omschrijving", lang, nu.Nu.Dag)
		g.Op = nu.Nu
		return []Gebeurtenis{g}, err
	}})
	metFout(t, err, "deze tekst past niet in K2026-0007: "+past)
	gelijk(t, "klacht.yaml", inhoudVan(t, m.schijf, n.Map()+"/"+bestandKlacht), handwerk)
	gelijk(t, "bijlagen", namenIn(t, m.schijf, n.Map()+"/"+mapBijlagen), []string{})

	a := aanmelding("x")
	a.Omschrijving = lang
	_, err = m.Registreer(context.Background(), a, nu)
	metFout(t, err, "deze tekst past niet in dit dossier: "+past)
}

// A copy that was taken back once was said to be kept.
func TestTeruggenomenBestandHeetNietOpgeslagen(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2026, 7}
	legNeer(t, m, n, handwerk)
	lastig := &lastigeSchijf{onder: m.schijf, fout: syscall.EIO}
	lastig.voor = func(wat string) {
		if strings.HasPrefix(wat, "hernoemNieuw "+n.Map()+"/bijlagen/") {
			lastig.faal = lastig.stap + 1
		}
	}
	m.schijf = lastig
	k, err := m.LegVast(context.Background(), n, nu, Vastlegging{
		Bestanden: []Bijlage{bijlageMet("a.txt", "a")},
		Beslis:    func(*Klacht) ([]Gebeurtenis, error) { return []Gebeurtenis{eenGebeurtenis("2026-11-23 bijlage")}, nil },
	})
	if k != nil || !errors.Is(err, syscall.EIO) || errors.As(err, new(*nietVastFout)) {
		t.Errorf("%v, %v", k, err)
	}
	gelijk(t, "bijlagen", namenIn(t, m.schijf, n.Map()+"/"+mapBijlagen), []string{})
}
