package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// alleVelden are the fields of one line that nieuw and wijzig have, with where they stand in JSON.
var alleVelden = []veld{
	{"onderwerp", "", "onderwerp"}, {"kanaal", "", "kanaal"}, {"behandelaar", "", "behandelaar"}, {"betreft", "", "betreft"}, {"cursus", "", "cursus"},
	{"klager", "klager", "naam"}, {"email", "klager", "email"}, {"telefoon", "klager", "telefoon"}, {"organisatie", "klager", "organisatie"},
}

type veld struct{ vlag, in, json string }

// wil fails where the dossier has another value than was given.
func (l *loket) wil(d map[string]any, van, wat, waarde string) {
	l.t.Helper()
	if got, _ := d[wat].(string); got != waarde {
		l.t.Errorf("%q became %s %q, want %q", van, wat, got, waarde)
	}
}

func TestVijandigeTekstDoorElkeStap(t *testing.T) {
	eigen := map[string]bool{}
	for _, s := range eigenVijandig() {
		eigen[s] = true
	}
	elkVijandig(t, 50, func(t *testing.T, teksten []string) {
		l := nieuwLoket(t, "--mediator", "A. Wijs <mediator@example.org>")
		var records []string
		for i, s := range teksten {
			n := i + 1
			l.breedte, l.kleur = []int{0, 80, 200}[i%3], i%6 == 1
			ander := teksten[n%len(teksten)]
			sprong := 8 // each step costs a few milliseconds, and the texts of the list resemble each other
			if eigen[s] {
				sprong = 3
			}
			l.behandelVijandig(n, s, ander, sprong)
			records = append(records, l.record(n))
		}
		for i, r := range records {
			if l.record(i+1) != r {
				t.Errorf("what came after %q changed its dossier", teksten[i])
			}
		}
		l.isHeel()
		if lijst := l.alsJSON("lijst")["dossiers"].([]any); len(lijst) != len(teksten) {
			t.Errorf("%d dossiers listed, want %d", len(lijst), len(teksten))
		}
	})
}

// behandelVijandig takes dossier n through one in sprong of the steps with s in every field, and then changes every field to ander.
func (l *loket) behandelVijandig(n int, s, ander string, sprong int) {
	l.t.Helper()
	l.invoer = s
	nr, regel, tekst := fmt.Sprint(n), alsRegel(s), alsTekst(s)
	door := cmp.Or(regel, "Sanne de Vries")
	args := []string{"nieuw", "--ontvangen", "2026-11-20", "--categorie", "overig", "--omschrijving=" + s, "--gewenst=" + s, "--door=" + s}
	for _, v := range alleVelden {
		args = append(args, "--"+v.vlag+"="+s)
	}
	onderwerp := regel
	if onderwerp == "" {
		l.weigert(args...)
		onderwerp = "x"
		args = append(args, "--onderwerp=x")
	}
	l.moet(args...)

	wil := []gebeurtenisVijandig{{"ontvangen", door, nil}}
	stap := func(wat string, eigen map[string]string, args ...string) {
		l.t.Helper()
		oud := l.record(n)
		args = append([]string{args[0], "--door=" + s}, args[1:]...)
		for naam, waarde := range eigen {
			if waarde != "" {
				continue
			}
			if slices.Contains([]string{"bevestigd", "hervat", "niet-akkoord", "geschil", "afgehandeld", "bewaarplicht-opgeheven"}, wat) || naam == "bevinding" {
				delete(eigen, naam) // may be left out
				continue
			}
			l.weigert(args...)
			if l.record(n) != oud {
				l.t.Errorf("%q changed the record though it was refused", args)
			}
			eigen[naam] = "x"
			for i, a := range args {
				if a == s || strings.HasSuffix(a, "="+s) && !strings.HasPrefix(a, "--door=") && !strings.HasPrefix(a, "--bevinding=") {
					args[i] = strings.TrimSuffix(a, s) + "x"
				}
			}
		}
		l.moet(args...)
		if wat := anders(oud, l.record(n), ""); wat != "" {
			l.t.Errorf("%q: %s", args, wat)
		}
		wil = append(wil, gebeurtenisVijandig{wat, door, eigen})
	}
	met := func(naam string) map[string]string { return map[string]string{naam: tekst} }
	stappen := []func(){
		func() { stap("bevestigd", met("tekst"), "bevestig", nr, "--tekst="+s) },
		func() { stap("notitie", met("tekst"), "notitie", "--", nr, s) },
		func() {
			if tekst != "" {
				stap("notitie", met("tekst"), "notitie", nr, "-") // on the input
			}
		},
		func() {
			stap("analyse", map[string]string{"oorzaak": regel, "bevinding": tekst}, "analyse", nr, "--oorzaak="+s, "--bevinding="+s)
		},
		func() { stap("opgeschort", met("reden"), "opschort", nr, "--tot", "2026-12-10", "--reden="+s) },
		func() { stap("hervat", met("tekst"), "hervat", nr, "--toch", "--tekst="+s) },
		func() { stap("verlengd", met("reden"), "verleng", nr, "--met", "2 weken", "--reden="+s) },
		func() { stap("mediatorgegevens", nil, "mediator", nr) },
		func() { stap("voorstel", met("tekst"), "voorstel", nr, "--tekst="+s) },
		func() { stap("niet-akkoord", met("tekst"), "reactie", nr, "niet-akkoord", "--toch", "--tekst="+s) },
		func() { stap("geschil", met("tekst"), "geschil", nr, "--toch", "--tekst="+s) },
		func() { stap("advies", met("tekst"), "advies", nr, "--toch", "--tekst="+s) },
		func() {
			stap("afgehandeld", met("tekst"), "sluit", nr, "--uitkomst", "ingetrokken", "--toch", "--tekst="+s)
		},
		func() { stap("bewaarplicht", met("reden"), "bewaarplicht", nr, "--reden="+s) },
		func() {
			stap("bewaarplicht-opgeheven", met("reden"), "bewaarplicht", nr, "--opheffen", "--toch", "--reden="+s)
		},
		func() { stap("heropend", met("reden"), "heropen", nr, "--toch", "--reden="+s) },
	}
	for i, stap := range stappen {
		if (n+i)%sprong == 0 {
			stap()
		}
	}
	d := l.alsJSON("toon", nr)
	l.wil(d, s, "onderwerp", onderwerp)
	l.isZoals(d, s, false, alleVelden[1:]...)
	l.verloopIs(d, s, wil)
	l.moet("toon", nr)
	if n%sprong%2 == 0 {
		l.wijzigVijandig(n, s, ander)
	}
}

