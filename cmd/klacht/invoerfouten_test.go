package main

import (
	"strings"
	"testing"
)

// What went wrong once with text that someone gave.

func TestStreepjeBijWijzigLasDeInvoer(t *testing.T) {
	l := nieuwLoket(t)
	l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig", "--telefoon", "0612345678")
	l.invoer = "van de invoer"
	d := l.alsJSON("wijzig", "1", "--gewenst", "-", "--telefoon", "-", "--omschrijving", "-")
	l.wil(d, "-", "gewenst", "-")
	l.wil(d["klager"].(map[string]any), "-", "telefoon", "-")
	l.wil(d, "-", "omschrijving", "van de invoer")
}

func TestVoorstelUitLegeInvoerWasZonderTekst(t *testing.T) {
	l := nieuwLoket(t)
	l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
	l.weigert("voorstel", "1", "--tekst", "-")
	l.invoer = "van de invoer"
	l.moet("voorstel", "1", "--tekst", "-")
	if d := l.alsJSON("toon", "1"); len(d["verloop"].([]any)) != 2 {
		t.Errorf("%v", d["verloop"])
	}
}

func TestBewaarplichtHadGenoegAanEenSpatie(t *testing.T) {
	l := nieuwLoket(t)
	l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
	l.weigert("bewaarplicht", "1", "--reden", " ")
	if d := l.alsJSON("toon", "1"); d["bewaarplicht"] != false {
		t.Error("recorded without a reason")
	}
}

func TestCategorieMetOnzichtbaarTekenWasNietTeKiezen(t *testing.T) {
	l := nieuwLoket(t)
	l.procedure("categorieen:\n  - \"cursus\u00adleider\"\n  - \"na\u00a0afloop\"\n  - |\n    op twee\n    regels\n")
	for _, naam := range []string{"cursusleider", "cursus\u00adleider", "na afloop", "na\u00a0afloop", "op twee regels"} {
		d := l.alsJSON("nieuw", "--onderwerp", "Factuur", "--categorie", naam)
		l.wil(d, naam, "categorie", alsNaam(naam))
	}
	if _, fout, _ := l.probeer("lijst"); fout != "" {
		t.Errorf("a category that is there is called unknown: %s", fout)
	}
}

func TestInrichtenMetOngeldigeUTF8(t *testing.T) {
	l := nieuwLoket(t, "--organisatie", "Caf\xe9\nhier", "--verantwoordelijke", "Ren\xe9 \u202eBakker ", "--mediator", "R. <Bob> Wijs <wijs@example.org>")
	l.wil(l.alsJSON("rapport"), "--organisatie", "organisatie", "Caf\ufffd hier")
	d := l.alsJSON("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
	l.wil(d, "--verantwoordelijke", "behandelaar", "Ren\ufffd Bakker")
	m := l.alsJSON("mediator", "1", "--alleen-tonen")
	l.wil(m, "--mediator", "naam", "R. <Bob> Wijs")
	l.wil(m, "--mediator", "email", "wijs@example.org")
}

func TestZoekenMetOngeldigeUTF8VondNiets(t *testing.T) {
	l := nieuwLoket(t)
	l.moet("nieuw", "--onderwerp", "Caf\xe9", "--categorie", "overig")
	if uit := l.moet("zoek", "Caf\xe9"); !strings.Contains(uit, "K2026-0001") {
		t.Errorf("%s", uit)
	}
}

func TestFoutOverBestandsnaamWasEngels(t *testing.T) {
	l := nieuwLoket(t)
	l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
	for _, naam := range []string{"nul\x00teken", strings.Repeat("x", 300)} {
		for _, args := range [][]string{{"bijlage", "1", naam}, {"nieuw", "--categorie", "overig", "--van", naam}} {
			if _, fout, code := l.probeer(args...); code != codeMislukt || len(engels(fout)) > 0 {
				t.Errorf("exit %d: %s", code, fout)
			}
		}
	}
}
