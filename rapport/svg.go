package rapport

import (
	"math"
	"strconv"
	"strings"
)

// svgtekening is a tekening as the template of the page writes it: ids for the
// title and the description, and shapes with their numbers as text. The template
// does the escaping.
type svgtekening struct {
	ID                  string // unique in the page
	Klasse              string
	Breed, Hoog         string
	Titel, Beschrijving string
	Vormen              []svgvorm
}

// svgvorm is a shape; Soort says which of the others are filled. Klasse is what
// gives it its colour.
type svgvorm struct {
	Soort, Klasse  string
	X, Y, B, H, R  string
	Punten         string
	Dik            string
	Anker, Grootte string
	Tekst, Uitleg  string
}

func svg(t tekening, id, klasse string) svgtekening {
	s := svgtekening{
		ID: id, Klasse: klasse, Breed: maat(t.breed), Hoog: maat(math.Ceil(t.hoog)),
		Titel: t.titel, Beschrijving: t.beschrijving,
	}
	for _, v := range t.vormen {
		s.Vormen = append(s.Vormen, svgVorm(v))
	}
	return s
}

func svgVorm(v vorm) svgvorm {
	s := svgvorm{Uitleg: v.uitleg, X: maat(v.x), Y: maat(v.y)}
	switch v.soort {
	case vormVlak:
		s.Soort, s.Klasse = "vlak", "v-"
		s.B, s.H = maat(v.b), maat(v.h)
	case vormStip:
		s.Soort, s.Klasse = "stip", "v-"
		s.R = maat(v.straal)
	case vormLijn:
		s.Soort, s.Klasse = "lijn", "l-"
		punten := make([]string, len(v.punten))
		for i, p := range v.punten {
			punten[i] = maat(p.x) + "," + maat(p.y)
		}
		s.Punten, s.Dik = strings.Join(punten, " "), maat(v.dik)
	case vormTekst:
		s.Soort, s.Klasse = "tekst", "v-"
		s.Tekst, s.Grootte = v.tekst, maat(v.grootte)
		s.Anker = [...]string{ankerBegin: "start", ankerMidden: "middle", ankerEind: "end"}[v.anker]
	}
	s.Klasse += v.rol.klasse()
	if v.streep {
		s.Klasse += " streep"
	}
	if v.vet {
		s.Klasse += " vet"
	}
	return s
}

// maat writes a number as short as it can be to a tenth of a unit.
func maat(f float64) string {
	return strconv.FormatFloat(math.Round(f*10)/10+0, 'f', -1, 64)
}

// klasse is the name of a colour in html.css.
func (r rol) klasse() string {
	namen := [...]string{
		rolTekst: "tekst", rolZacht: "zacht", rolRaster: "raster", rolReeks: "reeks", rolVorige: "vorige", rolLijn: "lijn",
		rolMidden: "midden", rolGrens: "grens", rolBuiten: "buiten", rolGoed: "goed", rolFout: "fout", rolOpen: "open", rolPapier: "papier",
	}
	return namen[r]
}
