package dossier

import (
	"fmt"
	"maps"
	"slices"

	"klacht/werkdagen"
)

const bestandVernietigd = "vernietigd.yaml"

// grensVernietigd bounds vernietigd.yaml, in bytes: it grows for ever, by some
// 600 bytes for each dossier, and as much again for each correction in it.
const grensVernietigd = 256 << 20

// Vernietiging is what stays of a destroyed dossier: the proof, and what the
// figures need. No personal data of the complainant, no subject, no text.
type Vernietiging struct {
	Feiten
	Eerder    []Eerder // oldest first; what FeitenOp needs beside Feiten
	ID        string   // the record's
	Op        werkdagen.Datum
	Door      string
	Bestanden int // files destroyed
	// Overgenomen recognises the row of the register that it was taken over from,
	// so that it is not taken over again; "" for one that was registered here.
	Overgenomen   string
	OvergenomenOp werkdagen.Datum // when that was
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
	return laatstePerDossier(alle), meldingen, err
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
	velden := l.feiten(&v.Feiten)
	maps.Copy(velden, veldlezers{
		"nummer": l.tekst(&v.Nummer), "id": l.tekst(&v.ID),
		"eerder": func(k *knoop) {
			l.reeks(k, "eerder", func(item *knoop) {
				e := Eerder{}
				velden := l.feiten(&e.Feiten)
				velden["tot"], velden["bewaarplicht"] = l.datum(&e.Tot), l.jaNee(&e.Bewaarplicht)
				l.velden(item, "wat eerder gold", velden)
				if (e.Tot == 0 || e.Ontvangen == 0) && l.err() == nil {
					l.fout(item, "bij wat eerder gold ontbreekt tot, of de dag van ontvangst", "")
				}
				v.Eerder = append(v.Eerder, e)
			})
		},
		"vernietigd_op": l.datum(&v.Op), "vernietigd_door": l.tekst(&v.Door),
		"bestanden": l.aantal(&v.Bestanden, 0, 1<<30), "overgenomen": l.tekst(&v.Overgenomen), "overgenomen_op": l.datum(&v.OvergenomenOp),
	})
	l.velden(k, "een vernietiging", velden)
	v.Geanalyseerd, v.Vernietigd, v.VernietigdOp = v.Oorzaak != "", true, v.Op
	for i := range v.Eerder {
		e := &v.Eerder[i]
		e.Nummer, e.Geanalyseerd, e.Vernietigd, e.VernietigdOp = v.Nummer, e.Oorzaak != "", true, v.Op
	}
	slices.SortStableFunc(v.Eerder, func(a, b Eerder) int { return int(a.Tot) - int(b.Tot) })
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

func dagWaarde(d werkdagen.Datum) waarde { return kaleWaarde(d.String()) }

// waarde gives the entry as it is written.
func (v Vernietiging) waarde() waarde {
	velden := append([]bladveld{
		{sleutel: "nummer", waarde: tekstWaarde(v.Nummer)},
		{sleutel: "id", waarde: tekstWaarde(v.ID)},
	}, v.velden()...)
	var eerder []waarde
	for _, e := range v.Eerder {
		eerder = append(eerder, groepWaarde(append([]bladveld{{sleutel: "tot", waarde: dagWaarde(e.Tot)}}, e.velden()...)...))
	}
	if len(eerder) > 0 {
		velden = append(velden, bladveld{sleutel: "eerder", waarde: lijstWaarde(eerder...)})
	}
	if v.Overgenomen != "" {
		velden = append(velden, bladveld{sleutel: "overgenomen", waarde: tekstWaarde(v.Overgenomen)}, bladveld{sleutel: "overgenomen_op", waarde: dagWaarde(v.OvergenomenOp)})
	}
	return groepWaarde(append(velden,
		bladveld{sleutel: "vernietigd_op", waarde: dagWaarde(v.Op)},
		bladveld{sleutel: "vernietigd_door", waarde: tekstWaarde(v.Door)},
		bladveld{sleutel: "bestanden", waarde: kaleWaarde(fmt.Sprint(v.Bestanden))},
	)...)
}
