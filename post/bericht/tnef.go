package bericht

import (
	"encoding/binary"
	"errors"
	"strings"
	"time"
)

// TNEF ([MS-OXTNEF]) is what Outlook wraps a message in that it sends to others of its kind: winmail.dat. It is a row of
// attributes, each of a level (message or attachment), a number and a checksum; one of each level holds MAPI properties.

const tnefBegin = "\x78\x9f\x3e\x22"

// Attributes that are read, without their type ([MS-OXTNEF] 2.1.3).
const (
	tnefVan        = 0x8000
	tnefOnderwerp  = 0x8004
	tnefVerzonden  = 0x8005
	tnefOntvangen  = 0x8006
	tnefKlasse     = 0x8008
	tnefTekst      = 0x800C
	tnefInhoud     = 0x800F
	tnefTitel      = 0x8010
	tnefBestand    = 0x9001
	tnefNieuw      = 0x9002 // the first attribute of an attachment
	tnefMAPI       = 0x9003
	tnefOntvangers = 0x9004
	tnefBijlage    = 0x9005
	tnefCodepagina = 0x9007
)

// isTnef recognises TNEF by its signature.
//
// QUIRK: a damaged signature is no reason to lose what follows, when that starts with the attribute that always comes
// first, the version.
func isTnef(b []byte) bool {
	const versie = "\x01\x06\x90"
	return len(b) >= 9 && (string(b[:4]) == tnefBegin || string(b[:2]) == tnefBegin[:2] && string(b[6:9]) == versie)
}

// isTnefDeel tells whether a part of a message is TNEF, or says to be.
func isTnefDeel(d *deel, inhoud []byte) bool {
	switch d.soort {
	case "application/ms-tnef", "application/vnd.ms-tnef":
		return true
	}
	return isTnef(inhoud) || strings.EqualFold(d.naam, "winmail.dat") && len(inhoud) > 0
}

// leesTnef reads a winmail.dat by itself as the message that it holds.
func leesTnef(l *lezer, b []byte) (*Bericht, error) {
	o, _ := l.leesTnefObject(b)
	m := l.uitMapi(o)
	if leeg := m.Onderwerp == "" && m.Tekst == "" && len(m.Bijlagen) == 0 && len(m.Van) == 0; leeg && m.Kenmerken.Klasse == "" {
		return nil, errors.New("dit winmail.dat-bestand is beschadigd: er is niets in te lezen")
	}
	return m, nil
}

// pakTnefUit adds the attachments of a winmail.dat to those of the message, and keeps its text for a message that has
// none itself. It returns false when the file must be kept as well: it is broken, or something else.
func (l *lezer) pakTnefUit(b []byte) bool {
	if !isTnef(b) {
		l.waarschuw("winmail.dat is beschadigd of iets anders; het bestand is gelaten zoals het is")
		return false
	}
	if l.ingepakt >= maxIngepakt {
		l.waarschuw("het bericht bevat meer dan %d keer winmail.dat in winmail.dat; wat dieper zit, is gelaten zoals het is", maxIngepakt)
		return false
	}
	l.ingepakt++
	defer func() { l.ingepakt-- }()
	o, heel := l.leesTnefObject(b)
	l.leesMapiBijlagen(o, o.tekst(l, o.eigenschappen, idMessageClass))
	if l.reserve == "" {
		l.reserve = l.mapiTekst(o)
	}
	return heel
}

