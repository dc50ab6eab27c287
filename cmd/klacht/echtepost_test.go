package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"klacht/post"
	"klacht/werkdagen"
)

// Real messages, that other projects keep for their own parsers, go the whole way. They are read from a folder beside this project.

// echtePost lists every message there is, of every form, or skips the test.
func echtePost(t *testing.T) []string {
	t.Helper()
	voorbeelden := os.Getenv("KLACHT_VOORBEELDEN")
	if voorbeelden == "" {
		t.Skip("KLACHT_VOORBEELDEN is not set: no real messages to register")
	}
	var paden []string
	for _, deel := range []string{"eml-a", "eml-b", "eml-c", "eml-d", "msg", "tnef"} {
		err := filepath.WalkDir(filepath.Join(voorbeelden, "post", deel), func(pad string, _ fs.DirEntry, err error) error {
			if slices.Contains([]string{".eml", ".msg", ".raw", ".tnef"}, filepath.Ext(pad)) {
				paden = append(paden, pad)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(paden) < 330 {
		t.Fatalf("only %d messages found", len(paden))
	}
	if testing.Short() {
		var enkele []string
		for i := 0; i < len(paden); i += 12 {
			enkele = append(enkele, paden[i])
		}
		return enkele
	}
	return paden
}

// registreer registers a message as someone would who reads the errors: what it lacks is given by the flag that is asked for.
func (k *kantoor) registreer(pad string) dossierJSON {
	k.t.Helper()
	args := []string{"nieuw", "--van", pad, "--categorie", "overig", "--json"}
	for range 5 {
		uit, fout, code := k.voer(args...)
		eerste, _, _ := strings.Cut(fout, "\n")
		switch {
		case code == codeGedaan:
			return ontleed[dossierJSON](k.t, uit)
		case strings.Contains(eerste, "ontbre"):
			for _, vlag := range [][]string{{"--onderwerp", "Zonder onderwerp"}, {"--klager", "Onbekend"}, {"--ontvangen", "2026-10-30"}} {
				if strings.Contains(eerste, vlag[0]) {
					args = append(args, vlag...)
				}
			}
		case strings.Contains(fout, "valt buiten de kalender"), strings.Contains(fout, "ligt in de toekomst"):
			args = append(args, "--ontvangen", "2026-10-30")
		default:
			k.t.Fatalf("%s: exit %d\n%s", pad, code, fout)
		}
	}
	k.t.Fatalf("%s: still not registered with %q", pad, args)
	return dossierJSON{}
}

// dag is the day of receipt.
func (d dossierJSON) dag(t testing.TB) werkdagen.Datum {
	t.Helper()
	dag, err := leesTijdstip(d.Ontvangen, 0)
	if err != nil {
		t.Fatal(err)
	}
	return dag.Dag
}

func TestEchtePostGaatHeleWeg(t *testing.T) {
	for _, pad := range echtePost(t) {
		t.Run(filepath.Base(filepath.Dir(pad))+"/"+filepath.Base(pad), func(t *testing.T) {
			t.Parallel()
			k := nieuwKantoor(t)
			d := k.registreer(pad)
			k.isBewaard(pad, d)
			k.weigertTweedeKeer(pad, d.Nummer)
			r := d.dag(t)
			k.zetOp(r + 100)
			k.behandel(d.Nummer, r)
			k.klopt(d.Nummer, r)
			cijfers := k.cijfers(d, r)
			k.wordtVernietigd(d, r+30)
			if na := k.cijfers(d, r); na != cijfers {
				t.Errorf("the report of that time changed by the destruction:\n%s\nwas\n%s", na, cijfers)
			}
		})
	}
}

// isBewaard holds the filed message against the source, and each attachment against what the dossier says of it.
func (k *kantoor) isBewaard(pad string, d dossierJSON) {
	k.t.Helper()
	bron, err := os.ReadFile(pad)
	if err != nil {
		k.t.Fatal(err)
	}
	bericht, err := post.Aanmelding(bron)
	if err != nil {
		k.t.Fatal(err)
	}
	bestanden := d.Verloop[0].Bestanden
	if len(bestanden) != 1+len(bericht.Bijlagen) || len(d.Bijlagen) != len(bericht.Bijlagen) {
		k.t.Fatalf("%d files, %d of them attachments; the message has %d attachments", len(bestanden), len(d.Bijlagen), len(bericht.Bijlagen))
	}
	for i, b := range bestanden {
		inhoud, err := os.ReadFile(filepath.Join(k.pad, d.Map, filepath.FromSlash(b.Bestand)))
		if err != nil {
			k.t.Fatal(err)
		}
		som := sha256.Sum256(inhoud)
		if int64(len(inhoud)) != b.Bytes || hex.EncodeToString(som[:]) != b.SHA256 {
			k.t.Errorf("%s is not what the dossier says of it", b.Bestand)
		}
		if i == 0 && !bytes.Equal(inhoud, bron) {
			k.t.Errorf("%s is not the message as it was received", b.Bestand)
		}
		if i > 0 && !strings.HasPrefix(b.Bestand, "bijlagen/") {
			k.t.Errorf("attachment in %s", b.Bestand)
		}
	}
}

// weigertTweedeKeer registers the same message again.
func (k *kantoor) weigertTweedeKeer(pad, nummer string) {
	k.t.Helper()
	_, fout, code := k.voer("nieuw", "--van", pad, "--categorie", "overig", "--onderwerp", "x", "--klager", "y", "--ontvangen", "2026-10-30")
	if wil := "klacht: dit bericht is al geregistreerd: het staat in " + nummer + "\n"; code != codeMislukt || !strings.HasPrefix(fout, wil) {
		k.t.Errorf("a second time: exit %d\n%s", code, fout)
	}
}

// behandel carries a dossier that was received on day r through the procedure, up to the mediator's advice.
func (k *kantoor) behandel(nummer string, r werkdagen.Datum) {
	k.t.Helper()
	for _, s := range []struct {
		na   werkdagen.Datum
		args []string
	}{
		{2, []string{"bevestig", nummer}},
		{5, []string{"analyse", nummer, "--oorzaak", "planning"}},
		{10, []string{"voorstel", nummer, "--tekst", "Excuses en een creditnota"}},
		{12, []string{"reactie", nummer, "niet-akkoord"}},
		{15, []string{"geschil", nummer}},
		{25, []string{"advies", nummer, "--tekst", "Het hele bedrag terug"}},
		{30, []string{"sluit", nummer, "--uitkomst", "deels gegrond"}},
	} {
		k.goed(append(s.args, "--op", (r + s.na).String())...)
	}
}

// klopt asks for the state as of days in between.
func (k *kantoor) klopt(nummer string, r werkdagen.Datum) {
	k.t.Helper()
	if _, fout, code := k.voer("toon", nummer, "--peildatum", (r - 1).String()); code != codeMislukt || !strings.Contains(fout, "nog niet ontvangen") {
		k.t.Errorf("before receipt: exit %d\n%s", code, fout)
	}
	for _, g := range []struct {
		na                werkdagen.Datum
		toestand          string
		open              int
		termijnen, stands []string // the rows of status; the stand of the terms
	}{
		{0, "ontvangen", 1, []string{"bevestiging", "voorstel"}, []string{"open", "open"}},
		{2, "bevestigd", 1, []string{"voorstel"}, []string{"gehaald", "open"}},
		{9, "bevestigd", 1, []string{"voorstel"}, []string{"gehaald", "open"}},
		{10, "voorgesteld", 1, []string{""}, []string{"gehaald", "gehaald"}},
		{14, "voorgesteld", 1, []string{""}, []string{"gehaald", "gehaald"}},
		{15, "geschil", 1, []string{""}, []string{"gehaald", "gehaald"}},
		{29, "geschil", 1, []string{""}, []string{"gehaald", "gehaald"}},
		{30, "afgehandeld", 0, nil, []string{"gehaald", "gehaald"}},
	} {
		dag := (r + g.na).String()
		d := k.dossier("toon", nummer, "--peildatum", dag)
		var stands []string
		for _, t := range d.Termijnen {
			stands = append(stands, t.Stand)
		}
		if d.Toestand != g.toestand || !slices.Equal(stands, g.stands) {
			k.t.Errorf("day %d: %s with %q, want %s with %q", g.na, d.Toestand, stands, g.toestand, g.stands)
		}
		s := ontleed[struct {
			Peildatum string
			Open      int
			TeLaat    int `json:"te_laat"`
			Regels    []struct{ Nummer, Termijn string }
		}](k.t, k.goed("status", "--json", "--peildatum", dag))
		var termijnen []string
		for _, r := range s.Regels {
			termijnen = append(termijnen, r.Termijn)
		}
		if s.Peildatum != dag || s.Open != g.open || s.TeLaat != 0 || !slices.Equal(termijnen, g.termijnen) {
			k.t.Errorf("day %d: status is %+v", g.na, s)
		}
	}
}

// cijfers asks for reports as of days after the analysis, and gives them as they are written. They name nobody.
func (k *kantoor) cijfers(d dossierJSON, r werkdagen.Datum) string {
	k.t.Helper()
	type telling struct{ Binnen, Open int }
	type rapport struct {
		Ontvangen, Afgehandeld, Open int
		Bevestiging, Voorstel        telling
		Geschillen                   struct{ Geopend, Advies int }
	}
	var alles strings.Builder
	for _, g := range []struct {
		na  werkdagen.Datum
		wil rapport
	}{
		{6, rapport{Ontvangen: 1, Open: 1, Bevestiging: telling{Binnen: 1}, Voorstel: telling{Open: 1}}},
		{20, rapport{Ontvangen: 1, Open: 1, Bevestiging: telling{Binnen: 1}, Voorstel: telling{Binnen: 1}, Geschillen: struct{ Geopend, Advies int }{1, 0}}},
		{30, rapport{Ontvangen: 1, Afgehandeld: 1, Bevestiging: telling{Binnen: 1}, Voorstel: telling{Binnen: 1}, Geschillen: struct{ Geopend, Advies int }{1, 1}}},
	} {
		args := []string{"rapport", "--van", r.String(), "--tot", (r + g.na).String(), "--formaat"}
		cijfers := k.goed(append(args, "json")...)
		if kreeg := ontleed[rapport](k.t, cijfers); kreeg != g.wil {
			k.t.Errorf("day %d: got %+v, want %+v", g.na, kreeg, g.wil)
		}
		alles.WriteString(cijfers + k.goed(append(args, "md")...) + k.goed(append(args, "scherm")...))
	}
	for _, geheim := range []string{d.Klager.Email, d.Klager.Naam} {
		if len(geheim) > 4 && strings.Contains(alles.String(), geheim) {
			k.t.Errorf("%q is in the report:\n%s", geheim, alles.String())
		}
	}
	return alles.String()
}

// wordtVernietigd moves the clock to the last day of keeping, and then on.
func (k *kantoor) wordtVernietigd(d dossierJSON, gesloten werkdagen.Datum) {
	k.t.Helper()
	laatste := gesloten.PlusJaren(2)
	k.zetOp(laatste)
	if uit := k.goed("opschonen", "--uitvoeren", "--ja"); !strings.Contains(uit, "niets te vernietigen") {
		k.t.Errorf("on the last day of keeping:\n%s", uit)
	}
	k.zetOp(laatste + 1)
	k.goed("opschonen", "--uitvoeren", "--ja")
	blijft, err := os.ReadFile(filepath.Join(k.pad, "vernietigd.yaml"))
	if err != nil {
		k.t.Fatal(err)
	}
	if !bytes.Contains(blijft, []byte("nummer: "+d.Nummer)) {
		k.t.Errorf("no proof that %s was destroyed:\n%s", d.Nummer, blijft)
	}
	for _, geheim := range []string{d.Klager.Email, d.Klager.Naam, d.Onderwerp, d.Verloop[0].BerichtID} {
		if len(geheim) > 4 && bytes.Contains(blijft, []byte(geheim)) {
			k.t.Errorf("%q stays:\n%s", geheim, blijft)
		}
	}
	over := 0
	err = filepath.WalkDir(k.pad, func(pad string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && e.Name() != procedurebestand && e.Name() != "vernietigd.yaml" && filepath.Ext(pad) != ".tmpl" {
			over++
		}
		return err
	})
	if err != nil || over > 0 {
		k.t.Errorf("%d files are left, %v", over, err)
	}
	k.goed("status")
}

func TestEchtePostInEenMap(t *testing.T) {
	t.Parallel()
	k := nieuwKantoor(t)
	dossiers := map[string]string{} // number by Message-ID, else by SHA-256
	nummers := map[string]bool{}
	for _, pad := range echtePost(t) {
		bron, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		bericht, err := post.Aanmelding(bron)
		if err != nil {
			t.Fatal(err)
		}
		sleutel := bericht.BerichtID
		if sleutel == "" {
			sleutel = fmt.Sprintf("%x", sha256.Sum256(bron))
		}
		if nummer := dossiers[sleutel]; nummer != "" {
			k.weigertTweedeKeer(pad, nummer)
			continue
		}
		d := k.registreer(pad)
		if nummers[d.Nummer] {
			t.Errorf("%s: %s was given out before", pad, d.Nummer)
		}
		dossiers[sleutel], nummers[d.Nummer] = d.Nummer, true
	}
	lijst := ontleed[struct{ Dossiers []dossierJSON }](t, k.goed("lijst", "--json"))
	if len(lijst.Dossiers) != len(nummers) || len(nummers) < 200 && !testing.Short() {
		t.Errorf("%d dossiers, of %d registered", len(lijst.Dossiers), len(nummers))
	}
	for _, breedte := range []string{"status", "lijst", "opschonen"} {
		k.goed(breedte)
	}
	for nummer := range nummers {
		k.goed("toon", nummer)
	}
}
