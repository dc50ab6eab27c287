package dossier

import (
	"bytes"
	"cmp"
	"context"
	"encoding/base32"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Postboek is what is known of mail over the whole folder, read once, and files
// messages. What it files it adds; what others file meanwhile it sees before
// filing, but for messages added to dossiers that it has read: those refuse a
// message themselves that they have already.
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
	bekeken     map[Nummer]bool
	inkomend    map[string]bool // names of folders that were read
	volgnummers map[int]int     // the last number given out in a rehearsal, by year
}

// BekendBericht is the refusal of a message that is on file already.
type BekendBericht struct{ *Fout }

// NieuwPostboek reads all that is known of mail. With proef nothing is written:
// the methods that file give what would be there then.
func (m *Map) NieuwPostboek(ctx context.Context, proef bool) (*Postboek, error) {
	p := &Postboek{
		Berichten: map[Merk]Nummer{}, Wachtend: map[Merk]*Inkomend{}, Klachten: map[Nummer]*Klacht{}, Onleesbaar: map[Nummer]bool{},
		m: m, proef: proef, teksten: map[Nummer][]byte{}, bekeken: map[Nummer]bool{}, inkomend: map[string]bool{}, volgnummers: map[int]int{},
	}
	var err error
	if p.afgedaan, p.Meldingen, err = m.afgedaan(); err != nil {
		return nil, err
	}
	return p, p.lees(ctx)
}

// lees reads what it has not read yet.
func (p *Postboek) lees(ctx context.Context) error {
	alle, err := p.m.Nummers()
	if err != nil && len(alle) == 0 {
		return err
	}
	nieuw := slices.DeleteFunc(alle, func(n Nummer) bool { return p.bekeken[n] })
	g, err := p.m.leesDeze(ctx, nieuw)
	if err != nil {
		return err
	}
	for _, n := range nieuw {
		p.bekeken[n] = true
	}
	for _, k := range g.Klachten {
		p.neem(k)
	}
	for _, n := range g.Onleesbaar {
		p.Onleesbaar[n] = true
		if tekst, err := p.m.schijf.lees(path.Join(n.Map(), bestandKlacht), grensRecord); err == nil {
			p.teksten[n] = tekst
		}
	}
	p.Meldingen = append(p.Meldingen, g.Meldingen...)
	for _, f := range g.Fouten {
		if !errors.As(f, new(*Categoriefout)) { // where a message belongs doesn't depend on it
			p.Fouten = append(p.Fouten, f)
		}
	}
	return p.leesInkomend()
}

func (p *Postboek) leesInkomend() error {
	inhoud, err := p.m.schijf.lijst(mapInkomend)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range inhoud {
		naam := e.Name()
		if !e.IsDir() || strings.HasPrefix(naam, ".") || p.inkomend[naam] {
			continue
		}
		p.inkomend[naam] = true
		i, meldingen, err := p.m.leesInkomend(naam)
		p.Meldingen = append(p.Meldingen, meldingen...)
		switch {
		case err != nil:
			p.Fouten = append(p.Fouten, err)
		case i != nil:
			p.Wachtend[i.Merk()] = i
		}
	}
	return nil
}

// neem adds what k has.
func (p *Postboek) neem(k *Klacht) {
	p.Klachten[k.Nummer] = k
	for i := range k.Verloop {
		for _, m := range k.Verloop[i].merken() {
			if _, dubbel := p.Berichten[m]; !dubbel {
				p.Berichten[m] = k.Nummer
			}
		}
	}
}

// Bekend says where the message with this Merk is, as a Dutch clause; "" for one
// that is nowhere.
func (p *Postboek) Bekend(merk Merk) string {
	if n, ok := p.Berichten[merk]; ok {
		return "het staat in " + n.String()
	}
	if i := p.Wachtend[merk]; i != nil {
		if i.Oordeel != "" {
			return "het is beoordeeld als geen klacht (" + i.Label + ")"
		}
		return "het wacht op een beoordeling (" + i.Label + ")"
	}
	if p.afgedaan[merk.afdruk()] {
		return "het is beoordeeld als geen klacht, en vernietigd"
	}
	for n, tekst := range p.teksten {
		if merk.inTekst(tekst) {
			return "het staat in " + n.String()
		}
	}
	return ""
}

