package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/rapport"
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

func demoCommando(om omgeving) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "demo [MAP]",
		Short: "Maakt een map met verzonnen dossiers en toont wat klacht ermee doet",
		Long: `Maakt een map met veertig verzonnen dossiers van de afgelopen tweeënhalf jaar, gerekend vanaf vandaag, en toont daarvan de ` +
			`status en een kort rapport. Zonder MAP is het een tijdelijke map, die blijft staan om in verder te gaan. Een map die al bestaat, ` +
			`blijft zoals zij is.`,
		Example: `  klacht demo
  klacht demo Oefenmap`,
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		pad, _ := cmd.Flags().GetString("map")
		if len(args) > 0 {
			pad = args[0]
		}
		if pad == "" {
			tijdelijk, err := os.MkdirTemp("", "klacht-demo-")
			if err != nil {
				return fmt.Errorf("kon geen tijdelijke map maken: %w", err)
			}
			pad = filepath.Join(tijdelijk, gewoneMap)
		}
		return om.demo(cmd, om.vanHier(pad))
	}
	return cmd
}

// demo makes the folder at pad and shows it.
func (om omgeving) demo(cmd *cobra.Command, pad string) (err error) {
	vandaag := om.vandaag()
	const jaren = 3 // that the dossiers and their retention reach back and ahead
	for _, dag := range []werkdagen.Datum{vandaag.PlusJaren(-jaren), vandaag.PlusJaren(jaren)} {
		if err := werkdagen.BinnenBereik(dag); err != nil {
			return &mislukt{fmt.Errorf("op %s is geen demo te maken: %w", vandaag.Lang(), err), "zet de klok van deze computer goed"}
		}
	}
	if err := dossier.RichtIn(pad, demoInrichting()); err != nil {
		return err
	}
	m, err := dossier.Open(pad, dossier.Instellingen{Klok: om.klok, Proces: os.Getpid()})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.Sluit()) }()
	gemaakt, vernietigd, err := vulDemo(cmd.Context(), m, vandaag)
	if err != nil {
		om.waarschuw("de demo in %s is niet af; verwijder die map voordat u het opnieuw probeert", pad)
		return err
	}
	s := om.scherm()
	s.Alinea("Gemaakt: " + pad)
	s.Alinea(fmt.Sprintf("Daarin staan %d verzonnen dossiers van de afgelopen tweeënhalf jaar; %d oudere zijn al vernietigd.", gemaakt-vernietigd, vernietigd))
	s.Wit()
	status, fouten, err := om.overzie(cmd, m, vandaag)
	if err != nil {
		return err
	}
	toonStatus(s, status, volledig(fouten))
	s.Wit()
	if err := om.demorapport(cmd, m, vandaag); err != nil {
		return errors.Join(fouten, err)
	}
	s.Wit()
	toonDemovervolg(s, status, pad)
	return fouten
}

// demorapport shows the main points of the report on the last twelve months: this calendar year so far says little in January.
func (om omgeving) demorapport(cmd *cobra.Command, m *dossier.Map, vandaag werkdagen.Datum) error {
	scherm := om.rapportscherm()
	scherm.Kort = true
	formaat, err := rapport.KiesFormaat(rapport.Formaten(scherm), "scherm")
	if err != nil {
		return err
	}
	jaar := demojaar(vandaag)
	return om.rapporteer(cmd, m, uitdoel{}, formaat, rapport.Invoer{Periode: jaar, Vorige: jaar.Vorige(vandaag), Peildatum: vandaag}, nil)
}

// demojaar is the twelve months up to vandaag.
func demojaar(vandaag werkdagen.Datum) rapport.Periode {
	return rapport.Periode{Van: vandaag.PlusJaren(-1) + 1, Tot: vandaag}
}

