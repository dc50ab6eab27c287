package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"klacht/dossier"
)

// uitdoel is where a command that makes a document writes it, as its flags say.
type uitdoel struct {
	pad     string // "" for stdout
	vervang bool
}

// vlagUit declares --uit and --vervang; uitleg says of --uit what goes into the file.
func vlagUit(cmd *cobra.Command, doel *uitdoel, uitleg string) {
	cmd.Flags().StringVar(&doel.pad, "uit", "", uitleg)
	cmd.Flags().BoolVar(&doel.vervang, "vervang", false, "vervang het bestand van --uit als het al bestaat")
}

// controleer refuses --vervang of nothing.
func (d uitdoel) controleer() error {
	if d.vervang && d.pad == "" {
		return verkeerd("--vervang zegt iets over het bestand van --uit, en dat ontbreekt").metTip("geef ook --uit BESTAND")
	}
	return nil
}

// magUit says beforehand whether naarUit would refuse for what stands there.
func (om omgeving) magUit(doel uitdoel) error {
	if doel.pad == "" {
		return nil
	}
	return dossier.MagBewaren(om.vanHier(doel.pad), doel.vervang)
}

// naarUit has schrijf write to where it is to go: in a file whole, or not at all. It is made whole before anything of it is shown, for
// until then how far it is stands on the same screen.
func (om omgeving) naarUit(doel uitdoel, schrijf func(io.Writer) error) error {
	var inhoud bytes.Buffer
	err := schrijf(&inhoud)
	om.voortgang.stop()
	if err != nil {
		return err
	}
	if doel.pad == "" {
		_, err := om.uit.Write(inhoud.Bytes())
		return err
	}
	if err := dossier.BewaarBestand(om.vanHier(doel.pad), inhoud.Bytes(), doel.vervang); err != nil {
		return err
	}
	om.scherm().Alinea(fmt.Sprintf("Gemaakt: %s (%s)", doel.pad, grootte(int64(inhoud.Len()))))
	return nil
}
