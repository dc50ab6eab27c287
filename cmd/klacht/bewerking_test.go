package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// hand writes a record as people do: with remarks, empty lines, keys of their own, and indents as they come.
type hand struct {
	t           *rapid.T
	b           strings.Builder
	opmerkingen int // remarks so far; each has a number of its own
}

func (h *hand) kies(wat string, uit ...string) string {
	return rapid.SampledFrom(uit).Draw(h.t, wat)
}

func (h *hand) aantal(wat string, min, max int) int { return rapid.IntRange(min, max).Draw(h.t, wat) }

func (h *hand) opmerking() string {
	h.opmerkingen++
	return fmt.Sprintf("# opmerking %d", h.opmerkingen)
}

// tussen writes nothing, empty lines, or remarks at any indent.
func (h *hand) tussen() {
	for range h.aantal("lines between", 0, 2) {
		h.b.WriteString(h.kies("line between", "", "   ", h.opmerking(), "      "+h.opmerking()) + "\n")
	}
}

// regel writes "key: value" in some style, with or without a remark behind it.
func (h *hand) regel(marge, sleutel, waarde string) {
	waarde = h.kies("style", waarde, "'"+waarde+"'", `"`+waarde+`"`)
	na := h.kies("behind", "", "  ", " "+h.opmerking(), "     "+h.opmerking())
	h.b.WriteString(marge + sleutel + ":" + h.kies("space", " ", "   ") + waarde + na + "\n")
}

// vreemd writes a key that klacht doesn't know.
func (h *hand) vreemd(marge string, n int) {
	sleutel := fmt.Sprintf("%seigen_%d:", marge, n)
	h.b.WriteString(h.kies("own key",
		"",
		sleutel+" A12 # van de klant\n",
		sleutel+" [een, \"twee\", {drie: 3}]\n",
		sleutel+"\n"+marge+"   diep:\n"+marge+"      - x\n\n"+marge+"      -   y: 1\n",
		sleutel+" |\n"+marge+"  regel een\n\n"+marge+"    # geen opmerking\n"+marge+"  regel: drie\n",
		sleutel+" >-\n"+marge+"    gevouwen\n"+marge+"    tekst\n",
	))
}

// record writes a dossier that was received on 2 November 2026. It has no event but that.
func (h *hand) record() string {
	return h.bestand("ontvangen",
		func() { h.regel("", "id", "abcdefghijklmnop") },
		func() { h.regel("", "soort", "klacht") },
		func() { h.regel("", "onderwerp", "Factuur klopt niet") },
		func() { h.regel("", "categorie", "overig") },
		func() { h.regel("", "behandelaar", "Louise Ross") },
		func() { h.vreemd("", 1) },
		func() {
			h.b.WriteString("klager:\n")
			marge := strings.Repeat(" ", h.aantal("indent", 1, 6))
			for i, r := range [][2]string{{"naam", "E. Bakker"}, {"email", "e.bakker@example.nl"}} {
				h.tussen()
				h.regel(marge, r[0], r[1])
				h.vreemd(marge, 2+i)
			}
		},
		func() {
			h.b.WriteString("beloofd:\n")
			marge := strings.Repeat(" ", h.aantal("indent", 1, 6))
			h.regel(marge, "voorstel", "4 weken")
			h.regel(marge, "bevestiging", "5 werkdagen")
		},
	)
}

// maatregel writes a measure that was made on 2 November 2026. It has no event but that.
func (h *hand) maatregel() string {
	return h.bestand("aangemaakt",
		func() { h.regel("", "id", "abcdefghijklmnop") },
		func() { h.regel("", "omschrijving", "Zaal reserveren") },
		func() { h.regel("", "soort", "corrigerend") },
		func() { h.regel("", "verantwoordelijke", "Louise Ross") },
		func() { h.regel("", "streefdatum", "2026-12-01") },
		func() { h.regel("", "controle", "3 maanden") },
		func() { h.regel("", "oorzaak", "planning") },
		func() { h.vreemd("", 1) },
		func() {
			h.b.WriteString(h.kies("dossiers", "", "dossiers: [K2026-0001]\n", "dossiers:\n- K2026-0001 # de eerste\n"))
		},
	)
}

