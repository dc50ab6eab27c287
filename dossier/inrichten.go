package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// Inrichting is what a new procedure.yaml is filled in with. An empty field
// leaves what the profile has, except that an organisation of another name has
// its own address and its own person responsible.
type Inrichting struct {
	Organisatie, Email, Verantwoordelijke, Mediator string
	Sjablonen                                       []Sjabloonbestand
}

// RichtIn makes the folder at pad with a procedure.yaml in it, and the letters
// that i has. It refuses a folder that exists.
func RichtIn(pad string, i Inrichting) error {
	tekst, err := proceduretekst(i)
	if err != nil {
		return err
	}
	s, naam, err := openOuder(pad)
	if err != nil {
		return err
	}
	if _, err := s.lstat(naam); err == nil {
		return errors.Join(&Fout{Wat: fmt.Sprintf("%s bestaat al", pad), Raad: "noem een andere map, of werk in deze met --map " + AlsArgument(pad)}, s.sluit())
	}
	_, err = bouwMap(s, ".", func(tmp string) error {
		if _, err := s.schrijfNieuw(tmp+"/"+bestandProcedure, bytes.NewReader(tekst)); err != nil || len(i.Sjablonen) == 0 {
			return err
		}
		if err := s.maakMap(tmp + "/" + mapSjablonen); err != nil {
			return err
		}
		for _, b := range i.Sjablonen {
			if _, err := s.schrijfNieuw(tmp+"/"+b.Bestand(), bytes.NewReader(b.Tekst)); err != nil {
				return err
			}
		}
		return nil
	}, func(poging int) string {
		if poging > 0 {
			return ""
		}
		return naam
	})
	return errors.Join(err, s.sluit())
}

// openOuder opens the folder in which pad is to come, and gives its name there.
func openOuder(pad string) (s *echteSchijf, naam string, err error) {
	ouder, naam := filepath.Split(filepath.Clean(pad))
	ouder = filepath.Clean(ouder) // . for none
	s, err = openSchijf(ouder)
	if err != nil {
		return nil, "", geenOuder(ouder, err)
	}
	return s, naam, nil
}

// geenOuder says why nothing can be made in ouder.
func geenOuder(ouder string, err error) error {
	err = geenMap(ouder, err)
	var f *Fout
	if !errors.As(err, &f) {
		return err
	}
	f.Raad = "kies een plaats in een map die bestaat"
	if _, ander := os.Stat(ouder); errors.Is(ander, fs.ErrNotExist) {
		f.Raad = "maak die map eerst, of kies een plaats in een map die bestaat; maken kan met: mkdir " + AlsArgument(ouder)
	}
	return f
}

// AlsArgument makes a path one argument in any of the shells that people have, to be pasted from a tip.
func AlsArgument(pad string) string {
	bijzonder := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`/\:._-+~`, r)
	}
	if pad == "" || strings.ContainsFunc(pad, bijzonder) {
		return `"` + pad + `"`
	}
	return pad
}

// proceduretekst is the default profile's own text with i filled in.
func proceduretekst(i Inrichting) ([]byte, error) {
	tekst, err := profieltekst(standaardProfiel)
	if err != nil {
		return nil, err
	}
	b, err := leesBlad(bestandProcedure, tekst, grensRecord)
	if err != nil {
		return nil, err
	}
	ander := i.Organisatie != "" && i.Organisatie != b.wortel.veld("organisatie").veld("naam").tekst
	mediator, adres := naamEnAdres(i.Mediator)
	for _, v := range []struct {
		pad    []string
		waarde string
		wis    bool // also when there is nothing to fill in
	}{
		{[]string{"organisatie", "naam"}, i.Organisatie, false},
		{[]string{"organisatie", "email"}, i.Email, ander},
		{[]string{"verantwoordelijke"}, i.Verantwoordelijke, ander},
		{[]string{"mediator", "naam"}, mediator, false},
		{[]string{"mediator", "email"}, adres, false},
	} {
		w := tekstWaarde(v.waarde)
		switch {
		case v.waarde == "" && !v.wis:
			continue
		case v.waarde == "":
			w = kaleWaarde("")
		}
		if b, err = b.zet(v.pad, w); err != nil {
			return nil, err
		}
	}
	// What is written must be a procedure.
	_, _, err = leesProcedure(bestandProcedure, b.tekst)
	return b.tekst, err
}

// naamEnAdres splits "Naam <adres>".
func naamEnAdres(s string) (naam, adres string) {
	if i := strings.LastIndexByte(s, '<'); i >= 0 {
		if adres, _, ok := strings.Cut(s[i+1:], ">"); ok {
			return strings.TrimSpace(s[:i]), strings.TrimSpace(adres)
		}
	}
	return strings.TrimSpace(s), ""
}
