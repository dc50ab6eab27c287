package werkdagen

import (
	"encoding/json"
	"testing"
)

func TestLeesTermijn(t *testing.T) {
	for in, wil := range map[string]Termijn{
		"vijf werkdagen":       {5, Werkdagen},
		"5 werkdagen":          {5, Werkdagen},
		"1 werkdag":            {1, Werkdagen},
		"één werkdag":          {1, Werkdagen},
		"e\u0301e\u0301n week": {1, Weken},
		"Een week":             {1, Weken},
		"4 weken":              {4, Weken},
		"14 dagen":             {14, Dagen},
		"14 kalenderdagen":     {14, Dagen},
		"6 maanden":            {6, Maanden},
		"2 jaar":               {2, Jaren},
		"twee jaren":           {2, Jaren},
		"twintig dagen":        {20, Dagen},
		"negentien dagen":      {19, Dagen},
		"negentig dagen":       {90, Dagen},
		"05 werkdagen":         {5, Werkdagen},
		" 5\u00a0WERKDAGEN ":   {5, Werkdagen},
		"99999 dagen":          {99999, Dagen},
	} {
		got, err := LeesTermijn(in)
		if err != nil || got != wil {
			t.Errorf("LeesTermijn(%q) = %v, %v; want %v", in, got, err, wil)
		}
	}
}

func TestLeesTermijnWeigert(t *testing.T) {
	for in, fout := range map[string]string{
		"":                           `de termijn is leeg; schrijf bijvoorbeeld 5 werkdagen of 4 weken`,
		"ongeveer 4 weken":           `"ongeveer 4 weken" is geen vaste termijn: een termijn is een precies aantal, zoals 4 weken`,
		"4 weken en 2 dagen":         `"4 weken en 2 dagen" is geen termijn: schrijf een aantal en een eenheid, zoals 5 werkdagen, 4 weken of 2 jaar`,
		"weken":                      `"weken" is geen termijn: schrijf een aantal en een eenheid, zoals 5 werkdagen, 4 weken of 2 jaar`,
		"0 dagen":                    `"0 dagen" is geen termijn: het aantal moet minstens 1 zijn`,
		"nul dagen":                  `"nul dagen" is geen termijn: het aantal moet minstens 1 zijn`,
		"-5 werkdagen":               `"-5 werkdagen" is geen termijn: het aantal moet minstens 1 zijn`,
		"100000 dagen":               `"100000 dagen" is geen termijn: het aantal is te groot, meer dan 99999 kan niet`,
		"9223372036854775808 dagen":  `"9223372036854775808 dagen" is geen termijn: het aantal is te groot, meer dan 99999 kan niet`,
		"-9223372036854775809 dagen": `"-9223372036854775809 dagen" is geen termijn: het aantal moet minstens 1 zijn`,
		"honderd dagen":              `"honderd dagen" is geen termijn: "honderd" is geen aantal dat klacht kent; schrijf een heel getal in cijfers`,
		"4,5 weken":                  `"4,5 weken" is geen termijn: "4,5" is geen aantal dat klacht kent; schrijf een heel getal in cijfers`,
		"+5 weken":                   `"+5 weken" is geen termijn: "+5" is geen aantal dat klacht kent; schrijf een heel getal in cijfers`,
		"５ weken":                    `"５ weken" is geen termijn: "５" is geen aantal dat klacht kent; schrijf een heel getal in cijfers`,
		"vijfentwintig dagen":        `"vijfentwintig dagen" is geen termijn: "vijfentwintig" is geen aantal dat klacht kent; schrijf een heel getal in cijfers`,
		"24 uur":                     `"24 uur" is geen termijn: een termijn in uren kan niet; reken in dagen of werkdagen`,
		"4 weeks":                    `"4 weeks" is geen termijn: "weeks" is geen eenheid, kies uit werkdagen, dagen, weken, maanden en jaar`,
	} {
		got, err := LeesTermijn(in)
		if err == nil || err.Error() != fout || got != (Termijn{}) {
			t.Errorf("LeesTermijn(%q) = %v, %v; want %s", in, got, err, fout)
		}
	}
}

func TestTermijnTekst(t *testing.T) {
	for wil, termijn := range map[string]Termijn{
		"1 werkdag": {1, Werkdagen}, "5 werkdagen": {5, Werkdagen},
		"1 dag": {1, Dagen}, "14 dagen": {14, Dagen},
		"1 week": {1, Weken}, "4 weken": {4, Weken},
		"1 maand": {1, Maanden}, "6 maanden": {6, Maanden},
		"1 jaar": {1, Jaren}, "2 jaar": {2, Jaren},
	} {
		if got := termijn.String(); got != wil {
			t.Errorf("String() = %q, want %q", got, wil)
		}
		b, err := json.Marshal(termijn)
		if err != nil || string(b) != `"`+wil+`"` {
			t.Errorf("Marshal = %s, %v", b, err)
		}
		var terug Termijn
		if err := json.Unmarshal(b, &terug); err != nil || terug != termijn {
			t.Errorf("Unmarshal(%s) = %v, %v", b, terug, err)
		}
	}
	var fout Termijn
	if err := json.Unmarshal([]byte(`"gauw"`), &fout); err == nil {
		t.Errorf("Unmarshal(gauw) = %v, want an error", fout)
	}
}

func FuzzLeesTermijn(f *testing.F) {
	for _, s := range []string{"vijf werkdagen", "4 weken", "2 jaar", "ongeveer 4 weken", "0 dagen", "99999999999999999999 dagen", "-1 week", "één dag"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		termijn, err := LeesTermijn(s)
		if err != nil {
			nette(t, err, 0)
			return
		}
		if err := termijn.Controleer(); err != nil {
			t.Errorf("LeesTermijn(%q) = %v, which can't be: %v", s, termijn, err)
		}
		if terug, err := LeesTermijn(termijn.String()); err != nil || terug != termijn {
			t.Errorf("%q reads as %s, and that as %v, %v", s, termijn, terug, err)
		}
	})
}
