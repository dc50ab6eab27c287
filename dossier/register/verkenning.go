package register

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// Verkenning is what a register holds, looked at as a whole.
type Verkenning struct {
	Rijen    int
	Kort     int // rows with fewer values than there are columns
	Kolommen []Kolomverkenning
}

// Kolomverkenning is what one column holds.
type Kolomverkenning struct {
	Naam        string
	Gevuld      int
	Voorbeelden []string // the first that differ

	datums  profiel
	waarden map[string]int // how often each is there, nil when they are too many
}

const (
	aantalVoorbeelden = 3
	grensWaarden      = 2000 // of one column
	grensWaarde       = 200  // bytes of one that is counted
)

// Verken reads all rows. It tells gedaan now and then how many have been.
func (r *Register) Verken(ctx context.Context, gedaan func(rijen int)) (*Verkenning, error) {
	v := &Verkenning{Kolommen: make([]Kolomverkenning, len(r.Kolommen))}
	for i, naam := range r.Kolommen {
		v.Kolommen[i] = Kolomverkenning{Naam: naam, waarden: map[string]int{}}
	}
	err := r.Rijen(ctx, func(rij Rij) error {
		if v.Rijen++; v.Rijen%1000 == 0 {
			gedaan(v.Rijen)
		}
		if rij.Fout != "" {
			return nil
		}
		if len(rij.Cellen) < len(r.Kolommen) && r.Blad == "" {
			v.Kort++
		}
		for i := range v.Kolommen {
			cel := ""
			if i < len(rij.Cellen) {
				cel = rij.Cellen[i]
			}
			v.Kolommen[i].neem(cel)
		}
		return nil
	})
	return v, err
}

func (k *Kolomverkenning) neem(cel string) {
	if cel != "" {
		k.Gevuld++
		if len(k.Voorbeelden) < aantalVoorbeelden && !slices.Contains(k.Voorbeelden, cel) {
			k.Voorbeelden = append(k.Voorbeelden, cel)
		}
	}
	k.datums.neem(cel)
	if k.waarden == nil {
		return
	}
	if k.waarden[cel]++; len(k.waarden) > grensWaarden || len(cel) > grensWaarde {
		k.waarden = nil
	}
}

// leegheid is how many cells are empty; of a column of which the values are not
// counted that isn't known, and doesn't matter.
func (k *Kolomverkenning) leegheid() int { return k.waarden[""] }

// Leeg is in how many rows nothing stands in a column.
func (v *Verkenning) Leeg(naam string) int {
	if n := v.kolom(naam); n >= 0 {
		return v.Kolommen[n].leegheid()
	}
	return 0
}

// anders gives the values of a column, the commonest first.
func (k *Kolomverkenning) anders() []string {
	return slices.SortedFunc(maps.Keys(k.waarden), func(a, b string) int {
		if n := k.waarden[b] - k.waarden[a]; n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
}

// kolom finds a column by its heading, whatever its capitals, accents and signs.
func (v *Verkenning) kolom(naam string) int {
	for i := range v.Kolommen {
		if v.Kolommen[i].Naam == naam {
			return i
		}
	}
	gevonden := -1
	for i := range v.Kolommen {
		if kopnaam(v.Kolommen[i].Naam) == kopnaam(naam) {
			if gevonden >= 0 {
				return -1 // either could be meant
			}
			gevonden = i
		}
	}
	return gevonden
}
