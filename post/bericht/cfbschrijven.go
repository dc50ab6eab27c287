package bericht

import (
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
	"unicode/utf16"
)

// schrijfCFB writes a storage as a compound file of its own ([MS-CFB], version 3). It serves a message within a message,
// which is a storage in there and a file when it is kept.
func schrijfCFB(wortel *opslag) []byte {
	s := cfbschrijver{items: []*opslag{wortel}, index: map[*opslag]int{}}
	for i := 0; i < len(s.items); i++ {
		s.index[s.items[i]] = i
		s.items = append(s.items, s.items[i].kinderen...)
	}
	return s.schrijf()
}

type cfbschrijver struct {
	items []*opslag // the root first
	index map[*opslag]int
	fat   []uint32
}

// neem claims sectors for that many bytes, a chain, and returns the first.
func (s *cfbschrijver) neem(bytes int) uint32 {
	if bytes == 0 {
		return sectorEinde
	}
	begin := uint32(len(s.fat))
	for range sectoren(bytes, cfbKop) {
		s.fat = append(s.fat, uint32(len(s.fat))+1)
	}
	s.fat[len(s.fat)-1] = sectorEinde
	return begin
}

func sectoren(bytes, grootte int) int { return (bytes + grootte - 1) / grootte }

func (s *cfbschrijver) schrijf() []byte {
	begin := make([]uint32, len(s.items))
	indexBegin := s.neem(len(s.items) * cfbItem)
	var minfat []uint32
	for i, o := range s.items {
		n := len(o.lees())
		switch {
		case !o.stroom:
		case n >= cfbMiniGrens:
			begin[i] = s.neem(n)
		case n == 0:
			begin[i] = sectorEinde
		default:
			begin[i] = uint32(len(minfat))
			for range sectoren(n, cfbMini) {
				minfat = append(minfat, uint32(len(minfat))+1)
			}
			minfat[len(minfat)-1] = sectorEinde
		}
	}
	miniLengte := len(minfat) * cfbMini
	minfatSectoren := sectoren(4*len(minfat), cfbKop)
	minfatBegin := s.neem(4 * len(minfat))
	begin[0] = s.neem(miniLengte)

	// The table lists its own sectors too, and those that list the table beyond the 109 in the header.
	inhoud := len(s.fat)
	fatSectoren, difat := 0, 0
	for {
		difat = sectoren(max(fatSectoren-109, 0), cfbKop/4-1)
		if nodig := sectoren(inhoud+fatSectoren+difat, cfbKop/4); nodig > fatSectoren {
			fatSectoren = nodig
			continue
		}
		break
	}
	for range fatSectoren {
		s.fat = append(s.fat, sectorFAT)
	}
	for range difat {
		s.fat = append(s.fat, sectorFAT-1) // a DIFAT sector
	}

	b := make([]byte, cfbKop*(1+len(s.fat)))
	plaats := func(sector uint32) []byte { return b[cfbKop*(int(sector)+1):] }
	s.schrijfKop(b, indexBegin, minfatBegin, minfatSectoren, fatSectoren, difat, inhoud)
	s.schrijfIndex(plaats(indexBegin), begin, miniLengte)
	for i, o := range s.items {
		switch {
		case !o.stroom || len(o.lees()) == 0:
		case len(o.lees()) >= cfbMiniGrens:
			copy(plaats(begin[i]), o.lees())
		default:
			copy(plaats(begin[0])[cfbMini*int(begin[i]):], o.lees())
		}
	}
	if minfatSectoren > 0 {
		schrijfTabel(plaats(minfatBegin)[:minfatSectoren*cfbKop], minfat)
	}
	schrijfTabel(plaats(uint32(inhoud))[:fatSectoren*cfbKop], s.fat)
	return b
}

// schrijfTabel writes sector numbers; what is left of the last sector is free.
func schrijfTabel(b []byte, getallen []uint32) {
	for i := 0; i+4 <= len(b); i += 4 {
		n := uint32(sectorVrij)
		if i/4 < len(getallen) {
			n = getallen[i/4]
		}
		binary.LittleEndian.PutUint32(b[i:], n)
	}
}

