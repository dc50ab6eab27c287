package bericht

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// uitUTF7 decodes UTF-7 (RFC 2152), which x/text lacks and Outlook sent for years. What isn't UTF-7 is kept as it is.
func uitUTF7(b []byte) string {
	var uit strings.Builder
	for len(b) > 0 {
		i := bytes.IndexByte(b, '+')
		if i < 0 {
			break
		}
		uit.Write(b[:i])
		b = b[i+1:]
		n := 0
		for n < len(b) && base64Waarde[b[n]] < 64 {
			n++
		}
		switch {
		case n > 2: // one character at the least
			uit.WriteString(uitUTF16(b[:n]))
		case len(b) > 0 && b[0] == '-':
			uit.WriteByte('+') // "+-" is a plus sign
		default:
			uit.WriteByte('+')
			continue
		}
		b = b[n:]
		if len(b) > 0 && b[0] == '-' {
			b = b[1:]
		}
	}
	uit.Write(b)
	if s := uit.String(); utf8.ValidString(s) {
		return s
	}
	return uitWindows1252([]byte(uit.String()))
}

// uitUTF16 decodes base64 of UTF-16, big endian; bits left over at the end are padding.
func uitUTF16(b []byte) string {
	var eenheden []uint16
	var bits, n uint
	for _, c := range b {
		bits = bits<<6 | uint(base64Waarde[c])
		if n += 6; n >= 16 {
			n -= 16
			eenheden = append(eenheden, uint16(bits>>n))
			bits &= 1<<n - 1
		}
	}
	return string(utf16.Decode(eenheden))
}
