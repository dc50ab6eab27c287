package dossier

import (
	"testing"
)

// A term is unknown when the register does not tell and it is over, and in no
// other case: one that still runs is for whoever handles it now.
func TestVerzwegenTermijnen(t *testing.T) {
	dicht := []string{"2026-03-23 afgehandeld uitkomst=gegrond"}
	for _, tt := range []struct {
		naam, ontvangen string
		verloop         []string
		zwijgt          []Termijnnaam
		wil             []Stand // of bevestiging and voorstel
	}{
		{"afgehandeld", "2026-03-02", dicht, standaardOnbekend(), []Stand{StandOnbekend, StandOnbekend}},
		{"afgehandeld binnen de termijn zegt niets over de rest van het register", "2026-03-20", dicht, standaardOnbekend(), []Stand{StandOnbekend, StandOnbekend}},
		{"het register zegt het wel", "2026-03-20", dicht, nil, []Stand{StandGehaald, StandGehaald}},
		{"en dan was het te laat", "2026-02-02", dicht, nil, []Stand{StandTeLaat, StandTeLaat}},
		{"bevestigd", "2026-03-02", append([]string{"2026-03-20 bevestigd"}, dicht...), standaardOnbekend(), []Stand{StandTeLaat, StandOnbekend}},
		{"een voorstel", "2026-03-02", append([]string{"2026-03-20 voorstel"}, dicht...), standaardOnbekend(), []Stand{StandOnbekend, StandGehaald}},
		{"open en verstreken", "2026-03-02", nil, standaardOnbekend(), []Stand{StandOnbekend, StandOnbekend}},
		{"open en net binnen", "2026-11-19", nil, standaardOnbekend(), []Stand{StandOpen, StandOpen}},
		{"open, de eerste verstreken", "2026-11-02", nil, standaardOnbekend(), []Stand{StandOnbekend, StandOpen}},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			r := NieuweRegels(rezulto(t))
			k, err := r.Overneem(Overtenemen{
				Aanmelding: Aanmelding{Onderwerp: "x", Categorie: "overig", Ontvangen: tijdstip(tt.ontvangen)},
				Verloop:    gebeurd(tt.verloop...), Onbekend: tt.zwijgt,
			}, nu)
			if err != nil {
				t.Fatal(err)
			}
			// As it was written.
			gelezen, _, err := leesKlacht(Nummer{2026, 1}, bestandKlacht, k.tekst())
			if err != nil {
				t.Fatal(err)
			}
			d, err := r.Beoordeel(gelezen, nu.Nu.Dag)
			if err != nil {
				t.Fatal(err)
			}
			gelijk(t, "standen", []Stand{d.Termijnen[0].Stand, d.Termijnen[1].Stand}, tt.wil)
			for _, s := range d.Termijnen {
				if s.Stand == StandOnbekend && (s.VoldaanOp != 0 || s.Onvervuld()) {
					t.Errorf("%s is onbekend, en toch %+v", s.Naam, s)
				}
			}
			for i, f := range d.Feiten().Termijnen {
				gelijk(t, "in de cijfers", f.Onbekend, tt.wil[i] == StandOnbekend)
			}
		})
	}
}

// A reopened dossier gets a promise of its own, that this house keeps or not.
func TestOnbekendIsAlleenDeEersteRonde(t *testing.T) {
	k := externeKlacht(t, "2026-11-02 ontvangen", "2026-11-10 afgehandeld uitkomst=gegrond", "2026-11-11 heropend", "2026-11-12 voorstel")
	k.Beloofd.Onbekend = standaardOnbekend()
	d := op(t, k, "2026-11-23")
	gelijk(t, "voorstel van toen", d.Termijnen[1].Stand, StandOnbekend)
	gelijk(t, "voorstel van nu", d.Termijnen[2].Stand, StandGehaald)
	gelijk(t, "sluiten zonder voorstel is hier niet buiten de volgorde", len(d.Opmerkingen), 0)
}

// A suspension and an extension move no deadline of which nothing is known.
func TestOnbekendVerschuiftNiet(t *testing.T) {
	k := externeKlacht(t, "2026-11-02 ontvangen", "2026-11-10 opgeschort reden=x tot=2026-11-20")
	k.Beloofd.Onbekend = standaardOnbekend()
	d := op(t, k, "2026-11-23")
	gelijk(t, "uiterlijk", d.Termijnen[1].Uiterlijk, d.Termijnen[1].Oorspronkelijk)
	gelijk(t, "stand", d.Termijnen[1].Stand, StandOnbekend)
}

// What a register calls closed without saying how, is nobody's outcome.
func TestOnbekendeUitkomst(t *testing.T) {
	r := NieuweRegels(rezulto(t))
	k, err := r.Overneem(Overtenemen{
		Aanmelding: Aanmelding{Onderwerp: "x", Categorie: "overig", Ontvangen: tijdstip("2026-03-02")},
		Verloop:    []Gebeurtenis{{Wat: WatAfgehandeld, Op: tijdstip("2026-03-20"), Uitkomst: UitkomstOnbekend}},
	}, nu)
	if err != nil {
		t.Fatal(err)
	}
	k, _, err = leesKlacht(Nummer{2026, 1}, bestandKlacht, k.tekst())
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "uitkomst", op(t, k, "2026-11-23").Uitkomst, UitkomstOnbekend)
	for _, u := range Uitkomsten() {
		if u == UitkomstOnbekend {
			t.Error("een dossier kan hier zo gesloten worden")
		}
	}
}
