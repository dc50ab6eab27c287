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

func statusCommando(om omgeving) *cobra.Command {
	var peildatum werkdagen.Datum
	var exitcode, alsJSON bool
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Toont wat te laat is, wat vandaag moet en wat eraan komt",
		Long: `Toont wat er te doen is, het dringendste eerst: wat te laat is, wat vandaag of binnenkort moet (procedure.yaml zegt wat ` +
			`binnenkort is, gewoonlijk drie werkdagen), en dan de rest; eerst de dossiers, daaronder de maatregelen wanneer het MT weer ` +
			`overlegt, hoeveel berichten op een beoordeling wachten, en van welke brieven niet zeker is of ze verstuurd zijn. Met --exitcode eindigt klacht ` +
			`met 3 als er iets te laat is, of als van een brief niet zeker is of hij verstuurd is.`,
		Example: `  klacht status
  klacht status --peildatum 31-12-2025`,
	}
	vlagPeildatum(cmd, om, &peildatum)
	cmd.Flags().BoolVar(&exitcode, "exitcode", false, "eindig met code 3 als er iets te laat is")
	vlagJSON(cmd, &alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return om.metMapOmTeLezen(cmd, func(m *dossier.Map) error {
			status, fouten, err := om.overzie(cmd, m, om.ofVandaag(peildatum))
			if err != nil {
				return err
			}
			if alsJSON {
				err = scherm.SchrijfJSON(om.uit, status)
			} else {
				toonStatus(om.scherm(), status, volledig(fouten))
			}
			if exitcode && status.IetsTeLaat() {
				err = errors.Join(err, errTeLaat)
			}
			return errors.Join(fouten, err)
		})
	}
	return cmd
}

// overzie gives the status of all that is in the folder. What could not be read is in the returned fouten.
func (om omgeving) overzie(cmd *cobra.Command, m *dossier.Map, dag werkdagen.Datum) (status dossier.Status, fouten, err error) {
	dossiers, fouten, err := om.leesAlle(cmd, m, dag)
	if err != nil {
		return dossier.Status{}, nil, err
	}
	maatregelen, fout := om.leesMaatregelen(m, dag)
	overleg, mis := om.overlegstatus(m, dossiers, dag)
	alle, meldingen, onleesbaar := m.Inkomend()
	om.meld(meldingen)
	inkomend, misrekend := m.Inkomendstatus(alle, dag)
	status = dossier.Overzie(dossier.Statusinvoer{
		Peildatum: dag, Binnenkort: m.Procedure.Binnenkort, Dossiers: dossiers, Maatregelen: maatregelen, Overleg: overleg, Inkomend: inkomend,
	})
	return status, errors.Join(fouten, fout, mis, onleesbaar, misrekend), nil
}

// toonStatus shows the status; of one that is not volledig it says so, for what could not be read may be late.
func toonStatus(s *scherm.Scherm, status dossier.Status, volledig bool) {
	s.Kop("Klachten op " + status.Peildatum.Lang())
	zin := "Alles is afgehandeld: er staat geen enkel dossier open."
	switch {
	case status.Open > 0:
		zin = fmt.Sprintf("%d %s open, %s.", status.Open, meervoud(status.Open, "dossier staat", "dossiers staan"), teLaatZin(status.TeLaat, status.Open))
	case !volledig:
		zin = "In wat gelezen kon worden, staat geen dossier open."
	case status.Inkomend.Aantal > 0:
		zin = "Er staat geen dossier open, maar er wachten nog berichten."
	}
	if !volledig {
		zin += " Niet alles kon gelezen worden: zie de meldingen."
	}
	s.Alinea(zin)
	toonStatusregels(s, status.Regels, "Onderwerp", "Behandelaar")
	if n := len(status.Maatregelen); n > 0 {
		teLaat := 0
		for _, r := range status.Maatregelen {
			if r.Stand == dossier.UrgentTeLaat {
				teLaat++
			}
		}
		s.Wit()
		s.Kop("Maatregelen")
		s.Alinea(fmt.Sprintf("%d %s, %s.", n, meervoud(n, "maatregel vraagt nog iets", "maatregelen vragen nog iets"), teLaatZin(teLaat, n)))
		toonStatusregels(s, status.Maatregelen, "Maatregel", "Verantwoordelijke")
	}
	if !isSmal(s) && slices.ContainsFunc(slices.Concat(status.Regels, status.Maatregelen), func(r dossier.Statusregel) bool { return r.LaatsteWerkdag != r.Uiterlijk }) {
		s.Wit()
		s.Gekleurd(scherm.Zacht, noot)
	}
	if len(status.NieuwePost) > 0 {
		s.Wit()
		s.Kop("Nieuwe post")
		for _, b := range status.NieuwePost {
			zin := "een bericht van " + b.Op.Dag.Lang()
			if b.Aantal > 1 {
				zin = fmt.Sprintf("%d berichten sinds %s", b.Aantal, b.Op.Dag.Lang())
			}
			s.Alinea(fmt.Sprintf("%s: %s. Lees het met: klacht toon %s", b.Nummer, zin, b.Nummer))
		}
	}
	if len(status.Verzendingen) > 0 {
		s.Wit()
		s.Kop("Verstuurd of niet?")
		for _, v := range status.Verzendingen {
			s.Gekleurd(scherm.Ernstig, fmt.Sprintf("%s: het is niet zeker of %s verstuurd is (%s). %s", v.Nummer, v.Brief(), v.Uitleg(), hoofdletter(v.RaadUitslag())))
		}
	}
	toonOverlegstatus(s, status.Overleg)
	if n := status.Inkomend.Aantal; n > 0 {
		s.Wit()
		s.Kop("Inkomend")
		zin := fmt.Sprintf("%d %s op een beoordeling sinds %s, %s. Beoordeel met: klacht post beoordeel",
			n, meervoud(n, "bericht wacht", "berichten wachten"), status.Inkomend.Oudste.Dag.Lang(), teLaatZin(status.Inkomend.TeLaat, n))
		toon := scherm.Gewoon
		if status.Inkomend.TeLaat > 0 {
			toon = scherm.Ernstig
		}
		s.Gekleurd(toon, zin)
	}
	if status.TeVernietigen > 0 {
		s.Wit()
		s.Alinea(fmt.Sprintf("%d %s bewaard dan mag. Bekijk ze met: klacht opschonen", status.TeVernietigen, meervoud(status.TeVernietigen, "dossier is langer", "dossiers zijn langer")))
	}
}

