package rapport

import (
	"fmt"
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"
)

// BenchmarkBereken counts 100,000 dossiers received over ten years, of which
// about one in fifty is open and half of those are late, and 60 measures.
func BenchmarkBereken(b *testing.B) {
	const aantal = 100_000
	eerste, vandaag := dag(b, "2017-01-01"), dag(b, "2026-11-24")
	in := Invoer{Peildatum: vandaag, WerkdagenTeLaat: werkdagenTeLaat(b, vandaag)}
	for i := range aantal {
		op := eerste + werkdagen.Datum(i*int(vandaag-eerste)/aantal)
		f := dossier.Feiten{
			Nummer: fmt.Sprintf("K%d-%05d", op.Jaar(), i+1), Soort: dossier.SoortKlacht, Herkomst: dossier.Extern,
			Categorie: fmt.Sprintf("categorie %d", i%30), Oorzaak: fmt.Sprintf("oorzaak %d", i%50), Ontvangen: op,
			Termijnen: []dossier.Termijnfeit{
				{Naam: dossier.TermijnBevestiging, Ronde: 1, Uiterlijk: op + 7, VoldaanOp: op + werkdagen.Datum(i%9)},
				{Naam: dossier.TermijnVoorstel, Ronde: 1, Uiterlijk: op + 28},
			},
		}
		if i%50 != 0 {
			f.Termijnen[1].VoldaanOp = op + werkdagen.Datum(i%40)
			f.Sluitingen = []dossier.Sluiting{{Op: op + werkdagen.Datum(20+i%60), Uitkomst: dossier.Gegrond}}
		}
		in.Feiten = append(in.Feiten, f)
	}
	for i := range 60 {
		op := vandaag - werkdagen.Datum(i*30)
		in.Maatregelen = append(in.Maatregelen, &dossier.Maatregelstand{
			Maatregel: dossier.Maatregel{
				Nummer: dossier.Maatregelnummer{Jaar: op.Jaar(), Volg: i + 1}, Categorie: fmt.Sprintf("categorie %d", i%30), Oorzaak: fmt.Sprintf("oorzaak %d", i%50),
			},
			Peildatum: vandaag, Toestand: dossier.Gecontroleerd, UitgevoerdOp: op - 200, GecontroleerdOp: op, Oordeel: dossier.Doeltreffend,
		})
	}
	for _, keuze := range []Keuze{{Periode: "2026"}, {Van: "2017-01-01"}} {
		var err error
		if in.Periode, in.Vorige, err = keuze.Lees(vandaag, 0); err != nil {
			b.Fatal(err)
		}
		b.Run(keuze.Periode+keuze.Van, func(b *testing.B) {
			for b.Loop() {
				Bereken(in)
			}
		})
	}
}
