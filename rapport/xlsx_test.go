package rapport

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func eenKlacht(t testing.TB) Overzicht {
	in := derdeKwartaal(t, bouw{ontvangen: "2026-08-10", dicht: []dicht{{op: "2026-08-31"}}, termijnen: []term{{naam: "bevestiging", uiterlijk: "2026-08-17", voldaan: "2026-08-11"}}})
	o := Bereken(in)
	o.Dossiers = dossierrijen(in, o.Peildatum)
	return o
}

func TestXLSXUitgeschreven(t *testing.T) {
	for _, tc := range []struct {
		naam string
		o    Overzicht
	}{{"vol", volOverzicht(t, false)}, {"namen", volOverzicht(t, true)}, {"leeg", Bereken(derdeKwartaal(t))}, {"een", eenKlacht(t)}, {"lopend", Bereken(lopend(t))}} {
		t.Run(tc.naam, func(t *testing.T) {
			vergelijkMet(t, filepath.Join("..", "testdata", "rapport", tc.naam+".xlsx.txt"), []byte(uitgeschreven(t, openXLSX(t, maakXLSX(t, tc.o)))))
		})
	}
}

// The tables of the document must be in the workbook, with the same figures.
func TestXLSXHeeftDeCijfersVanHetDocument(t *testing.T) {
	for _, o := range []Overzicht{volOverzicht(t, false), eenKlacht(t), Bereken(lopend(t))} {
		f := openXLSX(t, maakXLSX(t, o))
		var rijen [][]string
		for _, naam := range f.GetSheetList() {
			rijen = append(rijen, leesVel(t, f, naam)...)
		}
		gezien := 0
		for _, sectie := range []sectie{verloop(o), opTijd(o), perCategorie(o), perOorzaak(o), doorlooptijd(o), afloop(o), signalen(o), bewaren(o), besluiten(o), hoeGeteld(o)} {
			for _, b := range sectie.blokken {
				if b.alinea != "" && !bevatRij(rijen, []string{b.alinea}) {
					t.Errorf("%s: de zin %q ontbreekt", sectie.kop, b.alinea)
				}
				for _, p := range b.punten {
					if !bevatRij(rijen, []string{"• " + p}) {
						t.Errorf("%s: het punt %q ontbreekt", sectie.kop, p)
					}
				}
				if b.tabel == nil {
					continue
				}
				for _, wil := range b.tabel.rijen {
					if b.tabel.kolommen[0].Titel == "Maand" {
						wil = append([]string{}, wil...)
						wil[0] = maandVan(o, wil[0])
					}
					gezien++
					if !bevatRij(rijen, wil) {
						t.Errorf("%s: de rij %q ontbreekt", sectie.kop, wil)
					}
				}
			}
		}
		if gezien == 0 {
			t.Error("geen rij vergeleken")
		}
	}
}

func maandVan(o Overzicht, naam string) string {
	for _, m := range o.PerMaand {
		if o.maand(m.Maand) == naam {
			return moment(werkdagen.Datum(m.Maand)).Format("01-2006")
		}
	}
	return naam
}

// bevatRij reports whether a row begins with wil, or what follows is empty.
func bevatRij(rijen [][]string, wil []string) bool {
	return slices.ContainsFunc(rijen, func(r []string) bool {
		for len(r) < len(wil) {
			r = append(slices.Clip(r), "")
		}
		return slices.Equal(r[:len(wil)], wil)
	})
}

func TestXLSXDossiersEnMaatregelen(t *testing.T) {
	o := volOverzicht(t, true)
	f := openXLSX(t, maakXLSX(t, o))
	rijen := leesVel(t, f, "Klachten")
	kop := slices.IndexFunc(rijen, func(r []string) bool { return len(r) > 0 && r[0] == "Nummer" })
	if kop < 0 || len(rijen) != kop+1+len(o.Dossiers) {
		t.Fatalf("%d rijen, met de kop op %d", len(rijen), kop)
	}
	streepjes := func(d werkdagen.Datum) string {
		if d == 0 {
			return ""
		}
		return naamStreepjes(d)
	}
	for i, d := range o.Dossiers {
		kreeg := map[string]string{}
		for k, waarde := range rijen[kop+1+i] {
			kreeg[rijen[kop][k]] = waarde
		}
		wil := map[string]string{
			"Nummer": d.Nummer, "Soort": string(d.Soort), "Herkomst": string(d.Herkomst), "Categorie": d.Categorie, "Oorzaak": d.Oorzaak,
			"Onderwerp": d.Onderwerp, "Klager": d.Klager, "Behandelaar": d.Behandelaar, "Ontvangen": streepjes(d.Ontvangen),
			"Afgehandeld op": streepjes(d.GeslotenOp), "Uitkomst": string(d.Uitkomst), "Doorlooptijd in dagen": "",
			"Geschil": "nee", "Vernietigd": "nee",
		}
		if d.Doorlooptijd != nil {
			wil["Doorlooptijd in dagen"] = getal(*d.Doorlooptijd)
		}
		if d.Geschil {
			wil["Geschil"] = "ja"
		}
		if d.Vernietigd {
			wil["Vernietigd"] = "ja"
		}
		for _, naam := range dossier.Termijnnamen() {
			x := d.termijn(naam)
			n := hoofdletter(string(naam))
			wil[n+" uiterlijk"], wil[n+" gedaan"], wil[n+" stand"] = streepjes(x.Uiterlijk), streepjes(x.VoldaanOp), string(x.Stand)
		}
		if d := cmp.Diff(wil, kreeg); d != "" {
			t.Errorf("rij %d (-wil +kreeg)\n%s", i, d)
		}
	}
}

