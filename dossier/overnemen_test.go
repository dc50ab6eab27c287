package dossier

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
)

func registerrijen(nummers ...int) []Overtenemen {
	var uit []Overtenemen
	for _, n := range nummers {
		uit = append(uit, eenRij(n))
	}
	return uit
}

// zonderNummer is a row of a register that numbers nothing.
func zonderNummer(tekst string) Overtenemen {
	r := eenRij(0)
	r.Omschrijving = tekst
	r.Overgenomen.Nummer, r.Overgenomen.Kenmerk = "", Kenmerk(tekst)
	return r
}

func neemOver(t testing.TB, m *Map, eigenBron bool, rijen ...Overtenemen) []Overnameoordeel {
	t.Helper()
	o, err := m.NieuweOvernemer(context.Background(), nu, eigenBron)
	if err != nil {
		t.Fatal(err)
	}
	oordelen, err := o.Neem(context.Background(), rijen)
	if err != nil {
		t.Fatal(err)
	}
	return oordelen
}

func soorten(oordelen []Overnameoordeel) string {
	var uit []string
	for _, o := range oordelen {
		uit = append(uit, map[Overnamesoort]string{OvernameNieuw: "nieuw", OvernameBekend: "bekend", OvernameVeranderd: "veranderd", OvernameGeweigerd: "geweigerd"}[o.Soort])
	}
	return strings.Join(uit, " ")
}

func TestOvernemen(t *testing.T) {
	m := nieuweMap(t)
	verleden := eenRij(4)
	verleden.Ontvangen = tijdstip("2025-12-30")
	oordelen := neemOver(t, m, false, eenRij(1), verleden, eenRij(2))
	gelijk(t, "oordelen", soorten(oordelen), "nieuw nieuw nieuw")
	gelijk(t, "nummer van het jaar van ontvangst", []Nummer{oordelen[0].Klacht.Nummer, oordelen[1].Klacht.Nummer, oordelen[2].Klacht.Nummer}, []Nummer{{2026, 1}, {2025, 1}, {2026, 2}})
	k, meldingen, err := m.Lees(Nummer{2026, 2})
	if err != nil || len(meldingen) > 0 {
		t.Fatal(err, meldingen)
	}
	gelijk(t, "zoals het daar heette", k.Overgenomen, eenRij(2).Overgenomen)
	d, err := m.Beoordeel(k, datum("2026-11-23"))
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "toestand", d.Toestand, Afgehandeld)
	gelijk(t, "uitkomst", d.Uitkomst, Gegrond)
	gelijk(t, "oorzaak", d.Oorzaak, "planning")
	gelijk(t, "opmerkingen", len(d.Opmerkingen), 0)
	gelijk(t, "bevestiging, waarvan de dag bekend is", d.Termijnen[0].Stand, StandGehaald)
	gelijk(t, "voorstel, waar het register over zwijgt", d.Termijnen[1].Stand, StandOnbekend)
	gelijk(t, "niets blijft achter", namenIn(t, m.schijf, "2026"), []string{"K2026-0001", "K2026-0002"})
	for _, naam := range namenIn(t, m.schijf, ".") {
		if isTijdelijk(naam) {
			t.Errorf("%s bleef achter", naam)
		}
	}
	// Whoever registers next gets the next number.
	k, err = m.Registreer(context.Background(), aanmelding("daarna"), nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "volgende", k.Nummer, Nummer{2026, 3})
}

func TestNogEensOvernemenVoegtAlleenToeWatNieuwIs(t *testing.T) {
	m := nieuweMap(t)
	neemOver(t, m, false, append(registerrijen(1, 2), zonderNummer("a"), zonderNummer("a"))...)
	veranderd := eenRij(2)
	veranderd.Overgenomen.Kenmerk = Kenmerk("anders")
	oordelen := neemOver(t, m, false, eenRij(1), veranderd, eenRij(3), eenRij(3), zonderNummer("a"), zonderNummer("a"), zonderNummer("a"), zonderNummer("b"))
	gelijk(t, "oordelen", soorten(oordelen), "bekend veranderd nieuw geweigerd bekend bekend nieuw nieuw")
	gelijk(t, "welk dossier", oordelen[1].Nummer, Nummer{2026, 2})
	metFout(t, oordelen[3].Waarom, "nummer R000003 staat eerder in het register ook al")
	nummers, err := m.Nummers()
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "dossiers", len(nummers), 7)
	gelijk(t, "en nog eens", soorten(neemOver(t, m, false, registerrijen(3, 1)...)), "bekend bekend")
}

