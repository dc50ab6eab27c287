package bericht

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
)

// alsMsg lays a MAPI message out as a .msg has it ([MS-OXMSG]), so that a message within a winmail.dat can be kept as a
// file that mail programs open.
func (o *mapiObject) alsMsg() *opslag {
	kop := make([]byte, msgKopWortel)
	le := binary.LittleEndian
	for i, n := range []int{len(o.ontvangers), len(o.bijlagen), len(o.ontvangers), len(o.bijlagen)} { // next ids and counts
		le.PutUint32(kop[8+4*i:], uint32(n))
	}
	wortel := msgOpslag("Root Entry", kop, o.eigenschappen)
	namen := &opslag{naam: msgNamen}
	for _, nummer := range []string{"00020102", "00030102", "00040102"} {
		namen.kinderen = append(namen.kinderen, &opslag{naam: msgStroom + nummer, stroom: true})
	}
	wortel.kinderen = append(wortel.kinderen, namen)
	for i, e := range o.ontvangers {
		wortel.kinderen = append(wortel.kinderen, msgOpslag(fmt.Sprintf("%s#%08X", msgOntvanger, i), make([]byte, msgKopKleiner), e))
	}
	for i, b := range o.bijlagen {
		e := maps.Clone(b.eigenschappen)
		if b.genest != nil {
			e[idAttachDataObject] = waarde{soort: soortObject}
		}
		item := msgOpslag(fmt.Sprintf("%s#%08X", msgBijlage, i), make([]byte, msgKopKleiner), e)
		if b.genest != nil {
			item.kinderen = append(item.kinderen, alsGenest(b.genest))
		}
		wortel.kinderen = append(wortel.kinderen, item)
	}
	return wortel
}

// alsGenest is the inverse of alsBestand: the message becomes part of another.
func alsGenest(o *opslag) *opslag {
	uit := &opslag{naam: msgStroom + "3701000D"}
	for _, k := range o.kinderen {
		switch k.naam {
		case msgNamen:
			continue
		case msgEigenschappen:
			k = &opslag{naam: msgEigenschappen, stroom: true, inhoud: slices.Delete(slices.Clone(k.inhoud), msgKopGenest, msgKopWortel)}
		}
		uit.kinderen = append(uit.kinderen, k)
	}
	return uit
}

// msgOpslag writes properties: fixed ones into the stream of properties, the others into streams of their own.
func msgOpslag(naam string, kop []byte, e eigenschappen) *opslag {
	le := binary.LittleEndian
	o := &opslag{naam: naam}
	tabel := slices.Clone(kop)
	for _, id := range slices.Sorted(maps.Keys(e)) {
		w := e[id]
		item := make([]byte, 16)
		le.PutUint16(item, w.soort)
		le.PutUint16(item[2:], id)
		le.PutUint32(item[4:], 6) // readable and writable
		b := w.lees()
		switch w.soort {
		case soortInt16, soortInt32, soortJaNee, soortInt64, soortTijd:
			copy(item[8:], b)
		case soortObject:
			le.PutUint32(item[8:], 0xFFFFFFFF)
		case soortTekst, soortTekst8, soortBinair, soortGUID:
			// The length of a text counts a closing NUL that is not there.
			switch nul := map[uint16]int{soortTekst: 2, soortTekst8: 1}[w.soort]; {
			case nul == 2 && len(b) >= 2 && b[len(b)-1] == 0 && b[len(b)-2] == 0:
				b = b[:len(b)-2]
				le.PutUint32(item[8:], uint32(len(b)+2))
			case nul == 1 && len(b) >= 1 && b[len(b)-1] == 0:
				b = b[:len(b)-1]
				le.PutUint32(item[8:], uint32(len(b)+1))
			default:
				le.PutUint32(item[8:], uint32(len(b)+nul))
			}
			o.kinderen = append(o.kinderen, &opslag{naam: fmt.Sprintf("%s%04X%04X", msgStroom, id, w.soort), stroom: true, inhoud: b})
		default:
			continue
		}
		tabel = append(tabel, item...)
	}
	o.kinderen = append(o.kinderen, &opslag{naam: msgEigenschappen, stroom: true, inhoud: tabel})
	return o
}
