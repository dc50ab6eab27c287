package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// opschoning is the judgement on every dossier, in JSON as in the contract.
type opschoning struct {
	Peildatum   werkdagen.Datum    `json:"peildatum"`
	Uitgevoerd  bool               `json:"uitgevoerd"`
	Vernietigen []teVernietigen    `json:"vernietigen"`
	Bewaren     []teBewaren        `json:"bewaren"`
	Inkomend    inkomendOpschoning `json:"inkomend"`
	nummers     []dossier.Nummer
}

// inkomendOpschoning is the judgement on every message in inkomend.
type inkomendOpschoning struct {
	Vernietigen []berichtTeVernietigen `json:"vernietigen"`
	Bewaren     []berichtTeBewaren     `json:"bewaren"`
}

type berichtTeVernietigen struct {
	Nummer       string           `json:"nummer"`
	BeoordeeldOp dossier.Tijdstip `json:"beoordeeld_op"`
	BewarenTot   werkdagen.Datum  `json:"bewaren_tot"`
	Reden        string           `json:"reden"`
}

type berichtTeBewaren struct {
	Nummer string `json:"nummer"`
	Reden  string `json:"reden"`
}

type teVernietigen struct {
	Nummer        dossier.Nummer  `json:"nummer"`
	AfgehandeldOp werkdagen.Datum `json:"afgehandeld_op"`
	BewarenTot    werkdagen.Datum `json:"bewaren_tot"`
	Reden         string          `json:"reden"`
}

type teBewaren struct {
	Nummer dossier.Nummer `json:"nummer"`
	Reden  string         `json:"reden"`
}

func opschonenCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var uitvoeren, ja, alsJSON bool
	var door string
	cmd := &cobra.Command{
		Use:   "opschonen",
		Short: "Toont welke dossiers vernietigd moeten worden, en vernietigt ze",
		Long: `Toont van elk dossier of het bewaard of vernietigd moet worden, en waarom. Met --uitvoeren worden de dossiers vernietigd ` +
			`waarvan de bewaartermijn verstreken is, en berichten die geen klacht waren; in vernietigd.yaml blijft staan dat en wanneer dat gebeurde, met wat nodig is voor ` +
			`de cijfers en zonder persoonsgegevens. Dat kan niet ongedaan gemaakt worden.`,
		Example: `  klacht opschonen
  klacht opschonen --uitvoeren`,
	}
	cmd.Flags().BoolVar(&uitvoeren, "uitvoeren", false, "vernietig wat vernietigd moet worden")
	vlagPeildatum(cmd, om, &peildatum)
	vlagDoor(cmd, &door)
	vlagJa(cmd, &ja)
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if uitvoeren && peildatum != 0 {
			return verkeerd("--uitvoeren en --peildatum kunnen niet samen: vernietigd wordt wat vandaag vernietigd moet worden")
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			alle, fouten, err := om.leesAlle(cmd, m, om.ofVandaag(peildatum))
			if err != nil {
				return err
			}
			// A dry run is the same decision: it fails where the real run would.
			if _, _, err := m.Vernietigd(); err != nil {
				return errors.Join(fouten, err)
			}
			kopieen, err := conflictkopieen(m, alle)
			if err != nil {
				return errors.Join(fouten, err)
			}
			o := oordeel(alle, kopieen, om.ofVandaag(peildatum))
			mis, err := oordeelInkomend(m, &o)
			if err != nil {
				return errors.Join(fouten, mis, err)
			}
			fouten = errors.Join(fouten, mis)
			if !uitvoeren {
				err = om.toonOpschoning(o, alsJSON)
				return errors.Join(fouten, err)
			}
			err = om.voerOpschoningUit(cmd, m, o, door, ja, alsJSON)
			return errors.Join(fouten, err)
		})
	}
	return cmd
}

// conflictkopieen tells which of the dossiers that are due have a copy of their record beside it.
func conflictkopieen(m *dossier.Map, alle []*dossier.Dossier) (map[dossier.Nummer][]string, error) {
	uit := map[dossier.Nummer][]string{}
	for _, d := range alle {
		if !d.Bewaaroordeel().Vernietigen {
			continue
		}
		var err error
		if uit[d.Nummer], err = m.Conflictkopieen(d.Nummer); err != nil {
			return nil, err
		}
	}
	return uit, nil
}

// oordeel judges every dossier.
func oordeel(alle []*dossier.Dossier, kopieen map[dossier.Nummer][]string, peildatum werkdagen.Datum) opschoning {
	o := opschoning{Peildatum: peildatum, Vernietigen: []teVernietigen{}, Bewaren: []teBewaren{}}
	for _, d := range alle {
		switch b := d.Bewaaroordeel().MetConflictkopieen(kopieen[d.Nummer]); {
		case b.Vernietigen:
			o.nummers = append(o.nummers, d.Nummer)
			o.Vernietigen = append(o.Vernietigen, teVernietigen{d.Nummer, d.AfgehandeldOp, d.BewarenTot, b.Reden})
		default:
			o.Bewaren = append(o.Bewaren, teBewaren{d.Nummer, b.Reden})
		}
	}
	return o
}

// oordeelInkomend adds the judgement on every message in inkomend. What can't be read is in fouten.
func oordeelInkomend(m *dossier.Map, o *opschoning) (fouten, err error) {
	o.Inkomend = inkomendOpschoning{[]berichtTeVernietigen{}, []berichtTeBewaren{}}
	alle, _, fouten := m.Inkomend()
	for _, i := range alle {
		b, tot, err := m.Inkomendoordeel(i, o.Peildatum)
		switch {
		case err != nil:
			return fouten, err
		case b.Vernietigen:
			o.Inkomend.Vernietigen = append(o.Inkomend.Vernietigen, berichtTeVernietigen{i.Label, i.BeoordeeldOp, tot, b.Reden})
		default:
			o.Inkomend.Bewaren = append(o.Inkomend.Bewaren, berichtTeBewaren{i.Label, b.Reden})
		}
	}
	return fouten, nil
}

