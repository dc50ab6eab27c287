package dossier

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path"
	"strings"
)

// Registreer makes a new dossier: built aside, whole and synced, and visible
// by one rename to the next free number of its year. The same message is not
// registered twice.
func (m *Map) Registreer(ctx context.Context, a Aanmelding, wie Wie) (*Klacht, error) {
	return m.RegistreerMetVerloop(ctx, a, wie, nil)
}

// maakDossier writes k with the files of a and what happened since, and sets its
// number.
func (m *Map) maakDossier(k *Klacht, a Aanmelding, verloop []Stap) error {
	jaar := k.Verloop[0].Op.Dag.Jaar()
	ouder := fmt.Sprintf("%04d", jaar)
	eerste, err := m.volgendNummer(jaar)
	if err != nil {
		return err
	}
	_, _ = veeg(m.schijf, ouder, m.inst.Klok()) // tidies up; no reason not to register
	vul := func(tmp string) error {
		var berichten []Bijlage
		if a.Bericht != nil {
			berichten = []Bijlage{{Naam: k.Verloop[0].Op.Dag.String() + "-ontvangen.eml", Open: func() (io.ReadCloser, error) {
				return io.NopCloser(bytes.NewReader(a.Bericht)), nil
			}}}
		}
		bericht, err := m.kopieer(tmp, berichten, true)
		if err != nil {
			return err
		}
		bijlagen, err := m.kopieer(tmp, a.Bijlagen, false)
		if err != nil {
			return err
		}
		k.Verloop[0].Bestanden = append(bericht, bijlagen...)
		for i, s := range verloop {
			if k.Verloop[1+i].Bestanden, err = m.kopieer(tmp, s.Bijlagen, s.Berichten); err != nil {
				return err
			}
		}
		tekst := k.tekst()
		if _, err := m.schijf.schrijfNieuw(path.Join(tmp, bestandKlacht), bytes.NewReader(tekst)); err != nil {
			return err
		}
		// What is written must read back, or nobody would find out until later.
		_, _, err = leesKlacht(k.Nummer, bestandKlacht, tekst)
		return err
	}
	naam, err := bouwMap(m.schijf, ouder, vul, func(poging int) string {
		return Nummer{jaar, eerste + poging}.String()
	})
	if naam != "" {
		k.Nummer, _ = LeesNummer(naam)
	}
	return err
}

// volgendNummer gives the count after the highest ever given out in a year, to
// dossiers that exist, are being destroyed or were destroyed.
func (m *Map) volgendNummer(jaar int) (int, error) {
	hoogste := 0
	neem := func(naam string) {
		if n, ok := LeesNummer(naam); ok && n.Jaar == jaar {
			hoogste = max(hoogste, n.Volg)
		}
	}
	ouder := fmt.Sprintf("%04d", jaar)
	if err := zorgVoorMap(m.schijf, ouder); err != nil {
		return 0, err
	}
	mappen, err := m.schijf.lijst(ouder)
	if err != nil {
		return 0, err
	}
	for _, e := range mappen {
		neem(e.Name())
		if n, _, ok := uitHetZicht(e.Name()); ok {
			neem(n.String())
		}
	}
	vernietigd, _, err := m.Vernietigd()
	if err != nil {
		return 0, err
	}
	for _, v := range vernietigd {
		neem(v.Nummer)
	}
	return hoogste + 1, nil
}

// alGeregistreerd refuses a message that a dossier has: by its Message-ID, or
// where it has none by its SHA-256.
func (m *Map) alGeregistreerd(ctx context.Context, a Aanmelding) error {
	som := sha256.Sum256(a.Bericht)
	hex := hex.EncodeToString(som[:])
	g, err := m.Alle(ctx)
	if err != nil {
		return err
	}
	// A record that can't be read keeps no complaint out, but may have this one.
	for _, n := range g.Onleesbaar {
		if tekst, err := m.schijf.lees(path.Join(n.Map(), bestandKlacht), grensRecord); err == nil && noemtBericht(tekst, a.BerichtID, hex) {
			return alIn(n)
		}
	}
	for _, k := range g.Klachten {
		for i := range k.Verloop {
			if k.Verloop[i].heeftBericht(a.BerichtID, hex) {
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

// noemtBericht looks for the message in a record's bare text.
func noemtBericht(tekst []byte, id, sha256 string) bool {
	if id != "" {
		return bytes.Contains(tekst, []byte(id))
	}
	return bytes.Contains(tekst, []byte(sha256))
}

// heeftBericht reports whether the event filed the message.
func (g *Gebeurtenis) heeftBericht(id, sha256 string) bool {
	if id != "" {
		return g.BerichtID == id
	}
	for _, b := range g.Bestanden {
		if b.SHA256 == sha256 && strings.HasPrefix(b.Bestand, mapCorrespondentie+"/") {
			return true
		}
	}
	return false
}
