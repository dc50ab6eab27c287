package rapport

import (
	"fmt"
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"
)

// volOverzicht has something of everything that the workbook shows.
func volOverzicht(t testing.TB, namen bool) Overzicht {
	t.Helper()
	in := voorbeeld(t)
	if namen {
		in = metNamen(in)
	}
	o := Bereken(in)
	o.MetNamen = namen
	o.Dossiers = dossierrijen(in, o.Peildatum)
	for i := range o.PerMaand {
		o.PerMaand[i].Bevestiging = Termijntelling{Binnen: 3 + i, TeLaat: 1, Open: i, Percentage: percentage(3+i, 4+i)}
		o.PerMaand[i].Voorstel = Termijntelling{Binnen: 2, TeLaat: i, Percentage: percentage(2, 2+i)}
	}
	ptr := func(f float64) *float64 { return &f }
	oordeel, stand := "niet doeltreffend", "op tijd"
	o.Maatregelen = []Maatregel{
		{
			Nummer: maatregelnummer(t, "M2026-001"), Omschrijving: "Cursusmateriaal elk half jaar nalopen op verouderde voorbeelden en de datum van de laatste controle op het voorblad zetten",
			Soort: dossier.Corrigerend, Toestand: dossier.Gecontroleerd, Categorie: "inhoud van de cursus",
			AangemaaktOp: dag(t, "2026-01-12"), Streefdatum: dag(t, "2026-02-28"), UitgevoerdOp: dag(t, "2026-02-20"), ControleOp: dag(t, "2026-08-20"), GecontroleerdOp: dag(t, "2026-08-27"),
			Oordeel: &oordeel, ZelfGecontroleerd: true, Vervolg: []string{"M2026-003"}, Verantwoordelijke: als(namen, "Louise Ross"),
			Bewijs: &Bewijs{
				Van: dag(t, "2025-08-14"), UitgevoerdOp: dag(t, "2026-02-20"), Tot: dag(t, "2026-08-27"), Dagen: 188, Ervoor: 6, Erna: 5, P: ptr(1), Uitslag: UitslagToeval,
				Zin: "6 klachten in de 188 dagen ervoor, 5 erna; dat verschil kan toeval zijn",
			},
		},
		{
			Nummer: maatregelnummer(t, "M2026-003"), Omschrijving: "Planning een week eerder vastzetten", Soort: dossier.Preventief, Toestand: dossier.Gepland, Oorzaak: "planning",
			AangemaaktOp: dag(t, "2026-09-01"), Streefdatum: dag(t, "2026-09-15"), TeLaat: true, VervolgOp: "M2026-001", Verantwoordelijke: als(namen, "Sam Bos"),
		},
	}
	o.Signalen = []Signaal{
		{Soort: SignaalRegelkaart, Tekst: "In juli 2026 kwamen er 12 klachten binnen, meer dan toeval verklaart.", Geteld: map[string]any{"maand": "2026-07", "aantal": 12, "bovengrens": 9.4321, "gemiddelde": 3.7}},
		{Soort: SignaalMaatregel, Tekst: "Maatregel M2026-003 is over zijn streefdatum heen.", Geteld: map[string]any{"streefdatum": dag(t, "2026-09-15"), "maatregel": "M2026-003"}},
	}
	o.TeWeinig = []Signaal{{Soort: SignaalCategorie, Tekst: "Van cursusleider zijn er te weinig klachten om een stijging te zien.", Geteld: map[string]any{"aantal": 1, "vorige": 0}}}
	o.Regelkaart = Regelkaart{Gemiddelde: ptr(3.7), Ondergrens: ptr(0), Bovengrens: ptr(9.4)}
	eerste := dag(t, "2025-07-01")
	for i := range 15 {
		n := []int{3, 2, 4, 5, 1, 3, 4, 2, 6, 3, 4, 2, 12, 3, 2}[i]
		o.Regelkaart.Maanden = append(o.Regelkaart.Maanden, Regelpunt{Maand: Maand(eerste.PlusMaanden(i)), Aantal: n, Buiten: n > 9})
	}
	o.Bewaren = Bewaarcijfers{TeVernietigen: 2, Vernietigd: 3, Bewaarplicht: 1}
	o.Overleg = Overlegcijfers{
		Laatste: dag(t, "2026-06-30"), Volgende: dag(t, "2026-10-06"), Stand: &stand,
		Besluiten: []Besluit{{Tekst: "Het cursusmateriaal wordt elk half jaar nagelopen.", Maatregelen: []dossier.Maatregelnummer{maatregelnummer(t, "M2026-001")}}, {Tekst: "De planning gaat een week eerder vast."}},
	}
	return o
}

func als(ja bool, s string) string {
	if ja {
		return s
	}
	return ""
}

func maatregelnummer(t testing.TB, s string) dossier.Maatregelnummer {
	t.Helper()
	n, goed := dossier.LeesMaatregelnummer(s)
	if !goed {
		t.Fatalf("%q is geen maatregelnummer", s)
	}
	return n
}

// dossierrijen makes the rows of all facts.
func dossierrijen(in Invoer, peil werkdagen.Datum) []Dossierrij {
	var rijen []Dossierrij
	for _, f := range in.Feiten {
		r := Dossierrij{
			Nummer: f.Nummer, Soort: f.Soort, Herkomst: f.Herkomst, Categorie: f.Categorie, Oorzaak: f.Oorzaak, Ontvangen: f.Ontvangen,
			Geschil: len(f.Geschillen) > 0, Vernietigd: f.Vernietigd,
		}
		for _, t := range f.Termijnen {
			if t.Ronde <= 1 {
				r.Termijnen = append(r.Termijnen, Termijnrij{t.Naam, t.Uiterlijk, t.VoldaanOp, t.Stand(peil)})
			}
		}
		if s, gesloten := f.GeslotenOp(peil); gesloten {
			duur := int(s.Op - f.Ontvangen)
			r.GeslotenOp, r.Uitkomst, r.Doorlooptijd = s.Op, s.Uitkomst, &duur
		}
		if in.MetNamen {
			r.Onderwerp, r.Klager, r.Behandelaar = f.Onderwerp, f.Klager, f.Behandelaar
		}
		rijen = append(rijen, r)
	}
	return rijen
}

// veelDossiers has n rows, as long as real ones.
func veelDossiers(t testing.TB, n int) Overzicht {
	t.Helper()
	o := volOverzicht(t, true)
	gewoon := o.Dossiers
	o.Dossiers = make([]Dossierrij, n)
	for i := range o.Dossiers {
		o.Dossiers[i] = gewoon[i%len(gewoon)]
		o.Dossiers[i].Nummer = fmt.Sprintf("K2026-%05d", i+1)
		o.Dossiers[i].Categorie = fmt.Sprintf("categorie %d", i%30)
	}
	return o
}
