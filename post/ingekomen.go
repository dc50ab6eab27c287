package post

import (
	"regexp"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/post/bericht"
	"klacht/werkdagen"
)

// Ingekomen is one message as it is decided on: what it tells of a complaint,
// and the facts that say where it belongs.
type Ingekomen struct {
	dossier.Aanmelding
	Van          dossier.Klager   // the sender; Aanmelding.Klager is the one who complains
	Afzenders    []string         // every address that it says to be from
	Aan          []string         // every address that it is to
	Verwijst     []string         // Message-IDs that it answers, or has with it
	Nummers      []dossier.Nummer // that the subject names
	Automatisch  string           // why no person wrote it; "" for a person's
	Lijst        bool             // it went to many at once
	Doorgestuurd bool             // it brings a message of someone else along
}

// Lees reads one message, whatever its form, at the moment nu; bezorgd is when a
// mail server got it, if that is known. An error means that it is no message at
// all.
func Lees(inhoud []byte, eigen Eigen, bezorgd, nu dossier.Tijdstip) (Ingekomen, error) {
	b, err := bericht.Lees(inhoud)
	if err != nil {
		return Ingekomen{}, err
	}
	return ingekomen(b, inhoud, eigen, bezorgd, nu), nil
}

// ingekomen is what b, which inhoud holds, says of itself.
func ingekomen(b *bericht.Bericht, inhoud []byte, eigen Eigen, bezorgd, nu dossier.Tijdstip) Ingekomen {
	i := Ingekomen{Aanmelding: aanmelding(b, inhoud), Nummers: nummersIn(b.Onderwerp), Automatisch: Automatisch(b, eigen.Domeinen)}
	i.Van = dossier.Klager{Naam: i.Klager.Naam, Email: i.Klager.Email}
	i.Lijst = b.Kenmerken.Lijst != "" && i.Automatisch != "" && b.Kenmerken.Rapport == "" && b.Kenmerken.AutoSubmitted != "auto-replied"
	for _, a := range b.Van {
		i.Afzenders = append(i.Afzenders, a.Adres)
	}
	for _, a := range slices.Concat(b.Aan, b.Cc) {
		if a.Adres != "" {
			i.Aan = append(i.Aan, a.Adres)
		}
	}
	i.Verwijst = slices.Concat(b.InReplyTo, b.References)
	meegestuurd := i.leesMeegestuurd(b)
	antwoord := slices.IndexFunc(b.AntwoordAan, func(a bericht.Adres) bool { return a.Adres != "" && !eigen.is(a.Adres) })
	if slices.ContainsFunc(i.Afzenders, func(a string) bool { return !eigen.is(a) }) || len(i.Afzenders) == 0 || i.Automatisch != "" {
		i.houdInDeTijd(bezorgd, nu)
		return i
	}
	if antwoord >= 0 {
		// A form on the organisation's own site, or its own list: who wrote it is
		// whom to answer.
		i.Doorgestuurd, i.Klager = true, dossier.Klager{Naam: b.AntwoordAan[antwoord].Naam, Email: b.AntwoordAan[antwoord].Adres}
	} else if meegestuurd != nil || isDoorgestuurd(b.Onderwerp) {
		i.Doorgestuurd = true
		i.leesOorspronkelijk(b, meegestuurd, eigen)
	}
	i.houdInDeTijd(bezorgd, nu)
	return i
}

// leesMeegestuurd looks into the messages that b has with it, for what they are
// called, and gives the first one that was written by someone.
func (i *Ingekomen) leesMeegestuurd(b *bericht.Bericht) *bericht.Bericht {
	const meest = 20
	var eerste *bericht.Bericht
	gezien := 0
	for _, bijlage := range b.Bijlagen {
		if bijlage.Soort != bericht.SoortBericht && bijlage.Soort != bericht.SoortBezorgrapport || gezien == meest {
			continue
		}
		gezien++
		m, err := bericht.Lees(bijlage.Inhoud)
		if err != nil {
			continue // it is kept as it is
		}
		if m.ID != "" {
			i.Verwijst = append(i.Verwijst, m.ID)
		}
		if eerste == nil && bijlage.Soort == bericht.SoortBericht && len(m.Van) > 0 {
			eerste = m
		}
	}
	return eerste
}

