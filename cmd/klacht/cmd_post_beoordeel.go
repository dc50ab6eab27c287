package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// postoordeel is what a message that waits turns out to be.
type postoordeel string

const (
	isKlacht         = postoordeel(dossier.SoortKlacht)
	isOnvolkomenheid = postoordeel(dossier.SoortOnvolkomenheid)
	hoortBij         = postoordeel("hoort-bij")
	geenKlacht       = postoordeel(dossier.GeenKlacht)
)

func postoordelen() []postoordeel {
	return []postoordeel{isKlacht, isOnvolkomenheid, hoortBij, geenKlacht}
}

// beoordeling is one run of `post beoordeel`.
type beoordeling struct {
	om      omgeving
	m       *dossier.Map
	p       *dossier.Postboek
	wie     dossier.Wie
	gegeven dossier.Aanmelding // what the flags say; it goes before the message
	alsJSON bool
}

func postBeoordeelCommando(om omgeving) *cobra.Command {
	bd := beoordeling{om: om}
	var door string
	cmd := &cobra.Command{
		Use:   "beoordeel [NR] [klacht|onvolkomenheid|hoort-bij|geen-klacht] [DOSSIER]",
		Short: "Zegt van berichten die wachten wat het zijn",
		Long: `Zegt van berichten die in de map inkomend wachten wat het zijn. Op een terminal gaat klacht ze één voor één langs; zonder terminal toont ` +
			`het wat er wacht. NR is de korte naam die inlezen en deze lijst tonen; het begin ervan is genoeg. Een klacht of onvolkomenheid wordt ` +
			`geregistreerd en telt vanaf de ontvangst van het bericht. Wat geen klacht is, blijft nog een tijd liggen (procedure.yaml zegt hoe lang) ` +
			`en wordt dan met opschonen vernietigd; tot dan kunt u het nog anders beoordelen.`,
		Example: `  klacht post beoordeel
  klacht post beoordeel k3fq7x klacht --categorie cursusleider
  klacht post beoordeel k3fq7x hoort-bij K2026-0007
  klacht post beoordeel k3fq7x geen-klacht`,
	}
	g := &bd.gegeven
	vlagGegeven(cmd, &g.Categorie, "categorie")
	vlagGegeven(cmd, &g.Onderwerp, "onderwerp")
	vlagGegeven(cmd, &g.Klager.Naam, "klager")
	vlagGegeven(cmd, &g.Klager.Email, "email")
	vlagTekst(cmd, &g.Behandelaar, "behandelaar", "NAAM", "wie het behandelt; anders de verantwoordelijke uit procedure.yaml")
	vlagDoor(cmd, &door)
	vlagJa(cmd, new(bool))
	vlagJSON(cmd, &bd.alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var gekozen postoordeel
		if len(args) > 1 {
			var err error
			if gekozen, err = dossier.Kies("oordeel", args[1], postoordelen()); err != nil {
				return err
			}
		}
		switch {
		case gekozen == hoortBij && len(args) < 3:
			return verkeerd("bij welk dossier het hoort, staat er niet").metTip("geef het nummer, bijvoorbeeld: klacht post beoordeel %s hoort-bij K2026-0007", args[0])
		case gekozen != hoortBij && len(args) > 2:
			return verkeerd("%q is te veel: alleen bij hoort-bij hoort een dossier", args[2])
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			var err error
			bd.m = m
			defer bd.sluit()
			if bd.wie, err = om.wieNu(door); err != nil {
				return err
			}
			switch {
			case len(args) == 0 && (!om.vraagbaar || bd.alsJSON):
				return bd.toonLijst()
			case len(args) < 2:
				return bd.loopLangs(cmd, args)
			}
			i, err := m.KiesInkomend(args[0])
			if err != nil {
				return err
			}
			var n dossier.Nummer
			if gekozen == hoortBij {
				if n, err = m.Kies(args[2]); err != nil {
					return err
				}
			}
			return bd.beoordeel(cmd, i, gekozen, n)
		})
	}
	return cmd
}

// beoordeel carries out a judgement and shows what came of it.
func (bd *beoordeling) beoordeel(cmd *cobra.Command, i *dossier.Inkomend, gekozen postoordeel, n dossier.Nummer) error {
	if gekozen == geenKlacht {
		return bd.legTerzijde(cmd, i)
	}
	a, err := bd.aanmelding(i)
	if err != nil {
		return err
	}
	if gekozen != hoortBij {
		a.Soort = dossier.Soort(gekozen)
		if err := bd.vraagCategorie(&a); err != nil {
			return err
		}
	}
	if err := bd.opende(cmd); err != nil {
		return err
	}
	var k *dossier.Klacht
	if gekozen == hoortBij {
		k, err = bd.p.VoegToe(cmd.Context(), n, a, dossier.WatBerichtIn, bd.wie, i)
	} else {
		k, err = bd.p.Registreer(cmd.Context(), a, bd.wie, i)
	}
	if k == nil {
		return err
	}
	d, fout := bd.m.Beoordeel(k, bd.wie.Nu.Dag)
	switch {
	case fout != nil:
	case bd.alsJSON:
		fout = scherm.SchrijfJSON(bd.om.uit, d)
	case gekozen == hoortBij:
		fout = errors.Join(bd.om.toonVastgelegd(d, []dossier.Gebeurtenis{d.LaatstVastgelegd()}, false), bd.wijsOpAdressen(i, n))
	default:
		bd.om.toonNieuw(d)
	}
	return errors.Join(err, fout)
}

