package rapport

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"sort"
	"testing"

	"klacht/dossier"
	"klacht/werkdagen"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// The recount knows the contract of the JSON and nothing of the program: it
// plays every dossier day by day, with the rules as they are written down.

type toestandOpDag struct {
	ontvangen, open bool
	dicht           werkdagen.Datum // the closing that stands
	uitkomst        string
}

// speelAf gives the state at the end of day eind by playing all that happened.
// On one day, closings and reopenings take turns.
func speelAf(f dossier.Feiten, eind werkdagen.Datum) toestandOpDag {
	var t toestandOpDag
	s, h := 0, 0
	for d := f.Ontvangen; d <= eind; d++ {
		if d == f.Ontvangen {
			t.ontvangen, t.open = true, true
		}
		for {
			if t.open && s < len(f.Sluitingen) && f.Sluitingen[s].Op == d {
				t.open, t.dicht, t.uitkomst = false, d, string(f.Sluitingen[s].Uitkomst)
				s++
				continue
			}
			if !t.open && h < len(f.Heropend) && f.Heropend[h] == d {
				t.open, t.dicht, t.uitkomst = true, 0, ""
				h++
				continue
			}
			break
		}
	}
	return t
}

func hertel(feiten []dossier.Feiten, p, vorige Periode, vandaag werkdagen.Datum) map[string]any {
	peil := vandaag
	if p.Tot < vandaag {
		peil = p.Tot
	}
	in := func(d, van, tot werkdagen.Datum) bool { return d != 0 && !(d < van) && !(d > tot) }

	stroom := func(van, tot werkdagen.Datum) (ontvangen, afgehandeld, open float64) {
		for _, f := range feiten {
			t := speelAf(f, tot)
			if t.ontvangen && in(f.Ontvangen, van, tot) {
				ontvangen++
			}
			if in(t.dicht, van, tot) {
				afgehandeld++
			}
			if t.open {
				open++
			}
		}
		return
	}
	ontvangen, afgehandeld, open := stroom(p.Van, peil)
	vOntvangen, vAfgehandeld, vOpen := stroom(vorige.Van, vorige.Tot)

	termijn := func(naam string) map[string]any {
		var binnen, telaat, loopt, vervallen, onbekend float64
		for _, f := range feiten {
			if !in(f.Ontvangen, p.Van, peil) {
				continue
			}
			for _, t := range f.Termijnen {
				if string(t.Naam) != naam || t.Ronde != 1 {
					continue
				}
				if t.Onbekend {
					onbekend++
					continue
				}
				if in(t.VervallenOp, 1, peil) {
					vervallen++
					continue
				}
				gedaan := in(t.VoldaanOp, 1, peil)
				if gedaan && t.VoldaanOp <= t.Uiterlijk {
					binnen++
				} else if gedaan || t.Uiterlijk < peil {
					telaat++
				} else {
					loopt++
				}
			}
		}
		uit := map[string]any{"binnen": binnen, "te_laat": telaat, "open": loopt, "vervallen": vervallen, "onbekend": onbekend, "percentage": nil}
		if n := binnen + telaat; n > 0 {
			uit["percentage"] = math.Floor(binnen/n*1000+0.5) / 10
		}
		return uit
	}

	perLabel := func(sleutel string, van func(dossier.Feiten) string) []any {
		nu, toen := map[string]float64{}, map[string]float64{}
		namen := map[string]bool{}
		for _, f := range feiten {
			if in(f.Ontvangen, p.Van, peil) && van(f) != "" {
				nu[van(f)]++
				namen[van(f)] = true
			}
			if in(f.Ontvangen, vorige.Van, vorige.Tot) && van(f) != "" {
				toen[van(f)]++
				namen[van(f)] = true
			}
		}
		rijen := []any{}
		for naam := range namen {
			rijen = append(rijen, map[string]any{sleutel: naam, "aantal": nu[naam], "vorige": toen[naam]})
		}
		return rijen
	}

	maanden := []any{}
	for d := p.Van; d <= peil; d++ {
		jaar, maand, _ := d.Delen()
		naam := fmt.Sprintf("%04d-%02d", jaar, maand)
		eind := d
		for eind < peil {
			if _, m, _ := (eind + 1).Delen(); m != maand {
				break
			}
			eind++
		}
		var ontv, afg, op float64
		for _, f := range feiten {
			if in(f.Ontvangen, d, eind) {
				ontv++
			}
			if in(speelAf(f, peil).dicht, d, eind) {
				afg++
			}
			if speelAf(f, eind).open {
				op++
			}
		}
		maanden = append(maanden, map[string]any{"maand": naam, "ontvangen": ontv, "afgehandeld": afg, "open": op})
		d = eind
	}

	var duur []float64
	uitkomsten := map[string]any{"gegrond": 0.0, "deels gegrond": 0.0, "ongegrond": 0.0, "ingetrokken": 0.0, "onbekend": 0.0}
	herkomst := map[string]any{"extern": 0.0, "intern": 0.0}
	soort := map[string]any{"klacht": 0.0, "onvolkomenheid": 0.0}
	var geopend, advies float64
	telaat := []any{}
	for _, f := range feiten {
		t := speelAf(f, peil)
		if in(t.dicht, p.Van, peil) {
			duur = append(duur, float64(t.dicht-f.Ontvangen))
			uitkomsten[t.uitkomst] = uitkomsten[t.uitkomst].(float64) + 1
		}
		if in(f.Ontvangen, p.Van, peil) {
			herkomst[string(f.Herkomst)] = herkomst[string(f.Herkomst)].(float64) + 1
			soort[string(f.Soort)] = soort[string(f.Soort)].(float64) + 1
		}
		for _, d := range f.Geschillen {
			if in(d, p.Van, peil) {
				geopend++
			}
		}
		for _, d := range f.Adviezen {
			if in(d, p.Van, peil) {
				advies++
			}
		}
		for _, x := range f.Termijnen {
			if t.open && !x.Onbekend && !in(x.VervallenOp, 1, peil) && !in(x.VoldaanOp, 1, peil) && x.Uiterlijk < peil {
				telaat = append(telaat, map[string]any{"nummer": f.Nummer, "termijn": string(x.Naam), "uiterlijk": x.Uiterlijk.String(), "werkdagen_te_laat": float64(peil - x.Uiterlijk)})
			}
		}
	}
	doorlooptijd := map[string]any{"aantal": float64(len(duur)), "mediaan": nil, "p90": nil, "max": nil}
	if len(duur) > 0 {
		sort.Float64s(duur)
		op := func(deel float64) float64 {
			plaats := float64(len(duur)-1) * deel
			onder, boven := math.Floor(plaats), math.Ceil(plaats)
			return duur[int(onder)] + (plaats-onder)*(duur[int(boven)]-duur[int(onder)])
		}
		doorlooptijd = map[string]any{"aantal": float64(len(duur)), "mediaan": op(0.5), "p90": op(0.9), "max": slices.Max(duur)}
	}
	return map[string]any{
		"van": p.Van.String(), "tot": p.Tot.String(), "peildatum": peil.String(),
		"ontvangen": ontvangen, "afgehandeld": afgehandeld, "open": open,
		"vorige":        map[string]any{"van": vorige.Van.String(), "tot": vorige.Tot.String(), "ontvangen": vOntvangen, "afgehandeld": vAfgehandeld, "open": vOpen},
		"per_categorie": perLabel("categorie", func(f dossier.Feiten) string { return f.Categorie }),
		"per_oorzaak": perLabel("oorzaak", func(f dossier.Feiten) string {
			if f.OorzaakOp > peil {
				return ""
			}
			return f.Oorzaak
		}),
		"per_herkomst": herkomst, "per_soort": soort, "per_maand": maanden,
		"bevestiging": termijn("bevestiging"), "voorstel": termijn("voorstel"), "afhandeling": termijn("afhandeling"),
		"doorlooptijd_dagen": doorlooptijd, "uitkomsten": uitkomsten,
		"geschillen": map[string]any{"geopend": geopend, "advies": advies},
		"te_laat":    telaat, "maatregelen": []any{},
	}
}

