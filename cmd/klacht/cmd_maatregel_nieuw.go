package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/werkdagen"
)

// maatregelgegevens are the fields of a measure as flags and answers give them.
type maatregelgegevens struct {
	omschrijving, verantwoordelijke, categorie, oorzaak string
	soort                                               dossier.Maatregelsoort
	streefdatum                                         werkdagen.Datum
	controle                                            dossier.Controlemoment
}

// vlaggen declares a flag for each field.
func (g *maatregelgegevens) vlaggen(cmd *cobra.Command, om omgeving) {
	vlagTekst(cmd, &g.omschrijving, "omschrijving", "TEKST", "wat er verandert, op één regel en zonder namen van klagers")
	vlagKeuze(cmd, &g.soort, "soort", dossier.Maatregelsoorten(), "herstel zet dit geval recht, corrigerend neemt de oorzaak weg, preventief voorkomt wat nog niet misging")
	vlagTekst(cmd, &g.verantwoordelijke, "verantwoordelijke", "NAAM", "wie hem uitvoert")
	vlagDatum(cmd, om, &g.streefdatum, "streefdatum", "wanneer hij uitgevoerd moet zijn")
	cmd.Flags().Var(&controlevlag{&g.controle, om}, "controle", `wanneer gecontroleerd wordt of hij werkt: een dag, of een termijn na de uitvoering, zoals "3 maanden"`)
	vlagTekst(cmd, &g.categorie, "categorie", "CATEGORIE", "de categorie uit procedure.yaml waarin klachten moeten afnemen")
	vlagTekst(cmd, &g.oorzaak, "oorzaak", "TEKST", "de oorzaak die hij wegneemt, zoals die bij analyses heet")
}

// controlevlag takes a day in any form, or a term.
type controlevlag struct {
	doel *dossier.Controlemoment
	om   omgeving
}

func (v *controlevlag) Type() string   { return "DATUM|TERMIJN" }
func (v *controlevlag) String() string { return "" }
func (v *controlevlag) Set(s string) error {
	if d, err := werkdagen.LeesDatumVrij(s, v.om.vandaag()); err == nil {
		*v.doel = dossier.Controlemoment{Dag: d}
		return werkdagen.BinnenBereik(d)
	}
	c, err := dossier.LeesControlemoment(strings.TrimSpace(s))
	if err == nil {
		*v.doel = c
	}
	return err
}

func maatregelNieuwCommando(om omgeving) *cobra.Command {
	s := &maatregelstap{om: om}
	var g maatregelgegevens
	var dossiers []string
	var vervolgOp string
	cmd := &cobra.Command{
		Use:   "nieuw",
		Short: "Maakt een maatregel",
		Long: `Maakt een maatregel. Op een terminal vraagt klacht wat ontbreekt. Met een categorie of oorzaak erbij kan klacht bij de controle ` +
			`tellen hoeveel klachten er daarvoor en daarna waren. Met --dossier noemt u de dossiers waar hij uit voortkomt, ook als die al ` +
			`vernietigd zijn; met --vervolg-op de maatregel die niet werkte.`,
		Example: `  klacht maatregel nieuw
  klacht maatregel nieuw --omschrijving "Zaal reserveren bij de bevestiging" --soort corrigerend --verantwoordelijke "Sanne de Vries" --streefdatum 1-2-2027 --controle "6 maanden" --oorzaak planning --dossier 7`,
	}
	g.vlaggen(cmd, om)
	cmd.Flags().StringArrayVar(&dossiers, "dossier", nil, "een dossier (`NR`) waar hij uit voortkomt")
	vlagTekst(cmd, &vervolgOp, "vervolg-op", "M", "de maatregel waar hij een vervolg op is")
	vlagDatum(cmd, om, &s.op, "op", "de dag waarop ertoe besloten is; anders vandaag")
	vlagDoor(cmd, &s.door)
	vlagJSON(cmd, &s.alsJSON)
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return om.metMap(cmd, func(m *dossier.Map) error {
			n := dossier.NieuweMaatregel{Op: s.op}
			for _, nr := range dossiers {
				d, err := m.KiesOokVernietigd(nr)
				if err != nil {
					return err
				}
				n.Dossiers = append(n.Dossiers, d)
			}
			var eerder *dossier.Maatregelstand
			if vervolgOp != "" {
				nr, err := m.KiesMaatregel(vervolgOp)
				if err != nil {
					return err
				}
				if eerder, err = om.maatregel(m, nr, om.vandaag()); err != nil {
					return err
				}
			}
			return s.maak(cmd, m, n, g, eerder)
		})
	}
	return cmd
}

// maak asks what g lacks, makes the measure n and shows it. Where it follows on eerder (nil: on none), that is what is suggested.
func (s *maatregelstap) maak(cmd *cobra.Command, m *dossier.Map, n dossier.NieuweMaatregel, g maatregelgegevens, eerder *dossier.Maatregelstand) error {
	wie, err := s.om.wieNu(s.door)
	if err != nil {
		return err
	}
	for _, veld := range []*string{&g.omschrijving, &g.verantwoordelijke, &g.categorie, &g.oorzaak} {
		*veld = opEenRegel(*veld)
	}
	if eerder != nil {
		n.VervolgOp = eerder.Nummer
	}
	if err := s.om.vraagMaatregel(&g, m.Procedure, eerder); err != nil {
		return err
	}
	n.Omschrijving, n.Soort, n.Verantwoordelijke, n.Streefdatum = g.omschrijving, g.soort, g.verantwoordelijke, g.streefdatum
	n.Controle, n.Categorie, n.Oorzaak = g.controle, g.categorie, g.oorzaak
	maatregel, err := m.NieuweMaatregel(n, wie)
	if maatregel == nil {
		return err
	}
	if fout := s.toonVastgelegd(cmd, m, maatregel.Nummer, maatregel.Verloop); fout != nil {
		return fout
	}
	if !s.alsJSON {
		s.om.scherm().Alinea(waaropGeteld(maatregel))
	}
	return err
}