// metBeurt carries out werk when it is this one's turn and the message is
// nowhere on file; uit is what may have it all the same, because it comes from
// there.
func (p *Postboek) metBeurt(ctx context.Context, a Aanmelding, uit *Inkomend, werk func() error) error {
	if !p.proef {
		vrij, err := p.m.neemSlot(ctx, ".")
		if err != nil {
			return err
		}
		defer vrij()
		if err := p.lees(ctx); err != nil {
			return err
		}
	}
	merk := a.Merk()
	wacht := p.Wachtend[merk]
	if uit != nil {
		// Another may have judged it since.
		if _, err := p.m.schijf.lstat(uit.pad()); errors.Is(err, fs.ErrNotExist) {
			return &Fout{Wat: fmt.Sprintf("bericht %s is intussen al beoordeeld", uit.Label), Raad: "klacht post beoordeel toont wat er wacht"}
		}
		delete(p.Wachtend, merk)
	}
	if waar := p.Bekend(merk); waar != "" {
		if n, ok := p.Berichten[merk]; ok && uit != nil && !p.proef {
			// An earlier run was cut off between filing and tidying up.
			if err := uit.weg(p.m.schijf); err != nil {
				return err
			}
			waar = "het staat in " + n.String()
		}
		return &BekendBericht{&Fout{Wat: "dit bericht is al geregistreerd: " + waar}}
	}
	err := werk()
	if err != nil && !errors.As(err, new(*nietVastFout)) {
		if uit != nil {
			p.Wachtend[merk] = wacht
		}
		return err
	}
	if uit != nil && !p.proef {
		err = errors.Join(err, uit.weg(p.m.schijf))
	}
	return err
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
		var err error
		if p.proef {
			err = p.voorspel(k, a)
		} else {
			err = p.m.maakDossier(k, a, nil)
		}
		if k.Nummer != (Nummer{}) {
			gemaakt = true
			p.bekeken[k.Nummer] = true
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

// voorspel gives k the number that it would get.
func (p *Postboek) voorspel(k *Klacht, a Aanmelding) error {
	jaar := a.Ontvangen.Dag.Jaar()
	volg, err := p.m.volgendNummer(jaar)
	if err != nil {
		return err
	}
	p.volgnummers[jaar] = max(volg, p.volgnummers[jaar]+1)
	k.Nummer = Nummer{jaar, p.volgnummers[jaar]}
	return nil
}

// VoegToe files a as a message of dossier n, bericht-in or bericht-uit; uit is as
// for Registreer. Of a message from before the complaint was received it is kept
// that it was: nothing can happen in a dossier before that. A copy of a letter of
// which it wasn't known whether it was sent, settles that.
func (p *Postboek) VoegToe(ctx context.Context, n Nummer, a Aanmelding, wat Wat, wie Wie, uit *Inkomend) (k *Klacht, err error) {
	merk := a.Merk()
	var verzonden *Verzending // a copy of it is the proof that it went
	if k, _, err := p.m.Lees(n); err == nil && k.Verzending != nil && k.Verzending.BerichtID != "" && k.Verzending.BerichtID == a.BerichtID {
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
		begin, _ := doorloop(k.Herkomst, opVolgorde(tellend(k.Verloop)))
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
		_, _ = veeg(p.m.schijf, mapInkomend, p.m.inst.Klok()) // tidies up; no reason not to take in
		return err
	})
	if i.naam == "" {
		return nil, err
	}
	return &i, err
}

// GeenKlacht records that a message in inkomend is no complaint; it stays there
// until it is destroyed.
func (m *Map) GeenKlacht(ctx context.Context, i *Inkomend, wie Wie) (*Inkomend, error) {
	vrij, err := m.neemSlot(ctx, ".")
	if err != nil {
		return nil, err
	}
	defer vrij()
	bestand := path.Join(i.pad(), bestandInkomend)
	err = werkBij(m.schijf, bestand, grensRecord, func(oud []byte) ([]byte, error) {
		if oud == nil {
			return nil, &Fout{Wat: fmt.Sprintf("bericht %s is intussen al beoordeeld", i.Label), Raad: "klacht post beoordeel toont wat er wacht"}
		}
		b, err := leesBlad(bestand, oud, grensRecord)
		if err != nil {
			return nil, err
		}
		for _, v := range []bladveld{
			{sleutel: "oordeel", waarde: kaleWaarde(string(GeenKlacht))},
			{sleutel: "beoordeeld_op", waarde: kaleWaarde(wie.Nu.String())},
			{sleutel: "beoordeeld_door", waarde: tekstWaarde(wie.Door)},
		} {
			if b, err = b.zet([]string{v.sleutel}, v.waarde); err != nil {
				return nil, err
			}
		}
		return b.tekst, nil
	})
	if err != nil && !errors.As(err, new(*nietVastFout)) {
		return nil, err
	}
	na, _, fout := m.leesInkomend(i.naam)
	return na, errors.Join(err, fout)
}
