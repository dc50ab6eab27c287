package post

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Uitkomst is what is done with a message.
type Uitkomst string

const (
	Toegevoegd   Uitkomst = "toegevoegd"   // filed with its dossier
	Voorstel     Uitkomst = "voorstel"     // of someone new: a complaint, perhaps
	Vraag        Uitkomst = "vraag"        // a person must say where it belongs
	Overgeslagen Uitkomst = "overgeslagen" // nothing is done
)

// Beslissing is what is done with a message, and why.
type Beslissing struct {
	Uitkomst Uitkomst
	Nummer   dossier.Nummer // the dossier that it is filed with, or that the question is about
	Wat      dossier.Wat    // of Toegevoegd: bericht-in, or bericht-uit for what the organisation wrote itself
	Reden    string         // a Dutch clause
}

// Bekend is what is known when a message is decided on. Addresses are in lower
// case.
type Bekend struct {
	Plaats     func(dossier.Merk) string       // where the message with this Merk is on file; "" for nowhere
	Berichten  map[dossier.Merk]dossier.Nummer // filed with a dossier or sent from it
	Wachtend   map[dossier.Merk]string         // in inkomend: its label
	Partijen   map[dossier.Nummer][]string     // addresses that belong to a dossier
	Klagers    map[string][]dossier.Nummer     // the dossiers of a complainant
	Klachten   map[dossier.Nummer]*dossier.Klacht
	Onleesbaar map[dossier.Nummer]bool // dossiers of which nobody knows who belongs to them
	Eigen      Eigen
	Mediator   string
	// Vanaf is the first day of receipt of which dossiers may still be kept.
	// What was received before it may be of a dossier that was destroyed since.
	Vanaf werkdagen.Datum
}

// Beslis decides what is done with a message. It is filed with a dossier only
// when it says that it belongs there and everyone who sent it does.
func Beslis(i *Ingekomen, b *Bekend) Beslissing {
	if besluit, ok := b.alBekend(i.Merk()); ok {
		return besluit
	}
	kandidaten, onbekend := b.kandidaten(i)
	if i.Automatisch != "" {
		if len(kandidaten) == 0 || i.Lijst {
			return Beslissing{Uitkomst: Overgeslagen, Reden: i.Automatisch}
		}
		return Beslissing{Uitkomst: Vraag, Nummer: kandidaten[0], Reden: i.Automatisch + ", op een bericht van " + kandidaten[0].String()}
	}
	switch {
	case len(onbekend) > 0:
		return Beslissing{Uitkomst: Vraag, Reden: fmt.Sprintf("het onderwerp noemt %s, en dat dossier is er niet", opsomming(onbekend))}
	case len(kandidaten) > 1:
		return Beslissing{Uitkomst: Vraag, Reden: "het bericht verwijst naar " + opsomming(kandidaten)}
	case len(kandidaten) == 1:
		return b.bijDossier(i, kandidaten[0])
	}
	return b.nieuw(i)
}

// alBekend is the decision on a message that is on file.
func (b *Bekend) alBekend(merk dossier.Merk) (Beslissing, bool) {
	waar := b.Plaats(merk)
	return Beslissing{Uitkomst: Overgeslagen, Nummer: b.Berichten[merk], Reden: "al ingelezen: " + waar}, waar != ""
}

// kandidaten are the dossiers that the message says to belong to, and the
// numbers in its subject that are no dossier.
func (b *Bekend) kandidaten(i *Ingekomen) (uit, onbekend []dossier.Nummer) {
	for _, n := range i.Nummers {
		if _, ok := b.Partijen[n]; ok || b.Onleesbaar[n] {
			uit = append(uit, n)
		} else {
			onbekend = append(onbekend, n)
		}
	}
	for _, id := range i.Verwijst {
		n, ok := b.Berichten[dossier.MerkVanID(id)]
		if !ok {
			n, ok = b.onzeBrief(id)
		}
		if ok && !slices.Contains(uit, n) {
			uit = append(uit, n)
		}
	}
	return uit, onbekend
}

// onzeBrief gives the dossier of a letter of ours that is not on file: a draft
// that somebody sent, or one of which it isn't known that it went.
func (b *Bekend) onzeBrief(id string) (dossier.Nummer, bool) {
	n, ok := LeesMerk(id)
	k := b.Klachten[n]
	return n, ok && k != nil && IsMerkVan(k, id)
}

