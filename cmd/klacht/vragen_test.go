package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"
)

// gesprek asks with the answers given, read byte by byte, and returns what the user saw.
func gesprek(antwoorden string) (*vrager, *strings.Builder) {
	var gezien strings.Builder
	return &vrager{iotest.OneByteReader(strings.NewReader(antwoorden)), &gezien, 0}, &gezien
}

func TestVraagTekst(t *testing.T) {
	kort := func(s string) error {
		if len(s) > 3 {
			return errors.New("hooguit drie letters")
		}
		return nil
	}
	for _, g := range []struct {
		naam, in string
		controle func(string) error
		wil      string
		fout     error
		gezien   string
	}{
		{"an answer", "Map te laat\n", nil, "Map te laat", nil, "Onderwerp: "},
		{"spaces and CRLF go", "  Map \r\n", nil, "Map", nil, "Onderwerp: "},
		{"a last line without line end", "Map", nil, "Map", nil, "Onderwerp: "},
		{"arrow keys go", "\x1b[A\x1b[DMap\x7f\n", nil, "Map", nil, "Onderwerp: "},
		{"empty is asked again", "\n \nMap\n", nil, "Map", nil, "Onderwerp:   vul hier iets in\nOnderwerp:   vul hier iets in\nOnderwerp: "},
		{"what the check refuses", "lang\nabc\n", kort, "abc", nil, "Onderwerp:   hooguit drie letters\nOnderwerp: "},
		{"end of input", "", nil, "", errInvoerOp, "Onderwerp: \n"},
		{"end of input after a wrong answer", "\n", nil, "", errInvoerOp, "Onderwerp:   vul hier iets in\nOnderwerp: \n"},
		{"never for ever", strings.Repeat("\n", 100), nil, "", errPogingen, strings.Repeat("Onderwerp:   vul hier iets in\n", 5)},
	} {
		v, gezien := gesprek(g.in)
		kreeg, err := v.tekst("Onderwerp", g.controle)
		if kreeg != g.wil || !errors.Is(err, g.fout) || gezien.String() != g.gezien {
			t.Errorf("%s: got %q, %v\nsaw  %q\nwant %q", g.naam, kreeg, err, gezien, g.gezien)
		}
	}
}

func TestVraagKeuze(t *testing.T) {
	keuzen := []string{"inhoud van de cursus", "informatievoorziening", "cursusleider", "overig"}
	for _, g := range []struct {
		in, standaard, wil, antwoord string
		fout                         error
	}{
		{"3\n", "", "cursusleider", "", nil},
		{"Overig\n", "", "overig", "", nil},
		{"cur\n", "", "cursusleider", "", nil},
		{"\n", "overig", "overig", "", nil},
		{"in\n1\n", "", "inhoud van de cursus", "dat kan inhoud van de cursus of informatievoorziening zijn: typ meer, of het nummer", nil},
		{"5\n0\nx\n\n4\n", "", "overig", "typ een nummer van 1 tot en met 4, of de tekst zelf", nil},
		{"5\n", "", "", "typ een nummer", errInvoerOp},
	} {
		v, gezien := gesprek(g.in)
		kreeg, err := v.keuze("Categorie", keuzen, g.standaard)
		if kreeg != g.wil || !errors.Is(err, g.fout) || !strings.Contains(gezien.String(), g.antwoord) {
			t.Errorf("%q: got %q, %v\nsaw %s", g.in, kreeg, err, gezien)
		}
	}
	v, gezien := gesprek("1\n")
	if _, err := v.keuze("Ernst", []string{"laag", "hoog"}, "laag"); err != nil || gezien.String() != "Ernst:\n   1. laag\n   2. hoog\nNummer of tekst [laag]: " {
		t.Errorf("saw %q, %v", gezien, err)
	}
}

func TestVraagJaNee(t *testing.T) {
	for _, g := range []struct {
		in   string
		ja   bool
		fout error
	}{
		{"j\n", true, nil}, {"JA\n", true, nil}, {"n\n", false, nil}, {"nee\n", false, nil}, {"\n", false, nil},
		{"yes\nj\n", true, nil}, {"misschien\n\n", false, nil}, {"", false, errInvoerOp}, {"misschien", false, errInvoerOp},
	} {
		v, gezien := gesprek(g.in)
		ja, err := v.janee("Toch sluiten?")
		if ja != g.ja || !errors.Is(err, g.fout) || !strings.HasPrefix(gezien.String(), "Toch sluiten? [j/N]: ") {
			t.Errorf("%q: got %v, %v\nsaw %q", g.in, ja, err, gezien)
		}
	}
}

func TestBevestigen(t *testing.T) {
	for _, g := range []struct {
		naam, in  string
		vraagbaar bool
		ja        bool
		woord     string
		wil       bool
		fout      string
	}{
		{"--ja asks nothing", "", false, true, "VERNIETIG", true, ""},
		{"nobody to ask", "j\n", false, false, "", false, "dit vraagt een bevestiging, en hier is niemand om die te geven"},
		{"yes", "j\n", true, false, "", true, ""},
		{"the word", "VERNIETIG\n", true, false, "VERNIETIG", true, ""},
		{"another word", "vernietig\n", true, false, "VERNIETIG", false, ""},
		{"yes is not the word", "j\n", true, false, "VERNIETIG", false, ""},
		{"nothing", "\n", true, false, "VERNIETIG", false, ""},
		{"end of input", "", true, false, "VERNIETIG", false, errInvoerOp.Error()},
	} {
		om, _, _ := proef(g.in)
		om.vraagbaar = g.vraagbaar
		kreeg, err := om.bevestig(g.ja, "3 dossiers worden vernietigd.", g.woord)
		if kreeg != g.wil || fmt.Sprint(err) != g.fout && (err != nil || g.fout != "") {
			t.Errorf("%s: got %v, %v", g.naam, kreeg, err)
		}
	}
}

func TestVulAan(t *testing.T) {
	om, _, fout := proef("2\n")
	waarde := ""
	err := om.vulAan(&waarde, "categorie", "TEKST", "Categorie", "inhoud", "overig")
	if !isAanroepfout(err) || err.Error() != "--categorie ontbreekt" || tipBij("klacht nieuw", err) != "geef --categorie TEKST; zie klacht nieuw --help" {
		t.Errorf("where nobody can be asked: %v", err)
	}
	om.vraagbaar = true
	if err := om.vulAan(&waarde, "categorie", "TEKST", "Categorie", "inhoud", "overig"); err != nil || waarde != "overig" {
		t.Errorf("asked: %q, %v", waarde, err)
	}
	gezien := fout.Len()
	if err := om.vulAan(&waarde, "categorie", "TEKST", "Categorie"); err != nil || waarde != "overig" || fout.Len() != gezien {
		t.Errorf("what is there must not be asked: %q, %v", waarde, err)
	}
}
