package werkdagen

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// lees reads one of the vector files: each row as column → value.
func lees(t *testing.T, naam string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "testdata", "werkdagen", naam))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rijen, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var uit []map[string]string
	for _, rij := range rijen[1:] {
		m := map[string]string{}
		for i, kolom := range rijen[0] {
			m[kolom] = rij[i]
		}
		uit = append(uit, m)
	}
	return uit
}

func datum(t testing.TB, s string) Datum {
	t.Helper()
	d, err := LeesDatum(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func kalender(t testing.TB, o Opties) *Kalender {
	t.Helper()
	k, err := NieuweKalender(o)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func bereken(t testing.TB, k *Kalender, ontvangen Datum, termijn Termijn) Berekening {
	t.Helper()
	b, err := k.Bereken(ontvangen, termijn)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// kolom writes days off as the vectors do: date=reason+reason;date=reason.
func kolom(dagen []VrijeDag) string {
	var delen []string
	for _, d := range dagen {
		var redenen []string
		for _, r := range d.Redenen {
			redenen = append(redenen, string(r))
		}
		delen = append(delen, d.Datum.String()+"="+strings.Join(redenen, "+"))
	}
	return strings.Join(delen, ";")
}

// kolommen are the prefixes in the vectors and the options that they stand for.
func kolommen() map[string]Opties {
	return map[string]Opties{
		"a_":  {Kalender: KalenderATW, Gelijkgesteld: GelijkgesteldNee},
		"b_":  {Kalender: KalenderBedrijf, Gelijkgesteld: GelijkgesteldNee},
		"ag_": {Kalender: KalenderATW, Gelijkgesteld: GelijkgesteldVrij},
	}
}

func TestVectorenPublic(t *testing.T) {
	rijen := lees(t, "vectors_public.csv")
	if len(rijen) != 60 {
		t.Errorf("%d rows, want 60", len(rijen))
	}
	for _, rij := range rijen {
		t.Run(rij["id"], func(t *testing.T) {
			ontvangen := datum(t, rij["ontvangen"])
			gelijk := func(kolom, kreeg string) {
				t.Helper()
				if kreeg != rij[kolom] {
					t.Errorf("%s = %s, want %s", kolom, kreeg, rij[kolom])
				}
			}
			gelijk("weekdag", ontvangen.Weekdag().Kort())
			gelijk("bewaren_2j", ontvangen.PlusJaren(2).String())
			gelijk("bewaren_2j", ontvangen.PlusMaanden(24).String())
			for kop, o := range kolommen() {
				gewoon := kalender(t, o)
				o.Verlenging = VerlengingATW
				wettelijk := kalender(t, o)

				vijf := bereken(t, gewoon, ontvangen, Termijn{5, Werkdagen})
				gelijk(kop+"werkdag5", vijf.Uiterlijk.String())
				gelijk(kop+"overgeslagen", kolom(vijf.Overgeslagen))
				gelijk("week4_nominaal", bereken(t, gewoon, ontvangen, Termijn{4, Weken}).Uiterlijk.String())
				vier := bereken(t, wettelijk, ontvangen, Termijn{4, Weken})
				gelijk("week4_nominaal", vier.Nominaal.String())
				gelijk(kop+"week4", vier.Uiterlijk.String())
				gelijk(kop+"verlenging", kolom(vier.VerlengdMet))
				gelijk("bewaren_2j", bereken(t, wettelijk, ontvangen, Termijn{2, Jaren}).Uiterlijk.String())
			}
			// The default counts as a_ and extends as ag_.
			o := StandaardOpties()
			gelijk("a_werkdag5", bereken(t, kalender(t, o), ontvangen, Termijn{5, Werkdagen}).Uiterlijk.String())
			o.Verlenging = VerlengingATW
			vier := bereken(t, kalender(t, o), ontvangen, Termijn{4, Weken})
			gelijk("ag_week4", vier.Uiterlijk.String())
			gelijk("ag_verlenging", kolom(vier.VerlengdMet))
		})
	}
}

func TestVectorenTijd(t *testing.T) {
	rijen := lees(t, "vectors_tijd.csv")
	if len(rijen) != 15 {
		t.Errorf("%d rows, want 15", len(rijen))
	}
	for _, rij := range rijen {
		t.Run(rij["id"], func(t *testing.T) {
			moment, err := time.Parse(time.RFC3339, rij["tijdstip"])
			if err != nil {
				t.Fatal(err)
			}
			ontvangen := Dag(moment)
			gelijk := func(kolom string, kreeg Datum) {
				t.Helper()
				if kreeg.String() != rij[kolom] {
					t.Errorf("%s = %s, want %s", kolom, kreeg, rij[kolom])
				}
			}
			gelijk("ontvangen_amsterdam", ontvangen)
			gelijk("bewaren_2j", ontvangen.PlusJaren(2))
			for kop, o := range kolommen() {
				if kop == "ag_" {
					continue
				}
				o.Verlenging = VerlengingATW
				gelijk(kop+"week4", bereken(t, kalender(t, o), ontvangen, Termijn{4, Weken}).Uiterlijk)
				gelijk(kop+"werkdag5", bereken(t, kalender(t, o), ontvangen, Termijn{5, Werkdagen}).Uiterlijk)
			}
		})
	}
}

func TestVectorenDagenATW(t *testing.T) {
	rijen := lees(t, "vectors_atw_dagen.csv")
	if len(rijen) != 12 {
		t.Errorf("%d rows, want 12", len(rijen))
	}
	for _, rij := range rijen {
		t.Run(rij["id"], func(t *testing.T) {
			dagen, err := strconv.Atoi(rij["dagen"])
			if err != nil {
				t.Fatal(err)
			}
			for kop, o := range kolommen() {
				if kop == "ag_" {
					continue
				}
				o.Verlenging = VerlengingATW
				b := bereken(t, kalender(t, o), datum(t, rij["start"]), Termijn{dagen, Dagen})
				if b.Nominaal.String() != rij["nominaal"] {
					t.Errorf("nominaal = %s, want %s", b.Nominaal, rij["nominaal"])
				}
				if b.Uiterlijk.String() != rij[kop+"einde"] {
					t.Errorf("%seinde = %s, want %s", kop, b.Uiterlijk, rij[kop+"einde"])
				}
			}
		})
	}
}
