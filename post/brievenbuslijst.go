package post

import (
	"context"
	"fmt"
	"time"

	"github.com/emersion/go-imap/v2"

	"klacht/dossier"
	"klacht/werkdagen"
)

// meesteBerichten is how many messages a folder may list. Their numbers are kept
// in memory.
const meesteBerichten = 1_000_000

// Lijst gives the numbers (UIDs) of the messages in the folder, oldest first,
// without those that are marked to be deleted. With sinds, HaalOp gives only
// those that the server got on that day or later; the list may have some of the
// day before, since servers count days in zones of their own.
func (b *Brievenbus) Lijst(ctx context.Context, sinds werkdagen.Datum) ([]uint32, error) {
	b.sinds = sinds
	if b.Aantal == 0 {
		return nil, nil
	}
	vraag := &imap.SearchCriteria{NotFlag: []imap.Flag{imap.FlagDeleted}}
	if sinds != 0 {
		jaar, maand, dag := (sinds - 1).Delen()
		vraag.Since = time.Date(jaar, time.Month(maand), dag, 0, 0, 0, 0, time.UTC)
	}
	b.lijn.begin(11 * meesteBerichten) // a number of 32 bits and a blank
	antwoord, err := b.client.UIDSearch(vraag, nil).Wait()
	b.lijn.rust()
	if err != nil {
		return nil, b.fout(ctx, err)
	}
	reeksen, _ := antwoord.All.(imap.UIDSet)
	// A few characters can stand for billions.
	aantal := uint64(0)
	for _, r := range reeksen {
		if r.Start == 0 || r.Stop < r.Start {
			return nil, b.fout(ctx, fmt.Errorf("UIDs %d:%d", r.Start, r.Stop))
		}
		if aantal += uint64(r.Stop-r.Start) + 1; aantal > meesteBerichten {
			return nil, &dossier.Fout{
				Wat:  fmt.Sprintf("in %s staan meer dan een miljoen berichten", b.Map),
				Raad: "haal een deel op, met --sinds DATUM",
			}
		}
	}
	uids := make([]uint32, 0, aantal)
	for _, r := range reeksen {
		for uid := r.Start; ; uid++ {
			uids = append(uids, uint32(uid))
			if uid == r.Stop {
				break
			}
		}
	}
	return uids, nil
}
