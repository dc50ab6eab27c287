package dossier

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTermijnfeitStand(t *testing.T) {
	d := datum
	open := Termijnfeit{Uiterlijk: d("2026-11-27")}
	gehaald := Termijnfeit{Uiterlijk: d("2026-11-27"), VoldaanOp: d("2026-11-27")}
	teLaat := Termijnfeit{Uiterlijk: d("2026-11-27"), VoldaanOp: d("2026-12-01")}
	vervallen := Termijnfeit{Uiterlijk: d("2026-11-27"), VervallenOp: d("2026-11-25")}
	for _, tt := range []struct {
		naam string
		t    Termijnfeit
		dag  string
		wil  Stand
	}{
		{"op de laatste dag", open, "2026-11-27", StandOpen},
		{"de dag erna", open, "2026-11-28", StandTeLaat},
		{"de dag voor het gehaald was", gehaald, "2026-11-26", StandOpen},
		{"gehaald", gehaald, "2026-11-27", StandGehaald},
		{"te laat gehaald: voor het verstreek", teLaat, "2026-11-27", StandOpen},
		{"erna", teLaat, "2026-11-30", StandTeLaat},
		{"en toen het gehaald was", teLaat, "2026-12-01", StandTeLaat},
		{"voor het verviel", vervallen, "2026-11-24", StandOpen},
		{"vervallen", vervallen, "2026-12-31", StandVervallen},
		{"onbekend", Termijnfeit{Onbekend: true}, "2026-12-31", StandOnbekend},
	} {
		t.Run(tt.naam, func(t *testing.T) { gelijk(t, "stand", tt.t.Stand(d(tt.dag)), tt.wil) })
	}
}

// Closed and reopened on one day: the order is that of the dossier itself.
func TestGeslotenOpEenDag(t *testing.T) {
	for _, tt := range []struct {
		regels []string
		open   bool
	}{
		{[]string{"2026-11-02 ontvangen", "2026-11-10 afgehandeld uitkomst=ingetrokken", "2026-11-10 heropend"}, true},
		{[]string{"2026-11-02 ontvangen", "2026-11-10 afgehandeld uitkomst=ingetrokken", "2026-11-10 heropend", "2026-11-10 afgehandeld uitkomst=ingetrokken"}, false},
		{[]string{"2026-11-02 ontvangen", "2026-11-05 afgehandeld uitkomst=ingetrokken", "2026-11-10 heropend", "2026-11-10 afgehandeld uitkomst=gegrond toch"}, false},
	} {
		f := op(t, externeKlacht(t, tt.regels...), "2026-11-23").Feiten()
		gelijk(t, fmt.Sprint(tt.regels), f.OpenOp(datum("2026-11-10")), tt.open)
	}
}

// A report as of an earlier day must not know the cause yet.
func TestFeitenVanDeAnalyse(t *testing.T) {
	k := externeKlacht(t, "2026-11-02 ontvangen", "2026-11-10 analyse oorzaak=planning", "2026-11-20 analyse oorzaak=communicatie", "2026-11-21 afgehandeld uitkomst=ingetrokken", "2026-11-22 bewaarplicht")
	for dag, wil := range map[string]struct{ op, oorzaak string }{
		"2026-11-09": {"", ""}, "2026-11-19": {"2026-11-10", "planning"}, "2026-11-23": {"2026-11-20", "communicatie"},
	} {
		f := op(t, k, dag).Feiten()
		gelijk(t, dag, struct{ op, oorzaak string }{f.OorzaakOp.String(), f.Oorzaak}, wil, cmp.AllowUnexported(wil))
	}
	f := op(t, k, "2026-11-23").Feiten()
	gelijk(t, "bewaren tot", f.BewarenTot, datum("2028-11-21"))
	gelijk(t, "bewaarplicht", f.Bewaarplicht, true)
	gelijk(t, "open: nog niet te zeggen", op(t, k, "2026-11-20").Feiten().BewarenTot, 0)
}

func TestNogNietOntvangenIsNietOpen(t *testing.T) {
	f := Feiten{Ontvangen: datum("2026-11-20")}
	gelijk(t, "ervoor", f.OpenOp(datum("2026-11-19")), false)
	gelijk(t, "op de dag", f.OpenOp(datum("2026-11-20")), true)
}
