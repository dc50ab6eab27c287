package post

import (
	"context"
	"io"
	"runtime"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-imap/v2/imapclient"

	"klacht/dossier"
	"klacht/werkdagen"
)

// poststuk is what the server gave of one message.
type poststuk struct {
	uid     uint32
	bytes   int64            // RFC822.SIZE
	bezorgd dossier.Tijdstip // when the server got it (INTERNALDATE)
	inhoud  []byte           // the part that was asked for; nil where it was not given
	teGroot bool             // it was, but larger than was wanted
}

// veel is from how many bytes on it counts in memory.
const veel = 8 << 20

// What is asked of a message. BODY.PEEK leaves alone whether it was read.
func vraagMessageID() imap.FetchOptions {
	return imap.FetchOptions{RFC822Size: true, InternalDate: true, BodySection: []*imap.FetchItemBodySection{
		{Specifier: imap.PartSpecifierHeader, HeaderFields: []string{"Message-ID"}, Peek: true},
	}}
}

func vraagKop() imap.FetchOptions {
	return imap.FetchOptions{BodySection: []*imap.FetchItemBodySection{{Specifier: imap.PartSpecifierHeader, Peek: true}}}
}

func vraagBericht() imap.FetchOptions {
	return imap.FetchOptions{InternalDate: true, BodySection: []*imap.FetchItemBodySection{{Peek: true}}}
}

func vraagOfErIs() imap.FetchOptions { return imap.FetchOptions{RFC822Size: true} }

// lees asks for the messages uids what vraag says, and gives each to neem while
// the next ones come in, in the order of the server. One that is not there any
// more is not given. No part of more than grens bytes is kept.
func (b *Brievenbus) lees(ctx context.Context, uids []uint32, vraag imap.FetchOptions, grens int64, neem func(poststuk)) error {
	if len(uids) == 0 {
		return nil
	}
	var set imap.UIDSet
	for _, uid := range uids {
		set.AddNum(imap.UID(uid))
	}
	b.lijn.begin(1024 * int64(len(uids)))
	cmd := b.client.Fetch(set, &vraag)
	for m := cmd.Next(); m != nil; m = cmd.Next() {
		stuk, err := b.leesStuk(m, grens)
		if err != nil {
			return b.fout(ctx, err)
		}
		neem(stuk)
	}
	err := cmd.Close()
	b.lijn.rust()
	if err == nil || isWeigering(err) {
		return err
	}
	return b.fout(ctx, err)
}

// leesStuk reads what came of one message. After an error, which is one of the
// connection, there is no more to read.
func (b *Brievenbus) leesStuk(m *imapclient.FetchMessageData, grens int64) (poststuk, error) {
	var s poststuk
	for deel := m.Next(); deel != nil; deel = m.Next() {
		switch d := deel.(type) {
		case imapclient.FetchItemDataUID:
			s.uid = uint32(d.UID)
		case imapclient.FetchItemDataRFC822Size:
			s.bytes = d.Size
		case imapclient.FetchItemDataInternalDate:
			if op := dossier.OpMoment(d.Time); werkdagen.BinnenBereik(op.Dag) == nil {
				s.bezorgd = op
			}
		case imapclient.FetchItemDataBodySection:
			if d.Literal == nil {
				continue
			}
			if s.inhoud != nil || s.teGroot {
				continue // one part was asked for; more counts as more than that
			}
			omvang := d.Literal.Size()
			if s.teGroot = omvang > grens; s.teGroot {
				b.lijn.sta(min(omvang, 2*GrootsteBericht)) // to be passed over
				continue
			}
			b.lijn.sta(omvang)
			if omvang > veel {
				runtime.GC() // what was read of the message before need not be there as well
			}
			s.inhoud = make([]byte, omvang)
			// The library takes a connection that ends for the end of the part, and
			// would read on beside itself if it were asked for more.
			if _, err := io.ReadFull(d.Literal, s.inhoud); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}
