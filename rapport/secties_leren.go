package rapport

import (
	"fmt"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

// signalen lists what a quality manager would ask about, and what the numbers
// are too small for.
func signalen(o Overzicht) sectie {
	s := sectie{kop: "Signalen"}
	if len(o.Signalen) == 0 {
		s.zeg("Er zijn geen signalen.")
	} else {
		s.som(signaalteksten(o.Signalen)...)
	}
	if len(o.TeWeinig) > 0 {
		s.zeg("Niet te beoordelen, omdat de aantallen te klein zijn:")
		s.som(signaalteksten(o.TeWeinig)...)
	}
	return s
}

func signaalteksten(signalen []Signaal) []string {
	uit := make([]string, len(signalen))
	for i, s := range signalen {
		uit[i] = s.Tekst
	}
	return uit
}

// maatregelen shows the measures of the period, and of those that were carried
// out whether they work.
func maatregelen(o Overzicht) sectie {
	s := sectie{kop: "Maatregelen"}
	if len(o.Maatregelen) == 0 {
		s.zeg("In deze periode liep er geen maatregel.")
		return s
	}
	kolommen := []scherm.Kolom{tekst("Nummer"), tekst("Maatregel"), tekst("Stand")}
	if o.MetNamen {
		kolommen = append(kolommen, tekst("Verantwoordelijke"))
	}
	var rijen [][]string
	var werking []string
	for i := range o.Maatregelen {
		m := &o.Maatregelen[i]
		rij := []string{m.Nummer.String(), m.Omschrijving, m.stand()}
		if o.MetNamen {
			rij = append(rij, m.Verantwoordelijke)
		}
		rijen = append(rijen, rij)
		if m.Bewijs != nil {
			werking = append(werking, fmt.Sprintf("%s (%s): %s.", m.Nummer, m.waarover(), strings.TrimSuffix(m.Bewijs.Zin, ".")))
		}
	}
	s.toon(kolommen, rijen)
	if len(werking) > 0 {
		s.zeg("Werken ze? Even lang voor en na de uitvoering:")
		s.som(werking...)
	}
	return s
}

// stand says in a few words how far a measure is.
func (m *Maatregel) stand() string {
	stand := string(m.Toestand)
	switch m.Toestand {
	case dossier.Gepland:
		stand = fmt.Sprintf("gepland, uiterlijk %s", dagnaam(m.Streefdatum))
	case dossier.Uitgevoerd:
		stand = fmt.Sprintf("uitgevoerd op %s, controle op %s", dagnaam(m.UitgevoerdOp), dagnaam(m.ControleOp))
	case dossier.Gecontroleerd:
		stand = fmt.Sprintf("gecontroleerd op %s: %s", dagnaam(m.GecontroleerdOp), *m.Oordeel)
		if m.ZelfGecontroleerd {
			stand += ", door de verantwoordelijke zelf"
		}
	}
	if m.TeLaat {
		stand += ", te laat"
	}
	if m.VervolgOp != "" {
		stand += "; vervolg op " + m.VervolgOp
	}
	switch {
	case len(m.Vervolg) > 0:
		stand += "; vervolg: " + en(m.Vervolg)
	case m.VraagtVervolg:
		stand += "; er is nog geen vervolg"
	}
	return stand
}

// waarover names what the measure is to improve.
func (m *Maatregel) waarover() string {
	switch {
	case m.Categorie == "":
		return "oorzaak " + m.Oorzaak
	case m.Oorzaak == "":
		return "categorie " + m.Categorie
	}
	return fmt.Sprintf("categorie %s, oorzaak %s", m.Categorie, m.Oorzaak)
}

// bewaren says whether what must go is gone.
func bewaren(o Overzicht) sectie {
	s := sectie{kop: "Bewaren en vernietigen"}
	b := o.Bewaren
	moet := "er is niets dat vernietigd moet worden"
	if n := b.TeVernietigen; n > 0 {
		moet = fmt.Sprintf("%s langer bewaard dan mag, en %s vernietigd worden", aantal(n, "dossier is", "dossiers zijn"), bij(n, "moet", "moeten"))
	}
	gedaan := "in de periode is niets vernietigd"
	if n := b.Vernietigd; n > 0 {
		gedaan = fmt.Sprintf("in de periode %s %s vernietigd", bij(n, "is", "zijn"), dossiers(n))
	}
	zinnen := zin(moet) + " " + zin(gedaan)
	if n := b.Bewaarplicht; n > 0 {
		zinnen += " " + zin(fmt.Sprintf("%s langer bewaard, onder bewaarplicht", aantal(n, "afgehandeld dossier blijft", "afgehandelde dossiers blijven")))
	}
	s.zeg(zinnen)
	return s
}

// besluiten says what the last meeting decided, and what came of it.
func besluiten(o Overzicht) sectie {
	s := sectie{kop: "Het vorige overleg"}
	if o.Overleg.Laatste == 0 {
		s.zeg("Er is nog geen overleg van het MT vastgelegd. " + eersteOverleg(o.Overleg))
		return s
	}
	s.zeg("Het vorige overleg was op " + dagnaam(o.Overleg.Laatste) + ". " + volgendOverleg(o.Overleg))
	s.uitgekomen(o.Overleg, o.Maatregelen)
	return s
}

// uitgekomen lists what a meeting decided, with how the measures stand that it
// was about. One that was finished before the period is not among alle: then the
// decision alone says what was decided.
func (s *sectie) uitgekomen(c Overlegcijfers, alle []Maatregel) {
	if len(c.Besluiten) == 0 {
		s.zeg("Daar zijn geen besluiten vastgelegd.")
	} else {
		var punten []string
		for _, b := range c.Besluiten {
			punten = append(punten, metPunt(b.Tekst)+hoeStaan(b.Maatregelen, alle))
		}
		s.zeg("Besloten is, en daarvan is gekomen:")
		s.som(punten...)
	}
	if hoe := hoeStaan(c.Maatregelen, alle); hoe != "" {
		s.zeg("Ook besproken:" + hoe)
	}
}

// volgendOverleg says when the next meeting is at the latest (whether that was
// agreed or follows from the procedure), or should have been.
func volgendOverleg(c Overlegcijfers) string {
	switch {
	case c.Volgende == 0:
		return ""
	case c.teLaat():
		return "Het volgende had uiterlijk op " + dagnaam(c.Volgende) + " moeten zijn."
	}
	return "Het volgende is uiterlijk op " + dagnaam(c.Volgende) + "."
}

func eersteOverleg(c Overlegcijfers) string {
	if c.teLaat() {
		return "Het eerste had uiterlijk op " + dagnaam(c.Volgende) + " moeten zijn."
	}
	return ""
}

func (c Overlegcijfers) teLaat() bool {
	return c.Stand != nil && *c.Stand == string(dossier.UrgentTeLaat)
}

// hoeStaan says how measures are, as sentences that follow another.
func hoeStaan(nummers []dossier.Maatregelnummer, alle []Maatregel) string {
	uit := ""
	for _, n := range nummers {
		if i := slices.IndexFunc(alle, func(m Maatregel) bool { return m.Nummer == n }); i >= 0 {
			uit += fmt.Sprintf(" %s: %s.", n, alle[i].stand())
		}
	}
	return uit
}

func metPunt(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}