// toonStatusregels shows rows in parts by urgency; waarover and wie are what the columns of the subject and the name are called.
func toonStatusregels(s *scherm.Scherm, regels []dossier.Statusregel, waarover, wie string) {
	var delen []scherm.Deel
	for _, u := range dossier.Urgenties() {
		d := scherm.Deel{Kop: strings.ToUpper(string(u)), Toon: toonVanUrgentie(u)}
		for _, r := range regels {
			if r.Stand != u {
				continue
			}
			rij, onder := statusrij(s, r)
			d.Rijen, d.Onder = append(d.Rijen, rij), append(d.Onder, onder)
		}
		if len(d.Rijen) > 0 {
			delen = append(delen, d)
		}
	}
	if len(delen) == 0 {
		return
	}
	s.Wit()
	kolommen := []scherm.Kolom{
		{Titel: "Nummer"},
		{Titel: waarover, Rekt: true},
		{Titel: "Wat"},
		{Titel: "Uiterlijk"},
		{Titel: "Werkdagen", Rechts: true},
		{Titel: wie, Rekt: true, Mist: true},
	}
	if isSmal(s) {
		kolommen = slices.Delete(kolommen, 1, 2)
	}
	s.TabelInDelen(kolommen, delen...)
}

func teLaatZin(n, van int) string {
	switch {
	case n == 0:
		return "niets is te laat"
	case n == 1 && van == 1:
		return "en is te laat"
	}
	return fmt.Sprintf("waarvan %d te laat", n)
}

func toonVanUrgentie(u dossier.Urgentie) scherm.Toon {
	switch u {
	case dossier.UrgentTeLaat:
		return scherm.Ernstig
	case dossier.UrgentVandaag, dossier.UrgentBinnenkort:
		return scherm.LetOp
	}
	return scherm.Nadruk
}

// statusrij is a row of the status. A narrow terminal has no room for the subject in it: there it stands below, with the last
// working day of a term that ends on a day off.
func statusrij(s *scherm.Scherm, r dossier.Statusregel) (rij []scherm.Cel, onder string) {
	wat, dag, over := wachtOp(r), "", ""
	onder = r.Onderwerp
	if r.Termijn != nil {
		wat, over = *r.Termijn, overkort(r)
		dag, _ = uiterlijkeDag(s, r.Uiterlijk, r.LaatsteWerkdag)
		if r.LaatsteWerkdag != r.Uiterlijk {
			onder += " – laatste werkdag " + r.LaatsteWerkdag.Kort()
		}
	}
	toonOver := scherm.Gewoon
	if r.Stand != dossier.UrgentOpTijd {
		toonOver = toonVanUrgentie(r.Stand)
	}
	rij = []scherm.Cel{
		{Tekst: r.Nummer}, {Tekst: r.Onderwerp}, {Tekst: wat}, {Tekst: dag}, {Tekst: over, Toon: toonOver}, {Tekst: r.Behandelaar},
	}
	if !isSmal(s) {
		return rij, ""
	}
	return slices.Delete(rij, 1, 2), onder
}

// wachtOp says what a dossier without an open promise waits for, or a measure that does not work.
func wachtOp(r dossier.Statusregel) string {
	switch r.Toestand {
	case string(dossier.Voorgesteld):
		return "reactie"
	case string(dossier.InGeschil):
		return "mediator"
	case string(dossier.Gecontroleerd):
		return "vervolg"
	}
	return r.Toestand
}

func overkort(r dossier.Statusregel) string {
	over := *r.WerkdagenOver
	switch {
	case r.Stand == dossier.UrgentTeLaat && over == 0:
		return "te laat"
	case over < 0:
		return fmt.Sprintf("%d te laat", -over)
	case r.Stand == dossier.UrgentVandaag:
		return "vandaag"
	}
	return fmt.Sprintf("nog %d", over)
}
