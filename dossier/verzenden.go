package dossier

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"time"
)

// Verzendbeurt is the turn to send one letter from a dossier. While it lasts
// nobody else sends from that dossier, and nobody settles what became of it.
// End it with Verstuurd, NietVerstuurd or Onzeker; one that is cut off leaves a
// Verzending that is seen.
type Verzendbeurt struct {
	m       *Map
	v       Verzending
	bericht []byte
	slot    *slot
}

// verzendslotOud is the age at which the slot of a sending was left behind:
// longer than the largest message takes, with the wait for the answer.
const verzendslotOud = time.Hour

// BeginVerzending puts bericht, byte for byte as it will be sent, in the folder
// uitgaand of dossier n, before anything goes out: built aside and renamed, which
// fails where one is. v is judged by ToetsVerzending against the record as it is
// then.
func (m *Map) BeginVerzending(ctx context.Context, n Nummer, v Verzending, bericht []byte, toch bool, nogmaals string, wie Wie) (*Verzendbeurt, error) {
	if _, _, err := m.Lees(n); err != nil {
		return nil, err
	}
	vrij, err := m.neemSlot(ctx, n.Map())
	if err != nil {
		return nil, err
	}
	defer vrij()
	k, _, err := m.Lees(n)
	if err != nil {
		return nil, err
	}
	som := sha256.Sum256(bericht)
	v.Nummer, v.Op, v.Door, v.SHA256 = n, wie.Nu, wie.Door, hex.EncodeToString(som[:])
	if v, err = m.ToetsVerzending(k, v, wie.Nu.Dag, toch, nogmaals); err != nil {
		return nil, err
	}
	m.ruimVastgelegdeOp(k)
	b := &Verzendbeurt{m: m, v: v, bericht: bericht}
	bezet := false
	naam, err := bouwMap(m.schijf, n.Map(), b.vul, func(poging int) string {
		if bezet = poging > 0; bezet {
			return ""
		}
		return mapUitgaand
	})
	switch {
	case bezet:
		return nil, &Fout{Wat: fmt.Sprintf("bij %s wordt al een brief verstuurd", n), Raad: fmt.Sprintf("wacht even, en bekijk wat ervan kwam met: klacht toon %s", n)}
	case naam == "":
		return nil, err
	}
	b.slot.naam = path.Join(b.pad(), slotNaam)
	if nietVast := (*nietVastFout)(nil); errors.As(err, &nietVast) {
		// What a power cut may undo is no proof that the letter was on its way.
		return nil, errors.Join(fmt.Errorf("de brief is niet verstuurd: %w", nietVast.Err), b.NietVerstuurd())
	}
	return b, err
}

func (b *Verzendbeurt) pad() string { return path.Join(b.v.Nummer.Map(), mapUitgaand) }

// vul writes the files of uitgaand in the folder tmp, with the slot.
func (b *Verzendbeurt) vul(tmp string) error {
	s := b.m.schijf
	if _, err := s.schrijfNieuw(path.Join(tmp, bestandUitgaand), bytes.NewReader(b.bericht)); err != nil {
		return err
	}
	tekst := b.v.bestandstekst()
	if len(tekst) > grensRecord {
		return pastNiet(b.v.Nummer)
	}
	if _, err := s.schrijfNieuw(path.Join(tmp, bestandVerzending), bytes.NewReader(tekst)); err != nil {
		return err
	}
	// What is written must read back, or nobody would find out until later.
	if _, _, err := leesVerzending(b.v.Nummer, bestandVerzending, tekst); err != nil {
		return err
	}
	var err error
	b.slot, err = maakSlot(s, path.Join(tmp, slotNaam), slotHouder{Host: b.m.inst.Host, Proces: b.m.inst.Proces}, b.m.inst.Klok())
	return err
}

// Verstuurd records the letter as sent and gives the record as it then is. When
// that fails the letter stays where it is seen.
func (b *Verzendbeurt) Verstuurd(ctx context.Context, wie Wie) (*Klacht, error) {
	na, err := b.m.legVerzendingVast(ctx, &b.v, b.bericht, wie)
	// What remains, if this fails, is a slot that its holder's end makes stale.
	_ = b.slot.geefVrij()
	return na, err
}

// NietVerstuurd takes the letter away: it did not go out.
func (b *Verzendbeurt) NietVerstuurd() error {
	bestand := path.Join(b.pad(), bestandVerzending)
	if tekst, err := b.m.schijf.lees(bestand, grensRecord); err == nil && !b.isOnze(bestand, tekst) {
		return nil
	}
	return b.m.ruimVerzendingOp(b.v.Nummer)
}

// isOnze reports whether tekst, of verzending.yaml, is of this letter. When a
// sending took so long that it seemed to be gone, somebody may have settled it,
// and another begun.
func (b *Verzendbeurt) isOnze(bestand string, tekst []byte) bool {
	v, _, err := leesVerzending(b.v.Nummer, bestand, tekst)
	return err != nil || v.BerichtID == b.v.BerichtID
}

// Onzeker keeps the letter, with what is known of it: whether it was sent, a
// person must find out. Where that can't be written it is kept all the same.
func (b *Verzendbeurt) Onzeker(antwoord string) error {
	bestand := path.Join(b.pad(), bestandVerzending)
	err := werkBij(b.m.schijf, bestand, grensRecord, func(oud []byte) ([]byte, error) {
		if oud == nil || !b.isOnze(bestand, oud) {
			return nil, nil // the dossier is gone, or somebody settled it
		}
		blad, err := leesBlad(bestand, oud, grensRecord)
		if err != nil {
			return nil, err
		}
		if blad, err = blad.zet([]string{"antwoord"}, tekstWaarde(antwoord)); err != nil {
			return nil, err
		}
		return blad.tekst, nil
	})
	return errors.Join(err, b.slot.geefVrij())
}

