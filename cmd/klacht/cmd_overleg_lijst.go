package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func overlegLijstCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "lijst",
		Short: "Toont wanneer er overleg was, en wanneer het volgende is",
		Long:  `Toont elk overleg dat vastgelegd is, het laatste eerst, en wanneer het volgende is.`,
		Example: `  klacht overleg lijst
  klacht overleg lijst --peildatum 31-12-2026`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			dag := om.ofVandaag(peildatum)
			overleggen, fouten := om.leesOverleggen(m, dag)
			slices.Reverse(overleggen)
			if alsJSON {
				return errors.Join(fouten, scherm.SchrijfJSON(om.uit, struct {
					Overleggen []*dossier.Overleg `json:"overleggen"`
				}{overleggen}))
			}
			s := om.scherm()
			if len(overleggen) == 0 {
				s.Alinea("Er is nog geen overleg vastgelegd.")
				return fouten
			}
			toonOverleggen(s, overleggen)
			slices.Reverse(overleggen)
			status, err := m.Overlegstatus(overleggen, 0, dag)
			toonOverlegstatus(s, status)
			return errors.Join(fouten, err)
		})
	}
	return cmd
}

func toonOverleggen(s *scherm.Scherm, overleggen []*dossier.Overleg) {
	var rijen [][]scherm.Cel
	for _, o := range overleggen {
		rijen = append(rijen, scherm.Rij(datum(s, o.Op), fmt.Sprint(len(o.Aanwezig)), fmt.Sprint(len(o.Besproken)),
			fmt.Sprint(len(o.Besluiten)), fmt.Sprint(len(o.Maatregelen)), datum(s, o.Volgende)))
	}
	s.Tabel([]scherm.Kolom{
		{Titel: "Overleg"},
		{Titel: "Aanwezig", Rechts: true},
		{Titel: "Besproken", Rechts: true},
		{Titel: "Besluiten", Rechts: true},
		{Titel: "Maatregelen", Rechts: true},
		{Titel: "Volgende", Mist: true},
	}, rijen)
}

func overlegToonCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "toon [DATUM]",
		Short: "Toont één overleg",
		Long:  `Toont het overleg van een dag; zonder DATUM het laatste: wie er waren, wat besproken en besloten is, en wanneer het volgende is.`,
		Example: `  klacht overleg toon
  klacht overleg toon 26-11-2026`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			o, fouten := om.kiesOverleg(m, args, om.ofVandaag(peildatum))
			if o == nil {
				return fouten
			}
			if alsJSON {
				return errors.Join(fouten, scherm.SchrijfJSON(om.uit, o))
			}
			toonOverleg(om.scherm(), o)
			return fouten
		})
	}
	return cmd
}

// kiesOverleg gives the meeting of the day in args, else the last one, as it was on day dag: later ones are left out.
func (om omgeving) kiesOverleg(m *dossier.Map, args []string, dag werkdagen.Datum) (*dossier.Overleg, error) {
	if len(args) > 0 {
		op, err := werkdagen.LeesDatumVrij(args[0], om.vandaag())
		if err != nil {
			return nil, verkeerd("%v", err)
		}
		if op > dag {
			return nil, &dossier.Fout{Wat: fmt.Sprintf("op %s was er nog geen overleg van %s", dag.Lang(), op.Lang()), Raad: "klacht overleg lijst toont wanneer er overleg was"}
		}
		o, meldingen, err := m.LeesOverleg(op)
		om.meld(meldingen)
		return o, err
	}
	overleggen, fouten := om.leesOverleggen(m, dag)
	if len(overleggen) == 0 {
		if fouten != nil {
			return nil, fouten
		}
		return nil, &dossier.Fout{Wat: "er is nog geen overleg vastgelegd", Raad: "leg er een vast met: klacht overleg nieuw --aanwezig NAAM,NAAM"}
	}
	return overleggen[len(overleggen)-1], fouten
}
