package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klacht/dossier"
	"klacht/rapport/scherm"
)

// Everything that cobra and pflag say by themselves, in Dutch. No text of theirs reaches the user.

// vertaalDubbelklik is what Windows users see who double-click the program in Explorer.
func vertaalDubbelklik() {
	cobra.MousetrapHelpText = "klacht werkt in een opdrachtvenster.\n\nOpen PowerShell of de opdrachtprompt, en typ daar: klacht help\n"
}

// inHetNederlands prepares a finished command tree: help, errors and the check of arguments.
func inHetNederlands(wortel *cobra.Command, om omgeving, groepen []groep) {
	wortel.SilenceErrors, wortel.SilenceUsage = true, true
	wortel.CompletionOptions.DisableDefaultCmd = true
	wortel.PersistentFlags().BoolP("help", "h", false, "toon deze uitleg")
	wortel.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if rest := cmd.Flags().Args(); cmd.HasSubCommands() && len(rest) > 0 {
			return onbekendCommando(cmd, rest[0]) // the word before the flag is what went wrong first
		}
		return vlagfout(cmd, err)
	})
	wortel.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		s := om.scherm()
		if s.Breedte() == 0 {
			s = scherm.Nieuw(om.uit, gewoneBreedte, om.kleur)
		}
		hulp{s, cmd, groepen}.schrijf()
	})
	wortel.SetUsageFunc(func(cmd *cobra.Command) error { cmd.HelpFunc()(cmd, nil); return nil })
	wortel.SetHelpCommand(&cobra.Command{
		Use:     "help [COMMANDO…]",
		Aliases: []string{"hulp"},
		Short:   "Toont uitleg over een commando",
		Args:    cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := wortel.Find(args)
			if err != nil || len(rest) > 0 {
				return onbekendCommando(cmd, rest[0])
			}
			return cmd.Help()
		},
	})
	wortel.InitDefaultHelpCmd()
	bewaakArgumenten(wortel)
}

// bewaakArgumenten gives each command the check of arguments that its Use describes, unless it has its own.
func bewaakArgumenten(cmd *cobra.Command) {
	cmd.Flags().SortFlags = false // help shows flags in the order in which they were declared
	if cmd.Args == nil {
		cmd.Args = argumentenVolgens(cmd.Use)
	}
	if cmd.HasSubCommands() {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return onbekendCommando(cmd, args[0])
			}
			return nil
		}
		if !cmd.Runnable() {
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
	for _, onder := range cmd.Commands() {
		bewaakArgumenten(onder)
	}
}

// argumentenVolgens makes the check that goes with a Use such as "bijlage NR BESTAND…": as many arguments as there are names,
// fewer where the last are in brackets, more where the last ends in "…".
func argumentenVolgens(use string) cobra.PositionalArgs {
	namen := strings.Fields(use)[1:]
	nodig, meer := 0, false
	for i, n := range namen {
		if !strings.HasPrefix(n, "[") {
			nodig = i + 1
		}
		meer = strings.Contains(n, "…")
	}
	return func(cmd *cobra.Command, args []string) error {
		vorm := strings.Join(append([]string{cmd.CommandPath()}, namen...), " ")
		switch {
		case len(args)+1 == nodig:
			return verkeerd("%s ontbreekt", namen[len(args)]).metTip("de vorm is: %s", vorm)
		case len(args) < nodig:
			return verkeerd("%s ontbreken", dossier.Opsomming(namen[len(args):nodig], "en")).metTip("de vorm is: %s", vorm)
		case len(args) > len(namen) && !meer && len(namen) == 0:
			return verkeerd("%q is te veel: dit commando neemt geen argumenten", args[0])
		case len(args) > len(namen) && !meer:
			return verkeerd("%q is te veel", args[len(namen)]).metTip("de vorm is: %s; zet woorden die bij elkaar horen tussen aanhalingstekens", vorm)
		}
		return nil
	}
}

func onbekendCommando(ouder *cobra.Command, naam string) error {
	fout := verkeerd("onbekend commando %q", naam)
	if ouder.SuggestionsMinimumDistance <= 0 {
		ouder.SuggestionsMinimumDistance = 2
	}
	if lijkt := ouder.SuggestionsFor(naam); len(lijkt) > 0 {
		slices.Sort(lijkt)
		return fout.metTip("bedoeld is misschien %s; zie %s --help", dossier.Opsomming(slices.Compact(lijkt), "of"), ouder.CommandPath())
	}
	return fout.metTip("zie %s --help", ouder.CommandPath())
}

// zonderAanvulling makes cobra's hidden command __complete, which speaks English, an unknown command like any other.
func zonderAanvulling(args []string) []string {
	if len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd) {
		return append([]string{"--"}, args...)
	}
	return append([]string{}, args...) // never nil, for which cobra would read os.Args
}

// vlagfout translates what pflag says about a wrong flag.
func vlagfout(cmd *cobra.Command, err error) error {
	var (
		onbekend *pflag.NotExistError
		leeg     *pflag.ValueRequiredError
		ongeldig *pflag.InvalidValueError
		vorm     *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &onbekend):
		if kort := onbekend.GetSpecifiedShortnames(); kort != "" {
			letter, _ := utf8.DecodeRuneInString(kort)
			return verkeerd("onbekende optie -%c", letter)
		}
		naam := onbekend.GetSpecifiedName()
		fout := verkeerd("onbekende optie --%s", naam)
		if naam == "op" && cmd.Flags().Lookup("ontvangen") != nil {
			return fout.metTip("de dag van ontvangst geeft u met --ontvangen")
		}
		if lijkt := lijktOp(cmd, naam); len(lijkt) > 0 {
			return fout.metTip("bedoeld is misschien %s", dossier.Opsomming(lijkt, "of"))
		}
		return fout
	case errors.As(err, &leeg):
		return verkeerd("na --%s ontbreekt een waarde (%s)", leeg.GetFlag().Name, waardenaam(leeg.GetFlag()))
	case errors.As(err, &ongeldig):
		return verkeerd("--%s: %s", ongeldig.GetFlag().Name, waardefout(ongeldig))
	case errors.As(err, &vorm):
		return verkeerd("%q is geen optie", vorm.GetSpecifiedFlag())
	}
	return verkeerd("de opties zijn niet te lezen")
}

