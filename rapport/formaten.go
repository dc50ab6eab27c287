package rapport

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

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
		{Naam: "html", Extensie: ".html", Schrijver: schrijfHTML},
		{Naam: "pdf", Extensie: ".pdf", Binair: true, Schrijver: schrijfPDF},
		{Naam: "xlsx", Extensie: ".xlsx", Binair: true, Schrijver: schrijfXLSX},
		{Naam: "json", Extensie: ".json", Schrijver: schrijfJSON},
	}
}

// Formaatnamen lists the formats by name.
func Formaatnamen() []string { return namen(Formaten(Scherm{})) }

func namen(formaten []Formaat) []string {
	uit := make([]string, len(formaten))
	for i, f := range formaten {
		uit[i] = f.Naam
	}
	return uit
}

// FormaatBijNaam finds the format of a file by its name. The error is a
// *dossier.Fout.
func FormaatBijNaam(formaten []Formaat, bestand string) (Formaat, error) {
	var extensies []string
	for _, f := range formaten {
		if strings.EqualFold(filepath.Ext(bestand), f.Extensie) {
			return f, nil
		}
		extensies = append(extensies, f.Extensie)
	}
	return Formaat{}, &dossier.Fout{
		Wat:     fmt.Sprintf("aan de naam %s is niet te zien welk formaat het rapport moet hebben", bestand),
		Raad:    "laat de naam eindigen op " + dossier.Opsomming(extensies, "of") + ", of geef ook --formaat",
		Aanroep: true,
	}
}

// KiesFormaat finds the format called naam. The error is a *dossier.Fout.
func KiesFormaat(formaten []Formaat, naam string) (Formaat, error) {
	for _, f := range formaten {
		if f.Naam == naam {
			return f, nil
		}
	}
	return Formaat{}, &dossier.Fout{
		Wat:     fmt.Sprintf("%q is geen formaat van het rapport", naam),
		Raad:    "kies uit " + dossier.Opsomming(namen(formaten), "en"),
		Aanroep: true,
	}
}
