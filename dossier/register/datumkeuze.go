package register

import (
	"fmt"
	"slices"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Datumvraag is a column whose dates can be read in two ways. It can be answered
// with a Datumvorm.
type Datumvraag struct {
	Kolom     string
	Voorbeeld string // "" when some dates can be read in one way only, and others in the other
	// Verwisseld says that a spreadsheet read some dates the wrong way round, and
	// left the others as text: there is no order in which all are right.
	Verwisseld bool
}

func (v *Datumvraag) Error() string {
	if v.Verwisseld {
		return fmt.Sprintf("in kolom %q zijn alleen de dagen tot en met de 12e echte datums, en staan de andere als tekst: waarschijnlijk wisselde een rekenprogramma dag en maand om", v.Kolom)
	}
	if v.Voorbeeld == "" {
		return fmt.Sprintf("in kolom %q staan datums met de dag en met de maand voorop door elkaar", v.Kolom)
	}
	var dagen []string
	for _, l := range v.Lezingen() {
		dagen = append(dagen, l.Dag.Lang())
	}
	return fmt.Sprintf("in kolom %q kan %q %s zijn, of %s", v.Kolom, v.Voorbeeld, dagen[0], dossier.Opsomming(dagen[1:], "of"))
}

// Tip says what to do.
func (v *Datumvraag) Tip() string {
	if v.Verwisseld {
		return "neem het bestand over zoals het was voordat het in een rekenprogramma openging; kloppen de datums toch, geef dan --datumvorm voor die in tekst"
	}
	return "geef --datumvorm dmj (dag voorop), mdj (maand voorop) of jmd (jaar voorop)"
}

// Lezing is a day that a date can be, and in what order it is then.
type Lezing struct {
	Vorm dossier.Datumvorm
	Dag  werkdagen.Datum
}

// Lezingen are the days that the example can be: two at least.
func (v *Datumvraag) Lezingen() []Lezing { return leesDatum(v.Voorbeeld).lezingen() }

// lezingen are the different days that d can be.
func (d gelezenDatum) lezingen() []Lezing {
	var uit []Lezing
	for _, vorm := range dossier.Datumvormen() {
		m, ok := d.in(vorm)
		if ok && !slices.ContainsFunc(uit, func(l Lezing) bool { return l.Dag == m.dag }) {
			uit = append(uit, Lezing{vorm, m.dag})
		}
	}
	return uit
}

// kiesDatumvormen decides in what order the dates of each field are: as the map
// says, else as the whole column shows, else as the other columns of the same
// register do.
func kiesDatumvormen(kaart *dossier.Kolomkaart, v *Verkenning, gegeven dossier.Datumvorm) (map[dossier.Registerveld]dossier.Datumvorm, error) {
	vormen := map[dossier.Registerveld]dossier.Datumvorm{}
	vorige := v.datumvolgorde()
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
		if vorm == "" {
			vorm = vorige[k.Veld]
		}
		zeker := vorm != ""
		if kolom := &v.Kolommen[v.kolom(k.Kolommen[0])]; !zeker {
			if kolom.datums.verwisseld() {
				return nil, &Datumvraag{Kolom: kolom.Naam, Verwisseld: true}
			}
			if kolom.datums.gemengd() {
				return nil, &Datumvraag{Kolom: kolom.Naam} // no other column tells which is which
			}
			vorm, zeker = kolom.datums.vorm()
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

// Datumvolgorde names the order of the dates of each field in which it matters,
// as the file with rows that were left has it: ontvangen dmj, afgehandeld mdj.
func (o *Omzetter) Datumvolgorde() string {
	var delen []string
	for _, veld := range dossier.Registervelden() {
		if vorm := o.Vorm(veld); vorm != "" && veld.IsDatum() {
			delen = append(delen, string(veld)+" "+string(vorm))
		}
	}
	return strings.Join(delen, ", ")
}

// datumvolgorde reads it back; nothing where rows contradict each other.
func (v *Verkenning) datumvolgorde() map[dossier.Registerveld]dossier.Datumvorm {
	uit := map[dossier.Registerveld]dossier.Datumvorm{}
	for _, k := range v.Kolommen {
		if k.Naam != eigenKolom+kopDatums || len(k.Voorbeelden) != 1 {
			continue
		}
		for deel := range strings.SplitSeq(k.Voorbeelden[0], ",") {
			veld, vorm, _ := strings.Cut(strings.TrimSpace(deel), " ")
			if slices.Contains(dossier.Datumvormen(), dossier.Datumvorm(vorm)) {
				uit[dossier.Registerveld(veld)] = dossier.Datumvorm(vorm)
			}
		}
	}
	return uit
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
