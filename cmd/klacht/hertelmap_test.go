package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"gopkg.in/yaml.v3"
)

// The recount reads the folder itself: procedure.yaml, each klacht.yaml, vernietigd.yaml, measures and meetings as plain maps.

// blok is a mapping of a file, with texts, lists and other mappings as its values.
type blok map[string]any

func (b blok) tekst(naam string) string { s, _ := b[naam].(string); return s }

func (b blok) blok(naam string) blok { m, _ := b[naam].(blok); return m }

func (b blok) lijst(naam string) []any { l, _ := b[naam].([]any); return l }

func (b blok) blokken(naam string) []blok {
	var uit []blok
	for _, item := range b.lijst(naam) {
		uit = append(uit, item.(blok))
	}
	return uit
}

// leesBlok reads a YAML file. Every value in it is text, however it looks; a file that is not there is empty.
func leesBlok(t testing.TB, pad string) blok {
	t.Helper()
	inhoud, err := os.ReadFile(pad)
	if os.IsNotExist(err) {
		return blok{}
	}
	if err != nil {
		t.Fatal(err)
	}
	var top yaml.Node
	if err := yaml.Unmarshal(inhoud, &top); err != nil {
		t.Fatalf("%s: %v", pad, err)
	}
	b, ok := kaal(top.Content[0]).(blok)
	if !ok {
		t.Fatalf("%s: geen blok", pad)
	}
	return b
}

func kaal(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		b := blok{}
		for i := 0; i < len(n.Content); i += 2 {
			b[n.Content[i].Value] = kaal(n.Content[i+1])
		}
		return b
	case yaml.SequenceNode:
		l := []any{}
		for _, item := range n.Content {
			l = append(l, kaal(item))
		}
		return l
	}
	return n.Value
}

// hertelmap is a folder as it stands on disk.
type hertelmap struct {
	t           testing.TB
	procedure   blok
	records     []hertelrecord
	vernietigd  []hertelfeit
	maatregelen []hertelmaatregel // by number
	overleggen  []herteloverleg
	kalenders   map[string]*hertelkalender
}

type hertelrecord struct {
	nummer   string
	velden   blok
	beloofd  blok
	kal      *hertelkalender
	gebeurde []voorval // in the order in which it happened
}

// voorval is an event of a record.
type voorval struct {
	blok
	id, wat   string
	dag       etmaal
	moment    time.Time
	heeftTijd bool
}

// zekerLater says that v certainly came after w: by moment where both have one, else by day.
func (v voorval) zekerLater(w voorval) bool {
	if v.heeftTijd && w.heeftTijd {
		return v.moment.After(w.moment)
	}
	return v.dag > w.dag
}

