package rapport

import (
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

// ontvangst is what is compared of a dossier: when it came in and what it is
// about. It is small, because every measure is held against all of them.
type ontvangst struct {
	op                 werkdagen.Datum
	categorie, oorzaak onderwerp
	oorzaakOp          werkdagen.Datum // 0: not known
	klacht             bool            // and no onvolkomenheid
	plaats             int             // in the facts
}

// onderwerp stands for a category or a cause, without regard to case and white
// space; 0 is none.
type onderwerp int32

// ontvangsten are all dossiers received. The record begins with the first of
// them, whatever its soort: from before that day nothing is known, which is not
// the same as nothing having come in.
type ontvangsten struct {
	begin     werkdagen.Datum // 0: there are none
	rijen     []ontvangst
	bijNaam   map[string]onderwerp // as it was written
	bijVergel map[string]onderwerp // as it is compared
}

func nieuweOntvangsten(feiten []dossier.Feiten) *ontvangsten {
	o := &ontvangsten{
		rijen:     make([]ontvangst, len(feiten)),
		bijNaam:   map[string]onderwerp{},
		bijVergel: map[string]onderwerp{"": 0},
	}
	for i := range feiten {
		f := &feiten[i]
		o.rijen[i] = ontvangst{
			op: f.Ontvangen, categorie: o.onderwerp(f.Categorie), oorzaak: o.onderwerp(f.Oorzaak), oorzaakOp: f.OorzaakOp,
			klacht: f.Soort == dossier.SoortKlacht, plaats: i,
		}
		if i == 0 || f.Ontvangen < o.begin {
			o.begin = f.Ontvangen
		}
	}
	return o
}

// opSchrift gives the part of p that is on record, which may be empty.
func (o *ontvangsten) opSchrift(p Periode) Periode {
	if o.begin == 0 || o.begin > p.Tot {
		return Periode{Van: p.Tot + 1, Tot: p.Tot}
	}
	return Periode{Van: max(p.Van, o.begin), Tot: p.Tot}
}

func (o *ontvangsten) onderwerp(naam string) onderwerp {
	if w, bekend := o.bijNaam[naam]; bekend {
		return w
	}
	vergelijk := vergelijkbaar(naam)
	w, bekend := o.bijVergel[vergelijk]
	if !bekend {
		w = onderwerp(len(o.bijVergel))
		o.bijVergel[vergelijk] = w
	}
	o.bijNaam[naam] = w
	return w
}

// vergelijkbaar gives s as names and labels are compared: without regard to case
// and white space.
func vergelijkbaar(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// bekend gives the cause that was known at the end of peildatum; 0: none.
func (r *ontvangst) bekend(peildatum werkdagen.Datum) onderwerp {
	if r.oorzaakOp > peildatum {
		return 0
	}
	return r.oorzaak
}

// doel is what a measure is to improve: a category, a cause, or both.
type doel struct{ categorie, oorzaak onderwerp }

func (o *ontvangsten) doel(m *dossier.Maatregelstand) doel {
	return doel{o.onderwerp(m.Categorie), o.onderwerp(m.Oorzaak)}
}

// raakt reports whether r is about d, as far as is known at the end of
// peildatum; misschien that it may be, for its cause is not known (yet).
func (d doel) raakt(r *ontvangst, peildatum werkdagen.Datum) (ja, misschien bool) {
	if d == (doel{}) || (d.categorie != 0 && d.categorie != r.categorie) {
		return false, false
	}
	oorzaak := r.bekend(peildatum)
	return d.oorzaak == 0 || d.oorzaak == oorzaak, d.oorzaak != 0 && oorzaak == 0
}
