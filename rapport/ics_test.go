package rapport

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"pgregory.net/rapid"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// icsregel is a content line of RFC 5545 as a strict reader of our own has it.
type icsregel struct{ naam, parameters, waarde string }

var regelvorm = regexp.MustCompile(`^([A-Z-]+)((?:;[A-Z-]+=[A-Za-z0-9-]+)*):(.*)$`)

// leesICS reads the lines strictly: line ends, folding, characters, nesting, and what each component must and may have.
func leesICS(t testing.TB, b []byte) (regels []icsregel) {
	t.Helper()
	if !utf8.Valid(b) || !bytes.HasSuffix(b, []byte("\r\n")) {
		t.Fatalf("not whole: %q", b)
	}
	var heel []string
	for r := range strings.SplitSeq(strings.TrimSuffix(string(b), "\r\n"), "\r\n") {
		if len(r) > 75 {
			t.Fatalf("%d octets in %q", len(r), r)
		}
		if strings.IndexFunc(r, func(c rune) bool { return c < ' ' || c == 0x7f }) >= 0 {
			t.Fatalf("a control character in %q", r)
		}
		if rest, vervolg := strings.CutPrefix(r, " "); vervolg && len(heel) > 0 {
			heel[len(heel)-1] += rest
			continue
		}
		heel = append(heel, r)
	}
	var in []string
	var gehad []map[string]int
	for _, r := range heel {
		m := regelvorm.FindStringSubmatch(r)
		if m == nil {
			t.Fatalf("no content line: %q", r)
		}
		regels = append(regels, icsregel{m[1], m[2], m[3]})
		switch m[1] {
		case "BEGIN":
			in, gehad = append(in, m[3]), append(gehad, map[string]int{})
			continue
		case "END":
			if len(in) == 0 || in[len(in)-1] != m[3] {
				t.Fatalf("END:%s within %q", m[3], in)
			}
			eist(t, m[3], gehad[len(gehad)-1])
			in, gehad = in[:len(in)-1], gehad[:len(gehad)-1]
			continue
		}
		if len(in) == 0 {
			t.Fatalf("%q stands outside", r)
		}
		gehad[len(gehad)-1][m[1]]++
		vorm := map[string]string{
			"DTSTAMP": `\d{8}T\d{6}Z`, "LAST-MODIFIED": `\d{8}T\d{6}Z`, "SEQUENCE": `\d+`, "DTSTART": `\d{8}`, "DTEND": `\d{8}`,
			"TRANSP": "TRANSPARENT", "STATUS": "CONFIRMED|CANCELLED", "ACTION": "DISPLAY", "TRIGGER": `-P(\d+D)?T15H`, "UID": `[A-Za-z0-9.@-]+`,
			// RFC 5545 section 3.3.11
			"SUMMARY": `([^\\;,]|\\[\\;,n])+`, "DESCRIPTION": `([^\\;,]|\\[\\;,n])+`, "CATEGORIES": `([^\\;,]|\\[\\;,n])+`,
		}[m[1]]
		if vorm != "" && !regexp.MustCompile("^(?:"+vorm+")$").MatchString(m[3]) {
			t.Fatalf("%s can't be %q", m[1], m[3])
		}
	}
	if len(in) > 0 {
		t.Fatalf("%q is not ended", in)
	}
	return regels
}

