package bericht

import (
	"strings"
	"testing"
)

func TestHTMLNaarTekst(t *testing.T) {
	for _, g := range []struct{ naam, html, want string }{
		{"alinea's", "<p>Geachte heer,</p>\n\n<p>Ik  ben\nniet\ttevreden.</p>", "Geachte heer,\n\nIk ben niet tevreden."},
		{"div's en br", "<div>Een<br>twee</div><div>drie<br></div><div><br></div><div>vier</div>", "Een\ntwee\ndrie\n\nvier"},
		{"alinea's van Word", `<p class="MsoNormal">Een<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class=MsoNormal>Twee</p><p class=MsoNormal>Drie</p>`, "Een\n\nTwee\nDrie"},
		{"koppen", "<h1>Klacht</h1>tekst<h2>Wens</h2>geld", "Klacht\n\ntekst\n\nWens\n\ngeld"},
		{"opmaak binnen een woord", "on<b>vol</b>doende <i>en</i> laat", "onvoldoende en laat"},
		{"lijsten", "Punten:<ul><li>te laat<li>te <b>duur</b><ol start=3><li>een</li><li>twee</li></ol></li></ul>Groet", "Punten:\n\n- te laat\n- te duur\n  3. een\n  4. twee\n\nGroet"},
		{"alinea in een lijst", "<ul><li><p>een</p></li><li><p>twee</p></li></ul>", "- een\n- twee"},
		{"tabel", "<table><tr><th>Datum</th><th>Cursus</th></tr><tr><td>1 mei</td><td>Excel</td></tr></table>", "Datum | Cursus\n1 mei | Excel"},
		{"tabel van Word", "<table><tr><td><p class=MsoNormal>Datum</p></td><td><p>Cursus</p></td></tr>\n<tr><td>\n<p>1 mei</p>\n</td>\n<td><p>Excel</p></td></tr></table>na", "Datum | Cursus\n1 mei | Excel\nna"},
		{"tabel als opmaak", "<table><tr><td><p>Een</p><p>Twee</p></td><td>Drie</td></tr></table>", "Een\n\nTwee\nDrie"},
		{"lege cellen", "<table><tr><td></td><td>a</td><td> </td><td>b</td></tr></table>", "a | b"},
		{"lijst in een cel", "<table><tr><td>a<td><ul><li>b</li><li>c</li></ul></td></tr></table>d", "a | - b\n- c\nd"},
		{"lege punten", "<ul><li></li><li>a</li><li></li></ul>b", "- a\n\nb"},
		{"noscript met opmaak", "<noscript><p>nee</p></noscript>ja", "ja"},
		{"verwijzingen", `Zie <a href="https://example.nl/regels">de regels</a> en <a href="https://example.nl/">example.nl</a>, <a href="mailto:jan@example.nl">jan@example.nl</a> of <a href="mailto:ria@example.nl">Ria</a>.`,
			"Zie de regels <https://example.nl/regels> en example.nl, jan@example.nl of Ria <mailto:ria@example.nl>."},
		{"verwijzingen zonder nut", `<a name=x>a</a> <a href="#b">b</a> <a href="javascript:alert(1)">c</a> <a href="cid:1">d</a>`, "a b c d"},
		{"verwijzing om een plaatje", `<a href="https://example.nl/x"><img src=x></a>`, "<https://example.nl/x>"},
		{"verwijzing over een alinea", `<p><a href="https://example.nl/x">hier</a></p><p>verder</p>`, "hier <https://example.nl/x>\n\nverder"},
		{"plaatjes", `<img alt="Logo van Voorbeeld BV"> en <img alt="image001.png"><img alt="">`, "Logo van Voorbeeld BV en"},
		{"citaat", "Eens.<blockquote><p>Een</p><p>Twee</p><blockquote>Dieper</blockquote></blockquote>Slot", "Eens.\n\n> Een\n>\n> Twee\n>\n> > Dieper\n\nSlot"},
		{"voorgevormd", "<pre>\n  a\n    b\n\n  c</pre>na", "  a\n    b\n\n  c\n\nna"},
		{"wat niet voor lezers is", "<head><title>titel</title><style>p{color:red}</style></head><script>alert('x')</script><!-- nee -->ja<noscript>nee</noscript>", "ja"},
		{"voorwaardelijk van Outlook", "<!--[if mso]><p>nee</p><![endif]-->ja<![if !mso]><p>ook</p><![endif]>", "ja\n\nook"},
		{"tekens", "&euro;&nbsp;5 &lt;b&gt; &amp;amp; caf&eacute; &#8364; &#x20ac; &onbekend; & los", "€ 5 <b> &amp; café € € &onbekend; & los"},
		{"besturingstekens", "a&#0;b&#7;c&#27;[31m&#x202e;", "a\ufffdbc[31m\u202e"},
		{"lijn", "a<hr>b", "a\n----------\nb"},
		{"kapotte nesting", "</div></ul></blockquote><p>a</b></p></table>b", "a\n\nb"},
		{"afgebroken", "<p>Klacht over <a href=\"https://example.nl/", "Klacht over"},
		{"kale tekst", "geen opmaak", "geen opmaak"},
		{"niets", "<html><body></body></html>", ""},
		{"wit", "<p>&nbsp;</p><div> </div>", ""},
	} {
		t.Run(g.naam, func(t *testing.T) {
			if got := (&lezer{}).htmlNaarTekst(g.html); got != g.want {
				t.Errorf("\n%s\nwant\n%s", got, g.want)
			}
		})
	}
}

