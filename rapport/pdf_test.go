package rapport

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"klacht/dossier"
	"klacht/werkdagen"
)

func maakPDF(t testing.TB, o Overzicht) []byte {
	t.Helper()
	return []byte(schrijf(t, Formaat{Naam: "pdf", Schrijver: schrijfPDF}, o))
}

// gezet reads the texts back that a PDF draws, page by page.
func gezet(t testing.TB, pdf []byte) [][]string {
	t.Helper()
	var bladen [][]string
	tekst := regexp.MustCompile(`(?s)BT -?[0-9.]+ -?[0-9.]+ Td \(((?:[^\\)]|\\.)*)\) Tj ET`)
	for _, stroom := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(pdf, -1) {
		r, err := zlib.NewReader(bytes.NewReader(stroom[1]))
		if err != nil {
			continue // not compressed: no page
		}
		inhoud, err := io.ReadAll(r)
		if err != nil || !bytes.Contains(inhoud, []byte(" Td (")) {
			continue
		}
		var blad []string
		for _, m := range tekst.FindAllSubmatch(inhoud, -1) {
			blad = append(blad, vanPDF(t, m[1]))
		}
		bladen = append(bladen, blad)
	}
	return bladen
}

// vanPDF reads a string of UTF-16 with the escapes of a PDF.
func vanPDF(t testing.TB, b []byte) string {
	t.Helper()
	b = regexp.MustCompile(`(?s)\\(.)`).ReplaceAllFunc(b, func(m []byte) []byte {
		if m[1] == 'r' {
			return []byte("\r")
		}
		return m[1:]
	})
	if len(b)%2 != 0 {
		t.Fatalf("%q is geen UTF-16", b)
	}
	var eenheden []uint16
	for ; len(b) > 0; b = b[2:] {
		eenheden = append(eenheden, binary.BigEndian.Uint16(b))
	}
	return string(utf16.Decode(eenheden))
}

// What is laid out is what the PDF draws, and every figure is in it.
func TestPDFHeeftDeCijfers(t *testing.T) {
	l := letters(t)
	for naam, o := range map[string]Overzicht{"voorbeeld": Bereken(metNamen(voorbeeld(t))), "lopend": Bereken(lopend(t)), "leeg": Bereken(derdeKwartaal(t))} {
		t.Run(naam, func(t *testing.T) {
			d := maakDocument(o, alles())
			bladen, _ := zetBladen(l, d, o)
			var wil [][]string
			for _, b := range bladen {
				var op []string
				for _, v := range b {
					if v.soort == vormTekst {
						op = append(op, v.tekst)
					}
				}
				wil = append(wil, op)
			}
			pdf := gezet(t, maakPDF(t, o))
			if !slices.EqualFunc(pdf, wil, slices.Equal) {
				t.Fatalf("de PDF heeft\n%q\nen de opmaak\n%q", pdf, wil)
			}
			alle := slices.Concat(pdf...)
			for _, k := range tegels(o) {
				if i := slices.Index(alle, k.Naam); i < 0 || alle[i+1] != k.Waarde || alle[i+2] != k.Toen {
					t.Errorf("%s %s (%s) staat er niet", k.Naam, k.Waarde, k.Toen)
				}
			}
			tekst := "\n" + strings.Join(alle, "\n") + "\n"
			gebroken := opKolom(bladen)
			for _, s := range d.secties {
				for _, b := range s.blokken {
					if b.tabel == nil {
						continue
					}
					for _, r := range b.tabel.rijen {
						gevuld := slices.DeleteFunc(slices.Clone(r), func(cel string) bool { return cel == "" })
						if strings.Contains(tekst, "\n"+strings.Join(gevuld, "\n")+"\n") {
							continue
						}
						for _, cel := range gevuld { // a cell takes more lines
							if !strings.Contains(gebroken, cel) {
								t.Errorf("%q van de rij %q staat er niet", cel, r)
							}
						}
					}
				}
			}
		})
	}
}

// opKolom gives the texts that stand below each other, as they read on.
func opKolom(bladen []blad) string {
	var uit strings.Builder
	for _, b := range bladen {
		bijX := map[float64][]string{}
		for _, v := range b {
			if v.soort == vormTekst {
				bijX[v.x] = append(bijX[v.x], v.tekst)
			}
		}
		for _, x := range slices.Sorted(maps.Keys(bijX)) {
			uit.WriteString(strings.Join(bijX[x], " ") + "\n")
		}
	}
	return uit.String()
}

func TestPDFIsVoorDezelfdeCijfersDezelfde(t *testing.T) {
	o := overal(t, "Ĳsbaan €ë 研")
	wil := maakPDF(t, o)
	var samen sync.WaitGroup
	for range 4 {
		samen.Go(func() {
			for range 3 {
				var b bytes.Buffer
				if err := schrijfPDF(&b, o); err != nil || !bytes.Equal(b.Bytes(), wil) {
					t.Errorf("een andere PDF van dezelfde cijfers (%v)", err)
				}
			}
		})
	}
	samen.Wait()
}

