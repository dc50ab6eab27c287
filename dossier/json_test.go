package dossier

import (
	"encoding/json"
	"strings"
	"testing"
)

// sleutels gives the keys of the outermost object, in order.
func sleutels(t *testing.T, ruw []byte) string {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(string(ruw)))
	var uit []string
	diepte, sleutel := 0, false
	for d.More() || diepte > 0 {
		tok, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch tok {
		case json.Delim('{'), json.Delim('['):
			diepte++
			sleutel = diepte == 1
			continue
		case json.Delim('}'), json.Delim(']'):
			diepte--
			sleutel = diepte == 1
			continue
		}
		if diepte == 1 {
			if sleutel {
				uit = append(uit, tok.(string))
			}
			sleutel = !sleutel
		}
	}
	return strings.Join(uit, " ")
}

// The fields that others rely on, in this order; what was added comes behind.
const contract = "nummer map soort herkomst onderwerp categorie oorzaak kanaal ernst ontvangen behandelaar klager omschrijving toestand uitkomst afgehandeld_op bewaren_tot bewaarplicht termijnen"

func TestJSONVelden(t *testing.T) {
	d := op(t, externeKlacht(t, "2026-11-20T16:40 ontvangen"), "2026-11-20")
	ruw, err := d.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "met verloop", sleutels(t, ruw), contract+" verloop bijlagen maatregelen betreft cursus gewenst opgeschort_tot opmerkingen verzending")
	kort, err := json.Marshal([]any{ZonderVerloop{d}})
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "zonder verloop", sleutels(t, kort[1:len(kort)-1]), contract+" bijlagen maatregelen betreft cursus gewenst opgeschort_tot opmerkingen verzending")
}

// The example of the contract, byte for byte but for what was added behind it.
func TestJSONVanHetContract(t *testing.T) {
	k := externeKlacht(t, "2026-11-20T16:40 ontvangen")
	k.Onderwerp, k.Kanaal, k.Behandelaar = "Cursus <Excel> & meer", "e-mail", "Louise Ross"
	k.Klager = Klager{"Anna Bakker", "a.bakker@example.org", "0612345678", ""}
	k.Verloop[0].Vastgelegd = tijdstip("2026-11-20T17:00")
	k.Verloop[0].Bestanden = []Bestand{
		{Bestand: "correspondentie/klacht.eml", Bytes: 9, SHA256: "b"},
		{Bestand: "bijlagen/factuur.pdf", Bytes: 1234, SHA256: "a"},
	}
	var netjes strings.Builder
	e := json.NewEncoder(&netjes)
	e.SetEscapeHTML(false)
	if err := e.Encode(op(t, k, "2026-11-20")); err != nil {
		t.Fatal(err)
	}
	gelijk(t, "json", strings.TrimSpace(netjes.String()), `{"nummer":"K2026-0007","map":"2026/K2026-0007","soort":"klacht","herkomst":"extern","onderwerp":"Cursus <Excel> & meer","categorie":"overig",`+
		`"oorzaak":null,"kanaal":"e-mail","ernst":"normaal","ontvangen":"2026-11-20T16:40:00+01:00","behandelaar":"Louise Ross",`+
		`"klager":{"naam":"Anna Bakker","email":"a.bakker@example.org","telefoon":"0612345678","organisatie":""},`+
		`"omschrijving":"","toestand":"ontvangen","uitkomst":null,"afgehandeld_op":null,"bewaren_tot":null,"bewaarplicht":false,`+
		`"termijnen":[{"naam":"bevestiging","ronde":1,"oorspronkelijk":"2026-11-27","uiterlijk":"2026-11-27","laatste_werkdag":"2026-11-27","voldaan_op":null,"stand":"open","werkdagen_over":5},`+
		`{"naam":"voorstel","ronde":1,"oorspronkelijk":"2026-12-18","uiterlijk":"2026-12-18","laatste_werkdag":"2026-12-18","voldaan_op":null,"stand":"open","werkdagen_over":20}],`+
		`"verloop":[{"id":"e1","op":"2026-11-20T16:40:00+01:00","wat":"ontvangen","door":"Sanne","vastgelegd":"2026-11-20T17:00:00+01:00",`+
		`"bestanden":[{"bestand":"correspondentie/klacht.eml","bytes":9,"sha256":"b"},{"bestand":"bijlagen/factuur.pdf","bytes":1234,"sha256":"a"}]}],`+
		`"bijlagen":[{"bestand":"bijlagen/factuur.pdf","bytes":1234,"sha256":"a"}],"maatregelen":[],`+
		`"betreft":"","cursus":"","gewenst":"","opgeschort_tot":null,"opmerkingen":[],"verzending":null}`)
}

// Every kind of event, with all its fields, under the names that the file has.
func TestJSONVanElkeGebeurtenis(t *testing.T) {
	alles := Gebeurtenis{
		ID: "e1", Op: tijdstip("2026-11-20"), Door: "Sanne", Vastgelegd: tijdstip("2026-11-20T17:00"), Toch: true,
		Tekst: "\u2028<b>", Reden: "r", Oorzaak: "o", Bevinding: "b", Reactie: ReactieGeen, Tot: datum("2026-12-01"), Met: eenGebeurtenis("2026-11-20 verlengd met=1_week").Met,
		Termijn: TermijnVoorstel, Uitkomst: Gegrond, Veld: "cursus", Van: "", Naar: "Excel", Gebeurtenis: "e0", Overleg: datum("2026-11-26"), BerichtID: "1@example.org",
	}
	for _, e := range eigenVelden {
		g := alles
		g.Wat = e.wat
		ruw, err := json.Marshal(gebeurtenisJSON{&g, true})
		if err != nil {
			t.Fatal(err)
		}
		kop := `{"id":"e1","op":"2026-11-20","wat":"` + string(e.wat) + `","door":"Sanne","vastgelegd":"2026-11-20T17:00:00+01:00","toch":true,"ongedaan":true,`
		if !strings.HasPrefix(string(ruw), kop) {
			t.Errorf("%s", ruw)
		}
		var terug map[string]any
		if err := json.Unmarshal(ruw, &terug); err != nil {
			t.Fatal(err)
		}
		gelijk(t, "tekst", terug["tekst"], any("\u2028<b>"))
		_, van := terug["van"]
		gelijk(t, "een wijziging van niets toont beide kanten", van, e.wat == WatGewijzigd)
	}
}
