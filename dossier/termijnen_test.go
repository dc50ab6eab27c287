package dossier

import (
	"fmt"
	"strings"
	"testing"
)

// rijen shows the terms of d a line each:
// naam[/ronde] oorspronkelijk uiterlijk laatste_werkdag voldaan_op stand werkdagen_over
func rijen(d *Dossier) []string {
	var uit []string
	for _, t := range d.Termijnen {
		naam, over := string(t.Naam), "-"
		if t.Ronde > 1 {
			naam += fmt.Sprintf("/%d", t.Ronde)
		}
		if t.WerkdagenOver != nil {
			over = fmt.Sprint(*t.WerkdagenOver)
		}
		voldaan := t.VoldaanOp.String()
		if voldaan == "" {
			voldaan = "-"
		}
		uit = append(uit, strings.Join([]string{naam, t.Oorspronkelijk.String(), t.Uiterlijk.String(), t.LaatsteWerkdag.String(), voldaan, strings.ReplaceAll(string(t.Stand), " ", "_"), over}, " "))
	}
	return uit
}

type termijnproef struct {
	naam   string
	regels []string
	dag    string
	wil    []string
}

// A complaint received on Friday 20 November 2026: five working days on is
// Friday 27 November, four weeks on Friday 18 December.
var externeTermijnen = []termijnproef{
	{"op de dag van ontvangst", []string{"2026-11-20T16:40 ontvangen"}, "2026-11-20", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 5",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 20",
	}},
	{"op de laatste dag", []string{"2026-11-20 ontvangen"}, "2026-11-27", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 0",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 15",
	}},
	{"in het weekend erachter", []string{"2026-11-20 ontvangen"}, "2026-11-29", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat 0",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 15",
	}},
	{"de maandag daarna", []string{"2026-11-20 ontvangen"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -1",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 14",
	}},
	{"op tijd bevestigd", []string{"2026-11-20 ontvangen", "2026-11-27 bevestigd"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-27 gehaald -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 14",
	}},
	{"te laat bevestigd", []string{"2026-11-20 ontvangen", "2026-11-28 bevestigd"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-28 te_laat -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 14",
	}},
	{"een voorstel bevestigt ook", []string{"2026-11-20 ontvangen", "2026-11-25 voorstel"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-25 gehaald -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 2026-11-25 gehaald -",
	}},
	{"het eerste voorstel telt", []string{"2026-11-20 ontvangen", "2026-12-18 voorstel", "2026-12-21 voorstel"}, "2026-12-21", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-12-18 te_laat -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 2026-12-18 gehaald -",
	}},
	{"afgehandeld voldoet aan alles", []string{"2026-11-20 ontvangen", "2026-11-24 afgehandeld uitkomst=gegrond toch"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-24 gehaald -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 2026-11-24 gehaald -",
	}},
	{"een notitie of bericht voldoet aan niets", []string{"2026-11-20 ontvangen", "2026-11-23 bericht-uit", "2026-11-23 analyse", "2026-11-23 mediatorgegevens"}, "2026-11-23", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 4",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 19",
	}},
	{"een bevestiging die niet gebeurd is", []string{"2026-11-20 ontvangen", "2026-11-23 bevestigd", "2026-11-24 ongedaan gebeurtenis=e2"}, "2026-11-24", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 18",
	}},

	// Withdrawn.
	{"ingetrokken voor de laatste dag", []string{"2026-11-20 ontvangen", "2026-11-26 afgehandeld uitkomst=ingetrokken"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - vervallen -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - vervallen -",
	}},
	{"ingetrokken op de laatste dag", []string{"2026-11-20 ontvangen", "2026-11-27 afgehandeld uitkomst=ingetrokken"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - vervallen -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - vervallen -",
	}},
	{"ingetrokken na de laatste dag", []string{"2026-11-20 ontvangen", "2026-11-28 afgehandeld uitkomst=ingetrokken"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-28 te_laat -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - vervallen -",
	}},
	{"ingetrokken na de bevestiging", []string{"2026-11-20 ontvangen", "2026-11-24 bevestigd", "2026-11-26 afgehandeld uitkomst=ingetrokken"}, "2026-11-30", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-24 gehaald -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - vervallen -",
	}},

	// Suspension: from the day after the request up to the answer or the date.
	{"opgeschort tot 8 december, nog bezig: 24 nov + 14 dagen", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-08"}, "2026-11-25", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 2", // never stops
		"voorstel 2026-12-18 2027-01-01 2026-12-31 - open 25",   // 14 days on: New Year's Day; 25 December is a holiday, 26 a Saturday
	}},
	{"zonder antwoord verlopen: dezelfde 14 dagen", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-08"}, "2026-12-15", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -12",
		"voorstel 2026-12-18 2027-01-01 2026-12-31 - open 11",
	}},
	{"het antwoord kwam na 6 dagen", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-08", "2026-11-30 hervat"}, "2026-12-01", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -2",
		"voorstel 2026-12-18 2026-12-24 2026-12-24 - open 17",
	}},
	{"het antwoord is er de dag ervoor nog niet", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-08", "2026-11-30 hervat"}, "2026-11-29", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat 0",
		"voorstel 2026-12-18 2027-01-01 2026-12-31 - open 23",
	}},
	{"het antwoord kwam na de datum: 14 dagen en niet meer", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-08", "2026-12-10 hervat toch"}, "2026-12-15", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -12",
		"voorstel 2026-12-18 2027-01-01 2026-12-31 - open 11",
	}},
	{"het antwoord kwam dezelfde dag", []string{"2026-11-20 ontvangen", "2026-11-24T09:00 opgeschort tot=2026-12-08", "2026-11-24T15:00 hervat"}, "2026-11-25", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 2",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 17",
	}},
	{"overlap telt één keer: 24 nov t/m 10 dec = 16 dagen", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-04", "2026-12-01 opgeschort tot=2026-12-10"}, "2026-12-01", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -2",
		"voorstel 2026-12-18 2027-01-03 2026-12-31 - open 21", // a Sunday
	}},
	{"de een binnen de ander: 24 nov t/m 10 dec = 16 dagen", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-10", "2026-11-26 opgeschort tot=2026-12-01"}, "2026-12-01", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -2",
		"voorstel 2026-12-18 2027-01-03 2026-12-31 - open 21",
	}},
	{"één antwoord op twee overlappende: 24 nov t/m 3 dec = 9 dagen", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-10", "2026-11-26 opgeschort tot=2026-12-20", "2026-12-03 hervat"}, "2026-12-04", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -5",
		"voorstel 2026-12-18 2026-12-27 2026-12-24 - open 14",
	}},
	{"twee na elkaar: 3 + 4 dagen", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-12-08", "2026-11-26 hervat", "2026-11-27 opgeschort tot=2026-12-01"}, "2026-12-02", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -3",
		"voorstel 2026-12-18 2026-12-25 2026-12-24 - open 16",
	}},
	{"opgeschort op de laatste dag telt nog", []string{"2026-11-20 ontvangen", "2026-12-18 opgeschort tot=2026-12-22"}, "2026-12-21", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -16",
		"voorstel 2026-12-18 2026-12-22 2026-12-22 - open 1",
	}},
	{"opschorten heelt geen gemiste termijn", []string{"2026-11-20 ontvangen", "2026-12-19 opgeschort tot=2026-12-31"}, "2026-12-21", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -16",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - te_laat -1",
	}},
	{"na het voorstel verschuift niets", []string{"2026-11-20 ontvangen", "2026-11-24 voorstel", "2026-11-25 opgeschort tot=2026-12-31"}, "2026-11-26", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-24 gehaald -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 2026-11-24 gehaald -",
	}},

	// Extension, and suspension before and after it: worked off in order.
	{"verlengd tot", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd tot=2027-01-15"}, "2026-11-24", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
		"voorstel 2026-12-18 2027-01-15 2027-01-15 - open 36",
	}},
	{"verlengd met 2 weken", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd met=2_weken"}, "2026-11-24", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
		"voorstel 2026-12-18 2027-01-01 2026-12-31 - open 26",
	}},
	{"verlengd met 5 werkdagen, over kerst", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd met=5_werkdagen"}, "2026-11-24", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
		"voorstel 2026-12-18 2026-12-28 2026-12-28 - open 23", // 21, 22, 23, 24 and, after Christmas, 28 December
	}},
	{"tot, dan met, dan opgeschort: 15 jan + 7 + 10", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd tot=2027-01-15", "2026-11-25 verlengd met=1_week", "2026-11-26 opgeschort tot=2026-12-06"}, "2026-11-26", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 1",
		"voorstel 2026-12-18 2027-02-01 2027-02-01 - open 45",
	}},
	{"tot, dan opgeschort, dan met: 15 jan + 10 + 7", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd tot=2027-01-15", "2026-11-25 opgeschort tot=2026-12-05", "2026-11-26 verlengd met=1_week"}, "2026-11-26", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 1",
		"voorstel 2026-12-18 2027-02-01 2027-02-01 - open 45",
	}},
	{"opgeschort, dan tot: de datum vervangt", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-04", "2026-11-25 verlengd tot=2027-01-15", "2026-11-26 verlengd met=1_week"}, "2026-11-26", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 1",
		"voorstel 2026-12-18 2027-01-22 2027-01-22 - open 39",
	}},
	{"met, dan tot, dan opgeschort: 15 jan + 10", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd met=1_week", "2026-11-25 verlengd tot=2027-01-15", "2026-11-26 opgeschort tot=2026-12-06"}, "2026-11-26", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 1",
		"voorstel 2026-12-18 2027-01-25 2027-01-25 - open 40",
	}},
	{"met, dan opgeschort, dan tot", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd met=1_week", "2026-11-25 opgeschort tot=2026-12-05", "2026-11-26 verlengd tot=2027-01-15"}, "2026-11-26", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 1",
		"voorstel 2026-12-18 2027-01-15 2027-01-15 - open 34",
	}},
	{"opgeschort, dan met, dan tot", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-04", "2026-11-25 verlengd met=1_week", "2026-11-26 verlengd tot=2027-01-15"}, "2026-11-26", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 1",
		"voorstel 2026-12-18 2027-01-15 2027-01-15 - open 34",
	}},
	{"in de volgorde van op, niet van het bestand", []string{"2026-11-20 ontvangen", "2026-11-26 verlengd tot=2027-01-15", "2026-11-24 verlengd met=1_week"}, "2026-11-26", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 1",
		"voorstel 2026-12-18 2027-01-15 2027-01-15 - open 34",
	}},
	{"verlengd na de laatste dag telt niet", []string{"2026-11-20 ontvangen", "2026-12-19 verlengd tot=2027-01-15"}, "2026-12-21", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - te_laat -16",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - te_laat -1",
	}},
	{"de dag voor de verlenging was zij er nog niet", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd tot=2027-01-15"}, "2026-11-23", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 4",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 19",
	}},

	// Reopened: four weeks from Wednesday 2 December is Wednesday 30 December.
	{"heropend", []string{"2026-11-20 ontvangen", "2026-11-23 voorstel", "2026-11-30 afgehandeld", "2026-12-02 heropend"}, "2026-12-02", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-23 gehaald -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 2026-11-23 gehaald -",
		"voorstel/2 2026-12-30 2026-12-30 2026-12-30 - open 19",
	}},
	{"twee keer heropend", []string{"2026-11-20 ontvangen", "2026-11-23 voorstel", "2026-11-30 afgehandeld", "2026-12-02 heropend", "2026-12-07 afgehandeld", "2026-12-09 heropend"}, "2026-12-09", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-23 gehaald -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 2026-11-23 gehaald -",
		"voorstel/2 2026-12-30 2026-12-30 2026-12-30 2026-12-07 gehaald -",
		"voorstel/3 2027-01-06 2027-01-06 2027-01-06 - open 18",
	}},
	{"heropenen van wat open is begint geen ronde", []string{"2026-11-20 ontvangen", "2026-11-23 heropend toch"}, "2026-11-23", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 4",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 19",
	}},
	// Closing ended the first suspension, so the second counts in full: 3 to 8 December, 5 days.
	{"opgeschort in de tweede ronde", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-12-20", "2026-11-30 afgehandeld uitkomst=ingetrokken", "2026-12-02 heropend", "2026-12-03 opgeschort tot=2026-12-08"}, "2026-12-03", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-30 te_laat -",
		"voorstel 2026-12-18 2027-01-14 2027-01-14 - vervallen -",
		"voorstel/2 2026-12-30 2027-01-04 2027-01-04 - open 20",
	}},
	{"verlengd in de tweede ronde", []string{"2026-11-20 ontvangen", "2026-11-23 voorstel", "2026-11-30 afgehandeld", "2026-12-02 heropend", "2026-12-03 verlengd met=1_week"}, "2026-12-03", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-23 gehaald -",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 2026-11-23 gehaald -",
		"voorstel/2 2026-12-30 2027-01-06 2027-01-06 - open 22",
	}},

	// Receipt corrected from the 20th to the 18th: the same promise from there.
	{"ontvangst verbeterd", []string{"2026-11-20 ontvangen", "2026-11-23 gewijzigd veld=ontvangen naar=2026-11-18"}, "2026-11-23", []string{
		"bevestiging 2026-11-25 2026-11-25 2026-11-25 - open 2",
		"voorstel 2026-12-16 2026-12-16 2026-12-16 - open 17",
	}},
	{"de dag voor de verbetering", []string{"2026-11-20 ontvangen", "2026-11-23 gewijzigd veld=ontvangen naar=2026-11-18"}, "2026-11-22", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 5",
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 20",
	}},
}

