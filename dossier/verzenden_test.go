package dossier

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"pgregory.net/rapid"
)

const brieftekst = "Message-ID: <klacht.1@example.nl>\r\n\r\nBeste klager,\r\n.\r\n"

func eenBrief() Verzending {
	return Verzending{
		Sjabloon: "ontvangstbevestiging", Wat: WatBevestigd, Aan: "e.bakker@example.nl", Onderwerp: "Ontvangen [K2026-0007]",
		BerichtID: "klacht.1@example.nl", Server: "mail.example.nl",
	}
}

// verzendmap is a folder with dossier K2026-0007, received.
func verzendmap(t testing.TB) (*Map, Nummer) {
	t.Helper()
	m, n := nieuweMap(t), Nummer{2026, 7}
	legNeer(t, m, n, handwerk)
	return m, n
}

func begin(t testing.TB, m *Map, n Nummer) *Verzendbeurt {
	t.Helper()
	b, err := m.BeginVerzending(context.Background(), n, eenBrief(), []byte(brieftekst), false, "", nu)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func gelezenDossier(t testing.TB, m *Map, n Nummer) *Klacht {
	t.Helper()
	k, _, err := m.Lees(n)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestVerzendingStaatErVoorHetVersturen(t *testing.T) {
	m, n := verzendmap(t)
	b := begin(t, m, n)
	gelijk(t, "bericht.eml", inhoudVan(t, m.schijf, n.Map()+"/uitgaand/bericht.eml"), brieftekst)
	gelijk(t, "verzending.yaml", inhoudVan(t, m.schijf, n.Map()+"/uitgaand/verzending.yaml"), `# Een brief die verstuurd wordt, of waarvan niet zeker is of hij verstuurd is.
# Wat ervan kwam, zegt u met: klacht post uitslag K2026-0007 verstuurd|niet-verstuurd
dossierformaat: 1
sjabloon: ontvangstbevestiging
wat: bevestigd
aan: e.bakker@example.nl
onderwerp: Ontvangen [K2026-0007]
bericht_id: klacht.1@example.nl
sha256: "28be3a30d00c6a082feb689c498b011e5972496bd9bc8ff6599349f27389593b"
op: 2026-11-23T12:00:00+01:00
door: Sanne de Vries
server: mail.example.nl
`)
	k := gelezenDossier(t, m, n)
	if v := k.Verzending; v == nil || v.Nummer != n || v.BerichtID != "klacht.1@example.nl" || v.Uitleg() != "begonnen op ma 23 november 2026 12:00 en niet afgemaakt" {
		t.Fatalf("%+v", v)
	}
	for dag, want := range map[string]bool{"2026-11-22": false, "2026-11-23": true} {
		d, err := m.Beoordeel(k, datum(dag))
		if err != nil || (d.Verzending != nil) != want {
			t.Errorf("%s: %+v, %v", dag, d.Verzending, err)
		}
	}
	// While it is on its way nobody else sends, and nobody says what became of it.
	_, err := m.BeginVerzending(context.Background(), n, eenBrief(), []byte(brieftekst), false, "", nu)
	metFout(t, err, "bij K2026-0007 is niet zeker of de brief ontvangstbevestiging aan e.bakker@example.nl verstuurd is")
	_, _, err = m.ZegUitslag(context.Background(), n, true, nu)
	metFout(t, err, "de brief van K2026-0007 wordt op dit moment nog verstuurd")
	// The rest of the dossier goes on.
	if k, err := legStapVast(t, m, n, "2026-11-23 notitie"); err != nil || k.Verzending == nil {
		t.Fatal(k, err)
	}

	na, err := b.Verstuurd(context.Background(), nu)
	if err != nil {
		t.Fatal(err)
	}
	g := na.Verloop[len(na.Verloop)-1]
	gelijk(t, "gebeurtenis", []string{string(g.Wat), g.Sjabloon, g.BerichtID, g.Op.String(), g.Bestanden[0].Bestand},
		[]string{"bevestigd", "ontvangstbevestiging", "klacht.1@example.nl", "2026-11-23T12:00:00+01:00", "correspondentie/2026-11-23-ontvangstbevestiging.eml"})
	gelijk(t, "bewaard", inhoudVan(t, m.schijf, n.Map()+"/"+g.Bestanden[0].Bestand), brieftekst)
	if na.Verzending != nil || gelezenDossier(t, m, n).Verzending != nil {
		t.Error("it is recorded, and still asked about")
	}
	gelijk(t, "opgeruimd", namenIn(t, m.schijf, n.Map()), []string{"correspondentie", "klacht.yaml"})
	p, err := m.NieuwPostboek(context.Background(), true)
	if err != nil || p.Berichten[MerkVanID("klacht.1@example.nl")] != n {
		t.Errorf("an answer to it would not find the dossier: %v", err)
	}
}

func TestVerzendingGeweigerdLaatNietsAchter(t *testing.T) {
	m, n := verzendmap(t)
	if err := begin(t, m, n).NietVerstuurd(); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "map", namenIn(t, m.schijf, n.Map()), []string{"klacht.yaml"})
	gelijk(t, "klacht.yaml", inhoudVan(t, m.schijf, n.Map()+"/klacht.yaml"), handwerk)
}

func TestVerzendingOnzekerWordtGevraagdEnBeslist(t *testing.T) {
	for _, verstuurd := range []bool{true, false} {
		m, n := verzendmap(t)
		if err := begin(t, m, n).Onzeker("het antwoord kwam niet: \"550\x1b[31m"); err != nil {
			t.Fatal(err)
		}
		v := gelezenDossier(t, m, n).Verzending
		if v == nil || !strings.Contains(v.Antwoord, "het antwoord kwam niet") {
			t.Fatalf("%+v", v)
		}
		later := Wie{Door: "Bert", Nu: tijdstip("2026-11-25T09:00:00+01:00")}
		na, was, err := m.ZegUitslag(context.Background(), n, verstuurd, later)
		if err != nil || was.Sjabloon != "ontvangstbevestiging" {
			t.Fatal(was, err)
		}
		g := na.Verloop[len(na.Verloop)-1]
		if verstuurd && (g.Wat != WatBevestigd || g.Op.String() != "2026-11-23T12:00:00+01:00" || g.Door != "Bert" || g.Vastgelegd != later.Nu) {
			t.Errorf("%+v", g)
		}
		if !verstuurd && len(na.Verloop) != 1 {
			t.Errorf("not sent, and recorded: %+v", g)
		}
		if na.Verzending != nil {
			t.Error("still asked about")
		}
		_, _, err = m.ZegUitslag(context.Background(), n, verstuurd, later)
		metFout(t, err, "bij K2026-0007 is van geen brief onzeker of hij verstuurd is")
	}
}

// What went is a fact, also when somebody confirmed by hand meanwhile.
func TestVerzendingWordtVastgelegdOokAlsDeStapNietMeerPast(t *testing.T) {
	m, n := verzendmap(t)
	b := begin(t, m, n)
	if _, err := legStapVast(t, m, n, "2026-11-23 bevestigd"); err != nil {
		t.Fatal(err)
	}
	na, err := b.Verstuurd(context.Background(), nu)
	if err != nil {
		t.Fatal(err)
	}
	if g := na.Verloop[len(na.Verloop)-1]; g.Wat != WatBerichtUit || g.Toch || g.BerichtID != "klacht.1@example.nl" {
		t.Errorf("%+v", g)
	}
}

// A copy of an unsure letter that comes in settled it as any message that went out, and the step stayed open.
func TestKopieVanOnzekereBriefBewijstDeStap(t *testing.T) {
	for _, proef := range []bool{true, false} {
		m, n := verzendmap(t)
		if err := begin(t, m, n).Onzeker("x"); err != nil {
			t.Fatal(err)
		}
		p, err := m.NieuwPostboek(context.Background(), proef)
		if err != nil {
			t.Fatal(err)
		}
		a := Aanmelding{Ontvangen: nu.Nu, Bericht: []byte("X: y\r\n" + brieftekst), BerichtID: "klacht.1@example.nl"}
		k, err := p.VoegToe(context.Background(), n, a, WatBerichtUit, nu, nil)
		if err != nil {
			t.Fatal(err)
		}
		if g := k.Verloop[len(k.Verloop)-1]; g.Wat != WatBevestigd || g.Sjabloon != "ontvangstbevestiging" || g.BerichtID != "klacht.1@example.nl" {
			t.Errorf("%+v", g)
		}
		if open := gelezenDossier(t, m, n).Verzending != nil; open != proef {
			t.Errorf("asked about: %v", open)
		}
	}
}

func TestToetsVerzending(t *testing.T) {
	for _, tt := range []struct {
		naam, fout string
		verloop    []string
		wat        Wat
		toch       bool
	}{
		{"eerste", "", nil, WatBevestigd, false},
		{"al bevestigd", "K2026-0007 is al bevestigd op di 24 november 2026", []string{"2026-11-24 bevestigd"}, WatBevestigd, false},
		{"bevestigd zonder klacht, en dan de brief", "de brief ontvangstbevestiging is voor K2026-0007 al verstuurd op di 24 november 2026, en sindsdien kwam er niets van de klager", []string{"2026-11-24 bevestigd"}, WatBerichtUit, false},
		{"en toch helpt daar niet", "de brief ontvangstbevestiging is voor K2026-0007 al verstuurd op di 24 november 2026, en sindsdien kwam er niets van de klager", []string{"2026-11-24 bevestigd", "2026-11-24 notitie", "2026-11-24 bericht-uit", "2026-11-24 voorstel"}, WatBerichtUit, true},
		{"na een antwoord", "", []string{"2026-11-24 bevestigd", "2026-11-25 bericht-in"}, WatBerichtUit, false},
		{"na een reactie", "", []string{"2026-11-24 bevestigd", "2026-11-25 voorstel", "2026-11-26 akkoord"}, WatBerichtUit, false},
		{"na een heropening", "", []string{"2026-11-24 bevestigd", "2026-11-25 voorstel", "2026-11-26 afgehandeld uitkomst=gegrond", "2026-11-27 heropend"}, WatBerichtUit, false},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			k := externeKlacht(t, append([]string{"2026-11-20 ontvangen"}, tt.verloop...)...)
			k.Nummer = Nummer{2026, 7}
			v := eenBrief()
			v.Wat, v.Op = tt.wat, tijdstip("2026-11-30T12:00:00+01:00")
			_, err := NieuweRegels(rezulto(t)).ToetsVerzending(k, v, datum("2026-11-30"), tt.toch, "")
			metFout(t, err, tt.fout)
			var eerder *EerderVerstuurd
			if errors.As(err, &eerder) {
				_, err := NieuweRegels(rezulto(t)).ToetsVerzending(k, v, datum("2026-11-30"), tt.toch, eerder.Eerder.ID)
				metFout(t, err, "")
			}
		})
	}
}

