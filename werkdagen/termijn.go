package werkdagen

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Eenheid is what a term counts.
type Eenheid string

// The units of a term.
const (
	Werkdagen Eenheid = "werkdagen"
	Dagen     Eenheid = "dagen"
	Weken     Eenheid = "weken"
	Maanden   Eenheid = "maanden"
	Jaren     Eenheid = "jaren"
)

// grootsteAantal bounds a term: more of any unit passes the last year in all
// practice, and no sum overflows.
const grootsteAantal = 99_999

// Termijn is a term such as 5 werkdagen: Aantal (1 or more) times Eenheid.
type Termijn struct {
	Aantal  int
	Eenheid Eenheid
}

// LeesTermijn reads a term in Dutch: "vijf werkdagen", "5 werkdagen", "1 week",
// "twee jaar". The number is in digits or a word (up to twintig, and whole tens
// up to negentig). What is vague, zero, negative or too large is an error.
func LeesTermijn(s string) (Termijn, error) {
	woorden := strings.Fields(strings.ToLower(s))
	if len(woorden) == 0 {
		return Termijn{}, errors.New("de termijn is leeg; schrijf bijvoorbeeld 5 werkdagen of 4 weken")
	}
	if vaag(woorden[0]) {
		return Termijn{}, fmt.Errorf("%s is geen vaste termijn: een termijn is een precies aantal, zoals 4 weken", citaat(s))
	}
	if len(woorden) != 2 {
		return Termijn{}, fmt.Errorf("%s is geen termijn: schrijf een aantal en een eenheid, zoals 5 werkdagen, 4 weken of 2 jaar", citaat(s))
	}
	eenheid, err := leesEenheid(woorden[1])
	if err != nil {
		return Termijn{}, fmt.Errorf("%s is geen termijn: %w", citaat(s), err)
	}
	aantal, err := leesAantal(woorden[0])
	if err != nil {
		return Termijn{}, fmt.Errorf("%s is geen termijn: %w", citaat(s), err)
	}
	return Termijn{Aantal: aantal, Eenheid: eenheid}, nil
}

func vaag(woord string) bool {
	switch woord {
	case "ongeveer", "circa", "ca", "ca.", "±", "+/-", "plusminus", "zo'n", "ruim", "bijna", "minstens", "hoogstens", "maximaal", "minimaal":
		return true
	}
	return false
}

func leesEenheid(woord string) (Eenheid, error) {
	switch woord {
	case "werkdag", "werkdagen":
		return Werkdagen, nil
	case "dag", "dagen", "kalenderdag", "kalenderdagen":
		return Dagen, nil
	case "week", "weken":
		return Weken, nil
	case "maand", "maanden":
		return Maanden, nil
	case "jaar", "jaren":
		return Jaren, nil
	case "uur", "uren":
		return "", errors.New("een termijn in uren kan niet; reken in dagen of werkdagen")
	}
	return "", fmt.Errorf("%s is geen eenheid, kies uit werkdagen, dagen, weken, maanden en jaar", citaat(woord))
}

func leesAantal(woord string) (int, error) {
	if n, ok := telwoord(woord); ok {
		return n, controleerAantal(n)
	}
	cijfers := strings.TrimPrefix(woord, "-")
	if cijfers == "" || strings.Trim(cijfers, "0123456789") != "" {
		return 0, fmt.Errorf("%s is geen aantal dat klacht kent; schrijf een heel getal in cijfers", citaat(woord))
	}
	n, err := strconv.Atoi(woord)
	if err != nil { // only digits, so it does not fit
		n = grootsteAantal + 1
		if cijfers != woord {
			n = -1
		}
	}
	return n, controleerAantal(n)
}

func controleerAantal(n int) error {
	if n < 1 {
		return errors.New("het aantal moet minstens 1 zijn")
	}
	if n > grootsteAantal {
		return fmt.Errorf("het aantal is te groot, meer dan %d kan niet", grootsteAantal)
	}
	return nil
}

func telwoord(woord string) (int, bool) {
	// één, also with its accents written apart (U+0301), as macOS may do
	woord = strings.NewReplacer("é", "e", "\u0301", "").Replace(woord)
	switch woord {
	case "nul":
		return 0, true
	case "een":
		return 1, true
	case "dertig":
		return 30, true
	case "veertig":
		return 40, true
	case "vijftig":
		return 50, true
	case "zestig":
		return 60, true
	case "zeventig":
		return 70, true
	case "tachtig":
		return 80, true
	case "negentig":
		return 90, true
	}
	for i, w := range [...]string{
		"twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
		"twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
	} {
		if woord == w {
			return i + 2, true
		}
	}
	return 0, false
}

// Controleer says what is wrong with a term that was not read by LeesTermijn.
func (t Termijn) Controleer() error {
	switch t.Eenheid {
	case Werkdagen, Dagen, Weken, Maanden, Jaren:
	default:
		return fmt.Errorf("%s is geen eenheid van een termijn, kies uit werkdagen, dagen, weken, maanden en jaren", citaat(string(t.Eenheid)))
	}
	if err := controleerAantal(t.Aantal); err != nil {
		return fmt.Errorf("een termijn van %d %s kan niet: %w", t.Aantal, t.Eenheid, err)
	}
	return nil
}

// String gives the term as it is written: 5 werkdagen, 1 week, 2 jaar.
func (t Termijn) String() string {
	eenheid := string(t.Eenheid)
	switch {
	case t.Eenheid == Jaren:
		eenheid = "jaar"
	case t.Aantal != 1:
	case t.Eenheid == Werkdagen:
		eenheid = "werkdag"
	case t.Eenheid == Dagen:
		eenheid = "dag"
	case t.Eenheid == Weken:
		eenheid = "week"
	case t.Eenheid == Maanden:
		eenheid = "maand"
	}
	return strconv.Itoa(t.Aantal) + " " + eenheid
}

// MarshalText writes the term as String does, so that JSON has "5 werkdagen".
func (t Termijn) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads a term as LeesTermijn does.
func (t *Termijn) UnmarshalText(b []byte) error {
	gelezen, err := LeesTermijn(string(b))
	if err != nil {
		return err
	}
	*t = gelezen
	return nil
}
