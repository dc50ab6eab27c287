package rapport

import (
	"errors"
	"strings"
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"
)

// dag reads a date that a test wrote down.
func dag(t testing.TB, s string) werkdagen.Datum {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := werkdagen.LeesDatum(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// tussen is the period from van up to and including tot.
func tussen(t testing.TB, van, tot string) Periode {
	t.Helper()
	return Periode{dag(t, van), dag(t, tot)}
}

func TestKeuze(t *testing.T) {
	for _, tc := range []struct {
		naam, vandaag      string
		keuze              Keuze
		van, tot           string
		vorigeVan, vorigTo string
	}{
		{"zonder keuze: dit jaar tot nu", "2026-11-24", Keuze{}, "2026-01-01", "2026-11-24", "2025-01-01", "2025-11-24"},
		{"zonder keuze op de eerste dag van het jaar", "2026-01-01", Keuze{}, "2026-01-01", "2026-01-01", "2025-01-01", "2025-01-01"},
		{"zonder keuze op de laatste dag van het jaar", "2026-12-31", Keuze{}, "2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"},
		{"zonder keuze op een schrikkeldag", "2028-02-29", Keuze{}, "2028-01-01", "2028-02-29", "2027-01-01", "2027-02-28"},

		{"jaar dat voorbij is", "2026-11-24", Keuze{Periode: "2025"}, "2025-01-01", "2025-12-31", "2024-01-01", "2024-12-31"},
		{"jaar dat loopt", "2026-11-24", Keuze{Periode: "2026"}, "2026-01-01", "2026-12-31", "2025-01-01", "2025-11-24"},
		{"jaar op zijn laatste dag is heel", "2026-12-31", Keuze{Periode: "2026"}, "2026-01-01", "2026-12-31", "2025-01-01", "2025-12-31"},
		{"jaar op 29 februari", "2028-02-29", Keuze{Periode: "2028"}, "2028-01-01", "2028-12-31", "2027-01-01", "2027-02-28"},
		{"jaar op 28 februari na een schrikkeljaar", "2029-02-28", Keuze{Periode: "2029"}, "2029-01-01", "2029-12-31", "2028-01-01", "2028-02-28"},
		{"eerste jaar", "2026-11-24", Keuze{Periode: "1990"}, "1990-01-01", "1990-12-31", "1989-01-01", "1989-12-31"},
		{"laatste jaar", "2299-12-31", Keuze{Periode: "2299"}, "2299-01-01", "2299-12-31", "2298-01-01", "2298-12-31"},

		{"kwartaal dat voorbij is", "2026-11-24", Keuze{Periode: "2026-Q3"}, "2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30"},
		{"kwartaal met een kleine q en spaties", "2026-11-24", Keuze{Periode: " 2026-q3 "}, "2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30"},
		{"eerste kwartaal", "2026-11-24", Keuze{Periode: "2026-Q1"}, "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"},
		{"kwartaal dat loopt", "2026-11-24", Keuze{Periode: "2026-Q4"}, "2026-10-01", "2026-12-31", "2026-07-01", "2026-08-24"},
		{"kwartaal dat loopt, dag die er niet was", "2026-05-31", Keuze{Periode: "2026-Q2"}, "2026-04-01", "2026-06-30", "2026-01-01", "2026-02-28"},

		{"maand die voorbij is", "2026-11-24", Keuze{Periode: "2026-10"}, "2026-10-01", "2026-10-31", "2026-09-01", "2026-09-30"},
		{"maand die loopt", "2026-11-24", Keuze{Periode: "2026-11"}, "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-24"},
		{"maand die loopt, dag die er niet was", "2026-03-30", Keuze{Periode: "2026-03"}, "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"},
		{"februari op zijn laatste dag is heel", "2026-02-28", Keuze{Periode: "2026-02"}, "2026-02-01", "2026-02-28", "2026-01-01", "2026-01-31"},
		{"februari in een schrikkeljaar loopt nog op de 28e", "2028-02-28", Keuze{Periode: "2028-02"}, "2028-02-01", "2028-02-29", "2028-01-01", "2028-01-28"},
		{"januari", "2026-11-24", Keuze{Periode: "2026-01"}, "2026-01-01", "2026-01-31", "2025-12-01", "2025-12-31"},

		{"van en tot", "2026-11-24", Keuze{Van: "2026-03-05", Tot: "14-03-2026"}, "2026-03-05", "2026-03-14", "2026-02-23", "2026-03-04"},
		{"van en tot, één dag", "2026-11-24", Keuze{Van: "2026-03-05", Tot: "2026-03-05"}, "2026-03-05", "2026-03-05", "2026-03-04", "2026-03-04"},
		{"van zonder tot loopt tot vandaag", "2026-11-24", Keuze{Van: "2026-11-15"}, "2026-11-15", "2026-11-24", "2026-11-05", "2026-11-14"},
		{"van en tot die een heel kwartaal zijn", "2026-11-24", Keuze{Van: "2026-07-01", Tot: "2026-09-30"}, "2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30"},
		{"van en tot die een hele februari zijn", "2028-11-24", Keuze{Van: "2028-02-01", Tot: "2028-02-29"}, "2028-02-01", "2028-02-29", "2028-01-01", "2028-01-31"},
		{"van en tot over de jaarwisseling", "2026-11-24", Keuze{Van: "2025-12-25", Tot: "2026-01-05"}, "2025-12-25", "2026-01-05", "2025-12-13", "2025-12-24"},
		{"tot in de toekomst telt de dagen die geweest zijn", "2026-11-24", Keuze{Van: "2026-11-15", Tot: "2026-12-14"}, "2026-11-15", "2026-12-14", "2026-11-05", "2026-11-14"},
		{"van is vandaag", "2026-11-24", Keuze{Van: "vandaag"}, "2026-11-24", "2026-11-24", "2026-11-23", "2026-11-23"},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			p, vorige, err := tc.keuze.Lees(dag(t, tc.vandaag), 0)
			if err != nil {
				t.Fatal(err)
			}
			if wil := tussen(t, tc.van, tc.tot); p != wil {
				t.Errorf("periode is %s t/m %s, wil %s t/m %s", p.Van, p.Tot, wil.Van, wil.Tot)
			}
			if wil := tussen(t, tc.vorigeVan, tc.vorigTo); vorige != wil {
				t.Errorf("vorige is %s t/m %s, wil %s t/m %s", vorige.Van, vorige.Tot, wil.Van, wil.Tot)
			}
		})
	}
}

