package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// ontleed fills the tree from the text. This is the only file that knows
// yaml.v3, of which it takes the nodes and where they begin.
func (b *blad) ontleed() *Leesfout {
	vervangen, terug := zonderEigenRegeleinden(b.tekst)
	wortel, tweede, err := eersteDocument(vervangen)
	if err != nil {
		f := vertaalYaml(vervangen, err)
		if terug != nil {
			f.Wat = terug.Replace(f.Wat)
		}
		return f
	}
	if wortel == nil || wortel.Kind == yaml.ScalarNode && wortel.Tag == "!!null" && wortel.Anchor == "" {
		return &Leesfout{Wat: "het bestand is leeg", Raad: "zet een reservekopie terug, of vul het bestand opnieuw"}
	}
	if tweede > 0 {
		return &Leesfout{Regel: tweede, Wat: fmt.Sprintf("op regel %d begint een tweede document", tweede),
			Raad: "een bestand bevat één document: haal de regel met --- of ... en wat erbij hoort weg"}
	}
	for i, begin := range b.regels {
		if begin < len(b.tekst) && b.tekst[begin] == '%' && i+1 < wortel.Line {
			return &Leesfout{Regel: i + 1, Wat: fmt.Sprintf("regel %d begint met %%", i+1), Raad: "haal die regel weg"}
		}
	}
	b.wortel = &knoop{}
	if f := (&omzetter{b: b, terug: terug}).zet(b.wortel, wortel, 1); f != nil {
		return f
	}
	if b.wortel.soort != knoopMapping {
		return &Leesfout{Regel: b.wortel.regel, Wat: `het bestand bestaat niet uit regels als "sleutel: waarde"`,
			Raad: "controleer of dit het goede bestand is"}
	}
	return nil
}

