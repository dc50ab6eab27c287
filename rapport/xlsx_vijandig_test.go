package rapport

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"klacht/dossier"
	"klacht/rapport/scherm"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// begintFormule are the signs that spreadsheets take for the start of a formula
// in a CSV file (OWASP, "CSV Injection").
const begintFormule = "=+-@\t\r＝＋－＠"

// vijandigOverzicht has a dossier, category, cause, measure, signal and decision
// for each of teksten, and the first of them as the organisation.
func vijandigOverzicht(t testing.TB, teksten []string) Overzicht {
	t.Helper()
	o := volOverzicht(t, true)
	gewoon, maatregel := o.Dossiers[0], o.Maatregelen[0]
	o.Organisatie = teksten[0]
	o.Dossiers, o.Maatregelen, o.Signalen, o.PerCategorie, o.PerOorzaak = nil, nil, nil, nil, nil
	o.Overleg.Besluiten = nil
	for _, s := range teksten {
		d, m := gewoon, maatregel
		d.Nummer, d.Categorie, d.Oorzaak, d.Onderwerp, d.Klager, d.Behandelaar = s, s, s, s, s, s
		d.Soort, d.Herkomst, d.Uitkomst = dossier.Soort(s), dossier.Herkomst(s), dossier.Uitkomst(s)
		m.Omschrijving, m.Categorie, m.Oorzaak, m.Oordeel, m.VervolgOp, m.Vervolg, m.Verantwoordelijke = s, s, s, &s, s, []string{s}, s
		bewijs := *m.Bewijs
		bewijs.Zin = s
		m.Bewijs = &bewijs
		o.Dossiers, o.Maatregelen = append(o.Dossiers, d), append(o.Maatregelen, m)
		o.Signalen = append(o.Signalen, Signaal{Soort: Signaalsoort(s), Tekst: s, Geteld: map[string]any{s: s, "namen": []string{s}, "anders": struct{ S string }{s}}})
		o.PerCategorie = append(o.PerCategorie, PerCategorie{Categorie: s, Aantal: 1})
		o.PerOorzaak = append(o.PerOorzaak, PerOorzaak{Oorzaak: s, Aantal: 1})
		o.Overleg.Besluiten = append(o.Overleg.Besluiten, Besluit{Tekst: s})
		o.TeLaat = append(o.TeLaat, TeLaat{Nummer: s, Termijn: dossier.Termijnnaam(s), Onderwerp: s, Klager: s, Behandelaar: s})
	}
	return o
}

