package dossier

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// overlegmap has dossiers 1 to 3, received on 2, 9 and 20 November 2026, and
// measure M2026-001.
func overlegmap(t testing.TB) *Map {
	t.Helper()
	m := nieuweMap(t)
	for _, dag := range []string{"2026-11-02", "2026-11-09", "2026-11-20"} {
		a := aanmelding("Lokaal te klein")
		a.Ontvangen = tijdstip(dag)
		if _, err := m.Registreer(context.Background(), a, nu); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(m.Pad, mapMaatregelen), 0o700); err != nil {
		t.Fatal(err)
	}
	zetNeer(t, filepath.Join(m.Pad, mapMaatregelen, "M2026-001.yaml"), "omschrijving: x\n")
	return m
}

func overlegOp(dag string, besproken ...int) Overleg {
	o := Overleg{Op: datum(dag), Aanwezig: []string{"Louise Vos"}}
	for _, volg := range besproken {
		o.Besproken = append(o.Besproken, Nummer{2026, volg})
	}
	return o
}

// besprokenIn gives the meetings in which dossier volg says that it was discussed.
func besprokenIn(t testing.TB, m *Map, volg int) []string {
	t.Helper()
	k, _, err := m.Lees(Nummer{2026, volg})
	if err != nil {
		t.Fatal(err)
	}
	dagen := []string{}
	for _, g := range k.Verloop {
		if g.Wat == WatBesproken {
			gelijk(t, "op", g.Op, OpDag(g.Overleg))
			dagen = append(dagen, g.Overleg.String())
		}
	}
	return dagen
}

func TestLegOverlegVast(t *testing.T) {
	m := overlegmap(t)
	o := overlegOp("2026-11-19", 2, 1, 2)
	o.Besluiten = []string{"Zalen een week vooraf bevestigen, zie M2026-001"}
	o.Volgende = datum("2027-02-25")
	na, err := m.LegOverlegVast(context.Background(), o, nu)
	if err != nil {
		t.Fatal(err)
	}
	alle, meldingen, err := m.Overleggen()
	if err != nil || len(meldingen) > 0 || len(alle) != 1 {
		t.Fatal(alle, meldingen, err)
	}
	gelijk(t, "zoals het gelezen wordt", alle[0], na)
	gelijk(t, "besproken", na.Besproken, []Nummer{{2026, 1}, {2026, 2}})
	gelijk(t, "genoemd in een besluit", na.Maatregelen, []Maatregelnummer{{2026, 1}})
	gelijk(t, "door", na.Door, "Sanne de Vries")
	gelijk(t, "dossier 1", besprokenIn(t, m, 1), []string{"2026-11-19"})
	gelijk(t, "dossier 2", besprokenIn(t, m, 2), []string{"2026-11-19"})
	gelijk(t, "dossier 3", besprokenIn(t, m, 3), []string{})
	gelijk(t, "niets blijft achter", namenIn(t, m.schijf, mapOverleg), []string{"2026-11-19.yaml"})

	if _, err := m.LegOverlegVast(context.Background(), overlegOp("2026-11-23", 1, 3), nu); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "een tweede overleg", besprokenIn(t, m, 1), []string{"2026-11-19", "2026-11-23"})
}

