package dossier

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// Complete records of long ago, with all that must not stay.
func oudeKlacht(id string) string {
	return `id: ` + id + `
soort: klacht
herkomst: extern
onderwerp: Geheim onderwerp
categorie: overig
behandelaar: Joris Geheim
betreft: Ruben Geheim
klager: {naam: Anna Geheim, email: geheim@example.nl}
omschrijving: Geheime tekst
beloofd: {bevestiging: 5 werkdagen, voorstel: 4 weken}
verloop:
  - {wat: ontvangen, op: 2020-01-06}
  - {wat: bevestigd, op: 2020-01-07}
  - {wat: analyse, op: 2020-01-08, oorzaak: planning, bevinding: Geheim}
  - {wat: voorstel, op: 2020-02-05, tekst: Geheim}
  - {wat: geschil, op: 2020-02-10}
  - {wat: advies, op: 2020-03-02, tekst: Geheim}
  - {wat: afgehandeld, op: 2020-03-03, uitkomst: deels gegrond}
  - {wat: heropend, op: 2020-03-10, reden: Geheim}
  - {wat: afgehandeld, op: 2020-03-20, uitkomst: gegrond}
`
}

// volleMap has two dossiers that are due and one that is open.
func volleMap(t testing.TB) *Map {
	m := nieuweMap(t)
	for i := 1; i <= 2; i++ {
		n := Nummer{2020, i}
		legNeer(t, m, n, oudeKlacht(fmt.Sprintf("id-%d", i)))
		pad := filepath.Join(m.Pad, filepath.FromSlash(n.Map()), mapBijlagen)
		if err := os.MkdirAll(pad, 0o700); err != nil {
			t.Fatal(err)
		}
		zetNeer(t, filepath.Join(pad, "a.txt"), "a")
	}
	legNeer(t, m, Nummer{2026, 1}, goedeKlacht)
	return m
}

var oudeNummers = []Nummer{{2020, 1}, {2020, 2}}

func TestVernietig(t *testing.T) {
	m := volleMap(t)
	k, _, err := m.Lees(Nummer{2020, 1})
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.Beoordeel(k, nu.Nu.Dag)
	if err != nil {
		t.Fatal(err)
	}
	toen := d.Feiten()
	weg, err := m.Vernietig(context.Background(), append(slices.Clone(oudeNummers), Nummer{2026, 1}), nu)
	metFout(t, err, "K2026-0001 is intussen veranderd en wordt bewaard")
	gelijk(t, "vernietigd", len(weg), 2)
	gelijk(t, "weg", len(namenIn(t, m.schijf, "2020")), 0)
	gelijk(t, "vernietigd.yaml", inhoudVan(t, m.schijf, bestandVernietigd), `# Vernietigde dossiers: het bewijs van vernietiging, en wat voor de cijfers nodig
# is. Geen persoonsgegevens van klagers. klacht vult dit bestand zelf aan.
dossierformaat: 1
vernietigd:
`+vermelding(1)+vermelding(2))
	alle, _, err := m.Vernietigd()
	if err != nil {
		t.Fatal(err)
	}
	toen.Vernietigd, toen.Onderwerp, toen.Klager, toen.Behandelaar, toen.Betreft = true, "", "", "", ""
	toen.VernietigdOp = nu.Nu.Dag
	feiten, err := m.FeitenOp(alle[0], nu.Nu.Dag)
	metFout(t, err, "")
	gelijk(t, "de cijfers blijven", feiten, toen)
	n, err := m.volgendNummer(2020)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "de nummers blijven bezet", n, 3)
	if _, _, err := m.Lees(Nummer{2026, 1}); err != nil {
		t.Error(err)
	}
}

// vermeldingen are all entries of vernietigd.yaml, replaced ones too.
func vermeldingen(t testing.TB, m *Map) []Vernietiging {
	t.Helper()
	alle, _, err := leesVernietigd([]byte(inhoudVan(t, m.schijf, bestandVernietigd)))
	if err != nil {
		t.Fatal(err)
	}
	return alle
}

func nummersVan(alle []Vernietiging) []string {
	var uit []string
	for _, v := range alle {
		uit = append(uit, v.Nummer)
	}
	return uit
}

