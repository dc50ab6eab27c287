package dossier

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"klacht/werkdagen"
)

func plan() NieuweMaatregel {
	return NieuweMaatregel{
		Omschrijving: "Zaal reserveren", Soort: Corrigerend, Verantwoordelijke: "Bo Smit", Streefdatum: datum("2026-12-01"),
		Controle: Controlemoment{Na: werkdagen.Termijn{Aantal: 3, Eenheid: werkdagen.Maanden}}, Categorie: "overig",
	}
}

// legMaatregelNeer puts a file in the folder of measures as another program would.
func legMaatregelNeer(t testing.TB, m *Map, naam, tekst string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(m.Pad, mapMaatregelen), 0o700); err != nil {
		t.Fatal(err)
	}
	zetNeer(t, filepath.Join(m.Pad, mapMaatregelen, naam), tekst)
}

func legMaatregelstap(m *Map, n Maatregelnummer, regel string) (*Maatregel, error) {
	return m.LegMaatregelVast(context.Background(), n, nu, func(k *Maatregel) ([]Maatregelgebeurtenis, error) {
		g := maatregelgebeurtenis(regel)
		return []Maatregelgebeurtenis{g}, m.ToetsMaatregel(k, g, nu.Nu.Dag)
	})
}

func TestNieuweMaatregel(t *testing.T) {
	m := nieuweMap(t)
	if alle, meldingen, err := m.Maatregelen(); len(alle) > 0 || len(meldingen) > 0 || err != nil {
		t.Fatal("zonder map zijn er geen maatregelen:", alle, meldingen, err)
	}
	legNeer(t, m, Nummer{2026, 7}, goedeKlacht)
	zetNeer(t, filepath.Join(m.Pad, bestandVernietigd), "vernietigd:\n  - {nummer: K2020-0001, id: a, soort: klacht, ontvangen: 2020-01-06}\n")
	p := plan()
	p.Dossiers = []Nummer{{2026, 7}, {2020, 1}}
	eerste, err := m.NieuweMaatregel(p, nu)
	if err != nil {
		t.Fatal(err)
	}
	tekst := inhoudVan(t, m.schijf, "maatregelen/M2026-001.yaml")
	gelijk(t, "bestand", strings.NewReplacer(eerste.ID, "ID", eerste.Verloop[0].ID, "ID").Replace(tekst), `# Maatregel: wat er verandert, wie dat doet, en het verloop. Hij blijft langer dan
# de dossiers waar hij uit voortkwam: zet hier niets in over klagers. Met de hand
# aanpassen mag; nieuwe gebeurtenissen komen onderaan.
dossierformaat: 1
id: ID
omschrijving: Zaal reserveren
soort: corrigerend
verantwoordelijke: Bo Smit
streefdatum: 2026-12-01
controle: 3 maanden
categorie: overig
dossiers:
  - K2020-0001
  - K2026-0007

verloop:
  - id: ID
    wat: aangemaakt
    op: 2026-11-23T12:00:00+01:00
    vastgelegd: 2026-11-23T12:00:00+01:00
    door: Sanne de Vries
`)
	p.VervolgOp, p.Op = eerste.Nummer, datum("2025-06-01")
	tweede, err := m.NieuweMaatregel(p, nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "het jaar waarin ertoe besloten is", tweede.Nummer, Maatregelnummer{2025, 1})
	for wil, anders := range map[string]func(*NieuweMaatregel){
		"dossier K2026-0008 bestaat niet":                                       func(p *NieuweMaatregel) { p.Dossiers = []Nummer{{2026, 8}} },
		"maatregel M2026-009 bestaat niet":                                      func(p *NieuweMaatregel) { p.VervolgOp = Maatregelnummer{2026, 9} },
		"deze tekst is te lang: een maatregel mag niet groter worden dan 1 MiB": func(p *NieuweMaatregel) { p.Oorzaak = strings.Repeat("x", grensRecord) },
	} {
		p := plan()
		anders(&p)
		_, err := m.NieuweMaatregel(p, nu)
		metFout(t, err, wil)
	}
	gelijk(t, "niets anders", namenIn(t, m.schijf, mapMaatregelen), []string{"M2025-001.yaml", "M2026-001.yaml"})
}

