package dossier

import (
	"bytes"
	"cmp"
	"context"
	"crypto/rand"
	"encoding/base32"
	"encoding/hex"
	"path"
	"slices"
	"strings"
)

// Postboek is what is known of mail over the whole folder, read once, and files
// messages. What it files it adds; what others file meanwhile it sees before
// filing. End it with Sluit.
type Postboek struct {
	Berichten  map[Merk]Nummer    // filed in a dossier, or sent from it
	Wachtend   map[Merk]*Inkomend // in inkomend, judged or not
	Klachten   map[Nummer]*Klacht
	Onleesbaar map[Nummer]bool // dossiers that are there but can't be read
	Meldingen  []error
	Fouten     []error // what could not be read

	m           *Map
	proef       bool
	afgedaan    map[string]bool
	teksten     map[Nummer][]byte // of records that can't be read
	bekeken     map[Nummer]recordstand
	inkomend    map[string]bool // names of folders that were read
	volgnummers map[int]int     // the next number to give out, by year, as far as that is known
	beurt       postbeurt
}

// BekendBericht is the refusal of a message that is on file already.
type BekendBericht struct{ *Fout }

// NieuwPostboek reads all that is known of mail. With proef nothing is written:
// the methods that file give what would be there then.
func (m *Map) NieuwPostboek(ctx context.Context, proef bool) (*Postboek, error) {
	p := &Postboek{
		Berichten: map[Merk]Nummer{}, Wachtend: map[Merk]*Inkomend{}, Klachten: map[Nummer]*Klacht{}, Onleesbaar: map[Nummer]bool{},
		m: m, proef: proef, teksten: map[Nummer][]byte{}, bekeken: map[Nummer]recordstand{}, inkomend: map[string]bool{}, volgnummers: map[int]int{},
		beurt: postbeurt{kenmerk: rand.Text()},
	}
	var err error
	if p.afgedaan, p.Meldingen, err = m.afgedaan(); err != nil {
		return nil, err
	}
	return p, p.lees(ctx, false)
}

// Registreer makes a new dossier of a, as Map.Registreer does; uit is the
// message in inkomend that it comes from, which is then taken away, or nil. An
// error together with a record means that it stands.
func (p *Postboek) Registreer(ctx context.Context, a Aanmelding, wie Wie, uit *Inkomend) (k *Klacht, err error) {
	if k, err = p.m.Intake(a, wie); err != nil {
		return nil, err
	}
	gemaakt := false
	err = p.metBeurt(ctx, a, uit, func() error {
		jaar := a.Ontvangen.Dag.Jaar()
		volg, err := p.volgendNummer(jaar)
		switch {
		case err != nil:
			return err
		case p.proef:
			k.Nummer = Nummer{jaar, volg}
		default:
			err = p.m.maakDossier(k, a, nil, volg)
		}
		if k.Nummer != (Nummer{}) {
			gemaakt = true
			p.volgnummers[jaar] = k.Nummer.Volg + 1
			p.bekeken[k.Nummer] = recordstand{}
			p.neem(k)
			p.Berichten[a.Merk()] = k.Nummer
		}
		return err
	})
	if !gemaakt {
		return nil, err
	}
	return k, err
}

// volgendNummer gives the number to try first for the next dossier of a year.
func (p *Postboek) volgendNummer(jaar int) (int, error) {
	if volg, ok := p.volgnummers[jaar]; ok && volg <= hoogsteVolg {
		return volg, nil
	}
	if !p.proef {
		_, _ = veeg(p.m.schijf, jaarmapVan(jaar), p.m.inst.Klok()) // tidies up; no reason not to register
	}
	return p.m.volgendNummer(jaar)
}

