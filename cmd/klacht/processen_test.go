package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// klachtKeer is the program "klacht-keer N ARGS…": it runs klacht N times in one process, with the number of the time for every {}.
func klachtKeer() {
	keer, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	for i := range keer {
		args := make([]string, len(os.Args)-2)
		for j, a := range os.Args[2:] {
			args[j] = strings.ReplaceAll(a, "{}", strconv.Itoa(i+1))
		}
		if code := draai(scriptomgeving(), args); code != codeGedaan {
			os.Exit(code)
		}
	}
	os.Exit(codeGedaan)
}

// tegelijk runs klacht-keer in as many processes as there are args, all at once, and gives what each wrote.
func tegelijk(t *testing.T, args ...[]string) []string {
	t.Helper()
	uit, fouten := make([]string, len(args)), make([]error, len(args))
	var groep sync.WaitGroup
	for i, a := range args {
		groep.Go(func() {
			var bUit, bFout bytes.Buffer
			cmd := exec.CommandContext(t.Context(), "klacht-keer", a...) // TestMain put it on the path
			cmd.Env = append(os.Environ(), "KLACHT_TEST_KLOK=2026-11-23", "KLACHT_TEST_ACCOUNT=Sanne de Vries")
			cmd.Stdout, cmd.Stderr = &bUit, &bFout
			if err := cmd.Run(); err != nil {
				fouten[i] = fmt.Errorf("process %d: %w\n%s", i, err, bFout.String())
			}
			uit[i] = bUit.String()
		})
	}
	groep.Wait()
	if err := errors.Join(fouten...); err != nil {
		t.Fatal(err)
	}
	return uit
}

func TestNieuwTegelijkGeeftElkEenEigenNummer(t *testing.T) {
	processen, keer := 32, 25
	if testing.Short() {
		processen, keer = 8, 4
	}
	k := nieuwKantoor(t)
	var args [][]string
	for i := range processen {
		args = append(args, []string{strconv.Itoa(keer), "nieuw", "--map", k.pad, "--json",
			"--categorie", "overig", "--onderwerp", fmt.Sprintf("proces %d klacht {}", i+1)})
	}
	onderwerpen := map[string]string{} // by number, as told to who registered it
	for _, uit := range tegelijk(t, args...) {
		for d := json.NewDecoder(strings.NewReader(uit)); ; {
			var v dossierJSON
			if err := d.Decode(&v); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			if ander, dubbel := onderwerpen[v.Nummer]; dubbel {
				t.Errorf("%s was given to %q and to %q", v.Nummer, ander, v.Onderwerp)
			}
			onderwerpen[v.Nummer] = v.Onderwerp
		}
	}
	lijst := ontleed[struct{ Dossiers []dossierJSON }](t, k.goed("lijst", "--json"))
	gezien := map[string]bool{}
	for _, d := range lijst.Dossiers {
		gezien[d.Onderwerp] = true
		if onderwerpen[d.Nummer] != d.Onderwerp {
			t.Errorf("%s holds %q, but was given to %q", d.Nummer, d.Onderwerp, onderwerpen[d.Nummer])
		}
	}
	for i := range processen * keer {
		if n := fmt.Sprintf("K2026-%04d", i+1); onderwerpen[n] == "" {
			t.Errorf("%s was given to nobody", n)
		}
	}
	if len(onderwerpen) != processen*keer || len(lijst.Dossiers) != processen*keer || len(gezien) != processen*keer {
		t.Errorf("%d numbers given, %d dossiers with %d subjects; want %d", len(onderwerpen), len(lijst.Dossiers), len(gezien), processen*keer)
	}
}

func TestNotitiesTegelijkVerliezenNiets(t *testing.T) {
	processen, keer := 2, 200
	if testing.Short() {
		keer = 20
	}
	k := nieuwKantoor(t)
	k.goed("nieuw", "--onderwerp", "Druk dossier", "--categorie", "overig")
	var args [][]string
	for i := range processen {
		args = append(args, []string{strconv.Itoa(keer), "notitie", "1", "--map", k.pad, fmt.Sprintf("proces %d notitie {}", i+1)})
	}
	tegelijk(t, args...)
	gezien, ids := map[string]bool{}, map[string]bool{}
	d := k.dossier("toon", "1")
	for _, g := range d.Verloop {
		ids[g.ID] = true
		if g.Wat == "notitie" {
			gezien[g.Tekst] = true
		}
	}
	if len(gezien) != processen*keer || len(ids) != len(d.Verloop) || len(d.Verloop) != 1+processen*keer {
		t.Errorf("%d different notes, %d ids, %d events; want %d notes", len(gezien), len(ids), len(d.Verloop), processen*keer)
	}
	for i := range processen {
		for j := range keer {
			if tekst := fmt.Sprintf("proces %d notitie %d", i+1, j+1); !gezien[tekst] {
				t.Errorf("%q is lost", tekst)
			}
		}
	}
}

// TestInlezenTegelijkLegtElkBerichtEenKeerVast: processes that know each other's dossiers only in part filed an answer in its dossier and put it
// up as a question as well.
func TestInlezenTegelijkLegtElkBerichtEenKeerVast(t *testing.T) {
	const processen, klachten = 3, 40
	k := nieuwKantoor(t)
	bus := t.TempDir()
	bericht := func(bestand, id, rest string) {
		tekst := "To: info@example.nl\r\nDate: Sat, 21 Nov 2026 10:00:00 +0100\r\nMessage-ID: <" + id + "@example.org>\r\n" + rest + "\r\n\r\nDe zaal was te koud.\r\n"
		if err := os.WriteFile(filepath.Join(bus, bestand), []byte(tekst), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i := range klachten {
		bericht(fmt.Sprintf("%03d-a.eml", i), fmt.Sprintf("m%d", i), fmt.Sprintf("From: k%d@example.org\r\nSubject: Koud", i))
		bericht(fmt.Sprintf("%03d-b.eml", i), fmt.Sprintf("a%d", i), fmt.Sprintf("From: k%d@example.org\r\nSubject: RE: Koud\r\nIn-Reply-To: <m%d@example.org>", i, i))
	}
	var args [][]string
	for range processen {
		args = append(args, []string{"1", "post", "inlezen", bus, "--direct", "--categorie", "overig", "--map", k.pad})
	}
	tegelijk(t, args...)
	bewaard := 0
	if err := filepath.WalkDir(k.pad, func(pad string, e fs.DirEntry, err error) error {
		switch filepath.Ext(pad) {
		case ".eml":
			bewaard++
		case ".tmp":
			t.Errorf("%s is still there", pad)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	dossiers := ontleed[struct{ Dossiers []dossierJSON }](t, k.goed("lijst", "--json")).Dossiers
	if bewaard != 2*klachten || len(dossiers) != klachten {
		t.Errorf("%d dossiers and %d messages, want %d and %d", len(dossiers), bewaard, klachten, 2*klachten)
	}
}