// A copy that a sync service made keeps its number taken, and so does a number
// that is higher than the count.
func TestNummerVanEenMaatregelIsNooitBezet(t *testing.T) {
	m := nieuweMap(t)
	for _, naam := range []string{"M2026-002.yaml", "M2026-004-PC2.yaml", "M2025-009.yaml", "M2026-00x.yaml", "overig.txt"} {
		legMaatregelNeer(t, m, naam, goedeMaatregel)
	}
	k, err := m.NieuweMaatregel(plan(), nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "nummer", k.Nummer, Maatregelnummer{2026, 5})
	legMaatregelNeer(t, m, "M2026-999999.yaml", goedeMaatregel)
	_, err = m.NieuweMaatregel(plan(), nu)
	metFout(t, err, "in 2026 is geen nummer voor een maatregel meer vrij: M2026-999999 is al uitgegeven")
}

func TestMaatregelenLezen(t *testing.T) {
	m := nieuweMap(t)
	legMaatregelNeer(t, m, "M2026-010.yaml", goedeMaatregel)
	legMaatregelNeer(t, m, "M2026-002.yaml", strings.Replace(goedeMaatregel, "id: a", "id: b", 1))
	legMaatregelNeer(t, m, "M2026-003.yaml", "soort: x\n")
	legMaatregelNeer(t, m, "M2026-004.yaml", goedeMaatregel)
	legMaatregelNeer(t, m, "M2026-002 (conflicted copy).yaml", goedeMaatregel)
	legMaatregelNeer(t, m, "M2026-0005.yml", goedeMaatregel)
	legMaatregelNeer(t, m, ".M2026-006.yaml", goedeMaatregel)
	legMaatregelNeer(t, m, "leesmij.txt", "x")
	alle, meldingen, err := m.Maatregelen()
	var nummers []string
	for _, k := range alle {
		nummers = append(nummers, k.Nummer.String())
	}
	gelijk(t, "gelezen", nummers, []string{"M2026-002", "M2026-004", "M2026-010"})
	if err == nil || !strings.HasPrefix(err.Error(), "maatregelen/M2026-003.yaml:1: ") {
		t.Errorf("fout: %v", err)
	}
	var gemeld []string
	for _, f := range meldingen {
		gemeld = append(gemeld, f.Error())
	}
	gelijk(t, "meldingen", gemeld, []string{
		"maatregelen/M2026-0005.yml: dit bestand heeft geen nummer van een maatregel als naam, en wordt niet gelezen",
		"maatregelen/M2026-002 (conflicted copy).yaml: dit bestand heeft geen nummer van een maatregel als naam, en wordt niet gelezen",
		"M2026-004 en M2026-010 hebben dezelfde id: een van beide is een kopie",
	})
}

// Every dossier that is judged knows the measures that name it, as of that day.
func TestDossierKentZijnMaatregelen(t *testing.T) {
	m := nieuweMap(t)
	n := Nummer{2026, 7}
	legNeer(t, m, n, goedeKlacht)
	op := func(dag string) []Maatregelnummer {
		t.Helper()
		k, _, err := m.Lees(n)
		if err != nil {
			t.Fatal(err)
		}
		d, err := m.Beoordeel(k, datum(dag))
		if err != nil {
			t.Fatal(err)
		}
		return d.Maatregelen
	}
	gelijk(t, "nog geen", len(op("2026-11-23")), 0)
	p := plan()
	p.Dossiers = []Nummer{n}
	for range 2 {
		if _, err := m.NieuweMaatregel(p, nu); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := m.NieuweMaatregel(plan(), nu); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "de dag ervoor", len(op("2026-11-22")), 0)
	gelijk(t, "op de dag", op("2026-11-23"), []Maatregelnummer{{2026, 1}, {2026, 2}})
}

