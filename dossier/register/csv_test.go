package register

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/dossier"
)

// schrijf makes a file of a register.
func schrijf(t testing.TB, naam, inhoud string) string {
	t.Helper()
	pad := filepath.Join(t.TempDir(), naam)
	if err := os.WriteFile(pad, []byte(inhoud), 0o600); err != nil {
		t.Fatal(err)
	}
	return pad
}

func open(t testing.TB, pad string, kaart *dossier.Kolomkaart) *Register {
	t.Helper()
	if kaart == nil {
		kaart = &dossier.Kolomkaart{}
	}
	r, err := Open(t.Context(), pad, kaart)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func alle(t testing.TB, r *Register) []Rij {
	t.Helper()
	var uit []Rij
	if err := r.Rijen(t.Context(), func(rij Rij) error {
		uit = append(uit, rij)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return uit
}

// cellen gives the rows as text: 2: a|b|c.
func cellen(rijen []Rij) []string {
	var uit []string
	for _, r := range rijen {
		s := strings.Join(r.Cellen, "|")
		if r.Fout != "" {
			s += " ✗ " + r.Fout
		}
		uit = append(uit, s)
	}
	return uit
}

func TestCSV(t *testing.T) {
	for _, tt := range []struct {
		naam, tekst string
		scheiding   string
		kolommen    string
		wil         []string
	}{
		{"gewoon", "a,b,c\n1,2,3\n4,5,6\n", ",", "a|b|c", []string{"1|2|3", "4|5|6"}},
		{"puntkomma, CRLF, geen regeleinde aan het eind", "a;b;c\r\n1;2;3\r\n4;5;6", ";", "a|b|c", []string{"1|2|3", "4|5|6"}},
		{"tab", "a\tb\n1\t2\n", "tab", "a|b", []string{"1|2"}},
		{"streep", "a|b\n1|2\n", "|", "a|b", []string{"1|2"}},
		{"alleen CR", "a;b\r1;2\r3;4\r", ";", "a|b", []string{"1|2", "3|4"}},
		{"sep van Excel", "sep=,\r\na,b\r\n1;5,2\r\n", ",", "a|b", []string{"1;5|2"}},
		{"scheiding in een tekst", "naam;tekst\na;\"een; twee\"\nb;c\n", ";", "naam|tekst", []string{"a|een; twee", "b|c"}},
		{"meer komma's dan puntkomma's", "naam;tekst\na;een, twee, drie\nb;vier, vijf, zes\n", ";", "naam|tekst", []string{"a|een, twee, drie", "b|vier, vijf, zes"}},
		{"regeleinde in een tekst", "a;b\n1;\"x\r\ny\"\n2;z\n", ";", "a|b", []string{"1|x\ny", "2|z"}},
		{"aanhalingstekens", `a;b` + "\n" + `1;"zei ""ja"" en"` + "\n" + `2;zei "nee"` + "\n" + `3;"niet "dubbel" geschreven"` + "\n", ";", "a|b", []string{`1|zei "ja" en`, `2|zei "nee"`, `3|niet "dubbel" geschreven`}},
		{"spaties om aanhalingstekens", "a; b\n1; \"x; y\" \n", ";", "a|b", []string{"1|x; y"}},
		{"lege regels en cellen", "a;b;c\n\n;;\n1;;3\n", ";", "a|b|c", []string{"1||3"}},
		{"te weinig waarden", "a;b;c\n1;2\n4;5;6\n", ";", "a|b|c", []string{"1|2", "4|5|6"}},
		{"te veel waarden", "a;b\n1;2;3\n4;5\n", ";", "a|b", []string{"1|2|3 ✗ 3 waarden, en er zijn 2 kolommen: staat er een scheidingsteken in een tekst zonder aanhalingstekens?", "4|5"}},
		{"te veel, en de laatste leeg", "a;b;c\nx;y;;z;NULL\n4;5;6\n", ";", "a|b|c", []string{"x|y||z| ✗ 5 waarden, en er zijn 3 kolommen: staat er een scheidingsteken in een tekst zonder aanhalingstekens?", "4|5|6"}},
		{"elke regel een meer dan de kop", "a;b\n1;2;x\n3;4;\n", ";", "a|b|kolom C", []string{"1|2|x", "3|4|"}},
		{"niet gesloten tot het eind", "a;b\n1;\"x\n2;y\n3;z\n", ";", "a|b", []string{"1|\"x ✗ " + foutOpen, "2|y", "3|z"}},
		{"niet gesloten tot een volgende", "a;b;c\n1;\"x;2\n2;y;3\n3;\"z\";4\n", ";", "a|b|c", []string{
			"1|\"x|2 ✗ " + foutOpen, "2|y|3", "3|z|4",
		}},
		{"niet gesloten tot een volgende, met te weinig", "a;b;c\n1;\"x;2\n2;y\";3;4\n5;6;7\n", ";", "a|b|c", []string{
			"1|\"x|2 ✗ deze regel loopt door op de volgende, en heeft dan 4 waarden bij 3 kolommen: is een aanhalingsteken niet gesloten?",
			"2|y\"|3|4 ✗ 4 waarden, en er zijn 3 kolommen: staat er een scheidingsteken in een tekst zonder aanhalingstekens?", "5|6|7",
		}},
		{"woorden voor niets", "a;b\nNULL;\\N\nx;#N/B\nnull;-\n", ";", "a|b", []string{"x|", "null|-"}},
		{"dubbele en lege namen van kolommen", "a;;a\n1;2;3\n", ";", "a|kolom B|a (2)", []string{"1|2|3"}},
		{"een titel erboven", "Klachtenregister 2026;;\n;;\nNaam;Omschrijving;Datum binnenkomst\nx;y;1-2-2026\n", ";", "Naam|Omschrijving|Datum binnenkomst", []string{"x|y|1-2-2026"}},
		{"een tekst die geen formule mag zijn", "a;b\n'=1+1;'+31 6\n't Hart;'\n", ";", "a|b", []string{"=1+1|+31 6", "'t Hart|'"}},
		{"stuurtekens", "a;b\n1\x00\x07;\x1b[31mrood\n", ";", "a|b", []string{"1|[31mrood"}},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			r := open(t, schrijf(t, "register.csv", tt.tekst), nil)
			if r.Scheiding != tt.scheiding {
				t.Errorf("scheiding %q", r.Scheiding)
			}
			if d := cmp.Diff(tt.kolommen, strings.Join(r.Kolommen, "|")); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(tt.wil, cellen(alle(t, r))); d != "" {
				t.Error(d)
			}
		})
	}
}

// A row's number is the line where it begins, whatever came before.
func TestRegelnummers(t *testing.T) {
	r := open(t, schrijf(t, "r.csv", "a;b\n1;\"x\ny\rz\"\n\n2;\"open\n3;c\n"), nil)
	var regels []int
	for _, rij := range alle(t, r) {
		regels = append(regels, rij.Regel)
	}
	if d := cmp.Diff([]int{2, 6, 7}, regels); d != "" {
		t.Error(d)
	}
}

func TestTekenset(t *testing.T) {
	const tekst = "naam;plaats\ncafé €5;Zoë\n"
	utf16 := func(groot bool, merk bool) string {
		var b []byte
		zet := func(r rune) {
			if groot {
				b = append(b, byte(r>>8), byte(r))
			} else {
				b = append(b, byte(r), byte(r>>8))
			}
		}
		if merk {
			zet(0xfeff)
		}
		for _, r := range tekst {
			zet(r)
		}
		return string(b)
	}
	for _, tt := range []struct{ naam, bytes, wil string }{
		{"UTF-8", tekst, "utf-8"},
		{"UTF-8 met BOM", "\ufeff" + tekst, "utf-8"},
		{"Windows", "naam;plaats\ncaf\xe9 \x805;Zo\xeb\n", "windows-1252"},
		{"Latijn 9", "naam;plaats\ncaf\xe9 \xa45;Zo\xeb\n", "iso-8859-15"},
		{"UTF-16", utf16(false, true), "utf-16le"},
		{"UTF-16 andersom", utf16(true, true), "utf-16be"},
		{"UTF-16 zonder BOM", utf16(false, false), "utf-16le"},
		{"UTF-16 andersom zonder BOM", utf16(true, false), "utf-16be"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			r := open(t, schrijf(t, "r.csv", tt.bytes), nil)
			if r.Tekenset != tt.wil {
				t.Errorf("tekenset %s", r.Tekenset)
			}
			if d := cmp.Diff([]string{"naam|plaats", "café €5|Zoë"}, []string{strings.Join(r.Kolommen, "|"), cellen(alle(t, r))[0]}); d != "" {
				t.Error(d)
			}
		})
	}
	// Far into the file, on the edge of what is read at once, and by hand.
	lang := "naam;plaats\n" + strings.Repeat("x;y\n", 1<<14)
	if r := open(t, schrijf(t, "r.csv", lang[:1<<16-1]+"é;"+"y\n"), nil); r.Tekenset != "utf-8" {
		t.Errorf("afgesneden letter: %s", r.Tekenset)
	}
	if r := open(t, schrijf(t, "r.csv", lang+"caf\xe9;y\n"), nil); r.Tekenset != "windows-1252" {
		t.Errorf("laat in het bestand: %s", r.Tekenset)
	}
	r := open(t, schrijf(t, "r.csv", "naam;plaats\n\xa4;Zo\xeb\n"), &dossier.Kolomkaart{Tekenset: "windows-1252"})
	if d := cmp.Diff([]string{"¤|Zoë"}, cellen(alle(t, r))); d != "" {
		t.Error(d)
	}
}