// leesTnefObject reads the attributes. heel tells that all of them were there to read.
func (l *lezer) leesTnefObject(b []byte) (o *mapiObject, heel bool) {
	t := tneflezer{l: l, o: &mapiObject{eigenschappen: eigenschappen{}}}
	le := binary.LittleEndian
	if string(b[:4]) != tnefBegin {
		l.waarschuw("winmail.dat begint niet zoals het hoort; wat te lezen was, is gelezen")
	}
	b = b[6:] // the signature, and a key that means nothing
	heel = true
	for n := 0; len(b) > 0; n++ {
		if len(b) < 9 || b[0] != 1 && b[0] != 2 || n >= maxTnefVelden {
			l.waarschuw("winmail.dat is beschadigd; achteraan staat iets wat niet te lezen is")
			heel = false
			break
		}
		niveau, nummer, lengte := b[0], le.Uint16(b[1:]), int64(le.Uint32(b[5:]))
		b = b[9:]
		if lengte+2 > int64(len(b)) {
			l.waarschuw("winmail.dat is beschadigd; het laatste stuk ontbreekt")
			t.veld(niveau, nummer, b[:min(lengte, int64(len(b)))])
			heel = false
			break
		}
		data := b[:lengte]
		if tnefSom(data) != le.Uint16(b[lengte:]) {
			l.waarschuw("een stuk van winmail.dat klopt niet met zijn controlegetal; het is gelezen zoals het er stond")
		}
		b = b[lengte+2:]
		t.veld(niveau, nummer, data)
	}
	t.sluit()
	return t.o, heel
}

// tnefSom is the sum of all bytes ([MS-OXTNEF] 2.1.3.1).
func tnefSom(b []byte) (som uint16) {
	for _, c := range b {
		som += uint16(c)
	}
	return som
}

// tneflezer is the state of leesTnefObject.
type tneflezer struct {
	l          *lezer
	o          *mapiObject
	pagina     uint32        // attOemCodepage
	oud        eigenschappen // properties that attributes of older writers stand for; those of MAPI go before
	bijlage    *mapiBijlage  // the attachment being read
	bijlageOud eigenschappen
}

func (t *tneflezer) veld(niveau byte, nummer uint16, b []byte) {
	if niveau == 2 {
		t.bijlageVeld(nummer, b)
		return
	}
	if t.oud == nil {
		t.oud = eigenschappen{}
	}
	tekst := func(id uint16) { t.oud.zet(t.l, id, waarde{soort: soortTekst8, bytes: b}) }
	switch nummer {
	case tnefCodepagina:
		if len(b) >= 4 {
			t.pagina = binary.LittleEndian.Uint32(b)
		}
	case tnefOnderwerp:
		tekst(idSubject)
	case tnefTekst:
		tekst(idBody)
	case tnefKlasse:
		tekst(idMessageClass)
	case tnefVan:
		t.afzender(b)
	case tnefVerzonden:
		t.tijd(idClientSubmitTime, b)
	case tnefOntvangen:
		t.tijd(idMessageDeliveryTime, b)
	case tnefMAPI:
		p := proplezer{l: t.l, b: b, uit: t.o.eigenschappen}
		p.lees()
		t.o.koppen = append(t.o.koppen, p.koppen...)
	case tnefOntvangers:
		t.ontvangers(b)
	}
}

// ontvangers reads the table of recipients: rows of properties.
func (t *tneflezer) ontvangers(b []byte) {
	if len(b) < 4 {
		return
	}
	rijen := binary.LittleEndian.Uint32(b)
	p := proplezer{l: t.l, b: b[4:]}
	for range min(rijen, maxAdressen+1) {
		p.uit = eigenschappen{}
		if !p.lees() {
			return
		}
		t.o.ontvangers = append(t.o.ontvangers, p.uit)
	}
}

// afzender reads attFrom: lengths, a name, and an address with its kind before a colon ([MS-OXTNEF] 2.1.3.3.4).
func (t *tneflezer) afzender(b []byte) {
	if len(b) < 8 {
		return
	}
	le := binary.LittleEndian
	naam, adres := int(le.Uint16(b[4:])), int(le.Uint16(b[6:]))
	if b = b[8:]; naam+adres > len(b) {
		return
	}
	soort, waar, ok := strings.Cut(strings.TrimRight(string(b[naam:naam+adres]), "\x00"), ":")
	t.oud.zet(t.l, idSenderName, waarde{soort: soortTekst8, bytes: b[:naam]})
	if ok {
		t.oud.zet(t.l, idSenderAddrType, waarde{soort: soortTekst8, bytes: []byte(soort)})
		t.oud.zet(t.l, idSenderEmail, waarde{soort: soortTekst8, bytes: []byte(waar)})
	}
}