func TestMaatregelMetOnbekendeCategorie(t *testing.T) {
	m := nieuweMap(t)
	legMaatregelNeer(t, m, "M2026-003.yaml", strings.Replace(goedeMaatregel, "verloop:", "categorie: weer\nverloop:", 1))
	_, meldingen, err := m.LeesMaatregel(Maatregelnummer{2026, 3})
	if err != nil || len(meldingen) != 1 {
		t.Fatal(meldingen, err)
	}
	metFout(t, meldingen[0], `maatregelen/M2026-003.yaml: categorie "weer" staat niet in procedure.yaml`)
	gelijk(t, "tip", tipVan(meldingen[0]), "geef een andere met: klacht maatregel wijzig M2026-003 --categorie …")
}

const maatregelHandwerk = `# van het MT
id:   a   # niet veranderen
omschrijving:   'Zaal reserveren'   # bij bevestiging
soort: herstel
verantwoordelijke: "Bo"
streefdatum:   2026-12-01 # of eerder

controle: '3 maanden'
eigen sleutel: blijft staan
verloop:
    # eerst dit
    -   wat: aangemaakt
        op: 2026-11-02
    # slot
`

func TestMaatregelVastleggenVerandertAlleenHetBedoelde(t *testing.T) {
	for naam, maak := range map[string]func(string) string{
		"zoals het is":                   func(s string) string { return s },
		"met CRLF":                       func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"zonder regeleinde aan het eind": func(s string) string { return strings.TrimSuffix(s, "\n") },
	} {
		t.Run(naam, func(t *testing.T) {
			m := nieuweMap(t)
			n := Maatregelnummer{2026, 3}
			legMaatregelNeer(t, m, "M2026-003.yaml", maak(maatregelHandwerk))
			for _, stap := range []string{"2026-11-20 uitgevoerd toelichting=Klaar", "2026-11-21 gecontroleerd oordeel=deels"} {
				voor := inhoudVan(t, m.schijf, n.bestand())
				if _, err := legMaatregelstap(m, n, stap); err != nil {
					t.Fatal(err)
				}
				if na := inhoudVan(t, m.schijf, n.bestand()); !strings.HasPrefix(na, strings.TrimRight(voor, "\r\n")) {
					t.Fatalf("meer veranderd dan een toevoeging:\n%s\n%s", voor, na)
				}
			}
			velden := []Veldwaarde{{"omschrijving", "Zaal: reserveren"}, {"streefdatum", "2027-01-01"}, {"controle", "2027-04-01"}, {"oorzaak", "planning"}}
			k, err := m.LegMaatregelVast(context.Background(), n, nu, func(k *Maatregel) ([]Maatregelgebeurtenis, error) {
				return m.WijzigMaatregel(k, velden, nu.Nu, nu.Nu.Dag)
			})
			if err != nil {
				t.Fatal(err)
			}
			gelijk(t, "van", k.Verloop[4].Van, "2026-12-01")
			kop, _, _ := strings.Cut(strings.ReplaceAll(inhoudVan(t, m.schijf, n.bestand()), "\r\n", "\n"), "verloop:")
			voor, _, _ := strings.Cut(maatregelHandwerk, "verloop:")
			gelijk(t, "boven het verloop", kop, strings.NewReplacer("'Zaal reserveren'", "'Zaal: reserveren'", "2026-12-01", "2027-01-01", "'3 maanden'", "'2027-04-01'").Replace(voor)+"oorzaak: planning\n")
			gelijk(t, "niets blijft achter", namenIn(t, m.schijf, mapMaatregelen), []string{"M2026-003.yaml"})
		})
	}
}

