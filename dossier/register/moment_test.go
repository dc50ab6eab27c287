package register

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"klacht/dossier"
	"klacht/werkdagen"
)

func TestLeesDatum(t *testing.T) {
	for _, tt := range []struct{ cel, wil string }{ // day first, month first; - is no date, leeg says that there is none
		{"2026-11-27", "2026-11-27"},
		{"2026/11/27", "2026-11-27"},
		{"20261127", "2026-11-27"},
		{"2026-11-27 16:40", "2026-11-27 16:40:00"},
		{"2019-10-04 11:12:54.000", "2019-10-04 11:12:54"},
		{"2026-11-27T16:40:05Z", "2026-11-27 16:40:05"},
		{"2026-11-27T16:40:05+01:00", "2026-11-27 16:40:05"},
		{"27-11-2026", "2026-11-27"},
		{"27.11.2026", "2026-11-27"},
		{"27/11/26", "2026-11-27"},
		{"11/27/2026", "- 2026-11-27"},
		{"3/4/2025 1:20", "2025-04-03 01:20:00 2025-03-04 01:20:00"},
		{"3/4/2025 1:20 PM", "2025-04-03 13:20:00 2025-03-04 13:20:00"},
		{"3/4/2025 12:05 a.m.", "2025-04-03 00:05:00 2025-03-04 00:05:00"},
		{"1-2-95", "1995-02-01 1995-01-02"},
		{"01 02 2026", "2026-02-01 2026-01-02"},
		{"27 november 2026", "2026-11-27"},
		{"vr 27 nov. 2026 om 16:40 uur", "2026-11-27 16:40:00"},
		{"27-mrt-26", "2026-03-27"},
		{"November 27, 2026", "2026-11-27"},
		{"Fri, 27 Nov 2026", "2026-11-27"},
		{"27. März 2026", "2026-03-27"},
		{"27 de noviembre de 2026", "2026-11-27"},
		{"3 février 2026", "2026-02-03"},
		{"46353", "2026-11-27"},
		{"46353.6944444444", "2026-11-27 16:40:00"},
		{"46353,5", "2026-11-27 12:00:00"},
		{"", "leeg"}, {"-", "leeg"}, {"n.v.t.", "leeg"}, {"0000-00-00", "leeg"}, {"0000-00-00 00:00:00", "leeg"}, {"1900-01-00", "leeg"}, {"NULL", "leeg"},
		{"onbekend", "leeg"},
		{"31-11-2026", "-"}, {"2026-02-30", "-"}, {"32 nov 2026", "-"}, {"27-11-2026 25:00", "-"}, {"27-11-2026 16:4x", "-"}, {"2026", "-"}, {"12", "-"},
		{"nov 2026", "-"}, {"27-11-202", "-"}, {"+1-2-2026", "-"}, {"1e5", "-"}, {"NaN", "leeg"}, {"Inf", "-"}, {"morgen", "-"}, {"99999999", "-"}, {"1-2-3-4", "-"}, {"1.2.3", "-"},
		{"64345465", "-"}, {"010324", "-"},
	} {
		d := leesDatum(tt.cel)
		kreeg := "-"
		switch {
		case d.soort == nietIngevuld:
			kreeg = "leeg"
		case d.soort != geenDatum:
			dmj, isDMJ := d.in(dossier.VormDMJ)
			mdj, isMDJ := d.in(dossier.VormMDJ)
			if isDMJ {
				kreeg = dmj.String()
			}
			if isMDJ && mdj.String() != kreeg {
				if !isDMJ || d.soort != vasteDatum {
					kreeg += " " + mdj.String()
				}
			}
		}
		if kreeg != tt.wil {
			t.Errorf("%q: %s, want %s", tt.cel, kreeg, tt.wil)
		}
	}
}

