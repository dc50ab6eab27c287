package rapport

import (
	"fmt"

	"klacht/dossier"
	"klacht/werkdagen"

	"pgregory.net/rapid"
)

// lotLeren draws facts that come in clusters, so that something stands out, and
// measures about them.
func lotLeren(t *rapid.T) Invoer {
	eerste := werkdagen.Datum(rapid.IntRange(739000, 739040).Draw(t, "eerste"))
	dagen, dossiers := rapid.IntRange(30, 900), rapid.IntRange(0, 80)
	if rapid.Bool().Draw(t, "druk") {
		// Enough for limits and trends: small numbers are drawn more often than large.
		dagen, dossiers = rapid.IntRange(450, 900), rapid.IntRange(60, 120)
	}
	in := Invoer{Feiten: []dossier.Feiten{}, Peildatum: eerste + werkdagen.Datum(dagen.Draw(t, "peildatum"))}
	in.Periode.Van = in.Peildatum - werkdagen.Datum(rapid.IntRange(0, 140).Draw(t, "van"))
	in.Periode.Tot = in.Peildatum + werkdagen.Datum(rapid.IntRange(-20, 20).Draw(t, "tot"))
	if in.Periode.Tot < in.Periode.Van {
		in.Periode.Tot = in.Periode.Van
	}
	in.Vorige = in.Periode.Vorige(in.Peildatum)
	in.WerkdagenTeLaat = func(dossier.Feiten, werkdagen.Datum) int { return 0 }
	peil := in.Periode.Peildatum(in.Peildatum)

	na := func(naam string, d werkdagen.Datum, hoogstens int) werkdagen.Datum {
		return d + werkdagen.Datum(rapid.IntRange(0, hoogstens).Draw(t, naam))
	}
	soms := func(naam string) bool { return rapid.Bool().Draw(t, naam) }
	for n := range dossiers.Draw(t, "dossiers") {
		f := dossier.Feiten{
			Nummer:      fmt.Sprintf("K2024-%04d", n+1),
			Soort:       rapid.SampledFrom([]dossier.Soort{dossier.SoortKlacht, dossier.SoortKlacht, dossier.SoortOnvolkomenheid}).Draw(t, "soort"),
			Herkomst:    dossier.Extern,
			Categorie:   rapid.SampledFrom([]string{"zaal", "zaal", "zaal", "Zaal", "inhoud"}).Draw(t, "categorie"),
			Oorzaak:     rapid.SampledFrom([]string{"", "planning", " Planning", "website"}).Draw(t, "oorzaak"),
			Behandelaar: rapid.SampledFrom([]string{"", "Sam Bos", "sam  bos", "Jo Vos"}).Draw(t, "behandelaar"),
			Betreft:     rapid.SampledFrom([]string{"", "", "Sam Bos", "Jo Vos"}).Draw(t, "betreft"),
		}
		if soms("in de periode") {
			f.Ontvangen = na("ontvangen", in.Periode.Van-2, int(peil-in.Periode.Van)+4)
		} else {
			f.Ontvangen = na("ontvangen", eerste, int(peil-eerste)+5)
		}
		if f.Geanalyseerd = f.Oorzaak != "" || soms("geanalyseerd"); f.Geanalyseerd && soms("dag bekend") {
			f.OorzaakOp = na("oorzaak op", f.Ontvangen, 60)
		}
		if soms("termijn") {
			x := dossier.Termijnfeit{Naam: dossier.TermijnVoorstel, Ronde: 1, Uiterlijk: f.Ontvangen + 28}
			if soms("gedaan") {
				x.VoldaanOp = na("voldaan", f.Ontvangen, 60)
			}
			f.Termijnen = []dossier.Termijnfeit{x}
		}
		if soms("gesloten") {
			op := na("gesloten", f.Ontvangen, 90)
			f.Sluitingen = []dossier.Sluiting{{Op: op, Uitkomst: dossier.Gegrond}}
			f.BewarenTot, f.Bewaarplicht = na("bewaren", op, 200), rapid.IntRange(0, 3).Draw(t, "bewaarplicht") == 0
			if rapid.IntRange(0, 3).Draw(t, "vernietigd") == 0 {
				f.Vernietigd, f.VernietigdOp = true, na("vernietigd", f.BewarenTot, 100)
			}
		}
		in.Feiten = append(in.Feiten, f)
	}
	for n := range rapid.IntRange(0, 4).Draw(t, "maatregelen") {
		m := &dossier.Maatregelstand{Peildatum: peil, Toestand: dossier.Gepland}
		m.Nummer = dossier.Maatregelnummer{Jaar: 2024, Volg: n + 1}
		m.Categorie = rapid.SampledFrom([]string{"", "zaal", " ZAAL ", "inhoud"}).Draw(t, "categorie van de maatregel")
		m.Oorzaak = rapid.SampledFrom([]string{"", "", "planning"}).Draw(t, "oorzaak van de maatregel")
		tot := func(naam string, vanaf werkdagen.Datum) werkdagen.Datum { return na(naam, vanaf, int(peil-vanaf)) }
		m.AangemaaktOp = tot("aangemaakt", eerste)
		m.Streefdatum = na("streefdatum", m.AangemaaktOp, 100)
		m.ControleOp = na("controle", m.AangemaaktOp, 200)
		if soms("uitgevoerd") {
			m.Toestand, m.UitgevoerdOp = dossier.Uitgevoerd, tot("uitgevoerd", m.AangemaaktOp)
			if soms("gecontroleerd") {
				m.Toestand, m.GecontroleerdOp = dossier.Gecontroleerd, tot("gecontroleerd", m.UitgevoerdOp)
				m.Oordeel = rapid.SampledFrom(dossier.Doeltreffendheden()).Draw(t, "oordeel")
			}
		} else if soms("vervallen") {
			m.Toestand, m.VervallenOp = dossier.Vervallen, tot("vervallen", m.AangemaaktOp)
		}
		in.Maatregelen = append(in.Maatregelen, m)
	}
	return in
}