// tijd reads a moment as 7 numbers, year to weekday ([MS-OXTNEF] 2.1.3.3.5). Its zone is unknown and taken to be UTC.
func (t *tneflezer) tijd(id uint16, b []byte) {
	if len(b) < 12 {
		return
	}
	n := func(i int) int { return int(binary.LittleEndian.Uint16(b[2*i:])) }
	m := time.Date(n(0), time.Month(n(1)), n(2), n(3), n(4), n(5), 0, time.UTC)
	if m.Year() < 1980 || m.Year() > 4500 {
		return
	}
	t.oud.zet(t.l, id, waarde{soort: soortTijd, bytes: binary.LittleEndian.AppendUint64(nil, naarFiletime(m))})
}

func (t *tneflezer) bijlageVeld(nummer uint16, b []byte) {
	// QUIRK: some writers leave out the attribute that an attachment must begin with.
	if nummer == tnefNieuw || t.bijlage == nil {
		t.sluitBijlage()
		t.bijlage, t.bijlageOud = &mapiBijlage{eigenschappen: eigenschappen{}}, eigenschappen{}
	}
	switch nummer {
	case tnefTitel:
		t.bijlageOud.zet(t.l, idAttachFilename, waarde{soort: soortTekst8, bytes: b})
	case tnefBestand:
		t.bijlageOud.zet(t.l, idAttachPathname, waarde{soort: soortTekst8, bytes: b})
	case tnefInhoud:
		t.bijlageOud.zet(t.l, idAttachDataObject, waarde{soort: soortBinair, bytes: b})
		t.bijlageOud.zet(t.l, idAttachMethod, waarde{soort: soortInt16, bytes: []byte{wijzeWaarde, 0}})
	case tnefBijlage:
		p := proplezer{l: t.l, b: b, uit: t.bijlage.eigenschappen}
		p.lees()
	}
}

func (t *tneflezer) sluitBijlage() {
	if t.bijlage == nil {
		return
	}
	b := t.bijlage
	t.bijlage = nil
	if len(t.o.bijlagen) > maxDelen {
		return // leesMapiBijlagen warns
	}
	for id, w := range t.bijlageOud {
		b.zet(t.l, id, w)
	}
	if w := b.eigenschappen[idAttachDataObject]; w.soort == soortObject {
		t.object(b, w.bytes)
	}
	t.o.bijlagen = append(t.o.bijlagen, b)
}

// guidIMessage says that an object is a message.
const guidIMessage = "\x07\x03\x02\x00\x00\x00\x00\x00\xc0\x00\x00\x00\x00\x00\x00\x46"

// object takes an embedded object out of its wrapping: a message is TNEF itself, an OLE object a compound file
// ([MS-OXTNEF] 2.1.3.4).
func (t *tneflezer) object(b *mapiBijlage, inhoud []byte) {
	rest := inhoud
	if len(inhoud) >= 16 {
		rest = inhoud[16:]
	}
	if len(inhoud) >= 16 && string(inhoud[:16]) == guidIMessage && isTnef(rest) {
		if t.l.ingepakt < maxIngepakt {
			t.l.ingepakt++
			o, _ := t.l.leesTnefObject(rest)
			t.l.ingepakt--
			b.genest = o.alsMsg()
			return
		}
		t.l.waarschuw("het bericht bevat meer dan %d berichten in elkaar; wat dieper zit, is als bijlage bewaard", maxIngepakt)
	}
	b.eigenschappen[idAttachDataObject] = waarde{soort: soortBinair, bytes: rest}
}

// sluit ends the message: what older attributes said counts where MAPI didn't.
func (t *tneflezer) sluit() {
	t.sluitBijlage()
	for id, w := range t.oud {
		t.o.zet(t.l, id, w)
	}
	t.o.kiesTekenset(t.pagina)
}

// naarFiletime is the inverse of uitFiletime.
func naarFiletime(t time.Time) uint64 {
	return uint64(t.Unix()+tot1970)*10_000_000 + uint64(t.Nanosecond()/100)
}
