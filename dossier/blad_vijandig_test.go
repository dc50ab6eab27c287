package dossier

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// vijandigeStrings are the strings of the Big List of Naughty Strings.
func vijandigeStrings(t *testing.T) []string {
	map_ := os.Getenv("KLACHT_VOORBEELDEN")
	if map_ == "" {
		t.Skip("KLACHT_VOORBEELDEN is niet gezet: geen vijandige strings om te proberen")
	}
	inhoud, err := os.ReadFile(filepath.Join(map_, "hostile", "blns", "blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var strings []string
	if err := json.Unmarshal(inhoud, &strings); err != nil {
		t.Fatal(err)
	}
	if len(strings) < 400 {
		t.Fatalf("maar %d strings gelezen", len(strings))
	}
	return strings
}

const vijandigDossier = "onderwerp: oud # blijft\nklager:\n  naam: 'oud'\n\nverloop: # alles\n  - op: 2026-11-20\n    wat: ontvangen\n# einde\n"

func TestVijandigeStringsKomenTerugZoalsZeZijn(t *testing.T) {
	for _, s := range vijandigeStrings(t) {
		for _, s := range []string{s, "Beste mensen,\n" + s + "\ngroet", s + "\n", "\n" + s} {
			s = strings.ToValidUTF8(s, "\ufffd")
			b, err := leesBlad("klacht.yaml", []byte(vijandigDossier), 1<<20)
			if err != nil {
				t.Fatal(err)
			}
			for _, pad := range [][]string{{"onderwerp"}, {"klager", "naam"}, {"klager", "e-mail"}} {
				if b, err = b.zet(pad, tekstWaarde(s)); err != nil {
					t.Fatalf("%q bij %v: %v", s, pad, err)
				}
			}
			if b, err = b.voegToe("verloop", groepWaarde(bladveld{sleutel: "tekst", waarde: tekstWaarde(s)}, bladveld{sleutel: "wat", waarde: kaleWaarde("notitie")})); err != nil {
				t.Fatalf("%q: %v", s, err)
			}
			gelezen := []string{b.wortel.veld("onderwerp").tekst, b.wortel.veld("klager").veld("naam").tekst,
				b.wortel.veld("klager").veld("e-mail").tekst, b.wortel.veld("verloop").items[1].veld("tekst").tekst}
			for _, g := range gelezen {
				if g != s {
					t.Errorf("geschreven %q, gelezen %q", s, g)
				}
			}
			for _, blijft := range []string{" # blijft\n", "verloop: # alles\n  - op: 2026-11-20\n    wat: ontvangen\n", "\n# einde\n"} {
				if !strings.Contains(string(b.tekst), blijft) {
					t.Errorf("%q: %q is weg:\n%s", s, blijft, b.tekst)
				}
			}
		}
	}
}
