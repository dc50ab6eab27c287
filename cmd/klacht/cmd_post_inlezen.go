package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// inlezing is one run of `post inlezen`.
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

// ingelezen is what became of one message, in JSON as on the screen.
type ingelezen struct {
	Bericht   string           `json:"bericht"` // where it was found
	Van       string           `json:"van"`
	Onderwerp string           `json:"onderwerp"`
	Ontvangen dossier.Tijdstip `json:"ontvangen"`
	Uitkomst  string           `json:"uitkomst"`
	Nummer    *string          `json:"nummer"`   // the dossier that it is in, or that the question is about
	Inkomend  *string          `json:"inkomend"` // what it is called in inkomend
	Reden     string           `json:"reden"`
}

// What can become of a message beside what post decides.
const (
	uitkomstNieuw   = "nieuw" // a dossier of its own
	uitkomstMislukt = "mislukt"
)

func postInlezenCommando(om omgeving) *cobra.Command {
	var proef, direct, alsJSON bool
	var categorie, door string
	cmd := &cobra.Command{
		Use:   "inlezen PAD…",
		Short: "Leest berichten in uit bestanden, mappen en postbussen",
		Long: `Leest berichten in: losse bestanden (.eml, .msg van Outlook, winmail.dat), een postbus (mbox, Maildir), of een map met die bestanden. ` +
			`Een bericht met een dossiernummer in het onderwerp, of een antwoord op een bericht uit een dossier, komt in dat dossier, maar alleen ` +
			`als de afzender erbij hoort: de klager, de behandelaar, de mediator, een collega, of een adres uit het dossier. Van een ander wordt ` +
			`het een vraag. Wat van een nieuwe afzender komt, wordt een voorstel; wat dat is, zegt u met: klacht post beoordeel. Automatische ` +
			`antwoorden en nieuwsbrieven worden overgeslagen. Hetzelfde bericht komt er nooit twee keer in, hoe vaak u het ook inleest.`,
		Example: `  klacht post inlezen bericht.eml
  klacht post inlezen Maildir --proef
  klacht post inlezen postbus.mbox --direct --categorie overig`,
	}
	cmd.Flags().BoolVar(&proef, "proef", false, "laat zien wat er zou gebeuren, en doe niets")
	cmd.Flags().BoolVar(&direct, "direct", false, "registreer berichten van nieuwe afzenders meteen als klacht")
	vlagTekst(cmd, &categorie, "categorie", "CATEGORIE", "van wat --direct registreert; anders die onder post in procedure.yaml, anders overig")
	vlagDoor(cmd, &door)
	vlagJa(cmd, new(bool))
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if categorie != "" && !direct {
			return verkeerd("--categorie hoort bij --direct").metTip("geef ook --direct, of laat --categorie weg")
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			l, err := om.nieuweInlezing(cmd.Context(), m, door, proef)
			if err != nil {
				return err
			}
			if l.direct = direct; direct {
				if l.categorie, err = directCategorie(categorie, m.Procedure); err != nil {
					return err
				}
			}
			rijen := []ingelezen{}
			err = l.leesPaden(cmd.Context(), args, func(r ingelezen) { rijen = append(rijen, r) })
			om.voortgang.stop()
			var fout error
			if alsJSON {
				fout = scherm.SchrijfJSON(om.uit, struct {
					Proef     bool        `json:"proef"`
					Berichten []ingelezen `json:"berichten"`
				}{proef, rijen})
			} else {
				toonIngelezen(om.scherm(), rijen, proef)
			}
			return errors.Join(append(l.fouten, err, fout)...)
		})
	}
	return cmd
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

// leesPaden takes in every message at paden, and gives what became of each. An error ends it.
func (l *inlezing) leesPaden(ctx context.Context, paden []string, geef func(ingelezen)) error {
	gelezen := 0
	for _, pad := range paden {
		vol := l.om.vanHier(pad)
		for bron, err := range berichtenBij(vol) {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			gelezen++
			l.om.voortgang.meld(fmt.Sprintf("Inlezen: bericht %d", gelezen))
			r := ingelezen{Bericht: waarGevonden(pad, vol, bron)}
			switch {
			case errors.Is(err, post.ErrGeenBericht):
				r.Uitkomst, r.Reden = string(post.Overgeslagen), "geen e-mailbericht"
			case err != nil:
				l.mislukt(&r, err)
			default:
				err = l.neemIn(ctx, bron.Inhoud, &r)
			}
			geef(r)
			if err != nil && r.Uitkomst == "" {
				return err
			}
		}
	}
	return nil
}

func (l *inlezing) mislukt(r *ingelezen, err error) {
	r.Uitkomst, r.Reden = uitkomstMislukt, scherm.Regel(zin(err))
	l.fouten = append(l.fouten, &mislukt{fmt.Errorf("%s is niet ingelezen: %s", r.Bericht, r.Reden), ""})
}

