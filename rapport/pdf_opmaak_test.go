package rapport

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

// buitenHetVel says what is wrong with where things stand on pages, or "".
func buitenHetVel(l *pdfletters, bladen []blad) string {
	const speling = 0.1
	for n, b := range bladen {
		for _, v := range b {
			links, rechts, boven, onder := v.x, v.x+v.b, v.y, v.y+v.h
			switch v.soort {
			case vormTekst:
				if !l.kan(v.tekst) {
					return fmt.Sprintf("bladzijde %d: %q is niet te tonen", n+1, v.tekst)
				}
				rechts, boven, onder = v.x+l.snit(v.vet).breedte(v.tekst, v.grootte), v.y-0.85*v.grootte, v.y+0.25*v.grootte
			case vormStip:
				links, rechts, boven, onder = v.x-v.straal, v.x+v.straal, v.y-v.straal, v.y+v.straal
			case vormLijn:
				links, boven, rechts, onder = v.punten[0].x, v.punten[0].y, v.punten[0].x, v.punten[0].y
				for _, p := range v.punten {
					links, rechts, boven, onder = min(links, p.x), max(rechts, p.x), min(boven, p.y), max(onder, p.y)
				}
			}
			onderkant := velHoog - margeOnder
			if boven > onderkant {
				onderkant = voetOp + 3 // the footer
			}
			if links < margeLinks-speling || rechts > velBreed-margeRechts+speling || boven < margeBoven-speling || onder > onderkant+speling {
				return fmt.Sprintf("bladzijde %d: buiten de marges staat %+v", n+1, v.vorm)
			}
		}
	}
	return ""
}

// overElkaar says which two texts of a page without charts touch, or "".
func overElkaar(l *pdfletters, bladen []blad) string {
	for n, b := range bladen {
		var teksten []inkt
		for _, v := range b {
			if v.soort != vormTekst || v.tekst == "" {
				continue
			}
			for _, w := range teksten {
				if v.y-0.7*v.grootte < w.y && w.y-0.7*w.grootte < v.y &&
					v.x < w.x+l.snit(w.vet).breedte(w.tekst, w.grootte) && w.x < v.x+l.snit(v.vet).breedte(v.tekst, v.grootte) {
					return fmt.Sprintf("bladzijde %d: %q staat over %q", n+1, v.tekst, w.tekst)
				}
			}
			teksten = append(teksten, v)
		}
	}
	return ""
}

// zonderTekeningen is d as it is set without its charts.
func zonderTekeningen(d document) document {
	for i := range d.secties {
		d.secties[i].blokken = d.secties[i].zonderGrafieken()
	}
	return d
}

// kwijt says which characters of the document are on no page, or "".
func kwijt(l *pdfletters, d document, bladen []blad) string {
	n := map[rune]int{}
	tel := func(s string, stap int) {
		for _, r := range s {
			if r != ' ' {
				n[min(r, gespiegeld(r))] += stap // brackets turn around in Hebrew
			}
		}
	}
	moet := []string{d.titel, d.inleiding}
	for _, s := range d.secties {
		moet = append(moet, s.kop)
		for _, b := range s.zonderGrafieken() {
			moet = append(append(moet, b.alinea), b.punten...)
			if b.tabel != nil {
				moet = append(moet, slices.Concat(b.tabel.rijen...)...)
			}
		}
	}
	for _, s := range moet {
		tel(l.toonbaar(s), -1)
	}
	for _, b := range bladen {
		for _, v := range b {
			tel(v.tekst, 1)
		}
	}
	for r, over := range n {
		if over < 0 {
			return fmt.Sprintf("%q staat er %d keer te weinig", r, -over)
		}
	}
	return ""
}

func keurBladen(l *pdfletters, o Overzicht) string {
	d := maakDocument(o, alles())
	bladen, _ := zetBladen(l, d, o)
	if waarom := buitenHetVel(l, bladen); waarom != "" {
		return waarom
	}
	if waarom := kwijt(l, d, bladen); waarom != "" {
		return waarom
	}
	d = zonderTekeningen(d)
	bladen, _ = zetBladen(l, d, o)
	return overElkaar(l, bladen)
}

