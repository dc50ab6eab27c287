package post

import (
	"klacht/dossier"
	"klacht/post/bericht"
)

// opKop decides on a message by its header alone; in is what that tells. ok is
// false when the message itself has to be seen first. What a header decides is
// never more than to skip:
//
//   - what is on file, as Beslis recognises it;
//   - what went to a whole list, whoever's message it has with it;
//   - what was received before dossiers are kept and whose header points to none.
//     What could still make it belong somewhere is a message of a dossier that is
//     attached to it.
//
// So a mailbox of years, and its newsletters, is not downloaded at every run.
func (b *Bekend) opKop(kop []byte, bezorgd, nu dossier.Tijdstip) (in Ingekomen, besluit Beslissing, ok bool) {
	if len(kop) == 0 {
		return in, besluit, false
	}
	in = ingekomen(bericht.LeesKop(kop), kop, b.Eigen, bezorgd, nu)
	besluit = Beslis(&in, b)
	bekend := in.BerichtID != "" && b.Plaats(dossier.MerkVanID(in.BerichtID)) != ""
	return in, besluit, besluit.Uitkomst == Overgeslagen && (bekend || in.Lijst || in.Ontvangen.Dag < b.Vanaf)
}

// opID decides by the part of a header that has the Message-ID.
func (b *Bekend) opID(kop []byte) (Beslissing, bool) {
	id := bericht.LeesKop(kop).ID
	if id == "" {
		return Beslissing{}, false
	}
	return b.alBekend(dossier.MerkVanID(id))
}
