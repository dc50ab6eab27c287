package rapport

import "fmt"

// bevindingen are signals, and what could not be judged.
type bevindingen struct{ signalen, teWeinig []Signaal }

// signaleer looks for what a quality manager would ask about, in the order of
// Signaalsoorten.
func (r *rekening) signaleer(o *Overzicht) bevindingen {
	b := bevindingen{signalen: []Signaal{}, teWeinig: []Signaal{}}
	r.maandenBuitenDeGrenzen(&b, o.Regelkaart)
	r.gestegenCategorieen(&b, o.PerCategorie)
	r.herhalingen(&b)
	r.maatregelenTeLaat(&b)
	r.eigenZaken(&b)
	r.zonderAnalyse(&b, o.Afgehandeld)
	return b
}

func (b *bevindingen) signaal(s Signaalsoort, geteld map[string]any, vorm string, waarden ...any) {
	b.signalen = append(b.signalen, Signaal{Soort: s, Tekst: fmt.Sprintf(vorm, waarden...), Geteld: geteld})
}

func (b *bevindingen) nietTeZeggen(s Signaalsoort, geteld map[string]any, vorm string, waarden ...any) {
	b.teWeinig = append(b.teWeinig, Signaal{Soort: s, Tekst: fmt.Sprintf(vorm, waarden...), Geteld: geteld})
}

// genoemd lists names in a sentence, as many as a reader can take in.
func genoemd(namen []string) string { return opsommingTot(namen, 10) }
