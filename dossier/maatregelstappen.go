package dossier

import (
	"fmt"
	"slices"
	"strings"

	"klacht/werkdagen"
)

// NieuweMaatregel is what is known of a measure that is made.
type NieuweMaatregel struct {
	Op                werkdagen.Datum // the day on which it was decided on; 0: today
	Omschrijving      string
	Soort             Maatregelsoort
	Verantwoordelijke string
	Streefdatum       werkdagen.Datum
	Controle          Controlemoment
	Categorie         string // as people write it; may be ""
	Oorzaak           string // may be ""
	Dossiers          []Nummer
	VervolgOp         Maatregelnummer
}

// MaakMaatregel makes the record of a measure, but for its number. Whether the
// dossiers and the measure that it names are there is for the folder to say.
func (r *Regels) MaakMaatregel(n NieuweMaatregel, wie Wie) (*Maatregel, error) {
	m := &Maatregel{
		ID: nieuwID(), Omschrijving: strings.TrimSpace(n.Omschrijving), Soort: n.Soort, Verantwoordelijke: strings.TrimSpace(n.Verantwoordelijke),
		Streefdatum: n.Streefdatum, Controle: n.Controle, Oorzaak: strings.TrimSpace(n.Oorzaak), VervolgOp: n.VervolgOp,
	}
	for _, nr := range n.Dossiers {
		if !slices.Contains(m.Dossiers, nr) {
			m.Dossiers = append(m.Dossiers, nr)
		}
	}
	slices.SortFunc(m.Dossiers, Nummer.Vergelijk)
	if ontbreekt := m.ontbreekt(); len(ontbreekt) > 0 {
		return nil, &Fout{Wat: fmt.Sprintf("van de maatregel ontbreekt %s", Opsomming(ontbreekt, "en")), Raad: "geef --" + strings.Join(ontbreekt, ", --"), Aanroep: true}
	}
	var err error
	if m.Soort, err = Kies("soort", string(m.Soort), Maatregelsoorten()); err != nil {
		return nil, err
	}
	if m.Categorie, err = categorieOfGeen(r.Procedure, n.Categorie); err != nil {
		return nil, err
	}
	g := Maatregelgebeurtenis{ID: nieuwID(), Wat: MaatregelAangemaakt, Op: wie.Nu, Vastgelegd: wie.Nu, Door: wie.Door}
	if n.Op != 0 {
		g.Op = OpDag(n.Op)
	}
	if g.Op.Dag > wie.Nu.Dag {
		return nil, toekomst(g.Op.Dag)
	}
	m.Verloop = []Maatregelgebeurtenis{g}
	return m, r.toetsPlan(m, wie.Nu.Dag)
}

// ontbreekt names the keys that every measure must have and that m lacks.
func (m *Maatregel) ontbreekt() []string {
	var uit []string
	for _, naam := range []string{"omschrijving", "soort", "verantwoordelijke", "streefdatum", "controle"} {
		if v, ok := maatregelveld(naam); ok && v.lees(m) == "" {
			uit = append(uit, naam)
		}
	}
	return uit
}

// toetsPlan refuses a check that is to come before the measure was carried out,
// and a day that can't be worked out.
func (r *Regels) toetsPlan(m *Maatregel, vandaag werkdagen.Datum) error {
	s, err := r.BeoordeelMaatregel(m, vandaag)
	if err != nil {
		return &Fout{Wat: err.Error(), Raad: "controleer de datums", Aanroep: true}
	}
	if s == nil || m.Controle.Dag == 0 {
		return nil
	}
	voor, wat := s.Streefdatum, "de streefdatum is"
	if s.UitgevoerdOp != 0 {
		voor, wat = s.UitgevoerdOp, "de maatregel is uitgevoerd op"
	}
	if m.Controle.Dag < voor {
		return &Fout{
			Wat:     fmt.Sprintf("de controle op %s kan niet: %s %s, en of een maatregel werkt blijkt pas daarna", m.Controle.Dag.Lang(), wat, voor.Lang()),
			Raad:    "geef een latere dag, of een termijn zoals \"3 maanden\"",
			Aanroep: true,
		}
	}
	return nil
}

// ToetsMaatregel decides whether g may be recorded in m on day vandaag. A
// refusal says why, and what can be done instead.
func (r *Regels) ToetsMaatregel(m *Maatregel, g Maatregelgebeurtenis, vandaag werkdagen.Datum) error {
	if g.Op.Dag > vandaag {
		return toekomst(g.Op.Dag)
	}
	if err := maatregelvelden.onvolledig(g.Wat, g.velden()); err != nil {
		return err
	}
	if g.Wat == MaatregelGewijzigd || g.Wat == MaatregelVervallen {
		if err := m.bestaatAl(g.Op.Dag); err != nil {
			return err
		}
	}
	var l maatregelloop
	l.volg(m.Nummer, opVolgorde(m.Verloop))
	if g.Wat == MaatregelGecontroleerd && l.vervallenOp == 0 {
		switch {
		case l.uitgevoerdOp == 0:
			return &Fout{
				Wat:  fmt.Sprintf("%s is nog niet uitgevoerd, en of een maatregel werkt blijkt pas daarna", m.Nummer),
				Raad: fmt.Sprintf("leg eerst vast wanneer dat was, met: klacht maatregel uitgevoerd %s", m.Nummer),
			}
		case g.Op.Dag < l.uitgevoerdOp:
			return &Fout{
				Wat:     fmt.Sprintf("%s is uitgevoerd op %s; %s ligt daarvoor, en of een maatregel werkt blijkt pas daarna", m.Nummer, l.uitgevoerdOp.Lang(), g.Op.Dag.Lang()),
				Raad:    "controleer de dag bij --op",
				Aanroep: true,
			}
		}
	}
	if m.isZoGecontroleerd(g) {
		return &Fout{Wat: fmt.Sprintf("deze controle van %s op %s is al vastgelegd", m.Nummer, g.Op.Dag.Lang()), Raad: fmt.Sprintf("zie: klacht maatregel toon %s", m.Nummer)}
	}
	if waarom, raad := l.bezwaar(&g, m.Nummer); waarom != "" {
		return &Fout{Wat: fmt.Sprintf("%s %s", m.Nummer, waarom), Raad: raad}
	}
	met := *m
	met.Verloop = append(slices.Clone(m.Verloop), g)
	// What can't be computed once it is recorded can't be shown any more.
	if _, err := r.BeoordeelMaatregel(&met, vandaag); err != nil {
		return &Fout{Wat: err.Error(), Raad: "controleer de datum", Aanroep: true}
	}
	return nil
}

// isZoGecontroleerd reports whether g is a check that is on record, day, words
// and all: given twice by mistake, not judged anew.
func (m *Maatregel) isZoGecontroleerd(g Maatregelgebeurtenis) bool {
	return g.Wat == MaatregelGecontroleerd && slices.ContainsFunc(m.Verloop, func(e Maatregelgebeurtenis) bool {
		return e.Wat == g.Wat && e.Op.Dag == g.Op.Dag && e.Oordeel == g.Oordeel && e.Toelichting == g.Toelichting
	})
}

// bestaatAl refuses a day before the measure was made.
func (m *Maatregel) bestaatAl(dag werkdagen.Datum) error {
	if gemaakt := m.aangemaaktOp(); dag < gemaakt {
		return &Fout{Wat: fmt.Sprintf("%s is pas aangemaakt op %s; %s ligt daarvoor", m.Nummer, gemaakt.Lang(), dag.Lang()), Raad: "laat --op weg, of geef een latere dag", Aanroep: true}
	}
	return nil
}