// eist holds a component to what RFC 5545 says that it has once (sections 3.6, 3.6.1 and 3.6.6) and to what ours have.
func eist(t testing.TB, component string, gehad map[string]int) {
	t.Helper()
	eens := map[string][]string{
		"VCALENDAR": {"VERSION", "PRODID", "CALSCALE", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"},
		"VEVENT":    {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "STATUS"},
		"VALARM":    {"ACTION", "TRIGGER", "DESCRIPTION"},
	}[component]
	if eens == nil {
		t.Fatalf("a %s", component)
	}
	for _, naam := range eens {
		if gehad[naam] != 1 {
			t.Fatalf("%s has %d of %s", component, gehad[naam], naam)
		}
	}
	for naam := range gehad {
		if !slices.Contains(eens, naam) && naam != "CATEGORIES" {
			t.Fatalf("%s has a %s", component, naam)
		}
	}
}

// alsICS writes the calendar and reads it back by two roads: strictly, and with the library.
func alsICS(t testing.TB, a Afspraken) ([]icsregel, []*ics.VEvent) {
	t.Helper()
	var buf bytes.Buffer
	if err := a.SchrijfICS(&buf); err != nil {
		t.Fatal(err)
	}
	regels := leesICS(t, buf.Bytes())
	cal, err := ics.ParseCalendar(&buf)
	if err != nil {
		t.Fatal(err)
	}
	gezien := map[string]bool{}
	for _, e := range cal.Events() {
		if gezien[e.Id()] {
			t.Fatalf("two entries are %s", e.Id())
		}
		gezien[e.Id()] = true
	}
	if len(gezien) != len(a.Afspraken) {
		t.Fatalf("%d entries of %d", len(gezien), len(a.Afspraken))
	}
	return regels, cal.Events()
}

// kantooruren judges by the usual procedure.
func kantooruren() *dossier.Regels {
	return dossier.NieuweRegels(&dossier.Procedure{
		Kalender: werkdagen.StandaardOpties(), Overleg: werkdagen.Termijn{Aantal: 3, Eenheid: werkdagen.Maanden},
		Bewaren: dossier.Bewaarregel{Termijn: werkdagen.Termijn{Aantal: 2, Eenheid: werkdagen.Jaren}, Vanaf: dossier.VanafAfgehandeld},
	})
}

func nieuweKlacht(id string, volg int, ontvangen werkdagen.Datum) *dossier.Klacht {
	return &dossier.Klacht{
		Nummer: dossier.Nummer{Jaar: ontvangen.Jaar(), Volg: volg}, ID: id, Soort: dossier.SoortKlacht, Herkomst: dossier.Extern,
		Onderwerp: "GEHEIM onderwerp", Categorie: "overig", Behandelaar: "GEHEIM", Klager: dossier.Klager{Naam: "GEHEIM"}, Omschrijving: "GEHEIM",
		Beloofd: dossier.Belofte{Opties: werkdagen.StandaardOpties(), Termijnen: []dossier.Termijnbelofte{
			{Naam: dossier.TermijnBevestiging, Termijn: werkdagen.Termijn{Aantal: 5, Eenheid: werkdagen.Werkdagen}},
			{Naam: dossier.TermijnVoorstel, Termijn: werkdagen.Termijn{Aantal: 4, Eenheid: werkdagen.Weken}},
		}},
		Verloop: []dossier.Gebeurtenis{{ID: "o", Wat: dossier.WatOntvangen, Op: dossier.OpDag(ontvangen), Vastgelegd: dossier.OpDag(ontvangen)}},
	}
}

// gebeurt adds an event.
func gebeurt(k *dossier.Klacht, g dossier.Gebeurtenis, op werkdagen.Datum) {
	g.ID = "g" + string(rune('a'+len(k.Verloop)))
	g.Op, g.Vastgelegd = dossier.OpDag(op), dossier.OpDag(op)
	k.Verloop = append(k.Verloop, g)
}

func nieuweMaatregel(id string, volg int, streef, gemaakt werkdagen.Datum) *dossier.Maatregel {
	return &dossier.Maatregel{
		Nummer: dossier.Maatregelnummer{Jaar: gemaakt.Jaar(), Volg: volg}, ID: id, Omschrijving: "Zalen meten", Soort: dossier.Herstel, Verantwoordelijke: "GEHEIM",
		Streefdatum: streef, Controle: dossier.Controlemoment{Na: werkdagen.Termijn{Aantal: 3, Eenheid: werkdagen.Maanden}}, Categorie: "overig",
		Verloop: []dossier.Maatregelgebeurtenis{{ID: "a", Wat: dossier.MaatregelAangemaakt, Op: dossier.OpDag(gemaakt)}},
	}
}

// afspraken judges records as of a day and makes their calendar.
func afspraken(t testing.TB, klachten []*dossier.Klacht, maatregelen []*dossier.Maatregel, op werkdagen.Datum) Afspraken {
	t.Helper()
	r := kantooruren()
	in := Afspraakinvoer{Peildatum: op, Organisatie: dossier.Organisatie{Naam: "Voorbeeld BV", Email: "klacht@example.nl"}}
	for _, k := range klachten {
		d, err := r.Beoordeel(k, op)
		if err != nil {
			t.Fatal(err)
		}
		if d != nil {
			in.Dossiers = append(in.Dossiers, d)
		}
	}
	var err error
	if in.Maatregelen, err = r.BeoordeelMaatregelen(maatregelen, op); err != nil {
		t.Fatal(err)
	}
	if in.Kalender, err = werkdagen.NieuweKalender(werkdagen.StandaardOpties()); err != nil {
		t.Fatal(err)
	}
	return MaakAfspraken(in)
}

// vind is the entry of a UID.
func vind(t testing.TB, a Afspraken, uid string) Afspraak {
	t.Helper()
	i := slices.IndexFunc(a.Afspraken, func(x Afspraak) bool { return x.UID == uid })
	if i < 0 {
		t.Fatalf("no entry %s in %+v", uid, a.Afspraken)
	}
	return a.Afspraken[i]
}

func TestVerlengenVerschuiftDeAfspraak(t *testing.T) {
	k := nieuweKlacht("abc", 7, dag(t, "2026-11-20"))
	eerst := vind(t, afspraken(t, []*dossier.Klacht{k}, nil, dag(t, "2026-11-23")), "abc.voorstel.1")
	gebeurt(k, dossier.Gebeurtenis{Wat: dossier.WatVerlengd, Reden: "ziek", Tot: dag(t, "2027-01-02")}, dag(t, "2026-11-23"))
	a := afspraken(t, []*dossier.Klacht{k}, nil, dag(t, "2026-11-23"))
	nu := vind(t, a, "abc.voorstel.1")
	if nu.Dag != dag(t, "2027-01-02") || nu.Versie <= eerst.Versie || !nu.Gewijzigd.After(eerst.Gewijzigd) {
		t.Errorf("from %+v to %+v", eerst, nu)
	}
	// 2 January 2027 is a Saturday, and the day before it New Year's Day.
	if nu.LaatsteWerkdag != dag(t, "2026-12-31") || nu.Herinnering != dag(t, "2026-12-30") {
		t.Errorf("working days %s, %s", nu.LaatsteWerkdag, nu.Herinnering)
	}
	if want := "K2026-0007: laatste dag voorstel (laatste werkdag do 31 dec 2026)"; nu.Onderwerp != want {
		t.Errorf("%q, want %q", nu.Onderwerp, want)
	}
	if bevestiging := vind(t, a, "abc.bevestiging.1"); bevestiging.Versie != 0 {
		t.Errorf("the confirmation changed too: %+v", bevestiging)
	}
	regels, _ := alsICS(t, a)
	if !slices.Contains(regels, icsregel{"TRIGGER", "", "-P2DT15H"}) || !slices.Contains(regels, icsregel{"DTSTART", ";VALUE=DATE", "20270102"}) {
		t.Errorf("%v", regels)
	}
}

func TestWatGedaanIsWordtVervallenEnGaatNaZestigDagenWeg(t *testing.T) {
	k := nieuweKlacht("abc", 7, dag(t, "2026-11-20"))
	gebeurt(k, dossier.Gebeurtenis{Wat: dossier.WatBevestigd}, dag(t, "2026-11-24"))
	weg := nieuweKlacht("def", 8, dag(t, "2026-11-20"))
	gebeurt(weg, dossier.Gebeurtenis{Wat: dossier.WatAfgehandeld, Uitkomst: dossier.Ingetrokken}, dag(t, "2026-11-24"))
	alle := []*dossier.Klacht{k, weg}
	for _, op := range []string{"2026-11-24", "2027-01-23"} {
		a := afspraken(t, alle, nil, dag(t, op))
		if b := vind(t, a, "abc.bevestiging.1"); b.AfgedaanOp != dag(t, "2026-11-24") || b.Herinnering != 0 || b.Onderwerp != "K2026-0007: bevestiging gedaan" {
			t.Errorf("%+v", b)
		}
		if b := vind(t, a, "def.voorstel.1"); b.AfgedaanOp != dag(t, "2026-11-24") || b.Onderwerp != "K2026-0008: voorstel vervallen" {
			t.Errorf("%+v", b)
		}
		regels, events := alsICS(t, a)
		n := 0
		for _, r := range regels {
			if r == (icsregel{"STATUS", "", "CANCELLED"}) {
				n++
			}
		}
		if n != 3 || len(events) != 4 {
			t.Errorf("%d of %d are cancelled", n, len(events))
		}
	}
	if a := afspraken(t, alle, nil, dag(t, "2027-01-24")); len(a.Afspraken) != 1 {
		t.Errorf("after sixty days: %+v", a.Afspraken)
	}
}

// What was said not to have happened is to be done again, and the entry changed once more.
func TestOngedaanMakenZetDeAfspraakTerug(t *testing.T) {
	k := nieuweKlacht("abc", 7, dag(t, "2026-11-20"))
	gebeurt(k, dossier.Gebeurtenis{Wat: dossier.WatBevestigd}, dag(t, "2026-11-23"))
	gedaan := vind(t, afspraken(t, []*dossier.Klacht{k}, nil, dag(t, "2026-11-24")), "abc.bevestiging.1")
	gebeurt(k, dossier.Gebeurtenis{Wat: dossier.WatOngedaan, Gebeurtenis: k.Verloop[1].ID}, dag(t, "2026-11-24"))
	terug := vind(t, afspraken(t, []*dossier.Klacht{k}, nil, dag(t, "2026-11-24")), "abc.bevestiging.1")
	if terug.AfgedaanOp != 0 || terug.Versie <= gedaan.Versie || !terug.Gewijzigd.After(gedaan.Gewijzigd) {
		t.Errorf("from %+v to %+v", gedaan, terug)
	}
}

func TestHeropenenGeeftEenNieuweAfspraak(t *testing.T) {
	k := nieuweKlacht("abc", 7, dag(t, "2026-11-02"))
	for _, op := range []string{"2026-11-03", "2026-11-05"} {
		gebeurt(k, dossier.Gebeurtenis{Wat: dossier.WatAfgehandeld, Uitkomst: dossier.Gegrond}, dag(t, op))
		gebeurt(k, dossier.Gebeurtenis{Wat: dossier.WatHeropend}, dag(t, op)+1)
	}
	a := afspraken(t, []*dossier.Klacht{k}, nil, dag(t, "2026-11-09"))
	for uid, want := range map[string]string{
		"abc.voorstel.1": "K2026-0007: voorstel gedaan",
		"abc.voorstel.2": "K2026-0007: voorstel na heropening gedaan",
		"abc.voorstel.3": "K2026-0007: laatste dag voorstel na heropening 2",
	} {
		if got := vind(t, a, uid).Onderwerp; got != want {
			t.Errorf("%s: %q, want %q", uid, got, want)
		}
	}
	alsICS(t, a)
}

func TestAfsprakenVanEenMaatregel(t *testing.T) {
	m := nieuweMaatregel("abc", 3, dag(t, "2026-12-15"), dag(t, "2026-11-02"))
	namen := func(op string) (uit []string) {
		for _, a := range afspraken(t, nil, []*dossier.Maatregel{m}, dag(t, op)).Afspraken {
			uit = append(uit, a.UID+" "+a.Dag.String()+" "+a.Onderwerp)
		}
		return uit
	}
	wil := func(op string, want ...string) {
		t.Helper()
		if got := namen(op); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", op, got, want)
		}
	}
	wil("2026-11-02", "abc.uitvoering 2026-12-15 M2026-003: laatste dag uitvoering")
	m.Controle = dossier.Controlemoment{Dag: dag(t, "2027-04-01")}
	wil("2026-11-02", "abc.uitvoering 2026-12-15 M2026-003: laatste dag uitvoering", "abc.controle 2027-04-01 M2026-003: laatste dag controle")
	m.Controle = dossier.Controlemoment{Na: werkdagen.Termijn{Aantal: 3, Eenheid: werkdagen.Maanden}}
	m.Verloop = append(m.Verloop, dossier.Maatregelgebeurtenis{ID: "b", Wat: dossier.MaatregelUitgevoerd, Op: dossier.OpDag(dag(t, "2026-12-01"))})
	wil("2026-12-01", "abc.uitvoering 2026-12-15 M2026-003: uitvoering gedaan", "abc.controle 2027-03-01 M2026-003: laatste dag controle")
	m.Verloop = append(m.Verloop, dossier.Maatregelgebeurtenis{
		ID: "c", Wat: dossier.MaatregelGecontroleerd, Op: dossier.OpDag(dag(t, "2027-03-01")), Oordeel: dossier.Doeltreffend, Toelichting: "x",
	})
	wil("2027-03-01", "abc.controle 2027-03-01 M2026-003: controle gedaan")
	m.Verloop = append(m.Verloop[:1], dossier.Maatregelgebeurtenis{ID: "b", Wat: dossier.MaatregelVervallen, Op: dossier.OpDag(dag(t, "2026-12-01")), Reden: "x"})
	wil("2026-12-01", "abc.uitvoering 2026-12-15 M2026-003: uitvoering vervallen")
}

