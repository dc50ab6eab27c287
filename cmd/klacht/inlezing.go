package main

import (
	"context"
	"errors"
	"fmt"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// inlezing is one run of `post inlezen` or `post ophalen`.
type inlezing struct {
	om        omgeving
	m         *dossier.Map
	p         *dossier.Postboek
	bekend    *post.Bekend
	wie       dossier.Wie
	direct    bool
	categorie string
	fouten    []error // what fails the command, but stops nothing
}

// nieuweInlezing reads what is on file.
func (om omgeving) nieuweInlezing(ctx context.Context, m *dossier.Map, door string, proef bool) (*inlezing, error) {
	wie, err := om.wieNu(door)
	if err != nil {
		return nil, err
	}
	p, err := m.NieuwPostboek(ctx, proef)
	om.voortgang.stop()
	if err != nil {
		return nil, err
	}
	om.meld(p.Meldingen)
	b, err := post.NieuwBekend(p, m.Procedure, wie.Nu.Dag)
	if err != nil {
		return nil, err
	}
	return &inlezing{om: om, m: m, p: p, bekend: b, wie: wie, fouten: p.Fouten}, nil
}

// directCategorie is the category of what is registered unasked.
func directCategorie(gegeven string, p *dossier.Procedure) (string, error) {
	for _, naam := range []string{gegeven, p.Post.Categorie} {
		if naam != "" {
			return p.KiesCategorie(naam)
		}
	}
	if c, ok := p.Categorie("overig"); ok {
		return c.Naam, nil
	}
	return "", verkeerd("onbekend in welke categorie --direct klachten registreert").
		metTip("geef --categorie, of zet onder post in %s: categorie", procedurebestand)
}

func (l *inlezing) mislukt(r *ingelezen, err error) {
	r.Uitkomst, r.Reden = uitkomstMislukt, scherm.Regel(zin(err))
	l.fouten = append(l.fouten, &mislukt{fmt.Errorf("%s is niet ingelezen: %s", r.Bericht, r.Reden), ""})
}

// neemIn decides on one message and does so; bezorgd is when a mail server got it, if that is known. An error, with r.Uitkomst left empty,
// ends the run.
func (l *inlezing) neemIn(ctx context.Context, inhoud []byte, bezorgd dossier.Tijdstip, r *ingelezen) error {
	i, err := post.Lees(inhoud, l.bekend.Eigen, bezorgd, l.wie.Nu)
	if err != nil {
		l.mislukt(r, err)
		return nil
	}
	l.beschrijf(&i, r)
	b := post.Beslis(&i, l.bekend)
	switch err = l.voerUit(ctx, &i, b, r); {
	case err == nil:
	case errors.As(err, new(*dossier.BekendBericht)):
		r.Uitkomst, r.Reden = string(post.Overgeslagen), err.Error()
	case errors.As(err, new(*dossier.Fout)) && r.Uitkomst == "" && b.Uitkomst != post.Vraag:
		// What its dossier refuses, a person must look at.
		err = l.voerUit(ctx, &i, post.Beslissing{Uitkomst: post.Vraag, Nummer: b.Nummer, Reden: err.Error()}, r)
	}
	if err != nil && r.Uitkomst != "" {
		if !errors.As(err, new(*dossier.BekendBericht)) {
			l.fouten = append(l.fouten, err) // it stands, but not for sure
		}
		return nil
	}
	return err
}

// beschrijf says in r which message it is, and makes of what i says what a field can keep.
func (l *inlezing) beschrijf(i *post.Ingekomen, r *ingelezen) {
	for _, veld := range []*string{&i.Onderwerp, &i.Klager.Naam, &i.Klager.Email, &i.Van.Naam, &i.Van.Email} {
		*veld = opEenRegel(*veld)
	}
	r.Van, r.Onderwerp, r.Ontvangen = klagerzin(i.Van), i.Onderwerp, i.Ontvangen
}

// voerUit does what was decided, and says in r what became of the message.
func (l *inlezing) voerUit(ctx context.Context, i *post.Ingekomen, b post.Beslissing, r *ingelezen) error {
	klaar := func(uitkomst string) { r.Uitkomst, r.Reden = uitkomst, b.Reden }
	switch {
	case b.Uitkomst == post.Overgeslagen:
		r.noem(b.Nummer)
		klaar(string(b.Uitkomst))
		return nil
	case b.Uitkomst == post.Toegevoegd:
		k, err := l.p.VoegToe(ctx, b.Nummer, i.Aanmelding, b.Wat, l.wie, nil)
		if k != nil {
			r.noem(k.Nummer)
			klaar(string(b.Uitkomst))
		}
		return err
	case b.Uitkomst == post.Voorstel && l.direct:
		a := i.Aanmelding
		vulKlachtAan(&a, l.m.Procedure)
		a.Categorie = l.categorie
		k, err := l.p.Registreer(ctx, a, l.wie, nil)
		if k != nil {
			l.bekend.Neem(k)
			r.noem(k.Nummer)
			klaar(uitkomstNieuw)
		}
		return err
	}
	w := dossier.Inkomend{Van: i.Van, Dossier: b.Nummer}
	if b.Uitkomst == post.Vraag {
		w.Vraag = opEenRegel(b.Reden)
	}
	if i.Klager != i.Van {
		w.Klager = i.Klager
	}
	na, err := l.p.LegKlaar(ctx, i.Aanmelding, w, l.wie)
	if na != nil {
		l.bekend.NeemWachtend(na.Merk(), na)
		r.Inkomend = &na.Label
		r.noem(b.Nummer)
		klaar(string(b.Uitkomst))
	}
	return err
}

// vulKlachtAan gives a complaint that came by mail what every complaint has.
func vulKlachtAan(a *dossier.Aanmelding, p *dossier.Procedure) {
	if a.Onderwerp == "" {
		a.Onderwerp = "(geen onderwerp)"
	}
	if a.Behandelaar == "" {
		a.Behandelaar = p.Verantwoordelijke
	}
}
