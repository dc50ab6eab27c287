package rapport

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

//go:embed html.tmpl html.css
var htmlbestanden embed.FS

// schrijfHTML writes the report as one page that needs nothing else: no script,
// no font, no picture and no address from outside, which its own policy forbids.
// html.tmpl escapes all text, each by where it stands.
func schrijfHTML(w io.Writer, o Overzicht) error {
	sjabloon, err := template.ParseFS(htmlbestanden, "html.tmpl")
	if err != nil {
		return err
	}
	stijl, err := htmlbestanden.ReadFile("html.css")
	if err != nil {
		return err
	}
	d := maakDocument(o, alles())
	p := pagina{Stijl: template.CSS(stijl), Titel: d.titel, Inleiding: d.inleiding, Tegels: tegels(o)}
	for i, s := range d.secties {
		p.Delen = append(p.Delen, maakDeel(fmt.Sprintf("deel-%d", i+1), s))
	}
	var b bytes.Buffer // written at once
	if err := sjabloon.Execute(&b, p); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// pagina is what html.tmpl shows.
type pagina struct {
	Stijl            template.CSS
	Titel, Inleiding string
	Tegels           []tegel
	Delen            []htmldeel
}

// htmldeel is a section; ID is what the table of contents points at.
type htmldeel struct {
	ID, Kop string
	Blokken []htmlblok
}

// htmlblok has one of these filled.
type htmlblok struct {
	Alinea  string
	Punten  []string
	Tabel   *htmltabel
	Vouw    string // what the folded table is called; "" for one that is not
	Grafiek *htmlgrafiek
}

// htmltabel has as many cells in each row as Kolommen; the first names the row.
type htmltabel struct {
	Bijschrift string
	Kolommen   []scherm.Kolom
	Rijen      [][]htmlcel
}

type htmlcel struct {
	Tekst  string
	Klasse string // cijfer, lang, heel or ""
}

// htmlgrafiek has Leeg, or the drawing twice: for a wide screen and for a narrow.
type htmlgrafiek struct {
	Titel, Beschrijving, Leeg string
	Tekeningen                []svgtekening
	Tabel                     htmltabel
}

// The widths in units of the drawings; html.css says when which of them is shown.
const (
	tekeningBreed = 640
	tekeningSmal  = 312
)

// A table with more rows than a year has months is folded up where a chart shows
// how it went.
const langeTabel = 12

func maakDeel(id string, s sectie) htmldeel {
	d := htmldeel{ID: id, Kop: s.kop}
	// What stands behind a chart is not shown a second time.
	var achter []tabel
	for _, b := range s.blokken {
		if b.grafiek != nil && b.grafiek.leeg == "" {
			achter = append(achter, b.grafiek.tabel)
		}
	}
	for _, b := range s.blokken {
		switch {
		case b.grafiek != nil:
			d.Blokken = append(d.Blokken, htmlblok{Grafiek: maakGrafiek(*b.grafiek)})
		case b.tabel == nil:
			d.Blokken = append(d.Blokken, htmlblok{Alinea: b.alinea, Punten: b.punten})
		case !slices.ContainsFunc(achter, b.tabel.gelijk):
			t := b.tabel.html(s.kop + ": " + strings.ToLower(b.tabel.kolommen[0].Titel))
			vouw := ""
			if len(achter) > 0 && len(t.Rijen) > langeTabel {
				vouw = fmt.Sprintf("Tabel per %s (%s regels)", strings.ToLower(t.Kolommen[0].Titel), getal(len(t.Rijen)))
			}
			d.Blokken = append(d.Blokken, htmlblok{Tabel: &t, Vouw: vouw})
		}
	}
	return d
}

func (t tabel) gelijk(u tabel) bool {
	return slices.Equal(t.kolommen, u.kolommen) && slices.EqualFunc(t.rijen, u.rijen, slices.Equal[[]string])
}

func (t tabel) html(bijschrift string) htmltabel {
	uit := htmltabel{Bijschrift: bijschrift, Kolommen: t.kolommen}
	for _, r := range t.rijen {
		rij := make([]htmlcel, len(r))
		for i, cel := range r {
			rij[i] = htmlcel{Tekst: cel, Klasse: celklasse(cel, t.kolommen[i].Rechts)}
		}
		uit.Rijen = append(uit.Rijen, rij)
	}
	return uit
}

// celklasse tells numbers, words that may be broken anywhere (were that allowed
// of all text, a narrow table would break all), and a word that stays whole: a
// browser breaks M2026-001 after its hyphen.
func celklasse(tekst string, rechts bool) string {
	const langWoord = 16
	if rechts {
		return "cijfer"
	}
	woorden := strings.Fields(tekst)
	if len(woorden) == 1 && strings.Contains(tekst, "-") && utf8.RuneCountInString(tekst) <= langWoord {
		return "heel"
	}
	for _, woord := range woorden {
		if utf8.RuneCountInString(woord) > langWoord {
			return "lang"
		}
	}
	return ""
}

func maakGrafiek(g grafiek) *htmlgrafiek {
	uit := &htmlgrafiek{Titel: g.titel, Beschrijving: g.beschrijving, Leeg: g.leeg, Tabel: g.tabel.html(g.titel)}
	if g.leeg == "" {
		uit.Tekeningen = []svgtekening{
			svg(g.teken(tekeningBreed), g.naam+"-breed", "breed"),
			svg(g.teken(tekeningSmal), g.naam+"-smal", "smal"),
		}
	}
	return uit
}

// tegel is a key figure, with what it is compared with.
type tegel struct{ Naam, Waarde, Toen string }

func tegels(o Overzicht) []tegel {
	met := func(naam string, nu, toen int) tegel {
		return tegel{naam, getal(nu), fmt.Sprintf("was %s (%s)", getal(toen), verschil(nu, toen))}
	}
	uit := []tegel{
		met("Ontvangen", o.Ontvangen, o.Vorige.Ontvangen),
		met("Afgehandeld", o.Afgehandeld, o.Vorige.Afgehandeld),
		met("Open", o.Open, o.Vorige.Open),
		{"Nu te laat", getal(o.dossiersTeLaat()), fmt.Sprintf("van de %s open", getal(o.Open))},
	}
	for _, naam := range dossier.Termijnnamen() {
		nu, toen := *o.Termijntellingen.bij(naam), *o.Vorige.Termijntellingen.bij(naam)
		if nu.Percentage == nil && toen.Percentage == nil {
			continue
		}
		t := tegel{hoofdletter(string(naam)) + " op tijd", procent(nu.Percentage), "vorige periode: geen"}
		if toen.Percentage != nil {
			t.Toen = "was " + procent(toen.Percentage)
		}
		uit = append(uit, t)
	}
	return uit
}
