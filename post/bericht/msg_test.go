package bericht

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// metBijlagen makes a .msg with the storages given as attachments.
func metBijlagen(bijlagen ...*opslag) []byte {
	o := (&mapiObject{eigenschappen: eigenschappen{idSubject: eigenTekst("Klacht")}}).alsMsg()
	for i, b := range bijlagen {
		b.naam = msgBijlage + "#0000000" + string(rune('0'+i))
		o.kinderen = append(o.kinderen, b)
	}
	return schrijfCFB(o)
}

func bijlageOpslag(e eigenschappen, kinderen ...*opslag) *opslag {
	o := msgOpslag("", make([]byte, msgKopKleiner), e)
	o.kinderen = append(o.kinderen, kinderen...)
	return o
}

// A message within a message becomes a .msg that can be read by itself, with its own attachments, to any depth.
func TestMsgInMsg(t *testing.T) {
	binnen := alsMapi(proefbericht(), eigenTekst)
	midden := &mapiObject{
		eigenschappen: eigenschappen{idSubject: eigenTekst("Middelste"), idBody: eigenTekst("midden")},
		bijlagen: []*mapiBijlage{{genest: binnen.alsMsg(), eigenschappen: eigenschappen{
			idAttachMethod: eigenGetal(wijzeIngebed), idDisplayName: eigenTekst("Binnenste")}}},
	}
	buiten := &mapiObject{
		eigenschappen: eigenschappen{idSubject: eigenTekst("Buitenste")},
		bijlagen: []*mapiBijlage{{genest: midden.alsMsg(), eigenschappen: eigenschappen{
			idAttachMethod: eigenGetal(wijzeIngebed), idAttachLongFilename: eigenTekst("klacht")}}},
	}
	m := lees(t, string(bouwMsg(buiten)))
	if len(m.Bijlagen) != 1 || m.Bijlagen[0].Naam != "klacht.msg" || m.Bijlagen[0].Titel != "Middelste" || m.Bijlagen[0].Soort != SoortBericht {
		t.Fatalf("%+v", m.Bijlagen)
	}
	m = lees(t, string(m.Bijlagen[0].Inhoud))
	if m.Onderwerp != "Middelste" || m.Tekst != "midden" || len(m.Bijlagen) != 1 || m.Bijlagen[0].Titel != proefbericht().Onderwerp || len(m.Waarschuwingen) > 0 {
		t.Fatalf("%+v", m)
	}
	m = lees(t, string(m.Bijlagen[0].Inhoud))
	if m.Onderwerp != proefbericht().Onderwerp || len(m.Bijlagen) != 4 || m.Van[0].Adres != "r.bakker@example.nl" || len(m.Waarschuwingen) > 0 {
		t.Errorf("%+v", m)
	}
}

func TestMsgBijlagenVanElkeWijze(t *testing.T) {
	ole := &opslag{naam: msgStroom + "3701000D", kinderen: []*opslag{{naam: "CONTENTS", stroom: true, inhoud: []byte("tekening")}}}
	m := lees(t, string(metBijlagen(
		bijlageOpslag(eigenschappen{idAttachMethod: eigenGetal(wijzeWaarde), idAttachFilename: eigenTekst("kort.txt"), idAttachDataObject: eigenBinair("a")}),
		bijlageOpslag(eigenschappen{idAttachMethod: eigenGetal(wijzeOLE), idDisplayName: eigenTekst("Tekening")}, ole),
		bijlageOpslag(eigenschappen{idAttachMethod: eigenGetal(2), idAttachLongFilename: eigenTekst("map.xlsx"), idAttachLongPathname: eigenTekst(`\\server\deel\map.xlsx`)}),
		bijlageOpslag(eigenschappen{idAttachMethod: eigenGetal(wijzeWebadres), idAttachLongFilename: eigenTekst("web.docx"), idAttachLongPathname: eigenTekst("https://example.com/web.docx")}),
		bijlageOpslag(eigenschappen{idAttachMethod: eigenGetal(wijzeWaarde), idAttachLongFilename: eigenTekst("leeg.txt")}),
		bijlageOpslag(eigenschappen{idAttachMethod: eigenGetal(0)}),
	)))
	var namen []string
	for _, b := range m.Bijlagen {
		namen = append(namen, b.Naam+" "+b.Type)
	}
	if diff := cmp.Diff([]string{"kort.txt text/plain", "Tekening application/octet-stream", "leeg.txt text/plain"}, namen); diff != "" {
		t.Error(diff)
	}
	if r := stromenVolgensMscfb(t, m.Bijlagen[1].Inhoud); r["CONTENTS"] != "tekening" {
		t.Errorf("the OLE object holds %q", r)
	}
	if diff := cmp.Diff([]string{
		`bijlage map.xlsx staat niet in het bericht; het verwijst naar \\server\deel\map.xlsx`,
		`bijlage web.docx staat niet in het bericht maar op het web: https://example.com/web.docx`,
	}, m.Waarschuwingen); diff != "" {
		t.Error(diff)
	}
}

