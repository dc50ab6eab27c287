package post

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"klacht/dossier"
	"klacht/werkdagen"
)

var bijwerken = flag.Bool("bijwerken", false, "write the letters as they now are into the golden files")

const volProcedure = `organisatie:
  naam: Voorbeeld BV
  email: klacht@example.nl
  telefoon: 030 123 45 67
verantwoordelijke: Louise Vos
mediator:
  naam: A. Wijs
  organisatie: Wijs Mediation
  adres: |
    Kade 1
    1234 AB Utrecht
  telefoon: 030 765 43 21
  email: wijs@example.org
  website: www.example.org
`

const volDossier = `id: abcdefghijklmnop
soort: klacht
onderwerp: Cursusleider twee keer te laat
categorie: cursusleider
behandelaar: Sanne de Vries
klager:
  naam: E. Bakker
  email: e.bakker@example.nl
beloofd:
  bevestiging: 5 werkdagen
  voorstel: 4 weken
verloop:
  - {id: a1, wat: ontvangen, op: 2026-11-20T16:40:00+01:00, bericht_id: b1@mail.example.nl}
  - {id: a2, wat: bevestigd, op: 2026-11-23}
  - {id: a3, wat: opgeschort, op: 2026-11-25, tot: 2026-12-04, reden: Factuur opgevraagd}
  - {id: a4, wat: hervat, op: 2026-12-02}
  - {id: a5, wat: verlengd, op: 2026-12-10, met: 2 weken, reden: De cursusleider is tot januari afwezig.}
  - id: a6
    wat: voorstel
    op: 2026-12-15
    tekst: |
      U krijgt 120 euro terug.

      Ook mag u de cursus gratis nog een keer volgen.
  - {id: a7, wat: niet-akkoord, op: 2026-12-17}
  - {id: a8, wat: geschil, op: 2026-12-18}
  - {id: a9, wat: advies, op: 2027-01-08, tekst: Betaal de helft van het cursusgeld terug.}
  - {id: aa, wat: afgehandeld, op: 2027-01-11, uitkomst: deels gegrond, tekst: U heeft 240 euro teruggekregen.}
`

const kaalProcedure = "organisatie:\n  email: klacht@example.nl\n"

const kaalDossier = `id: abcdefghijklmnop
soort: klacht
onderwerp: Zaal was koud
categorie: overig
klager:
  email: iemand@example.org
beloofd:
  bevestiging: 5 werkdagen
  voorstel: 4 weken
verloop:
  - {id: a1, wat: ontvangen, op: 2026-11-20}
`

