package dossier

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"klacht/werkdagen"
)

func TestNieuwDossierIsLeesbaarGeschreven(t *testing.T) {
	k := externeKlacht(t, "2026-11-20T16:40 ontvangen")
	k.Klager = Klager{Naam: "Anna Bakker", Telefoon: "0612345678"}
	k.Omschrijving = "Er was geen plek.\n\nDe deur stond open: tocht."
	k.Verloop[0].Vastgelegd = tijdstip("2026-11-23T12:00")
	gelijk(t, "klacht.yaml", string(k.tekst()), `# Klachtdossier: wie, wat en het verloop. Toestand en termijnen worden hieruit
# berekend. Met de hand aanpassen mag; nieuwe gebeurtenissen komen onderaan.
dossierformaat: 1
id: zcqsqhgmqj22xlr7
soort: klacht
herkomst: extern
onderwerp: Lokaal te klein
categorie: overig
ernst: normaal
klager:
  naam: Anna Bakker
  telefoon: "0612345678"
omschrijving: |-
  Er was geen plek.

  De deur stond open: tocht.

# Wat bij ontvangst beloofd is; een latere wijziging van procedure.yaml verandert dit niet.
beloofd:
  bevestiging: 5 werkdagen
  voorstel: 4 weken
  kalender: atw
  gelijkgesteld: verlenging
  verlenging: geen

verloop:
  - id: e1
    wat: ontvangen
    op: 2026-11-20T16:40:00+01:00
    vastgelegd: 2026-11-23T12:00:00+01:00
    door: Sanne
`)
}

// What is written reads back as it was, whatever people typed.
func TestGeschrevenKomtTerug(t *testing.T) {
	tekst := rapid.OneOf(
		rapid.SampledFrom([]string{"", "0612345678", "ja", "null", "- a", "a: b", "# x", "2026-11-20", "'", "\"", "é€ĳ", "regel 1\nregel 2\n", "\n", " ", "*a", "[x", "<script>", "=cmd|"}),
		rapid.StringMatching(`[ -~\n]{0,40}`),
	)
	rapid.Check(t, func(t *rapid.T) {
		s := func(naam string) string { return tekst.Draw(t, naam) }
		zin := func(naam string) string { return strings.TrimSpace(eenRegel.Replace(s(naam))) }
		k := willekeurig(t)
		k.Onderwerp = "o " + zin("onderwerp")
		k.Onderwerp = strings.TrimSpace(k.Onderwerp)
		k.Ernst = ErnstHoog
		k.Kanaal, k.Behandelaar, k.Betreft, k.Cursus = zin("kanaal"), zin("behandelaar"), zin("betreft"), zin("cursus")
		k.Klager = Klager{zin("naam"), zin("email"), zin("telefoon"), zin("organisatie")}
		k.Omschrijving, k.Gewenst = s("omschrijving"), s("gewenst")
		k.Beloofd.Opties.Werkweek = []werkdagen.Weekdag{werkdagen.Maandag, werkdagen.Zaterdag}
		k.Beloofd.Opties.Gesloten = []werkdagen.Sluiting{{Van: datum("2026-10-05"), Tot: datum("2026-10-06"), Omschrijving: s("sluiting")}}
		k.Verloop[0].Tekst, k.Verloop[0].BerichtID = s("tekst"), s("bericht")
		k.Verloop[0].Bestanden = []Bestand{{Bestand: "bijlagen/a", Naam: s("bestand"), Bytes: 3, SHA256: strings.Repeat("0", 64)}}
		terug, meldingen, err := leesKlacht(k.Nummer, bestandKlacht, k.tekst())
		if err != nil || len(meldingen) > 0 {
			t.Fatalf("%v %v\n%s", err, meldingen, k.tekst())
		}
		for i := range k.Verloop {
			// Undone and changed events have both sides; Toch and Door read as written.
			if k.Verloop[i].Op.HeeftTijd() {
				k.Verloop[i].Op.Moment = k.Verloop[i].Op.Moment.UTC()
				terug.Verloop[i].Op.Moment = terug.Verloop[i].Op.Moment.UTC()
			}
		}
		if diff := cmp.Diff(k, terug, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s\n%s", diff, k.tekst())
		}
	})
}