func TestVreemdeWijzigingTijdensMaatregelVastleggen(t *testing.T) {
	m := nieuweMap(t)
	n := Maatregelnummer{2026, 3}
	legMaatregelNeer(t, m, "M2026-003.yaml", maatregelHandwerk)
	keer := 0
	_, err := m.LegMaatregelVast(context.Background(), n, nu, func(k *Maatregel) ([]Maatregelgebeurtenis, error) {
		if keer++; keer == 1 {
			legMaatregelNeer(t, m, "M2026-003.yaml", strings.Replace(maatregelHandwerk, "    # slot\n", "    -   {wat: vervallen, op: 2026-11-21, reden: x}\n", 1))
		}
		g := maatregelgebeurtenis("2026-11-23 uitgevoerd")
		return []Maatregelgebeurtenis{g}, m.ToetsMaatregel(k, g, nu.Nu.Dag)
	})
	metFout(t, err, "M2026-003 is vervallen op za 21 november 2026")
	gelijk(t, "keer beslist", keer, 2)
	_, err = legMaatregelstap(m, Maatregelnummer{2026, 4}, "2026-11-23 uitgevoerd")
	metFout(t, err, "maatregel M2026-004 bestaat niet")
}

func TestTeLangeToelichtingPastNiet(t *testing.T) {
	m := nieuweMap(t)
	legMaatregelNeer(t, m, "M2026-003.yaml", maatregelHandwerk)
	_, err := legMaatregelstap(m, Maatregelnummer{2026, 3}, "2026-11-23 uitgevoerd toelichting="+strings.Repeat("x", grensRecord))
	metFout(t, err, "deze tekst past niet in maatregelen/M2026-003.yaml: een maatregel mag niet groter worden dan 1 MiB")
}

// Interrupted anywhere, a new measure is there whole or not at all, and the next
// one gets a number of its own.
func TestOnderbrokenNieuweMaatregelIsErHeelOfNiet(t *testing.T) {
	m := nieuweMap(t)
	onderbrekingen(t, func(t *testing.T, echt *echteSchijf, l *lastigeSchijf) {
		m.schijf = l
		k, err := m.NieuweMaatregel(plan(), nu)
		if overleeft(err) != (k != nil) {
			t.Errorf("%v, %v", k, err)
		}
		m.schijf = echt
		m.maatregelen.vergeet()
		alle, meldingen, fout := m.Maatregelen()
		if fout != nil || len(meldingen) > 0 || len(alle) > 1 {
			t.Fatal(alle, meldingen, fout)
		}
		if overleeft(err) != (len(alle) == 1) {
			t.Errorf("de uitkomst is %v, maar er zijn %d maatregelen", err, len(alle))
		}
		if l.fout != nil && len(alle) == 0 {
			if namen, err := echt.lijst(mapMaatregelen); err == nil && len(namen) > 0 {
				t.Errorf("achtergebleven: %v", namen)
			}
		}
		volgende, err := m.NieuweMaatregel(plan(), nu)
		if err != nil || volgende.Nummer != (Maatregelnummer{2026, 1 + len(alle)}) {
			t.Fatalf("de volgende keer: %v, %v", volgende, err)
		}
	})
}

// Interrupted anywhere, recording in a measure leaves the old file or the new.
func TestOnderbrokenMaatregelstapLaatOudOfNieuw(t *testing.T) {
	m := dieCrasht(nieuweMap(t))
	onderbrekingen(t, func(t *testing.T, echt *echteSchijf, l *lastigeSchijf) {
		maak(t, echt, mapMaatregelen)
		schrijf(t, echt, "maatregelen/M2026-003.yaml", maatregelHandwerk)
		m.schijf = l
		k, err := legMaatregelstap(m, Maatregelnummer{2026, 3}, "2026-11-20 uitgevoerd")
		m.schijf = echt
		if overleeft(err) != (k != nil) {
			t.Errorf("%v, %v", k, err)
		}
		m.maatregelen.vergeet()
		alle, _, fout := m.Maatregelen()
		if fout != nil || len(alle) != 1 {
			t.Fatal(alle, fout)
		}
		if l.fout != nil && overleeft(err) != (len(alle[0].Verloop) == 2) {
			t.Errorf("de uitkomst is %v, maar er staan %d gebeurtenissen", err, len(alle[0].Verloop))
		}
	})
}

