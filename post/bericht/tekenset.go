package bericht

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// naarUTF8 decodes b from the named character set. An unknown set, or bytes that don't fit it, give a warning that says
// which text it was, such as "een naam". The result is always valid UTF-8.
func (l *lezer) naarUTF8(b []byte, tekenset, waarvan string) string {
	naam := tekensetNaam(tekenset)
	switch naam {
	case "", "us-ascii", "ascii", "utf-8", "unknown-8bit", "x-unknown", "8bit", "7bit", "default", "binary", "none":
		if utf8.Valid(b) {
			return string(b)
		}
		if naam == "utf-8" {
			l.waarschuw("%s is geen geldige utf-8; de foute tekens zijn gelezen als windows-1252", waarvan)
		} else {
			l.waarschuw("%s noemt de gebruikte tekenset niet; gelezen als windows-1252", waarvan)
		}
		return uitWindows1252(b)
	case "utf-7":
		return uitUTF7(b)
	}
	if s, ok := decodeer(b, naam); ok {
		return s
	}
	l.waarschuw("%s staat in een onbekende tekenset (%s); gelezen als utf-8 of windows-1252", waarvan, kort(tekenset))
	if utf8.Valid(b) {
		return string(b)
	}
	return uitWindows1252(b)
}

// tekensetNaam brings the ways in which mailers write a character set's name to one.
func tekensetNaam(s string) string {
	s = strings.ToLower(strings.Trim(s, " \t\r\n\"'<>;,"))
	s = strings.TrimPrefix(s, "charset=")
	switch {
	case s == "utf8" || s == "utf_8" || s == "unicode-1-1-utf-8" || s == "x-unicode20utf8" || s == "cp65001":
		return "utf-8"
	case s == "utf7" || s == "unicode-1-1-utf-7" || s == "x-unicode-2-0-utf-7" || s == "cp65000":
		return "utf-7"
	case s == "ansi" || s == "cp-1252" || s == "win-1252" || s == "windows1252" || s == "ansi-1252":
		return "windows-1252"
	case s == "ansi_x3.110-1983" || s == "iso-8859" || s == "latin-1" || s == "iso8859":
		return "iso-8859-1"
	case s == "cp936" || s == "ms936" || s == "euc-cn" || s == "x-gbk":
		return "gbk"
	case s == "cp949" || s == "ms949" || s == "uhc" || strings.HasPrefix(s, "ks_c_5601") || strings.HasPrefix(s, "ks-c-5601"):
		return "euc-kr"
	case s == "cp932" || s == "ms932" || s == "x-sjis" || s == "windows-31j":
		return "shift_jis"
	case s == "cp950" || s == "ms950" || s == "x-x-big5":
		return "big5"
	case s == "646" || s == "iso-646-us" || s == "ansi_x3.4-1968" || s == "us_ascii" || s == "usascii":
		return "us-ascii"
	}
	// x/text knows "windows-1250" and "cp850"; mailers also write "cp1250", "windows_1250", "cp-850".
	for _, begin := range []string{"windows-", "windows_", "windows", "win-", "x-cp", "cp-", "cp_", "cp"} {
		if nummer, ok := strings.CutPrefix(s, begin); ok && nummer != "" && strings.Trim(nummer, "0123456789") == "" {
			if strings.HasPrefix(nummer, "125") || nummer == "874" {
				return "windows-" + nummer
			}
			return "cp" + nummer
		}
	}
	return s
}

// decodeer decodes b from a character set that x/text knows.
func decodeer(b []byte, naam string) (string, bool) {
	enc := zoekTekenset(naam)
	if enc == nil {
		return "", false
	}
	uit, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", false
	}
	return strings.ToValidUTF8(string(uit), "\uFFFD"), true
}

// zoekTekenset finds the decoder for a name, nil when there is none. The index of the HTML standard comes first: it
// reads iso-8859-1 as windows-1252 and gb2312 as gbk, which is what mailers mean.
func zoekTekenset(naam string) encoding.Encoding {
	switch naam {
	case "utf-16", "iso-10646-ucs-2", "ucs-2", "unicode":
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM) // RFC 2781 4.3
	case "utf-32":
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case "utf-32le":
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case "utf-32be":
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case "hz-gb-2312", "hz":
		return simplifiedchinese.HZGB2312 // the HTML index refuses it: dangerous in a browser, harmless in plain text
	}
	for _, n := range []string{naam, strings.ReplaceAll(naam, "_", "-"), strings.Replace(naam, "iso", "iso-", 1)} {
		if enc, err := htmlindex.Get(n); err == nil && enc != encoding.Replacement {
			if n, _ := htmlindex.Name(enc); n != "x-user-defined" {
				return enc
			}
		}
		if enc, err := ianaindex.MIME.Encoding(n); err == nil && enc != nil {
			return enc
		}
	}
	return nil
}

// uitWindows1252 keeps what is valid UTF-8 and reads every other byte as windows-1252.
//
// QUIRK: text of which only a piece is broken (cut in mid-character, or pasted from another charset) stays readable, and
// text that is all windows-1252 holds no valid UTF-8 sequences but by accident.
func uitWindows1252(b []byte) string {
	var s strings.Builder
	s.Grow(len(b) + len(b)/8)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n <= 1 {
			s.WriteRune(charmap.Windows1252.DecodeByte(b[0]))
			b = b[1:]
			continue
		}
		s.Write(b[:n])
		b = b[n:]
	}
	return s.String()
}

// metBOM decodes a file that starts with a byte order mark of UTF-8 or UTF-16; ok is false when it has none.
//
// QUIRK: Notepad saves a message as "Unicode", UTF-16 in all, when asked to.
func metBOM(b []byte) (uit []byte, ok bool) {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return b[3:], true
	case bytes.HasPrefix(b, []byte("\xff\xfe")), bytes.HasPrefix(b, []byte("\xfe\xff")):
		uit, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(b)
		return uit, err == nil
	}
	return b, false
}
