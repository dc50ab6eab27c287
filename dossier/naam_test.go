package dossier

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func vrij(string) bool { return false }

func TestVeiligeNaam(t *testing.T) {
	lang := strings.Repeat("lange naam ", 30)
	for _, g := range []struct{ origineel, wil string }{
		// ordinary names stay
		{"factuur.pdf", "factuur.pdf"},
		{"Offerte cursus Excel (mei 2026) v1.2.docx", "Offerte cursus Excel (mei 2026) v1.2.docx"},
		{"Reünie café Noë – coördinatie & ĳs €50.xlsx", "Reünie café Noë – coördinatie & ĳs €50.xlsx"},
		{"foto's van 's-Gravenhage, nr. 3.jpeg", "foto's van 's-Gravenhage, nr. 3.jpeg"},
		{"README", "README"},
		{"archief.tar.gz", "archief.tar.gz"},
		{"📎 bewijs.png", "📎 bewijs.png"},
		{"klacht.eml", "klacht.eml"},
		{"CONtract.pdf", "CONtract.pdf"},
		{"COM.pdf", "COM.pdf"},
		{"COM10.pdf", "COM10.pdf"},
		{"nul-meting.pdf", "nul-meting.pdf"},
		// paths
		{"../../etc/passwd", "passwd"},
		{`..\..\Windows\win.ini`, "win.ini"},
		{"/etc/shadow", "shadow"},
		{`C:\Users\anna\brief.doc`, "brief.doc"},
		{"C:brief.doc", "brief.doc"},
		{`\\server\share\brief.doc`, "brief.doc"},
		{`\\?\C:\brief.doc`, "brief.doc"},
		{"map/", "map"},
		{"a/../", "bijlage"},
		{"..", "bijlage"},
		{".", "bijlage"},
		{"...", "bijlage"},
		{"/", "bijlage"},
		{"", "bijlage"},
		{" \t\r\n", "bijlage"},
		// what can't be seen
		{"fac\x00tuur.pdf", "factuur.pdf"},
		{"a\x1b[31mb\x07.txt", "a[31mb.txt"},
		{"factuur\u202Efdp.exe", "factuurfdp.exe"},
		{"\u2066factuur\u2069\u200B\uFEFF.pdf", "factuur.pdf"},
		{"reg\u00ADel\u200D.txt", "regel.txt"},
		{"tag\U000E0041\uFE0F\u3164\u115F\u034F.txt", "tag.txt"},
		{"regel 1\r\nregel 2.txt", "regel 1 regel 2.txt"},
		{"a\u2028b\u0085c.txt", "a b c.txt"},
		{"harde\u00A0spatie\u3000breed.txt", "harde spatie breed.txt"},
		{"\uD7FF\uE000eigen.txt", "eigen.txt"},
		{"kapot\xff\xfe.txt", "kapot_.txt"},
		{"cafe\u0301.txt", "café.txt"},
		{"z" + strings.Repeat("\u0300", 40) + ".txt", "z\u0300\u0300\u0300\u0300.txt"},
		// what not every system allows
		{`Re: "hoe nu?" <1|2>*.eml`, "Re_ _hoe nu__ _1_2__.eml"},
		{"brief.doc.", "brief.doc"},
		{"brief.doc . .", "brief.doc"},
		{"  brief.doc  ", "brief.doc"},
		{".htaccess", "htaccess"},
		{"brief.doc:stroom", "brief.doc_stroom"},
		{"CON", "_CON"},
		{"con.txt", "_con.txt"},
		{"Nul.tar.gz", "_Nul.tar.gz"},
		{"AUX .txt", "_AUX .txt"},
		{"LPT1", "_LPT1"},
		{"COM¹.log", "_COM¹.log"},
		{"lpt³", "_lpt³"},
		{"COM0", "_COM0"},
		{"CONIN$", "_CONIN$"},
		{"prn:", "prn_"},
		// names that mean something
		{"klacht.yaml", "_klacht.yaml"},
		{"Klacht.YAML", "_Klacht.YAML"},
		{"desktop.ini", "_desktop.ini"},
		{".slot.tmp", "slot_tmp"},
		{"werk.TMP", "werk_TMP"},
		{".tmp", "tmp"},
		// long names
		{lang + ".pdf", strings.TrimSpace(lang[:116]) + ".pdf"},
		{strings.Repeat("ë", 100) + ".pdf", strings.Repeat("ë", 58) + ".pdf"},
		{strings.Repeat("x", 300), strings.Repeat("x", 120)},
		{"a." + strings.Repeat("x", 300), "a." + strings.Repeat("x", 118)},
		{"a.dit is geen extensie", "a.dit is geen extensie"},
	} {
		if got := veiligeNaam(g.origineel, vrij); got != g.wil {
			t.Errorf("veiligeNaam(%q) = %q, wil %q", g.origineel, got, g.wil)
		}
	}
}