// One register, saved under another name, is one register; two that number alike
// are two when a person says so.
func TestHetzelfdeRegisterOnderEenAndereNaam(t *testing.T) {
	m := nieuweMap(t)
	neemOver(t, m, false, registerrijen(1, 2)...)
	ander := registerrijen(1, 2, 3)
	for i := range ander {
		ander[i].Overgenomen.Bron = "register (2)"
	}
	ander[1].Overgenomen.Kenmerk = Kenmerk("bijgewerkt")
	oordelen := neemOver(t, m, false, ander...)
	gelijk(t, "naam van het bestand", soorten(oordelen), "bekend geweigerd nieuw")
	metFout(t, oordelen[1].Waarom, "lijkt op K2026-0002: zelfde nummer (R000002) en zelfde dag, overgenomen uit register")
	for i := range ander {
		ander[i].Overgenomen.Bron = "afdeling Zuid"
	}
	gelijk(t, "naam uit de kaart", soorten(neemOver(t, m, true, ander...)), "nieuw nieuw nieuw")
}

func TestVernietigdWordtNietOpnieuwOvergenomen(t *testing.T) {
	m := nieuweMap(t)
	oud := []Overtenemen{eenRij(1), zonderNummer("a")}
	for i := range oud {
		oud[i].Ontvangen = tijdstip("2020-03-02")
		oud[i].Verloop = []Gebeurtenis{eenGebeurtenis("2020-03-23 afgehandeld uitkomst=ingetrokken")}
	}
	gelijk(t, "overgenomen", soorten(neemOver(t, m, false, oud...)), "nieuw nieuw")
	weg, err := m.Vernietig(context.Background(), []Nummer{{2020, 1}, {2020, 2}}, nu)
	if err != nil || len(weg) != 2 {
		t.Fatal(weg, err)
	}
	if tekst := inhoudVan(t, m.schijf, bestandVernietigd); strings.Contains(tekst, "R000001") {
		t.Errorf("het nummer in het register staat er nog:\n%s", tekst)
	}
	oud[0].Overgenomen.Kenmerk = Kenmerk("anders")
	oordelen := neemOver(t, m, false, oud...)
	gelijk(t, "en daarna", soorten(oordelen), "bekend bekend")
	gelijk(t, "zonder dossier", oordelen[0].Nummer, Nummer{})
}

// A sheet for each year, and each counts from 1: the second is not the first, also
// when of that nothing is left.
func TestNummerVanEenAnderJaarIsEenAndereKlacht(t *testing.T) {
	m := nieuweMap(t)
	oud := registerrijen(1, 2)
	for i := range oud {
		oud[i].Ontvangen = tijdstip("2020-03-02")
		oud[i].Verloop = []Gebeurtenis{eenGebeurtenis("2020-03-23 afgehandeld uitkomst=ingetrokken")}
	}
	gelijk(t, "2020", soorten(neemOver(t, m, false, oud...)), "nieuw nieuw")
	if _, err := m.Vernietig(context.Background(), []Nummer{{2020, 1}}, nu); err != nil {
		t.Fatal(err)
	}
	nieuw := registerrijen(1, 2, 3)
	for i := range nieuw {
		nieuw[i].Overgenomen.Kenmerk = Kenmerk("2026", nieuw[i].Overgenomen.Nummer)
	}
	oordelen := neemOver(t, m, false, nieuw...)
	gelijk(t, "2026", soorten(oordelen), "geweigerd geweigerd nieuw")
	metFout(t, oordelen[0].Waarom, "nummer R000001 is al overgenomen uit register, van een klacht uit 2020")
	metFout(t, oordelen[1].Waarom, "nummer R000002 is al overgenomen uit register, van een klacht uit 2020")
	gelijk(t, "weer 2020", soorten(neemOver(t, m, false, oud...)), "bekend bekend")
}