func dertigCategorieen(t testing.TB, naam func(i int) string) Overzicht {
	t.Helper()
	in := voorbeeld(t)
	for i := range 30 {
		in.Categorieen = append(in.Categorieen, naam(i))
		in.Oorzaken = append(in.Oorzaken, naam(i))
		for j := range in.Feiten {
			f := in.Feiten[j]
			f.Nummer += fmt.Sprintf("-%d", i)
			f.Categorie, f.Oorzaak = naam(i), naam(i)
			if i > 0 && j < 2 {
				in.Feiten = append(in.Feiten, f)
			}
		}
	}
	return Bereken(in)
}

func TestPDFBlijftBinnenDeMarges(t *testing.T) {
	l := letters(t)
	for _, tc := range []struct {
		naam string
		o    Overzicht
	}{
		{"voorbeeld", Bereken(voorbeeld(t))},
		{"met namen", Bereken(metNamen(voorbeeld(t)))},
		{"lopend", Bereken(lopend(t))},
		{"leeg", Bereken(derdeKwartaal(t))},
		{"een", Bereken(derdeKwartaal(t, bouw{ontvangen: "2026-08-10"}))},
		{"namen van 200 letters", dertigCategorieen(t, func(i int) string { return strings.Repeat(string(rune('a'+i%26)), 200) })},
		{"namen van 200 tekens", dertigCategorieen(t, func(i int) string { return fmt.Sprint(i) + strings.Repeat(" lange naam", 18) })},
		{"heel lang onderwerp", overal(t, strings.Repeat("heel lang verhaal ", 2000))},
	} {
		t.Run(tc.naam, func(t *testing.T) {
			if waarom := keurBladen(l, tc.o); waarom != "" {
				t.Error(waarom)
			}
		})
	}
}

func TestPDFMetGrafiekenBlijftBinnenDeMarges(t *testing.T) {
	l := letters(t)
	for naam, o := range paginas(t) {
		if waarom := keurBladen(l, o); waarom != "" {
			t.Errorf("%s: %s", naam, waarom)
		}
	}
}

func TestPDFBlijftBinnenDeMargesBijVijandigeTekst(t *testing.T) {
	t.Parallel()
	l := letters(t)
	for _, s := range vijandig(t) {
		if waarom := keurBladen(l, overal(t, s)); waarom != "" {
			t.Errorf("%.80q: %s", s, waarom)
		}
	}
}

func TestPDFBlijftBinnenDeMargesBijElkRapport(t *testing.T) {
	t.Parallel()
	l := letters(t)
	naam := rapid.OneOf(
		rapid.StringN(1, 60, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("aimW €ë-")), 1, 400, -1),
		rapid.Custom(func(t *rapid.T) string {
			return strings.Repeat(rapid.SampledFrom([]string{"x", "W", "ĳ "}).Draw(t, "deel"), rapid.IntRange(1, 300).Draw(t, "keer"))
		}),
	)
	getallen := rapid.OneOf(rapid.IntRange(0, 20), rapid.IntRange(0, 10_000_000))
	start, einde := dag(t, "2026-07-01"), dag(t, "2026-09-30")
	rapid.Check(t, func(t *rapid.T) {
		o := Overzicht{
			Van: start, Tot: einde, Peildatum: einde, Vorige: Vorige{Van: start - 90, Tot: start - 1},
			Organisatie: naam.Draw(t, "organisatie"), Ontvangen: getallen.Draw(t, "ontvangen"), Open: getallen.Draw(t, "open"), Afgehandeld: getallen.Draw(t, "afgehandeld"),
		}
		for range rapid.IntRange(0, 40).Draw(t, "categorieën") {
			o.PerCategorie = append(o.PerCategorie, PerCategorie{naam.Draw(t, "categorie"), getallen.Draw(t, "nu"), getallen.Draw(t, "toen")})
			o.PerOorzaak = append(o.PerOorzaak, PerOorzaak{naam.Draw(t, "oorzaak"), getallen.Draw(t, "nu"), getallen.Draw(t, "toen")})
		}
		for i := range rapid.IntRange(0, 80).Draw(t, "te laat") {
			o.TeLaat = append(o.TeLaat, TeLaat{Nummer: fmt.Sprintf("K2026-%04d", i), Termijn: dossier.TermijnVoorstel, Uiterlijk: einde, Ronde: 1, Onderwerp: naam.Draw(t, "onderwerp")})
		}
		if waarom := keurBladen(l, o); waarom != "" {
			t.Fatal(waarom)
		}
	})
}

