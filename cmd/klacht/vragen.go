package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// pogingen bounds how often one question is asked: input that never ends must not keep the program busy.
const pogingen = 5

var (
	errInvoerOp = &mislukt{errors.New("de invoer hield op voordat alles was ingevuld"), "er is niets vastgelegd; begin opnieuw, of geef de gegevens als opties mee"}
	errPogingen = &mislukt{errors.New("te vaak een antwoord dat niet kan"), "er is niets vastgelegd; begin opnieuw, of geef de gegevens als opties mee"}
)

// vrager asks questions in plain lines, which any terminal, screen reader and test can follow. The end of the input is an error.
type vrager struct {
	in      io.Reader
	uit     io.Writer
	breedte int // columns of the terminal that uit is, 0 for no limit
}

// vrager gives the one that asks at this terminal; look at om.vraagbaar first.
func (om omgeving) vrager() *vrager { return &vrager{om.in, om.fout, om.foutbreedte} }

// tekst asks for a text on one line until controle (nil: anything but nothing) accepts it.
func (v *vrager) tekst(vraag string, controle func(string) error) (string, error) {
	if controle == nil {
		controle = func(s string) error {
			if s == "" {
				return errors.New("vul hier iets in")
			}
			return nil
		}
	}
	for range pogingen {
		v.vraag(vraag)
		antwoord, err := v.lees()
		if err != nil {
			return "", err
		}
		if err = controle(antwoord); err == nil {
			return antwoord, nil
		}
		v.zeg(err.Error())
	}
	return "", errPogingen
}

// keuze asks to pick one of the choices, by number, by its text, or by its beginning when only one begins so. An empty answer
// picks standaard, where that is not "".
func (v *vrager) keuze(vraag string, keuzen []string, standaard string) (string, error) {
	v.schrijf(scherm.Regel(vraag) + ":")
	for i, k := range keuzen {
		v.schrijf(fmt.Sprintf("%4d. %s", i+1, scherm.Regel(k)))
	}
	prompt := "Nummer of tekst"
	if standaard != "" {
		prompt += fmt.Sprintf(" [%s]", scherm.Regel(standaard))
	}
	gekozen := ""
	_, err := v.tekst(prompt, func(antwoord string) (err error) {
		if antwoord == "" && standaard != "" {
			antwoord = standaard
		}
		gekozen, err = kies(keuzen, antwoord)
		return err
	})
	return gekozen, err
}

func kies(keuzen []string, antwoord string) (string, error) {
	antwoord = scherm.Regel(antwoord)
	if n, err := strconv.Atoi(antwoord); err == nil && n >= 1 && n <= len(keuzen) {
		return keuzen[n-1], nil
	}
	var begint []string
	for _, k := range keuzen {
		if strings.EqualFold(k, antwoord) {
			return k, nil
		}
		if antwoord != "" && strings.HasPrefix(strings.ToLower(k), strings.ToLower(antwoord)) {
			begint = append(begint, k)
		}
	}
	switch len(begint) {
	case 1:
		return begint[0], nil
	case 0:
		return "", fmt.Errorf("typ een nummer van 1 tot en met %d, of de tekst zelf", len(keuzen))
	}
	return "", fmt.Errorf("dat kan %s zijn: typ meer, of het nummer", dossier.Opsomming(begint, "of"))
}

// janee asks a question that nothing but a plain yes answers with yes.
func (v *vrager) janee(vraag string) (bool, error) {
	ja := false
	_, err := v.tekst(scherm.Regel(vraag)+" [j/N]", func(antwoord string) error {
		switch strings.ToLower(antwoord) {
		case "j", "ja":
			ja = true
		case "", "n", "nee":
			ja = false
		default:
			return errors.New("antwoord met j of n")
		}
		return nil
	})
	return ja, err
}

// woord asks to type a word, for what can't be undone; any other answer is a no.
func (v *vrager) woord(vraag, woord string) (bool, error) {
	antwoord, err := v.tekst(fmt.Sprintf("%s Typ %s om door te gaan", scherm.Regel(vraag), woord), func(string) error { return nil })
	return antwoord == woord, err
}

func (v *vrager) zeg(tekst string) { v.schrijf("  " + scherm.Regel(tekst)) }

// schrijf writes lines, wrapped on a terminal.
func (v *vrager) schrijf(tekst string) { scherm.Nieuw(v.uit, v.breedte, false).Alinea(tekst) }

// vraag writes a question, after which the answer is typed on the same line.
func (v *vrager) vraag(vraag string) {
	var regels strings.Builder
	scherm.Nieuw(&regels, v.breedte, false).Alinea(scherm.Regel(vraag) + ":")
	fmt.Fprint(v.uit, strings.TrimSuffix(regels.String(), "\n")+" ")
}

// lees reads one line, byte by byte so that nothing of what follows is taken. A last line without a line end counts.
func (v *vrager) lees() (string, error) {
	var r []byte
	for buf := make([]byte, 1); ; {
		n, err := v.in.Read(buf)
		if n > 0 {
			if buf[0] == '\n' {
				break
			}
			r = append(r, buf[0])
		}
		if errors.Is(err, io.EOF) {
			if len(r) > 0 {
				break
			}
			fmt.Fprintln(v.uit)
			return "", errInvoerOp
		}
		if err != nil {
			fmt.Fprintln(v.uit)
			return "", fmt.Errorf("kon het antwoord niet lezen: %w", err)
		}
	}
	return opEenRegel(ansi.Strip(string(r))), nil // arrow keys leave escape sequences
}

// vulAan asks for a value that a flag left empty. Where nobody can be asked, the error names the flag. With choices, one of
// them is asked for.
func (om omgeving) vulAan(doel *string, vlag, waarde, vraag string, keuzen ...string) (err error) {
	if *doel != "" {
		return nil
	}
	if !om.vraagbaar {
		return ontbreekt(vlag, waarde)
	}
	if len(keuzen) > 0 {
		*doel, err = om.vrager().keuze(vraag, keuzen, "")
	} else {
		*doel, err = om.vrager().tekst(vraag, nil)
	}
	return err
}

// vulDatumAan is vulAan for a day.
func (om omgeving) vulDatumAan(doel *werkdagen.Datum, vlag, vraag string) error {
	if *doel != 0 {
		return nil
	}
	if !om.vraagbaar {
		return ontbreekt(vlag, "DATUM")
	}
	_, err := om.vrager().tekst(vraag, (&datumvlag{doel, om}).Set)
	return err
}

// bevestig asks whether to go on; --ja (ja) answers beforehand. Where nobody can be asked, it is a wrong call.
// With a woord, that word must be typed.
func (om omgeving) bevestig(ja bool, vraag, woord string) (bool, error) {
	switch {
	case ja:
		return true, nil
	case !om.vraagbaar:
		return false, verkeerd("dit vraagt een bevestiging, en hier is niemand om die te geven").metTip("geef --ja als het zeker is")
	case woord != "":
		return om.vrager().woord(vraag, woord)
	}
	return om.vrager().janee(vraag)
}
