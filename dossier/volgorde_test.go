package dossier

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func idsVan(verloop []Gebeurtenis) string {
	var ids []string
	for _, g := range verloop {
		ids = append(ids, g.ID)
	}
	return strings.Join(ids, " ")
}

func TestVolgorde(t *testing.T) {
	for _, tt := range []struct {
		naam   string
		regels []string
		wil    string
	}{
		{"de volgorde van het bestand op één dag", []string{"2026-11-20 ontvangen", "2026-11-20 notitie", "2026-11-20 bevestigd"}, "e1 e2 e3"},
		{"een latere dag staat later", []string{"2026-11-24 notitie", "2026-11-20 ontvangen"}, "e2 e1"},
		{"momenten op één dag", []string{"2026-11-20T16:00 notitie", "2026-11-20T09:00 ontvangen"}, "e2 e1"},
		{"een dag zonder tijd blijft achter een moment van die dag", []string{"2026-11-20T16:00 notitie", "2026-11-20 notitie"}, "e1 e2"},
		{"een dag zonder tijd blijft voor een moment van die dag", []string{"2026-11-20 notitie", "2026-11-20T09:00 notitie"}, "e1 e2"},
		{"een moment gaat voor een later moment, ook met een dag ertussen", []string{"2026-11-20T10:00 notitie", "2026-11-20 notitie", "2026-11-20T09:00 notitie"}, "e3 e1 e2"},
		{"teruggedateerd tussen twee dagen", []string{"2026-11-20 notitie", "2026-11-24 notitie", "2026-11-23 notitie"}, "e1 e3 e2"},
		{"zelfde moment in twee zones", []string{"2026-11-20T10:00:00+01:00 notitie", "2026-11-20T09:00:00Z notitie"}, "e1 e2"},
		{"een moment met een andere zone telt op de dag in Amsterdam", []string{"2026-11-21 notitie", "2026-11-20T23:30:00Z notitie"}, "e1 e2"},
		{"om half twaalf 's avonds in Amsterdam is het nog die dag", []string{"2026-11-21 notitie", "2026-11-20T22:30:00Z notitie"}, "e2 e1"},
		{"de nacht waarin de klok teruggaat", []string{"2026-10-25T02:30:00+01:00 notitie", "2026-10-25T02:45:00+02:00 notitie"}, "e2 e1"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			gelijk(t, "volgorde", idsVan(opVolgorde(gebeurd(tt.regels...))), tt.wil)
		})
	}
}

// What op decides always holds, whatever the place in the file.
func TestVolgordeHoudtZichAanOp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		momenten := []string{"2026-11-20", "2026-11-20T09:00", "2026-11-20T10:00", "2026-11-20T11:00", "2026-11-21", "2026-11-21T09:00"}
		var regels []string
		for _, m := range rapid.SliceOfN(rapid.SampledFrom(momenten), 0, 8).Draw(t, "op") {
			regels = append(regels, m+" notitie")
		}
		verloop := gebeurd(regels...)
		geordend := opVolgorde(verloop)
		if len(geordend) != len(verloop) {
			t.Fatalf("%d gebeurtenissen, er waren er %d", len(geordend), len(verloop))
		}
		for i, a := range geordend {
			for _, b := range geordend[i+1:] {
				if a.Op.VoorNa(b.Op) > 0 {
					t.Fatalf("%s (%s) staat voor %s (%s)", a.ID, a.Op, b.ID, b.Op)
				}
			}
		}
	})
}

func TestOngedaan(t *testing.T) {
	for _, tt := range []struct {
		naam   string
		regels []string
		weg    string
	}{
		{"niets", []string{"2026-11-20 notitie"}, ""},
		{"één", []string{"2026-11-20 notitie", "2026-11-21 ongedaan gebeurtenis=e1"}, "e1"},
		{"ongedaan maken ongedaan gemaakt", []string{"2026-11-20 notitie", "2026-11-21 ongedaan gebeurtenis=e1", "2026-11-22 ongedaan gebeurtenis=e2"}, "e2"},
		{"en dat weer", []string{"2026-11-20 notitie", "2026-11-21 ongedaan gebeurtenis=e1", "2026-11-22 ongedaan gebeurtenis=e2", "2026-11-23 ongedaan gebeurtenis=e3"}, "e1 e3"},
		{"twee keer", []string{"2026-11-20 notitie", "2026-11-21 ongedaan gebeurtenis=e1", "2026-11-22 ongedaan gebeurtenis=e1", "2026-11-23 ongedaan gebeurtenis=e2"}, "e1 e2"},
		{"wat eronder staat telt ook", []string{"2026-11-22 ongedaan gebeurtenis=e2", "2026-11-21 ongedaan gebeurtenis=e3", "2026-11-20 notitie"}, "e2"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			var weg []string
			for id, is := range ongedaanGemaakt(gebeurd(tt.regels...)) {
				if is {
					weg = append(weg, id)
				}
			}
			slices.Sort(weg)
			gelijk(t, "ongedaan", strings.Join(weg, " "), tt.weg)
		})
	}
}

func TestOngedaanKringEindigt(t *testing.T) {
	ongedaanGemaakt(gebeurd("2026-11-20 ongedaan gebeurtenis=e2", "2026-11-20 ongedaan gebeurtenis=e1", "2026-11-20 ongedaan gebeurtenis=e3"))
}

