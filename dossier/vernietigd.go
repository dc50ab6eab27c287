package dossier

import (
	"fmt"

	"klacht/werkdagen"
)

const bestandVernietigd = "vernietigd.yaml"

// grensVernietigd bounds vernietigd.yaml, in bytes: it grows for ever, by some
// 600 bytes for each dossier.
const grensVernietigd = 256 << 20

// Vernietiging is what stays of a destroyed dossier: the proof, and what the
// figures need. No personal data of the complainant, no subject, no text.
type Vernietiging struct {
	Feiten
	ID        string // the record's
	Op        werkdagen.Datum
	Door      string
	Bestanden int // files destroyed
	// Overgenomen recognises the row of the register that it was taken over from,
	// so that it is not taken over again; "" for one that was registered here.
	Overgenomen string
}

// Vernietigd gives what stayed of each destroyed dossier: its last entry, for
// one that was put back from a copy and destroyed again has more. Meldingen are
// about what is kept in the file but not understood.
func (m *Map) Vernietigd() (alle []Vernietiging, meldingen []error, err error) {
	tekst, err := leesOfNiets(m.schijf, bestandVernietigd, grensVernietigd)
	if err != nil || tekst == nil {
		return nil, nil, err
	}
	alle, leesfouten, err := leesVernietigd(tekst)
	for _, f := range leesfouten {
		meldingen = append(meldingen, f)
	}
	alle = laatstePerDossier(alle)
	for i := range alle {
		var fout error
		if alle[i].BewarenTot, fout = m.BewarenTot(alle[i].Feiten); fout != nil && err == nil {
			err = fmt.Errorf("%s: %s: %w", bestandVernietigd, alle[i].Nummer, fout)
		}
	}
	return alle, meldingen, err
}

// dossiersleutel says which dossier an entry is about. Someone may have copied
// a folder, id and all, or given a dossier another number.
type dossiersleutel struct{ nummer, id string }

func (v Vernietiging) sleutel() dossiersleutel { return dossiersleutel{v.Nummer, v.ID} }

// laatstePerDossier leaves out what a later entry of the same dossier replaced.
func laatstePerDossier(alle []Vernietiging) []Vernietiging {
	laatste := make(map[dossiersleutel]int, len(alle))
	for i, v := range alle {
		laatste[v.sleutel()] = i
	}
	var uit []Vernietiging
	for i, v := range alle {
		if laatste[v.sleutel()] == i {
			uit = append(uit, v)
		}
	}
	return uit
}

// zelfdeFeiten reports whether two entries say the same of their dossier,
// whenever and by whom it was destroyed.
func (v Vernietiging) zelfdeFeiten(w Vernietiging) bool {
	v.Op, v.Door, v.Bestanden = w.Op, w.Door, w.Bestanden
	return gelijkeKnopen(v.waarde().knoop(), w.waarde().knoop())
}

// leesVernietigd reads vernietigd.yaml strictly.
func leesVernietigd(tekst []byte) ([]Vernietiging, []*Leesfout, error) {
	b, err := leesBlad(bestandVernietigd, tekst, grensVernietigd)
	if err != nil {
		return nil, nil, err
	}
	l := &lezer{bestand: bestandVernietigd}
	var alle []Vernietiging
	l.velden(b.wortel, bestandVernietigd, veldlezers{
		"dossierformaat": l.formaat,
		"vernietigd": func(k *knoop) {
			l.reeks(k, "vernietigd", func(item *knoop) { alle = append(alle, l.vernietiging(item)) })
		},
	})
	return alle, l.meldingen, l.err()
}

func (l *lezer) vernietiging(k *knoop) Vernietiging {
	v := Vernietiging{}
	v.Vernietigd = true
	dagen := func(naar *[]werkdagen.Datum) func(*knoop) {
		return func(k *knoop) {
			l.reeks(k, "een lijst van dagen", func(item *knoop) {
				var d werkdagen.Datum
				l.datum(&d)(item)
				*naar = append(*naar, d)
			})
		}
	}
	l.velden(k, "een vernietiging", veldlezers{
		"nummer": l.tekst(&v.Nummer), "id": l.tekst(&v.ID),
		"soort": keuze(l, &v.Soort, Soorten()), "herkomst": keuze(l, &v.Herkomst, Herkomsten()),
		"categorie": l.tekst(&v.Categorie), "oorzaak": l.tekst(&v.Oorzaak), "geanalyseerd_op": l.datum(&v.OorzaakOp),
		"ontvangen": l.datum(&v.Ontvangen),
		"termijnen": func(k *knoop) {
			l.reeks(k, "termijnen", func(item *knoop) {
				t := Termijnfeit{Ronde: 1}
				l.velden(item, "een termijn", veldlezers{
					"naam": keuze(l, &t.Naam, Termijnnamen()), "ronde": l.aantal(&t.Ronde, 1, 9999),
					"uiterlijk": l.datum(&t.Uiterlijk), "voldaan_op": l.datum(&t.VoldaanOp),
					"vervallen_op": l.datum(&t.VervallenOp), "onbekend": l.jaNee(&t.Onbekend),
				})
				v.Termijnen = append(v.Termijnen, t)
			})
		},
		"afgehandeld": func(k *knoop) {
			l.reeks(k, "afgehandeld", func(item *knoop) {
				s := Sluiting{}
				l.velden(item, "een afhandeling", veldlezers{"op": l.datum(&s.Op), "uitkomst": keuze(l, &s.Uitkomst, gelezenUitkomsten())})
				v.Sluitingen = append(v.Sluitingen, s)
			})
		},
		"heropend": dagen(&v.Heropend), "geschil": dagen(&v.Geschillen), "advies": dagen(&v.Adviezen),
		"vernietigd_op": l.datum(&v.Op), "vernietigd_door": l.tekst(&v.Door),
		"bestanden": l.aantal(&v.Bestanden, 0, 1<<30), "overgenomen": l.tekst(&v.Overgenomen),
	})
	v.Geanalyseerd, v.VernietigdOp = v.Oorzaak != "", v.Op
	if _, ok := LeesNummer(v.Nummer); !ok && l.err() == nil {
		l.fout(k, fmt.Sprintf("%q is geen dossiernummer", v.Nummer), "")
	}
	if v.Ontvangen == 0 && l.err() == nil {
		l.fout(k, "bij deze vernietiging ontbreekt de dag van ontvangst", "")
	}
	return v
}

