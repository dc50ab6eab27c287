package rapport

import (
	"fmt"
	"io"

	"klacht/dossier"
)

// Formaat is a way to write the report.
type Formaat struct {
	Naam      string // as given to --formaat
	Extensie  string // of a file, with its point
	Binair    bool   // nothing to see on a screen
	Schrijver func(io.Writer, Overzicht) error
}

// Formaten lists every format; this is the one place that names them. Text for
// reading on a screen is laid out for scherm.
func Formaten(scherm Scherm) []Formaat {
	return []Formaat{
		{Naam: "scherm", Extensie: ".txt", Schrijver: scherm.Schrijf},
		{Naam: "md", Extensie: ".md", Schrijver: schrijfMarkdown},
		{Naam: "json", Extensie: ".json", Schrijver: schrijfJSON},
		{Naam: "xlsx", Extensie: ".xlsx", Binair: true, Schrijver: schrijfXLSX},
	}
}

// KiesFormaat finds the format called naam. The error is a *dossier.Fout.
func KiesFormaat(formaten []Formaat, naam string) (Formaat, error) {
	namen := make([]string, len(formaten))
	for i, f := range formaten {
		if f.Naam == naam {
			return f, nil
		}
		namen[i] = f.Naam
	}
	return Formaat{}, &dossier.Fout{
		Wat:     fmt.Sprintf("%q is geen formaat van het rapport", naam),
		Raad:    "kies uit " + dossier.Opsomming(namen, "en"),
		Aanroep: true,
	}
}
