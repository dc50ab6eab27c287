package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klacht/dossier"
	"klacht/werkdagen"
)

// lotmap is a folder on disk that chance filled, as years of work would: the same for the same seed, but for the random ids.
type lotmap struct {
	*kantoor
	r               *rand.Rand
	m               *dossier.Map
	eerste, laatste werkdagen.Datum // days on which something may have happened
	categorieen     []string
	// mislukt says that a record was given a category that procedure.yaml lacks: overviews then end with exit 1.
	mislukt  bool
	register lotregister // empty when none was taken over
}

var lotOorzaken = []string{"planning", "techniek", "fout in administratie", "=2+3", "<b>website</b>"}

// nieuweLotmap makes the folder of a seed. Its clock stands at noon of the last day.
func nieuweLotmap(t testing.TB, zaad uint64) *lotmap {
	t.Helper()
	l := &lotmap{
		kantoor: &kantoor{t: t, pad: filepath.Join(t.TempDir(), gewoneMap)},
		r:       rand.New(rand.NewPCG(zaad, 2026)),
	}
	l.eerste = l.dag(2019+l.r.IntN(6), 1+l.r.IntN(12), 1+l.r.IntN(28))
	l.laatste = l.eerste + werkdagen.Datum(500+l.r.IntN(900))
	l.zetOp(l.laatste)
	if err := os.Mkdir(l.pad, 0o700); err != nil {
		t.Fatal(err)
	}
	l.schrijf("procedure.yaml", l.procedure())
	l.open()
	aantal := l.r.IntN(18)
	maatregelen := l.r.IntN(6)
	if zaad%25 == 0 {
		aantal, maatregelen = 60, 12 // enough of them a month for control limits
		l.piek()
	}
	for range aantal {
		l.registreer(l.eerste, l.laatste)
	}
	if l.kans(40) {
		l.neemOver(1 + l.r.IntN(8))
	}
	l.maakMaatregelen(maatregelen)
	l.houdOverleg()
	if l.kans(60) {
		l.ruimOp()
	}
	for _, pad := range l.records() {
		if l.kans(40) {
			l.bewerk(pad)
		}
	}
	return l
}

// open opens the folder as the office does.
func (l *lotmap) open() {
	l.t.Helper()
	m, err := dossier.Open(l.pad, dossier.Instellingen{Klok: func() time.Time { return l.nu }})
	if err != nil {
		l.t.Fatal(err)
	}
	l.m = m
	l.t.Cleanup(func() { _ = m.Sluit() })
}

func (l *lotmap) dag(jaar, maand, dag int) werkdagen.Datum {
	d, err := werkdagen.NieuweDatum(jaar, maand, dag)
	if err != nil {
		l.t.Fatal(err)
	}
	return d
}

func (l *lotmap) schrijf(naam, tekst string) {
	l.t.Helper()
	pad := filepath.Join(l.pad, naam)
	if err := os.MkdirAll(filepath.Dir(pad), 0o700); err != nil {
		l.t.Fatal(err)
	}
	if err := os.WriteFile(pad, []byte(tekst), 0o600); err != nil {
		l.t.Fatal(err)
	}
}

// records are the paths of every klacht.yaml.
func (l *lotmap) records() []string {
	l.t.Helper()
	paden, err := filepath.Glob(filepath.Join(l.pad, "[0-9]*", "K*", "klacht.yaml"))
	if err != nil {
		l.t.Fatal(err)
	}
	return paden
}

// kans holds n times out of a hundred.
func (l *lotmap) kans(n int) bool { return l.r.IntN(100) < n }

// een takes one of them.
func een[T any](l *lotmap, uit ...T) T { return uit[l.r.IntN(len(uit))] }

// tussen is a day from van up to and including tot.
func (l *lotmap) tussen(van, tot werkdagen.Datum) werkdagen.Datum {
	return van + werkdagen.Datum(l.r.IntN(int(tot-van)+1))
}

// procedure writes procedure.yaml by hand, with terms, closed days and categories of its own.
func (l *lotmap) procedure() string {
	var b strings.Builder
	p := func(vorm string, delen ...any) { fmt.Fprintf(&b, vorm+"\n", delen...) }
	p("dossierformaat: 1\nprofiel: rezulto\norganisatie:\n  naam: Voorbeeld BV\nverantwoordelijke: Sanne de Vries")
	p("termijnen:\n  extern:\n    bevestiging: %s\n    voorstel: %s", een(l, "5 werkdagen", "3 werkdagen", "7 dagen", "geen"), een(l, "4 weken", "6 weken", "20 werkdagen", "1 maand", "geen"))
	p("    afhandeling: %s\n  intern:\n    afhandeling: %s", een(l, "geen", "8 weken"), een(l, "4 weken", "30 dagen"))
	p("categorieen:\n  - naam: geld\n    termijnen:\n      extern:\n        voorstel: %s", een(l, "2 weken", "3 weken", "geen"))
	l.categorieen = []string{"geld", "inhoud van de cursus", "cursusleider", "overig"}
	for _, c := range l.categorieen[1:] {
		p("  - %s", c)
	}
	p("oorzaken: [planning, techniek]")
	verlenging := "geen"
	if l.kans(30) {
		verlenging = "atw"
	}
	p("kalender:\n  soort: %s\n  gelijkgesteld: nee\n  verlenging: %s\n  werkweek: %s", een(l, "atw", "bedrijf"), verlenging, een(l, "[ma, di, wo, do, vr]", "[ma, di, wo, do, vr]", "[ma, di, do, vr]", "[ma, di, wo, do, vr, za]"))
	p("  gesloten:\n    - %s", l.tussen(l.eerste, l.laatste))
	for d := l.eerste; d < l.laatste; d += 120 {
		van := l.tussen(d, d+90)
		p("    - van: %s\n      tot: %s\n      omschrijving: sluiting", van, l.tussen(van, van+12))
	}
	p("overleg: %s", een(l, "elk kwartaal", "elke maand", "elke 6 weken", "geen"))
	p("bewaren:\n  termijn: %s\n  vanaf: %s", een(l, "1 jaar", "2 jaar", "6 maanden"), een(l, "afgehandeld", "afgehandeld", "ontvangen"))
	return b.String()
}

// ruimOp destroys what was past its retention on some day, by the command.
func (l *lotmap) ruimOp() {
	l.t.Helper()
	nu := l.nu
	l.zetOp(l.tussen(l.eerste+(l.laatste-l.eerste)/2, l.laatste))
	l.goed("opschonen", "--uitvoeren", "--ja")
	l.nu = nu
}
