package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/dossier/register"
)

// importopdracht is what the flags of `importeer` say.
type importopdracht struct {
	pad         string // of the register, as it was given
	kolommen    string
	schrijf     string
	datumvorm   dossier.Datumvorm
	categorieen bool // add those that procedure.yaml lacks
	proef       bool
	ja          bool
	alsJSON     bool
}

func importeerCommando(om omgeving) *cobra.Command {
	var op importopdracht
	var door string
	cmd := &cobra.Command{
		Use:   "importeer REGISTER",
		Short: "Neemt een klachtenregister van elders over",
		Long: `Neemt een klachtenregister over uit een CSV-bestand of een werkmap (.xlsx): van elke regel komt een dossier, met het nummer dat de ` +
			`klacht daar had. Welke kolom wat is, raadt klacht uit de namen, en het toont dat. Klopt het niet, schrijf dan met --schrijf-kaart een ` +
			`kolomkaart, pas die aan, en geef haar mee met --kolommen. Nog eens importeren voegt alleen toe wat er nog niet is. Wat niet te lezen ` +
			`is, wordt genoemd en komt in een bestand naast het register.`,
		Example: `  klacht importeer register.xlsx --proef
  klacht importeer register.csv
  klacht importeer register.csv --schrijf-kaart kaart.yaml
  klacht importeer register.csv --kolommen kaart.yaml`,
	}
	vlagTekst(cmd, &op.kolommen, "kolommen", "KAART", "een kolomkaart: welke kolom wat is, en hoe waarden hier heten")
	vlagTekst(cmd, &op.schrijf, "schrijf-kaart", "KAART", "schrijf zo'n kolomkaart om aan te passen, en doe verder niets")
	vlagKeuze(cmd, &op.datumvorm, "datumvorm", dossier.Datumvormen(), "de volgorde van dag, maand en jaar in datums die op twee manieren te lezen zijn")
	cmd.Flags().BoolVar(&op.categorieen, "nieuwe-categorieen", false, "zet categorieën uit het register die procedure.yaml niet kent daarin")
	cmd.Flags().BoolVar(&op.proef, "proef", false, "toon wat er zou gebeuren, en doe het niet")
	vlagDoor(cmd, &door)
	vlagJa(cmd, &op.ja)
	vlagJSON(cmd, &op.alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		op.pad = args[0]
		if op.schrijf != "" {
			if _, err := os.Lstat(om.vanHier(op.schrijf)); err == nil {
				return &mislukt{fmt.Errorf("%s bestaat al", op.schrijf), "noem een andere naam, of haal dat bestand eerst weg"}
			}
		}
		return om.metMap(cmd, func(m *dossier.Map) error {
			wie, err := om.wieNu(door)
			if err != nil {
				return err
			}
			i := &importering{om: om, op: op, m: m, wie: wie}
			err = i.bereid(cmd.Context())
			om.voortgang.stop()
			if err != nil {
				return err
			}
			if op.schrijf != "" {
				return i.schrijfKaart()
			}
			return i.voerUit(cmd.Context())
		})
	}
	return cmd
}

// importering is a register on its way into the folder.
type importering struct {
	om  omgeving
	op  importopdracht
	m   *dossier.Map
	wie dossier.Wie

	register   *register.Register
	verkenning *register.Verkenning
	kaart      *dossier.Kolomkaart
	omzetter   *register.Omzetter
	onbekend   []register.ZonderWoord
	nieuwe     []string // categories that are added
	uitslag    importuitslag
}

// bereid looks at the whole register and decides how its rows are read.
func (i *importering) bereid(ctx context.Context) (err error) {
	gegeven := &dossier.Kolomkaart{}
	if i.op.kolommen != "" {
		if gegeven, err = i.om.leesKaart(i.op.kolommen); err != nil {
			return err
		}
		i.kaart = gegeven
	}
	if i.register, err = register.Open(ctx, i.om.vanHier(i.op.pad), gegeven); err != nil {
		return err
	}
	if i.verkenning, err = i.register.Verken(ctx, func(rijen int) {
		i.om.voortgang.meld(fmt.Sprintf("Bekijken: %d regels", rijen))
	}); err != nil {
		return err
	}
	i.om.voortgang.stop()
	if i.kaart == nil {
		i.kaart = register.Raad(i.register, i.verkenning, i.m.Procedure)
	}
	if err := i.zetOm(i.m.Procedure); err != nil {
		return err
	}
	if i.onbekend, err = i.omzetter.ZonderWoorden(i.verkenning); err != nil {
		return err
	}
	return nil
}

