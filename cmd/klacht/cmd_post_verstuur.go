package main

import "github.com/spf13/cobra"

func postVerstuurCommando(om omgeving) *cobra.Command {
	v := &verzendopdracht{stap: &stap{om: om}}
	cmd := &cobra.Command{
		Use:   "verstuur NR SJABLOON",
		Short: "Verstuurt een brief aan de klager, en legt dat vast",
		Long: `Maakt van een sjabloon een e-mail aan de klager, toont die, en verstuurt die na uw ja met de server die in procedure.yaml onder post ` +
			`bij versturen staat. Wat verstuurd is, komt in het dossier, met de stap die het is: een ontvangstbevestiging bevestigt de ontvangst, een ` +
			`voorstel met --tekst is een voorstel, en de rest is een bericht dat uitging. Lukt het niet, dan is er niets vastgelegd. Het wachtwoord komt ` +
			`uit KLACHT_SMTP_WACHTWOORD, of wordt gevraagd.`,
		Example: `  klacht post verstuur 7 ontvangstbevestiging
  klacht post verstuur 7 voorstel --tekst "U krijgt 120 euro terug." --bijlage creditfactuur.pdf
  klacht post verstuur 7 informatieverzoek --tekst "Wilt u ons de factuur sturen?"`,
	}
	vlagTekst(cmd, &v.tekst, "tekst", "TEKST", "wat deze ene brief zegt, zoals de vraag of het voorstel; met - komt de tekst van de invoer")
	v.bijlagevlag(cmd)
	v.nogmaalsvlag(cmd)
	v.vlaggenNu(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		v.nr, v.sjabloon = args[0], args[1]
		return v.verstuur(cmd)
	}
	return cmd
}
