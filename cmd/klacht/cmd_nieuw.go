package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// nieuweKlacht is what the flags of `nieuw` say.
type nieuweKlacht struct {
	dossier.Aanmelding
	ontvangen string
	bijlagen  []string
	van       string
}

func nieuwCommando(om omgeving) *cobra.Command {
	var nk nieuweKlacht
	var door string
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "nieuw",
		Short: "Registreert een klacht of onvolkomenheid",
		Long: `Registreert een klacht of onvolkomenheid en toont de termijnen. Alleen onderwerp en categorie zijn altijd nodig; op een ` +
			`terminal vraagt klacht ernaar. Met --van vult een e-mailbericht de afzender, het onderwerp, het tijdstip van ontvangst en ` +
			`de tekst in; het bericht zelf en zijn bijlagen komen in het dossier. Wat met een optie gegeven is, gaat voor.`,
		Example: `  klacht nieuw --onderwerp "Factuur klopt niet" --categorie "financiële afwikkeling" --klager "E. Bakker"
  klacht nieuw --van bericht.eml --categorie cursusleider
  klacht nieuw --soort onvolkomenheid --onderwerp "Verouderde reader" --categorie "inhoud van de cursus"`,
	}
	gegeven := func(doel *string, veld string) { vlagGegeven(cmd, doel, veld) }
	gegeven(&nk.Onderwerp, "onderwerp")
	gegeven(&nk.Categorie, "categorie")
	vlagKeuze(cmd, &nk.Soort, "soort", dossier.Soorten(), "een klacht komt van buiten, een onvolkomenheid kan ook intern gevonden zijn; anders klacht")
	vlagKeuze(cmd, &nk.Herkomst, "herkomst", dossier.Herkomsten(), "waar het vandaan komt; anders extern voor een klacht, intern voor een onvolkomenheid")
	gegeven(&nk.Klager.Naam, "klager")
	gegeven(&nk.Klager.Email, "email")
	gegeven(&nk.Klager.Telefoon, "telefoon")
	gegeven(&nk.Klager.Organisatie, "organisatie")
	gegeven(&nk.Cursus, "cursus")
	gegeven(&nk.Betreft, "betreft")
	gegeven(&nk.Gewenst, "gewenst")
	vlagKeuze(cmd, &nk.Ernst, "ernst", dossier.Ernsten(), "hoe ernstig het is; anders normaal")
	vlagTekst(cmd, &nk.Behandelaar, "behandelaar", "NAAM", "wie het behandelt; anders de verantwoordelijke uit procedure.yaml")
	vlagTekst(cmd, &nk.ontvangen, "ontvangen", "DATUM", `dag van ontvangst, of dag en tijd, zoals "20-11-2026 16:40"; anders die van het bericht, of nu`)
	gegeven(&nk.Kanaal, "kanaal")
	gegeven(&nk.Omschrijving, "omschrijving")
	cmd.Flags().StringArrayVar(&nk.bijlagen, "bijlage", nil, "een `BESTAND` dat erbij hoort")
	vlagTekst(cmd, &nk.van, "van", "BESTAND", "een e-mailbericht, bewaard als .eml of .msg (Outlook)")
	vlagDoor(cmd, &door)
	vlagJa(cmd, new(bool))
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return om.metMap(cmd, func(m *dossier.Map) error {
			wie, err := om.wieNu(door)
			if err != nil {
				return err
			}
			a, err := om.aanmelding(nk, m.Procedure)
			if err != nil {
				return err
			}
			k, err := m.Registreer(cmd.Context(), a, wie)
			if k == nil {
				return err
			}
			if a.Opmerking != "" {
				om.waarschuw("niet alles in het bericht was goed te lezen; wat er opviel staat in het dossier: klacht toon %s", k.Nummer)
			}
			d, fout := m.Beoordeel(k, wie.Nu.Dag)
			if fout != nil {
				return fout
			}
			if alsJSON {
				fout = scherm.SchrijfJSON(om.uit, d)
			} else {
				om.toonNieuw(d)
			}
			if fout != nil {
				return fout
			}
			return err
		})
	}
	return cmd
}

