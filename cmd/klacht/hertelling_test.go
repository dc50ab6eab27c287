package main

import (
	"flag"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"klacht/werkdagen"
)

var (
	lotzaad   = flag.Uint64("lotzaad", 1, "the first of the seeds of random folders")
	lotaantal = flag.Int("lotaantal", 200, "how many random folders are recounted")
)

// herteld are the figures that are compared, but for lists of them every item.
var herteld = []string{
	"van", "tot", "peildatum", "ontvangen", "afgehandeld", "open", "vorige", "per_categorie", "per_oorzaak", "zonder_oorzaak", "per_herkomst", "per_soort",
	"per_maand", "bevestiging", "voorstel", "afhandeling", "doorlooptijd_dagen", "uitkomsten", "geschillen", "te_laat", "uitgesplitst", "regelkaart", "bewaren",
	"maatregelen", "signalen", "te_weinig", "overleg",
}

// TestHertellingVanLotmappen makes folders by the program, reads their files by another road, counts everything again, and compares.
func TestHertellingVanLotmappen(t *testing.T) {
	t.Parallel()
	aantal := *lotaantal
	if testing.Short() {
		aantal /= 10
	}
	gezien := map[string]int{}
	for i := range aantal {
		zaad := *lotzaad + uint64(i)
		goed := t.Run(fmt.Sprintf("lotzaad %d", zaad), func(t *testing.T) {
			l := nieuweLotmap(t, zaad)
			h := leesHertelmap(t, l.pad)
			for range 4 {
				l.hertel(h, gezien)
			}
			h.zie(gezien)
		})
		if !goed {
			t.Fatalf("again with: go test ./cmd/klacht -run %s -lotaantal 1 -lotzaad %d", t.Name(), zaad)
		}
	}
	if aantal < 200 {
		return
	}
	for _, wat := range []string{
		"bevestigd", "analyse", "voorstel", "akkoord", "geschil", "advies", "opgeschort", "hervat", "verlengd", "afgehandeld", "heropend", "bewaarplicht",
		"gewijzigd", "ongedaan", "vernietigd", "tweede ronde", "bevestiging te_laat", "voorstel binnen", "voorstel te_laat", "voorstel vervallen", "afhandeling binnen",
		"overgenomen", "overgenomen en vernietigd", "uitkomst onbekend", "bevestiging onbekend", "voorstel onbekend",
		"maatregel gepland", "maatregel uitgevoerd", "maatregel gecontroleerd", "maatregel vervallen", "bewijs minder", "bewijs meer", "bewijs toeval", "bewijs te weinig",
		"signaal regelkaart", "signaal categorie", "signaal herhaling", "signaal maatregel", "signaal eigen zaak", "signaal zonder analyse", "overleg",
	} {
		if gezien[wat] == 0 {
			t.Errorf("no %s in any folder: that was not recounted", wat)
		}
	}
}

// zie counts what is in the folder.
func (h *hertelmap) zie(gezien map[string]int) {
	vandaag, _, _ := leesEtmaal(h.t, "2100-01-01")
	for _, r := range h.records {
		if r.velden.blok("overgenomen") != nil {
			gezien["overgenomen"]++
		}
		for _, v := range r.gebeurde {
			gezien[v.wat]++
		}
	}
	gezien["overleg"] += len(h.overleggen)
	for _, f := range h.feiten(vandaag) {
		if f.vernietigdOp != 0 {
			gezien["vernietigd"]++
		}
		if f.vernietigdOp != 0 && f.overgenomen {
			gezien["overgenomen en vernietigd"]++
		}
		for _, x := range f.termijnen {
			gezien[x.naam+" "+x.stand(vandaag)]++
			if x.tweede {
				gezien["tweede ronde"]++
			}
		}
	}
}

// hertel compares the report on a random period, as of a random day, with a recount of it.
func (l *lotmap) hertel(h *hertelmap, gezien map[string]int) {
	l.t.Helper()
	args, p, vorige := l.periode(h)
	kreeg := ontleed[map[string]any](l.t, l.rapport(append(args, "--json")...))
	wil := h.tel(p, vorige).cijfers()
	for _, s := range wil["signalen"].([]any) {
		gezien["signaal "+s.(blok).tekst("soort")]++
	}
	for u, n := range wil["uitkomsten"].(blok) {
		gezien["uitkomst "+u] += int(n.(float64))
	}
	for _, m := range wil["maatregelen"].([]any) {
		gezien["maatregel "+m.(blok).tekst("toestand")]++
		if b, er := m.(blok)["bewijs"].(blok); er {
			gezien["bewijs "+b.tekst("uitslag")]++
		}
	}
	for _, naam := range herteld {
		if d := verschil(naam, wil[naam], kreeg[naam]); d != "" {
			l.t.Errorf("klacht rapport %q: %s (-hertelling +rapport)\n%s", args, naam, d)
		}
	}
}

