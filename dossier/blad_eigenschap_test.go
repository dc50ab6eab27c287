package dossier

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// beeld is a tree for comparing: nil, a string, []any or []veldbeeld.
type veldbeeld struct {
	Sleutel string
	Waarde  any
}

func beeld(k *knoop) any {
	switch k.soort {
	case knoopWaarde:
		return k.tekst
	case knoopReeks:
		uit := []any{}
		for _, item := range k.items {
			uit = append(uit, beeld(item))
		}
		return uit
	case knoopMapping:
		uit := []veldbeeld{}
		for _, p := range k.paren {
			uit = append(uit, veldbeeld{p.sleutel.tekst, beeld(p.waarde)})
		}
		return uit
	}
	return nil
}

func waardebeeld(w waarde) any {
	switch {
	case w.soort == knoopWaarde && w.kaal && (w.tekst == "null" || w.tekst == "~"):
		return nil
	case w.soort == knoopWaarde:
		return w.tekst
	case w.soort == knoopReeks:
		uit := []any{}
		for _, item := range w.items {
			uit = append(uit, waardebeeld(item))
		}
		return uit
	case w.soort == knoopMapping:
		uit := []veldbeeld{}
		for _, v := range w.velden {
			uit = append(uit, veldbeeld{v.sleutel, waardebeeld(v.waarde)})
		}
		return uit
	}
	return nil
}

// gezet is what zet means, on a beeld.
func gezet(in any, pad []string, w any, top bool) any {
	if len(pad) == 0 {
		return w
	}
	velden, _ := in.([]veldbeeld)
	velden = slices.Clone(velden)
	for i := range velden {
		if velden[i].Sleutel == pad[0] {
			velden[i].Waarde = gezet(velden[i].Waarde, pad[1:], w, false)
			return velden
		}
	}
	plek := len(velden)
	if i := slices.IndexFunc(velden, func(v veldbeeld) bool { return v.Sleutel == "verloop" }); top && i >= 0 {
		plek = i
	}
	return slices.Insert(velden, plek, veldbeeld{pad[0], gezet(nil, pad[1:], w, false)})
}

// echteOpmerkingen are the numbered comments of b that are comment, not text
// of a block scalar.
func echteOpmerkingen(b *blad, n int) []string {
	tekst := slices.Clone(b.tekst)
	var wis func(k *knoop)
	wis = func(k *knoop) {
		if k.isBlokwaarde() {
			for i := b.regeleinde(k.kop); i < k.tot; i++ {
				tekst[i] = '.'
			}
		}
		for _, p := range k.paren {
			wis(p.waarde)
		}
		for _, item := range k.items {
			wis(item)
		}
	}
	wis(b.wortel)
	var uit []string
	for i := 1; i <= n; i++ {
		if s := fmt.Sprintf("# c%d: x", i); bytes.Contains(tekst, []byte(s)) {
			uit = append(uit, s)
		}
	}
	return uit
}

func gelijkeEinden(a, b []byte) (voor, achter int) {
	for voor < min(len(a), len(b)) && a[voor] == b[voor] {
		voor++
	}
	for achter < min(len(a), len(b))-voor && a[len(a)-1-achter] == b[len(b)-1-achter] {
		achter++
	}
	return voor, achter
}

var lastigeTekens = []rune(" \t\n\n\n-:#'\"\\|>[]{},&*!%@`?~.ab1\r\x00\x1b\x7f\u0085\u00a0\u00e9\u2028\u2029\ufeff\ufffe\U0001f642")

