package dossier

import (
	"context"
	"errors"
	"path"
	"slices"
	"strings"
	"time"
)

// recordstand tells one state of a record from another; the zero value is of a
// record that was not looked at.
type recordstand struct {
	bytes     int64
	veranderd time.Time
}

func (p *Postboek) stand(n Nummer) recordstand {
	info, err := p.m.schijf.lstat(path.Join(n.Map(), bestandKlacht))
	if err != nil {
		return recordstand{} // reading it will say so
	}
	return recordstand{info.Size(), info.ModTime()}
}

// lees reads the dossiers and messages that it has not read yet, and with
// veranderd the dossiers too that are not as they were.
func (p *Postboek) lees(ctx context.Context, veranderd bool) error {
	alle, err := p.m.Nummers()
	if err != nil && len(alle) == 0 {
		return err
	}
	standen := map[Nummer]recordstand{}
	nieuw := slices.DeleteFunc(alle, func(n Nummer) bool {
		toen, bekend := p.bekeken[n]
		if bekend && !veranderd {
			return true
		}
		standen[n] = p.stand(n)
		return bekend && toen != recordstand{} && toen == standen[n]
	})
	g, err := p.m.leesDeze(ctx, nieuw)
	if err != nil {
		return err
	}
	for _, n := range nieuw {
		p.bekeken[n] = standen[n]
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
	inhoud, err := lijstOfNiets(p.m.schijf, mapInkomend)
	if err != nil {
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
