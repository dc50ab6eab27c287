package main

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func agendaCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var doel uitdoel
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "agenda",
		Short: "Zet termijnen, controles en het MT-overleg in een bestand voor uw agenda",
		Long: `Maakt een bestand (iCalendar, .ics) voor Outlook, Thunderbird, Apple Agenda, Google Agenda of een telefoon: de laatste dag van elke ` +
			`open termijn, wanneer maatregelen uitgevoerd en gecontroleerd moeten zijn, en het volgende overleg van het MT, met een herinnering ` +
			`op de werkdag ervoor. Importeer het opnieuw, dan schuift op wat verlengd is en wordt wat gedaan is als vervallen gemeld. Er staan ` +
			`nummers in, en geen namen of onderwerpen van klachten. De agenda van een overleg zelf maakt klacht overleg agenda.`,
		Example: `  klacht agenda --uit klachten.ics
  klacht agenda --uit klachten.ics --vervang`,
	}
	vlagUit(cmd, &doel, "schrijf de agenda in `BESTAND`, zoals klachten.ics")
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if err := doel.controleer(); err != nil {
			return err
		}
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			if err := om.magUit(doel); err != nil {
				return err
			}
			afspraken, fouten, err := om.afspraken(cmd, m, om.ofVandaag(peildatum))
			if err != nil {
				return errors.Join(err, fouten)
			}
			schrijf := afspraken.SchrijfICS
			if alsJSON {
				schrijf = func(w io.Writer) error { return scherm.SchrijfJSON(w, afspraken) }
			}
			return errors.Join(om.naarUit(doel, schrijf), fouten)
		})
	}
	return cmd
}

// afspraken is what is to be done by when, as of day dag. What could not be read is in fouten.
func (om omgeving) afspraken(cmd *cobra.Command, m *dossier.Map, dag werkdagen.Datum) (a rapport.Afspraken, fouten, err error) {
	alle, fouten, err := om.leesAlle(cmd, m, dag)
	if err != nil {
		return a, fouten, err
	}
	maatregelen, mis := om.leesMaatregelen(m, dag)
	overleg, vorig, fout := om.overlegmomenten(m, alle, dag)
	fouten = errors.Join(fouten, mis, fout)
	kal, err := werkdagen.NieuweKalender(m.Procedure.Kalender)
	if err != nil {
		return a, fouten, err
	}
	return rapport.MaakAfspraken(rapport.Afspraakinvoer{
		Peildatum: dag, Organisatie: m.Procedure.Organisatie, Kalender: kal,
		Dossiers: alle, Maatregelen: maatregelen, Overleg: overleg, VorigOverleg: vorig,
	}), fouten, nil
}

// overlegmomenten gives, as of day dag, the next meeting and the last one, as that was planned until it was held.
func (om omgeving) overlegmomenten(m *dossier.Map, alle []*dossier.Dossier, dag werkdagen.Datum) (volgende, vorig rapport.Overlegmoment, fouten error) {
	overleggen, fouten := om.leesOverleggen(m, dag)
	n := len(overleggen)
	var eerste werkdagen.Datum
	if n <= 1 {
		var mis error
		eerste, mis = om.sinds(m, alle, dag)
		fouten = errors.Join(fouten, mis)
	}
	gepland := func(gehouden []*dossier.Overleg, dag werkdagen.Datum) rapport.Overlegmoment {
		s, err := m.Overlegstatus(gehouden, eerste, dag)
		fouten = errors.Join(fouten, err)
		o := rapport.Overlegmoment{Na: s.Laatste, Dag: s.Volgende, Gewijzigd: dossier.OpDag(eerste)}
		if len(gehouden) > 0 {
			laatste := gehouden[len(gehouden)-1]
			o.Afgesproken, o.Gewijzigd = laatste.Volgende != 0, vastgelegdOp(laatste)
		}
		return o
	}
	volgende = gepland(overleggen, dag)
	if n > 0 {
		laatste := overleggen[n-1]
		vorig = gepland(overleggen[:n-1], laatste.Op)
		vorig.GehoudenOp, vorig.Gewijzigd = laatste.Op, vastgelegdOp(laatste)
	}
	return volgende, vorig, fouten
}

// vastgelegdOp is when a meeting was recorded, as far as its file tells.
func vastgelegdOp(o *dossier.Overleg) dossier.Tijdstip {
	if o.Vastgelegd.IsLeeg() {
		return dossier.OpDag(o.Op)
	}
	return o.Vastgelegd
}