func TestOverlegDatNietVastgelegdKanWorden(t *testing.T) {
	metMaatregel := overlegOp("2026-11-19", 1)
	metMaatregel.Maatregelen = []Maatregelnummer{{2026, 1}, {2026, 2}}
	inBesluit := overlegOp("2026-11-19", 1)
	inBesluit.Besluiten = []string{"Zie M2026-009"}
	ervoor := overlegOp("2026-11-19", 1)
	ervoor.Volgende = ervoor.Op
	niemand := overlegOp("2026-11-19", 1)
	niemand.Aanwezig = nil
	naamloos := overlegOp("2026-11-19", 1)
	naamloos.Aanwezig = []string{""}
	for _, tt := range []struct {
		naam string
		o    Overleg
		wil  string
	}{
		{"in de toekomst", overlegOp("2026-11-24", 1), "di 24 november 2026 ligt in de toekomst"},
		{"niemand", niemand, "er staat niet wie er aanwezig waren"},
		{"iemand zonder naam: het bestand zou niet te lezen zijn", naamloos, "overleg/2026-11-19.yaml:9: aanwezig heeft een leeg onderdeel"},
		{"volgende ervoor", ervoor, "het volgende overleg, op do 19 november 2026, ligt niet na dit overleg van do 19 november 2026"},
		{"onbekend dossier", overlegOp("2026-11-19", 1, 9), "dossier K2026-0009 bestaat niet"},
		{"later ontvangen", overlegOp("2026-11-19", 1, 3), "K2026-0003 is pas ontvangen op vr 20 november 2026; do 19 november 2026 ligt daarvoor"},
		{"alles wat er mis is", overlegOp("2026-11-08", 1, 2, 3), "K2026-0002 is pas ontvangen op ma 9 november 2026; zo 8 november 2026 ligt daarvoor\nK2026-0003 is pas ontvangen op vr 20 november 2026; zo 8 november 2026 ligt daarvoor"},
		{"onbekende maatregel", metMaatregel, "maatregel M2026-002 bestaat niet"},
		{"onbekende maatregel in een besluit", inBesluit, "maatregel M2026-009 bestaat niet"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			m := overlegmap(t)
			o, err := m.LegOverlegVast(context.Background(), tt.o, nu)
			if o != nil {
				t.Errorf("vastgelegd: %v", o)
			}
			metFout(t, err, tt.wil)
			gelijk(t, "dossier 1", besprokenIn(t, m, 1), []string{})
			if _, err := os.Stat(filepath.Join(m.Pad, mapOverleg)); !os.IsNotExist(err) {
				t.Error("er is een map gemaakt")
			}
		})
	}
}

func TestTweedeOverlegOpEenDag(t *testing.T) {
	m := overlegmap(t)
	legOverlegNeer(t, m, "2026-11-19.yaml", "kapot")
	_, err := m.LegOverlegVast(context.Background(), overlegOp("2026-11-19", 1), nu)
	metFout(t, err, "het overleg van do 19 november 2026 is al vastgelegd, in overleg/2026-11-19.yaml")
	gelijk(t, "ongemoeid", inhoudVan(t, m.schijf, "overleg/2026-11-19.yaml"), "kapot")
	gelijk(t, "dossier 1", besprokenIn(t, m, 1), []string{})
}

// Another program made the file in the very last instant: it stays as it is.
func TestOverlegDatErIneensIs(t *testing.T) {
	m := overlegmap(t)
	heel := m.schijf
	m.schijf = &lastigeSchijf{onder: heel, voor: func(wat string) {
		if wat == "hernoemNieuw overleg/2026-11-19.yaml" {
			legOverlegNeer(t, m, "2026-11-19.yaml", "aanwezig: [een ander]\n")
		}
	}}
	_, err := m.LegOverlegVast(context.Background(), overlegOp("2026-11-19", 1), nu)
	metFout(t, err, "het overleg van do 19 november 2026 is al vastgelegd, in overleg/2026-11-19.yaml")
	gelijk(t, "van de ander", inhoudVan(t, heel, "overleg/2026-11-19.yaml"), "aanwezig: [een ander]\n")
}

