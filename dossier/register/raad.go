package register

import (
	"slices"

	"klacht/dossier"
)

// Raad guesses which columns become which fields, by their headings and by what
// is in them: a date that holds no dates is no date.
func Raad(r *Register, v *Verkenning, p *dossier.Procedure) *dossier.Kolomkaart {
	kaart := dossier.NieuweKolomkaart()
	kaart.Register, kaart.Blad, kaart.Kop, kaart.Scheiding, kaart.Tekenset = r.Naam, r.Blad, r.Kop, r.Scheiding, r.Tekenset
	type kans struct {
		veld   dossier.Registerveld
		kolom  int
		graad  int
		plaats int
	}
	var kansen []kans
	for i := range v.Kolommen {
		k := &v.Kolommen[i]
		for _, veld := range dossier.Registervelden() {
			if graad, plaats := past(veld, kopnaam(k.Naam)); graad > pastNiet && k.kan(veld, p) {
				kansen = append(kansen, kans{veld, i, graad, plaats})
			}
		}
	}
	slices.SortStableFunc(kansen, func(a, b kans) int {
		if n := b.graad - a.graad; n != 0 {
			return n
		}
		return a.plaats - b.plaats
	})
	bezet := map[int]bool{}
	for _, k := range kansen {
		if bezet[k.kolom] || kaart.Veld(k.veld) != nil {
			continue
		}
		bezet[k.kolom] = true
		kaart.Velden = append(kaart.Velden, dossier.Kaartveld{Veld: k.veld, Kolommen: []string{v.Kolommen[k.kolom].Naam}})
	}
	// Where a register doesn't say what it is about, and there is a category for
	// the rest, that is meant.
	if overig, err := p.KiesCategorie("overig"); err == nil {
		c := kaart.Veld(dossier.RegisterCategorie)
		if c == nil {
			kaart.Velden = append(kaart.Velden, dossier.Kaartveld{Veld: dossier.RegisterCategorie})
			c = kaart.Veld(dossier.RegisterCategorie)
		}
		if len(c.Kolommen) == 0 || v.Kolommen[v.kolom(c.Kolommen[0])].leegheid() > 0 {
			c.Leeg = overig
		}
	}
	slices.SortFunc(kaart.Velden, func(a, b dossier.Kaartveld) int {
		alle := dossier.Registervelden()
		return slices.Index(alle, a.Veld) - slices.Index(alle, b.Veld)
	})
	return kaart
}

// kan reports whether the column could be the field, by what it holds.
func (k *Kolomverkenning) kan(veld dossier.Registerveld, p *dossier.Procedure) bool {
	switch {
	case veld == dossier.RegisterBevestigd && k.alles(func(s string) bool { _, ok := jaNee(s); return ok || geenDag(s) }):
		return true
	case veld == dossier.RegisterBevestigd || veld == dossier.RegisterVoorstel:
		return k.datums.isDatumOfJaNee()
	case veld.IsDatum():
		return k.datums.isDatum()
	case veld == dossier.RegisterCategorie:
		return k.waarden != nil && !k.datums.isZekerDatum()
	}
	if _, _, vrij := eigenWoord(veld, "", p); vrij {
		return !k.datums.isZekerDatum()
	}
	bekend := func(s string) bool { _, ok, _ := eigenWoord(veld, s, p); return ok || s == "" }
	if veld == dossier.RegisterUitkomst {
		return k.meest(bekend) // for the others a word is asked: how it ended is no side issue
	}
	return k.alles(bekend)
}

// meest reports whether what the column holds is so in most rows, as isDatum
// means it.
func (k *Kolomverkenning) meest(is func(string) bool) bool {
	goed := 0
	for w, n := range k.waarden {
		if w != "" && is(w) {
			goed += n
		}
	}
	return goed > 0 && goed*10 >= k.Gevuld*8
}

// alles reports whether every value of the column is so.
func (k *Kolomverkenning) alles(is func(string) bool) bool {
	if k.waarden == nil {
		return false
	}
	for w := range k.waarden {
		if !is(w) {
			return false
		}
	}
	return true
}
