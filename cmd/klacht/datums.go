package main

import (
	"klacht/rapport/scherm"
	"klacht/werkdagen"
)

// smal is the width below which a table writes its dates short.
const smal = 100

// datum writes a day in a table.
func datum(s *scherm.Scherm, d werkdagen.Datum) string {
	if isSmal(s) {
		return d.Kort()
	}
	return d.Lang()
}

func isSmal(s *scherm.Scherm) bool { return s.Breedte() > 0 && s.Breedte() < smal }

// uiterlijkeDag writes a deadline in a table. Where that is a day off, the last working day stands behind it in brackets, or on a
// narrow terminal in a row below (onder).
func uiterlijkeDag(s *scherm.Scherm, dag, werkdag werkdagen.Datum) (tekst, onder string) {
	tekst = datum(s, dag)
	switch haakjes := "(" + datum(s, werkdag) + ")"; {
	case dag == werkdag:
		return tekst, ""
	case isSmal(s):
		return tekst, haakjes
	default:
		return tekst + " " + haakjes, ""
	}
}

// noot explains the brackets of uiterlijkeDag.
const noot = "Tussen haakjes: de laatste werkdag, als de termijn op een vrije dag afloopt."
