package post

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // reads what isn't UTF-8
	"github.com/emersion/go-message/mail"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"klacht/dossier"
	"klacht/post/bericht"
	"klacht/werkdagen"
)

func voorbeeldUit() *Uitgaand {
	return &Uitgaand{
		Van: Adres{Naam: "Voorbeeld BV", Adres: "klacht@example.nl"}, Aan: Adres{Naam: "E. Bakker", Adres: "e.bakker@example.nl"},
		Onderwerp: "Ons voorstel [K2026-0007]", Tekst: "Geachte E. Bakker,\n\nU krijgt € 120 & <b>excuses</b>.\n.\nFrom ons",
		Datum: time.Date(2026, 11, 23, 12, 0, 0, 0, werkdagen.Amsterdam()), BerichtID: "klacht.1@example.nl",
		AntwoordOp: "b1@mail.example.nl", Draad: []string{"b0@mail.example.nl"}, Concept: true,
	}
}

func bytesVan(t *testing.T, u *Uitgaand) []byte {
	t.Helper()
	b, err := u.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestUitgaandByteVoorByte holds the form that mail programs get.
func TestUitgaandByteVoorByte(t *testing.T) {
	u := voorbeeldUit()
	want := strings.ReplaceAll(`X-Unsent: 1
From: "Voorbeeld BV"
 <klacht@example.nl>
To: "E. Bakker"
 <e.bakker@example.nl>
Subject: Ons voorstel [K2026-0007]
Date: Mon, 23 Nov 2026 12:00:00 +0100
Message-ID: <klacht.1@example.nl>
In-Reply-To: <b1@mail.example.nl>
References: <b0@mail.example.nl>
 <b1@mail.example.nl>
MIME-Version: 1.0
Content-Type: multipart/alternative;
 boundary="=_tekst_VINGER"

--=_tekst_VINGER
Content-Transfer-Encoding: quoted-printable
Content-Type: text/plain; charset=utf-8

Geachte E. Bakker,

U krijgt =E2=82=AC 120 & <b>excuses</b>.
.
From ons

--=_tekst_VINGER
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset=utf-8

<!DOCTYPE html>
<html lang=3D"nl">
<head><meta charset=3D"utf-8"></head>
<body style=3D"font-family: Arial, Helvetica, sans-serif; font-size: 11pt">
<p>Geachte E. Bakker,</p>
<p>U krijgt =E2=82=AC 120 &amp; &lt;b&gt;excuses&lt;/b&gt;.<br>
.<br>
From ons</p>
</body>
</html>

--=_tekst_VINGER--
`, "VINGER", u.vingerafdruk())
	if diff := cmp.Diff(strings.ReplaceAll(want, "\n", "\r\n"), string(bytesVan(t, u))); diff != "" {
		t.Error(diff)
	}
	u.Concept = false
	if bytes.Contains(bytesVan(t, u), []byte("X-Unsent")) {
		t.Error("a message that is sent is called a draft")
	}
}

// gelezen is a message as a reader sees it.
type gelezen struct {
	Van, Aan         []string
	Onderwerp, Tekst string
	ID               string
	AntwoordOp       []string
	Draad            []string
	Bijlagen         []string
}

// leesEigen reads with post/bericht.
func leesEigen(t *testing.T, inhoud []byte) gelezen {
	t.Helper()
	b, err := bericht.Lees(inhoud)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Waarschuwingen) > 0 || len(b.Cc) > 0 || len(b.AntwoordAan) > 0 {
		t.Errorf("warnings %q, cc %v, reply-to %v", b.Waarschuwingen, b.Cc, b.AntwoordAan)
	}
	g := gelezen{Onderwerp: b.Onderwerp, Tekst: strings.TrimRight(b.Tekst, "\n"), ID: b.ID, AntwoordOp: b.InReplyTo, Draad: b.References}
	for _, a := range b.Van {
		g.Van = append(g.Van, a.Naam+" <"+a.Adres+">")
	}
	for _, a := range b.Aan {
		g.Aan = append(g.Aan, a.Naam+" <"+a.Adres+">")
	}
	for _, a := range b.Bijlagen {
		g.Bijlagen = append(g.Bijlagen, fmt.Sprintf("%s %s %d", a.Naam, a.Type, len(a.Inhoud)))
	}
	return g
}

