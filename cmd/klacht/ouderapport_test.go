package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/rapport"
	"klacht/werkdagen"
)

// TestRapportVanEenOudeDagBlijftGelijk makes reports on the day itself, lets the work go on, and makes them again as of that day: every byte is
// the same, in every format.
func TestRapportVanEenOudeDagBlijftGelijk(t *testing.T) {
	t.Parallel()
	aantal := *lotaantal / 5
	if testing.Short() {
		aantal /= 10
	}
	gelukt := map[string]int{}
	for i := range aantal {
		zaad := *lotzaad + uint64(i)
		goed := t.Run(fmt.Sprintf("lotzaad %d", zaad), func(t *testing.T) {
			l := nieuweLotmap(t, zaad)
			oudeDag := l.laatste
			toen := l.rapporten(oudeDag)
			voor := inhoud(t, l.pad)
			l.gaVerder(200, gelukt)
			if len(toen) == 0 || voor == inhoud(t, l.pad) {
				t.Fatal("nothing happened since")
			}
			for vraag, was := range toen {
				uit, fout, code := l.voer(vraag.args()...)
				switch {
				case code != codeGedaan && code != codeMislukt: // an unknown category is said whenever it was given
					t.Errorf("%v: exit %d\n%s", vraag, code, fout)
				case uit != was && vraag.binair:
					t.Errorf("%v: other bytes than on the day itself", vraag)
				case uit != was:
					t.Errorf("%v (-toen +nu)\n%s", vraag, verschilInRegels(was, uit))
				}
			}
		})
		if !goed {
			t.Fatalf("again with: go test ./cmd/klacht -run %s -lotaantal 5 -lotzaad %d", t.Name(), zaad)
		}
	}
	if aantal < 20 {
		return
	}
	for _, opdracht := range []string{
		"bevestig", "analyse", "voorstel", "geschil", "advies", "sluit", "heropen", "opschort", "verleng", "wijzig", "bewaarplicht",
		"maatregel nieuw", "maatregel uitgevoerd", "maatregel controleer", "maatregel wijzig", "maatregel vervalt", "overleg nieuw",
	} {
		if gelukt[opdracht] == 0 {
			t.Errorf("klacht %s never did anything", opdracht)
		}
	}
}

// What someone put right by hand is what the next change finds, and so what the days in between were told.
func TestRapportVanEenOudeDagNaVerbeteringEnWijziging(t *testing.T) {
	k := nieuwKantoor(t)
	k.goed("nieuw", "--onderwerp", "Factuur", "--klager", "E. Bakker", "--categorie", "overig", "--ontvangen", "2026-01-05")
	k.goed("wijzig", "1", "--categorie", "cursusleider", "--op", "2026-02-01")
	pad := filepath.Join(k.pad, "2026", "K2026-0001", "klacht.yaml")
	tekst, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(pad, lotCategorie.ReplaceAll(tekst, []byte("categorie: informatievoorziening")), 0o600); err != nil {
		t.Fatal(err)
	}
	rapport := []string{"rapport", "--periode", "2026", "--peildatum", "2026-03-01", "--formaat", "md"}
	toen := k.goed(rapport...)
	k.goed("wijzig", "1", "--categorie", "overig", "--op", "2026-06-01")
	if nu := k.goed(rapport...); nu != toen || !strings.Contains(nu, "informatievoorziening") {
		t.Error(verschilInRegels(toen, nu))
	}
}

// verschilInRegels shows the lines that differ.
func verschilInRegels(was, nu string) string {
	return cmp.Diff(strings.Split(was, "\n"), strings.Split(nu, "\n"))
}

// rapportvraag asks for a report as of a day.
type rapportvraag struct {
	formaat, periode string
	binair, namen    bool
	dag              werkdagen.Datum
}

func (v rapportvraag) args() []string {
	args := []string{"rapport", "--peildatum", v.dag.String(), "--formaat", v.formaat}
	if v.periode != "" {
		args = append(args, "--periode", v.periode)
	}
	if v.namen {
		args = append(args, "--met-namen")
	}
	return args
}

// rapporten makes reports as of a day in every format, on that day.
func (l *lotmap) rapporten(dag werkdagen.Datum) map[rapportvraag]string {
	l.t.Helper()
	uit := map[rapportvraag]string{}
	for i, f := range rapport.Formaten(rapport.Scherm{}) {
		for _, periode := range []string{"", fmt.Sprint(dag.Jaar() - 1), dag.String()[:7]} {
			v := rapportvraag{formaat: f.Naam, periode: periode, binair: f.Binair, namen: i == 0 && periode != "", dag: dag}
			uit[v] = l.rapport(v.args()[1:]...)
		}
	}
	return uit
}