// waardefout says why a flag can't have the value given. Flags of our own types say it in Dutch themselves.
func waardefout(f *pflag.InvalidValueError) string {
	switch f.GetFlag().Value.Type() {
	case "bool":
		return fmt.Sprintf("deze optie neemt geen waarde, dus ook niet %q", f.GetValue())
	case "int", "uint", "count":
		return fmt.Sprintf("%q is geen geheel getal dat hier kan", f.GetValue())
	case "float64":
		return fmt.Sprintf("%q is geen getal", f.GetValue())
	case "stringSlice":
		return fmt.Sprintf("%q is geen lijst; zet komma's tussen de delen", f.GetValue())
	}
	return f.Unwrap().Error()
}

// waardenaam is what help calls the value of a flag: what stands between backquotes in its usage, else by its type.
func waardenaam(f *pflag.Flag) string {
	naam, _ := pflag.UnquoteUsage(f)
	switch naam {
	case "string", "stringArray":
		return "TEKST"
	case "strings":
		return "TEKST,TEKST"
	case "int", "uint", "count":
		return "AANTAL"
	case "float":
		return "GETAL"
	}
	return naam
}

// lijktOp lists the flags whose names are near what was typed.
func lijktOp(cmd *cobra.Command, getypt string) []string {
	var uit []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if !f.Hidden && (len(getypt) > 1 && strings.HasPrefix(f.Name, getypt) || afstand(getypt, f.Name) <= 2 && len(f.Name) > 3) {
			uit = append(uit, "--"+f.Name)
		}
	})
	return uit
}

// afstand is Levenshtein's: how many letters to add, drop or change to make a into b.
func afstand(a, b string) int {
	rij := make([]int, len(b)+1)
	for j := range rij {
		rij[j] = j
	}
	for i := range len(a) {
		schuin := rij[0]
		rij[0] = i + 1
		for j := range len(b) {
			kosten := schuin
			if a[i] != b[j] {
				kosten++
			}
			schuin = rij[j+1]
			rij[j+1] = min(kosten, rij[j]+1, rij[j+1]+1)
		}
	}
	return rij[len(b)]
}

// hulp writes the help of one command.
type hulp struct {
	s       *scherm.Scherm
	cmd     *cobra.Command
	groepen []groep
}

func (h hulp) schrijf() {
	tekst := h.cmd.Long
	if tekst == "" {
		tekst = h.cmd.Short + "."
	}
	h.s.Alinea(tekst)

	vorm := h.cmd.UseLine()
	if h.cmd.HasAvailableSubCommands() {
		vorm = h.cmd.CommandPath() + " COMMANDO"
	}
	h.deel("Gebruik", func() { h.s.Alinea("  " + strings.TrimSuffix(vorm, " [flags]") + " [opties]") })
	if h.cmd.Example != "" {
		h.deel("Voorbeelden", func() { h.s.Onafgebroken(h.cmd.Example) })
	}
	if !h.cmd.HasParent() {
		for _, g := range h.groepen {
			h.commandos(strings.ToUpper(g.naam[:1])+g.naam[1:], g.commandos)
		}
	} else {
		h.commandos("Commando's", h.cmd.Commands())
	}
	h.vlaggen("Opties", h.cmd.LocalNonPersistentFlags())
	h.vlaggen("Algemene opties", h.cmd.Root().PersistentFlags())
	if h.cmd.HasAvailableSubCommands() {
		h.s.Wit()
		h.s.Alinea("Meer over één commando: " + h.cmd.CommandPath() + " COMMANDO --help")
	}
}

func (h hulp) deel(titel string, inhoud func()) {
	h.s.Wit()
	h.s.Kop(titel + ":")
	inhoud()
}

func (h hulp) commandos(titel string, commandos []*cobra.Command) {
	var paren []scherm.Paar
	for _, c := range commandos {
		if c.IsAvailableCommand() {
			paren = append(paren, scherm.Paar{Naam: c.Name(), Waarde: c.Short})
		}
	}
	if len(paren) > 0 {
		h.deel(titel, func() { h.s.Ingesprongen(2, paren...) })
	}
}

func (h hulp) vlaggen(titel string, vlaggen *pflag.FlagSet) {
	var paren []scherm.Paar
	vlaggen.SortFlags = false
	vlaggen.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		naam := "    --" + f.Name
		if f.Shorthand != "" {
			naam = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			naam += " " + waardenaam(f)
		}
		_, uitleg := pflag.UnquoteUsage(f)
		switch f.DefValue {
		case "", "false", "0", "[]":
		default:
			uitleg += " (standaard: " + f.DefValue + ")"
		}
		if f.Value.Type() == "stringArray" {
			uitleg += "; mag vaker"
		}
		paren = append(paren, scherm.Paar{Naam: naam, Waarde: uitleg})
	})
	if len(paren) > 0 {
		h.deel(titel, func() { h.s.Ingesprongen(2, paren...) })
	}
}