func TestXLSXNamenAlleenAlsZeMogen(t *testing.T) {
	zonder := uitgeschreven(t, openXLSX(t, maakXLSX(t, volOverzicht(t, false))))
	met := uitgeschreven(t, openXLSX(t, maakXLSX(t, volOverzicht(t, true))))
	for _, naam := range []string{"Kim de Wit", "Sam Bos", "Onderwerp", "Klager", "Behandelaar", "Verantwoordelijke", "Louise Ross"} {
		if strings.Contains(zonder, naam) || !strings.Contains(met, naam) {
			t.Errorf("%s: zonder namen %v, met namen %v", naam, strings.Contains(zonder, naam), strings.Contains(met, naam))
		}
	}
}

func TestXLSXKoppenFiltersEnGrafieken(t *testing.T) {
	o := volOverzicht(t, false)
	b := maakXLSX(t, o)
	for _, tekening := range []string{"xl/drawings/drawing1.xml", "xl/drawings/drawing2.xml"} {
		if n := strings.Count(onderdelen(t, b)[tekening], "</xdr:graphicFrame>"); n != 2 {
			t.Errorf("%s heeft %d grafieken, wil 2", tekening, n)
		}
	}
	f := openXLSX(t, b)
	wilTabellen := map[string][]string{
		"Samenvatting": nil, "Klachten": {"Klachten"}, "Per maand": {"PerMaand", "Regelkaart"}, "Per categorie": {"PerCategorie", "PerOorzaak"}, "Maatregelen": {"Maatregelen", "Bewijs"},
	}
	if d := cmp.Diff([]string{"Samenvatting", "Klachten", "Per maand", "Per categorie", "Maatregelen"}, f.GetSheetList()); d != "" {
		t.Errorf("bladen (-wil +kreeg)\n%s", d)
	}
	for _, naam := range f.GetSheetList() {
		tabellen, err := f.GetTables(naam)
		if err != nil {
			t.Fatal(err)
		}
		var namen []string
		rijen := leesVel(t, f, naam)
		for _, x := range tabellen {
			namen = append(namen, x.Name)
			van, tot, _ := strings.Cut(x.Range, ":")
			_, kop, _ := excelize.CellNameToCoordinates(van)
			breed, laatste, _ := excelize.CellNameToCoordinates(tot)
			for k, titel := range rijen[kop-1][:breed] {
				if titel == "" || slices.Index(rijen[kop-1], titel) != k {
					t.Errorf("%s: kop %d van %s is %q", naam, k+1, x.Name, titel)
				}
			}
			if laatste > len(rijen) || rijen[laatste-1][0] == "" || laatste < len(rijen) && len(rijen[laatste]) > 1 {
				t.Errorf("%s: de tabel %s loopt niet tot de laatste rij (%s)", naam, x.Name, x.Range)
			}
		}
		slices.Sort(namen)
		wil := slices.Sorted(slices.Values(wilTabellen[naam]))
		if d := cmp.Diff(wil, namen); d != "" {
			t.Errorf("%s: tabellen (-wil +kreeg)\n%s", naam, d)
		}
		vast, err := f.GetPanes(naam)
		if err != nil {
			t.Fatal(err)
		}
		if vast.Freeze != (wilTabellen[naam] != nil) || vast.Freeze && rijen[vast.YSplit-1][0] == "" {
			t.Errorf("%s: staat vast %v tot rij %d", naam, vast.Freeze, vast.YSplit)
		}
		papier, err := f.GetPageLayout(naam)
		if err != nil {
			t.Fatal(err)
		}
		if *papier.Size != 9 || *papier.FitToHeight != 0 {
			t.Errorf("%s: papier %d, %d hoog", naam, *papier.Size, *papier.FitToHeight)
		}
	}
}

