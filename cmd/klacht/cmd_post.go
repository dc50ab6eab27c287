package main

import "github.com/spf13/cobra"

func postCommando(om omgeving) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "post",
		Short: "Leest berichten in, en laat ze beoordelen",
		Long: `Post komt in de map met inlezen: een antwoord op een klacht die loopt gaat naar het dossier, en wat van een nieuwe afzender komt, ` +
			`wacht in de map inkomend tot u met beoordeel zegt wat het is.`,
		Example: `  klacht post inlezen Maildir
  klacht post beoordeel`,
	}
	cmd.AddCommand(
		postInlezenCommando(om),
		postBeoordeelCommando(om),
	)
	return cmd
}
