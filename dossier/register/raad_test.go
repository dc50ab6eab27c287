package register

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"klacht/dossier"
)

func TestKoppenWordenGeraden(t *testing.T) {
	for _, tt := range []struct{ naam, tekst, wil string }{
		{"Nederlands", "Klachtnr.;Datum ontvangst;Klager;E-mail;Aard klacht;Toelichting;Ontvangstbevestiging;Afgehandeld op;Oordeel\n1;1-2-2026;x;x@example.nl;overig;y;ja;27-2-2026;ongegrond\n",
			"nummer ontvangen klager email categorie omschrijving bevestigd afgehandeld uitkomst"},
		{"Engels", "Case ID,Date received,Customer,Category,Description,Acknowledged on,Date closed,Upheld\n1,2/1/2026,x,overig,y,2/3/2026,2/27/2026,Y\n",
			"nummer ontvangen klager categorie omschrijving bevestigd afgehandeld uitkomst"},
		{"Duits", "Beschwerdenummer;Eingangsdatum;Kategorie;Beschreibung;Erledigt am\n1;1.2.2026;overig;y;27.2.2026\n", "nummer ontvangen categorie omschrijving afgehandeld"},
		{"een datum die geen datum is", "nr;datum;omschrijving;afgehandeld\n1;1-2-2026;x;ja\n2;27-2-2026;y;nee\n", "nummer ontvangen omschrijving -"},
		{"bevestigd: een dag, of alleen dat het gebeurd is", "Datum;Bevestigd op\n1-2-2026;2-2-2026\n1-2-2026;3-2-2026\n1-2-2026;ja\n28-2-2026;nee\n", "ontvangen bevestigd"},
		{"een uitkomst die hier niet zo heet", "Datum;Terecht?\n27-2-2026;Ja\n27-2-2026;J\n27-2-2026;nee\n27-2-2026;deels\n27-2-2026;weet niet\n", "ontvangen uitkomst"},
		{"geen uitkomst, al heet het zo", "Datum;Oordeel\n27-2-2026;ja\n27-2-2026;Zie brief\n27-2-2026;Gebeld met de klant\n", "ontvangen -"},
		{"het woord in een langere kop", "Intern registratienummer;Klacht: datum binnenkomst (dd-mm-jjjj);Soort klacht / melding\n1;27-2-2026;overig\n", "nummer ontvangen categorie"},
		{"de beste van twee", "Datum;Datum binnenkomst\n2-2-2026;1-2-2026\n", "- ontvangen"},
		{"een nummer dat op een dag lijkt", "nummer;ontvangen\n45001;27-2-2026\n45002;28-2-2026\n", "nummer ontvangen"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			r := open(t, schrijf(t, "r.csv", tt.tekst), nil)
			v := verken(t, r)
			kaart := Raad(r, v, procedure(t))
			var kreeg []string
			for _, kolom := range r.Kolommen {
				naam := "-"
				for _, veld := range kaart.Velden {
					if len(veld.Kolommen) > 0 && veld.Kolommen[0] == kolom {
						naam = string(veld.Veld)
					}
				}
				kreeg = append(kreeg, naam)
			}
			if d := cmp.Diff(tt.wil, strings.Join(kreeg, " ")); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestZonderWoorden(t *testing.T) {
	r := open(t, schrijf(t, "r.csv", "ontvangen;afgehandeld;soort klacht;gegrond\n1-2-2026;27-2-2026;Parkeren;misschien\n1-2-2026;;Parkeren;j\n1-2-2026;;Zaal;\n1-2-2026;;OVERIG;n\n"), nil)
	v := verken(t, r)
	p := procedure(t)
	kaart := kaartVan(t, "velden: {ontvangen: ontvangen, afgehandeld: afgehandeld, categorie: soort klacht, uitkomst: gegrond}\n")
	o, err := NieuweOmzetter(r, v, kaart, "", p, nu(t))
	if err != nil {
		t.Fatal(err)
	}
	z, err := o.ZonderWoorden(v)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]ZonderWoord{{dossier.RegisterUitkomst, []string{"misschien"}, 1}, {dossier.RegisterCategorie, []string{"Parkeren", "Zaal"}, 3}}, z); d != "" {
		t.Error(d)
	}
}
