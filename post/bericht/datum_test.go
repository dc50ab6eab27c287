package bericht

import (
	"testing"
	"time"
)

func TestLeesTijdstip(t *testing.T) {
	for _, g := range []struct {
		veld, want string // want as RFC 3339; "" when unreadable
		zonder     bool   // no known zone
	}{
		{"Fri, 20 Nov 2026 16:40:03 +0100", "2026-11-20T16:40:03+01:00", false},
		{"20 Nov 2026 16:40 +0100", "2026-11-20T16:40:00+01:00", false},
		{"Fri, 20 Nov 2026 16:40:03 +0100 (CET)", "2026-11-20T16:40:03+01:00", false},
		{"Fri, 20 Nov 2026 16:40:03 (CET)", "2026-11-20T16:40:03+01:00", false},
		{"Fri (vrijdag), 20 Nov 2026 16:40:03 (a (b) c) CEST", "2026-11-20T16:40:03+02:00", false},
		{"Fri, 20 Nov 2026 16:40:03 -0000", "2026-11-20T16:40:03Z", false},
		{"Fri, 20 Nov 2026 16:40:60 GMT", "2026-11-20T16:41:00Z", false},
		// RFC 5322 4.3
		{"Fri, 20 Nov 98 16:40:03 EST", "1998-11-20T16:40:03-05:00", false},
		{"20 Nov 26 16:40:03 EDT", "2026-11-20T16:40:03-04:00", false},
		{"20 Nov 126 16:40:03 UT", "2026-11-20T16:40:03Z", false},
		{"20 Nov 2026 16:40:03 PDT", "2026-11-20T16:40:03-07:00", false},
		{"20 Nov 2026 16:40:03 A", "2026-11-20T16:40:03Z", true},
		{"20 Nov 2026 16:40:03 XYZ", "2026-11-20T16:40:03Z", true},
		{"20 Nov 2026 16:40:03", "2026-11-20T16:40:03Z", true},
		// Against the rules
		{"Fri 20 Nov 2026 16:40:03 +0100", "2026-11-20T16:40:03+01:00", false},
		{"Fri,20 Nov 2026 16:40:03 +01:00", "2026-11-20T16:40:03+01:00", false},
		{"Fri Nov 20 16:40:03 2026", "2026-11-20T16:40:03Z", true},
		{"Fri Nov 20 16:40:03 CET 2026", "2026-11-20T16:40:03+01:00", false},
		{"Fri, Nov 20, 2026 4:40:03 PM +0100", "2026-11-20T16:40:03+01:00", false},
		{"Nov 20, 2026 12:05am", "2026-11-20T00:05:00Z", true},
		{"20-Nov-2026 16:40:03 GMT+0100", "2026-11-20T16:40:03+01:00", false},
		{"20-11-2026 16:40:03 UTC+1", "2026-11-20T16:40:03+01:00", false},
		{"2026-11-20 16:40:03 +0100", "2026-11-20T16:40:03+01:00", false},
		{"2026-11-20T16:40:03Z", "2026-11-20T16:40:03Z", false},
		{"2026-11-20T16:40:03.25+01:00", "2026-11-20T16:40:03.25+01:00", false},
		{"20 Nov 2026 16:40:03+0100", "2026-11-20T16:40:03+01:00", false},
		{"20 Nov 2026 16:40:03 -600", "2026-11-20T16:40:03-06:00", false},
		{"20 Nov 2026 16:40:03 +0545", "2026-11-20T16:40:03+05:45", false},
		{"20 Nov 2026 16:40:03 -0400 EDT", "2026-11-20T16:40:03-04:00", false},
		{"20 Nov 2026 16:40:03 +9999", "2026-11-20T16:40:03Z", true},
		{"vr 20 november 2026 16:40 CET", "2026-11-20T16:40:00+01:00", false},
		{"maandag 2 mrt. 2026 09:00 MET", "2026-03-02T09:00:00+01:00", false},
		{"zo, 3 mei 2026 09:00 +0200", "2026-05-03T09:00:00+02:00", false},
		{"Fr, 20. Okt 2026 16:40:03 MESZ", "2026-10-20T16:40:03+02:00", false},
		// No date
		{"Fri, 31 Feb 2026 16:40:03 +0100", "", false},
		{"Fri, 20 Nov 2026 25:00:00 +0100", "", false},
		{"Mon, 13 Aug 1998 l8:14:23 +1000", "", false},
		{"10/11/2026 16:40:03 +0100", "", false},
		{"20 Nov 2026", "", false},
		{"16:40:03 +0100", "", false},
		{"20 Nov 1600 16:40:03 +0100", "", false},
		{"gisteren", "", false},
		{"1:2:3:4", "", false},
		{"---", "", false},
		{"", "", false},
	} {
		got, zone, ok := leesTijdstip(g.veld)
		tekst := ""
		if ok {
			tekst = got.Format(time.RFC3339Nano)
		}
		if tekst != g.want || ok && zone == g.zonder {
			t.Errorf("%s: %s, zone %t; want %s, zone %t", g.veld, tekst, zone, g.want, !g.zonder)
		}
	}
}

func TestLeesOntvangst(t *testing.T) {
	for veld, want := range map[string]string{
		"from a by b with ESMTP id x; Fri, 20 Nov 2026 16:40:03 +0100 (CET)":               "2026-11-20T16:40:03+01:00",
		"by b; id x; Fri, 20 Nov 2026 16:40:03 +0100":                                      "2026-11-20T16:40:03+01:00",
		"from a (a; b) by b; Fri, 20 Nov 2026 16:40:03 +0100 (envelope-from <x@y.nl>; ok)": "2026-11-20T16:40:03+01:00",
		"from a (version=TLS1.3); Fri, 20 Nov 2026 16:40:03 -0800 (PST)":                   "2026-11-20T16:40:03-08:00",
		"from a (niet gesloten by b; Fri, 20 Nov 2026 16:40:03 +0100":                      "2026-11-20T16:40:03+01:00",
		"from Sun by b id x Fri, 20 Nov 2026 16:40:03 +0100":                               "2026-11-20T16:40:03+01:00",
		"from a by b; Fri, 20 Nov 2026 16:40:03 (CEST)":                                    "2026-11-20T16:40:03+02:00",
		"from a by b with local":                                                           "",
	} {
		got, _, ok := leesOntvangst(veld)
		tekst := ""
		if ok {
			tekst = got.Format(time.RFC3339)
		}
		if tekst != want {
			t.Errorf("%s: %s, want %s", veld, tekst, want)
		}
	}
}
