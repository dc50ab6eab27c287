package dossier

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
)

// Inrichting is what a new procedure.yaml is filled in with. An empty field
// leaves what the profile has, except that an organisation of another name has
// its own address and its own person responsible.
type Inrichting struct {
	Organisatie, Email, Verantwoordelijke, Mediator string
}

// RichtIn makes the folder at pad with a procedure.yaml in it. It refuses a
// folder that exists.
func RichtIn(pad string, i Inrichting) error {
	tekst, err := proceduretekst(i)
	if err != nil {
		return err
	}
	ouder, naam := filepath.Split(filepath.Clean(pad))
	if ouder == "" {
		ouder = "."
	}
	s, err := openSchijf(ouder)
	if err != nil {
		return err
	}
	if _, err := s.lstat(naam); err == nil {
		return errors.Join(&Fout{Wat: fmt.Sprintf("%s bestaat al", pad), Raad: "noem een andere map, of werk in deze met --map " + pad}, s.sluit())
	}
	_, err = bouwMap(s, ".", func(tmp string) error {
		_, err := s.schrijfNieuw(tmp+"/"+bestandProcedure, bytes.NewReader(tekst))
		return err
	}, func(poging int) string {
		if poging > 0 {
			return ""
		}
		return naam
	})
	return errors.Join(err, s.sluit())
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
			w = waarde{}
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
	if voor, na, ok := strings.Cut(s, "<"); ok {
		if adres, _, ok := strings.Cut(na, ">"); ok {
			return strings.TrimSpace(voor), strings.TrimSpace(adres)
		}
	}
	return strings.TrimSpace(s), ""
}
