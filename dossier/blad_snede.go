package dossier

import (
	"fmt"
	"slices"
)

// snede is one splice: the bytes [van, tot) make way for tekst.
type snede struct {
	van, tot int
	tekst    string
}

// snijd tries splices, the best first, and gives the file after the first one
// that does what was meant and nothing else: what it gives reads as verwacht.
func (b *blad) snijd(naam string, verwacht *knoop, sneden ...snede) (*blad, error) {
	var reden error
	for _, s := range sneden {
		tekst := slices.Concat(b.tekst[:s.van], []byte(s.tekst), b.tekst[s.tot:])
		nieuw, err := leesBlad(b.bestand, tekst, b.grens)
		if err == nil && gelijkeKnopen(nieuw.wortel, verwacht) {
			return nieuw, nil
		}
		if len(tekst) > b.grens {
			reden = err
		}
	}
	if reden != nil {
		return nil, reden
	}
	regel := 0
	if len(sneden) > 0 {
		regel, _ = slices.BinarySearch(b.regels, sneden[0].van+1)
	}
	return nil, b.geweigerd(regel, fmt.Sprintf("%s kan hier niet worden gewijzigd zonder iets anders mee te veranderen", naam))
}

func (b *blad) geweigerd(regel int, wat string) *Leesfout {
	return &Leesfout{Bestand: b.bestand, Regel: regel, Wat: wat, Raad: "pas het bestand aan in een editor"}
}

// metKnoop is the tree under k with oud replaced by nieuw.
func (k *knoop) metKnoop(oud, nieuw *knoop) *knoop {
	if k == oud {
		return nieuw
	}
	if !k.isVat() {
		return k
	}
	kopie := *k
	kopie.paren, kopie.items = slices.Clone(k.paren), slices.Clone(k.items)
	for i := range kopie.paren {
		kopie.paren[i].waarde = kopie.paren[i].waarde.metKnoop(oud, nieuw)
	}
	for i := range kopie.items {
		kopie.items[i] = kopie.items[i].metKnoop(oud, nieuw)
	}
	return &kopie
}

// metPaar is the mapping k with a key put at place i.
func (k *knoop) metPaar(i int, sleutel string, w waarde) *knoop {
	kopie := *k
	kopie.paren = slices.Insert(slices.Clone(k.paren), i, paar{sleutel: &knoop{soort: knoopWaarde, tekst: sleutel}, waarde: w.knoop()})
	return &kopie
}

// metItems is the list k with items at its end.
func (k *knoop) metItems(items []waarde) *knoop {
	kopie := *k
	kopie.items = slices.Clone(k.items)
	for _, w := range items {
		kopie.items = append(kopie.items, w.knoop())
	}
	return &kopie
}