// rapport makes the report; an unknown category was already seen.
func (l *lotmap) rapport(args ...string) string {
	l.t.Helper()
	uit, fout, code := l.voer(append([]string{"rapport"}, args...)...)
	if wil := l.code(); code != wil {
		l.t.Fatalf("klacht rapport %q: exit %d, wil %d\n%s", args, code, wil, fout)
	}
	return uit
}

func (l *lotmap) code() int {
	if l.mislukt {
		return codeMislukt
	}
	return codeGedaan
}

// periode asks for a report in one of the ways in which it can be asked.
func (l *lotmap) periode(h *hertelmap) (args []string, p, vorige hertelperiode) {
	dag := func(d werkdagen.Datum) etmaal { e, _, _ := leesEtmaal(l.t, d.String()); return e }
	var overleg []werkdagen.Datum // where a day more or less matters
	for _, o := range h.overleggen {
		overleg = append(overleg, l.leesDag(o.dag.String()))
	}
	vandaag := l.laatste
	if l.kans(60) {
		vandaag = l.tussen(l.eerste, l.laatste)
		if len(overleg) > 0 && l.kans(50) {
			vandaag = min(l.laatste, een(l, overleg...)+werkdagen.Datum(l.r.IntN(2)))
		}
		args = append(args, "--peildatum", vandaag.String())
	}
	p.vandaag = dag(vandaag)
	begin := l.tussen(max(l.eerste-200, vandaag-700), vandaag)
	if len(overleg) > 0 && l.kans(30) {
		begin = min(vandaag, een(l, overleg...)+1)
	}
	jaar, maand, _ := begin.Delen()
	switch l.r.IntN(6) {
	case 0:
		p.van, p.tot = etmaalVan(jaar, 1, 1), etmaalVan(jaar, 12, 31)
		args = append(args, "--periode", fmt.Sprint(jaar))
	case 1:
		q := (maand - 1) / 3
		p.van, p.tot = etmaalVan(jaar, 3*q+1, 1), etmaalVan(jaar, 3*q+4, 1)-1
		args = append(args, "--periode", fmt.Sprintf("%d-Q%d", jaar, q+1))
	case 2:
		p.van, p.tot = etmaalVan(jaar, maand, 1), etmaalVan(jaar, maand+1, 1)-1
		args = append(args, "--periode", fmt.Sprintf("%d-%02d", jaar, maand))
	case 3:
		eind := l.tussen(begin, begin+400)
		p.van, p.tot = dag(begin), dag(eind)
		args = append(args, "--van", begin.String(), "--tot", eind.String())
	case 4:
		p.van, p.tot = dag(begin), p.vandaag
		args = append(args, "--van", begin.String())
	default:
		p, vorige = h.sindsOverleg(p.vandaag)
		return args, p, vorige
	}
	return args, p, p.vorige()
}

// verschil compares a figure. Only what was recounted is looked at; the order of lists, but for months, has tests of its own.
func verschil(naam string, wil, kreeg any) string {
	opties := []cmp.Option{cmpopts.EquateApprox(1e-9, 1e-9), cmpopts.EquateEmpty()}
	if naam != "per_maand" && naam != "regelkaart" {
		opties = append(opties, cmpopts.SortSlices(func(a, b any) bool { return fmt.Sprint(a) < fmt.Sprint(b) }))
	}
	if slices.Contains(geheel, naam) {
		return cmp.Diff(gewoon(wil), zonderZinnen(naam, kreeg), opties...)
	}
	return cmp.Diff(gewoon(wil), beperkt(wil, kreeg), opties...)
}

// geheel are the figures of which all is recounted but the sentences.
var geheel = []string{"maatregelen", "signalen", "te_weinig", "overleg"}

func zonderZinnen(naam string, v any) any {
	rijen, _ := v.([]any)
	for _, r := range rijen {
		r := r.(map[string]any)
		if naam != "maatregelen" {
			delete(r, "tekst")
		} else if b, er := r["bewijs"].(map[string]any); er {
			delete(b, "zin")
		}
	}
	return v
}

// gewoon is a recounted figure as JSON is read.
func gewoon(v any) any {
	switch v := v.(type) {
	case blok:
		uit := map[string]any{}
		for naam, w := range v {
			uit[naam] = gewoon(w)
		}
		return uit
	case []any:
		uit := []any{}
		for _, w := range v {
			uit = append(uit, gewoon(w))
		}
		return uit
	}
	return v
}

// beperkt leaves of kreeg the fields that were recounted, and of a list every item.
func beperkt(wil, kreeg any) any {
	switch k := kreeg.(type) {
	case map[string]any:
		w, _ := wil.(blok)
		uit := map[string]any{}
		for naam, v := range k {
			if deel, herteld := w[naam]; herteld {
				uit[naam] = beperkt(deel, v)
			}
		}
		return uit
	case []any:
		w, _ := wil.([]any)
		uit := []any{}
		for _, v := range k {
			var deel any = blok{}
			if len(w) > 0 {
				deel = w[0]
			}
			uit = append(uit, beperkt(deel, v))
		}
		return uit
	}
	return kreeg
}
