package rapport

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"klacht/rapport/scherm"
)

func htmlVan(t testing.TB, o Overzicht) string {
	t.Helper()
	return schrijf(t, Formaat{Naam: "html", Schrijver: schrijfHTML}, o)
}

// paginas are reports of every size: nothing, one, ordinary, with all charts,
// and far more than fits.
func paginas(t testing.TB) map[string]Overzicht {
	t.Helper()
	return map[string]Overzicht{
		"leeg":            Bereken(derdeKwartaal(t)),
		"een":             Bereken(derdeKwartaal(t, bouw{ontvangen: "2026-08-10"})),
		"voorbeeld":       Bereken(voorbeeld(t)),
		"metnamen":        Bereken(metNamen(voorbeeld(t))),
		"grafieken-3":     gevuld(t, 3),
		"grafieken-24":    gevuld(t, 24),
		"grafieken-veel":  veelCategorieen(gevuld(t, 12), 30),
		"grafieken-lang":  veelCategorieen(gevuld(t, 120), 8),
		"grafieken-kwaad": metKwaad(t, vijandig(t)),
	}
}

func TestHTMLMetAlleGrafieken(t *testing.T) {
	for _, naam := range []string{"grafieken-3", "grafieken-24", "grafieken-veel"} {
		t.Run(naam, func(t *testing.T) {
			vergelijkMet(t, filepath.Join("..", "testdata", "rapport", naam+".html"), []byte(htmlVan(t, paginas(t)[naam])))
		})
	}
}

func TestHTMLIsTweeKeerHetzelfde(t *testing.T) {
	eerst, weer := htmlVan(t, gevuld(t, 24)), htmlVan(t, gevuld(t, 24))
	if eerst != weer {
		t.Error("dezelfde cijfers geven een andere pagina")
	}
}

// Nothing can be in the page but these: no script, no frame, no form, no image.
var magInHTML = strings.Fields(`html head meta title style body a header h1 h2 h3 p nav ol ul li main section dl div dt dd
	table caption thead tbody tr th td figure figcaption details summary svg desc rect circle polyline text`)

func TestBouwVanDeHTML(t *testing.T) {
	for naam, o := range paginas(t) {
		t.Run(naam, func(t *testing.T) {
			boom := ontleed(t, htmlVan(t, o))
			ids := map[string]bool{}
			kop, koppen1 := 0, 0
			for n := range boom.Descendants() {
				if n.Type != html.ElementNode {
					continue
				}
				if !slices.Contains(magInHTML, n.Data) {
					t.Errorf("er staat een %s in", n.Data)
				}
				controleerAttributen(t, n, ids)
				switch n.Data {
				case "h1", "h2", "h3":
					niveau := int(n.Data[1] - '0')
					if niveau > kop+1 {
						t.Errorf("na een kop %d komt een kop %d: %s", kop, niveau, tekstVan(n))
					}
					if kop = niveau; niveau == 1 {
						koppen1++
					}
					if strings.TrimSpace(tekstVan(n)) == "" {
						t.Errorf("er is een lege %s", n.Data)
					}
				case "table":
					controleerTabel(t, n)
				case "svg":
					controleerSVG(t, n)
				}
			}
			if koppen1 != 1 {
				t.Errorf("er zijn %d koppen van het eerste niveau", koppen1)
			}
			for n := range boom.Descendants() {
				for _, verwijzing := range []string{"href", "aria-labelledby"} {
					for _, id := range strings.Fields(attribuut(n, verwijzing)) {
						if !ids[strings.TrimPrefix(id, "#")] {
							t.Errorf("%s verwijst naar %q, en dat is er niet", n.Data, id)
						}
					}
				}
			}
			eerste := eersteElement(boom, "html")
			if attribuut(eerste, "lang") != "nl" {
				t.Error("de taal staat er niet bij")
			}
		})
	}
}

