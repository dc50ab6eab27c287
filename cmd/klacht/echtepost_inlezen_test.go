package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// inleesJSON is what these tests read of `post inlezen --json`.
type inleesJSON struct {
	Berichten []struct {
		Bericht, Uitkomst, Reden string
		Nummer, Inkomend         string
	}
}

// TestEchtePostWordtIngelezen takes in every real message there is, of every form: each ends in an outcome with a reason, a
// rehearsal says the same, what is filed is what was read, and a second time nothing happens.
func TestEchtePostWordtIngelezen(t *testing.T) {
	t.Parallel()
	paden := echtePost(t)
	for _, vlaggen := range [][]string{nil, {"--direct"}} {
		t.Run(strings.Join(vlaggen, ""), func(t *testing.T) {
			k := nieuwKantoor(t)
			bewaarLang(t, k)
			args := append(append([]string{"post", "inlezen", "--json"}, vlaggen...), paden...)
			proef := ontleed[inleesJSON](t, k.goed(append(args, "--proef")...))
			if _, err := os.Stat(filepath.Join(k.pad, "inkomend")); err == nil {
				t.Error("a rehearsal wrote something")
			}
			eerst := ontleed[inleesJSON](t, k.goed(args...))
			if !slices.Equal(proef.Berichten, eerst.Berichten) {
				t.Error("the rehearsal said something else")
			}
			tel := map[string]int{}
			for i, b := range eerst.Berichten {
				tel[b.Uitkomst]++
				if b.Reden == "" || b.Uitkomst == uitkomstMislukt || (b.Uitkomst == "voorstel" || b.Uitkomst == "vraag") != (b.Inkomend != "") {
					t.Errorf("%+v", b)
				}
				if b.Inkomend != "" {
					ligtEr(t, k, b.Inkomend, paden[i])
				}
			}
			if len(eerst.Berichten) != len(paden) || tel["vraag"] == 0 || tel["voorstel"]+tel["nieuw"] == 0 {
				t.Errorf("%d messages of %d: %v", len(eerst.Berichten), len(paden), tel)
			}
			voor := momentopname(t, k.pad)
			for _, b := range ontleed[inleesJSON](t, k.goed(args...)).Berichten {
				if b.Uitkomst != "overgeslagen" {
					t.Errorf("a second time: %+v", b)
				}
			}
			if na := momentopname(t, k.pad); na != voor {
				t.Error("a second time something changed")
			}
			k.goed("status")
			k.goed("opschonen")
			k.goed("post", "beoordeel")
		})
	}
}

// bewaarLang makes old messages count: by default what is older than dossiers are kept is skipped.
func bewaarLang(t *testing.T, k *kantoor) {
	t.Helper()
	pad := filepath.Join(k.pad, procedurebestand)
	tekst, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(pad, bytes.Replace(tekst, []byte("termijn: 2 jaar"), []byte("termijn: 60 jaar"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
}

// ligtEr holds a message in inkomend against its source.
func ligtEr(t *testing.T, k *kantoor, label, bron string) {
	t.Helper()
	wil, err := os.ReadFile(bron)
	if err != nil {
		t.Fatal(err)
	}
	gevonden, err := filepath.Glob(filepath.Join(k.pad, "inkomend", "*-"+label, "bericht.*"))
	if err != nil || len(gevonden) != 1 {
		t.Fatalf("%s: %v %v", label, gevonden, err)
	}
	if kreeg, err := os.ReadFile(gevonden[0]); err != nil || !bytes.Equal(kreeg, wil) {
		t.Errorf("%s is not %s, %v", gevonden[0], bron, err)
	}
}

// momentopname gives every file of a folder with its content, as a hash.
func momentopname(t *testing.T, pad string) string {
	t.Helper()
	var uit strings.Builder
	err := filepath.WalkDir(pad, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		inhoud, err := os.ReadFile(p)
		fmt.Fprintf(&uit, "%s %x\n", p, sha256.Sum256(inhoud))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return uit.String()
}

// TestVijandigeNamenInPost: no name, subject or id in a message reaches outside of the folder, or steers the terminal.
func TestVijandigeNamenInPost(t *testing.T) {
	k := nieuwKantoor(t, "--email", "klacht@example.nl")
	k.goed("nieuw", "--onderwerp", "Factuur", "--categorie", "overig", "--klager", "E. Bakker", "--email", "e.bakker@example.com", "--ontvangen", "2026-11-20")
	bus := filepath.Join(t.TempDir(), "bus\x1b[31m")
	if err := os.MkdirAll(bus, 0o700); err != nil { // a system without such names
		bus = t.TempDir()
	}
	namen := []string{"../../../weg.txt", `C:\\weg.txt`, "/tmp/weg.txt", "a\u202etxt.exe", "CON", strings.Repeat("n", 300), "x. . .", "klacht.yaml", "=1+1"}
	n := 0
	schrijf := func(van, onderwerp, id, naam string) {
		n++
		tekst := fmt.Sprintf("From: %s\r\nDate: Sat, 21 Nov 2026 10:00:%02d +0100\r\nSubject: %s\r\nMessage-ID: <%s>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nTekst \x1b[2J\u202e\r\n--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"%s\"\r\n\r\nbijlage\r\n--x--\r\n", van, n, onderwerp, id, naam)
		if err := os.WriteFile(filepath.Join(bus, fmt.Sprintf("%02d.eml", n)), []byte(tekst), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for i, naam := range namen {
		schrijf("e.bakker@example.com", "[K2026-0001] \x1b]0;x\x07"+naam, fmt.Sprintf("../../%d/%s@x", i, naam), naam)
		schrijf("\""+naam+"\x1b[31m\" <../../"+fmt.Sprint(i)+"@example.org>", naam, fmt.Sprintf("../b%d/%s@x", i, naam), naam)
	}
	uit, fout, code := k.voer("post", "inlezen", bus)
	if code != codeGedaan || !strings.Contains(uit, "9 toegevoegd en 9 voorstellen") {
		t.Fatalf("exit %d\n%s\n%s", code, uit, fout)
	}
	for _, tekst := range []string{uit, k.goed("post", "beoordeel"), k.goed("status"), k.goed("toon", "1"), k.goed("post", "beoordeel", "--json")} {
		if strings.ContainsAny(tekst, "\x1b\x07\u202e") {
			t.Errorf("the terminal is steered:\n%q", tekst)
		}
	}
	for _, b := range ontleed[struct{ Berichten []struct{ Nummer string } }](t, k.goed("post", "beoordeel", "--json")).Berichten {
		k.goed("post", "beoordeel", b.Nummer, "klacht", "--categorie", "overig")
	}
	err := filepath.WalkDir(filepath.Dir(k.pad), func(p string, d fs.DirEntry, err error) error {
		if err == nil && !strings.HasPrefix(p, k.pad) && p != filepath.Dir(k.pad) {
			t.Errorf("outside the folder: %s", p)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	k.goed("lijst")
}