// A message that never left Exchange keeps the fields of its header as named properties.
func TestMsgKenmerkenUitBenoemdeEigenschappen(t *testing.T) {
	le := binary.LittleEndian
	naam := eigenTekst("Auto-Submitted").bytes
	namen := &opslag{naam: msgNamen, kinderen: []*opslag{
		{naam: msgStroom + "00020102", stroom: true, inhoud: []byte(strings.Repeat("\x01", 16) + guidInternetHeaders)},
		{naam: msgStroom + "00030102", stroom: true, inhoud: le.AppendUint16(le.AppendUint16(le.AppendUint32(nil, 0), 4<<1|1), 5)},
		{naam: msgStroom + "00040102", stroom: true, inhoud: append(le.AppendUint32(nil, uint32(len(naam))), naam...)},
	}}
	o := msgOpslag("Root Entry", make([]byte, msgKopWortel), eigenschappen{
		idMessageClass: eigenTekst("IPM.Note.Rules.OofTemplate.Microsoft"), 0x8005: eigenTekst("auto-replied"),
	})
	o.kinderen = append(o.kinderen, namen)
	m := lees(t, string(schrijfCFB(o)))
	if diff := cmp.Diff(Kenmerken{AutoSubmitted: "auto-replied", Klasse: "IPM.Note.Rules.OofTemplate.Microsoft"}, m.Kenmerken); diff != "" {
		t.Error(diff)
	}
}

