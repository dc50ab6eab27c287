package bericht

import (
	"bytes"
	"encoding/binary"
)

// rtfWoordenboek is what the dictionary of compressed RTF begins with ([MS-OXRTFCP] 2.1.3.1.4).
const rtfWoordenboek = `{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor ` +
	`MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0` + "\r\n" + `\par \pard\plain\f0\fs20\b\i\u\tab\tx`

// Values of the third field of the header: compressed, and not.
const (
	rtfIngepakt = "LZFu"
	rtfGewoon   = "MELA"
)

// pakRTFUit undoes the compression of RTF ([MS-OXRTFCP]). Of what is broken, it gives what comes before.
func (l *lezer) pakRTFUit(b []byte) []byte {
	if len(b) < 16 {
		return nil
	}
	soort, data := string(b[8:12]), b[16:]
	lengte := int(min(binary.LittleEndian.Uint32(b[4:]), maxRTF))
	switch {
	case soort == rtfGewoon:
		return data[:min(len(data), lengte)]
	case bytes.HasPrefix(b, []byte(`{\rtf`)): // QUIRK: not compressed, without the header that says so
		return b[:min(len(b), maxRTF)]
	case soort != rtfIngepakt:
		l.waarschuw("de opgemaakte tekst is op een onbekende manier ingepakt; zij is niet gelezen")
		return nil
	}
	// A reference of 12 bits for the place and 4 for the length, into a ring of 4096 bytes that holds what came before.
	const ring = 4096
	var woorden [ring]byte
	hier := copy(woorden[:], rtfWoordenboek)
	uit := make([]byte, 0, min(lengte, 9*len(data)))
	zet := func(c byte) {
		uit = append(uit, c)
		woorden[hier] = c
		hier = (hier + 1) % ring
	}
	for len(data) > 0 && len(uit) < maxRTF {
		vlaggen := data[0]
		data = data[1:]
		for i := 0; i < 8 && len(data) > 0; i++ {
			if vlaggen>>i&1 == 0 {
				zet(data[0])
				data = data[1:]
				continue
			}
			if len(data) < 2 {
				data = nil
				break
			}
			plek, keer := int(data[0])<<4|int(data[1])>>4, int(data[1]&0xF)+2
			data = data[2:]
			if plek == hier {
				return uit
			}
			for range keer {
				zet(woorden[plek])
				plek = (plek + 1) % ring
			}
		}
	}
	l.waarschuw("de opgemaakte tekst is beschadigd; wat te lezen was, is gelezen")
	return uit
}