// nummer is Nummer as a number; reading made sure that it is one.
func (v Vernietiging) nummer() Nummer {
	n, _ := LeesNummer(v.Nummer)
	return n
}

// waarde gives the entry as it is written.
func (v Vernietiging) waarde() waarde {
	dag := func(d werkdagen.Datum) waarde { return kaleWaarde(d.String()) }
	dagen := func(alle []werkdagen.Datum) waarde {
		var uit []waarde
		for _, d := range alle {
			uit = append(uit, dag(d))
		}
		return lijstWaarde(uit...)
	}
	velden := []bladveld{
		{sleutel: "nummer", waarde: tekstWaarde(v.Nummer)},
		{sleutel: "id", waarde: tekstWaarde(v.ID)},
		{sleutel: "soort", waarde: tekstWaarde(string(v.Soort))},
		{sleutel: "herkomst", waarde: tekstWaarde(string(v.Herkomst))},
		{sleutel: "categorie", waarde: tekstWaarde(v.Categorie)},
	}
	if v.Oorzaak != "" {
		velden = append(velden, bladveld{sleutel: "oorzaak", waarde: tekstWaarde(v.Oorzaak)})
	}
	if v.OorzaakOp != 0 {
		velden = append(velden, bladveld{sleutel: "geanalyseerd_op", waarde: dag(v.OorzaakOp)})
	}
	velden = append(velden, bladveld{sleutel: "ontvangen", waarde: dag(v.Ontvangen)})
	var termijnen, sluitingen []waarde
	for _, t := range v.Termijnen {
		rij := []bladveld{{sleutel: "naam", waarde: tekstWaarde(string(t.Naam))}}
		if t.Ronde > 1 {
			rij = append(rij, bladveld{sleutel: "ronde", waarde: kaleWaarde(fmt.Sprint(t.Ronde))})
		}
		rij = append(rij, bladveld{sleutel: "uiterlijk", waarde: dag(t.Uiterlijk)})
		if t.VoldaanOp != 0 {
			rij = append(rij, bladveld{sleutel: "voldaan_op", waarde: dag(t.VoldaanOp)})
		}
		if t.VervallenOp != 0 {
			rij = append(rij, bladveld{sleutel: "vervallen_op", waarde: dag(t.VervallenOp)})
		}
		if t.Onbekend {
			rij = append(rij, bladveld{sleutel: "onbekend", waarde: kaleWaarde("ja")})
		}
		termijnen = append(termijnen, groepWaarde(rij...))
	}
	for _, s := range v.Sluitingen {
		sluitingen = append(sluitingen, groepWaarde(
			bladveld{sleutel: "op", waarde: dag(s.Op)},
			bladveld{sleutel: "uitkomst", waarde: tekstWaarde(string(s.Uitkomst))},
		))
	}
	for _, lijst := range []bladveld{
		{sleutel: "termijnen", waarde: lijstWaarde(termijnen...)},
		{sleutel: "afgehandeld", waarde: lijstWaarde(sluitingen...)},
		{sleutel: "heropend", waarde: dagen(v.Heropend)},
		{sleutel: "geschil", waarde: dagen(v.Geschillen)},
		{sleutel: "advies", waarde: dagen(v.Adviezen)},
	} {
		if !lijst.waarde.isHol() {
			velden = append(velden, lijst)
		}
	}
	if v.Overgenomen != "" {
		velden = append(velden, bladveld{sleutel: "overgenomen", waarde: tekstWaarde(v.Overgenomen)})
	}
	return groepWaarde(append(velden,
		bladveld{sleutel: "vernietigd_op", waarde: dag(v.Op)},
		bladveld{sleutel: "vernietigd_door", waarde: tekstWaarde(v.Door)},
		bladveld{sleutel: "bestanden", waarde: kaleWaarde(fmt.Sprint(v.Bestanden))},
	)...)
}