// zetOm makes the omzetter; where dates can be read in two ways, it asks.
func (i *importering) zetOm(p *dossier.Procedure) error {
	for {
		var err error
		i.omzetter, err = register.NieuweOmzetter(i.register, i.verkenning, i.kaart, i.op.datumvorm, p, i.wie)
		var vraag *register.Datumvraag
		switch {
		case !errors.As(err, &vraag):
			return err
		case i.op.schrijf != "":
			// Whoever edits the map may say it there; it is asked for later.
			i.op.datumvorm = dossier.VormDMJ
			i.kaart.Datumvorm = ""
			continue
		case !i.om.vraagbaar || vraag.Voorbeeld == "":
			return verkeerd("%v", err).metTip("%s", vraag.Tip())
		}
		if i.op.datumvorm, err = i.om.vraagDatumvorm(vraag); err != nil {
			return err
		}
	}
}

func (om omgeving) vraagDatumvorm(vraag *register.Datumvraag) (dossier.Datumvorm, error) {
	vormen := map[string]dossier.Datumvorm{}
	var keuzen []string
	for _, l := range vraag.Lezingen() {
		voorop := map[dossier.Datumvorm]string{dossier.VormDMJ: "dag", dossier.VormMDJ: "maand", dossier.VormJMD: "jaar"}[l.Vorm]
		keuze := fmt.Sprintf("%s (%s voorop)", l.Dag.Lang(), voorop)
		keuzen, vormen[keuze] = append(keuzen, keuze), l.Vorm
	}
	gekozen, err := om.vrager().keuze(fmt.Sprintf("In kolom %q staat %q. Welke dag is dat", vraag.Kolom, vraag.Voorbeeld), keuzen, "")
	return vormen[gekozen], err
}

// grensKaart bounds a map of columns, in bytes.
const grensKaart = 1 << 20

func (om omgeving) leesKaart(pad string) (*dossier.Kolomkaart, error) {
	info, err := os.Stat(om.vanHier(pad))
	if err == nil && info.Size() > grensKaart {
		return nil, verkeerd("%s is groter dan %d MiB en geen kolomkaart", pad, grensKaart>>20)
	}
	tekst, err := os.ReadFile(om.vanHier(pad))
	if err != nil {
		return nil, fmt.Errorf("kon de kolomkaart niet lezen: %w", err)
	}
	k, meldingen, err := dossier.LeesKolomkaart(pad, tekst)
	om.meld(meldingen)
	return k, err
}

// schrijfKaart writes the map that was guessed or given, with what is still to be
// filled in.
func (i *importering) schrijfKaart() error {
	waarden := map[dossier.Registerveld][]string{}
	for _, z := range i.onbekend {
		waarden[z.Veld] = z.Waarden
	}
	tekst := i.kaart.Tekst(i.omzetter.Rest(i.verkenning), waarden)
	// What is written must read back.
	if _, _, err := dossier.LeesKolomkaart(i.op.schrijf, tekst); err != nil {
		return err
	}
	err := dossier.BewaarBestand(i.om.vanHier(i.op.schrijf), tekst, false)
	if err != nil {
		return err
	}
	if i.op.alsJSON {
		i.waarschuw()
		return i.toonJSON()
	}
	i.toonKolommen()
	s := i.om.scherm()
	s.Wit()
	s.Alinea("Gemaakt: " + i.op.schrijf)
	s.Alinea(fmt.Sprintf("Pas het bestand aan, en neem het register dan over met: klacht importeer %s --kolommen %s", dossier.AlsArgument(i.op.pad), dossier.AlsArgument(i.op.schrijf)))
	return nil
}
