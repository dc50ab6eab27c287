package main

import (
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
)

var registerregels = flag.Int("registerregels", 1500, "how many rows the register has that TestGrootRegister takes over; the promise is about 100000")

// registertelling is what a report says of a register, counted here from its rows.
type registertelling struct {
	Ontvangen, Afgehandeld, Open int
	PerCategorie                 map[string]int
	PerOorzaak                   map[string]int
	PerMaand                     map[string]int // received
	Mediaan                      float64        // of the lead time
}

// telRegister counts the rows of a register by another road: encoding/csv, and days as times. rij gives a row's days (zero:
// none) and words, and false for one that can't be read; of those received in jaar, and those closed in it.
func telRegister(t testing.TB, bron io.Reader, sep rune, jaar int, rij func(velden []string, kolom map[string]int) (ontvangen, dicht time.Time, categorie, oorzaak string, goed bool)) registertelling {
	t.Helper()
	u := registertelling{PerCategorie: map[string]int{}, PerOorzaak: map[string]int{}, PerMaand: map[string]int{}}
	r := csv.NewReader(bron)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = sep, -1, true
	kolom := map[string]int{}
	var duren []float64
	for {
		velden, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if len(kolom) == 0 {
			for i, k := range velden {
				kolom[strings.TrimPrefix(k, "\ufeff")] = i
			}
			continue
		}
		if len(velden) != len(kolom) {
			continue
		}
		op, dicht, categorie, oorzaak, goed := rij(velden, kolom)
		if !goed {
			continue
		}
		if op.Year() == jaar {
			u.Ontvangen++
			u.PerMaand[op.Format("2006-01")]++
			u.PerCategorie[categorie]++
			if oorzaak != "" {
				u.PerOorzaak[oorzaak]++
			}
		}
		switch {
		case dicht.IsZero() || dicht.Year() > jaar:
			if op.Year() <= jaar {
				u.Open++
			}
		case dicht.Year() == jaar:
			u.Afgehandeld++
			duren = append(duren, math.Round(dag(dicht).Sub(dag(op)).Hours()/24))
		}
	}
	if n := len(duren); n > 0 {
		slices.Sort(duren)
		u.Mediaan = (duren[(n-1)/2] + duren[n/2]) / 2
	}
	return u
}