func vermelding(i int) string {
	return fmt.Sprintf(`  - nummer: K2020-%04[1]d
    id: id-%[1]d
    soort: klacht
    herkomst: extern
    categorie: overig
    oorzaak: planning
    geanalyseerd_op: 2020-01-08
    ontvangen: 2020-01-06
    termijnen:
      - naam: bevestiging
        uiterlijk: 2020-01-13
        voldaan_op: 2020-01-07
      - naam: voorstel
        uiterlijk: 2020-02-03
        voldaan_op: 2020-02-05
      - naam: voorstel
        ronde: 2
        uiterlijk: 2020-04-07
        voldaan_op: 2020-03-20
    afgehandeld:
      - op: 2020-03-03
        uitkomst: deels gegrond
      - op: 2020-03-20
        uitkomst: gegrond
    heropend:
      - 2020-03-10
    geschil:
      - 2020-02-10
    advies:
      - 2020-03-02
    vernietigd_op: 2026-11-23
    vernietigd_door: Sanne de Vries
    bestanden: 2
`, i)
}

// Interrupted anywhere and run again, it ends right: one entry each, nothing
// left, no number free.
func TestOnderbrokenVernietigingKomtGoed(t *testing.T) {
	for _, kaal := range []bool{false, true} {
		for _, fout := range []error{nil, syscall.ENOSPC} {
			for stap := 1; ; stap++ {
				naam := fmt.Sprintf("zonder wissel=%t %v bij stap %d", kaal, fout, stap)
				m := dieCrasht(volleMap(t))
				heel := m.schijf
				lastig := &lastigeSchijf{onder: heel, faal: stap, fout: fout}
				if kaal {
					lastig.onder = kaleSchijf{heel.(*echteSchijf)}
				}
				m.schijf = lastig
				_, err := m.Vernietig(context.Background(), oudeNummers, nu)
				m.schijf = heel
				if !lastig.geraakt() {
					if err != nil {
						t.Fatal(naam, err)
					}
					break
				}
				if n, err := m.volgendNummer(2020); err != nil || n != 3 {
					t.Fatalf("%s: het volgende nummer is %d, %v", naam, n, err)
				}
				over, err := m.Nummers()
				if err != nil {
					t.Fatal(naam, err)
				}
				over = slices.DeleteFunc(over, func(n Nummer) bool { return n.Jaar != 2020 })
				if _, err := m.Vernietig(context.Background(), over, nu); err != nil {
					t.Fatal(naam, err)
				}
				var ids []string
				for _, v := range vermeldingen(t, m) {
					ids = append(ids, v.ID)
					if v.Bestanden != 2 {
						t.Errorf("%s: %d bestanden", naam, v.Bestanden)
					}
				}
				slices.Sort(ids)
				if !slices.Equal(ids, []string{"id-1", "id-2"}) {
					t.Fatalf("%s: vermeld zijn %v", naam, ids)
				}
				for _, wat := range namenIn(t, heel, "2020") {
					if !isTijdelijk(wat) {
						t.Errorf("%s: er staat nog %s", naam, wat)
					}
				}
				if onderbroken, err := m.Onderbroken(); err != nil || len(onderbroken) > 0 {
					t.Errorf("%s: onderbroken %v, %v", naam, onderbroken, err)
				}
				if n, err := m.volgendNummer(2020); err != nil || n != 3 {
					t.Errorf("%s: daarna is het volgende nummer %d, %v", naam, n, err)
				}
				if _, _, err := m.Lees(Nummer{2026, 1}); err != nil {
					t.Fatal(naam, err)
				}
			}
		}
	}
}

