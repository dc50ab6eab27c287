package werkdagen

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestBerekenWeigert(t *testing.T) {
	dicht := Opties{Gesloten: []Sluiting{{Van: datum(t, "2026-01-01"), Tot: laatsteDatum}}}
	for _, tt := range []struct {
		naam      string
		opties    Opties
		ontvangen Datum
		termijn   Termijn
		fout      string
	}{
		{"no date", Opties{}, 0, Termijn{5, Werkdagen}, "de dag van ontvangst kan niet: er is geen datum gegeven"},
		{"too early", Opties{}, datum(t, "1989-12-31"), Termijn{5, Werkdagen}, "de dag van ontvangst kan niet: 1989-12-31 valt buiten de kalender, die loopt van 1990 tot en met 2299"},
		{"zero", Opties{}, eersteDatum, Termijn{0, Dagen}, "een termijn van 0 dagen kan niet: het aantal moet minstens 1 zijn"},
		{"negative", Opties{}, eersteDatum, Termijn{-5, Weken}, "een termijn van -5 weken kan niet: het aantal moet minstens 1 zijn"},
		{"overflow", Opties{}, eersteDatum, Termijn{1 << 62, Weken}, "een termijn van 4611686018427387904 weken kan niet: het aantal is te groot, meer dan 99999 kan niet"},
		{"no unit", Opties{}, eersteDatum, Termijn{1, ""}, `"" is geen eenheid van een termijn, kies uit werkdagen, dagen, weken, maanden en jaren`},
		{"days beyond", Opties{}, datum(t, "2299-12-30"), Termijn{2, Dagen}, "2 dagen na 2299-12-30 valt buiten de kalender, die loopt tot en met 2299"},
		{"working days beyond", Opties{}, datum(t, "2299-12-28"), Termijn{2, Werkdagen}, "2 werkdagen na 2299-12-28 valt buiten de kalender, die loopt tot en met 2299"},
		{"weeks beyond", Opties{}, datum(t, "2026-11-20"), Termijn{99999, Weken}, "99999 weken na 2026-11-20 valt buiten de kalender, die loopt tot en met 2299"},
		{"years beyond", Opties{}, datum(t, "2026-11-20"), Termijn{99999, Jaren}, "99999 jaar na 2026-11-20 valt buiten de kalender, die loopt tot en met 2299"},
		{"months beyond", Opties{}, datum(t, "2299-12-01"), Termijn{1, Maanden}, "1 maand na 2299-12-01 valt buiten de kalender, die loopt tot en met 2299"},
		{"extended beyond", Opties{Verlenging: VerlengingATW}, datum(t, "2299-12-29"), Termijn{1, Dagen}, "1 dag na 2299-12-29 valt buiten de kalender, die loopt tot en met 2299"},
		{"closed for good", dicht, datum(t, "2026-11-20"), Termijn{5, Werkdagen}, "5 werkdagen na 2026-11-20 valt buiten de kalender, die loopt tot en met 2299"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			b, err := kalender(t, tt.opties).Bereken(tt.ontvangen, tt.termijn)
			if err == nil || err.Error() != tt.fout {
				t.Errorf("got %s, %v; want %s", b.Uiterlijk, err, tt.fout)
			}
		})
	}
}