// bestand writes blocks in any order, and then the verloop with one event of 2 November 2026.
func (h *hand) bestand(wat string, blokken ...func()) string {
	for _, blok := range rapid.Permutation(blokken).Draw(h.t, "order") {
		h.tussen()
		blok()
	}
	h.tussen()
	h.b.WriteString("verloop:\n")
	h.tussen()
	streepje := strings.Repeat(" ", h.aantal("dash", 0, 4)) + "-" + strings.Repeat(" ", h.aantal("behind dash", 1, 3))
	marge := strings.Repeat(" ", len(streepje))
	h.b.WriteString(streepje + "wat: " + wat + "\n")
	h.tussen()
	h.regel(marge, "op", "2026-11-02")
	h.vreemd(marge, 4)
	h.tussen()
	if h.aantal("verloop is not last", 0, 3) == 0 {
		h.vreemd("", 5)
	}
	tekst := h.kies("byte order mark", "", "\ufeff") + h.b.String()
	if h.aantal("without a last line end", 0, 3) == 0 {
		tekst = strings.TrimRight(tekst, "\n")
	}
	switch h.kies("line ends", "LF", "LF", "CRLF", "CRLF", "mixed") {
	case "CRLF":
		tekst = strings.ReplaceAll(tekst, "\n", "\r\n")
	case "mixed":
		helft := strings.IndexByte(tekst[len(tekst)/2:], '\n') + len(tekst)/2
		tekst = strings.ReplaceAll(tekst[:helft], "\n", "\r\n") + tekst[helft:]
	}
	return tekst
}

// Every command that records changes only what it means to change in a record that was edited by hand.
func TestBewerkenVerandertAlleenHetBedoelde(t *testing.T) {
	t.Parallel()
	k := nieuwKantoor(t, "--mediator", "A. Wijs <mediator@example.org>")
	bijlage := filepath.Join(t.TempDir(), "factuur.txt")
	if err := os.WriteFile(bijlage, []byte("120 euro"), 0o600); err != nil {
		t.Fatal(err)
	}
	jaar := filepath.Join(k.pad, "2026")
	pad := filepath.Join(jaar, "K2026-0001", "klacht.yaml")
	commandos := []struct {
		wat  string // the event
		veld string // the field that changes, "" when none does
		args []string
	}{
		{"notitie", "", []string{"notitie", "1", "Gebeld: \"morgen\" # zei men\n\nEn verder niets. "}},
		{"gewijzigd", "onderwerp", []string{"wijzig", "1", "--onderwerp", "Factuur: # te hoog"}},
		{"gewijzigd", "telefoon", []string{"wijzig", "1", "--telefoon", "0612345678"}},
		{"gewijzigd", "omschrijving", []string{"wijzig", "1", "--omschrijving", "Eerst dit.\n\n  Toen dat."}},
		{"bevestigd", "", []string{"bevestig", "1", "--op", "2026-11-05"}},
		{"analyse", "", []string{"analyse", "1", "--oorzaak", "planning", "--bevinding", "- een\n- twee"}},
		{"opgeschort", "", []string{"opschort", "1", "--reden", "Bankafschrift", "--tot", "2026-12-24"}},
		{"hervat", "", []string{"hervat", "1"}},
		{"verlengd", "", []string{"verleng", "1", "--met", "2 weken", "--reden", "nee"}},
		{"bijlage", "", []string{"bijlage", "1", bijlage}},
		{"bericht-uit", "", []string{"bijlage", "1", bijlage, "--correspondentie", "uit"}},
		{"mediatorgegevens", "", []string{"mediator", "1"}},
		{"voorstel", "", []string{"voorstel", "1", "--tekst", "'t Halve bedrag"}},
		{"niet-akkoord", "", []string{"reactie", "1", "niet-akkoord"}},
		{"notitie", "", []string{"reactie", "1", "geen"}},
		{"geschil", "", []string{"geschil", "1"}},
		{"gewijzigd", "behandelaar", []string{"wijzig", "1", "--behandelaar", "Sam Kok"}},
		{"gewijzigd", "email", []string{"wijzig", "1", "--email", ""}},
		{"advies", "", []string{"advies", "1", "--tekst", "Alles terug"}},
		{"afgehandeld", "", []string{"sluit", "1", "--uitkomst", "gegrond"}},
		{"bewaarplicht", "", []string{"bewaarplicht", "1", "--reden", "Rechtbank"}},
		{"bewaarplicht-opgeheven", "", []string{"bewaarplicht", "1", "--opheffen"}},
		{"heropend", "", []string{"heropen", "1", "--reden", "Niet betaald"}},
	}
	rapid.Check(t, func(rt *rapid.T) {
		if err := os.RemoveAll(jaar); err != nil {
			rt.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(pad), 0o700); err != nil {
			rt.Fatal(err)
		}
		h := &hand{t: rt}
		oud := h.record()
		if err := os.WriteFile(pad, []byte(oud), 0o600); err != nil {
			rt.Fatal(err)
		}
		for i, c := range commandos {
			uit, fout, code := k.voer(append(c.args, "--json")...)
			if code != codeGedaan {
				rt.Fatalf("%q: exit %d\n%s\nin\n%s", c.args, code, fout, oud)
			}
			d := ontleed[dossierJSON](t, uit)
			if len(d.Verloop) != i+2 || !slices.ContainsFunc(d.Verloop, func(g gebeurtenisJSON) bool { return g.Wat == c.wat }) {
				rt.Fatalf("%q: %d events", c.args, len(d.Verloop))
			}
			tekst, err := os.ReadFile(pad)
			if err != nil {
				rt.Fatal(err)
			}
			nieuw := string(tekst)
			if wat := anders(oud, nieuw, c.veld); wat != "" {
				rt.Fatalf("%q: %s\nwas\n%s\nis\n%s", c.args, wat, oud, nieuw)
			}
			oud = nieuw
		}
	})
}

