package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/post"
	"klacht/rapport/scherm"
)

// conceptvlaggen is what `post concept` is told.
type conceptvlaggen struct {
	briefvlaggen
	uit        string
	vervang    bool
	nietOpenen bool
	alsJSON    bool
}

func postConceptCommando(om omgeving) *cobra.Command {
	var v conceptvlaggen
	cmd := &cobra.Command{
		Use:   "concept NR SJABLOON",
		Short: "Maakt een brief aan de klager, klaar om na te lezen en te versturen",
		Long: `Maakt van een sjabloon een e-mail aan de klager en opent die in uw mailprogramma, klaar om na te lezen en te versturen. Het is een antwoord op ` +
			`het laatste bericht van de klager, met het nummer in het onderwerp. Er wordt niets vastgelegd: een concept is nog niet verstuurd. ` +
			`Welk commando de stap vastlegt, staat erbij. De brieven die er zijn, toont klacht post sjablonen.`,
		Example: `  klacht post concept 7 ontvangstbevestiging
  klacht post concept 7 voorstel --bijlage creditfactuur.pdf
  klacht post concept 7 informatieverzoek --tekst "Wilt u ons de factuur sturen?"`,
	}
	f := cmd.Flags()
	vlagTekst(cmd, &v.tekst, "tekst", "TEKST", "wat deze ene brief zegt, zoals de vraag of het voorstel; met - komt de tekst van de invoer")
	v.bijlagevlag(cmd)
	f.StringVar(&v.uit, "uit", "", "schrijf de e-mail in `BESTAND`.eml; anders hier, met het nummer en de naam van de brief")
	f.BoolVar(&v.vervang, "vervang", false, "vervang dat bestand als het al bestaat")
	f.BoolVar(&v.nietOpenen, "niet-openen", false, "open de e-mail niet in het mailprogramma")
	vlagJSON(cmd, &v.alsJSON)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		v.nr, v.sjabloon = args[0], args[1]
		if v.uit != "" && !strings.EqualFold(filepath.Ext(v.uit), ".eml") {
			return verkeerd("%s eindigt niet op .eml, en dan opent uw mailprogramma het niet", v.uit).metTip("geef bijvoorbeeld --uit %s", dossier.AlsArgument(v.uit+".eml"))
		}
		return om.metMap(cmd, func(m *dossier.Map) error { return om.maakConcept(m, v) })
	}
	return cmd
}

// concept is a draft as it is printed.
type concept struct {
	Nummer     dossier.Nummer   `json:"nummer"`
	Sjabloon   string           `json:"sjabloon"`
	Bestand    string           `json:"bestand"`
	Van        string           `json:"van"`
	Aan        string           `json:"aan"`
	Onderwerp  string           `json:"onderwerp"`
	Tekst      string           `json:"tekst"`
	BerichtID  string           `json:"bericht_id"`
	AntwoordOp *string          `json:"antwoord_op"`
	Bijlagen   []conceptbijlage `json:"bijlagen"`
	Vastleggen *string          `json:"vastleggen"` // the command that records the step once it is sent, null when there is none
}

type conceptbijlage struct {
	Naam  string `json:"naam"`
	Bytes int    `json:"bytes"`
}

// maakConcept makes the draft, writes it, opens it, and says what comes next.
func (om omgeving) maakConcept(m *dossier.Map, v conceptvlaggen) error {
	b, err := om.stelOp(m, v.briefvlaggen)
	if err != nil {
		return err
	}
	b.u.Concept = true
	inhoud, err := b.u.Bytes()
	if err != nil {
		return err
	}
	bestand := v.uit
	if bestand == "" {
		bestand = fmt.Sprintf("%s-%s.eml", b.d.Nummer, b.sjabloon)
	}
	vol := om.vanHier(bestand)
	if err := dossier.MagBewaren(vol, v.vervang); err != nil {
		return err
	}
	if err := dossier.BewaarBestand(vol, inhoud, v.vervang); err != nil {
		return err
	}
	c := nieuwConcept(b, bestand)
	if v.alsJSON {
		return scherm.SchrijfJSON(om.uit, c)
	}
	openen := om.open != nil && !v.nietOpenen
	om.toonConcept(c, b.u, !openen, m.Procedure.Post.Versturen.Host != "")
	if openen {
		if err := om.open(vol); err != nil {
			om.waarschuw("de e-mail kon niet geopend worden: %v; open %s zelf", err, bestand)
		}
	}
	return nil
}

func nieuwConcept(b *brief, bestand string) concept {
	u := b.u
	c := concept{
		Nummer: b.d.Nummer, Sjabloon: b.sjabloon, Bestand: bestand, Van: u.Van.Adres, Aan: u.Aan.Adres,
		Onderwerp: u.Onderwerp, Tekst: u.Tekst, BerichtID: u.BerichtID, Bijlagen: []conceptbijlage{},
	}
	if u.AntwoordOp != "" {
		c.AntwoordOp = &u.AntwoordOp
	}
	if vastleggen := post.Vastleggen(b.d, b.sjabloon, b.tekst); vastleggen != "" {
		c.Vastleggen = &vastleggen
	}
	for _, b := range u.Bijlagen {
		c.Bijlagen = append(c.Bijlagen, conceptbijlage{b.Naam, len(b.Inhoud)})
	}
	return c
}

// toonConcept shows what was made, with the text of the letter where no mail program shows it.
func (om omgeving) toonConcept(c concept, u *post.Uitgaand, metTekst, kanVersturen bool) {
	s := om.scherm()
	s.Alinea("Gemaakt: " + c.Bestand)
	toonBrief(s, u, metTekst)
	s.Alinea("Dit is een concept: er is nog niets verstuurd, en niets vastgelegd. Lees het na in uw mailprogramma en verstuur het daar.")
	if kanVersturen {
		s.Alinea(fmt.Sprintf("Of laat klacht de brief versturen en vastleggen: klacht post verstuur %s %s", c.Nummer, dossier.AlsArgument(c.Sjabloon)))
	}
	bewaren := scherm.Paar{Naam: "Daarna", Waarde: fmt.Sprintf("voeg de verstuurde mail toe: klacht bijlage %s --correspondentie uit BESTAND", c.Nummer)}
	if c.Vastleggen == nil {
		s.Gegevens(bewaren)
		return
	}
	bewaren.Naam = ""
	s.Gegevens(scherm.Paar{Naam: "Daarna", Waarde: "leg de stap vast: " + *c.Vastleggen}, bewaren)
}
