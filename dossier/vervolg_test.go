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