// A folder that someone copied has the ids of the first.
func TestDezelfdeIDTweeKeerGeeftTweeAfspraken(t *testing.T) {
	k, kopie := nieuweKlacht("abc", 7, dag(t, "2026-11-20")), nieuweKlacht("abc", 9, dag(t, "2026-11-20"))
	a := afspraken(t, []*dossier.Klacht{kopie, k}, nil, dag(t, "2026-11-23"))
	alsICS(t, a)
	if n := vind(t, a, "abc.voorstel.1").Nummer; n != "K2026-0007" {
		t.Errorf("the first is %s", n)
	}
	vind(t, a, "abc.voorstel.1.K2026-0009")
}

func TestAfspraakVanHetOverleg(t *testing.T) {
	kal, err := werkdagen.NieuweKalender(werkdagen.StandaardOpties())
	if err != nil {
		t.Fatal(err)
	}
	maak := func(vorig, volgende Overlegmoment) []Afspraak {
		a := MaakAfspraken(Afspraakinvoer{
			Peildatum: dag(t, "2026-11-26"), Organisatie: dossier.Organisatie{Email: "klacht@example.nl"}, Kalender: kal, VorigOverleg: vorig, Overleg: volgende,
		})
		alsICS(t, a)
		return a.Afspraken
	}
	eerste := Overlegmoment{Dag: dag(t, "2026-11-28"), Gewijzigd: dossier.OpDag(dag(t, "2026-08-28"))}
	a := maak(Overlegmoment{}, eerste)
	if len(a) != 1 || a[0].UID != "overleg.eerste.klacht@example.nl" || a[0].Onderwerp != "Laatste dag MT-overleg over klachten (laatste werkdag vr 27 nov 2026)" {
		t.Fatalf("%+v", a)
	}
	gehouden := eerste
	gehouden.GehoudenOp = dag(t, "2026-11-26")
	volgende := Overlegmoment{Na: gehouden.GehoudenOp, Dag: dag(t, "2027-02-25"), Afgesproken: true, Gewijzigd: dossier.OpDag(gehouden.GehoudenOp)}
	b := maak(gehouden, volgende)
	if len(b) != 2 || b[0].UID != a[0].UID || b[0].AfgedaanOp == 0 || b[0].Versie <= a[0].Versie ||
		b[1].UID != "overleg.na-2026-11-26.klacht@example.nl" || b[1].Onderwerp != "MT-overleg over klachten" {
		t.Fatalf("%+v", b)
	}
	gehouden.GehoudenOp = gehouden.Dag
	if c := maak(gehouden, volgende); len(c) != 1 || c[0].UID != b[1].UID {
		t.Errorf("held as planned, it is cancelled all the same: %+v", c)
	}
}