func TestTermijnen(t *testing.T) {
	for _, tt := range externeTermijnen {
		t.Run(tt.naam, func(t *testing.T) {
			gelijk(t, "termijnen", rijen(op(t, externeKlacht(t, tt.regels...), tt.dag)), tt.wil)
		})
	}
}

func TestInterneTermijn(t *testing.T) {
	for _, tt := range []termijnproef{
		{"vier weken", []string{"2026-11-20 ontvangen", "2026-11-23 analyse"}, "2026-11-23", []string{
			"afhandeling 2026-12-18 2026-12-18 2026-12-18 - open 19",
		}},
		{"een voorstel is geen afhandeling", []string{"2026-11-20 ontvangen", "2026-11-23 voorstel toch"}, "2026-11-23", []string{
			"afhandeling 2026-12-18 2026-12-18 2026-12-18 - open 19",
		}},
		{"afgehandeld", []string{"2026-11-20 ontvangen", "2026-12-18 afgehandeld"}, "2026-12-18", []string{
			"afhandeling 2026-12-18 2026-12-18 2026-12-18 2026-12-18 gehaald -",
		}},
		{"opgeschort", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-11-26"}, "2026-11-23", []string{
			"afhandeling 2026-12-18 2026-12-21 2026-12-21 - open 20",
		}},
		{"heropend", []string{"2026-11-20 ontvangen", "2026-11-23 afgehandeld", "2026-11-24 heropend"}, "2026-11-24", []string{
			"afhandeling 2026-12-18 2026-12-18 2026-12-18 2026-11-23 gehaald -",
			"afhandeling/2 2026-12-22 2026-12-22 2026-12-22 - open 20",
		}},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			gelijk(t, "termijnen", rijen(op(t, interneKlacht(t, tt.regels...), tt.dag)), tt.wil)
		})
	}
}

