package dossier

import (
	"strings"
	"testing"
)

// The histories by which a dossier comes to a state.
var totToestand = map[string][]string{
	"ontvangen":             {"2026-11-02 ontvangen"},
	"bevestigd":             {"2026-11-02 ontvangen", "2026-11-03 bevestigd"},
	"voorgesteld":           {"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-10 voorstel"},
	"geschil":               {"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-10 voorstel", "2026-11-12 geschil"},
	"afgehandeld":           {"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-10 voorstel", "2026-11-16 afgehandeld"},
	"heropend":              {"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-10 voorstel", "2026-11-16 afgehandeld", "2026-11-18 heropend"},
	"heropend, onbevestigd": {"2026-11-02 ontvangen", "2026-11-16 afgehandeld uitkomst=ingetrokken", "2026-11-18 heropend"},
	"opgeschort":            {"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-20 opgeschort tot=2026-12-04"},
	"opgeschort geweest":    {"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-06 opgeschort tot=2026-11-20"},
	"geadviseerd":           {"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-10 voorstel", "2026-11-12 geschil", "2026-11-17 advies"},
	"bewaarplicht":          {"2026-11-02 ontvangen", "2026-11-03 bevestigd", "2026-11-10 voorstel", "2026-11-16 afgehandeld", "2026-11-17 bewaarplicht"},
}

var totInterneToestand = map[string][]string{
	"ontvangen":   {"2026-11-02 ontvangen"},
	"afgehandeld": {"2026-11-02 ontvangen", "2026-11-16 afgehandeld"},
	"heropend":    {"2026-11-02 ontvangen", "2026-11-16 afgehandeld", "2026-11-18 heropend"},
}

const (
	alBevestigd   = "is al bevestigd op di 3 november 2026"
	alAfgehandeld = "is al afgehandeld op ma 16 november 2026"
	alGeschil     = "is al in geschil sinds do 12 november 2026"
	geenGeschil   = "ligt niet bij de mediator: advies kan pas na een geschil"
	nogOpen       = "is nog open: heropenen kan alleen na afhandeling"
	nietOpgesch   = "is niet opgeschort"
	geenPlicht    = "staat niet onder bewaarplicht"
	geenReactie   = "heeft nog geen voorstel: een reactie kan pas daarna"
	geenVoorstel  = "heeft nog geen voorstel: een geschil kan pas daarna"
	sluitNiet     = "heeft nog geen voorstel: sluiten kan na een voorstel, of als de klacht is ingetrokken"
	loopt         = " hoort bij een voorstel dat nog loopt"
)

