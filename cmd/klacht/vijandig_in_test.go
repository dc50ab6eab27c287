package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// What is filled in by hand comes out of mediator as it is; what it is told, inrichten puts where it belongs.
func TestVijandigeProcedure(t *testing.T) {
	elkVijandig(t, 100, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t)
		l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
		for i, s := range teksten {
			y := yamlTekst(s)
			l.procedure("organisatie: {naam: " + y + ", email: " + y + "}\nverantwoordelijke: " + y + "\noorzaken: [" + y + "]\nmediator: {naam: " + yamlTekst("X"+s) +
				", organisatie: " + y + ", adres: " + y + ", telefoon: " + y + ", email: " + yamlTekst(s+"X") + ", website: " + y +
				"}\nkalender: {gesloten: [{van: 2026-11-24, omschrijving: " + y + "}]}\n")
			l.breedte = []int{0, 80, 200}[i%3]
			l.moet("mediator", "1", "--alleen-tonen")
			l.moet("rapport")
			m := l.alsJSON("mediator", "1", "--alleen-tonen")
			heel := strings.ToValidUTF8(s, "\ufffd")
			for _, veld := range []string{"organisatie", "adres", "telefoon", "website"} {
				l.wil(m, s, veld, heel)
			}
			l.wil(m, s, "naam", strings.ToValidUTF8("X"+s, "\ufffd"))
		}
		l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig") // its promise has the closed day
		l.moet("toon", "2")
		l.isHeel()
	})
}

func TestVijandigeInrichting(t *testing.T) {
	elkVijandig(t, 100, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t)
		for i, s := range teksten {
			l.pad = filepath.Join(filepath.Dir(l.pad), fmt.Sprint(i))
			l.moet("inrichten", "--organisatie=X"+s, "--email="+s, "--verantwoordelijke=X"+s, "--mediator=X"+s+"<x@example.org>")
			switch i % 3 { // each reads the whole file
			case 0:
				d := l.alsJSON("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
				l.wil(d, s, "behandelaar", alsNaam("X"+s))
			case 1:
				l.wil(l.alsJSON("rapport"), s, "organisatie", alsNaam("X"+s))
			default:
				l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
				m := l.alsJSON("mediator", "1", "--alleen-tonen")
				l.wil(m, s, "naam", strings.TrimSpace(alsRegel("X"+s)))
				l.wil(m, s, "email", "x@example.org")
			}
		}
	})
}

// zichtbareTekens is what can be seen of a text, without its spaces: what a mail program may change is only the rest.
func zichtbareTekens(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || stuurt(r) || r == '\ufffc' {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func TestVijandigeMail(t *testing.T) {
	elkVijandig(t, 20, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t)
		bron := filepath.Join(t.TempDir(), "bericht.eml")
		for i, s := range teksten {
			heel := strings.ToValidUTF8(s, "\ufffd")
			kop := func(s string) string { return "=?utf-8?b?" + base64.StdEncoding.EncodeToString([]byte(s)) + "?=" }
			eml := strings.Join([]string{
				"Message-ID: <" + fmt.Sprint(i) + "." + strings.NewReplacer("\r", "", "\n", "").Replace(s) + "@example.nl>", // as it is
				"Date: Fri, 20 Nov 2026 10:00:00 +0100", "Subject: " + kop("X"+heel), "From: " + kop("X"+heel) + " <e.bakker@example.nl>",
				"MIME-Version: 1.0", `Content-Type: multipart/mixed; boundary="grens"`, "",
				"--grens", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", base64.StdEncoding.EncodeToString([]byte("X" + s)),
				"--grens", `Content-Type: application/pdf; name="` + kop(heel) + `"`, "Content-Disposition: attachment", "", "een",
				"--grens", "Content-Type: application/pdf", "Content-Disposition: attachment; filename*=utf-8''" + procent(s), "", "twee",
				"--grens", "Content-Type: application/pdf", `Content-Disposition: attachment; filename="` + s + `"`, "", "drie", // as it is
				"--grens--", "",
			}, "\r\n")
			if err := os.WriteFile(bron, []byte(eml), 0o600); err != nil {
				t.Fatal(err)
			}
			d := ontleed[dossierJSON](t, l.moet("nieuw", "--van", bron, "--categorie", "overig", "--json"))
			wil := zichtbareTekens("X" + s)
			for wat, got := range map[string]string{"onderwerp": d.Onderwerp, "klager": d.Klager.Naam, "omschrijving": d.Omschrijving} {
				if wat == "omschrijving" && !utf8.ValidString(s) {
					continue // read as the older encoding that it may be
				}
				if zichtbareTekens(got) != wil || got != alsTekst(got) {
					t.Errorf("%q became %s %q", "X"+s, wat, got)
				}
			}
			l.bestandenKloppen(d)
			if b := d.Verloop[0].Bestanden; len(b) < 3 {
				t.Errorf("%q: %d files", s, len(b))
			} else if inhoud, err := os.ReadFile(filepath.Join(l.pad, d.Map, b[0].Bestand)); err != nil || string(inhoud) != eml {
				t.Errorf("%q: the message is not kept byte for byte: %v", s, err)
			}
		}
		l.isHeel()
		for i := range teksten {
			l.breedte = []int{0, 80, 200}[i%3]
			l.moet("toon", fmt.Sprint(i+1))
		}
	})
}

