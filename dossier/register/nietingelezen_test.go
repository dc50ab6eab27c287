package register

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// What was left reads back as it stood, nothing is written over, and no cell is a
// formula.
func TestBewaarRest(t *testing.T) {
	pad := schrijf(t, "r.csv", "naam;tekst\n=1+1;\"a;b\n\"\"c\"\"\"\nx;y;z\n+31;-\n")
	r := open(t, pad, nil)
	rijen := alle(t, r)
	fouten := []*Rijfout{{Rij: rijen[0], Kolom: "naam", Waarom: "zomaar"}, {Rij: rijen[1], Waarom: rijen[1].Fout}, {Rij: rijen[2], Waarom: "ook"}}
	naar, err := BewaarRest(pad, r, "", fouten)
	if err != nil || filepath.Base(naar) != "r-niet-ingelezen.csv" {
		t.Fatal(naar, err)
	}
	tekst, err := os.ReadFile(naar)
	if err != nil {
		t.Fatal(err)
	}
	for _, regel := range strings.Split(strings.TrimPrefix(string(tekst), "\ufeff"), "\r\n") {
		for _, cel := range strings.Split(regel, ";") {
			if strings.HasPrefix(strings.Trim(cel, `"`), "=") || strings.HasPrefix(cel, "+") {
				t.Errorf("een formule: %s", regel)
			}
		}
	}
	terug := open(t, naar, nil)
	if terug.Naam != "r" {
		t.Errorf("naam %q", terug.Naam)
	}
	if d := cmp.Diff([]string{"2|naam|zomaar||=1+1|a;b\n\"c\"", "4||" + rijen[1].Fout + "||x|y|z ✗ 7 waarden, en er zijn 6 kolommen: staat er een scheidingsteken in een tekst zonder aanhalingstekens?", "5||ook||+31|-"}, cellen(alle(t, terug))); d != "" {
		t.Error(d)
	}
	// The same rows again are the same file; others get one of their own, without the columns of the first.
	for wil, f := range map[string][]*Rijfout{"r-niet-ingelezen.csv": fouten} {
		if naar, err := BewaarRest(pad, r, "", f); err != nil || filepath.Base(naar) != wil {
			t.Error(naar, err)
		}
	}
	ander, err := BewaarRest(pad, r, "", fouten[:1])
	if err != nil || filepath.Base(ander) != "r-niet-ingelezen-2.csv" {
		t.Error(ander, err)
	}
	if n := naamVan(ander); n != "r" {
		t.Errorf("naam %q", n)
	}
	weer, err := BewaarRest(naar, terug, "", []*Rijfout{{Rij: alle(t, terug)[0], Waarom: "nog steeds"}})
	if err != nil || filepath.Base(weer) != "r-niet-ingelezen-niet-ingelezen.csv" {
		t.Fatal(weer, err)
	}
	if d := cmp.Diff([]string{"klacht: regel", "klacht: kolom", "klacht: waarom", "klacht: datums", "naam", "tekst"}, open(t, weer, nil).Kolommen, cmpopts.EquateEmpty()); d != "" {
		t.Error(d)
	}
}

// Rows that were left of a register with a map: the file has another form than the
// register, and its few rows show another order of dates than all did.
func TestWatAchterbleefGaatMetDeKaartNaarBinnen(t *testing.T) {
	pad := schrijf(t, "r.csv", "Register\nnummer;ontvangen;afgehandeld;naam\n1;5-6-2026;1-6-2026;\xd6zg\xfcr\n2;3/14/2026;;x\n3;27-2-2026;;y\n"+strings.Repeat(";27-2-2026;;\n", 100))
	kaart := kaartVan(t, "kop: 2\nscheiding: ;\ntekenset: windows-1252\nvelden: {nummer: nummer, ontvangen: ontvangen, afgehandeld: afgehandeld, klager: naam, categorie: {leeg: overig}}\n")
	r := open(t, pad, kaart)
	o, err := NieuweOmzetter(r, verken(t, r), kaart, "", procedure(t), nu(t))
	if err != nil {
		t.Fatal(err)
	}
	var fouten []*Rijfout
	for _, rij := range alle(t, r) {
		if _, fout := o.Zet(rij); fout != nil {
			fouten = append(fouten, fout)
		}
	}
	if n := len(fouten); n != 2 {
		t.Fatalf("%d regels bleven achter", n)
	}
	naar, err := BewaarRest(pad, r, o.Datumvolgorde(), fouten)
	if err != nil {
		t.Fatal(err)
	}
	tekst, err := os.ReadFile(naar)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(naar, []byte(strings.Replace(string(tekst), ";1-6-2026;", ";9-6-2026;", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	uit, over := zetOm(t, naar, kaart)
	if len(uit) != 1 || uit[0].Klager.Naam != "Özgür" || uit[0].Ontvangen.String() != "2026-06-05" || uit[0].Verloop[0].Op.String() != "2026-06-09" {
		t.Errorf("%+v", uit)
	}
	if d := cmp.Diff([]string{`regel 3, kolom ontvangen: "3/14/2026" is geen datum, gelezen als dag-maand-jaar`}, over); d != "" {
		t.Error(d)
	}
}
