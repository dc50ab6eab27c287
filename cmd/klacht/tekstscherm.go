package main

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// toon is how a text stands out. Colour never says what the words don't: without it nothing is lost.
type toon uint8

const (
	gewoon  toon = iota
	nadruk       // headings
	zacht        // what matters less
	gunstig      // met, done
	letop        // due soon
	ernstig      // overdue
)

// grootsteRegel keeps paragraphs readable on a wide terminal.
const grootsteRegel = 100

// tekstscherm lays out text for a reader. On a terminal lines fit its width; elsewhere nothing is cut off or wrapped. All text
// that goes through its methods is cleaned (schoon). Errors of writing are kept by the writer that draai puts there.
type tekstscherm struct {
	w       io.Writer
	breedte int // columns, 0 for no limit
	stijlen map[toon]lipgloss.Style
}

// scherm is the screen that goes with om.uit.
func (om omgeving) scherm() *tekstscherm {
	s := &tekstscherm{w: om.uit}
	if om.terminal {
		s.breedte = max(om.breedte, 20)
	}
	if om.kleur {
		s.stijlen = stijlen(om.uit)
	}
	return s
}

// stijlen has only the sixteen colours that a terminal's own palette defines, readable on light and dark alike, so the
// background need not be known. With the profile given, neither lipgloss nor termenv asks the terminal anything.
func stijlen(w io.Writer) map[toon]lipgloss.Style {
	r := lipgloss.NewRenderer(w, termenv.WithProfile(termenv.ANSI))
	r.SetColorProfile(termenv.ANSI)
	r.SetHasDarkBackground(true)
	return map[toon]lipgloss.Style{
		nadruk:  r.NewStyle().Bold(true),
		zacht:   r.NewStyle().Faint(true),
		gunstig: r.NewStyle().Foreground(lipgloss.Color("2")),
		letop:   r.NewStyle().Foreground(lipgloss.Color("3")),
		ernstig: r.NewStyle().Foreground(lipgloss.Color("1")).Bold(true),
	}
}

// kleur dresses text that is clean already and has no line ends.
func (s *tekstscherm) kleur(t toon, tekst string) string {
	stijl, ok := s.stijlen[t]
	if !ok || tekst == "" {
		return tekst
	}
	return stijl.Render(tekst)
}

func (s *tekstscherm) schrijf(delen ...string) {
	_, _ = io.WriteString(s.w, strings.Join(delen, "")) // onthouder keeps the error
}

// wit writes an empty line.
func (s *tekstscherm) wit() { s.schrijf("\n") }

// kop writes a heading.
func (s *tekstscherm) kop(tekst string) {
	for _, r := range s.regels(tekst, 0) {
		s.schrijf(s.kleur(nadruk, r), "\n")
	}
}

// alinea writes text, wrapped; its own line ends stay.
func (s *tekstscherm) alinea(tekst string) { s.gekleurd(gewoon, tekst) }

// gekleurd is alinea in a tone.
func (s *tekstscherm) gekleurd(t toon, tekst string) {
	for _, r := range s.regels(tekst, 0) {
		s.schrijf(s.kleur(t, r), "\n")
	}
}

// paar is one line of gegevens.
type paar struct {
	naam, waarde string
	toon         toon // of the value
}

// gegevens writes names with their values behind them in one column; a long value continues under itself. A pair without a
// name continues the one above it, a pair without a value is left out.
func (s *tekstscherm) gegevens(paren ...paar) { s.kolommen(0, paren) }

func (s *tekstscherm) kolommen(inspringen int, paren []paar) {
	const grootsteNaam, tussen = 32, 2
	breed := 0
	for _, p := range paren {
		if w := lipgloss.Width(schoon(p.naam)); p.waarde != "" && w <= grootsteNaam {
			breed = max(breed, w)
		}
	}
	marge := strings.Repeat(" ", inspringen)
	onder := inspringen + breed + tussen
	if s.breedte > 0 && onder > s.breedte/2 {
		onder = inspringen + 2*tussen // too narrow for two columns: values go under their names
	}
	for _, p := range paren {
		if p.waarde == "" {
			continue
		}
		naam := marge + schoon(p.naam)
		if over := onder - lipgloss.Width(naam); over >= tussen {
			naam += strings.Repeat(" ", over)
		} else {
			naam += "\n" + strings.Repeat(" ", onder)
		}
		for i, r := range s.regels(p.waarde, onder) {
			switch {
			case i == 0:
				s.schrijf(naam)
			case r != "":
				s.schrijf(strings.Repeat(" ", onder))
			}
			s.schrijf(s.kleur(p.toon, r), "\n")
		}
	}
}

// regels cleans text and wraps it to what an indent leaves of the width.
func (s *tekstscherm) regels(tekst string, inspringen int) []string {
	var uit []string
	for _, r := range strings.Split(strings.TrimRight(schoon(tekst), "\n "), "\n") {
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
