package bericht

import "encoding/binary"

// proplezer reads lists of MAPI properties as TNEF has them ([MS-OXTNEF] 2.1.3.4): a count, then for each its kind and
// number, a name where the number is 0x8000 or more, and its value, filled up to 4 bytes.
type proplezer struct {
	l      *lezer
	b      []byte
	uit    eigenschappen
	koppen kop // named ones that are header fields
	kapot  bool
}

// lees reads one list into uit and returns whether all of it was there.
func (p *proplezer) lees() bool {
	aantal := p.getal()
	for i := uint32(0); i < aantal && !p.kapot && i <= maxEigenschappen; i++ {
		p.een()
	}
	if p.kapot {
		p.l.waarschuw("winmail.dat is beschadigd; een deel van de gegevens erin is niet te lezen")
	}
	return !p.kapot
}

// neem takes n bytes and what fills them up to 4.
func (p *proplezer) neem(n int64) []byte {
	if n > int64(len(p.b)) {
		p.kapot = true
		return nil
	}
	uit := p.b[:n]
	p.b = p.b[min((n+3)&^3, int64(len(p.b))):]
	return uit
}

func (p *proplezer) getal() uint32 {
	if b := p.neem(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (p *proplezer) een() {
	tag := p.getal()
	soort, id := uint16(tag), uint16(tag>>16)
	naam := ""
	if id >= 0x8000 {
		naam = p.naam()
	}
	meer := soort&soortMeer != 0
	soort &^= soortMeer
	aantal := uint32(1)
	if meer || isVeranderlijk(soort) { // a single value of any length is preceded by a count too
		aantal = p.getal()
	}
	if aantal > uint32(len(p.b)/4) { // each takes 4 bytes or more
		p.kapot = true
	}
	var eerste []byte
	for i := uint32(0); i < aantal && !p.kapot; i++ {
		b := p.waarde(soort)
		if i == 0 {
			eerste = b
		}
	}
	if p.kapot {
		return
	}
	w := waarde{soort: soort, bytes: eerste}
	if naam != "" {
		o := &mapiObject{tekenset: "windows-1252"}
		if n, _, ok := leesVeld([]byte(naam + ":")); ok {
			p.koppen = append(p.koppen, veld{n, kapAf(o.tekst(p.l, eigenschappen{id: w}, id), maxKop)})
		}
	}
	if id < 0x8000 {
		p.uit.zet(p.l, id, w)
	}
}

// naam reads the name of a named property and returns it when it is a header field.
func (p *proplezer) naam() string {
	guid := p.neem(16)
	soort := p.getal()
	if soort == 0 {
		p.getal()
		return ""
	}
	tekst := p.neem(int64(p.getal()))
	if string(guid) != guidInternetHeaders || len(tekst) > 400 {
		return ""
	}
	return uitUTF16LE(tekst)
}

// waarde reads one value of that kind.
func (p *proplezer) waarde(soort uint16) []byte {
	switch soort {
	case 0, 1: // unspecified, null
		return nil
	case soortInt16, soortInt32, soortJaNee, 0x0004, 0x000A: // and float, error
		return p.neem(4)
	case soortInt64, soortTijd, 0x0005, 0x0006, 0x0007: // and double, currency, application time
		return p.neem(8)
	case soortGUID:
		return p.neem(16)
	}
	if isVeranderlijk(soort) {
		return p.neem(int64(p.getal()))
	}
	p.kapot = true // of an unknown kind the length is unknown
	return nil
}

func isVeranderlijk(soort uint16) bool {
	return soort == soortTekst8 || soort == soortTekst || soort == soortBinair || soort == soortObject
}
