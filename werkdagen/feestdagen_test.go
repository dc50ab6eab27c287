package werkdagen

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/nl"
)

func TestFeestdagen2026(t *testing.T) {
	dagen, err := kalender(t, Opties{}).Feestdagen(2026)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range dagen {
		got = append(got, f.Datum.Lang()+": "+f.Naam())
	}
	wil := []string{
		"do 1 januari 2026: Nieuwjaarsdag",
		"vr 3 april 2026: Goede Vrijdag",
		"ma 6 april 2026: Tweede Paasdag",
		"ma 27 april 2026: Koningsdag",
		"di 5 mei 2026: Bevrijdingsdag",
		"do 14 mei 2026: Hemelvaartsdag",
		"ma 25 mei 2026: Tweede Pinksterdag",
		"vr 25 december 2026: Eerste Kerstdag",
		"za 26 december 2026: Tweede Kerstdag",
	}
	if diff := cmp.Diff(wil, got); diff != "" {
		t.Errorf("holidays of 2026 (-want +got):\n%s", diff)
	}
}

func TestFeestdagJSON(t *testing.T) {
	for _, tt := range []struct {
		waarde any
		wil    string
	}{
		{Feestdag{datum(t, "2026-04-03"), GoedeVrijdag}, `{"datum":"2026-04-03","weekdag":"vr","naam":"Goede Vrijdag","reden":"goede-vrijdag"}`},
		{Gelijkgestelden(2026)[0], `{"datum":"2026-01-02","weekdag":"vr","bron":"besluit 2026–2028, Staatscourant, BWBR0051300"}`},
		{Gelijkgestelden(2029), `[]`},
	} {
		if b, err := json.Marshal(tt.waarde); err != nil || string(b) != tt.wil {
			t.Errorf("Marshal = %s, %v; want %s", b, err, tt.wil)
		}
	}
}

// The rules that rickar/cal lacks, where the law's own words give the day.
func TestKoningsfeestEnBedrijf(t *testing.T) {
	for _, tt := range []struct {
		dag   string
		reden Reden
		soort Kalendersoort
		wil   bool
	}{
		{"2013-04-30", Koninginnedag, KalenderATW, true},
		{"2006-04-29", Koninginnedag, KalenderATW, true}, // 30 April 2006 was a Sunday
		{"2006-04-30", Koninginnedag, KalenderATW, false},
		{"2014-04-26", Koningsdag, KalenderATW, true}, // 27 April 2014 was a Sunday
		{"2014-04-27", Koningsdag, KalenderATW, false},
		{"2013-04-27", Koningsdag, KalenderBedrijf, false},
		{"2026-04-27", Koningsdag, KalenderBedrijf, true},
		{"2026-04-03", GoedeVrijdag, KalenderATW, true},
		{"2026-04-03", GoedeVrijdag, KalenderBedrijf, false},
		{"2026-05-05", Bevrijdingsdag, KalenderATW, true},
		{"2026-05-05", Bevrijdingsdag, KalenderBedrijf, false},
		{"2025-05-05", Bevrijdingsdag, KalenderBedrijf, true},
	} {
		d := datum(t, tt.dag)
		dagen, err := kalender(t, Opties{Kalender: tt.soort}).Feestdagen(d.Jaar())
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for _, f := range dagen {
			got = got || f == Feestdag{d, tt.reden}
		}
		if got != tt.wil {
			t.Errorf("%s is %s in %s: %v, want %v", tt.dag, tt.reden, tt.soort, got, tt.wil)
		}
	}
}

// Where rickar/cal is right (from 2014) every day of the calendar atw is the same
// as there; before, only the days around the Queen's birthday differ.
func TestTegenRickarCal(t *testing.T) {
	hunne := cal.NewBusinessCalendar()
	hunne.AddHoliday(nl.Holidays...)
	onze := kalender(t, Opties{Gelijkgesteld: GelijkgesteldNee})
	verschillen := 0
	for d := eersteDatum; d <= laatsteDatum; d++ {
		jaar, maand, dag := d.Delen()
		wil := hunne.IsWorkday(time.Date(jaar, time.Month(maand), dag, 12, 0, 0, 0, cal.DefaultLoc))
		if onze.IsWerkdag(d) == wil {
			continue
		}
		verschillen++
		if jaar >= 2014 || maand != 4 || dag < 26 {
			t.Errorf("%s: IsWerkdag = %v, rickar/cal says %v", d, !wil, wil)
		}
	}
	if verschillen == 0 {
		t.Error("no difference before 2014 either: has rickar/cal learned of Koninginnedag?")
	}
}

// Easter by Gauss's rule, another road than rickar/cal's.
func TestPasenVolgensGauss(t *testing.T) {
	k := kalender(t, Opties{})
	for jaar := EersteJaar; jaar <= LaatsteJaar; jaar++ {
		a, b, c := jaar%19, jaar%4, jaar%7
		eeuw := jaar / 100
		m := (15 - (13+8*eeuw)/25 + eeuw - eeuw/4) % 30
		n := (4 + eeuw - eeuw/4) % 7
		d := (19*a + m) % 30
		e := (2*b + 4*c + 6*d + n) % 7
		pasen := vanDelen(jaar, 3, 22) + Datum(d+e)
		if d == 29 && e == 6 || d == 28 && e == 6 && a > 10 {
			pasen -= 7
		}
		wil := map[Reden]Datum{GoedeVrijdag: pasen - 2, TweedePaasdag: pasen + 1, Hemelvaartsdag: pasen + 39, TweedePinksterdag: pasen + 50}
		dagen, err := k.Feestdagen(jaar)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range dagen {
			if w, ok := wil[f.Reden]; ok && w != f.Datum {
				t.Errorf("%d: %s on %s, want %s", jaar, f.Reden, f.Datum, w)
			}
			delete(wil, f.Reden)
		}
		if len(wil) != 0 {
			t.Errorf("%d lacks %v", jaar, wil)
		}
	}
}

// On a machine in a zone whose summer time begins at midnight, rickar/cal's
// midnight is 23:00 the day before.
func TestFeestdagInZoneZonderMiddernacht(t *testing.T) {
	gaten := 0
	for _, naam := range []string{"Asia/Amman", "Asia/Beirut", "Asia/Damascus", "Africa/Cairo", "America/Havana", "America/Sao_Paulo", "America/Asuncion"} {
		zone, err := time.LoadLocation(naam)
		if err != nil {
			t.Fatal(err)
		}
		for d := eersteDatum; d < vanDelen(2040, 1, 1); d++ {
			jaar, maand, dag := d.Delen()
			middernacht := time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, zone)
			if middernacht.Day() != dag {
				gaten++
			}
			if got := dagVanCal(middernacht); got != d {
				t.Errorf("%s in %s reads as %s", d, naam, got)
			}
		}
	}
	if gaten == 0 {
		t.Error("no zone lacked a midnight: this test tests nothing")
	}
}
