package dossier

import (
	"bytes"
	"fmt"
	"strconv"
)

// volgendNummer gives the count after the highest ever given out in a year, to
// dossiers that exist, are being destroyed or were destroyed.
func (m *Map) volgendNummer(jaar int) (int, error) {
	hoogste := 0
	neem := func(n Nummer) {
		if n.Jaar == jaar && n.Volg <= hoogsteVolg {
			hoogste = max(hoogste, n.Volg)
		}
	}
	mappen, err := lijstOfNiets(m.schijf, jaarmapVan(jaar)) // nothing before the first of its year
	if err != nil {
		return 0, err
	}
	for _, e := range mappen {
		if n, ok := LeesNummer(e.Name()); ok {
			neem(n)
		} else if n, _, ok := uitHetZicht(e.Name()); ok {
			neem(n)
		}
	}
	tekst, err := leesOfNiets(m.schijf, bestandVernietigd, grensVernietigd)
	if err != nil {
		return 0, err
	}
	if bytes.IndexByte(tekst, 0) >= 0 {
		// UTF-16, in which no number would be found, or no text at all.
		_, _, err := leesVernietigd(tekst)
		return 0, err
	}
	for volg := range genoemdeVolgnummers(tekst, jaar) {
		neem(Nummer{jaar, volg})
	}
	if hoogste == hoogsteVolg {
		return 0, &Fout{
			Wat:  fmt.Sprintf("in %d is geen dossiernummer meer vrij: %s is al uitgegeven", jaar, Nummer{jaar, hoogste}),
			Raad: "is dat nummer een vergissing, geef die map dan het nummer dat zij hoort te hebben",
		}
	}
	return hoogste + 1, nil
}

// genoemdeVolgnummers finds the numbers of a year in the bare text of
// vernietigd.yaml, wherever they stand: parsing all of it would take seconds
// where many were destroyed, for every dossier that is registered.
func genoemdeVolgnummers(tekst []byte, jaar int) func(yield func(volg int) bool) {
	voor := fmt.Appendf(nil, "K%04d-", jaar)
	return func(yield func(int) bool) {
		for {
			i := bytes.Index(tekst, voor)
			if i < 0 {
				return
			}
			tekst = tekst[i+len(voor):]
			cijfers := 0
			for cijfers < len(tekst) && tekst[cijfers] >= '0' && tekst[cijfers] <= '9' {
				cijfers++
			}
			// More digits than fit is more than is given out.
			if volg, err := strconv.Atoi(string(tekst[:cijfers])); err == nil && !yield(volg) {
				return
			}
		}
	}
}
