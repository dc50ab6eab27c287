package bericht

import (
	"bytes"
	"strings"
)

// ontcijfer undoes a Content-Transfer-Encoding (RFC 2045 6). The name is the one that a uuencoded part carries.
func (l *lezer) ontcijfer(b []byte, codering string) (uit []byte, naam string) {
	switch overdrachtNaam(codering) {
	case "", "7bit", "8bit", "binary", "none", "8bits", "7bits", "ascii", "utf8":
		return b, ""
	case "quotedprintable", "qp":
		return quotedPrintable(b), ""
	case "base64":
		uit, schoon := base64Ruim(b)
		if schoon == nietBase64 {
			l.waarschuw("een deel noemt zich base64 maar is het niet; het is gelaten zoals het is")
			return b, ""
		}
		if schoon == vuilBase64 {
			l.waarschuw("de base64 van een deel is beschadigd; wat te lezen was, is gelezen")
		}
		return uit, ""
	case "xuuencode", "uuencode", "xuue", "uue":
		uit, naam, ok := uudecodeer(b)
		if !ok {
			l.waarschuw("een deel noemt zich uuencode maar is het niet; het is gelaten zoals het is")
			return b, ""
		}
		return uit, naam
	}
	l.waarschuw("een deel heeft een onbekende codering (%s); het is gelaten zoals het is", kort(codering))
	return b, ""
}

// overdrachtNaam reduces an encoding's name to letters and digits: "8-bit", "Quoted Printable" and `"base64";` occur.
func overdrachtNaam(s string) string {
	s, _, _ = strings.Cut(s, ";")
	s, _, _ = strings.Cut(s, "(")
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, s)
}

// quotedPrintable decodes RFC 2045 6.7. An equals sign that starts no code stands for itself (RFC 2045 6.7, note on
// robust implementations); blanks at the end of a line are dropped, they were added on the way (rule 3).
func quotedPrintable(b []byte) []byte {
	uit := make([]byte, 0, len(b))
	for len(b) > 0 {
		var regel []byte
		einde := bytes.IndexByte(b, '\n')
		regeleinde := ""
		if einde < 0 {
			regel, b = b, nil
		} else {
			regel, b = b[:einde], b[einde+1:]
			regeleinde = "\n"
			if bytes.HasSuffix(regel, []byte("\r")) {
				regel, regeleinde = regel[:len(regel)-1], "\r\n"
			}
		}
		regel = bytes.TrimRight(regel, " \t")
		zacht := bytes.HasSuffix(regel, []byte("="))
		if zacht {
			regel = regel[:len(regel)-1]
		}
		for i := 0; i < len(regel); i++ {
			if regel[i] == '=' && i+2 < len(regel) {
				if c, ok := hexByte(regel[i+1], regel[i+2]); ok {
					uit = append(uit, c)
					i += 2
					continue
				}
			}
			uit = append(uit, regel[i])
		}
		if !zacht {
			uit = append(uit, regeleinde...)
		}
	}
	return uit
}

// How clean a piece of base64 was.
type zuiverheid int

const (
	zuiverBase64 zuiverheid = iota
	vuilBase64              // characters that don't belong, or an odd end
	nietBase64              // so many of them that this is something else
)

// base64Waarde gives the value of each base64 character, 64 for padding, 65 for line ends and blanks, 255 for others.
var base64Waarde = func() (t [256]byte) {
	for i := range t {
		t[i] = 255
	}
	for i, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
		t[c] = byte(i)
	}
	t['='] = 64
	for _, c := range []byte(" \t\r\n") {
		t[c] = 65
	}
	return t
}()

