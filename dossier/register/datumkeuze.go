package register

import (
	"fmt"

	"klacht/dossier"
)

// Datumvraag is a column whose dates can be read in two ways. It can be answered
// with a Datumvorm.
type Datumvraag struct {
	Kolom     string
	Voorbeeld string // "" when some dates can be read in one way only, and others in the other
}

func (v *Datumvraag) Error() string {
	if v.Voorbeeld == "" {
		return fmt.Sprintf("in kolom %q staan datums met de dag en met de maand voorop door elkaar", v.Kolom)
	}
	dmj, mdj := v.Lezingen()
	return fmt.Sprintf("in kolom %q kan %q %s zijn, of %s", v.Kolom, v.Voorbeeld, dmj, mdj)
}

// Tip says what to do.
func (v *Datumvraag) Tip() string {
	return "geef --datumvorm dmj (dag voorop), mdj (maand voorop) of jmd (jaar voorop)"
}

// Lezingen are both days.
func (v *Datumvraag) Lezingen() (dmj, mdj string) {
	d := leesDatum(v.Voorbeeld)
	eerste, _ := d.in(dossier.VormDMJ)
	tweede, _ := d.in(dossier.VormMDJ)
	return eerste.dag.Lang(), tweede.dag.Lang()
}

// kiesDatumvormen decides in what order the dates of each field are: as the map
// says, else as the whole column shows, else as the other columns of the same
// register do.
func kiesDatumvormen(kaart *dossier.Kolomkaart, v *Verkenning, gegeven dossier.Datumvorm) (map[dossier.Registerveld]dossier.Datumvorm, error) {
	vormen := map[dossier.Registerveld]dossier.Datumvorm{}
	var onzeker []*dossier.Kaartveld
	for i := range kaart.Velden {
		k := &kaart.Velden[i]
		if !k.Veld.IsDatum() || len(k.Kolommen) == 0 {
			continue
		}
		vorm := k.Vorm
		if vorm == "" {
			vorm = gegeven
		}
		if vorm == "" {
			vorm = kaart.Datumvorm
		}
		zeker := vorm != ""
		if !zeker {
			vorm, zeker = v.Kolommen[v.kolom(k.Kolommen[0])].datums.vorm()
		}
		vormen[k.Veld] = vorm
		if !zeker {
			onzeker = append(onzeker, k)
		}
	}
	if len(onzeker) == 0 {
		return vormen, nil
	}
	var een dossier.Datumvorm
	eens := true
	for _, vorm := range vormen {
		switch {
		case vorm == "":
		case een == "":
			een = vorm
		case een != vorm:
			eens = false
		}
	}
	if een == "" || !eens {
		k := &v.Kolommen[v.kolom(onzeker[0].Kolommen[0])]
		return nil, &Datumvraag{Kolom: k.Naam, Voorbeeld: k.datums.zonder}
	}
	for _, k := range onzeker {
		vormen[k.Veld] = een
	}
	return vormen, nil
}

// voluit says in words in what order a date was read.
func voluit(v dossier.Datumvorm) string {
	switch v {
	case dossier.VormMDJ:
		return "maand-dag-jaar"
	case dossier.VormJMD:
		return "jaar-maand-dag"
	}
	return "dag-maand-jaar"
}