// Cut off anywhere, there is no meeting or a whole one, every dossier can be
// read, and giving the same again finishes it without doing anything twice.
func TestOnderbrokenOverlegIsAfTeMaken(t *testing.T) {
	for _, soort := range []*lastigeSchijf{{}, {fout: os.ErrPermission}, {fout: os.ErrPermission, blijf: true}} {
		for stap := 1; ; stap++ {
			m := dieCrasht(overlegmap(t))
			heel := m.schijf
			lastig := &lastigeSchijf{onder: heel, faal: stap, fout: soort.fout, blijf: soort.blijf}
			m.schijf = lastig
			o, err := m.LegOverlegVast(context.Background(), overlegOp("2026-11-23", 1, 3), nu)
			m.schijf = heel
			if (o == nil) != (err != nil && !errors.As(err, new(*nietVastFout))) {
				t.Fatalf("stap %d: %v, %v", stap, o, err)
			}
			alle, meldingen, fout := m.Overleggen()
			if fout != nil || len(meldingen) > 0 || len(alle) > 1 {
				t.Fatalf("stap %d: %v %v %v", stap, alle, meldingen, fout)
			}
			if len(alle) == 0 {
				if err == nil {
					t.Fatalf("stap %d: niets vastgelegd en geen fout", stap)
				}
				if o, err = m.LegOverlegVast(context.Background(), overlegOp("2026-11-23", 1, 3), nu); err != nil {
					t.Fatalf("stap %d, nog eens: %v", stap, err)
				}
				gelijk(t, "besproken", len(o.Besproken), 2)
			}
			for _, volg := range []int{1, 3} {
				gelijk(t, "één keer besproken", besprokenIn(t, m, volg), []string{"2026-11-23"})
			}
			if !lastig.geraakt() {
				break
			}
		}
	}
}

func TestOnderbrokenOverlegZegtHoeVerder(t *testing.T) {
	m := overlegmap(t)
	heel := m.schijf
	m.schijf = &lastigeSchijf{onder: heel, fout: os.ErrPermission, blijf: true}
	m.schijf.(*lastigeSchijf).voor = func(wat string) {
		if wat == "lees 2026/K2026-0002/klacht.yaml" && len(besprokenIn(t, &Map{Regels: m.Regels, Pad: m.Pad, schijf: heel, inst: m.inst}, 1)) > 0 {
			m.schijf.(*lastigeSchijf).faal = 1
		}
	}
	_, err := m.LegOverlegVast(context.Background(), overlegOp("2026-11-23", 1, 2), nu)
	m.schijf = heel
	var f *onderbrokenOverleg
	if !errors.As(err, &f) || !errors.Is(err, os.ErrPermission) {
		t.Fatal(err)
	}
	gelijk(t, "tip", f.Tip(), "vraag de beheerder om rechten op deze map; daarna: geef hetzelfde commando nog eens, met --op 2026-11-23; wat al in een dossier staat, komt er niet dubbel in")
	gelijk(t, "dossier 1", besprokenIn(t, m, 1), []string{"2026-11-23"})
	gelijk(t, "dossier 2", besprokenIn(t, m, 2), []string{})
}

// One that says that it was not discussed after all can be discussed again.
func TestBesprokenDatOngedaanGemaaktIs(t *testing.T) {
	m := overlegmap(t)
	k, _, err := m.Lees(Nummer{2026, 1})
	if err != nil {
		t.Fatal(err)
	}
	met := func(extra ...Gebeurtenis) *Klacht {
		kopie := *k
		kopie.Verloop = append(append([]Gebeurtenis{}, k.Verloop...), extra...)
		return &kopie
	}
	besproken := Gebeurtenis{ID: "b", Wat: WatBesproken, Op: tijdstip("2026-11-19"), Overleg: datum("2026-11-19")}
	for _, tt := range []struct {
		naam string
		k    *Klacht
		wil  int
	}{
		{"nog niet", k, 1},
		{"al besproken", met(besproken), 0},
		{"in een ander overleg", met(Gebeurtenis{ID: "b", Wat: WatBesproken, Op: tijdstip("2026-11-12"), Overleg: datum("2026-11-12")}), 1},
		{"ongedaan", met(besproken, Gebeurtenis{ID: "o", Wat: WatOngedaan, Op: tijdstip("2026-11-20"), Gebeurtenis: "b"}), 1},
	} {
		g, err := m.bespreek(tt.k, datum("2026-11-19"), datum("2026-11-23"))
		if err != nil {
			t.Fatal(tt.naam, err)
		}
		gelijk(t, tt.naam, len(g), tt.wil)
	}
}
