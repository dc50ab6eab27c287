package post

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"klacht/dossier"
)

func TestSjabloonMetEenFoutZegtBestandEnRegel(t *testing.T) {
	const kop = "Onderwerp: Uw klacht\n\n{{.Aanhef}},\n"
	voluit := strings.Repeat("x", grootsteBrief)
	for _, tt := range []struct{ geval, tekst, wat, tip string }{
		{"onbekend veld", kop + "{{.Naam}}", "sjablonen/voorstel.tmpl:4: het veld .Naam bestaat niet", raadVelden},
		{"onbekend veld waar het niet komt", kop + "{{if .Opschorting}}\n{{.Naam}}{{end}}", "sjablonen/voorstel.tmpl:5: het veld .Naam bestaat niet", raadVelden},
		{"onbekend veld in else", kop + "{{if .Klager}}{{else}}\n{{.Naam}}{{end}}", "sjablonen/voorstel.tmpl:5: het veld .Naam bestaat niet", raadVelden},
		{"onbekend veld in with", kop + "{{with .TermijnVoorstel}}\n\n{{.Dag}}{{end}}", "sjablonen/voorstel.tmpl:6: het veld .Dag bestaat niet", raadVelden},
		{"onbekend veld van een variabele", kop + "{{$t := .TermijnVoorstel}}{{$t.Dag}}", "sjablonen/voorstel.tmpl:4: het veld .Dag bestaat niet", raadVelden},
		{"onbekend deel van een veld", kop + "{{.Organisatie.Adres}}", "sjablonen/voorstel.tmpl:4: het veld .Adres bestaat niet", raadVelden},
		{"deel van een tekst", kop + "{{.Nummer.Jaar}}", "sjablonen/voorstel.tmpl:4: het veld .Jaar bestaat niet", raadVelden},
		{"onbekend veld van wat een woord geeft", kop + "{{(regel .Tekst).X}}", "sjablonen/voorstel.tmpl:4: het veld .X bestaat niet", raadVelden},
		{"kleine letter", kop + "{{.nummer}}", "sjablonen/voorstel.tmpl:4: het veld .nummer bestaat niet", raadVelden},
		{"onbekend woord", kop + "{{hoofdletters .Klager}}", "sjablonen/voorstel.tmpl:4: het woord hoofdletters bestaat niet", raadVelden},
		{"punt vergeten", kop + "{{Nummer}}", "sjablonen/voorstel.tmpl:4: het woord Nummer bestaat niet", raadVelden},
		{"onbekende variabele", kop + "{{$x}}", "sjablonen/voorstel.tmpl:4: $x bestaat niet", raadVelden},
		{"end vergeten", kop + "{{if .Klager}}\nBeste", "sjablonen/voorstel.tmpl:5: er ontbreekt een {{end}}", "elke {{if}}, {{with}} en {{range}} heeft een eigen {{end}} nodig"},
		{"end te veel", kop + "{{end}}", "sjablonen/voorstel.tmpl:4: hier staat een {{end}} te veel", "een {{end}} hoort bij een {{if}}, {{with}} of {{range}} erboven"},
		{"else te veel", kop + "{{else}}", "sjablonen/voorstel.tmpl:4: hier staat een {{else}} te veel", "een {{else}} hoort bij een {{if}}, {{with}} of {{range}} erboven"},
		{"accolades open", kop + "{{.Nummer", "sjablonen/voorstel.tmpl:4: een {{ wordt niet afgesloten", "zet er op dezelfde regel }} achter"},
		{"één accolade", kop + "{{.Nummer}", "sjablonen/voorstel.tmpl:4: het teken } kan hier niet staan", raadVelden},
		{"leeg", kop + "{{}}", "sjablonen/voorstel.tmpl:4: tussen {{ en }} staat niets", raadVelden},
		{"if zonder waarde", kop + "{{if}}x{{end}}", "sjablonen/voorstel.tmpl:4: na {{if staat niet wat er moet", raadVelden},
		{"aanhalingsteken open", kop + `{{if eq .Soort "klacht}}x{{end}}`, "sjablonen/voorstel.tmpl:4: een aanhalingsteken wordt niet afgesloten", `zet aan beide kanten van de tekst een "`},
		{"gekruld aanhalingsteken", kop + `{{if eq .Soort “klacht”}}x{{end}}`, "sjablonen/voorstel.tmpl:4: het teken “ kan hier niet staan", raadVelden},
		{"haakje open", kop + "{{if (.Klager}}x{{end}}", "sjablonen/voorstel.tmpl:4: de haakjes kloppen niet", "elk ( heeft een eigen ) nodig"},
		{"opmerking open", kop + "{{/* x", "sjablonen/voorstel.tmpl:4: een opmerking wordt niet afgesloten", "een opmerking begint met {{/* en eindigt met */}}"},
		{"te weinig bij een woord", kop + "{{datum}}", "sjablonen/voorstel.tmpl:4: bij het woord datum staan te veel of te weinig velden", raadVelden},
		{"verkeerd soort veld", kop + "{{datum .Klager}}", "sjablonen/voorstel.tmpl:4: dit soort veld kan hier niet", raadVelden},
		{"iets achter een veld", kop + "{{.Nummer .Klager}}", "sjablonen/voorstel.tmpl:4: achter Nummer hoort niets te staan", raadVelden},
		{"wat er bij dit dossier niet is", kop + "{{.TermijnAfhandeling.Uiterlijk}}", "sjablonen/voorstel.tmpl:4: .Uiterlijk is er niet bij dit dossier", "zet het tussen {{with …}} en {{end}}, zoals in de brieven van klacht zelf"},
		{"onbekend deel", kop + `{{template "voet"}}`, `sjablonen/voorstel.tmpl:4: het deel "voet" bestaat niet`, "schrijf de tekst voluit"},
		{"deel in een kring", kop + `{{define "a"}}{{template "a"}}{{end}}{{template "a"}}`, "sjablonen/voorstel.tmpl:4: een deel roept zichzelf op", "schrijf de tekst voluit"},
		{"geen onderwerp", "{{.Aanhef}},\n", "sjablonen/voorstel.tmpl: de brief begint niet met een onderwerp", "zet als eerste regel bijvoorbeeld: Onderwerp: Uw klacht"},
		{"leeg onderwerp", "Onderwerp: {{.Tekst}}\n\nBeste", "sjablonen/voorstel.tmpl: het onderwerp is leeg", "zet achter Onderwerp: waar de brief over gaat"},
		{"lege brief", "Onderwerp: x\n\n{{.Tekst}}\n", "sjablonen/voorstel.tmpl: de brief is leeg", "zet onder het onderwerp wat de klager te lezen krijgt"},
		{"leeg bestand", "", "sjablonen/voorstel.tmpl: de brief begint niet met een onderwerp", "zet als eerste regel bijvoorbeeld: Onderwerp: Uw klacht"},
		{"geen UTF-8", kop + "caf\xe9", "sjablonen/voorstel.tmpl: dit is geen tekst in UTF-8", "bewaar het in de editor als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)"},
		{"te groot", kop + voluit, "de brief wordt groter dan 1 MiB", "stuur lange teksten mee als bijlage, met --bijlage"},
		{"regeleinden van Windows", strings.ReplaceAll("\ufeff"+kop, "\n", "\r\n") + "{{.Naam}}", "sjablonen/voorstel.tmpl:4: het veld .Naam bestaat niet", raadVelden},
	} {
		t.Run(tt.geval, func(t *testing.T) {
			m := opgemaakt(t, kaalProcedure, kaalDossier, nil)
			b, err := NieuweBrief(m.Regels, beoordeeld(t, m, "2026-11-23"), "")
			if err != nil {
				t.Fatal(err)
			}
			s, err := LeesSjabloon(dossier.Sjabloonbestand{Naam: "voorstel", Tekst: []byte(tt.tekst)})
			if err == nil {
				_, err = s.Vul(b)
			}
			metFout(t, err, tt.wat, tt.tip)
		})
	}
}

