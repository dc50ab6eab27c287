package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Flags that more than one command has, each with one meaning everywhere. A constructor calls the functions of the flags it takes.

// vlagJSON declares --json, for commands that print data.
func vlagJSON(cmd *cobra.Command, doel *bool) {
	cmd.Flags().BoolVar(doel, "json", false, "geef de gegevens als JSON")
}

// vlagJa declares --ja, for commands that ask for a confirmation.
func vlagJa(cmd *cobra.Command, doel *bool) {
	cmd.Flags().BoolVar(doel, "ja", false, "beantwoord elke bevestiging met ja, voor gebruik in scripts")
}

// vlagDoor declares --door, for commands that record; wie gives the name that counts.
func vlagDoor(cmd *cobra.Command, doel *string) {
	vlagTekst(cmd, doel, "door", "NAAM", "wie het deed; anders KLACHT_DOOR, anders de naam van het account")
}

// wie is who acts: --door, else KLACHT_DOOR, else the account's name.
func (om omgeving) wie(door string) (string, error) {
	for _, naam := range []string{door, om.getenv("KLACHT_DOOR"), om.account()} {
		if naam = opEenRegel(naam); naam != "" {
			return naam, nil
		}
	}
	return "", verkeerd("onbekend wie dit vastlegt").metTip("geef --door NAAM, of zet die naam in KLACHT_DOOR")
}

// vlagPeildatum declares --peildatum, for commands that read. It stays 0 when not given; op ofVandaag fills in today.
func vlagPeildatum(cmd *cobra.Command, om omgeving, doel *werkdagen.Datum) {
	vlagDatum(cmd, om, doel, "peildatum", "toon de stand zoals die was op deze dag; anders vandaag")
}

// vlagOp declares --op, for commands that record. It stays 0 when not given. Whether that day can be is for the record to say.
func vlagOp(cmd *cobra.Command, om omgeving, doel *werkdagen.Datum) {
	vlagDatum(cmd, om, doel, "op", "de dag waarop het gebeurde; anders vandaag")
}

// ofVandaag is d, or today where d is 0.
func (om omgeving) ofVandaag(d werkdagen.Datum) werkdagen.Datum {
	if d == 0 {
		return om.vandaag()
	}
	return d
}

// vlagTekst declares a flag with a text; waarde is what help calls it, TEKST or what it is more precisely.
func vlagTekst(cmd *cobra.Command, doel *string, naam, waarde, uitleg string) {
	cmd.Flags().Var(&tekstvlag{doel, waarde}, naam, uitleg)
}

type tekstvlag struct {
	doel   *string
	waarde string
}

func (v *tekstvlag) Type() string { return v.waarde }
func (v *tekstvlag) String() string {
	if v.doel == nil {
		return ""
	}
	return *v.doel
}
func (v *tekstvlag) Set(s string) error { *v.doel = s; return nil }

// vlagLijst declares a flag with values between commas; given more often, they add up.
func vlagLijst(cmd *cobra.Command, doel *[]string, naam, waarde, uitleg string) {
	cmd.Flags().Var(&lijstvlag{doel, waarde}, naam, uitleg)
}

type lijstvlag struct {
	doel   *[]string
	waarde string
}

func (v *lijstvlag) Type() string   { return v.waarde }
func (v *lijstvlag) String() string { return "" }
func (v *lijstvlag) Set(s string) error {
	*v.doel = append(*v.doel, losseWoorden(s)...)
	return nil
}

// losseWoorden are the values between commas, each on one line and none of them empty.
func losseWoorden(s string) []string {
	var uit []string
	for deel := range strings.SplitSeq(s, ",") {
		if deel = opEenRegel(deel); deel != "" {
			uit = append(uit, deel)
		}
	}
	return uit
}

// vlagGegeven declares the flag for a field of a dossier, wherever that can be given.
func vlagGegeven(cmd *cobra.Command, doel *string, veld string) {
	switch veld {
	case "onderwerp":
		vlagTekst(cmd, doel, veld, "TEKST", "waar het over gaat, op één regel")
	case "categorie":
		vlagTekst(cmd, doel, veld, "CATEGORIE", "een categorie uit procedure.yaml")
	case "soort":
		vlagKeuze(cmd, doel, veld, teksten(dossier.Soorten()), "klacht of onvolkomenheid")
	case "ernst":
		vlagKeuze(cmd, doel, veld, teksten(dossier.Ernsten()), "hoe ernstig het is")
	case "klager":
		vlagTekst(cmd, doel, veld, "NAAM", "naam van de klager")
	case "email":
		vlagTekst(cmd, doel, veld, "ADRES", "e-mailadres van de klager")
	case "telefoon":
		vlagTekst(cmd, doel, veld, "NUMMER", "telefoonnummer van de klager")
	case "organisatie":
		vlagTekst(cmd, doel, veld, "NAAM", "organisatie van de klager")
	case "cursus":
		vlagTekst(cmd, doel, veld, "TEKST", "de cursus waar het over gaat")
	case "betreft":
		vlagTekst(cmd, doel, veld, "NAAM", "de persoon over wie de klacht gaat")
	case "gewenst":
		vlagTekst(cmd, doel, veld, "TEKST", "wat de klager graag wil")
	case "behandelaar":
		vlagTekst(cmd, doel, veld, "NAAM", "wie het behandelt")
	case "ontvangen":
		vlagTekst(cmd, doel, veld, "DATUM", `dag van ontvangst, of dag en tijd, zoals "20-11-2026 16:40"`)
	case "kanaal":
		vlagTekst(cmd, doel, veld, "TEKST", "hoe het binnenkwam: e-mail, telefoon, brief, …")
	case "omschrijving":
		vlagTekst(cmd, doel, veld, "TEKST", "wat er aan de hand is; met - komt de tekst van de invoer")
	default:
		vlagTekst(cmd, doel, veld, "TEKST", veld)
	}
}

