package post

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"text/template"

	"klacht/dossier"
)

// sjabloonzinnen put what text/template says into Dutch; the parts in
// parentheses go where %1 and %2 stand.
var sjabloonzinnen = []struct{ engels, nederlands, raad string }{
	{`function "([^"]*)" not defined`, `het woord %1 bestaat niet`, raadVelden},
	{`can't evaluate field (\S+) in type`, `het veld .%1 bestaat niet`, raadVelden},
	{`nil pointer evaluating .*\.(\w+)$`, `.%1 is er niet bij dit dossier`, `zet het tussen {{with …}} en {{end}}, zoals in de brieven van klacht zelf`},
	{`undefined variable "([^"]*)"`, `%1 bestaat niet`, raadVelden},
	{`unexpected EOF`, `er ontbreekt een {{end}}`, `elke {{if}}, {{with}} en {{range}} heeft een eigen {{end}} nodig`},
	{`unexpected {{(end|else)}}`, `hier staat een {{%1}} te veel`, `een {{%1}} hoort bij een {{if}}, {{with}} of {{range}} erboven`},
	{`unexpected {{(\w+)`, `{{%1}} kan hier niet`, raadVelden},
	{`unclosed (?:left paren|right paren)|unexpected right paren`, `de haakjes kloppen niet`, `elk ( heeft een eigen ) nodig`},
	{`unclosed action`, `een {{ wordt niet afgesloten`, `zet er op dezelfde regel }} achter`},
	{`unclosed comment|comment ends before closing delimiter`, `een opmerking wordt niet afgesloten`, `een opmerking begint met {{/* en eindigt met */}}`},
	{`unterminated (?:raw )?quoted string|unterminated character constant`, `een aanhalingsteken wordt niet afgesloten`, `zet aan beide kanten van de tekst een "`},
	{`missing value for command|empty command`, `tussen {{ en }} staat niets`, raadVelden},
	{`missing value for (\w+)`, `na {{%1 staat niet wat er moet`, raadVelden},
	{`wrong number of args for (\w+)`, `bij het woord %1 staan te veel of te weinig velden`, raadVelden},
	{`(\S+) has arguments but cannot be invoked|(\S+) is not a method but has arguments`, `achter %1 hoort niets te staan`, raadVelden},
	{`can't give argument to non-function (\S+)`, `achter %1 hoort niets te staan`, raadVelden},
	{`template "([^"]*)" not defined|no such template "([^"]*)"`, `het deel "%1" bestaat niet`, `schrijf de tekst voluit`},
	{`exceeded maximum template depth`, `een deel roept zichzelf op`, `schrijf de tekst voluit`},
	{`unexpected "?([^"\s]+)"? in`, `%1 kan hier niet staan`, raadVelden},
	{`(?:bad|unrecognized) character.*U\+\w+ '(.)`, `het teken %1 kan hier niet staan`, raadVelden},
	{`wrong type for value|expected \w+; (?:got|found)|incompatible types for comparison|can't (?:print|iterate|compare)`, `dit soort veld kan hier niet`, raadVelden},
}

const raadVelden = "de velden en woorden die kunnen, toont: klacht post sjablonen --velden"

// sjabloonfout is an error of text/template as a Dutch sentence with its line.
func sjabloonfout(bestand string, err error) *dossier.Leesfout {
	f := &dossier.Leesfout{Bestand: bestand, Wat: "hier klopt iets niet", Raad: raadVelden}
	var uitvoering template.ExecError
	if errors.As(err, &uitvoering) {
		err = uitvoering.Err
	}
	tekst := err.Error()
	// text/template begins with the name of the template, the line, and sometimes the column.
	if m := regexp.MustCompile(`^template: .*?:(\d+):(?:\d+:)? `).FindStringSubmatch(tekst); m != nil {
		f.Regel, _ = strconv.Atoi(m[1])
		tekst = tekst[len(m[0]):]
	}
	for _, z := range sjabloonzinnen {
		m := regexp.MustCompile(z.engels).FindStringSubmatch(tekst)
		if m == nil {
			continue
		}
		deel := ""
		for _, d := range m[1:] {
			if d != "" {
				deel = d
				break
			}
		}
		f.Wat = strings.ReplaceAll(z.nederlands, "%1", deel)
		f.Raad = strings.ReplaceAll(z.raad, "%1", deel)
		break
	}
	return f
}