func TestVeldenAlsOp(t *testing.T) {
	gewijzigd := []string{
		"2026-11-20 ontvangen",
		"2026-11-23 gewijzigd veld=onderwerp van=Een naar=Twee",
		"2026-11-25 gewijzigd veld=onderwerp van=Twee naar=Drie",
	}
	for _, tt := range []struct {
		naam    string
		regels  []string
		nu      string // what the file says
		dag     string
		wil     string
		gelezen int // events by then
	}{
		{"voor de eerste wijziging", gewijzigd, "Drie", "2026-11-22", "Een", 1},
		{"op de dag van de eerste", gewijzigd, "Drie", "2026-11-23", "Twee", 2},
		{"tussen beide", gewijzigd, "Drie", "2026-11-24", "Twee", 2},
		{"na de laatste", gewijzigd, "Drie", "2026-11-25", "Drie", 3},
		{"na de laatste spreekt het bestand, dat met de hand verbeterd kan zijn", gewijzigd, "Drie!", "2026-11-26", "Drie!", 3},
		{"tussen beide, met een verbetering met de hand die de tweede wijziging vond", []string{gewijzigd[0], gewijzigd[1], "2026-11-25 gewijzigd veld=onderwerp van=Twee! naar=Drie"}, "Drie", "2026-11-24", "Twee!", 2},
		{"ook als die wijziging zelf ongedaan is", []string{gewijzigd[0], gewijzigd[1], "2026-11-25 gewijzigd veld=onderwerp van=Twee! naar=Drie", "2026-11-26 ongedaan gebeurtenis=e3"}, "Twee!", "2026-11-24", "Twee!", 2},
		{"een wijziging die ongedaan is voor de volgende", []string{gewijzigd[0], gewijzigd[1], "2026-11-25 ongedaan gebeurtenis=e2", "2026-11-26 gewijzigd veld=onderwerp van=Een naar=Drie"}, "Drie", "2026-11-24", "Twee", 2},
		{"en na de dag dat zij ongedaan is", []string{gewijzigd[0], gewijzigd[1], "2026-11-25 ongedaan gebeurtenis=e2", "2026-11-26 gewijzigd veld=onderwerp van=Een! naar=Drie"}, "Drie", "2026-11-25", "Een!", 3},
		{"een ander veld", []string{"2026-11-20 ontvangen", "2026-11-23 gewijzigd veld=cursus van= naar=Excel"}, "Een", "2026-11-20", "Een", 1},
		{"een wijziging die ongedaan is, telde tot die dag", append(slices.Clone(gewijzigd), "2026-11-27 ongedaan gebeurtenis=e3"), "Twee", "2026-11-26", "Drie", 3},
		{"en daarna niet meer", append(slices.Clone(gewijzigd), "2026-11-27 ongedaan gebeurtenis=e3"), "Twee", "2026-11-27", "Twee", 4},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			k := externeKlacht(t, tt.regels...)
			k.Onderwerp = tt.nu
			toen := k.alsOp(datum(tt.dag))
			gelijk(t, "onderwerp", toen.Onderwerp, tt.wil)
			gelijk(t, "gebeurtenissen", len(toen.Verloop), tt.gelezen)
			gelijk(t, "het bestand blijft", k.Onderwerp, tt.nu)
		})
	}
}

// A measure has the same rule, for every field.
func TestMaatregelMetVerbeteringTussenTweeWijzigingen(t *testing.T) {
	m := &Maatregel{Streefdatum: datum("2026-12-01"), Verantwoordelijke: "Ilse", Verloop: []Maatregelgebeurtenis{
		{ID: "e1", Wat: MaatregelAangemaakt, Op: OpDag(datum("2026-11-20"))},
		{ID: "e2", Wat: MaatregelGewijzigd, Op: OpDag(datum("2026-11-23")), Veld: "streefdatum", Van: "2026-11-25", Naar: "2026-11-26"},
		{ID: "e3", Wat: MaatregelGewijzigd, Op: OpDag(datum("2026-11-27")), Veld: "streefdatum", Van: "2026-11-30", Naar: "2026-12-01"},
	}}
	for dag, wil := range map[string]string{"2026-11-22": "2026-11-25", "2026-11-23": "2026-11-30", "2026-11-27": "2026-12-01"} {
		toen := m.alsOp(datum(dag))
		gelijk(t, dag, toen.Streefdatum.String(), wil)
		gelijk(t, dag, toen.Verantwoordelijke, "Ilse")
	}
}

func TestElkVeldHeeftEenStand(t *testing.T) {
	for _, w := range wijzigbaar {
		k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-24 gewijzigd veld="+w.naam+" van=oud naar=nieuw")
		*w.veld(k) = "nieuw"
		toen := k.alsOp(datum("2026-11-23"))
		gelijk(t, w.naam+" ervoor", *w.veld(&toen), "oud")
		toen = k.alsOp(datum("2026-11-24"))
		gelijk(t, w.naam+" erna", *w.veld(&toen), "nieuw")
	}
}

func TestWatNogMoetGebeuren(t *testing.T) {
	k := &Klacht{Verloop: gebeurd("2026-11-20 ontvangen", "2026-12-24 bevestigd", "2026-11-23 voorstel")}
	gelijk(t, "later", idsVan(k.Later(datum("2026-11-23"))), "e2")
	gelijk(t, "niets", len(k.Later(datum("2026-12-24"))), 0)
}