// waaropGeteld says what its check will be judged by.
func waaropGeteld(m *dossier.Maatregel) string {
	if waarop := onderwerpVan(m); waarop != "" {
		return "Bij de controle telt klacht de dossiers " + waarop + ", ervoor en erna."
	}
	return fmt.Sprintf("Er staat geen categorie of oorzaak bij: bij de controle is er dan niets te tellen. Geef die met: klacht maatregel wijzig %s --oorzaak … (of --categorie …)", m.Nummer)
}

// onderwerpVan names what is counted for a measure, "" for nothing.
func onderwerpVan(m *dossier.Maatregel) string {
	var delen []string
	if m.Categorie != "" {
		delen = append(delen, fmt.Sprintf("in de categorie %q", m.Categorie))
	}
	if m.Oorzaak != "" {
		delen = append(delen, fmt.Sprintf("met oorzaak %q", m.Oorzaak))
	}
	return strings.Join(delen, " ")
}

// vraagMaatregel asks at a terminal for what is missing; elsewhere the error names the flags.
func (om omgeving) vraagMaatregel(g *maatregelgegevens, p *dossier.Procedure, eerder *dossier.Maatregelstand) error {
	var vlaggen, tips []string
	for _, v := range []struct{ vlag, waarde, nu string }{
		{"omschrijving", "TEKST", g.omschrijving},
		{"soort", strings.Join(teksten(dossier.Maatregelsoorten()), "|"), string(g.soort)},
		{"verantwoordelijke", "NAAM", g.verantwoordelijke},
		{"streefdatum", "DATUM", g.streefdatum.String()},
		{"controle", "DATUM|TERMIJN", g.controle.String()},
	} {
		if v.nu == "" {
			vlaggen, tips = append(vlaggen, "--"+v.vlag), append(tips, "--"+v.vlag+" "+v.waarde)
		}
	}
	switch {
	case len(vlaggen) == 0:
		return nil
	case !om.vraagbaar:
		return verkeerd("%s %s", dossier.Opsomming(vlaggen, "en"), meervoud(len(vlaggen), "ontbreekt", "ontbreken")).metTip("geef %s", strings.Join(tips, ", "))
	}
	if err := om.vulAan(&g.omschrijving, "omschrijving", "TEKST", "Wat verandert er (zonder namen van klagers)"); err != nil {
		return err
	}
	if err := om.vulAan((*string)(&g.soort), "soort", "SOORT", "Soort", teksten(dossier.Maatregelsoorten())...); err != nil {
		return err
	}
	if err := om.vulAan(&g.verantwoordelijke, "verantwoordelijke", "NAAM", "Wie voert het uit"); err != nil {
		return err
	}
	if err := om.vulDatumAan(&g.streefdatum, "streefdatum", "Wanneer moet het klaar zijn"); err != nil {
		return err
	}
	if g.controle == (dossier.Controlemoment{}) {
		if _, err := om.vrager().tekst(`Wanneer controleren of het werkt (een dag, of "3 maanden" na uitvoering)`, (&controlevlag{&g.controle, om}).Set); err != nil {
			return err
		}
	}
	return om.vraagOnderwerp(g, p, eerder)
}

// vraagOnderwerp asks by what the check will be judged. An empty answer is nothing, or what holds for eerder.
func (om omgeving) vraagOnderwerp(g *maatregelgegevens, p *dossier.Procedure, eerder *dossier.Maatregelstand) (err error) {
	const geen = "geen categorie"
	standaard, oorzaak, leeg := geen, "", "leeg: geen"
	if eerder != nil {
		if c, ok := p.Categorie(eerder.Categorie); ok {
			standaard = c.Naam
		}
		if oorzaak = eerder.Oorzaak; oorzaak != "" {
			leeg = fmt.Sprintf("leeg: %s, zoals %s; - is geen", oorzaak, eerder.Nummer)
		}
	}
	if g.categorie == "" {
		if g.categorie, err = om.vrager().keuze("In welke categorie moeten klachten afnemen", append(p.Categorienamen(), geen), standaard); err != nil {
			return err
		}
		if g.categorie == geen {
			g.categorie = ""
		}
	}
	if g.oorzaak != "" {
		return nil
	}
	vraag := "Welke oorzaak neemt het weg"
	if len(p.Oorzaken) > 0 {
		vraag += ", bijvoorbeeld " + dossier.Opsomming(p.Oorzaken, "of")
	}
	antwoord, err := om.vrager().tekst(fmt.Sprintf("%s (%s)", vraag, leeg), func(string) error { return nil })
	if g.oorzaak = cmp.Or(antwoord, oorzaak); antwoord == "-" {
		g.oorzaak = ""
	}
	return err
}
