package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

// toonBericht shows a message that waits, as far as one needs to judge it.
func (bd *beoordeling) toonBericht(i *dossier.Inkomend, a dossier.Aanmelding) {
	const meest = 15 // lines
	s := bd.om.scherm()
	s.Wit()
	s.Kop(i.Label + "  " + a.Onderwerp)
	van := klagerzin(i.Van)
	klager := ""
	if i.Wie() != i.Van {
		klager = klagerzin(i.Wie())
	}
	uiterlijk, toon := "", scherm.Gewoon
	if d, err := bd.m.BevestigenVoor(i.Ontvangen.Dag); err == nil && d != 0 {
		uiterlijk = "uiterlijk " + d.Lang()
		if d < bd.wie.Nu.Dag {
			uiterlijk, toon = uiterlijk+", te laat", scherm.Ernstig
		}
	}
	var bijlagen []string
	for _, b := range a.Bijlagen {
		bijlagen = append(bijlagen, b.Naam)
	}
	regels := strings.Split(a.Omschrijving, "\n")
	if len(regels) > meest {
		regels = append(regels[:meest], "[…]")
	}
	s.Gegevens(
		scherm.Paar{Naam: "Van", Waarde: van},
		scherm.Paar{Naam: "Klager", Waarde: klager},
		scherm.Paar{Naam: "Ontvangen", Waarde: i.Ontvangen.Lang()},
		scherm.Paar{Naam: "Bevestigen", Waarde: uiterlijk, Toon: toon},
		scherm.Paar{Naam: "Vraag", Waarde: i.Vraag, Toon: scherm.LetOp},
		scherm.Paar{Naam: "Bijlagen", Waarde: strings.Join(bijlagen, ", ")},
		scherm.Paar{Naam: "Opmerking", Waarde: i.Opmerking},
		scherm.Paar{Naam: "Tekst", Waarde: strings.Join(regels, "\n")},
	)
	s.Wit()
}

// What is asked of each message on a terminal.
const (
	antwoordKlacht         = "klacht"
	antwoordOnvolkomenheid = "onvolkomenheid"
	antwoordHoortBij       = "hoort bij een dossier"
	antwoordGeenKlacht     = "geen klacht"
	antwoordLater          = "later"
	antwoordStop           = "stoppen"
)

// loopLangs asks of every message that waits, or of the one that args names, what it is.
func (bd *beoordeling) loopLangs(cmd *cobra.Command, args []string) error {
	var alle []*dossier.Inkomend
	var fouten error
	if len(args) == 0 {
		alle, fouten = bd.watWacht()
	} else {
		i, err := bd.m.KiesInkomend(args[0])
		if err != nil {
			return err
		}
		if !bd.om.vraagbaar {
			return verkeerd("wat %s is, staat er niet", i.Label).metTip("kies uit %s", dossier.Opsomming(teksten(postoordelen()), "of"))
		}
		alle = []*dossier.Inkomend{i}
	}
	if len(alle) == 0 {
		bd.om.scherm().Alinea("Er wacht geen bericht op een beoordeling.")
		return fouten
	}
	for _, i := range alle {
		stop, err := bd.vraagOordeel(cmd, i)
		if errors.Is(err, errInvoerOp) || errors.Is(err, errPogingen) {
			err = &mislukt{errors.New(err.Error()), "wat u al beoordeeld hebt, is vastgelegd; ga verder met: klacht post beoordeel"}
		}
		if err != nil {
			return errors.Join(fouten, err)
		}
		if stop {
			break
		}
	}
	return fouten
}

// vraagOordeel asks what one message is and carries that out.
func (bd *beoordeling) vraagOordeel(cmd *cobra.Command, i *dossier.Inkomend) (stop bool, err error) {
	a, err := bd.aanmelding(i)
	if err != nil {
		return false, err
	}
	bd.toonBericht(i, a)
	v := bd.om.vrager()
	antwoord, err := v.keuze("Wat is dit", []string{antwoordKlacht, antwoordOnvolkomenheid, antwoordHoortBij, antwoordGeenKlacht, antwoordLater, antwoordStop}, antwoordLater)
	if err != nil {
		return false, err
	}
	var n dossier.Nummer
	gekozen := map[string]postoordeel{antwoordKlacht: isKlacht, antwoordOnvolkomenheid: isOnvolkomenheid, antwoordHoortBij: hoortBij, antwoordGeenKlacht: geenKlacht}[antwoord]
	switch antwoord {
	case antwoordLater, antwoordStop:
		return antwoord == antwoordStop, nil
	case antwoordHoortBij:
		vraag, standaard := "Bij welk dossier", ""
		if i.Dossier != (dossier.Nummer{}) {
			standaard = i.Dossier.String()
			vraag += " (leeg: " + standaard + ")"
		}
		_, err = v.tekst(vraag, func(s string) (err error) {
			if s == "" {
				s = standaard
			}
			n, err = bd.m.Kies(s)
			return err
		})
		if err != nil {
			return false, err
		}
	}
	return false, bd.beoordeel(cmd, i, gekozen, n)
}
