package main

import (
	"bytes"
	"errors"
	"fmt"
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
	f.StringVar(&doel.pad, "uit", "", "schrijf het rapport in `BESTAND`; de naam zegt welk formaat, zoals rapport.pdf")
	f.BoolVar(&doel.vervang, "vervang", false, "vervang het bestand van --uit als het al bestaat")
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
			if doel.pad == "" {
				return om.rapporteer(cmd, m, om.uit, gekozen, in, fouten)
			}
			return om.rapporteerIn(cmd, m, doel, gekozen, in, fouten)
		})
	}
	return cmd
}

// rapportdoel is where the report goes and in what format, as the flags say.
type rapportdoel struct {
	formaat string // "" for what the file's name says, else the screen
	pad     string // "" for stdout
	vervang bool
}

// kiesFormaat finds the format that goes with doel.
func (om omgeving) kiesFormaat(doel rapportdoel) (rapport.Formaat, error) {
	formaten := rapport.Formaten(om.rapportscherm())
	if doel.pad != "" {
		formaten = rapport.Formaten(rapport.Scherm{}) // a file has no width and no colours of a terminal
	} else if doel.vervang {
		return rapport.Formaat{}, verkeerd("--vervang zegt iets over het bestand van --uit, en dat ontbreekt").metTip("geef ook --uit BESTAND")
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
// or now, is said after.
func (om omgeving) rapporteer(cmd *cobra.Command, m *dossier.Map, w io.Writer, formaat rapport.Formaat, in rapport.Invoer, eerder error) error {
	in, fouten, err := om.rapportinvoer(cmd, m, in)
	fouten = errors.Join(eerder, fouten)
	if err != nil {
		return errors.Join(err, fouten)
	}
	om.voortgang.meld("Het rapport wordt gemaakt")
	defer om.voortgang.stop()
	return errors.Join(formaat.Schrijver(w, bereken(in, fouten)), fouten)
}

// rapporteerIn writes the report in a file: whole, or not at all. A report that lacks what could not be read is written all the same,
// as on the screen.
func (om omgeving) rapporteerIn(cmd *cobra.Command, m *dossier.Map, doel rapportdoel, formaat rapport.Formaat, in rapport.Invoer, eerder error) error {
	vol := om.vanHier(doel.pad)
	if err := dossier.MagBewaren(vol, doel.vervang); err != nil {
		return errors.Join(err, eerder)
	}
	in, fouten, err := om.rapportinvoer(cmd, m, in)
	fouten = errors.Join(eerder, fouten)
	if err != nil {
		return errors.Join(err, fouten)
	}
	om.voortgang.meld("Het rapport wordt gemaakt")
	var inhoud bytes.Buffer
	err = formaat.Schrijver(&inhoud, bereken(in, fouten))
	om.voortgang.stop()
	if err != nil {
		return errors.Join(err, fouten)
	}
	if err := dossier.BewaarBestand(vol, inhoud.Bytes(), doel.vervang); err != nil {
		return errors.Join(err, fouten)
	}
	om.scherm().Alinea(fmt.Sprintf("Gemaakt: %s (%s)", doel.pad, grootte(int64(inhoud.Len()))))
	return fouten
}

// bereken makes the figures; they say so where fouten keep something from them.
func bereken(in rapport.Invoer, fouten error) rapport.Overzicht {
	o := rapport.Bereken(in)
	o.Onvolledig = !volledig(fouten)
	return o
}