func procent(s string) string {
	var b strings.Builder
	for i := range len(s) {
		fmt.Fprintf(&b, "%%%02X", s[i])
	}
	return b.String()
}

// bestandenKloppen holds the names of a dossier's files against what every system can keep.
func (l *loket) bestandenKloppen(d dossierJSON) {
	l.t.Helper()
	gezien := map[string]bool{}
	for _, g := range d.Verloop {
		for _, b := range g.Bestanden {
			naam := b.Bestand[strings.IndexByte(b.Bestand, '/')+1:]
			stam, _, _ := strings.Cut(strings.ToUpper(naam), ".")
			switch {
			case naam == "", len(naam) > 120, strings.Trim(naam, ". ") != naam, strings.ContainsAny(naam, `<>:"/\|?*`), !utf8.ValidString(naam),
				strings.IndexFunc(naam, stuurt) >= 0, strings.HasSuffix(naam, ".tmp"), gezien[strings.ToLower(naam)]:
				l.t.Errorf("%q is kept as %q", b.Naam, naam)
			}
			switch strings.TrimSpace(stam) {
			case "CON", "PRN", "AUX", "NUL", "COM1", "LPT1":
				l.t.Errorf("%q is kept as %q", b.Naam, naam)
			}
			gezien[strings.ToLower(naam)] = true
			if info, err := os.Lstat(filepath.Join(l.pad, d.Map, b.Bestand)); err != nil || !info.Mode().IsRegular() || info.Size() != b.Bytes {
				l.t.Errorf("%q: %v", b.Bestand, err)
			}
		}
	}
}

// Files are called as this machine allows; the dossier keeps that name, and a safe one.
func TestVijandigeBijlagen(t *testing.T) {
	elkVijandig(t, 100, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t)
		l.moet("nieuw", "--onderwerp", "Factuur", "--categorie", "overig")
		bron := t.TempDir()
		var namen []string
		args := []string{"bijlage", "1", "--"}
		for _, s := range teksten {
			pad := filepath.Join(bron, s+"x")
			if filepath.Dir(pad) != bron || os.WriteFile(pad, []byte(s), 0o600) != nil {
				continue // not on this machine
			}
			namen, args = append(namen, strings.ToValidUTF8(s+"x", "\ufffd")), append(args, pad)
		}
		uit := l.moet(args...)
		if len(namen) == 0 || strings.Count(uit, "Bewaard:") != len(namen) {
			t.Fatalf("%d files of %d texts:\n%s", len(namen), len(teksten), uit)
		}
		d := ontleed[dossierJSON](t, l.moet("toon", "1", "--json"))
		l.bestandenKloppen(d)
		for i, b := range d.Verloop[1].Bestanden {
			if b.Naam != namen[i] {
				t.Errorf("%q is remembered as %q", namen[i], b.Naam)
			}
		}
		for _, l.breedte = range []int{0, 80, 200} {
			l.moet("toon", "1")
		}
		l.isHeel()
	})
}
