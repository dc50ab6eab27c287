package main

import (
	"cmp"
	"path/filepath"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
)

func inrichtenCommando(om omgeving) *cobra.Command {
	var i dossier.Inrichting
	cmd := &cobra.Command{
		Use:   "inrichten [MAP]",
		Short: "Maakt een map met een procedure.yaml en brieven",
		Long: `Maakt de map MAP (anders --map of KLACHT_MAP, anders Klachtafhandeling hier) met een procedure.yaml: de afgesproken procedure, met uitleg bij elke ` +
			`regel, om zelf aan te passen. In de map sjablonen komen de brieven aan de klager, ook om aan te passen. Een map die al bestaat, blijft ongewijzigd.`,
		Example: `  klacht inrichten
  klacht inrichten "Klachten 2026" --organisatie "Voorbeeld BV" --email klacht@example.nl --verantwoordelijke "Sanne de Vries"`,
	}
	cmd.Flags().StringVar(&i.Organisatie, "organisatie", "", "naam van de organisatie, als `NAAM`")
	cmd.Flags().StringVar(&i.Email, "email", "", "het e-mailadres voor klachten, als `ADRES`")
	cmd.Flags().StringVar(&i.Verantwoordelijke, "verantwoordelijke", "", "wie verantwoordelijk is voor de afhandeling, als `NAAM`")
	cmd.Flags().StringVar(&i.Mediator, "mediator", "", `de mediator, als `+"`NAAM`"+`, met een e-mailadres erachter als "Naam <adres>"`)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		genoemd, err := cmd.Flags().GetString("map")
		if err != nil {
			return err
		}
		pad := cmp.Or(samen(args), genoemd, om.getenv("KLACHT_MAP"), gewoneMap)
		vol := om.vanHier(pad)
		for _, veld := range []*string{&i.Organisatie, &i.Email, &i.Verantwoordelijke, &i.Mediator} {
			*veld = opEenRegel(*veld)
		}
		i.Sjablonen = post.IngebouwdeSjablonen()
		if err := dossier.RichtIn(vol, i); err != nil {
			return err
		}
		s := om.scherm()
		s.Alinea("Gemaakt: " + pad)
		s.Wit()
		s.Alinea("Lees en pas aan: " + filepath.Join(pad, procedurebestand))
		s.Alinea("De brieven aan klagers: " + filepath.Join(pad, "sjablonen"))
		s.Alinea("Eerste klacht: klacht nieuw --onderwerp … --categorie …")
		if vindbaar, err := om.dossiermap(cmd); err != nil || vindbaar != vol {
			s.Alinea("Ga eerst naar die map, of geef steeds --map mee, of zet het pad in KLACHT_MAP: vanzelf vindt klacht die map hier niet.")
		}
		return nil
	}
	return cmd
}
