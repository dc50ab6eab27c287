package main

import (
	"context"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"klacht/dossier"
	"klacht/werkdagen"
)

// What the documents say is held to the program here: the session, the names, the examples, the links.

const (
	leesmij        = "README.md"
	ontwerp        = "docs/ontwerp.md"
	begrippen      = "docs/begrippen.md"
	dossierformaat = "docs/dossierformaat.md"
	handleiding    = "docs/handleiding.md"
)

func documenten() []string {
	return []string{leesmij, ontwerp, begrippen, dossierformaat, handleiding}
}

func leesDocument(t *testing.T, pad string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(pad)))
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(b), "\r\n", "\n")
}

// codeblok is a fenced block: its info string ("yaml klacht.yaml") and what it holds.
type codeblok struct{ info, tekst string }

var codeblokken = regexp.MustCompile("(?ms)^```([^\n]*)\n(.*?)^```$")

func blokken(tekst string) []codeblok {
	var uit []codeblok
	for _, m := range codeblokken.FindAllStringSubmatch(tekst, -1) {
		uit = append(uit, codeblok{m[1], m[2]})
	}
	return uit
}

// sessie is the script as README shows it: the commands behind a $, and what they print. Where the script's folder would stand,
// README has a name.
func sessie(t *testing.T) string {
	t.Helper()
	delen := strings.Split(leesDocument(t, "testdata/script/sessie.txtar"), "\n-- ")
	inhoud := map[string]string{}
	for _, deel := range delen[1:] {
		naam, tekst, ok := strings.Cut(deel, " --\n")
		if !ok {
			t.Fatalf("no file in %q", deel)
		}
		inhoud[naam] = strings.TrimSuffix(tekst, "\n")
	}
	var uit []string
	for _, r := range strings.Split(delen[0], "\n") {
		woorden := strings.Fields(r)
		switch {
		case strings.HasPrefix(r, "exec "):
			uit = append(uit, "$ "+strings.ReplaceAll(strings.TrimPrefix(r, "exec "), "'", `"`))
		case len(woorden) == 3 && strings.HasPrefix(r, "cmp"):
			uit = append(uit, inhoud[woorden[2]], "")
		}
	}
	return strings.TrimSpace(strings.Join(uit, "\n")) + "\n"
}

func TestSessieInLeesmijIsHetScript(t *testing.T) {
	var getoond string
	for _, b := range blokken(leesDocument(t, leesmij)) {
		if strings.HasPrefix(b.tekst, "$ klacht ") {
			getoond += b.tekst
		}
	}
	if diff := cmp.Diff(sessie(t), getoond); diff != "" {
		t.Errorf("-script +README.md:\n%s", diff)
	}
	_, bericht, _ := strings.Cut(leesDocument(t, "testdata/script/sessie.txtar"), "\n-- klacht.eml --\n")
	bericht, _, _ = strings.Cut(bericht, "\n-- ")
	if !slices.Contains(blokken(leesDocument(t, leesmij)), codeblok{"email", bericht + "\n"}) {
		t.Errorf("%s does not show the message of the session:\n%s", leesmij, bericht)
	}
}

// codewoorden gives what stands between backticks outside of fenced blocks.
func codewoorden(tekst string) map[string]bool {
	uit := map[string]bool{}
	for i, deel := range strings.Split(codeblokken.ReplaceAllString(tekst, ""), "`") {
		if i%2 == 1 {
			uit[deel] = true
		}
	}
	return uit
}

func TestLeesmijNoemtElkCommando(t *testing.T) {
	tekst := leesDocument(t, leesmij)
	genoemd := codewoorden(tekst)
	for _, g := range groepen(scriptomgeving()) {
		for _, cmd := range g.commandos {
			if !genoemd[cmd.Name()] {
				t.Errorf("%s does not name `%s`", leesmij, cmd.Name())
			}
			delete(genoemd, cmd.Name())
		}
	}
	_, tabel, _ := strings.Cut(tekst, "## Alle commando's\n\n")
	tabel, _, _ = strings.Cut(tabel, "\n\n")
	for woord := range codewoorden(tabel) {
		if genoemd[woord] {
			t.Errorf("%s names `%s`, which is no command", leesmij, woord)
		}
	}
	if !slices.Contains(strings.Split(tekst, "\n"), "go test ./...") {
		t.Errorf("%s has no line that is exactly the command for the tests", leesmij)
	}
}

