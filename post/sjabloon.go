package post

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"klacht/dossier"
	"klacht/werkdagen"
)

//go:embed sjablonen/*.tmpl
var ingebouwd embed.FS

// Soortbrief is a letter that the procedure knows.
type Soortbrief struct{ Naam, Waarvoor string }

// Soortbrieven lists the letters of the procedure, in its order.
func Soortbrieven() []Soortbrief {
	return []Soortbrief{
		{"ontvangstbevestiging", "bevestigt de ontvangst, met wat de klager beloofd is"},
		{"informatieverzoek", "stelt de klager de vraag van --tekst"},
		{"verlenging", "zegt dat de termijn verlengd is, en waarom"},
		{"voorstel", "doet de klager het voorstel van --tekst, of het laatste dat vastligt"},
		{"herinnering", "herinnert aan een voorstel of een vraag"},
		{"mediatorgegevens", "zegt hoe de mediator te bereiken is"},
		{"advies", "zegt wat de mediator adviseert, en dat u dat opvolgt"},
		{"afsluiting", "zegt dat de klacht afgesloten is, en hoe"},
	}
}

// Vastleggen gives the command that records what a letter does, once it is
// sent: "" where the dossier says so already, or where the letter is no step.
func Vastleggen(d *dossier.Dossier, sjabloon, tekst string) string {
	var opdracht string
	extern := d.Herkomst == dossier.Extern
	switch sjabloon {
	case "ontvangstbevestiging":
		if d.Toestand == dossier.Ontvangen && extern {
			opdracht = "bevestig %s"
		}
	case "informatieverzoek":
		if d.Open() && d.Opgeschort == nil {
			opdracht = "opschort %s --reden … --tot …"
		}
	case "voorstel":
		if d.Open() && extern && strings.TrimSpace(tekst) != "" {
			opdracht = "voorstel %s --tekst …"
		}
	case "herinnering":
		opdracht = `notitie %s "Herinnering gestuurd"`
	case "mediatorgegevens":
		if d.Open() {
			opdracht = "mediator %s"
		}
	}
	if opdracht == "" {
		return ""
	}
	return "klacht " + fmt.Sprintf(opdracht, d.Nummer)
}

// Verzendstap is the event that records a letter of d which was sent: the step that it
// does, and else that a message went out. Whether that step is in order, the
// dossier says.
func Verzendstap(d *dossier.Dossier, sjabloon, tekst string) dossier.Wat {
	switch sjabloon {
	case "ontvangstbevestiging":
		if d.Toestand == dossier.Ontvangen && d.Herkomst == dossier.Extern {
			return dossier.WatBevestigd
		}
	case "voorstel": // without a text of its own it is one that was recorded before
		if strings.TrimSpace(tekst) != "" {
			return dossier.WatVoorstel
		}
	case "mediatorgegevens":
		return dossier.WatMediatorgegevens
	}
	return dossier.WatBerichtUit
}

// IngebouwdSjabloon gives a letter as the program has it, ok false when it has none.
func IngebouwdSjabloon(naam string) (s dossier.Sjabloonbestand, ok bool) {
	tekst, err := ingebouwd.ReadFile(path.Join("sjablonen", naam+".tmpl"))
	return dossier.Sjabloonbestand{Naam: naam, Tekst: tekst}, err == nil
}

// IngebouwdeSjablonen gives all letters that the program has.
func IngebouwdeSjablonen() []dossier.Sjabloonbestand {
	var uit []dossier.Sjabloonbestand
	for _, b := range Soortbrieven() {
		s, _ := IngebouwdSjabloon(b.Naam)
		uit = append(uit, s)
	}
	return uit
}

// Sjabloon is a template that was read without a mistake.
type Sjabloon struct {
	Naam        string
	VraagtTekst bool // it has a place for what is given for one letter
	bestand     string
	t           *template.Template
}

