package main

import "github.com/spf13/cobra"

func postCommando(om omgeving) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "post",
		Short: "Leest berichten in, laat ze beoordelen, en maakt en verstuurt brieven",
		Long: `Post komt in de map met inlezen of, uit de brievenbus bij uw mailprovider, met ophalen: een antwoord op een klacht die loopt gaat naar het dossier, en wat van een nieuwe afzender komt, ` +
			`wacht in de map inkomend tot u met beoordeel zegt wat het is. Met concept maakt u een brief aan de klager uit een sjabloon, als e-mail ` +
			`die u in uw eigen mailprogramma naleest en verstuurt; met verstuur verstuurt klacht hem zelf, en legt dat vast.`,
		Example: `  klacht post inlezen Maildir
  klacht post ophalen
  klacht post beoordeel
  klacht post concept 7 ontvangstbevestiging
  klacht post verstuur 7 ontvangstbevestiging`,
	}
	cmd.AddCommand(
		postInlezenCommando(om),
		postOphalenCommando(om),
		postBeoordeelCommando(om),
		postConceptCommando(om),
		postVerstuurCommando(om),
		postUitslagCommando(om),
		postSjablonenCommando(om),
	)
	return cmd
}