// wijsOpAdressen says how what this sender writes later finds its dossier by itself.
func (bd *beoordeling) wijsOpAdressen(i *dossier.Inkomend, n dossier.Nummer) error {
	bekend, err := post.NieuwBekend(bd.p, bd.m.Procedure, bd.wie.Nu.Dag)
	if err != nil || i.Van.Email == "" || bekend.HoortBij(i.Van.Email, n) {
		return err
	}
	bd.om.scherm().Alinea(fmt.Sprintf("Hoort %s voortaan bij dit dossier? Zet het adres dan in %s/klacht.yaml onder adressen.", i.Van.Email, n.Map()))
	return nil
}

// opende reads what is on file, once.
func (bd *beoordeling) opende(cmd *cobra.Command) (err error) {
	if bd.p != nil {
		return nil
	}
	bd.p, err = bd.m.NieuwPostboek(cmd.Context(), false)
	bd.om.voortgang.stop()
	return err
}

func (bd *beoordeling) sluit() {
	if bd.p != nil {
		bd.p.Sluit()
	}
}

// aanmelding is the message as a complaint: what inkomend says of it goes before what it says itself, and a flag before that.
func (bd *beoordeling) aanmelding(i *dossier.Inkomend) (dossier.Aanmelding, error) {
	inhoud, err := bd.m.InkomendBericht(i)
	if err != nil {
		return dossier.Aanmelding{}, err
	}
	in, err := post.Lees(inhoud, post.EigenVan(bd.m.Procedure), dossier.Tijdstip{}, i.Ontvangen)
	if err != nil {
		return dossier.Aanmelding{}, err
	}
	a := in.Aanmelding
	a.Ontvangen, a.Opmerking, a.Onderwerp, a.BerichtID = i.Ontvangen, i.Opmerking, i.Onderwerp, i.BerichtID
	a.Klager = i.Wie()
	for _, v := range []struct {
		doel    *string
		gegeven string
	}{
		{&a.Onderwerp, bd.gegeven.Onderwerp}, {&a.Klager.Naam, bd.gegeven.Klager.Naam}, {&a.Klager.Email, bd.gegeven.Klager.Email},
		{&a.Behandelaar, bd.gegeven.Behandelaar}, {&a.Categorie, bd.gegeven.Categorie},
	} {
		if v.gegeven != "" {
			*v.doel = opEenRegel(v.gegeven)
		}
	}
	vulKlachtAan(&a, bd.m.Procedure)
	return a, nil
}

// vraagCategorie asks for what a message can't tell.
func (bd *beoordeling) vraagCategorie(a *dossier.Aanmelding) error {
	if a.Categorie == "" && !bd.om.vraagbaar && bd.m.Procedure.Post.Categorie != "" {
		a.Categorie = bd.m.Procedure.Post.Categorie
	}
	if a.Categorie == "" && !bd.om.vraagbaar {
		return verkeerd("--categorie ontbreekt").metTip("geef --categorie met %s", dossier.Opsomming(bd.m.Procedure.Categorienamen(), "of"))
	}
	return bd.om.vulAan(&a.Categorie, "categorie", "CATEGORIE", "Categorie", bd.m.Procedure.Categorienamen()...)
}

// legTerzijde records that a message is no complaint.
func (bd *beoordeling) legTerzijde(cmd *cobra.Command, i *dossier.Inkomend) error {
	if i.Oordeel == dossier.GeenKlacht {
		return &dossier.Fout{Wat: i.Label + " is al beoordeeld als geen klacht, op " + i.BeoordeeldOp.Lang()}
	}
	na, err := bd.m.GeenKlacht(cmd.Context(), i, bd.wie)
	if na == nil {
		return err
	}
	_, tot, fout := bd.m.Inkomendoordeel(na, bd.wie.Nu.Dag)
	if fout != nil {
		return errors.Join(err, fout)
	}
	if bd.alsJSON {
		return errors.Join(err, scherm.SchrijfJSON(bd.om.uit, struct {
			Nummer     string          `json:"nummer"`
			Oordeel    string          `json:"oordeel"`
			BewarenTot werkdagen.Datum `json:"bewaren_tot"`
		}{na.Label, string(na.Oordeel), tot}))
	}
	bd.om.scherm().Alinea(na.Label + " is geen klacht. Het bericht blijft liggen tot en met " + tot.Lang() + ".")
	return err
}