// A procedure after chapter 9 of the Algemene wet bestuursrecht: six weeks
// (art. 9:11 lid 1), adjournable by four (lid 2), extended as the Algemene
// termijnenwet does.
const awbAchtig = `
termijnen:
  extern: {bevestiging: 1 week, voorstel: geen, afhandeling: 6 weken}
kalender: {verlenging: atw}
verlengen: 4 weken
`

// One after art. 17 of the Wet kwaliteit, klachten en geschillen zorg: six
// weeks, extendable by four, and no suspension.
const wkkgzAchtig = `
termijnen:
  extern: {bevestiging: geen, voorstel: 6 weken}
opschorten: nee
verlengen: 4 weken
`

func TestAndereProcedures(t *testing.T) {
	for _, tt := range []struct {
		procedure string
		termijnproef
	}{
		// Friday 20 November + 6 weeks is New Year's Day: on to Monday 4 January 2027.
		{awbAchtig, termijnproef{"awb", []string{"2026-11-20 ontvangen"}, "2026-11-20", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 5",
			"afhandeling 2027-01-04 2027-01-04 2027-01-04 - open 29",
		}}},
		// One day of suspension ends on Saturday 2 January: Monday all the same.
		{awbAchtig, termijnproef{"awb, opgeschort", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-11-25"}, "2026-11-24", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
			"afhandeling 2027-01-04 2027-01-04 2027-01-04 - open 27",
		}}},
		// Eight days end on Saturday 9 January: Monday 11 January.
		{awbAchtig, termijnproef{"awb, langer opgeschort", []string{"2026-11-20 ontvangen", "2026-11-24 opgeschort tot=2026-12-02"}, "2026-11-24", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
			"afhandeling 2027-01-04 2027-01-11 2027-01-11 - open 32",
		}}},
		// Adjourned by four weeks from where the term itself ends: 1 January + 28 days is Friday 29 January.
		{awbAchtig, termijnproef{"awb, verdaagd", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd met=4_weken"}, "2026-11-24", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
			"afhandeling 2027-01-04 2027-01-29 2027-01-29 - open 46",
		}}},
		// A date that was agreed is that date, be it a Sunday.
		{awbAchtig, termijnproef{"awb, tot een zondag", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd tot=2027-01-10"}, "2026-11-24", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
			"afhandeling 2027-01-04 2027-01-10 2027-01-08 - open 31",
		}}},
		{awbAchtig, termijnproef{"awb, heropend", []string{"2026-11-20 ontvangen", "2026-11-24 afgehandeld toch", "2026-11-25 heropend"}, "2026-11-25", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-24 gehaald -",
			"afhandeling 2027-01-04 2027-01-04 2027-01-04 2026-11-24 gehaald -",
			"afhandeling/2 2027-01-06 2027-01-06 2027-01-06 - open 28",
		}}},
		// A three-day term over Easter 2027 (28 March): received Thursday, ends Sunday, on to Tuesday (art. 1), and on to Wednesday
		// so that two ordinary days are in it (art. 2). A day of suspension does not bring it forward.
		{"termijnen: {extern: {bevestiging: geen, voorstel: 3 dagen}}\nkalender: {verlenging: atw}\n", termijnproef{"artikel 2", []string{"2027-03-25 ontvangen", "2027-03-25 opgeschort tot=2027-03-26"}, "2027-03-26", []string{
			"voorstel 2027-03-31 2027-03-31 2027-03-31 - open 2",
		}}},
		{wkkgzAchtig, termijnproef{"wkkgz", []string{"2026-11-20 ontvangen"}, "2026-11-20", []string{
			"voorstel 2027-01-01 2027-01-01 2026-12-31 - open 28",
		}}},
		// Both terms: a suspension moves both, an extension the proposal's.
		{"termijnen: {extern: {afhandeling: 6 weken}}\n", termijnproef{"voorstel en afhandeling", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-11-26", "2026-11-27 verlengd met=1_week"}, "2026-11-27", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 0",
			"voorstel 2026-12-18 2026-12-28 2026-12-28 - open 20",
			"afhandeling 2027-01-01 2027-01-04 2027-01-04 - open 24",
		}}},
		{"termijnen: {extern: {afhandeling: 6 weken}}\n", termijnproef{"alleen de afhandeling verlengd", []string{"2026-11-20 ontvangen", "2026-11-27 verlengd met=1_week termijn=afhandeling"}, "2026-11-27", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 0",
			"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 15",
			"afhandeling 2027-01-01 2027-01-08 2027-01-08 - open 28",
		}}},
		// 5 May is worked in 2027 by the calendar bedrijf, and so is Good Friday 26 March.
		{"kalender: {soort: bedrijf}\n", termijnproef{"bedrijf", []string{"2027-03-24 ontvangen"}, "2027-03-24", []string{
			"bevestiging 2027-04-01 2027-04-01 2027-04-01 - open 5",
			"voorstel 2027-04-21 2027-04-21 2027-04-21 - open 19",
		}}},
		{"", termijnproef{"atw", []string{"2027-03-24 ontvangen"}, "2027-03-24", []string{
			"bevestiging 2027-04-02 2027-04-02 2027-04-02 - open 5",
			"voorstel 2027-04-21 2027-04-21 2027-04-21 - open 18",
		}}},
	} {
		t.Run(tt.naam, func(t *testing.T) {
			p := procedureVan(t, tt.procedure+"profiel: rezulto\n")
			gelijk(t, "termijnen", rijen(bij(t, p, klachtBij(t, p, Extern, tt.regels...), tt.dag)), tt.wil)
		})
	}
}