func TestVeiligeNaamIsUniek(t *testing.T) {
	for _, g := range []struct {
		origineel string
		bezet     []string
		wil       string
	}{
		{"factuur.pdf", []string{"factuur.pdf"}, "factuur-2.pdf"},
		{"factuur.pdf", []string{"Factuur.PDF", "FACTUUR-2.pdf"}, "factuur-3.pdf"},
		{"factuur.pdf", []string{"factuur-2.pdf"}, "factuur.pdf"},
		{"café.pdf", []string{"CAFE\u0301.PDF"}, "café-2.pdf"},
		{"", []string{"Bijlage"}, "bijlage-2"},
		{"archief.tar.gz", []string{"archief.tar.gz"}, "archief.tar-2.gz"},
		{"con", []string{"_CON"}, "_con-2"},
		{strings.Repeat("x", 300) + ".pdf", []string{strings.Repeat("X", 116) + ".pdf"}, strings.Repeat("x", 114) + "-2.pdf"},
		{strings.Repeat("é", 58) + ".pdf", []string{strings.Repeat("é", 58) + ".pdf"}, strings.Repeat("é", 57) + "-2.pdf"},
	} {
		if got := veiligeNaam(g.origineel, bezetIn(g.bezet)); got != g.wil {
			t.Errorf("veiligeNaam(%q) naast %q = %q, wil %q", g.origineel, g.bezet, got, g.wil)
		}
	}
}

// keurNaam checks what must hold of every name.
func keurNaam(t *testing.T, origineel string) {
	naam := veiligeNaam(origineel, vrij)
	fout := func(wat string) { t.Errorf("veiligeNaam(%q) = %q: %s", origineel, naam, wat) }
	if len(naam) == 0 || len(naam) > langsteNaam || !utf8.ValidString(naam) {
		fout("leeg, te lang of geen UTF-8")
	}
	if !fs.ValidPath(naam) || !filepath.IsLocal(naam) || filepath.Base(naam) != naam || naam == "." {
		fout("geen naam in een map")
	}
	if strings.ContainsAny(naam, verbodenInNaam) || strings.Trim(naam, ". ") != naam {
		fout("mag niet op Windows")
	}
	if isVoorbehouden(naam) || heeftBetekenis(naam) || isTijdelijk(naam) || strings.EqualFold(filepath.Ext(naam), tijdelijk) {
		fout("heeft een betekenis")
	}
	if !norm.NFC.IsNormalString(naam) {
		fout("niet NFC")
	}
	for _, r := range naam {
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) && r != ' ' || unicode.In(r, unicode.Bidi_Control, unicode.Other_Default_Ignorable_Code_Point) {
			fout("iets onzichtbaars")
		}
	}
	if nogEens := veiligeNaam(naam, vrij); nogEens != naam {
		fout("nog eens geeft " + nogEens)
	}
	bezet := bezetIn([]string{naam})
	if tweede := veiligeNaam(origineel, bezet); bezet(tweede) || len(tweede) > langsteNaam {
		fout("daarnaast past niet " + tweede)
	}
}

func FuzzVeiligeNaam(f *testing.F) {
	for _, s := range []string{
		"factuur.pdf", "../../etc/passwd", `C:\CON.txt`, "a\u202Eb", ".tmp", "klacht.yaml", strings.Repeat("é. ", 100), "COM¹", "K\u212A\u037E", "\xff",
		"<\u0338.txt", "e\u200D\u0301", "a\u115F\u1161", ".. .a", "a.t\u200Bmp",
	} {
		f.Add(s)
	}
	f.Fuzz(keurNaam)
}

func TestVeiligeNaamVanStouteTeksten(t *testing.T) {
	voorbeelden := os.Getenv("KLACHT_VOORBEELDEN")
	if voorbeelden == "" {
		t.Skip("KLACHT_VOORBEELDEN wijst geen map met voorbeelden aan")
	}
	b, err := os.ReadFile(filepath.Join(voorbeelden, "hostile", "blns", "blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var teksten []string
	if err := json.Unmarshal(b, &teksten); err != nil {
		t.Fatal(err)
	}
	if len(teksten) < 400 {
		t.Fatalf("maar %d teksten", len(teksten))
	}
	s := nieuweSchijf(t)
	gegeven := map[string]bool{}
	for _, tekst := range teksten {
		for _, origineel := range []string{tekst + ".pdf", "../" + tekst, tekst} {
			keurNaam(t, origineel)
		}
		naam, _, err := zetBij(s, "bijlagen", tekst, strings.NewReader(tekst))
		if err != nil {
			t.Fatalf("%q: %v", tekst, err)
		}
		if gegeven[naamSleutel(naam)] {
			t.Errorf("%q: %q was al gegeven", tekst, naam)
		}
		gegeven[naamSleutel(naam)] = true
		if got := inhoudVan(t, s, "bijlagen/"+naam); got != tekst {
			t.Errorf("%q: %q", tekst, got)
		}
	}
	if n := len(namenIn(t, s, "bijlagen")); n != len(teksten) {
		t.Errorf("%d bestanden voor %d teksten", n, len(teksten))
	}
}
