package dossier

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"
)

// berichtmerk is what a filed message is recognised by.
type berichtmerk struct {
	id     string // its Message-ID, "" when it has none
	sha256 string
}

func (a Aanmelding) merk() berichtmerk {
	som := sha256.Sum256(a.Bericht)
	return berichtmerk{a.BerichtID, hex.EncodeToString(som[:])}
}

// neemBericht takes the turn to register the message of a, or refuses when a
// dossier has it already. Two that register one message wait for each other
// here; vrij is for when the dossier is there.
func (m *Map) neemBericht(ctx context.Context, a Aanmelding) (vrij func(), err error) {
	merk := a.merk()
	// Reading all takes longer than others would wait for their turn: it comes
	// before, and what is new since then after.
	bekeken := map[Nummer]bool{}
	if err := m.zoekBericht(ctx, merk, bekeken); err != nil {
		return nil, err
	}
	if vrij, err = m.neemSlot(ctx, "."); err != nil {
		return nil, err
	}
	err = m.zoekBericht(ctx, merk, bekeken)
	if err == nil {
		err = m.zoekInkomend(merk.merk())
	}
	if err != nil {
		vrij()
		return nil, err
	}
	return vrij, nil
}

// zoekInkomend refuses a message that waits for a judgement: that is how it is
// registered, or it would be there twice.
func (m *Map) zoekInkomend(merk Merk) error {
	alle, _, _ := m.Inkomend() // what is wrong with another keeps no complaint out
	for _, i := range alle {
		if i.Oordeel == "" && i.Merk() == merk {
			return &Fout{
				Wat:  "dit bericht is al ingelezen: het wacht op een beoordeling (" + i.Label + ")",
				Raad: "registreer het met: klacht post beoordeel " + i.Label + " klacht",
			}
		}
	}
	return nil
}

// zoekBericht refuses a message that a dossier has. It passes over those that
// were bekeken before, and adds the rest to them.
func (m *Map) zoekBericht(ctx context.Context, merk berichtmerk, bekeken map[Nummer]bool) error {
	alle, err := m.Nummers()
	if err != nil && len(alle) == 0 {
		return err
	}
	var nummers []Nummer
	for _, n := range alle {
		if !bekeken[n] {
			nummers = append(nummers, n)
			bekeken[n] = true
		}
	}
	g, err := m.leesDeze(ctx, nummers)
	if err != nil {
		return err
	}
	// A record that can't be read keeps no complaint out, but may have this one.
	for _, n := range g.Onleesbaar {
		if tekst, err := m.schijf.lees(path.Join(n.Map(), bestandKlacht), grensRecord); err == nil && merk.staatIn(tekst) {
			return alIn(n)
		}
	}
	for _, k := range g.Klachten {
		for i := range k.Verloop {
			if merk.isVan(&k.Verloop[i]) {
				return alIn(k.Nummer)
			}
		}
	}
	return nil
}

func alIn(n Nummer) error {
	return &Fout{
		Wat:  fmt.Sprintf("dit bericht is al geregistreerd: het staat in %s", n),
		Raad: "bekijk het met: klacht toon " + n.String(),
	}
}

// isVan reports whether the event filed the message.
func (merk berichtmerk) isVan(g *Gebeurtenis) bool {
	if merk.id != "" {
		return g.BerichtID == merk.id
	}
	for _, b := range g.Bestanden {
		if b.SHA256 == merk.sha256 && strings.HasPrefix(b.Bestand, mapCorrespondentie+"/") {
			return true
		}
	}
	return false
}

// staatIn looks for the message in a record's bare text, where it must stand by
// itself: 1@example.org is not in 11@example.org.
func (merk berichtmerk) staatIn(tekst []byte) bool {
	zoek := []byte(merk.sha256)
	if merk.id != "" {
		zoek = []byte(merk.id)
	}
	for van := 0; ; {
		i := bytes.Index(tekst[van:], zoek)
		if i < 0 {
			return false
		}
		van += i
		voor, _ := utf8.DecodeLastRune(tekst[:van])
		na, _ := utf8.DecodeRune(tekst[van+len(zoek):])
		if !isMerkteken(voor) && !isMerkteken(na) {
			return true
		}
		van++
	}
}

// isMerkteken reports whether r can be part of a Message-ID. Quotes, brackets
// and braces can be too (RFC 5322, 3.2.3), but in YAML they stand around it.
func isMerkteken(r rune) bool {
	return strings.ContainsRune("!#$%&*+-./=?@^_`|~", r) || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' ||
		r > utf8.RuneSelf && r != utf8.RuneError
}