// velteksten are the texts of a page, without its footer.
func velteksten(b blad) []inkt {
	return slices.DeleteFunc(slices.Clone(b), func(v inkt) bool { return v.soort != vormTekst || v.y > velHoog-margeOnder })
}

func TestPDFHerhaaltDeKopVanEenTabel(t *testing.T) {
	l := letters(t)
	o := Bereken(voorbeeld(t))
	d := document{titel: "Titel", secties: []sectie{{kop: "Lijst"}}}
	var rijen [][]string
	for i := range 200 {
		rijen = append(rijen, []string{fmt.Sprintf("rij %d", i), "1"})
	}
	d.secties[0].toon([]scherm.Kolom{tekst("Naam"), cijfer("Aantal")}, rijen)
	bladen, _ := zetBladen(l, d, o)
	if len(bladen) < 4 {
		t.Fatalf("200 rijen staan op %d bladzijden", len(bladen))
	}
	for i, b := range bladen[1:] {
		op := velteksten(b)
		if op[0].tekst != "Naam" || op[1].tekst != "Aantal" || !op[0].vet {
			t.Errorf("bladzijde %d begint met %q en %q", i+2, op[0].tekst, op[1].tekst)
		}
		if len(op) < 6 {
			t.Errorf("op bladzijde %d staat één rij alleen", i+2)
		}
	}
}

// Wherever on the page a section begins, its heading has something under it.
func TestPDFKopStaatNooitAlleenOnderaan(t *testing.T) {
	l := letters(t)
	o := Bereken(voorbeeld(t))
	kolommen := []scherm.Kolom{tekst("Naam"), cijfer("Aantal")}
	rijen := [][]string{{"a", "1"}, {"b", "2"}, {"c", "3"}}
	for _, tc := range []struct {
		wat string
		vul func(*sectie)
	}{
		{"alinea", func(s *sectie) { s.zeg(strings.Repeat("woord ", 60)) }},
		{"lijst", func(s *sectie) { s.som(strings.Repeat("woord ", 60), "kort") }},
		{"tabel", func(s *sectie) { s.toon(kolommen, rijen) }},
	} {
		for ervoor := range 60 {
			d := document{titel: "Titel", secties: []sectie{{kop: "Vulling"}, {kop: "Waar het om gaat"}}}
			for range ervoor {
				d.secties[0].zeg("vulling")
			}
			tc.vul(&d.secties[1])
			bladen, wijzers := zetBladen(l, d, o)
			w := wijzers[len(wijzers)-1]
			op := velteksten(bladen[w.blad])
			i := slices.IndexFunc(op, func(v inkt) bool { return v.tekst == "Waar het om gaat" })
			if i < 0 || len(op)-i < 3 {
				t.Fatalf("%s na %d alinea's: onder de kop staat te weinig", tc.wat, ervoor)
			}
		}
	}
}

func TestPDFTekeningBlijftHeel(t *testing.T) {
	z := &pdfzetter{letters: letters(t)}
	hoog := tekening{breed: 600, hoog: 3000, vormen: []vorm{
		{soort: vormVlak, rol: rolReeks, x: 0, y: 0, b: 600, h: 3000},
		{soort: vormTekst, x: 599, y: 2990, tekst: "te ver naar rechts 研", grootte: 12},
		{soort: vormTekst, x: 1, y: 20, tekst: "te ver naar links", grootte: 12, anker: ankerEind},
		{soort: vormTekst, x: 300, y: 40, tekst: strings.Repeat("veel te breed ", 40), grootte: 12, anker: ankerMidden, vet: true},
		{soort: vormLijn, rol: rolGrens, punten: []punt{{0, 0}, {600, 3000}}, dik: 2, streep: true},
		{soort: vormStip, rol: rolBuiten, x: 300, y: 1500, straal: 5},
	}}
	z.alinea(strings.Repeat("vulling ", 600), trapTekst(), witAlinea)
	z.bijschrift("Een grafiek", trapTussenkop(), witGrafiek)
	z.tekening(hoog)
	bladen, _ := verdeel(z.stukken)
	if waarom := buitenHetVel(z.letters, bladen); waarom != "" {
		t.Error(waarom)
	}
	op := velteksten(bladen[len(bladen)-1])
	if len(op) != 4 || op[0].tekst != "Een grafiek" || op[1].tekst != "te ver naar rechts □" || !strings.HasSuffix(op[3].tekst, "…") {
		t.Errorf("bij de grafiek staat %v", op)
	}
}

