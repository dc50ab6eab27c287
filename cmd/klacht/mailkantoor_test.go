//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"klacht/dossier"
)

// mailkantoor is an office with a mailbox at the servers. Its clock is that of the machine, which the servers have as well.
type mailkantoor struct {
	*kantoor
	bus *postvak
}

// nieuwMailkantoor makes the folder, with these ports for mail in and out.
func nieuwMailkantoor(t *testing.T, bus *postvak, imap, smtp int, hoe dossier.Beveiliging) *mailkantoor {
	t.Helper()
	k := &mailkantoor{nieuwKantoor(t, "--organisatie", "Voorbeeld BV", "--email", bus.adres, "--verantwoordelijke", "Louise Vos"), bus}
	k.env = map[string]string{wachtwoordIMAP: postwachtwoord, wachtwoordSMTP: postwachtwoord}
	server := func(poort int) string {
		return fmt.Sprintf("    server: %s\n    gebruiker: %s\n    beveiliging: %s\n", adresHier(poort), bus.adres, hoe)
	}
	k.regel(`(?ms)^  ophalen:$.*\z`, "  ophalen:\n"+server(imap)+"  versturen:\n"+server(smtp))
	return k
}

// regel puts in procedure.yaml what is agreed in the place of what the expression finds.
func (k *mailkantoor) regel(wat, anders string) {
	k.t.Helper()
	pad := filepath.Join(k.pad, procedurebestand)
	tekst, err := os.ReadFile(pad)
	if err != nil {
		k.t.Fatal(err)
	}
	na := regexp.MustCompile(wat).ReplaceAllLiteral(tekst, []byte(anders))
	if bytes.Equal(na, tekst) {
		k.t.Fatalf("%s has no %s", procedurebestand, wat)
	}
	if err := os.WriteFile(pad, na, 0o600); err != nil {
		k.t.Fatal(err)
	}
}

// voer runs klacht at the time it is.
func (k *mailkantoor) voer(args ...string) (uit, fout string, code int) {
	k.nu = time.Now()
	return k.kantoor.voer(args...)
}

func (k *mailkantoor) goed(args ...string) string {
	k.t.Helper()
	k.nu = time.Now()
	return k.kantoor.goed(args...)
}

// apart runs the program in a process of its own, which trusts the servers of the test when that is asked.
func (k *mailkantoor) apart(vertrouwt bool, args ...string) (uit, fout string, code int) {
	k.t.Helper()
	cmd := exec.CommandContext(k.t.Context(), "klacht", append(args, "--map", k.pad)...) // TestMain put it on the path
	cmd.Env = append(os.Environ(), "KLACHT_TEST_KLOK="+time.Now().Format(time.RFC3339Nano), "KLACHT_TEST_ACCOUNT=Sanne de Vries")
	for naam, waarde := range k.env {
		cmd.Env = append(cmd.Env, naam+"="+waarde)
	}
	if vertrouwt {
		cmd.Env = append(cmd.Env, "SSL_CERT_FILE="+k.bus.s.caPad)
	}
	var bUit, bFout bytes.Buffer
	cmd.Stdout, cmd.Stderr = &bUit, &bFout
	err := cmd.Run()
	var einde *exec.ExitError
	switch {
	case errors.As(err, &einde):
		code = einde.ExitCode()
	case err != nil:
		k.t.Fatal(err)
	}
	uit, fout = bUit.String(), bFout.String()
	if strings.Contains(uit+fout, postwachtwoord) {
		k.t.Errorf("klacht %q says the password:\n%s%s", args, uit, fout)
	}
	return uit, fout, code
}

// ingelezenJSON is what post ophalen says of a message.
type ingelezenJSON struct {
	Van, Onderwerp, Uitkomst, Reden string
	Nummer, Inkomend                string // "" for null
}

// mapstand is all that a folder knows, without what differs from run to run.
type mapstand struct {
	Dossiers []string // number, subject and events
	Wacht    []string // subject and question
	Eml      []string // every message that is kept
}

// stand reads the folder with the commands that people read it with; each must succeed.
func (k *mailkantoor) stand() mapstand {
	k.t.Helper()
	var s mapstand
	k.goed("status")
	for _, d := range ontleed[struct{ Dossiers []dossierJSON }](k.t, k.goed("lijst", "--json")).Dossiers {
		d = ontleed[dossierJSON](k.t, k.goed("toon", d.Nummer, "--json"))
		regel := d.Nummer + " " + d.Onderwerp
		for _, g := range d.Verloop {
			regel += " / " + g.Wat
		}
		s.Dossiers = append(s.Dossiers, regel)
	}
	wacht := ontleed[struct {
		Berichten []struct{ Onderwerp, Vraag string }
	}](k.t, k.goed("post", "beoordeel", "--json"))
	for _, w := range wacht.Berichten {
		s.Wacht = append(s.Wacht, w.Onderwerp+": "+w.Vraag)
	}
	err := filepath.WalkDir(k.pad, func(pad string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(pad) != ".eml" {
			return err
		}
		b, err := os.ReadFile(pad)
		s.Eml = append(s.Eml, zonderVervoer(string(b)))
		return err
	})
	if err != nil {
		k.t.Fatal(err)
	}
	for _, rij := range []*[]string{&s.Dossiers, &s.Wacht, &s.Eml} {
		slices.Sort(*rij)
	}
	return s
}

// fouttaal fails on an error message that is not one in Dutch, with what to do.
func fouttaal(t *testing.T, fout string) {
	t.Helper()
	if woorden := engels(fout); len(woorden) > 0 {
		t.Errorf("English: %q in\n%s", woorden, fout)
	}
	if !strings.HasPrefix(fout, "klacht: ") || !strings.Contains(fout, "\nklacht: tip: ") {
		t.Errorf("no error with a tip:\n%s", fout)
	}
}
