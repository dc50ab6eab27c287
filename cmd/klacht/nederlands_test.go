package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// engels finds words in output that are English and not Dutch. Names of flags and files don't count.
func engels(tekst string) []string {
	var uit []string
	for _, deel := range strings.Fields(tekst) {
		if strings.HasPrefix(strings.TrimLeft(deel, "("), "-") || strings.ContainsAny(strings.TrimRight(deel, ".,:;)"), "./") {
			continue
		}
		for _, woord := range strings.FieldsFunc(deel, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if slices.Contains(engelseWoorden, strings.ToLower(woord)) {
				uit = append(uit, woord)
			}
		}
	}
	return uit
}

var engelseWoorden = strings.Fields(`a about accepts additional aliases an and any are argument arguments at autocompletion available bad be
	between bool both by cannot command commands completion could default denied deprecated did directory does error example examples
	expected failed false file flag flags float for from generate given global has have if information int invalid it less mean missing more
	most must needs no not only or out parse parsing permission pflag please range received request required requires script set shell
	shorthand simply specified strconv string strings such syntax than that the there this to too topic topics true try type unknown
	unset usage use value version with without wrong yes you your`)

func TestEngelsWordtHerkend(t *testing.T) {
	for _, tekst := range []string{
		"Usage:", "unknown command \"x\" for \"klacht\"", "unknown flag: --x", "flag needs an argument: --map", "open x: no such file or directory",
		"invalid argument \"x\" for \"--json\" flag: must be true or false", "accepts 1 arg(s), received 2", "help for termijn", "(default \"atw\")",
	} {
		if len(engels(tekst)) == 0 {
			t.Errorf("not recognised as English: %s", tekst)
		}
	}
	if w := engels("Toont de help van dit commando; zie klacht --version of procedure.yaml."); len(w) > 0 {
		t.Errorf("taken for English: %q", w)
	}
}

// proef is an environment in memory: its output and errors can be read back.
func proef(in string) (om omgeving, uit, fout *bytes.Buffer) {
	uit, fout = &bytes.Buffer{}, &bytes.Buffer{}
	return omgeving{
		in: strings.NewReader(in), uit: uit, fout: fout,
		klok:    func() time.Time { return time.Date(2026, 11, 23, 11, 0, 0, 0, time.UTC) },
		getenv:  func(string) string { return "" },
		account: func() string { return "Sanne de Vries" },
		breedte: gewoneBreedte,
	}, uit, fout
}

func elkCommando(cmd *cobra.Command, doe func(*cobra.Command)) {
	doe(cmd)
	for _, onder := range cmd.Commands() {
		elkCommando(onder, doe)
	}
}

// Every wrong call of every command: exit code 2, nothing on stdout, in Dutch, with the help that helps.
func TestVerkeerdeAanroepen(t *testing.T) {
	om, _, _ := proef("")
	om.werkmap = t.TempDir()
	elkCommando(wortel(om, nil), func(cmd *cobra.Command) {
		pad := strings.Fields(cmd.CommandPath())[1:]
		aanroepen := [][]string{{"--bestaat-niet"}, {"-Z"}, {"-é"}, {"---x"}, {"--json=misschien"}}
		if cmd.Name() != "help" {
			aanroepen = append(aanroepen, slices.Repeat([]string{"statuss"}, 30))
			if !strings.Contains(cmd.Use, "…") && cmd.Name() != "termijn" {
				aanroepen = append(aanroepen, slices.Repeat([]string{"2026"}, 30))
			}
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.NoOptDefVal == "" {
				aanroepen = append(aanroepen, []string{"--" + f.Name})
			}
			switch f.Value.(type) {
			case *tekstvlag, *lijstvlag:
				return // anything goes
			}
			switch f.Value.Type() {
			case "string", "stringArray": // anything goes too
			case "bool":
				aanroepen = append(aanroepen, []string{"--" + f.Name + "=misschien"})
			default:
				aanroepen = append(aanroepen, []string{"--" + f.Name, "\x1b[31m\"onzin"})
			}
		})
		for _, a := range aanroepen {
			if strings.Contains(cmd.Use, "…") && !strings.HasPrefix(a[0], "-") {
				continue
			}
			args := append(slices.Clone(pad), a...)
			om, uit, fout := proef("")
			om.werkmap = t.TempDir()
			code := draai(om, args)
			if code != codeAanroep || uit.Len() > 0 {
				t.Errorf("klacht %q: exit %d, stdout %q, stderr %s", args, code, uit, fout)
			}
			if w := engels(fout.String()); len(w) > 0 {
				t.Errorf("klacht %q: English %q in %s", args, w, fout)
			}
			if !strings.HasPrefix(fout.String(), "klacht: ") || !strings.Contains(fout.String(), "klacht: tip: ") || !strings.Contains(fout.String(), " --help") {
				t.Errorf("klacht %q: stderr misses message, tip or help: %s", args, fout)
			}
			if strings.ContainsFunc(strings.ReplaceAll(fout.String(), "\n", ""), unicode.IsControl) {
				t.Errorf("klacht %q: control characters in %q", args, fout)
			}
		}
	})
}

