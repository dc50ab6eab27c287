package bericht

import (
	"bytes"
	"path"
	"strings"
)

// Ways in which an attachment is there (PidTagAttachMethod, [MS-OXCMSG] 2.2.2.9).
const (
	wijzeWaarde   = 1
	wijzeIngebed  = 5
	wijzeOLE      = 6
	wijzeWebadres = 7
)

// leesMapiBijlagen adds the attachments of o.
func (l *lezer) leesMapiBijlagen(o *mapiObject, klasse string) {
	for _, b := range o.bijlagen {
		if l.delen >= maxDelen {
			l.waarschuw("het bericht bevat meer dan %d bijlagen; de rest ervan is niet gelezen", maxDelen)
			return
		}
		l.delen++
		l.leesMapiBijlage(o, b, klasse)
	}
}

func (l *lezer) leesMapiBijlage(o *mapiObject, b *mapiBijlage, klasse string) {
	naam := eenRegel(o.tekst(l, b.eigenschappen, idAttachLongFilename, idAttachFilename))
	titel := eenRegel(o.tekst(l, b.eigenschappen, idDisplayName))
	a := Bijlage{Naam: naam, Type: mediatype(o.tekst(l, b.eigenschappen, idAttachMimeTag))}
	wijze := b.getal(idAttachMethod)
	switch {
	case b.genest != nil:
		l.voegGenestToe(a, titel, b.genest)
		return
	case b.ingebed != nil && (wijze == wijzeIngebed || b.ingebed.kind(msgEigenschappen) != nil):
		l.voegGenestToe(a, titel, alsBestand(b.ingebed, b.namen))
		return
	case b.ingebed != nil: // an OLE object: a compound file within this one
		a.Inhoud = schrijfCFB(b.ingebed)
	default:
		a.Inhoud = b.eigenschappen[idAttachDataObject].lees()
	}
	if a.Naam == "" {
		a.Naam = titel
	}
	waar := kort(o.tekst(l, b.eigenschappen, idAttachLongPathname, idAttachPathname))
	switch {
	case len(a.Inhoud) > 0 || wijze == wijzeWaarde || wijze == wijzeOLE:
	case waar == "" && a.Naam == "": // nothing was attached
		return
	case wijze == wijzeWebadres:
		l.waarschuw("bijlage %s staat niet in het bericht maar op het web: %s", kort(a.Naam), waar)
		return
	case waar != "":
		l.waarschuw("bijlage %s staat niet in het bericht; het verwijst naar %s", kort(a.Naam), waar)
		return
	}
	if isOndertekendeKlasse(klasse) && l.leesOndertekend(a.Inhoud) {
		return
	}
	if isTnefDeel(&deel{soort: a.Type, naam: a.Naam}, a.Inhoud) && l.pakTnefUit(a.Inhoud) {
		return
	}
	if a.Type == "" {
		a.Type = typeVanNaam(a.Naam)
	}
	l.voegMapiBijlageToe(o, b, a, klasse)
}

func (l *lezer) voegMapiBijlageToe(o *mapiObject, b *mapiBijlage, a Bijlage, klasse string) {
	if strings.EqualFold(klasse, "IPM.Note.SMIME") && path.Ext(strings.ToLower(a.Naam)) == ".p7m" {
		a.Type = "application/pkcs7-mime"
	}
	a.Soort = l.soortVanType(a.Type, "", a.Naam, a.Inhoud)
	const inHTML = 4 // attRenderedInBody, [MS-OXCMSG] 2.2.2.18
	if a.Soort == SoortGewoon && (b.getal(idAttachFlags)&inHTML != 0 ||
		b.getal(idAttachmentHidden) != 0 && o.tekst(l, b.eigenschappen, idAttachContentID) != "") {
		a.Soort = SoortInline
	}
	if a.Soort == SoortBericht {
		a.Titel = l.titelVan(a.Inhoud)
	}
	l.bijlagen = append(l.bijlagen, a)
}

// voegGenestToe adds a message within this one, as a .msg of its own.
func (l *lezer) voegGenestToe(a Bijlage, titel string, bestand *opslag) {
	a.Type, a.Soort = "application/vnd.ms-outlook", SoortBericht
	o := &mapiObject{eigenschappen: l.leesMsgEigenschappen(bestand, msgKopWortel)}
	o.kiesTekenset(0)
	if a.Titel = o.onderwerp(&lezer{}); a.Titel == "" {
		a.Titel = titel
	}
	if a.Naam != "" && !strings.EqualFold(path.Ext(a.Naam), ".msg") {
		a.Naam += ".msg"
	}
	a.Inhoud = schrijfCFB(bestand)
	l.bijlagen = append(l.bijlagen, a)
}

// alsBestand makes of a message within a .msg one that stands by itself: the stream of properties has 8 bytes more before
// the first, and the names of named properties, which the whole file shares, are put beside it ([MS-OXMSG] 2.2.1, 2.4.1).
func alsBestand(o, namen *opslag) *opslag {
	uit := &opslag{naam: "Root Entry"}
	if namen != nil && o.kind(msgNamen) == nil {
		uit.kinderen = append(uit.kinderen, namen)
	}
	for _, k := range o.kinderen {
		if k.stroom && strings.EqualFold(k.naam, msgEigenschappen) {
			b := aangevuld(k.lees(), msgKopGenest)
			k = &opslag{naam: msgEigenschappen, stroom: true, inhoud: append(append(bytes.Clone(b[:msgKopGenest]), make([]byte, msgKopWortel-msgKopGenest)...), b[msgKopGenest:]...)}
		}
		uit.kinderen = append(uit.kinderen, k)
	}
	return uit
}

// isOndertekendeKlasse recognises the class of a message that Outlook keeps signed and whole, in its one attachment
// ([MS-OXOSMIME] 2.1).
func isOndertekendeKlasse(klasse string) bool {
	return strings.HasSuffix(strings.ToUpper(klasse), ".SMIME.MULTIPARTSIGNED")
}

// leesOndertekend reads the MIME message that a signed one is wrapped in.
func (l *lezer) leesOndertekend(b []byte) bool {
	d := l.leesDeel(b, "text/plain", 0)
	if !d.meerdelig {
		return false
	}
	l.verzamel(d, positie{wortel: true, eerste: true})
	return true
}

// mediatype returns a media type without parameters, or "" when s is none.
func mediatype(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(eenRegel(s)), ";")
	hoofd, sub, _ := strings.Cut(strings.TrimSpace(s), "/")
	if !isTypenaam(hoofd) || !isTypenaam(sub) {
		return ""
	}
	return hoofd + "/" + sub
}

// typeVanNaam tells the media type of a file that comes without one. The table is fixed: the system's own differs from
// machine to machine.
func typeVanNaam(naam string) string {
	switch strings.ToLower(path.Ext(naam)) {
	case ".pdf":
		return "application/pdf"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	case ".gif":
		return "image/gif"
	case ".txt":
		return "text/plain"
	case ".htm", ".html":
		return "text/html"
	case ".doc":
		return "application/msword"
	case ".xls":
		return "application/vnd.ms-excel"
	case ".ics":
		return "text/calendar"
	case ".eml":
		return "message/rfc822"
	case ".msg":
		return "application/vnd.ms-outlook"
	case ".p7s":
		return "application/pkcs7-signature"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	}
	return "application/octet-stream"
}