// Sent and then sent again is never an accident: whatever happened, a letter that went out after the last word of the complainant is found.
func TestEerderVerstuurdWordtGevonden(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		k := externeKlacht(t, "2026-11-20 ontvangen")
		dag := datum("2026-11-21")
		laatst := ""
		for range rapid.IntRange(0, 12).Draw(rt, "aantal") {
			g := Gebeurtenis{ID: nieuwID(), Op: OpDag(dag), Wat: rapid.SampledFrom([]Wat{WatBerichtUit, WatVoorstel, WatMediatorgegevens, WatBerichtIn, WatNotitie, WatAnalyse}).Draw(rt, "wat")}
			switch g.Wat {
			case WatBerichtUit, WatVoorstel, WatMediatorgegevens:
				g.Sjabloon = rapid.SampledFrom([]string{"voorstel", "herinnering", "eigen"}).Draw(rt, "brief")
				if g.Sjabloon == "voorstel" {
					laatst = g.ID
				}
			case WatBerichtIn:
				laatst = ""
			}
			k.Verloop = append(k.Verloop, g)
			dag++
		}
		got := ""
		if g := k.eerderVerstuurd("voorstel"); g != nil {
			got = g.ID
		}
		if got != laatst {
			rt.Fatalf("found %q, want %q", got, laatst)
		}
	})
}

