package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"klacht/werkdagen"
)

// lotregister is a register of elsewhere that was taken over into a random folder.
type lotregister struct {
	args  []string // of the command that took it over
	rijen int      // how many complaints are in it
}

// neemOver makes a register as other organisations keep them, and takes it over by the command on some day. It tells more or
// less: no numbers, no day of a confirmation or a proposal, closings without an outcome, and complaints that are open still.
func (l *lotmap) neemOver(rijen int) {
	l.t.Helper()
	vandaag := l.tussen(l.eerste+60, l.laatste)
	kolommen := []string{"registratienummer", "ontvangen", "bevestigd", "categorie", "oorzaak", "voorstel", "afgehandeld", "gegrond", "naam klager", "behandelaar"}
	var weg []string // of these the register has no column
	for _, k := range []string{"registratienummer", "bevestigd", "oorzaak", "voorstel", "gegrond"} {
		if l.kans(25) {
			weg = append(weg, k)
		}
	}
	tabel := [][]string{kolommen}
	for n := range rijen {
		op := l.tussen(l.eerste-100, vandaag)
		dag := func(na, kans int) string {
			d := op + werkdagen.Datum(l.r.IntN(na))
			if d > vandaag || !l.kans(kans) {
				return ""
			}
			return d.String()
		}
		rij := []string{
			fmt.Sprintf("R%03d", n+1), op.String(), dag(12, 60), een(l, l.categorieen...), een(l, "", "planning", "techniek"), dag(45, 50),
			dag(120, 85), een(l, "ja", "nee", "deels", "ingetrokken", "", ""), een(l, "E. Bakker", "T. Vos"), een(l, "Sanne de Vries", "Ilse Kuiper", ""),
		}
		tabel = append(tabel, rij)
		if l.kans(10) && slices.Contains(weg, "registratienummer") {
			tabel = append(tabel, rij) // twice the same, and twice a complaint
		}
	}
	l.schrijfRegister(tabel, weg)
	nu := l.nu
	l.zetOp(vandaag)
	l.register.args = []string{"importeer", filepath.Join(filepath.Dir(l.pad), "register.csv")}
	l.goed(l.register.args...)
	l.nu = nu
	l.register.rijen = len(tabel) - 1
}

func (l *lotmap) schrijfRegister(tabel [][]string, weg []string) {
	l.t.Helper()
	f, err := os.Create(filepath.Join(filepath.Dir(l.pad), "register.csv"))
	if err != nil {
		l.t.Fatal(err)
	}
	w := csv.NewWriter(f)
	w.Comma = een(l, ';', ',')
	for _, rij := range tabel {
		var uit []string
		for i, cel := range rij {
			if !slices.Contains(weg, tabel[0][i]) {
				uit = append(uit, cel)
			}
		}
		if err := w.Write(uit); err != nil {
			l.t.Fatal(err)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		l.t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		l.t.Fatal(err)
	}
}

// nogEensOvernemen takes the register over again, also when what came of it was destroyed since: nothing is new.
func (l *lotmap) nogEensOvernemen() {
	l.t.Helper()
	if l.register.rijen == 0 {
		return
	}
	uit, fout, code := l.voer(append(l.register.args, "--json")...)
	if code != codeGedaan && code != l.code() {
		l.t.Fatalf("exit %d\n%s", code, fout)
	}
	u := ontleed[struct{ Nieuw, Bekend int }](l.t, uit)
	if u.Nieuw != 0 || u.Bekend != l.register.rijen {
		l.t.Errorf("the register taken over again: %d new and %d known of %d", u.Nieuw, u.Bekend, l.register.rijen)
	}
}