func waardegen(diepte int) *rapid.Generator[waarde] {
	return rapid.Custom(func(t *rapid.T) waarde {
		n := 5
		if diepte > 0 {
			n = 7
		}
		switch rapid.IntRange(0, n).Draw(t, "soort") {
		case 0:
			return kaleWaarde(rapid.SampledFrom([]string{"2026-11-27", "2026-11-20T16:40:00+01:00", "true", "12", "K2026-0007", "null"}).Draw(t, "kaal"))
		case 1, 2:
			return tekstWaarde(rapid.StringOf(rapid.SampledFrom(lastigeTekens)).Draw(t, "lastig"))
		case 3:
			return tekstWaarde(rapid.SampledFrom([]string{"Beste mensen,\n\nDe cursus viel tegen.\n  - duur\n\nGroet,\nJan", "regel\n", "a: b", "null", "---\na", "\n\nx\n\n", "no", "", " a", strings.Repeat("lang ", 400)}).Draw(t, "tekst"))
		case 4:
			return tekstWaarde(rapid.String().Draw(t, "willekeurig"))
		case 5:
			return tekstWaarde(rapid.SampledFrom(woorden).Draw(t, "woord"))
		case 6:
			return lijstWaarde(rapid.SliceOfN(waardegen(diepte-1), 0, 3).Draw(t, "lijst")...)
		}
		var velden []bladveld
		for _, naam := range []string{"op", "wat", "door wie", "12", "a: b"}[:rapid.IntRange(0, 5).Draw(t, "velden")] {
			velden = append(velden, bladveld{sleutel: naam, waarde: waardegen(diepte-1).Draw(t, naam)})
		}
		return groepWaarde(velden...)
	})
}

func TestBewerkingVerandertAlleenWatBedoeldIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := &opmaker{t: t}
		tekst := []byte(o.bestand())
		b, err := leesBlad("klacht.yaml", tekst, 1<<20)
		if err != nil {
			t.Fatalf("onleesbaar: %v\n%q", err, tekst)
		}
		oud := beeld(b.wortel)
		w := waardegen(2).Draw(t, "nieuw")
		var nieuw *blad
		var wil any
		invoegen, begin, einde := true, 0, len(tekst)
		switch rapid.IntRange(0, 3).Draw(t, "bewerking") {
		case 0:
			if len(o.scalars) == 0 {
				t.Skip("geen waarden")
			}
			pad := rapid.SampledFrom(o.scalars).Draw(t, "pad")
			k := b.wortel
			var na int
			for _, s := range pad {
				na = k.paar(s).sleutel.van
				k = k.veld(s)
			}
			invoegen, begin, einde = false, na, b.regeleinde(k.tot)
			wil = gezet(oud, pad, waardebeeld(w), true)
			nieuw, err = b.zet(pad, w)
		case 1:
			pad := append(slices.Clone(rapid.SampledFrom(o.groepen).Draw(t, "groep")), "nieuwe sleutel")
			wil = gezet(oud, pad, waardebeeld(w), true)
			nieuw, err = b.zet(pad, w)
		case 2:
			pad := []string{"nieuwe groep", "klager", "naam"}
			wil = gezet(oud, pad, waardebeeld(w), true)
			nieuw, err = b.zet(pad, w)
		case 3:
			k := b.wortel.veld("verloop")
			items, _ := beeld(k).([]any)
			wil = gezet(oud, []string{"verloop"}, append(slices.Clone(items), waardebeeld(w)), true)
			invoegen = k.soort == knoopReeks && len(k.items) > 0 && k.stijl == stijlBlok
			nieuw, err = b.voegToe("verloop", w)
		}
		if err != nil {
			t.Fatalf("geweigerd: %v\n%q\n%#v", err, tekst, waardebeeld(w))
		}
		if d := cmp.Diff(wil, beeld(nieuw.wortel)); d != "" {
			t.Fatalf("andere inhoud: %s\n%q\n%q", d, tekst, nieuw.tekst)
		}
		voor, achter := gelijkeEinden(tekst, nieuw.tekst)
		if invoegen && voor+achter < len(tekst) {
			t.Fatalf("bestaande tekst veranderd:\n%q\n%q", tekst, nieuw.tekst)
		}
		if !invoegen && (voor < begin || voor+achter < len(tekst) && len(tekst)-achter > einde) {
			t.Fatalf("buiten %d..%d veranderd:\n%q\n%q", begin, einde, tekst, nieuw.tekst)
		}
		plaats := -1
		for _, s := range echteOpmerkingen(b, o.opmerkt) {
			i := bytes.Index(nieuw.tekst, []byte(s))
			if i < plaats || i < 0 {
				t.Fatalf("commentaar %q kwijt of verplaatst:\n%q\n%q", s, tekst, nieuw.tekst)
			}
			plaats = i
		}
	})
}
