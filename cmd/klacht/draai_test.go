package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"

	"github.com/spf13/cobra"

	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// vreemdeFout is an error as other packages make them.
type vreemdeFout struct{ aanroep bool }

func (vreemdeFout) Error() string            { return "K2026-0007 is al bevestigd" }
func (vreemdeFout) Tip() string              { return "doe eerst een voorstel" }
func (f vreemdeFout) VerkeerdeAanroep() bool { return f.aanroep }

func TestFoutenEnAfsluitcodes(t *testing.T) {
	for _, g := range []struct {
		naam string
		err  error
		code int
		fout string
	}{
		{"nothing", nil, 0, ""},
		{"failure", errors.New("dat lukte niet"), 1, "klacht: dat lukte niet\n"},
		{"another package's tip, wrapped", fmt.Errorf("K7: %w", vreemdeFout{}), 1,
			"klacht: K7: K2026-0007 is al bevestigd\nklacht: tip: doe eerst een voorstel\n"},
		{"another package's wrong call", vreemdeFout{aanroep: true}, 2,
			"klacht: K2026-0007 is al bevestigd\nklacht: tip: doe eerst een voorstel; zie klacht x --help\n"},
		{"wrong call", verkeerd("onbekend"), 2, "klacht: onbekend\nklacht: tip: zie klacht x --help\n"},
		{"wrong call with a tip", verkeerd("onbekend").metTip("geef --op"), 2, "klacht: onbekend\nklacht: tip: geef --op; zie klacht x --help\n"},
		{"overdue", errTeLaat, 3, ""},
		{"several", errors.Join(errors.New("een"), errors.Join(errors.New("twee"), errors.New("drie"))), 1, "klacht: een\nklacht: twee\nklacht: drie\n"},
		{"failure before overdue", errors.Join(errTeLaat, errors.New("een")), 1, "klacht: een\n"},
		{"overdue after failure", errors.Join(errors.New("een"), errTeLaat), 1, "klacht: een\n"},
		{"several wrapped in a text stay whole", fmt.Errorf("%w, want %w", errors.New("een"), errors.New("twee")), 1, "klacht: een, want twee\n"},
		{"interrupted", fmt.Errorf("lezen: %w", context.Canceled), 130, "klacht: afgebroken\n"},
		{"interrupted halfway", errors.Join(errors.New("een"), context.Canceled), 130, "klacht: een\nklacht: afgebroken\n"},
		{"system", fmt.Errorf("kon de brief niet lezen: %w", &fs.PathError{Op: "open", Path: "brief.pdf", Err: syscall.ENOENT}), 1,
			"klacht: kon de brief niet lezen: brief.pdf: bestaat niet\n"},
		{"full disk", &fs.PathError{Op: "write", Path: "/x", Err: syscall.ENOSPC}, 1, "klacht: /x: de schijf is vol\n"},
		{"rename", &os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EEXIST}, 1, "klacht: a → b: bestaat al\n"},
		{"one clean line", errors.New("veld \x1b[31m\u202e\nx"), 1, "klacht: veld [31m x\n"},
	} {
		var fout bytes.Buffer
		meldFouten(scherm.Nieuw(&fout, 0, false), "klacht x", g.err)
		if code := afsluitcode(g.err); code != g.code || fout.String() != g.fout {
			t.Errorf("%s: exit %d, want %d\ngot  %q\nwant %q", g.naam, code, g.code, fout.String(), g.fout)
		}
	}
}

func TestFoutNoemtWatGeenMapIs(t *testing.T) {
	brief := filepath.Join(t.TempDir(), "brief.txt")
	if err := os.WriteFile(brief, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	onder := filepath.Join(brief, "a", "b")
	err := &fs.PathError{Op: "open", Path: onder, Err: syscall.ENOTDIR}
	if wil := onder + ": " + brief + " is geen map"; zin(err) != wil {
		t.Errorf("got %q, want %q", zin(err), wil)
	}
}

func TestVolleUitvoerIsEenFout(t *testing.T) {
	om, _, fout := proef("")
	om.uit = volleSchijf{}
	if code := draai(om, []string{"feestdagen", "2026"}); code != codeMislukt {
		t.Errorf("exit %d", code)
	}
	if wil := "klacht: kon de uitvoer niet schrijven: uit.txt: de schijf is vol\n"; fout.String() != wil {
		t.Errorf("got %q, want %q", fout, wil)
	}
}

type volleSchijf struct{}

func (volleSchijf) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "uit.txt", Err: syscall.ENOSPC}
}

func TestOnderbrekingBeeindigtLezen(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	in, _ := io.Pipe() // nobody ever writes
	v := &vrager{&onderbreekbaar{ctx: ctx, r: in}, io.Discard, 0}
	klaar := make(chan error)
	go func() {
		_, err := v.tekst("Onderwerp", nil)
		klaar <- err
	}()
	stop()
	if err := <-klaar; afsluitcode(err) != codeAfgebroken {
		t.Errorf("got %v", err)
	}
}