// vlagDatum declares a flag with a date in any of the forms of werkdagen.LeesDatumVrij.
func vlagDatum(cmd *cobra.Command, om omgeving, doel *werkdagen.Datum, naam, uitleg string) {
	cmd.Flags().Var(&datumvlag{doel, om}, naam, uitleg)
}

type datumvlag struct {
	doel *werkdagen.Datum
	om   omgeving
}

func (v *datumvlag) Type() string   { return "DATUM" }
func (v *datumvlag) String() string { return "" }
func (v *datumvlag) Set(s string) error {
	d, err := werkdagen.LeesDatumVrij(s, v.om.vandaag())
	if err == nil {
		err = werkdagen.BinnenBereik(d)
	}
	if err != nil {
		return err
	}
	*v.doel = d
	return nil
}

// vlagTermijn declares a flag with a term, such as "5 werkdagen".
func vlagTermijn(cmd *cobra.Command, doel *werkdagen.Termijn, naam, uitleg string) {
	cmd.Flags().Var(&termijnvlag{doel}, naam, uitleg)
}

type termijnvlag struct{ doel *werkdagen.Termijn }

func (v *termijnvlag) Type() string   { return "TERMIJN" }
func (v *termijnvlag) String() string { return "" }
func (v *termijnvlag) Set(s string) error {
	t, err := werkdagen.LeesTermijn(s)
	if err != nil {
		return err
	}
	*v.doel = t
	return nil
}

// vlagKeuze declares a flag that takes one of a few values; *doel is what holds when it is not given, "" for nothing.
func vlagKeuze[T ~string](cmd *cobra.Command, doel *T, naam string, keuzen []T, uitleg string) {
	cmd.Flags().Var(&keuzevlag[T]{doel, keuzen}, naam, uitleg)
}

type keuzevlag[T ~string] struct {
	doel   *T
	keuzen []T
}

func (v *keuzevlag[T]) namen() []string {
	namen := make([]string, len(v.keuzen))
	for i, k := range v.keuzen {
		namen[i] = string(k)
	}
	return namen
}

func (v *keuzevlag[T]) Type() string { return strings.Join(v.namen(), "|") }
func (v *keuzevlag[T]) String() string {
	if v.doel == nil {
		return ""
	}
	return string(*v.doel)
}
func (v *keuzevlag[T]) Set(s string) error {
	gekozen := T(strings.ToLower(strings.TrimSpace(s)))
	if !slices.Contains(v.keuzen, gekozen) {
		return fmt.Errorf("%q kan niet, kies %s", s, dossier.Opsomming(v.namen(), "of"))
	}
	*v.doel = gekozen
	return nil
}

const (
	procedurebestand = "procedure.yaml"
	gewoneMap        = "Klachtafhandeling"
)

// vlagMap declares --map once, for all commands.
func vlagMap(wortel *cobra.Command) {
	wortel.PersistentFlags().String("map", "", "de `MAP` met de dossiers; anders KLACHT_MAP, anders de map hier of hierboven met een "+
		procedurebestand+", anders de map "+gewoneMap+" hier")
}

// dossiermap is the folder that cmd works in: --map, else KLACHT_MAP, else the nearest folder from here upwards that has a
// procedure.yaml, else Klachtafhandeling here. One that was named is not checked: opening it says what is wrong with it.
func (om omgeving) dossiermap(cmd *cobra.Command) (string, error) {
	if genoemd, err := cmd.Flags().GetString("map"); err == nil && genoemd != "" {
		return om.vanHier(genoemd), nil
	}
	if genoemd := om.getenv("KLACHT_MAP"); genoemd != "" {
		return om.vanHier(genoemd), nil
	}
	for hier := om.werkmap; hier != ""; hier = filepath.Dir(hier) {
		if heeftProcedure(hier) {
			return hier, nil
		}
		if hier == filepath.Dir(hier) {
			break
		}
	}
	if gewoon := om.vanHier(gewoneMap); heeftProcedure(gewoon) {
		return gewoon, nil
	}
	return "", &mislukt{
		errors.New("hier is geen map met dossiers: geen " + procedurebestand + " in deze map of een map erboven, en geen map " + gewoneMap),
		"maak er een met klacht inrichten, of zeg met --map MAP of KLACHT_MAP waar de map staat",
	}
}

// vanHier makes a path absolute, seen from the working directory.
func (om omgeving) vanHier(pad string) string {
	if filepath.IsAbs(pad) || om.werkmap == "" {
		return filepath.Clean(pad)
	}
	return filepath.Join(om.werkmap, pad)
}

func heeftProcedure(pad string) bool {
	wat, err := os.Stat(filepath.Join(pad, procedurebestand))
	return err == nil && !wat.IsDir()
}