func controleerAttributen(t *testing.T, n *html.Node, ids map[string]bool) {
	t.Helper()
	for _, a := range n.Attr {
		switch {
		case a.Key == "id" && ids[a.Val]:
			t.Errorf("id %q komt twee keer voor", a.Val)
		case a.Key == "id":
			ids[a.Val] = true
		case strings.HasPrefix(a.Key, "on"), a.Key == "style", a.Key == "src", a.Key == "srcset", a.Key == "action", a.Key == "xlink:href":
			t.Errorf("%s heeft %s=%q", n.Data, a.Key, a.Val)
		case a.Key == "href" && (n.Data != "a" || !strings.HasPrefix(a.Val, "#")):
			t.Errorf("%s verwijst naar buiten: %q", n.Data, a.Val)
		case strings.Contains(a.Val, "//"):
			t.Errorf("%s heeft een adres in %s=%q", n.Data, a.Key, a.Val)
		}
	}
}

func controleerTabel(t *testing.T, tabel *html.Node) {
	t.Helper()
	if c := eersteElement(tabel, "caption"); c == nil || strings.TrimSpace(tekstVan(c)) == "" {
		t.Error("een tabel heeft geen bijschrift")
	}
	breed := 0
	for n := range tabel.Descendants() {
		if n.Data == "tr" {
			cellen := 0
			for c := range n.ChildNodes() {
				if c.Data == "th" || c.Data == "td" {
					cellen++
				}
			}
			if breed == 0 {
				breed = cellen
			}
			if cellen != breed {
				t.Errorf("een rij heeft %d cellen in plaats van %d: %s", cellen, breed, tekstVan(n))
			}
		}
		if wil := map[string]string{"thead": "col", "tbody": "row"}; n.Data == "th" && attribuut(n, "scope") != wil[n.Parent.Parent.Data] {
			t.Errorf("kop %q heeft scope %q", tekstVan(n), attribuut(n, "scope"))
		}
	}
}

func controleerSVG(t *testing.T, svg *html.Node) {
	t.Helper()
	if attribuut(svg, "role") != "img" || len(strings.Fields(attribuut(svg, "aria-labelledby"))) != 2 {
		t.Error("een tekening is niet als beeld met een naam en een uitleg aangegeven")
	}
	for _, deel := range []string{"title", "desc"} {
		if n := eersteElement(svg, deel); n == nil || n.Parent != svg || strings.TrimSpace(tekstVan(n)) == "" {
			t.Errorf("een tekening heeft geen %s", deel)
		}
	}
	figuur := svg.Parent
	if figuur.Data != "figure" || eersteElement(figuur, "table") == nil {
		t.Error("een tekening heeft geen tabel")
	}
}

func TestKopVanDePaginaSluitAllesUit(t *testing.T) {
	boom := ontleed(t, htmlVan(t, gevuld(t, 3)))
	var beleid, tekenset, venster string
	for n := range boom.Descendants() {
		if n.Data != "meta" {
			continue
		}
		if attribuut(n, "http-equiv") == "Content-Security-Policy" {
			beleid = attribuut(n, "content")
		}
		if attribuut(n, "name") == "viewport" {
			venster = attribuut(n, "content")
		}
		tekenset += attribuut(n, "charset")
	}
	if beleid != "default-src 'none'; style-src 'unsafe-inline'" || tekenset != "utf-8" || venster != "width=device-width, initial-scale=1" {
		t.Errorf("de kop heeft beleid %q, tekenset %q en venster %q", beleid, tekenset, venster)
	}
}

