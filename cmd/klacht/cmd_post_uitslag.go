package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

// What became of a letter, as a person found out.
const (
	uitslagVerstuurd = "verstuurd"
	uitslagNiet      = "niet-verstuurd"
)

func postUitslagCommando(om omgeving) *cobra.Command {
	var door string
	var ja, alsJSON bool
	cmd := &cobra.Command{
		Use:   "uitslag NR verstuurd|niet-verstuurd",
		Short: "Zegt wat er kwam van een brief waarvan niet zeker is of hij verstuurd is",
		Long: `Valt de verbinding weg nadat een brief aan de mailserver gegeven is en voordat de server antwoordt, dan weet niemand of hij verstuurd is. ` +
			`klacht vraagt het dan: status en toon noemen de brief. Zoek het uit, en zeg het hier. Met verstuurd wordt hij vastgelegd op het moment van ` +
			`versturen; met niet-verstuurd blijft er niets van over, en kunt u hem opnieuw versturen.`,
		Example: `  klacht post uitslag 7 verstuurd
  klacht post uitslag 7 niet-verstuurd`,
	}
	vlagDoor(cmd, &door)
	vlagJa(cmd, &ja)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		uitslag := strings.ToLower(args[1])
		if mag := []string{uitslagVerstuurd, uitslagNiet}; !slices.Contains(mag, uitslag) {
			return verkeerd("%q kan niet, kies %s", args[1], dossier.Opsomming(mag, "of"))
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			n, err := m.Kies(args[0])
			if err != nil {
				return err
			}
			wie, err := om.wieNu(door)
			if err != nil {
				return err
			}
			na, v, err := m.ZegUitslag(cmd.Context(), n, uitslag == uitslagVerstuurd, wie)
			if na == nil {
				return err
			}
			if uitslag == uitslagVerstuurd {
				if fout := om.toonNa(m, na, nil, alsJSON); fout != nil {
					return fout
				}
				return err
			}
			if err != nil {
				return err
			}
			if alsJSON {
				d, err := m.Beoordeel(na, wie.Nu.Dag)
				if err != nil {
					return err
				}
				return scherm.SchrijfJSON(om.uit, d)
			}
			zin := fmt.Sprintf("%s: %s is niet verstuurd, en er is niets vastgelegd.", n, v.Brief())
			if v.Sjabloon != "" {
				zin += fmt.Sprintf(" Versturen kan met: klacht post verstuur %s %s", n, dossier.AlsArgument(v.Sjabloon))
			}
			om.scherm().Alinea(zin)
			return nil
		})
	}
	return cmd
}
