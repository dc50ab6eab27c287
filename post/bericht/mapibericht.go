package bericht

import (
	"path"
	"strings"
)

// uitMapi makes a Bericht of a MAPI message. Its header, as it came in over the internet, says most and best; what it
// lacks comes from the properties.
func (l *lezer) uitMapi(o *mapiObject) *Bericht {
	m := &Bericht{}
	k := o.koppen
	if kop := o.transportkop(l); len(kop) > 0 {
		k = kop
	}
	l.leesKopvelden(k, m)
	m.Kenmerken.Klasse = eenRegel(o.tekst(l, o.eigenschappen, idMessageClass))
	m.Kenmerken.Rapport = rapportVanKlasse(m.Kenmerken.Klasse)
	if s := o.onderwerp(l); s != "" {
		m.Onderwerp = s
	}
	if !heeftAdres(m.Van) {
		if a := o.afzender(l); a != (Adres{}) {
			m.Van = []Adres{a}
		}
	}
	o.vulOntvangers(l, m)
	id := func(doel *string, nummer uint16) {
		if *doel == "" {
			*doel = leesEigenID(o.tekst(l, o.eigenschappen, nummer))
		}
	}
	id(&m.ID, idInternetMessageID)
	if len(m.InReplyTo) == 0 {
		m.InReplyTo = leesIDs(o.tekst(l, o.eigenschappen, idInReplyToID))
	}
	if len(m.References) == 0 {
		m.References = leesIDs(o.tekst(l, o.eigenschappen, idInternetReferences))
	}
	if m.Datum.IsZero() {
		m.Datum = o.tijd(idClientSubmitTime)
	}
	if m.Ontvangen.IsZero() {
		m.Ontvangen = o.tijd(idMessageDeliveryTime)
	}
	l.leesMapiBijlagen(o, m.Kenmerken.Klasse)
	l.voegTekstToe(l.mapiTekst(o))
	m.Tekst, m.Bijlagen = l.tekst(), l.bijlagen
	return m
}

// transportkop reads the header block that the message came in with.
//
// QUIRK: Exchange puts a line of its own above it, Outlook leaves a line empty.
func (o *mapiObject) transportkop(l *lezer) kop {
	s := o.tekst(l, o.eigenschappen, idTransportHeaders)
	if s == "" {
		return nil
	}
	if regel, rest := volgendeRegel([]byte(s)); strings.HasPrefix(string(regel), "Microsoft Mail Internet Headers") {
		s = string(rest)
	}
	k, _ := l.leesKop(l.kaleBegin([]byte(s)))
	return k
}

// onderwerp returns the subject. [MS-OXCMSG] 2.2.1.46: the prefix, such as "RE: ", and the rest may be kept apart.
//
// QUIRK: U+0001 and the length of the prefix stand before the subject in some files ([MS-OXCMSG] allows it in none).
func (o *mapiObject) onderwerp(l *lezer) string {
	s := o.tekst(l, o.eigenschappen, idSubject)
	if r := []rune(s); len(r) > 1 && r[0] == 1 {
		s = string(r[2:])
	}
	if s == "" {
		s = o.tekst(l, o.eigenschappen, idSubjectPrefix) + " " + o.tekst(l, o.eigenschappen, idNormalizedSubject)
	}
	return eenRegel(s)
}

func heeftAdres(a []Adres) bool {
	for _, x := range a {
		if strings.Contains(x.Adres, "@") {
			return true
		}
	}
	return false
}

// afzender returns for whom the message was sent, else who sent it.
func (o *mapiObject) afzender(l *lezer) Adres {
	namens := o.adres(l, o.eigenschappen, idSentRepresentingName, idSentRepresentingAddrType, idSentReprSMTPAddress, idSentRepresentingEmail)
	zelf := o.adres(l, o.eigenschappen, idSenderName, idSenderAddrType, idSenderSMTPAddress, idSenderEmail)
	if namens.Adres == "" && zelf.Adres != "" || namens == (Adres{}) {
		return zelf
	}
	return namens
}