func TestWatNietKanWordtGeweigerd(t *testing.T) {
	m := nieuweMap(t)
	later, groot, onbekend := eenRij(1), eenRij(2), eenRij(3)
	later.Verloop = []Gebeurtenis{eenGebeurtenis("2026-03-01 afgehandeld uitkomst=gegrond")}
	groot.Omschrijving = strings.Repeat("x ", grensRecord)
	onbekend.Categorie = "parkeren"
	oordelen := neemOver(t, m, false, later, groot, onbekend, eenRij(4))
	gelijk(t, "oordelen", soorten(oordelen), "geweigerd geweigerd geweigerd nieuw")
	metFout(t, oordelen[0].Waarom, "dit dossier is pas ontvangen op ma 2 maart 2026; zo 1 maart 2026 ligt daarvoor")
	metFout(t, oordelen[1].Waarom, "deze tekst past niet in dit dossier: klacht.yaml mag niet groter worden dan 1 MiB")
	gelijk(t, "nummer", oordelen[3].Klacht.Nummer, Nummer{2026, 1})
}

func TestOvernemenNaastEenOnleesbaarDossier(t *testing.T) {
	m := nieuweMap(t)
	legNeer(t, m, Nummer{2026, 1}, "id: [")
	_, err := m.NieuweOvernemer(context.Background(), nu, false)
	if err == nil || !strings.Contains(err.Error(), "K2026-0001 is niet te lezen; zo is niet zeker wat al overgenomen is") {
		t.Errorf("kreeg %v", err)
	}
}

// A trial decides as the real run does, and writes nothing.
func TestProefIsHetzelfdeBesluit(t *testing.T) {
	m := nieuweMap(t)
	neemOver(t, m, false, registerrijen(1, 2)...)
	alle := append(registerrijen(1, 2, 3, 3, 4), zonderNummer("a"))
	alle[4].Verloop = []Gebeurtenis{eenGebeurtenis("2026-03-01 afgehandeld uitkomst=gegrond")}
	o, err := m.NieuweOvernemer(context.Background(), nu, false)
	if err != nil {
		t.Fatal(err)
	}
	proef := o.Beoordeel(alle)
	nummers, err := m.Nummers()
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "er kwam niets bij", len(nummers), 2)
	gelijk(t, "hetzelfde", soorten(proef), soorten(neemOver(t, m, false, alle...)))
}

// heleOvername checks that every dossier is whole, and no row is there twice; it
// gives how many there are.
func heleOvername(t testing.TB, m *Map) int {
	t.Helper()
	g, err := m.Alle(context.Background())
	if err != nil || len(g.Fouten) > 0 || len(g.Meldingen) > 0 {
		t.Fatal(err, g.Fouten, g.Meldingen)
	}
	var namen []string
	for _, k := range g.Klachten {
		namen = append(namen, k.Overgenomen.Nummer)
		gelijk(t, k.Nummer.String(), len(k.Verloop), 5)
	}
	slices.Sort(namen)
	if n := len(slices.Compact(slices.Clone(namen))); n != len(namen) {
		t.Errorf("een regel staat er twee keer: %v", namen)
	}
	return len(namen)
}