func TestXLSXVijandigeTekstBlijftTekst(t *testing.T) {
	teksten := vijandig(t)
	b := maakXLSX(t, vijandigOverzicht(t, teksten))
	f := openXLSX(t, b)
	for _, naam := range f.GetSheetList() {
		rijen, err := f.GetRows(naam, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for r, rij := range rijen {
			for k, waarde := range rij {
				plek, _ := excelize.CoordinatesToCellName(k+1, r+1)
				soort, err := f.GetCellType(naam, plek)
				if err != nil {
					t.Fatal(err)
				}
				tekst := soort == excelize.CellTypeInlineString || soort == excelize.CellTypeSharedString
				if waarom := nietVeilig(waarde); tekst && waarom != "" {
					t.Errorf("%s!%s: %s: %q", naam, plek, waarom, waarde)
				}
			}
		}
	}
	rijen, err := f.GetRows("Klachten", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	rijen = rijen[4:]
	for i, s := range teksten {
		wil, _ := celtekst(s)
		if kreeg := rijen[i][3]; kreeg != wil {
			t.Errorf("%q wordt %q, wil %q", s, kreeg, wil)
		}
	}
	for naam, inhoud := range onderdelen(t, b) {
		if strings.HasPrefix(naam, "xl/worksheets/") && strings.Contains(inhoud, "<f>") {
			t.Errorf("%s heeft een formule", naam)
		}
		if err := leesHeleXML(inhoud); err != nil {
			t.Errorf("%s: %v", naam, err)
		}
	}
}

func leesHeleXML(s string) error {
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// The name of the organisation is in titles, properties and the foot of pages.
func TestXLSXVijandigeOrganisatie(t *testing.T) {
	teksten := vijandig(t)
	for _, s := range teksten[:min(80, len(teksten))] { // the own ones, and some more
		o := eenKlacht(t)
		o.Organisatie = s
		f := openXLSX(t, maakXLSX(t, o))
		kop, err := f.GetCellValue("Samenvatting", "A1")
		if err != nil {
			t.Fatal(err)
		}
		if wil, _ := celtekst(titel(o)); kop != wil {
			t.Errorf("%q geeft de kop %q, wil %q", s, kop, wil)
		}
		voet, err := f.GetHeaderFooter("Samenvatting")
		if err != nil {
			t.Fatal(err)
		}
		links, _, _ := strings.Cut(strings.TrimPrefix(voet.OddFooter, "&L"), "&C0")
		if strings.Contains(strings.ReplaceAll(links, "&&", ""), "&") || len(utf16.Encode([]rune(voet.OddFooter))) > 255 {
			t.Errorf("%q geeft de voet %q", s, voet.OddFooter)
		}
	}
}

// nietVeilig says why s should not be in a cell, or "".
func nietVeilig(s string) string {
	switch eerste, _ := utf8.DecodeRuneInString(s); {
	case !utf8.ValidString(s):
		return "geen geldige UTF-8"
	case s != "" && strings.ContainsRune(begintFormule, eerste):
		return "begint een formule"
	case len(utf16.Encode([]rune(s))) > langsteCel:
		return "te lang"
	case strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
	}) >= 0:
		return "een teken dat stuurt"
	}
	return ""
}

func TestCeltekst(t *testing.T) {
	lang := strings.Repeat("x", 40_000)
	dubbel := strings.Repeat("😀", 20_000) // two units each
	for _, tc := range []struct {
		tekst, wil string
		geschut    bool
	}{
		{"gewoon", "gewoon", false}, {"", "", false}, {" \t", "", false}, {"12", "12", false}, {"a=b", "a=b", false}, {"– extern", "– extern", false},
		{"=1+1", "'=1+1", true}, {"+31 6 12345678", "'+31 6 12345678", true}, {"- item", "'- item", true}, {"@naam", "'@naam", true},
		{"\t=1", "'=1", true}, {"\r\n@SUM(1)", "'@SUM(1)", true}, {"\u200b=1", "'=1", true}, {"＝1", "'＝1", true}, {"'=1", "'=1", false},
		{"a\tb\nc\x00d", "a b cd", false}, {"\xff", "\uFFFD", false}, {"\uFFFE\uFFFF", "\uFFFD\uFFFD", false},
		{"_x0041_x0042_", "＿x0041＿x0042_", false}, {"_x003D_1", "＿x003D_1", false}, {"_x_", "_x_", false},
		{lang, lang[:langsteCel-1] + "…", false}, {dubbel, dubbel[:4*(langsteCel/2)] + "…", false}, {lang[:langsteCel], lang[:langsteCel], false},
	} {
		kreeg, geschut := celtekst(tc.tekst)
		if kreeg != tc.wil || geschut != tc.geschut {
			t.Errorf("%.40q wordt %.40q, %v", tc.tekst, kreeg, geschut)
		}
	}
}

// A text that would start a formula is marked as text for who edits it, too.
func TestXLSXTekstBlijftTekstBijWijzigen(t *testing.T) {
	o := eenKlacht(t)
	o.Dossiers[0].Categorie = "=1+1"
	o.PerCategorie[0].Categorie = "=1+1"
	f := openXLSX(t, maakXLSX(t, o))
	for naam, plek := range map[string]string{"Klachten": "D5", "Per categorie": "A5"} {
		nummer, err := f.GetCellStyle(naam, plek)
		if err != nil {
			t.Fatal(err)
		}
		if p := f.Styles.CellXfs.Xf[nummer].QuotePrefix; p == nil || !*p {
			t.Errorf("%s!%s heeft geen apostrof ervoor", naam, plek)
		}
	}
}

// rijMet writes s in a row and reads it back, by another road than excelize's.
func rijMet(t interface{ Fatal(...any) }, s string) string {
	v := &vel{werkboek: &werkboek{}, breedten: []float64{20}}
	tabel := bladtabel{kolommen: []bladkolom{{kop: "Tekst", opmaak: opmTekst}}, rijen: rijenVan([][]cel{{tekstcel(s)}})}
	var b bytes.Buffer
	if err := v.schrijfRijen(&b, tabel, 1); err != nil {
		t.Fatal(err)
	}
	var rij struct {
		Cel struct {
			Soort   string  `xml:"t,attr"`
			Formule *string `xml:"f"`
			Tekst   string  `xml:"is>t"`
		} `xml:"c"`
	}
	if err := xml.Unmarshal(b.Bytes(), &rij); err != nil {
		t.Fatal(err, b.String())
	}
	if rij.Cel.Formule != nil || rij.Cel.Soort != "inlineStr" && rij.Cel.Tekst != "" {
		t.Fatal(b.String())
	}
	return rij.Cel.Tekst
}

func FuzzCeltekst(f *testing.F) {
	for _, s := range vijandig(f) {
		f.Add(s)
	}
	f.Add(strings.Repeat("_x0041_", 10_000))
	f.Fuzz(func(t *testing.T, s string) {
		kreeg, geschut := celtekst(s)
		if waarom := nietVeilig(kreeg); waarom != "" {
			t.Errorf("%q wordt %q: %s", s, kreeg, waarom)
		}
		if kaal := strings.TrimPrefix(kreeg, "'"); !geschut && kreeg != kortAf(zonderCodes(strings.Map(inXML, scherm.Regel(s))), langsteCel) || geschut && !strings.ContainsAny(kaal[:min(len(kaal), 4)], begintFormule) {
			t.Errorf("%q wordt %q", s, kreeg)
		}
		if gelezen := rijMet(t, s); gelezen != kreeg {
			t.Errorf("%q komt terug als %q", kreeg, gelezen)
		}
	})
}

// Whatever is in the cells, both ways of writing them read back alike.
func TestXLSXBeideWegenSchrijvenHetzelfde(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`[=+@_x0-9a-f' &<>"-]{0,30}`)).Draw(rt, "tekst")
		o := Bereken(derdeKwartaal(t, bouw{ontvangen: "2026-08-10"}))
		o.PerCategorie[0].Categorie = "x" + s
		o.Dossiers = []Dossierrij{{Nummer: "K2026-0001", Categorie: "x" + s}}
		f := openXLSX(t, maakXLSX(t, o))
		kort, err := f.GetCellValue("Per categorie", "A5")
		if err != nil {
			rt.Fatal(err)
		}
		lang, err := f.GetCellValue("Klachten", "D5")
		if err != nil {
			rt.Fatal(err)
		}
		if wil, _ := celtekst("x" + s); kort != wil || lang != wil {
			rt.Errorf("%q: %q en %q", wil, kort, lang)
		}
	})
}