// A flag of a type that vlagfout and waardenaam don't know would speak English.
func TestVlagtypenZijnVertaald(t *testing.T) {
	om, _, _ := proef("")
	elkCommando(wortel(om, nil), func(cmd *cobra.Command) {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			naam := waardenaam(f)
			if f.Value.Type() != "bool" && naam == strings.ToLower(naam) && !strings.Contains(naam, "|") {
				t.Errorf("%s --%s: the value is called %q in the help", cmd.CommandPath(), f.Name, naam)
			}
		})
	})
}

func TestVlagfouten(t *testing.T) {
	for _, g := range []struct{ args, fout string }{
		{"--getal x", `--getal: "x" is geen geheel getal dat hier kan`},
		{"--getal 99999999999999999999", `--getal: "99999999999999999999" is geen geheel getal dat hier kan`},
		{"--breuk x", `--breuk: "x" is geen getal`},
		{`--lijst a"b`, `--lijst: "a\"b" is geen lijst; zet komma's tussen de delen`},
		{"--aan=x", `--aan: deze optie neemt geen waarde, dus ook niet "x"`},
		{"-gx", `--getal: "x" is geen geheel getal dat hier kan`},
		{"-aq", `onbekende optie -q`},
		{"--getal", `na --getal ontbreekt een waarde (AANTAL)`},
		{"-g", `na --getal ontbreekt een waarde (AANTAL)`},
		{"--tekst", `na --tekst ontbreekt een waarde (TEKST)`},
		{"--geta 3", `onbekende optie --geta`},
		{"--=x", `"--=x" is geen optie`},
	} {
		om, _, _ := proef("")
		cmd := &cobra.Command{Use: "x", Run: func(*cobra.Command, []string) {}}
		cmd.Flags().IntP("getal", "g", 0, "")
		cmd.Flags().Float64("breuk", 0, "")
		cmd.Flags().StringSlice("lijst", nil, "")
		cmd.Flags().String("tekst", "", "")
		cmd.Flags().BoolP("aan", "a", false, "")
		inHetNederlands(cmd, om, nil)
		cmd.SetArgs(strings.Fields(g.args))
		err := cmd.Execute()
		if err == nil || err.Error() != g.fout || !isAanroepfout(err) {
			t.Errorf("%s: got %v, want %s", g.args, err, g.fout)
		}
	}
}

func TestArgumentenVolgens(t *testing.T) {
	for _, g := range []struct{ use, args, fout string }{
		{"x", "", ""},
		{"x", "a", `"a" is te veel: dit commando neemt geen argumenten`},
		{"x NR", "", "NR ontbreekt"},
		{"x NR", "1", ""},
		{"x NR", "1 2", `"2" is te veel`},
		{"x NR TEKST|-", "", "NR en TEKST|- ontbreken"},
		{"x [MAP]", "", ""},
		{"x [MAP]", "m", ""},
		{"x [MAP]", "m n", `"n" is te veel`},
		{"x NR BESTAND…", "1", "BESTAND… ontbreekt"},
		{"x NR BESTAND…", "1 a b c", ""},
		{"x [NR…]", "", ""},
		{"x [NR…]", "1 2 3", ""},
	} {
		err := argumentenVolgens(g.use)(&cobra.Command{Use: g.use}, strings.Fields(g.args))
		kreeg := ""
		if err != nil {
			kreeg = err.Error()
		}
		if kreeg != g.fout {
			t.Errorf("%q with %q: got %q, want %q", g.use, g.args, kreeg, g.fout)
		}
	}
}

func TestGroepenInDeHulp(t *testing.T) {
	om, uit, _ := proef("")
	cmd := wortel(om, nil)
	h := hulp{om.scherm(), cmd, []groep{{"post", nil}, {"beheer", cmd.Commands()}}}
	h.schrijf()
	if tekst := uit.String(); strings.Contains(tekst, "Post:") || !strings.Contains(tekst, "\nBeheer:\n") {
		t.Errorf("a group without commands must not show, one with must:\n%s", tekst)
	}
}