// opgemaakt opens a folder with one dossier, K2026-0007, and files beside it.
func opgemaakt(t *testing.T, procedure, klacht string, bestanden map[string]string) *dossier.Map {
	t.Helper()
	pad := t.TempDir()
	schrijf := func(naam, tekst string) {
		vol := filepath.Join(pad, filepath.FromSlash(naam))
		if err := errors.Join(os.MkdirAll(filepath.Dir(vol), 0o700), os.WriteFile(vol, []byte(tekst), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	schrijf("procedure.yaml", procedure)
	schrijf("2026/K2026-0007/klacht.yaml", klacht)
	for naam, tekst := range bestanden {
		schrijf(naam, tekst)
	}
	m, err := dossier.Open(pad, dossier.Instellingen{Klok: func() time.Time { return nu }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Sluit(); err != nil {
			t.Error(err)
		}
	})
	return m
}

var nu = time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC)

// beoordeeld gives dossier K2026-0007 of m as of a day.
func beoordeeld(t *testing.T, m *dossier.Map, dag string) *dossier.Dossier {
	t.Helper()
	peildatum, err := werkdagen.LeesDatum(dag)
	if err != nil {
		t.Fatal(err)
	}
	k, _, err := m.Lees(dossier.Nummer{Jaar: 2026, Volg: 7})
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.Beoordeel(k, peildatum)
	if err != nil || d == nil {
		t.Fatal(d, err)
	}
	return d
}

// stelOp makes letter naam of m as of a day.
func stelOp(t *testing.T, m *dossier.Map, naam, dag, tekst string) (*Uitgaand, error) {
	t.Helper()
	s, err := KiesSjabloon(m, naam)
	if err != nil {
		return nil, err
	}
	return StelOp(m.Regels, beoordeeld(t, m, dag), s, Opdracht{Tekst: tekst, Nu: nu})
}

// metRegels adds events to a dossier.
func metRegels(klacht string, regels ...string) string {
	return klacht + strings.Join(regels, "\n") + "\n"
}

func TestBrieven(t *testing.T) {
	for _, tt := range []struct {
		geval, sjabloon, dag, tekst, procedure, klacht string
	}{
		{"vol-ontvangstbevestiging", "ontvangstbevestiging", "2026-11-23", "", volProcedure, volDossier},
		{"vol-informatieverzoek", "informatieverzoek", "2026-11-25", "Wilt u ons een kopie van de factuur sturen?", volProcedure, volDossier},
		{"vol-herinnering-vraag", "herinnering", "2026-12-01", "Wilt u ons een kopie van de factuur sturen?", volProcedure, volDossier},
		{"vol-verlenging", "verlenging", "2026-12-10", "", volProcedure, volDossier},
		{"vol-voorstel", "voorstel", "2026-12-15", "", volProcedure, volDossier},
		{"vol-herinnering-voorstel", "herinnering", "2026-12-16", "", volProcedure, volDossier},
		{"vol-mediatorgegevens", "mediatorgegevens", "2026-12-17", "", volProcedure, volDossier},
		{"vol-advies", "advies", "2027-01-08", "Wij maken het bedrag deze week over.", volProcedure, volDossier},
		{"vol-afsluiting", "afsluiting", "2027-01-11", "", volProcedure, volDossier},
		{"kaal-ontvangstbevestiging", "ontvangstbevestiging", "2026-11-20", "", kaalProcedure, kaalDossier},
		{"kaal-ontvangstbevestiging-te-laat", "ontvangstbevestiging", "2026-12-21", "", kaalProcedure, kaalDossier},
		{"kaal-informatieverzoek", "informatieverzoek", "2026-11-23", "Welke zaal was het?", kaalProcedure, kaalDossier},
		{"kaal-herinnering-vraag", "herinnering", "2026-12-01", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: opgeschort, op: 2026-11-25, tot: 2026-12-04, reden: Zaal onbekend}")},
		{"kaal-verlenging", "verlenging", "2026-11-30", "", kaalProcedure, metRegels(strings.Replace(kaalDossier, "voorstel: 4 weken", "afhandeling: 4 weken", 1), "  - {id: a2, wat: verlengd, op: 2026-11-25, tot: 2027-01-15, reden: Er is meer onderzoek nodig.}")},
		{"kaal-voorstel-te-laat", "voorstel", "2026-12-21", "U krijgt een bon van 10 euro.", kaalProcedure, kaalDossier},
		{"kaal-herinnering-voorstel", "herinnering", "2026-12-21", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: voorstel, op: 2026-11-25, tekst: U krijgt een bon van 10 euro.}")},
		{"kaal-mediatorgegevens", "mediatorgegevens", "2026-12-21", "", kaalProcedure + "mediator:\n  naam: A. Wijs\n  email: wijs@example.org\n", kaalDossier},
		{"kaal-advies", "advies", "2026-12-21", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: advies, op: 2026-11-25, tekst: Geef een bon., toch: ja}")},
		{"kaal-afsluiting-ingetrokken", "afsluiting", "2026-12-21", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: afgehandeld, op: 2026-11-25, uitkomst: ingetrokken}", "  - {id: a3, wat: bewaarplicht, op: 2026-11-25}")},
		{"melding-afsluiting-ongegrond", "afsluiting", "2026-12-21", "", volProcedure, strings.Replace(metRegels(kaalDossier, "  - {id: a2, wat: afgehandeld, op: 2026-11-25, uitkomst: ongegrond, toch: ja}"), "soort: klacht", "soort: onvolkomenheid\nherkomst: extern", 1)},
	} {
		t.Run(tt.geval, func(t *testing.T) {
			u, err := stelOp(t, opgemaakt(t, tt.procedure, tt.klacht, nil), tt.sjabloon, tt.dag, tt.tekst)
			if err != nil {
				t.Fatal(err)
			}
			got := "Aan: " + u.Aan.Naam + " <" + u.Aan.Adres + ">\nOnderwerp: " + u.Onderwerp + "\n\n" + u.Tekst + "\n"
			pad := filepath.Join("..", "testdata", "brieven", tt.geval+".txt")
			if *bijwerken {
				if err := os.WriteFile(pad, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(pad)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// metFout wants an error that says wat, with a tip.
func metFout(t *testing.T, err error, wat, tip string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want %q", wat)
	}
	if err.Error() != wat {
		t.Errorf("error %q, want %q", err, wat)
	}
	var gever interface{ Tip() string }
	if !errors.As(err, &gever) || gever.Tip() != tip {
		t.Errorf("tip of %v, want %q", gever, tip)
	}
}

func TestBriefWeigertWatErNietIs(t *testing.T) {
	const zonderAdres = "  email: iemand@example.org\n"
	for _, tt := range []struct {
		geval, sjabloon, tekst, procedure, klacht, wat, tip string
	}{
		{"geen voorstel", "voorstel", "", kaalProcedure, kaalDossier,
			"K2026-0007 heeft nog geen voorstel", "leg het vast met klacht voorstel K2026-0007 --tekst …, of geef het hier met --tekst"},
		{"leeg voorstel", "voorstel", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: voorstel, op: 2026-11-21}"),
			"K2026-0007 heeft een voorstel waar geen tekst bij staat", "geef de tekst van het voorstel met --tekst"},
		{"voorstel ongedaan", "voorstel", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: voorstel, op: 2026-11-21, tekst: x}", "  - {id: a3, wat: ongedaan, op: 2026-11-22, gebeurtenis: a2}"),
			"K2026-0007 heeft nog geen voorstel", "leg het vast met klacht voorstel K2026-0007 --tekst …, of geef het hier met --tekst"},
		{"niet verlengd", "verlenging", "", kaalProcedure, kaalDossier,
			"K2026-0007 is niet verlengd", "leg de verlenging eerst vast met: klacht verleng K2026-0007 --met … --reden …"},
		{"geen mediator", "mediatorgegevens", "", kaalProcedure, kaalDossier,
			"in procedure.yaml staat niet hoe de mediator te bereiken is", "vul onder mediator: de naam in en een adres, telefoonnummer, e-mailadres of website"},
		{"geen advies", "advies", "", kaalProcedure, kaalDossier,
			"K2026-0007 heeft nog geen advies van de mediator", "leg het vast met: klacht advies K2026-0007 --tekst …"},
		{"leeg advies", "advies", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: advies, op: 2026-11-21, toch: ja}"),
			"K2026-0007 heeft een advies waar geen tekst bij staat", "leg het advies opnieuw vast, met de tekst: klacht advies K2026-0007 --tekst … --toch"},
		{"nog open", "afsluiting", "", kaalProcedure, kaalDossier,
			"K2026-0007 is nog niet afgesloten", "sluit het dossier eerst met: klacht sluit K2026-0007 --uitkomst …"},
		{"heropend", "afsluiting", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: afgehandeld, op: 2026-11-21, uitkomst: ingetrokken}", "  - {id: a3, wat: heropend, op: 2026-11-22}"),
			"K2026-0007 is nog niet afgesloten", "sluit het dossier eerst met: klacht sluit K2026-0007 --uitkomst …"},
		{"geen vraag", "informatieverzoek", " ", kaalProcedure, kaalDossier,
			"de vraag aan de klager ontbreekt", `geef de vraag met --tekst "…"`},
		{"niets om op te wachten", "herinnering", "", kaalProcedure, kaalDossier,
			"K2026-0007 wacht niet op de klager", "een herinnering kan als er een voorstel ligt of als de termijn is opgeschort; zie: klacht toon K2026-0007"},
		{"al gereageerd", "herinnering", "", kaalProcedure, metRegels(kaalDossier, "  - {id: a2, wat: voorstel, op: 2026-11-21, tekst: x}", "  - {id: a3, wat: akkoord, op: 2026-11-22}"),
			"K2026-0007 heeft al een reactie op het voorstel, van zo 22 november 2026", "bekijk de reactie met: klacht toon K2026-0007"},
		{"tekst zonder plaats", "mediatorgegevens", "Nog iets.", volProcedure, kaalDossier,
			"de brief mediatorgegevens heeft geen plaats voor --tekst", "laat --tekst weg, of zet in het sjabloon {{.Tekst}} waar die tekst moet komen"},
		{"geen adres van de klager", "ontvangstbevestiging", "", kaalProcedure, strings.Replace(kaalDossier, zonderAdres, "  naam: E. Bakker\n", 1),
			"bij de klager van K2026-0007 staat geen e-mailadres", "vul het in met: klacht wijzig K2026-0007 --email ADRES"},
		{"geen adres van de organisatie", "ontvangstbevestiging", "", "organisatie:\n  naam: Voorbeeld BV\n", kaalDossier,
			"in procedure.yaml onder organisatie staat geen e-mailadres", "zet daar achter email: het adres van waaruit u schrijft"},
		{"twee adressen", "ontvangstbevestiging", "", kaalProcedure, strings.Replace(kaalDossier, "iemand@example.org", "'iemand@example.org, ander@example.org'", 1),
			`bij de klager van K2026-0007 staat als e-mailadres "iemand@example.org, ander@example.org", en daar is niet veilig naar te schrijven`, "vul het in met: klacht wijzig K2026-0007 --email ADRES"},
		{"onbekende brief", "excuses", "", kaalProcedure, kaalDossier,
			`er is geen brief "excuses"`, "kies uit advies, afsluiting, herinnering, informatieverzoek, mediatorgegevens, ontvangstbevestiging, verlenging en voorstel"},
		{"brief buiten de map", "../procedure", "", kaalProcedure, kaalDossier,
			`er is geen brief "../procedure"`, "kies uit advies, afsluiting, herinnering, informatieverzoek, mediatorgegevens, ontvangstbevestiging, verlenging en voorstel"},
	} {
		t.Run(tt.geval, func(t *testing.T) {
			_, err := stelOp(t, opgemaakt(t, tt.procedure, tt.klacht, nil), tt.sjabloon, "2026-11-23", tt.tekst)
			metFout(t, err, tt.wat, tt.tip)
		})
	}
}

func TestBriefNoemtNietWieDeKlachtBetreft(t *testing.T) {
	m := opgemaakt(t, volProcedure, strings.Replace(volDossier, "behandelaar: Sanne", "betreft: sanne de vries\nbehandelaar: Sanne", 1), nil)
	u, err := stelOp(t, m, "ontvangstbevestiging", "2026-11-23", "")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(u.Tekst, "Sanne") || !strings.Contains(u.Tekst, "Bel dan met Louise Vos") {
		t.Error(u.Tekst)
	}
}

func TestContact(t *testing.T) {
	for _, tt := range []struct{ wie, email, telefoon, want string }{
		{"L. Vos", "k@example.nl", "030", "Bel dan met L. Vos, telefoon 030, of mail naar k@example.nl."},
		{"L. Vos", "", "030", "Bel dan met L. Vos, telefoon 030."},
		{"", "k@example.nl", "030", "Bel dan naar 030, of mail naar k@example.nl."},
		{"", "", "030", "Bel dan naar 030."},
		{"L. Vos", "k@example.nl", "", "Mail dan met L. Vos, via k@example.nl."},
		{"", "k@example.nl", "", "Mail dan naar k@example.nl."},
		{"", "", "", "Antwoord dan op deze mail."},
	} {
		if got := contact(tt.wie, Afzender{Email: tt.email, Telefoon: tt.telefoon}); got != tt.want {
			t.Errorf("contact(%q, %q, %q) = %q, want %q", tt.wie, tt.email, tt.telefoon, got, tt.want)
		}
	}
}