// leesEmersion reads with go-message, and wants no field that isn't ours.
func leesEmersion(t *testing.T, inhoud []byte) gelezen {
	t.Helper()
	r, err := mail.CreateReader(bytes.NewReader(inhoud))
	if err != nil {
		t.Fatal(err)
	}
	var g gelezen
	adressen := func(veld string) (uit []string) {
		lijst, err := r.Header.AddressList(veld)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range lijst {
			uit = append(uit, a.Name+" <"+a.Address+">")
		}
		return uit
	}
	g.Van, g.Aan = adressen("From"), adressen("To")
	var fouten [4]error
	g.Onderwerp, fouten[0] = r.Header.Subject()
	g.ID, fouten[1] = r.Header.MessageID()
	g.AntwoordOp, fouten[2] = r.Header.MsgIDList("In-Reply-To")
	g.Draad, fouten[3] = r.Header.MsgIDList("References")
	if err := errors.Join(fouten[:]...); err != nil {
		t.Fatal(err)
	}
	mag := []string{"X-Unsent", "From", "To", "Subject", "Date", "Message-Id", "In-Reply-To", "References", "Mime-Version", "Content-Type"}
	for velden := r.Header.Fields(); velden.Next(); {
		i := slices.Index(mag, velden.Key())
		if i < 0 {
			t.Errorf("field %s: %q was not asked for, or twice", velden.Key(), velden.Value())
			continue
		}
		mag = slices.Delete(mag, i, i+1)
	}
	for {
		deel, err := r.NextPart()
		if err == io.EOF {
			return g
		}
		if err != nil && !message.IsUnknownCharset(err) {
			t.Fatal(err)
		}
		inhoud, err := io.ReadAll(deel.Body)
		if err != nil {
			t.Fatal(err)
		}
		switch h := deel.Header.(type) {
		case *mail.InlineHeader:
			if soort, _, _ := h.ContentType(); soort == "text/plain" {
				g.Tekst = strings.TrimRight(strings.ReplaceAll(string(inhoud), "\r\n", "\n"), "\n")
			}
		case *mail.AttachmentHeader:
			naam, err := h.Filename()
			if err != nil {
				t.Fatal(err)
			}
			soort, _, _ := h.ContentType()
			g.Bijlagen = append(g.Bijlagen, fmt.Sprintf("%s %s %d", naam, soort, len(inhoud)))
		}
	}
}

func TestUitgaandWordtTeruggelezen(t *testing.T) {
	u := voorbeeldUit()
	u.Van.Naam, u.Aan.Naam = "Café \"De Brug\", Zuid", "Renée Özil, 研修"
	u.Onderwerp = "Uw klacht: " + strings.Repeat("één lang onderwerp ", 12) + "[K2026-0007]"
	u.Bijlagen = []Uitbijlage{{"factuur 12.pdf", []byte("%PDF")}, {"één.TXT", bytes.Repeat([]byte{0, 255, '\r'}, 1000)}, {"../../k\r\nBcc: x@example.org\".eml", nil}}
	want := gelezen{
		Van: []string{"Café De Brug, Zuid <klacht@example.nl>"}, Aan: []string{"Renée Özil, 研修 <e.bakker@example.nl>"},
		Onderwerp: u.Onderwerp, Tekst: u.Tekst, ID: u.BerichtID, AntwoordOp: []string{u.AntwoordOp}, Draad: []string{"b0@mail.example.nl", u.AntwoordOp},
		Bijlagen: []string{"factuur 12.pdf application/pdf 4", "één.TXT text/plain 3000", ".._.._k Bcc: x@example.org_.eml application/octet-stream 0"},
	}
	b := bytesVan(t, u)
	if diff := cmp.Diff(want, leesEigen(t, b)); diff != "" {
		t.Error("post/bericht:", diff)
	}
	if diff := cmp.Diff(want, leesEmersion(t, b)); diff != "" {
		t.Error("go-message:", diff)
	}
	for r := range strings.SplitSeq(string(b), "\r\n") {
		if len(r) > 998 || strings.ContainsAny(r, "\r\n") || strings.ContainsFunc(r, func(r rune) bool { return r >= 0x80 }) {
			t.Errorf("no line of mail: %q", r)
		}
	}
	if !bytes.Equal(b, bytesVan(t, u)) {
		t.Error("the same message gives other bytes")
	}
}