func TestZonderKeuzeSindsHetLaatsteOverleg(t *testing.T) {
	for _, tc := range []struct {
		naam, vandaag, overleg string
		keuze                  Keuze
		van, tot               string
		vorigeVan, vorigTo     string
	}{
		{"sinds het overleg, met evenveel dagen ervoor", "2026-11-24", "2026-09-10", Keuze{}, "2026-09-11", "2026-11-24", "2026-06-28", "2026-09-10"},
		{"gisteren", "2026-11-24", "2026-11-23", Keuze{}, "2026-11-24", "2026-11-24", "2026-11-23", "2026-11-23"},
		{"over de jaarwisseling", "2026-01-10", "2025-12-20", Keuze{}, "2025-12-21", "2026-01-10", "2025-11-30", "2025-12-20"},
		{"precies een maand: de maand ervoor", "2026-11-30", "2026-10-31", Keuze{}, "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"},
		{"geen overleg: dit jaar", "2026-11-24", "", Keuze{}, "2026-01-01", "2026-11-24", "2025-01-01", "2025-11-24"},
		{"een overleg van vandaag telt niet", "2026-11-24", "2026-11-24", Keuze{}, "2026-01-01", "2026-11-24", "2025-01-01", "2025-11-24"},
		{"wie kiest, krijgt wat hij kiest", "2026-11-24", "2026-09-10", Keuze{Periode: "2026-Q3"}, "2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30"},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			p, vorige, err := tc.keuze.Lees(dag(t, tc.vandaag), dag(t, tc.overleg))
			if err != nil || p != tussen(t, tc.van, tc.tot) || vorige != tussen(t, tc.vorigeVan, tc.vorigTo) {
				t.Errorf("geeft %s t/m %s en %s t/m %s, %v", p.Van, p.Tot, vorige.Van, vorige.Tot, err)
			}
		})
	}
}