func TestHTMLTekenset(t *testing.T) {
	for s, want := range map[string]string{
		`<meta charset="utf-8">`: "utf-8",
		`<META http-equiv=Content-Type content="text/html; CHARSET=iso-8859-15">`: "iso-8859-15",
		`<meta charset=utf-16>`: "utf-8",
		`<meta charset=`:        "",
		`<p>geen</p>`:           "",
	} {
		if got := htmlTekenset([]byte(s)); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
}

// TestTekstBegrensd holds for the text as a whole, however many parts it comes from.
func TestTekstBegrensd(t *testing.T) {
	stuk := strings.Repeat("klacht ", maxTekst/7/2)
	for naam, s := range map[string]string{
		"een deel": "From: a@example.nl\n\n" + stuk + stuk + stuk,
		"HTML":     "From: a@example.nl\nContent-Type: text/html\n\n" + stuk + stuk + stuk,
		"delen":    "From: a@example.nl\nContent-Type: multipart/mixed; boundary=g\n\n--g\n\n" + stuk + "\n--g\n\n" + stuk + "\n--g\n\n" + stuk + "\n--g--\n",
		"bron":     "From: a@example.nl\nContent-Type: text/html\n\n<!--" + strings.Repeat("x", maxTekstbron) + "-->na",
	} {
		t.Run(naam, func(t *testing.T) {
			m := lees(t, s)
			controleer(t, m)
			if len(m.Waarschuwingen) != 1 || m.Waarschuwingen[0] != "de tekst is langer dan 5 MiB; de rest ervan is niet gelezen" {
				t.Errorf("%d bytes, %q", len(m.Tekst), m.Waarschuwingen)
			}
		})
	}
}

func TestOntvouw(t *testing.T) {
	for _, g := range []struct {
		naam, s string
		delsp   bool
		want    string
	}{
		{"lopend", "een \ntwee\ndrie", false, "een twee\ndrie\n"},
		{"delsp", "een \ntwee", true, "eentwee\n"},
		{"andere diepte breekt af", "> een \ntwee", false, "> een \ntwee\n"},
		{"handtekening breekt af", "een \n-- \nJan", false, "een \n-- \nJan\n"},
		{"opgevuld", " > geen citaat\n From hier", false, "> geen citaat\nFrom hier\n"},
		{"open einde", "een ", false, "een "},
	} {
		if got := ontvouw(g.s, g.delsp); got != g.want {
			t.Errorf("%s: %q, want %q", g.naam, got, g.want)
		}
	}
}

func TestSchoneTekst(t *testing.T) {
	for s, want := range map[string]string{
		"a\r\nb\rc\nd\r\r\ne":        "a\nb\nc\nd\ne",
		"\n \n\t\n  inspringing\n\n": "  inspringing",
		"a\u0085b\u2028c\fd\ve":      "a\nb\nc\nd\ne",
		"\ufeffa\u200bb":             "a\u200bb",
		"a\x00\x1b\u009bb":           "ab",
		" \n ":                       "",
		"a":                          "a",
		"":                           "",
	} {
		if got := schoneTekst(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
