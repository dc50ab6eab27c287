package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"

	"github.com/charmbracelet/x/ansi"
	"github.com/rogpeppe/go-internal/testscript"
)

// What scripts can do besides running klacht.

// code runs a program and wants its exit code: `code 2 klacht opschonen --uitvoeren`.
func code(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N program [args...]")
	}
	wil, err := strconv.Atoi(args[0])
	ts.Check(err)
	kreeg := 0
	var einde *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &einde) {
		kreeg = einde.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if kreeg != wil {
		ts.Fatalf("exit code %d, want %d", kreeg, wil)
	}
}

// willekeurig is a random id where a file or JSON has one.
var willekeurig = regexp.MustCompile(`("?(?:id|gebeurtenis)"?: "?)([a-z2-7]{16})\b`)

// noemIDs copies a file with its random ids numbered, so that it can be compared: `noem-ids stdout json`.
func noemIDs(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: noem-ids van naar")
	}
	namen := map[string]string{}
	tekst := willekeurig.ReplaceAllFunc([]byte(ts.ReadFile(args[0])), func(p []byte) []byte {
		delen := willekeurig.FindSubmatch(p)
		id := string(delen[2])
		if namen[id] == "" {
			namen[id] = fmt.Sprintf("id-%d", len(namen)+1)
		}
		return append(delen[1], namen[id]...)
	})
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), tekst, 0o600))
}

// vervang changes every occurrence of a text in a file, as an editor would: `vervang klacht.yaml 'op: 2026' '\top: 2026'`. Both texts
// have Go's escapes. It is an error when the text isn't there.
func vervang(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: vervang bestand van naar")
	}
	pad, van, naar := ts.MkAbs(args[0]), letterlijk(ts, args[1]), letterlijk(ts, args[2])
	tekst, err := os.ReadFile(pad)
	ts.Check(err)
	if !bytes.Contains(tekst, van) {
		ts.Fatalf("%s has no %q:\n%s", args[0], van, tekst)
	}
	ts.Check(os.WriteFile(pad, bytes.ReplaceAll(tekst, van, naar), 0o600))
}

// voegToe adds a text, repeated, at the end of a file, which is made when it isn't there: `voeg-toe klacht.yaml '# x\n' 1000000`.
func voegToe(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: voeg-toe bestand tekst [keer]")
	}
	keer := 1
	if len(args) == 3 {
		var err error
		keer, err = strconv.Atoi(args[2])
		ts.Check(err)
	}
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	ts.Check(err)
	_, err = f.Write(bytes.Repeat(letterlijk(ts, args[1]), keer))
	ts.Check(errors.Join(err, f.Close()))
}

func letterlijk(ts *testscript.TestScript, s string) []byte {
	tekst, err := strconv.Unquote(`"` + s + `"`)
	if err != nil {
		ts.Fatalf("%q: %v", s, err)
	}
	return []byte(tekst)
}

// zonderKleur copies a file without its escape sequences: `zonder-kleur stdout kaal`.
func zonderKleur(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: zonder-kleur van naar")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(ansi.Strip(ts.ReadFile(args[0]))), 0o600))
}

// kopieer makes as many copies of a file in a folder: `kopieer 51 nieuwsbrief.eml bus`.
func kopieer(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: kopieer aantal bestand map")
	}
	aantal, err := strconv.Atoi(args[0])
	ts.Check(err)
	inhoud := []byte(ts.ReadFile(args[1]))
	for i := range aantal {
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[2]), fmt.Sprintf("kopie-%03d.eml", i+1)), inhoud, 0o600))
	}
}
