package post

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	brievenmap = "2026/K2026-0007/correspondentie/"
	nul        = "0000000000000000000000000000000000000000000000000000000000000000"
	vanKlager  = "From: Iemand <Iemand@example.org>\r\n"
)

func TestDraadIsHetLaatsteBerichtVanDeKlager(t *testing.T) {
	ontvangen := strings.Replace(kaalDossier, "op: 2026-11-20}", "op: 2026-11-20, bericht_id: b1@example.org, bestanden: [{bestand: correspondentie/a.eml, bytes: 1, sha256: "+nul+"}]}", 1)
	eerste := vanKlager + "Message-ID: <b1@example.org>\r\nReferences: <b0@example.org>\r\n\r\nx"
	in := func(id, bestand string) string {
		return "  - {id: " + id + ", wat: bericht-in, op: 2026-11-21, bestanden: [{bestand: correspondentie/" + bestand + ", bytes: 1, sha256: " + nul + "}]}"
	}
	for _, tt := range []struct {
		geval, klacht string
		bestanden     map[string]string
		want          Draad
	}{
		{"geen bericht", kaalDossier, nil, Draad{}},
		{"alleen de gebeurtenis", ontvangen, nil, Draad{AntwoordOp: "b1@example.org"}},
		{"het eerste", ontvangen, map[string]string{brievenmap + "a.eml": eerste}, Draad{"b1@example.org", []string{"b0@example.org"}}},
		{"een later, uit het bestand", metRegels(ontvangen, in("a2", "b.eml")), map[string]string{
			brievenmap + "a.eml": eerste, brievenmap + "b.eml": vanKlager + "Message-ID: <b3@example.org>\r\nIn-Reply-To: <b2@example.nl>\r\n\r\nx",
		}, Draad{"b3@example.org", []string{"b2@example.nl"}}},
		{"een later van een ander", metRegels(ontvangen, in("a2", "b.eml")), map[string]string{
			brievenmap + "a.eml": eerste, brievenmap + "b.eml": "From: ander@example.org\r\nMessage-ID: <b3@example.org>\r\n\r\nx",
		}, Draad{"b1@example.org", []string{"b0@example.org"}}},
		{"ongedaan", metRegels(ontvangen, in("a2", "b.eml"), "  - {id: a3, wat: ongedaan, op: 2026-11-22, gebeurtenis: a2}"), map[string]string{
			brievenmap + "a.eml": eerste, brievenmap + "b.eml": vanKlager + "Message-ID: <b3@example.org>\r\n\r\nx",
		}, Draad{"b1@example.org", []string{"b0@example.org"}}},
		{"doorgestuurd door een collega", ontvangen, map[string]string{brievenmap + "a.eml": "From: collega@example.nl\r\nMessage-ID: <b1@example.org>\r\n\r\nx"}, Draad{AntwoordOp: "b1@example.org"}},
		{"onleesbaar", ontvangen, map[string]string{brievenmap + "a.eml": "PK\x03\x04"}, Draad{AntwoordOp: "b1@example.org"}},
	} {
		t.Run(tt.geval, func(t *testing.T) {
			m := opgemaakt(t, kaalProcedure, tt.klacht, tt.bestanden)
			if diff := cmp.Diff(tt.want, ZoekDraad(m, beoordeeld(t, m, "2026-11-23"))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOnderwerpHeeftHetNummer(t *testing.T) {
	for _, tt := range []struct{ onderwerp, want string }{
		{"Uw klacht", "Uw klacht [K2026-0007]"},
		{"[K2026-0007] Uw klacht", "[K2026-0007] Uw klacht"},
		{"Uw klacht K2026-0007", "Uw klacht K2026-0007 [K2026-0007]"},
		{"[K2026-0001] Uw klacht", "K2026-0001 Uw klacht [K2026-0007]"},
		{"[K2026-0001] [K2026-0007] [K2026-0007] x", "K2026-0001 [K2026-0007] K2026-0007 x"},
	} {
		if got := metNummer(tt.onderwerp, "K2026-0007"); got != tt.want {
			t.Errorf("%q gives %q, want %q", tt.onderwerp, got, tt.want)
		}
	}
}

func TestVastleggenZegtWelkCommando(t *testing.T) {
	for _, tt := range []struct{ sjabloon, dag, tekst, want string }{
		{"ontvangstbevestiging", "2026-11-20", "", "klacht bevestig K2026-0007"},
		{"ontvangstbevestiging", "2026-11-23", "", ""},
		{"informatieverzoek", "2026-11-23", "x", "klacht opschort K2026-0007 --reden … --tot …"},
		{"informatieverzoek", "2026-11-25", "x", ""},
		{"verlenging", "2026-12-10", "", ""},
		{"voorstel", "2026-12-14", "x", "klacht voorstel K2026-0007 --tekst …"},
		{"voorstel", "2026-12-15", "", ""},
		{"herinnering", "2026-12-15", "", `klacht notitie K2026-0007 "Herinnering gestuurd"`},
		{"mediatorgegevens", "2026-12-17", "", "klacht mediator K2026-0007"},
		{"mediatorgegevens", "2027-01-11", "", ""},
		{"advies", "2027-01-08", "", ""},
		{"afsluiting", "2027-01-11", "", ""},
		{"eigen", "2026-12-17", "", ""},
	} {
		m := opgemaakt(t, volProcedure, volDossier, nil)
		if got := Vastleggen(beoordeeld(t, m, tt.dag), tt.sjabloon, tt.tekst); got != tt.want {
			t.Errorf("%s op %s: %q, want %q", tt.sjabloon, tt.dag, got, tt.want)
		}
	}
}

// TestVijandigeTekstInElkVeldBlijftTekst puts each hostile text in every field that a mail or a colleague fills.
func TestVijandigeTekstInElkVeldBlijftTekst(t *testing.T) {
	for _, vijandig := range []string{
		`x\r\nBcc: dief@example.org`, `x\nOnderwerp: anders`, `=?utf-8?q?=0D=0ABcc:_dief@example.org?=`, `x\u2028Bcc: y`, `\e[2Jx`, `x\u202ey`,
		`{{.Klager}}`, `{{end}}`, `<script>alert(1)</script>`, `<img src=https://example.org/x.png>`, `[K2026-0001]`, `a, dief@example.org`, `\"<dief@example.org>`,
	} {
		v := `"` + vijandig + `"`
		klacht := strings.NewReplacer("Cursusleider twee keer te laat", v, "E. Bakker", v, "Sanne de Vries", v, "De cursusleider is tot januari afwezig.", v,
			"Factuur opgevraagd", v, "Betaal de helft van het cursusgeld terug.", v, "U heeft 240 euro teruggekregen.", v,
			"tekst: |\n      U krijgt 120 euro terug.\n\n      Ook mag u de cursus gratis nog een keer volgen.\n", "tekst: "+v+"\n").Replace(volDossier)
		procedure := strings.NewReplacer("Louise Vos", v, "Voorbeeld BV", v, "A. Wijs", v, "Wijs Mediation", v, "www.example.org", v, "030 123 45 67", v).Replace(volProcedure)
		m := opgemaakt(t, procedure, klacht, nil)
		for _, b := range Soortbrieven() {
			dag := map[string]string{"informatieverzoek": "2026-11-25", "verlenging": "2026-12-10", "voorstel": "2026-12-15", "herinnering": "2026-12-16"}[b.Naam]
			if dag == "" {
				dag = "2027-01-11"
			}
			tekst := ""
			if b.Naam == "informatieverzoek" {
				tekst = vijandig
			}
			u, err := stelOp(t, m, b.Naam, dag, tekst)
			if err != nil {
				t.Fatalf("%s %q: %v", b.Naam, vijandig, err)
			}
			u.Concept = true
			inhoud := bytesVan(t, u)
			for _, g := range []gelezen{leesEigen(t, inhoud), leesEmersion(t, inhoud)} {
				if len(g.Aan) != 1 || !strings.HasSuffix(g.Aan[0], "<e.bakker@example.nl>") || len(g.Van) != 1 || !strings.HasSuffix(g.Van[0], "<klacht@example.nl>") {
					t.Errorf("%s %q: from %q to %q", b.Naam, vijandig, g.Van, g.Aan)
				}
				if !strings.HasSuffix(g.Onderwerp, "[K2026-0007]") || strings.Count(g.Onderwerp, "[K") != 1 || strings.Contains(g.Onderwerp, "anders") {
					t.Errorf("%s %q: subject %q", b.Naam, vijandig, g.Onderwerp)
				}
				if strings.ContainsAny(g.Tekst, "\x1b\u202e\u2028\r") {
					t.Errorf("%s %q: text %q", b.Naam, vijandig, g.Tekst)
				}
			}
			if html := alsHTML(u.Tekst); strings.Contains(html, "<script") || strings.Contains(html, "<img") {
				t.Errorf("%s %q: %s", b.Naam, vijandig, html)
			}
		}
	}
}
