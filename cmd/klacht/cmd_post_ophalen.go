package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
	"klacht/werkdagen"
)

func postOphalenCommando(om omgeving) *cobra.Command {
	k := &innamekeuze{}
	var sinds werkdagen.Datum
	cmd := &cobra.Command{
		Use:   "ophalen",
		Short: "Haalt berichten op uit de brievenbus bij de mailprovider",
		Long: `Leest de berichten in uit de brievenbus bij uw mailprovider (IMAP), zoals klacht post inlezen dat doet met bestanden. Welke server, ` +
			`gebruiker en map dat zijn, staat in procedure.yaml onder post bij ophalen. Het wachtwoord staat in geen bestand: klacht vraagt ernaar, ` +
			`of leest het uit de omgevingsvariabele ` + wachtwoordIMAP + `. Op de server verandert niets: elk bericht blijft waar het is, en wat ` +
			`ongelezen is, blijft ongelezen. Wat er al in staat, wordt niet opnieuw opgehaald, dus u kunt dit commando zo vaak geven als u wilt.`,
		Example: `  klacht post ophalen --proef
  klacht post ophalen
  klacht post ophalen --sinds 1-9-2026 --direct --categorie overig`,
	}
	vlagDatum(cmd, om, &sinds, "sinds", "alleen berichten die vanaf deze dag in de brievenbus kwamen")
	cmd.Flags().BoolVar(&k.alles, "alles", false, "noem ook de overgeslagen berichten als het er meer dan vijftig zijn")
	k.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return om.metMap(cmd, func(m *dossier.Map) error {
			ctx := cmd.Context()
			toegang, err := om.toegang(ctx, m.Procedure.Post.Ophalen, "ophalen", wachtwoordIMAP)
			if err != nil {
				return err
			}
			om.voortgang.meld("Verbinden met " + toegang.Server.Host)
			b, err := post.OpenBrievenbus(ctx, toegang)
			if err != nil {
				return err
			}
			defer b.Sluit()
			uids, err := b.Lijst(ctx, sinds)
			if err != nil {
				return err
			}
			return om.neemAllesIn(ctx, m, k, func(l *inlezing, geef func(ingelezen)) error { return l.haalOp(ctx, b, uids, geef) })
		})
	}
	return cmd
}

// haalOp takes in the messages uids of a mailbox, and gives what became of each. An error ends it.
func (l *inlezing) haalOp(ctx context.Context, b *post.Brievenbus, uids []uint32, geef func(ingelezen)) error {
	gedaan := 0
	meld := func() { l.om.voortgang.meld(fmt.Sprintf("Ophalen: bericht %d van %d", gedaan+1, len(uids))) }
	meld()
	for o, err := range b.HaalOp(ctx, uids, l.bekend, l.wie.Nu) {
		if err != nil {
			return afgebrokenNa(err, gedaan, len(uids))
		}
		r := ingelezen{Bericht: fmt.Sprintf("%s %d", b.Map, o.UID), Ontvangen: o.Bezorgd}
		if !o.Bezorgd.IsLeeg() {
			r.Bericht += " (" + o.Bezorgd.Dag.Kort() + ")"
		}
		switch {
		case o.Fout != nil:
			l.mislukt(&r, o.Fout)
		case o.Besluit != nil:
			if !o.Kop.Ontvangen.IsLeeg() {
				l.beschrijf(&o.Kop, &r)
			}
			r.noem(o.Besluit.Nummer)
			r.Uitkomst, r.Reden = string(o.Besluit.Uitkomst), o.Besluit.Reden
		default:
			err = l.neemIn(ctx, o.Inhoud, o.Bezorgd, &r)
		}
		geef(r)
		if err != nil && r.Uitkomst == "" {
			return err
		}
		gedaan++
		meld()
	}
	return nil
}

// afgebrokenNa says how far it came.
func afgebrokenNa(err error, gedaan, totaal int) error {
	if gedaan == 0 || errors.Is(err, context.Canceled) {
		return err
	}
	return &mislukt{
		fmt.Errorf("%w, na %d van %d berichten", err, gedaan, totaal),
		"haal opnieuw op: wat er al in staat, wordt overgeslagen",
	}
}
