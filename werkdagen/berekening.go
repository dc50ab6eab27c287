package werkdagen

import (
	"encoding/json"
	"fmt"
)

// Berekening is a deadline and how it came about.
type Berekening struct {
	Ontvangen      Datum
	Termijn        Termijn
	EersteDag      Datum      // the day after receipt, when the term begins
	Nominaal       Datum      // the last day before extension
	Uiterlijk      Datum      // the last day
	LaatsteWerkdag Datum      // the last working day on or before Uiterlijk
	Overgeslagen   []VrijeDag // days within a term of working days that did not count
	VerlengdMet    []VrijeDag // days off that the statutory extension passed over
	Waarschuwing   string     // one Dutch sentence, or ""

	kalender *Kalender
	artikel2 bool // extended by Algemene termijnenwet art. 2
}

// Bereken works out when a term ends that began with receipt on ontvangen. The
// day of receipt does not count. Weeks and months end on the same weekday or day
// of the month, years never get extended.
func (k *Kalender) Bereken(ontvangen Datum, t Termijn) (Berekening, error) {
	b := Berekening{Ontvangen: ontvangen, Termijn: t, EersteDag: ontvangen + 1, kalender: k}
	if err := BinnenBereik(ontvangen); err != nil {
		return Berekening{}, fmt.Errorf("de dag van ontvangst kan niet: %w", err)
	}
	if err := t.Controleer(); err != nil {
		return Berekening{}, err
	}
	if err := k.telAf(&b); err != nil {
		return Berekening{}, err
	}
	b.Uiterlijk = b.Nominaal
	if k.opties.Verlenging == VerlengingATW && t.wettelijkTeVerlengen() {
		if err := k.verleng(&b); err != nil {
			return Berekening{}, err
		}
	}
	var err error
	b.LaatsteWerkdag, err = k.LaatsteWerkdag(b.Uiterlijk)
	if err != nil {
		return Berekening{}, err
	}
	b.Waarschuwing = k.waarschuwing(b)
	return b, nil
}

// telAf finds the nominal end.
func (k *Kalender) telAf(b *Berekening) error {
	n := b.Termijn.Aantal
	switch b.Termijn.Eenheid {
	case Werkdagen:
		return k.telWerkdagen(b)
	case Dagen:
		b.Nominaal = b.Ontvangen + Datum(n)
	case Weken:
		b.Nominaal = b.Ontvangen + Datum(7*n)
	case Maanden:
		b.Nominaal = b.Ontvangen.PlusMaanden(n)
	case Jaren:
		b.Nominaal = b.Ontvangen.PlusJaren(n)
	}
	if b.Nominaal == 0 || b.Nominaal > laatsteDatum {
		return voorbijKalender(*b)
	}
	return nil
}

func (k *Kalender) telWerkdagen(b *Berekening) error {
	geteld := 0
	for d := b.EersteDag; d <= laatsteDatum; d++ {
		if !k.IsWerkdag(d) {
			b.Overgeslagen = append(b.Overgeslagen, VrijeDag{d, k.Redenen(d)})
			continue
		}
		if geteld++; geteld == b.Termijn.Aantal {
			b.Nominaal = d
			return nil
		}
	}
	return voorbijKalender(*b)
}

func voorbijKalender(b Berekening) error {
	return fmt.Errorf("%s na %s valt buiten de kalender, die loopt tot en met %d", b.Termijn, b.Ontvangen, LaatsteJaar)
}

// wettelijkTeVerlengen is Algemene termijnenwet art. 4 onder a: the law leaves
// alone terms of more than 90 days, twelve weeks or three months, or in years.
func (t Termijn) wettelijkTeVerlengen() bool {
	switch t.Eenheid {
	case Werkdagen, Dagen:
		return t.Aantal <= 90
	case Weken:
		return t.Aantal <= 12
	case Maanden:
		return t.Aantal <= 3
	}
	return false
}

