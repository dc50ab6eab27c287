package dossier

import (
	"regexp"
	"testing"
)

var nu = Wie{Door: "Sanne de Vries", Nu: tijdstip("2026-11-23T12:00")}

func TestIntake(t *testing.T) {
	r := NieuweRegels(rezulto(t))
	k, err := r.Intake(Aanmelding{Onderwerp: " Lokaal te klein ", Categorie: "Overig", Ontvangen: tijdstip("2026-11-20")}, nu)
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "soort, herkomst, ernst", []string{string(k.Soort), string(k.Herkomst), string(k.Ernst)}, []string{"klacht", "extern", "normaal"})
	gelijk(t, "onderwerp", k.Onderwerp, "Lokaal te klein")
	gelijk(t, "categorie zoals procedure.yaml haar schrijft", k.Categorie, "overig")
	gelijk(t, "verloop", len(k.Verloop), 1)
	g := k.Verloop[0]
	gelijk(t, "ontvangen", g.Op.String()+" "+string(g.Wat)+" "+g.Vastgelegd.String()+" "+g.Door, "2026-11-20 ontvangen 2026-11-23T12:00:00+01:00 Sanne de Vries")
	// 16 characters of 5 bits are 80 bits.
	for _, id := range []string{k.ID, g.ID} {
		if !regexp.MustCompile(`^[a-z2-7]{16}$`).MatchString(id) {
			t.Errorf("id %q", id)
		}
	}
	if k.ID == g.ID {
		t.Error("twee keer dezelfde id")
	}
}

func TestIntakeSoortEnHerkomst(t *testing.T) {
	r := NieuweRegels(rezulto(t))
	for _, tt := range []struct {
		soort    Soort
		herkomst Herkomst
		wil      Herkomst
		termijn  Termijnnaam
	}{
		{SoortOnvolkomenheid, "", Intern, TermijnAfhandeling},
		{SoortOnvolkomenheid, Extern, Extern, TermijnBevestiging},
		{SoortKlacht, "", Extern, TermijnBevestiging},
		{SoortKlacht, Intern, Intern, TermijnAfhandeling},
	} {
		k, err := r.Intake(Aanmelding{Soort: tt.soort, Herkomst: tt.herkomst, Onderwerp: "x", Categorie: "overig", Ontvangen: tijdstip("2026-11-20")}, nu)
		if err != nil {
			t.Fatal(err)
		}
		gelijk(t, "herkomst", k.Herkomst, tt.wil)
		gelijk(t, "de termijnen volgen de herkomst", k.Beloofd.Termijnen[0].Naam, tt.termijn)
	}
}

func TestIntakeWeigert(t *testing.T) {
	r := NieuweRegels(rezulto(t))
	goed := Aanmelding{Onderwerp: "x", Categorie: "overig", Ontvangen: tijdstip("2026-11-20")}
	for _, tt := range []struct {
		naam string
		maak func(*Aanmelding)
		wil  string
	}{
		{"onderwerp", func(a *Aanmelding) { a.Onderwerp = " \n" }, "een klacht heeft een onderwerp nodig"},
		{"categorie", func(a *Aanmelding) { a.Categorie = "parkeren" }, `categorie "parkeren" staat niet in procedure.yaml`},
		{"morgen", func(a *Aanmelding) { a.Ontvangen = tijdstip("2026-11-24") }, "di 24 november 2026 ligt in de toekomst: een klacht is ontvangen of nog niet"},
		{"later vandaag", func(a *Aanmelding) { a.Ontvangen = tijdstip("2026-11-23T12:01") }, "ma 23 november 2026 12:01 ligt in de toekomst: een klacht is ontvangen of nog niet"},
		{"te lang geleden", func(a *Aanmelding) { a.Ontvangen = OpDag(datum("1989-12-31")) }, "1989-12-31 valt buiten de kalender, die loopt van 1990 tot en met 2299"},
		{"nooit", func(a *Aanmelding) { a.Ontvangen = Tijdstip{} }, "er is geen datum gegeven"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			a := goed
			tt.maak(&a)
			_, err := r.Intake(a, nu)
			metFout(t, err, tt.wil)
			if f, ok := err.(*Fout); !ok || !f.Aanroep || f.Raad == "" {
				t.Errorf("geen verkeerde aanroep met raad: %#v", err)
			}
		})
	}
	for _, op := range []string{"2026-11-23", "2026-11-23T12:00", "1990-01-01"} {
		a := goed
		a.Ontvangen = tijdstip(op)
		if _, err := r.Intake(a, nu); err != nil {
			t.Errorf("%s: %v", op, err)
		}
	}
}
