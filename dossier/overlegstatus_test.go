package dossier

import (
	"fmt"
	"testing"
)

func TestOverlegstatus(t *testing.T) {
	gehouden := func(op, volgende string) *Overleg {
		o := &Overleg{Op: datum(op)}
		if volgende != "" {
			o.Volgende = datum(volgende)
		}
		return o
	}
	for _, tt := range []struct {
		naam       string
		hoeVaak    string
		overleggen []*Overleg
		eerste     string // first receipt
		peildatum  string
		wil        string // laatste volgende stand, laatste werkdag, werkdagen over
	}{
		{"nog niets", "elk kwartaal", nil, "", "2026-11-23", "- - -"},
		{"nog geen overleg", "elk kwartaal", nil, "2026-10-05", "2026-11-23", "- 2027-01-05 op tijd 2027-01-05 29"},
		{"nog geen overleg, te laat", "elk kwartaal", nil, "2026-08-03", "2026-11-23", "- 2026-11-03 te laat 2026-11-03 -14"},
		{"eerste klacht nog niet ontvangen", "elk kwartaal", nil, "2026-11-24", "2026-11-23", "- - -"},
		{"een kwartaal na het laatste", "elk kwartaal", []*Overleg{gehouden("2026-05-28", ""), gehouden("2026-08-27", "")}, "2026-01-05", "2026-11-23", "2026-08-27 2026-11-27 op tijd 2026-11-27 4"},
		{"binnenkort", "elk kwartaal", []*Overleg{gehouden("2026-08-27", "")}, "2026-01-05", "2026-11-24", "2026-08-27 2026-11-27 binnenkort 2026-11-27 3"},
		{"vandaag", "elk kwartaal", []*Overleg{gehouden("2026-08-27", "")}, "", "2026-11-27", "2026-08-27 2026-11-27 vandaag 2026-11-27 0"},
		{"te laat in het weekend", "elk kwartaal", []*Overleg{gehouden("2026-08-27", "")}, "", "2026-11-28", "2026-08-27 2026-11-27 te laat 2026-11-27 0"},
		{"afgesproken gaat voor", "elk kwartaal", []*Overleg{gehouden("2026-08-27", "2026-12-17")}, "", "2026-11-28", "2026-08-27 2026-12-17 op tijd 2026-12-17 14"},
		{"afgesproken en verstreken", "geen", []*Overleg{gehouden("2026-08-27", "2026-11-19")}, "", "2026-11-23", "2026-08-27 2026-11-19 te laat 2026-11-19 -2"},
		{"geen vaste dag", "geen", []*Overleg{gehouden("2025-08-28", "")}, "2024-01-02", "2026-11-23", "2025-08-28 - -"},
		{"geen, en nog nooit", "geen", nil, "2024-01-02", "2026-11-23", "- - -"},
		{"een later overleg telt nog niet", "elk kwartaal", []*Overleg{gehouden("2026-08-27", ""), gehouden("2026-11-26", "")}, "", "2026-11-23", "2026-08-27 2026-11-27 op tijd 2026-11-27 4"},
		{"en op die dag wel", "elk kwartaal", []*Overleg{gehouden("2026-08-27", ""), gehouden("2026-11-26", "")}, "", "2026-11-26", "2026-11-26 2027-02-26 op tijd 2027-02-26 64"},
		{"31 augustus en een half jaar", "elk half jaar", []*Overleg{gehouden("2026-08-31", "")}, "", "2026-11-23", "2026-08-31 2027-02-28 op tijd 2027-02-26 67"},
		{"zes weken", "elke 6 weken", []*Overleg{gehouden("2026-10-13", "")}, "", "2026-11-23", "2026-10-13 2026-11-24 binnenkort 2026-11-24 1"},
		{"in het weekend", "elke maand", []*Overleg{gehouden("2026-10-28", "")}, "", "2026-11-23", "2026-10-28 2026-11-28 op tijd 2026-11-27 4"},
		{"voorbij het laatste jaar", "elke 300 jaar", []*Overleg{gehouden("2026-10-28", "")}, "", "2026-11-23", "2026-10-28 - -"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			r := NieuweRegels(procedureVan(t, "overleg: "+tt.hoeVaak+"\n"))
			eerste := OpDag(0).Dag
			if tt.eerste != "" {
				eerste = datum(tt.eerste)
			}
			s, err := r.Overlegstatus(tt.overleggen, eerste, datum(tt.peildatum))
			if err != nil {
				t.Fatal(err)
			}
			dag := func(s string) string {
				if s == "" {
					return "-"
				}
				return s
			}
			kreeg := dag(s.Laatste.String()) + " " + dag(s.Volgende.String())
			if s.Stand == nil {
				kreeg += " -"
			} else {
				kreeg += fmt.Sprintf(" %s %s %d", *s.Stand, s.LaatsteWerkdag, s.WerkdagenOver)
			}
			gelijk(t, "status", kreeg, tt.wil)
			gelijk(t, "te laat", s.TeLaat(), s.Stand != nil && *s.Stand == "te laat")
		})
	}
}

func TestHoeVaak(t *testing.T) {
	for _, tt := range []struct{ tekst, wil string }{
		{"elke maand", "1 maand"}, {"elke 2 maanden", "2 maanden"}, {"elke twee maanden", "2 maanden"}, {"elke 6 weken", "6 weken"}, {"elke week", "1 week"},
		{"elk kwartaal", "3 maanden"}, {"Elk  Kwartaal", "3 maanden"}, {"elk half jaar", "6 maanden"}, {"elk halfjaar", "6 maanden"}, {"elk jaar", "1 jaar"},
		{"elke 14 dagen", "14 dagen"}, {"geen", ""}, {"", "3 maanden"},
	} {
		gelijk(t, tt.tekst, termijntekst(procedureVan(t, "overleg: "+tt.tekst+"\n").Overleg), tt.wil)
	}
	gelijk(t, "een oud bestand", termijntekst(rezulto(t).Overleg), "3 maanden")
	for _, fout := range []string{"kwartaal", "elke", "elk", "elke 0 maanden", "elke paar weken", "elke 10 werkdagen", "3 maanden", "nooit", "geen enkele keer", "elk elk jaar", "elke maand of twee"} {
		_, _, err := leesProcedure(bestandProcedure, []byte("overleg: "+fout+"\n"))
		metFout(t, err, fmt.Sprintf("procedure.yaml:1: %q zegt niet hoe vaak; schrijf bijvoorbeeld elke maand, elke 6 weken, elk kwartaal, elk half jaar, elk jaar of geen", fout))
	}
}
