package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// nieuwOverleg is what the flags of `overleg nieuw` say, and the answers at a terminal.
type nieuwOverleg struct {
	op, volgende                                werkdagen.Datum
	aanwezig, besproken, besluiten, maatregelen []string
	alle                                        bool
}

func overlegNieuwCommando(om omgeving) *cobra.Command {
	var no nieuwOverleg
	var door string
	var alsJSON bool
	cmd := &cobra.Command{
		Use:   "nieuw",
		Short: "Legt een overleg vast",
		Long: `Legt een overleg van het MT vast: wie er waren, wat besproken is, wat besloten is, en wanneer het volgende is. In elk besproken ` +
			`dossier komt te staan dat het besproken is. Alleen wie er waren is altijd nodig; op een terminal vraagt klacht ernaar. Wordt het ` +
			`onderbroken, geef dan hetzelfde commando nog eens. Een overleg blijft bewaard als dossiers vernietigd zijn: noem in een besluit ` +
			`geen klagers.`,
		Example: `  klacht overleg nieuw --aanwezig "Louise Vos, Sanne de Vries" --alle
  klacht overleg nieuw --op 26-11-2026 --aanwezig "Louise Vos" --besproken 3,7 --besluit "Zalen een week vooraf bevestigen (M2026-001)" --volgende 25-2-2027`,
	}
	vlagOp(cmd, om, &no.op)
	vlagLijst(cmd, &no.aanwezig, "aanwezig", "NAAM,NAAM", "wie er waren, met komma's ertussen")
	vlagLijst(cmd, &no.besproken, "besproken", "NR,NR", "welke dossiers besproken zijn, met komma's ertussen")
	cmd.Flags().BoolVar(&no.alle, "alle", false, "besproken is alles wat open is, en wat sinds het vorige overleg binnenkwam of afgehandeld werd")
	cmd.Flags().StringArrayVar(&no.besluiten, "besluit", nil, "een besluit als `TEKST`; de maatregelen die erin genoemd worden, horen bij het overleg")
	vlagLijst(cmd, &no.maatregelen, "maatregel", "M,M", "over welke maatregelen het ook ging, met komma's ertussen")
	vlagDatum(cmd, om, &no.volgende, "volgende", "de dag van het volgende overleg")
	vlagDoor(cmd, &door)
	vlagJa(cmd, new(bool))
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if no.alle && len(no.besproken) > 0 {
			return verkeerd("--alle en --besproken kunnen niet samen")
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			wie, err := om.wieNu(door)
			if err != nil {
				return err
			}
			if err := om.vraagOverleg(&no, m); err != nil {
				return err
			}
			o, err := om.overlegVan(cmd, m, no)
			if err != nil {
				return err
			}
			vast, err := m.LegOverlegVast(cmd.Context(), o, wie)
			if vast == nil {
				return err
			}
			if alsJSON {
				return errors.Join(scherm.SchrijfJSON(om.uit, vast), err)
			}
			toonOverleg(om.scherm(), vast)
			return err
		})
	}
	return cmd
}

// overlegVan reads the numbers in what was given.
func (om omgeving) overlegVan(cmd *cobra.Command, m *dossier.Map, no nieuwOverleg) (dossier.Overleg, error) {
	o := dossier.Overleg{Op: om.ofVandaag(no.op), Aanwezig: no.aanwezig, Volgende: no.volgende}
	for _, b := range no.besluiten {
		if b = opEenRegel(b); b == "" {
			return o, verkeerd("--besluit is leeg").metTip("schrijf op wat er besloten is, of laat --besluit weg")
		}
		o.Besluiten = append(o.Besluiten, b)
	}
	for _, s := range no.maatregelen {
		n, err := m.KiesMaatregel(s)
		if err != nil {
			return o, err
		}
		o.Maatregelen = append(o.Maatregelen, n)
	}
	var err error
	if no.alle {
		o.Besproken, err = om.opAgenda(cmd, m, o.Op)
	} else {
		o.Besproken, err = kiesAlle(m, no.besproken)
	}
	return o, err
}

// kiesAlle finds the dossiers that a person means; the error names all that can't be found.
func kiesAlle(m *dossier.Map, nrs []string) ([]dossier.Nummer, error) {
	var nummers []dossier.Nummer
	var fouten []error
	for _, nr := range nrs {
		n, err := m.Kies(nr)
		if err != nil {
			fouten = append(fouten, err)
			continue
		}
		nummers = append(nummers, n)
	}
	return nummers, errors.Join(fouten...)
}