func TestBereken(t *testing.T) {
	wettelijk := Opties{Verlenging: VerlengingATW}
	for _, tt := range []struct {
		naam, ontvangen, termijn string
		opties                   Opties
		eerste, nominaal         string
		uiterlijk, werkdag       string
	}{
		{"four weeks are four weeks", "2026-11-27", "4 weken", Opties{}, "2026-11-28", "2026-12-25", "2026-12-25", "2026-12-24"},
		{"art. 1", "2026-11-27", "4 weken", wettelijk, "2026-11-28", "2026-12-25", "2026-12-28", "2026-12-28"},
		{"art. 4: twelve weeks are extended", "2026-10-03", "12 weken", wettelijk, "2026-10-04", "2026-12-26", "2026-12-28", "2026-12-28"},
		{"art. 4: thirteen weeks are not", "2026-09-26", "13 weken", wettelijk, "2026-09-27", "2026-12-26", "2026-12-26", "2026-12-24"},
		{"art. 4: three months are extended", "2026-09-26", "3 maanden", wettelijk, "2026-09-27", "2026-12-26", "2026-12-28", "2026-12-28"},
		{"art. 4: four months are not", "2026-08-26", "4 maanden", wettelijk, "2026-08-27", "2026-12-26", "2026-12-26", "2026-12-24"},
		{"art. 4: years are not", "2025-12-26", "1 jaar", wettelijk, "2025-12-27", "2026-12-26", "2026-12-26", "2026-12-24"},
		{"art. 2: two working days are not three days", "2026-11-20", "2 dagen", wettelijk, "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-23"},
		{"a working day that is designated", "2018-12-20", "5 werkdagen", wettelijk, "2018-12-21", "2018-12-31", "2019-01-02", "2019-01-02"},
		{"last of the month", "2026-01-31", "1 maand", Opties{}, "2026-02-01", "2026-02-28", "2026-02-28", "2026-02-27"},
		{"six months", "2026-08-31", "6 maanden", Opties{}, "2026-09-01", "2027-02-28", "2027-02-28", "2027-02-26"},
		{"own work week", "2026-11-20", "3 werkdagen", Opties{Werkweek: []Weekdag{Zaterdag, Zondag}}, "2026-11-21", "2026-11-28", "2026-11-28", "2026-11-28"},
		{"own work week, statutory end", "2026-11-20", "3 werkdagen", Opties{Werkweek: []Weekdag{Zaterdag, Zondag}, Verlenging: VerlengingATW}, "2026-11-21", "2026-11-28", "2026-11-30", "2026-11-29"},
		{"own closed days", "2026-12-18", "5 werkdagen", Opties{Gesloten: []Sluiting{{Van: datum(t, "2026-12-24"), Tot: datum(t, "2027-01-01")}}}, "2026-12-19", "2027-01-05", "2027-01-05", "2027-01-05"},
		{"a closed day does not extend", "2026-11-20", "4 weken", Opties{Verlenging: VerlengingATW, Gesloten: []Sluiting{{Van: datum(t, "2026-12-18")}}}, "2026-11-21", "2026-12-18", "2026-12-18", "2026-12-17"},
		{"up to the very end", "2299-12-01", "30 dagen", Opties{}, "2299-12-02", "2299-12-31", "2299-12-31", "2299-12-29"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			termijn, err := LeesTermijn(tt.termijn)
			if err != nil {
				t.Fatal(err)
			}
			b := bereken(t, kalender(t, tt.opties), datum(t, tt.ontvangen), termijn)
			for _, v := range []struct {
				naam, wil string
				got       Datum
			}{
				{"EersteDag", tt.eerste, b.EersteDag}, {"Nominaal", tt.nominaal, b.Nominaal},
				{"Uiterlijk", tt.uiterlijk, b.Uiterlijk}, {"LaatsteWerkdag", tt.werkdag, b.LaatsteWerkdag},
			} {
				if v.got.String() != v.wil {
					t.Errorf("%s = %s, want %s", v.naam, v.got, v.wil)
				}
			}
		})
	}
}