// Cut off at any step of the disk, before or after the server took the letter: what may have gone is on record or asked about, nothing is asked
// that is on record, and the dossier works.
func TestOnderbrokenVerzendingIsNooitOnzichtbaar(t *testing.T) {
	for naam, soort := range map[string]lastigeSoort{
		"uitgevallen": {}, "één fout": {fout: os.ErrPermission}, "blijvende fout": {fout: syscall.ENOSPC, blijf: true},
	} {
		t.Run(naam, func(t *testing.T) {
			for stap := 1; ; stap++ {
				m, n := verzendmap(t)
				dieCrasht(m)
				heel := m.schijf
				lastig := &lastigeSchijf{onder: heel, faal: stap, fout: soort.fout, blijf: soort.blijf}
				m.schijf = lastig
				gestuurd := false
				b, err := m.BeginVerzending(context.Background(), n, eenBrief(), []byte(brieftekst), false, "", nu)
				if err == nil {
					gestuurd = true
					_, err = b.Verstuurd(context.Background(), nu)
				}
				m.schijf = heel
				if !lastig.geraakt() {
					if err != nil || !gestuurd {
						t.Fatal(gestuurd, err)
					}
					return
				}
				k := gelezenDossier(t, m, n)
				vastgelegd := k.noemtBericht("klacht.1@example.nl")
				switch {
				case gestuurd && !vastgelegd && k.Verzending == nil:
					t.Fatalf("step %d: sent, and nowhere to be seen", stap)
				case vastgelegd && k.Verzending != nil:
					t.Errorf("step %d: recorded, and asked about", stap)
				case vastgelegd && !gestuurd:
					t.Errorf("step %d: recorded, and not sent", stap)
				case gestuurd && !vastgelegd && err == nil:
					t.Errorf("step %d: not recorded, and no error", stap)
				}
				if k.Verzending != nil {
					if k.Verzending.Fout != nil {
						t.Fatalf("step %d: %v", stap, k.Verzending.Fout)
					}
					if _, err := m.BeginVerzending(context.Background(), n, eenBrief(), []byte(brieftekst), false, "", nu); err == nil {
						t.Fatalf("step %d: it goes out once more", stap)
					}
					if k, _, err = m.ZegUitslag(context.Background(), n, gestuurd, nu); err != nil {
						t.Fatalf("step %d: %v", stap, err)
					}
				}
				if k.noemtBericht("klacht.1@example.nl") != gestuurd {
					t.Errorf("step %d: sent %v, and on record %v", stap, gestuurd, !gestuurd)
				}
				if _, err := legStapVast(t, m, n, "2026-11-23 notitie"); err != nil {
					t.Fatalf("step %d, after that: %v", stap, err)
				}
				if _, err := m.schijf.lstat(n.Map() + "/" + mapUitgaand); err == nil {
					t.Errorf("step %d: uitgaand stays", stap)
				}
			}
		})
	}
}

