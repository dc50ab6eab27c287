package bericht

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// kwaadRTF is RTF made to cost much, by name. n scales it.
func kwaadRTF(n int) map[string]string {
	h := func(s string) string { return strings.Repeat(s, n) }
	return map[string]string{
		"groepen":      `{\rtf1 ` + h("{"),
		"groepen-om":   `{\rtf1 ` + h("{a}"),
		"dicht":        `{\rtf1 ` + h("}"),
		"unicode":      `{\rtf1 ` + h(`\u8364?`),
		"letters":      `{\rtf1 {\fonttbl` + h(`{\f1\fcharset128 a;}`) + "}" + h(`\f1 a`),
		"hex":          `{\rtf1 ` + h(`\'e9`),
		"html":         `{\rtf1\fromhtml1 ` + h(`{\*\htmltag <p>}x\htmlrtf y\htmlrtf0 `),
		"bin":          `{\rtf1 ` + h(`\bin1 x`),
		"bin-te-groot": `{\rtf1 ` + h(`\bin99999999999 x`),
		"uc":           `{\rtf1\uc100 ` + h(`\u65 `),
		"woord":        `{\rtf1 \` + h("a"),
		"regels":       `{\rtf1 ` + h(`\par `),
	}
}

// kwaadOutlook are files made to cost much, by name.
func kwaadOutlook(n int) map[string][]byte {
	le := binary.LittleEndian
	uit := map[string][]byte{"msg-genest": nepMsg(2 * n), "msg-leeg": bouwMsg(&mapiObject{})}
	for naam, s := range kwaadRTF(20 * n) {
		uit["rtf-"+naam] = bouwMsg(&mapiObject{eigenschappen: eigenschappen{idRtfCompressed: eigenBinair(string(pakRTFIn(s)))}})
	}
	veel := &mapiObject{eigenschappen: eigenschappen{}}
	namen := &mapiObject{eigenschappen: eigenschappen{idDisplayTo: eigenTekst(strings.Repeat("a;", 50*n))}}
	for i := range n {
		veel.ontvangers = append(veel.ontvangers, eigenschappen{idRecipientType: eigenGetal(1), idEmailAddress: eigenTekst(fmt.Sprintf("a%d@example.nl", i))})
		veel.bijlagen = append(veel.bijlagen, &mapiBijlage{eigenschappen: eigenschappen{
			idAttachMethod: eigenGetal(1), idAttachLongFilename: eigenTekst(fmt.Sprintf("%d.txt", i)), idAttachDataObject: eigenBinair("x")}})
	}
	uit["msg-veel"], uit["tnef-veel"], uit["msg-namen"] = bouwMsg(veel), bouwTnef(veel), bouwMsg(namen)

	begin := le.AppendUint16([]byte(tnefBegin), 1)
	velden := bytes.Clone(begin)
	for range 20 * n {
		velden = tnefVeld(velden, 2, tnefTitel, 1, []byte("a\x00"))
	}
	uit["tnef-velden"] = velden
	eigen := le.AppendUint32(nil, uint32(n*20))
	for i := range n * 20 {
		eigen = le.AppendUint32(le.AppendUint32(eigen, uint32(i%0x7fff)<<16|soortInt32), 1)
	}
	uit["tnef-eigenschappen"] = tnefVeld(bytes.Clone(begin), 1, tnefMAPI, 6, eigen)
	uit["tnef-aantallen"] = tnefVeld(bytes.Clone(begin), 1, tnefMAPI, 6, le.AppendUint32(le.AppendUint32(le.AppendUint32(nil, 0xFFFFFFFF), 0x1000|0x00010000), 0xFFFFFFFF))
	uit["tnef-rijen"] = tnefVeld(bytes.Clone(begin), 1, tnefOntvangers, 6, append(le.AppendUint32(nil, 0xFFFFFFFF), make([]byte, 4*n)...))
	uit["tnef-in-tnef"] = genesteTnef(min(n/100, 50))

	// An RTF that is all references to what it wrote itself: 9 times as large when unpacked.
	bom := append(le.AppendUint32(le.AppendUint32(nil, 0), 0xFFFFFFFF), rtfIngepakt+"\x00\x00\x00\x00"...)
	for range n * 20 {
		bom = append(bom, 0xFF)
		for range 8 {
			bom = append(bom, 0x00, 0x0F)
		}
	}
	uit["rtf-bom"] = bouwMsg(&mapiObject{eigenschappen: eigenschappen{idRtfCompressed: eigenBinair(string(bom))}})
	return uit
}

// TestGrenzenOutlook reads each file made to cost much, large enough that anything quadratic would not come back.
func TestGrenzenOutlook(t *testing.T) {
	for naam, b := range kwaadOutlook(10_000) {
		t.Run(naam, func(t *testing.T) {
			m, err := Lees(b)
			if err != nil { // nothing in there: refused, which is as good
				if !strings.HasPrefix(naam, "tnef-") {
					t.Error(err)
				}
				return
			}
			controleer(t, m)
		})
	}
}

// TestVijftigMiBVanElkeVorm: the attachment of 36 to 50 MiB is there, and nothing was read that takes long or much.
func TestVijftigMiBVanElkeVorm(t *testing.T) {
	foto := bytes.Repeat([]byte("klachten"), 50<<17)
	o := &mapiObject{
		eigenschappen: eigenschappen{idSubject: eigenTekst("Foto's"), idBody: eigenTekst("Zie de bijlage.")},
		bijlagen: []*mapiBijlage{{eigenschappen: eigenschappen{
			idAttachMethod: eigenGetal(wijzeWaarde), idAttachLongFilename: eigenTekst("foto.jpg"), idAttachDataObject: {soort: soortBinair, bytes: foto}}}},
	}
	genest := &mapiObject{eigenschappen: eigenschappen{idBody: eigenTekst("Zie de bijlage.")}, bijlagen: []*mapiBijlage{{genest: o.alsMsg(),
		eigenschappen: eigenschappen{idAttachMethod: eigenGetal(wijzeIngebed)}}}}
	vormen := map[string]func() []byte{
		"eml": func() []byte { return groot(50 << 20) }, "msg": func() []byte { return bouwMsg(o) },
		"tnef": func() []byte { return bouwTnef(o) }, "msg in msg": func() []byte { return bouwMsg(genest) },
	}
	for naam, maak := range vormen {
		t.Run(naam, func(t *testing.T) {
			b := maak()
			var voor, na runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&voor)
			begin := time.Now()
			m, err := Lees(b)
			duur := time.Since(begin)
			runtime.ReadMemStats(&na)
			if err != nil {
				t.Fatal(err)
			}
			if m.Tekst != "Zie de bijlage." || len(m.Bijlagen) != 1 || len(m.Bijlagen[0].Inhoud) < 36<<20 || len(m.Waarschuwingen) > 0 {
				t.Errorf("%q, %d attachments, %q", m.Tekst, len(m.Bijlagen), m.Waarschuwingen)
			}
			if gebruikt := (na.TotalAlloc - voor.TotalAlloc) >> 20; gebruikt > 200 || duur > 20*time.Second {
				t.Errorf("%d MiB in %v", gebruikt, duur)
			}
			t.Logf("%d MiB in %v", (na.TotalAlloc-voor.TotalAlloc)>>20, duur)
		})
	}
}
