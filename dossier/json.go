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
	Bijlagen      []Bestand         `json:"bijlagen"`
	Maatregelen   []Maatregelnummer `json:"maatregelen"`
	Betreft       string            `json:"betreft"`
	Cursus        string            `json:"cursus"`
	Gewenst       string            `json:"gewenst"`
	OpgeschortTot werkdagen.Datum   `json:"opgeschort_tot"`
	Opmerkingen   []string          `json:"opmerkingen"`
	Verzending    *Verzending       `json:"verzending"`
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
		Bijlagen: ofLeeg(d.Bijlagen()), Maatregelen: ofLeeg(d.Maatregelen),
		Betreft: d.Betreft, Cursus: d.Cursus, Gewenst: d.Gewenst, Opmerkingen: ofLeeg(d.Opmerkingen),
		Verzending: d.Verzending,
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

// MarshalJSON gives the own fields in the order in which files have them.
func (j gebeurtenisJSON) MarshalJSON() ([]byte, error) {
	o := beginJSON(j.g.ID, j.g.Op, string(j.g.Wat), j.g.Door, j.g.Vastgelegd)
	if j.g.Toch {
		o = append(o, lidJSON{"toch", true})
	}
	if j.ongedaan {
		o = append(o, lidJSON{"ongedaan", true})
	}
	o = o.met(j.g.velden())
	if len(j.g.Bestanden) > 0 {
		o = append(o, lidJSON{"bestanden", j.g.Bestanden})
	}
	return o.MarshalJSON()
}

// objectJSON is an object with its members in order; a struct would need a
// pointer for each to tell absent from empty.
type objectJSON []lidJSON

type lidJSON struct {
	naam   string
	waarde any
}

// beginJSON is how every event begins.
func beginJSON(id string, op Tijdstip, wat, door string, vastgelegd Tijdstip) objectJSON {
	return objectJSON{{"id", id}, {"op", op}, {"wat", wat}, {"door", door}, {"vastgelegd", vastgelegd}}
}

func (o objectJSON) met(velden []eigenVeld) objectJSON {
	for _, v := range velden {
		o = append(o, lidJSON{v.naam, v.waarde})
	}
	return o
}

// MarshalJSON gives the object.
func (o objectJSON) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, lid := range o {
		w, err := zonderHTML(lid.waarde)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(`"` + lid.naam + `":`)
		b.Write(w)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
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