type lastigeSoort struct {
	fout  error
	blijf bool
}

func TestOnleesbareVerzendingWordtTochGevraagd(t *testing.T) {
	for naam, tt := range map[string]struct{ tekst, fout string }{
		"leeg":            {"", "2026/K2026-0007/uitgaand/verzending.yaml: het bestand is leeg"},
		"vreemde stap":    {"sjabloon: a\nwat: akkoord\n", `2026/K2026-0007/uitgaand/verzending.yaml:2: "akkoord" kan hier niet; kies uit bevestigd, bericht-uit, voorstel of mediatorgegevens`},
		"zonder id":       {"sjabloon: a\nwat: bericht-uit\n", "2026/K2026-0007/uitgaand/verzending.yaml:1: bericht_id ontbreekt"},
		"zonder moment":   {"sjabloon: a\nwat: bericht-uit\nbericht_id: b@c\nsha256: " + strings.Repeat("0", 64) + "\n", "2026/K2026-0007/uitgaand/verzending.yaml:1: op ontbreekt"},
		"half":            {"sjabloon: [", ""},
		"geen SHA-256":    {"sha256: 12\n", `2026/K2026-0007/uitgaand/verzending.yaml:1: "12" is geen SHA-256`},
		"nieuwer formaat": {"dossierformaat: 2\n", ""},
	} {
		t.Run(naam, func(t *testing.T) {
			m, n := verzendmap(t)
			if err := begin(t, m, n).Onzeker("x"); err != nil {
				t.Fatal(err)
			}
			zetNeer(t, filepath.Join(m.Pad, filepath.FromSlash(n.Map()), mapUitgaand, bestandVerzending), tt.tekst)
			v := gelezenDossier(t, m, n).Verzending
			if v == nil || v.Fout == nil || v.Nummer != n {
				t.Fatalf("%+v", v)
			}
			if tt.fout != "" {
				metFout(t, v.Fout, tt.fout)
			}
			_, _, err := m.ZegUitslag(context.Background(), n, true, nu)
			if err == nil {
				t.Error("recorded what can't be read")
			}
			if _, _, err := m.ZegUitslag(context.Background(), n, false, nu); err != nil {
				t.Error(err)
			}
		})
	}
	m, n := verzendmap(t)
	if err := m.schijf.maakMap(path.Join(n.Map(), mapUitgaand)); err != nil {
		t.Fatal(err)
	}
	metFout(t, gelezenDossier(t, m, n).Verzending.Fout, "2026/K2026-0007/uitgaand: in deze map staat geen verzending.yaml")
}

