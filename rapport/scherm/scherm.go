// Package scherm lays out text for people who read it on a screen or in a pipe:
// headings, paragraphs, names with values and tables, fitted to the terminal's
// width and cleaned of what could steer it. It knows no dossiers.
package scherm

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// Toon is how a text stands out. Colour never says what the words don't: without it nothing is lost.
type Toon uint8

const (
	Gewoon  Toon = iota
	Nadruk       // headings
	Zacht        // what matters less
	Gunstig      // met, done
	LetOp        // due soon
	Ernstig      // overdue
)

// grootsteRegel keeps paragraphs readable on a wide terminal.
const grootsteRegel = 100

// Scherm is where text is laid out. On a terminal lines fit its width; elsewhere nothing is cut off or wrapped. All text that goes
// through its methods is cleaned (Schoon). The first error of writing is kept for Fout, and nothing is written after it.
type Scherm struct {
	w       io.Writer
	breedte int // columns, 0 for no limit
	stijlen map[Toon]lipgloss.Style
	fout    error
}

// kleinsteBreedte is the width below which nothing can be laid out.
const kleinsteBreedte = 20

// Nieuw lays out on w in lines of breedte columns; 0 is no limit, as in a pipe.
func Nieuw(w io.Writer, breedte int, kleur bool) *Scherm {
	s := &Scherm{w: w}
	if breedte > 0 {
		s.breedte = max(breedte, kleinsteBreedte)
	}
	if kleur {
		s.stijlen = stijlen(w)
	}
	return s
}

// Breedte is how many columns a line may have, 0 for no limit.
func (s *Scherm) Breedte() int { return s.breedte }

// Fout is the first error of writing.
func (s *Scherm) Fout() error { return s.fout }

// stijlen has only the sixteen colours that a terminal's own palette defines, readable on light and dark alike, so the
// background need not be known. With the profile given, neither lipgloss nor termenv asks the terminal anything.
func stijlen(w io.Writer) map[Toon]lipgloss.Style {
	r := lipgloss.NewRenderer(w, termenv.WithProfile(termenv.ANSI))
	r.SetColorProfile(termenv.ANSI)
	r.SetHasDarkBackground(true)
	return map[Toon]lipgloss.Style{
		Nadruk:  r.NewStyle().Bold(true),
		Zacht:   r.NewStyle().Faint(true),
		Gunstig: r.NewStyle().Foreground(lipgloss.Color("2")),
		LetOp:   r.NewStyle().Foreground(lipgloss.Color("3")),
		Ernstig: r.NewStyle().Foreground(lipgloss.Color("1")).Bold(true),
	}
}

// kleur dresses text that is clean already and has no line ends.
func (s *Scherm) kleur(t Toon, tekst string) string {
	stijl, ok := s.stijlen[t]
	if !ok || tekst == "" {
		return tekst
	}
	return stijl.Render(tekst)
}

func (s *Scherm) schrijf(delen ...string) {
	if s.fout == nil {
		_, s.fout = io.WriteString(s.w, strings.Join(delen, ""))
	}
}

// Wit writes an empty line.
func (s *Scherm) Wit() { s.schrijf("\n") }

// Kop writes a heading.
func (s *Scherm) Kop(tekst string) {
	for _, r := range s.regels(tekst, 0) {
		s.schrijf(s.kleur(Nadruk, r), "\n")
	}
}

// Alinea writes text, wrapped; its own line ends stay.
func (s *Scherm) Alinea(tekst string) { s.Gekleurd(Gewoon, tekst) }

// Gekleurd is Alinea in a tone.
func (s *Scherm) Gekleurd(t Toon, tekst string) {
	for _, r := range s.regels(tekst, 0) {
		s.schrijf(s.kleur(t, r), "\n")
	}
}

// Punten writes a list.
func (s *Scherm) Punten(punten ...string) {
	const streepje = "- "
	for _, p := range punten {
		regels := s.regels(Regel(p), len(streepje))
		if s.breedte > 0 {
			regels = breekHard(Regel(p), min(s.breedte, grootsteRegel)-len(streepje))
		}
		s.schrijf(streepje, strings.Join(regels, "\n"+strings.Repeat(" ", len(streepje))), "\n")
	}
}