// TestSjabloonfoutIsNooitEngels feeds what no sentence is known for.
func TestSjabloonfoutIsNooitEngels(t *testing.T) {
	for _, tekst := range []string{"{{break}}", "{{continue}}", "{{1 2}}", "{{.Nummer | }}", "{{range $a, $b, $c := .Nummer}}{{end}}", "{{index .Nummer 99}}", "{{slice .Nummer 5 1}}", "{{nil}}", "{{.}}", "{{call .Nummer}}", "{{0x}}", "{{'a}}", "{{lt .Opschorting 1}}", "{{range .Nummer}}{{.X}}{{end}}", "{{len 3}}", "{{define}}", "{{block \"x\"}}{{end}}", "{{$x = 1}}", "{{.Nummer.}}", "{{\"a\" := 1}}"} {
		m := opgemaakt(t, kaalProcedure, kaalDossier, nil)
		b, err := NieuweBrief(m.Regels, beoordeeld(t, m, "2026-11-23"), "")
		if err != nil {
			t.Fatal(err)
		}
		s, err := LeesSjabloon(dossier.Sjabloonbestand{Naam: "voorstel", Tekst: []byte("Onderwerp: x\n\n" + tekst)})
		if err == nil {
			_, err = s.Vul(b)
		}
		if err == nil {
			continue
		}
		for _, woord := range []string{"template", "unexpected", "error", "executing", "missing", "type", "invalid", "can't", "cannot", "range", "outside", "too "} {
			if strings.Contains(err.Error(), woord) && !strings.Contains(tekst, woord) {
				t.Errorf("%s gives %q", tekst, err)
			}
		}
	}
}

