package register

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const (
	utf8Naam    = "utf-8"
	windows1252 = "windows-1252"
	iso885915   = "iso-8859-15"
	utf16le     = "utf-16le"
	utf16be     = "utf-16be"
)

// ontcijfer gives the decoder of a character set.
func ontcijfer(tekenset string) *encoding.Decoder {
	switch tekenset {
	case windows1252:
		return charmap.Windows1252.NewDecoder()
	case iso885915:
		return charmap.ISO8859_15.NewDecoder()
	case utf16le:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	case utf16be:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()
	}
	return unicode.UTF8BOM.NewDecoder()
}

// raadTekenset reads all of r and says in which character set it is.
func raadTekenset(r io.Reader) (string, error) {
	lezer := bufio.NewReaderSize(r, 1<<16)
	begin, err := lezer.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	switch {
	case bytes.HasPrefix(begin, []byte("\xef\xbb\xbf")):
		return utf8Naam, nil
	case bytes.HasPrefix(begin, []byte("\xff\xfe")):
		return utf16le, nil
	case bytes.HasPrefix(begin, []byte("\xfe\xff")):
		return utf16be, nil
	}
	// Of plain letters in UTF-16, every other byte is zero.
	var nullen [2]int
	for i, b := range begin {
		if b == 0 {
			nullen[i%2]++
		}
	}
	switch {
	case nullen[1] > len(begin)/4 && nullen[0] == 0:
		return utf16le, nil
	case nullen[0] > len(begin)/4 && nullen[1] == 0:
		return utf16be, nil
	}
	return raadBytes(lezer)
}

// raadBytes tells UTF-8 from the sets of one byte a character, which all but a
// few bytes have in common.
func raadBytes(r io.Reader) (string, error) {
	var staart []byte
	isUTF8, c1, euro := true, 0, 0
	buf := make([]byte, 1<<16)
	for {
		n, err := r.Read(buf)
		for _, b := range buf[:n] {
			switch {
			case b >= 0x80 && b <= 0x9f:
				c1++ // printed in windows-1252, control characters elsewhere
			case b == 0xa4:
				euro++ // € in iso-8859-15, where windows-1252 has ¤, which nobody types
			}
		}
		if isUTF8 {
			staart = append(staart, buf[:n]...)
			isUTF8, staart = geldig(staart, err != nil)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return "", err
		}
	}
	switch {
	case isUTF8:
		return utf8Naam, nil
	case c1 == 0 && euro > 0:
		return iso885915, nil
	}
	return windows1252, nil
}

// geldig reports whether p is UTF-8, but for a character that is cut off at its
// end, which it gives back.
func geldig(p []byte, einde bool) (bool, []byte) {
	for i := 0; i < len(p); {
		if p[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(p[i:])
		if r == utf8.RuneError && n <= 1 {
			if !einde && !utf8.FullRune(p[i:]) {
				return true, append([]byte(nil), p[i:]...)
			}
			return false, nil
		}
		i += n
	}
	return true, nil
}