// leesOorspronkelijk takes from a message that a colleague passed on who wrote
// it first. Where that can't be read nobody complains yet.
func (i *Ingekomen) leesOorspronkelijk(b, mee *bericht.Bericht, eigen Eigen) {
	i.Klager = dossier.Klager{}
	if mee != nil {
		if a := mee.Van[0]; !eigen.is(a.Adres) {
			i.Klager = dossier.Klager{Naam: a.Naam, Email: a.Adres}
			if mee.Onderwerp != "" {
				i.Onderwerp = mee.Onderwerp
			}
			if tekst := strings.TrimSpace(mee.Tekst); tekst != "" {
				i.Omschrijving = kort(tekst)
			}
			// The organisation had it when the colleague got it.
			if o := mee.Ontvangen; !o.IsZero() && (i.Ontvangen.IsLeeg() || o.Before(i.Ontvangen.Moment)) {
				i.Ontvangen = dossier.OpMoment(o)
			}
		}
	} else if naam, adres := oorspronkelijkIn(b.Tekst, eigen); adres != "" {
		i.Klager = dossier.Klager{Naam: naam, Email: adres}
		i.Onderwerp = strings.TrimSpace(voorvoegsel.ReplaceAllString(b.Onderwerp, ""))
		i.merkOp("Dit bericht is doorgestuurd. De termijnen lopen vanaf het doorsturen; kwam het bericht eerder binnen, verander dan de dag van ontvangst.")
	}
}

// houdInDeTijd gives the message another moment of receipt where its own can't
// be: when the server got it, else nu.
func (i *Ingekomen) houdInDeTijd(bezorgd, nu dossier.Tijdstip) {
	var waarom string
	switch {
	case i.Ontvangen.IsLeeg():
		waarom = "Het bericht zegt niet wanneer het ontvangen is"
	case werkdagen.BinnenBereik(i.Ontvangen.Dag) != nil:
		waarom = "Het bericht zegt niet leesbaar wanneer het ontvangen is"
	case i.Ontvangen.VoorNa(nu) > 0:
		waarom = "Volgens het bericht is het ontvangen op " + i.Ontvangen.Lang() + ", en dat kan niet"
	default:
		return
	}
	if bezorgd.IsLeeg() || werkdagen.BinnenBereik(bezorgd.Dag) != nil || bezorgd.VoorNa(nu) > 0 {
		i.merkOp(waarom + "; aangehouden is het inlezen.")
		i.Ontvangen = nu
		return
	}
	i.merkOp(waarom + "; aangehouden is wanneer het in de brievenbus kwam.")
	i.Ontvangen = bezorgd
}

func (i *Ingekomen) merkOp(zin string) {
	if i.Opmerking != "" {
		zin = "\n" + zin
	}
	i.Opmerking += zin
}

// voorvoegsel is what mail programs put before the subject of an answer or of
// what is passed on, however often.
var voorvoegsel = regexp.MustCompile(`(?i)^(\s*\[?(re|aw|sv|antw|antwoord|fw|fwd|doorst|doorsturen|doorgestuurd|wg|tr)(\[\d+\]|\(\d+\))?\s*:\s*)+`)

var doorsturen = regexp.MustCompile(`(?i)^\s*((re|aw|sv|antw|antwoord)(\[\d+\]|\(\d+\))?\s*:\s*)*\[?(fw|fwd|doorst|doorsturen|doorgestuurd|wg|tr)(\[\d+\]|\(\d+\))?\s*:`)

func isDoorgestuurd(onderwerp string) bool { return doorsturen.MatchString(onderwerp) }

// nummerIn finds what may be a number of a dossier, by itself.
var nummerIn = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(K[0-9]{4}-[0-9]{4,9})(?:$|[^\pL\pN])`)

// nummersIn are the numbers of dossiers that a subject names, each once.
func nummersIn(onderwerp string) []dossier.Nummer {
	var uit []dossier.Nummer
	for rest := onderwerp; ; {
		m := nummerIn.FindStringSubmatchIndex(rest)
		if m == nil {
			return uit
		}
		if n, ok := dossier.LeesNummer(strings.ToUpper(rest[m[2]:m[3]])); ok && !slices.Contains(uit, n) {
			uit = append(uit, n)
		}
		rest = rest[m[3]:]
	}
}

// vanRegel is the line in which mail programs say who wrote what is passed on.
var (
	vanRegel   = regexp.MustCompile(`(?i)^[>\s*_]*(?:van|from|afzender|von|de)[*_]*\s*:[*_]*\s*(.+)$`)
	adresIn    = regexp.MustCompile(`[^\s<>()\[\]",;:'*]+@[^\s<>()\[\]",;:'*]+\.[^\s<>()\[\]",;:'*]+`)
	naamTekens = regexp.MustCompile(`(?i)\[?mailto:|[<>\[\]"*]`)
)

// oorspronkelijkIn finds in the text of a message that was passed on the first
// sender who is no colleague.
func oorspronkelijkIn(tekst string, eigen Eigen) (naam, adres string) {
	for regel := range strings.SplitSeq(tekst, "\n") {
		m := vanRegel.FindStringSubmatch(strings.TrimRight(regel, " \r"))
		if m == nil || len(m[1]) > 500 {
			continue
		}
		plek := adresIn.FindStringIndex(m[1])
		if plek == nil {
			continue
		}
		adres = m[1][plek[0]:plek[1]]
		if eigen.is(adres) {
			continue
		}
		return strings.TrimSpace(naamTekens.ReplaceAllString(m[1][:plek[0]], "")), adres
	}
	return "", ""
}