// aanmelding puts together what the message, the flags and the answers say; a flag goes before the message.
func (om omgeving) aanmelding(nk nieuweKlacht, p *dossier.Procedure) (dossier.Aanmelding, error) {
	a := nk.Aanmelding
	var err error
	if a.Omschrijving, err = om.ofInvoer(a.Omschrijving); err != nil {
		return a, err
	}
	if a.Bijlagen, err = om.bijlagen(nk.bijlagen); err != nil {
		return a, err
	}
	if nk.van != "" {
		if a, err = om.vanBericht(a, nk.van); err != nil {
			return a, err
		}
	}
	if nk.ontvangen != "" {
		if a.Ontvangen, err = leesTijdstip(nk.ontvangen, om.vandaag()); err != nil {
			return a, verkeerd("--ontvangen: %v", err)
		}
	}
	for _, veld := range []*string{
		&a.Onderwerp, &a.Categorie, &a.Klager.Naam, &a.Klager.Email, &a.Klager.Telefoon, &a.Klager.Organisatie,
		&a.Cursus, &a.Betreft, &a.Behandelaar, &a.Kanaal,
	} {
		*veld = opEenRegel(*veld)
	}
	a.Gewenst = nette(a.Gewenst)
	if err := om.vraagAanmelding(&a, nk, p); err != nil {
		return a, err
	}
	if a.Ontvangen.IsLeeg() {
		a.Ontvangen = dossier.OpMoment(om.klok())
	}
	if a.Behandelaar == "" {
		a.Behandelaar = p.Verantwoordelijke
	}
	if dossier.ZelfdePersoon(a.Behandelaar, a.Betreft) {
		om.waarschuw("de klacht gaat over %s, die de klacht ook zou behandelen; geef een ander op met klacht wijzig … --behandelaar", a.Betreft)
	}
	return a, nil
}

// vanBericht fills in from a message what the flags left empty, and says which flag must give what the message lacks.
func (om omgeving) vanBericht(a dossier.Aanmelding, pad string) (dossier.Aanmelding, error) {
	inhoud, err := leesBericht(om.vanHier(pad))
	if err != nil {
		return a, err
	}
	b, err := post.Aanmelding(inhoud)
	if err != nil {
		return a, fmt.Errorf("%s kan niet gelezen worden: %w", pad, err)
	}
	a.Bericht, a.BerichtID, a.Extensie, a.Opmerking = b.Bericht, b.BerichtID, b.Extensie, b.Opmerking
	a.Bijlagen = append(b.Bijlagen, a.Bijlagen...)
	a.Onderwerp = cmp.Or(a.Onderwerp, b.Onderwerp)
	a.Omschrijving = cmp.Or(a.Omschrijving, b.Omschrijving)
	a.Kanaal = cmp.Or(a.Kanaal, b.Kanaal)
	a.Klager.Naam = cmp.Or(a.Klager.Naam, b.Klager.Naam)
	a.Klager.Email = cmp.Or(a.Klager.Email, b.Klager.Email)
	a.Ontvangen = b.Ontvangen
	return a, nil
}

// grensBericht is the size to which a message is read; a larger one is no letter of complaint.
const grensBericht = 100 << 20

func leesBericht(pad string) ([]byte, error) {
	f, err := os.Open(pad)
	if err != nil {
		return nil, fmt.Errorf("kon het bericht niet lezen: %w", err)
	}
	defer f.Close()
	inhoud, err := io.ReadAll(io.LimitReader(f, grensBericht+1))
	if err != nil {
		return nil, fmt.Errorf("kon het bericht niet lezen: %w", err)
	}
	if len(inhoud) > grensBericht {
		return nil, verkeerd("%s is groter dan %d MiB", pad, grensBericht>>20).metTip("registreer de klacht zonder --van, en voeg toe wat nodig is met klacht bijlage")
	}
	return inhoud, nil
}

// vraagAanmelding asks at a terminal for what is missing; elsewhere the error names the flag.
func (om omgeving) vraagAanmelding(a *dossier.Aanmelding, nk nieuweKlacht, p *dossier.Procedure) error {
	onvolledig := a.Onderwerp == "" || a.Categorie == ""
	if !om.vraagbaar {
		return watOntbreekt(a, nk, p)
	}
	if err := om.vulAan(&a.Onderwerp, "onderwerp", "TEKST", "Onderwerp"); err != nil {
		return err
	}
	if err := om.vulAan(&a.Categorie, "categorie", "CATEGORIE", "Categorie", p.Categorienamen()...); err != nil {
		return err
	}
	if nk.van != "" && a.Klager.Email == "" {
		if err := om.vulAan(&a.Klager.Naam, "klager", "NAAM", "Het bericht noemt geen afzender. Klager"); err != nil {
			return err
		}
	}
	if !onvolledig && !a.Ontvangen.IsLeeg() || !onvolledig && nk.van == "" {
		return nil
	}
	return om.vraagRest(a, nk)
}