func TestXLSXLeegZegtHet(t *testing.T) {
	f := openXLSX(t, maakXLSX(t, Bereken(derdeKwartaal(t))))
	for _, naam := range f.GetSheetList() {
		tabellen, err := f.GetTables(naam)
		if err != nil {
			t.Fatal(err)
		}
		if rijen := leesVel(t, f, naam); len(tabellen) > 0 || len(rijen) < 2 || !strings.HasSuffix(rijen[1][0], ".") {
			t.Errorf("%s: %d tabellen, %q", naam, len(tabellen), rijen)
		}
	}
}

func TestXLSXZelfdeInvoerZelfdeBytes(t *testing.T) {
	o := volOverzicht(t, true)
	eerste := maakXLSX(t, o)
	for range 10 { // the order of a map differs now and then
		if !bytes.Equal(eerste, maakXLSX(t, o)) {
			t.Fatal("dezelfde cijfers geven een ander bestand")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(eerste), int64(len(eerste)))
	if err != nil {
		t.Fatal(err)
	}
	op := time.Date(2026, 9, 30, 0, 0, 0, 0, time.UTC)
	for _, d := range z.File {
		if !d.Modified.Equal(op) {
			t.Errorf("%s is van %v", d.Name, d.Modified)
		}
	}
	eigenschappen, err := openXLSX(t, eerste).GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(&excelize.DocProperties{
		Title: "Klachtenrapport Rezulto BV", Subject: "Dit rapport gaat over het derde kwartaal van 2026 (1 juli tot en met 30 september 2026). De vorige periode is 1 april tot en met 30 juni 2026.",
		Creator: "Rezulto BV", LastModifiedBy: "Rezulto BV", Language: "nl", Created: "2026-09-30T00:00:00Z", Modified: "2026-09-30T00:00:00Z",
	}, eigenschappen); d != "" {
		t.Errorf("(-wil +kreeg)\n%s", d)
	}
	for _, naam := range slices.Sorted(maps.Keys(onderdelen(t, eerste))) {
		if strings.Contains(onderdelen(t, eerste)[naam], "en-US") {
			t.Errorf("%s is in het Engels", naam)
		}
	}
}

func TestXLSXLangeNamenInDeGrafiek(t *testing.T) {
	lang := strings.Repeat("lange naam ", 18) + "ja"
	var bouwsels []bouw
	for i := range 30 {
		bouwsels = append(bouwsels, bouw{ontvangen: "2026-08-10", categorie: fmt.Sprintf("categorie %d", i)})
	}
	bouwsels = append(bouwsels, bouw{ontvangen: "2026-08-10", categorie: lang})
	b := maakXLSX(t, Bereken(derdeKwartaal(t, bouwsels...)))
	rijen := leesVel(t, openXLSX(t, b), "Per categorie")
	i := slices.IndexFunc(rijen, func(r []string) bool { return len(r) > 0 && r[0] == lang })
	if i < 0 || len(rijen[i]) != 5 || scherm.Breedte(rijen[i][4]) > 32 || !strings.HasSuffix(rijen[i][4], "…") {
		t.Fatalf("%q", rijen)
	}
	gevonden := false
	for naam, inhoud := range onderdelen(t, b) {
		gevonden = gevonden || strings.HasPrefix(naam, "xl/charts/") && strings.Contains(inhoud, "!$E$5:$E$35")
	}
	if !gevonden {
		t.Error("de grafiek haalt zijn namen niet uit de kolom met korte namen")
	}
}

func BenchmarkXLSX(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		o := veelDossiers(b, n)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := schrijfXLSX(io.Discard, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// The first column of a sheet of several pages wide is printed on each of them,
// and half a title and half a sentence came along.
func TestXLSXGeenHalveZinnenOpHetTweedePapier(t *testing.T) {
	f := openXLSX(t, maakXLSX(t, volOverzicht(t, true)))
	for _, naam := range []string{"Klachten", "Maatregelen"} {
		papier, err := f.GetPageLayout(naam)
		if err != nil {
			t.Fatal(err)
		}
		if *papier.FitToWidth < 2 {
			t.Fatalf("%s is %d pagina breed", naam, *papier.FitToWidth)
		}
		for r, rij := range leesVel(t, f, naam) {
			if len(rij) > 0 && strings.Contains(rij[0], " ") {
				t.Errorf("%s!A%d: %q", naam, r+1, rij[0])
			}
		}
	}
}

func TestXLSXGeenGrafiekVanEenPunt(t *testing.T) {
	in := derdeKwartaal(t, bouw{ontvangen: "2026-08-10", categorie: "overig", oorzaak: "planning"})
	in.Periode = Periode{Van: dag(t, "2026-08-01"), Tot: dag(t, "2026-08-31")}
	for naam := range onderdelen(t, maakXLSX(t, Bereken(in))) {
		if strings.HasPrefix(naam, "xl/charts/") {
			t.Errorf("%s is er", naam)
		}
	}
}