// TestUitgaandVoegtNooitIetsToe tries any text in each field.
func TestUitgaandVoegtNooitIetsToe(t *testing.T) {
	vijandig := []string{"\r\nBcc: dief@example.org", "\nTo: dief@example.org", "\r\n\r\nbody", "=?utf-8?q?=0D=0ABcc:_dief@example.org?=", "=?utf-8?b?Zm9v?=", "\",<dief@example.org>", "a, dief@example.org", "\u0085Bcc: x", "\u2028Cc: x", "\x00\x1b[2J", "\u202e\u2066", "(", "\\", "\xff\xfe", "<script>", "--=_tekst_", ">\r\n <x@example.org", "[K2026-0001]"}
	rapid.Check(t, func(rt *rapid.T) {
		tekst := rapid.OneOf(rapid.String(), rapid.SampledFrom(vijandig), rapid.Map(rapid.SliceOfN(rapid.SampledFrom(vijandig), 2, 4), func(s []string) string { return strings.Join(s, "x") }))
		u := voorbeeldUit()
		u.Van.Naam, u.Aan.Naam = tekst.Draw(rt, "van"), tekst.Draw(rt, "aan")
		u.Onderwerp, u.AntwoordOp, u.BerichtID = tekst.Draw(rt, "onderwerp"), tekst.Draw(rt, "antwoord op"), tekst.Draw(rt, "id")
		u.Draad = []string{tekst.Draw(rt, "draad"), "goed@example.nl"}
		u.Tekst = schoneTekst(tekst.Draw(rt, "tekst"))
		u.Bijlagen = []Uitbijlage{{tekst.Draw(rt, "naam"), []byte(tekst.Draw(rt, "inhoud"))}}
		b := bytesVan(t, u)
		for _, g := range []gelezen{leesEigen(t, b), leesEmersion(t, b)} {
			if len(g.Van) != 1 || len(g.Aan) != 1 || !strings.HasSuffix(g.Van[0], "<klacht@example.nl>") || !strings.HasSuffix(g.Aan[0], "<e.bakker@example.nl>") {
				rt.Fatalf("from %q to %q", g.Van, g.Aan)
			}
			if g.Onderwerp != schoneRegel(u.Onderwerp) {
				rt.Fatalf("subject %q, want %q", g.Onderwerp, schoneRegel(u.Onderwerp))
			}
			if len(g.Bijlagen) != 1 || g.Draad[len(g.Draad)-1] != "goed@example.nl" && g.Draad[len(g.Draad)-1] != u.AntwoordOp {
				rt.Fatalf("attachments %q, thread %q", g.Bijlagen, g.Draad)
			}
		}
	})
}