// A chart that doesn't fit lets the tables of its section go first, and nothing
// of the next section.
func TestPDFGrafiekLaatGeenHalveBladzijdeWit(t *testing.T) {
	stukken := []stuk{
		{hoog: zetHoog - 100, blok: 1},
		{hoog: 20, plakt: true, blok: 2, zweeft: true, vormen: []inkt{tekstinkt("titel", 0, 0, 10, false, kleurTekst())}},
		{hoog: 200, blok: 2, vormen: []inkt{tekstinkt("grafiek", 0, 0, 10, false, kleurTekst())}},
		{hoog: 40, blok: 3, vormen: []inkt{tekstinkt("past", 0, 0, 10, false, kleurTekst())}},
		{hoog: 40, blok: 4, vormen: []inkt{tekstinkt("half", 0, 0, 10, false, kleurTekst())}},
		{hoog: 40, blok: 4, vormen: []inkt{tekstinkt("half 2", 0, 0, 10, false, kleurTekst())}},
		{hoog: 10, blok: 5, kop: "volgende", vormen: []inkt{tekstinkt("volgende", 0, 0, 10, false, kleurTekst())}},
	}
	bladen, _ := verdeel(stukken)
	var got [][]string
	for _, b := range bladen {
		var op []string
		for _, v := range b {
			op = append(op, v.tekst)
		}
		got = append(got, op)
	}
	wil := [][]string{{"past"}, {"titel", "grafiek", "half", "half 2", "volgende"}}
	if !slices.EqualFunc(got, wil, slices.Equal) {
		t.Errorf("op de bladzijden staat %q, wil %q", got, wil)
	}
}

func TestPDFZegtWatErNietTeTonenIs(t *testing.T) {
	l := letters(t)
	for s, wil := range map[string]bool{"gewoon €": false, "研修": true, "□": false} {
		var tekst strings.Builder
		for _, stuk := range zetDocument(l, maakDocument(overal(t, s), alles()), overal(t, s)) {
			for _, v := range stuk.vormen {
				tekst.WriteString(v.tekst + " ")
			}
		}
		if got := strings.Contains(tekst.String(), "een teken dat dit document niet kan laten zien"); got != wil {
			t.Errorf("bij %q staat de uitleg er: %v", s, got)
		}
	}
}

// Text has a contrast of 4.5 to 1, what carries meaning in a chart 3 to 1.
func TestPDFKleurenZijnTeLezen(t *testing.T) {
	hex := func(k kleur) string { return fmt.Sprintf("#%02x%02x%02x", k.r, k.g, k.b) }
	keur := func(wat string, k, onder kleur, minstens float64) {
		t.Helper()
		if c := contrast(t, hex(k), hex(onder)); c < minstens {
			t.Errorf("%s: %s op %s heeft contrast %.1f, minder dan %.1f", wat, hex(k), hex(onder), c, minstens)
		}
	}
	wit := rolkleur(rolPapier, vormVlak)
	for _, k := range []kleur{kleurTekst(), kleurZacht(), kleurKop(), rolkleur(rolTekst, vormTekst), rolkleur(rolZacht, vormTekst), rolkleur(rolBuiten, vormTekst)} {
		keur("tekst", k, wit, 4.5)
		keur("tekst", k, kleurVlak(), 4.5)
	}
	for _, r := range []rol{rolReeks, rolGoed, rolFout, rolLijn} {
		keur(fmt.Sprintf("een getal in rol %d", r), wit, rolkleur(r, vormVlak), 4.5)
	}
	for _, r := range []rol{rolVorige, rolMidden, rolGrens, rolBuiten, rolOpen, rolZacht} {
		keur(fmt.Sprintf("rol %d", r), rolkleur(r, vormVlak), wit, 3)
	}
	keur("de perioden naast elkaar", rolkleur(rolReeks, vormVlak), rolkleur(rolVorige, vormVlak), 2)
}