func TestVormVanDeKolom(t *testing.T) {
	for _, tt := range []struct {
		naam   string
		cellen []string
		wil    dossier.Datumvorm
		zeker  bool
	}{
		{"dag voorop", []string{"1-2-2026", "27-2-2026", ""}, dossier.VormDMJ, true},
		{"maand voorop", []string{"1/2/2026", "2/27/2026", "-"}, dossier.VormMDJ, true},
		{"niet te zeggen", []string{"1-2-2026", "3-4-2026"}, "", false},
		{"maakt niet uit", []string{"1-1-2026", "12-12-2026"}, dossier.VormDMJ, true},
		{"met een dag die er niet is", []string{"30-10-2026", "31-11-2026"}, dossier.VormDMJ, true},
		{"beide door elkaar", []string{"27-2-2026", "2-27-2026", "1-1-2026"}, "", false},
		{"ISO", []string{"2026-02-01", "NULL"}, "", true},
		{"jaar voorop met twee cijfers", []string{"96-11-27", "95-12-31"}, dossier.VormJMD, true},
		{"drie keer twee cijfers", []string{"24-11-08", "23-10-07"}, "", false},
		{"leeg", []string{"", "-"}, "", true},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			var p profiel
			for _, c := range tt.cellen {
				p.neem(c)
			}
			if vorm, zeker := p.vorm(); vorm != tt.wil || zeker != tt.zeker {
				t.Errorf("%q %v, want %q %v", vorm, zeker, tt.wil, tt.zeker)
			}
		})
	}
	// A slip of the pen among many decides nothing.
	var p profiel
	for range 200 {
		p.neem("27-2-2026")
	}
	p.neem("2-27-2026")
	if vorm, zeker := p.vorm(); vorm != dossier.VormDMJ || !zeker {
		t.Errorf("%q %v", vorm, zeker)
	}
}

// Every day reads back from every way in which it is written.
func TestElkeVormKomtTerug(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		wil := werkdagen.Datum(rapid.IntRange(726468, 768000).Draw(t, "dag")) // 1990 up to 2103
		j, m, d := wil.Delen()
		serie := fmt.Sprint(int(wil - eersteDag))
		for vorm, teksten := range map[dossier.Datumvorm][]string{
			dossier.VormDMJ: {fmt.Sprintf("%d-%d-%d", d, m, j), fmt.Sprintf("%02d.%02d.%04d 00:00", d, m, j), wil.Lang(), wil.Kort(), wil.String(), serie, serie + ".5"},
			dossier.VormMDJ: {fmt.Sprintf("%d/%d/%d 1:00 PM", m, d, j), wil.String() + "T23:59:59"},
		} {
			for _, tekst := range teksten {
				m, ok := leesDatum(tekst).in(vorm)
				if !ok || m.dag != wil {
					t.Fatalf("%q als %s: %s, want %s", tekst, vorm, m, wil)
				}
			}
		}
	})
}

func TestTijdstipVanEenMoment(t *testing.T) {
	for _, tt := range []struct {
		cel       string
		alleenDag bool
		wil       string
	}{
		{"2026-11-27 16:40", false, "2026-11-27T16:40:00+01:00"},
		{"2026-11-27 16:40", true, "2026-11-27"},
		{"2026-11-27", false, "2026-11-27"},
		{"2026-11-27T23:30:00Z", false, "2026-11-28T00:30:00+01:00"},
		{"2026-03-29 02:30", false, "2026-03-29T03:30:00+02:00"}, // the hour that the clock skipped
	} {
		m, ok := leesDatum(tt.cel).in(dossier.VormDMJ)
		if d := cmp.Diff(tt.wil, m.tijdstip(tt.alleenDag).String()); !ok || d != "" {
			t.Error(tt.cel, d)
		}
	}
}

func FuzzLeesDatum(f *testing.F) {
	for _, s := range []string{"27-11-2026 16:40", "vr 27 nov 2026", "46353.5", "1 de 2 de 3", ":", "t:", "0:0", "٣-٣-٢٠٢٦"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := leesDatum(s)
		for _, vorm := range dossier.Datumvormen() {
			if m, ok := d.in(vorm); ok {
				_ = m.tijdstip(false)
				if m.dag == 0 || m.tijd < -1 || m.tijd >= 86400 {
					t.Errorf("%q: %+v", s, m)
				}
			}
		}
	})
}