func TestStappen(t *testing.T) {
	for _, tt := range []struct {
		toestand, stap string
		bezwaar        string   // "" when the step is allowed
		na             Toestand // the state after it, allowed or not
	}{
		{"ontvangen", "bevestigd", "", Bevestigd},
		{"ontvangen", "voorstel", "", Voorgesteld},
		{"ontvangen", "analyse", "", Ontvangen},
		{"ontvangen", "opgeschort tot=2026-12-01", "", Ontvangen},
		{"ontvangen", "hervat", nietOpgesch, Ontvangen},
		{"ontvangen", "verlengd met=1_week", "", Ontvangen},
		{"ontvangen", "mediatorgegevens", "", Ontvangen},
		{"ontvangen", "akkoord", geenReactie, Ontvangen},
		{"ontvangen", "niet-akkoord", geenReactie, Ontvangen},
		{"ontvangen", "notitie reactie=geen", geenReactie, Ontvangen},
		{"ontvangen", "geschil", geenVoorstel, InGeschil},
		{"ontvangen", "advies", geenGeschil, Ontvangen},
		{"ontvangen", "afgehandeld uitkomst=gegrond", sluitNiet, Afgehandeld},
		{"ontvangen", "afgehandeld uitkomst=ingetrokken", "", Afgehandeld},
		{"ontvangen", "heropend", nogOpen, Ontvangen},
		{"ontvangen", "ontvangen", "is al ontvangen", Ontvangen},

		{"bevestigd", "bevestigd", alBevestigd, Bevestigd},
		{"bevestigd", "voorstel", "", Voorgesteld},
		{"bevestigd", "analyse", "", Bevestigd},
		{"bevestigd", "opgeschort tot=2026-12-01", "", Bevestigd},
		{"bevestigd", "hervat", nietOpgesch, Bevestigd},
		{"bevestigd", "verlengd met=1_week", "", Bevestigd},
		{"bevestigd", "mediatorgegevens", "", Bevestigd},
		{"bevestigd", "akkoord", geenReactie, Bevestigd},
		{"bevestigd", "geschil", geenVoorstel, InGeschil},
		{"bevestigd", "advies", geenGeschil, Bevestigd},
		{"bevestigd", "afgehandeld uitkomst=ongegrond", sluitNiet, Afgehandeld},
		{"bevestigd", "afgehandeld uitkomst=ingetrokken", "", Afgehandeld},
		{"bevestigd", "heropend", nogOpen, Bevestigd},

		{"voorgesteld", "bevestigd", alBevestigd, Voorgesteld},
		{"voorgesteld", "voorstel", "", Voorgesteld},
		{"voorgesteld", "analyse", "", Voorgesteld},
		{"voorgesteld", "opgeschort tot=2026-12-01", "", Voorgesteld},
		{"voorgesteld", "hervat", nietOpgesch, Voorgesteld},
		{"voorgesteld", "verlengd met=1_week", "", Voorgesteld},
		{"voorgesteld", "mediatorgegevens", "", Voorgesteld},
		{"voorgesteld", "akkoord", "", Voorgesteld},
		{"voorgesteld", "niet-akkoord", "", Voorgesteld},
		{"voorgesteld", "notitie reactie=geen", "", Voorgesteld},
		{"voorgesteld", "geschil", "", InGeschil},
		{"voorgesteld", "advies", geenGeschil, Voorgesteld},
		{"voorgesteld", "afgehandeld uitkomst=gegrond", "", Afgehandeld},
		{"voorgesteld", "heropend", nogOpen, Voorgesteld},

		{"geschil", "bevestigd", alBevestigd, InGeschil},
		{"geschil", "voorstel", "", Voorgesteld},
		{"geschil", "analyse", "", InGeschil},
		{"geschil", "opgeschort tot=2026-12-01", "", InGeschil},
		{"geschil", "hervat", nietOpgesch, InGeschil},
		{"geschil", "verlengd met=1_week", "", InGeschil},
		{"geschil", "mediatorgegevens", "", InGeschil},
		{"geschil", "akkoord", alGeschil + ": een reactie" + loopt, InGeschil},
		{"geschil", "notitie reactie=geen", alGeschil + ": een reactie" + loopt, InGeschil},
		{"geschil", "geschil", "ligt al bij de mediator sinds do 12 november 2026", InGeschil},
		{"geschil", "advies", "", InGeschil},
		{"geschil", "afgehandeld uitkomst=gegrond", "", Afgehandeld},
		{"geschil", "heropend", nogOpen, InGeschil},
		{"geadviseerd", "advies", "", InGeschil},
		{"geadviseerd", "afgehandeld uitkomst=gegrond", "", Afgehandeld},

		{"afgehandeld", "bevestigd", alBevestigd, Afgehandeld},
		{"afgehandeld", "voorstel", alAfgehandeld, Afgehandeld},
		{"afgehandeld", "analyse", alAfgehandeld, Afgehandeld},
		{"afgehandeld", "opgeschort tot=2026-12-01", alAfgehandeld, Afgehandeld},
		{"afgehandeld", "hervat", alAfgehandeld, Afgehandeld},
		{"afgehandeld", "verlengd met=1_week", alAfgehandeld, Afgehandeld},
		{"afgehandeld", "mediatorgegevens", alAfgehandeld, Afgehandeld},
		{"afgehandeld", "akkoord", alAfgehandeld + ": een reactie" + loopt, Afgehandeld},
		{"afgehandeld", "geschil", alAfgehandeld + ": een geschil" + loopt, Afgehandeld},
		{"afgehandeld", "advies", geenGeschil, Afgehandeld},
		{"afgehandeld", "afgehandeld", alAfgehandeld, Afgehandeld},
		{"afgehandeld", "heropend", "", Bevestigd},
		{"afgehandeld", "bewaarplicht", "", Afgehandeld},
		{"afgehandeld", "bewaarplicht-opgeheven", geenPlicht, Afgehandeld},

		{"heropend", "bevestigd", alBevestigd, Bevestigd},
		{"heropend", "voorstel", "", Voorgesteld},
		{"heropend", "analyse", "", Bevestigd},
		{"heropend", "akkoord", "heeft nog geen voorstel: een reactie kan pas daarna", Bevestigd},
		{"heropend", "afgehandeld uitkomst=gegrond", "", Afgehandeld},
		{"heropend", "heropend", nogOpen, Bevestigd},
		{"heropend, onbevestigd", "bevestigd", "is heropend op wo 18 november 2026: bevestigen kan alleen voordat er iets anders gebeurd is", Bevestigd},
		{"heropend, onbevestigd", "afgehandeld uitkomst=gegrond", sluitNiet, Afgehandeld},

		{"opgeschort", "hervat", "", Bevestigd},
		{"opgeschort", "opgeschort tot=2026-12-20", "", Bevestigd},
		{"opgeschort", "voorstel", "", Voorgesteld},
		{"opgeschort geweest", "hervat", "is niet meer opgeschort: dat liep tot en met vr 20 november 2026", Bevestigd},

		{"bewaarplicht", "bewaarplicht", "staat al onder bewaarplicht sinds di 17 november 2026", Afgehandeld},
		{"bewaarplicht", "bewaarplicht-opgeheven", "", Afgehandeld},
		{"bewaarplicht", "heropend", "", Bevestigd},
	} {
		t.Run(tt.toestand+"/"+tt.stap, func(t *testing.T) {
			keurStap(t, Extern, totToestand[tt.toestand], tt.stap, tt.bezwaar, tt.na)
		})
	}
}

