package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// hertelling of meetings: when they were, what they decided, and when the next is.

// herteloverleg is a meeting: its file, and its day.
type herteloverleg struct {
	blok
	dag etmaal
}

// leesOverleggen reads the files of all meetings, the oldest first.
func (h *hertelmap) leesOverleggen(pad string) {
	h.t.Helper()
	paden, err := filepath.Glob(filepath.Join(pad, "overleg", "*.yaml"))
	if err != nil {
		h.t.Fatal(err)
	}
	slices.Sort(paden)
	for _, p := range paden {
		dag, _, _ := leesEtmaal(h.t, strings.TrimSuffix(filepath.Base(p), ".yaml"))
		h.overleggen = append(h.overleggen, herteloverleg{leesBlok(h.t, p), dag})
	}
}

// sindsOverleg is the period of a report for which none was asked: from the day after the last meeting before, else this calendar year.
func (h *hertelmap) sindsOverleg(vandaag etmaal) (p, vorige hertelperiode) {
	heel := kalenderjaar(vandaag)
	p, vorige = hertelperiode{heel.van, vandaag, vandaag}, heel.vorige()
	for _, o := range h.overleggen {
		if o.dag < vandaag {
			p.van = o.dag + 1
			vorige = p.vorige()
		}
	}
	return p, vorige
}

var hertelGenoemd = regexp.MustCompile(`[A-Za-z0-9-]+`)

// overlegcijfers is about the meeting right before the period, else the last until the reference date; what is to come follows from the last.
func (h hertelling) overlegcijfers() blok {
	eind := h.p.peil()
	b := blok{"laatste": nil, "volgende": nil, "stand": nil, "besluiten": []any{}, "maatregelen": []any{}}
	var laatste, over *herteloverleg
	for i := range h.overleggen {
		if o := &h.overleggen[i]; o.dag <= eind {
			laatste = o
			if over == nil || over.dag != h.p.van-1 {
				over = o
			}
		}
	}
	volgende := etmaal(0)
	vanaf := h.sinds
	if vanaf > eind {
		vanaf = 0
	}
	if laatste != nil {
		volgende, _, _ = leesEtmaal(h.t, laatste.tekst("volgende"))
		vanaf = laatste.dag
	}
	if hoeVaak := h.procedure.tekst("overleg"); volgende == 0 && vanaf != 0 && hoeVaak != "geen" {
		switch hoeVaak {
		case "elk kwartaal":
			volgende = plusMaanden(vanaf, 3)
		case "elke maand":
			volgende = plusMaanden(vanaf, 1)
		default:
			weken := 0
			if _, err := fmt.Sscanf(hoeVaak, "elke %d weken", &weken); err != nil {
				h.t.Fatal(err)
			}
			volgende = vanaf + etmaal(7*weken)
		}
	}
	if volgende != 0 {
		regel := h.procedure.blok("kalender")
		b["volgende"] = volgende.String()
		switch {
		case volgende < eind:
			b["stand"] = "te laat"
		case volgende == eind:
			b["stand"] = "vandaag"
		case h.kalender(regel, regel.tekst("soort")).werkdagenNa(eind, volgende) <= 3:
			b["stand"] = "binnenkort"
		default:
			b["stand"] = "op tijd"
		}
	}
	if over == nil {
		return b
	}
	b["laatste"] = over.dag.String()
	besluiten, los := []any{}, []any{}
	genoemd := map[any]bool{}
	for _, tekst := range over.lijst("besluiten") {
		nummers := []any{}
		for _, woord := range hertelGenoemd.FindAllString(tekst.(string), -1) {
			n := strings.ToUpper(strings.Trim(woord, "-"))
			if hertelMaatregelnummer.MatchString(n) && !slices.Contains(nummers, any(n)) {
				nummers = append(nummers, n)
				genoemd[n] = true
			}
		}
		besluiten = append(besluiten, blok{"tekst": tekst, "maatregelen": nummers})
	}
	for _, n := range over.lijst("maatregelen") {
		if !genoemd[n] {
			genoemd[n] = true
			los = append(los, n)
		}
	}
	b["besluiten"], b["maatregelen"] = besluiten, los
	return b
}

var hertelMaatregelnummer = regexp.MustCompile(`^M\d{4}-\d{3,6}$`)