func TestWaarschuwing(t *testing.T) {
	for _, tt := range []struct {
		ontvangen, termijn string
		opties             Opties
		wil                string // how the warning begins
	}{
		{"2028-11-20", "4 weken", Opties{Verlenging: VerlengingATW}, ""},
		{"2028-12-20", "4 weken", Opties{Verlenging: VerlengingATW}, "voor de jaren na 2028"},
		{"2028-12-20", "4 weken", Opties{}, ""},
		{"2028-12-20", "4 weken", Opties{Verlenging: VerlengingATW, Gelijkgesteld: GelijkgesteldNee}, ""},
		{"2028-12-20", "13 weken", Opties{Verlenging: VerlengingATW}, ""}, // art. 4: not extended
		{"2028-12-20", "2 jaar", Opties{Verlenging: VerlengingATW}, ""},
		{"2028-12-28", "5 werkdagen", Opties{Gelijkgesteld: GelijkgesteldVrij}, "voor de jaren na 2028"},
		{"2028-12-28", "5 werkdagen", Opties{}, ""},
		{"2016-12-01", "4 weken", Opties{Verlenging: VerlengingATW}, "van de jaren voor 2017"},
		{"2017-01-02", "4 weken", Opties{Verlenging: VerlengingATW}, ""},
	} {
		termijn, err := LeesTermijn(tt.termijn)
		if err != nil {
			t.Fatal(err)
		}
		got := bereken(t, kalender(t, tt.opties), datum(t, tt.ontvangen), termijn).Waarschuwing
		if !strings.HasPrefix(got, tt.wil) || (got == "") != (tt.wil == "") {
			t.Errorf("%s + %s: warning %q, want %q", tt.ontvangen, tt.termijn, got, tt.wil)
		}
	}
}

func TestBerekeningJSON(t *testing.T) {
	for _, tt := range []struct {
		b   Berekening
		wil string
	}{
		{bereken(t, kalender(t, Opties{}), datum(t, "2026-11-20"), Termijn{1, Weken}),
			`{"ontvangen":"2026-11-20","termijn":"1 week","eerste_dag":"2026-11-21","nominaal":"2026-11-27","uiterlijk":"2026-11-27","laatste_werkdag":"2026-11-27","overgeslagen":[],"verlengd_met":[]}`},
		{bereken(t, kalender(t, Opties{}), datum(t, "2025-04-25"), Termijn{1, Werkdagen}),
			`{"ontvangen":"2025-04-25","termijn":"1 werkdag","eerste_dag":"2025-04-26","nominaal":"2025-04-28","uiterlijk":"2025-04-28","laatste_werkdag":"2025-04-28","overgeslagen":[{"datum":"2025-04-26","redenen":["zaterdag","koningsdag"]},{"datum":"2025-04-27","redenen":["zondag"]}],"verlengd_met":[]}`},
	} {
		if got, err := json.Marshal(tt.b); err != nil || string(got) != tt.wil {
			t.Errorf("Marshal = %s, %v\nwant %s", got, err, tt.wil)
		}
	}
}

// What must hold for any calendar, day and term.
func TestBerekenEigenschappen(t *testing.T) {
	ks := kalenders(t)
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.SampledFrom(ks).Draw(t, "kalender")
		ontvangen := Datum(rapid.Int32Range(int32(eersteDatum)+30, int32(laatsteDatum)-4000).Draw(t, "ontvangen"))
		termijn := Termijn{
			rapid.IntRange(1, 100).Draw(t, "aantal"),
			rapid.SampledFrom([]Eenheid{Werkdagen, Dagen, Weken, Maanden}).Draw(t, "eenheid"),
		}
		b, err := k.Bereken(ontvangen, termijn)
		if err != nil {
			t.Fatal(err)
		}
		if b.EersteDag != ontvangen+1 || b.Nominaal <= ontvangen || b.Uiterlijk < b.Nominaal {
			t.Fatalf("out of order: %+v", b)
		}
		if !k.IsWerkdag(b.LaatsteWerkdag) || b.LaatsteWerkdag > b.Uiterlijk || k.Over(b.LaatsteWerkdag, b.Uiterlijk) != 0 {
			t.Errorf("LaatsteWerkdag %s for %s", b.LaatsteWerkdag, b.Uiterlijk)
		}
		if termijn.Eenheid == Werkdagen {
			if n := k.Over(ontvangen, b.Nominaal); n != termijn.Aantal || !k.IsWerkdag(b.Nominaal) {
				t.Errorf("%d working days up to %s, want %d", n, b.Nominaal, termijn.Aantal)
			}
			if int(b.Nominaal-ontvangen) != termijn.Aantal+len(b.Overgeslagen) {
				t.Errorf("%d days hold %d counted and %d skipped", b.Nominaal-ontvangen, termijn.Aantal, len(b.Overgeslagen))
			}
		}
		controleerVerlenging(t, k, b)
	})
}