// opAgenda gives the dossiers that a meeting on day op had on its agenda. One that can't be read may belong to them, so then there
// is no answer.
func (om omgeving) opAgenda(cmd *cobra.Command, m *dossier.Map, op werkdagen.Datum) ([]dossier.Nummer, error) {
	overleggen, fouten := om.leesOverleggen(m, op)
	alle, meer, err := om.leesAlle(cmd, m, op)
	if err != nil {
		return nil, err
	}
	vernietigd, meldingen, err := m.Vernietigd()
	om.meld(meldingen)
	if fouten = errors.Join(fouten, meer, err); !volledig(fouten) {
		return nil, errors.Join(fouten, &dossier.Fout{
			Wat:  "er is niets vastgelegd: wat niet te lezen is, kan ook op de agenda staan",
			Raad: "herstel dat eerst, of noem de dossiers zelf met --besproken",
		})
	}
	periode, _, err := overlegperiode(overleggen, op)
	if err != nil {
		return nil, err
	}
	var nummers []dossier.Nummer
	for _, d := range alle {
		if d.Feiten().OpAgenda(periode.Van, periode.Tot) {
			nummers = append(nummers, d.Nummer)
		}
	}
	for _, v := range vernietigd {
		terug := slices.ContainsFunc(alle, func(d *dossier.Dossier) bool { return d.Nummer.String() == v.Nummer && d.ID == v.ID })
		if !terug && v.OpAgenda(periode.Van, periode.Tot) {
			om.waarschuw("%s stond ook op de agenda, maar is op %s vernietigd: dat het besproken is, kan er niet meer bij", v.Nummer, v.Op.Lang())
		}
	}
	return nummers, nil
}

// meesteBesluiten bounds how often a terminal is asked for one more.
const meesteBesluiten = 50

// vraagOverleg asks at a terminal for what is missing, and then also for what is good to know; an empty answer skips that.
func (om omgeving) vraagOverleg(no *nieuwOverleg, m *dossier.Map) error {
	if len(no.aanwezig) > 0 {
		return nil
	}
	if !om.vraagbaar {
		return ontbreekt("aanwezig", "NAAM,NAAM")
	}
	if no.op != 0 {
		if err := m.NogGeenOverleg(no.op); err != nil {
			return err
		}
	}
	v := om.vrager()
	vragen := []struct {
		over  bool
		tekst string
		lees  func(string) error
	}{
		{no.op != 0, "Dag van het overleg (leeg: vandaag)", func(s string) error { return om.leesOverlegdag(no, m, s) }},
		{false, "Wie er waren (namen, met komma's ertussen)", func(s string) error {
			if no.aanwezig = losseWoorden(s); len(no.aanwezig) == 0 {
				return errors.New("vul hier ten minste één naam in")
			}
			return nil
		}},
		{no.alle || len(no.besproken) > 0, "Besproken dossiers (nummers met komma's ertussen, of: alle; leeg: geen)", func(s string) error {
			if no.alle = strings.EqualFold(s, "alle"); no.alle {
				return nil
			}
			no.besproken = losseWoorden(s)
			_, err := kiesAlle(m, no.besproken)
			return err
		}},
	}
	for _, vraag := range vragen {
		if vraag.over {
			continue
		}
		if _, err := v.tekst(vraag.tekst, vraag.lees); err != nil {
			return err
		}
	}
	if err := vraagBesluiten(v, no); err != nil || no.volgende != 0 {
		return err
	}
	_, err := v.tekst("Volgend overleg op (leeg: nog niet afgesproken)", func(s string) error {
		if s == "" {
			return nil
		}
		if err := (&datumvlag{&no.volgende, om}).Set(s); err != nil {
			return err
		}
		if no.volgende <= om.ofVandaag(no.op) {
			return errors.New("dat is niet na dit overleg")
		}
		return nil
	})
	return err
}

// leesOverlegdag reads the day, and says at once what would be refused later: then all answers are lost.
func (om omgeving) leesOverlegdag(no *nieuwOverleg, m *dossier.Map, s string) error {
	if s != "" {
		if err := (&datumvlag{&no.op, om}).Set(s); err != nil {
			return err
		}
	}
	dag := om.ofVandaag(no.op)
	err := m.NogGeenOverleg(dag)
	if dag > om.vandaag() {
		err = fmt.Errorf("%s ligt in de toekomst", dag.Lang())
	}
	if err != nil {
		no.op = 0
	}
	return err
}

func vraagBesluiten(v *vrager, no *nieuwOverleg) error {
	if len(no.besluiten) > 0 {
		return nil
	}
	vraag := "Besluit (leeg: geen)"
	for range meesteBesluiten {
		besluit, err := v.tekst(vraag, func(string) error { return nil })
		if err != nil || besluit == "" {
			return err
		}
		no.besluiten = append(no.besluiten, besluit)
		vraag = "Nog een besluit (leeg: geen)"
	}
	return nil
}
