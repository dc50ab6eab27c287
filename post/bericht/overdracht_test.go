package bericht

import (
	"strings"
	"testing"
)

func TestOntcijfer(t *testing.T) {
	for _, g := range []struct{ naam, codering, in, want, waarschuwing string }{
		{"geen", "", "=41", "=41", ""},
		{"8bit met rommel", "8-Bit; (zo)", "=41", "=41", ""},
		{"quoted-printable", "Quoted-Printable", "caf=C3=A9 =3D=\r\n ja \t\r\nnee=", "café = ja\r\nnee", ""},
		{"quoted-printable, kleine letters en fouten", "quoted-printable", "=e9=zz=4\n=\n=", "\xe9=zz=4\n", ""},
		{"base64", "BASE64", "a2xh\r\nY2h0\r\n", "klacht", ""},
		{"base64 zonder opvulling", "base64", "a2xhY2g", "klach", ""},
		{"base64 met een teken te veel", "base64", "a2xhY2h0A", "klacht", "de base64 van een deel is beschadigd; wat te lezen was, is gelezen"},
		{"base64 met een vreemd teken", "base64", "a2xh*Y2h0", "klacht", "de base64 van een deel is beschadigd; wat te lezen was, is gelezen"},
		{"base64 in stukjes", "base64", "a2w=\nYWM=\naHQ=", "klacht", ""},
		{"base64 met een voetregel van een lijst", "base64", "a2xhY2h0ZW4=\n\n--\nUitschrijven? Stuur een mail naar lijst@example.nl\n", "klachten",
			"de base64 van een deel is beschadigd; wat te lezen was, is gelezen"},
		{"geen base64", "base64", "Dit is gewoon een zin die iemand typte.", "Dit is gewoon een zin die iemand typte.",
			"een deel noemt zich base64 maar is het niet; het is gelaten zoals het is"},
		{"leeg", "base64", "", "", ""},
		{"uuencode", "x-uuencode", "vooraf\nbegin 644 a b.txt\r\n&:VQA8VAT\r\n`\r\nend\r\nachteraf", "klacht", ""},
		{"uuencode met verloren blanco's", "uue", "begin 644 a\n$86)C\nend\n", "abc\x00", ""},
		{"geen uuencode", "uuencode", "zomaar", "zomaar", "een deel noemt zich uuencode maar is het niet; het is gelaten zoals het is"},
		{"onbekend", "x-gzip64", "abc", "abc", "een deel heeft een onbekende codering (x-gzip64); het is gelaten zoals het is"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			l := &lezer{}
			got, _ := l.ontcijfer([]byte(g.in), g.codering)
			if string(got) != g.want {
				t.Errorf("%q, want %q", got, g.want)
			}
			if w := strings.Join(l.waarschuwingen, "|"); w != g.waarschuwing {
				t.Errorf("warning %q, want %q", w, g.waarschuwing)
			}
		})
	}
}

func TestNaarUTF8(t *testing.T) {
	for _, g := range []struct{ tekenset, in, want string }{
		{"utf-8", "café", "café"},
		{"UTF8", "café", "café"},
		{"utf-8", "één \xe9\xe9n", "één één"}, // of which only a piece is broken
		{"", "caf\xe9 \x80", "café €"},
		{"us-ascii", "caf\xe9", "café"},
		{"iso-8859-1", "\x93caf\xe9\x94", "“café”"}, // windows-1252 under the usual wrong name
		{"'ISO-8859-15'", "\xa4", "€"},
		{"iso8859-1", "\xe9", "é"},
		{"latin1", "\xe9", "é"},
		{"cp1252", "\x80", "€"},
		{"CP-1252", "\x80", "€"},
		{"windows_1252", "\x80", "€"},
		{"ansi", "\x80", "€"},
		{"cp850", "\x82", "é"},
		{"ibm437", "\x82", "é"},
		{"macintosh", "\x8e", "é"},
		{"koi8-r", "\xc1", "а"},
		{"windows-1251", "\xe0", "а"},
		{"gb2312", "\xc4\xe3", "你"},
		{"gbk", "\xc4\xe3", "你"},
		{"cp936", "\xc4\xe3", "你"},
		{"gb18030", "\xc4\xe3", "你"},
		{"hz-gb-2312", "~{Dc~}", "你"},
		{"big5", "\xa7\x41", "你"},
		{"ks_c_5601-1987", "\xc8\xb8", "회"},
		{"euc-kr", "\xc8\xb8", "회"},
		{"shift_jis", "\x93\xfa", "日"},
		{"iso-2022-jp", "\x1b$BF|\x1b(B", "日"},
		{"utf-7", "Fr+APY-sche +- 1+2", "Frösche + 1+2"},
		{"unicode-1-1-utf-7", "+2D3cqQ-", "💩"},
		{"utf-16", "\xfe\xff\x00e", "e"},
		{"utf-16le", "e\x00", "e"},
		{"utf-32be", "\x00\x00\x00e", "e"},
		{"klingon", "caf\xe9", "café"},
		{"x-user-defined", "\xe9", "é"},
		{"replacement", "\xe9", "é"},
	} {
		if got := (&lezer{}).naarUTF8([]byte(g.in), g.tekenset, "de tekst"); got != g.want {
			t.Errorf("%s: %q, want %q", g.tekenset, got, g.want)
		}
	}
}

func TestWaarschuwingenBegrensdEnEenmaal(t *testing.T) {
	l := &lezer{}
	for i := range 3 * maxWaarschuwingen {
		l.waarschuw("fout %d", i/2)
	}
	n := len(l.waarschuwingen)
	if n != maxWaarschuwingen+1 || l.waarschuwingen[1] != "fout 1" || l.waarschuwingen[n-1] != "er is meer mis met dit bericht dan hier genoemd is" {
		t.Errorf("%d: %q", n, l.waarschuwingen)
	}
}
