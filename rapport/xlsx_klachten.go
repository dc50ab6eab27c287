package rapport

import (
	"iter"

	"klacht/dossier"
)

// vulKlachten has a row for every dossier, to filter and to count on with.
func vulKlachten(v *vel, o Overzicht) {
	if len(o.Dossiers) == 0 {
		v.boven("Klachten", "Er is in de periode geen dossier ontvangen of afgehandeld, en aan het eind staat er geen open.")
		return
	}
	t := klachtentabel(o)
	v.kolombreedten(t.passend())
	uitleg := "Een rij voor elk dossier dat in de periode is ontvangen of afgehandeld, of aan het eind open staat, zoals het was op " + dagnaam(o.Peildatum) + ". "
	if o.MetNamen {
		uitleg += "Let op: hier staan namen van mensen in."
	} else {
		uitleg += "Namen van mensen staan er niet in."
	}
	v.boven("Klachten", uitleg)
	v.langeTabel(t)
}

func klachtentabel(o Overzicht) bladtabel {
	kolommen := []bladkolom{
		{kop: "Nummer", opmaak: opmWoord}, {kop: "Soort", opmaak: opmWoord}, {kop: "Herkomst", opmaak: opmWoord},
		{kop: "Categorie", opmaak: opmTekst, breedst: 30}, {kop: "Oorzaak", opmaak: opmTekst, breedst: 30},
	}
	if o.MetNamen {
		kolommen = append(kolommen,
			bladkolom{kop: "Onderwerp", opmaak: opmTekst}, bladkolom{kop: "Klager", opmaak: opmTekst, breedst: 25}, bladkolom{kop: "Behandelaar", opmaak: opmTekst, breedst: 25})
	}
	kolommen = append(kolommen, bladkolom{kop: "Ontvangen", opmaak: opmDatum})
	termijnen := termijnenIn(o.Dossiers)
	for _, naam := range termijnen {
		n := hoofdletter(string(naam))
		kolommen = append(kolommen,
			bladkolom{kop: n + " uiterlijk", opmaak: opmDatum}, bladkolom{kop: n + " gedaan", opmaak: opmDatum}, bladkolom{kop: n + " stand", opmaak: opmWoord})
	}
	kolommen = append(kolommen,
		bladkolom{kop: "Afgehandeld op", opmaak: opmDatum}, bladkolom{kop: "Uitkomst", opmaak: opmWoord}, bladkolom{kop: "Doorlooptijd in dagen", opmaak: opmGetal},
		bladkolom{kop: "Geschil", opmaak: opmWoord}, bladkolom{kop: "Vernietigd", opmaak: opmWoord})
	return bladtabel{naam: "Klachten", kolommen: kolommen, aantal: len(o.Dossiers), rijen: klachtrijen(o, termijnen), vast: 1}
}

// klachtrijen gives the rows one by one; each is overwritten by the next.
func klachtrijen(o Overzicht, termijnen []dossier.Termijnnaam) iter.Seq[[]cel] {
	return func(yield func([]cel) bool) {
		var rij []cel
		for i := range o.Dossiers {
			d := &o.Dossiers[i]
			rij = append(rij[:0], tekstcel(d.Nummer), tekstcel(string(d.Soort)), tekstcel(string(d.Herkomst)), tekstcel(d.Categorie), tekstcel(d.Oorzaak))
			if o.MetNamen {
				rij = append(rij, tekstcel(d.Onderwerp), tekstcel(d.Klager), tekstcel(d.Behandelaar))
			}
			rij = append(rij, datumcel(d.Ontvangen))
			for _, naam := range termijnen {
				t := d.termijn(naam)
				rij = append(rij, datumcel(t.Uiterlijk), datumcel(t.VoldaanOp), tekstcel(string(t.Stand)))
			}
			duur := cel{}
			if d.Doorlooptijd != nil {
				duur = getalcel(*d.Doorlooptijd)
			}
			rij = append(rij, datumcel(d.GeslotenOp), tekstcel(string(d.Uitkomst)), duur, jaOfNee(d.Geschil), jaOfNee(d.Vernietigd))
			if !yield(rij) {
				return
			}
		}
	}
}

// termijn finds a term; one that the dossier doesn't have is empty.
func (d *Dossierrij) termijn(naam dossier.Termijnnaam) Termijnrij {
	for _, t := range d.Termijnen {
		if t.Naam == naam {
			return t
		}
	}
	return Termijnrij{}
}

// termijnenIn are the terms that any of the dossiers has.
func termijnenIn(rijen []Dossierrij) []dossier.Termijnnaam {
	var namen []dossier.Termijnnaam
	for _, naam := range dossier.Termijnnamen() {
		for i := range rijen {
			if rijen[i].termijn(naam) != (Termijnrij{}) {
				namen = append(namen, naam)
				break
			}
		}
	}
	return namen
}
