package bericht

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWoorden(t *testing.T) {
	for _, g := range []struct{ veld, want string }{
		{"gewoon", "gewoon"},
		{"=?utf-8?Q?Caf=C3=A9_open?=", "Café open"},
		{"=?UTF-8?b?Q2Fmw6k=?=", "Café"},
		{"=?iso-8859-1*nl?q?Caf=E9?=", "Café"},
		{"Re: =?iso-8859-1?Q?Caf=E9?= dicht", "Re: Café dicht"},
		{"=?utf-8?Q?een?= =?utf-8?Q?twee?=", "eentwee"},
		{"=?utf-8?Q?een_?=\t =?iso-8859-1?Q?tw=E9e?= drie", "een twée drie"},
		{"=?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "€"}, // one character over two words
		{"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"},
		{"=?gb2312?B?xOO6ww==?=", "你好"},
		{"=?ks_c_5601-1987?B?yLi/+A==?=", "회원"},
		{"=?utf-7?Q?Fr+APY-sche?=", "Frösche"},
		// Against the rules
		{"=?utf-8?Q?met spaties erin?=", "met spaties erin"},
		{"=?utf-8?Q?waarom?_daarom?=", "waarom? daarom"},
		{"=?utf-8?Q??=", ""},
		{"=?utf-8?Q?=C3=A9?=", "é"},
		{"(=?utf-8?Q?=C3=A9n?=)=?utf-8?Q?twee?=", "(én)twee"},
		{"=?utf-8?B?Q2Fm w6k?=", "Café"},
		{"=?utf-8?B?Q2Fmw6k", "Café"},
		{"=?utf-8?Q?afgekapt=C3=A9", "afgekapté"},
		{"=?utf-8? Q?spatie?=", "spatie"},
		{"=?utf-8?Q?100=?=", "100="},
		{"=?utf-8?Q?3=4_=zz?=", "3=4 =zz"},
		{"=?iso-8859-1?Q?Fr\xf6sche?=", "Frösche"},
		{"=?utf-8?Q?binnen =?utf-8?Q?binnen?=", "=?utf-8?Q?binnen binnen"},
		{"=?onbekend?Q?caf=E9?=", "café"},
		{"=?utf-8?X?wat?=", "=?utf-8?X?wat?="},
		{"=?=?=?", "=?=?=?"},
		{"a =? b ?= c", "a =? b ?= c"},
		{"caf\xe9", "café"},
	} {
		if got := (&lezer{}).woorden(g.veld); got != g.want {
			t.Errorf("%q: %q, want %q", g.veld, got, g.want)
		}
	}
}

func TestLeesMetParameters(t *testing.T) {
	type p = parameters
	for _, g := range []struct {
		veld, want string
		params     parameters
	}{
		{`text/plain`, "text/plain", p{}},
		{`Text/Plain; Charset="UTF-8"`, "text/plain", p{"charset": "UTF-8"}},
		{`attachment; filename="a;b \"c\".pdf"`, "attachment", p{"filename": `a;b "c".pdf`}},
		{`text/plain; charset=us-ascii (gewoon)`, "text/plain", p{"charset": "us-ascii"}},
		// RFC 2231
		{`attachment; filename*=UTF-8''caf%C3%A9.pdf`, "attachment", p{"filename": "café.pdf"}},
		{`attachment; filename*=iso-8859-1'nl'caf%E9.pdf; filename="caf.pdf"`, "attachment", p{"filename": "café.pdf"}},
		{`attachment; filename*0="lange "; filename*1="naam.pdf"`, "attachment", p{"filename": "lange naam.pdf"}},
		{`attachment; filename*1*=%A9%20; filename*0*=UTF-8''caf%C3; filename*2="open.pdf"`, "attachment", p{"filename": "café open.pdf"}},
		{`attachment; filename*="UTF-8''caf%C3%A9.pdf"`, "attachment", p{"filename": "café.pdf"}},
		{`attachment; filename*=caf%C3%A9.pdf`, "attachment", p{"filename": "café.pdf"}},
		{`attachment; filename*=UTF-8''100%.pdf`, "attachment", p{"filename": "100%.pdf"}},
		{`attachment; filename*0*=UTF-8''a; filename*0*=UTF-8''b`, "attachment", p{"filename": "a"}},
		{`attachment; filename*x=1; *=2; filename*99999=3`, "attachment", p{"filename*x": "1", "*": "2", "filename*99999": "3"}},
		// RFC 2047 in parameters
		{`attachment; filename="=?utf-8?Q?caf=C3=A9.pdf?="`, "attachment", p{"filename": "café.pdf"}},
		{`attachment; filename==?utf-8?B?Y2Fmw6kucGRm?=`, "attachment", p{"filename": "café.pdf"}},
		{`attachment; filename*0="=?utf-8?Q?ca"; filename*1="f=C3=A9.pdf?="`, "attachment", p{"filename": "café.pdf"}},
		{"attachment; filename=\"caf\xe9.pdf\"", "attachment", p{"filename": "café.pdf"}},
		// Against the rules
		{`attachment; filename=mijn klacht (1).pdf`, "attachment", p{"filename": "mijn klacht (1).pdf"}},
		{`attachment; filename="C:\TEMP\foto.png"`, "attachment", p{"filename": `C:\TEMP\foto.png`}},
		{`attachment; filename="half`, "attachment", p{"filename": "half"}},
		{`attachment; filename="half; size=3`, "attachment", p{"filename": "half", "size": "3"}},
		{`application/pdf name="a.pdf"`, "application/pdf", p{"name": "a.pdf"}},
		{`message/external-body; access-type=mail-server server="x@y"; a=b`, "message/external-body", p{"access-type": "mail-server", "server": "x@y", "a": "b"}},
		{`multipart/mixed;; boundary = "g" ;`, "multipart/mixed", p{"boundary": "g"}},
		{`text/html;iso-8859-1`, "text/html", p{}},
		{`text/plain>; charset=utf-8`, "text/plain", p{"charset": "utf-8"}},
		{`filename=a.pdf`, "", p{"filename": "a.pdf"}},
		{`text/plain; name="a"; name="b"`, "text/plain", p{"name": "a"}},
		{`; name=""`, "", p{"name": ""}},
		{`;=;==;a=`, "", p{"a": ""}},
		{``, "", p{}},
	} {
		got, params := (&lezer{}).leesMetParameters(g.veld)
		if got != g.want {
			t.Errorf("%s: %q, want %q", g.veld, got, g.want)
		}
		if diff := cmp.Diff(g.params, params); diff != "" {
			t.Errorf("%s (-want +got):\n%s", g.veld, diff)
		}
	}
}

func TestTeLangeKop(t *testing.T) {
	m := lees(t, "From: jan@example.nl\nSubject: "+strings.Repeat("x", maxKop)+"\nTo: a@example.nl\n\nTekst\n")
	if m.Onderwerp != "" || len(m.Aan) != 0 || m.Tekst != "Tekst" || len(m.Waarschuwingen) != 1 {
		t.Errorf("subject of %d bytes, to %q, text %q, %q", len(m.Onderwerp), m.Aan, m.Tekst, m.Waarschuwingen)
	}
}

func TestLangOnderwerpWordtAfgekapt(t *testing.T) {
	m := lees(t, "From: jan@example.nl\nSubject: "+strings.Repeat("é", maxRegel)+"\n\nTekst\n")
	if want := strings.Repeat("é", maxRegel/2) + "…"; m.Onderwerp != want {
		t.Errorf("subject of %d bytes", len(m.Onderwerp))
	}
}