// What was promised at intake holds, whatever procedure.yaml says later.
func TestBeloofdBlijftBeloofd(t *testing.T) {
	toen := procedureVan(t, "kalender: {gesloten: [2026-11-24, {van: 2026-12-28, tot: 2027-01-08, omschrijving: kerst}, 2026-10-01, 2027-02-01]}\n")
	k := klachtBij(t, toen, Extern, "2026-11-20 ontvangen")
	var gesloten []string
	for _, s := range k.Beloofd.Opties.Gesloten {
		gesloten = append(gesloten, s.Van.String()+"/"+s.Tot.String())
	}
	gelijk(t, "alleen wat binnen de termijn valt", gesloten, []string{"2026-11-24/2026-11-24"})
	later := procedureVan(t, "termijnen: {extern: {bevestiging: 1 werkdag, voorstel: 1 week}}\nkalender: {soort: bedrijf}\n")
	gelijk(t, "termijnen", rijen(bij(t, later, k, "2026-11-23")), []string{
		"bevestiging 2026-11-30 2026-11-30 2026-11-30 - open 4", // the 24th is closed
		"voorstel 2026-12-18 2026-12-18 2026-12-18 - open 18",
	})
}

func TestSluitingOpDeRandVanDeTermijn(t *testing.T) {
	for _, tt := range []struct {
		gesloten string
		wil      int
	}{
		{"2026-11-20", 0}, // the day of receipt does not count
		{"2026-11-21", 1},
		{"2026-12-18", 1}, // the last day
		{"2026-12-19", 0},
		{"{van: 2026-11-01, tot: 2026-11-21}", 1},
		{"{van: 2026-12-18, tot: 2026-12-31}", 1},
	} {
		p := procedureVan(t, "kalender: {gesloten: ["+tt.gesloten+"]}\n")
		b, err := p.Belofte(Extern, "overig", datum("2026-11-20"))
		if err != nil {
			t.Fatal(err)
		}
		gelijk(t, tt.gesloten, len(b.Opties.Gesloten), tt.wil)
	}
}