// Whatever step fails, with an error or a crash, each dossier is there whole or
// not at all, what is not synced is never shown, and running it again does the
// rest.
func TestOvernemenMisluktBijElkeStap(t *testing.T) {
	const aantal = 4
	deel := func() []Overtenemen {
		uit := registerrijen(1, 2, 3, 4)
		uit[2].Ontvangen = tijdstip("2025-12-30")
		return uit
	}
	for naam, fout := range map[string]error{"crash": nil, "vol": syscall.ENOSPC} {
		t.Run(naam, func(t *testing.T) {
			geraakt := true
			for faal := 1; geraakt; faal++ {
				m := dieCrasht(nieuweMap(t))
				o, err := m.NieuweOvernemer(context.Background(), nu, false)
				if err != nil {
					t.Fatal(err)
				}
				heel := m.schijf
				lastig := &lastigeSchijf{onder: heel, faal: faal, fout: fout}
				m.schijf = lastig
				oordelen, err := o.Neem(context.Background(), deel())
				m.schijf = heel
				geraakt = lastig.geraakt()
				gezegd := 0
				for _, o := range oordelen {
					if o.Klacht != nil && o.Klacht.Nummer != (Nummer{}) {
						gezegd++
					}
				}
				staat := heleOvername(t, m)
				if gezegd != staat {
					t.Errorf("stap %d: er staan er %d, gezegd is %d", faal, staat, gezegd)
				}
				if err == nil && staat != aantal {
					t.Errorf("stap %d: zonder fout staan er %d", faal, staat)
				}
				neemOver(t, m, false, deel()...)
				gelijk(t, fmt.Sprintf("stap %d, nog eens", faal), heleOvername(t, m), aantal)
				if t.Failed() {
					return
				}
			}
		})
	}
}

// The number was taken by another in between: the next is as good.
func TestOvernemenNaastEenAnder(t *testing.T) {
	m := nieuweMap(t)
	heel := m.schijf
	lastig := &lastigeSchijf{onder: heel}
	lastig.voor = func(wat string) {
		if wat == "hernoemNieuw 2026/K2026-0002" {
			lastig.voor = nil
			if err := errors.Join(heel.maakMap("2026/K2026-0002"), heel.schrijfLos(path.Join("2026/K2026-0002", bestandKlacht), strings.NewReader(goedeKlacht))); err != nil {
				t.Error(err)
			}
		}
	}
	m.schijf = lastig
	oordelen := neemOver(t, m, false, registerrijen(1, 2, 3)...)
	m.schijf = heel
	gelijk(t, "nummers", []Nummer{oordelen[0].Klacht.Nummer, oordelen[1].Klacht.Nummer, oordelen[2].Klacht.Nummer}, []Nummer{{2026, 1}, {2026, 3}, {2026, 4}})
	gelijk(t, "van de ander", inhoudVan(t, m.schijf, "2026/K2026-0002/klacht.yaml"), goedeKlacht)
}

// Where the file system can't be synced as a whole, every file is.
func TestSyncStuks(t *testing.T) {
	s := nieuweSchijf(t)
	for i := range 40 {
		naam := fmt.Sprintf("m%d", i)
		if err := errors.Join(s.maakMap(naam), s.schrijfLos(naam+"/klacht.yaml", strings.NewReader(naam))); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.syncStuks("."); err != nil {
		t.Error(err)
	}
	metFout(t, s.schrijfLos("m1/klacht.yaml", strings.NewReader("x")), "m1/klacht.yaml kan niet worden geschreven: er is al iets met die naam")
	if err := s.syncStuks("weg"); err == nil {
		t.Error("wat er niet is, is gesynct")
	}
}

// Two that take over the same register at once make one dossier of each row.
func TestTweeNemenHetzelfdeRegisterOver(t *testing.T) {
	m := nieuweMap(t)
	var groep sync.WaitGroup
	for range 2 {
		groep.Go(func() {
			o, err := m.NieuweOvernemer(context.Background(), nu, false)
			if err != nil {
				t.Error(err)
				return
			}
			for van := 0; van < 60; van += 5 {
				var deel []Overtenemen
				for n := van; n < van+5; n++ {
					deel = append(deel, eenRij(n))
				}
				if _, err := o.Neem(context.Background(), deel); err != nil {
					t.Error(err)
				}
			}
		})
	}
	groep.Wait()
	gelijk(t, "dossiers", heleOvername(t, m), 60)
}
