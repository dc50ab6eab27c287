package dossier

import (
	"fmt"
	"strings"
)

// voegToe gives the file with items added at the end of the list at a
// top-level key, written as the items above them are. A list that is empty or
// isn't there is made.
func (b *blad) voegToe(lijst string, items ...waarde) (*blad, error) {
	p := b.wortel.paar(lijst)
	switch {
	case len(items) == 0:
		return b, nil
	case p == nil:
		return b.nieuwPaar([]string{lijst}, b.wortel, lijst, lijstWaarde(items...))
	}
	k := p.waarde
	switch {
	case k.isLeeg(), k.soort == knoopReeks && len(k.items) == 0 && b.isHaakjes(k):
		return b.vervang([]string{lijst}, b.wortel, k, p.na, lijstWaarde(items...))
	case k.soort != knoopReeks:
		return nil, b.geweigerd(k.regel, fmt.Sprintf("%s is geen lijst", lijst))
	}
	naam := itemnaam(lijst, len(k.items))
	if k.stijl == stijlStroom {
		s := b.schrijver(k.tot)
		b, err := b.snijd(naam, b.wortel.metKnoop(k, k.metItems(items[:1])), b.stroomSnede(k, len(k.items), s.stroom(items[0])))
		if err != nil {
			return nil, err
		}
		return b.voegToe(lijst, items[1:]...)
	}
	return b.snijd(naam, b.wortel.metKnoop(k, k.metItems(items)), b.itemSneden(k, items)...)
}

// isHaakjes reports whether an empty list or group is nothing but its brackets
// on one line.
func (b *blad) isHaakjes(k *knoop) bool {
	return strings.Trim(string(b.tekst[k.van+1:k.tot-1]), " \t") == ""
}

// itemSneden are the splices that add items to the block list k.
func (b *blad) itemSneden(k *knoop, items []waarde) []snede {
	n := len(k.items)
	i := b.naAanhang(k.items[n-1].tot, k.kolom)
	s := b.schrijver(i)
	eigenKolom := 0 // of items that begin on the line below their dash
	for j, vorig := range k.items {
		if vorig.isVat() && vorig.stijl == stijlBlok {
			if eigenKolom = vorig.kolom; !b.opEigenRegel(k, j) {
				s.item, eigenKolom = vorig.kolom-k.kolom, 0
			}
		}
	}
	voor := ""
	if n > 1 && b.heeftWitregel(k.streepjes[n-1]) {
		voor = s.eol
	}
	var uit []snede
	for _, s.stug = range []bool{false, true} {
		var delen []string
		for _, item := range items {
			tekst := s.inspringen(k.kolom) + "-"
			if eigenKolom > 0 && item.isVat() && !item.isHol() {
				tekst += s.inspringen(eigenKolom) + s.blok(item, eigenKolom)
			} else {
				tekst += s.naStreepje(item, k.kolom)
			}
			delen = append(delen, tekst)
		}
		uit = append(uit, snede{i, i, voor + strings.Join(delen, voor)})
		if voor != "" {
			uit = append(uit, snede{i, i, strings.Join(delen, "")})
		}
	}
	return uit
}

// opEigenRegel reports whether item i of the block list k begins on a line
// below its dash.
func (b *blad) opEigenRegel(k *knoop, i int) bool {
	return b.regeleinde(k.streepjes[i]) < k.items[i].van
}

// heeftWitregel reports whether the line above that of byte i is empty.
func (b *blad) heeftWitregel(i int) bool {
	for regel := range b.regels {
		if regel+1 == len(b.regels) || b.regels[regel+1] > i {
			return regel > 0 && strings.TrimSpace(string(b.tekst[b.regels[regel-1]:b.regels[regel]])) == ""
		}
	}
	return false
}

// stroomSnede adds a part before place i of the list or group in brackets k,
// on a line of its own when the others are.
func (b *blad) stroomSnede(k *knoop, i int, deel string) snede {
	aantal := len(k.paren) + len(k.items)
	if i < aantal {
		van := k.paren[i].sleutel.van
		return snede{van, van, deel + ", "}
	}
	if i == 0 {
		return snede{k.van + 1, k.van + 1, deel}
	}
	var begin, tot int
	if k.soort == knoopReeks {
		begin, tot = k.items[i-1].van, k.items[i-1].tot
	} else {
		begin, tot = k.paren[i-1].sleutel.van, k.paren[i-1].waarde.tot
	}
	voor := ""
	if k.eindigtMetSleutel(tot) {
		voor = " " // a: , because a:, is text
	}
	// Alone at the beginning of its line: the new part gets a line as well,
	// behind the comma and comment of the one before it.
	regelbegin := begin - b.kolomBytes(begin)
	inspringing := string(b.tekst[regelbegin:begin])
	einde := b.regeleinde(tot)
	rest := strings.TrimLeft(string(b.tekst[tot:einde]), " \t")
	romp, komma := strings.CutPrefix(rest, ",")
	if begin > k.van && strings.Trim(inspringing, " \t") == "" && (strings.Trim(romp, " \t") == "" || strings.TrimLeft(romp, " \t")[0] == '#') {
		na := ""
		if komma {
			na = ","
		} else if romp != "" {
			romp = " " + romp
		}
		return snede{tot, einde, voor + "," + romp + b.eol(tot) + inspringing + deel + na}
	}
	return snede{tot, tot, voor + ", " + deel}
}

// kolomBytes is how many bytes stand before byte i on its line.
func (b *blad) kolomBytes(i int) int {
	n := i
	for n > 0 && b.tekst[n-1] != '\n' && b.tekst[n-1] != '\r' {
		n--
	}
	return i - n
}

// eindigtMetSleutel reports whether byte tot comes right behind the colon of
// the last key in k, which has no value.
func (k *knoop) eindigtMetSleutel(tot int) bool {
	if n := len(k.items); n > 0 {
		return k.items[n-1].eindigtMetSleutel(tot)
	}
	n := len(k.paren)
	return n > 0 && (k.paren[n-1].na == tot || k.paren[n-1].waarde.eindigtMetSleutel(tot))
}
