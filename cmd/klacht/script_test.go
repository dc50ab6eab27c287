package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"

	"klacht/werkdagen"
)

var bijwerken = flag.Bool("bijwerken", false, "write what the program gives now into the scripts and golden files")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"klacht":      func() { os.Exit(draai(scriptomgeving(), os.Args[1:])) },
		"klacht-keer": klachtKeer,
	})
}

// scriptomgeving is the environment of a script. What the shipped program takes from the machine, the script sets here:
//
//	KLACHT_TEST_KLOK      the time, as 2026-11-23 (noon in Amsterdam) or in RFC 3339
//	KLACHT_TEST_ACCOUNT   the account's name
//	KLACHT_TEST_TERMINAL  the width of a terminal that stdin, stdout and stderr then are; empty for a pipe
//	KLACHT_TEST_KLEUR     not empty: that terminal has colours
//	KLACHT_TEST_OPENEN    goed or mis: what becomes of opening a file, which is then named on stderr; empty where nothing can be opened
func scriptomgeving() omgeving {
	om := nieuweOmgeving(func() time.Time { return testklok(os.Getenv("KLACHT_TEST_KLOK")) })
	om.account = func() string { return os.Getenv("KLACHT_TEST_ACCOUNT") }
	om.open = testOpenen(om, os.Getenv("KLACHT_TEST_OPENEN"))
	om.terminal, om.vraagbaar, om.kleur, om.breedte, om.foutbreedte, om.geheim = false, false, false, gewoneBreedte, 0, nil
	if breedte, err := strconv.Atoi(os.Getenv("KLACHT_TEST_TERMINAL")); err == nil {
		om.terminal, om.vraagbaar, om.breedte, om.foutbreedte = true, true, breedte, breedte
		onzichtbaar := om.in
		om.geheim = func(context.Context) (string, error) { return (&vrager{in: onzichtbaar, uit: om.fout}).lees() }
		om.in = io.TeeReader(om.in, om.fout) // a terminal shows what is typed
		om.kleur = os.Getenv("KLACHT_TEST_KLEUR") != "" && magKleur(os.Getenv)
	}
	return om
}

// testOpenen stands for the system's program that opens files.
func testOpenen(om omgeving, uitkomst string) func(string) error {
	if uitkomst == "" {
		return nil
	}
	return func(pad string) error {
		if uitkomst == "mis" {
			return errors.New("xdg-open vond geen programma voor dit bestand")
		}
		_, err := fmt.Fprintf(om.fout, "geopend: %s\n", filepath.Base(pad))
		return err
	}
}

func testklok(s string) time.Time {
	if t, err := time.ParseInLocation(time.DateOnly, s, werkdagen.Amsterdam()); err == nil {
		return t.Add(12 * time.Hour)
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(fmt.Sprintf("KLACHT_TEST_KLOK: %v", err))
	}
	return t
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		UpdateScripts:       *bijwerken,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("KLACHT_TEST_KLOK", "2026-11-23")
			env.Setenv("KLACHT_TEST_ACCOUNT", "Sanne de Vries")
			env.Values[sleutelSMTP] = &scriptSMTP{}
			env.Setenv("GORACE", os.Getenv("GORACE"))
			env.Setenv("KLACHT_VOORBEELDEN", os.Getenv("KLACHT_VOORBEELDEN"))
			return nil
		},
		Condition: func(voorwaarde string) (bool, error) {
			if voorwaarde == "voorbeelden" {
				return os.Getenv("KLACHT_VOORBEELDEN") != "", nil
			}
			return false, fmt.Errorf("unknown condition %q", voorwaarde)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"code":         code,
			"elke-hulp":    elkeHulp,
			"geen-engels":  geenEngels,
			"noem-ids":     noemIDs,
			"imap-server":  imapServer,
			"kopieer":      kopieer,
			"maak-msg":     maakMsg,
			"smtp":         smtp,
			"vervang":      vervang,
			"voeg-toe":     voegToe,
			"zonder-kleur": zonderKleur,
		},
	})
}

// elkeHulp runs --help of every command there is and fails on a word of English: `elke-hulp`.
func elkeHulp(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) > 0 {
		ts.Fatalf("usage: elke-hulp")
	}
	var loop func(cmd *cobra.Command)
	loop = func(cmd *cobra.Command) {
		pad := strings.Fields(cmd.CommandPath())
		ts.Check(ts.Exec(pad[0], append(pad[1:], "--help")...))
		geenEngels(ts, false, []string{"stdout", "stderr"})
		for _, onder := range cmd.Commands() {
			loop(onder)
		}
	}
	loop(wortel(scriptomgeving(), nil))
}

// geenEngels fails on a word of English in a file: `geen-engels stdout stderr`.
func geenEngels(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("unsupported: ! geen-engels")
	}
	for _, naam := range args {
		if woorden := engels(ts.ReadFile(naam)); len(woorden) > 0 {
			ts.Fatalf("%s has English: %q in\n%s", naam, woorden, ts.ReadFile(naam))
		}
	}
}