func (s *cfbschrijver) schrijfKop(b []byte, index, minfat uint32, minfatSectoren, fatSectoren, difat, inhoud int) {
	le := binary.LittleEndian
	copy(b, cfbBegin)
	le.PutUint16(b[24:], 0x3E)   // minor version
	le.PutUint16(b[26:], 3)      // major version
	le.PutUint16(b[28:], 0xFFFE) // little endian
	le.PutUint16(b[30:], 9)      // sectors of 512 bytes
	le.PutUint16(b[32:], 6)      // and of 64 in the mini stream
	le.PutUint32(b[44:], uint32(fatSectoren))
	le.PutUint32(b[48:], index)
	le.PutUint32(b[56:], cfbMiniGrens)
	le.PutUint32(b[60:], minfat)
	le.PutUint32(b[64:], uint32(minfatSectoren))
	le.PutUint32(b[68:], sectorEinde)
	le.PutUint32(b[72:], uint32(difat))
	var nummers []uint32
	for i := range fatSectoren {
		nummers = append(nummers, uint32(inhoud+i))
	}
	schrijfTabel(b[76:cfbKop], nummers[:min(len(nummers), 109)])
	if difat == 0 {
		return
	}
	le.PutUint32(b[68:], uint32(inhoud+fatSectoren))
	rest := nummers[109:]
	for i := range difat {
		sector := b[cfbKop*(inhoud+fatSectoren+i+1):][:cfbKop]
		n := min(len(rest), cfbKop/4-1)
		schrijfTabel(sector, rest[:n])
		rest = rest[n:]
		volgende := uint32(sectorEinde)
		if i+1 < difat {
			volgende = uint32(inhoud + fatSectoren + i + 1)
		}
		le.PutUint32(sector[cfbKop-4:], volgende)
	}
}

// msgKlasse is the class id of a message in the root entry, {00020D0B-0000-0000-C000-000000000046}.
const msgKlasse = "\x0b\x0d\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"

func (s *cfbschrijver) schrijfIndex(b []byte, begin []uint32, miniLengte int) {
	le := binary.LittleEndian
	for i := range sectoren(len(s.items)*cfbItem, cfbKop) * cfbKop / cfbItem {
		for _, plek := range []int{68, 72, 76} {
			le.PutUint32(b[i*cfbItem+plek:], geenItem)
		}
	}
	for i, o := range s.items {
		item := b[i*cfbItem:][:cfbItem]
		naam := utf16.Encode([]rune(o.naam))
		naam = naam[:min(len(naam), 31)]
		for j, c := range naam {
			le.PutUint16(item[2*j:], c)
		}
		le.PutUint16(item[64:], uint16(2*len(naam)+2))
		le.PutUint32(item[116:], begin[i])
		switch {
		case i == 0:
			item[66] = 5
			copy(item[80:], msgKlasse)
			le.PutUint32(item[120:], uint32(miniLengte))
		case o.stroom:
			item[66] = 2
			le.PutUint32(item[120:], uint32(len(o.lees())))
		default:
			item[66] = 1
		}
		item[67] = 1 // black; see schrijfBoom
		if len(o.kinderen) > 0 {
			le.PutUint32(item[76:], s.schrijfBoom(b, gesorteerd(o.kinderen), diepteVan(len(o.kinderen))))
		}
	}
}

// gesorteerd puts members in the order that a directory tree has: by length, then by capitals ([MS-CFB] 2.6.4).
func gesorteerd(kinderen []*opslag) []*opslag {
	lengte := func(o *opslag) int { return len(utf16.Encode([]rune(o.naam))) }
	return slices.SortedFunc(slices.Values(kinderen), func(a, b *opslag) int {
		return cmp.Or(cmp.Compare(lengte(a), lengte(b)), strings.Compare(strings.ToUpper(a.naam), strings.ToUpper(b.naam)))
	})
}

// diepteVan is the depth of the lowest level of a balanced tree of n, -1 where that is its top.
func diepteVan(n int) int {
	if n <= 1 {
		return -1
	}
	return bits.Len(uint(n)) - 1
}

// schrijfBoom makes a balanced tree of siblings and returns its top. It is red-black, as [MS-CFB] 2.6.4 asks, when the
// entries on the lowest level are red and all others black.
func (s *cfbschrijver) schrijfBoom(b []byte, items []*opslag, diepte int) uint32 {
	if len(items) == 0 {
		return geenItem
	}
	midden := len(items) / 2
	top := s.index[items[midden]]
	item := b[top*cfbItem:]
	if diepte == 0 {
		item[67] = 0
	}
	binary.LittleEndian.PutUint32(item[68:], s.schrijfBoom(b, items[:midden], diepte-1))
	binary.LittleEndian.PutUint32(item[72:], s.schrijfBoom(b, items[midden+1:], diepte-1))
	return uint32(top)
}