// isSjabloonnaam reports whether a letter can be called so: no path, no option.
func isSjabloonnaam(s string) bool {
	anders := func(r rune) bool { return r != '-' && r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return s != "" && s[0] != '-' && !strings.ContainsFunc(s, anders)
}

// KiesSjabloon reads the letter of that name: the folder's file, else the one
// built in.
func KiesSjabloon(m *dossier.Map, naam string) (*Sjabloon, error) {
	eigen, err := m.Sjabloonnamen()
	if err != nil {
		return nil, err
	}
	if isSjabloonnaam(naam) {
		s, ok, err := m.LeesSjabloon(naam)
		if err != nil {
			return nil, err
		}
		if !ok {
			s, ok = IngebouwdSjabloon(naam)
		}
		if ok {
			return LeesSjabloon(s)
		}
	}
	alle := eigen
	for _, b := range Soortbrieven() {
		alle = append(alle, b.Naam)
	}
	slices.Sort(alle)
	return nil, &dossier.Fout{
		Wat:     fmt.Sprintf("er is geen brief %q", naam),
		Raad:    "kies uit " + dossier.Opsomming(slices.Compact(alle), "en"),
		Aanroep: true,
	}
}

// LeesSjabloon reads a template. What is wrong with it is a *dossier.Leesfout
// with its line; each field that it names is looked up, also where it would not
// be used for this or that dossier.
func LeesSjabloon(s dossier.Sjabloonbestand) (*Sjabloon, error) {
	if !utf8.Valid(s.Tekst) {
		return nil, &dossier.Leesfout{Bestand: s.Bestand(), Wat: "dit is geen tekst in UTF-8", Raad: "bewaar het in de editor als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)"}
	}
	tekst := strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n").Replace(string(s.Tekst))
	t, err := template.New(s.Naam).Option("missingkey=error").Funcs(functies()).Parse(tekst)
	if err != nil {
		return nil, sjabloonfout(s.Bestand(), err)
	}
	k := keur(t)
	if k.fout != nil {
		k.fout.Bestand = s.Bestand()
		return nil, k.fout
	}
	return &Sjabloon{Naam: s.Naam, VraagtTekst: k.tekst, bestand: s.Bestand(), t: t}, nil
}

// functies are the words that templates have besides the fields.
func functies() template.FuncMap {
	return template.FuncMap{
		"datum": func(d Dag) string { return d.String() },
		"zonderweekdag": func(d Dag) string {
			_, zonder, _ := strings.Cut(werkdagen.Datum(d).Lang(), " ")
			return zonder
		},
		"regel": schoneRegel,
	}
}

// Inhoud is a letter that is filled in.
type Inhoud struct {
	Onderwerp string // one line
	Tekst     string // lines end in \n
}

const beginOnderwerp = "Onderwerp:"

// grootsteBrief bounds the text of a letter, in bytes.
const grootsteBrief = 1 << 20

// Vul fills in the template. What it needs and the dossier lacks is a
// *dossier.Fout that says what to do.
func (s *Sjabloon) Vul(b *Brief) (Inhoud, error) {
	var uit bytes.Buffer
	if err := s.t.Execute(&begrensd{&uit}, b); err != nil {
		var geweigerd *dossier.Fout
		if errors.As(err, &geweigerd) {
			return Inhoud{}, geweigerd
		}
		return Inhoud{}, sjabloonfout(s.bestand, err)
	}
	eerste, tekst, _ := strings.Cut(strings.TrimLeft(uit.String(), " \t\n"), "\n")
	onderwerp, ok := strings.CutPrefix(eerste, beginOnderwerp)
	in := Inhoud{schoneRegel(onderwerp), luchtig(tekst)}
	fout := func(wat, raad string) error { return &dossier.Leesfout{Bestand: s.bestand, Wat: wat, Raad: raad} }
	switch {
	case !ok:
		return in, fout("de brief begint niet met een onderwerp", "zet als eerste regel bijvoorbeeld: Onderwerp: Uw klacht")
	case in.Onderwerp == "":
		return in, fout("het onderwerp is leeg", "zet achter Onderwerp: waar de brief over gaat")
	case in.Tekst == "":
		return in, fout("de brief is leeg", "zet onder het onderwerp wat de klager te lezen krijgt")
	}
	return in, nil
}

// luchtig leaves one blank line between paragraphs, so that what a template
// leaves out leaves no hole.
func luchtig(s string) string {
	var regels []string
	for r := range strings.SplitSeq(schoneTekst(s), "\n") {
		r = strings.TrimRight(r, " ")
		if r != "" || len(regels) > 0 && regels[len(regels)-1] != "" {
			regels = append(regels, r)
		}
	}
	return strings.Join(regels, "\n")
}

// begrensd refuses more text than a letter has.
type begrensd struct{ b *bytes.Buffer }

func (w *begrensd) Write(p []byte) (int, error) {
	if w.b.Len()+len(p) > grootsteBrief {
		return 0, &dossier.Fout{Wat: "de brief wordt groter dan 1 MiB", Raad: "stuur lange teksten mee als bijlage, met --bijlage"}
	}
	return w.b.Write(p)
}
