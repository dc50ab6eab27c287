package dossier

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"klacht/werkdagen"
)

// lezer takes values out of a file strictly: an unknown value or a wrong type
// is an error with its line and what is allowed, an unknown key a warning. It
// goes on after an error, so that one reading names all of them.
type lezer struct {
	bestand   string
	fouten    []error
	meldingen []*Leesfout
}

// veldlezers are the keys a mapping may have, and what reads each.
type veldlezers map[string]func(*knoop)

func (l *lezer) err() error { return errors.Join(l.fouten...) }

// opRegel makes an error about k, which may be nil.
func (l *lezer) opRegel(k *knoop, wat, tip string) *Leesfout {
	f := &Leesfout{Bestand: l.bestand, Wat: wat, Raad: tip}
	if k != nil {
		f.Regel = k.regel
	}
	return f
}

func (l *lezer) fout(k *knoop, wat, tip string) { l.fouten = append(l.fouten, l.opRegel(k, wat, tip)) }

func (l *lezer) waarschuw(k *knoop, wat, tip string) {
	l.meldingen = append(l.meldingen, l.opRegel(k, wat, tip))
}

// velden reads the keys of the mapping k.
func (l *lezer) velden(k *knoop, waarvan string, lezers veldlezers) {
	if k.soort == knoopLeeg {
		return
	}
	if k.soort != knoopMapping {
		l.fout(k, fmt.Sprintf("%s moet uit regels als \"sleutel: waarde\" bestaan", waarvan), "")
		return
	}
	for _, p := range k.paren {
		lees, bekend := lezers[p.sleutel.tekst]
		if !bekend {
			l.waarschuw(p.sleutel, fmt.Sprintf("onbekende sleutel %q in %s; zij blijft staan en doet niets", p.sleutel.tekst, waarvan),
				"bekend zijn: "+strings.Join(slices.Sorted(maps.Keys(lezers)), ", "))
			continue
		}
		lees(p.waarde)
	}
}

// blok is velden as a reader of one key.
func (l *lezer) blok(waarvan string, lezers veldlezers) func(*knoop) {
	return func(k *knoop) { l.velden(k, waarvan, lezers) }
}

// reeks reads the items of a sequence; nothing is an empty one.
func (l *lezer) reeks(k *knoop, waarvan string, lees func(*knoop)) {
	switch k.soort {
	case knoopLeeg:
	case knoopReeks:
		for _, item := range k.items {
			lees(item)
		}
	default:
		l.fout(k, fmt.Sprintf("%s moet een lijst zijn, met een streepje voor elk onderdeel", waarvan), "")
	}
}

// tekst reads a string; every scalar is one, and nothing is "".
func (l *lezer) tekst(naar *string) func(*knoop) {
	return func(k *knoop) {
		if k.soort == knoopMapping || k.soort == knoopReeks {
			l.fout(k, "hier hoort tekst te staan, geen lijst of blok", "zet tekst met een dubbele punt of streepje tussen aanhalingstekens")
			return
		}
		*naar = k.tekst
	}
}

// zin reads text that is one line wherever it is shown, however it is written.
func (l *lezer) zin(naar *string) func(*knoop) {
	return func(k *knoop) {
		l.tekst(naar)(k)
		*naar = strings.TrimSpace(eenRegel.Replace(*naar))
	}
}

// naam is zin for what is chosen by its name.
func (l *lezer) naam(naar *string) func(*knoop) {
	return func(k *knoop) {
		l.tekst(naar)(k)
		*naar = naamwaarde(*naar)
	}
}

// naamwaarde is a name as people see it, for nobody could type the rest: a soft
// hyphen or a hard space, say, that was pasted along.
func naamwaarde(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r):
			return -1
		}
		return r
	}, eenRegel.Replace(s)))
}

var eenRegel = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ")

func (l *lezer) kaal(k *knoop, lees func(string) error) {
	var s string
	voor := len(l.fouten)
	l.tekst(&s)(k)
	if s = strings.TrimSpace(s); s == "" || len(l.fouten) > voor {
		return
	}
	if err := lees(s); err != nil {
		l.fout(k, err.Error(), "")
	}
}

// datum reads a day, strictly 2026-11-27.
func (l *lezer) datum(naar *werkdagen.Datum) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) error {
			t, err := LeesTijdstip(s)
			if err == nil && t.HeeftTijd() {
				err = fmt.Errorf("%q is een tijdstip; hier hoort een datum, zoals 2026-11-27", s)
			}
			*naar = t.Dag
			return err
		})
	}
}

func (l *lezer) tijdstip(naar *Tijdstip) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) (err error) {
			*naar, err = LeesTijdstip(s)
			return err
		})
	}
}

func (l *lezer) termijn(naar *werkdagen.Termijn) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) (err error) {
			*naar, err = werkdagen.LeesTermijn(s)
			return err
		})
	}
}

func (l *lezer) aantal(naar *int, minst, meest int) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) error {
			n, err := strconv.Atoi(s)
			if err != nil || n < minst || n > meest {
				return fmt.Errorf("%q is geen getal van %d tot en met %d", s, minst, meest)
			}
			*naar = n
			return nil
		})
	}
}

// leesJaNee reads a yes or no as people write it in YAML.
func leesJaNee(s string) (waarde, ok bool) {
	switch strings.ToLower(s) {
	case "ja", "true":
		return true, true
	case "nee", "false":
		return false, true
	}
	return false, false
}

func (l *lezer) jaNee(naar *bool) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) error {
			waarde, ok := leesJaNee(s)
			if !ok {
				return fmt.Errorf("%q is geen ja of nee", s)
			}
			*naar = waarde
			return nil
		})
	}
}

// keuze reads one of a closed list of values.
func keuze[T ~string](l *lezer, naar *T, mag []T) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) error {
			if !slices.Contains(mag, T(s)) {
				return fmt.Errorf("%q kan hier niet; kies uit %s", s, Opsomming(alsTekst(mag), "of"))
			}
			*naar = T(s)
			return nil
		})
	}
}

func alsTekst[T ~string](waarden []T) []string {
	uit := make([]string, len(waarden))
	for i, w := range waarden {
		uit[i] = string(w)
	}
	return uit
}

// grootGetal reads a size in bytes.
func (l *lezer) grootGetal(naar *int64) func(*knoop) {
	return func(k *knoop) {
		l.kaal(k, func(s string) error {
			n, err := strconv.ParseInt(s, 10, 64)
			if err != nil || n < 0 {
				return fmt.Errorf("%q is geen aantal bytes", s)
			}
			*naar = n
			return nil
		})
	}
}
