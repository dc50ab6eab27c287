package register

import (
	"strings"

	"klacht/dossier"
)

// jaNee reads a yes or no in the words and letters of many languages.
func jaNee(s string) (ja, ok bool) {
	switch strings.ToLower(strings.Trim(s, " .!")) {
	case "j", "ja", "y", "yes", "s", "si", "sí", "sim", "o", "oui", "x", "v", "✓", "✔", "1", "waar", "true", "verzonden", "gedaan":
		return true, true
	case "n", "nee", "no", "nein", "non", "não", "nao", "0", "onwaar", "false":
		return false, true
	}
	return false, false
}

// uitkomst is what a register's word for an outcome is called here.
func uitkomst(s string) (dossier.Uitkomst, bool) {
	if ja, ok := jaNee(s); ok {
		if ja {
			return dossier.Gegrond, true
		}
		return dossier.Ongegrond, true
	}
	switch kopnaam(s) {
	case "gegrond", "terecht", "upheld", "justified", "substantiated", "founded", "berechtigt", "fondee", "procedente", "g":
		return dossier.Gegrond, true
	case "ongegrond", "onterecht", "nietgegrond", "notupheld", "unjustified", "unsubstantiated", "unfounded", "rejected", "unberechtigt", "nonfondee", "improcedente", "o":
		return dossier.Ongegrond, true
	case "deelsgegrond", "gedeeltelijkgegrond", "gedeeltelijk", "deels", "partlyupheld", "partiallyupheld", "partly", "partially", "teilweise", "dg":
		return dossier.DeelsGegrond, true
	case "ingetrokken", "teruggetrokken", "withdrawn", "cancelled", "zuruckgezogen", "retiree", "retirada":
		return dossier.Ingetrokken, true
	case "onbekend", "unknown", "nvt", "geenoordeel":
		return dossier.UitkomstOnbekend, true
	}
	return "", false
}

// ernst is what a register's word for how serious it is, is called here.
func ernst(s string) (dossier.Ernst, bool) {
	switch kopnaam(s) {
	case "laag", "licht", "gering", "klein", "low", "minor", "3":
		return dossier.ErnstLaag, true
	case "normaal", "gemiddeld", "middel", "midden", "medium", "normal", "2":
		return dossier.ErnstNormaal, true
	case "hoog", "ernstig", "groot", "spoed", "urgent", "high", "major", "critical", "1":
		return dossier.ErnstHoog, true
	}
	return "", false
}

// soort is what a register's word for a kind is called here.
func soort(s string) (dossier.Soort, bool) {
	switch kopnaam(s) {
	case "klacht", "k", "complaint":
		return dossier.SoortKlacht, true
	case "onvolkomenheid", "o", "afwijking", "verbeterpunt", "nonconformity":
		return dossier.SoortOnvolkomenheid, true
	}
	return "", false
}

// herkomst is what a register's word for an origin is called here.
func herkomst(s string) (dossier.Herkomst, bool) {
	switch kopnaam(s) {
	case "extern", "e", "klant", "external":
		return dossier.Extern, true
	case "intern", "i", "internal":
		return dossier.Intern, true
	}
	return "", false
}

// eigenWoord gives our word for a value of a field that has a closed list of
// them. vrij is true for a field in which anything may stand.
func eigenWoord(veld dossier.Registerveld, waarde string, p *dossier.Procedure) (woord string, ok, vrij bool) {
	switch veld {
	case dossier.RegisterUitkomst:
		w, ok := uitkomst(waarde)
		return string(w), ok, false
	case dossier.RegisterErnst:
		w, ok := ernst(waarde)
		return string(w), ok, false
	case dossier.RegisterSoort:
		w, ok := soort(waarde)
		return string(w), ok, false
	case dossier.RegisterHerkomst:
		w, ok := herkomst(waarde)
		return string(w), ok, false
	case dossier.RegisterCategorie:
		w, err := p.KiesCategorie(waarde)
		return w, err == nil, false
	}
	return waarde, true, true
}
