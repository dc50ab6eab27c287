package rapport

import (
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// What a page does is tried in a real browser, when there is one.

// browser gives the program, or skips the test.
func browser(t *testing.T) string {
	t.Helper()
	for _, naam := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if pad, err := exec.LookPath(naam); err == nil {
			return pad
		}
	}
	t.Skip("zonder Chromium wordt niet geprobeerd wat een browser met de pagina doet")
	return ""
}

// domNa opens a page and gives it as it is after everything in it has run.
func domNa(t *testing.T, pagina string) string {
	t.Helper()
	plek := t.TempDir()
	pad := filepath.Join(plek, "pagina.html")
	if err := os.WriteFile(pad, []byte(pagina), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, klaar := context.WithTimeout(t.Context(), time.Minute)
	defer klaar()
	opdracht := exec.CommandContext(ctx, browser(t), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
		"--user-data-dir="+filepath.Join(plek, "profiel"), "--virtual-time-budget=5000", "--dump-dom", "file://"+filepath.ToSlash(pad))
	dom, err := opdracht.Output()
	if err != nil {
		t.Fatalf("de browser: %v", err)
	}
	if !strings.Contains(string(dom), "</html>") {
		t.Fatalf("de browser gaf geen pagina, maar %q", dom)
	}
	return string(dom)
}

// kwaad are texts that mark the page when any of them is run.
func kwaad() []string {
	const doe = "document.documentElement.setAttribute('data-geraakt','ja')"
	return []string{
		"<script>" + doe + "</script>",
		"</title></style></textarea></svg></desc><script>" + doe + "</script>",
		`"><img src=x onerror="` + doe + `">`,
		`' onmouseover='` + doe + `' autofocus onfocus='` + doe,
		`<svg onload="` + doe + `"></svg>`,
		`<details open ontoggle="` + doe + `">`,
		`<iframe srcdoc="<script>parent.` + doe + `</script>"></iframe>`,
		`</td></table><style onload="` + doe + `"></style>`,
		`<body onload="` + doe + `">`,
		`<a href="javascript:` + doe + `">klik</a>`,
		`<meta http-equiv="refresh" content="0;url=javascript:` + doe + `">`,
		`{{printf "<script>` + doe + `</script>"}}`,
		`--></style><script>` + doe + `</script><!--`,
		`]]><script>` + doe + `</script>`,
	}
}

var geraakt = regexp.MustCompile(`<html[^>]*data-geraakt`)

// In every field stands a text that would run. Neither the escaping nor the
// policy of the page needs the other; and without both the test must see it.
func TestInEenBrowserWordtNietsUitgevoerd(t *testing.T) {
	browser(t)
	t.Parallel()
	o := metKwaad(t, kwaad())
	o.Organisatie = strings.Join(kwaad(), " ")
	pagina := htmlVan(t, o)

	const beleid = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`
	if !strings.Contains(pagina, beleid) {
		t.Fatal("de pagina heeft geen beleid")
	}
	zonderBeleid := func(s string) string { return strings.Replace(s, beleid, "", 1) }
	// html/template spells some characters otherwise than html.EscapeString does.
	onbewaakt := html.UnescapeString(pagina)

	for _, tc := range []struct {
		naam, pagina string
		wil          bool
	}{
		{"zoals hij is", pagina, false},
		{"zonder beleid", zonderBeleid(pagina), false},
		{"met tekst die niet is ontwapend", onbewaakt, false},
		{"zonder beleid en met tekst die niet is ontwapend", zonderBeleid(onbewaakt), true},
	} {
		if kreeg := geraakt.MatchString(domNa(t, tc.pagina)); kreeg != tc.wil {
			t.Errorf("%s: uitgevoerd is %t", tc.naam, kreeg)
		}
	}
}

// meetpagina opens pages at several widths, with every table folded out, and
// writes down what doesn't fit: of the page as a whole, and of text in drawings.
const meetpagina = `<!DOCTYPE html><html><body><pre id="uit"></pre><script>
function meet() {
  let uit = '';
  for (const f of document.querySelectorAll('iframe')) {
    const d = f.contentDocument, naam = f.title + ' bij ' + f.width;
    d.querySelectorAll('details').forEach(x => x.open = true);
    if (d.documentElement.scrollWidth > f.width) uit += naam + ' is ' + d.documentElement.scrollWidth + ' breed\n';
    let tekeningen = 0;
    for (const svg of d.querySelectorAll('svg')) {
      if (!svg.getBoundingClientRect().width) continue;
      tekeningen++;
      const vak = svg.viewBox.baseVal, gehad = [];
      for (const x of svg.querySelectorAll('text')) {
        const b = x.getBBox(), hoog = {boven: +x.getAttribute('y') - 0.72 * x.getAttribute('font-size'), onder: +x.getAttribute('y') + 0.2 * x.getAttribute('font-size')};
        if (b.x < -1 || b.x + b.width > vak.width + 1 || hoog.onder > vak.height + 1) uit += naam + ': ' + x.textContent + ' steekt uit\n';
        for (const [c, h, wat] of gehad)
          if (b.x < c.x + c.width - 1 && c.x < b.x + b.width - 1 && hoog.boven < h.onder && h.boven < hoog.onder) uit += naam + ': ' + x.textContent + ' ligt op ' + wat + '\n';
        gehad.push([b, hoog, x.textContent]);
      }
    }
    uit += 'gemeten ' + tekeningen + '\n';
  }
  const proef = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  proef.textContent = 'Klachten'; proef.setAttribute('font-size', 100); proef.setAttribute('font-family', 'Arial, "Liberation Sans", Helvetica, sans-serif');
  svg.appendChild(proef);
  uit += 'proef ' + Math.round(proef.getComputedTextLength()) + '\n';
  document.getElementById('uit').textContent = uit;
}
addEventListener('load', meet);
</script>`

func TestInEenBrowserPastAllesBijElkeBreedte(t *testing.T) {
	browser(t)
	t.Parallel()
	lang := gevuld(t, 24)
	lang.Organisatie = strings.Repeat("Langenaam", 20)
	var b strings.Builder
	b.WriteString(meetpagina)
	verwacht := 0
	for _, p := range []struct {
		naam string
		o    Overzicht
	}{
		{"24 maanden", lang},
		{"veel en lang", veelCategorieen(gevuld(t, 120), 30)},
		{"kwaad", metKwaad(t, eigenVijandig()[:40])},
		{"namen", Bereken(metNamen(voorbeeld(t)))},
	} {
		// 320 is what WCAG 2.2, 1.4.10 asks for; 640 is a laptop at 200 %.
		for _, breed := range []int{320, 360, 640, 1280} {
			verwacht++
			fmt.Fprintf(&b, `<iframe title="%s" width="%d" height="600" srcdoc="%s"></iframe>`, p.naam, breed, html.EscapeString(htmlVan(t, p.o)))
		}
	}
	b.WriteString("</body></html>")
	uit := regexp.MustCompile(`(?s)<pre id="uit">(.*?)</pre>`).FindStringSubmatch(domNa(t, b.String()))[1]

	// Other letters than these have other widths.
	const breedVanKlachten = 389
	proef := -1
	gemeten := 0
	for _, regel := range strings.Split(strings.TrimSpace(html.UnescapeString(uit)), "\n") {
		if rest, ok := strings.CutPrefix(regel, "proef "); ok {
			proef, _ = strconv.Atoi(rest)
		}
		if strings.HasPrefix(regel, "gemeten ") && regel != "gemeten 0" {
			gemeten++
		}
	}
	if gemeten != verwacht {
		t.Fatalf("er zijn %d van de %d pagina's gemeten:\n%s", gemeten, verwacht, uit)
	}
	for _, regel := range strings.Split(html.UnescapeString(uit), "\n") {
		switch {
		case regel == "", strings.HasPrefix(regel, "gemeten"), strings.HasPrefix(regel, "proef"):
		case strings.HasSuffix(regel, "breed"):
			t.Error(regel)
		case proef < breedVanKlachten-4 || proef > breedVanKlachten+4:
			t.Logf("zonder Arial of Liberation Sans telt niet: %s", regel)
		default:
			t.Error(regel)
		}
	}
}
