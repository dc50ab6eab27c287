package werkdagen

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLeesDatum(t *testing.T) {
	for _, tt := range []struct{ in, fout string }{
		{"2026-11-27", ""},
		{"0001-01-01", ""},
		{"2024-02-29", ""},
		{"2026-02-29", `"2026-02-29" is geen bestaande datum: februari 2026 heeft 28 dagen`},
		{"0000-01-01", `"0000-01-01" is geen bestaande datum: het jaar moet tussen 1 en 9999 liggen`},
		{"27-11-2026", `"27-11-2026" is geen datum in de vorm 2026-11-27`},
		{"2026-1-2", `"2026-1-2" is geen datum in de vorm 2026-11-27`},
		{" 2026-11-27", `" 2026-11-27" is geen datum in de vorm 2026-11-27`},
		{"2026-11-27T10:00:00Z", `"2026-11-27T10:00:00Z" is geen datum in de vorm 2026-11-27`},
		{"２０26-11-2", `"２０26-11-2" is geen datum in de vorm 2026-11-27`},
		{"", `"" is geen datum in de vorm 2026-11-27`},
		{"+026-11-27", `"+026-11-27" is geen datum in de vorm 2026-11-27`},
	} {
		d, err := LeesDatum(tt.in)
		switch {
		case tt.fout == "" && (err != nil || d.String() != tt.in):
			t.Errorf("LeesDatum(%q) = %s, %v", tt.in, d, err)
		case tt.fout != "" && (err == nil || err.Error() != tt.fout || d != 0):
			t.Errorf("LeesDatum(%q) = %s, %v; want %s", tt.in, d, err, tt.fout)
		}
	}
}

func TestLeesDatumVrij(t *testing.T) {
	vandaag := datum(t, "2026-11-27")
	for in, wil := range map[string]string{
		"2026-11-27":                 "2026-11-27",
		"27-11-2026":                 "2026-11-27",
		"1-2-2026":                   "2026-02-01",
		"01-02-2026":                 "2026-02-01",
		"27 nov 2026":                "2026-11-27",
		"27 nov. 2026":               "2026-11-27",
		"27 NOVEMBER 2026":           "2026-11-27",
		"1 mrt 2026":                 "2026-03-01",
		"1 maart 2026":               "2026-03-01",
		"1 febr. 2026":               "2026-02-01",
		"1 sept 2026":                "2026-09-01",
		"1 sep 2026":                 "2026-09-01",
		"5 mei 2026":                 "2026-05-05",
		"9 aug 2026":                 "2026-08-09",
		"  27   november\t2026 ":     "2026-11-27",
		"27\u00a0november\u00a02026": "2026-11-27",
		"ma 23 november 2026":        "2026-11-23",
		"Maandag 23 november 2026":   "2026-11-23",
		"maandag, 23 nov 2026":       "2026-11-23",
		"vr 27-11-2026":              "2026-11-27",
		"vr 2026-11-27":              "2026-11-27",
		"vandaag":                    "2026-11-27",
		"Vandaag ":                   "2026-11-27",
		"GISTEREN":                   "2026-11-26",
	} {
		if got, err := LeesDatumVrij(in, vandaag); err != nil || got.String() != wil {
			t.Errorf("LeesDatumVrij(%q) = %s, %v; want %s", in, got, err, wil)
		}
	}
}