func TestVeelMaatregelenTegelijk(t *testing.T) {
	const velen, keren = 8, 6
	for _, kaal := range []bool{false, true} {
		basis := nieuweMap(t)
		var mu sync.Mutex
		var nummers []int
		var groep sync.WaitGroup
		for range velen {
			m := openMap(t, basis.Pad) // as another process has it
			if kaal {
				m.schijf = kaleSchijf{m.schijf.(*echteSchijf)}
			}
			groep.Go(func() {
				for range keren {
					k, err := m.NieuweMaatregel(plan(), nu)
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					nummers = append(nummers, k.Nummer.Volg)
					mu.Unlock()
				}
			})
		}
		groep.Wait()
		slices.Sort(nummers)
		if len(slices.Compact(nummers)) != velen*keren || nummers[len(nummers)-1] != velen*keren {
			t.Errorf("zonder wissel=%v: %v", kaal, nummers)
		}
		alle, meldingen, err := basis.Maatregelen()
		if len(alle) != velen*keren || err != nil || len(meldingen) > 0 {
			t.Error(len(alle), meldingen, err)
		}
	}
}

func TestVeelTegelijkInEenMaatregel(t *testing.T) {
	m := nieuweMap(t)
	legMaatregelNeer(t, m, "M2026-003.yaml", strings.Replace(maatregelHandwerk, "    # slot\n", "    -   {wat: uitgevoerd, op: 2026-11-20}\n", 1))
	var groep sync.WaitGroup
	for i := range 10 {
		groep.Go(func() {
			if _, err := legMaatregelstap(m, Maatregelnummer{2026, 3}, fmt.Sprintf("2026-11-21 gecontroleerd toelichting=%d", i)); err != nil {
				t.Error(err)
			}
		})
	}
	groep.Wait()
	alle, _, err := m.Maatregelen()
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "verloop", len(alle[0].Verloop), 12)
}

func TestMaatregelDieTeGrootIs(t *testing.T) {
	m := nieuweMap(t)
	legMaatregelNeer(t, m, "M2026-003.yaml", goedeMaatregel+strings.Repeat("# x\n", grensRecord/4))
	_, _, err := m.Maatregelen()
	var f *Leesfout
	if !errors.As(err, &f) || f.Bestand != "maatregelen/M2026-003.yaml" {
		t.Error(err)
	}
}

// KiesOokVernietigd takes a bare reference for what it is.
func TestKiesOokVernietigd(t *testing.T) {
	m := nieuweMap(t)
	legNeer(t, m, Nummer{2026, 7}, goedeKlacht)
	zetNeer(t, filepath.Join(m.Pad, bestandVernietigd), "vernietigd:\n  - {nummer: K2020-0001, id: a, soort: klacht, ontvangen: 2020-01-06}\n")
	for s, wil := range map[string]string{"7": "K2026-0007", "1": "K2020-0001", "2020-1": "K2020-0001"} {
		n, err := m.KiesOokVernietigd(s)
		gelijk(t, s, n.String(), wil)
		metFout(t, err, "")
	}
	_, err := m.KiesOokVernietigd("9")
	metFout(t, err, "er is geen dossier met volgnummer 9")
}

func FuzzMaatregel(f *testing.F) {
	f.Add([]byte(goedeMaatregel))
	f.Add([]byte(maatregelHandwerk))
	regels := NieuweRegels(rezulto(f))
	f.Fuzz(func(t *testing.T, tekst []byte) {
		n := Maatregelnummer{2026, 3}
		m, _, err := leesMaatregel(n, "m.yaml", tekst)
		if err != nil {
			return
		}
		for _, dag := range []string{"2020-01-01", "2026-11-23", "2299-12-31"} {
			if s, err := regels.BeoordeelMaatregel(m, datum(dag)); err == nil && s != nil {
				s.JSON()
			}
		}
	})
}

func BenchmarkMaatregelenLezen(b *testing.B) {
	m := nieuweMap(b)
	for range 100 {
		if _, err := m.NieuweMaatregel(plan(), nu); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		m.maatregelen.vergeet()
		if alle, _, err := m.Maatregelen(); len(alle) != 100 || err != nil {
			b.Fatal(err)
		}
	}
}
