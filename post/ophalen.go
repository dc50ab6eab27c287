package post

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"klacht/dossier"
	"klacht/post/bericht"
)

// GrootsteBericht is how many bytes a message may have; a larger one is not
// downloaded.
const GrootsteBericht = bericht.MaxBericht

const (
	// perKeer is how many messages one question to the server is about. The
	// question must fit in 8 KiB (RFC 7162 4) and the answer in one silence.
	perKeer = 200
	// grootsteID and grootsteKop are how much is kept of the field Message-ID, and
	// of a header. A message with more of them is downloaded.
	grootsteID  = 8 << 10
	grootsteKop = 1 << 20
	// meesteWeigeringen is after how many messages in a row that the server does
	// not give it is no use to go on.
	meesteWeigeringen = 20
)

// Opgehaald is one message of a mailbox: the message, or why it isn't here.
type Opgehaald struct {
	UID     uint32
	Bezorgd dossier.Tijdstip // when the server got it, if it says so
	Inhoud  []byte           // the message, byte for byte
	Besluit *Beslissing      // to skip it, made without its content
	Kop     Ingekomen        // with Besluit: Van, Onderwerp and Ontvangen, if the header was looked at
	Fout    error            // why the server did not give it
}

// HaalOp gives the messages uids one by one. Of those that b knows, and of what
// the header is enough to skip, the content is not downloaded. What b comes to
// know meanwhile, counts. An error ends it.
func (b *Brievenbus) HaalOp(ctx context.Context, uids []uint32, bekend *Bekend, nu dossier.Tijdstip) iter.Seq2[Opgehaald, error] {
	return func(geef func(Opgehaald, error) bool) {
		for partij := range slices.Chunk(uids, perKeer) {
			stukken, beslist, err := b.kijkVooraf(ctx, partij, bekend, nu)
			if err != nil {
				geef(Opgehaald{}, err)
				return
			}
			for _, uid := range partij {
				if b.teVroeg(stukken[uid]) {
					continue
				}
				o, ok := beslist[uid]
				if !ok {
					if o, err = b.haal(ctx, uid, stukken[uid]); err != nil {
						geef(Opgehaald{}, err)
						return
					}
				}
				if !geef(o, nil) {
					return
				}
			}
		}
	}
}

// kijkVooraf asks of every message how large it is, when it came and how it is
// called, and of those that are not on file the header. What the server refuses
// to say of some is no error: they are asked for by themselves.
func (b *Brievenbus) kijkVooraf(ctx context.Context, uids []uint32, bekend *Bekend, nu dossier.Tijdstip) (map[uint32]poststuk, map[uint32]Opgehaald, error) {
	stukken, beslist := map[uint32]poststuk{}, map[uint32]Opgehaald{}
	var nieuw []uint32
	err := b.lees(ctx, uids, vraagMessageID(), grootsteID, func(s poststuk) {
		if _, dubbel := stukken[s.uid]; dubbel || s.uid == 0 {
			return
		}
		if b.teVroeg(s) {
			// passed over
		} else if besluit, ok := bekend.opID(s.inhoud); ok {
			beslist[s.uid] = Opgehaald{UID: s.uid, Bezorgd: s.bezorgd, Besluit: &besluit}
		} else {
			nieuw = append(nieuw, s.uid)
		}
		s.inhoud = nil
		stukken[s.uid] = s
	})
	if err != nil && !isWeigering(err) {
		return nil, nil, err
	}
	err = b.lees(ctx, nieuw, vraagKop(), grootsteKop, func(s poststuk) {
		bezorgd := stukken[s.uid].bezorgd
		if kop, besluit, ok := bekend.opKop(s.inhoud, bezorgd, nu); ok {
			beslist[s.uid] = Opgehaald{UID: s.uid, Bezorgd: bezorgd, Besluit: &besluit, Kop: Ingekomen{
				// The rest of it may be large, and there are many of them.
				Van: kop.Van, Aanmelding: dossier.Aanmelding{Onderwerp: kop.Onderwerp, Ontvangen: kop.Ontvangen},
			}}
		}
	})
	if err != nil && !isWeigering(err) {
		return nil, nil, err
	}
	return stukken, beslist, nil
}

func (b *Brievenbus) teVroeg(s poststuk) bool { return !s.bezorgd.IsLeeg() && s.bezorgd.Dag < b.sinds }

// haal downloads one message, of which vooraf is known.
func (b *Brievenbus) haal(ctx context.Context, uid uint32, vooraf poststuk) (Opgehaald, error) {
	o := Opgehaald{UID: uid, Bezorgd: vooraf.bezorgd}
	teGroot := fmt.Errorf("het bericht is groter dan %d MiB", GrootsteBericht>>20)
	if vooraf.bytes > GrootsteBericht {
		o.Fout = teGroot
		return o, nil
	}
	// Twice, since news that someone read the message can stand in for the answer.
	for range 2 {
		err := b.lees(ctx, []uint32{uid}, vraagBericht(), GrootsteBericht, func(s poststuk) {
			if !s.bezorgd.IsLeeg() {
				o.Bezorgd = s.bezorgd
			}
			o.Inhoud = s.inhoud
			if s.teGroot {
				o.Fout = teGroot
			}
		})
		switch {
		case isWeigering(err):
			return b.nietGegeven(o, b.gezegd(err))
		case err != nil:
			return o, err
		case o.Inhoud != nil, o.Fout != nil:
			b.geweigerd = 0
			return o, nil
		}
	}
	er := false
	err := b.lees(ctx, []uint32{uid}, vraagOfErIs(), 0, func(poststuk) { er = true })
	switch {
	case err != nil && !isWeigering(err):
		return o, err
	case err == nil && !er:
		o.Besluit = &Beslissing{Uitkomst: Overgeslagen, Reden: "het staat niet meer in de brievenbus"}
		return o, nil
	}
	return b.nietGegeven(o, "")
}

// nietGegeven says that the server does not give a message, though it is there.
func (b *Brievenbus) nietGegeven(o Opgehaald, gezegd string) (Opgehaald, error) {
	o.Fout = errors.New(b.toegang.Server.Host + " geeft het bericht niet" + gezegd)
	if b.geweigerd++; b.geweigerd < meesteWeigeringen {
		return o, nil
	}
	return o, &dossier.Fout{
		Wat:  fmt.Sprintf("%s geeft %d berichten achter elkaar niet%s", b.toegang.Server.Host, b.geweigerd, gezegd),
		Raad: "probeer het later opnieuw; blijft het zo, vraag het dan uw mailprovider",
	}
}