func TestVijandigeTekstInAfspraken(t *testing.T) {
	for i, s := range vijandig(t) {
		k, m := nieuweKlacht("abc", 7, dag(t, "2026-11-20")), nieuweMaatregel("def", 3, dag(t, "2026-12-15"), dag(t, "2026-11-02"))
		k.Categorie, m.Categorie, m.Omschrijving = s, s, s
		a := afspraken(t, []*dossier.Klacht{k}, []*dossier.Maatregel{m}, dag(t, "2026-11-23"))
		a.organisatie = s
		_, events := alsICS(t, a)
		if len(events) != 3 {
			t.Fatalf("text %d %q: %d entries", i, s, len(events))
		}
		schoon := scherm.Regel(s)
		for _, e := range events {
			gevonden := e.GetProperties(ics.ComponentPropertyCategories)
			if schoon != "" && (len(gevonden) != 2 || gevonden[1].Value != schoon) || schoon == "" && len(gevonden) != 1 {
				t.Errorf("text %d %q: categories %v", i, s, gevonden)
			}
			uitleg := e.GetProperty(ics.ComponentPropertyDescription).Value
			if strings.HasPrefix(e.Id(), "def") && !strings.Contains(uitleg, schoon) {
				t.Errorf("text %d %q: description %q", i, s, uitleg)
			}
		}
	}
}