// Deleting was cut off halfway: the record is gone, the entry is there.
func TestHalfVerwijderdDossierWordtAfgemaakt(t *testing.T) {
	m := dieCrasht(volleMap(t))
	lastig := &lastigeSchijf{onder: m.schijf, voor: func(string) {}}
	lastig.voor = func(wat string) {
		if strings.HasPrefix(wat, "verwijderBoom 2020/.vernietigen-K2020-0001") {
			if err := os.Remove(filepath.Join(m.Pad, "2020", ".vernietigen-K2020-0001-id-1", bestandKlacht)); err != nil {
				t.Error(err)
			}
			lastig.faal, lastig.fout = lastig.stap+1, nil
		}
	}
	heel := m.schijf
	m.schijf = kapotBijVerwijderen{lastig}
	if weg, err := m.Vernietig(context.Background(), oudeNummers, nu); err == nil || len(weg) > 0 {
		t.Fatal("niets ging mis", nummersVan(weg))
	}
	m.schijf = heel
	onderbroken, err := m.Onderbroken()
	if err != nil || !slices.Contains(onderbroken, Nummer{2020, 1}) {
		t.Fatal(onderbroken, err)
	}
	weg, err := m.Vernietig(context.Background(), nil, nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "alsnog vernietigd", nummersVan(weg), []string{"K2020-0001", "K2020-0002"})
	gelijk(t, "vermeld", nummersVan(vermeldingen(t, m)), []string{"K2020-0001", "K2020-0002"})
	gelijk(t, "er nog", len(namenIn(t, m.schijf, "2020")), 0)
}

// kapotBijVerwijderen deletes nothing of what it is told to.
type kapotBijVerwijderen struct{ *lastigeSchijf }

func (s kapotBijVerwijderen) verwijderBoom(naam string) error {
	if err := s.zet("verwijderBoom " + naam); err != nil {
		return err
	}
	return errors.New("verwijderen lukt niet")
}

// Two folders with one id, because someone copied a dossier: both are on record.
func TestGekopieerdDossierWordtOokVermeld(t *testing.T) {
	m := volleMap(t)
	legNeer(t, m, Nummer{2020, 3}, oudeKlacht("id-1"))
	weg, err := m.Vernietig(context.Background(), []Nummer{{2020, 1}, {2020, 3}}, nu)
	if err != nil || len(weg) != 2 {
		t.Errorf("%d vernietigd, %v", len(weg), err)
	}
	if n, err := m.volgendNummer(2020); err != nil || n != 4 {
		t.Errorf("het volgende nummer is %d, %v", n, err)
	}
}

func TestVernietigdZonderPersoonsgegevens(t *testing.T) {
	m := volleMap(t)
	if _, err := m.Vernietig(context.Background(), oudeNummers, nu); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(m.Pad, func(pad string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(pad)
		if strings.Contains(strings.ToLower(string(b)), "geheim") {
			t.Errorf("%s bevat nog iets uit het dossier", pad)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWatIntussenVeranderdeBlijft(t *testing.T) {
	m := volleMap(t)
	legNeer(t, m, Nummer{2020, 2}, oudeKlacht("id-2")+"  - {wat: heropend, op: 2026-11-20}\n")
	legNeer(t, m, Nummer{2020, 1}, oudeKlacht("id-1")+"  - {wat: bewaarplicht, op: 2026-11-20}\n")
	weg, err := m.Vernietig(context.Background(), oudeNummers, nu)
	metFout(t, err, "K2020-0001 is intussen veranderd en wordt bewaard\nK2020-0002 is intussen veranderd en wordt bewaard")
	gelijk(t, "vernietigd", len(weg), 0)
	gelijk(t, "er nog", namenIn(t, m.schijf, "2020"), []string{"K2020-0001", "K2020-0002"})
}

// A clock that was set back does not bring the program down.
func TestVernietigenMetDeKlokTerug(t *testing.T) {
	m := volleMap(t)
	oud := filepath.Join(m.Pad, "2020", "K2020-0001")
	if err := os.Rename(oud, filepath.Join(m.Pad, "2020", ".vernietigen-K2020-0001-id-1")); err != nil {
		t.Fatal(err)
	}
	_, err := m.Vernietig(context.Background(), nil, Wie{"Sanne", tijdstip("2019-01-01T12:00")})
	if err == nil || !strings.Contains(err.Error(), "K2020-0001") {
		t.Errorf("kreeg %v", err)
	}
	if onderbroken, err := m.Onderbroken(); err != nil || len(onderbroken) != 1 {
		t.Errorf("%v %v", onderbroken, err)
	}
}
