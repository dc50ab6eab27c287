package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klacht/rapport"
	"klacht/werkdagen"
)

var (
	grotemap = flag.String("grotemap", "", "a folder to fill with -aantal dossiers; it must not exist yet")
	aantal   = flag.Int("aantal", 10_000, "how many dossiers -grotemap gets")
)

// TestGroteMap fills the folder that -grotemap names, to look at reports on ten years of a large organisation.
func TestGroteMap(t *testing.T) {
	if *grotemap == "" {
		t.Skip("-grotemap is not set: no folder to fill")
	}
	vulGroteMap(t, *grotemap, *aantal)
	t.Logf("klacht rapport --periode 2026 --peildatum 2026-11-23 --map %s", *grotemap)
}

// BenchmarkRapport makes the report on one of ten years with 2,000 dossiers, in every format.
func BenchmarkRapport(b *testing.B) {
	k := &kantoor{t: b, pad: filepath.Join(b.TempDir(), gewoneMap), nu: testklok("2026-11-23")}
	vulGroteMap(b, k.pad, 2000)
	for _, f := range rapport.Formaten(rapport.Scherm{}) {
		b.Run(f.Naam, func(b *testing.B) {
			for b.Loop() {
				k.goed("rapport", "--periode", "2026", "--formaat", f.Naam)
			}
		})
	}
}

// TestGroteMapIsTeLezen holds a small one of its kind to the program: no record in it is refused or remarked upon.
func TestGroteMapIsTeLezen(t *testing.T) {
	k := &kantoor{t: t, pad: filepath.Join(t.TempDir(), gewoneMap), nu: testklok("2026-11-23")}
	vulGroteMap(t, k.pad, 150)
	uit, fout, code := k.voer("rapport", "--van", "2016-01-01", "--json")
	if code != codeGedaan || fout != "" {
		t.Fatalf("exit %d\n%s", code, fout)
	}
	o := ontleed[struct {
		Ontvangen, Open int
		Voorstel        struct{ Percentage float64 }
		PerCategorie    []any `json:"per_categorie"`
		PerOorzaak      []any `json:"per_oorzaak"`
	}](t, uit)
	if o.Ontvangen != 150 || len(o.PerCategorie) != 8 || len(o.PerOorzaak) != 12 || o.Open == 0 || o.Voorstel.Percentage < 70 || o.Voorstel.Percentage > 99 {
		t.Errorf("%+v", o)
	}
}

// grootCategorieen and grootOorzaken are in order of how often they occur.
var (
	grootCategorieen = []string{
		"informatievoorziening", "financiële afwikkeling", "inhoud van de cursus", "cursusleider", "planning en rooster", "bereikbaarheid", "locatie en voorzieningen", "overig",
	}
	grootOorzaken = []string{
		"onduidelijke informatie", "fout in administratie", "planning", "afspraak niet nagekomen", "kwaliteit lesmateriaal", "verwachting niet besproken", "techniek",
		"houding of gedrag", "wisseling van docent", "te late levering", "externe partij", "onbekend gebleven",
	}
)