// gaVerder lets so many days pass in which work goes on: new dossiers, further steps in old ones and in measures, follow-ups, meetings, and events
// that are undone by hand. It counts in gelukt which commands did something.
func (l *lotmap) gaVerder(dagen int, gelukt map[string]int) {
	l.t.Helper()
	oudeDag := l.laatste
	l.laatste += werkdagen.Datum(dagen)
	l.zetOp(l.laatste)
	for range 1 + l.r.IntN(6) {
		l.registreer(oudeDag+1, l.laatste)
	}
	for _, pad := range l.records() {
		nummer := filepath.Base(filepath.Dir(pad))
		dag := oudeDag
		for range l.r.IntN(9) {
			if dag = l.tussen(dag+1, dag+40); dag > l.laatste {
				break
			}
			l.zetOp(dag)
			args := l.opdracht(nummer, dag)
			if l.kans(30) {
				args = append(args, "--toch")
			}
			if _, _, code := l.voer(args...); code == codeGedaan {
				gelukt[args[0]]++ // one that is refused was not taken
			}
		}
		if l.kans(20) {
			l.maakOngedaan(pad, l.tussen(oudeDag+1, l.laatste))
		}
	}
	dag := oudeDag
	for range 4 + l.r.IntN(8) {
		if dag = l.tussen(dag+1, dag+40); dag > l.laatste {
			break
		}
		l.zetOp(dag)
		args := l.leeropdracht(dag, l.maatregelnummers())
		if _, _, code := l.voer(args...); code == codeGedaan {
			gelukt[args[0]+" "+args[1]]++
		}
	}
	l.zetOp(l.laatste)
}

// leeropdracht is a command about a measure or a meeting; whether it may be taken is for the program to say.
func (l *lotmap) leeropdracht(dag werkdagen.Datum, nummers []string) []string {
	nieuw := []string{
		"maatregel", "nieuw", "--omschrijving", "Anders doen", "--soort", "corrigerend", "--verantwoordelijke", "Ilse Kuiper", "--streefdatum", (dag + 30).String(),
		"--controle", "3 maanden", "--categorie", een(l, l.categorieen...), "--oorzaak", een(l, lotOorzaken...),
	}
	overleg := []string{"overleg", "nieuw", "--aanwezig", "Sanne de Vries"}
	if len(nummers) == 0 {
		return een(l, nieuw, overleg)
	}
	m := een(l, nummers...)
	return een(l,
		nieuw, append(nieuw, "--vervolg-op", m), append(overleg, "--alle", "--besluit", "Doorgaan met "+m, "--volgende", (dag+20).String()),
		[]string{"maatregel", "uitgevoerd", m}, []string{"maatregel", "uitgevoerd", m}, []string{"maatregel", "vervalt", m, "--reden", lotToelichting},
		[]string{"maatregel", "controleer", m, een(l, "doeltreffend", "niet doeltreffend"), "--toelichting", lotToelichting},
		[]string{"maatregel", "wijzig", m, "--streefdatum", (dag + 50).String()}, []string{"maatregel", "wijzig", m, "--categorie", een(l, l.categorieen...), "--verantwoordelijke", "Sanne de Vries"},
		[]string{"maatregel", "wijzig", m, "--controle", een(l, "2 maanden", "5 weken"), "--oorzaak", een(l, lotOorzaken...)},
	)
}

// opdracht is a command that records a step; whether it may be taken is for the program to say.
func (l *lotmap) opdracht(nummer string, dag werkdagen.Datum) []string {
	return append(een(l,
		[]string{"bevestig"}, []string{"analyse", "--oorzaak", een(l, lotOorzaken...)}, []string{"voorstel", "--tekst", "Voorstel."}, []string{"geschil"}, []string{"advies", "--tekst", "Advies."},
		[]string{"sluit", "--uitkomst", een(l, "gegrond", "ongegrond", "ingetrokken")}, []string{"sluit", "--uitkomst", "gegrond"}, []string{"heropen", "--reden", "Toch niet."},
		[]string{"opschort", "--reden", "Wacht.", "--tot", (dag + 20).String()}, []string{"verleng", "--reden", "Ziek.", "--met", "2 weken"}, []string{"verleng", "--reden", "Ziek.", "--tot", (dag + 30).String()},
		[]string{"wijzig", "--categorie", een(l, l.categorieen...)}, []string{"wijzig", "--categorie", een(l, l.categorieen...)}, []string{"wijzig", "--onderwerp", "Anders gezegd"},
		[]string{"bewaarplicht", "--reden", "Rechter."},
	), nummer)
}

// maakOngedaan writes by hand that an event of the record did not happen, on a day.
func (l *lotmap) maakOngedaan(pad string, op werkdagen.Datum) {
	l.t.Helper()
	tekst, err := os.ReadFile(pad)
	if err != nil {
		l.t.Fatal(err)
	}
	gebeurd := lotGebeurtenis.FindAllStringSubmatch(string(tekst), -1)
	for _, g := range gebeurd {
		if g[2] != "ontvangen" && g[2] != "gewijzigd" {
			tekst = fmt.Appendf(tekst, "  - wat: ongedaan\n    op: %s\n    gebeurtenis: %s\n", op, g[1])
			break
		}
	}
	if err := os.WriteFile(pad, tekst, 0o600); err != nil {
		l.t.Fatal(err)
	}
}

// inhoud is every file below pad, with its name.
func inhoud(t testing.TB, pad string) string {
	t.Helper()
	tekst := ""
	paden, err := filepath.Glob(filepath.Join(pad, "*", "K*", "klacht.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paden {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		tekst += p + "\n" + string(b)
	}
	return tekst
}
