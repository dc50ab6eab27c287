package dossier

import (
	"strings"
	"testing"
)

// What is found at a glance is what reading the whole record gives; where the key
// stands in another way, nothing is found at a glance.
func TestOvernameUit(t *testing.T) {
	r := NieuweRegels(rezulto(t))
	rij := eenRij(7)
	rij.Overgenomen.Bron, rij.Overgenomen.Nummer = "Klachten: 'oud' #2", "0612"
	rij.Omschrijving = "Zie:\novergenomen:\n  bron: x\n  nummer: 3"
	k, err := r.Overneem(rij, nu)
	if err != nil {
		t.Fatal(err)
	}
	gewoon := string(k.tekst())
	vervang := func(oud, nieuw string) string {
		t.Helper()
		if !strings.Contains(gewoon, oud) {
			t.Fatalf("%q is not in\n%s", oud, gewoon)
		}
		return strings.Replace(gewoon, oud, nieuw, 1)
	}
	i := strings.Index(gewoon, overnameblok)
	blok, _, _ := strings.Cut(gewoon[i+1:], "\nbeloofd:")
	zonder := vervang(blok+"\n", "")
	for _, tt := range []struct {
		naam, tekst string
		meteen      bool
	}{
		{"zoals geschreven", gewoon, true},
		{"met commentaar in het blok", vervang("  kenmerk:", "  # zie het archief\n  kenmerk:"), true},
		{"een eigen sleutel in het blok", vervang("  kenmerk:", "  map: 12\n  kenmerk:"), false},
		{"commentaar op de regel", vervang(overnameblok, "\novergenomen: # van elders\n"), false},
		{"achteraan een witte regel", vervang(blok, blok+"\n"), true},
		{"een witte regel ertussen", vervang("  kenmerk:", "\n  kenmerk:"), false},
		{"Windows-regeleinden", strings.ReplaceAll(gewoon, "\n", "\r\n"), false},
		{"dieper ingesprongen", vervang(blok, strings.ReplaceAll(blok, "\n  ", "\n    ")), false},
		{"op één regel", vervang(blok, "overgenomen: {bron: a, kenmerk: b}"), false},
		{"zonder kenmerk", vervang("\n  kenmerk: "+k.Overgenomen.Kenmerk, ""), false},
		{"hier geregistreerd", zonder, false},
		{"hier geregistreerd, met zo'n eigen sleutel", zonder[:i+1] + "eigen:\n  overgenomen:\n    bron: a\n    kenmerk: b\n" + zonder[i+1:], false},
		{"twee keer", vervang(blok, blok+"\n"+blok), false},
		{"afgebroken", gewoon[:i+len(overnameblok)+4], false},
		{"leeg", "", false},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			o, ok := overnameUit([]byte(tt.tekst))
			if ok != tt.meteen {
				t.Fatalf("at a glance: %v, want %v, in\n%s", ok, tt.meteen, tt.tekst)
			}
			if !ok {
				return
			}
			heel, _, err := leesKlacht(Nummer{2026, 1}, bestandKlacht, []byte(tt.tekst))
			if err != nil {
				t.Fatal(err)
			}
			gelijk(t, "overgenomen", o, heel.Overgenomen)
		})
	}
}

// A record that says where it came from needn't be readable for the rest.
func TestOvernemenNaastEenStukDossierDatZegtWatHetIs(t *testing.T) {
	m := nieuweMap(t)
	neemOver(t, m, false, registerrijen(1)...)
	legNeer(t, m, Nummer{2026, 1}, strings.Replace(inhoudVan(t, m.schijf, "2026/K2026-0001/klacht.yaml"), "ernst:", "ernst: [", 1))
	if _, _, err := m.Lees(Nummer{2026, 1}); err == nil {
		t.Fatal("it can be read")
	}
	gelijk(t, "oordelen", soorten(neemOver(t, m, false, registerrijen(1, 2)...)), "bekend nieuw")
}

// Records that people changed are recognised too, though not at a glance.
func TestOvernemenNaastDossiersMetDeHand(t *testing.T) {
	m := nieuweMap(t)
	neemOver(t, m, false, registerrijen(1, 2, 3)...)
	for volg, bewerk := range map[int]func(string) string{
		1: func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		2: func(s string) string { return strings.Replace(s, overnameblok, "\novergenomen:   # archief\n", 1) },
	} {
		n := Nummer{2026, volg}
		legNeer(t, m, n, bewerk(inhoudVan(t, m.schijf, n.Map()+"/klacht.yaml")))
	}
	gelijk(t, "oordelen", soorten(neemOver(t, m, false, registerrijen(1, 2, 3, 4)...)), "bekend bekend bekend nieuw")
}

func BenchmarkOvernameUit(b *testing.B) {
	k, err := NieuweRegels(rezulto(b)).Overneem(eenRij(1), nu)
	if err != nil {
		b.Fatal(err)
	}
	tekst := k.tekst()
	for b.Loop() {
		if _, ok := overnameUit(tekst); !ok {
			b.Fatal("not at a glance")
		}
	}
}
