package dossier

import (
	"context"
	"slices"
)

// MetCategorieen gives the procedure with more categories at the end.
func (p *Procedure) MetCategorieen(namen []string) *Procedure {
	met := *p
	met.Categorieen = slices.Clone(p.Categorieen)
	for _, naam := range namen {
		if naam = naamwaarde(naam); naam == "" {
			continue
		}
		if _, al := met.Categorie(naam); !al {
			met.Categorieen = append(met.Categorieen, Categorie{Naam: naam})
		}
	}
	return &met
}

// VoegCategorieenToe adds categories to procedure.yaml, below those that are
// there, and judges by them from then on. Those that it has already stay as they
// are.
func (m *Map) VoegCategorieenToe(ctx context.Context, namen []string) error {
	vrij, err := m.neemSlot(ctx, ".")
	if err != nil {
		return err
	}
	defer vrij()
	var na *Procedure
	err = werkBij(m.schijf, bestandProcedure, grensRecord, func(oud []byte) ([]byte, error) {
		nu, _, err := leesProcedure(bestandProcedure, oud)
		if err != nil {
			return nil, err
		}
		na = nu.MetCategorieen(namen)
		b, err := leesBlad(bestandProcedure, oud, grensRecord)
		if err != nil {
			return nil, err
		}
		nieuw := na.Categorieen[len(nu.Categorieen):]
		if b.wortel.veld("categorieen").isLeeg() {
			nieuw = na.Categorieen // what the file leaves to its profile, it would hide
		}
		var items []waarde
		for _, c := range nieuw {
			items = append(items, tekstWaarde(c.Naam))
		}
		if b, err = b.voegToe("categorieen", items...); err != nil {
			return nil, err
		}
		_, _, err = leesProcedure(bestandProcedure, b.tekst)
		return b.tekst, err
	})
	if na != nil && err == nil {
		m.Regels = NieuweRegels(na)
	}
	return err
}
