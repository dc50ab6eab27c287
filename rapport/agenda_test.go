package rapport

import (
	"encoding/json"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// overlegcijfers gives figures in which everything happened that an agenda can show;
// s is every text that a person wrote.
func overlegcijfers(t testing.TB, s func(string) string) Overzicht {
	t.Helper()
	d := func(s string) werkdagen.Datum { return dag(t, s) }
	mislukt, doeltreffend := string(dossier.NietDoeltreffend), string(dossier.Doeltreffend)
	teLaat := string(dossier.UrgentTeLaat)
	dagen := 12
	rij := func(nummer, ontvangen string) Dossierrij {
		return Dossierrij{Nummer: nummer, Soort: dossier.SoortKlacht, Herkomst: dossier.Extern, Categorie: s("overig"), Ontvangen: d(ontvangen)}
	}
	lang, nieuw, klaar, geschil, open, intern := rij("K2026-0002", "2026-08-03"), rij("K2026-0007", "2026-10-05"), rij("K2026-0004", "2026-08-10"),
		rij("K2026-0005", "2026-08-17"), rij("K2026-0006", "2026-08-20"), rij("K2026-0008", "2026-10-12")
	klaar.GeslotenOp, klaar.Uitkomst, klaar.Oorzaak, klaar.Doorlooptijd = d("2026-11-02"), dossier.DeelsGegrond, s("planning"), &dagen
	geschil.Geschil = true
	intern.Soort, intern.Herkomst, intern.GeslotenOp, intern.Uitkomst = dossier.SoortOnvolkomenheid, dossier.Intern, d("2026-10-14"), dossier.Gegrond
	maatregel := func(volg int, toestand dossier.Maatregeltoestand) Maatregel {
		return Maatregel{Nummer: dossier.Maatregelnummer{Jaar: 2026, Volg: volg}, Omschrijving: s("Zalen vooraf bevestigen"), Toestand: toestand, Streefdatum: d("2026-12-04")}
	}
	gepland, uitgevoerd, mis, goed, vervolgd, weg := maatregel(1, dossier.Gepland), maatregel(2, dossier.Uitgevoerd), maatregel(3, dossier.Gecontroleerd),
		maatregel(4, dossier.Gecontroleerd), maatregel(5, dossier.Gecontroleerd), maatregel(6, dossier.Vervallen)
	uitgevoerd.UitgevoerdOp, uitgevoerd.ControleOp, uitgevoerd.TeLaat = d("2026-06-01"), d("2026-09-01"), true
	uitgevoerd.Bewijs = &Bewijs{Zin: "6 klachten in de 3 maanden ervoor, 1 erna; dat is meer dan toeval"}
	mis.GecontroleerdOp, mis.Oordeel, mis.VraagtVervolg = d("2026-09-30"), &mislukt, true
	goed.GecontroleerdOp, goed.Oordeel = d("2026-09-29"), &doeltreffend
	vervolgd.GecontroleerdOp, vervolgd.Oordeel, vervolgd.Vervolg = d("2026-09-29"), &mislukt, []string{"M2026-001"}
	return Overzicht{
		Van: d("2026-08-28"), Tot: d("2026-11-23"), Peildatum: d("2026-11-23"), Organisatie: s("Rezulto BV"),
		Dossiers: []Dossierrij{lang, klaar, geschil, open, nieuw, intern},
		TeLaat: []TeLaat{
			{Nummer: "K2026-0002", Termijn: dossier.TermijnVoorstel, Uiterlijk: d("2026-08-31"), WerkdagenTeLaat: 60},
			{Nummer: "K2026-0002", Termijn: dossier.TermijnBevestiging, Uiterlijk: d("2026-11-21")},
			{Nummer: "K2026-0002", Termijn: dossier.TermijnAfhandeling, Uiterlijk: d("2026-11-20"), WerkdagenTeLaat: 1},
		},
		Maatregelen: []Maatregel{gepland, uitgevoerd, mis, goed, vervolgd, weg},
		Signalen:    []Signaal{{Soort: SignaalCategorie, Tekst: s("Er kwamen meer klachten over overig dan toeval verklaart.")}},
		Overleg: Overlegcijfers{
			Laatste: d("2026-08-27"), Volgende: d("2026-11-20"), Stand: &teLaat,
			Besluiten: []Besluit{
				{Tekst: s("Zalen een week vooraf bevestigen: M2026-001"), Maatregelen: []dossier.Maatregelnummer{gepland.Nummer, vervolgd.Nummer}},
				{Tekst: s("Geen tweede loket")},
				{Tekst: s("Ouder dan deze periode"), Maatregelen: []dossier.Maatregelnummer{{Jaar: 2025, Volg: 9}}},
			},
			Maatregelen: []dossier.Maatregelnummer{weg.Nummer},
		},
	}
}

func alsIs(s string) string { return s }

// overlegMetNamen fills in the names as Bereken does where they may be seen.
func overlegMetNamen(o Overzicht, s string) Overzicht {
	o.MetNamen = true
	for i := range o.Dossiers {
		o.Dossiers[i].Onderwerp, o.Dossiers[i].Klager, o.Dossiers[i].Behandelaar = s, s, s
	}
	for i := range o.TeLaat {
		o.TeLaat[i].Onderwerp = s
	}
	for i := range o.Maatregelen {
		o.Maatregelen[i].Verantwoordelijke = s
	}
	return o
}

func agendaMarkdown(t testing.TB, o Overzicht) string {
	t.Helper()
	var b strings.Builder
	if err := MaakAgenda(o).SchrijfMarkdown(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAgenda(t *testing.T) {
	vol := overlegcijfers(t, alsIs)
	eerste := Overzicht{Van: dag(t, "2026-01-01"), Tot: dag(t, "2026-11-23"), Peildatum: dag(t, "2026-11-23")}
	binnenkort := eerste
	binnenkort.Overleg.Volgende = dag(t, "2026-11-26")
	zonderBesluiten := vol
	zonderBesluiten.Overleg.Besluiten, zonderBesluiten.Overleg.Maatregelen = nil, nil
	for naam, o := range map[string]Overzicht{
		"agenda": vol, "agenda-metnamen": overlegMetNamen(overlegcijfers(t, alsIs), "Kim de Wit"), "agenda-eerste": eerste,
		"agenda-binnenkort": binnenkort, "agenda-zonderbesluiten": zonderBesluiten,
	} {
		vergelijkMet(t, filepath.Join("..", "testdata", "rapport", naam+".md"), []byte(agendaMarkdown(t, o)))
	}
}

func nummers(rijen []Agendadossier) string {
	var uit []string
	for _, r := range rijen {
		uit = append(uit, strings.TrimPrefix(r.Nummer, "K2026-000"))
	}
	return strings.Join(uit, " ")
}

func TestAgendaKiestWatErTeBesprekenIs(t *testing.T) {
	a := MaakAgenda(overlegcijfers(t, alsIs))
	var maatregelen []string
	for _, m := range a.Maatregelen {
		maatregelen = append(maatregelen, m.Nummer.String())
	}
	for _, tc := range []struct{ wat, kreeg, wil string }{
		{"nieuw", nummers(a.Nieuw), "7 8"},
		{"afgehandeld, in die volgorde", nummers(a.Afgehandeld), "8 4"},
		{"geschillen", nummers(a.Geschillen), "5"},
		{"verder open: niet nieuw, te laat of in geschil", nummers(a.VerderOpen), "6"},
		{"maatregelen, wat voorbij is eerst", strings.Join(maatregelen, " "), "M2026-002 M2026-003 M2026-001"},
	} {
		if tc.kreeg != tc.wil {
			t.Errorf("%s: %q, wil %q", tc.wat, tc.kreeg, tc.wil)
		}
	}
}

// Every dossier that LegOverlegVast takes as being on the agenda is on it.
func TestAgendaNoemtAllesWatOpDeAgendaStaat(t *testing.T) {
	o := overlegcijfers(t, alsIs)
	md := agendaMarkdown(t, o)
	for _, r := range o.Dossiers {
		f := dossier.Feiten{Nummer: r.Nummer, Ontvangen: r.Ontvangen}
		if r.GeslotenOp != 0 {
			f.Sluitingen = []dossier.Sluiting{{Op: r.GeslotenOp, Uitkomst: r.Uitkomst}}
		}
		if f.OpAgenda(o.Van, o.Peildatum) != strings.Contains(md, r.Nummer) {
			t.Errorf("%s: op de agenda %v", r.Nummer, f.OpAgenda(o.Van, o.Peildatum))
		}
	}
}

func TestAgendaJSON(t *testing.T) {
	var leeg strings.Builder
	if err := scherm.SchrijfJSON(&leeg, MaakAgenda(Overzicht{Van: dag(t, "2026-01-01"), Peildatum: dag(t, "2026-11-23")})); err != nil {
		t.Fatal(err)
	}
	var kreeg, wil any
	if err := json.Unmarshal([]byte(leeg.String()), &kreeg); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(`{"van":"2026-01-01","tot":"2026-11-23","onvolledig":false,"nieuw":[],"afgehandeld":[],"te_laat":[],"geschillen":[],"verder_open":[],"maatregelen":[],"signalen":[],
		"overleg":{"laatste":null,"volgende":null,"stand":null,"besluiten":[],"maatregelen":[]}}`), &wil); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(kreeg, wil) {
		t.Errorf("%s", leeg.String())
	}
}

// What anyone wrote stays text, on the line where it belongs.
func TestVijandigeTekstInDeAgenda(t *testing.T) {
	gewoon := strings.Split(agendaMarkdown(t, overlegMetNamen(overlegcijfers(t, func(string) string { return "tekst" }), "tekst")), "\n")
	for _, s := range vijandig(t) {
		if scherm.Regel(s) == "" {
			continue // left out
		}
		md := agendaMarkdown(t, overlegMetNamen(overlegcijfers(t, func(string) string { return s }), s))
		for _, r := range md {
			if r != '\n' && (r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || strings.ContainsRune("\u202e\u2066\u2067\u2069\u200f\u2028\u2029", r)) {
				t.Errorf("%q geeft het teken %U", s, r)
				break
			}
		}
		regels := strings.Split(md, "\n")
		if len(regels) != len(gewoon) {
			t.Errorf("%q geeft %d regels in plaats van %d", s, len(regels), len(gewoon))
			continue
		}
		for i, r := range regels {
			punt, isPunt := strings.CutPrefix(r, "- ")
			if !isPunt {
				continue
			}
			regel := scherm.Regel(s)
			wil := strings.NewReplacer("tekst.", metPunt(regel), "tekst", regel).Replace(strings.TrimPrefix(gewoon[i], "- "))
			if waarom := geenTekst(punt, wil); waarom != "" && !strings.HasSuffix(waarom, "het leest als "+hoofdletter(wil)) {
				t.Errorf("%q wordt %s: %s", s, punt, waarom)
			}
		}
	}
}
