package bericht

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"
	"strconv"
	"strings"
)

// Names in a .msg ([MS-OXMSG] 2.2 and 2.4).
const (
	msgEigenschappen = "__properties_version1.0"
	msgStroom        = "__substg1.0_"
	msgOntvanger     = "__recip_version1.0_"
	msgBijlage       = "__attach_version1.0_"
	msgNamen         = "__nameid_version1.0"
)

// Bytes before the first property, in the file itself and in what is in there.
const (
	msgKopWortel  = 32
	msgKopGenest  = 24
	msgKopKleiner = 8 // of a recipient or attachment
)

func isMsg(b []byte) bool { return bytes.HasPrefix(b, []byte(cfbBegin)) }

// leesMsg reads a message as Outlook saves it: a compound file in which each object is a storage with a stream of
// properties ([MS-OXMSG]).
func leesMsg(l *lezer, b []byte) (*Bericht, error) {
	wortel, err := l.openCFB(b)
	if err != nil {
		return nil, err
	}
	if wortel.kind(msgEigenschappen) == nil {
		return nil, errors.New("dit is geen Outlook-bericht (.msg) maar een ander bestand van Office")
	}
	o := &mapiObject{eigenschappen: l.leesMsgEigenschappen(wortel, msgKopWortel)}
	o.kiesTekenset(0)
	o.koppen = l.leesKopnamen(wortel, o)
	// Names end in a number, hexadecimal and always as long: sorted by name, things are in their order.
	slices.SortStableFunc(wortel.kinderen, func(a, b *opslag) int { return strings.Compare(a.naam, b.naam) })
	for _, k := range wortel.kinderen {
		switch {
		case k.stroom:
		case heeftBegin(k.naam, msgOntvanger):
			o.ontvangers = append(o.ontvangers, l.leesMsgEigenschappen(k, msgKopKleiner))
		case heeftBegin(k.naam, msgBijlage):
			b := &mapiBijlage{eigenschappen: l.leesMsgEigenschappen(k, msgKopKleiner)}
			if in := k.kind(msgStroom + "3701000D"); in != nil && !in.stroom {
				b.ingebed, b.namen = in, wortel.kind(msgNamen)
			}
			o.bijlagen = append(o.bijlagen, b)
		}
	}
	if wil := binary.LittleEndian.Uint32(aangevuld(wortel.kind(msgEigenschappen).lees(), msgKopWortel)[20:]); int64(wil) > int64(len(o.bijlagen)) {
		l.waarschuw("het bericht zegt %d bijlagen te hebben; %d zijn te vinden", wil, len(o.bijlagen))
	}
	return l.uitMapi(o), nil
}

func heeftBegin(s, begin string) bool {
	return len(s) >= len(begin) && strings.EqualFold(s[:len(begin)], begin)
}

// aangevuld returns b, at least n bytes long.
func aangevuld(b []byte, n int) []byte {
	if len(b) >= n {
		return b
	}
	return append(bytes.Clone(b), make([]byte, n-len(b))...)
}

// leesMsgEigenschappen reads the properties of a storage: 16 bytes each in one stream, which hold a fixed value itself;
// any other value is a stream of its own, named after its property ([MS-OXMSG] 2.4).
//
// QUIRK: a value whose entry is missing from the stream of properties is read all the same.
func (l *lezer) leesMsgEigenschappen(o *opslag, kop int) eigenschappen {
	le := binary.LittleEndian
	e := eigenschappen{}
	for _, k := range o.kinderen {
		if !k.stroom || len(k.naam) != len(msgStroom)+8 || !heeftBegin(k.naam, msgStroom) {
			continue
		}
		if tag, err := strconv.ParseUint(k.naam[len(msgStroom):], 16, 32); err == nil {
			e.zet(l, uint16(tag>>16), waarde{soort: uint16(tag), bron: k})
		}
	}
	tabel := o.kind(msgEigenschappen)
	if tabel == nil || !tabel.stroom {
		return e
	}
	b := tabel.lees()
	for b = b[min(kop, len(b)):]; len(b) >= 16; b = b[16:] {
		switch soort := le.Uint16(b); soort {
		case soortInt16, soortInt32, soortJaNee, soortInt64, soortTijd:
			e.zet(l, le.Uint16(b[2:]), waarde{soort: soort, bytes: b[8:16]})
		}
	}
	return e
}

// Property sets of named properties ([MS-OXPROPS] 1.3.2).
const guidInternetHeaders = "\x86\x03\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"

// leesKopnamen finds the header fields among the named properties: a message that never left Exchange has no header, and
// keeps there what a machine put into it, such as Auto-Submitted ([MS-OXMSG] 2.2.3, [MS-OXCMAIL] 2.5.2).
func (l *lezer) leesKopnamen(wortel *opslag, o *mapiObject) kop {
	namen := wortel.kind(msgNamen)
	if namen == nil {
		return nil
	}
	stroom := func(nummer string) []byte {
		if s := namen.kind(msgStroom + nummer); s != nil && s.stroom {
			return s.lees()
		}
		return nil
	}
	le := binary.LittleEndian
	guids, items, teksten := stroom("00020102"), stroom("00030102"), stroom("00040102")
	var k kop
	for n := 0; len(items) >= 8 && n < maxEigenschappen; n, items = n+1, items[8:] {
		plaats, soort := int64(le.Uint32(items)), le.Uint16(items[4:])
		guid := 16 * (int(soort>>1) - 3) // 1 and 2 are fixed sets, 3 is the first in the stream
		if soort&1 == 0 || guid < 0 || guid+16 > len(guids) || string(guids[guid:guid+16]) != guidInternetHeaders {
			continue
		}
		if plaats+4 > int64(len(teksten)) {
			continue
		}
		lengte := int64(le.Uint32(teksten[plaats:]))
		if lengte > 400 || plaats+4+lengte > int64(len(teksten)) {
			continue
		}
		w := o.eigenschappen[0x8000+le.Uint16(items[6:])]
		waarde := strings.Trim(o.alsTekst(l, w), "\x00 \t\r\n")
		if naam, _, ok := leesVeld([]byte(uitUTF16LE(teksten[plaats+4:plaats+4+lengte]) + ":")); ok && waarde != "" {
			k = append(k, veld{naam, kapAf(waarde, maxKop)})
		}
	}
	return k
}