// berichtenBij gives the messages at an absolute path.
func berichtenBij(vol string) iter.Seq2[post.Bron, error] {
	ouder, naam := filepath.Split(vol)
	if naam == "" {
		naam = "."
	}
	return post.Berichten(os.DirFS(filepath.Clean(ouder)), naam)
}

// waarGevonden says where a message was found, as the reader named the place.
func waarGevonden(pad, vol string, bron post.Bron) string {
	if rest := strings.TrimPrefix(bron.Pad, filepath.Base(vol)); rest != "." {
		bron.Pad = filepath.ToSlash(filepath.Join(pad, rest))
	}
	return bron.String()
}

// neemIn decides on one message and does so. An error, with r.Uitkomst left empty, ends the run.
func (l *inlezing) neemIn(ctx context.Context, inhoud []byte, r *ingelezen) error {
	i, err := post.Lees(inhoud, l.bekend.Eigen, l.wie.Nu)
	if err != nil {
		l.mislukt(r, err)
		return nil
	}
	l.netjes(&i)
	r.Van, r.Onderwerp, r.Ontvangen = klagerzin(i.Van), i.Onderwerp, i.Ontvangen
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

// netjes makes of what a message says what a field can keep.
func (l *inlezing) netjes(i *post.Ingekomen) {
	for _, veld := range []*string{&i.Onderwerp, &i.Klager.Naam, &i.Klager.Email, &i.Van.Naam, &i.Van.Email} {
		*veld = opEenRegel(*veld)
	}
}

// voerUit does what was decided, and says in r what became of the message.
func (l *inlezing) voerUit(ctx context.Context, i *post.Ingekomen, b post.Beslissing, r *ingelezen) error {
	klaar := func(uitkomst string) { r.Uitkomst, r.Reden = uitkomst, b.Reden }
	noem := func(n dossier.Nummer) {
		if s := n.String(); n != (dossier.Nummer{}) {
			r.Nummer = &s
		}
	}
	switch {
	case b.Uitkomst == post.Overgeslagen:
		noem(b.Nummer)
		klaar(string(b.Uitkomst))
		return nil
	case b.Uitkomst == post.Toegevoegd:
		k, err := l.p.VoegToe(ctx, b.Nummer, i.Aanmelding, b.Wat, l.wie, nil)
		if k != nil {
			noem(k.Nummer)
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
			noem(k.Nummer)
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
		noem(b.Nummer)
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

// toonIngelezen shows a line for each message, and what they come to.
func toonIngelezen(s *scherm.Scherm, rijen []ingelezen, proef bool) {
	if len(rijen) == 0 {
		s.Alinea("Er is geen bericht gevonden.")
		return
	}
	aantal := map[string]int{}
	var cellen [][]scherm.Cel
	for _, r := range rijen {
		aantal[r.Uitkomst]++
		cellen = append(cellen, scherm.Rij(r.Bericht, watErvanWerd(r), r.Reden))
	}
	s.Tabel([]scherm.Kolom{{Titel: "Bericht", Rekt: true}, {Titel: "Wat"}, {Titel: "Waarom", Rekt: true}}, cellen)
	s.Wit()
	var delen []string
	for _, d := range []struct{ uitkomst, een, meer string }{
		{uitkomstNieuw, "nieuw dossier", "nieuwe dossiers"},
		{string(post.Toegevoegd), "toegevoegd", "toegevoegd"},
		{string(post.Voorstel), "voorstel", "voorstellen"},
		{string(post.Vraag), "vraag", "vragen"},
		{string(post.Overgeslagen), "overgeslagen", "overgeslagen"},
		{uitkomstMislukt, "mislukt", "mislukt"},
		{"", "onderbroken", "onderbroken"},
	} {
		if n := aantal[d.uitkomst]; n > 0 {
			delen = append(delen, fmt.Sprintf("%d %s", n, meervoud(n, d.een, d.meer)))
		}
	}
	s.Alinea(fmt.Sprintf("%d %s: %s.", len(rijen), meervoud(len(rijen), "bericht", "berichten"), dossier.Opsomming(delen, "en")))
	switch {
	case proef:
		s.Alinea("Dit was een proef: er is niets vastgelegd.")
	case aantal[string(post.Voorstel)]+aantal[string(post.Vraag)] > 0:
		s.Alinea("Beoordeel wat wacht met: klacht post beoordeel")
	}
}

// watErvanWerd is the outcome with what it is called by.
func watErvanWerd(r ingelezen) string {
	switch {
	case r.Uitkomst == uitkomstNieuw:
		return "nieuw: " + *r.Nummer
	case r.Uitkomst == string(post.Toegevoegd):
		return "bij " + *r.Nummer
	case r.Inkomend != nil:
		return r.Uitkomst + " " + *r.Inkomend
	}
	return r.Uitkomst
}
