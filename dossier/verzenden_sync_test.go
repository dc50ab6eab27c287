package dossier

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// A complainant wrote at 12:00, then the clock was set back an hour and a letter was sent twice: the answer seemed to be later.
func TestKlokTeruggezetVerbergtGeenEerdereBrief(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen")
	k.Verloop = append(k.Verloop,
		Gebeurtenis{ID: "in", Wat: WatBerichtIn, Op: tijdstip("2026-11-24T12:00:00+01:00")},
		Gebeurtenis{ID: "uit", Wat: WatBerichtUit, Op: tijdstip("2026-11-24T11:05:00+01:00"), Sjabloon: "voorstel"})
	if g := k.eerderVerstuurd("voorstel"); g == nil || g.ID != "uit" {
		t.Errorf("%+v", g)
	}
	// Filed late, but written before the letter: that is no answer to it either.
	k.Verloop = append(k.Verloop, Gebeurtenis{ID: "laat", Wat: WatBerichtIn, Op: tijdstip("2026-11-24T09:00:00+01:00")})
	if g := k.eerderVerstuurd("voorstel"); g == nil || g.ID != "uit" {
		t.Errorf("%+v", g)
	}
	k.Verloop = append(k.Verloop, Gebeurtenis{ID: "antwoord", Wat: WatBerichtIn, Op: tijdstip("2026-11-24T12:30:00+01:00")})
	if g := k.eerderVerstuurd("voorstel"); g != nil {
		t.Errorf("%+v", g)
	}
}

// A message from outside with the Message-ID of an unsure letter was put on record as that letter.
func TestBerichtVanBuitenBewijstGeenVerzending(t *testing.T) {
	m, n := verzendmap(t)
	if err := begin(t, m, n).Onzeker("x"); err != nil {
		t.Fatal(err)
	}
	p := openPostboek(t, m)
	a := Aanmelding{Ontvangen: nu.Nu, Bericht: []byte("X: y\r\n" + brieftekst), BerichtID: "klacht.1@example.nl"}
	k, err := p.VoegToe(context.Background(), n, a, WatBerichtIn, nu, nil)
	if err != nil {
		t.Fatal(err)
	}
	if g := k.Verloop[len(k.Verloop)-1]; g.Wat != WatBerichtIn || g.Sjabloon != "" {
		t.Errorf("%+v", g)
	}
}

// Two computers sent from one dossier while they were apart; what the sync service made of that was deleted with the first letter that was
// settled, or not seen at all.
func TestKopieVanUitgaandGaatNietOngezienWeg(t *testing.T) {
	const vraag = "dit is een kopie die een synchronisatiedienst maakte, misschien van nog een brief die verstuurd is"
	for _, kopie := range []string{
		"uitgaand/verzending-PC2.yaml", "uitgaand/bericht-PC2.eml", "uitgaand/Verzending (conflicted copy 2026-11-23).yaml",
		"uitgaand-PC2/verzending.yaml", "uitgaand (1)/bericht.eml", "Uitgaand (Case Conflict)/verzending.yaml",
	} {
		for naam, doe := range map[string]func(*Map, *Verzendbeurt) error{
			"verstuurd": func(m *Map, b *Verzendbeurt) error {
				_, err := b.Verstuurd(context.Background(), nu)
				return err
			},
			"geweigerd": func(m *Map, b *Verzendbeurt) error { return b.NietVerstuurd() },
			"uitslag": func(m *Map, b *Verzendbeurt) error {
				if err := b.Onzeker("x"); err != nil {
					return err
				}
				_, _, err := m.ZegUitslag(context.Background(), b.v.Nummer, true, nu)
				return err
			},
		} {
			t.Run(kopie+" "+naam, func(t *testing.T) {
				m, n := verzendmap(t)
				b := begin(t, m, n)
				pad := filepath.Join(m.Pad, filepath.FromSlash(n.Map()), filepath.FromSlash(kopie))
				if err := os.MkdirAll(filepath.Dir(pad), 0o700); err != nil {
					t.Fatal(err)
				}
				zetNeer(t, pad, "van een andere computer")
				if err := doe(m, b); err != nil {
					t.Fatal(err)
				}
				if _, err := os.Stat(pad); err != nil {
					t.Fatal("it is gone")
				}
				v := gelezenDossier(t, m, n).Verzending
				if v == nil {
					t.Fatal("nobody asks about it")
				}
				var f *Leesfout
				if !errors.As(v.Fout, &f) || f.Wat != vraag {
					t.Fatalf("%v", v.Fout)
				}
				_, err := m.BeginVerzending(context.Background(), n, Verzending{Sjabloon: "herinnering", Wat: WatBerichtUit, BerichtID: "klacht.2@example.nl"}, []byte(brieftekst), false, "", nu)
				metFout(t, err, "bij K2026-0007 is niet zeker of een brief verstuurd is")
				if err := os.RemoveAll(filepath.Join(m.Pad, filepath.FromSlash(n.Map()), filepath.Dir(filepath.FromSlash(kopie)))); err != nil {
					t.Fatal(err)
				}
				if v := gelezenDossier(t, m, n).Verzending; v != nil {
					t.Errorf("asked about for ever: %+v", v)
				}
			})
		}
	}
}

// A sending that seemed to be gone was settled, and another began; when the first came to its end after all, it took the second away.
func TestLateBeurtBlijftVanDeVolgendeBriefAf(t *testing.T) {
	for naam, doe := range map[string]func(*Verzendbeurt) error{
		"geweigerd": func(b *Verzendbeurt) error { return b.NietVerstuurd() },
		"onzeker":   func(b *Verzendbeurt) error { return b.Onzeker("het antwoord kwam niet") },
		"verstuurd": func(b *Verzendbeurt) error {
			_, err := b.Verstuurd(context.Background(), nu)
			return err
		},
	} {
		t.Run(naam, func(t *testing.T) {
			m, n := verzendmap(t)
			eerste := begin(t, m, n)
			if err := m.ruimVerzendingOp(n); err != nil { // as post uitslag does
				t.Fatal(err)
			}
			v := eenBrief()
			v.BerichtID, v.Sjabloon, v.Wat = "klacht.2@example.nl", "herinnering", WatBerichtUit
			tweede, err := m.BeginVerzending(context.Background(), n, v, []byte(brieftekst), false, "", nu)
			if err != nil {
				t.Fatal(err)
			}
			if err := doe(eerste); err != nil {
				t.Fatal(err)
			}
			if v := gelezenDossier(t, m, n).Verzending; v == nil || v.BerichtID != "klacht.2@example.nl" || v.Antwoord != "" {
				t.Errorf("%+v", v)
			}
			if _, _, err := m.ZegUitslag(context.Background(), n, false, nu); err == nil {
				t.Error("the second is no longer known to run")
			}
			if na, err := tweede.Verstuurd(context.Background(), nu); err != nil || !na.noemtBericht("klacht.2@example.nl") {
				t.Error(err)
			}
		})
	}
}
