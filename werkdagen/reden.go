package werkdagen

import (
	"encoding/json"
	"strings"
)

// Reden is why a day does not count, by the name that JSON has for it.
type Reden string

// The reasons.
const (
	ZaterdagReden     Reden = "zaterdag"
	ZondagReden       Reden = "zondag"
	GeenWerkdag       Reden = "geen-werkdag" // Monday to Friday, outside the organisation's own work week
	Nieuwjaarsdag     Reden = "nieuwjaarsdag"
	GoedeVrijdag      Reden = "goede-vrijdag"
	TweedePaasdag     Reden = "tweede-paasdag"
	Koninginnedag     Reden = "koninginnedag" // 30 April, 29 April when that was a Sunday; through 2013
	Koningsdag        Reden = "koningsdag"    // 27 April, 26 April when that is a Sunday; from 2014
	Bevrijdingsdag    Reden = "bevrijdingsdag"
	Hemelvaartsdag    Reden = "hemelvaartsdag"
	TweedePinksterdag Reden = "tweede-pinksterdag"
	EersteKerstdag    Reden = "eerste-kerstdag"
	TweedeKerstdag    Reden = "tweede-kerstdag"
	Gesloten          Reden = "gesloten" // the organisation's own closed day
	AangewezenDag     Reden = "gelijkgesteld"
)

// Naam gives the reason as people read it: Goede Vrijdag, zaterdag.
func (r Reden) Naam() string {
	switch r {
	case GeenWerkdag:
		return "geen dag van de eigen werkweek"
	case AangewezenDag:
		return "bij koninklijk besluit gelijkgesteld met een feestdag"
	case ZaterdagReden, ZondagReden, Gesloten:
		return string(r)
	}
	woorden := strings.Split(string(r), "-")
	for i, w := range woorden {
		woorden[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(woorden, " ")
}

// VrijeDag is a day that was skipped or passed over, with the reasons in the
// order weekend, holidays by the alphabet, own closed day, designated day.
type VrijeDag struct {
	Datum   Datum
	Redenen []Reden
}

// MarshalJSON writes {"datum","redenen"}.
func (v VrijeDag) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Datum   Datum   `json:"datum"`
		Redenen []Reden `json:"redenen"`
	}{v.Datum, v.Redenen})
}
