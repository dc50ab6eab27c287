package dossier

import "testing"

func TestLeesNummer(t *testing.T) {
	for s, wil := range map[string]Nummer{"K2026-0007": {2026, 7}, "K2026-9999": {2026, 9999}, "K2026-10000": {2026, 10000}, "K1990-0001": {1990, 1}} {
		n, ok := LeesNummer(s)
		if !ok || n != wil {
			t.Errorf("%s is %v, %t", s, n, ok)
		}
		gelijk(t, "terug", n.String(), s)
	}
	gelijk(t, "map", Nummer{2026, 7}.Map(), "2026/K2026-0007")
	for _, s := range []string{"", "K2026-7", "K2026-00007", "K2026-0000", "k2026-0007", "K2026-0007 ", "K1989-0001", "K2300-0001", "K2026-0007 (kopie)", "K2026-1234567890"} {
		if n, ok := LeesNummer(s); ok {
			t.Errorf("%q is %v", s, n)
		}
	}
}

func TestNummersOpVolgorde(t *testing.T) {
	oplopend := []Nummer{{2025, 9999}, {2025, 10000}, {2026, 1}, {2026, 9999}, {2026, 10000}}
	for i, a := range oplopend {
		for j, b := range oplopend {
			if v := a.Vergelijk(b); v < 0 != (i < j) || v > 0 != (i > j) {
				t.Errorf("%v en %v: %d", a, b, v)
			}
		}
	}
}

func TestKiesNummer(t *testing.T) {
	bestaand := []Nummer{{2025, 7}, {2025, 8}, {2026, 7}, {2026, 9}, {2026, 10000}}
	for _, tt := range []struct {
		in   string
		wil  Nummer
		fout string
	}{
		{"K2026-0007", Nummer{2026, 7}, ""},
		{"k2026-0007", Nummer{2026, 7}, ""},
		{"2026-7", Nummer{2026, 7}, ""},
		{"2026-0007", Nummer{2026, 7}, ""},
		{" K2025-7 ", Nummer{2025, 7}, ""},
		{"8", Nummer{2025, 8}, ""},
		{"0009", Nummer{2026, 9}, ""},
		{"10000", Nummer{2026, 10000}, ""},
		{"K2026-10000", Nummer{2026, 10000}, ""},
		{"7", Nummer{}, "7 kan K2025-0007 of K2026-0007 zijn"},
		{"3", Nummer{}, "er is geen dossier met volgnummer 3"},
		{"0", Nummer{}, "er is geen dossier met volgnummer 0"},
		{"2024-7", Nummer{}, "dossier K2024-0007 bestaat niet"},
		{"zeven", Nummer{}, `"zeven" is geen dossiernummer`},
		{"", Nummer{}, `"" is geen dossiernummer`},
		{"-7", Nummer{}, `"-7" is geen dossiernummer`},
		{"99999999999999999999", Nummer{}, `"99999999999999999999" is geen dossiernummer`},
	} {
		n, err := KiesNummer(tt.in, bestaand)
		metFout(t, err, tt.fout)
		gelijk(t, tt.in, n, tt.wil)
	}
	_, err := KiesNummer("7", bestaand)
	gelijk(t, "tip", tipVan(err), "noem het jaar erbij, bijvoorbeeld 2026-7")
}
