package register

import (
	"context"
	"errors"
	"fmt"

	"klacht/dossier"
)

// errGenoeg ends reading early.
var errGenoeg = errors.New("genoeg gelezen")

// zoekKop finds the line with the headings: the one that is named (kop), or of
// the first the one with most headings that are known, or the first with two
// cells that hold anything.
func (r *Register) zoekKop(ctx context.Context, kop int) error {
	const zoekTot = 30
	var eerste, beste *Rij
	var vol []Rij // with more than one value
	meest := 1
	err := r.lees(ctx, 0, func(rij Rij) error {
		switch {
		case kop > 0 && rij.Regel == kop:
			beste = &rij
			return errGenoeg
		case kop > 0 && rij.Regel > kop, kop == 0 && rij.Regel > zoekTot:
			return errGenoeg
		case rij.Fout != "":
			return nil
		}
		if gevuld(rij.Cellen) > 1 {
			if vol = append(vol, rij); eerste == nil {
				eerste = &rij
			}
		}
		if n := bekend(rij.Cellen); kop == 0 && n > meest {
			meest, beste = n, &rij
		}
		return nil
	})
	if err != nil && !errors.Is(err, errGenoeg) {
		return err
	}
	switch {
	case beste == nil && kop > 0:
		return &dossier.Fout{Wat: fmt.Sprintf("op regel %d van het register begint geen rij met namen van kolommen", kop), Raad: "zet bij kop de regel waar die namen staan"}
	case beste == nil && eerste == nil:
		return &dossier.Fout{Wat: "het register heeft geen kolommen: er is geen regel met meer dan één waarde", Raad: `staat er iets anders tussen de waarden dan ; , | of een tab, bewaar het dan opnieuw als CSV`}
	case beste == nil:
		beste = eerste
	}
	r.Kop = beste.Regel
	for _, rij := range vol {
		if kop == 0 && rij.Regel < r.Kop && gevuld(rij.Cellen)*2 > gevuld(beste.Cellen) {
			r.Erboven++
		}
	}
	extra, err := r.zonderKop(ctx, len(beste.Cellen))
	r.Kolommen = kolomnamen(append(beste.Cellen, make([]string, extra)...))
	return err
}

// zonderKop counts the columns that have no heading: how many more values than
// headings the first rows have, all of them.
func (r *Register) zonderKop(ctx context.Context, koppen int) (int, error) {
	const genoeg = 100
	minst, rijen := grensKolommen, 0
	err := r.lees(ctx, 0, func(rij Rij) error {
		if rij.Regel <= r.Kop || rij.Fout != "" || leeg(rij.Cellen) {
			return nil
		}
		minst = min(minst, rij.waarden)
		if rijen++; rijen == genoeg {
			return errGenoeg
		}
		return nil
	})
	if err != nil && !errors.Is(err, errGenoeg) {
		return 0, err
	}
	if rijen == 0 {
		return 0, nil
	}
	return max(0, minst-koppen), nil
}

func gevuld(cellen []string) int {
	n := 0
	for _, c := range cellen {
		if c != "" {
			n++
		}
	}
	return n
}

// bekend counts the fields that have a heading among cellen.
func bekend(cellen []string) int {
	n := 0
	namen := map[string]bool{}
	for _, c := range cellen {
		namen[kopnaam(c)] = true
	}
	for veld := range woorden {
		for naam := range namen {
			if graad, _ := past(veld, naam); graad == pastHeel {
				n++
				break
			}
		}
	}
	return n
}

// kolomnamen gives every column a name of its own on one line.
func kolomnamen(koppen []string) []string {
	namen := make([]string, len(koppen))
	eerder := map[string]bool{}
	for i, k := range koppen {
		if k = eenRegel(k); k == "" {
			k = "kolom " + kolomletters(i)
		}
		naam := k
		for n := 2; eerder[naam]; n++ {
			naam = fmt.Sprintf("%s (%d)", k, n)
		}
		eerder[naam], namen[i] = true, naam
	}
	return namen
}

// kolomletters is what spreadsheets call a column: A, B, … Z, AA.
func kolomletters(i int) string {
	s := string(rune('A' + i%26))
	if i >= 26 {
		return kolomletters(i/26-1) + s
	}
	return s
}