// watOntbreekt names at once all that nieuw can't do without, with what to give.
func watOntbreekt(a *dossier.Aanmelding, nk nieuweKlacht, p *dossier.Procedure) error {
	var vlaggen, tips []string
	ontbreekt := func(ja bool, vlag, tip string) {
		if ja {
			vlaggen, tips = append(vlaggen, "--"+vlag), append(tips, tip)
		}
	}
	ontbreekt(a.Onderwerp == "" && nk.van == "", "onderwerp", "geef --onderwerp TEKST")
	ontbreekt(a.Onderwerp == "" && nk.van != "", "onderwerp", "het bericht heeft geen onderwerp: geef --onderwerp TEKST")
	ontbreekt(a.Categorie == "", "categorie", "geef --categorie met "+dossier.Opsomming(p.Categorienamen(), "of"))
	ontbreekt(nk.van != "" && a.Klager.Naam == "" && a.Klager.Email == "", "klager", "het bericht noemt geen afzender: geef --klager NAAM of --email ADRES")
	ontbreekt(nk.van != "" && a.Ontvangen.IsLeeg(), "ontvangen", "het bericht zegt niet wanneer het ontvangen is: geef --ontvangen DATUM")
	if len(vlaggen) == 0 {
		return nil
	}
	return verkeerd("%s %s", dossier.Opsomming(vlaggen, "en"), meervoud(len(vlaggen), "ontbreekt", "ontbreken")).metTip("%s", strings.Join(tips, "; "))
}

// vraagRest asks for what is good to know; an empty answer skips it.
func (om omgeving) vraagRest(a *dossier.Aanmelding, nk nieuweKlacht) error {
	v := om.vrager()
	magLeeg := func(string) error { return nil }
	intern := a.Herkomst == dossier.Intern || a.Herkomst == "" && a.Soort == dossier.SoortOnvolkomenheid
	for _, vraag := range []struct {
		doel  *string
		tekst string
		over  bool
	}{
		{&a.Klager.Naam, "Naam van de klager (leeg: onbekend)", intern || nk.van != ""},
		{&a.Klager.Email, "E-mailadres (leeg: geen)", intern || nk.van != ""},
		{&a.Klager.Telefoon, "Telefoonnummer (leeg: geen)", intern || nk.van != ""},
		{&a.Omschrijving, "Omschrijving (leeg: later)", nk.van != ""},
	} {
		if *vraag.doel != "" || vraag.over {
			continue
		}
		antwoord, err := v.tekst(vraag.tekst, magLeeg)
		if err != nil {
			return err
		}
		*vraag.doel = antwoord
	}
	if !a.Ontvangen.IsLeeg() {
		return nil
	}
	_, err := v.tekst("Ontvangen op (leeg: vandaag)", func(s string) (err error) {
		if s == "" {
			return nil
		}
		if a.Ontvangen, err = leesTijdstip(s, om.vandaag()); err == nil && a.Ontvangen.VoorNa(dossier.OpMoment(om.klok())) > 0 {
			// Refused later as well, but then all answers are lost.
			err = fmt.Errorf("%s ligt in de toekomst", a.Ontvangen.Lang())
		}
		return err
	})
	return err
}

// toonNieuw shows what was registered, by when what must be done, and what comes next.
func (om omgeving) toonNieuw(d *dossier.Dossier) {
	s := om.scherm()
	s.Kop(fmt.Sprintf("%s  %s", d.Nummer, d.Onderwerp))
	s.Alinea(fmt.Sprintf("Geregistreerd als %s, ontvangen %s.", d.Soort, d.Ontvangst.Lang()))
	for _, b := range d.LaatstVastgelegd().Bestanden {
		s.Alinea("Bewaard: " + bestandsregel(b))
	}
	toonVervolg(s, d)
}
