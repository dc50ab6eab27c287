package dossier

import (
	"bytes"
	"encoding/json"
	"strings"

	"klacht/werkdagen"
)

// kern is the dossier in JSON up to its verloop, in the order of the contract.
type kern struct {
	Nummer        Nummer          `json:"nummer"`
	Map           string          `json:"map"`
	Soort         Soort           `json:"soort"`
	Herkomst      Herkomst        `json:"herkomst"`
	Onderwerp     string          `json:"onderwerp"`
	Categorie     string          `json:"categorie"`
	Oorzaak       *string         `json:"oorzaak"`
	Kanaal        string          `json:"kanaal"`
	Ernst         Ernst           `json:"ernst"`
	Ontvangen     Tijdstip        `json:"ontvangen"`
	Behandelaar   string          `json:"behandelaar"`
	Klager        Klager          `json:"klager"`
	Omschrijving  string          `json:"omschrijving"`
	Toestand      Toestand        `json:"toestand"`
	Uitkomst      *string         `json:"uitkomst"`
	AfgehandeldOp werkdagen.Datum `json:"afgehandeld_op"`
	BewarenTot    werkdagen.Datum `json:"bewaren_tot"`
	Bewaarplicht  bool            `json:"bewaarplicht"`
	Termijnen     []Termijnstand  `json:"termijnen"`
}

// verloopJSON is the part that lists leave out.
type verloopJSON struct {
	Verloop []gebeurtenisJSON `json:"verloop"`
}

// bijkomend follows the verloop: what the dossier brought, and after that what
// was added to the contract.
type bijkomend struct {
	Bijlagen      []Bestand       `json:"bijlagen"`
	Maatregelen   []string        `json:"maatregelen"`
	Betreft       string          `json:"betreft"`
	Cursus        string          `json:"cursus"`
	Gewenst       string          `json:"gewenst"`
	OpgeschortTot werkdagen.Datum `json:"opgeschort_tot"`
	Opmerkingen   []string        `json:"opmerkingen"`
}

func (d *Dossier) kern() kern {
	return kern{
		Nummer: d.Nummer, Map: d.Nummer.Map(), Soort: d.Soort, Herkomst: d.Herkomst,
		Onderwerp: d.Onderwerp, Categorie: d.Categorie, Oorzaak: ofNull(d.Oorzaak),
		Kanaal: d.Kanaal, Ernst: d.Ernst, Ontvangen: d.Ontvangst, Behandelaar: d.Behandelaar,
		Klager: d.Klager, Omschrijving: d.Omschrijving,
		Toestand: d.Toestand, Uitkomst: ofNull(string(d.Uitkomst)),
		AfgehandeldOp: d.AfgehandeldOp, BewarenTot: d.BewarenTot, Bewaarplicht: d.Bewaarplicht,
		Termijnen: ofLeeg(d.Termijnen),
	}
}

func (d *Dossier) bijkomend() bijkomend {
	b := bijkomend{
		Bijlagen: ofLeeg(d.Bijlagen()), Maatregelen: []string{},
		Betreft: d.Betreft, Cursus: d.Cursus, Gewenst: d.Gewenst, Opmerkingen: ofLeeg(d.Opmerkingen),
	}
	if d.Opgeschort != nil {
		b.OpgeschortTot = d.Opgeschort.Tot
	}
	return b
}

// MarshalJSON gives the dossier with its verloop.
func (d *Dossier) MarshalJSON() ([]byte, error) {
	verloop := make([]gebeurtenisJSON, len(d.Verloop))
	for i := range d.Verloop {
		verloop[i] = gebeurtenisJSON{&d.Verloop[i], d.ongedaan[d.Verloop[i].ID]}
	}
	return zonderHTML(struct {
		kern
		verloopJSON
		bijkomend
	}{d.kern(), verloopJSON{verloop}, d.bijkomend()})
}

// ZonderVerloop is a dossier whose JSON has no verloop.
type ZonderVerloop struct{ *Dossier }

// MarshalJSON gives the dossier without its verloop.
func (z ZonderVerloop) MarshalJSON() ([]byte, error) {
	return zonderHTML(struct {
		kern
		bijkomend
	}{z.kern(), z.bijkomend()})
}

// Bijlagen are all files of all events but the filed messages themselves.
func (d *Dossier) Bijlagen() []Bestand {
	var uit []Bestand
	for _, g := range d.Verloop {
		for _, b := range g.Bestanden {
			if !strings.HasPrefix(b.Bestand, mapCorrespondentie+"/") {
				uit = append(uit, b)
			}
		}
	}
	return uit
}

type gebeurtenisJSON struct {
	g        *Gebeurtenis
	ongedaan bool
}

// MarshalJSON gives the own fields in the order in which files have them; a
// struct would need a pointer for each to tell absent from empty.
func (j gebeurtenisJSON) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	veld := func(naam string, waarde any) error {
		w, err := zonderHTML(waarde)
		if err != nil {
			return err
		}
		if b.Len() > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + naam + `":`)
		b.Write(w)
		return nil
	}
	alle := []struct {
		naam   string
		waarde any
		mag    bool
	}{
		{"id", j.g.ID, true},
		{"op", j.g.Op, true},
		{"wat", j.g.Wat, true},
		{"door", j.g.Door, true},
		{"vastgelegd", j.g.Vastgelegd, true},
		{"toch", true, j.g.Toch},
		{"ongedaan", true, j.ongedaan},
	}
	for _, v := range alle {
		if !v.mag {
			continue
		}
		if err := veld(v.naam, v.waarde); err != nil {
			return nil, err
		}
	}
	for _, v := range j.g.velden() {
		if err := veld(v.naam, v.waarde); err != nil {
			return nil, err
		}
	}
	if len(j.g.Bestanden) > 0 {
		if err := veld("bestanden", j.g.Bestanden); err != nil {
			return nil, err
		}
	}
	return append(append([]byte{'{'}, b.Bytes()...), '}'), nil
}

// zonderHTML is json.Marshal without the escapes for HTML: people read this.
func zonderHTML(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// ofLeeg is a list that is written as [] when nothing is in it, not as null.
func ofLeeg[T any](lijst []T) []T {
	if lijst == nil {
		return []T{}
	}
	return lijst
}

func ofNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