func TestKeuzeFouten(t *testing.T) {
	for _, tc := range []struct {
		naam  string
		keuze Keuze
		wat   string
	}{
		{"geen periode", Keuze{Periode: "herfst"}, `"herfst" is geen periode`},
		{"te kort jaar", Keuze{Periode: "26"}, `"26" is geen periode`},
		{"jaar met een plus", Keuze{Periode: "+202"}, `"+202" is geen periode`},
		{"vijfde kwartaal", Keuze{Periode: "2026-Q5"}, `"2026-Q5" is geen kwartaal`},
		{"kwartaal nul", Keuze{Periode: "2026-Q0"}, `"2026-Q0" is geen kwartaal`},
		{"kwartaal zonder cijfer", Keuze{Periode: "2026-Q"}, `"2026-Q" is geen kwartaal`},
		{"dertiende maand", Keuze{Periode: "2026-13"}, `"2026-13" is geen maand`},
		{"maand nul", Keuze{Periode: "2026-00"}, `"2026-00" is geen maand`},
		{"maand met één cijfer kan een kwartaal zijn", Keuze{Periode: "2026-3"}, `"2026-3" is geen maand`},
		{"dag als periode", Keuze{Periode: "2026-03-05"}, `"2026-03-05" is geen maand`},
		{"jaar te vroeg", Keuze{Periode: "1989"}, "het jaar 1989 valt buiten 1990 tot en met 2299"},
		{"jaar te laat", Keuze{Periode: "2300-Q1"}, "het jaar 2300 valt buiten 1990 tot en met 2299"},
		{"van te vroeg", Keuze{Van: "1989-12-31"}, "het jaar 1989 valt buiten"},
		{"tot te laat", Keuze{Van: "2026-01-01", Tot: "2300-01-01"}, "het jaar 2300 valt buiten"},
		{"periode in de toekomst", Keuze{Periode: "2027"}, "de periode begint op vr 1 januari 2027 en dat is na di 24 november 2026"},
		{"van in de toekomst", Keuze{Van: "2026-11-25", Tot: "2026-12-01"}, "de periode begint op wo 25 november 2026 en dat is na"},
		{"van na tot", Keuze{Van: "2026-03-05", Tot: "2026-03-04"}, "de periode eindigt op wo 4 maart 2026, voordat hij begint op do 5 maart 2026"},
		{"van in de toekomst zonder tot", Keuze{Van: "2026-12-01"}, "de periode begint op di 1 december 2026 en dat is na"},
		{"alleen tot", Keuze{Tot: "2026-03-05"}, "--tot zegt niet wanneer de periode begint"},
		{"periode en van", Keuze{Periode: "2026", Van: "2026-03-05"}, "kies --periode of --van en --tot, niet allebei"},
		{"periode en tot", Keuze{Periode: "2026", Tot: "2026-03-05"}, "kies --periode of --van en --tot, niet allebei"},
		{"dag die niet bestaat", Keuze{Van: "2026-02-29"}, "--van: "},
		{"geen dag", Keuze{Van: "2026-01-01", Tot: "ooit"}, "--tot: "},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			p, vorige, err := tc.keuze.Lees(dag(t, "2026-11-24"), 0)
			var fout *dossier.Fout
			if !errors.As(err, &fout) {
				t.Fatalf("geeft %v en %v, %v; wil een fout", p, vorige, err)
			}
			if !strings.HasPrefix(fout.Wat, tc.wat) {
				t.Errorf("meldt %q, wil %q", fout.Wat, tc.wat)
			}
			if fout.Tip() == "" || !fout.VerkeerdeAanroep() {
				t.Errorf("%q heeft geen tip of is geen verkeerde aanroep", fout.Wat)
			}
		})
	}
}

func TestPeriodeInWoorden(t *testing.T) {
	for _, tc := range []struct{ van, tot, naam, dagen string }{
		{"2026-01-01", "2026-12-31", "2026", "1 januari tot en met 31 december 2026"},
		{"2026-01-01", "2026-03-31", "het eerste kwartaal van 2026", "1 januari tot en met 31 maart 2026"},
		{"2026-10-01", "2026-12-31", "het vierde kwartaal van 2026", "1 oktober tot en met 31 december 2026"},
		{"2028-02-01", "2028-02-29", "februari 2028", "1 februari tot en met 29 februari 2028"},
		{"2028-02-01", "2028-02-28", "1 februari tot en met 28 februari 2028", "1 februari tot en met 28 februari 2028"},
		{"2026-02-01", "2026-04-30", "1 februari tot en met 30 april 2026", "1 februari tot en met 30 april 2026"},
		{"2025-12-25", "2026-01-05", "25 december 2025 tot en met 5 januari 2026", "25 december 2025 tot en met 5 januari 2026"},
		{"2026-07-03", "2026-07-03", "3 juli 2026", "3 juli 2026"},
	} {
		p := tussen(t, tc.van, tc.tot)
		if got := p.naam(); got != tc.naam {
			t.Errorf("naam is %q, wil %q", got, tc.naam)
		}
		if got := p.dagen(); got != tc.dagen {
			t.Errorf("dagen is %q, wil %q", got, tc.dagen)
		}
	}
}

// Whatever is asked, a period that was read can be compared: the previous one
// ends the day before it begins or earlier, and is not empty.
func FuzzKeuze(f *testing.F) {
	f.Add("2026-Q3", "", "", 740000, 0)
	f.Add("", "2026-01-01", "2026-02-29", 739900, 739800)
	f.Add("", "gisteren", "", 726468, 0)
	f.Add("2028-02", "", "", 740400, 740399)
	f.Add("", "", "", 839692, 839691)
	f.Add("", "", "", 740000, 726468)
	f.Fuzz(func(t *testing.T, periode, van, tot string, vandaag, overleg int) {
		if vandaag < 726468 || vandaag > 839692 { // 1990-01-01, 2299-12-31
			t.Skip("vandaag valt buiten de kalender")
		}
		if overleg != 0 && (overleg < 726468 || overleg > 839692) {
			t.Skip("het overleg valt buiten de kalender")
		}
		p, vorige, err := Keuze{periode, van, tot}.Lees(werkdagen.Datum(vandaag), werkdagen.Datum(overleg))
		if err != nil {
			return
		}
		if p.Van > p.Tot || p.Van > werkdagen.Datum(vandaag) {
			t.Fatalf("periode is %s t/m %s", p.Van, p.Tot)
		}
		if vorige.Van == 0 || vorige.Van > vorige.Tot || vorige.Tot >= p.Van {
			t.Fatalf("periode is %s t/m %s, vorige %s t/m %s", p.Van, p.Tot, vorige.Van, vorige.Tot)
		}
	})
}