// adres puts a mailbox together of a name and, in order of preference, addresses. An address within Exchange, such as
// /O=FIRMA/OU=…/CN=JANSEN, can't be written to from outside and is no address here; the name stays.
func (o *mapiObject) adres(l *lezer, e eigenschappen, naam, soort uint16, adressen ...uint16) Adres {
	var a Adres
	for _, id := range adressen {
		s := o.tekst(l, e, id)
		if !strings.Contains(s, "@") || strings.HasPrefix(s, "/") {
			continue
		}
		for _, x := range l.leesAdressen(s) {
			if a.Adres == "" && strings.Contains(x.Adres, "@") {
				a = x
			}
		}
	}
	if s := o.tekst(l, e, naam); s != "" && !strings.EqualFold(strings.Trim(s, "'"), a.Adres) {
		a.Naam = strings.Trim(eenRegel(s), "'")
	}
	if a.Adres == "" && strings.EqualFold(o.tekst(l, e, soort), "SMTP") && strings.Contains(a.Naam, "@") && !strings.ContainsAny(a.Naam, " <>") {
		a = Adres{Adres: a.Naam}
	}
	return a
}

// vulOntvangers fills in who it was sent to. The header has them as the sender wrote them; the table of recipients, where
// there is no header.
func (o *mapiObject) vulOntvangers(l *lezer, m *Bericht) {
	uitKop := heeftAdres(m.Aan) || heeftAdres(m.Cc)
	if uitKop {
		return
	}
	m.Aan, m.Cc = nil, nil
	for i, e := range o.ontvangers {
		if i == maxAdressen {
			l.waarschuw("het bericht heeft meer dan %d ontvangers; de rest ervan is niet gelezen", maxAdressen)
			break
		}
		a := o.adres(l, e, idDisplayName, idAddressType, idSMTPAddress, idEmailAddress)
		switch soort := e.getal(idRecipientType) & 0xF; {
		case a == (Adres{}):
		case soort == 1:
			m.Aan = append(m.Aan, a)
		case soort == 2:
			m.Cc = append(m.Cc, a)
		}
	}
	if len(o.ontvangers) == 0 {
		m.Aan = l.leesNamen(o.tekst(l, o.eigenschappen, idDisplayTo))
		m.Cc = l.leesNamen(o.tekst(l, o.eigenschappen, idDisplayCc))
	}
}

// leesNamen reads a list of names as Outlook shows them, with semicolons.
func (l *lezer) leesNamen(s string) []Adres {
	var uit []Adres
	for _, naam := range strings.SplitN(s, ";", maxAdressen+1) {
		naam = strings.Trim(eenRegel(naam), "'")
		switch {
		case naam == "" || len(uit) == maxAdressen:
		case strings.Contains(naam, "@") && !strings.Contains(naam, " "):
			uit = append(uit, Adres{Adres: naam})
		default:
			uit = append(uit, Adres{Naam: naam})
		}
	}
	return uit
}

// rapportVanKlasse tells from the class of a report ([MS-OXCMSG], "REPORT.IPM.Note.NDR") what it is about, in the words
// that a multipart/report has for it.
func rapportVanKlasse(klasse string) string {
	k := strings.ToUpper(klasse)
	if !strings.HasPrefix(k, "REPORT.") {
		return ""
	}
	switch path.Ext(k) {
	case ".NDR", ".DR", ".DELAYED", ".EXPANDED", ".RELAYED":
		return "delivery-status"
	case ".IPNRN", ".IPNNRN":
		return "disposition-notification"
	}
	return "onbekend"
}

// mapiTekst returns the body: as plain text, else made from HTML, else from RTF.
func (l *lezer) mapiTekst(o *mapiObject) string {
	if s := schoneTekst(o.alsTekst(l, o.eigenschappen[idBody])); s != "" {
		return s
	}
	if w := o.eigenschappen[idHTML]; w.soort != 0 {
		var s string
		if b := w.lees(); w.soort == soortBinair {
			b = b[:min(len(b), maxTekstbron)]
			tekenset := htmlTekenset(b)
			if pagina := o.getal(idInternetCodepage); tekenset == "" && pagina != 0 {
				tekenset = codepagina(pagina)
			}
			s = l.naarUTF8(b, tekenset, "de tekst")
		} else {
			s = o.alsTekst(l, w)
		}
		if s = l.htmlNaarTekst(s); s != "" {
			return s
		}
	}
	if b := o.eigenschappen[idRtfCompressed].lees(); len(b) > 0 {
		return l.rtfNaarTekst(l.pakRTFUit(b))
	}
	return ""
}
