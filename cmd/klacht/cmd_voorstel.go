package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func voorstelCommando(om omgeving) *cobra.Command {
	return eenvoudigeStap(om, dossier.WatVoorstel, &cobra.Command{
		Use:   "voorstel NR",
		Short: "Legt vast welk voorstel de klager gedaan is",
		Long: `Legt vast welk voorstel tot afhandeling de klager gedaan is. Dat hoort binnen de beloofde termijn te gebeuren, gewoonlijk ` +
			`vier weken na ontvangst. Een nieuw voorstel mag, ook tijdens een geschil. Met --verstuur verstuurt klacht het voorstel ook, na uw ja.`,
		Example: `  klacht voorstel 7 --tekst "Creditfactuur van 120 euro"
  klacht voorstel 7 --tekst - < voorstel.txt
  klacht voorstel 7 --tekst "U krijgt 120 euro terug." --verstuur`,
	}, "wat er voorgesteld is", true, "voorstel")
}