func leesHertelmap(t testing.TB, pad string) *hertelmap {
	t.Helper()
	h := &hertelmap{t: t, procedure: leesBlok(t, filepath.Join(pad, "procedure.yaml")), kalenders: map[string]*hertelkalender{}}
	paden, err := filepath.Glob(filepath.Join(pad, "[0-9][0-9][0-9][0-9]", "K*", "klacht.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paden {
		b := leesBlok(t, p)
		r := hertelrecord{nummer: filepath.Base(filepath.Dir(p)), velden: b, beloofd: b.blok("beloofd")}
		r.kal = h.kalender(r.beloofd, r.beloofd.tekst("kalender"))
		r.gebeurde = leesVerloop(t, b)
		h.records = append(h.records, r)
	}
	h.leesVernietigd(leesBlok(t, filepath.Join(pad, "vernietigd.yaml")))
	h.leesMaatregelen(pad)
	h.leesOverleggen(pad)
	return h
}

// leesVerloop reads events in the order in which they happened: each, as the file has them, before the first that certainly came later.
func leesVerloop(t testing.TB, b blok) (gebeurde []voorval) {
	t.Helper()
	for i, g := range b.blokken("verloop") {
		v := voorval{blok: g, id: cmp.Or(g.tekst("id"), fmt.Sprintf("gebeurtenis-%d", i+1)), wat: g.tekst("wat")}
		v.dag, v.moment, v.heeftTijd = leesEtmaal(t, g.tekst("op"))
		plaats := slices.IndexFunc(gebeurde, func(eerder voorval) bool { return eerder.zekerLater(v) })
		if plaats < 0 {
			plaats = len(gebeurde)
		}
		gebeurde = slices.Insert(gebeurde, plaats, v)
	}
	return gebeurde
}

// kalender reads how days are counted from a promise, or from the procedure.
func (h *hertelmap) kalender(b blok, soort string) *hertelkalender {
	k := &hertelkalender{bedrijf: soort == "bedrijf", atw: b.tekst("verlenging") == "atw", werkweek: []time.Weekday{1, 2, 3, 4, 5}}
	if week := b.lijst("werkweek"); len(week) > 0 {
		k.werkweek = nil
		for _, dag := range week {
			k.werkweek = append(k.werkweek, time.Weekday(slices.Index([]string{"zo", "ma", "di", "wo", "do", "vr", "za"}, dag.(string))))
		}
	}
	for _, g := range b.lijst("gesloten") {
		van, tot := "", ""
		switch g := g.(type) {
		case string:
			van, tot = g, g
		case blok:
			van, tot = g.tekst("van"), g.tekst("tot")
		}
		eerste, _, _ := leesEtmaal(h.t, van)
		laatste, _, _ := leesEtmaal(h.t, tot)
		k.gesloten = append(k.gesloten, [2]etmaal{eerste, laatste})
	}
	return k
}

// leesVernietigd reads what stayed of destroyed dossiers. Of two entries on the same one, the last counts; one that is back counts as it is.
func (h *hertelmap) leesVernietigd(b blok) {
	dag := func(s string) etmaal { d, _, _ := leesEtmaal(h.t, s); return d }
	laatste := map[string]int{}
	alle := b.blokken("vernietigd")
	sleutel := func(b blok) string { return b.tekst("nummer") + " " + b.tekst("id") }
	for i, v := range alle {
		laatste[sleutel(v)] = i
	}
	for _, r := range h.records {
		delete(laatste, r.nummer+" "+r.velden.tekst("id"))
	}
	kal := h.kalender(h.procedure.blok("kalender"), h.procedure.blok("kalender").tekst("soort"))
	for i, v := range alle {
		if plaats, telt := laatste[sleutel(v)]; !telt || plaats != i {
			continue
		}
		nu := h.leesFeit(v, v, kal)
		for _, e := range v.blokken("eerder") {
			nu.eerder = append(nu.eerder, h.leesFeit(v, e, kal))
			nu.eerderTot = append(nu.eerderTot, dag(e.tekst("tot")))
		}
		h.vernietigd = append(h.vernietigd, nu)
	}
}

// leesFeit reads what the entry v kept of a destroyed dossier: in itself, or of an earlier day in b.
func (h *hertelmap) leesFeit(v, b blok, kal *hertelkalender) hertelfeit {
	dag := func(s string) etmaal { d, _, _ := leesEtmaal(h.t, s); return d }
	f := hertelfeit{
		nummer: v.tekst("nummer"), soort: b.tekst("soort"), herkomst: b.tekst("herkomst"), categorie: b.tekst("categorie"), oorzaak: b.tekst("oorzaak"),
		oorzaakOp: dag(b.tekst("geanalyseerd_op")), ontvangen: dag(b.tekst("ontvangen")), vernietigdOp: dag(v.tekst("vernietigd_op")), kal: kal,
		bewaarplicht: b.tekst("bewaarplicht") == "ja", overgenomen: v.tekst("overgenomen") != "",
	}
	f.sinds = max(f.ontvangen, dag(v.tekst("overgenomen_op")))
	for _, x := range b.blokken("termijnen") {
		f.termijnen = append(f.termijnen, herteltermijn{
			naam: x.tekst("naam"), tweede: x.tekst("ronde") != "", uiterlijk: dag(x.tekst("uiterlijk")),
			voldaan: dag(x.tekst("voldaan_op")), vervallen: dag(x.tekst("vervallen_op")), onbekend: x.tekst("onbekend") != "",
		})
	}
	// Closings and reopenings take turns, the oldest first.
	dicht, open := b.blokken("afgehandeld"), b.lijst("heropend")
	for i, s := range dicht {
		f.wissels = append(f.wissels, wissel{dag: dag(s.tekst("op")), dicht: true, uitkomst: s.tekst("uitkomst")})
		if i < len(open) {
			f.wissels = append(f.wissels, wissel{dag: dag(open[i].(string))})
		}
	}
	for _, d := range b.lijst("geschil") {
		f.geschillen = append(f.geschillen, dag(d.(string)))
	}
	for _, d := range b.lijst("advies") {
		f.adviezen = append(f.adviezen, dag(d.(string)))
	}
	return f
}