// Onafgebroken writes text in its own lines, however long: what is meant to be copied.
func (s *Scherm) Onafgebroken(tekst string) { s.schrijf(Schoon(tekst), "\n") }

// Paar is one line of Gegevens.
type Paar struct {
	Naam, Waarde string
	Toon         Toon // of the value
}

// Gegevens writes names with their values behind them in one column; a long value continues under itself. A pair without a
// name continues the one above it, a pair without a value is left out.
func (s *Scherm) Gegevens(paren ...Paar) { s.Ingesprongen(0, paren...) }

// Ingesprongen is Gegevens with every line indented.
func (s *Scherm) Ingesprongen(inspringen int, paren ...Paar) {
	const grootsteNaam, tussen = 32, 2
	breed := 0
	for _, p := range paren {
		if w := lipgloss.Width(Schoon(p.Naam)); p.Waarde != "" && w <= grootsteNaam {
			breed = max(breed, w)
		}
	}
	marge := strings.Repeat(" ", inspringen)
	onder := inspringen + breed + tussen
	if s.breedte > 0 && onder > s.breedte/2 {
		onder = inspringen + 2*tussen // too narrow for two columns: values go under their names
	}
	for _, p := range paren {
		if p.Waarde == "" {
			continue
		}
		naam := marge + Schoon(p.Naam)
		if over := onder - lipgloss.Width(naam); over >= tussen {
			naam += strings.Repeat(" ", over)
		} else {
			naam += "\n" + strings.Repeat(" ", onder)
		}
		for i, r := range s.regels(p.Waarde, onder) {
			switch {
			case i == 0:
				s.schrijf(naam)
			case r != "":
				s.schrijf(strings.Repeat(" ", onder))
			}
			s.schrijf(s.kleur(p.Toon, r), "\n")
		}
	}
}

// regels cleans text and wraps it to what an indent leaves of the width.
func (s *Scherm) regels(tekst string, inspringen int) []string {
	var uit []string
	for _, r := range strings.Split(strings.TrimRight(Schoon(tekst), "\n "), "\n") {
		if s.breedte == 0 {
			uit = append(uit, strings.TrimRight(r, " "))
			continue
		}
		uit = append(uit, breekAf(r, max(min(s.breedte, grootsteRegel)-inspringen, 10))...)
	}
	return uit
}

// breekAf breaks a line at spaces where it doesn't fit in breedte columns. A longer word, such as a path, stays whole for
// copying. The line's own indent is kept on what follows.
func breekAf(r string, breedte int) []string {
	r = strings.TrimRight(r, " ")
	if ansi.StringWidth(r) <= breedte {
		return []string{r}
	}
	woorden := strings.Fields(r)
	marge := r[:len(r)-len(strings.TrimLeft(r, " "))]
	var uit []string
	nu, breed := marge+woorden[0], len(marge)+ansi.StringWidth(woorden[0])
	for _, w := range woorden[1:] {
		wb := ansi.StringWidth(w)
		if breed+1+wb > breedte {
			uit = append(uit, nu)
			nu, breed = marge+w, len(marge)+wb
			continue
		}
		nu += " " + w
		breed += 1 + wb
	}
	return append(uit, nu)
}

// breekHard is breekAf that also breaks a word that is wider by itself.
func breekHard(r string, breedte int) []string {
	var uit []string
	for _, deel := range breekAf(r, breedte) {
		uit = append(uit, strings.Split(ansi.Hardwrap(deel, breedte, true), "\n")...)
	}
	return uit
}

// Breedte counts the columns that s takes on a screen.
func Breedte(s string) int { return ansi.StringWidth(s) }

func breedsteWoord(s string) int {
	breed := 0
	for _, woord := range strings.Fields(s) {
		breed = max(breed, ansi.StringWidth(woord))
	}
	return breed
}