func (om omgeving) toonOpschoning(o opschoning, alsJSON bool) error {
	if alsJSON {
		return scherm.SchrijfJSON(om.uit, o)
	}
	s := om.scherm()
	if len(o.Bewaren)+len(o.Inkomend.Bewaren) > 0 {
		s.Kop("Bewaren")
		var rijen [][]scherm.Cel
		for _, b := range o.Bewaren {
			rijen = append(rijen, scherm.Rij(b.Nummer.String(), b.Reden))
		}
		for _, b := range o.Inkomend.Bewaren {
			rijen = append(rijen, scherm.Rij(b.Nummer, b.Reden))
		}
		s.Tabel([]scherm.Kolom{{Titel: "Nummer"}, {Titel: "Waarom", Rekt: true}}, rijen)
		s.Wit()
	}
	toonTeVernietigen(s, o)
	if len(o.Vernietigen)+len(o.Inkomend.Vernietigen) > 0 {
		s.Wit()
		s.Alinea("Er is niets vernietigd. Vernietigen gaat met: klacht opschonen --uitvoeren")
	}
	return nil
}

func toonTeVernietigen(s *scherm.Scherm, o opschoning) {
	if len(o.Vernietigen)+len(o.Inkomend.Vernietigen) == 0 {
		s.Alinea("Er is niets te vernietigen.")
		return
	}
	s.Kop("Vernietigen")
	var rijen [][]scherm.Cel
	for _, v := range o.Vernietigen {
		rijen = append(rijen, scherm.Rij(v.Nummer.String(), v.AfgehandeldOp.Lang(), v.BewarenTot.Lang()))
	}
	for _, v := range o.Inkomend.Vernietigen {
		rijen = append(rijen, scherm.Rij(v.Nummer, "geen klacht, "+v.BeoordeeldOp.Dag.Lang(), v.BewarenTot.Lang()))
	}
	s.Tabel([]scherm.Kolom{{Titel: "Nummer"}, {Titel: "Afgehandeld"}, {Titel: "Bewaard tot en met"}}, rijen)
}

// bevestigingswoord is what must be typed before anything is destroyed.
const bevestigingswoord = "vernietig"

func (om omgeving) voerOpschoningUit(cmd *cobra.Command, m *dossier.Map, o opschoning, door string, ja, alsJSON bool) error {
	wie, err := om.wieNu(door)
	if err != nil {
		return err
	}
	onderbroken, err := m.Onderbroken()
	if err != nil {
		return err
	}
	s := om.scherm()
	berichten := len(o.Inkomend.Vernietigen)
	if len(o.Vernietigen)+len(onderbroken)+berichten == 0 {
		o.Uitgevoerd = true
		if alsJSON {
			return scherm.SchrijfJSON(om.uit, o)
		}
		s.Alinea("Er is niets te vernietigen.")
		return nil
	}
	if !alsJSON && len(o.Vernietigen)+berichten > 0 {
		toonTeVernietigen(s, o)
		s.Wit()
	}
	n := len(o.Vernietigen) + len(onderbroken)
	wat := fmt.Sprintf("%d %s vernietigd", n, meervoud(n, "dossier wordt", "dossiers worden"))
	switch ook := fmt.Sprintf("%d %s", berichten, meervoud(berichten, "bericht dat geen klacht was", "berichten die geen klacht waren")); {
	case n == 0:
		wat = ook + " " + meervoud(berichten, "wordt", "worden") + " vernietigd"
	case berichten > 0:
		wat += ", en " + ook
	}
	goed, err := om.bevestig(ja, wat+". Dat kan niet ongedaan gemaakt worden.", bevestigingswoord)
	if err != nil {
		return err
	}
	if !goed {
		return &mislukt{errors.New("er is niets vernietigd"), "typ het woord " + bevestigingswoord + " om door te gaan"}
	}
	var labels []string
	for _, v := range o.Inkomend.Vernietigen {
		labels = append(labels, v.Nummer)
	}
	wegBerichten, fout := m.VernietigInkomend(cmd.Context(), labels, wie)
	weg, err := m.Vernietig(cmd.Context(), o.nummers, wie)
	err = errors.Join(err, fout)
	o.Uitgevoerd = err == nil
	if alsJSON {
		return errors.Join(err, scherm.SchrijfJSON(om.uit, o))
	}
	if len(weg)+wegBerichten == 0 {
		s.Alinea("Er is niets vernietigd.")
		return err
	}
	if len(weg) > 0 {
		s.Alinea(fmt.Sprintf("Vernietigd: %d %s. Het bewijs staat in vernietigd.yaml.", len(weg), meervoud(len(weg), "dossier", "dossiers")))
	}
	if wegBerichten > 0 {
		s.Alinea(fmt.Sprintf("Vernietigd: %d %s.", wegBerichten, meervoud(wegBerichten, "bericht dat geen klacht was", "berichten die geen klacht waren")))
	}
	s.Wit()
	s.Alinea("klacht kan niet bij kopieën elders. Kijk zelf naar: reservekopieën, de prullenbak van deze computer en van de clouddienst, " +
		"de mailbox waarin de klacht binnenkwam, en oude versies die OneDrive, Nextcloud of Syncthing bewaart.")
	return err
}