func TestLeesDatumVrijWeigert(t *testing.T) {
	const kentNiet = ` is geen datum die klacht kent; schrijf 2026-11-27, 27-11-2026, 27 november 2026, vandaag of gisteren`
	for in, fout := range map[string]string{
		"":                    `de datum is leeg; schrijf bijvoorbeeld 27-11-2026 of 27 november 2026`,
		"31-02-2026":          `"31-02-2026" is geen bestaande datum: februari 2026 heeft 28 dagen`,
		"31 april 2026":       `"31 april 2026" is geen bestaande datum: april 2026 heeft 30 dagen`,
		"2026-13-01":          `"2026-13-01" is geen bestaande datum: maand 13 bestaat niet, een jaar heeft 12 maanden`,
		"0-1-2026":            `"0-1-2026" is geen bestaande datum: een maand begint op dag 1`,
		"27-11-26":            `"27-11-26" heeft een jaar van twee cijfers, en dat is niet eenduidig; schrijf het jaar voluit, zoals 2026`,
		"27 nov 26":           `"27 nov 26" heeft een jaar van twee cijfers, en dat is niet eenduidig; schrijf het jaar voluit, zoals 2026`,
		"27-11-202":           `"27-11-202" is geen datum: schrijf het jaar met vier cijfers`,
		"27 november":         `"27 november" mist het jaar; schrijf bijvoorbeeld 27 november 2026`,
		"27 oct 2026":         `"27 oct 2026" is geen datum: "oct" is geen maand; schrijf bijvoorbeeld 27 november 2026`,
		"1 maa 2026":          `"1 maa 2026" is geen datum: "maa" is geen maand; schrijf bijvoorbeeld 27 november 2026`,
		"di 23 november 2026": `"di 23 november 2026" klopt niet: 23 november 2026 is een maandag`,
		"027-11-2026":         `"027-11-2026" is geen datum: schrijf dag, maand en jaar, zoals 27-11-2026`,
		"2026-1-1":            `"2026-1-1" is geen datum: schrijf 2026-01-01 of 1-1-2026`,
		"2026-01-1":           `"2026-01-1" is geen datum: schrijf 2026-01-01 of 1-1-2026`,
		"a-b-c":               `"a-b-c" is geen datum: schrijf dag, maand en jaar, zoals 27-11-2026`,
		"27/11/2026":          `"27/11/2026"` + kentNiet,
		"11.27.2026":          `"11.27.2026"` + kentNiet,
		"morgen":              `"morgen"` + kentNiet,
		"maandag":             `"maandag"` + kentNiet,
		"vandaag 27-11-2026":  `"vandaag 27-11-2026"` + kentNiet,
		"\x1b[2J":             `"\x1b[2J"` + kentNiet,
	} {
		if got, err := LeesDatumVrij(in, 1); err == nil || err.Error() != fout {
			t.Errorf("LeesDatumVrij(%q) = %s, %v; want %s", in, got, err, fout)
		}
	}
	if _, err := LeesDatumVrij("gisteren", 0); err == nil {
		t.Error("gisteren without today's date should be refused")
	}
	if _, err := LeesDatumVrij(strings.Repeat("𝟙", 5000), 1); err == nil || len(err.Error()) > 500 {
		t.Errorf("a long input is cut off in the message, got %d bytes", len(err.Error()))
	}
}

func FuzzLeesDatum(f *testing.F) {
	for _, s := range []string{"2026-11-27", "2024-02-29", "1900-02-29", "0000-00-00", "9999-12-31", "27-11-2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := LeesDatum(s)
		if err != nil {
			nette(t, err, d)
			return
		}
		if d.String() != s {
			t.Errorf("LeesDatum(%q) = %s", s, d)
		}
	})
}

func FuzzLeesDatumVrij(f *testing.F) {
	for _, s := range []string{
		"vandaag", "gisteren", "1-2-2026", "27 nov. 2026", "ma 23 november 2026", "maandag, 23-11-2026", "31-02-2026", "27-11-26", "1 - 2",
	} {
		f.Add(s)
	}
	vandaag := vanDelen(2026, 11, 27)
	f.Fuzz(func(t *testing.T, s string) {
		d, err := LeesDatumVrij(s, vandaag)
		if err != nil {
			nette(t, err, d)
			return
		}
		for _, vorm := range []string{d.String(), d.Lang()} {
			if terug, err := LeesDatumVrij(vorm, 0); err != nil || terug != d {
				t.Errorf("%q gives %s, but that reads back as %s, %v", s, vorm, terug, err)
			}
		}
	})
}

// nette checks that an error is one that a terminal can show, and gave nothing.
func nette(t *testing.T, err error, d Datum) {
	t.Helper()
	if d != 0 {
		t.Errorf("an error and a date: %s, %v", d, err)
	}
	if s := err.Error(); len(s) > 1000 || !utf8.ValidString(s) || strings.ContainsAny(s, "\n\r\x1b\u202e") {
		t.Errorf("message not fit for a terminal: %q", s)
	}
}
