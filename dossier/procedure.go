package dossier

import (
	"fmt"
	"slices"
	"strings"

	"klacht/werkdagen"
)

// Procedure is the agreed procedure as procedure.yaml holds it. What the file
// leaves out follows its profile.
type Procedure struct {
	Profiel           string
	Organisatie       Organisatie
	Verantwoordelijke string
	Mediator          Mediator
	Termijnen         Termijnbeloften
	Categorieen       []Categorie
	Oorzaken          []string // suggestions
	Kalender          werkdagen.Opties
	Opschorten        bool
	Verlengen         bool
	HoogstensVerlengd werkdagen.Termijn // at most this past the promised end; zero: no bound
	Bewaren           Bewaarregel
	Overleg           werkdagen.Termijn // between one meeting and the next; zero: no fixed interval
	Binnenkort        int               // working days
	Post              Postregels
}

// Organisatie is who handles the complaints.
type Organisatie struct{ Naam, Email, Telefoon string }

// Mediator is whom a complainant can turn to.
type Mediator struct {
	Naam        string `json:"naam"`
	Organisatie string `json:"organisatie"`
	Adres       string `json:"adres"`
	Telefoon    string `json:"telefoon"`
	Email       string `json:"email"`
	Website     string `json:"website"`
}

// IsIngevuld reports whether a complainant could reach the mediator by it.
func (m Mediator) IsIngevuld() bool {
	return m.Naam+m.Organisatie != "" && m.Adres+m.Telefoon+m.Email+m.Website != ""
}

// Categorie is a kind of complaint; its own terms, where it has any, replace
// the general ones of the same name.
type Categorie struct {
	Naam      string
	Termijnen Termijnbeloften
}

// Termijnbeloften are the promised terms by origin. One of zero length says
// that nothing is promised.
type Termijnbeloften struct {
	Extern, Intern []Termijnbelofte
}

func (t Termijnbeloften) voor(h Herkomst) []Termijnbelofte {
	if h == Intern {
		return t.Intern
	}
	return t.Extern
}

// Categorie finds a category by name, whatever its capitals and its white space.
func (p *Procedure) Categorie(naam string) (Categorie, bool) {
	naam = naamwaarde(naam)
	for _, c := range p.Categorieen {
		if strings.EqualFold(c.Naam, naam) {
			return c, true
		}
	}
	return Categorie{}, false
}

// KiesCategorie gives the category's name as procedure.yaml writes it, and
// refuses one that it lacks.
func (p *Procedure) KiesCategorie(naam string) (string, error) {
	if c, ok := p.Categorie(naam); ok {
		return c.Naam, nil
	}
	return "", &Fout{
		Wat:     fmt.Sprintf("categorie %q staat niet in procedure.yaml", naam),
		Raad:    "kies uit " + Opsomming(p.Categorienamen(), "of") + ", of voeg haar daar toe",
		Aanroep: true,
	}
}

// Categorienamen lists the categories in the order of procedure.yaml.
func (p *Procedure) Categorienamen() []string {
	namen := make([]string, len(p.Categorieen))
	for i, c := range p.Categorieen {
		namen[i] = c.Naam
	}
	return namen
}

// Belofte is what someone whose complaint is received on day ontvangen is
// promised: the terms now in force for the origin and category, how they are
// counted, and the closed days that fall within them.
func (p *Procedure) Belofte(h Herkomst, categorie string, ontvangen werkdagen.Datum) (Belofte, error) {
	b := Belofte{Opties: p.Kalender}
	eigen, _ := p.Categorie(categorie)
	algemeen := Belofte{Termijnen: p.Termijnen.voor(h)}
	bijzonder := Belofte{Termijnen: eigen.Termijnen.voor(h)}
	for _, naam := range Termijnnamen() {
		t, ok := bijzonder.Termijn(naam)
		if !ok {
			t, ok = algemeen.Termijn(naam)
		}
		if ok && t.Aantal != 0 {
			b.Termijnen = append(b.Termijnen, Termijnbelofte{naam, t})
		}
	}
	kal, err := werkdagen.NieuweKalender(p.Kalender)
	if err != nil {
		return b, err
	}
	einde := ontvangen
	for _, t := range b.Termijnen {
		r, err := kal.Bereken(ontvangen, t.Termijn)
		if err != nil {
			return b, fmt.Errorf("de termijn voor %s is niet te berekenen: %w", t.Naam, err)
		}
		einde = max(einde, r.Uiterlijk)
	}
	b.Opties.Gesloten = slices.DeleteFunc(slices.Clone(p.Kalender.Gesloten), func(s werkdagen.Sluiting) bool {
		return s.Tot <= ontvangen || s.Van > einde
	})
	return b, nil
}
