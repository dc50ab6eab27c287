package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"klacht/werkdagen"
)

var (
	lotGebeurtenis = regexp.MustCompile(`(?m)^  - id: (\S+)\n    wat: (\S+)\n    op: (\d{4}-\d\d-\d\d)`)
	lotCategorie   = regexp.MustCompile(`(?m)^categorie: .*$`)
)

// bewerk changes a record as people do in an editor: remarks, lines of their own, and events that no command writes.
func (l *lotmap) bewerk(pad string) {
	l.t.Helper()
	inhoud, err := os.ReadFile(pad)
	if err != nil {
		l.t.Fatal(err)
	}
	tekst := string(inhoud)
	gebeurd := lotGebeurtenis.FindAllStringSubmatch(tekst, -1)
	ontvangen := l.leesDag(gebeurd[0][3])
	erbij := func(op werkdagen.Datum, velden string) {
		tekst += fmt.Sprintf("\n  # met de hand\n  - wat: %s\n    op: %s\n", strings.ReplaceAll(velden, "\n", "\n    "), min(op, l.laatste))
	}
	for range 1 + l.r.IntN(3) {
		switch l.r.IntN(9) {
		case 0:
			tekst = strings.Replace(tekst, "\nverloop:", "\n# nagekeken # en nog eens\n\n\nverloop: # alles", 1)
		case 1: // an event did not happen, and perhaps it did after all
			g := gebeurd[l.r.IntN(len(gebeurd))]
			if g[2] == "ontvangen" || g[2] == "gewijzigd" {
				continue
			}
			op := l.leesDag(g[3]) + werkdagen.Datum(l.r.IntN(60))
			erbij(op, "ongedaan\ngebeurtenis: "+g[1])
			if l.kans(30) {
				erbij(op+werkdagen.Datum(l.r.IntN(30)), fmt.Sprintf("ongedaan\ngebeurtenis: gebeurtenis-%d", strings.Count(tekst, "\n  - ")))
			}
		case 2: // it was received on another day
			naar := ontvangen + werkdagen.Datum(l.r.IntN(15)-7)
			if naar.Jaar() == ontvangen.Jaar() && naar <= l.laatste {
				erbij(max(naar, ontvangen)+werkdagen.Datum(l.r.IntN(40)), fmt.Sprintf("gewijzigd\nveld: ontvangen\nvan: %s\nnaar: %s", ontvangen, naar))
			}
		case 3: // out of order, and without what a command would have written
			erbij(ontvangen+werkdagen.Datum(l.r.IntN(80)), een(l, "bevestigd", "voorstel", "geschil", "advies", "heropend", "afgehandeld\nuitkomst: deels gegrond", "analyse\noorzaak: sfeer", "hervat"))
		case 4:
			tekst = lotCategorie.ReplaceAllLiteralString(tekst, "categorie: '"+een(l, l.categorieen...)+"'   # verbeterd")
		case 5:
			if l.kans(20) {
				tekst = lotCategorie.ReplaceAllLiteralString(tekst, `categorie: "oude categorie"`)
			}
		case 6:
			tekst = strings.Replace(tekst, "\nernst:", fmt.Sprintf("\neigen_sleutel_%d: [a, {b: c}]\nernst:", l.r.IntN(1e6)), 1)
		case 7:
			erbij(ontvangen+werkdagen.Datum(l.r.IntN(40)), fmt.Sprintf("opgeschort\nreden: wacht\ntot: %s", ontvangen+werkdagen.Datum(41+l.r.IntN(30))))
		case 8: // right at the end of four weeks, to a day and on from there, or shorter than it was
			op := ontvangen + 27 + werkdagen.Datum(l.r.IntN(3))
			erbij(op, fmt.Sprintf("verlengd\nreden: ziek\ntot: %s", op+werkdagen.Datum(l.r.IntN(20)-3)))
			if l.kans(70) {
				erbij(op, "verlengd\nreden: nog ziek\nmet: "+een(l, "1 week", "9 dagen", "3 werkdagen"))
			}
		}
	}
	l.mislukt = l.mislukt || strings.Contains(tekst, `"oude categorie"`)
	if l.kans(20) {
		tekst = strings.ReplaceAll(tekst, "\n", "\r\n")
	}
	if err := os.WriteFile(pad, []byte(tekst), 0o600); err != nil {
		l.t.Fatal(err)
	}
}

func (l *lotmap) leesDag(s string) werkdagen.Datum {
	l.t.Helper()
	d, err := werkdagen.LeesDatum(s)
	if err != nil {
		l.t.Fatal(err)
	}
	return d
}