func dag(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// rapporttelling is the same as the report has it.
func (k *kantoor) rapporttelling(jaar int) registertelling {
	o := ontleed[struct {
		Ontvangen, Afgehandeld, Open int
		PerCategorie                 []struct {
			Categorie string
			Aantal    int
		} `json:"per_categorie"`
		PerOorzaak []struct {
			Oorzaak string
			Aantal  int
		} `json:"per_oorzaak"`
		PerMaand []struct {
			Maand     string
			Ontvangen int
		} `json:"per_maand"`
		Doorlooptijd struct{ Mediaan float64 } `json:"doorlooptijd_dagen"`
	}](k.t, k.goed("rapport", "--periode", fmt.Sprint(jaar), "--formaat", "json"))
	u := registertelling{
		Ontvangen: o.Ontvangen, Afgehandeld: o.Afgehandeld, Open: o.Open, Mediaan: o.Doorlooptijd.Mediaan,
		PerCategorie: map[string]int{}, PerOorzaak: map[string]int{}, PerMaand: map[string]int{},
	}
	for _, c := range o.PerCategorie {
		if c.Aantal > 0 {
			u.PerCategorie[c.Categorie] = c.Aantal
		}
	}
	for _, c := range o.PerOorzaak {
		if c.Aantal > 0 && !strings.HasPrefix(c.Oorzaak, "(") {
			u.PerOorzaak[c.Oorzaak] = c.Aantal
		}
	}
	for _, m := range o.PerMaand {
		if m.Ontvangen > 0 {
			u.PerMaand[m.Maand] = m.Ontvangen
		}
	}
	return u
}

// mapinhoud is every file of a folder with its size and when it was written.
func mapinhoud(t testing.TB, pad string) map[string]string {
	t.Helper()
	uit := map[string]string{}
	err := filepath.WalkDir(pad, func(naam string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		uit[naam] = fmt.Sprint(info.Size(), info.ModTime())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return uit
}

// nogEens imports the same again, and wants nothing to have changed.
func (k *kantoor) nogEens(bekend int, args ...string) {
	k.t.Helper()
	voor := mapinhoud(k.t, k.pad)
	uit, _, _ := k.voer(append(args, "--json")...)
	u := ontleed[struct{ Nieuw, Bekend int }](k.t, uit)
	if u.Nieuw != 0 || u.Bekend != bekend {
		k.t.Errorf("imported again: %+v, want %d known", u, bekend)
	}
	if d := gocmp.Diff(voor, mapinhoud(k.t, k.pad)); d != "" {
		k.t.Errorf("imported again, the folder changed: %s", d)
	}
}

// uitgepakt unpacks an example register into a folder of this test.
func uitgepakt(t testing.TB, naam string) string {
	t.Helper()
	voorbeelden := os.Getenv("KLACHT_VOORBEELDEN")
	if voorbeelden == "" {
		t.Skip("KLACHT_VOORBEELDEN is not set")
	}
	f, err := os.Open(filepath.Join(voorbeelden, "registers", naam+".gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	tekst, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	pad := filepath.Join(t.TempDir(), naam)
	if err := os.WriteFile(pad, tekst, 0o600); err != nil {
		t.Fatal(err)
	}
	return pad
}

// A register with headings that nobody here knows, rows that are torn, and dates that say NULL.
func TestEchtRegisterMetKaart(t *testing.T) {
	pad := uitgepakt(t, "consumentenklachten-br-2019.csv")
	kaart := filepath.Join(t.TempDir(), "kaart.yaml")
	if err := os.WriteFile(kaart, []byte(`velden:
  ontvangen: DataAbertura
  afgehandeld: DataArquivamento
  categorie: {kolom: DescricaoAssunto, leeg: overig}
  oorzaak: DescricaoProblema
  uitkomst: Atendida
`), 0o600); err != nil {
		t.Fatal(err)
	}
	k := nieuwKantoor(t)
	args := []string{"importeer", pad, "--kolommen", kaart, "--nieuwe-categorieen"}
	uit, fout, code := k.voer(append(args, "--json")...)
	if code != codeMislukt {
		t.Fatalf("exit %d\n%s", code, fout)
	}
	u := ontleed[struct {
		Regels, Nieuw int
		NietIngelezen []struct{ Waarom string } `json:"niet_ingelezen"`
	}](t, uit)
	if u.Regels != 17577 || u.Nieuw != 17552 || len(u.NietIngelezen) != 22+3 { // torn, and without a day of receipt
		t.Errorf("%d rows, %d new, %d left", u.Regels, u.Nieuw, len(u.NietIngelezen))
	}
	for _, jaar := range []int{2018, 2019, 2020} {
		f, err := os.Open(pad)
		if err != nil {
			t.Fatal(err)
		}
		wil := telRegister(t, f, ';', jaar, func(v []string, kolom map[string]int) (op, dicht time.Time, categorie, oorzaak string, goed bool) {
			op, err := time.Parse("2006-01-02 15:04:05.000", v[kolom["DataAbertura"]])
			if err != nil {
				return op, dicht, "", "", false
			}
			if s := v[kolom["DataArquivamento"]]; s != "NULL" {
				if dicht, err = time.Parse("2006-01-02 15:04:05.000", s); err != nil {
					return op, dicht, "", "", false
				}
			}
			if categorie = strings.TrimSpace(v[kolom["DescricaoAssunto"]]); categorie == "NULL" {
				categorie = "overig"
			}
			if oorzaak = strings.Join(strings.Fields(v[kolom["DescricaoProblema"]]), " "); oorzaak == "NULL" {
				oorzaak = ""
			}
			return op, dicht, categorie, oorzaak, true
		})
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if d := gocmp.Diff(wil, k.rapporttelling(jaar)); d != "" {
			t.Errorf("%d: -counted +report\n%s", jaar, d)
		}
	}
	k.nogEens(17552, args...)
}

// A register with US dates, in English, of which a part is open still.
func TestEchtRegisterUitDeVS(t *testing.T) {
	pad := uitgepakt(t, "meldingen-nyc311.csv")
	k := nieuwKantoor(t)
	args := []string{"importeer", pad, "--nieuwe-categorieen"}
	k.goed(args...)
	f, err := os.Open(pad)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	wil := telRegister(t, f, ',', 2025, func(v []string, kolom map[string]int) (op, dicht time.Time, categorie, oorzaak string, goed bool) {
		const vorm = "1/2/2006 15:04"
		op, err := time.Parse(vorm, v[kolom["Created Date"]])
		if err != nil {
			t.Fatal(err)
		}
		if s := v[kolom["Closed Date"]]; s != "" {
			if dicht, err = time.Parse(vorm, s); err != nil {
				t.Fatal(err)
			}
		}
		return op, dicht, v[kolom["Complaint Type"]], "", true
	})
	if wil.Ontvangen != 4969 || wil.Open != 277 {
		t.Errorf("%d received, %d open", wil.Ontvangen, wil.Open)
	}
	if d := gocmp.Diff(wil, k.rapporttelling(2025)); d != "" {
		t.Errorf("-counted +report\n%s", d)
	}
	k.nogEens(4969, args...)
}

// schrijfGrootRegister makes a register of an imagined organisation over ten years, as Excel saves it.
func schrijfGrootRegister(t testing.TB, pad string, regels int) {
	t.Helper()
	f, err := os.Create(pad)
	if err != nil {
		t.Fatal(err)
	}
	l := rand.New(rand.NewPCG(7, 11))
	een := func(uit ...string) string { return uit[l.IntN(len(uit))] }
	w := csv.NewWriter(f)
	w.Comma, w.UseCRLF = ';', true
	rij := func(velden ...string) {
		if err := w.Write(velden); err != nil {
			t.Fatal(err)
		}
	}
	rij("registratienummer", "naam", "telefoonnummer", "klantnummer", "omschrijving", "datum binnenkomst", "bevestigingsbrief verzonden", "soort klacht", "oorzaak", "oplossing", "datum afgehandeld", "gegrond j/n", "maatregel")
	begin, eind := time.Date(2016, 1, 4, 0, 0, 0, 0, time.UTC), time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	schrijf := func(t time.Time, kans float64) string {
		if t.After(eind) || l.Float64() > kans {
			return ""
		}
		return t.Format("02-01-2006")
	}
	for n := range regels {
		op := begin.AddDate(0, 0, n*3900/regels)
		dicht, oordeel := schrijf(op.AddDate(0, 0, 3+l.IntN(60)), 0.98), ""
		if dicht != "" {
			oordeel = een("j", "n")
		}
		rij(fmt.Sprintf("R%06d", n+1), fmt.Sprintf("Klager %d", n+1), fmt.Sprintf("06-%08d", l.IntN(1e8)), fmt.Sprint(l.IntN(5000)),
			een("De zaal was koud;", "De cursusleider kwam te laat", "Twee keer betaald,\nen niets terug")+" "+een("en de koffie ook", "en niemand belde \"terug\""),
			op.Format("02-01-2006"), schrijf(op.AddDate(0, 0, 1+l.IntN(10)), 0.9),
			een("inhoud van de cursus", "informatievoorziening", "cursusleider", "financiële afwikkeling", "overig"), een("planning", "techniek", "houding of gedrag", ""),
			een("Excuses", "Geld terug", ""), dicht, oordeel, een("", "Rooster aangepast"))
	}
	w.Flush()
	if err := cmp.Or(w.Error(), f.Close()); err != nil {
		t.Fatal(err)
	}
}

// TestGrootRegister takes over a register of as many rows as -registerregels says, counts it by another road, and takes it over
// again: go test ./cmd/klacht -run TestGrootRegister -registerregels 100000 -v
func TestGrootRegister(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "register.csv")
	schrijfGrootRegister(t, pad, *registerregels)
	k := nieuwKantoor(t)
	begin := time.Now()
	k.goed("importeer", pad)
	t.Logf("%d rows in %s", *registerregels, time.Since(begin).Round(10*time.Millisecond))
	for _, jaar := range []int{2016, 2021, 2026} {
		f, err := os.Open(pad)
		if err != nil {
			t.Fatal(err)
		}
		wil := telRegister(t, f, ';', jaar, func(v []string, kolom map[string]int) (op, dicht time.Time, categorie, oorzaak string, goed bool) {
			op, err := time.Parse("02-01-2006", v[kolom["datum binnenkomst"]])
			if err != nil {
				t.Fatal(err)
			}
			if s := v[kolom["datum afgehandeld"]]; s != "" {
				if dicht, err = time.Parse("02-01-2006", s); err != nil {
					t.Fatal(err)
				}
			}
			return op, dicht, v[kolom["soort klacht"]], v[kolom["oorzaak"]], true
		})
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if d := gocmp.Diff(wil, k.rapporttelling(jaar)); d != "" {
			t.Errorf("%d: -counted +report\n%s", jaar, d)
		}
	}
	begin = time.Now()
	k.nogEens(*registerregels, "importeer", pad)
	t.Logf("again in %s", time.Since(begin).Round(10*time.Millisecond))
}

// BenchmarkImporteer takes over a register of 2,000 rows; a dossier is one of the rows.
func BenchmarkImporteer(b *testing.B) {
	pad := filepath.Join(b.TempDir(), "register.csv")
	schrijfGrootRegister(b, pad, 2000)
	for b.Loop() {
		nieuwKantoor(b).goed("importeer", pad)
	}
}