// toonDemovervolg says how to go on, with the numbers of this demo.
func toonDemovervolg(s *scherm.Scherm, status dossier.Status, pad string) {
	s.Kop("En nu zelf")
	s.Alinea("Deze map blijft staan. Geef bij elk commando --map mee, of zet het pad in KLACHT_MAP:")
	s.Alinea("  klacht status --map " + dossier.AlsArgument(pad))
	s.Wit()
	s.Alinea("Probeer dan bijvoorbeeld:")
	var paren []scherm.Paar
	voorbeeld := func(opdracht, uitleg string, past func(dossier.Statusregel) bool) {
		if i := slices.IndexFunc(status.Regels, past); i >= 0 {
			paren = append(paren, scherm.Paar{Naam: "  klacht " + opdracht + " " + status.Regels[i].Nummer, Waarde: uitleg})
		}
	}
	voorbeeld("toon", "een geschil dat bij de mediator ligt", func(r dossier.Statusregel) bool { return r.Toestand == string(dossier.InGeschil) })
	voorbeeld("bevestig", "een bevestiging die al te laat is", func(r dossier.Statusregel) bool {
		return r.Termijn != nil && *r.Termijn == string(dossier.TermijnBevestiging) && r.Stand == dossier.UrgentTeLaat
	})
	s.Gegevens(append(paren,
		scherm.Paar{Naam: "  klacht opschonen", Waarde: "wat weg moet, wat blijft, en waarom"},
		scherm.Paar{Naam: "  klacht overleg agenda", Waarde: "wat het MT te bespreken heeft"},
		scherm.Paar{Naam: "  klacht maatregel lijst", Waarde: "wat er verandert, en of het werkt"},
		scherm.Paar{Naam: "  klacht rapport --uit rapport.html", Waarde: "het rapport voor het MT, sinds het vorige overleg; ook als .pdf of .xlsx"},
		scherm.Paar{Naam: "  klacht inrichten", Waarde: "uw eigen map"},
	)...)
}

// vulDemo registers the invented dossiers as of vandaag, and destroys those that were past their retention when it was last
// looked at. It gives how many it made, and how many of those it destroyed.
func vulDemo(ctx context.Context, m *dossier.Map, vandaag werkdagen.Datum) (gemaakt, vernietigd int, err error) {
	k, err := werkdagen.NieuweKalender(m.Procedure.Kalender)
	if err != nil {
		return 0, 0, err
	}
	kal := demokalender{vandaag, k}
	verhalen, err := vertel(append(afgerondeZaken(), lopendeZaken()...), kal, m.Procedure)
	if err != nil {
		return 0, 0, err
	}
	overleggen := kal.demooverleggen()
	dag := kal.opgeruimd()
	opgeruimd := dossier.Wie{Door: demoVerantwoordelijke, Nu: dossier.OpMoment(moment(dag, 16, 20))}
	var weg []dossier.Nummer
	opOnderwerp := map[string]dossier.Nummer{}
	for _, v := range verhalen {
		if err := ctx.Err(); err != nil {
			return gemaakt, 0, err
		}
		for _, o := range overleggen {
			if err := o.bespreek(m, &v); err != nil {
				return gemaakt, 0, err
			}
		}
		k, err := m.RegistreerMetVerloop(ctx, v.Aanmelding, v.wie, v.verloop)
		if err != nil {
			return gemaakt, 0, err
		}
		gemaakt++
		opOnderwerp[k.Onderwerp] = k.Nummer
		for _, o := range overleggen {
			o.neemOp(k)
		}
		d, err := m.Beoordeel(k, dag)
		if err != nil {
			return gemaakt, 0, err
		}
		if d != nil && d.Bewaaroordeel().Vernietigen {
			weg = append(weg, k.Nummer)
		}
	}
	if err := maakMaatregelen(ctx, m, kal.demomaatregelen(), overleggen, opOnderwerp); err != nil {
		return gemaakt, 0, err
	}
	for _, o := range overleggen {
		if err := o.legVast(ctx, m); err != nil {
			return gemaakt, 0, err
		}
	}
	af, err := m.Vernietig(ctx, weg, opgeruimd)
	return gemaakt, len(af), err
}
