package main

import (
	"cmp"
	"math/big"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// hertelmaatregel is a measure: its file as it is, and how it stood on a day.
type hertelmaatregel struct {
	nummer   string
	velden   blok
	gebeurde []voorval
	kal      *hertelkalender

	// As of that day.
	toestand, categorie, oorzaak, oordeel string
	aangemaakt, streef, controle          etmaal
	uitgevoerd, gecontroleerd, vervallen  etmaal // 0: not
	zelf                                  bool
	vervolg                               []any
}

// veld gives a field as it was at the end of a day.
func (m *hertelmaatregel) veld(naam string, peil etmaal) string {
	return veldOp(m.gebeurde, m.velden.tekst(naam), naam, peil)
}

// leesMaatregelen reads the files of all measures.
func (h *hertelmap) leesMaatregelen(pad string) {
	h.t.Helper()
	paden, err := filepath.Glob(filepath.Join(pad, "maatregelen", "M*.yaml"))
	if err != nil {
		h.t.Fatal(err)
	}
	regel := h.procedure.blok("kalender")
	for _, p := range paden {
		b := leesBlok(h.t, p)
		h.maatregelen = append(h.maatregelen, hertelmaatregel{
			nummer: strings.TrimSuffix(filepath.Base(p), ".yaml"), velden: b, gebeurde: leesVerloop(h.t, b), kal: h.kalender(regel, regel.tekst("soort")),
		})
	}
}

// maatregelenOp gives the measures that were made by the end of a day, as they then stood.
func (h *hertelmap) maatregelenOp(peil etmaal) []hertelmaatregel {
	h.t.Helper()
	var uit []hertelmaatregel
	for _, m := range h.maatregelen {
		if m.speel(h, peil); m.aangemaakt != 0 && m.aangemaakt <= peil {
			uit = append(uit, m)
		}
	}
	for i, m := range uit {
		for _, v := range uit {
			if v.velden.tekst("vervolg_op") == m.nummer {
				uit[i].vervolg = append(uit[i].vervolg, v.nummer)
			}
		}
	}
	return uit
}

// speel plays a measure until the end of a day. What can't have gone so does not count: a second time carried out, a check before that,
// an end after it, and anything after the end.
func (m *hertelmaatregel) speel(h *hertelmap, peil etmaal) {
	m.toestand, m.categorie, m.oorzaak = "gepland", m.veld("categorie", peil), m.veld("oorzaak", peil)
	m.streef, _, _ = leesEtmaal(h.t, m.veld("streefdatum", peil))
	for _, v := range m.gebeurde {
		if v.dag > peil {
			break
		}
		switch {
		case v.wat == "aangemaakt":
			m.aangemaakt = v.dag
		case m.toestand == "vervallen":
		case v.wat == "uitgevoerd" && m.uitgevoerd == 0:
			m.toestand, m.uitgevoerd = "uitgevoerd", v.dag
		case v.wat == "gecontroleerd" && m.uitgevoerd != 0:
			m.toestand, m.gecontroleerd, m.oordeel = "gecontroleerd", v.dag, v.tekst("oordeel")
			m.zelf = v.tekst("door") != "" && zelfdeTekst(v.tekst("door"), m.veld("verantwoordelijke", v.dag))
		case v.wat == "vervallen" && m.uitgevoerd == 0:
			m.toestand, m.vervallen = "vervallen", v.dag
		}
	}
	controle := m.veld("controle", peil)
	if _, err := time.Parse(time.DateOnly, controle); err == nil {
		m.controle, _, _ = leesEtmaal(h.t, controle)
		return
	}
	m.controle = m.kal.tel(h.t, cmp.Or(m.uitgevoerd, m.streef), controle)
	// Algemene termijnenwet art. 4: not for terms over 90 days, 12 weeks or 3 months, or in years.
	getal, eenheid, _ := strings.Cut(controle, " ")
	if n, _ := strconv.Atoi(getal); n <= map[string]int{"dagen": 90, "weken": 12, "maanden": 3, "werkdagen": 90}[eenheid] {
		m.controle = m.kal.loopDoor(m.controle)
	}
}

func (m *hertelmaatregel) teLaat(peil etmaal) (uitvoering, controle bool) {
	return m.toestand == "gepland" && m.streef < peil, m.toestand == "uitgevoerd" && m.controle < peil
}

// over says whether what came in is about the measure; misschien that its cause is not known.
func (m *hertelmaatregel) over(f hertelfeit) (ja, misschien bool) {
	if m.categorie == "" && m.oorzaak == "" || m.categorie != "" && !zelfdeTekst(m.categorie, f.categorie) {
		return false, false
	}
	return m.oorzaak == "" || zelfdeTekst(m.oorzaak, f.oorzaak), m.oorzaak != "" && f.oorzaak == ""
}

func zelfdeTekst(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// maatregelrijen gives the measures that were not done before the period began, or to which something happened in it.
func (h hertelling) maatregelrijen() []any {
	eind := h.p.peil()
	dag := func(d etmaal) any {
		if d == 0 {
			return nil
		}
		return d.String()
	}
	uit := []any{}
	for _, m := range h.maatregelen {
		gedaan := m.toestand == "gecontroleerd" || m.toestand == "vervallen"
		if gedaan && max(m.aangemaakt, m.uitgevoerd, m.gecontroleerd, m.vervallen) < h.p.van {
			continue
		}
		uitvoering, controle := m.teLaat(eind)
		b := blok{
			"nummer": m.nummer, "omschrijving": m.veld("omschrijving", eind), "soort": m.veld("soort", eind), "toestand": m.toestand, "categorie": m.categorie, "oorzaak": m.oorzaak,
			"aangemaakt_op": dag(m.aangemaakt), "streefdatum": dag(m.streef), "uitgevoerd_op": dag(m.uitgevoerd), "controle_op": dag(m.controle),
			"gecontroleerd_op": dag(m.gecontroleerd), "oordeel": nil, "zelf_gecontroleerd": m.zelf, "te_laat": uitvoering || controle, "vervolg": m.vervolg, "bewijs": h.bewijs(m),
			"vraagt_vervolg": m.toestand == "gecontroleerd" && m.oordeel != "doeltreffend" && len(m.vervolg) == 0,
		}
		if m.oordeel != "" {
			b["oordeel"] = m.oordeel
		}
		if eerder := m.velden.tekst("vervolg_op"); eerder != "" {
			b["vervolg_op"] = eerder
		}
		uit = append(uit, b)
	}
	return uit
}

// bewijs counts what came in about a measure in as many days before it was carried out as after, as far as the folder goes back.
func (h hertelling) bewijs(m hertelmaatregel) any {
	if m.uitgevoerd == 0 || m.categorie == "" && m.oorzaak == "" {
		return nil
	}
	tot := h.p.peil()
	if m.gecontroleerd >= m.uitgevoerd {
		tot = m.gecontroleerd
	}
	dagen := int(tot - m.uitgevoerd)
	dagenErvoor := 0
	for d := m.uitgevoerd; d > m.uitgevoerd-etmaal(dagen) && h.begin != 0 && d >= h.begin; d-- {
		dagenErvoor++
	}
	ervoor, erna, onbekend := 0, 0, 0
	for _, f := range h.feiten {
		ja, misschien := m.over(f)
		switch na := int(f.ontvangen - m.uitgevoerd); {
		case ja && 0 < na && na <= dagen:
			erna++
		case ja && -dagenErvoor < na && na <= 0:
			ervoor++
		case misschien && 0 < na && na <= dagen:
			onbekend++
		}
	}
	b := blok{
		"van": nil, "uitgevoerd_op": m.uitgevoerd.String(), "tot": tot.String(), "dagen": getal(dagen), "ervoor": getal(ervoor), "erna": getal(erna), "niet_geanalyseerd": getal(onbekend),
	}
	if dagenErvoor > 0 {
		b["van"] = (m.uitgevoerd - etmaal(dagenErvoor) + 1).String()
	}
	b["p"], b["uitslag"] = wegen(ervoor, dagenErvoor, erna, dagen)
	return b
}

// wegen compares a count with the one before it: nothing can be told without days or numbers, nor of fewer than six.
func wegen(eerst, dagenEerst, daarna, dagenDaarna int) (p any, uitslag string) {
	if dagenEerst == 0 || dagenDaarna == 0 || eerst+daarna == 0 {
		return nil, "te weinig"
	}
	kans := kansVan(eerst, daarna, dagenEerst, dagenDaarna)
	switch {
	case eerst+daarna < 6:
		return kans, "te weinig"
	case kans >= 0.05:
		return kans, "toeval"
	case float64(eerst)/float64(dagenEerst) > float64(daarna)/float64(dagenDaarna):
		return kans, "minder"
	}
	return kans, "meer"
}

// kansVan sums the binomial probabilities of all splits of a+b that are no likelier than this one, as whole numbers.
func kansVan(a, b, dagenA, dagenB int) float64 {
	n := a + b
	groot := func(x int) *big.Int { return big.NewInt(int64(x)) }
	gewichten := []*big.Int{new(big.Int).Exp(groot(dagenB), groot(n), nil)} // of k in the first
	for k := range n {
		w := new(big.Int).Mul(gewichten[k], groot((n-k)*dagenA))
		gewichten = append(gewichten, w.Quo(w, groot((k+1)*dagenB)))
	}
	som := new(big.Int)
	for _, w := range gewichten {
		if w.Cmp(gewichten[a]) <= 0 {
			som.Add(som, w)
		}
	}
	p, _ := new(big.Rat).SetFrac(som, new(big.Int).Exp(groot(dagenA+dagenB), groot(n), nil)).Float64()
	return p
}

// nummers gives the numbers of dossiers, by day of receipt and then by number.
func nummers(feiten []hertelfeit) []any {
	feiten = slices.SortedFunc(slices.Values(feiten), func(a, b hertelfeit) int {
		return cmp.Or(int(a.ontvangen-b.ontvangen), cmp.Compare(a.nummer, b.nummer))
	})
	uit := []any{}
	for _, f := range feiten {
		uit = append(uit, f.nummer)
	}
	return uit
}
