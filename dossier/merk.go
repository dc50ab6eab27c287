package dossier

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Merk is what a message is recognised by: its Message-ID or, where it has none,
// the SHA-256 of its bytes.
type Merk string

const (
	merkID  = "id:"
	merkSom = "sha256:"
)

// MerkVanID is the Merk of the message that has this Message-ID, without < >.
func MerkVanID(id string) Merk { return Merk(merkID + id) }

// Merk is that of the message that a came in.
func (a Aanmelding) Merk() Merk { return a.merk().merk() }

func (b berichtmerk) merk() Merk {
	if b.id != "" {
		return MerkVanID(b.id)
	}
	return Merk(merkSom + b.sha256)
}

// afdruk tells two of them apart without telling what they are: a Message-ID may
// name a person.
func (m Merk) afdruk() string {
	som := sha256.Sum256([]byte(m))
	return hex.EncodeToString(som[:])
}

// inTekst looks for the message in a record's bare text.
func (m Merk) inTekst(tekst []byte) bool {
	if id, ok := strings.CutPrefix(string(m), merkID); ok {
		return berichtmerk{id: id}.staatIn(tekst)
	}
	return berichtmerk{sha256: strings.TrimPrefix(string(m), merkSom)}.staatIn(tekst)
}

// merken are those of the messages that an event filed.
func (g *Gebeurtenis) merken() []Merk {
	var uit []Merk
	if g.BerichtID != "" {
		uit = append(uit, MerkVanID(g.BerichtID))
	}
	for _, b := range g.Bestanden {
		if strings.HasPrefix(b.Bestand, mapCorrespondentie+"/") {
			uit = append(uit, Merk(merkSom+b.SHA256))
		}
	}
	return uit
}