// legVerzendingVast records v as sent.
func (m *Map) legVerzendingVast(ctx context.Context, v *Verzending, bericht []byte, wie Wie) (*Klacht, error) {
	errAl := errors.New("is al vastgelegd")
	na, err := m.LegVast(context.WithoutCancel(ctx), v.Nummer, wie, Vastlegging{
		Beslis: func(k *Klacht) ([]Gebeurtenis, error) {
			if k.noemtBericht(v.BerichtID) {
				return nil, errAl
			}
			g, err := m.toetsVerstuurd(k, v, wie.Nu.Dag)
			return []Gebeurtenis{g}, err
		},
		Bestanden: []Bijlage{{
			Naam: v.Op.Dag.String() + "-" + v.Sjabloon + ".eml", Bericht: true,
			Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(bericht)), nil },
		}},
	})
	if errors.Is(err, errAl) {
		na, _, err = m.Lees(v.Nummer)
		if na != nil {
			m.ruimVastgelegdeOp(na)
		}
	}
	return na, err
}

// ruimVastgelegdeOp takes away uitgaand where k names its message, and else
// fills in that it is there.
func (m *Map) ruimVastgelegdeOp(k *Klacht) {
	var af bool
	if k.Verzending, af, _ = m.openVerzending(k); af {
		_ = m.ruimVerzendingOp(k.Nummer) // what remains, if this fails, is taken away the next time
	}
}

// ruimVerzendingOp takes away uitgaand, whole or not at all; of one that holds
// copies made by a sync service, what klacht put there. The copies are then
// asked about.
func (m *Map) ruimVerzendingOp(n Nummer) error {
	if len(m.kopieenInUitgaand(n)) > 0 {
		for _, naam := range []string{bestandVerzending, bestandUitgaand, slotNaam} {
			if err := m.schijf.verwijder(path.Join(n.Map(), mapUitgaand, naam)); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		return nil
	}
	tmp := tijdelijkeNaam(n.Map())
	if err := m.schijf.hernoemNieuw(path.Join(n.Map(), mapUitgaand), tmp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	// A power cut may put it back, to be asked about; what remains is swept later.
	_ = m.schijf.syncMap(n.Map())
	_ = m.schijf.verwijderBoom(tmp)
	return nil
}

// ZegUitslag settles what became of the letter of dossier n of which that isn't
// known: sent, as of the moment when it went, or not, and then nothing of it is
// kept. It gives the record as it then is, and the letter.
func (m *Map) ZegUitslag(ctx context.Context, n Nummer, verstuurd bool, wie Wie) (*Klacht, *Verzending, error) {
	geen := &Fout{Wat: fmt.Sprintf("bij %s is van geen brief onzeker of hij verstuurd is", n), Raad: fmt.Sprintf("wat er verstuurd is, toont: klacht toon %s", n)}
	k, _, err := m.Lees(n)
	switch {
	case err != nil:
		return nil, nil, err
	case k.Verzending == nil:
		return nil, nil, geen
	}
	sl, err := m.neemVerzendslot(ctx, n)
	switch {
	case errors.Is(err, fs.ErrNotExist) && k.Verzending.Fout != nil:
		return nil, nil, k.Verzending.Fout
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, geen // settled meanwhile
	case err != nil:
		return nil, nil, err
	}
	// What remains, if this fails, is a slot that its holder's end makes stale.
	defer func() { _ = sl.geefVrij() }()
	if k, _, err = m.Lees(n); err != nil {
		return nil, nil, err
	}
	v := k.Verzending
	switch {
	case v == nil:
		return nil, nil, geen
	case !verstuurd:
		k.Verzending = nil
		return k, v, m.ruimVerzendingOp(n)
	case v.Fout != nil:
		return nil, nil, v.Fout
	}
	pad := path.Join(n.Map(), mapUitgaand, bestandUitgaand)
	bericht, err := m.schijf.lees(pad, grensUitgaand)
	if err != nil {
		return nil, nil, err
	}
	if som := sha256.Sum256(bericht); hex.EncodeToString(som[:]) != v.SHA256 {
		return nil, nil, &Leesfout{Bestand: pad, Wat: "dit bericht is veranderd sinds het klaarstond om verstuurd te worden", Raad: "zet het terug uit een reservekopie, of wacht tot de map gesynchroniseerd is"}
	}
	na, err := m.legVerzendingVast(ctx, v, bericht, wie)
	return na, v, err
}

// neemVerzendslot takes the slot of a sending over, unless it still runs.
func (m *Map) neemVerzendslot(ctx context.Context, n Nummer) (*slot, error) {
	sl, err := neemSlot(ctx, m.schijf, path.Join(n.Map(), mapUitgaand), slotHouder{Host: m.inst.Host, Proces: m.inst.Proces}, slotRegels{
		Klok: m.inst.Klok, Wacht: time.Second, Oud: verzendslotOud,
		Breek: func(h slotHouder) bool {
			if h.Host != "" && h.Host == m.inst.Host && !procesLeeft(h.Proces) {
				return true
			}
			return m.inst.Breek != nil && m.inst.Breek(fmt.Sprintf("Het versturen begon op %s en lijkt gestopt te zijn. Verdergaan?", OpMoment(h.Sinds).Lang()))
		},
	})
	var bezet *bezetFout
	if errors.As(err, &bezet) && !bezet.Verlopen {
		return nil, &Fout{Wat: fmt.Sprintf("de brief van %s wordt op dit moment nog verstuurd", n), Raad: "wacht tot dat klaar is"}
	}
	return sl, err
}