func TestOpenFouten(t *testing.T) {
	for _, tt := range []struct{ naam, inhoud, wil string }{
		{"leeg.csv", "", "het register heeft geen kolommen: er is geen regel met meer dan één waarde"},
		{"een.csv", "naam\nx\ny\n", "het register heeft geen kolommen: er is geen regel met meer dan één waarde"},
		{"r.pdf", "%PDF-1.7\n", "is een PDF"},
		{"r.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is een werkmap in een oude vorm (.xls), of met een wachtwoord"},
		{"r.zip", "PK\x03\x04rommel", "is geen werkmap die klacht kan lezen"},
		{"r.jpg", "\xff\xd8\xff\xe0\x00\x10JFIF\x00" + strings.Repeat("\x00\x01", 300), "is geen tekst"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			_, err := Open(t.Context(), schrijf(t, tt.naam, tt.inhoud), &dossier.Kolomkaart{})
			if err == nil || !strings.Contains(err.Error(), tt.wil) {
				t.Errorf("kreeg %v", err)
			}
		})
	}
	if _, err := Open(t.Context(), t.TempDir(), &dossier.Kolomkaart{}); err == nil || !strings.HasSuffix(err.Error(), "is een map") {
		t.Errorf("kreeg %v", err)
	}
	_, err := Open(t.Context(), schrijf(t, "r.csv", "a;b\n1;2\n"), &dossier.Kolomkaart{Kop: 7})
	if err == nil || err.Error() != "op regel 7 van het register begint geen rij met namen van kolommen" {
		t.Errorf("kreeg %v", err)
	}
}

