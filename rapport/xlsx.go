package rapport

import (
	"errors"
	"io"
	"strings"
	"time"

	"klacht/rapport/scherm"
	"klacht/werkdagen"

	"github.com/xuri/excelize/v2"
)

// schrijfXLSX writes the report as a workbook to count on with: what the other
// formats say in sentences and tables, with real numbers and dates, and a row
// for every dossier. The same Overzicht gives the same bytes.
func schrijfXLSX(w io.Writer, o Overzicht) error {
	f := excelize.NewFile()
	a := &archief{datum: moment(o.Peildatum), aanvulling: map[string]aanvulling{}}
	f.ZipWriter = a.open
	b, err := nieuwWerkboek(f, a, o)
	if err != nil {
		return errors.Join(err, f.Close())
	}
	for _, blad := range bladen() {
		v, err := b.voegToe(blad.naam, blad.liggend)
		if err != nil {
			return errors.Join(err, f.Close())
		}
		blad.vul(v, o)
		if err := v.sluit(); err != nil {
			return errors.Join(err, f.Close())
		}
	}
	zonderPlaatjes(f)
	return errors.Join(f.Write(w), a.fout, f.Close())
}

// zonderPlaatjes leaves out the kinds of pictures that there could be and are not:
// excelize lists them in random order.
func zonderPlaatjes(f *excelize.File) {
	soorten, n := f.ContentTypes.Defaults, 0
	for _, s := range soorten {
		if s.Extension == "rels" || s.Extension == "xml" {
			soorten[n] = s
			n++
		}
	}
	f.ContentTypes.Defaults = soorten[:n]
}

// werkbladsoort is a sheet of the workbook.
type werkbladsoort struct {
	naam    string
	liggend bool // printed on the long side
	vul     func(*vel, Overzicht)
}

// bladen are the sheets in their order.
func bladen() []werkbladsoort {
	return []werkbladsoort{
		{"Samenvatting", false, vulSamenvatting},
		{"Klachten", true, vulKlachten},
		{"Per maand", true, vulPerMaand},
		{"Per categorie", false, vulPerCategorie},
		{"Maatregelen", true, vulMaatregelen},
	}
}

// werkboek is the file that is being made, with what its sheets share.
type werkboek struct {
	f       *excelize.File
	archief *archief
	stijlen stijlen
	titel   string
	voet    string // at the foot of every printed page
	bladen  int
}

func nieuwWerkboek(f *excelize.File, a *archief, o Overzicht) (*werkboek, error) {
	b := &werkboek{f: f, archief: a, titel: titel(o)}
	b.voet = "&L" + kopEnVoet(b.titel) + "&C" + string(naamStreepjes(o.Van)) + " t/m " + string(naamStreepjes(o.Tot)) + "&R&P / &N"
	var err error
	if b.stijlen, err = maakStijlen(f); err != nil {
		return nil, err
	}
	op := a.datum.Format(time.RFC3339)
	return b, errors.Join(
		f.SetDocProps(&excelize.DocProperties{
			Title: kortAf(b.titel, langsteEigenschap), Subject: kortAf(scherm.Regel(waarover(o)), langsteEigenschap),
			Creator: kortAf(maker(o), langsteEigenschap), LastModifiedBy: kortAf(maker(o), langsteEigenschap),
			Language: "nl", Created: op, Modified: op,
		}),
		f.SetAppProps(&excelize.AppProperties{Application: "klacht", Company: kortAf(scherm.Regel(o.Organisatie), langsteEigenschap)}),
	)
}

// langsteEigenschap is how much of a text is kept as a property of the document.
const langsteEigenschap = 250

func maker(o Overzicht) string { return naamOf(scherm.Regel(o.Organisatie), "klacht") }

// moment is the start of d, for what wants a time.
func moment(d werkdagen.Datum) time.Time {
	jaar, maand, dag := d.Delen()
	return time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, time.UTC)
}

// naamStreepjes gives 30-09-2026.
func naamStreepjes(d werkdagen.Datum) string { return moment(d).Format("02-01-2006") }

// kopEnVoet gives s for the foot of a page, where & starts a code and no more
// than 255 characters fit.
func kopEnVoet(s string) string { return strings.ReplaceAll(kortAf(s, 60), "&", "&&") }