// gebeurtenisVijandig is an event as it must come back.
type gebeurtenisVijandig struct {
	wat, door string
	eigen     map[string]string
}

func (l *loket) verloopIs(d map[string]any, s string, wil []gebeurtenisVijandig) {
	l.t.Helper()
	verloop := d["verloop"].([]any)
	if len(verloop) != len(wil) {
		l.t.Fatalf("%q gives %d events, want %d", s, len(verloop), len(wil))
	}
	for i, g := range verloop {
		g := g.(map[string]any)
		l.wil(g, s, "wat", wil[i].wat)
		l.wil(g, s, "door", wil[i].door)
		for _, naam := range []string{"tekst", "reden", "oorzaak", "bevinding"} {
			l.wil(g, s, naam, wil[i].eigen[naam])
		}
	}
}

// isZoals holds the dossier's fields against s.
func (l *loket) isZoals(d map[string]any, s string, gewijzigd bool, velden ...veld) {
	l.t.Helper()
	for _, v := range velden {
		onder := d
		if v.in != "" {
			onder = d[v.in].(map[string]any)
		}
		wil := alsRegel(s)
		if v.vlag == "behandelaar" && wil == "" && !gewijzigd {
			wil = "Louise Ross" // who is responsible, where nobody is named
		}
		l.wil(onder, s, v.json, wil)
	}
	l.wil(d, s, "omschrijving", alsTekst(s))
	l.wil(d, s, "gewenst", alsTekst(s))
}

// wijzigVijandig changes all that can be changed from s to ander, where these are kept differently.
func (l *loket) wijzigVijandig(n int, s, ander string) {
	l.t.Helper()
	var velden []veld
	args := []string{"wijzig", "--door=" + ander, fmt.Sprint(n)}
	if alsTekst(s) == alsTekst(ander) {
		return
	}
	args = append(args, "--omschrijving="+ander, "--gewenst="+ander)
	if alsRegel(s) != alsRegel(ander) {
		velden = alleVelden
		if alsRegel(ander) == "" || alsRegel(ander) == "x" {
			velden = velden[1:]
		}
	}
	for _, v := range velden {
		args = append(args, "--"+v.vlag+"="+ander)
	}
	l.invoer = ander
	oud := l.record(n)
	l.moet(args...)
	nieuw := l.record(n)
	_, verloop, _ := strings.Cut(oud, "\nverloop:")
	if !strings.Contains(nieuw, verloop) {
		l.t.Errorf("%q: what was not to change did:\n%s\nwas\n%s", args, nieuw, oud)
	}
	d := l.alsJSON("toon", fmt.Sprint(n))
	l.isZoals(d, ander, true, velden...)
	gewijzigd := map[string]bool{}
	for _, g := range d["verloop"].([]any) {
		if g := g.(map[string]any); g["wat"] == "gewijzigd" {
			veld := g["veld"].(string)
			gewijzigd[veld] = true
			norm := alsRegel
			if veld == "omschrijving" || veld == "gewenst" {
				norm = alsTekst
			}
			if van := norm(s); van != "" { // an empty one had something in its place
				l.wil(g, s, "van", van)
			}
			l.wil(g, ander, "naar", norm(ander))
		}
	}
	if len(gewijzigd) != len(velden)+2 {
		l.t.Errorf("%q changed %v", args, gewijzigd)
	}
}