// opgemaakt makes a folder with a procedure.yaml ("": the default one) and other files, and opens it.
func opgemaakt(t *testing.T, procedure string, bestanden map[string]string) *dossier.Map {
	t.Helper()
	pad := filepath.Join(t.TempDir(), gewoneMap)
	if err := dossier.RichtIn(pad, dossier.Inrichting{}); err != nil {
		t.Fatal(err)
	}
	if procedure != "" {
		bestanden[procedurebestand] = procedure
	}
	for naam, tekst := range bestanden {
		vol := filepath.Join(pad, filepath.FromSlash(naam))
		if err := os.MkdirAll(filepath.Dir(vol), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(vol, []byte(tekst), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	klok := func() time.Time { return testklok("2026-12-31") }
	m, err := dossier.Open(pad, dossier.Instellingen{Klok: klok, Host: "test", Proces: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Sluit() })
	return m
}

// TestVoorbeeldenKunnenGelezenWorden reads every YAML block in the documents through the program, without an error or a warning.
// Its info string says what it is: the name of a file, or verloop for events to be added to the example record.
func TestVoorbeeldenKunnenGelezenWorden(t *testing.T) {
	voorbeeld := map[string]string{}
	for _, b := range blokken(leesDocument(t, dossierformaat)) {
		if naam, ok := strings.CutPrefix(b.info, "yaml "); ok && naam != "verloop" {
			voorbeeld[naam] = b.tekst
		}
	}
	const record = "2026/K2026-0007/klacht.yaml"
	for _, naam := range []string{procedurebestand, "vernietigd.yaml", "maatregelen/M2026-003.yaml", "overleg/2026-11-26.yaml", "inkomend/2026-11-21-4e2rak/inkomend.yaml", record} {
		if voorbeeld[naam] == "" {
			t.Fatalf("%s has no example of %s", dossierformaat, naam)
		}
	}
	for _, pad := range documenten() {
		for i, b := range blokken(leesDocument(t, pad)) {
			if !strings.HasPrefix(b.info, "yaml") {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d", pad, i), func(t *testing.T) {
				bestanden := map[string]string{}
				for naam, tekst := range voorbeeld {
					bestanden[naam] = tekst
				}
				switch _, naam, _ := strings.Cut(b.info, " "); naam {
				case "verloop":
					bestanden[record] += b.tekst
				case procedurebestand:
					delete(bestanden, record) // its category may not be there
					delete(bestanden, "2026/K2026-0007/uitgaand/verzending.yaml")
					fallthrough
				default:
					if voorbeeld[naam] == "" {
						t.Fatalf("the info string %q says no file", b.info)
					}
					bestanden[naam] = b.tekst
				}
				m := opgemaakt(t, "", bestanden)
				g, err := m.Alle(context.Background())
				_, vreemd, fout := m.Vernietigd()
				_, raar, fout2 := m.Overleggen()
				maatregelen, gemeld, mis := m.Maatregelen()
				standen, misrekend := m.BeoordeelMaatregelen(maatregelen, werkdagen.Dag(testklok("2026-12-31")))
				if err := errors.Join(errors.Join(gemeld...), mis, misrekend); err != nil || len(standen) != 1 {
					t.Fatal(len(standen), err)
				}
				inkomend, anders, mis := m.Inkomend()
				if err := errors.Join(errors.Join(anders...), mis); err != nil || len(inkomend) != 1 {
					t.Fatal(len(inkomend), err)
				}
				if err := errors.Join(errors.Join(m.Meldingen...), errors.Join(vreemd...), errors.Join(raar...), errors.Join(g.Meldingen...), errors.Join(g.Fouten...), err, fout, fout2); err != nil {
					t.Fatal(err)
				}
				for _, k := range g.Klachten {
					if k.Verzending != nil && k.Verzending.Fout != nil {
						t.Error(k.Verzending.Fout)
					}
					if _, err := m.Beoordeel(k, werkdagen.Dag(testklok("2026-12-31"))); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
}

// bekend are the keys that the program knows in the mapping in which it met the key raar: its warning names them.
func bekend(t *testing.T, meldingen []error, regel int) []string {
	t.Helper()
	for _, m := range meldingen {
		var f *dossier.Leesfout
		if errors.As(m, &f) && f.Regel == regel && strings.Contains(f.Wat, `"raar"`) {
			lijst, ok := strings.CutPrefix(f.Raad, "bekend zijn: ")
			if ok {
				return strings.Split(lijst, ", ")
			}
		}
	}
	t.Fatalf("no warning about line %d in %v", regel, meldingen)
	return nil
}

// TestElkeSleutelIsBeschreven puts an unknown key in every mapping that files have and looks up the ones that are known.
func TestElkeSleutelIsBeschreven(t *testing.T) {
	const procedure = `raar: x
organisatie: {raar: x}
mediator: {raar: x}
termijnen:
  raar: x
  extern: {raar: x}
categorieen:
  - {naam: overig, raar: x}
kalender:
  raar: x
  gesloten: [{van: 2026-01-05, raar: x}]
bewaren: {raar: x}
status: {raar: x}
post: {raar: x}
`
	const klacht = `raar: x
id: a
soort: klacht
onderwerp: o
categorie: overig
klager: {raar: x}
beloofd: {raar: x}
verloop:
  - {wat: ontvangen, op: 2026-01-05, bestanden: [{bestand: b, raar: x}]}
`
	const overleg = "raar: x\naanwezig: [a]\n"
	const maatregel = `raar: x
id: a
omschrijving: o
soort: herstel
verantwoordelijke: b
streefdatum: 2026-01-05
controle: 1 week
verloop: [{wat: aangemaakt, op: 2026-01-05}]
`
	const inkomend = `dossierformaat: 1
raar: x
ontvangen: 2026-01-05
van: {raar: x}
klager: {raar: x}
bericht: bericht.eml
sha256: 0000000000000000000000000000000000000000000000000000000000000000
`
	const verzending = `sjabloon: a
raar: x
wat: bericht-uit
bericht_id: a@b
sha256: 0000000000000000000000000000000000000000000000000000000000000000
op: 2026-01-05
`
	m := opgemaakt(t, procedure, map[string]string{"2026/K2026-0001/uitgaand/verzending.yaml": verzending, "inkomend/2026-01-05-aaaaaa/inkomend.yaml": inkomend, "2026/K2026-0001/klacht.yaml": klacht, "maatregelen/M2026-001.yaml": maatregel, "overleg/2026-01-08.yaml": overleg})
	g, err := m.Alle(context.Background())
	_, maatregelmeldingen, mis := m.Maatregelen()
	_, overMeldingen, fout := m.Overleggen()
	_, inkomendmeldingen, anders := m.Inkomend()
	if err := errors.Join(err, errors.Join(g.Fouten...), mis, fout, anders); err != nil {
		t.Fatal(err)
	}
	beschreven, begrepen := codewoorden(leesDocument(t, dossierformaat)), begripnamen(t)
	for _, bron := range []struct {
		tekst     string
		meldingen []error
	}{{procedure, m.Meldingen}, {klacht, g.Meldingen}, {maatregel, maatregelmeldingen}, {overleg, overMeldingen}, {verzending, g.Meldingen}, {inkomend, inkomendmeldingen}} {
		for i, r := range strings.Split(bron.tekst, "\n") {
			if !strings.Contains(r, "raar") {
				continue
			}
			for _, sleutel := range bekend(t, bron.meldingen, i+1) {
				if !beschreven[sleutel] {
					t.Errorf("%s does not describe the key %s of line %q", dossierformaat, sleutel, r)
				}
				if i == 0 && !slices.Contains(begrepen, sleutel) {
					t.Errorf("%s lacks the key %s", begrippen, sleutel)
				}
			}
		}
	}
}

// TestTabelVanGebeurtenissen holds the table of kinds, with the keys that each must and may have, to what the program reads.
func TestTabelVanGebeurtenissen(t *testing.T) {
	gewoon := []string{"id", "wat", "op", "vastgelegd", "door", "toch", "bestanden"}
	voorbeeld := map[string]string{
		"oorzaak": "planning", "reden": "ziek", "tot": "2026-02-01", "uitkomst": "gegrond", "veld": "onderwerp", "gebeurtenis": "b",
	}
	_, tabel, _ := strings.Cut(leesDocument(t, dossierformaat), "\n| `wat` | moet | mag | betekenis |\n")
	tabel, _, _ = strings.Cut(tabel, "\n\n")
	var soorten []string
	for _, r := range strings.Split(tabel, "\n")[1:] {
		cellen := strings.Split(r, "|")
		wat, _ := strconv.Unquote(strings.TrimSpace(cellen[1]))
		var moet, alle []string
		for woord := range codewoorden(cellen[2]) {
			moet = append(moet, woord)
		}
		for woord := range codewoorden(cellen[2] + cellen[3]) {
			alle = append(alle, woord)
		}
		soorten = append(soorten, wat)
		t.Run(wat, func(t *testing.T) {
			record := func(zonder string) string {
				s := "id: a\nsoort: klacht\nonderwerp: o\ncategorie: overig\nverloop:\n"
				if wat != "ontvangen" {
					s += "  - {id: a, wat: ontvangen, op: 2026-01-05}\n"
				} else {
					s += "  # één keer\n"
				}
				s += "  - {id: b, wat: notitie, op: 2026-01-06}\n"
				s += "  - {raar: x, wat: " + wat + ", op: 2026-01-06"
				for _, naam := range moet {
					if naam != zonder {
						s += ", " + naam + ": " + voorbeeld[naam]
					}
				}
				if wat == "verlengd" {
					s += ", tot: 2026-02-01" // one of two
				}
				return s + "}\n"
			}
			lees := func(tekst string) dossier.Gelezen {
				g, err := opgemaakt(t, "", map[string]string{"2026/K2026-0001/klacht.yaml": tekst}).Alle(context.Background())
				if err != nil {
					t.Fatal(err)
				}
				return g
			}
			g := lees(record(""))
			if len(g.Fouten) > 0 {
				t.Fatal(g.Fouten)
			}
			eigen := slices.DeleteFunc(bekend(t, g.Meldingen, 8), func(s string) bool { return slices.Contains(gewoon, s) })
			slices.Sort(eigen)
			slices.Sort(alle)
			if !slices.Equal(eigen, alle) {
				t.Errorf("the table has %v, the program knows %v", alle, eigen)
			}
			for _, naam := range moet {
				if g := lees(record(naam)); len(g.Fouten) == 0 {
					t.Errorf("the table says that it must have %s, the program does without", naam)
				}
			}
		})
	}
	if diff := cmp.Diff(teksten(dossier.Watten()), soorten); diff != "" {
		t.Errorf("kinds -program +table:\n%s", diff)
	}
}

// TestTabelVanMaatregelgebeurtenissen does the same for the events of measures.
func TestTabelVanMaatregelgebeurtenissen(t *testing.T) {
	const begin = `id: a
omschrijving: o
soort: herstel
verantwoordelijke: b
streefdatum: 2026-01-05
controle: 1 week
verloop:
`
	gewoon := []string{"id", "wat", "op", "vastgelegd", "door"}
	voorbeeld := map[string]string{"oordeel": "deels", "toelichting": "x", "veld": "oorzaak", "reden": "x"}
	_, tabel, _ := strings.Cut(leesDocument(t, dossierformaat), "\n| `wat` van een maatregel | moet | mag | betekenis |\n")
	tabel, _, _ = strings.Cut(tabel, "\n\n")
	var soorten []string
	for _, r := range strings.Split(tabel, "\n")[1:] {
		cellen := strings.Split(r, "|")
		wat, _ := strconv.Unquote(strings.TrimSpace(cellen[1]))
		soorten = append(soorten, wat)
		var alle []string
		for woord := range codewoorden(cellen[2] + cellen[3]) {
			alle = append(alle, woord)
		}
		lees := func(zonder string) ([]error, error) {
			s := begin
			if wat != "aangemaakt" {
				s += "  - {wat: aangemaakt, op: 2026-01-05}\n"
			} else {
				s += "  # één keer\n"
			}
			s += "  - {raar: x, wat: " + wat + ", op: 2026-01-06"
			for woord := range codewoorden(cellen[2]) {
				if woord != zonder {
					s += ", " + woord + ": " + voorbeeld[woord]
				}
			}
			_, meldingen, err := opgemaakt(t, "", map[string]string{"maatregelen/M2026-001.yaml": s + "}\n"}).Maatregelen()
			return meldingen, err
		}
		meldingen, err := lees("")
		if err != nil {
			t.Fatal(wat, err)
		}
		eigen := slices.DeleteFunc(bekend(t, meldingen, 9), func(s string) bool { return slices.Contains(gewoon, s) })
		slices.Sort(eigen)
		slices.Sort(alle)
		if !slices.Equal(eigen, alle) {
			t.Errorf("%s: the table has %v, the program knows %v", wat, alle, eigen)
		}
		for woord := range codewoorden(cellen[2]) {
			if _, err := lees(woord); err == nil {
				t.Errorf("the table says that %s must have %s, the program does without", wat, woord)
			}
		}
	}
	if diff := cmp.Diff(teksten(dossier.MaatregelWatten()), soorten); diff != "" {
		t.Errorf("kinds -program +table:\n%s", diff)
	}
}

// begripnamen are the words of the glossary, as its first column has them but without backticks.
func begripnamen(t *testing.T) []string {
	t.Helper()
	var namen []string
	for _, r := range strings.Split(leesDocument(t, begrippen), "\n") {
		if cellen := strings.Split(r, "|"); len(cellen) == 6 && !strings.HasPrefix(cellen[1], "-") {
			namen = append(namen, strings.ReplaceAll(strings.TrimSpace(cellen[1]), "`", ""))
		}
	}
	return namen[1:] // the heading
}

func TestElkWoordIsEenBegrip(t *testing.T) {
	namen := begripnamen(t)
	klein := make([]string, len(namen))
	for i, n := range namen {
		klein[i] = strings.ToLower(n)
	}
	if !slices.IsSorted(klein) {
		gesorteerd := slices.Sorted(slices.Values(klein))
		t.Errorf("%s is not in order:\n%s", begrippen, cmp.Diff(gesorteerd, klein))
	}
	if n := len(slices.Compact(slices.Sorted(slices.Values(klein)))); n != len(klein) {
		t.Errorf("%s has a word twice", begrippen)
	}
	beschreven := codewoorden(leesDocument(t, dossierformaat))
	for _, lijst := range [][]string{
		teksten(dossier.Watten()), teksten(dossier.Toestanden()), teksten(dossier.Uitkomsten()), teksten(dossier.Termijnnamen()),
		teksten(dossier.Soorten()), teksten(dossier.Herkomsten()), teksten(dossier.Ernsten()), teksten(dossier.Bewaarbeginnen()),
		teksten(dossier.MaatregelWatten()), teksten(dossier.Maatregeltoestanden()), teksten(dossier.Maatregelsoorten()), teksten(dossier.Doeltreffendheden()),
	} {
		for _, woord := range lijst {
			if !slices.Contains(namen, woord) {
				t.Errorf("%s lacks %s", begrippen, woord)
			}
			if !beschreven[woord] {
				t.Errorf("%s does not describe `%s`", dossierformaat, woord)
			}
		}
	}
	for _, u := range dossier.Urgenties() {
		if !slices.Contains(namen, string(u)) {
			t.Errorf("%s lacks %s", begrippen, u)
		}
	}
	for _, veld := range slices.Concat(dossier.Wijzigbaar(), dossier.MaatregelWijzigbaar()) {
		if !strings.Contains(leesDocument(t, dossierformaat), veld) {
			t.Errorf("%s does not name the field %s that can be changed", dossierformaat, veld)
		}
	}
}

// TestElkeAfhankelijkheidHeeftEenReden wants every module that the project itself imports, in tests too, in the design.
func TestElkeAfhankelijkheidHeeftEenReden(t *testing.T) {
	var modules []string
	for _, r := range strings.Split(leesDocument(t, "go.mod"), "\n") {
		if velden := strings.Fields(strings.TrimPrefix(r, "require ")); len(velden) >= 2 && strings.Contains(velden[0], "/") {
			modules = append(modules, velden[0])
		}
	}
	direct := map[string]bool{}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(pad, ".go") {
			return err
		}
		boom, err := parser.ParseFile(token.NewFileSet(), pad, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range boom.Imports {
			naam, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			beste := ""
			for _, m := range modules {
				if (naam == m || strings.HasPrefix(naam, m+"/")) && len(m) > len(beste) {
					beste = m
				}
			}
			direct[beste] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(direct, "") // the standard library and our own
	if len(direct) == 0 {
		t.Fatal("no dependency found")
	}
	genoemd := codewoorden(leesDocument(t, ontwerp))
	for m := range direct {
		if !genoemd[m] {
			t.Errorf("%s does not say why `%s` is there", ontwerp, m)
		}
	}
}

// TestBestandenInHetOntwerpBestaan wants no file in the design that is no longer there.
func TestBestandenInHetOntwerpBestaan(t *testing.T) {
	bestaat := map[string]bool{}
	err := filepath.WalkDir(filepath.Join("..", ".."), func(_ string, d fs.DirEntry, err error) error {
		if err == nil {
			bestaat[d.Name()] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for woord := range codewoorden(leesDocument(t, ontwerp)) {
		if strings.HasSuffix(woord, ".go") && !strings.Contains(woord, "…") && !bestaat[woord] {
			t.Errorf("%s names %s, which is not there", ontwerp, woord)
		}
	}
}

var koppeling = regexp.MustCompile(`\]\(([^)\s]+)\)`)

func TestKoppelingenKomenUit(t *testing.T) {
	for _, pad := range documenten() {
		for _, m := range koppeling.FindAllStringSubmatch(codeblokken.ReplaceAllString(leesDocument(t, pad), ""), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			doel, anker, _ := strings.Cut(m[1], "#")
			if doel == "" {
				doel = filepath.Base(pad)
			}
			vol := filepath.ToSlash(filepath.Join(filepath.Dir(pad), doel))
			if _, err := os.Stat(filepath.Join("..", "..", vol)); err != nil {
				t.Errorf("%s: %s is not there", pad, m[1])
				continue
			}
			if anker != "" && !slices.Contains(ankers(leesDocument(t, vol)), anker) {
				t.Errorf("%s: %s has no heading for #%s", pad, vol, anker)
			}
		}
	}
}

// ankers are the names that GitHub gives to headings.
func ankers(tekst string) []string {
	var uit []string
	for _, r := range strings.Split(codeblokken.ReplaceAllString(tekst, ""), "\n") {
		if kop := strings.TrimLeft(r, "#"); kop != r && strings.HasPrefix(kop, " ") {
			uit = append(uit, strings.Map(func(r rune) rune {
				switch {
				case r == ' ':
					return '-'
				case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
					return unicode.ToLower(r)
				}
				return -1
			}, strings.TrimSpace(kop)))
		}
	}
	return uit
}
