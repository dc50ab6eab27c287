package rapport

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	kleurblok = regexp.MustCompile(`:root \{([^}]*)\}`)
	kleurnaam = regexp.MustCompile(`--([a-z]+): (#[0-9a-f]{6});`)
)

// kleuren reads the colours of html.css: those of a light screen and of paper,
// and those of a dark screen.
func kleuren(t *testing.T) map[string]map[string]string {
	t.Helper()
	css := stijlblad(t)
	uit := map[string]map[string]string{}
	blokken := kleurblok.FindAllStringSubmatch(css, -1)
	if len(blokken) != 2 {
		t.Fatalf("html.css heeft %d blokken met kleuren", len(blokken))
	}
	for i, naam := range []string{"licht", "donker"} {
		uit[naam] = map[string]string{}
		for _, k := range kleurnaam.FindAllStringSubmatch(blokken[i][1], -1) {
			uit[naam][k[1]] = k[2]
		}
	}
	return uit
}

func stijlblad(t *testing.T) string {
	t.Helper()
	b, err := htmlbestanden.ReadFile("html.css")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// helderheid and contrast are as WCAG 2.2 defines relative luminance and contrast
// ratio.
func helderheid(t *testing.T, kleur string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(kleur, "#"), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	deel := func(schuif int) float64 {
		c := float64(n>>schuif&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*deel(16) + 0.7152*deel(8) + 0.0722*deel(0)
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := helderheid(t, a), helderheid(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// WCAG 2.2: 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of what must be seen to
// understand a picture. The grid and the rules between rows need not be.
func TestContrast(t *testing.T) {
	if c := contrast(t, "#ffffff", "#000000"); c != 21 {
		t.Fatalf("wit op zwart is %.2f", c)
	}
	for stand, k := range kleuren(t) {
		for _, tc := range []struct {
			minstens float64
			op       string
			kleuren  string
		}{
			{4.5, "papier", "tekst zacht link buiten"},
			{4.5, "vlak", "tekst zacht"},
			{4.5, "reeks", "papier"},
			{4.5, "goed", "papier"},
			{4.5, "fout", "papier"},
			{3, "papier", "reeks vorige lijn midden grens buiten goed fout open zacht"},
		} {
			for _, naam := range strings.Fields(tc.kleuren) {
				if k[naam] == "" || k[tc.op] == "" {
					t.Errorf("%s: er is geen kleur %s of %s", stand, naam, tc.op)
				} else if c := contrast(t, k[naam], k[tc.op]); c < tc.minstens {
					t.Errorf("%s: %s op %s is %.2f, minder dan %.1f", stand, naam, tc.op, c, tc.minstens)
				}
			}
		}
	}
}

// Each shape gets its colour from a rule, in every chart.
func TestElkeVormHeeftEenKleur(t *testing.T) {
	css := stijlblad(t)
	gezien := map[string]bool{}
	for _, o := range paginas(t) {
		for _, g := range alleGrafieken(o) {
			for _, v := range g.teken(tekeningBreed).vormen {
				klasse, _, _ := strings.Cut(svgVorm(v).Klasse, " ")
				if !gezien[klasse] && !strings.Contains(css, fmt.Sprintf(".%s {", klasse)) {
					t.Errorf("html.css zegt niets van .%s", klasse)
				}
				gezien[klasse] = true
			}
		}
	}
	if len(gezien) < 12 {
		t.Errorf("er zijn maar %d soorten vormen: %v", len(gezien), gezien)
	}
}