func TestCategorieMetEigenTermijnen(t *testing.T) {
	p := procedureVan(t, `
categorieen:
  - overig
  - naam: Spoed
    termijnen:
      extern: {voorstel: 1 week, afhandeling: 2 weken}
      intern: {afhandeling: 3 werkdagen}
  - naam: Zonder
    termijnen: {extern: {bevestiging: geen}}
`)
	for _, tt := range []struct {
		herkomst  Herkomst
		categorie string
		wil       string
	}{
		{Extern, "overig", "bevestiging 5 werkdagen, voorstel 4 weken"},
		{Intern, "overig", "afhandeling 4 weken"},
		{Extern, "spoed", "bevestiging 5 werkdagen, voorstel 1 week, afhandeling 2 weken"},
		{Intern, " SPOED ", "afhandeling 3 werkdagen"},
		{Extern, "Zonder", "voorstel 4 weken"},
		{Extern, "bestaat niet meer", "bevestiging 5 werkdagen, voorstel 4 weken"},
	} {
		b, err := p.Belofte(tt.herkomst, tt.categorie, datum("2026-11-20"))
		if err != nil {
			t.Fatal(err)
		}
		var delen []string
		for _, x := range b.Termijnen {
			delen = append(delen, string(x.Naam)+" "+x.Termijn.String())
		}
		gelijk(t, fmt.Sprint(tt.herkomst, tt.categorie), strings.Join(delen, ", "), tt.wil)
	}
}

func TestVoorbijDeKalender(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-24 verlengd tot=2299-12-31", "2026-11-25 opgeschort tot=2026-12-05")
	_, err := NieuweRegels(rezulto(t)).Beoordeel(k, datum("2026-11-26"))
	metFout(t, err, "K2026-0007: 2300-01-10 valt buiten de kalender, die loopt van 1990 tot en met 2299")
}