// verleng moves the end by Algemene termijnenwet art. 1 and 2.
func (k *Kalender) verleng(b *Berekening) error {
	var err error
	// Art. 1 lid 1: to the next day that is no Saturday, Sunday or holiday.
	b.Uiterlijk, b.VerlengdMet, err = k.EersteGewoneDag(b.Nominaal)
	if err != nil {
		return voorbijKalender(*b)
	}
	// Art. 2: a term of three days or more has at least two such days in it.
	if (b.Termijn.Eenheid == Dagen || b.Termijn.Eenheid == Werkdagen) && b.Termijn.Aantal < 3 {
		return nil
	}
	if k.gewoneDagen(b.EersteDag, b.Uiterlijk) >= 2 {
		return nil
	}
	tweede, voorbij, err := k.EersteGewoneDag(b.Uiterlijk + 1)
	if err != nil {
		return voorbijKalender(*b)
	}
	b.Uiterlijk, b.VerlengdMet, b.artikel2 = tweede, append(b.VerlengdMet, voorbij...), true
	return nil
}

// EindeNaVerlenging gives the last day of a running term t whose nominal end
// was moved to einde, by a suspension or an extension: where the calendar
// extends as the law does, the next ordinary day (Algemene termijnenwet art. 1
// lid 1, within art. 4). Such a term holds two ordinary days as it is (art. 2).
func (k *Kalender) EindeNaVerlenging(einde Datum, t Termijn) (Datum, error) {
	if k.opties.Verlenging != VerlengingATW || !t.wettelijkTeVerlengen() {
		return einde, BinnenBereik(einde)
	}
	d, _, err := k.EersteGewoneDag(einde)
	return d, err
}

// gewoneDagen counts the ordinary days from van up to and including tot; at two
// it stops.
func (k *Kalender) gewoneDagen(van, tot Datum) int {
	n := 0
	for d := van; d <= tot && n < 2; d++ {
		if !k.isRustdag(d) {
			n++
		}
	}
	return n
}

// waarschuwing says it when designated days count and none are known for a year
// in which they could have.
func (k *Kalender) waarschuwing(b Berekening) string {
	o := k.opties
	verlengd := o.Verlenging == VerlengingATW && b.Termijn.wettelijkTeVerlengen() && o.Gelijkgesteld != GelijkgesteldNee
	geteld := o.Gelijkgesteld == GelijkgesteldVrij && b.Termijn.Eenheid == Werkdagen
	switch {
	case !verlengd && !geteld:
		return ""
	case b.Uiterlijk.Jaar() > LaatsteGelijkgesteldeJaar:
		return fmt.Sprintf("voor de jaren na %d is nog niet bekend welke dagen bij koninklijk besluit met een feestdag worden gelijkgesteld; de uitkomst %s kan daardoor later worden",
			LaatsteGelijkgesteldeJaar, b.Uiterlijk.Lang())
	case b.EersteDag.Jaar() < EersteGelijkgesteldeJaar:
		return fmt.Sprintf("van de jaren voor %d kent klacht de dagen niet die bij koninklijk besluit met een feestdag zijn gelijkgesteld; de uitkomst %s kan daardoor te vroeg zijn",
			EersteGelijkgesteldeJaar, b.Uiterlijk.Lang())
	}
	return ""
}

// MarshalJSON writes what the command termijn prints:
// {"ontvangen","termijn","eerste_dag","nominaal","uiterlijk","laatste_werkdag","overgeslagen","verlengd_met"},
// and "waarschuwing" where there is one.
func (b Berekening) MarshalJSON() ([]byte, error) {
	lijst := func(dagen []VrijeDag) []VrijeDag {
		return append([]VrijeDag{}, dagen...) // an empty list, never null
	}
	return json.Marshal(struct {
		Ontvangen      Datum      `json:"ontvangen"`
		Termijn        Termijn    `json:"termijn"`
		EersteDag      Datum      `json:"eerste_dag"`
		Nominaal       Datum      `json:"nominaal"`
		Uiterlijk      Datum      `json:"uiterlijk"`
		LaatsteWerkdag Datum      `json:"laatste_werkdag"`
		Overgeslagen   []VrijeDag `json:"overgeslagen"`
		VerlengdMet    []VrijeDag `json:"verlengd_met"`
		Waarschuwing   string     `json:"waarschuwing,omitempty"`
	}{b.Ontvangen, b.Termijn, b.EersteDag, b.Nominaal, b.Uiterlijk, b.LaatsteWerkdag,
		lijst(b.Overgeslagen), lijst(b.VerlengdMet), b.Waarschuwing})
}
