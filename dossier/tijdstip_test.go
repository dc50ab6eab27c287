package dossier

import (
	"encoding/json"
	"testing"
)

func TestLeesTijdstip(t *testing.T) {
	for _, tt := range []struct{ in, uit, dag, lang string }{
		{"2026-11-20", "2026-11-20", "2026-11-20", "vr 20 november 2026"},
		{" 2026-11-20 ", "2026-11-20", "2026-11-20", "vr 20 november 2026"},
		{"2026-11-20T16:40:00+01:00", "2026-11-20T16:40:00+01:00", "2026-11-20", "vr 20 november 2026 16:40"},
		{"2026-11-20 16:40", "2026-11-20T16:40:00+01:00", "2026-11-20", "vr 20 november 2026 16:40"},
		{"2026-07-20T16:40", "2026-07-20T16:40:00+02:00", "2026-07-20", "ma 20 juli 2026 16:40"},
		{"2026-11-20 16:40:30", "2026-11-20T16:40:30+01:00", "2026-11-20", "vr 20 november 2026 16:40"},
		{"2026-11-20T23:30:00Z", "2026-11-21T00:30:00+01:00", "2026-11-21", "za 21 november 2026 00:30"},
		{"2026-11-20T23:30Z", "2026-11-21T00:30:00+01:00", "2026-11-21", "za 21 november 2026 00:30"},
		{"2026-12-31T18:00:00-08:00", "2027-01-01T03:00:00+01:00", "2027-01-01", "vr 1 januari 2027 03:00"},
		{"2026-11-20T16:40:00.999+01:00", "2026-11-20T16:40:00+01:00", "2026-11-20", "vr 20 november 2026 16:40"},
	} {
		op, err := LeesTijdstip(tt.in)
		if err != nil {
			t.Errorf("%q: %v", tt.in, err)
			continue
		}
		gelijk(t, tt.in, []string{op.String(), op.Dag.String(), op.Lang()}, []string{tt.uit, tt.dag, tt.lang})
		terug, err := LeesTijdstip(op.String())
		if err != nil || !terug.Gelijk(op) {
			t.Errorf("%q komt terug als %v, %v", tt.in, terug, err)
		}
	}
}

func TestLeesTijdstipFouten(t *testing.T) {
	for in, wil := range map[string]string{
		"2026-11-20T25:00":          `"2026-11-20T25:00" is geen datum of tijdstip; schrijf bijvoorbeeld 2026-11-20 of 2026-11-20T16:40:00+01:00`,
		"16:40":                     `"16:40" is geen datum of tijdstip; schrijf bijvoorbeeld 2026-11-20 of 2026-11-20T16:40:00+01:00`,
		"1989-12-31T10:00":          "1989-12-31 valt buiten de kalender, die loopt van 1990 tot en met 2299",
		"0206-11-20":                "0206-11-20 valt buiten de kalender, die loopt van 1990 tot en met 2299",
		"2299-12-31T23:30:00-01:00": "2300-01-01 valt buiten de kalender, die loopt van 1990 tot en met 2299",
	} {
		_, err := LeesTijdstip(in)
		metFout(t, err, wil)
	}
	for _, in := range []string{"", "2026-02-30", "20-11-2026", "gisteren", "2026-11-20 vrijdag"} {
		if op, err := LeesTijdstip(in); err == nil {
			t.Errorf("%q is %v", in, op)
		}
	}
}

func TestTijdstipJSON(t *testing.T) {
	b, err := json.Marshal([]Tijdstip{{}, tijdstip("2026-11-20"), tijdstip("2026-11-20T16:40")})
	if err != nil {
		t.Fatal(err)
	}
	gelijk(t, "json", string(b), `[null,"2026-11-20","2026-11-20T16:40:00+01:00"]`)
}
