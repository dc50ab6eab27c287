package bericht

import (
	"encoding/binary"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// oudeTnef is TNEF without MAPI, as Microsoft Mail wrote it: everything in attributes.
func oudeTnef() []byte {
	le := binary.LittleEndian
	b := le.AppendUint16([]byte(tnefBegin), 1)
	b = tnefVeld(b, 1, 0x9006, 8, le.AppendUint32(nil, 0x00010000))
	b = tnefVeld(b, 1, tnefCodepagina, 6, le.AppendUint64(nil, 1252))
	b = tnefVeld(b, 1, tnefKlasse, 7, []byte("IPM.Microsoft Mail.Note\x00"))
	b = tnefVeld(b, 1, tnefOnderwerp, 1, []byte("Klacht: caf\xe9\x00"))
	b = tnefVeld(b, 1, tnefTekst, 2, []byte("De caf\xe9houder\r\nwas onaardig.\x00"))
	van := le.AppendUint16(le.AppendUint16(nil, 4), 0)
	van = le.AppendUint16(le.AppendUint16(van, 4), 20)
	b = tnefVeld(b, 1, tnefVan, 0, append(van, "Jan\x00SMTP:jan@example.nl\x00"...))
	datum := func(uur uint16) (d []byte) {
		for _, n := range []uint16{2026, 11, 20, uur, 40, 5, 5} {
			d = le.AppendUint16(d, n)
		}
		return d
	}
	b = tnefVeld(b, 1, tnefVerzonden, 3, datum(15))
	b = tnefVeld(b, 1, tnefOntvangen, 3, datum(16))
	b = tnefVeld(b, 2, tnefNieuw, 6, make([]byte, 14))
	b = tnefVeld(b, 2, tnefInhoud, 6, []byte("bon")) // data before name
	b = tnefVeld(b, 2, tnefTitel, 1, []byte("kassabon.txt\x00"))
	b = tnefVeld(b, 2, tnefNieuw, 6, make([]byte, 14))
	b = tnefVeld(b, 2, tnefTitel, 1, []byte("leeg.txt\x00"))
	return tnefVeld(b, 2, tnefInhoud, 6, nil)
}

func TestTnefVanMicrosoftMail(t *testing.T) {
	m := lees(t, string(oudeTnef()))
	want := &Bericht{
		Van: []Adres{{"Jan", "jan@example.nl"}}, Onderwerp: "Klacht: café", Tekst: "De caféhouder\nwas onaardig.",
		Datum: time.Date(2026, 11, 20, 15, 40, 5, 0, time.UTC), Ontvangen: time.Date(2026, 11, 20, 16, 40, 5, 0, time.UTC),
		Bijlagen: []Bijlage{
			{Naam: "kassabon.txt", Type: "text/plain", Inhoud: []byte("bon")},
			{Naam: "leeg.txt", Type: "text/plain", Inhoud: []byte{}},
		},
		Kenmerken: Kenmerken{Klasse: "IPM.Microsoft Mail.Note"}, Extensie: ".tnef",
	}
	if diff := cmp.Diff(want, m, cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What is broken is said, and what can be read is there all the same.
func TestTnefBeschadigd(t *testing.T) {
	heel := oudeTnef()
	verander := func(f func(b []byte) []byte) []byte { return f([]byte(string(heel))) }
	laatste := len(heel) - 11
	for _, g := range []struct {
		naam, want string
		b          []byte
		bijlagen   int
	}{
		{"controlegetal", "een stuk van winmail.dat klopt niet met zijn controlegetal; het is gelezen zoals het er stond",
			verander(func(b []byte) []byte { b[19]++; return b }), 2},
		{"begin", "winmail.dat begint niet zoals het hoort; wat te lezen was, is gelezen", verander(func(b []byte) []byte { b[3] = '2'; return b }), 2},
		{"rommel achteraan", "winmail.dat is beschadigd; achteraan staat iets wat niet te lezen is", append(heel[:len(heel):len(heel)], "rommel"...), 2},
		{"vreemd niveau", "winmail.dat is beschadigd; achteraan staat iets wat niet te lezen is", verander(func(b []byte) []byte { b[laatste] = 9; return b }), 2},
		{"afgekapt", "winmail.dat is beschadigd; het laatste stuk ontbreekt", heel[:laatste-8], 2},
		{"lengte", "winmail.dat is beschadigd; het laatste stuk ontbreekt",
			verander(func(b []byte) []byte { binary.LittleEndian.PutUint32(b[laatste+5:], 1<<31); return b }), 2},
	} {
		t.Run(g.naam, func(t *testing.T) {
			m := lees(t, string(g.b))
			if m.Onderwerp != "Klacht: café" || len(m.Bijlagen) != g.bijlagen || !cmp.Equal(m.Waarschuwingen, []string{g.want}) {
				t.Errorf("%q, %d attachments, %q", m.Onderwerp, len(m.Bijlagen), m.Waarschuwingen)
			}
		})
	}
}

// metBestand puts a file into a message with a text.
func metBestand(soort, naam, inhoud string) string {
	return "From: jan@example.nl\nContent-Type: multipart/mixed; boundary=g\n\n--g\n\nEigen tekst.\n--g\nContent-Type: " + soort +
		"; name=" + naam + "\nContent-Transfer-Encoding: base64\n\n" + alsBase64([]byte(inhoud)) + "\n--g--\n"
}

func TestWinmailInBericht(t *testing.T) {
	tnef := string(oudeTnef())
	for _, g := range []struct {
		naam, bericht, tekst string
		bijlagen             []string
		waarschuwingen       int
	}{
		{"naar type", metBestand("application/ms-tnef", "x", tnef), "Eigen tekst.", []string{"kassabon.txt", "leeg.txt"}, 0},
		{"naar naam", metBestand("application/octet-stream", "WINMAIL.DAT", tnef), "Eigen tekst.", []string{"kassabon.txt", "leeg.txt"}, 0},
		{"naar inhoud", metBestand("application/octet-stream", "ATT00001.dat", tnef), "Eigen tekst.", []string{"kassabon.txt", "leeg.txt"}, 0},
		{"zonder eigen tekst", strings.Replace(metBestand("application/ms-tnef", "winmail.dat", tnef), "Eigen tekst.", "", 1),
			"De caféhouder\nwas onaardig.", []string{"kassabon.txt", "leeg.txt"}, 0},
		{"beschadigd: het bestand blijft erbij", metBestand("application/ms-tnef", "winmail.dat", tnef+"rommel"), "Eigen tekst.",
			[]string{"kassabon.txt", "leeg.txt", "winmail.dat"}, 1},
		{"iets anders", metBestand("application/ms-tnef", "winmail.dat", "geen tnef"), "Eigen tekst.", []string{"winmail.dat"}, 1},
	} {
		t.Run(g.naam, func(t *testing.T) {
			m := lees(t, g.bericht)
			var namen []string
			for _, b := range m.Bijlagen {
				namen = append(namen, b.Naam)
			}
			if m.Tekst != g.tekst || !cmp.Equal(namen, g.bijlagen) || len(m.Waarschuwingen) != g.waarschuwingen {
				t.Errorf("%q %q %q", m.Tekst, namen, m.Waarschuwingen)
			}
		})
	}
}

// genesteTnef is a message n times within another.
func genesteTnef(n int) []byte {
	b := bouwTnef(alsMapi(proefbericht(), eigenTekst))
	for range n {
		b = bouwTnef(&mapiObject{eigenschappen: eigenschappen{idSubject: eigenTekst("Doorgestuurd")}, bijlagen: []*mapiBijlage{{eigenschappen: eigenschappen{
			idAttachMethod: eigenGetal(wijzeIngebed), idDisplayName: eigenTekst("Klacht"),
			idAttachDataObject: {soort: soortObject, bytes: append([]byte(guidIMessage), b...)},
		}}}})
	}
	return b
}

// A message within TNEF is kept as a .msg, which mail programs open; so are those within it.
func TestTnefInTnef(t *testing.T) {
	m := lees(t, string(genesteTnef(2)))
	for range 2 {
		if len(m.Bijlagen) != 1 || m.Bijlagen[0].Soort != SoortBericht || len(m.Waarschuwingen) > 0 {
			t.Fatalf("%+v", m)
		}
		stromenVolgensMscfb(t, m.Bijlagen[0].Inhoud)
		m = lees(t, string(m.Bijlagen[0].Inhoud))
	}
	want := proefbericht()
	want.Extensie, want.Kenmerken.Klasse = ".msg", "IPM.Note"
	if diff := cmp.Diff(&want, m, cmpopts.EquateEmpty(), cmpopts.EquateApproxTime(0)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	m = lees(t, string(genesteTnef(30)))
	if len(m.Waarschuwingen) != 1 {
		t.Errorf("%q", m.Waarschuwingen)
	}
}

// An OLE object is a compound file; what says which kind of object it is, is no part of it.
func TestTnefOLE(t *testing.T) {
	ole := schrijfCFB(&opslag{naam: "Root Entry", kinderen: []*opslag{{naam: "CONTENTS", stroom: true, inhoud: []byte("x")}}})
	m := lees(t, string(bouwTnef(&mapiObject{eigenschappen: eigenschappen{}, bijlagen: []*mapiBijlage{{eigenschappen: eigenschappen{
		idAttachMethod: eigenGetal(wijzeOLE), idAttachDataObject: {soort: soortObject, bytes: append(make([]byte, 16), ole...)},
	}}}})))
	if len(m.Bijlagen) != 1 || string(m.Bijlagen[0].Inhoud) != string(ole) {
		t.Errorf("%+v", m.Bijlagen)
	}
}
