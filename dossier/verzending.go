package dossier

import (
	"fmt"
	"slices"

	"klacht/werkdagen"
)

// Verzending is a letter that was on its way to a mail server, and of which
// nobody knows yet whether it was sent: the folder uitgaand of a dossier. Once
// that is known it is an event, or nothing.
type Verzending struct {
	Nummer    Nummer   `json:"nummer"`
	Sjabloon  string   `json:"sjabloon"`   // the letter
	Wat       Wat      `json:"wat"`        // the event that records it once it is sent
	Tekst     string   `json:"-"`          // of that event
	Toch      bool     `json:"-"`          // that event is out of order, on the word of Door
	Aan       string   `json:"aan"`        // the address
	Onderwerp string   `json:"onderwerp"`  // of the message
	BerichtID string   `json:"bericht_id"` // its Message-ID, without < >
	SHA256    string   `json:"-"`          // of its bytes
	Op        Tijdstip `json:"op"`         // when sending began
	Door      string   `json:"door"`       // who sent it
	Server    string   `json:"server"`     // by which
	Antwoord  string   `json:"antwoord"`   // what came of it, "" where sending was cut off
	// Fout is why its file can't be read. Nothing but Nummer is then known.
	Fout error `json:"-"`
}

// uitgaandeWatten are the events that a letter can be.
func uitgaandeWatten() []Wat {
	return []Wat{WatBevestigd, WatBerichtUit, WatVoorstel, WatMediatorgegevens}
}

// gebeurtenis is the event that records it as sent.
func (v *Verzending) gebeurtenis() Gebeurtenis {
	return Gebeurtenis{Wat: v.Wat, Op: v.Op, Tekst: v.Tekst, BerichtID: v.BerichtID, Sjabloon: v.Sjabloon}
}

// Brief names the letter in the middle of a sentence.
func (v *Verzending) Brief() string {
	if v.Sjabloon == "" {
		return "een brief"
	}
	return fmt.Sprintf("de brief %s aan %s", v.Sjabloon, v.Aan)
}

// Uitleg says since when it isn't known, and why.
func (v *Verzending) Uitleg() string {
	switch {
	case v.Fout != nil:
		return bestandVerzending + " kan niet gelezen worden"
	case v.Antwoord == "":
		return "begonnen op " + v.Op.Lang() + " en niet afgemaakt"
	}
	return v.Op.Lang() + ": " + v.Antwoord
}

// RaadUitslag says how to tell what came of it.
func (v *Verzending) RaadUitslag() string {
	return fmt.Sprintf("kijk in de map Verzonden of vraag het na, en zeg het met: klacht post uitslag %[1]s verstuurd, of klacht post uitslag %[1]s niet-verstuurd", v.Nummer)
}

// EerderVerstuurd is the refusal of a letter that was sent already, after which
// nothing came in from the complainant.
type EerderVerstuurd struct {
	*Fout
	Eerder Gebeurtenis
}

// ToetsVerzending decides whether v may be sent from k on day vandaag, and gives
// it as it is then kept: by the event that it will be (see Toets). It is refused
// while it isn't known what became of another letter, and with *EerderVerstuurd
// when the same letter was sent before, unless that is the event nogmaals.
func (r *Regels) ToetsVerzending(k *Klacht, v Verzending, vandaag werkdagen.Datum, toch bool, nogmaals string) (Verzending, error) {
	if open := k.Verzending; open != nil {
		return v, &Fout{Wat: fmt.Sprintf("bij %s is niet zeker of %s verstuurd is", k.Nummer, open.Brief()), Raad: open.RaadUitslag()}
	}
	g, err := r.Toets(k, v.gebeurtenis(), vandaag, toch)
	if err != nil {
		return v, err
	}
	v.Toch = g.Toch
	if eerder := k.eerderVerstuurd(v.Sjabloon); eerder != nil && eerder.ID != nogmaals {
		return v, &EerderVerstuurd{&Fout{
			Wat:  fmt.Sprintf("de brief %s is voor %s al verstuurd op %s, en sindsdien kwam er niets van de klager", v.Sjabloon, k.Nummer, eerder.Op.Lang()),
			Raad: "moet hij echt nog een keer, geef dan --nogmaals",
		}, *eerder}
	}
	if k.noemtBericht(v.BerichtID) { // with the very same second in it
		return v, &Fout{Wat: "precies deze brief is zojuist verstuurd", Raad: "moet hij echt nog een keer, wacht dan een paar tellen"}
	}
	return v, nil
}

// toetsVerstuurd gives the event that records v as sent. That it went is a fact:
// where the step is no longer in order, it is a message that went out.
func (r *Regels) toetsVerstuurd(k *Klacht, v *Verzending, vandaag werkdagen.Datum) (Gebeurtenis, error) {
	if g, err := r.Toets(k, v.gebeurtenis(), vandaag, v.Toch); err == nil {
		return g, nil
	}
	g := v.gebeurtenis()
	g.Wat = WatBerichtUit
	return r.Toets(k, g, vandaag, false)
}

// eerderVerstuurd gives the last sending of a letter, nil when there is none or
// something came in from the complainant since: later by its own day and by its
// place in the file. A clock that was wrong makes an answer seem later that was
// there before the letter.
func (k *Klacht) eerderVerstuurd(sjabloon string) *Gebeurtenis {
	telt := tellend(k.Verloop)
	for i := len(telt) - 1; i >= 0; i-- {
		if telt[i].brief() == sjabloon && !slices.ContainsFunc(telt[i+1:], func(g Gebeurtenis) bool { return g.vanKlager() && g.Op.VoorNa(telt[i].Op) >= 0 }) {
			return &telt[i]
		}
	}
	return nil
}

// vanKlager reports whether the complainant was heard of by the event.
func (g *Gebeurtenis) vanKlager() bool {
	switch g.Wat {
	case WatBerichtIn, WatAkkoord, WatNietAkkoord, WatGeschil, WatHervat, WatHeropend:
		return true
	}
	return false
}

// brief is the letter that went out with the event, "" for none: also one that
// was sent by another program and recorded by hand.
func (g *Gebeurtenis) brief() string {
	switch {
	case g.Sjabloon != "":
		return g.Sjabloon
	case g.Wat == WatBevestigd:
		return "ontvangstbevestiging"
	case g.Wat == WatMediatorgegevens:
		return "mediatorgegevens"
	}
	return ""
}
