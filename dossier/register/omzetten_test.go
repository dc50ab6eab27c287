package register

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/dossier"
)

// nu is when these registers are taken over.
func nu(t testing.TB) dossier.Wie {
	t.Helper()
	op, err := dossier.LeesTijdstip("2026-11-23 12:00")
	if err != nil {
		t.Fatal(err)
	}
	return dossier.Wie{Door: "Sanne de Vries", Nu: op}
}

func procedure(t testing.TB) *dossier.Procedure {
	t.Helper()
	pad := filepath.Join(t.TempDir(), "Klachtafhandeling")
	if err := dossier.RichtIn(pad, dossier.Inrichting{}); err != nil {
		t.Fatal(err)
	}
	m, err := dossier.Open(pad, dossier.Instellingen{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Sluit() })
	return m.Procedure
}

func verken(t testing.TB, r *Register) *Verkenning {
	t.Helper()
	v, err := r.Verken(t.Context(), func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// zetOm is what becomes of a register whose columns are guessed, or as kaart has
// them.
func zetOm(t testing.TB, pad string, kaart *dossier.Kolomkaart) (uit []dossier.Overtenemen, fouten []string) {
	t.Helper()
	r := open(t, pad, kaart)
	v := verken(t, r)
	if kaart == nil {
		kaart = Raad(r, v, procedure(t))
	}
	o, err := NieuweOmzetter(r, v, kaart, "", procedure(t), nu(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, rij := range alle(t, r) {
		over, fout := o.Zet(rij)
		if fout != nil {
			fouten = append(fouten, fout.Error())
			continue
		}
		uit = append(uit, over)
	}
	return uit, fouten
}

// inHetKort is what is taken over as text: the fields that hold something, and
// the events.
func inHetKort(o dossier.Overtenemen) string {
	var b strings.Builder
	for _, p := range [][2]string{
		{"nummer", o.Overgenomen.Nummer}, {"ontvangen", o.Ontvangen.String()}, {"soort", string(o.Soort)}, {"herkomst", string(o.Herkomst)}, {"ernst", string(o.Ernst)},
		{"onderwerp", o.Onderwerp}, {"categorie", o.Categorie}, {"omschrijving", o.Omschrijving}, {"klager", o.Klager.Naam}, {"telefoon", o.Klager.Telefoon},
		{"email", o.Klager.Email}, {"behandelaar", o.Behandelaar}, {"kanaal", o.Kanaal},
	} {
		if p[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", p[0], p[1])
		}
	}
	for _, g := range o.Verloop {
		fmt.Fprintf(&b, "%s %s", g.Wat, g.Op)
		for _, veld := range g.Velden() {
			fmt.Fprintf(&b, " %s=%s", veld.Naam, veld.Waarde)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "onbekend: %v", o.Onbekend)
	return b.String()
}

const nederlands = `registratienummer;naam;telefoonnummer;klantnummer;omschrijving;datum binnenkomst;bevestigingsbrief verzonden;soort klacht;oorzaak;oplossing;datum afgehandeld;gegrond j/n;maatregel
2025-001;E. Bakker;0612345678;88;"Factuur klopt niet.
Graag terugbetalen.";3-11-2025;5-11-2025;Financiële afwikkeling;fout in administratie;Creditfactuur;21-11-2025;j;Lijst nagelopen
2026-002;P. Smit;;;Cursusleider te laat;13-11-2026;;cursusleider;;;;;
`

func TestNederlandsRegister(t *testing.T) {
	uit, fouten := zetOm(t, schrijf(t, "klachten.csv", nederlands), nil)
	if len(fouten) > 0 || len(uit) != 2 {
		t.Fatal(fouten, len(uit))
	}
	for i, wil := range []string{`nummer: 2025-001
ontvangen: 2025-11-03
onderwerp: Factuur klopt niet
categorie: financiële afwikkeling
omschrijving: Factuur klopt niet.
Graag terugbetalen.
klager: E. Bakker
telefoon: 0612345678
bevestigd 2025-11-05
analyse 2025-11-03 oorzaak=fout in administratie
afgehandeld 2025-11-21 tekst=Creditfactuur uitkomst=gegrond
notitie 2026-11-23T12:00:00+01:00 tekst=Overgenomen uit klachten, regel 2.
klantnummer: 88
gegrond j/n: j
maatregel: Lijst nagelopen
onbekend: [bevestiging voorstel]`, `nummer: 2026-002
ontvangen: 2026-11-13
onderwerp: Cursusleider te laat
categorie: cursusleider
omschrijving: Cursusleider te laat
klager: P. Smit
behandelaar: Louise Ross
onbekend: [bevestiging voorstel]`} {
		if d := cmp.Diff(wil, inHetKort(uit[i])); d != "" {
			t.Error(d)
		}
	}
}

func kaartVan(t testing.TB, tekst string) *dossier.Kolomkaart {
	t.Helper()
	k, meldingen, err := dossier.LeesKolomkaart("kaart.yaml", []byte(tekst))
	if err != nil || len(meldingen) > 0 {
		t.Fatal(err, meldingen)
	}
	return k
}

func TestKaartVertaalt(t *testing.T) {
	pad := schrijf(t, "r.csv", "Datum;Soort;Urgentie;Voornaam;Achternaam;Klaar;BSN;Bijzonder;Via\n"+
		"1/2/2026;Docent;Spoed;Eva;Bakker;2/27/2026;123;;tel\n"+
		"1/3/2026;;;Piet;;Lopend;124;x;\n")
	uit, fouten := zetOm(t, pad, kaartVan(t, `
register: zuid
datumvorm: mdj
velden:
  ontvangen: datum
  categorie: {kolom: Soort, leeg: overig, waarden: {docent: cursusleider}}
  ernst: Urgentie
  klager: [Voornaam, Achternaam]
  afgehandeld: {kolom: Klaar, waarden: {lopend: nee}}
  kanaal: {kolom: Via, leeg: brief, waarden: {tel: telefoon}}
  soort: {leeg: klacht}
weglaten: [BSN]
onbekend: []
`))
	if len(fouten) > 0 || len(uit) != 2 {
		t.Fatal(fouten, len(uit))
	}
	for i, wil := range []string{`ontvangen: 2026-01-02
soort: klacht
ernst: hoog
onderwerp: cursusleider
categorie: cursusleider
klager: Eva Bakker
kanaal: telefoon
afgehandeld 2026-02-27 uitkomst=onbekend
notitie 2026-11-23T12:00:00+01:00 tekst=Overgenomen uit zuid, regel 2.
Soort: Docent
Urgentie: Spoed
Via: tel
onbekend: []`, `ontvangen: 2026-01-03
soort: klacht
onderwerp: overig
categorie: overig
klager: Piet
behandelaar: Louise Ross
kanaal: brief
notitie 2026-11-23T12:00:00+01:00 tekst=Overgenomen uit zuid, regel 3.
Klaar: Lopend
Bijzonder: x
onbekend: []`} {
		if d := cmp.Diff(wil, inHetKort(uit[i])); d != "" {
			t.Error(d)
		}
	}
}

func TestRegelsDieNietKunnen(t *testing.T) {
	_, fouten := zetOm(t, schrijf(t, "r.csv", `nummer;ontvangen;bevestigd;afgehandeld;categorie
1;;;;overig
2;gisteren;;;overig
3;31-11-2025;;;overig
4;1-12-2026;;;overig
5;23-11-2026 13:00;;;overig
6;20-11-2025;19-11-2025;;overig
7;20-11-2025;;ja;overig
8;20-11-2025;later;;overig
9;20-11-1985;;;overig
10;20-11-2025;;20-12-2025;overig;extra
11;20-11-2025;n.v.t.;0000-00-00;overig
12;20-11-2025 12:00;20-11-2025 11:00;;overig
`), kaartVan(t, "velden: {nummer: nummer, ontvangen: ontvangen, bevestigd: bevestigd, afgehandeld: afgehandeld, categorie: categorie}\n"))
	wil := []string{
		"regel 2, kolom ontvangen: hier staat niet wanneer de klacht ontvangen is",
		`regel 3, kolom ontvangen: "gisteren" is geen datum`,
		`regel 4, kolom ontvangen: "31-11-2025" is geen datum, gelezen als dag-maand-jaar`,
		"regel 5, kolom ontvangen: di 1 december 2026 ligt in de toekomst",
		"regel 6, kolom ontvangen: ma 23 november 2026 13:00 ligt in de toekomst",
		"regel 7, kolom bevestigd: wo 19 november 2025 ligt voor de ontvangst op do 20 november 2025",
		"regel 8, kolom afgehandeld: hier staat dat de klacht afgehandeld is, en niet wanneer",
		`regel 9, kolom bevestigd: "later" is geen datum`,
		"regel 10, kolom ontvangen: 1985-11-20 valt buiten de kalender, die loopt van 1990 tot en met 2299",
		"regel 11: 6 waarden, en er zijn 5 kolommen: staat er een scheidingsteken in een tekst zonder aanhalingstekens?",
	}
	if d := cmp.Diff(wil, fouten); d != "" {
		t.Error(d)
	}
}

// A register that says no is not silent.
func TestNeeIsNietOnbekend(t *testing.T) {
	uit, fouten := zetOm(t, schrijf(t, "r.csv", "ontvangen;bevestigd\n20-11-2025;nee\n21-11-2025;ja\n22-11-2025;\n"), nil)
	if len(fouten) > 0 {
		t.Fatal(fouten)
	}
	var kreeg []string
	for _, o := range uit {
		kreeg = append(kreeg, fmt.Sprint(o.Onbekend))
	}
	if d := cmp.Diff([]string{"[voorstel]", "[bevestiging voorstel]", "[bevestiging voorstel]"}, kreeg); d != "" {
		t.Error(d)
	}
}

func TestKaartDieNietPast(t *testing.T) {
	r := open(t, schrijf(t, "r.csv", "ontvangen;soort;n\n1-2-2026;x;y\n27-2-2026;x;y\n"), nil)
	v := verken(t, r)
	p := procedure(t)
	for _, tt := range []struct{ kaart, wil string }{
		{"velden: {ontvangen: datum, categorie: soort}", `kaart.yaml:1: het register heeft geen kolom "datum"`},
		{"velden: {categorie: soort}", "geen kolom zegt wanneer een klacht ontvangen is"},
		{"velden: {ontvangen: ontvangen}", "geen kolom zegt welke categorie een klacht heeft"},
		{"velden: {ontvangen: ontvangen, categorie: soort}\nweglaten: [BSN]", `weglaten noemt kolom "BSN", en die heeft het register niet`},
		{"velden:\n  ontvangen: ontvangen\n  categorie: {kolom: soort, leeg: parkeren}", `kaart.yaml:3: bij categorie kan leeg: niet "parkeren" zijn`},
		{"velden:\n  ontvangen: ontvangen\n  categorie: {kolom: soort, waarden: {x: parkeren}}", `kaart.yaml:3: bij categorie staat dat "x" hier "parkeren" heet, en dat kan niet`},
		{"velden:\n  ontvangen: ontvangen\n  categorie: [soort, n]", "kaart.yaml:3: categorie kan maar uit één kolom komen"},
	} {
		o, err := NieuweOmzetter(r, v, kaartVan(t, tt.kaart), "", p, nu(t))
		if err == nil {
			_, err = o.ZonderWoorden(v)
		}
		if err == nil || err.Error() != tt.wil {
			t.Errorf("%s: %v", tt.kaart, err)
		}
	}
}

// The same row has the same mark, in whatever order its columns are, and another
// row has another.
func TestKenmerkVanEenRij(t *testing.T) {
	kenmerk := func(tekst string) string {
		uit, fouten := zetOm(t, schrijf(t, "r.csv", tekst), nil)
		if len(fouten) > 0 || len(uit) != 1 {
			t.Fatal(fouten)
		}
		return uit[0].Overgenomen.Kenmerk
	}
	een := kenmerk("ontvangen;naam;x\n27-2-2026;E. Bakker;\n")
	for tekst, zelfde := range map[string]bool{
		"naam;x;ontvangen\nE. Bakker;;27-2-2026\n":              true,
		"ontvangen;naam\n27-2-2026;E. Bakker\n":                 true,
		"ontvangen;naam;x\n27-2-2026;E. Bakker;y\n":             false,
		"ontvangen;naam;x\n27-2-2026;;E. Bakker\n":              false,
		"ontvangen;naam;x\n27-2-2026;E. Bakkers;\n":             false,
		"klacht: regel;ontvangen;naam\n9;27-2-2026;E. Bakker\n": true,
	} {
		if (kenmerk(tekst) == een) != zelfde {
			t.Errorf("%q: want the same %v", tekst, zelfde)
		}
	}
}

func TestAdresMetMailto(t *testing.T) {
	uit, fouten := zetOm(t, schrijf(t, "r.csv", "nummer;ontvangen;email\n1;27-2-2026;mailto:e.bakker@example.nl?subject=Klacht\n2;27-2-2026;MAILTO: p@example.nl\n3;27-2-2026;mail\n"), nil)
	if len(fouten) > 0 {
		t.Fatal(fouten)
	}
	var kreeg []string
	for _, o := range uit {
		kreeg = append(kreeg, o.Klager.Email)
	}
	if d := cmp.Diff([]string{"e.bakker@example.nl", "p@example.nl", "mail"}, kreeg); d != "" {
		t.Error(d)
	}
}