func TestPDFZegtWatHetIs(t *testing.T) {
	in := voorbeeld(t)
	in.Organisatie = "Ĳsbaan \\(Noord) €ë 😀"
	o := Bereken(in)
	pdf := maakPDF(t, o)
	for _, wil := range []string{"/Lang (nl)", "/CreationDate (D:20260930120000)", "/ModDate (D:20260930120000)", "/Producer (klacht)", "/PageMode /UseOutlines", "/MediaBox [0 0 595.28 841.89]"} {
		if !bytes.Contains(pdf, []byte(wil)) {
			t.Errorf("%s staat er niet in", wil)
		}
	}
	for sleutel, wil := range map[string]string{"Title": "Klachtenrapport " + in.Organisatie, "Author": in.Organisatie, "Subject": waarover(o)} {
		m := regexp.MustCompile(`(?s)\n/` + sleutel + ` \(..((?:[^\\)]|\\.)*)\)\n`).FindSubmatch(pdf)
		if m == nil {
			t.Errorf("%s staat er niet in", sleutel)
		} else if got := vanPDF(t, m[1]); got != wil {
			t.Errorf("%s is %q, wil %q", sleutel, got, wil)
		}
	}
	var koppen []string
	for _, m := range regexp.MustCompile(`(?s)<</Title \(..((?:[^\\)]|\\.)*)\)\n/Parent`).FindAllSubmatch(pdf, -1) {
		koppen = append(koppen, vanPDF(t, m[1]))
	}
	wil := []string{"Klachtenrapport Ĳsbaan \\(Noord) €ë □"}
	for _, s := range maakDocument(o, alles()).secties {
		wil = append(wil, s.kop)
	}
	if !slices.Equal(koppen, wil) {
		t.Errorf("de bladwijzers zijn %q, wil %q", koppen, wil)
	}
}

func TestPDFVanVijandigeTekstIsHeel(t *testing.T) {
	t.Parallel()
	for teksten := range slices.Chunk(vijandig(t), 25) {
		o := metKwaad(t, teksten)
		for _, s := range teksten {
			o.Organisatie += s
		}
		for _, blad := range gezet(t, maakPDF(t, o)) {
			for _, tekst := range blad {
				if strings.ContainsFunc(tekst, func(r rune) bool { return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 }) {
					t.Errorf("in de PDF staat %q", tekst)
				}
			}
		}
	}
}

// programma runs a program over a PDF, when it is there.
func programma(t *testing.T, pdf []byte, naam string, args ...string) string {
	t.Helper()
	pad, err := exec.LookPath(naam)
	if err != nil {
		t.Skipf("%s is er niet", naam)
	}
	bestand := filepath.Join(t.TempDir(), "rapport.pdf")
	if err := os.WriteFile(bestand, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		if a == "PDF" {
			args[i] = bestand
		}
	}
	uit, err := exec.Command(pad, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", naam, err, uit)
	}
	return string(uit)
}

func TestPDFDoorstaatQpdf(t *testing.T) {
	for _, o := range []Overzicht{Bereken(voorbeeld(t)), Bereken(derdeKwartaal(t)), overal(t, "()\\ \r 研 👨‍👩‍👧 שלום ĉĊč")} {
		programma(t, maakPDF(t, o), "qpdf", "--check", "PDF")
	}
}

func TestPDFIsTeDoorzoeken(t *testing.T) {
	in := voorbeeld(t)
	in.Organisatie = "De Ĳsvogel"
	for i := range in.Feiten {
		if f := &in.Feiten[i]; f.Nummer == "K2026-0025" {
			f.Categorie = "tarief in € per ĳsje voor Zoë"
		}
	}
	uit := programma(t, maakPDF(t, Bereken(in)), "pdftotext", "-layout", "PDF", "-")
	for _, wil := range []string{"De Ĳsvogel", "tarief in € per ĳsje voor Zoë", "Categorieën", "66,7%", "Pagina 1 van", "K2026-0025"} {
		if !strings.Contains(uit, wil) {
			t.Errorf("%q is niet te vinden in\n%s", wil, uit)
		}
	}
}

// BenchmarkPDF writes a report over 10,000 dossiers, of which one in fifty is late.
func BenchmarkPDF(b *testing.B) {
	vandaag := dag(b, "2026-11-24")
	in := Invoer{Organisatie: "Studiehuis De Linde", Peildatum: vandaag, WerkdagenTeLaat: werkdagenTeLaat(b, vandaag)}
	for i := range 10_000 {
		op := vandaag - werkdagen.Datum(i%360)
		f := dossier.Feiten{
			Nummer: fmt.Sprintf("K%d-%05d", op.Jaar(), i+1), Soort: dossier.SoortKlacht, Herkomst: dossier.Extern,
			Categorie: fmt.Sprintf("categorie %d", i%30), Oorzaak: fmt.Sprintf("oorzaak %d", i%50), Ontvangen: op,
			Termijnen: []dossier.Termijnfeit{{Naam: dossier.TermijnBevestiging, Ronde: 1, Uiterlijk: op + 7, VoldaanOp: op + werkdagen.Datum(i%9)}},
		}
		if i%50 == 0 {
			f.Termijnen[0].VoldaanOp = 0
		} else {
			f.Sluitingen = []dossier.Sluiting{{Op: op + werkdagen.Datum(20+i%60), Uitkomst: dossier.Gegrond}}
		}
		in.Feiten = append(in.Feiten, f)
	}
	var err error
	if in.Periode, in.Vorige, err = (Keuze{Periode: "2026"}).Lees(vandaag, 0); err != nil {
		b.Fatal(err)
	}
	o := Bereken(in)
	for b.Loop() {
		if err := schrijfPDF(io.Discard, o); err != nil {
			b.Fatal(err)
		}
	}
}