// A letter that was changed on disk since is not put on record as what was sent.
func TestVeranderdBerichtWordtNietVastgelegd(t *testing.T) {
	m, n := verzendmap(t)
	if err := begin(t, m, n).Onzeker("x"); err != nil {
		t.Fatal(err)
	}
	zetNeer(t, filepath.Join(m.Pad, filepath.FromSlash(n.Map()), mapUitgaand, bestandUitgaand), "anders")
	_, _, err := m.ZegUitslag(context.Background(), n, true, nu)
	metFout(t, err, "2026/K2026-0007/uitgaand/bericht.eml: dit bericht is veranderd sinds het klaarstond om verstuurd te worden")
}

// A sending that is still unsure goes with its dossier, and its files are counted.
func TestVernietigenNeemtUitgaandMee(t *testing.T) {
	m := volleMap(t)
	n := oudeNummers[0]
	v := eenBrief()
	v.Wat = WatBerichtUit
	b, err := m.BeginVerzending(context.Background(), n, v, []byte(brieftekst), false, "", nu)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Onzeker("x"); err != nil {
		t.Fatal(err)
	}
	weg, err := m.Vernietig(context.Background(), oudeNummers, nu)
	if err != nil || len(weg) != 2 {
		t.Fatal(weg, err)
	}
	gelijk(t, "bestanden", []int{weg[0].Bestanden, weg[1].Bestanden}, []int{4, 2})
	gelijk(t, "weg", namenIn(t, m.schijf, "2020"), []string{})
	if err := b.Onzeker("later"); err != nil {
		t.Error(err)
	}
}
