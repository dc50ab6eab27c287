package rapport

import (
	"slices"

	"klacht/dossier"
)

// maatregelrijen lists the measures that were not finished before the period
// began, by number.
func (r *rekening) maatregelrijen() []Maatregel {
	rijen := []Maatregel{}
	for _, m := range r.in.Maatregelen {
		if !r.speelt(m) {
			continue
		}
		rij := Maatregel{
			Nummer: m.Nummer, Omschrijving: m.Omschrijving, Soort: m.Soort, Toestand: m.Toestand,
			Categorie: m.Categorie, Oorzaak: m.Oorzaak,
			AangemaaktOp: m.AangemaaktOp, Streefdatum: m.Streefdatum, UitgevoerdOp: m.UitgevoerdOp,
			ControleOp: m.ControleOp, GecontroleerdOp: m.GecontroleerdOp,
			ZelfGecontroleerd: m.ZelfGecontroleerd, VervolgOp: m.VervolgOp.String(), Vervolg: []string{},
			TeLaat: m.TeLaat(), VraagtVervolg: m.VraagtVervolg(),
			Bewijs: r.ontvangsten.bewijs(m, BewijsTot(m)),
		}
		if m.GecontroleerdOp != 0 {
			oordeel := string(m.Oordeel)
			rij.Oordeel = &oordeel
		}
		for _, v := range m.Vervolg {
			rij.Vervolg = append(rij.Vervolg, v.String())
		}
		if r.in.MetNamen {
			rij.Verantwoordelijke = m.Verantwoordelijke
		}
		rijen = append(rijen, rij)
	}
	slices.SortFunc(rijen, func(a, b Maatregel) int { return a.Nummer.Vergelijk(b.Nummer) })
	return rijen
}

// speelt reports whether m was open at any moment of the period, or something
// happened to it in it.
func (r *rekening) speelt(m *dossier.Maatregelstand) bool {
	if m.Toestand == dossier.Gepland || m.Toestand == dossier.Uitgevoerd {
		return true
	}
	return max(m.AangemaaktOp, m.UitgevoerdOp, m.GecontroleerdOp, m.VervallenOp) >= r.nu.Van
}
