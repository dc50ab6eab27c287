package dossier

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/werkdagen"
)

var bijwerken = flag.Bool("bijwerken", false, "schrijf de verwachte uitkomsten opnieuw")

// datum is a day that the test knows to exist.
func datum(s string) werkdagen.Datum {
	d, err := werkdagen.LeesDatum(s)
	if err != nil {
		panic(err)
	}
	return d
}

func tijdstip(s string) Tijdstip {
	op, err := LeesTijdstip(s)
	if err != nil {
		panic(err)
	}
	return op
}

// gebeurd makes events of lines such as
//
//	2026-11-24 opgeschort tot=2026-12-08 reden=wacht_op_klager
//
// with ids e1, e2, … in the order of the file. A _ in a value is a space.
func gebeurd(regels ...string) []Gebeurtenis {
	var uit []Gebeurtenis
	for i, regel := range regels {
		g := eenGebeurtenis(regel)
		g.ID = fmt.Sprintf("e%d", i+1)
		uit = append(uit, g)
	}
	return uit
}

func eenGebeurtenis(regel string) Gebeurtenis {
	delen := strings.Fields(regel)
	g := Gebeurtenis{Op: tijdstip(delen[0]), Wat: Wat(delen[1]), Door: "Sanne"}
	switch g.Wat {
	case WatAnalyse:
		g.Oorzaak = "planning"
	case WatAfgehandeld:
		g.Uitkomst = Gegrond
	case WatOpgeschort, WatVerlengd:
		g.Reden = "wacht op antwoord"
	}
	for _, deel := range delen[2:] {
		naam, w, _ := strings.Cut(strings.ReplaceAll(deel, "_", " "), "=")
		var err error
		switch naam {
		case "tot":
			g.Tot = datum(w)
		case "met":
			g.Met, err = werkdagen.LeesTermijn(w)
		case "termijn":
			g.Termijn = Termijnnaam(w)
		case "uitkomst":
			g.Uitkomst = Uitkomst(w)
		case "oorzaak":
			g.Oorzaak = w
		case "reactie":
			g.Reactie = w
		case "reden":
			g.Reden = w
		case "veld":
			g.Veld = w
		case "van":
			g.Van = w
		case "naar":
			g.Naar = w
		case "gebeurtenis":
			g.Gebeurtenis = w
		case "toch":
			g.Toch = true
		default:
			err = fmt.Errorf("onbekend veld %q", naam)
		}
		if err != nil {
			panic(err)
		}
	}
	return g
}

// rezulto is the default procedure.
func rezulto(t testing.TB) *Procedure { return procedureVan(t, "profiel: rezulto\n") }

func procedureVan(t testing.TB, tekst string) *Procedure {
	t.Helper()
	p, meldingen, err := leesProcedure(bestandProcedure, []byte(tekst))
	if err != nil || len(meldingen) > 0 {
		t.Fatalf("procedure: %v %v", meldingen, err)
	}
	return p
}

// extern is a complaint as the default procedure promises it.
func externeKlacht(t testing.TB, regels ...string) *Klacht {
	return klachtBij(t, rezulto(t), Extern, regels...)
}

func interneKlacht(t testing.TB, regels ...string) *Klacht {
	return klachtBij(t, rezulto(t), Intern, regels...)
}

// klachtBij is a record with what p promises on the day of its first event.
func klachtBij(t testing.TB, p *Procedure, h Herkomst, regels ...string) *Klacht {
	t.Helper()
	k := &Klacht{
		Nummer: Nummer{2026, 7}, ID: "zcqsqhgmqj22xlr7", Soort: SoortKlacht, Herkomst: h,
		Onderwerp: "Lokaal te klein", Categorie: "overig", Ernst: ErnstNormaal, Verloop: gebeurd(regels...),
	}
	if h == Intern {
		k.Soort = SoortOnvolkomenheid
	}
	var err error
	if k.Beloofd, err = p.Belofte(h, k.Categorie, k.Verloop[0].Op.Dag); err != nil {
		t.Fatal(err)
	}
	return k
}

// op judges k by the default procedure as of a day.
func op(t testing.TB, k *Klacht, dag string) *Dossier { return bij(t, rezulto(t), k, dag) }

func bij(t testing.TB, p *Procedure, k *Klacht, dag string) *Dossier {
	t.Helper()
	d, err := NieuweRegels(p).Beoordeel(k, datum(dag))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func gelijk[T any](t testing.TB, wat string, kreeg, wil T, opties ...cmp.Option) {
	t.Helper()
	if diff := cmp.Diff(wil, kreeg, opties...); diff != "" {
		t.Errorf("%s (-wil +kreeg):\n%s", wat, diff)
	}
}

// metFout checks the whole message of an error; "" is none.
func metFout(t testing.TB, err error, wil string) {
	t.Helper()
	kreeg := ""
	if err != nil {
		kreeg = err.Error()
	}
	if kreeg != wil {
		t.Errorf("fout\nkreeg %q\nwil   %q", kreeg, wil)
	}
}

func tipVan(err error) string {
	if f, ok := err.(interface{ Tip() string }); ok {
		return f.Tip()
	}
	return ""
}

// gouden compares with a golden file, or writes it with -bijwerken.
func gouden(t *testing.T, bestand string, kreeg []byte) {
	t.Helper()
	if *bijwerken {
		if err := os.WriteFile(bestand, kreeg, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	wil, err := os.ReadFile(bestand)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, bestand, string(kreeg), string(wil))
}