// VoegToe files a as a message of dossier n, bericht-in or bericht-uit; uit is as
// for Registreer. Of a message from before the complaint was received it is kept
// that it was: nothing can happen in a dossier before that. A copy of a letter of
// which it wasn't known whether it was sent, settles that.
func (p *Postboek) VoegToe(ctx context.Context, n Nummer, a Aanmelding, wat Wat, wie Wie, uit *Inkomend) (k *Klacht, err error) {
	merk := a.Merk()
	var verzonden *Verzending // a copy of it is the proof that it went
	if k, _, err := p.m.Lees(n); wat == WatBerichtUit && err == nil && k.Verzending != nil && k.Verzending.BerichtID != "" && k.Verzending.BerichtID == a.BerichtID {
		verzonden = k.Verzending
	}
	beslis := func(k *Klacht) ([]Gebeurtenis, error) {
		for i := range k.Verloop {
			if slices.Contains(k.Verloop[i].merken(), merk) {
				return nil, &BekendBericht{&Fout{Wat: "dit bericht is al geregistreerd: het staat in " + k.Nummer.String()}}
			}
		}
		if v := verzonden; v != nil {
			g, err := p.m.toetsVerstuurd(k, v, wie.Nu.Dag)
			return []Gebeurtenis{g}, err
		}
		g := Gebeurtenis{Wat: wat, Op: a.Ontvangen, BerichtID: a.BerichtID, Tekst: a.Opmerking}
		begin, _ := doorloop(k, opVolgorde(tellend(k.Verloop)))
		if g.Op.VoorNa(begin.ontvangen) < 0 {
			voor := "Het bericht is van " + g.Op.Lang() + ", voor de ontvangst van de klacht."
			g.Op, g.Tekst = begin.ontvangen, strings.TrimPrefix(g.Tekst+"\n"+voor, "\n")
		}
		g, err := p.m.Toets(k, g, wie.Nu.Dag, false)
		return []Gebeurtenis{g}, err
	}
	err = p.metBeurt(ctx, a, uit, func() error {
		var err error
		if p.proef {
			na := *p.Klachten[n]
			events, mis := beslis(&na)
			if mis != nil {
				return mis
			}
			na.Verloop = append(slices.Clone(na.Verloop), events...)
			k = &na
		} else {
			k, err = p.m.LegVast(ctx, n, wie, Vastlegging{Beslis: beslis, Bestanden: a.bestanden(string(wat))})
		}
		if k != nil {
			p.neem(k)
			p.Berichten[merk] = n
		}
		return err
	})
	return k, err
}

// LegKlaar puts a message in inkomend, to be judged: built aside and renamed. Of
// i it takes what is known beside the message; the rest it fills in from a. The
// folder's name follows from the message, so that two machines that were apart
// make the same one.
func (p *Postboek) LegKlaar(ctx context.Context, a Aanmelding, i Inkomend, wie Wie) (*Inkomend, error) {
	merk := a.merk()
	i.Ontvangen, i.Onderwerp, i.BerichtID, i.Opmerking = a.Ontvangen, a.Onderwerp, a.BerichtID, a.Opmerking
	i.Ingelezen, i.Door = wie.Nu, wie.Door
	i.Bestand, i.SHA256 = "bericht"+cmp.Or(a.Extensie, ".eml"), merk.sha256
	err := p.metBeurt(ctx, a, nil, func() error {
		som, err := hex.DecodeString(merk.sha256)
		if err != nil {
			return err
		}
		lang := strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(som))
		kandidaat := func(poging int) string {
			lengte := 6 + 6*poging
			if lengte > len(lang) {
				return ""
			}
			return i.Ontvangen.Dag.String() + "-" + lang[:lengte]
		}
		if p.proef {
			i.naam = kandidaat(0)
			i.Label = lang[:6]
			p.Wachtend[merk.merk()] = &i
			return nil
		}
		vul := func(tmp string) error {
			if _, err := p.m.schijf.schrijfNieuw(path.Join(tmp, i.Bestand), bytes.NewReader(a.Bericht)); err != nil {
				return err
			}
			tekst := i.tekst()
			if _, err := p.m.schijf.schrijfNieuw(path.Join(tmp, bestandInkomend), bytes.NewReader(tekst)); err != nil {
				return err
			}
			// What is written must read back, or nobody would find out until later.
			_, _, err := leesInkomend(kandidaat(0), bestandInkomend, tekst)
			return err
		}
		naam, err := bouwMap(p.m.schijf, mapInkomend, vul, kandidaat)
		if naam != "" {
			i.naam, i.Label = naam, naam[len("2026-11-24-"):]
			p.inkomend[naam] = true
			p.Wachtend[merk.merk()] = &i
		}
		return err
	})
	if i.naam == "" {
		return nil, err
	}
	return &i, err
}
