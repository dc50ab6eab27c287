package dossier

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

func TestRichtIn(t *testing.T) {
	for _, tt := range []struct {
		naam string
		i    Inrichting
		wil  Procedure
	}{
		{"zoals het profiel", Inrichting{}, Procedure{Organisatie: Organisatie{Naam: "Rezulto BV", Email: "info@rezulto.nl"}, Verantwoordelijke: "Louise Ross"}},
		{"een andere organisatie", Inrichting{Organisatie: "Bakkerij # 1: 'Jansen'"}, Procedure{Organisatie: Organisatie{Naam: "Bakkerij # 1: 'Jansen'"}}},
		{"alles", Inrichting{Organisatie: "Voorbeeld BV", Email: "info@example.nl", Verantwoordelijke: "Marit de Boer", Mediator: "P. Zonneveld <mediator@example.org>"},
			Procedure{Organisatie: Organisatie{Naam: "Voorbeeld BV", Email: "info@example.nl"}, Verantwoordelijke: "Marit de Boer", Mediator: Mediator{Naam: "P. Zonneveld", Email: "mediator@example.org"}}},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			pad := filepath.Join(t.TempDir(), "Klachtafhandeling")
			if err := RichtIn(pad, tt.i); err != nil {
				t.Fatal(err)
			}
			m := openMap(t, pad)
			gelijk(t, "organisatie", m.Procedure.Organisatie, tt.wil.Organisatie)
			gelijk(t, "verantwoordelijke", m.Procedure.Verantwoordelijke, tt.wil.Verantwoordelijke)
			gelijk(t, "mediator", m.Procedure.Mediator, tt.wil.Mediator)
			// The comments by which it can be adapted are all there.
			profiel, err := profieltekst(standaardProfiel)
			if err != nil {
				t.Fatal(err)
			}
			gelijk(t, "toelichting", strings.Count(inhoudVan(t, m.schijf, bestandProcedure), "\n#"), strings.Count(string(profiel), "\n#"))
		})
	}
}

func TestRichtInWeigertWatBestaat(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "Klachtafhandeling")
	if err := RichtIn(pad, Inrichting{}); err != nil {
		t.Fatal(err)
	}
	metFout(t, RichtIn(pad, Inrichting{Organisatie: "Ander"}), pad+" bestaat al")
	gelijk(t, "ongemoeid", openMap(t, pad).Procedure.Organisatie.Naam, "Rezulto BV")
}

func TestRichtInZegtWaaromHetDaarNietKan(t *testing.T) {
	hier := filepath.Join(t.TempDir(), "nieuwe map")
	err := RichtIn(filepath.Join(hier, "diep"), Inrichting{})
	metFout(t, err, "de map "+hier+" bestaat niet")
	var f *Fout
	if !errors.As(err, &f) || !strings.HasSuffix(f.Raad, `mkdir "`+hier+`"`) {
		t.Errorf("tip %+v", f)
	}
}

func TestAlsArgument(t *testing.T) {
	for pad, wil := range map[string]string{
		"/x/Klachtafhandeling": "/x/Klachtafhandeling", `C:\Café\K-1_a.b`: `C:\Café\K-1_a.b`, "/x/nieuwe map/diep": `"/x/nieuwe map/diep"`,
		"a'b": `"a'b"`, "a&b(1)": `"a&b(1)"`, "": `""`,
	} {
		gelijk(t, pad, AlsArgument(pad), wil)
	}
}