// The dialects of csv-spectrum, read as it says.
func TestCSVSpectrum(t *testing.T) {
	voorbeelden := os.Getenv("KLACHT_VOORBEELDEN")
	if voorbeelden == "" {
		t.Skip("KLACHT_VOORBEELDEN is not set")
	}
	bestanden, err := filepath.Glob(filepath.Join(voorbeelden, "hostile/csv-spectrum/csvs/*.csv"))
	if err != nil || len(bestanden) == 0 {
		t.Fatal(err, "no files")
	}
	for _, pad := range bestanden {
		naam := strings.TrimSuffix(filepath.Base(pad), ".csv")
		t.Run(naam, func(t *testing.T) {
			tekst, err := os.ReadFile(filepath.Join(voorbeelden, "hostile/csv-spectrum/json", naam+".json"))
			if err != nil {
				t.Fatal(err)
			}
			var wil []map[string]string
			if tekst[0] == '{' {
				tekst = []byte("[" + string(tekst) + "]") // of one row
			}
			if err := json.Unmarshal(tekst, &wil); err != nil {
				t.Fatal(err)
			}
			r := open(t, pad, nil)
			var kreeg []map[string]string
			for _, rij := range alle(t, r) {
				m := map[string]string{}
				for i, k := range r.Kolommen {
					m[k] = rij.Cellen[i]
				}
				kreeg = append(kreeg, m)
			}
			// Lines of a text end in \n here, and what is not UTF-8 is another character.
			for _, m := range wil {
				for k, v := range m {
					m[k] = strings.ReplaceAll(v, "\r\n", "\n")
				}
			}
			if naam == "location_coordinates" {
				// Its expectation has another telephone number than the file.
				wil[0]["Location Coordinates"], wil[0]["Contact Phone Number"] = kreeg[0]["Location Coordinates"], "2095257564"
			}
			if d := cmp.Diff(wil, kreeg); d != "" {
				t.Error(d)
			}
		})
	}
}

// Any bytes are read to the end, with every line counted and nothing kept beyond
// the bounds.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a;b\n1;\"x\n", "\"a\"\"b\",c\r\n", "a\tb\r\"c", "\ufeffa,b\n", "'=1;\"\";\n"} {
		f.Add([]byte(s), byte(';'), 3)
	}
	f.Fuzz(func(t *testing.T, p []byte, sep byte, kolommen int) {
		switch sep {
		case ';', ',', '\t', '|':
		default:
			sep = ';'
		}
		c := &csvlezer{bron: strings.NewReader(string(p)), sep: sep, kolommen: kolommen % 8}
		regel := 0
		for range len(p) + 2 {
			rij, err := c.volgende()
			if err != nil {
				if c.regel > len(p)+1 {
					t.Fatalf("%d lines in %d bytes", c.regel, len(p))
				}
				return
			}
			if rij.Regel <= regel {
				t.Fatalf("line %d after %d", rij.Regel, regel)
			}
			regel = rij.Regel
		}
		t.Fatal("it never ends")
	})
}