// vulGroteMap writes n dossiers of the ten years up to 23 November 2026, straight to disk: as many as a large organisation has, by season, with
// more of them in later years. It is the same for the same n.
func vulGroteMap(t testing.TB, pad string, n int) {
	t.Helper()
	if _, err := os.Stat(pad); err == nil {
		t.Fatalf("%s bestaat al", pad)
	}
	schrijf := func(naam, tekst string) {
		vol := filepath.Join(pad, naam)
		if err := os.MkdirAll(filepath.Dir(vol), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(vol, []byte(tekst), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	schrijf("procedure.yaml", "dossierformaat: 1\nprofiel: rezulto\norganisatie:\n  naam: Voorbeeld Groot BV\nverantwoordelijke: Sanne de Vries\ncategorieen:\n  - "+
		strings.Join(grootCategorieen, "\n  - ")+"\noorzaken:\n  - "+strings.Join(grootOorzaken, "\n  - ")+"\nbewaren:\n  termijn: 12 jaar\n  vanaf: afgehandeld\n")
	vandaag := werkdagen.Dag(testklok("2026-11-23"))
	g := &groot{r: rand.New(rand.NewPCG(uint64(n), 10)), vandaag: vandaag}
	volg := map[int]int{}
	for _, d := range g.dagen(n) {
		jaar := d.Jaar()
		volg[jaar]++
		schrijf(fmt.Sprintf("%d/K%d-%04d/klacht.yaml", jaar, jaar, volg[jaar]), g.dossier(d))
	}
}

// groot makes up dossiers.
type groot struct {
	r       *rand.Rand
	vandaag werkdagen.Datum
	b       strings.Builder
	ids     int
}

// dagen gives n days of receipt, oldest first: by season, on few Saturdays and Sundays, and three times as many at the end as at the beginning.
func (g *groot) dagen(n int) []werkdagen.Datum {
	eerste := g.vandaag.PlusJaren(-10)
	gewicht := func(d werkdagen.Datum) float64 {
		w := float64(zwaarte(d)) * (1 + 2*float64(d-eerste)/float64(g.vandaag-eerste))
		if d.Weekdag() == werkdagen.Zaterdag || d.Weekdag() == werkdagen.Zondag {
			w /= 6
		}
		return w
	}
	totaal := 0.0
	for d := eerste; d <= g.vandaag; d++ {
		totaal += gewicht(d)
	}
	uit := make([]werkdagen.Datum, 0, n)
	som := 0.0
	for d := eerste; d <= g.vandaag; d++ {
		som += gewicht(d)
		for float64(len(uit))+0.5 <= som/totaal*float64(n) && len(uit) < n {
			uit = append(uit, max(eerste, d-werkdagen.Datum(g.r.IntN(4))))
		}
	}
	return uit
}

// scheef takes one of them, the first ones most often.
func (g *groot) scheef(uit []string) string {
	x := g.r.Float64()
	return uit[int(x*x*float64(len(uit)))]
}

// dossier writes the record of what was received on a day.
func (g *groot) dossier(ontvangen werkdagen.Datum) string {
	g.b.Reset()
	p := func(vorm string, delen ...any) { fmt.Fprintf(&g.b, vorm, delen...) }
	soort, herkomst, belofte := "klacht", "extern", "  bevestiging: 5 werkdagen\n  voorstel: 4 weken\n"
	if g.r.IntN(12) == 0 {
		soort, herkomst, belofte = "onvolkomenheid", "intern", "  afhandeling: 4 weken\n"
	}
	categorie := g.scheef(grootCategorieen)
	p("dossierformaat: 1\nid: %s\nsoort: %s\nherkomst: %s\nonderwerp: Klacht over %s\ncategorie: %s\nernst: normaal\nkanaal: e-mail\nbehandelaar: Ilse Kuiper\n", g.id(), soort, herkomst, categorie, categorie)
	p("klager:\n  naam: E. Bakker\n  email: e.bakker@example.nl\nomschrijving: |-\n  De afspraak was anders dan wat er gebeurde.\n  Graag een reactie.\n\nbeloofd:\n%s  kalender: atw\n  gelijkgesteld: verlenging\n  verlenging: geen\n\nverloop:\n", belofte)
	d := ontvangen
	stap := func(dagen int, wat, velden string) bool {
		if d += werkdagen.Datum(dagen); d > g.vandaag {
			return false
		}
		moment := testklok(d.String()).Add(time.Duration(g.r.IntN(180)) * time.Minute).Format(time.RFC3339)
		p("  - id: %s\n    wat: %s\n    op: %s\n    vastgelegd: %s\n    door: Sanne de Vries\n%s", g.id(), wat, moment, moment, velden)
		return true
	}
	stap(0, "ontvangen", "")
	g.verloop(herkomst == "extern", stap)
	return g.b.String()
}

// verloop is what happened since: most is done in time, some of it late, and a little goes to the mediator.
func (g *groot) verloop(extern bool, stap func(dagen int, wat, velden string) bool) {
	kans := func(n int) bool { return g.r.IntN(100) < n }
	traag := func(gewoon, laat int) int { // days until the next step
		if kans(6) {
			return laat + g.r.IntN(25)
		}
		return g.r.IntN(gewoon + 1)
	}
	if extern && kans(96) && !stap(traag(5, 9), "bevestigd", "") {
		return
	}
	if kans(2) {
		stap(g.r.IntN(10), "afgehandeld", "    uitkomst: ingetrokken\n")
		return
	}
	if kans(88) && !stap(traag(8, 15), "analyse", "    oorzaak: "+g.scheef(grootOorzaken)+"\n    bevinding: Zo is het gegaan.\n") {
		return
	}
	if extern {
		if !stap(traag(14, 25), "voorstel", "    tekst: Excuses en een gratis herhaling.\n") {
			return
		}
		if kans(4) && (!stap(g.r.IntN(14), "geschil", "") || !stap(20+g.r.IntN(40), "advies", "")) {
			return
		}
	}
	uitkomst := []string{"gegrond", "gegrond", "deels gegrond", "ongegrond"}[g.r.IntN(4)]
	if !stap(traag(12, 30), "afgehandeld", "    uitkomst: "+uitkomst+"\n") || !kans(3) {
		return
	}
	if stap(5+g.r.IntN(20), "heropend", "    reden: Niet naar tevredenheid.\n") && (!extern || stap(g.r.IntN(20), "voorstel", "")) {
		stap(g.r.IntN(14), "afgehandeld", "    uitkomst: gegrond\n")
	}
}

func (g *groot) id() string {
	g.ids++
	return fmt.Sprintf("groot%011d", g.ids)
}