func TestEigenSjabloonGaatVoor(t *testing.T) {
	m := opgemaakt(t, kaalProcedure, kaalDossier, map[string]string{
		"sjablonen/voorstel.tmpl": "\ufeffOnderwerp: [{{.Nummer}}] Voorstel\r\n\r\nBeste klant,\r\n\r\n\r\n\r\nop {{zonderweekdag .Ontvangen}}, {{datum .Vandaag}}: {{regel .Tekst}}\r\n",
		"sjablonen/excuses.tmpl":  "Onderwerp: Excuses\n\nSorry.",
		"sjablonen/leesmij.txt":   "geen sjabloon",
	})
	u, err := stelOp(t, m, "voorstel", "2026-11-23", "een\ntwee")
	if err != nil {
		t.Fatal(err)
	}
	if want := "Beste klant,\n\nop 20 november 2026, maandag 23 november 2026: een twee"; u.Tekst != want || u.Onderwerp != "[K2026-0007] Voorstel" {
		t.Errorf("%q: %q", u.Onderwerp, u.Tekst)
	}
	if u, err = stelOp(t, m, "excuses", "2026-11-23", ""); err != nil || u.Tekst != "Sorry." {
		t.Errorf("%v, %v", u, err)
	}
	namen, err := m.Sjabloonnamen()
	if err != nil || !slices.Equal(namen, []string{"excuses", "voorstel"}) {
		t.Errorf("%q, %v", namen, err)
	}
}

func TestSjablonenKomenErbijEnVervangenNiets(t *testing.T) {
	m := opgemaakt(t, kaalProcedure, kaalDossier, map[string]string{"sjablonen/voorstel.tmpl": "eigen"})
	gemaakt, err := m.SchrijfSjablonen(IngebouwdeSjablonen())
	if err != nil || len(gemaakt) != len(Soortbrieven())-1 || slices.Contains(gemaakt, "voorstel") {
		t.Fatal(gemaakt, err)
	}
	if s, ok, err := m.LeesSjabloon("voorstel"); err != nil || !ok || string(s.Tekst) != "eigen" {
		t.Error(s, ok, err)
	}
	if s, ok, err := m.LeesSjabloon("advies"); err != nil || !ok || len(s.Tekst) == 0 {
		t.Error(s, ok, err)
	}
	if gemaakt, err = m.SchrijfSjablonen(IngebouwdeSjablonen()); err != nil || len(gemaakt) > 0 {
		t.Error(gemaakt, err)
	}
}

func TestIngebouwdeSjablonenZijnDieVanDeProcedure(t *testing.T) {
	bestanden, err := ingebouwd.ReadDir("sjablonen")
	if err != nil {
		t.Fatal(err)
	}
	if len(bestanden) != len(Soortbrieven()) {
		t.Errorf("%d files, %d letters", len(bestanden), len(Soortbrieven()))
	}
	for _, s := range IngebouwdeSjablonen() {
		if _, err := LeesSjabloon(s); err != nil {
			t.Error(err)
		}
	}
}

// TestElkVeldHeeftUitleg holds the list that people get to what templates can name.
func TestElkVeldHeeftUitleg(t *testing.T) {
	var want []string
	leden := func(naam string, soort reflect.Type) {
		if soort.Kind() == reflect.Pointer {
			soort = soort.Elem()
		}
		if soort.Kind() != reflect.Struct || naam == ".TermijnBevestiging" || naam == ".TermijnAfhandeling" {
			want = append(want, naam) // the last two have the fields of .TermijnVoorstel
			return
		}
		for i := range soort.NumField() {
			want = append(want, naam+"."+soort.Field(i).Name)
		}
	}
	for i := range brieftype.Elem().NumField() {
		if f := brieftype.Elem().Field(i); f.IsExported() {
			leden("."+f.Name, f.Type)
		}
	}
	for i := range brieftype.NumMethod() {
		m := brieftype.Method(i)
		leden("."+m.Name, m.Type.Out(0))
	}
	for naam := range functies() {
		want = append(want, naam)
	}
	var got []string
	for _, v := range Velden() {
		got = append(got, v.Naam)
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("templates know %q\nthe list has %q", want, got)
	}
}
