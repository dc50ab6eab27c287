package main

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func termijnCommando(om omgeving) *cobra.Command {
	opties := werkdagen.StandaardOpties()
	var uitleg, alsJSON bool
	cmd := &cobra.Command{
		Use:   "termijn DATUM TERMIJN",
		Short: "Rekent uit wanneer een termijn afloopt",
		Long: `Rekent uit wanneer een termijn afloopt die begon met een ontvangst op DATUM. De dag van ontvangst telt niet mee. ` +
			`TERMIJN is bijvoorbeeld: 5 werkdagen, vier weken, 14 dagen, 6 maanden, 2 jaar. Hiervoor is geen map met dossiers nodig.`,
		Example: `  klacht termijn 2026-11-20 5 werkdagen
  klacht termijn "20 november 2026" "vier weken" --verlenging atw --uitleg`,
		Args: func(cmd *cobra.Command, args []string) error {
			// More than two words are a date and a term without quotes.
			return argumentenVolgens(cmd.Use)(cmd, args[:min(len(args), 2)])
		},
		RunE: func(_ *cobra.Command, args []string) error {
			ontvangen, termijn, err := leesDatumEnTermijn(args, om.vandaag())
			if err != nil {
				return verkeerd("%v", err)
			}
			kalender, err := werkdagen.NieuweKalender(opties)
			if err != nil {
				return err
			}
			b, err := kalender.Bereken(ontvangen, termijn)
			if err != nil {
				return err
			}
			if b.Waarschuwing != "" {
				om.waarschuw("%s", b.Waarschuwing)
			}
			if alsJSON {
				return termijnJSON(om.uit, b, uitleg)
			}
			toonTermijn(om.scherm(), b, uitleg)
			return nil
		},
	}
	vlagKalender(cmd, &opties.Kalender)
	vlagKeuze(cmd, &opties.Gelijkgesteld, "gelijkgesteld",
		[]werkdagen.Gelijkgesteld{werkdagen.GelijkgesteldNee, werkdagen.GelijkgesteldVerlenging, werkdagen.GelijkgesteldVrij},
		"waar de dagen vrij zijn die bij koninklijk besluit met een feestdag zijn gelijkgesteld: nergens, bij wettelijke verlenging, of ook bij het tellen van werkdagen")
	vlagKeuze(cmd, &opties.Verlenging, "verlenging",
		[]werkdagen.Verlenging{werkdagen.VerlengingGeen, werkdagen.VerlengingATW},
		"of een termijn die op een vrije dag afloopt langer wordt volgens de Algemene termijnenwet")
	cmd.Flags().BoolVar(&uitleg, "uitleg", false, "leg dag voor dag uit hoe er is geteld")
	vlagJSON(cmd, &alsJSON)
	return cmd
}

// vlagKalender declares --kalender; *doel is the default.
func vlagKalender(cmd *cobra.Command, doel *werkdagen.Kalendersoort) {
	vlagKeuze(cmd, doel, "kalender", []werkdagen.Kalendersoort{werkdagen.KalenderATW, werkdagen.KalenderBedrijf},
		"welke feestdagen gelden: die van de Algemene termijnenwet, of die van de meeste bedrijven (Goede Vrijdag is een werkdag, 5 mei is eens in de vijf jaar vrij)")
}

// leesDatumEnTermijn reads words such as: 27 nov 2026 vijf werkdagen. Where no division into a date and a term works, the
// error is about the first word as a date and the rest as a term.
func leesDatumEnTermijn(woorden []string, vandaag werkdagen.Datum) (werkdagen.Datum, werkdagen.Termijn, error) {
	var eerste error
	for i := 1; i < len(woorden); i++ {
		datum, err := werkdagen.LeesDatumVrij(strings.Join(woorden[:i], " "), vandaag)
		if err == nil {
			var termijn werkdagen.Termijn
			if termijn, err = werkdagen.LeesTermijn(strings.Join(woorden[i:], " ")); err == nil {
				return datum, termijn, nil
			}
		}
		if eerste == nil {
			eerste = err
		}
	}
	return 0, werkdagen.Termijn{}, eerste
}

// termijnJSON writes the calculation, with the explanation as a list of lines where that was asked for.
func termijnJSON(w io.Writer, b werkdagen.Berekening, uitleg bool) error {
	if !uitleg {
		return scherm.SchrijfJSON(w, b)
	}
	velden, err := json.Marshal(b)
	if err != nil {
		return err
	}
	regels, err := json.Marshal(b.Uitleg())
	if err != nil {
		return err
	}
	velden = append(velden[:len(velden)-1], `,"uitleg":`...)
	return scherm.SchrijfJSON(w, json.RawMessage(append(append(velden, regels...), '}')))
}

func toonTermijn(s *scherm.Scherm, b werkdagen.Berekening, uitleg bool) {
	if uitleg {
		for _, r := range b.Uitleg() {
			s.Alinea(r)
		}
		return
	}
	paren := []scherm.Paar{
		{Naam: "Ontvangen", Waarde: b.Ontvangen.Lang()},
		{Naam: "Termijn", Waarde: b.Termijn.String()},
		{Naam: "Eerste dag", Waarde: b.EersteDag.Lang()},
		{Naam: "Uiterlijk", Waarde: b.Uiterlijk.Lang(), Toon: scherm.Nadruk},
	}
	if b.LaatsteWerkdag != b.Uiterlijk {
		paren = append(paren, scherm.Paar{Naam: "Laatste werkdag", Waarde: b.LaatsteWerkdag.Lang()})
	}
	if b.Nominaal != b.Uiterlijk {
		paren = append(paren, scherm.Paar{Naam: "Zonder verlenging", Waarde: b.Nominaal.Lang()})
	}
	paren = append(paren,
		scherm.Paar{Naam: "Overgeslagen", Waarde: vrijeDagen(b.Overgeslagen)},
		scherm.Paar{Naam: "Verlengd met", Waarde: vrijeDagen(b.VerlengdMet)})
	s.Gegevens(paren...)
}

// vrijeDagen lists days off, one a line; the days that only the weekend makes off say so in their own names.
func vrijeDagen(dagen []werkdagen.VrijeDag) string {
	regels := make([]string, len(dagen))
	for i, d := range dagen {
		regels[i] = d.Datum.Lang()
		var redenen []string
		for _, r := range d.Redenen {
			if r != werkdagen.ZaterdagReden && r != werkdagen.ZondagReden {
				redenen = append(redenen, r.Naam())
			}
		}
		if len(redenen) > 0 {
			regels[i] += ", " + dossier.Opsomming(redenen, "en")
		}
	}
	return strings.Join(regels, "\n")
}