// Whatever order the records are read in, the bytes are the same; an unrelated event changes none; every UID is there once, names nothing
// confidential, and stays as long as the term does.
func TestAgendaEigenschappen(t *testing.T) {
	begin := dag(t, "2026-06-01")
	rapid.Check(t, func(rt *rapid.T) {
		var klachten []*dossier.Klacht
		var maatregelen []*dossier.Maatregel
		einde := begin + 120
		dagVan := func(naam string) werkdagen.Datum {
			return begin + werkdagen.Datum(rapid.IntRange(0, 120).Draw(rt, naam))
		}
		for i := range rapid.IntRange(0, 6).Draw(rt, "klachten") {
			k := nieuweKlacht(rapid.StringMatching(`[a-c]`).Draw(rt, "id"), i+1, dagVan("ontvangen"))
			op := k.Verloop[0].Op.Dag
			for range rapid.IntRange(0, 5).Draw(rt, "gebeurtenissen") {
				op += werkdagen.Datum(rapid.IntRange(0, 9).Draw(rt, "later"))
				gebeurt(k, rapid.SampledFrom([]dossier.Gebeurtenis{
					{Wat: dossier.WatBevestigd}, {Wat: dossier.WatVoorstel}, {Wat: dossier.WatHeropend}, {Wat: dossier.WatNotitie, Tekst: "GEHEIM"},
					{Wat: dossier.WatAfgehandeld, Uitkomst: dossier.Gegrond}, {Wat: dossier.WatAfgehandeld, Uitkomst: dossier.Ingetrokken},
					{Wat: dossier.WatOpgeschort, Reden: "GEHEIM", Tot: op + 10}, {Wat: dossier.WatVerlengd, Reden: "GEHEIM", Tot: op + 40},
				}).Draw(rt, "wat"), op)
			}
			klachten = append(klachten, k)
		}
		for i := range rapid.IntRange(0, 3).Draw(rt, "maatregelen") {
			m := nieuweMaatregel(rapid.StringMatching(`[a-c]`).Draw(rt, "id"), i+1, dagVan("streef"), begin)
			if rapid.Bool().Draw(rt, "uitgevoerd") {
				m.Verloop = append(m.Verloop, dossier.Maatregelgebeurtenis{ID: "b", Wat: dossier.MaatregelUitgevoerd, Op: dossier.OpDag(dagVan("uitgevoerd op"))})
			}
			maatregelen = append(maatregelen, m)
		}
		schrijf := func() (string, Afspraken) {
			a := afspraken(t, klachten, maatregelen, einde)
			var buf bytes.Buffer
			if err := a.SchrijfICS(&buf); err != nil {
				rt.Fatal(err)
			}
			return buf.String(), a
		}
		eerst, a := schrijf()
		alsICS(t, a)
		if strings.Contains(eerst, "GEHEIM") {
			rt.Fatal("something confidential is in it")
		}
		klachten, maatregelen = rapid.Permutation(klachten).Draw(rt, "volgorde"), rapid.Permutation(maatregelen).Draw(rt, "volgorde")
		if nu, _ := schrijf(); nu != eerst {
			rt.Fatalf("another order:\n%s\n%s", eerst, nu)
		}
		for _, k := range klachten {
			gebeurt(k, dossier.Gebeurtenis{Wat: dossier.WatBesproken}, einde)
		}
		if nu, _ := schrijf(); nu != eerst {
			rt.Fatalf("an event that has nothing to do with it:\n%s\n%s", eerst, nu)
		}
		for _, k := range klachten {
			gebeurt(k, dossier.Gebeurtenis{Wat: dossier.WatVerlengd, Reden: "x", Met: werkdagen.Termijn{Aantal: 2, Eenheid: werkdagen.Weken}}, einde)
		}
		_, later := schrijf()
		for _, oud := range a.Afspraken {
			nu := vind(t, later, oud.UID)
			if nu.Dag != oud.Dag && (nu.Versie <= oud.Versie || nu.Gewijzigd.Before(oud.Gewijzigd)) {
				rt.Fatalf("it moved and is older: %+v, %+v", oud, nu)
			}
		}
	})
}

func TestLegeAgendaIsToegestaan(t *testing.T) {
	alsICS(t, Afspraken{})
}

func BenchmarkSchrijfICS(b *testing.B) {
	a := Afspraken{organisatie: "Voorbeeld BV"}
	for range 1000 {
		a.Afspraken = append(a.Afspraken, Afspraak{
			UID: "abcdefghijklmnop.voorstel.1", Onderwerp: "K2026-0007: laatste dag voorstel", Toelichting: "Uiterlijk vr 18 december 2026.\nLeg het vast met: klacht voorstel K2026-0007",
			Categorieen: []string{"Klachten", "overig"}, Dag: dag(b, "2026-12-18"), Herinnering: dag(b, "2026-12-17"), Gewijzigd: time.Date(2026, 11, 20, 15, 40, 0, 0, time.UTC),
		})
	}
	for b.Loop() {
		if err := a.SchrijfICS(&bytes.Buffer{}); err != nil {
			b.Fatal(err)
		}
	}
}
