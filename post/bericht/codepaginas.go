package bericht

import "strconv"

// codepagina names a Windows code page as a character set.
func codepagina(n uint32) string {
	switch n {
	case 20127:
		return "windows-1252" // US-ASCII, and what went beyond it
	case 20866:
		return "koi8-r"
	case 21866:
		return "koi8-u"
	case 50220, 50221, 50222:
		return "iso-2022-jp"
	case 51932:
		return "euc-jp"
	case 51949:
		return "euc-kr"
	case 54936:
		return "gb18030"
	case 10000:
		return "macintosh"
	case 65000:
		return "utf-7"
	case 65001:
		return "utf-8"
	}
	if n > 28590 && n <= 28605 {
		return "iso-8859-" + strconv.Itoa(int(n-28590))
	}
	return "cp" + strconv.Itoa(int(n))
}

// taalpagina gives the code page that Windows uses for a language ([MS-LCID] 2.2), 0 for none. The lowest 10 bits are the
// language, the others the country.
func taalpagina(lcid uint32) uint32 {
	switch taal := lcid & 0x3FF; taal {
	case 0:
		return 0
	case 0x01, 0x20, 0x29: // Arabic, Urdu, Persian
		return 1256
	case 0x02, 0x19, 0x22, 0x23, 0x2F: // Bulgarian, Russian, Ukrainian, Belarusian, Macedonian
		return 1251
	case 0x04: // Chinese
		switch lcid {
		case 0x0804, 0x1004: // China, Singapore
			return 936
		}
		return 950
	case 0x05, 0x0E, 0x15, 0x18, 0x1A, 0x1B, 0x1C, 0x24: // Czech, Hungarian, Polish, Romanian, Croatian, Slovak, Albanian, Slovene
		return 1250
	case 0x08: // Greek
		return 1253
	case 0x0D: // Hebrew
		return 1255
	case 0x11: // Japanese
		return 932
	case 0x12: // Korean
		return 949
	case 0x1E: // Thai
		return 874
	case 0x1F: // Turkish
		return 1254
	case 0x25, 0x26, 0x27: // Estonian, Latvian, Lithuanian
		return 1257
	case 0x2A: // Vietnamese
		return 1258
	}
	return 1252
}

// lettertekenset gives the character set of a font in RTF by the number of its \fcharset, "" where the document's counts.
func lettertekenset(n int) string {
	switch n {
	case 77:
		return "macintosh"
	case 128:
		return "shift_jis"
	case 129:
		return "euc-kr"
	case 134:
		return "gbk"
	case 136:
		return "big5"
	case 161:
		return "windows-1253"
	case 162:
		return "windows-1254"
	case 163:
		return "windows-1258"
	case 177:
		return "windows-1255"
	case 178:
		return "windows-1256"
	case 186:
		return "windows-1257"
	case 204:
		return "windows-1251"
	case 222:
		return "windows-874"
	case 238:
		return "windows-1250"
	}
	return ""
}
