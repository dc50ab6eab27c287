package bericht

import (
	"encoding/binary"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// Writers of Outlook's forms, for tests: properties in, a file out.

func eigenTekst(s string) waarde {
	var b []byte
	for _, c := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, c)
	}
	return waarde{soort: soortTekst, bytes: b}
}

// eigenTekst8 is text in windows-1252.
func eigenTekst8(s string) waarde {
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return waarde{soort: soortTekst8, bytes: b}
}

func eigenGetal(n uint32) waarde {
	return waarde{soort: soortInt32, bytes: binary.LittleEndian.AppendUint32(nil, n)}
}

func eigenTijd(t time.Time) waarde {
	return waarde{soort: soortTijd, bytes: binary.LittleEndian.AppendUint64(nil, naarFiletime(t))}
}

func eigenBinair(s string) waarde { return waarde{soort: soortBinair, bytes: []byte(s)} }

func bouwMsg(o *mapiObject) []byte { return schrijfCFB(o.alsMsg()) }

// bouwTnef writes TNEF: the version, the code page, the properties and recipients of the message, its attachments.
func bouwTnef(o *mapiObject) []byte {
	le := binary.LittleEndian
	b := le.AppendUint16([]byte(tnefBegin), 1)
	b = tnefVeld(b, 1, 0x9006, 8, le.AppendUint32(nil, 0x00010000))
	b = tnefVeld(b, 1, tnefCodepagina, 6, le.AppendUint64(nil, 1252))
	b = tnefVeld(b, 1, tnefMAPI, 6, tnefLijst(nil, o.eigenschappen))
	if len(o.ontvangers) > 0 {
		rijen := le.AppendUint32(nil, uint32(len(o.ontvangers)))
		for _, e := range o.ontvangers {
			rijen = tnefLijst(rijen, e)
		}
		b = tnefVeld(b, 1, tnefOntvangers, 6, rijen)
	}
	for _, a := range o.bijlagen {
		b = tnefVeld(b, 2, tnefNieuw, 6, make([]byte, 14))
		b = tnefVeld(b, 2, tnefBijlage, 6, tnefLijst(nil, a.eigenschappen))
	}
	return b
}

func tnefVeld(b []byte, niveau byte, nummer, soort uint16, inhoud []byte) []byte {
	le := binary.LittleEndian
	b = le.AppendUint16(append(b, niveau), nummer)
	b = le.AppendUint32(le.AppendUint16(b, soort), uint32(len(inhoud)))
	return le.AppendUint16(append(b, inhoud...), tnefSom(inhoud))
}

func tnefLijst(b []byte, e eigenschappen) []byte {
	le := binary.LittleEndian
	b = le.AppendUint32(b, uint32(len(e)))
	for id, w := range e {
		b = le.AppendUint16(le.AppendUint16(b, w.soort), id)
		if isVeranderlijk(w.soort) {
			b = le.AppendUint32(le.AppendUint32(b, 1), uint32(len(w.bytes)))
		}
		b = append(b, w.bytes...)
		for len(b)%4 != 0 { // all that stands before is a multiple of 4
			b = append(b, 0)
		}
	}
	return b
}

// pakRTFIn compresses RTF ([MS-OXRTFCP]) without looking for repetitions: a reference to where it is marks the end.
func pakRTFIn(s string) []byte {
	var data []byte
	for i := 0; i < len(s) || i == 0; i += 8 {
		stuk := s[i:min(i+8, len(s))]
		data = append(append(data, 0), stuk...)
		if i+8 >= len(s) {
			einde := (len(rtfWoordenboek) + len(s)) % 4096 << 4
			if len(stuk) == 8 {
				data = append(data, 0)
				stuk = ""
			}
			data[len(data)-len(stuk)-1] |= 1 << len(stuk)
			data = append(data, byte(einde>>8), byte(einde))
		}
	}
	le := binary.LittleEndian
	b := le.AppendUint32(nil, uint32(len(data)+12))
	b = le.AppendUint32(b, uint32(len(s)))
	b = append(b, rtfIngepakt...)
	return append(le.AppendUint32(b, 0), data...)
}
