package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func feestdagenCommando(om omgeving) *cobra.Command {
	opties := werkdagen.StandaardOpties()
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "feestdagen JAAR",
		Short: "Toont de feestdagen van een jaar",
		Long: `Toont de feestdagen van een jaar, ook die in een weekend vallen, en apart de dagen die bij koninklijk besluit met een ` +
			`feestdag zijn gelijkgesteld. Hiervoor is geen map met dossiers nodig.`,
		Example: `  klacht feestdagen 2026
  klacht feestdagen 2027 --kalender bedrijf`,
		RunE: func(_ *cobra.Command, args []string) error {
			jaar, err := strconv.Atoi(args[0])
			if err != nil {
				return verkeerd("%q is geen jaar", args[0]).metTip("schrijf een jaar als 2026")
			}
			kalender, err := werkdagen.NieuweKalender(opties)
			if err != nil {
				return err
			}
			dagen, err := kalender.Feestdagen(jaar)
			if err != nil {
				return err
			}
			f := feestdagen{jaar, dagen, werkdagen.Gelijkgestelden(jaar)}
			if alsJSON {
				return scherm.SchrijfJSON(om.uit, f)
			}
			toonFeestdagen(om.scherm(), f)
			return nil
		},
	}
	vlagKalender(cmd, &opties.Kalender)
	vlagJSON(cmd, &alsJSON)
	return cmd
}

type feestdagen struct {
	Jaar          int                           `json:"jaar"`
	Dagen         []werkdagen.Feestdag          `json:"dagen"`
	Gelijkgesteld []werkdagen.GelijkgesteldeDag `json:"gelijkgesteld"`
}

func toonFeestdagen(s *scherm.Scherm, f feestdagen) {
	var rijen [][]scherm.Cel
	for _, d := range f.Dagen {
		rijen = append(rijen, scherm.Rij(d.Datum.Lang(), d.Naam()))
	}
	s.Tabel([]scherm.Kolom{{Titel: "Feestdag"}, {Titel: "Naam", Rekt: true}}, rijen)
	s.Wit()
	if len(f.Gelijkgesteld) == 0 {
		s.Gekleurd(scherm.Zacht, "Voor dit jaar zijn geen gelijkgestelde dagen bekend.")
		return
	}
	rijen = nil
	for _, d := range f.Gelijkgesteld {
		rijen = append(rijen, scherm.Rij(d.Datum.Lang(), d.Bron))
	}
	s.Tabel([]scherm.Kolom{{Titel: "Gelijkgesteld"}, {Titel: "Bron", Rekt: true}}, rijen)
}