// Whatever is written in the fields, the elements stay those of a harmless text,
// and it can be read back as it was.
func TestVijandigeTekstInHTMLBlijftTekst(t *testing.T) {
	t.Parallel()
	wil := geraamte(ontleed(t, htmlVan(t, overal(t, "tekst"))))
	for _, s := range vijandig(t) {
		schoon := scherm.Regel(s)
		if schoon == "" {
			continue // shown as something else, or not at all
		}
		boom := ontleed(t, htmlVan(t, overal(t, s)))
		if kreeg := geraamte(boom); kreeg != wil {
			t.Errorf("%q verandert de opbouw van de pagina", s)
		}
		if kop := tekstVan(eersteElement(boom, "h1")); kop != "Klachtenrapport "+schoon {
			t.Errorf("%q wordt %q", s, kop)
		}
		gezien := 0
		for n := range boom.Descendants() {
			if n.Data == "th" && tekstVan(n) == schoon {
				gezien++
			}
		}
		if gezien < 2 {
			t.Errorf("%q staat %d keer in een tabel", s, gezien)
		}
	}
}

// A chart with one group isn't drawn; here there are many.
func TestVijandigeTekstInTekeningenBlijftTekst(t *testing.T) {
	t.Parallel()
	over := vijandig(t)
	for len(over) > 0 {
		n := min(8, len(over))
		boom := ontleed(t, htmlVan(t, metKwaad(t, over[:n])))
		tekeningen := 0
		for n := range boom.Descendants() {
			if n.Data == "svg" {
				tekeningen++
			}
			if n.Type == html.ElementNode && !slices.Contains(magInHTML, n.Data) {
				t.Errorf("er staat een %s in", n.Data)
			}
		}
		if tekeningen < 6 {
			t.Fatalf("er zijn %d tekeningen", tekeningen)
		}
		over = over[n:]
	}
}

// metKwaad makes categories and causes of texts, with all charts.
func metKwaad(t testing.TB, teksten []string) Overzicht {
	t.Helper()
	o := gevuld(t, 12)
	o.PerCategorie, o.PerOorzaak = nil, nil
	for i, s := range teksten {
		o.PerCategorie = append(o.PerCategorie, PerCategorie{s, len(teksten) - i + 3, i})
		o.PerOorzaak = append(o.PerOorzaak, PerOorzaak{s, len(teksten) - i + 3, i})
		o.TeLaat = append(o.TeLaat, TeLaat{Nummer: s, Termijn: "voorstel", Uiterlijk: o.Tot, Ronde: 1, Onderwerp: s, Klager: s, Behandelaar: s})
	}
	return o
}

func ontleed(t testing.TB, s string) *html.Node {
	t.Helper()
	boom, err := html.Parse(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	return boom
}

// geraamte is the elements in order, without the charts.
func geraamte(n *html.Node) string {
	var b strings.Builder
	var loop func(*html.Node)
	loop = func(n *html.Node) {
		if n.Type == html.ElementNode {
			b.WriteString("<" + n.Data)
			defer b.WriteString(">")
		}
		if n.Data == "svg" {
			return
		}
		for c := range n.ChildNodes() {
			loop(c)
		}
	}
	loop(n)
	return b.String()
}

func tekstVan(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func attribuut(n *html.Node, naam string) string {
	for _, a := range n.Attr {
		if a.Key == naam {
			return a.Val
		}
	}
	return ""
}

func eersteElement(n *html.Node, naam string) *html.Node {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == naam {
			return c
		}
	}
	return nil
}

// A browser breaks a line after a hyphen, and M2026- above 001 is no number.
func TestNummerWerdOverTweeRegelsGebroken(t *testing.T) {
	for tekst, wil := range map[string]string{
		"M2026-001": "heel", "K2026-0013": "heel", "bevestiging": "", "Zaal op tijd": "", "e-mail en post": "",
		"een-woord-zo-lang-dat-het-breken-mag": "lang",
	} {
		if kreeg := celklasse(tekst, false); kreeg != wil {
			t.Errorf("%s: %q, wil %q", tekst, kreeg, wil)
		}
	}
	if !strings.Contains(stijlblad(t), ".heel { white-space: nowrap; }") {
		t.Error("html.css houdt zo'n woord niet heel")
	}
}
