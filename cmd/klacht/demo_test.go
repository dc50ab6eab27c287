package main

import (
	"context"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/werkdagen"
)

const (
	demoAantal     = 40
	demoVernietigd = 3
)

// TestDemoOpElkeDag tells the demo as of every day of a leap year, and checks what it is there to show.
func TestDemoOpElkeDag(t *testing.T) {
	t.Parallel()
	m := demomap(t)
	eerste, err := werkdagen.NieuweDatum(2028, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	stap := werkdagen.Datum(1)
	if testing.Short() {
		stap = 13
	}
	for dag := eerste; dag < eerste.PlusJaren(1); dag += stap {
		if !t.Run(dag.Lang(), func(t *testing.T) { toetsDemo(t, m, dag) }) {
			break // the other days would say the same
		}
	}
}

func demomap(t *testing.T) *dossier.Map {
	t.Helper()
	pad := filepath.Join(t.TempDir(), gewoneMap)
	if err := dossier.RichtIn(pad, demoInrichting()); err != nil {
		t.Fatal(err)
	}
	m, err := dossier.Open(pad, dossier.Instellingen{Klok: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = m.Sluit() })
	return m
}

func toetsDemo(t *testing.T, m *dossier.Map, vandaag werkdagen.Datum) {
	k, err := werkdagen.NieuweKalender(m.Procedure.Kalender)
	if err != nil {
		t.Fatal(err)
	}
	kal := demokalender{vandaag, k}
	verhalen, err := vertel(append(afgerondeZaken(), lopendeZaken()...), kal, m.Procedure)
	if err != nil {
		t.Fatal(err)
	}
	var er []*dossier.Dossier
	weg := 0
	opgeruimd := kal.opgeruimd()
	if opgeruimd >= vandaag || !k.IsWerkdag(opgeruimd) {
		t.Errorf("opgeruimd op %s", opgeruimd.Lang())
	}
	overleggen := kal.demooverleggen()
	for _, v := range verhalen {
		for _, o := range overleggen {
			if err := o.bespreek(m, &v); err != nil {
				t.Fatalf("%s: %v", v.Onderwerp, err)
			}
		}
		klacht, err := m.IntakeMetVerloop(v.Aanmelding, v.wie, v.verloop)
		if err != nil {
			t.Fatalf("%s: %v", v.Onderwerp, err)
		}
		toetsVastgelegd(t, klacht, kal)
		for _, o := range overleggen {
			o.neemOp(klacht)
		}
		toen, err := m.Beoordeel(klacht, opgeruimd)
		if err != nil {
			t.Fatal(err)
		}
		if toen != nil && toen.Bewaaroordeel().Vernietigen {
			weg++
			continue
		}
		d, err := m.Beoordeel(klacht, vandaag)
		if err != nil {
			t.Fatal(err)
		}
		er = append(er, d)
	}
	if len(er) != demoAantal || weg != demoVernietigd {
		t.Errorf("%d dossiers en %d vernietigd, wil %d en %d", len(er), weg, demoAantal, demoVernietigd)
	}
	toetsSoorten(t, er)
	toetsStatus(t, dossier.Overzie(dossier.Statusinvoer{Dossiers: er, Peildatum: vandaag, Binnenkort: m.Procedure.Binnenkort}), k.IsWerkdag(vandaag))
	toetsCijfers(t, er, vandaag)
	toetsOverleggen(t, m, overleggen, vandaag)
	toetsMaatregelen(t, m, kal)
}

// toetsMaatregelen checks that every measure could have been recorded as it was, and that there is one in every state that asks for
// something.
func toetsMaatregelen(t *testing.T, m *dossier.Map, kal demokalender) {
	stand := map[string]int{}
	for _, d := range kal.demomaatregelen() {
		if d.Op >= kal.vandaag || !kal.kal.IsWerkdag(d.Op) {
			t.Errorf("%s: besloten op %s", d.Omschrijving, d.Op.Lang())
		}
		k, err := m.MaakMaatregel(d.NieuweMaatregel, dossier.Wie{Door: demoKantoor, Nu: dossier.OpMoment(moment(d.Op, 17, 5))})
		if err != nil {
			t.Fatalf("%s: %v", d.Omschrijving, err)
		}
		for _, g := range []dossier.Maatregelgebeurtenis{
			{Wat: dossier.MaatregelUitgevoerd, Op: dossier.OpDag(d.uitgevoerd)},
			{Wat: dossier.MaatregelGecontroleerd, Op: dossier.OpDag(d.controle.op), Oordeel: d.controle.oordeel, Toelichting: d.controle.toelichting},
		} {
			if g.Op.Dag == 0 {
				continue
			}
			if err := m.ToetsMaatregel(k, g, g.Op.Dag); err != nil || g.Op.Dag >= kal.vandaag || !kal.kal.IsWerkdag(g.Op.Dag) {
				t.Errorf("%s: %s op %s: %v", d.Omschrijving, g.Wat, g.Op.Lang(), err)
			}
			k.Verloop = append(k.Verloop, g)
		}
		s, err := m.BeoordeelMaatregel(k, kal.vandaag)
		if err != nil {
			t.Fatal(err)
		}
		hoe := string(s.Toestand) + " " + string(s.Oordeel)
		if s.TeLaat() {
			hoe += "te laat"
		}
		stand[hoe]++
	}
	wil := map[string]int{"gepland ": 2, "gepland te laat": 1, "uitgevoerd te laat": 1, "gecontroleerd doeltreffend": 1, "gecontroleerd niet doeltreffend": 1}
	if !maps.Equal(stand, wil) {
		t.Errorf("de maatregelen zijn %v", stand)
	}
}

// toetsOverleggen checks that the meetings had something to discuss, and that the next is not due yet.
func toetsOverleggen(t *testing.T, m *dossier.Map, overleggen []*demooverleg, vandaag werkdagen.Datum) {
	var alle []*dossier.Overleg
	for _, o := range overleggen {
		if n := len(o.Besproken); n < 2 || n > 20 {
			t.Errorf("%s: %d dossiers besproken", o.Op.Lang(), n)
		}
		alle = append(alle, &o.Overleg)
	}
	s, err := m.Overlegstatus(alle, 0, vandaag)
	if err != nil || s.Stand == nil || *s.Stand != string(dossier.UrgentOpTijd) {
		t.Errorf("%v, %+v", err, s)
	}
}

// toetsVastgelegd checks that a record was kept as people keep one: on working days, in order, after it happened, before today.
func toetsVastgelegd(t *testing.T, k *dossier.Klacht, kal demokalender) {
	vorige := dossier.Tijdstip{}
	for _, g := range k.Verloop {
		switch {
		case g.Op.Dag >= kal.vandaag, g.Vastgelegd.Dag >= kal.vandaag:
			t.Errorf("%s: %s op %s, vastgelegd op %s, is niet voor vandaag", k.Onderwerp, g.Wat, g.Op.Lang(), g.Vastgelegd.Lang())
		case g.Vastgelegd.VoorNa(g.Op) < 0:
			t.Errorf("%s: %s van %s is al vastgelegd op %s", k.Onderwerp, g.Wat, g.Op.Lang(), g.Vastgelegd.Lang())
		case !vorige.IsLeeg() && g.Vastgelegd.VoorNa(vorige) <= 0:
			t.Errorf("%s: %s vastgelegd op %s, na iets van %s", k.Onderwerp, g.Wat, g.Vastgelegd.Lang(), vorige.Lang())
		case !kal.kal.IsWerkdag(g.Vastgelegd.Dag):
			t.Errorf("%s: %s vastgelegd op %s, geen werkdag", k.Onderwerp, g.Wat, g.Vastgelegd.Lang())
		case g.Door == "":
			t.Errorf("%s: %s zonder wie het vastlegde", k.Onderwerp, g.Wat)
		}
		vorige = g.Vastgelegd
	}
}

// toetsSoorten checks that everything that can be the matter with a dossier is there.
func toetsSoorten(t *testing.T, er []*dossier.Dossier) {
	heeft := func(wat string, past func(*dossier.Dossier) bool) {
		if !slices.ContainsFunc(er, past) {
			t.Errorf("geen dossier: %s", wat)
		}
	}
	for _, s := range dossier.Toestanden() {
		heeft(string(s), func(d *dossier.Dossier) bool { return d.Toestand == s })
	}
	for _, u := range dossier.Uitkomsten() {
		heeft(string(u), func(d *dossier.Dossier) bool { return d.Uitkomst == u })
	}
	verlengd := func(g dossier.Gebeurtenis) bool { return g.Wat == dossier.WatVerlengd }
	heropend := func(g dossier.Gebeurtenis) bool { return g.Wat == dossier.WatHeropend }
	heeft("nu opgeschort", func(d *dossier.Dossier) bool { return d.Opgeschort != nil })
	heeft("open en verlengd", func(d *dossier.Dossier) bool { return d.Open() && slices.ContainsFunc(d.Verloop, verlengd) })
	heeft("open en heropend", func(d *dossier.Dossier) bool { return d.Open() && slices.ContainsFunc(d.Verloop, heropend) })
	heeft("intern en open", func(d *dossier.Dossier) bool { return d.Open() && d.Herkomst == dossier.Intern })
	heeft("bewaarplicht", func(d *dossier.Dossier) bool { return d.Bewaarplicht && !d.Open() })
	heeft("afgehandeld zonder analyse", func(d *dossier.Dossier) bool { return !d.Open() && !d.Geanalyseerd() })
	heeft("behandeld door wie het betreft", func(d *dossier.Dossier) bool { return dossier.ZelfdePersoon(d.Behandelaar, d.Betreft) })
	heeft("buiten de volgorde", func(d *dossier.Dossier) bool { return len(d.Opmerkingen) > 0 })
}

func toetsStatus(t *testing.T, s dossier.Status, werkdag bool) {
	aantal := map[dossier.Urgentie]int{}
	for _, r := range s.Regels {
		aantal[r.Stand]++
	}
	if s.Open != 13 || s.TeLaat != 3 || s.TeVernietigen != 3 {
		t.Errorf("%d open, %d te laat en %d te vernietigen, wil 13, 3 en 3", s.Open, s.TeLaat, s.TeVernietigen)
	}
	if werkdag && aantal[dossier.UrgentVandaag] == 0 {
		t.Error("niets vandaag, op een werkdag")
	}
	if aantal[dossier.UrgentBinnenkort] == 0 || aantal[dossier.UrgentOpTijd] < 8 {
		t.Errorf("%d binnenkort en %d op tijd", aantal[dossier.UrgentBinnenkort], aantal[dossier.UrgentOpTijd])
	}
}

// toetsCijfers checks that the report has something to say: a category that rose, and neither all nor nothing in time.
func toetsCijfers(t *testing.T, er []*dossier.Dossier, vandaag werkdagen.Datum) {
	in := rapport.Invoer{Periode: demojaar(vandaag), Peildatum: vandaag, WerkdagenTeLaat: func(dossier.Feiten, werkdagen.Datum) int { return 1 }}
	in.Vorige = in.Periode.Vorige(vandaag)
	for _, d := range er {
		in.Feiten = append(in.Feiten, d.Feiten())
	}
	o := rapport.Bereken(in)
	if o.Ontvangen < 20 || o.Vorige.Ontvangen < 8 || o.Afgehandeld < 8 {
		t.Errorf("%d ontvangen, daarvoor %d; %d afgehandeld", o.Ontvangen, o.Vorige.Ontvangen, o.Afgehandeld)
	}
	if c := o.PerCategorie[0]; c.Categorie != overInfo || c.Aantal < 9 || c.Vorige > 1 {
		t.Errorf("%s is het meest, %d en daarvoor %d", c.Categorie, c.Aantal, c.Vorige)
	}
	for _, te := range []rapport.Termijntelling{o.Bevestiging, o.Voorstel} {
		if te.Percentage == nil || *te.Percentage < 75 || *te.Percentage > 97 {
			t.Errorf("op tijd: %+v", te)
		}
	}
	if o.Geschillen.Geopend == 0 || o.Uitkomsten.Ongegrond == 0 || o.Uitkomsten.Ingetrokken == 0 {
		t.Errorf("geschillen %+v, uitkomsten %+v", o.Geschillen, o.Uitkomsten)
	}
}

// TestDemoLeestTerug writes the demo on days on which something is odd, and reads it back.
func TestDemoLeestTerug(t *testing.T) {
	t.Parallel()
	for _, dag := range []string{"2028-02-29", "2028-01-01"} {
		t.Run(dag, func(t *testing.T) {
			vandaag, err := werkdagen.LeesDatum(dag)
			if err != nil {
				t.Fatal(err)
			}
			m := demomap(t)
			gemaakt, vernietigd, err := vulDemo(context.Background(), m, vandaag)
			if err != nil {
				t.Fatal(err)
			}
			g, err := m.Alle(context.Background())
			if err != nil || len(g.Fouten)+len(g.Meldingen)+len(m.Meldingen) > 0 {
				t.Fatalf("%v, fouten %v, meldingen %v %v", err, g.Fouten, g.Meldingen, m.Meldingen)
			}
			weg, _, err := m.Vernietigd()
			if err != nil {
				t.Fatal(err)
			}
			if gemaakt-vernietigd != demoAantal || len(g.Klachten) != demoAantal || vernietigd != demoVernietigd || len(weg) != demoVernietigd {
				t.Errorf("gemaakt %d, vernietigd %d; gelezen %d en %d", gemaakt, vernietigd, len(g.Klachten), len(weg))
			}
			overleggen, vreemd, err := m.Overleggen()
			if err != nil || len(vreemd) > 0 || len(overleggen) != 2 {
				t.Errorf("%d overleggen, %v, %v", len(overleggen), vreemd, err)
			}
			maatregelen, vreemd, err := m.Maatregelen()
			if err != nil || len(vreemd) > 0 || len(maatregelen) != 6 {
				t.Errorf("%d maatregelen, %v, %v", len(maatregelen), vreemd, err)
			}
			for _, k := range maatregelen {
				if len(k.Dossiers) == 0 && k.VervolgOp == (dossier.Maatregelnummer{}) {
					t.Errorf("%s %s kwam nergens uit voort", k.Nummer, k.Omschrijving)
				}
			}
			for _, o := range overleggen {
				if len(o.Maatregelen) != 2 {
					t.Errorf("het overleg van %s noemt %v", o.Op, o.Maatregelen)
				}
			}
			for _, k := range g.Klachten {
				if b := k.Verloop[0].Bestanden; k.Kanaal == "e-mail" && (len(b) == 0 || !strings.HasSuffix(b[0].Bestand, ".eml")) {
					t.Errorf("%s kwam per e-mail, zonder bericht: %v", k.Nummer, b)
				}
			}
		})
	}
}

// TestDemoIsVerzonnen checks that nobody is in it, and nothing that procedure.yaml lacks.
func TestDemoIsVerzonnen(t *testing.T) {
	p := demomap(t).Procedure
	gezien := map[string]bool{}
	for _, z := range append(afgerondeZaken(), lopendeZaken()...) {
		if _, na, _ := strings.Cut(z.adres, "@"); z.adres != "" && !slices.Contains([]string{"example.nl", "example.com", "example.org"}, na) {
			t.Errorf("%s: adres %s", z.onderwerp, z.adres)
		}
		if z.kanaal == "" && (z.adres == "" || z.tijd == "") {
			t.Errorf("%s: een e-mail heeft een afzender en een tijd", z.onderwerp)
		}
		if gezien[z.onderwerp] || gezien[z.klager] && z.klager != "" {
			t.Errorf("%s van %s komt twee keer voor", z.onderwerp, z.klager)
		}
		gezien[z.onderwerp], gezien[z.klager] = true, true
		if _, ok := p.Categorie(z.categorie); !ok {
			t.Errorf("%s: categorie %q", z.onderwerp, z.categorie)
		}
		for _, s := range z.verhaal {
			if s.Oorzaak != "" && !slices.Contains(p.Oorzaken, s.Oorzaak) {
				t.Errorf("%s: oorzaak %q", z.onderwerp, s.Oorzaak)
			}
		}
	}
	if !p.Mediator.IsIngevuld() {
		t.Error("zonder mediator kan klacht mediator niet geprobeerd worden")
	}
}
