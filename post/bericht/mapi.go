package bericht

import (
	"encoding/binary"
	"strings"
	"time"
	"unicode/utf16"
)

// What .msg and TNEF have in common: objects with MAPI properties ([MS-OXPROPS], [MS-OXCDATA] 2.11.1).

// Kinds of value; with soortMeer added, several of them.
const (
	soortInt16  = 0x0002
	soortInt32  = 0x0003
	soortJaNee  = 0x000B
	soortObject = 0x000D
	soortInt64  = 0x0014
	soortTekst8 = 0x001E // in a code page
	soortTekst  = 0x001F // UTF-16
	soortTijd   = 0x0040
	soortGUID   = 0x0048
	soortBinair = 0x0102
	soortMeer   = 0x1000
)

// Properties that are read, by the name that [MS-OXPROPS] gives them.
const (
	idMessageClass             = 0x001A
	idSubject                  = 0x0037
	idClientSubmitTime         = 0x0039
	idSubjectPrefix            = 0x003D
	idSentRepresentingName     = 0x0042
	idSentRepresentingAddrType = 0x0064
	idSentRepresentingEmail    = 0x0065
	idTransportHeaders         = 0x007D
	idRecipientType            = 0x0C15
	idSenderName               = 0x0C1A
	idSenderAddrType           = 0x0C1E
	idSenderEmail              = 0x0C1F
	idDisplayCc                = 0x0E03
	idDisplayTo                = 0x0E04
	idMessageDeliveryTime      = 0x0E06
	idNormalizedSubject        = 0x0E1D
	idBody                     = 0x1000
	idRtfCompressed            = 0x1009
	idHTML                     = 0x1013
	idInternetMessageID        = 0x1035
	idInternetReferences       = 0x1039
	idInReplyToID              = 0x1042
	idDisplayName              = 0x3001
	idAddressType              = 0x3002
	idEmailAddress             = 0x3003
	idSMTPAddress              = 0x39FE
	idAttachDataObject         = 0x3701
	idAttachFilename           = 0x3704
	idAttachMethod             = 0x3705
	idAttachLongFilename       = 0x3707
	idAttachPathname           = 0x3708
	idAttachLongPathname       = 0x370D
	idAttachMimeTag            = 0x370E
	idAttachContentID          = 0x3712
	idAttachFlags              = 0x3714
	idAutoResponseSuppress     = 0x3FDF
	idInternetCodepage         = 0x3FDE
	idMessageLocaleID          = 0x3FF1
	idMessageCodepage          = 0x3FFD
	idSenderSMTPAddress        = 0x5D01
	idSentReprSMTPAddress      = 0x5D02
	idAttachmentHidden         = 0x7FFE
)

// waarde is one property's value as stored: a fixed one in little endian, a text with or without its closing NUL.
type waarde struct {
	soort uint16
	bytes []byte
	bron  *opslag // where the value is still to be read from, nil when bytes is it
}

func (w waarde) lees() []byte {
	if w.bron != nil {
		return w.bron.lees()
	}
	return w.bytes
}

// eigenschappen are the properties of one object, by number.
type eigenschappen map[uint16]waarde

// zet adds a property. Of a repeated one the first counts.
func (e eigenschappen) zet(l *lezer, id uint16, w waarde) {
	if _, er := e[id]; er {
		return
	}
	if len(e) >= maxEigenschappen {
		l.waarschuw("een onderdeel van het bericht heeft meer dan %d eigenschappen; de rest ervan is niet gelezen", maxEigenschappen)
		return
	}
	e[id] = w
}

// getal returns a number, 0 when there is none.
func (e eigenschappen) getal(id uint16) uint32 {
	w, b := e[id], e[id].lees()
	switch {
	case (w.soort == soortInt32) && len(b) >= 4:
		return binary.LittleEndian.Uint32(b)
	case (w.soort == soortInt16 || w.soort == soortJaNee) && len(b) >= 2:
		return uint32(binary.LittleEndian.Uint16(b))
	}
	return 0
}

// tijd returns a moment: a FILETIME counts 100 ns since 1601 in UTC ([MS-DTYP] 2.3.3).
func (e eigenschappen) tijd(id uint16) time.Time {
	b := e[id].lees()
	if e[id].soort != soortTijd || len(b) < 8 {
		return time.Time{}
	}
	return uitFiletime(binary.LittleEndian.Uint64(b))
}

// tot1970 are the seconds from 1601 to 1970.
const tot1970 = 11_644_473_600

// uitFiletime gives the zero time for what can't be when a message was sent: before 1980, or after 4500, which Outlook
// writes for "never".
func uitFiletime(n uint64) time.Time {
	seconden := int64(n/10_000_000) - tot1970
	t := time.Unix(seconden, int64(n%10_000_000)*100).UTC()
	if t.Year() < 1980 || t.Year() >= 4500 {
		return time.Time{}
	}
	return t
}

// mapiObject is a message as MAPI has it.
type mapiObject struct {
	eigenschappen
	tekenset   string // of texts that aren't Unicode
	ontvangers []eigenschappen
	bijlagen   []*mapiBijlage
	koppen     kop // named properties that are header fields (PS_INTERNET_HEADERS)
}

// mapiBijlage is an attachment; what is embedded is a storage in .msg and a stream in TNEF.
type mapiBijlage struct {
	eigenschappen
	ingebed *opslag // a message or OLE object, out of .msg
	namen   *opslag // the names of named properties there
	genest  *opslag // a message out of TNEF, as .msg has it
}

// tekst returns the first of these properties that holds text; blanks and NULs around it are gone.
func (o *mapiObject) tekst(l *lezer, e eigenschappen, ids ...uint16) string {
	for _, id := range ids {
		if s := strings.Trim(o.alsTekst(l, e[id]), "\x00 \t\r\n"); s != "" {
			return s
		}
	}
	return ""
}

func (o *mapiObject) alsTekst(l *lezer, w waarde) string {
	b := w.lees()
	b = b[:min(len(b), maxTekstbron)]
	switch w.soort {
	case soortTekst:
		return uitUTF16LE(b)
	case soortTekst8:
		for len(b) > 0 && b[len(b)-1] == 0 {
			b = b[:len(b)-1]
		}
		return l.naarUTF8(b, o.tekenset, "het bericht")
	}
	return ""
}

// uitUTF16LE decodes UTF-16 in little endian up to its closing NUL.
func uitUTF16LE(b []byte) string {
	u := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		c := binary.LittleEndian.Uint16(b[i:])
		if c == 0 {
			break
		}
		u = append(u, c)
	}
	return string(utf16.Decode(u))
}

// kiesTekenset finds the code page of texts that aren't Unicode: voorkeur, else what the message says, else what Windows
// uses for its language.
//
// QUIRK: some writers give a Unicode page here, or that of the message as it was sent, such as ISO-2022-JP; no text is
// stored in those.
func (o *mapiObject) kiesTekenset(voorkeur uint32) {
	for _, pagina := range []uint32{voorkeur, o.getal(idMessageCodepage), taalpagina(o.getal(idMessageLocaleID)), o.getal(idInternetCodepage)} {
		switch pagina {
		case 0, 1200, 1201:
			continue
		case 50220, 50221, 50222:
			pagina = 932
		}
		o.tekenset = codepagina(pagina)
		return
	}
	o.tekenset = "windows-1252"
}
