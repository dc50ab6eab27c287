package main

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/werkdagen"
)

func rapportCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var keuze rapport.Keuze
	var doel rapportdoel
	var metNamen, alsJSON bool
	cmd := &cobra.Command{
		Use:   "rapport",
		Short: "Maakt het klachtenrapport voor het MT",
		Long: `Maakt het klachtenrapport voor het MT: wat opvalt, hoeveel klachten er kwamen en afgehandeld zijn, of dat op tijd was, waarover ze ` +
			`gingen en waardoor, wat nu te laat is, en of de maatregelen werken, vergeleken met de periode ervoor. Zonder opties gaat het over de ` +
			`tijd sinds het vorige overleg van het MT, en als er nog geen was over dit kalenderjaar. Namen van mensen en wat klagers schreven ` +
			`komen er alleen in met --met-namen.`,
		Example: `  klacht rapport
  klacht rapport --uit rapport.pdf
  klacht rapport --periode 2026-Q3 --formaat md
  klacht rapport --van 1-1-2026 --tot 30-6-2026 --uit halfjaar.html`,
	}
	f := cmd.Flags()
	f.StringVar(&doel.formaat, "formaat", "", "`FORMAAT`: "+dossier.Opsomming(rapport.Formaatnamen(), "of")+"; anders volgens --uit, anders scherm")
	vlagUit(cmd, &doel.uitdoel, "schrijf het rapport in `BESTAND`; de naam zegt welk formaat, zoals rapport.pdf")
	f.StringVar(&keuze.Periode, "periode", "", "een `PERIODE`: een jaar (2026), kwartaal (2026-Q3) of maand (2026-10)")
	f.StringVar(&keuze.Van, "van", "", "de eerste dag, als `DATUM`")
	f.StringVar(&keuze.Tot, "tot", "", "de laatste dag, als `DATUM`; anders vandaag")
	f.BoolVar(&metNamen, "met-namen", false, "noem namen van mensen, en het onderwerp van hun klacht")
	vlagPeildatum(cmd, om, &peildatum)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if alsJSON {
			if doel.formaat != "" && doel.formaat != "json" {
				return verkeerd("--json en --formaat %s kunnen niet samen", doel.formaat)
			}
			doel.formaat = "json"
		}
		if doel.pad == "" && cmd.Flags().Changed("uit") {
			return verkeerd("--uit is leeg").metTip("geef een naam, zoals rapport.pdf, of laat --uit weg")
		}
		gekozen, err := om.kiesFormaat(doel)
		if err != nil {
			return err
		}
		dag := om.ofVandaag(peildatum)
		if _, _, err := keuze.Lees(dag, 0); err != nil {
			return err // a wrong call, whatever is in the folder
		}
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			overleggen, fouten := om.leesOverleggen(m, dag)
			periode, vorige, err := keuze.Lees(dag, laatsteVoor(overleggen, dag))
			if err != nil {
				return errors.Join(err, fouten)
			}
			in := rapport.Invoer{
				Periode: periode, Vorige: vorige, Peildatum: dag, MetNamen: metNamen,
				Overleggen: dossier.OverleggenTot(overleggen, periode.Peildatum(dag)),
			}
			return om.rapporteer(cmd, m, doel.uitdoel, gekozen, in, fouten)
		})
	}
	return cmd
}

// rapportdoel is where the report goes and in what format, as the flags say.
type rapportdoel struct {
	uitdoel
	formaat string // "" for what the file's name says, else the screen
}

// kiesFormaat finds the format that goes with doel.
func (om omgeving) kiesFormaat(doel rapportdoel) (rapport.Formaat, error) {
	if err := doel.controleer(); err != nil {
		return rapport.Formaat{}, err
	}
	formaten := rapport.Formaten(om.rapportscherm())
	if doel.pad != "" {
		formaten = rapport.Formaten(rapport.Scherm{}) // a file has no width and no colours of a terminal
	}
	naam := doel.formaat
	if naam == "" {
		naam = "scherm"
	}
	if doel.pad != "" {
		bij, err := rapport.FormaatBijNaam(formaten, doel.pad)
		switch {
		case doel.formaat == "" && err != nil:
			return rapport.Formaat{}, err
		case doel.formaat == "":
			return bij, nil
		case err == nil && bij.Naam != doel.formaat:
			return rapport.Formaat{}, verkeerd("--uit %s en --formaat %s spreken elkaar tegen", doel.pad, doel.formaat).metTip("laat --formaat weg, of noem het bestand anders")
		}
	}
	gekozen, err := rapport.KiesFormaat(formaten, naam)
	if err == nil && gekozen.Binair && doel.pad == "" && om.terminal {
		return gekozen, verkeerd("%s is niet op het scherm te lezen", naam).metTip("geef een bestand: --uit rapport%s", gekozen.Extensie)
	}
	return gekozen, err
}

// rapportscherm is the screen as the report lays itself out on it.
func (om omgeving) rapportscherm() rapport.Scherm {
	s := rapport.Scherm{Kleur: om.kleur}
	if om.terminal {
		s.Breedte = om.breedte
	}
	return s
}

// rapporteer reads the folder, adds its facts to what in asks for, and writes the report. What could not be read, before this (eerder)
// or now, is said after: a report that lacks it is written all the same, in a file as on the screen.
func (om omgeving) rapporteer(cmd *cobra.Command, m *dossier.Map, doel uitdoel, formaat rapport.Formaat, in rapport.Invoer, eerder error) error {
	if err := om.magUit(doel); err != nil {
		return errors.Join(err, eerder)
	}
	in, fouten, err := om.rapportinvoer(cmd, m, in)
	fouten = errors.Join(eerder, fouten)
	if err != nil {
		return errors.Join(err, fouten)
	}
	om.voortgang.meld("Het rapport wordt gemaakt")
	schrijf := func(w io.Writer) error { return formaat.Schrijver(w, bereken(in, fouten)) }
	return errors.Join(om.naarUit(doel, schrijf), fouten)
}

// bereken makes the figures; they say so where fouten keep something from them.
func bereken(in rapport.Invoer, fouten error) rapport.Overzicht {
	o := rapport.Bereken(in)
	o.Onvolledig = !volledig(fouten)
	return o
}
