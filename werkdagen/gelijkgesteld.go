package werkdagen

import "encoding/json"

// The years for which the designated days are known. A decree covers three years;
// those before 2017 are not in the table, those after 2028 not yet published.
const (
	EersteGelijkgesteldeJaar  = 2017
	LaatsteGelijkgesteldeJaar = 2028
)

// The decrees, all published in the Staatscourant; a BWBR number is that of
// wetten.overheid.nl.
const (
	besluit2017 = "besluit 2017–2019, Staatscourant, BWBR0038666"
	besluit2020 = "besluit 2020–2022, Staatscourant"
	besluit2023 = "besluit 2023–2025, Staatscourant"
	besluit2026 = "besluit 2026–2028, Staatscourant, BWBR0051300"
)

// GelijkgesteldeDag is a day that a royal decree put on a par with the holidays
// (Algemene termijnenwet art. 3 lid 3). Bron is that decree.
type GelijkgesteldeDag struct {
	Datum Datum
	Bron  string
}

// MarshalJSON writes {"datum","weekdag","bron"}.
func (g GelijkgesteldeDag) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Datum   Datum  `json:"datum"`
		Weekdag string `json:"weekdag"`
		Bron    string `json:"bron"`
	}{g.Datum, g.Datum.Weekdag().Kort(), g.Bron})
}

// Gelijkgestelden gives the designated days of a year, in order. They are data
// and never a rule: other days between a holiday and a weekend were not
// designated.
func Gelijkgestelden(jaar int) []GelijkgesteldeDag {
	dagen := []GelijkgesteldeDag{}
	for _, a := range [...]struct {
		jaar, maand, dag int
		besluit          string
	}{
		{2017, 4, 28, besluit2017},
		{2017, 5, 26, besluit2017},
		{2018, 5, 11, besluit2017},
		{2018, 12, 24, besluit2017},
		{2018, 12, 31, besluit2017},
		{2019, 5, 31, besluit2017},
		{2019, 12, 27, besluit2017},
		{2020, 5, 22, besluit2020},
		{2021, 5, 14, besluit2020},
		{2022, 5, 27, besluit2020},
		{2023, 4, 28, besluit2023},
		{2023, 5, 19, besluit2023},
		{2024, 5, 10, besluit2023},
		{2024, 12, 27, besluit2023},
		{2025, 5, 30, besluit2023},
		{2026, 1, 2, besluit2026},
		{2026, 5, 15, besluit2026},
		{2027, 5, 7, besluit2026},
		{2028, 4, 28, besluit2026},
		{2028, 5, 26, besluit2026},
	} {
		if a.jaar == jaar {
			dagen = append(dagen, GelijkgesteldeDag{vanDelen(a.jaar, a.maand, a.dag), a.besluit})
		}
	}
	return dagen
}

// besluitVoor gives the decree that designated d, or "" when none did.
func besluitVoor(d Datum) string {
	for _, g := range Gelijkgestelden(d.Jaar()) {
		if g.Datum == d {
			return g.Bron
		}
	}
	return ""
}