// base64Ruim decodes base64 (RFC 2045 6.8): characters outside the alphabet are skipped, missing padding is no matter,
// and bytes at the end that make no full group are kept as far as they go.
//
// QUIRK: padding doesn't end the data. Some mailers encode piece by piece and put the pieces behind one another. But what
// follows padding and isn't base64, such as a mailing list's footer, is left out.
func base64Ruim(b []byte) ([]byte, zuiverheid) {
	kop, _, gevuld := bytes.Cut(b, []byte("="))
	oordeel := beoordeelBase64(kop)
	if oordeel != zuiverBase64 || !gevuld || len(kop) < 8 {
		if oordeel = beoordeelBase64(b); oordeel == nietBase64 {
			return nil, nietBase64
		}
	}
	uit := make([]byte, 0, len(b)/4*3+3)
	var bits uint32
	n := 0
	for i := 0; i < len(b); i++ {
		w := base64Waarde[b[i]]
		switch {
		case w < 64:
			bits = bits<<6 | uint32(w)
			if n++; n == 4 {
				uit = append(uit, byte(bits>>16), byte(bits>>8), byte(bits))
				bits, n = 0, 0
			}
		case w == 64 && n > 0:
			uit = base64Staart(uit, bits, n)
			bits, n = 0, 0
			vervolg, _, _ := bytes.Cut(bytes.TrimLeft(b[i:], "="), []byte("="))
			if beoordeelBase64(vervolg) != zuiverBase64 {
				return uit, vuilBase64
			}
		}
	}
	if n == 1 {
		oordeel = vuilBase64
	}
	return base64Staart(uit, bits, n), oordeel
}

// base64Staart appends the bytes that an incomplete group of n characters holds.
func base64Staart(uit []byte, bits uint32, n int) []byte {
	switch n {
	case 2:
		return append(uit, byte(bits>>4))
	case 3:
		return append(uit, byte(bits>>10), byte(bits>>2))
	}
	return uit
}

// beoordeelBase64 looks how much of b isn't base64. Words of a language hold a blank or a mark every few letters, which
// base64 that only got damaged doesn't.
func beoordeelBase64(b []byte) zuiverheid {
	fout, blank, goed := 0, 0, 0
	binnen, wit := false, false // within a line; behind a blank in it
	for _, c := range b {
		switch w := base64Waarde[c]; {
		case c == '\r' || c == '\n':
			binnen, wit = false, false
		case w == 65:
			wit = binnen
		default:
			if wit {
				blank++
			}
			binnen, wit = true, false
			if w == 255 {
				fout++
			} else {
				goed++
			}
		}
	}
	switch {
	case fout+blank >= 4 && (fout+blank)*16 > goed:
		return nietBase64
	case fout+blank > 0:
		return vuilBase64
	}
	return zuiverBase64
}

// uudecodeer decodes the first uuencoded file in b (POSIX uuencode): a line `begin 644 name`, lines of a length
// character and its data, and `end`.
func uudecodeer(b []byte) (uit []byte, naam string, ok bool) {
	for len(b) > 0 {
		var regel []byte
		regel, b = volgendeRegel(b)
		if !ok {
			if velden := strings.SplitN(string(regel), " ", 3); len(velden) == 3 && velden[0] == "begin" {
				naam, ok = strings.TrimSpace(velden[2]), true
			}
			continue
		}
		if bytes.Equal(bytes.TrimSpace(regel), []byte("end")) {
			break
		}
		if len(regel) > 0 {
			uit = uuRegel(uit, regel)
		}
	}
	return uit, naam, ok
}

// uuRegel decodes one line. Blanks at its end may have been lost on the way: a missing character counts as a blank, 0.
func uuRegel(uit, regel []byte) []byte {
	lengte := int(regel[0]-' ') & 63
	waarde := func(i int) byte {
		if i >= len(regel) {
			return 0
		}
		return (regel[i] - ' ') & 63
	}
	for i := 1; lengte > 0; i, lengte = i+4, lengte-3 {
		if i > len(regel) {
			break // a line that is far too short isn't filled up with zeros
		}
		a, b, c, d := waarde(i), waarde(i+1), waarde(i+2), waarde(i+3)
		groep := [3]byte{a<<2 | b>>4, b<<4 | c>>2, c<<6 | d}
		uit = append(uit, groep[:min(3, lengte)]...)
	}
	return uit
}
