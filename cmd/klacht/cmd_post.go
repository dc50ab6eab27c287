package main

import "github.com/spf13/cobra"

func postCommando(om omgeving) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "post",
		Short: "Maakt brieven aan de klager, om met uw mailprogramma te versturen",
		Long: `Maakt brieven aan de klager uit sjablonen, als e-mail die u in uw eigen mailprogramma naleest en verstuurt. De sjablonen staan in de map ` +
			`sjablonen, en u mag ze veranderen.`,
		Example: `  klacht post concept 7 ontvangstbevestiging
  klacht post sjablonen`,
	}
	cmd.AddCommand(postConceptCommando(om), postSjablonenCommando(om))
	return cmd
}