// eersteDocument gives the root of the first document (nil when there is none)
// and the line where a second one begins.
func eersteDocument(tekst []byte) (wortel *yaml.Node, tweede int, err error) {
	defer func() {
		// QUIRK: yaml.v3 panics on some comments that it can't place.
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	tekst = bytes.TrimPrefix(tekst, []byte(bom))
	var lezer io.Reader = bytes.NewReader(tekst)
	if n := len(tekst); n > 0 && tekst[n-1] != '\n' && tekst[n-1] != '\r' {
		// A last line without line end reads as one with: else a | block there
		// would change when a line is added below it.
		lezer = io.MultiReader(lezer, strings.NewReader("\n"))
	}
	dec := yaml.NewDecoder(lezer)
	var doc, volgend yaml.Node
	if err := dec.Decode(&doc); err == io.EOF {
		return nil, 0, nil
	} else if err != nil {
		return nil, 0, err
	}
	switch err := dec.Decode(&volgend); {
	case err == nil:
		tweede = max(volgend.Line, 1)
	case !errors.Is(err, io.EOF):
		return nil, 0, err
	}
	if len(doc.Content) == 0 {
		return nil, tweede, nil
	}
	return doc.Content[0], tweede, nil
}

// zonderEigenRegeleinden replaces what yaml.v3 would take for a line end
// (U+0085, U+2028, U+2029: YAML 1.1) or could drop (U+FEFF inside) by as many
// characters that do not occur in the text; terug puts them back in values.
func zonderEigenRegeleinden(tekst []byte) ([]byte, *strings.Replacer) {
	romp := bytes.TrimPrefix(tekst, []byte(bom))
	var paren, terug []string
	vrij := '\ue000'
	for _, bijzonder := range []string{"\u0085", "\u2028", "\u2029", bom} {
		if !bytes.Contains(romp, []byte(bijzonder)) {
			continue
		}
		for bytes.ContainsRune(romp, vrij) {
			vrij++
		}
		paren = append(paren, bijzonder, string(vrij))
		terug = append(terug, string(vrij), bijzonder)
		vrij++
	}
	if paren == nil {
		return tekst, nil
	}
	return []byte(strings.NewReplacer(paren...).Replace(string(romp))), strings.NewReplacer(terug...)
}

// omzetter makes knopen of yaml.v3's nodes and refuses what a record may not
// hold.
type omzetter struct {
	b     *blad
	terug *strings.Replacer
	// where plaats was last
	regel, kolom, byte int
}

func (o *omzetter) zet(k *knoop, n *yaml.Node, diepte int) *Leesfout {
	fout := func(wat, tip string) *Leesfout { return &Leesfout{Regel: n.Line, Wat: wat, Raad: tip} }
	switch {
	case n.Kind == yaml.AliasNode:
		return fout(fmt.Sprintf("regel %d verwijst met * naar een andere plaats in het bestand", n.Line),
			"schrijf de waarde zelf op, of zet tekst die met * begint tussen aanhalingstekens")
	case n.Anchor != "":
		return fout(fmt.Sprintf("op regel %d staat een verwijzing (&%s)", n.Line, n.Anchor),
			"haal haar weg, of zet tekst die met & begint tussen aanhalingstekens")
	case diepte > maxDiepte:
		return fout(fmt.Sprintf("op regel %d zijn lijsten en blokken dieper dan %d in elkaar gezet", n.Line, maxDiepte),
			"maak de opbouw van het bestand eenvoudiger")
	}
	k.regel, k.kolom = n.Line, n.Column-1
	k.van = o.plaats(n.Line, k.kolom)
	if n.Style&yaml.TaggedStyle != 0 || k.van < len(o.b.tekst) && o.b.tekst[k.van] == '!' {
		return fout(fmt.Sprintf("op regel %d staat een typeaanduiding (!)", n.Line),
			"haal haar weg, of zet tekst die met ! begint tussen aanhalingstekens")
	}
	switch n.Kind {
	case yaml.MappingNode:
		return o.zetMapping(k, n, diepte)
	case yaml.SequenceNode:
		k.soort, k.stijl = knoopReeks, vatstijl(n)
		vak := make([]knoop, len(n.Content))
		k.items = make([]*knoop, len(n.Content))
		for i, c := range n.Content {
			k.items[i] = &vak[i]
			if f := o.zet(&vak[i], c, diepte+1); f != nil {
				return f
			}
		}
	default:
		k.soort, k.stijl, k.tekst = knoopWaarde, waardestijl(n), n.Value
		if o.terug != nil {
			k.tekst = o.terug.Replace(k.tekst)
		}
	}
	return nil
}

func (o *omzetter) zetMapping(k *knoop, n *yaml.Node, diepte int) *Leesfout {
	k.soort, k.stijl = knoopMapping, vatstijl(n)
	vak := make([]knoop, len(n.Content))
	k.paren = make([]paar, len(n.Content)/2)
	eerder := make(map[string]int, len(k.paren))
	for i := range k.paren {
		p := &k.paren[i]
		p.sleutel, p.waarde = &vak[2*i], &vak[2*i+1]
		sleutel := n.Content[2*i]
		if sleutel.Kind != yaml.ScalarNode && sleutel.Kind != yaml.AliasNode {
			return &Leesfout{Regel: sleutel.Line, Wat: fmt.Sprintf("op regel %d staat een lijst of blok waar een sleutel hoort", sleutel.Line),
				Raad: "begin met een woord en een dubbele punt; zet tekst met [ of { tussen aanhalingstekens"}
		}
		if f := o.zet(p.sleutel, sleutel, diepte+1); f != nil {
			return f
		}
		if f := keurSleutel(p.sleutel, eerder); f != nil {
			return f
		}
		if f := o.zet(p.waarde, n.Content[2*i+1], diepte+1); f != nil {
			return f
		}
	}
	return nil
}

func keurSleutel(s *knoop, eerder map[string]int) *Leesfout {
	switch {
	case s.tekst == "" && s.stijl == stijlKaal:
		return &Leesfout{Regel: s.regel, Wat: fmt.Sprintf("op regel %d staat een dubbele punt zonder sleutel ervoor", s.regel),
			Raad: "zet de sleutel ervoor, of haal de regel weg"}
	case s.tekst == "<<" && s.stijl == stijlKaal:
		return &Leesfout{Regel: s.regel, Wat: fmt.Sprintf("op regel %d wordt met << een ander blok ingevoegd", s.regel),
			Raad: "schrijf de regels van dat blok zelf op"}
	}
	if regel, ok := eerder[s.tekst]; ok {
		return &Leesfout{Regel: s.regel, Wat: fmt.Sprintf("de sleutel %q staat er twee keer (regel %d en regel %d)", s.tekst, regel, s.regel),
			Raad: "laat er één staan"}
	}
	eerder[s.tekst] = s.regel
	return nil
}

// plaats turns a line (from 1) and a column in characters (from 0) into a byte.
// Nodes come in the order of the text: it counts on from the one before.
func (o *omzetter) plaats(regel, kolom int) int {
	b := o.b
	if regel > len(b.regels) {
		return len(b.tekst)
	}
	if regel != o.regel || kolom < o.kolom {
		o.regel, o.kolom, o.byte = regel, 0, b.regels[max(regel, 1)-1]
	}
	for ; o.kolom < kolom && o.byte < len(b.tekst); o.kolom++ {
		if b.tekst[o.byte] < utf8.RuneSelf {
			o.byte++
			continue
		}
		_, n := utf8.DecodeRune(b.tekst[o.byte:])
		o.byte += n
	}
	return o.byte
}

func vatstijl(n *yaml.Node) knoopstijl {
	if n.Style&yaml.FlowStyle != 0 {
		return stijlStroom
	}
	return stijlBlok
}

func waardestijl(n *yaml.Node) knoopstijl {
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return stijlDubbel
	case n.Style&yaml.SingleQuotedStyle != 0:
		return stijlEnkel
	case n.Style&yaml.LiteralStyle != 0:
		return stijlLetterlijk
	case n.Style&yaml.FoldedStyle != 0:
		return stijlGevouwen
	}
	return stijlKaal
}
