package rapport

import (
	"fmt"
	"slices"
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// lotFeiten draws a dossier whose events are in an order that can be, and often
// on one of grenzen, where counting goes wrong if it does.
func lotFeiten(nummer int, eerste, laatste werkdagen.Datum, grenzen []werkdagen.Datum) *rapid.Generator[dossier.Feiten] {
	return rapid.Custom(func(t *rapid.T) dossier.Feiten {
		dagVanaf := func(naam string, d werkdagen.Datum, hoogstens int) werkdagen.Datum {
			if g := rapid.SampledFrom(grenzen).Draw(t, "grens"); g >= d && int(g-d) <= hoogstens && rapid.Bool().Draw(t, "op grens") {
				return g
			}
			return d + werkdagen.Datum(rapid.IntRange(0, hoogstens).Draw(t, naam))
		}
		f := dossier.Feiten{
			Nummer:     fmt.Sprintf("K2026-%04d", nummer),
			Soort:      rapid.SampledFrom(dossier.Soorten()).Draw(t, "soort"),
			Herkomst:   rapid.SampledFrom(dossier.Herkomsten()).Draw(t, "herkomst"),
			Categorie:  rapid.SampledFrom([]string{"inhoud", "cursusleider", "overig", "zaal"}).Draw(t, "categorie"),
			Oorzaak:    rapid.SampledFrom([]string{"", "planning", "website"}).Draw(t, "oorzaak"),
			Ontvangen:  dagVanaf("ontvangen", eerste, int(laatste-eerste)),
			Vernietigd: rapid.Bool().Draw(t, "vernietigd"),
		}
		if f.Geanalyseerd = f.Oorzaak != ""; f.Geanalyseerd && rapid.Bool().Draw(t, "dag van de analyse bekend") {
			f.OorzaakOp = dagVanaf("oorzaak op", f.Ontvangen, 90)
		}
		if f.Vernietigd {
			f.VernietigdOp = dagVanaf("vernietigd op", f.Ontvangen, 200)
		}
		d := f.Ontvangen
		for n := rapid.IntRange(0, 5).Draw(t, "wissels"); n > 0; n-- {
			d = dagVanaf("wissel", d, 60)
			if len(f.Sluitingen) == len(f.Heropend) {
				f.Sluitingen = append(f.Sluitingen, dossier.Sluiting{Op: d, Uitkomst: rapid.SampledFrom(append(dossier.Uitkomsten(), dossier.UitkomstOnbekend)).Draw(t, "uitkomst")})
			} else {
				f.Heropend = append(f.Heropend, d)
			}
		}
		for _, naam := range dossier.Termijnnamen() {
			for ronde := range rapid.IntRange(0, 2).Draw(t, "rondes") {
				x := dossier.Termijnfeit{Naam: naam, Ronde: ronde + 1, Uiterlijk: dagVanaf("uiterlijk", f.Ontvangen, 40)}
				switch rapid.IntRange(0, 6).Draw(t, "hoe") {
				case 0:
					x.Onbekend = true
				case 1:
					x.VervallenOp = dagVanaf("vervallen", f.Ontvangen, int(x.Uiterlijk-f.Ontvangen))
				case 2, 3, 4:
					x.VoldaanOp = dagVanaf("voldaan", f.Ontvangen, 60)
				}
				f.Termijnen = append(f.Termijnen, x)
			}
		}
		for range rapid.IntRange(0, 2).Draw(t, "geschillen") {
			f.Geschillen = append(f.Geschillen, dagVanaf("geschil", f.Ontvangen, 90))
			f.Adviezen = append(f.Adviezen, dagVanaf("advies", f.Ontvangen, 120))
		}
		return f
	})
}

// lotInvoer draws a period that has begun, whole or not, and facts around it.
func lotInvoer(t *rapid.T, eerste werkdagen.Datum) Invoer {
	const tijd = 300
	in := Invoer{
		Feiten:      []dossier.Feiten{},
		Peildatum:   eerste + werkdagen.Datum(rapid.IntRange(150, tijd).Draw(t, "peildatum")),
		Categorieen: []string{"inhoud", "cursusleider", "overig"},
	}
	in.Periode.Van = in.Peildatum - werkdagen.Datum(rapid.IntRange(0, 140).Draw(t, "van"))
	if _, _, d := in.Periode.Van.Delen(); rapid.Bool().Draw(t, "maand") {
		in.Periode.Van -= werkdagen.Datum(d - 1)
		in.Periode.Tot = in.Periode.Van.PlusMaanden(rapid.SampledFrom([]int{1, 3}).Draw(t, "maanden")) - 1
	} else {
		in.Periode.Tot = in.Periode.Van + werkdagen.Datum(rapid.IntRange(0, 200).Draw(t, "duur"))
	}
	in.Vorige = in.Periode.Vorige(in.Peildatum)
	peil := in.Periode.Peildatum(in.Peildatum)
	in.WerkdagenTeLaat = func(_ dossier.Feiten, uiterlijk werkdagen.Datum) int { return int(peil - uiterlijk) }

	var grenzen []werkdagen.Datum
	for _, d := range []werkdagen.Datum{in.Vorige.Van, in.Vorige.Tot, in.Periode.Van, peil, in.Periode.Van.PlusMaanden(1)} {
		grenzen = append(grenzen, d-1, d, d+1)
	}
	for n := range rapid.IntRange(0, 12).Draw(t, "dossiers") {
		in.Feiten = append(in.Feiten, lotFeiten(n+1, eerste, eerste+tijd, grenzen).Draw(t, "dossier"))
	}
	return in
}

// A report as of an earlier day does not change by what happened since.
func TestLatereGebeurtenissenTellenNiet(t *testing.T) {
	eerste := dag(t, "2027-09-01")
	rapid.Check(t, func(rt *rapid.T) {
		in := lotInvoer(rt, eerste)
		peil := in.Periode.Peildatum(in.Peildatum)
		toen := in
		toen.Feiten = nil
		for _, f := range in.Feiten {
			if f.Ontvangen <= peil {
				toen.Feiten = append(toen.Feiten, zoalsOp(f, peil))
			}
		}
		if d := cmp.Diff(Bereken(toen), Bereken(in)); d != "" {
			rt.Errorf("(-toen +nu)\n%s", d)
		}
	})
}

// zoalsOp leaves out of f what happened after d.
func zoalsOp(f dossier.Feiten, d werkdagen.Datum) dossier.Feiten {
	later := func(x werkdagen.Datum) bool { return x > d }
	f.Sluitingen = slices.DeleteFunc(slices.Clone(f.Sluitingen), func(s dossier.Sluiting) bool { return later(s.Op) })
	f.Heropend = slices.DeleteFunc(slices.Clone(f.Heropend), later)
	f.Geschillen = slices.DeleteFunc(slices.Clone(f.Geschillen), later)
	f.Adviezen = slices.DeleteFunc(slices.Clone(f.Adviezen), later)
	if later(f.OorzaakOp) {
		f.Oorzaak, f.OorzaakOp, f.Geanalyseerd = "", 0, false
	}
	if later(f.VernietigdOp) {
		f.Vernietigd, f.VernietigdOp = false, 0
	}
	f.Termijnen = slices.Clone(f.Termijnen)
	for i := range f.Termijnen {
		if later(f.Termijnen[i].VoldaanOp) {
			f.Termijnen[i].VoldaanOp = 0
		}
		if later(f.Termijnen[i].VervallenOp) {
			f.Termijnen[i].VervallenOp = 0
		}
	}
	return f
}

// What a report says of the period before is what a report on that period said.
func TestVorigeIsHetRapportVanToen(t *testing.T) {
	eerste := dag(t, "2027-09-01")
	rapid.Check(t, func(rt *rapid.T) {
		in := lotInvoer(rt, eerste)
		nu := Bereken(in)
		in.Periode, in.Vorige = in.Vorige, in.Vorige.Vorige(in.Peildatum)
		toen := Bereken(in)
		wil := Vorige{toen.Van, toen.Tot, toen.Ontvangen, toen.Afgehandeld, toen.Open, toen.Termijntellingen, toen.Doorlooptijd}
		if d := cmp.Diff(wil, nu.Vorige); d != "" {
			rt.Errorf("(-rapport van toen +vorige)\n%s", d)
		}
	})
}

// The facts come in any order; the figures don't.
func TestVolgordeVanDeFeitenDoetErNietToe(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		in := lotLeren(rt)
		wil := Bereken(in)
		in.Feiten = rapid.Permutation(in.Feiten).Draw(rt, "volgorde")
		if d := cmp.Diff(wil, Bereken(in)); d != "" {
			rt.Errorf("(-op nummer +door elkaar)\n%s", d)
		}
	})
}