func TestMsgAndersDanGewoon(t *testing.T) {
	for _, g := range []struct {
		naam string
		e    eigenschappen
		want func(*Bericht) any
		is   any
	}{
		{"alleen een adres binnen Exchange", eigenschappen{idSenderName: eigenTekst("Jan"), idSenderAddrType: eigenTekst("EX"), idSenderEmail: eigenTekst("/O=A/CN=JAN")},
			func(m *Bericht) any { return m.Van }, []Adres{{Naam: "Jan"}}},
		{"namens een ander", eigenschappen{idSenderName: eigenTekst("Secretariaat"), idSenderEmail: eigenTekst("s@example.nl"),
			idSentRepresentingName: eigenTekst("Directeur"), idSentRepresentingEmail: eigenTekst("d@example.nl")},
			func(m *Bericht) any { return m.Van }, []Adres{{"Directeur", "d@example.nl"}}},
		{"naam is het adres", eigenschappen{idSenderName: eigenTekst("'jan@example.nl'"), idSenderEmail: eigenTekst("jan@example.nl")},
			func(m *Bericht) any { return m.Van }, []Adres{{"", "jan@example.nl"}}},
		{"ontvangers als lijst van namen", eigenschappen{idDisplayTo: eigenTekst("Jan Jansen; ria@example.nl"), idDisplayCc: eigenTekst("'Piet'")},
			func(m *Bericht) any { return [][]Adres{m.Aan, m.Cc} }, [][]Adres{{{"Jan Jansen", ""}, {"", "ria@example.nl"}}, {{"Piet", ""}}}},
		{"onderwerp in twee stukken", eigenschappen{idSubjectPrefix: eigenTekst("RE: "), idNormalizedSubject: eigenTekst("Klacht")},
			func(m *Bericht) any { return m.Onderwerp }, "RE: Klacht"},
		{"onderwerp met lengte ervoor", eigenschappen{idSubject: eigenTekst("\x01\x05RE: Klacht")},
			func(m *Bericht) any { return m.Onderwerp }, "RE: Klacht"},
		{"codepagina van de taal", eigenschappen{idSubject: {soort: soortTekst8, bytes: []byte("\xcf\xf0\xe8")}, idMessageLocaleID: eigenGetal(0x419)},
			func(m *Bericht) any { return m.Onderwerp }, "При"},
		{"niet bezorgd", eigenschappen{idMessageClass: eigenTekst("REPORT.IPM.Note.NDR")},
			func(m *Bericht) any { return m.Kenmerken.Rapport }, "delivery-status"},
		{"gelezen", eigenschappen{idMessageClass: eigenTekst("REPORT.IPM.Note.IPNRN")},
			func(m *Bericht) any { return m.Kenmerken.Rapport }, "disposition-notification"},
	} {
		t.Run(g.naam, func(t *testing.T) {
			m := lees(t, string(bouwMsg(&mapiObject{eigenschappen: g.e})))
			if diff := cmp.Diff(g.is, g.want(m)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A signed message is one attachment that holds all of it; an encrypted one as well, but closed.
func TestMsgOndertekendEnVersleuteld(t *testing.T) {
	ondertekend := "Content-Type: multipart/signed; boundary=g\r\n\r\n--g\r\nContent-Type: text/plain\r\n\r\nGetekend.\r\n" +
		"--g\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nzegel\r\n--g--\r\n"
	bijlage := func(inhoud string) *opslag {
		return bijlageOpslag(eigenschappen{idAttachMethod: eigenGetal(wijzeWaarde), idAttachLongFilename: eigenTekst("smime.p7m"), idAttachDataObject: eigenBinair(inhoud)})
	}
	bouw := func(klasse string, b *opslag) []byte {
		o := (&mapiObject{eigenschappen: eigenschappen{idMessageClass: eigenTekst(klasse)}}).alsMsg()
		b.naam = msgBijlage + "#00000000"
		o.kinderen = append(o.kinderen, b)
		return schrijfCFB(o)
	}
	m := lees(t, string(bouw("IPM.Note.SMIME.MultipartSigned", bijlage(ondertekend))))
	if m.Tekst != "Getekend." || len(m.Bijlagen) != 1 || m.Bijlagen[0].Naam != "smime.p7s" || m.Bijlagen[0].Soort != SoortHandtekening || len(m.Waarschuwingen) > 0 {
		t.Errorf("%+v", m)
	}
	m = lees(t, string(bouw("IPM.Note.SMIME", bijlage("\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03"))))
	if len(m.Bijlagen) != 1 || m.Bijlagen[0].Soort != SoortVersleuteld || !cmp.Equal(m.Waarschuwingen, []string{waarschuwingVersleuteld}) {
		t.Errorf("%+v", m)
	}
}

func TestGeenOutlookbericht(t *testing.T) {
	doc := schrijfCFB(&opslag{naam: "Root Entry", kinderen: []*opslag{{naam: "WordDocument", stroom: true, inhoud: []byte("x")}}})
	for _, g := range []struct {
		naam, want string
		b          []byte
	}{
		{"Word", "dit is geen Outlook-bericht (.msg) maar een ander bestand van Office", doc},
		{"afgekapt", "het Outlook-bericht (.msg) is beschadigd of afgekapt", doc[:600]},
		{"alleen een kop", "het Outlook-bericht (.msg) is beschadigd of afgekapt", doc[:100]},
		{"vreemde sectoren", "het Outlook-bericht (.msg) is beschadigd of afgekapt", append(append(bytes.Clone(doc[:30]), 3), doc[31:]...)},
	} {
		if m, err := Lees(g.b); m != nil || err == nil || err.Error() != g.want {
			t.Errorf("%s: %v, %v", g.naam, m, err)
		}
	}
}