func TestInterneStappen(t *testing.T) {
	const (
		nietBevestigen = "is intern gemeld: er is geen klager aan wie ontvangst bevestigd wordt"
		nietVoorstel   = "is intern gemeld: er is geen klager aan wie een voorstel gedaan wordt"
	)
	for _, tt := range []struct {
		toestand, stap, bezwaar string
		na                      Toestand
	}{
		{"ontvangen", "bevestigd", nietBevestigen, Bevestigd},
		{"ontvangen", "voorstel", nietVoorstel, Voorgesteld},
		{"ontvangen", "analyse", "", Ontvangen},
		{"ontvangen", "opgeschort tot=2026-12-01", "", Ontvangen},
		{"ontvangen", "verlengd met=1_week", "", Ontvangen},
		{"ontvangen", "afgehandeld uitkomst=gegrond", "", Afgehandeld},
		{"ontvangen", "heropend", nogOpen, Ontvangen},
		{"afgehandeld", "analyse", alAfgehandeld, Afgehandeld},
		{"afgehandeld", "heropend", "", Ontvangen},
		{"heropend", "afgehandeld uitkomst=gegrond", "", Afgehandeld},
	} {
		t.Run(tt.toestand+"/"+tt.stap, func(t *testing.T) {
			keurStap(t, Intern, totInterneToestand[tt.toestand], tt.stap, tt.bezwaar, tt.na)
		})
	}
}

// What may always be recorded, in every state.
func TestAltijdToegestaan(t *testing.T) {
	for toestand, regels := range totToestand {
		for _, stap := range []string{
			"notitie", "bijlage", "bericht-in", "bericht-uit", "besproken", "gewijzigd veld=cursus naar=Excel", "hernummerd", "aanvaard",
		} {
			l, _ := doorloop(&Klacht{Herkomst: Extern}, gebeurd(regels...))
			keurStap(t, Extern, regels, stap, "", l.toestand)
			if t.Failed() {
				t.Fatalf("%s vanuit %s", stap, toestand)
			}
		}
	}
}

func keurStap(t *testing.T, h Herkomst, regels []string, stap, bezwaar string, na Toestand) {
	t.Helper()
	l, bezwaren := doorloop(&Klacht{Herkomst: h}, gebeurd(regels...))
	gelijk(t, "bezwaren vooraf", len(bezwaren), 0)
	g := eenGebeurtenis("2026-11-23 " + stap)
	gelijk(t, "bezwaar", l.bezwaar(&g), bezwaar)
	l.neem(&g)
	gelijk(t, "toestand erna", l.toestand, na)
}

func TestVoorDeOntvangst(t *testing.T) {
	l, bezwaren := doorloop(&Klacht{Herkomst: Extern}, opVolgorde(gebeurd("2026-11-02T12:00 ontvangen", "2026-11-02T11:00 bevestigd", "2026-11-01 notitie", "2026-11-02 analyse")))
	gelijk(t, "toestand", l.toestand, Bevestigd)
	gelijk(t, "bezwaren", bezwaren, map[string]string{
		"e2": "is pas ontvangen op ma 2 november 2026 12:00",
		"e3": "is pas ontvangen op ma 2 november 2026 12:00",
	})
	leeg := loop{}
	gelijk(t, "zonder ontvangst", leeg.bezwaar(&Gebeurtenis{Wat: WatNotitie}), "is nog niet ontvangen")
}

