package dossier

import (
	"slices"
	"testing"
)

func TestVervolg(t *testing.T) {
	const (
		bevestig = "klacht bevestig K2026-0007"
		analyse  = "klacht analyse K2026-0007 --oorzaak …"
		voorstel = "klacht voorstel K2026-0007 --tekst …"
		sluit    = "klacht sluit K2026-0007 --uitkomst …"
		hervat   = "klacht hervat K2026-0007"
		reactie  = "klacht reactie K2026-0007 akkoord|niet-akkoord|geen"
		mediator = "klacht mediator K2026-0007"
		geschil  = "klacht geschil K2026-0007"
		advies   = "klacht advies K2026-0007 --tekst …"
	)
	gedaan := []string{"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-04 analyse"}
	voorgesteld := append(slices.Clone(gedaan), "2026-11-05 voorstel")
	inGeschil := append(slices.Clone(voorgesteld), "2026-11-06 geschil")
	for _, tt := range []struct {
		naam   string
		h      Herkomst
		regels []string
		wil    []string
	}{
		{"ontvangen", Extern, gedaan[:1], []string{bevestig, analyse, voorstel}},
		{"geanalyseerd", Extern, gedaan, []string{voorstel}},
		{"opgeschort", Extern, append(slices.Clone(gedaan), "2026-11-05 opgeschort tot=2026-12-01"), []string{hervat, voorstel}},
		{"voorgesteld", Extern, voorgesteld, []string{reactie}},
		{"akkoord", Extern, append(slices.Clone(voorgesteld), "2026-11-06 akkoord"), []string{sluit}},
		{"geen reactie", Extern, append(slices.Clone(voorgesteld), "2026-11-06 notitie reactie=geen"), []string{sluit}},
		{"niet akkoord", Extern, append(slices.Clone(voorgesteld), "2026-11-06 niet-akkoord"), []string{mediator, voorstel, geschil}},
		{"geschil", Extern, inGeschil, []string{advies}},
		{"advies", Extern, append(slices.Clone(inGeschil), "2026-11-06 advies"), []string{sluit}},
		{"opnieuw geschil op de dag van het advies", Extern, append(slices.Clone(inGeschil), "2026-11-06 advies", "2026-11-06 voorstel", "2026-11-06 geschil"), []string{advies}},
		{"afgehandeld", Extern, append(slices.Clone(voorgesteld), "2026-11-06 afgehandeld"), nil},
		{"heropend", Extern, append(slices.Clone(voorgesteld), "2026-11-06 afgehandeld", "2026-11-09 heropend"), []string{voorstel}},
		{"intern", Intern, gedaan[:1], []string{analyse, sluit}},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			var kreeg []string
			for _, v := range op(t, klachtBij(t, rezulto(t), tt.h, tt.regels...), "2026-11-23").Vervolg() {
				kreeg = append(kreeg, v.Opdracht)
			}
			gelijk(t, "vervolg", kreeg, tt.wil)
		})
	}
}

// Who set up sending is not led to record a confirmation that was never sent.
func TestVervolgVerstuurtWaarDatKan(t *testing.T) {
	p := *rezulto(t)
	p.Post.Versturen = Mailserver{Host: "mail.example.nl"}
	vervolg := func(k *Klacht) (uit []string) {
		d, err := NieuweRegels(&p).Beoordeel(k, datum("2026-11-23"))
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range d.Vervolg() {
			uit = append(uit, v.Opdracht)
		}
		return uit
	}
	const analyse = "klacht analyse K2026-0007 --oorzaak …"
	k := klachtBij(t, &p, Extern, "2026-11-02 ontvangen")
	gelijk(t, "zonder adres", vervolg(k), []string{"klacht bevestig K2026-0007", analyse, "klacht voorstel K2026-0007 --tekst …"})
	k.Klager.Email = "e.bakker@example.nl"
	gelijk(t, "met adres", vervolg(k), []string{"klacht bevestig K2026-0007 --verstuur", analyse, "klacht voorstel K2026-0007 --tekst … --verstuur"})
}

// What may have gone out is settled before anything else, also when the dossier is closed.
func TestVervolgVraagtEerstNaarEenOnzekereBrief(t *testing.T) {
	for _, regels := range [][]string{{"2026-11-02 ontvangen"}, {"2026-11-02 ontvangen", "2026-11-03 afgehandeld"}} {
		k := klachtBij(t, rezulto(t), Extern, regels...)
		k.Verzending = &Verzending{Nummer: k.Nummer, Sjabloon: "afsluiting", Aan: "e.bakker@example.nl", Op: tijdstip("2026-11-04")}
		v := op(t, k, "2026-11-23").Vervolg()[0]
		gelijk(t, regels[len(regels)-1], v.Waarom+": "+v.Opdracht, "zeg of de brief afsluiting aan e.bakker@example.nl verstuurd is: klacht post uitslag K2026-0007 verstuurd|niet-verstuurd")
	}
}

func TestInternWachtNiemandOpEenKlager(t *testing.T) {
	for _, tt := range []struct {
		h   Herkomst
		wil string
	}{{Extern, "leg vast dat het antwoord van de klager er is"}, {Intern, "leg vast dat er weer verder gewerkt kan worden"}} {
		k := klachtBij(t, rezulto(t), tt.h, "2026-11-02 ontvangen", "2026-11-03 analyse", "2026-11-05 opgeschort tot=2026-12-01")
		for _, v := range op(t, k, "2026-11-23").Vervolg() {
			if v.Opdracht == "klacht hervat K2026-0007" {
				gelijk(t, string(tt.h), v.Waarom, tt.wil)
				tt.wil = ""
			}
		}
		if tt.wil != "" {
			t.Errorf("%s: nothing resumes it", tt.h)
		}
	}
}
