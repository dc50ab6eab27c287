package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

// innamekeuze is what can be chosen when messages are taken in, wherever they come from.
type innamekeuze struct {
	proef, direct, alsJSON bool
	categorie, door        string
	alles                  bool // shows every message, however many were skipped
}

func (k *innamekeuze) vlaggen(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&k.proef, "proef", false, "laat zien wat er zou gebeuren, en doe niets")
	cmd.Flags().BoolVar(&k.direct, "direct", false, "registreer berichten van nieuwe afzenders meteen als klacht")
	vlagTekst(cmd, &k.categorie, "categorie", "CATEGORIE", "van wat --direct registreert; anders die onder post in procedure.yaml, anders overig")
	vlagDoor(cmd, &k.door)
	vlagJa(cmd, new(bool))
	vlagJSON(cmd, &k.alsJSON)
	cmd.PreRunE = func(*cobra.Command, []string) error {
		if k.categorie != "" && !k.direct {
			return verkeerd("--categorie hoort bij --direct").metTip("geef ook --direct, of laat --categorie weg")
		}
		return nil
	}
}

// neemAllesIn takes in every message that werk finds, and shows what became of each; an error of werk ends it, and what came before it
// stands.
func (om omgeving) neemAllesIn(ctx context.Context, m *dossier.Map, k *innamekeuze, werk func(*inlezing, func(ingelezen)) error) error {
	l, err := om.nieuweInlezing(ctx, m, k.door, k.proef)
	if err != nil {
		return err
	}
	defer l.p.Sluit()
	if l.direct = k.direct; k.direct {
		if l.categorie, err = directCategorie(k.categorie, m.Procedure); err != nil {
			return err
		}
	}
	rijen := []ingelezen{}
	err = werk(l, func(r ingelezen) { rijen = append(rijen, r) })
	om.voortgang.stop()
	var fout error
	switch {
	case k.alsJSON:
		fout = scherm.SchrijfJSON(om.uit, struct {
			Proef     bool        `json:"proef"`
			Berichten []ingelezen `json:"berichten"`
		}{k.proef, rijen})
	case len(rijen) > 0 || err == nil: // else nobody knows what there is
		toonIngelezen(om.scherm(), rijen, k.proef, k.alles)
	}
	return errors.Join(append(l.fouten, err, fout)...)
}