// controleerVerlenging holds a calculation against the words of the law.
func controleerVerlenging(t *rapid.T, k *Kalender, b Berekening) {
	aantal, eenheid := b.Termijn.Aantal, b.Termijn.Eenheid
	dagen := eenheid == Dagen || eenheid == Werkdagen
	uitgezonderd := dagen && aantal > 90 || eenheid == Weken && aantal > 12 || eenheid == Maanden && aantal > 3
	if k.Opties().Verlenging == VerlengingGeen || uitgezonderd {
		if b.Uiterlijk != b.Nominaal || len(b.VerlengdMet) != 0 {
			t.Errorf("extended from %s to %s", b.Nominaal, b.Uiterlijk)
		}
		return
	}
	gewoon := 0
	for d := b.EersteDag; d <= b.Uiterlijk; d++ {
		if len(k.rustredenen(d)) == 0 {
			gewoon++
		}
	}
	na := 0 // ordinary days from the nominal end on
	for d := b.Nominaal; d <= b.Uiterlijk; d++ {
		if len(k.rustredenen(d)) == 0 {
			na++
		}
	}
	drieOfMeer := !dagen || aantal >= 3
	switch {
	case len(k.rustredenen(b.Uiterlijk)) != 0:
		t.Errorf("ends on %s, which is no ordinary day", b.Uiterlijk)
	case drieOfMeer && gewoon < 2:
		t.Errorf("holds %d ordinary days", gewoon)
	case na > 1 && !(drieOfMeer && gewoon == 2):
		t.Errorf("extended further than needed: %s to %s", b.Nominaal, b.Uiterlijk)
	case int(b.Uiterlijk-b.Nominaal)+1 != na+len(b.VerlengdMet):
		t.Errorf("%s to %s passes over %d days", b.Nominaal, b.Uiterlijk, len(b.VerlengdMet))
	}
}

func BenchmarkBereken(b *testing.B) {
	k := kalender(b, Opties{})
	ontvangen := vanDelen(2026, 4, 1)
	for _, termijn := range []Termijn{{5, Werkdagen}, {4, Weken}} {
		b.Run(termijn.String(), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := k.Bereken(ontvangen, termijn); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("nieuwe kalender", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			k := kalender(b, Opties{})
			if _, err := k.Bereken(ontvangen, Termijn{5, Werkdagen}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("met sluitingen", func(b *testing.B) {
		b.ReportAllocs()
		gesloten := []Sluiting{{Van: ontvangen + 1}}
		for b.Loop() {
			k, err := k.MetSluitingen(gesloten)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := k.Bereken(ontvangen, Termijn{5, Werkdagen}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkOver(b *testing.B) {
	k := kalender(b, Opties{})
	peildatum := vanDelen(2026, 11, 27)
	for naam, uiterlijk := range map[string]Datum{"week": peildatum + 7, "twee jaar te laat": peildatum - 730} {
		b.Run(naam, func(b *testing.B) {
			for b.Loop() {
				k.Over(peildatum, uiterlijk)
			}
		})
	}
}

func BenchmarkIsWerkdag(b *testing.B) {
	k := kalender(b, Opties{})
	d := eersteDatum
	for b.Loop() {
		k.IsWerkdag(d)
		if d++; d > laatsteDatum {
			d = eersteDatum
		}
	}
}
