package dossier

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"klacht/werkdagen"
)

func TestBewaren(t *testing.T) {
	afgehandeld := []string{"2024-11-01 ontvangen", "2024-11-20 afgehandeld uitkomst=ingetrokken"}
	metHeropend := append(slices.Clone(afgehandeld), "2025-01-10 heropend")
	opnieuw := append(slices.Clone(metHeropend), "2025-02-03 afgehandeld uitkomst=ingetrokken")
	plicht := append(slices.Clone(afgehandeld), "2025-03-03 bewaarplicht")
	vrij := append(slices.Clone(plicht), "2027-01-04 bewaarplicht-opgeheven")
	const vanafOntvangen = "bewaren: {vanaf: ontvangen}\n"
	for _, tt := range []struct {
		naam, procedure string
		regels          []string
		dag, tot        string
		weg             bool
		reden           string
	}{
		{"open", "", afgehandeld[:1], "2030-01-01", "", false, "nog open (ontvangen)"},
		{"de dag ervoor", "", afgehandeld, "2026-11-19", "2026-11-20", false, "bewaard tot en met vr 20 november 2026"},
		{"de laatste dag", "", afgehandeld, "2026-11-20", "2026-11-20", false, "bewaard tot en met vr 20 november 2026"},
		{"de dag erna", "", afgehandeld, "2026-11-21", "2026-11-20", true, "bewaartermijn verstreken op vr 20 november 2026"},
		{"eindigt op een zaterdag: geen verlenging", "kalender: {verlenging: atw}\n", []string{"2024-11-01 ontvangen", "2024-11-21 afgehandeld toch"}, "2026-11-22", "2026-11-21", true, "bewaartermijn verstreken op za 21 november 2026"},
		{"29 februari + 2 jaar is 28 februari", "", []string{"2024-02-01 ontvangen", "2024-02-29 afgehandeld toch"}, "2026-02-28", "2026-02-28", false, "bewaard tot en met za 28 februari 2026"},
		{"en op 1 maart is het voorbij", "", []string{"2024-02-01 ontvangen", "2024-02-29 afgehandeld toch"}, "2026-03-01", "2026-02-28", true, "bewaartermijn verstreken op za 28 februari 2026"},
		{"heropend", "", metHeropend, "2030-01-01", "", false, "heropend op vr 10 januari 2025 en nog open"},
		{"voor de heropening gold de eerste", "", metHeropend, "2025-01-09", "2026-11-20", false, "bewaard tot en met vr 20 november 2026"},
		{"opnieuw afgehandeld", "", opnieuw, "2027-02-03", "2027-02-03", false, "bewaard tot en met wo 3 februari 2027"},
		{"telt vanaf de laatste keer", "", opnieuw, "2027-02-04", "2027-02-03", true, "bewaartermijn verstreken op wo 3 februari 2027"},
		{"bewaarplicht", "", plicht, "2030-01-01", "2026-11-20", false, "onder bewaarplicht sinds ma 3 maart 2025"},
		{"bewaarplicht opgeheven", "", vrij, "2027-01-04", "2026-11-20", true, "bewaartermijn verstreken op vr 20 november 2026"},
		{"de dag voor de opheffing", "", vrij, "2027-01-03", "2026-11-20", false, "onder bewaarplicht sinds ma 3 maart 2025"},
		{"vanaf ontvangen", vanafOntvangen, afgehandeld, "2026-11-01", "2026-11-01", false, "bewaard tot en met zo 1 november 2026"},
		{"vanaf ontvangen, de dag erna", vanafOntvangen, afgehandeld, "2026-11-02", "2026-11-01", true, "bewaartermijn verstreken op zo 1 november 2026"},
		{"vanaf ontvangen, nooit zolang open", vanafOntvangen, afgehandeld[:1], "2030-01-01", "", false, "nog open (ontvangen)"},
		{"een andere termijn", "bewaren: {termijn: 6 maanden}\n", afgehandeld, "2025-05-21", "2025-05-20", true, "bewaartermijn verstreken op di 20 mei 2025"},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			p := procedureVan(t, tt.procedure+"profiel: rezulto\n")
			d := bij(t, p, externeKlacht(t, tt.regels...), tt.dag)
			gelijk(t, "bewaren tot", d.BewarenTot.String(), tt.tot)
			gelijk(t, "oordeel", d.Bewaaroordeel(), Oordeel{tt.weg, tt.reden})
		})
	}
}

// Whatever happened: nothing is destroyed that is open, under bewaarplicht, or
// was closed less than two years ago.
func TestNietsTeVroegVernietigd(t *testing.T) {
	regels := NieuweRegels(rezulto(t))
	rapid.Check(t, func(t *rapid.T) {
		k := willekeurig(t)
		dag := datum("2026-01-01") + werkdagen.Datum(rapid.IntRange(0, 1500).Draw(t, "dag"))
		d, err := regels.Beoordeel(k, dag)
		if err != nil {
			t.Fatal(err)
		}
		if d == nil || !d.Bewaaroordeel().Vernietigen {
			return
		}
		switch {
		case d.Open(), d.Bewaarplicht:
			t.Fatal("open of onder bewaarplicht")
		case dag <= d.AfgehandeldOp.PlusJaren(2):
			t.Fatal("te vroeg")
		}
	})
}
