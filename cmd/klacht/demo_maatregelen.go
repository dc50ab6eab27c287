package main

import (
	"context"
	"fmt"

	"klacht/dossier"
	"klacht/werkdagen"
)

// demomaatregel is an invented measure. Its days are counted from the one on which it was decided on.
type demomaatregel struct {
	dossier.NieuweMaatregel
	besluit    int    // which decision of the meeting of that day it is, from 0; -1: it was decided on elsewhere
	naar       string // the subject of the dossier that led to it
	uitgevoerd werkdagen.Datum
	controle   demooordeel
	vervolgOp  int // the place of the measure that did not work; -1: none
}

// demooordeel is a check of a measure; without a day there was none.
type demooordeel struct {
	op          werkdagen.Datum
	oordeel     dossier.Doeltreffendheid
	toelichting string
}

// demomaatregelen are measures in every state, oldest first: one that did not work and what follows on it, one that works, one of
// which the check is late, one that is late itself, and one that is planned.
func (k demokalender) demomaatregelen() []demomaatregel {
	eerder, laatste := k.overlegdagen()
	begin := k.opOfVoor(k.vandaag - 400)
	dag := func(d werkdagen.Datum, dagen int) werkdagen.Datum { return k.opOfVoor(d + werkdagen.Datum(dagen)) }
	na := func(maanden int) dossier.Controlemoment {
		return dossier.Controlemoment{Na: werkdagen.Termijn{Aantal: maanden, Eenheid: werkdagen.Maanden}}
	}
	return []demomaatregel{
		{
			NieuweMaatregel: dossier.NieuweMaatregel{
				Op: begin, Omschrijving: "Trainers bespreken elk kwartaal hun evaluaties", Soort: dossier.Corrigerend,
				Verantwoordelijke: demoOpleidingen, Streefdatum: begin + 30, Controle: na(6), Categorie: overLeider,
			},
			besluit: -1, vervolgOp: -1, naar: "Trainer snauwde een deelnemer af", uitgevoerd: dag(begin, 25),
			controle: demooordeel{dag(begin, 215), dossier.NietDoeltreffend, "Er wordt gesproken, maar in de les verandert er weinig."},
		}, {
			NieuweMaatregel: dossier.NieuweMaatregel{
				Op: dag(begin, 220), Omschrijving: "Trainers kijken twee keer per jaar mee in elkaars les", Soort: dossier.Corrigerend,
				Verantwoordelijke: demoTrainster, Streefdatum: k.vandaag + 25, Controle: na(6), Categorie: overLeider,
			},
			besluit: -1, vervolgOp: 0,
		}, {
			NieuweMaatregel: dossier.NieuweMaatregel{
				Op: eerder, Omschrijving: "Betalingen zonder factuurnummer elke vrijdag nakijken", Soort: dossier.Corrigerend,
				Verantwoordelijke: demoFinancien, Streefdatum: eerder + 30, Controle: na(3), Oorzaak: doorAdmin,
			},
			besluit: 0, vervolgOp: -1, naar: "Aanmaning terwijl er betaald is", uitgevoerd: dag(eerder, 18),
			controle: demooordeel{dag(eerder, 114), dossier.Doeltreffend, "Klachten zijn er te weinig om het aan af te zien. Van veertig betalingen die zijn nagekeken, is er geen meer zoekgeraakt."},
		}, {
			NieuweMaatregel: dossier.NieuweMaatregel{
				Op: eerder, Omschrijving: "Roosterwijzigingen ook per sms sturen", Soort: dossier.Corrigerend,
				Verantwoordelijke: demoKantoor, Streefdatum: eerder + 45, Controle: na(3), Categorie: overInfo,
			},
			besluit: 1, vervolgOp: -1, naar: "Rooster in de leeromgeving wijkt af van de mail", uitgevoerd: dag(eerder, 40),
		}, {
			NieuweMaatregel: dossier.NieuweMaatregel{
				Op: laatste, Omschrijving: "Zalen een week vooraf bevestigen", Soort: dossier.Preventief,
				Verantwoordelijke: demoKantoor, Streefdatum: k.vandaag + 20, Controle: na(6), Oorzaak: doorPlanning,
			},
			besluit: 0, vervolgOp: -1, naar: "Praktijkdag ging niet door",
		}, {
			NieuweMaatregel: dossier.NieuweMaatregel{
				Op: laatste, Omschrijving: "Op elk voorblad staat de datum van het lesmateriaal", Soort: dossier.Corrigerend,
				Verantwoordelijke: demoOpleidingen, Streefdatum: laatste + 45, Controle: na(6), Oorzaak: doorMateriaal,
			},
			besluit: 1, vervolgOp: -1, naar: "Verouderde wetgeving in het cursusboek",
		},
	}
}

// maakMaatregelen puts the measures on file, and has the meetings that decided on them name them. The dossiers are by subject.
func maakMaatregelen(ctx context.Context, m *dossier.Map, maatregelen []demomaatregel, overleggen []*demooverleg, dossiers map[string]dossier.Nummer) error {
	var nummers []dossier.Maatregelnummer
	for _, d := range maatregelen {
		n := d.NieuweMaatregel
		if nummer, bestaat := dossiers[d.naar]; bestaat {
			n.Dossiers = []dossier.Nummer{nummer}
		}
		if d.vervolgOp >= 0 {
			n.VervolgOp = nummers[d.vervolgOp]
		}
		k, err := m.NieuweMaatregel(n, dossier.Wie{Door: demoKantoor, Nu: dossier.OpMoment(moment(n.Op, 17, 5))})
		if err != nil {
			return fmt.Errorf("%s: %w", d.Omschrijving, err)
		}
		nummers = append(nummers, k.Nummer)
		for _, o := range overleggen {
			if o.Op == n.Op && d.besluit >= 0 {
				o.Besluiten[d.besluit] += fmt.Sprintf(" (%s)", k.Nummer)
			}
		}
		if err := d.doorloop(ctx, m, k.Nummer); err != nil {
			return fmt.Errorf("%s: %w", d.Omschrijving, err)
		}
	}
	return nil
}

// doorloop records what happened to the measure since.
func (d demomaatregel) doorloop(ctx context.Context, m *dossier.Map, n dossier.Maatregelnummer) error {
	leg := func(op werkdagen.Datum, door string, g dossier.Maatregelgebeurtenis) error {
		if op == 0 {
			return nil
		}
		nu := dossier.OpMoment(moment(op, 15, 30))
		g.Op = nu
		_, err := m.LegMaatregelVast(ctx, n, dossier.Wie{Door: door, Nu: nu}, func(k *dossier.Maatregel) ([]dossier.Maatregelgebeurtenis, error) {
			return []dossier.Maatregelgebeurtenis{g}, m.ToetsMaatregel(k, g, op)
		})
		return err
	}
	if err := leg(d.uitgevoerd, d.Verantwoordelijke, dossier.Maatregelgebeurtenis{Wat: dossier.MaatregelUitgevoerd}); err != nil {
		return err
	}
	return leg(d.controle.op, demoVerantwoordelijke, dossier.Maatregelgebeurtenis{
		Wat: dossier.MaatregelGecontroleerd, Oordeel: d.controle.oordeel, Toelichting: d.controle.toelichting,
	})
}
