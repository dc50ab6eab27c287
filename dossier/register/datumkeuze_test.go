package register

import (
	"errors"
	"strings"
	"testing"

	"klacht/dossier"
)

func TestDatumvraag(t *testing.T) {
	p := procedure(t)
	vorm := func(tekst string, gegeven dossier.Datumvorm) (string, error) {
		r := open(t, schrijf(t, "r.csv", tekst), nil)
		v := verken(t, r)
		o, err := NieuweOmzetter(r, v, Raad(r, v, p), gegeven, p, nu(t))
		if err != nil {
			return "", err
		}
		return string(o.Vorm(dossier.RegisterOntvangen)) + " " + string(o.Vorm(dossier.RegisterAfgehandeld)), nil
	}
	const onzeker = "ontvangen;afgehandeld\n1-2-2026;3-4-2026\n"
	_, err := vorm(onzeker, "")
	var vraag *Datumvraag
	if !errors.As(err, &vraag) || err.Error() != `in kolom "ontvangen" kan "1-2-2026" zo 1 februari 2026 zijn, of vr 2 januari 2026` {
		t.Errorf("kreeg %v", err)
	}
	for tekst, wil := range map[string]string{
		// Three times two digits: the year may be in front.
		"ontvangen;naam\n24-11-08;x\n": `in kolom "ontvangen" kan "24-11-08" ma 24 november 2008 zijn, of vr 8 november 2024`,
		"ontvangen;naam\n01-02-24;x\n": `in kolom "ontvangen" kan "01-02-24" do 1 februari 2024 zijn, of di 2 januari 2024 of za 24 februari 2001`,
		// Both orders, and a date that can be either: the other column doesn't tell which.
		"ontvangen;afgehandeld\n27-2-2026;28-2-2026\n2/27/2026;28-2-2026\n1-2-2026;28-2-2026\n": `in kolom "ontvangen" staan datums met de dag en met de maand voorop door elkaar`,
	} {
		if _, err := vorm(tekst, ""); err == nil || err.Error() != wil {
			t.Errorf("%q: kreeg %v", tekst, err)
		}
	}
	for _, tt := range []struct{ tekst, gegeven, wil string }{
		{onzeker, "mdj", "mdj mdj"},
		{"ontvangen;afgehandeld\n1-2-2026;27-4-2026\n", "", "dmj dmj"}, // the other column settles it
		{"ontvangen;afgehandeld\n2026-02-01;3-4-2026\n2026-02-01;4-13-2026\n", "", " mdj"},
	} {
		kreeg, err := vorm(tt.tekst, dossier.Datumvorm(tt.gegeven))
		if err != nil || kreeg != tt.wil {
			t.Errorf("%q: %q, %v", tt.tekst, kreeg, err)
		}
	}
}

// A register in which a spreadsheet took days for months: what it could read became
// another day, and only the text still shows it.
func TestRekenprogrammaWisseldeDagEnMaandOm(t *testing.T) {
	p := procedure(t)
	kijk := func(tekst string, gegeven dossier.Datumvorm) error {
		r := open(t, schrijf(t, "r.csv", "nummer;ontvangen\n"+tekst), nil)
		v := verken(t, r)
		_, err := NieuweOmzetter(r, v, Raad(r, v, p), gegeven, p, nu(t))
		return err
	}
	const tekst = "1;03/14/2026\n2;2026-05-04\n3;04/25/2026\n4;2026-01-06\n"
	if err := kijk(tekst, ""); err == nil || !strings.HasPrefix(err.Error(), `in kolom "ontvangen" zijn alleen de dagen tot en met de 12e echte datums`) {
		t.Errorf("kreeg %v", err)
	}
	for goed, gegeven := range map[string]dossier.Datumvorm{
		tekst:                          dossier.VormMDJ, // whoever knows better
		tekst + "5;2026-01-13\n":       "",              // not only the first twelve days
		tekst + "5;03/04/2026\n":       "",              // a spreadsheet would have read this
		"1;03/14/2026\n2;2026-05-04\n": "",              // too few to tell
	} {
		if err := kijk(goed, gegeven); err != nil {
			t.Errorf("%q: %v", goed, err)
		}
	}
}