func TestOnderbreekbaarLeestAlles(t *testing.T) {
	tekst := strings.Repeat("klacht ", 5000)
	for naam, r := range map[string]io.Reader{
		"whole": strings.NewReader(tekst), "bytes": iotest.OneByteReader(strings.NewReader(tekst)), "end with data": iotest.DataErrReader(strings.NewReader(tekst)),
	} {
		kreeg, err := io.ReadAll(&onderbreekbaar{ctx: t.Context(), r: r})
		if err != nil || string(kreeg) != tekst {
			t.Errorf("%s: %d of %d bytes, %v", naam, len(kreeg), len(tekst), err)
		}
	}
}

func TestDossiermap(t *testing.T) {
	top := t.TempDir()
	for _, pad := range []string{"werk/dossiers/2026/K2026-0001", "kantoor/Klachtafhandeling", "leeg"} {
		if err := os.MkdirAll(filepath.Join(top, pad), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, pad := range []string{"werk/dossiers", "kantoor/Klachtafhandeling"} {
		if err := os.WriteFile(filepath.Join(top, pad, procedurebestand), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, g := range []struct{ hier, vlag, env, wil string }{
		{"werk/dossiers", "", "", "werk/dossiers"},
		{"werk/dossiers/2026/K2026-0001", "", "", "werk/dossiers"},
		{"kantoor", "", "", "kantoor/Klachtafhandeling"},
		{"kantoor", "../werk", "leeg", "werk"},
		{"werk", "", "dossiers", "werk/dossiers"},
		{"leeg", "", "", ""},
	} {
		om, _, _ := proef("")
		om.werkmap = filepath.Join(top, g.hier)
		om.getenv = func(naam string) string { return map[string]string{"KLACHT_MAP": g.env}[naam] }
		cmd := &cobra.Command{}
		vlagMap(cmd)
		if err := cmd.ParseFlags([]string{"--map", g.vlag}); err != nil {
			t.Fatal(err)
		}
		kreeg, err := om.dossiermap(cmd)
		if g.wil == "" {
			if err == nil || tipBij("", err) == "" {
				t.Errorf("%+v: got %q, %v", g, kreeg, err)
			}
			continue
		}
		if wil := filepath.Join(top, g.wil); err != nil || kreeg != wil {
			t.Errorf("%+v: got %q, %v; want %s", g, kreeg, err, wil)
		}
	}
}

func TestWie(t *testing.T) {
	for _, g := range []struct{ door, env, account, wil string }{
		{"Louise Ross", "Jan", "sanne", "Louise Ross"}, {"", "Jan", "sanne", "Jan"}, {"", "", "sanne", "sanne"}, {" \t", "", "sanne", "sanne"}, {"", "", "", ""},
	} {
		om, _, _ := proef("")
		om.getenv = func(string) string { return g.env }
		om.account = func() string { return g.account }
		kreeg, err := om.wie(g.door)
		if kreeg != g.wil || (err == nil) != (g.wil != "") {
			t.Errorf("%+v: got %q, %v", g, kreeg, err)
		}
	}
}

func TestGedeeldeVlaggen(t *testing.T) {
	om, _, _ := proef("")
	for _, g := range []struct {
		args []string
		op   string
		met  werkdagen.Termijn
		fout string
	}{
		{nil, "", werkdagen.Termijn{}, ""},
		{[]string{"--op", "gisteren", "--met", "4 weken"}, "2026-11-22", werkdagen.Termijn{Aantal: 4, Eenheid: werkdagen.Weken}, ""},
		{[]string{"--op=27 nov 2026"}, "2026-11-27", werkdagen.Termijn{}, ""},
		{[]string{"--op", "morgen"}, "", werkdagen.Termijn{}, `--op: "morgen" `},
		{[]string{"--met", "ongeveer 4 weken"}, "", werkdagen.Termijn{}, `--met: "ongeveer 4 weken" `},
		{[]string{"--soort", "onzin"}, "", werkdagen.Termijn{}, `--soort: "onzin" kan niet, kies klacht of onvolkomenheid`},
	} {
		var op werkdagen.Datum
		var met werkdagen.Termijn
		var soort string
		cmd := &cobra.Command{Use: "x", Run: func(*cobra.Command, []string) {}}
		vlagOp(cmd, om, &op)
		vlagTermijn(cmd, &met, "met", "")
		vlagKeuze(cmd, &soort, "soort", []string{"klacht", "onvolkomenheid"}, "")
		inHetNederlands(cmd, om, nil)
		cmd.SetArgs(append([]string{}, g.args...))
		err := cmd.Execute()
		if g.fout != "" {
			if err == nil || !strings.HasPrefix(err.Error(), g.fout) || !isAanroepfout(err) {
				t.Errorf("%q: got %v", g.args, err)
			}
			continue
		}
		if err != nil || op.String() != g.op || met != g.met {
			t.Errorf("%q: got %s, %s, %v", g.args, op, met, err)
		}
	}
}