func TestOntvangstGewijzigd(t *testing.T) {
	regels := []string{"2026-11-10 ontvangen", "2026-11-12 gewijzigd veld=ontvangen naar=2026-11-06", "2026-11-13 gewijzigd veld=ontvangen naar=2026-11-09"}
	l, bezwaren := doorloop(&Klacht{Herkomst: Extern}, gebeurd(regels...))
	gelijk(t, "ontvangst", l.ontvangen.String(), "2026-11-09")
	gelijk(t, "bezwaren", len(bezwaren), 0)
	l, _ = doorloop(&Klacht{Herkomst: Extern}, gebeurd(regels[:2]...))
	gelijk(t, "na de eerste", l.ontvangen.String(), "2026-11-06")
}

func TestReactieHoortBijHetLaatsteVoorstel(t *testing.T) {
	for _, tt := range []struct{ stappen, wil string }{
		{"akkoord", "akkoord"},
		{"niet-akkoord", "niet-akkoord"},
		{"notitie reactie=geen", "geen"},
		{"niet-akkoord, akkoord", "akkoord"},
		{"niet-akkoord, voorstel", ""},
		{"notitie", ""},
	} {
		regels := append([]string{}, totToestand["voorgesteld"]...)
		for _, s := range strings.Split(tt.stappen, ", ") {
			regels = append(regels, "2026-11-20 "+s)
		}
		l, _ := doorloop(&Klacht{Herkomst: Extern}, gebeurd(regels...))
		gelijk(t, tt.stappen, l.reactie, tt.wil)
	}
}

func TestHeropendNaTweeKeerSluitenIsOpen(t *testing.T) {
	k := externeKlacht(t, "2026-11-02 ontvangen", "2026-11-03 voorstel", "2026-11-10 afgehandeld", "2026-11-16 afgehandeld toch", "2026-11-18 heropend")
	d := op(t, k, "2026-11-23")
	gelijk(t, "dossier", d.Open(), true)
	gelijk(t, "feiten", d.Feiten().OpenOp(datum("2026-11-23")), true)
}

// Closing what is closed, on somebody's word, keeps one closing that stands.
func TestTweeKeerGesloten(t *testing.T) {
	k := externeKlacht(t, "2026-11-02 ontvangen", "2026-11-03 voorstel", "2026-11-10 afgehandeld uitkomst=ongegrond", "2026-11-16 afgehandeld uitkomst=gegrond toch")
	d := op(t, k, "2026-11-23")
	gelijk(t, "afgehandeld op", d.AfgehandeldOp.String(), "2026-11-16")
	gelijk(t, "uitkomst", d.Uitkomst, Gegrond)
	f := d.Feiten()
	for _, tt := range []struct {
		dag, op  string
		gesloten bool
	}{{"2026-11-09", "", false}, {"2026-11-10", "2026-11-10", true}, {"2026-11-15", "2026-11-10", true}, {"2026-11-16", "2026-11-16", true}} {
		s, gesloten := f.GeslotenOp(datum(tt.dag))
		gelijk(t, tt.dag+" gesloten", gesloten, tt.gesloten)
		gelijk(t, tt.dag+" op", s.Op.String(), tt.op)
	}
}

func TestOverlappendeOpschortingLooptTotDeLaatsteDag(t *testing.T) {
	k := externeKlacht(t, "2026-11-02 ontvangen", "2026-11-03 opgeschort tot=2026-11-27", "2026-11-05 opgeschort tot=2026-11-10")
	d := op(t, k, "2026-11-23")
	if d.Opgeschort == nil {
		t.Fatal("niet opgeschort")
	}
	gelijk(t, "tot", d.Opgeschort.Tot.String(), "2026-11-27")
	gelijk(t, "vanaf", d.Opgeschort.Vanaf.String(), "2026-11-03")
	g := eenGebeurtenis("2026-11-23 hervat")
	gelijk(t, "hervatten kan", d.loop.bezwaar(&g), "")
}

func TestBewaarplichtTweeKeerTeltVanafDeEerste(t *testing.T) {
	k := externeKlacht(t, append(append([]string{}, totToestand["bewaarplicht"]...), "2026-11-20 bewaarplicht toch")...)
	gelijk(t, "oordeel", op(t, k, "2026-11-23").Bewaaroordeel().Reden, "onder bewaarplicht sinds di 17 november 2026")
}
