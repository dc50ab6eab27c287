package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func overlegCommando(om omgeving) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "overleg",
		Short: "Legt het overleg van het MT vast, en maakt de agenda ervoor",
		Long: `Het MT bespreekt klachten en maatregelen; procedure.yaml zegt hoe vaak. Hiermee maakt u de agenda, en legt u vast wie er waren, ` +
			`wat er besproken en besloten is, en wanneer het volgende overleg is. klacht status zegt wanneer het weer tijd is.`,
		Example: `  klacht overleg agenda
  klacht overleg nieuw --aanwezig "Louise Vos, Sanne de Vries" --alle
  klacht overleg toon 26-11-2026`,
	}
	cmd.AddCommand(overlegNieuwCommando(om), overlegLijstCommando(om), overlegToonCommando(om), overlegAgendaCommando(om))
	return cmd
}

// leesOverleggen gives the meetings up to and including peildatum, oldest first and never nil. What could not be read is in fouten.
func (om omgeving) leesOverleggen(m *dossier.Map, peildatum werkdagen.Datum) (overleggen []*dossier.Overleg, fouten error) {
	alle, meldingen, fouten := m.Overleggen()
	om.meld(meldingen)
	overleggen = dossier.OverleggenTot(alle, peildatum)
	if peildatum == om.vandaag() { // as of a past day what came later is left out by design
		for _, o := range alle[len(overleggen):] {
			om.waarschuw("%s ligt in de toekomst en telt nog niet", o.Bestand())
		}
	}
	return append([]*dossier.Overleg{}, overleggen...), fouten
}

// overlegstatus says when the next meeting is, as of peildatum, in a folder with these dossiers.
func (om omgeving) overlegstatus(m *dossier.Map, alle []*dossier.Dossier, peildatum werkdagen.Datum) (dossier.Overlegstatus, error) {
	overleggen, fouten := om.leesOverleggen(m, peildatum)
	var eerste werkdagen.Datum
	if len(overleggen) == 0 {
		var mis error
		eerste, mis = om.sinds(m, alle, peildatum)
		fouten = errors.Join(fouten, mis)
	}
	s, err := m.Overlegstatus(overleggen, eerste, peildatum)
	return s, errors.Join(fouten, err)
}

// sinds is the first day of BijgehoudenSinds of any dossier as of dag, also of those that were destroyed; 0 where there is none, or
// where it will not be asked for. What could not be read is in fouten.
func (om omgeving) sinds(m *dossier.Map, alle []*dossier.Dossier, dag werkdagen.Datum) (eerste werkdagen.Datum, fouten error) {
	if m.Procedure.Overleg.Aantal == 0 {
		return 0, nil
	}
	vernietigd, meldingen, fouten := m.Vernietigd()
	om.meld(meldingen)
	for _, d := range alle {
		eerste = eerdere(eerste, d.BijgehoudenSinds())
	}
	for _, v := range vernietigd {
		f, err := m.FeitenOp(v, dag)
		fouten = errors.Join(fouten, err)
		eerste = eerdere(eerste, v.BijgehoudenSinds(f))
	}
	return eerste, fouten
}

// eerdere is the earlier of two days, of which either may be none (0).
func eerdere(a, b werkdagen.Datum) werkdagen.Datum {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// overlegperiode is what a meeting on day dag looks back on, with what to compare it with: the report's own period.
func overlegperiode(overleggen []*dossier.Overleg, dag werkdagen.Datum) (periode, vorige rapport.Periode, err error) {
	return rapport.Keuze{}.Lees(dag, laatsteVoor(overleggen, dag))
}

// laatsteVoor is the day of the last meeting before dag, 0 when there was none: one of that very day has that day's report before it.
func laatsteVoor(overleggen []*dossier.Overleg, dag werkdagen.Datum) werkdagen.Datum {
	eerder := dossier.OverleggenTot(overleggen, dag-1)
	if len(eerder) == 0 {
		return 0
	}
	return eerder[len(eerder)-1].Op
}

// overlegzin says when the next meeting is; "" where it is not known.
func overlegzin(s dossier.Overlegstatus) string {
	if s.Stand == nil {
		return ""
	}
	zin := "MT-overleg: uiterlijk " + s.Volgende.Lang()
	if s.LaatsteWerkdag != s.Volgende {
		zin += " (laatste werkdag " + s.LaatsteWerkdag.Lang() + ")"
	}
	if dossier.Urgentie(*s.Stand) == dossier.UrgentVandaag {
		return zin + ", vandaag"
	}
	return zin + ", " + nogOfTeLaat(s)
}

// nogOfTeLaat is overzin, but for the weekend before the day: that is not the day itself.
func nogOfTeLaat(s dossier.Overlegstatus) string {
	if !s.TeLaat() && s.WerkdagenOver == 0 {
		return "nog 0 werkdagen"
	}
	return overzin(s.TeLaat(), s.WerkdagenOver)
}

// toonOverlegstatus shows when the next meeting is, and what to do for it once that is near.
func toonOverlegstatus(s *scherm.Scherm, status dossier.Overlegstatus) {
	zin := overlegzin(status)
	if zin == "" {
		return
	}
	s.Wit()
	toon := scherm.Gewoon
	if u := dossier.Urgentie(*status.Stand); u != dossier.UrgentOpTijd {
		zin += ". Maak de agenda met: klacht overleg agenda"
		toon = toonVanUrgentie(u)
	}
	s.Gekleurd(toon, zin)
}

// toonOverleg shows one meeting.
func toonOverleg(s *scherm.Scherm, o *dossier.Overleg) {
	s.Kop("Overleg van " + o.Op.Lang())
	var volgende string
	if o.Volgende != 0 {
		volgende = o.Volgende.Lang()
	}
	s.Gegevens(
		scherm.Paar{Naam: "Aanwezig", Waarde: dossier.Opsomming(opRegels(o.Aanwezig), "en")},
		scherm.Paar{Naam: "Besproken", Waarde: dossier.Opsomming(namen(o.Besproken), "en")},
		scherm.Paar{Naam: "Maatregelen", Waarde: dossier.Opsomming(namen(o.Maatregelen), "en")},
		scherm.Paar{Naam: "Volgende", Waarde: volgende},
		scherm.Paar{Naam: "Vastgelegd", Waarde: vastgelegdDoor(o)},
		scherm.Paar{Naam: "Bestand", Waarde: o.Bestand()},
	)
	if len(o.Besluiten) > 0 {
		s.Wit()
		s.Kop("Besluiten")
		s.Punten(o.Besluiten...)
	}
}

// vastgelegdDoor says when and by whom a meeting was recorded, as far as the file tells.
func vastgelegdDoor(o *dossier.Overleg) string {
	switch wanneer := o.Vastgelegd.Lang(); {
	case o.Door == "":
		return wanneer
	case wanneer == "":
		return "door " + scherm.Regel(o.Door)
	default:
		return wanneer + " door " + scherm.Regel(o.Door)
	}
}

func opRegels(teksten []string) []string {
	uit := make([]string, len(teksten))
	for i, t := range teksten {
		uit[i] = scherm.Regel(t)
	}
	return uit
}

func namen[T fmt.Stringer](nummers []T) []string {
	uit := make([]string, len(nummers))
	for i, n := range nummers {
		uit[i] = n.String()
	}
	return uit
}
