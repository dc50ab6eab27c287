package main

import (
	"errors"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/werkdagen"
)

// rapportinvoer reads the folder and adds its facts to what in asks for (Periode, Vorige, Peildatum and MetNamen). Meetings that in
// has already are those that count; else all up to its reference date. What could not be read is in fouten, for the command to end
// with after it has shown the rest.
func (om omgeving) rapportinvoer(cmd *cobra.Command, m *dossier.Map, in rapport.Invoer) (vol rapport.Invoer, fouten, err error) {
	dag := in.Periode.Peildatum(in.Peildatum)
	gelezen, fouten, err := om.leesFeiten(cmd, m, dag)
	if err != nil {
		return in, nil, err
	}
	in.Feiten = append(in.Feiten, gelezen.feiten...)
	var mis error
	in.Maatregelen, mis = om.leesMaatregelen(m, dag)
	fouten = errors.Join(fouten, mis)
	if in.Overleggen == nil {
		in.Overleggen, mis = om.leesOverleggen(m, dag)
		fouten = errors.Join(fouten, mis)
	}
	if in.Overleg, err = m.Overlegstatus(in.Overleggen, gelezen.sinds, dag); err != nil {
		fouten = errors.Join(fouten, err)
	}
	kal, err := werkdagen.NieuweKalender(m.Procedure.Kalender)
	if err != nil {
		return in, fouten, err
	}
	in.Organisatie = m.Procedure.Organisatie.Naam
	in.Categorieen, in.Oorzaken = m.Procedure.Categorienamen(), m.Procedure.Oorzaken
	in.WerkdagenTeLaat = func(f dossier.Feiten, uiterlijk werkdagen.Datum) int {
		if d, ok := gelezen.bij[f.Nummer]; ok {
			return -d.WerkdagenOver(uiterlijk)
		}
		// Destroyed since: what was promised by which calendar is gone, so that of the procedure counts.
		return -kal.Over(dag, uiterlijk)
	}
	return in, fouten, nil
}

// gelezenFeiten are the facts of every dossier as of a day, once each.
type gelezenFeiten struct {
	feiten []dossier.Feiten
	bij    map[string]*dossier.Dossier // those that still exist, by number
	sinds  werkdagen.Datum             // the first day of BijgehoudenSinds, 0 where there is none
}

// leesFeiten gives the facts of the dossiers that still exist, and of those that were destroyed. What could not be read is in fouten.
func (om omgeving) leesFeiten(cmd *cobra.Command, m *dossier.Map, dag werkdagen.Datum) (uit gelezenFeiten, fouten, err error) {
	alle, fouten, err := om.leesAlle(cmd, m, dag)
	if err != nil {
		return uit, nil, err
	}
	vernietigd, meldingen, err := m.Vernietigd()
	fouten = errors.Join(fouten, err)
	om.meld(meldingen)
	uit.bij = map[string]*dossier.Dossier{}
	for _, d := range alle {
		uit.bij[d.Nummer.String()] = d
		uit.feiten = append(uit.feiten, d.Feiten())
		uit.sinds = eerdere(uit.sinds, d.BijgehoudenSinds())
	}
	for _, v := range vernietigd {
		// One that was put back from a copy counts once, as it is now.
		if d, terug := uit.bij[v.Nummer]; terug && d.ID == v.ID {
			continue
		}
		f, err := m.FeitenOp(v, dag)
		fouten = errors.Join(fouten, err)
		uit.feiten = append(uit.feiten, f)
		uit.sinds = eerdere(uit.sinds, v.BijgehoudenSinds(f))
	}
	return uit, fouten, nil
}
