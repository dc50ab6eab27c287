package rapport

import (
	"fmt"
	"strconv"
	"strings"

	"klacht/dossier"
	"klacht/werkdagen"
)

// Keuze is what the user asked the report to be about: nothing, a Periode
// (2026, 2026-Q3 or 2026-10), or a first and perhaps a last day.
type Keuze struct {
	Periode, Van, Tot string
}

const periodeTip = "schrijf een jaar (2026), een kwartaal (2026-Q3) of een maand (2026-10)"

// Lees gives the period that k stands for, and the one to compare it with, as
// of vandaag. Without a choice that is the time since laatsteOverleg, the day of
// the last meeting before vandaag: from the day after it. Where there was none
// (0), it is this calendar year so far. Every error is a *dossier.Fout.
func (k Keuze) Lees(vandaag, laatsteOverleg werkdagen.Datum) (periode, vorige Periode, err error) {
	van, tot := strings.TrimSpace(k.Van), strings.TrimSpace(k.Tot)
	tekst := strings.TrimSpace(k.Periode)
	switch {
	case tekst != "" && van+tot != "":
		return Periode{}, Periode{}, verkeerd("kies --periode of --van en --tot, niet allebei", periodeTip)
	case tekst != "":
		periode, err = leesPeriode(tekst)
	case van != "":
		periode, err = leesVanTot(van, tot, vandaag)
	case tot != "":
		return Periode{}, Periode{}, verkeerd("--tot zegt niet wanneer de periode begint", "geef ook de eerste dag, bijvoorbeeld --van 2026-01-01")
	case laatsteOverleg != 0 && laatsteOverleg < vandaag:
		periode = Periode{Van: laatsteOverleg + 1, Tot: vandaag}
	default:
		// The whole year is compared with the one before it up to the same
		// day, just as --periode with this year does.
		jaar, err := kalenderdeel(vandaag.Jaar(), 1, 12)
		return Periode{Van: jaar.Van, Tot: vandaag}, jaar.Vorige(vandaag), err
	}
	if err != nil {
		return Periode{}, Periode{}, err
	}
	if periode.Van > vandaag {
		return Periode{}, Periode{}, verkeerd(
			fmt.Sprintf("de periode begint op %s en dat is na %s: er valt nog niets te tellen", periode.Van.Lang(), vandaag.Lang()),
			"kies een periode die al begonnen is")
	}
	return periode, periode.Vorige(vandaag), nil
}

// leesPeriode reads 2026, 2026-Q3 and 2026-10.
func leesPeriode(s string) (Periode, error) {
	jaartal, deel, heeftDeel := strings.Cut(s, "-")
	jaar, ok := cijfers(jaartal, 4)
	if !ok {
		return Periode{}, verkeerd(fmt.Sprintf("%q is geen periode", s), periodeTip)
	}
	if !heeftDeel {
		return kalenderdeel(jaar, 1, 12)
	}
	if kwartaal, isKwartaal := strings.CutPrefix(strings.ToUpper(deel), "Q"); isKwartaal {
		q, ok := cijfers(kwartaal, 1)
		if !ok || q < 1 || q > 4 {
			return Periode{}, verkeerd(fmt.Sprintf("%q is geen kwartaal", s), fmt.Sprintf("een jaar heeft vier kwartalen: %d-Q1 tot en met %d-Q4", jaar, jaar))
		}
		return kalenderdeel(jaar, 3*q-2, 3)
	}
	maand, ok := cijfers(deel, 2)
	if !ok || maand < 1 || maand > 12 {
		return Periode{}, verkeerd(fmt.Sprintf("%q is geen maand", s), fmt.Sprintf("schrijf een maand met twee cijfers, %d-01 tot en met %d-12; een kwartaal is %d-Q1", jaar, jaar, jaar))
	}
	return kalenderdeel(jaar, maand, 1)
}

// leesVanTot reads the days; without a last one, the period ends on vandaag.
func leesVanTot(van, tot string, vandaag werkdagen.Datum) (Periode, error) {
	p := Periode{Tot: vandaag}
	var err error
	if p.Van, err = leesDag("van", van, vandaag); err != nil {
		return Periode{}, err
	}
	if tot == "" {
		return p, nil
	}
	if p.Tot, err = leesDag("tot", tot, vandaag); err != nil {
		return Periode{}, err
	}
	if p.Tot < p.Van {
		return Periode{}, verkeerd(
			fmt.Sprintf("de periode eindigt op %s, voordat hij begint op %s", p.Tot.Lang(), p.Van.Lang()),
			fmt.Sprintf("draai ze om: --van %s --tot %s", p.Tot, p.Van))
	}
	return p, nil
}

func leesDag(vlag, s string, vandaag werkdagen.Datum) (werkdagen.Datum, error) {
	d, err := werkdagen.LeesDatumVrij(s, vandaag)
	if err != nil {
		return 0, verkeerd(fmt.Sprintf("--%s: %v", vlag, err), "schrijf een datum als 2026-11-27 of 27-11-2026")
	}
	return d, kanJaar(d.Jaar())
}

// kalenderdeel is the calendar year, quarter or month of aantal months that
// begins with maand.
func kalenderdeel(jaar, maand, aantal int) (Periode, error) {
	if err := kanJaar(jaar); err != nil {
		return Periode{}, err
	}
	van, err := werkdagen.NieuweDatum(jaar, maand, 1)
	return Periode{Van: van, Tot: van.PlusMaanden(aantal) - 1}, err
}

func kanJaar(jaar int) error {
	if jaar < werkdagen.EersteJaar || jaar > werkdagen.LaatsteJaar {
		return verkeerd(fmt.Sprintf("het jaar %d valt buiten %d tot en met %d", jaar, werkdagen.EersteJaar, werkdagen.LaatsteJaar), "kies een later of eerder jaar")
	}
	return nil
}

// cijfers reads a number of exactly lengte digits.
func cijfers(s string, lengte int) (int, bool) {
	n, err := strconv.ParseUint(s, 10, 16)
	return int(n), err == nil && len(s) == lengte
}

func verkeerd(wat, tip string) error {
	return &dossier.Fout{Wat: wat, Raad: tip, Aanroep: true}
}
