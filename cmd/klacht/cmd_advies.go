package main

import (
	"github.com/spf13/cobra"

	"klacht/dossier"
)

func adviesCommando(om omgeving) *cobra.Command {
	return eenvoudigeStap(om, dossier.WatAdvies, &cobra.Command{
		Use:     "advies NR",
		Short:   "Legt het advies van de mediator vast",
		Long:    `Legt het advies van de mediator vast. Dat is bindend: schrijf op wat de organisatie gaat doen.`,
		Example: `  klacht advies 7 --tekst "Cursusgeld voor de helft terug; uitbetaald voor 1 december"`,
	}, "wat de organisatie volgens het advies doet", true, "")
}