// The same of measures.
func TestMaatregelBewerkenVerandertAlleenHetBedoelde(t *testing.T) {
	t.Parallel()
	k := nieuwKantoor(t)
	k.goed("nieuw", "--onderwerp", "Zaal was bezet", "--categorie", "overig", "--ontvangen", "2026-11-02")
	pad := filepath.Join(k.pad, "maatregelen", "M2026-003.yaml")
	if err := os.Mkdir(filepath.Dir(pad), 0o700); err != nil {
		t.Fatal(err)
	}
	commandos := []struct {
		wat  string // the event
		veld string // the field that changes, "" when none does
		args []string
	}{
		{"gewijzigd", "omschrijving", []string{"wijzig", "3", "--omschrijving", "Zaal: # 'reserveren'"}},
		{"gewijzigd", "streefdatum", []string{"wijzig", "3", "--streefdatum", "2026-12-15"}},
		{"gewijzigd", "controle", []string{"wijzig", "3", "--controle", "2027-04-01"}},
		{"gewijzigd", "categorie", []string{"wijzig", "3", "--categorie", "overig"}},
		{"gewijzigd", "oorzaak", []string{"wijzig", "3", "--oorzaak", ""}},
		{"uitgevoerd", "", []string{"uitgevoerd", "3", "--toelichting", "Gedaan: \"ja\" # echt\n\nEn klaar. "}},
		{"gewijzigd", "controle", []string{"wijzig", "3", "--controle", "6 maanden"}},
		{"gecontroleerd", "", []string{"controleer", "3", "deels", "--toelichting", "- een\n- twee"}},
		{"gewijzigd", "verantwoordelijke", []string{"wijzig", "3", "--verantwoordelijke", "Sam Kok"}},
		{"gecontroleerd", "", []string{"controleer", "3", "doeltreffend", "--toelichting", "nee"}},
	}
	rapid.Check(t, func(rt *rapid.T) {
		h := &hand{t: rt}
		oud := h.maatregel()
		if err := os.WriteFile(pad, []byte(oud), 0o600); err != nil {
			rt.Fatal(err)
		}
		for i, c := range commandos {
			uit, fout, code := k.voer(append(append([]string{"maatregel"}, c.args...), "--json")...)
			if code != codeGedaan {
				rt.Fatalf("%q: exit %d\n%s\nin\n%s", c.args, code, fout, oud)
			}
			verloop := ontleed[dossierJSON](t, uit).Verloop
			if len(verloop) != i+2 || !slices.ContainsFunc(verloop, func(g gebeurtenisJSON) bool { return g.Wat == c.wat }) {
				rt.Fatalf("%q: %d events", c.args, len(verloop))
			}
			tekst, err := os.ReadFile(pad)
			if err != nil {
				rt.Fatal(err)
			}
			if wat := anders(oud, string(tekst), c.veld); wat != "" {
				rt.Fatalf("%q: %s\nwas\n%s\nis\n%s", c.args, wat, oud, tekst)
			}
			oud = string(tekst)
		}
	})
}

var opmerkingnummer = regexp.MustCompile(`# opmerking \d+`)

// anders says what changed besides an event that was added and, where it is not "", a field. It is "" when nothing did.
func anders(oud, nieuw, veld string) string {
	if !slices.Equal(opmerkingnummer.FindAllString(oud, -1), opmerkingnummer.FindAllString(nieuw, -1)) {
		return "remarks changed"
	}
	if los := func(s string) int { return strings.Count(s, "\n") - strings.Count(s, "\r\n") }; los(oud) == 0 && strings.Contains(oud, "\r\n") && los(nieuw) > 0 {
		return "a line end without CR"
	}
	if veld == "" {
		// All that is old stands before or behind one stretch that is new.
		voor := 0
		for voor < len(oud) && oud[voor] == nieuw[voor] {
			voor++
		}
		if !strings.HasSuffix(nieuw, oud[voor:]) {
			return fmt.Sprintf("something else changed at byte %d", voor)
		}
		return ""
	}
	// Every line is still there, in order, but for the one of the field.
	weg := 0
	over := strings.Split(strings.TrimPrefix(nieuw, "\ufeff"), "\n")
	for _, r := range strings.Split(strings.TrimPrefix(oud, "\ufeff"), "\n") {
		i := slices.IndexFunc(over, func(n string) bool { return strings.TrimSuffix(n, "\r") == strings.TrimSuffix(r, "\r") })
		switch {
		case i >= 0:
			over = over[i+1:]
		case strings.HasPrefix(strings.TrimSpace(r), veld+":"):
			weg++
		default:
			return fmt.Sprintf("line lost: %q", r)
		}
	}
	if weg > 1 {
		return "more than one line of the field changed"
	}
	return ""
}
