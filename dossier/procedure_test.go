package dossier

import (
	"fmt"
	"strings"
	"testing"
)

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
		// Adjourned by four weeks from the deadline, Monday 4 January: Monday 1 February.
		{awbAchtig, termijnproef{"awb, verdaagd", []string{"2026-11-20 ontvangen", "2026-11-24 verlengd met=4_weken"}, "2026-11-24", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 3",
			"afhandeling 2027-01-04 2027-02-01 2027-02-01 - open 47",
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
		{"termijnen: {extern: {voorstel: 3 dagen}}\nkalender: {verlenging: atw}\n", termijnproef{"artikel 2", []string{"2027-03-25 ontvangen", "2027-03-25 opgeschort tot=2027-03-26"}, "2027-03-26", []string{
			"voorstel 2027-03-31 2027-03-31 2027-03-31 - open 2",
		}}},
		{wkkgzAchtig, termijnproef{"wkkgz", []string{"2026-11-20 ontvangen"}, "2026-11-20", []string{
			"voorstel 2027-01-01 2027-01-01 2026-12-31 - open 28",
		}}},
		// Both terms: a suspension moves both, an extension the proposal's.
		{"termijnen: {extern: {bevestiging: 5 werkdagen, voorstel: 4 weken, afhandeling: 6 weken}}\n", termijnproef{"voorstel en afhandeling", []string{"2026-11-20 ontvangen", "2026-11-23 opgeschort tot=2026-11-26", "2026-11-27 verlengd met=1_week"}, "2026-11-27", []string{
			"bevestiging 2026-11-27 2026-11-27 2026-11-27 - open 0",
			"voorstel 2026-12-18 2026-12-28 2026-12-28 - open 20",
			"afhandeling 2027-01-01 2027-01-04 2027-01-04 - open 24",
		}}},
		{"termijnen: {extern: {bevestiging: 5 werkdagen, voorstel: 4 weken, afhandeling: 6 weken}}\n", termijnproef{"alleen de afhandeling verlengd", []string{"2026-11-20 ontvangen", "2026-11-27 verlengd met=1_week termijn=afhandeling"}, "2026-11-27", []string{
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