func TestHertelling(t *testing.T) {
	eerste := dag(t, "2027-09-01") // 29 February 2028 lies in it
	rapid.Check(t, func(rt *rapid.T) {
		in := lotInvoer(rt, eerste)
		b, err := json.Marshal(Bereken(in))
		if err != nil {
			rt.Fatal(err)
		}
		var kreeg map[string]any
		if err := json.Unmarshal(b, &kreeg); err != nil {
			rt.Fatal(err)
		}
		wil := hertel(in.Feiten, in.Periode, in.Vorige, in.Peildatum)
		for _, d := range verschillen(wil, beperk(wil, kreeg).(map[string]any)) {
			rt.Error(d)
		}
	})
}

// beperk leaves of kreeg the fields that the contract names, and of a list every
// item.
func beperk(wil, kreeg any) any {
	switch k := kreeg.(type) {
	case map[string]any:
		w, ok := wil.(map[string]any)
		if !ok {
			return k
		}
		uit := map[string]any{}
		for naam := range w {
			if v, staatErin := k[naam]; staatErin {
				uit[naam] = beperk(w[naam], v)
			}
		}
		return uit
	case []any:
		w, _ := wil.([]any)
		uit := []any{}
		for _, v := range k {
			if len(w) > 0 {
				v = beperk(w[0], v)
			}
			uit = append(uit, v)
		}
		return uit
	}
	return kreeg
}

// verschillen compares without regard to the order of lists, but for months:
// that order has its own test.
func verschillen(wil, kreeg map[string]any) []string {
	var uit []string
	for naam := range wil {
		opties := []cmp.Option{cmpopts.EquateApprox(0, 1e-9)}
		if naam != "per_maand" {
			opties = append(opties, cmpopts.SortSlices(func(a, b any) bool { return fmt.Sprint(a) < fmt.Sprint(b) }))
		}
		if d := cmp.Diff(wil[naam], kreeg[naam], opties...); d != "" {
			uit = append(uit, fmt.Sprintf("%s (-hertelling +Bereken)\n%s", naam, d))
		}
	}
	return uit
}
