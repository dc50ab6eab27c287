package dossier

import "klacht/werkdagen"

// MaatregelJSON is a measure in JSON. Fields may be added to it but never
// renamed.
type MaatregelJSON struct {
	Nummer            Maatregelnummer   `json:"nummer"`
	Omschrijving      string            `json:"omschrijving"`
	Soort             Maatregelsoort    `json:"soort"`
	Verantwoordelijke string            `json:"verantwoordelijke"`
	Streefdatum       werkdagen.Datum   `json:"streefdatum"`
	Controle          string            `json:"controle"` // a day, or a term: 3 maanden
	Categorie         string            `json:"categorie"`
	Oorzaak           string            `json:"oorzaak"`
	Dossiers          []Nummer          `json:"dossiers"`
	VervolgOp         *string           `json:"vervolg_op"`
	Vervolg           []Maatregelnummer `json:"vervolg"`
	Toestand          Maatregeltoestand `json:"toestand"`
	AangemaaktOp      werkdagen.Datum   `json:"aangemaakt_op"`
	UitgevoerdOp      werkdagen.Datum   `json:"uitgevoerd_op"`
	ControleOp        werkdagen.Datum   `json:"controle_op"`
	GecontroleerdOp   werkdagen.Datum   `json:"gecontroleerd_op"`
	GecontroleerdDoor *string           `json:"gecontroleerd_door"`
	Oordeel           *string           `json:"oordeel"`
	Toelichting       *string           `json:"toelichting"` // of the last check
	ZelfGecontroleerd bool              `json:"zelf_gecontroleerd"`
	VervallenOp       werkdagen.Datum   `json:"vervallen_op"`
	Volgende          *string           `json:"volgende"` // the next step, as a command
	Opmerkingen       []string          `json:"opmerkingen"`
	Verloop           []objectJSON      `json:"verloop,omitempty"`
}

// JSON gives the measure as it is shown, with its verloop.
func (s *Maatregelstand) JSON() MaatregelJSON {
	j := s.JSONZonderVerloop()
	for i := range s.Verloop {
		g := &s.Verloop[i]
		j.Verloop = append(j.Verloop, beginJSON(g.ID, g.Op, string(g.Wat), g.Door, g.Vastgelegd).met(g.velden()))
	}
	return j
}

// JSONZonderVerloop gives the measure as lists have it.
func (s *Maatregelstand) JSONZonderVerloop() MaatregelJSON {
	j := MaatregelJSON{
		Nummer: s.Nummer, Omschrijving: s.Omschrijving, Soort: s.Soort, Verantwoordelijke: s.Verantwoordelijke,
		Streefdatum: s.Streefdatum, Controle: s.Controle.String(), Categorie: s.Categorie, Oorzaak: s.Oorzaak,
		Dossiers: ofLeeg(s.Dossiers), VervolgOp: ofNull(s.VervolgOp.String()), Vervolg: ofLeeg(s.Vervolg),
		Toestand: s.Toestand, AangemaaktOp: s.AangemaaktOp, UitgevoerdOp: s.UitgevoerdOp, ControleOp: s.ControleOp,
		GecontroleerdOp: s.GecontroleerdOp, GecontroleerdDoor: ofNull(s.GecontroleerdDoor), Oordeel: ofNull(string(s.Oordeel)),
		Toelichting: ofNull(s.Toelichting), ZelfGecontroleerd: s.ZelfGecontroleerd, VervallenOp: s.VervallenOp,
		Opmerkingen: ofLeeg(s.Opmerkingen),
	}
	if v := s.Volgende(); v != nil {
		j.Volgende = &v.Opdracht
	}
	return j
}
