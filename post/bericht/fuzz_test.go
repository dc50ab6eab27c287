package bericht

import (
	"runtime/metrics"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func lees(t testing.TB, s string) *Bericht {
	t.Helper()
	m, err := Lees([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// controleer checks what holds for every message, however broken.
func controleer(t testing.TB, m *Bericht) {
	t.Helper()
	if r, ok := vreemdTeken(m.Tekst, "\n\t"); ok {
		t.Errorf("text holds %U", r)
	}
	if len(m.Tekst) > maxTekst {
		t.Errorf("text of %d bytes", len(m.Tekst))
	}
	regels := append([]string{m.ID, m.Onderwerp}, m.InReplyTo...)
	regels = append(append(regels, m.References...), m.Waarschuwingen...)
	for _, lijst := range [][]Adres{m.Van, m.Aan, m.Cc, m.AntwoordAan} {
		if len(lijst) > maxAdressen {
			t.Errorf("%d addresses", len(lijst))
		}
		for _, a := range lijst {
			if a == (Adres{}) {
				t.Error("an empty address")
			}
			regels = append(regels, a.Naam, a.Adres)
		}
	}
	for _, s := range regels {
		if r, ok := vreemdTeken(s, ""); ok {
			t.Errorf("%q holds %U", s, r)
		}
		if len(s) > maxRegel+len("…") {
			t.Errorf("a line of %d bytes", len(s))
		}
	}
	for _, id := range append(append([]string{m.ID}, m.InReplyTo...), m.References...) {
		if strings.ContainsAny(id, "<> ") {
			t.Errorf("id %q", id)
		}
	}
	if len(m.References) > maxVerwijzingen || len(m.InReplyTo) > maxVerwijzingen {
		t.Errorf("%d references, %d in-reply-to", len(m.References), len(m.InReplyTo))
	}
	if len(m.Bijlagen) > maxDelen+maxDiepte {
		t.Errorf("%d attachments", len(m.Bijlagen))
	}
	for _, b := range m.Bijlagen {
		if !utf8.ValidString(b.Naam) {
			t.Errorf("name %q is no UTF-8", b.Naam)
		}
		if b.Type == "" || b.Type != strings.ToLower(b.Type) {
			t.Errorf("type %q", b.Type)
		}
	}
	if len(m.Waarschuwingen) > maxWaarschuwingen+1 {
		t.Errorf("%d warnings", len(m.Waarschuwingen))
	}
}

// vreemdTeken finds a character in s that is no valid UTF-8 or a control character, but for those in mag.
func vreemdTeken(s, mag string) (rune, bool) {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return r, true
			}
		}
		if unicode.IsControl(r) && !strings.ContainsRune(mag, r) {
			return r, true
		}
	}
	return 0, false
}

// meesteGeheugen is what reading one message may allocate at most, in bytes: all
// together, so that what it holds at a time is less.
const meesteGeheugen = 256 << 20

// leesBegrensd is Lees for messages that mean no good.
func leesBegrensd(t *testing.T, b []byte) (*Bericht, error) {
	t.Helper()
	voor := toegewezen()
	m, err := Lees(b)
	if n := toegewezen() - voor; n > meesteGeheugen {
		t.Errorf("reading %d bytes took %d MiB", len(b), n>>20)
	}
	return m, err
}

// toegewezen is what was allocated so far, in bytes.
func toegewezen() uint64 {
	s := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

func FuzzLees(f *testing.F) {
	for _, s := range kwaad(3) {
		f.Add([]byte(s))
	}
	for _, g := range berichten {
		f.Add([]byte(g.bericht))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := leesBegrensd(t, b)
		if err != nil {
			if m != nil {
				t.Error("both a message and an error")
			}
			return
		}
		controleer(t, m)
	})
}

// FuzzMsg reads compound files, as they are and wrapped up in a message.
func FuzzMsg(f *testing.F) {
	f.Add(bouwMsg(alsMapi(proefbericht(), eigenTekst)))
	f.Add(bouwMsg(alsMapi(proefbericht(), eigenTekst8)))
	f.Add(nepMsg(3))
	f.Add(bouwMsg(&mapiObject{eigenschappen: eigenschappen{
		idRtfCompressed: eigenBinair(string(pakRTFIn(`{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}\htmlrtf x\htmlrtf0 \'e9\u8364?}`))),
	}}))
	f.Add(schrijfCFB(proefopslag(5000)))
	f.Fuzz(func(t *testing.T, b []byte) {
		b = append([]byte(cfbBegin), b[min(len(b), len(cfbBegin)):]...)
		m, err := leesBegrensd(t, b)
		if err != nil {
			return
		}
		controleer(t, m)
		for _, a := range m.Bijlagen {
			if a.Type == "application/vnd.ms-outlook" && len(a.Inhoud) < 1<<20 {
				if binnen, err := leesBegrensd(t, a.Inhoud); err == nil {
					controleer(t, binnen)
				}
			}
		}
	})
}

// FuzzTnef reads winmail.dat.
func FuzzTnef(f *testing.F) {
	f.Add(bouwTnef(alsMapi(proefbericht(), eigenTekst)))
	f.Add(bouwTnef(alsMapi(proefbericht(), eigenTekst8)))
	f.Add(oudeTnef())
	f.Add(genesteTnef(2))
	f.Fuzz(func(t *testing.T, b []byte) {
		b = append([]byte(tnefBegin), b[min(len(b), len(tnefBegin)):]...)
		m, err := leesBegrensd(t, b)
		if err == nil {
			controleer(t, m)
		}
	})
}

// FuzzRTF takes text out of RTF, compressed and not.
func FuzzRTF(f *testing.F) {
	for _, s := range kwaadRTF(2) {
		f.Add([]byte(s))
	}
	f.Add([]byte(`{\rtf1\ansi\fromhtml1{\fonttbl{\f0\fcharset128 A;}}{\*\htmltag64 <p>}\htmlrtf {x}\htmlrtf0 \f0\'82\'a0\u-10179?\u-8704?\bin2 ab}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, rtf := range [][]byte{b, (&lezer{}).pakRTFUit(pakRTFIn(string(b))), (&lezer{}).pakRTFUit(b)} {
			if len(rtf) > maxRTF {
				t.Errorf("%d bytes of RTF", len(rtf))
			}
			if r, ok := vreemdTeken((&lezer{}).rtfNaarTekst(rtf), "\n\t"); ok {
				t.Errorf("text holds %U", r)
			}
		}
	})
}
