package rapport

import (
	"fmt"
	"io"

	"klacht/rapport/scherm"
)

// SchrijfMarkdown writes the agenda to paste into a mail.
func (a Agenda) SchrijfMarkdown(w io.Writer) error {
	_, err := io.WriteString(w, a.document().markdown())
	return err
}

// document is the agenda as text, in lists rather than tables: a mail program
// shows those as they are.
func (a Agenda) document() document {
	d := document{titel: "Agenda klachtenoverleg", inleiding: scherm.Regel(a.inleiding())}
	if naam := scherm.Regel(a.organisatie); naam != "" {
		d.titel += " " + naam
	}
	for _, s := range []sectie{
		agendasectie("Nieuw", a.Nieuw, "Er kwam niets nieuws binnen."),
		agendasectie("Afgehandeld", a.Afgehandeld, "Er werd niets afgehandeld."),
		a.teLaat(),
		agendasectie("Geschillen", a.Geschillen, ""),
		agendasectie("Verder nog open", a.VerderOpen, ""),
		a.maatregelen(),
		a.signalen(),
		a.besluiten(),
		a.datum(),
	} {
		if len(s.blokken) > 0 {
			d.secties = append(d.secties, s)
		}
	}
	return d
}

func (a Agenda) inleiding() string {
	p := Periode{Van: a.Van, Tot: a.Tot}
	uit := "Over " + p.dagen() + ". Er is nog geen eerder overleg vastgelegd."
	if a.Overleg.Laatste != 0 {
		uit = fmt.Sprintf("Sinds het overleg van %s: over %s.", dagnaam(a.Overleg.Laatste), p.dagen())
	}
	if a.Onvolledig {
		uit += " " + onvolledig
	}
	return uit
}

// agendasectie lists dossiers; where there are none it says niets, or nothing.
func agendasectie(kop string, rijen []Agendadossier, niets string) sectie {
	s := sectie{kop: kop}
	if len(rijen) == 0 {
		s.zeg(niets)
		return s
	}
	punten := make([]string, len(rijen))
	for i, r := range rijen {
		punten[i] = r.punt()
	}
	s.som(punten...)
	return s
}

// punt is the dossier in a line.
func (d Agendadossier) punt() string {
	punt := fmt.Sprintf("%s: %s, %s; ontvangen op %s", d.Nummer, d.Soort, naamOf(scherm.Regel(d.Categorie), "zonder categorie"), dagnaam(d.Ontvangen))
	if d.AfgehandeldOp != 0 {
		punt += ", afgehandeld op " + dagnaam(d.AfgehandeldOp)
		if d.Uitkomst != nil {
			punt += fmt.Sprintf(" (%s)", *d.Uitkomst)
		}
	}
	if d.Oorzaak != nil {
		punt += "; oorzaak: " + scherm.Regel(*d.Oorzaak)
	}
	return punt + achteraan(d.Onderwerp, d.Klager, d.Behandelaar)
}

// achteraan says what a dossier is about and whose it is, as far as that may be
// seen.
func achteraan(onderwerp, klager, behandelaar string) string {
	if wat := watEnWie(onderwerp, klager, behandelaar); wat != "" {
		return " – " + wat
	}
	return ""
}

func (a Agenda) teLaat() sectie {
	s := sectie{kop: "Te laat"}
	if len(a.TeLaat) == 0 {
		s.zeg("Er is niets te laat.")
		return s
	}
	var punten []string
	for _, t := range a.TeLaat {
		hoe := "te laat"
		if t.WerkdagenTeLaat > 0 {
			hoe = aantal(t.WerkdagenTeLaat, "werkdag", "werkdagen") + " te laat"
		}
		punten = append(punten, fmt.Sprintf("%s: %s uiterlijk op %s, %s", t.Nummer, t.Termijn, dagnaam(t.Uiterlijk), hoe)+achteraan(t.Onderwerp, t.Klager, t.Behandelaar))
	}
	s.som(punten...)
	return s
}

func (a Agenda) maatregelen() sectie {
	s := sectie{kop: "Maatregelen"}
	var punten []string
	for i := range a.Maatregelen {
		m := &a.Maatregelen[i]
		punt := fmt.Sprintf("%s %s: %s", m.Nummer, scherm.Regel(m.Omschrijving), m.stand())
		if wie := scherm.Regel(m.Verantwoordelijke); wie != "" {
			punt += "; verantwoordelijk: " + wie
		}
		if m.Bewijs != nil && m.Bewijs.Zin != "" {
			punt = metPunt(punt) + " " + hoofdletter(m.Bewijs.Zin)
		}
		punten = append(punten, punt)
	}
	if len(punten) > 0 {
		s.som(punten...)
	}
	return s
}

func (a Agenda) signalen() sectie {
	s := sectie{kop: "Signalen"}
	if len(a.Signalen) > 0 {
		s.som(signaalteksten(a.Signalen)...)
	}
	return s
}

// besluiten shows what the last meeting decided and what came of it.
func (a Agenda) besluiten() sectie {
	s := sectie{kop: "Besluiten van het vorige overleg"}
	if a.Overleg.Laatste != 0 {
		s.uitgekomen(a.Overleg, a.alle)
	}
	return s
}

func (a Agenda) datum() sectie {
	s := sectie{kop: "Datum"}
	switch v := a.Overleg.Volgende; {
	case v == 0:
		s.zeg("Er is nog geen dag voor dit overleg afgesproken.")
	case v < a.Tot:
		s.zeg("Dit overleg had uiterlijk op " + v.Lang() + " moeten zijn.")
	default:
		s.zeg("Dit overleg is uiterlijk op " + v.Lang() + ".")
	}
	s.zeg("Spreek ook af wanneer het volgende is.")
	return s
}