// bijDossier decides on a message that says to belong to dossier n.
func (b *Bekend) bijDossier(i *Ingekomen, n dossier.Nummer) Beslissing {
	vraag := func(vorm string, waarden ...any) Beslissing {
		return Beslissing{Uitkomst: Vraag, Nummer: n, Reden: fmt.Sprintf(vorm, waarden...)}
	}
	if b.Onleesbaar[n] {
		return vraag("%s is niet te lezen, en dus ook niet wie erbij horen", n)
	}
	if len(i.Afzenders) == 0 {
		return vraag("het bericht noemt geen afzender")
	}
	for _, a := range i.Afzenders {
		if !b.HoortBij(a, n) {
			return vraag("%s hoort niet bij %s", adresOfNiets(a), n)
		}
	}
	if i.Doorgestuurd && i.Klager.Email != "" && !b.HoortBij(i.Klager.Email, n) {
		return vraag("doorgestuurd van %s, en die hoort niet bij %s", i.Klager.Email, n)
	}
	uit := Beslissing{Uitkomst: Toegevoegd, Nummer: n, Wat: dossier.WatBerichtIn, Reden: "van " + i.Afzenders[0]}
	if b.alleenEigen(i) && slices.ContainsFunc(i.Aan, func(a string) bool { return slices.Contains(b.Partijen[n], klein(a)) && !b.Eigen.is(a) }) {
		uit.Wat, uit.Reden = dossier.WatBerichtUit, "verstuurd door "+i.Afzenders[0]
	}
	return uit
}

// HoortBij reports whether an address belongs to dossier n.
func (b *Bekend) HoortBij(adres string, n dossier.Nummer) bool {
	adres = klein(adres)
	if adres == "" {
		return false
	}
	return b.Eigen.is(adres) || adres == klein(b.Mediator) || slices.Contains(b.Partijen[n], adres)
}

// alleenEigen reports whether the organisation itself sent it.
func (b *Bekend) alleenEigen(i *Ingekomen) bool {
	return len(i.Afzenders) > 0 && !slices.ContainsFunc(i.Afzenders, func(a string) bool { return !b.Eigen.is(a) })
}

// nieuw decides on a message that points to no dossier.
func (b *Bekend) nieuw(i *Ingekomen) Beslissing {
	eigen := b.alleenEigen(i)
	if eigen && !i.Doorgestuurd && len(i.Aan) > 0 && !slices.ContainsFunc(i.Aan, b.Eigen.is) {
		return Beslissing{Uitkomst: Overgeslagen, Reden: "door de organisatie zelf verstuurd, en van geen dossier"}
	}
	if i.Ontvangen.Dag < b.Vanaf {
		return Beslissing{Uitkomst: Overgeslagen, Reden: fmt.Sprintf("ontvangen op %s, langer geleden dan dossiers bewaard worden", i.Ontvangen.Dag.Lang())}
	}
	vraag := func(reden string) Beslissing { return Beslissing{Uitkomst: Vraag, Reden: reden} }
	for _, id := range i.Verwijst {
		if label := b.Wachtend[dossier.MerkVanID(id)]; label != "" {
			return vraag("hoort bij bericht " + label + ", dat nog wacht")
		}
	}
	switch {
	case len(i.Afzenders) == 0 || i.Afzenders[0] == "":
		return vraag("het bericht noemt geen afzender")
	case eigen && i.Doorgestuurd && i.Klager.Email == "":
		return vraag("doorgestuurd door " + i.Afzenders[0] + "; van wie het komt, is niet te lezen")
	case eigen && !i.Doorgestuurd:
		return vraag("van een collega, " + i.Afzenders[0])
	}
	if bij := b.Klagers[klein(i.Klager.Email)]; len(bij) > 0 {
		uit := vraag(fmt.Sprintf("de klager van %s, zonder nummer", opsomming(bij[max(0, len(bij)-3):])))
		uit.Nummer = bij[len(bij)-1]
		return uit
	}
	if i.Doorgestuurd {
		return Beslissing{Uitkomst: Voorstel, Reden: fmt.Sprintf("van %s, doorgestuurd door %s", i.Klager.Email, i.Afzenders[0])}
	}
	return Beslissing{Uitkomst: Voorstel, Reden: "nieuwe afzender, " + i.Afzenders[0]}
}

func adresOfNiets(a string) string { return cmp.Or(strings.TrimSpace(a), "een afzender zonder adres") }

func opsomming(nummers []dossier.Nummer) string {
	var namen []string
	for _, n := range nummers {
		namen = append(namen, n.String())
	}
	return dossier.Opsomming(namen, "en")
}
