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
		"voorstel 2026-12-18 2026-12-25 2026-12-24 - vervallen -",
		"voorstel/2 2026-12-30 2027-01-04 2027-01-04 - open 20",
	}},
	// An answer in the second round is to another question: the first keeps its 27 days. 3 to 5 December are 2.
	{"hervat in de tweede ronde", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-12-20", "2026-11-30 afgehandeld uitkomst=ingetrokken", "2026-12-02 heropend", "2026-12-03 opgeschort tot=2026-12-08", "2026-12-05 hervat"}, "2026-12-07", []string{
		"bevestiging 2026-11-27 2026-11-27 2026-11-27 2026-11-30 te_laat -",
		"voorstel 2026-12-18 2026-12-25 2026-12-24 - vervallen -",
		"voorstel/2 2026-12-30 2027-01-01 2026-12-31 - open 17",
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

func TestVoorbijDeKalender(t *testing.T) {
	k := externeKlacht(t, "2026-11-20 ontvangen", "2026-11-24 verlengd tot=2299-12-31", "2026-11-25 opgeschort tot=2026-12-05")
	_, err := NieuweRegels(rezulto(t)).Beoordeel(k, datum("2026-11-26"))
	metFout(t, err, "K2026-0007: 2300-01-10 valt buiten de kalender, die loopt van 1990 tot en met 2299")
}
