package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
)

func postInlezenCommando(om omgeving) *cobra.Command {
	k := &innamekeuze{alles: true}
	cmd := &cobra.Command{
		Use:   "inlezen PAD…",
		Short: "Leest berichten in uit bestanden, mappen en postbussen",
		Long: `Leest berichten in: losse bestanden (.eml, .msg van Outlook, winmail.dat), een postbus (mbox, Maildir), of een map met die bestanden. ` +
			`Een bericht met een dossiernummer in het onderwerp, of een antwoord op een bericht uit een dossier, komt in dat dossier, maar alleen ` +
			`als de afzender erbij hoort: de klager, de behandelaar, de mediator, een collega, of een adres uit het dossier. Van een ander wordt ` +
			`het een vraag. Wat van een nieuwe afzender komt, wordt een voorstel; wat dat is, zegt u met: klacht post beoordeel. Automatische ` +
			`antwoorden en nieuwsbrieven worden overgeslagen. Hetzelfde bericht komt er nooit twee keer in, hoe vaak u het ook inleest.`,
		Example: `  klacht post inlezen bericht.eml
  klacht post inlezen Maildir --proef
  klacht post inlezen postbus.mbox --direct --categorie overig`,
	}
	k.vlaggen(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return om.metMap(cmd, func(m *dossier.Map) error {
			return om.neemAllesIn(cmd.Context(), m, k, func(l *inlezing, geef func(ingelezen)) error {
				return l.leesPaden(cmd.Context(), args, geef)
			})
		})
	}
	return cmd
}

// leesPaden takes in every message at paden, and gives what became of each. An error ends it.
func (l *inlezing) leesPaden(ctx context.Context, paden []string, geef func(ingelezen)) error {
	gelezen := 0
	for _, pad := range paden {
		vol := l.om.vanHier(pad)
		for bron, err := range berichtenBij(vol) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			gelezen++
			l.om.voortgang.meld(fmt.Sprintf("Inlezen: bericht %d", gelezen))
			r := ingelezen{Bericht: waarGevonden(pad, vol, bron)}
			switch {
			case errors.Is(err, post.ErrGeenBericht):
				r.Uitkomst, r.Reden = string(post.Overgeslagen), "geen e-mailbericht"
			case err != nil:
				l.mislukt(&r, err)
			default:
				err = l.neemIn(ctx, bron.Inhoud, dossier.Tijdstip{}, &r)
			}
			geef(r)
			if err != nil && r.Uitkomst == "" {
				return err
			}
		}
	}
	return nil
}

// berichtenBij gives the messages at an absolute path.
func berichtenBij(vol string) iter.Seq2[post.Bron, error] {
	ouder, naam := filepath.Split(vol)
	if naam == "" {
		naam = "."
	}
	return post.Berichten(os.DirFS(filepath.Clean(ouder)), naam)
}

// waarGevonden says where a message was found, as the reader named the place.
func waarGevonden(pad, vol string, bron post.Bron) string {
	if rest := strings.TrimPrefix(bron.Pad, filepath.Base(vol)); rest != "." {
		bron.Pad = filepath.ToSlash(filepath.Join(pad, rest))
	}
	return bron.String()
}