func TestPostadres(t *testing.T) {
	for _, tt := range []struct{ adres, want string }{
		{"e.bakker@example.nl", "e.bakker@example.nl"},
		{" o'neil+klacht@sub.example.nl ", "o'neil+klacht@sub.example.nl"},
		{"info@bücher.example", "info@xn--bcher-kva.example"},
		{"a@b", ""}, {"a", ""}, {"@example.nl", ""}, {"a@", ""}, {"a b@example.nl", ""}, {".a@example.nl", ""}, {"a..b@example.nl", ""},
		{"a@example.nl, b@example.nl", ""}, {"a@example.nl;b@example.nl", ""}, {"A <a@example.nl>", ""}, {`"a,b"@example.nl`, ""}, {`"a"@example.nl`, ""},
		{"a@example.nl\r\nBcc: b@example.nl", ""}, {"a@example.nl\nb", ""}, {"a\x00@example.nl", ""}, {"a@[127.0.0.1]", ""}, {"a@@example.nl", ""},
		{"=?utf-8?q?a?=@example.nl", "=?utf-8?q?a?=@example.nl"}, {"é@example.nl", ""}, {"a@-example.nl", ""}, {"a@example.nl (x)", ""}, {"a@ex\u202eample.nl", ""},
		{"a@" + strings.Repeat("b", 64) + ".nl", ""}, {"a@example.", ""}, {"a@.nl", ""},
		{strings.Repeat("a", 250) + "@example.nl", ""},
	} {
		got, err := Adres{Adres: tt.adres, Waar: "hier"}.Postadres()
		if got != tt.want || (err == nil) != (tt.want != "") {
			t.Errorf("%q gives %q, %v", tt.adres, got, err)
		}
	}
}

func TestUitgaandHoudtDeDraadKort(t *testing.T) {
	u := voorbeeldUit()
	u.Draad = nil
	for i := range 50 {
		u.Draad = append(u.Draad, fmt.Sprintf("b%d@example.nl", i))
	}
	g := leesEigen(t, bytesVan(t, u))
	if len(g.Draad) != meesteDraad || g.Draad[0] != "b0@example.nl" || g.Draad[1] != "b32@example.nl" || g.Draad[meesteDraad-1] != u.AntwoordOp {
		t.Errorf("%q", g.Draad)
	}
}

func TestUitgaandWeigertTeGroteBijlagen(t *testing.T) {
	u := voorbeeldUit()
	helft := make([]byte, grootsteUitgaand/2+1)
	u.Bijlagen = []Uitbijlage{{"a", helft}, {"b", helft}}
	_, err := u.Bytes()
	metFout(t, err, "de bijlagen zijn samen groter dan 100 MiB: dat past in geen e-mail", "stuur ze op een andere manier, of minder tegelijk")
}

func TestMerk(t *testing.T) {
	k := &dossier.Klacht{Nummer: dossier.Nummer{Jaar: 2026, Volg: 7}, ID: "abcdefghijklmnop"}
	ander := &dossier.Klacht{Nummer: k.Nummer, ID: "qrstuvwxyz234567"}
	u := voorbeeldUit()
	id := Merk(k, u)
	if n, ok := LeesMerk(id); !ok || n != k.Nummer || !isBerichtID(id) {
		t.Errorf("%s: %v, %v", id, n, ok)
	}
	if !IsMerkVan(k, id) || IsMerkVan(ander, id) {
		t.Errorf("%s is of the wrong dossier", id)
	}
	if id != Merk(k, u) {
		t.Error("the same message has two ids")
	}
	if u.Tekst += "!"; id == Merk(k, u) {
		t.Error("two messages have one id")
	}
	for _, vreemd := range []string{"", "b1@mail.example.nl", "klacht.K2026-0007@example.nl", "klacht.K2026-0007.a.b", "klacht.x.a.b@example.nl", "klacht.K2026-0007.vljzbtncrkabwihp.aaaaaaaaaaaaaaaa@example.nl"} {
		if IsMerkVan(k, vreemd) {
			t.Errorf("%q is taken for ours", vreemd)
		}
	}
	if _, ok := LeesMerk("klacht.x.a.b@example.nl"); ok {
		t.Error("x is a number")
	}
}
