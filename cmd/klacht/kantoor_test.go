package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klacht/werkdagen"
)

// kantoor is a folder with a procedure, in which a test runs klacht within its own process.
type kantoor struct {
	t   testing.TB
	pad string            // of the folder Klachtafhandeling
	nu  time.Time         // what the clock says
	env map[string]string // environment variables
}

// nieuwKantoor makes the folder by klacht itself, with flags of inrichten. It is noon of 23 November 2026.
func nieuwKantoor(t testing.TB, vlaggen ...string) *kantoor {
	t.Helper()
	k := &kantoor{t: t, pad: filepath.Join(t.TempDir(), gewoneMap), nu: testklok("2026-11-23")}
	k.goed(append([]string{"inrichten"}, vlaggen...)...)
	return k
}

// zetOp moves the clock to noon of a day.
func (k *kantoor) zetOp(d werkdagen.Datum) { k.nu = testklok(d.String()) }

// voer runs klacht and gives what it wrote and its exit code.
func (k *kantoor) voer(args ...string) (uit, fout string, code int) {
	var bUit, bFout bytes.Buffer
	om := omgeving{
		in: strings.NewReader(""), uit: &bUit, fout: &bFout,
		klok:    func() time.Time { return k.nu },
		getenv:  func(naam string) string { return k.env[naam] },
		account: func() string { return "Sanne de Vries" },
		werkmap: filepath.Dir(k.pad),
		breedte: gewoneBreedte,
	}
	code = draai(om, append(args, "--map", k.pad))
	return bUit.String(), bFout.String(), code
}

// goed runs what must succeed.
func (k *kantoor) goed(args ...string) string {
	k.t.Helper()
	uit, fout, code := k.voer(args...)
	if code != codeGedaan {
		k.t.Fatalf("klacht %q: exit %d\n%s", args, code, fout)
	}
	return uit
}

// dossierJSON is what these tests read of a dossier in JSON.
type dossierJSON struct {
	Nummer, Map, Onderwerp, Omschrijving, Ontvangen, Toestand, Categorie string
	Klager                                                               struct{ Naam, Email string }
	BewarenTot                                                           string `json:"bewaren_tot"`
	Termijnen                                                            []struct{ Naam, Stand, Uiterlijk string }
	Bijlagen                                                             []bestandJSON
	Verloop                                                              []gebeurtenisJSON
}

type gebeurtenisJSON struct {
	ID, Wat, Tekst string
	BerichtID      string `json:"bericht_id"`
	Bestanden      []bestandJSON
}

type bestandJSON struct {
	Bestand, Naam, SHA256 string
	Bytes                 int64
}

// dossier runs what must succeed and print a dossier in JSON.
func (k *kantoor) dossier(args ...string) dossierJSON {
	k.t.Helper()
	return ontleed[dossierJSON](k.t, k.goed(append(args, "--json")...))
}

func ontleed[T any](t testing.TB, tekst string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(tekst), &v); err != nil {
		t.Fatalf("%v in\n%s", err, tekst)
	}
	return v
}
